"""Networks of one's own, to be measured and not kept.

Drawn ones (GraphML, GEXF, GML, Pajek, UCINET's DL and VNA, Matrix Market, JSON as networkx, D3
and Cytoscape write it) are read as graphs are, workbooks and tables of objects as tables are, and
plain text as lists of edges or matrices: as spreadsheets, R and published case studies have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs.detecting import detect
from loaders.graphs.frames import Record, Records, Refused
from loaders.graphs.reading import read as read_graph
from loaders.lists import EdgeList, Line, of_lines
from loaders.paths import present
from loaders.plain_lines import lines
from loaders.tabular import frames, parse
from loaders.tabular.limits import from_environment
from loaders.tabular.reading import read as read_table
from ontology.reading import NS

_DRAWN = ("graphml", "gexf", "node-link", "pajek", "gml", "dl", "vna", "matrix-market")
_TABLES = tuple(e for e in parse.ENDINGS if e not in (".csv", ".tsv", ".txt"))


def read_network(path: Path) -> EdgeList:
    """Read a network: a list of edges, a matrix, or what a program for networks wrote.

    A list has two columns, separated by tab, semicolon, comma, bar or spaces, the same in every
    line; further columns are named and not used. A first line that names the ends (source and
    target, from and to, dari and ke) is a header, and says which columns they are. Blank lines
    and lines that start with ``#`` or ``%`` are passed over. In a matrix, rows and columns have
    names, and every cell that holds a number other than 0 is a tie; where rows and columns are
    called differently, each row is tied to columns. Nodes of drawn networks go by their label
    where no other has it.

    Raises:
        LoadError: The file cannot be read, is too large, or a line has fewer than two columns.
    """
    form = detect(present(path))
    if form in _DRAWN:
        return _drawn(path, form)
    if form is not None:
        raise LoadError(
            f"{path} is {form}, which says more than ties. Load it (`lacak load {path.name}`), and "
            "leave out --edges; or save it as a list of edges with two columns."
        )
    if path.suffix.lower() in _TABLES:
        return of_lines(path, _rows(path))
    found = lines(path)
    if isinstance(found, str):
        return _drawn(path, found)
    return of_lines(path, found)


def _drawn(path: Path, form: str) -> EdgeList:
    labels: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for record in _records(path, form):
        if record.ends is None:
            said = (value.text for value in record.values if value.term == f"{NS}name")
            labels[record.id] = next(said, record.id)
        else:
            links.append(record.ends)
    shared = Counter(labels.values())
    # Two that are called the same are not one.
    names = {k: v if shared[v] == 1 else f"{v} ({k})" for k, v in labels.items()}
    edges = [(names.get(a, a), names.get(b, b)) for a, b in links]
    return EdgeList(tuple(names.values()), edges, form)


def _records(path: Path, form: str) -> Iterator[Record]:
    # The hash makes relative addresses, which these formats do not have.
    for frame in read_graph(path, form, "", from_environment()):
        if isinstance(frame, Refused):
            raise LoadError(f"{path}:{frame.line}: {frame.reason}")
        if isinstance(frame, Records):
            yield from frame.items


def _rows(path: Path) -> Iterator[Line]:
    """Yield the rows of a workbook, of Parquet, or of objects, names of columns first."""
    is_named = True
    for frame in read_table(path, from_environment(), header=0):
        if isinstance(frame, frames.Refused):
            raise LoadError(f"{path}:{frame.number}: {frame.reason}")
        if isinstance(frame, frames.Head):
            is_numbered = frame.columns == [str(n) for n in range(1, len(frame.columns) + 1)]
            if is_named and not is_numbered:
                yield Line(0, frame.columns)
            is_named = False
        elif isinstance(frame, frames.Lines):
            yield from (Line(row.number, [cell or "" for cell in row.cells]) for row in frame.rows)
