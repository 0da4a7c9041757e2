"""Small tables of names, as people bring them: any usual separator, no cell lost on the way."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TextIO

from graph.resolution.errors import ResolutionError

_DELIMITERS = (",", ";", "\t")
_INDONESIAN = MappingProxyType(
    {
        "kelas": "class", "kiri": "left", "kanan": "right", "nama": "name", "alasan": "reason",
        "tanggal lahir": "birth_date", "tanggal_lahir": "birth_date", "ayah": "father",
        "nama ayah": "father", "wilayah": "region", "paspor": "passport", "telepon": "phone",
        "rekening": "account", "surel": "email",
    }
)  # fmt: skip
"""What columns are called in Indonesian."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """A table as read.

    Attributes:
        header: Names of the columns as written.
        delimiter: What separates cells.
        keys: Names that rows go by: small letters, and English for what is Indonesian.
        rows: By key of the column, in order; absent cells are empty.
        places: Where each row ends, for messages: the file, if it has a name, and the line.
    """

    header: tuple[str, ...]
    delimiter: str
    keys: tuple[str, ...]
    rows: list[dict[str, str]]
    places: list[str]


def keys_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return what columns go by, whichever of both languages names them.

    >>> keys_of(["Kelas", "kiri", "Kanan", "Catatan"]), keys_of(["name", "Nama"])
    (('class', 'left', 'right', 'catatan'), ('name', 'nama'))
    """
    small = [name.strip().lower() for name in header]
    english = [_INDONESIAN.get(name, name) for name in small]
    return tuple(b if b not in small else a for a, b in zip(small, english, strict=True))


def table_of(
    header: Sequence[str],
    lines: Iterable[tuple[str, Sequence[str]]],
    wanted: Sequence[str],
    refusal: type[ResolutionError],
    place: str,
) -> NameTable:
    """Return the table that names of columns and rows of cells make; blank rows are none.

    Args:
        header: Names of the columns.
        lines: Rows, each with its place for messages.
        wanted: Columns that it must have, as :func:`read_table` takes them.
        refusal: The error to raise.
        place: Of the header, for messages.

    Raises:
        ResolutionError: The ``refusal``: a column is missing or stands twice.
    """
    keys = keys_of(header)
    try:
        _check_keys(keys, header, wanted)
    except ValueError as error:
        raise refusal(f"{place}: {error}") from error
    filled = [(at, cells) for at, cells in lines if any(cell.strip() for cell in cells)]
    rows = [dict(zip(keys, [*cells, *("" for _ in keys)], strict=False)) for _, cells in filled]
    return NameTable(tuple(header), ",", keys, rows, [at for at, _ in filled])


def read_table(source: TextIO, wanted: Sequence[str], refusal: type[ResolutionError]) -> NameTable:
    """Read a table of comma, semicolon or tab separated values.

    Args:
        source: Its text, opened with ``newline=""``.
        wanted: Columns that it must have, in English or Indonesian; case and blanks around them
            do not matter.
        refusal: The error to raise.

    Raises:
        ResolutionError: The ``refusal``, with line and remedy: a column is missing or stands
            twice, a quote is left open, a row has more cells than the header.
    """
    place = _places(source)
    first = source.readline()
    try:
        header, delimiter = _header(first, wanted)
    except ValueError as error:
        raise refusal(f"{place(1)}: {error}") from error
    keys = keys_of(header)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    rows, places = [], []
    try:
        for cells in reader:
            if len(cells) > len(keys):
                raise refusal(
                    f"{place(reader.line_num + 1)}: expected {len(keys)} cells as in the header, "
                    f"got {len(cells)}. A {delimiter!r} inside a cell needs quotes around the cell."
                )
            if cells:
                filled = [*cells, *("" for _ in keys[len(cells) :])]
                rows.append(dict(zip(keys, filled, strict=True)))
                places.append(place(reader.line_num + 1))
    except csv.Error as error:
        raise refusal(
            f"{place(reader.line_num + 1)}: {error}. A quote was opened and not closed, or stands "
            "inside a cell; double it there."
        ) from error
    return NameTable(tuple(header), delimiter, keys, rows, places)


def _places(source: TextIO) -> Callable[[int], str]:
    """Return how a line is told: by its file, if that has a name."""
    name = getattr(source, "name", None)
    return lambda line: f"{name}:{line}" if isinstance(name, str) else f"Line {line}"


def _header(line: str, wanted: Sequence[str]) -> tuple[list[str], str]:
    names: list[str] = []
    for delimiter in _DELIMITERS:
        split = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
        if set(wanted) <= set(keys_of(split)):
            _check_keys(keys_of(split), split, wanted)
            return split, delimiter
        names = names if len(names) > len(split) else split
    _check_keys(keys_of(names), names, wanted)
    raise AssertionError("a header with every column was taken")


def _check_keys(keys: Sequence[str], names: Sequence[str], wanted: Sequence[str]) -> None:
    lacking = [name for name in wanted if name not in keys]
    if lacking:
        raise ValueError(
            f"Expected columns {', '.join(map(_both, wanted))}, got "
            f"{', '.join(filter(None, names)) or 'none'}. Add {', '.join(lacking)}."
        )
    twice = {name for name in keys if name and keys.count(name) > 1}
    if twice:
        raise ValueError(f"The column {min(twice)} stands twice. Rename one.")


def _both(name: str) -> str:
    """Return what a column may be called."""
    other = next((said for said, english in _INDONESIAN.items() if english == name), None)
    return f"{name} ({other})" if other else name
