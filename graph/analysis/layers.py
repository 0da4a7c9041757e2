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
    # Plain loops and flat arrays throughout: what NumPy offers beyond takes seconds to compile.
    indptr, neighbor, edge, kept = near
    size = len(indptr) - 1
    is_free = len(kept) == 0
    # Of both searches, one behind the other: how far a node is, and the nodes in order.
    distance, queue = np.empty(2 * size, np.int8), np.empty(2 * size, np.int32)
    distance[:] = -1
    begin, end = [0, size], [1, size + 1]
    for side in range(2):
        queue[side * size] = ends[side]
        distance[side * size + ends[side]] = 0
    for _ in range(max_hops):
        side = _cheaper(indptr, queue, begin, end)
        here, there = side * size, (1 - side) * size
        tail, met = end[side], -1
        for i in range(begin[side], end[side]):
            node = queue[i]
            for p in range(indptr[node], indptr[node + 1]):
                other = neighbor[p]
                if distance[here + other] < 0 and (is_free or kept[edge[p]]):
                    distance[here + other] = distance[here + node] + 1
                    queue[tail] = other
                    tail += 1
                    if distance[there + other] >= 0:
                        met = other
        begin[side], end[side] = end[side], tail
        if met >= 0:
            return _between(near, distance, queue[begin[side] : tail], met)
        if begin[side] == tail:
            break
    return distance[:0]


@njit(cache=True)
def _cheaper(indptr: Int64, queue: Int32, begin: list[int], end: list[int]) -> int:
    """Return the side whose frontier has fewer edges: hubs of the other are often never opened."""
    balance = 0
    for side in range(2):
        for i in range(begin[side], end[side]):
            edges = indptr[queue[i] + 1] - indptr[queue[i]]
            balance += edges if side else -edges
    return 0 if balance >= 0 else 1


@njit(cache=True)
def _between(near: Near, distance: Int8, fresh: Int32, met: int) -> Int8:
    """Walk back from where the searches met to both ends, marking what lies on the way."""
    indptr, neighbor, edge, kept = near
    size = len(indptr) - 1
    marks, queue = np.empty(size, np.int8), np.empty(size, np.int32)
    marks[:] = -1
    middle = distance[met]
    hops = middle + distance[size + met]
    for side in range(2):
        here, tail = side * size, 0
        for node in fresh:
            if distance[node] == middle and distance[size + node] == hops - middle:
                marks[node] = middle
                queue[tail] = node
                tail += 1
        done = 0
        while done < tail:
            node = queue[done]
            done += 1
            left = distance[here + node] - 1
            for p in range(indptr[node], indptr[node + 1]):
                other = neighbor[p]
                is_nearer = distance[here + other] == left and marks[other] < 0
                if is_nearer and (len(kept) == 0 or kept[edge[p]]):
                    marks[other] = left if side == 0 else hops - left
                    queue[tail] = other
                    tail += 1
    return marks
