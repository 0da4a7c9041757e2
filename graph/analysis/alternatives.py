"""Paths between two nodes in order of length: the shortest, then the next longer ones.

J. Y. Yen (1971), "Finding the K shortest loopless paths in a network", Management Science
17(11): 712-716, over masks of edges: what a spur may not use is masked out, and the search
from both ends of :mod:`graph.analysis.paths` does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush

import numpy as np

from graph.analysis.arrays import Mask
from graph.analysis.network import Filter, Network
from graph.analysis.paths import Path, within

Nodes = tuple[int, ...]


def simple_paths(
    network: Network, start: int, goal: int, wanted: Filter, *, max_hops: int
) -> Iterator[Path]:
    """Yield paths without repeated nodes, ignoring direction, the shortest first.

    Paths of one length come in order of their node indices; two nodes linked by several
    relationships give one path, over the best. Each further path costs one search per node
    of the path before, and a copy of the mask (one byte per relationship).

    Args:
        network: Where to search.
        start: Node index. ``goal``: node index; equal ends give the path of one node.
        goal: Where to arrive.
        wanted: Which relationships may be used.
        max_hops: The longest path that counts.
    """
    if start == goal:
        yield (start,), ()
        return
    first = network.mask(wanted)
    kept = np.ones(network.edge_count, dtype=np.bool_) if first is None else np.array(first)
    waiting: list[tuple[int, Nodes, Nodes]] = []
    seen: set[Nodes] = set()
    given: list[Nodes] = []

    def offer(path: Path | None) -> None:
        if path is not None and path[0] not in seen:
            seen.add(path[0])
            heappush(waiting, (len(path[0]), *path))

    offer(next(within(network, start, goal, kept, max_hops), None))
    while waiting:
        _, nodes, edges = heappop(waiting)
        yield nodes, edges
        given.append(nodes)
        for turn in range(len(nodes) - 1):
            offer(_spur(network, (nodes, edges), turn, given, kept, max_hops))


def _spur(
    network: Network, path: Path, turn: int, given: list[Nodes], kept: Mask, max_hops: int
) -> Path | None:
    """Return the best path that leaves a given one at a turn; ``None`` where none does."""
    nodes, edges = path
    root = nodes[: turn + 1]
    here, goal = nodes[turn], nodes[-1]
    open_edges = kept.copy()
    for passed in root[:-1]:
        _, touching = network.incident(np.array([passed], dtype=np.int32), None)
        open_edges[touching] = False
    taken = {other[turn + 1] for other in given if other[: turn + 1] == root}
    neighbors, touching = network.incident(np.array([here], dtype=np.int32), None)
    open_edges[touching[np.isin(neighbors, list(taken))]] = False
    tail = next(within(network, here, goal, open_edges, max_hops - turn), None)
    if tail is None:
        return None
    return (*root[:-1], *tail[0]), (*edges[:turn], *tail[1])
