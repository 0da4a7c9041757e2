"""Lists of edges and matrices: which of them lines of cells are, and what they tie."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from loaders.errors import LoadError
from loaders.tabular.spoilt import is_spoilt

_SAMPLED = 100
_TITLES = 10
"""Lines among which a header is looked for."""
_HIDDEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_PARENTHESES = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"[\W_]+")
_KIND = re.compile(r"(?<=.)(?:id|name|nama|label|node|key|kode)$")

_HEADERS = (
    ("source", "target"), ("from", "to"), ("ego", "alter"), ("left", "right"), ("src", "dst"),
    ("start", "end"), ("sender", "receiver"), ("caller", "callee"), ("head", "tail"),
    ("dari", "ke"), ("asal", "tujuan"), ("sumber", "target"), ("sumber", "tujuan"),
    ("pengirim", "penerima"), ("penelepon", "penerima"), ("pemanggil", "penerima"),
    ("v1", "v2"),
)  # fmt: skip
"""What the two columns of ends are called, in small letters and without what says their kind."""

_NUMBERED = (
    "node", "vertex", "name", "nama", "actor", "aktor", "person", "orang", "pihak", "id", "phone",
    "nomor", "tersangka", "entity", "simpul",
)  # fmt: skip
"""What is numbered 1 and 2 in the names of the two columns."""


class Line(NamedTuple):
    """Cells, and the number of the line or row that they stand in; 0 for names of columns."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class EdgeList:
    """A network by the names of its nodes.

    Attributes:
        nodes: Names of nodes, also of those without an edge, where the file lists them.
        edges: Pairs of names, in the order of the file.
        form: ``list``, ``matrix``, ``incidence`` (rows tied to columns), or a graph format.
        ends: What the header calls the two ends; empty without a header.
        unused: Names, or numbers, of the columns of a list that are not used.
    """

    nodes: tuple[str, ...]
    edges: list[tuple[str, str]]
    form: str = "list"
    ends: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def of_lines(path: Path, lines: Iterable[Line]) -> EdgeList:
    """Return the network that lines of cells say.

    Args:
        path: The file, for messages.
        lines: Its lines; a header, where there is one, first.

    Raises:
        LoadError: A line has fewer than two names, or the lines are a list of nodes.
    """
    found = iter(lines)
    sample = list(islice(found, _SAMPLED))
    if not sample:
        raise LoadError(f"{path} holds no row. Export it again.")
    if _is_matrix(sample):
        return _matrix(path, [*sample, *found])
    _refuse_others(path, sample)
    above, named = _header(sample)
    one, other = named or (0, 1)
    header = sample[above - 1].cells if above else []
    edges = list(_edges(path, chain(sample[above:], found), one, other))
    width = max(len(line.cells) for line in sample)
    names = [*header, *map(str, range(len(header) + 1, width + 1))]
    return EdgeList(
        nodes=(),
        edges=edges,
        ends=(header[one], header[other]) if header else (),
        unused=tuple(name for n, name in enumerate(names) if n not in (one, other) and name),
    )


def _edges(path: Path, lines: Iterable[Line], one: int, other: int) -> Iterator[tuple[str, str]]:
    kept: dict[str, str] = {}
    for number, cells in lines:
        if not any(cells):
            continue
        if len(cells) <= max(one, other) or not (cells[one] and cells[other]):
            raise LoadError(
                f"{path}:{number}: expected two names, got {' '.join(cells)[:60]!r}. Write both "
                "ends of an edge, separated by a comma, and names that hold spaces in quotes."
            )
        spoilt = next((cells[end] for end in (one, other) if is_spoilt(cells[end])), None)
        if spoilt is not None:
            raise LoadError(
                f"{path}:{number}: {spoilt[:40]} is nobody's name: an error of the spreadsheet, or "
                "a long number whose last digits it dropped. Correct the cell; long numbers are "
                "kept whole in columns formatted as text."
            )
        # A name is held once, however often it stands in the file.
        yield (
            kept.setdefault(cells[one], cells[one]),
            kept.setdefault(cells[other], cells[other]),
        )


def _header(sample: list[Line]) -> tuple[int, tuple[int, int] | None]:
    """Return how many lines stand above the first edge, and which columns are the ends."""
    for above, line in enumerate(sample[:_TITLES], 1):
        named = _ends_named(line.cells)
        # Titles above a header do not fill both columns; edges do.
        if named is not None and not any(_fills(row.cells, named) for row in sample[: above - 1]):
            is_edge = any(_repeats(line.cells, row.cells, named) for row in sample[above:])
            return (0, None) if is_edge else (above, named)
    return int(_is_header(sample)), None


def _fills(cells: list[str], ends: tuple[int, int]) -> bool:
    return all(len(cells) > end and cells[end] for end in ends)


def _repeats(names: list[str], cells: list[str], ends: tuple[int, int]) -> bool:
    """Tell whether one end of an edge is called as a column is: node1 of a list of nodes."""
    called = {names[end] for end in ends}
    return any(len(cells) > end and cells[end] in called for end in ends)


