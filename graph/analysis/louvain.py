"""Communities by modularity: Louvain's local moves, compiled, level by level.

Blondel, Guillaume, Lambiotte and Lefebvre 2008, "Fast unfolding of communities in large
networks". Deterministic for a seed, which fixes the order of visits.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from scipy import sparse

from graph.analysis.arrays import Float64, Int32, Int64
from graph.analysis.simple import SimpleGraph

_LEAST_GAIN = 1e-12
"""Relative to all weight; less than this is rounding, and moves on it would never end."""


def communities(graph: SimpleGraph, *, seed: int = 0, resolution: float = 1.0) -> Int32:
    """Return the number of each node's community, largest community first.

    Args:
        graph: Weighted by its ties' weights.
        seed: Of the order in which nodes are visited.
        resolution: Above 1 gives smaller communities (Reichardt and Bornholdt 2006).

    Nodes without ties are their own. Communities of equal size are in order of their
    smallest node. About O(m) per round, few rounds.
    """
    size = graph.node_count
    member: Int32 = np.arange(size, dtype=np.int32)
    level = sparse.csr_array((graph.weights, graph.indices, graph.indptr), shape=(size, size))
    chance = np.random.default_rng(seed)
    while level.nnz:
        order = chance.permutation(level.shape[0]).astype(np.int32)
        indptr = level.indptr.astype(np.int64)
        indices = level.indices.astype(np.int32)
        moved = _move(indptr, indices, level.data, order, resolution)
        _, found = np.unique(moved, return_inverse=True)
        count = int(found.max()) + 1
        if count == level.shape[0]:
            break
        member = found.astype(np.int32)[member]
        ones = np.ones(len(found))
        joined = sparse.csr_array((ones, (np.arange(len(found)), found)))
        level = sparse.csr_array(joined.T @ level @ joined)
    return _by_size(member)


def modularity(graph: SimpleGraph, member: Int32, *, resolution: float = 1.0) -> float:
    """Return the modularity of a partition (Newman 2006); 0 for a graph without ties."""
    total = float(graph.weights.sum())
    if total == 0:
        return 0.0
    rows = np.repeat(np.arange(graph.node_count), graph.degree)
    inside = float(graph.weights[member[rows] == member[graph.indices]].sum())
    strength = np.bincount(member[rows], weights=graph.weights)
    return inside / total - resolution * float(((strength / total) ** 2).sum())


def _by_size(member: Int32) -> Int32:
    _, first, number, sizes = np.unique(
        member, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank[number]


@njit(cache=True)
def _move(
    indptr: Int64, indices: Int32, weights: Float64, order: Int32, resolution: float
) -> Int32:
    """Move nodes to the neighbouring community that gains most, until none gains.

    A node is visited again when a neighbour has moved (a queue, as in Leiden's fast local
    move: Traag, Waltman and van Eck 2019). Entries on the diagonal are ties within a node.
    """
    size = len(indptr) - 1
    strength = np.zeros(size)
    for node in range(size):
        strength[node] = weights[indptr[node] : indptr[node + 1]].sum()
    whole = strength.sum()
    member = np.arange(size).astype(np.int32)
    total = strength.copy()
    tie = np.zeros(size)
    near = np.empty(size, np.int32)
    queue, waiting = order.copy(), np.ones(size, np.bool_)
    head, count = 0, size
    while count > 0:
        node = queue[head]
        head = (head + 1) % size
        count -= 1
        waiting[node] = False
        own = member[node]
        found = _neighbours(indptr, indices, weights, member, node, tie, near)
        total[own] -= strength[node]
        factor = resolution * strength[node] / whole
        best = _best(own, near[:found], tie, total, factor, _LEAST_GAIN * whole)
        tie[near[:found]] = 0.0
        total[best] += strength[node]
        if best == own:
            continue
        member[node] = best
        for p in range(indptr[node], indptr[node + 1]):
            other = indices[p]
            if member[other] != best and not waiting[other]:
                waiting[other] = True
                queue[(head + count) % size] = other
                count += 1
    return member


@njit(cache=True)
def _neighbours(
    indptr: Int64,
    indices: Int32,
    weights: Float64,
    member: Int32,
    node: int,
    tie: Float64,
    near: Int32,
) -> int:
    """Add up a node's ties by community into ``tie``; list the communities in ``near``."""
    found = 0
    for p in range(indptr[node], indptr[node + 1]):
        if indices[p] == node:
            continue
        other = member[indices[p]]
        if tie[other] == 0.0:
            near[found] = other
            found += 1
        tie[other] += weights[p]
    return found


@njit(cache=True)
def _best(own: int, near: Int32, tie: Float64, total: Float64, factor: float, least: float) -> int:
    best, gain = own, tie[own] - factor * total[own]
    for other in near:
        value = tie[other] - factor * total[other]
        if value > gain + least:
            best, gain = other, value
    return best
