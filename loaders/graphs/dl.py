"""UCINET's data language (DL) as a stream of nodes and edges; runs inside the locked process.

Reads full and half matrices, edge lists and node lists, of one mode or two, with labels given
above or embedded. Several matrices in one file are several kinds of tie, told by ``matrix``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs import networks
from loaders.graphs.frames import Event, Refused
from loaders.graphs.networks import Said
from loaders.graphs.numbered import amount, whole
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits
from ontology.errors import ValueTypeError

_TOKEN = re.compile(r'"([^"]*)"|\'([^\']*)\'|([^\s,"\']+)')
_SETTING = re.compile(r"(?i)\b(nm|nr|nc|n|format|diagonal)\s*=\s*(\w+)")
_SECTION = re.compile(
    r"(?i)\b((?:(?:row|col(?:umn)?)\s+)?labels\s+embedded:?"
    r"|(?:(?:row|col(?:umn)?|matrix|level)\s+)?labels\s*:|data\s*:)"
)
_LABELLED = {"col": "column", "level": "matrix"}
_FORMATS = ("fullmatrix", "lowerhalf", "upperhalf", "edgelist", "nodelist")
_SHOWN = 2_000


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield a record per node, and per tie.

    Raises:
        LoadError: The file does not say how it is written, or passes a limit.
    """
    numbered = lines(path, limits)
    try:
        head, rest = _head(path, numbered)
        if sum(head.sizes) > limits.rows:
            raise LoadError(f"{path} {limits.exceeded('rows', f'{sum(head.sizes):,} nodes')}")
        ties = _listed(head, rest) if head.form.endswith("list") else _cells(head, rest)
        yield from ties
    except ValueTypeError as error:
        raise LoadError(f"{path}: {error}") from error


@dataclass(slots=True)
class _Head:
    """What stands above the data.

    Attributes:
        form: Name of the format, without the number of modes.
        sizes: Rows and columns; the same nodes where there is one mode.
        matrices: How many.
        labels: By what they are of: ``labels`` (all), ``row``, ``column``, ``matrix``.
        is_embedded: Labels stand within the data.
    """

    form: str = "fullmatrix"
    sizes: tuple[int, int] = (0, 0)
    is_two_mode: bool = False
    matrices: int = 1
    labels: dict[str, list[str]] = field(default_factory=dict)
    is_embedded: bool = False


# -- above the data --------------------------------------------------------------------------


def _head(
    path: Path, numbered: Iterator[tuple[int, str]]
) -> tuple[_Head, Iterable[tuple[int, str]]]:
    """Return what stands above the data, and the lines of the data."""
    head, settings, section = _Head(), dict[str, str](), ""
    for number, text in numbered:
        start = 0
        said = re.sub(r"(?i)^\s*\ufeff?dl\b", "", text) if not settings and not section else text
        for found in _SECTION.finditer(said):
            _above(head, settings, section, said[start : found.start()])
            section, start = _named(found[1]), found.end()
            head.is_embedded |= section == "embedded"
            if section == "data":
                _settle(head, settings)
                rest = said[start:]
                return head, chain([(number, rest)] if rest.strip() else [], numbered)
        _above(head, settings, section, said[start:])
    raise LoadError(
        f"{path} has no line `data:`, which UCINET's DL begins its ties with. Export it again."
    )


def _named(section: str) -> str:
    """Return what labels are of, ``labels`` (all), ``embedded``, or ``data``.

    >>> _named("Column labels:"), _named("labels:"), _named("LABELS embedded")
    ('column', 'labels', 'embedded')
    """
    words = re.findall(r"\w+", section.lower())
    return "embedded" if words[-1] == "embedded" else _LABELLED.get(words[0], words[0])


def _above(head: _Head, settings: dict[str, str], section: str, said: str) -> None:
    if section in ("labels", "row", "column", "matrix"):
        head.labels.setdefault(section, []).extend(_tokens(said))
    settings.update({key.lower(): value for key, value in _SETTING.findall(said)})


def _settle(head: _Head, settings: dict[str, str]) -> None:
    """Take what the settings say.

    Raises:
        ValueTypeError: They name no size, or a format that is not read.
    """
    form = settings.get("format", head.form).lower()
    head.form, head.is_two_mode = form.rstrip("12"), form.endswith("2")
    if head.form not in _FORMATS:
        raise ValueTypeError(
            f"format={form[:40]} of UCINET's DL is not read. Export it as fullmatrix or edgelist1."
        )
    if settings.get("diagonal", "present").lower() != "present":
        raise ValueTypeError("a matrix without its diagonal is not read. Export it with one.")
    head.matrices = whole(settings.get("nm", "1"))
    if "nr" in settings or "nc" in settings:
        rows = whole(settings.get("nr", settings.get("n", "")))
        columns = whole(settings.get("nc", settings.get("n", "")))
        head.sizes, head.is_two_mode = (rows, columns), True
    else:
        size = whole(settings.get("n", ""))
        head.sizes = (size, size)


def _tokens(text: str) -> list[str]:
    return [next(part for part in found if part) for found in _TOKEN.findall(text) if any(found)]


# -- nodes -----------------------------------------------------------------------------------


