"""Networks as JSON: node-link (networkx, D3, vis.js, sigma), Cytoscape.js, and Neo4j's export.

Runs inside the locked process. A node goes by ``id`` or ``key``; where none has either, an
edge means it by its name, or by its place in the list, as D3 does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs import networks
from loaders.graphs.frames import Event, Facts, Refused
from loaders.graphs.json_text import Json, parse, texts
from loaders.graphs.networks import Said
from loaders.graphs.opening import lines, read_text
from loaders.tabular.limits import Limits

_Object = dict[str, Json]

_EDGES = ("links", "edges", "relationships", "rels")
_STARTS = ("source", "from", "start", "startNode")
_ENDS = ("target", "to", "end", "endNode")
_IDS = ("id", "key", "_id")
# Objects inside a node or an edge that hold what is said of it.
_INNER = ("data", "attributes", "properties")
_PLACES = frozenset({"x", "y", "vx", "vy", "fx", "fy", "index", "position"})
"""Where a node was drawn, which says nothing of it."""
_PARTS = (("group", "nodes"), ("group", "edges"), ("type", "node"), ("type", "relationship"))
"""What only tells nodes from edges."""
_SHOWN = 2_000
_REMEDY = 'Expected {"nodes": [{"id": ...}], "links": [{"source": ..., "target": ...}]}.'


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield what the file says of itself, and a record per node and edge.

    The number of a node or an edge stands for its line; lines of Neo4j's export have their own.

    Raises:
        LoadError: The file is no network in JSON, or passes a limit.
    """
    nodes, edges, facts = _lists(path, limits)
    if len(nodes) + len(edges) > limits.rows:
        raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
    title = facts.get("name") or facts.get("title")
    if isinstance(title, str) and title.strip():
        yield Facts({"title": title.strip()[:300]})
    by_place = _by_place(nodes)
    for number, given in enumerate(nodes, 1):
        yield from _node(number, given, by_place)
    known = {name for given in nodes if (name := _id(given)) is not None}
    for number, given in enumerate(edges, len(nodes) + 1):
        yield from _edge(number, given, known, by_place)


def _lists(path: Path, limits: Limits) -> tuple[list[Json], list[Json], _Object]:
    try:
        text = read_text(path, limits)
        first = next((line for _, line in lines(path, limits)), "")
        if '"nodes"' not in first and '"type"' in first and first.rstrip().endswith("}"):
            return (*_parted([parse(line) for line in text.splitlines() if line.strip()]), {})
        whole = parse(text)
    except ValueError as error:
        raise LoadError(f"{path} is no JSON: {error}. Correct it, or export it again.") from error
    if not isinstance(whole, dict):
        raise LoadError(f"{path} is no network in JSON. {_REMEDY}")
    graph = whole.get("graph")
    inner = graph if isinstance(graph, dict) and "nodes" in graph else whole
    elements = inner.get("elements", inner)
    facts = graph if isinstance(graph, dict) else whole
    if isinstance(elements, list):
        return (*_parted(elements), facts)
    found = elements if isinstance(elements, dict) else inner
    links = next((found[name] for name in _EDGES if name in found), [])
    nodes = found.get("nodes", [])
    if not isinstance(nodes, list) or not isinstance(links, list):
        raise LoadError(f"{path}: nodes and links must be lists. {_REMEDY}")
    return nodes, links, facts


def _parted(elements: list[Json]) -> tuple[list[Json], list[Json]]:
    """Return nodes and edges of one list that holds both."""
    edges: list[Json] = [
        e for e in elements if isinstance(e, dict) and _end(e, _STARTS) is not None
    ]
    taken = {id(edge) for edge in edges}
    return [e for e in elements if id(e) not in taken], edges


def _flat(given: _Object) -> _Object:
    """Return a node or an edge with what its inner objects hold; its own says more."""
    inner = [given[name] for name in _INNER if isinstance(given.get(name), dict)]
    found: _Object = {}
    for part in (*inner, {k: v for k, v in given.items() if k not in _INNER}):
        found |= part if isinstance(part, dict) else {}
    return found


def _first(given: Mapping[str, Json], names: tuple[str, ...]) -> str | None:
    """Return the first of some names that is a text or a number, as text."""
    for name in names:
        value = given.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            said = texts(value)[0]
            if said.strip():
                return said
    return None


def _id(given: Json) -> str | None:
    if isinstance(given, dict):
        return _first(_flat(given), _IDS)
    return texts(given)[0] if isinstance(given, str | int | float) else None


def _end(given: _Object, names: tuple[str, ...]) -> str | None:
    found = _flat(given)
    inner = next((found[name] for name in names if isinstance(found.get(name), dict)), None)
    return _id(inner) if isinstance(inner, dict) else _first(found, names)


def _by_place(nodes: list[Json]) -> list[str]:
    """Return ids by place, where no node has an id of its own; else nothing."""
    if any(_id(given) is not None for given in nodes):
        return []
    names = [_first(_flat(n), ("name", "label")) if isinstance(n, dict) else None for n in nodes]
    # Two that are called the same are not one.
    are_unique = len(set(names)) == len(names) and None not in names
    return [str(name) for name in names] if are_unique else [str(n) for n in range(len(names))]


def _node(number: int, given: Json, by_place: list[str]) -> Iterator[Event]:
    name = by_place[number - 1] if by_place else _id(given)
    if name is None:
        yield Refused(number, "a node without an id. Give it one.", str(given)[:_SHOWN])
        return
    said = Said(name, number)
    if isinstance(given, dict):
        said.values = list(_values(given, {*_IDS}))
    yield networks.node(said)


def _edge(number: int, given: Json, known: set[str], by_place: list[str]) -> Iterator[Event]:
    found = given if isinstance(given, dict) else {}
    ends = [_end(found, names) for names in (_STARTS, _ENDS)]
    if by_place:
        ends = [_meant(end, by_place) for end in ends]
    start, end = ends
    if start is None or end is None:
        reason = "an edge without a source and a target. Give it both."
        yield Refused(number, reason, str(given)[:_SHOWN])
        return
    if by_place or not known or {start, end} <= known:
        own = _first(_flat(found), ("id",)) or ""
        said = Said(own, number, (start, end))
        said.values = list(_values(found, {*_IDS, *_STARTS, *_ENDS}))
        yield from networks.edges(said)
        return
    missing = start if start not in known else end
    reason = f"an edge to {missing[:60]!a}, which is no node of the file. Add the node."
    yield Refused(number, reason, str(given)[:_SHOWN])


def _meant(end: str | None, by_place: list[str]) -> str | None:
    if end is None or end in by_place:
        return end
    is_place = end.isdecimal() and int(end) < len(by_place)
    return by_place[int(end)] if is_place else None


def _values(given: _Object, left: set[str]) -> Iterator[tuple[str, str, str | None]]:
    for name, value in _flat(given).items():
        if name in left or name in _PLACES or (name, value) in _PARTS:
            continue
        is_labels = name == "labels" and isinstance(value, list)
        for text in texts(value)[:1] if is_labels else texts(value):
            yield name, text, None
