"""What reading one untrusted file may cost; each limit says how to raise it."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from loaders.errors import LoadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for reading one untrusted file.

    Attributes:
        bytes: Size of the file (``LACAK_LIMIT_BYTES``).
        rows: Rows of a table (``LACAK_LIMIT_ROWS``).
        columns: Columns of a table (``LACAK_LIMIT_COLUMNS``).
        cell: Characters of one cell (``LACAK_LIMIT_CELL``).
        line: Characters of one line of text (``LACAK_LIMIT_LINE``).
        depth: Levels of nesting in JSON (``LACAK_LIMIT_DEPTH``).
        unpacked: Bytes that a compressed file (XLSX, ODS) may unpack to
            (``LACAK_LIMIT_UNPACKED``).
        memory: MiB that the process that reads may take (``LACAK_LIMIT_MEMORY``).
        seconds: Time without a single row until the reader is stopped
            (``LACAK_LIMIT_SECONDS``).
    """

    bytes: int = 2 << 30
    rows: int = 10_000_000
    columns: int = 2_000
    cell: int = 100_000
    line: int = 4_000_000
    depth: int = 50
    unpacked: int = 256 << 20
    memory: int = 900
    seconds: int = 20

    def exceeded(self, name: str, came: object) -> str:
        """Return the sentence that says which limit was passed and how to raise it."""
        return (
            f"passes the limit of {getattr(self, name):,} {name} (it has {came}). If the file is "
            f"what you mean to load, set LACAK_LIMIT_{name.upper()} higher."
        )


def check_size(path: Path, limits: Limits) -> int:
    """Return the bytes of a file; one that is too large is refused before anything reads it.

    Raises:
        LoadError: It is larger than allowed, or cannot be read.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    if size > limits.bytes:
        raise LoadError(f"{path} {limits.exceeded('bytes', f'{size:,}')}")
    return size


def from_environment() -> Limits:
    """Return the limits, with those that the environment raises or lowers.

    Raises:
        LoadError: A variable is no whole number above 0.
    """
    given: dict[str, int] = {}
    for field in fields(Limits):
        variable = f"LACAK_LIMIT_{field.name.upper()}"
        text = os.environ.get(variable, "")
        if text:
            if not (text.isascii() and text.isdigit()) or int(text) == 0:
                raise LoadError(f"{variable} must be a whole number above 0, got {text!r}.")
            given[field.name] = int(text)
    return Limits(**given)
