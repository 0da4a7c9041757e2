"""Plain lists of edges, as UCINET, spreadsheets and published case studies have them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError

_MAXIMUM_BYTES = 1 << 30


def read_edges(path: Path) -> Iterator[tuple[str, str]]:
    """Yield pairs of names: two columns, separated by comma, semicolon, tab or spaces.

    Further columns are ignored; a first line named source/target, from/to or the like is a
    header. Blank lines and lines that start with ``#`` or ``%`` are passed over.

    Raises:
        LoadError: The file cannot be read, is too large, or a line has fewer than two columns.
    """
    try:
        if path.stat().st_size > _MAXIMUM_BYTES:
            raise LoadError(f"{path} is larger than 1 GiB; split it.")
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LoadError(f"{path} is not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    is_first = True
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith(("#", "%")):
            continue
        parts = _parts(line)
        if len(parts) < 2 or not parts[0] or not parts[1]:
            raise LoadError(f"{path}:{number}: expected two names, got {line[:60]!r}.")
        if not (is_first and parts[0].lower() in _HEADERS):
            yield parts[0], parts[1]
        is_first = False


_HEADERS = frozenset({"source", "from", "ego", "node1", "left", "a", "src", "dari", "asal"})


def _parts(line: str) -> list[str]:
    for separator in (",", ";", "\t"):
        if separator in line:
            return [part.strip() for part in next(csv.reader([line], delimiter=separator))]
    return line.split()
