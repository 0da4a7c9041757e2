"""Networks of one's own, to be measured and not kept: lists of edges, GraphML, GEXF.

Lists are plain, as UCINET, spreadsheets and published case studies have them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs.detecting import detect
from loaders.graphs.frames import Record, Records, Refused
from loaders.graphs.reading import read
from loaders.paths import present
from loaders.tabular.limits import from_environment
from ontology.reading import NS

_MAXIMUM_BYTES = 1 << 30
_DRAWN = ("graphml", "gexf")
_HEADERS = (
    ("source", "target"), ("from", "to"), ("ego", "alter"), ("node1", "node2"),
    ("left", "right"), ("src", "dst"), ("dari", "ke"), ("asal", "tujuan"),
    ("sumber", "target"),
)  # fmt: skip
"""What the two columns of ends are called, in small letters."""

_FOREIGN = {"*vertices": "Pajek", "*network": "Pajek", "dl ": "UCINET DL", "graph [": "GML"}
"""How files begin that are no list of edges."""


@dataclass(frozen=True, slots=True)
class EdgeList:
    """A network by the names of its nodes.

    Attributes:
        nodes: Names of nodes, also of those without an edge, where the file lists them.
        edges: Pairs of names, in the order of the file.
    """

    nodes: tuple[str, ...]
    edges: list[tuple[str, str]]


def read_network(path: Path) -> EdgeList:
    """Read a list of edges, GraphML, or GEXF.

    A list has two columns, separated by comma, semicolon, tab or spaces; further columns are
    ignored. A first line that names the ends (source and target, from and to, dari and ke) is a
    header, and says which columns they are. Blank lines and lines that start with ``#`` or ``%``
    are passed over. Nodes of GraphML and GEXF go by their label where no other has it.

    Raises:
        LoadError: The file cannot be read, is too large, or a line has fewer than two columns.
    """
    form = detect(present(path))
    if form in _DRAWN:
        return _drawn(path, form)
    return EdgeList((), list(_listed(path)))


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
    return EdgeList(tuple(names.values()), [(names.get(a, a), names.get(b, b)) for a, b in links])


def _records(path: Path, form: str) -> Iterator[Record]:
    # The hash makes relative addresses, which these formats do not have.
    for frame in read(path, form, "", from_environment()):
        if isinstance(frame, Refused):
            raise LoadError(f"{path}:{frame.line}: {frame.reason}")
        if isinstance(frame, Records):
            yield from frame.items


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    ends = (0, 1)
    is_first = True
    for number, line in enumerate(_lines(path), 1):
        if not line.strip() or line.lstrip().startswith(("#", "%")):
            continue
        parts = _parts(line)
        if is_first:
            _refuse_foreign(path, line)
            is_first = False
            if (named := _ends_named(parts)) is not None:
                ends = named
                continue
        if len(parts) <= max(ends) or not all(parts[end] for end in ends):
            raise LoadError(
                f"{path}:{number}: expected two names, got {line[:60]!r}. Write both ends of an "
                "edge, separated by a comma, and names that hold spaces in quotes."
            )
        yield parts[ends[0]], parts[ends[1]]


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _MAXIMUM_BYTES:
            raise LoadError(f"{path} is larger than 1 GiB; split it.")
        return path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LoadError(f"{path} is not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error


def _ends_named(parts: list[str]) -> tuple[int, int] | None:
    """Return where the ends stand if a line names them.

    >>> _ends_named(["id", "From", "To"]), _ends_named(["A", "B"])
    ((1, 2), None)
    """
    small = [part.lower() for part in parts]
    for one, other in _HEADERS:
        if one in small and other in small:
            return small.index(one), small.index(other)
    return None


def _refuse_foreign(path: Path, line: str) -> None:
    start = line.strip().lower()
    for beginning, name in _FOREIGN.items():
        if start.startswith(beginning):
            raise LoadError(
                f"{path} looks like {name}, which is not read. Save it as GraphML, as GEXF, or as "
                "a list of edges with two columns."
            )


def _parts(line: str) -> list[str]:
    for separator in (",", ";", "\t"):
        if separator in line:
            return [part.strip() for part in next(csv.reader([line], delimiter=separator))]
    return next(csv.reader([line], delimiter=" ", skipinitialspace=True))
