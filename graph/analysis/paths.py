"""Shortest paths over the network read model, by breadth-first search from both ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from graph.analysis.arrays import Int8, Int32, Mask
from graph.analysis.network import Filter, Network

Path = tuple[tuple[int, ...], tuple[int, ...]]
"""Node indices along the way, and the edge indices between them (one fewer)."""


_FARTHEST = 120
"""Hops beyond which a path means nothing, and a mark of one byte would overflow."""


def shortest_paths(
    network: Network, start: int, goal: int, wanted: Filter, *, max_hops: int, limit: int
) -> list[Path]:
    """Return up to ``limit`` shortest paths, ignoring direction.

    All returned paths have the same, smallest number of hops; an empty list says that none
    of up to ``max_hops`` exists. Order is by node indices along the path. Two nodes linked by
    several relationships give one path, over the edge with the highest confidence.
    """
    if start == goal:
        return [((start,), ())]
    return list(islice(within(network, start, goal, network.mask(wanted), max_hops), limit))


def within(
    network: Network, start: int, goal: int, kept: Mask | None, max_hops: int
) -> Iterator[Path]:
    """Yield the shortest paths over the edges that a mask keeps; none where there is none."""
    layers = _layers(network, start, goal, kept, max_hops)
    if layers is not None:
        yield from _walk(network, layers, goal, kept)


def _layers(
    network: Network, start: int, goal: int, kept: Mask | None, max_hops: int
) -> list[Int32] | None:
    """Return the nodes at each distance that lie on some shortest path, from the start."""
    size = network.node_count
    # Marks of one byte: both arrays are filled anew for every question.
    distance = (np.full(size, -1, dtype=np.int8), np.full(size, -1, dtype=np.int8))
    levels: tuple[list[Int32], list[Int32]] = ([], [])
    for side, node in enumerate((start, goal)):
        distance[side][node] = 0
        levels[side].append(np.array([node], dtype=np.int32))
    for _ in range(min(max_hops, _FARTHEST)):
        # The smaller frontier is grown: hubs on one side are then often never opened.
        side = 0 if len(levels[0][-1]) <= len(levels[1][-1]) else 1
        neighbors, _ = network.incident(levels[side][-1], kept)
        fresh = np.unique(neighbors[distance[side][neighbors] < 0])
        if len(fresh) == 0:
            return None
        distance[side][fresh] = len(levels[side])
        levels[side].append(fresh)
        met = fresh[distance[1 - side][fresh] >= 0]
        if len(met):
            return _between(network, distance, met, kept)
    return None


def _between(
    network: Network,
    distance: tuple[Int8, Int8],
    met: Int32,
    kept: Mask | None,
) -> list[Int32]:
    """Walk back from where the searches met, keeping nodes on shortest paths only."""
    forward, backward = [met], [met]
    for side, chain in ((0, forward), (1, backward)):
        for level in range(int(distance[side][met[0]]) - 1, -1, -1):
            neighbors, _ = network.incident(chain[-1], kept)
            chain.append(np.unique(neighbors[distance[side][neighbors] == level]))
    return [*reversed(forward), *backward[1:]]


def _walk(network: Network, layers: list[Int32], goal: int, kept: Mask | None) -> Iterator[Path]:
    allowed = [*layers[:-1], np.array([goal], dtype=np.int32)]

    def onward(nodes: tuple[int, ...], edges: tuple[int, ...]) -> Iterator[Path]:
        depth = len(nodes)
        if depth == len(layers):
            yield nodes, edges
            return
        for neighbor, edge in _steps(network, nodes[-1], allowed[depth], kept):
            yield from onward((*nodes, neighbor), (*edges, edge))

    yield from onward((int(layers[0][0]),), ())


def _steps(network: Network, node: int, allowed: Int32, kept: Mask | None) -> list[tuple[int, int]]:
    """Return (neighbour, edge) for those allowed, ascending, each over its best edge.

    The best edge has the highest confidence, then the smallest index.
    """
    neighbors, edges = network.incident(np.array([node], dtype=np.int32), kept)
    # A hub has thousands of neighbours, of which a handful lie on the way.
    chosen = np.isin(neighbors, allowed)
    neighbors, edges = neighbors[chosen], edges[chosen]
    order = np.lexsort((edges, -network.arrays.confidence[edges], neighbors))
    neighbors, edges = neighbors[order], edges[order]
    _, first = np.unique(neighbors, return_index=True)
    return list(zip(neighbors[first].tolist(), edges[first].tolist(), strict=True))
