"""Compiled building of compressed adjacency; called through :mod:`graph.analysis.simple`.

Sorts the ends of edges by counting, in steps that stay within the processor's caches. Numba
compiles on first use and keeps the machine code on disk. There are fewer than 2**31 nodes
and edges, so that unsigned numbers of 32 bits hold every place.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from graph.analysis.arrays import Float64, Int32, Int64, UInt32, UInt64

_ONE = np.uint32(1)
# A key in the upper half of a pair, a value in the lower.
_HALF = np.uint64(32)
# Writing to hundreds of places in turn misses the caches at every step (10 ns an entry, against
# 2.6 ns for up to 32 places); so entries go to one of some 32 blocks first, then to their place.
_BLOCKS = 32


@njit(cache=True)
def compress(source: Int32, target: Int32, size: int) -> tuple[Int64, Int32]:
    """Return (indptr, indices) of an undirected graph, neighbours ascending.

    Loops are left out and repeated edges counted once. O(n + m).

    Args:
        source: Contiguous; ``target`` likewise, the other ends, all below ``size``.
        target: See ``source``.
        size: Number of nodes.
    """
    start, lower = _by_higher_end(source.view(np.uint32), target.view(np.uint32), size)
    # Turned once, each list of higher neighbours is in order; turned again, of lower ones too.
    start, higher = _distinct(*_turned(start, lower, size), size)
    lower_start, lower = _turned(start, higher, size)
    return _merged(lower_start, lower, start, higher, size)


@njit(cache=True)
def _by_higher_end(source: UInt32, target: UInt32, size: int) -> tuple[UInt32, UInt32]:
    """Return (start, values): the lower ends by the higher one, in order of the edges."""
    start = np.zeros(size + 1, np.uint32)
    for e in range(len(source)):
        a, b = source[e], target[e]
        start[max(a, b) + _ONE] += np.uint32(a != b)
    _add_up(start)
    pairs = np.empty(start[size], np.uint64)
    begin, shift = _blocks(start)
    for e in range(len(source)):
        a, b = source[e], target[e]
        if a != b:
            _put(pairs, begin, shift, max(a, b), min(a, b))
    return start, _settled(pairs, start)


@njit(cache=True)
def _turned(start: UInt32, values: UInt32, size: int) -> tuple[UInt32, UInt32]:
    """Return by value the lists that it is in, ascending."""
    turned = np.zeros(size + 1, np.uint32)
    for value in values:
        turned[value + _ONE] += _ONE
    _add_up(turned)
    pairs = np.empty(len(values), np.uint64)
    begin, shift = _blocks(turned)
    for node in range(size):
        for p in range(start[node], start[node + 1]):
            _put(pairs, begin, shift, values[p], np.uint32(node))
    return turned, _settled(pairs, turned)


@njit(cache=True)
def _add_up(counts: UInt32) -> None:
    # Not numpy's cumsum, which answers in 64 bits.
    total = np.uint32(0)
    for i in range(len(counts)):
        total += counts[i]
        counts[i] = total


@njit(cache=True)
def _blocks(start: UInt32) -> tuple[UInt32, np.uint32]:
    """Return where each block of keys begins, and by how many bits a key gives its block."""
    size = len(start) - 1
    shift = np.uint32(0)
    while size >> shift >= _BLOCKS:
        shift += _ONE
    begin = np.empty((size >> shift) + 1, np.uint32)
    for block in range(len(begin)):
        begin[block] = start[block << shift]
    return begin, shift


@njit(cache=True)
def _put(pairs: UInt64, begin: UInt32, shift: np.uint32, key: np.uint32, value: np.uint32) -> None:
    place = begin[key >> shift]
    begin[key >> shift] = place + _ONE
    pairs[place] = np.uint64(key) << _HALF | np.uint64(value)


@njit(cache=True)
def _settled(pairs: UInt64, start: UInt32) -> UInt32:
    """Return the values of pairs that are sorted by block, sorted by key."""
    free = start.copy()
    values = np.empty(len(pairs), np.uint32)
    for pair in pairs:
        place = free[pair >> _HALF]
        free[pair >> _HALF] = place + _ONE
        values[place] = np.uint32(pair)
    return values


@njit(cache=True)
def _distinct(start: UInt32, values: UInt32, size: int) -> tuple[UInt32, UInt32]:
    """Drop what repeats in ascending lists, in place."""
    kept = np.empty(size + 1, np.uint32)
    kept[0] = top = np.uint32(0)
    for node in range(size):
        before = np.uint32(size)
        for p in range(start[node], start[node + 1]):
            value = values[p]
            values[top] = value
            top += np.uint32(value != before)
            before = value
        kept[node + 1] = top
    return kept, values[:top]


@njit(cache=True)
def _merged(
    lower_start: UInt32, lower: UInt32, higher_start: UInt32, higher: UInt32, size: int
) -> tuple[Int64, Int32]:
    """Put each node's lower neighbours before its higher ones."""
    indptr = np.empty(size + 1, np.int64)
    indices = np.empty(len(lower) + len(higher), np.uint32)
    top = np.uint32(0)
    for node in range(size):
        indptr[node] = top
        for p in range(lower_start[node], lower_start[node + 1]):
            indices[top] = lower[p]
            top += _ONE
        for p in range(higher_start[node], higher_start[node + 1]):
            indices[top] = higher[p]
            top += _ONE
    indptr[size] = top
    return indptr, indices.view(np.int32)


@njit(cache=True)
def largest_weights(
    indptr: Int64, indices: Int32, source: Int32, target: Int32, weights: Float64
) -> Float64:
    """Return the largest weight of each entry among the edges that gave it; all are above 0."""
    result = np.zeros(len(indices))
    for e in range(len(source)):
        a, b = source[e], target[e]
        if a != b:
            p = indptr[a] + np.searchsorted(indices[indptr[a] : indptr[a + 1]], b)
            q = indptr[b] + np.searchsorted(indices[indptr[b] : indptr[b + 1]], a)
            result[p] = result[q] = max(result[p], weights[e])
    return result
