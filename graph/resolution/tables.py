"""Small tables of names, as people bring them: any usual separator, no cell lost on the way."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from graph.resolution.errors import ResolutionError

_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class NameTable:
    """A table as read.

    Attributes:
        header: Names of the columns as written.
        delimiter: What separates cells.
        rows: By name of the column in small letters, in order; absent cells are empty.
        places: Where each row ends, for messages: the file, if it has a name, and the line.
    """

    header: tuple[str, ...]
    delimiter: str
    rows: list[dict[str, str]]
    places: list[str]


def read_table(source: TextIO, wanted: Sequence[str], refusal: type[ResolutionError]) -> NameTable:
    """Read a table of comma, semicolon or tab separated values.

    Args:
        source: Its text, opened with ``newline=""``.
        wanted: Columns that it must have; case and blanks around them do not matter.
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
    keys = [name.lower() for name in header]
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
    return NameTable(tuple(header), delimiter, rows, places)


def _places(source: TextIO) -> Callable[[int], str]:
    """Return how a line is told: by its file, if that has a name."""
    name = getattr(source, "name", None)
    return lambda line: f"{name}:{line}" if isinstance(name, str) else f"Line {line}"


def _header(line: str, wanted: Sequence[str]) -> tuple[list[str], str]:
    names: list[str] = []
    for delimiter in _DELIMITERS:
        split = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
        small = [name.lower() for name in split]
        if set(wanted) <= set(small):
            twice = {name for name in small if name and small.count(name) > 1}
            if twice:
                raise ValueError(f"The column {min(twice)} stands twice. Rename one.")
            return split, delimiter
        names = names if len(names) > len(split) else split
    lacking = [name for name in wanted if name not in {n.lower() for n in names}]
    raise ValueError(
        f"Expected columns {', '.join(wanted)}, got {', '.join(filter(None, names)) or 'none'}. "
        f"Add {', '.join(lacking)}."
    )