class _Nodes:
    """Rows and columns by number and by label; the same nodes where there is one mode."""

    def __init__(self, head: _Head) -> None:
        self._head = head
        self._known: dict[tuple[str, str], str] = {}

    def declared(self) -> Iterator[Event]:
        """Yield the nodes that stand above the data, or are numbers."""
        if self._head.is_embedded:
            return
        for mode, size in zip(self.modes(), self._head.sizes, strict=True):
            for place in range(1, size + 1):
                yield from self.of(mode, str(place), 1)

    def modes(self) -> tuple[str, str]:
        return ("row", "column") if self._head.is_two_mode else ("", "")

    def of(self, mode: str, said: str, number: int) -> Iterator[Event]:
        """Yield the record of a node that was not there before."""
        if (mode, said) in self._known:
            return
        key = f"{mode} {said}".strip()
        self._known[mode, said] = key
        label = said if self._head.is_embedded else self._label(mode, int(said))
        record = Said(key, number)
        if label:
            record.values.append(("label", label, None))
        yield networks.node(record)

    def id(self, mode: str, said: str) -> str:
        """Return the id of a node by its number, or its label where labels are embedded.

        Raises:
            ValueTypeError: There is none.
        """
        if not self._head.is_embedded:
            said = str(whole(said))
        found = self._known.get((mode, said))
        if found is None:
            size = self._head.sizes[mode == "column"]
            raise ValueTypeError(
                f"there is no node {said}: the file says that it has {size}. Correct the number, "
                "or the n above."
            )
        return found

    def _label(self, mode: str, place: int) -> str:
        labels = self._head.labels
        named = labels.get(mode or "row") or labels.get("labels") or labels.get("column") or []
        return named[place - 1] if place <= len(named) else ""


# -- ties ------------------------------------------------------------------------------------


def _listed(head: _Head, numbered: Iterable[tuple[int, str]]) -> Iterator[Event]:
    """Yield the nodes and ties of an edge list or a node list."""
    nodes = _Nodes(head)
    yield from nodes.declared()
    start, end = nodes.modes()
    matrix = 0
    for number, text in numbered:
        cells = _tokens(text)
        if cells == ["!"]:
            matrix += 1
            continue
        is_list = head.form == "nodelist"
        others, weight = (cells[1:], "") if is_list else (cells[1:2], "".join(cells[2:3]))
        if not others and not is_list:
            yield Refused(number, "an edge without a second end. Give it both.", text[:_SHOWN])
            continue
        try:
            if head.is_embedded:
                for mode, said in ((start, cells[0]), *((end, other) for other in others)):
                    yield from nodes.of(mode, said, number)
            for other in others:
                ends = (nodes.id(start, cells[0]), nodes.id(end, other))
                yield from _tie(head, number, ends, weight, matrix)
        except ValueTypeError as error:
            yield Refused(number, str(error), text[:_SHOWN])


def _cells(head: _Head, numbered: Iterable[tuple[int, str]]) -> Iterator[Event]:
    """Yield the nodes and ties of matrices; a row may go on in the next line.

    Raises:
        ValueTypeError: A matrix has too few cells, or a cell is no number.
    """
    stream = ((number, cell) for number, text in numbered for cell in _tokens(text))
    nodes = _Nodes(head)
    yield from nodes.declared()
    for matrix in range(head.matrices):
        yield from _matrix(head, stream, nodes, matrix)
    left = next(stream, None)
    if left is not None:
        raise ValueTypeError(
            f"line {left[0]}: more cells than {head.matrices} matrix of {head.sizes[0]} rows and "
            f"{head.sizes[1]} columns has. Correct the size above, or the cells."
        )


def _matrix(
    head: _Head, stream: Iterator[tuple[int, str]], nodes: _Nodes, matrix: int
) -> Iterator[Event]:
    rows, columns = head.sizes
    start, end = nodes.modes()
    above = [str(place) for place in range(1, columns + 1)]
    if head.is_embedded:
        above = [_next(head, stream)[1] for _ in range(columns)]
        for said in above:
            yield from nodes.of(end, said, 1)
    for row in range(rows):
        name = str(row + 1)
        if head.is_embedded:
            number, name = _next(head, stream)
            yield from nodes.of(start, name, number)
        first, last = (0, columns)
        if head.form == "lowerhalf":
            last = row + 1
        elif head.form == "upperhalf":
            first = row
        for column in range(first, last):
            number, cell = _next(head, stream)
            try:
                is_tied = amount(cell) != 0
            except ValueTypeError as error:
                raise ValueTypeError(f"line {number}: {error}") from error
            if is_tied:
                ends = (nodes.id(start, name), nodes.id(end, above[column]))
                yield from _tie(head, number, ends, cell, matrix)


def _next(head: _Head, stream: Iterator[tuple[int, str]]) -> tuple[int, str]:
    found = next(stream, None)
    if found is None:
        raise ValueTypeError(
            f"the data ends before {head.matrices} matrix of {head.sizes[0]} rows and "
            f"{head.sizes[1]} columns is full. Correct the size above, or add the cells."
        )
    return found


def _tie(
    head: _Head, number: int, ends: tuple[str, str], weight: str, matrix: int
) -> Iterator[Event]:
    if weight and amount(weight) == 0:
        return
    said = Said("", number, ends)
    if weight and amount(weight) != 1:
        said.values.append(("weight", weight, None))
    named = head.labels.get("matrix", [])
    if head.matrices > 1:
        label = named[matrix] if matrix < len(named) else str(matrix + 1)
        said.values.append(("matrix", label, None))
    yield from networks.edges(said)