def _ends_named(cells: list[str]) -> tuple[int, int] | None:
    """Return where the ends stand if a line names them.

    >>> _ends_named(["id", "From", "To"]), _ends_named(["A", "C"])
    ((1, 2), None)
    >>> _ends_named([":START_ID(Person)", "role", ":END_ID(Person)"])
    (0, 2)
    """
    plain = [_plain(cell) for cell in cells]
    for words in (plain, [_KIND.sub("", word) for word in plain]):
        for one, other in _HEADERS:
            if one in words and other in words and words.index(one) != words.index(other):
                return words.index(one), words.index(other)
    for word in _NUMBERED:
        for marks in ("12", "ab"):
            one, other = (f"{word}{mark}" for mark in marks)
            if one in plain and other in plain:
                return plain.index(one), plain.index(other)
    return None


def _plain(cell: str) -> str:
    """Return a name of a column in small letters and figures only."""
    return _NO_WORD.sub("", _PARENTHESES.sub("", _HIDDEN.sub("", cell))).casefold()


def _is_header(sample: list[Line]) -> bool:
    """Tell whether a first line names columns: it has words where all others have numbers."""
    first, rest = sample[0].cells, [line.cells for line in sample[1:]]
    return sample[0].number == 0 or any(
        _number(first[n]) is None
        and first[n]
        and rest
        and all(len(cells) > n and _number(cells[n]) is not None for cells in rest)
        for n in range(2, len(first))
    )


def _refuse_others(path: Path, sample: list[Line]) -> None:
    """Refuse what is neither a list of edges nor a matrix with names."""
    first = sample[0].cells
    plain = [_plain(cell) for cell in first]
    if plain[:2] in (["id", "label"], ["id", "name"], ["id", "nama"]) and not _ends_named(first):
        raise LoadError(
            f"{path}:{sample[0].number}: a list of nodes ({', '.join(first[:2])}), which ties "
            "nobody. Name the file of its edges, with a column source and a column target."
        )
    if "suid" in plain:
        raise LoadError(
            f"{path}: a table of Cytoscape, which does not name the ends of edges. Export the "
            "network as GraphML or as Cytoscape.js JSON."
        )
    if _is_bare_matrix([line.cells for line in sample]):
        raise LoadError(
            f"{path}: a matrix without names. Put the names of the columns into a first line, and "
            "the name of each row into a first column."
        )


# -- matrices ------------------------------------------------------------------------------


def _is_bare_matrix(rows: list[list[str]]) -> bool:
    """Tell whether rows are a square of numbers; three weighted edges are no matrix."""
    is_square = len(rows) >= 3 and {len(row) for row in rows} == {len(rows)}
    if not is_square or any(_number(cell) is None for row in rows for cell in row):
        return False
    return len(rows) > 3 or rows == [list(column) for column in zip(*rows, strict=True)]


def _is_matrix(sample: list[Line]) -> bool:
    """Tell whether lines are a matrix: names above and before, numbers or nothing inside."""
    head, body = sample[0].cells, sample[1:]
    columns = head[1:]
    has_shape = len(columns) >= 2 and bool(body) and all(len(r.cells) == len(head) for r in body)
    if not has_shape or not all(columns) or len(set(columns)) != len(columns):
        return False
    if not all(row.cells[0] and _are_ties(row.cells[1:]) for row in body):
        return False
    rows = {row.cells[0] for row in body}
    return not head[0] or (_number(head[0]) is None and rows <= set(columns))


def _are_ties(cells: list[str]) -> bool:
    return all(not cell or _number(cell) is not None for cell in cells)


def _number(text: str) -> float | None:
    """Return a number, with a point or a comma before its decimals.

    >>> _number("1,5"), _number("x")
    (1.5, None)
    """
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _matrix(path: Path, lines: list[Line]) -> EdgeList:
    columns = lines[0].cells[1:]
    seen: dict[str, int] = {}
    edges = []
    for number, cells in lines[1:]:
        name = cells[0] if cells else ""
        if len(cells) != len(columns) + 1 or not name or not _are_ties(cells[1:]):
            raise LoadError(
                f"{path}:{number}: expected a name and {len(columns)} numbers, as in the lines "
                f"above, got {' '.join(cells)[:60]!r}. Correct the line."
            )
        if name in seen:
            raise LoadError(
                f"{path}:{number}: the row {name[:60]!r} stands already in line {seen[name]}. "
                "Give each row a name of its own."
            )
        seen[name] = number
        tied = (
            column
            for column, cell in zip(columns, cells[1:], strict=True)
            if cell and (value := _number(cell)) and not math.isnan(value)
        )
        edges += [(name, column) for column in tied]
    shared = seen.keys() & set(columns)
    nodes = tuple(dict.fromkeys([*seen, *columns]))
    return EdgeList(nodes, edges, "matrix" if shared else "incidence")
