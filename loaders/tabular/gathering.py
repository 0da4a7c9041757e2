"""Plain rows of any table, gathered into stretches that are mapped a column at a time.

Owns what a plain row is: as many cells as the header, of characters that look like nothing else
and stand for themselves, and no cell that a spreadsheet would run or has spoilt. Runs inside the
locked process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.tabular.frames import UNIT, Cells, Event, Head, Line, Plain
from loaders.tabular.limits import Limits

STRETCH = 8 << 20
"""Characters that are looked at together."""

LEAST = 5_000
"""Fewer plain rows in a stretch are rows like any others."""

# Latin letters with their marks, quotation marks, dashes: of one script, hiding and turning
# nothing, and each the only way to write it.
_LETTERS = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u2013\u2014\u2018\u2019\u201c\u201d"
_is_certain = re.compile(f"[\x20-\x7e{UNIT}{_LETTERS}]*").fullmatch
# What begins a formula or an error of a spreadsheet is looked at row by row.
_is_doubtful = re.compile(f"(?:^|{UNIT})(?:'?=|#)").search


def joined(cells: Cells, width: int, longest: int) -> str | None:
    """Return the cells of a plain row with :data:`UNIT` between them; ``None`` of any other.

    Args:
        cells: Those of one row.
        width: Number of columns.
        longest: Characters that one cell may have; a plain row has less altogether.
    """
    text = UNIT.join([cell or "" for cell in cells])
    is_plain = (
        len(cells) == width
        and len(text) < longest
        and _is_certain(text)
        and text.count(UNIT) == width - 1
        and not _is_doubtful(text)
    )
    return text if is_plain else None


def kept(numbers: Sequence[int], text: bytes) -> list[Event]:
    """Return plain rows as one stretch, or as rows where they are few.

    Args:
        numbers: Their lines, in order; a range if nothing stands between them.
        text: The rows, each as :func:`joined` makes it, with a line feed behind it.
    """
    if len(numbers) >= LEAST:
        listed = [] if isinstance(numbers, range) else list(numbers)
        return [Plain(numbers[0], listed, text)]
    rows = text.decode().split("\n")
    return [Line(number, list(row.split(UNIT))) for number, row in zip(numbers, rows, strict=False)]


def gathered(events: Iterator[Event], limits: Limits) -> Iterator[Event]:
    """Yield the same rows, plain ones in stretches; others do not keep their place."""
    width, size = 0, 0
    numbers: list[int] = []
    rows: list[str] = []
    for event in events:
        row = None
        # A row without a value is one, but tells of nothing.
        if isinstance(event, Line) and any(event.cells):
            row = joined(event.cells, width, limits.cell)
        if isinstance(event, Line) and row is not None:
            numbers.append(event.number)
            rows.append(row)
            size += len(row)
        # A stretch has the columns of one head.
        if rows and (isinstance(event, Head) or size >= STRETCH):
            yield from _stretch(numbers, rows)
            numbers, rows, size = [], [], 0
        if isinstance(event, Head):
            width = len(event.columns)
        if row is None:
            yield event
    if rows:
        yield from _stretch(numbers, rows)


def _stretch(numbers: list[int], rows: list[str]) -> list[Event]:
    first, last = numbers[0], numbers[-1]
    is_whole = last - first + 1 == len(numbers)
    return kept(range(first, last + 1) if is_whole else numbers, "\n".join([*rows, ""]).encode())
