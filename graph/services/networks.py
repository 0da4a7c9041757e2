"""Networks to look at: neighbourhood, path, partnership; the same for API, CLI, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.analysis.alternatives import simple_paths
from graph.analysis.network import Filter, Subgraph
from graph.analysis.paths import Path, shortest_paths
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology.model import Ontology

EVIDENCE_TYPES = frozenset({"MENTIONED_IN", "PUBLISHED_BY"})
"""Links to documents: evidence, not ties; left out unless asked for."""

_ENDS = frozenset({"STARTS_AT", "ENDS_AT"})
DEFAULT_LIMIT = 300
MAXIMUM = 10_000


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network with its nodes and relationships in full.

    Attributes:
        nodes: Nearest to the focus first.
        relationships: Among those nodes.
        focus: Ids that the question was about.
        is_truncated: More would have belonged to it than the limit allowed.
        paths: For a path question, node ids along each path.
    """

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    focus: tuple[str, ...]
    is_truncated: bool = False
    paths: tuple[tuple[str, ...], ...] = ()


def default_filter(
    *,
    types: Iterable[str] = (),
    layers: Iterable[str] = (),
    first_day: str | None = None,
    last_day: str | None = None,
    confidence: float = 0.0,
    has_documents: bool = False,
) -> Filter:
    """Return a filter that leaves evidence links out unless ``has_documents``."""
    return Filter(
        types=frozenset(types),
        without=frozenset() if has_documents else EVIDENCE_TYPES,
        layers=frozenset(layers),
        first_day=first_day,
        last_day=last_day,
        confidence=confidence,
    )


def ego(
    snapshot: Snapshot,
    entity_id: str,
    *,
    hops: int = 1,
    wanted: Filter | None = None,
    limit: int = DEFAULT_LIMIT,
) -> NetworkView:
    """Return the neighbourhood of an entity.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    network = snapshot.network
    found = network.ego(
        network.index(entity_id), hops, wanted or default_filter(), min(limit, MAXIMUM)
    )
    return _view(snapshot, found, (entity_id,))


def path(
    snapshot: Snapshot,
    start: str,
    goal: str,
    *,
    wanted: Filter | None = None,
    max_hops: int = 6,
    limit: int = 5,
) -> NetworkView:
    """Return the shortest paths between two entities, ignoring direction.

    Raises:
        UnknownEntityError: One of them does not exist.
    """
    network = snapshot.network
    found = shortest_paths(
        network,
        network.index(start),
        network.index(goal),
        wanted or default_filter(),
        max_hops=max_hops,
        limit=limit,
    )
    return _along(snapshot, found, (start, goal))


def alternatives(
    snapshot: Snapshot,
    start: str,
    goal: str,
    *,
    wanted: Filter | None = None,
    max_hops: int = 6,
    limit: int = 5,
) -> NetworkView:
    """Return the shortest paths between two entities and the next longer ones, in order.

    Raises:
        UnknownEntityError: One of them does not exist.
    """
    network = snapshot.network
    found = simple_paths(
        network,
        network.index(start),
        network.index(goal),
        wanted or default_filter(),
        max_hops=max_hops,
    )
    return _along(snapshot, list(islice(found, limit)), (start, goal))


def _along(snapshot: Snapshot, found: Sequence[Path], focus: tuple[str, str]) -> NetworkView:
    nodes = dict.fromkeys(n for nodes, _ in found for n in nodes)
    edges = dict.fromkeys(e for _, edges in found for e in edges)
    view = _view(snapshot, Subgraph(tuple(nodes), tuple(sorted(edges))), focus)
    ids = snapshot.network.names.ids
    paths = tuple(tuple(ids[n] for n in nodes) for nodes, _ in found)
    return NetworkView(view.nodes, view.relationships, view.focus, paths=paths)


def partnership(
    snapshot: Snapshot,
    ontology: Ontology,
    *,
    first_day: str | None = None,
    last_day: str | None = None,
) -> NetworkView:
    """Return agreements and partnerships with their parties and territories.

    Args:
        snapshot: Where to look.
        ontology: Says what an agreement is.
        first_day: ISO day; agreements that ended before are left out.
        last_day: ISO day; agreements that began after are left out.
    """
    classes = [*ontology.descendants("Agreement"), *ontology.descendants("Partnership")]
    agreements = [n for n in snapshot.nodes_of_class(classes) if _is_within(n, first_day, last_day)]
    links = [
        link
        for node in agreements
        for link in snapshot.relationships_of(node.id)
        if link.source == node.id and link.type in ("HAS_PARTY", "LOCATED_IN", "WITNESSED_BY")
    ]
    others = snapshot.nodes([link.target for link in links])
    return NetworkView((*agreements, *others), tuple(links), ())


def _is_within(node: Node, first_day: str | None, last_day: str | None) -> bool:
    starts, ends = node.properties.get("first_day"), node.properties.get("last_day")
    if first_day is not None and isinstance(ends, str) and ends < first_day:
        return False
    return not (last_day is not None and isinstance(starts, str) and starts > last_day)


def _view(snapshot: Snapshot, found: Subgraph, focus: Sequence[str]) -> NetworkView:
    names = snapshot.network.names
    ids = [names.ids[n] for n in found.nodes]
    nodes = {n.id: n for n in snapshot.nodes(ids)}
    links = snapshot.relationships([names.edge_ids[e] for e in found.edges])
    return NetworkView(tuple(nodes[i] for i in ids), tuple(links), tuple(focus), found.is_truncated)


def expand_counts(
    snapshot: Snapshot, entity_id: str, wanted: Filter | None = None
) -> dict[str, int]:
    """Return how many relationships of each type touch an entity, most first.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    network = snapshot.network
    return network.type_counts(network.index(entity_id), wanted or default_filter())
