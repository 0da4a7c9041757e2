"""What falls apart when actors are removed: key players and disruption curves.

The curve gives the size of the largest component after each removal, as a share of its
size before the first one. Sequential removal measures again after each step; static
removal keeps the first ranking (Holme et al. 2002; on criminal networks Cavallaro et al.
2020).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.analysis import kernels
from graph.analysis.arrays import Float64, Int32
from graph.analysis.measures import betweenness_centrality
from graph.analysis.simple import SimpleGraph, from_arrays
from graph.errors import GraphError

Strategy = Literal["sequential", "static"]
Measure = Callable[[SimpleGraph], Float64 | Int32]


@dataclass(frozen=True, slots=True)
class Disruption:
    """Removal of actors, one after the other.

    Attributes:
        removed: Labels in order of removal.
        shares: Size of the largest component before any removal and after each, as a share
            of the first; one more entry than ``removed``, starting with 1.
    """

    removed: tuple[str, ...]
    shares: tuple[float, ...]


def disrupt(
    graph: SimpleGraph,
    steps: int,
    *,
    strategy: Strategy = "sequential",
    measure: Measure = betweenness_centrality,
) -> Disruption:
    """Remove the highest-ranked actors and return what remains connected.

    Ties are broken by degree, then by order of the nodes.

    Args:
        graph: The network.
        steps: How many to remove; at most all nodes.
        strategy: ``sequential`` ranks again after each removal, ``static`` ranks once.
        measure: What ranks the actors.

    Complexity is that of ``measure``, once or ``steps`` times.
    """
    steps = min(steps, graph.node_count)
    if strategy == "static":
        return remove(graph, _ranking(graph, measure)[:steps].tolist())
    return remove(graph, _sequential(graph, steps, measure))


def remove(graph: SimpleGraph, nodes: Sequence[int]) -> Disruption:
    """Remove given actors in the given order.

    Raises:
        GraphError: A node is named twice.
    """
    if len(set(nodes)) != len(nodes):
        raise GraphError("An actor can be removed only once; name each of them once.")
    order = np.array(nodes, dtype=np.int32)
    sizes = kernels.removal_curve(graph.indptr, graph.indices, order)
    first = max(int(sizes[0]), 1)
    return Disruption(
        removed=tuple(graph.labels[node] for node in nodes),
        shares=tuple(float(s) / first for s in sizes),
    )


def _ranking(graph: SimpleGraph, measure: Measure) -> Int32:
    scores = np.nan_to_num(measure(graph).astype(np.float64), nan=-np.inf)
    order = np.lexsort((np.arange(graph.node_count), -graph.degree, -scores))
    return order.astype(np.int32)


def _sequential(graph: SimpleGraph, steps: int, measure: Measure) -> list[int]:
    remaining = np.arange(graph.node_count)
    order: list[int] = []
    current = graph
    for _ in range(steps):
        chosen = int(_ranking(current, measure)[0])
        order.append(int(remaining[chosen]))
        current = _without(current, chosen)
        remaining = np.delete(remaining, chosen)
    return order


def _without(graph: SimpleGraph, node: int) -> SimpleGraph:
    rows = np.repeat(np.arange(graph.node_count), graph.degree)
    keep = (rows != node) & (graph.indices != node) & (rows < graph.indices)
    source, target = rows[keep], graph.indices[keep].astype(np.int64)
    labels = graph.labels[:node] + graph.labels[node + 1 :]
    return from_arrays(
        (source - (source > node)).astype(np.int32),
        (target - (target > node)).astype(np.int32),
        graph.weights[keep],
        labels,
    )


def fragmentation(graph: SimpleGraph) -> float:
    """Return the share of pairs that cannot reach each other (Borgatti 2006), 0-1."""
    size = graph.node_count
    if size < 2:
        return 0.0
    sizes = np.bincount(kernels.components(graph.indptr, graph.indices))
    return 1.0 - float((sizes * (sizes - 1)).sum()) / (size * (size - 1))


def key_players(graph: SimpleGraph, count: int) -> Disruption:
    """Choose the actors whose joint removal fragments the network most, greedily.

    Borgatti's key player problem (2006), negative form: each step removes the node whose
    absence leaves the most pairs apart; ties by degree, then order of the nodes. Nodes
    that are no articulation point cut off only themselves, so those and the node with the
    highest degree are tried.
    """
    remaining = np.arange(graph.node_count)
    chosen: list[int] = []
    current = graph
    for _ in range(min(count, graph.node_count)):
        best = max(
            _worth_trying(current),
            key=lambda node: (
                fragmentation(_without(current, node)),
                int(current.degree[node]),
                -node,
            ),
        )
        chosen.append(int(remaining[best]))
        current = _without(current, best)
        remaining = np.delete(remaining, best)
    return remove(graph, chosen)


def _worth_trying(graph: SimpleGraph) -> list[int]:
    marked = kernels.articulation_points(graph.indptr, graph.indices)
    candidates = set(np.flatnonzero(marked).tolist())
    candidates.add(int(np.argmax(graph.degree)))
    return sorted(candidates)
