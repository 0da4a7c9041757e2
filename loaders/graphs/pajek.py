"""Pajek's networks (.net) as a stream of nodes and edges; runs inside the locked process.

Reads vertices with their labels, arcs and edges one by one or as lists, and matrices. What
else a file holds (partitions, vectors, where vertices are drawn) says nothing of ties.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from loaders.graphs import networks
from loaders.graphs.frames import Event, Facts, Refused
from loaders.graphs.networks import Said
from loaders.graphs.numbered import amount, whole
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits
from ontology.errors import ValueTypeError

_PAIRS = ("*arcs", "*edges")
_LISTS = ("*arcslist", "*edgeslist")
_MATRIX = "*matrix"
_VERTICES = "*vertices"
_NETWORK = "*network"


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield the title, and a record per node and edge.

    Raises:
        LoadError: The file cannot be read, or passes a limit.
    """
    reader = _Reader()
    for number, text in lines(path, limits):
        if text.lstrip().startswith(("%", "/*")):
            continue
        try:
            yield from reader.line(number, text.strip())
        except csv.Error as error:
            yield Refused(number, f"{error}. Correct the quotes of the line.", text[:2_000])
        except ValueTypeError as error:
            yield Refused(number, str(error), text[:2_000])


class _Reader:
    """Remembers the section that it is in, and how vertices are called."""

    def __init__(self) -> None:
        self._section = ""
        self._count = 0
        self._row = 0

    def line(self, number: int, text: str) -> Iterator[Event]:
        if text.startswith("*"):
            yield from self._open(number, text)
            return
        cells = [cell for cell in next(csv.reader([text], delimiter=" ", strict=True)) if cell]
        if "\t" in text and '"' not in text:
            cells = text.split()
        if self._section == _VERTICES:
            yield self._vertex(number, cells)
        elif self._section in _PAIRS:
            yield from self._edge(number, cells[0], *cells[1:3])
        elif self._section in _LISTS:
            for end in cells[1:]:
                yield from self._edge(number, cells[0], end)
        elif self._section == _MATRIX:
            self._row += 1
            for column, cell in enumerate(cells, 1):
                if amount(cell):
                    yield from self._edge(number, str(self._row), str(column), cell)

    def _open(self, number: int, text: str) -> Iterator[Event]:
        name, _, rest = text.partition(" ")
        self._section, self._row = name.lower().rstrip(":"), 0
        if self._section == _VERTICES:
            if self._count:
                raise ValueTypeError("a second network begins. Save each in a file of its own.")
            self._count = whole(rest.split()[0] if rest.strip() else "")
        elif self._section == _NETWORK and rest.strip():
            yield Facts({"title": rest.strip()[:300]})
        elif self._section not in (*_PAIRS, *_LISTS, _MATRIX, _NETWORK):
            reason = f"the section {name[:40]!a} is not read. Remove it, if it says no tie."
            yield Refused(number, reason, text[:2_000])

    def _vertex(self, number: int, cells: list[str]) -> Event:
        said = Said(self._known(cells[0]), number)
        if len(cells) > 1:
            said.values.append(("label", cells[1], None))
        return networks.node(said)

    def _edge(self, number: int, start: str, end: str = "", weight: str = "") -> Iterator[Event]:
        if not end:
            raise ValueTypeError("an edge without a second end. Give it both.")
        said = Said("", number, (self._known(start), self._known(end)))
        if weight and amount(weight) != 1:
            said.values.append(("weight", weight, None))
        yield from networks.edges(said)

    def _known(self, text: str) -> str:
        vertex = whole(text)
        if not 1 <= vertex <= self._count:
            raise ValueTypeError(
                f"there is no vertex {vertex}: the file says that it has {self._count}. Correct "
                "the number, or the line *Vertices."
            )
        return str(vertex)
