"""The nodes on shortest paths between two nodes, in layers: one compiled search from both ends.

Numba compiles it on first use and keeps the machine code on disk. Most of a search's time
used to pass between calls into NumPy: on 750,000 relationships this takes a tenth of it.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from graph.analysis.arrays import Int8, Int32, Int64, Mask

FARTHEST = 120
"""Hops beyond which a path means nothing, and a mark of one byte would overflow."""


Near = tuple[Int64, Int32, Int32, Mask]
"""Where the neighbours of each node begin; the neighbours; the edge to each; which edges may be
used (empty for all)."""


@njit(cache=True)
def layers(near: Near, ends: tuple[int, int], max_hops: int) -> Int8:
    """Return for every node its distance from the start, -1 where no shortest path passes.

    Args:
        near: What the search runs over.
        ends: Start and goal, which differ.
        max_hops: The longest path that counts, up to ``FARTHEST``.

    Returns:
        One mark a node; an empty array where no path is short enough.
    """
    size = len(near[0]) - 1
    distance = np.full((2, size), -1, np.int8)
    queue = np.empty((2, size), np.int32)
    begin, end = np.zeros(2, np.int64), np.ones(2, np.int64)
    for side in range(2):
        queue[side, 0] = ends[side]
        distance[side, ends[side]] = 0
    for _ in range(max_hops):
        side = _cheaper(near[0], queue, begin, end)
        tail = _grow(near, distance[side], queue[side], begin[side], end[side])
        begin[side], end[side] = end[side], tail
        fresh = queue[side, begin[side] : tail]
        if len(fresh) == 0:
            break
        met = fresh[distance[1 - side][fresh] >= 0]
        if len(met):
            return _between(near, distance, met)
    return np.empty(0, np.int8)


@njit(cache=True)
def _cheaper(indptr: Int64, queue: Int32, begin: Int64, end: Int64) -> int:
    """Return the side whose frontier has fewer edges: hubs of the other are often never opened."""
    cost = np.zeros(2, np.int64)
    for side in range(2):
        for node in queue[side, begin[side] : end[side]]:
            cost[side] += indptr[node + 1] - indptr[node]
    return 0 if cost[0] <= cost[1] else 1


@njit(cache=True)
def _grow(near: Near, distance: Int8, queue: Int32, begin: int, end: int) -> int:
    """Put what is one step beyond a frontier behind it in the queue; return where that ends."""
    indptr, neighbor, edge, kept = near
    tail = end
    for node in queue[begin:end]:
        for p in range(indptr[node], indptr[node + 1]):
            other = neighbor[p]
            if distance[other] < 0 and (len(kept) == 0 or kept[edge[p]]):
                distance[other] = distance[node] + 1
                queue[tail] = other
                tail += 1
    return tail


@njit(cache=True)
def _between(near: Near, distance: Int8, met: Int32) -> Int8:
    """Walk back from where the searches met to both ends, marking what lies on the way."""
    indptr, neighbor, edge, kept = near
    marks = np.full(distance.shape[1], -1, np.int8)
    hops = distance[0, met[0]] + distance[1, met[0]]
    queue = np.empty(distance.shape[1], np.int32)
    for side in range(2):
        queue[: len(met)] = met
        marks[met] = distance[0, met[0]]
        done, tail = 0, len(met)
        while done < tail:
            node = queue[done]
            done += 1
            left = distance[side, node] - 1
            for p in range(indptr[node], indptr[node + 1]):
                other = neighbor[p]
                is_nearer = distance[side, other] == left and marks[other] < 0
                if is_nearer and (len(kept) == 0 or kept[edge[p]]):
                    marks[other] = left if side == 0 else hops - left
                    queue[tail] = other
                    tail += 1
    return marks
