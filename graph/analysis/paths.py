"""Shortest paths over the network read model, by breadth-first search from both ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from graph.analysis.arrays import Int8, Mask
from graph.analysis.network import Filter, Network

Path = tuple[tuple[int, ...], tuple[int, ...]]
"""Node indices along the way, and the edge indices between them (one fewer)."""


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
    # Imported here: the compiler costs every command that finds no paths half a second.
    from graph.analysis.layers import FARTHEST, layers

    arrays = network.arrays
    passable = np.empty(0, np.bool_) if kept is None else kept.view()
    # What may be written to is another type to the compiler, which would compile once more.
    passable.flags.writeable = False
    near = (arrays.indptr, arrays.neighbor, arrays.edge, passable)
    marks = layers(near, (start, goal), min(max_hops, FARTHEST))
    if len(marks):
        yield from _walk(network, marks, (start,), (), goal, kept)


def _walk(
    network: Network,
    marks: Int8,
    nodes: tuple[int, ...],
    edges: tuple[int, ...],
    goal: int,
    kept: Mask | None,
) -> Iterator[Path]:
    if nodes[-1] == goal:
        yield nodes, edges
        return
    for neighbor, edge in _steps(network, nodes[-1], marks, kept):
        yield from _walk(network, marks, (*nodes, neighbor), (*edges, edge), goal, kept)


def _steps(network: Network, node: int, marks: Int8, kept: Mask | None) -> list[tuple[int, int]]:
    """Return (neighbour, edge) one step nearer the goal, ascending, each over its best edge.

    The best edge has the highest confidence, then the smallest index.
    """
    arrays = network.arrays
    here = slice(arrays.indptr[node], arrays.indptr[node + 1])
    neighbors, edges = arrays.neighbor[here], arrays.edge[here]
    # A hub has thousands of neighbours, of which a handful lie on the way.
    chosen = marks[neighbors] == marks[node] + 1
    if kept is not None:
        chosen &= kept[edges]
    doubts = -arrays.confidence[edges[chosen]]
    best: dict[int, int] = {}
    found = zip(neighbors[chosen].tolist(), doubts.tolist(), edges[chosen].tolist(), strict=True)
    for neighbor, _, edge in sorted(found):
        best.setdefault(neighbor, edge)
    return list(best.items())
