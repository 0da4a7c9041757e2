"""VNA, the text files of NetDraw and UCINET, as nodes and edges; runs inside the locked process.

Sections of tables: ``*node data``, ``*tie data``, and how nodes are drawn, which says nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs import networks
from loaders.graphs.frames import Event, Refused
from loaders.graphs.networks import Said
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits

_NODES, _TIES = "*node data", "*tie data"
_PASSED = ("*node properties", "*tie properties")
_SHOWN = 2_000


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield a record per node and per tie of which a column says something other than 0.

    Raises:
        LoadError: The file passes a limit, or no section says a tie.
    """
    reader = _Reader()
    for number, text in lines(path, limits):
        try:
            yield from reader.line(number, text.strip())
        except csv.Error as error:
            yield Refused(number, f"{error}. Correct the quotes of the line.", text[:_SHOWN])
    if not reader.has_ties:
        raise LoadError(f"{path} has no section *Tie data, which ties nobody. Export it with ties.")


class _Reader:
    """Remembers the section that it is in, how its columns are called, and the nodes so far."""

    def __init__(self) -> None:
        self._section = ""
        self._columns: list[str] = []
        self._known: set[str] = set()
        self.has_ties = False

    def line(self, number: int, text: str) -> Iterator[Event]:
        if text.startswith("*"):
            self._section, self._columns = " ".join(text.lower().split()), []
            self.has_ties |= self._section == _TIES
            if self._section not in (_NODES, _TIES, *_PASSED):
                reason = f"the section {text[:40]!a} is not read. Remove it, if it says no tie."
                yield Refused(number, reason, text[:_SHOWN])
        elif self._section not in (_NODES, _TIES):
            return
        elif not self._columns:
            self._columns = _cells(text)
        else:
            yield from self._row(number, text)

    def _row(self, number: int, text: str) -> Iterator[Event]:
        cells = _cells(text)
        named = 1 if self._section == _NODES else 2
        if not named <= len(cells) <= len(self._columns):
            reason = (
                f"expected {len(self._columns)} cells, got {len(cells)}. Write a cell per column, "
                "and what holds spaces in double quotes."
            )
            yield Refused(number, reason, text[:_SHOWN])
            return
        said = zip(self._columns[named:], cells[named:], strict=False)
        if self._section == _NODES:
            if cells[0] in self._known:
                reason = f"a second node {cells[0][:40]!a}. Give each an id of its own."
                yield Refused(number, reason, text[:_SHOWN])
                return
            yield from self._node(cells[0], number, dict(said))
            return
        ties = {name: cell for name, cell in said if not _is_nothing(cell)}
        # A file may list who is tied alone; a tie of which every column says 0 is none.
        for end in cells[:2]:
            if end not in self._known:
                yield from self._node(end, number, {})
        if ties or len(cells) == 2:
            tie = Said("", number, (cells[0], cells[1]))
            tie.values += [(name, cell, None) for name, cell in ties.items()]
            yield from networks.edges(tie)

    def _node(self, name: str, number: int, values: dict[str, str]) -> Iterator[Event]:
        self._known.add(name)
        said = Said(name, number)
        said.values += [(key, value, None) for key, value in values.items() if value]
        yield networks.node(said)


def _cells(text: str) -> list[str]:
    """Return the cells of a line: parted by commas if it has any outside quotes, else by space."""
    plain = text.replace("\t", " ")
    mark = "," if "," in "".join(plain.split('"')[::2]) else " "
    cells = next(csv.reader([plain], delimiter=mark, skipinitialspace=True, strict=True))
    return [cell.strip() for cell in cells if cell.strip() or mark == ","]


def _is_nothing(cell: str) -> bool:
    try:
        return not cell or float(cell) == 0
    except ValueError:
        return False
