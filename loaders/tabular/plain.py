"""Stretches of separated values that need no parser: every line is plainly one row.

What plain is stands in :mod:`loaders.tabular.gathering`. Lines with quotes go through the parser
one by one, and where one opens a quote that it does not close, the parser takes the rest of the
file: what a plain line says never depends on the lines around it. Runs inside the locked process.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from loaders.tabular import separated
from loaders.tabular.frames import UNIT, Cells, Event, Head, Line
from loaders.tabular.gathering import STRETCH, joined, kept
from loaders.tabular.limits import Limits
from loaders.tabular.suspicion import bare

_ENCODINGS = ("utf-8", "utf-8-sig")
_QUOTE, _MARK = b'"', b"\xef\xbb\xbf"
# What begins a formula or an error of a spreadsheet is looked at line by line.
_DOUBTFUL = b"=#"
_PRINTABLE = bytes(range(0x20, 0x7F))


def read(path: Path, limits: Limits, delimiter: str | None, header: int) -> Iterator[Event]:
    """Yield what :func:`loaders.tabular.separated.read` does, plain stretches whole.

    Raises:
        LoadError: The file cannot be read, or a line is longer than allowed.
    """
    events = separated.read(path, limits, delimiter, header)
    head = next(events)
    yield head
    with path.open("rb") as file:
        if isinstance(head, Head) and _is_plain_head(file, head, header, limits):
            # The parser reads the file anew from where plain lines end.
            yield from _Stretches(path, limits, head, header).read(file)
        else:
            yield from events


def _is_plain_head(file: BinaryIO, head: Head, header: int, limits: Limits) -> bool:
    """Tell whether plain lines may follow; the file then stands behind the header."""
    if head.facts["encoding"] not in _ENCODINGS or not all(map(bare, head.columns)):
        return False
    if file.read(len(_MARK)) != _MARK:
        file.seek(0)
    lines = [file.readline(limits.line + 1).removesuffix(b"\n") for _ in range(header)]
    # A line of its own may state the separator, and shift the header.
    is_stated = any(line[:4].lower() == b"sep=" for line in lines[:1])
    return len(head.columns) > 1 and not is_stated and not any(
        _QUOTE in line or b"\r" in line.removesuffix(b"\r") for line in lines
    )  # fmt: skip


class _Stretches:
    """Reads the body of one file."""

    def __init__(self, path: Path, limits: Limits, head: Head, header: int) -> None:
        self.path = path
        self.limits = limits
        self.separator = head.facts["delimiter"]
        mark = self.separator.encode()
        self._between = mark * (len(head.columns) - 1)
        self._width = len(head.columns)
        self._certain = bytes(set(_PRINTABLE) - set(mark) - set(_QUOTE + _DOUBTFUL))
        self._parted = bytes.maketrans(mark, UNIT.encode())
        self._number = header

    def read(self, file: BinaryIO) -> Iterator[Event]:
        while stretch := file.read(STRETCH):
            began = file.tell() - len(stretch)
            rest = b"" if stretch.endswith(b"\n") else file.readline(self.limits.line + 1)
            events = None
            if len(rest) <= self.limits.line:
                events = self._events(stretch + rest)
            if events is None:
                yield from self._parsed(file, began)
                return
            yield from events

    def _parsed(self, file: BinaryIO, offset: int) -> Iterator[Event]:
        """Leave the rest of the file to the parser."""
        file.seek(offset)
        # A mark at the beginning of the file is behind us.
        with io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
            yield from separated.rows(self.path, text, self.limits, self.separator, self._number)

    def _events(self, stretch: bytes) -> list[Event] | None:
        """Return what the lines of a stretch are; ``None`` if one does not end in itself."""
        text = stretch.replace(b"\r\n", b"\n")
        if not text.endswith(b"\n"):
            text += b"\n"
        count = text.count(b"\n")
        first = self._number + 1
        bare = text.translate(None, self._certain)
        events: list[Event] | None
        if self._is_short(text) and bare == (self._between + b"\n") * count:
            events = kept(range(first, first + count), text.translate(self._parted))
        else:
            events = self._told_apart(first, text.split(b"\n")[:-1])
        if events is not None:
            self._number += count
        return events

    def _is_short(self, text: bytes) -> bool:
        """Tell whether no line is nearly as long as one cell may be."""
        window = max(self.limits.cell // 2, 1)
        return all(
            text.find(b"\n", at, at + window) >= 0 for at in range(0, len(text) - window, window)
        )

    def _told_apart(self, first: int, lines: list[bytes]) -> list[Event] | None:
        numbers: list[int] = []
        plain: list[str] = []
        others: list[Event] = []
        for number, line in enumerate(lines, first):
            cells = self._cells(line)
            if cells is None:
                return None
            row = joined(cells, self._width, self.limits.cell)
            if row is None:
                others.append(Line(number, cells))
            else:
                numbers.append(number)
                plain.append(row)
        if not plain:
            return others
        return [*kept(numbers, "\n".join([*plain, ""]).encode()), *others]

    def _cells(self, line: bytes) -> Cells | None:
        """Return the cells of a line, none if it is blank; ``None`` if it is no row by itself."""
        if b"\r" in line:
            return None
        try:
            text = line.decode()
            if _QUOTE not in line:
                return [*text.split(self.separator)] if text else []
            return [*next(csv.reader([text], delimiter=self.separator, strict=True))]
        except (csv.Error, UnicodeDecodeError):
            return None
