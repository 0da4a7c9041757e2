"""CSV and TSV: strict quoting, and every line that a stray quote would swallow accounted for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.tabular.encoding import detect
from loaders.tabular.frames import Event, Head, Line, Refused
from loaders.tabular.limits import Limits

# Excel writes what it separates by above the header.
_STATED = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_SEPARATORS = (",", ";", "\t", "|")


def read(path: Path, limits: Limits, delimiter: str | None, header: int) -> Iterator[Event]:
    """Yield the head, the rows, and the refusals of a table of separated values.

    Args:
        path: The file.
        limits: What it may cost.
        delimiter: Separator; found from the header by default.
        header: Line of the header, counting from 1; 0 if there is none.

    Raises:
        LoadError: The file cannot be read, or a line is longer than allowed.
    """
    encoding = detect(path)
    csv.field_size_limit(min(limits.cell * 4, limits.line))
    with path.open(encoding=encoding, newline="") as file:
        feed = _Feed(path, file, limits)
        for _ in range(header - 1):
            next(feed, "")
        first = next(feed, None)
        stated = _STATED.fullmatch(first or "") if header <= 1 else None
        if stated is not None:
            first, delimiter = next(feed, None), delimiter or stated[1]
        if first is None:
            raise LoadError(f"{path} has no line {header} for its header. Export it again.")
        separator = delimiter or _separator(first)
        feed.push_back(first)
        found = _rows(feed, separator)
        facts = {"encoding": encoding, "delimiter": separator}
        names = next(found, None)
        if not isinstance(names, Line):
            reason = names.reason if names else ""
            raise LoadError(f"{path}:{header}: the header row cannot be read. {reason}")
        if header == 0:
            yield Head([str(n) for n in range(1, len(names.cells) + 1)], facts)
            yield names
        else:
            yield Head([str(n) for n in names.cells], facts)
        yield from found


def rows(
    path: Path, file: io.TextIOWrapper, limits: Limits, separator: str, number: int
) -> Iterator[Line | Refused]:
    """Yield the rows and refusals of a table from where its file stands.

    Args:
        path: The file, for messages.
        file: Open, behind a whole row.
        limits: What it may cost.
        separator: Between cells.
        number: Lines that were read before.

    Raises:
        LoadError: A line is longer than allowed.
    """
    feed = _Feed(path, file, limits)
    feed.number = number
    return _rows(feed, separator)


class _Feed:
    """Lines of a file for the reader, remembered until the row that they belong to is done."""

    def __init__(self, path: Path, file: io.TextIOWrapper, limits: Limits) -> None:
        self.path = path
        self.file = file
        self.limits = limits
        self.number = 0
        self.taken: list[str] = []
        self._waiting: str | None = None

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self._waiting is not None:
            line, self._waiting = self._waiting, None
        else:
            # Bounded, so that a line of a gigabyte is never held.
            line = self.file.readline(self.limits.line + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self.limits.line:
            raise LoadError(
                f"{self.path}:{self.number} {self.limits.exceeded('line', 'a longer one')}"
            )
        self.taken.append(line)
        return line

    def push_back(self, line: str) -> None:
        self._waiting = line
        self.number -= 1
        self.taken.clear()


def _rows(feed: _Feed, separator: str) -> Iterator[Line | Refused]:
    reader = csv.reader(feed, delimiter=separator, strict=True)
    while True:
        start = feed.number + 1
        feed.taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield from _refusals(feed, start, str(error))
            reader = csv.reader(feed, delimiter=separator, strict=True)
            continue
        if cells is None:
            return
        yield Line(start, list(cells))


def _refusals(feed: _Feed, start: int, problem: str) -> Iterator[Refused]:
    """Refuse every line that the faulty row took, so that none vanishes in a quote."""
    is_open = "unexpected end of data" in problem or "field limit" in problem
    what = "a quote opens here and never closes" if is_open else problem
    yield Refused(
        start,
        None,
        f"the row cannot be read: {what}. Double every quote inside a quoted cell, or remove it.",
        [feed.taken[0].rstrip("\r\n")],
    )
    for number, line in enumerate(feed.taken[1:], start + 1):
        yield Refused(
            number,
            None,
            f"the line belongs to the faulty row that starts at line {start}. Correct that row "
            "and load this one again.",
            [line.rstrip("\r\n")],
        )


def _separator(header: str) -> str:
    counts = {mark: header.count(mark) for mark in _SEPARATORS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ","
