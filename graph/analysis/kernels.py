"""Compiled loops over compressed adjacency; called through ``graph.analysis.measures``.

Numba compiles each on first use and keeps the machine code on disk. Arguments are plain
arrays (``indptr`` int64, ``indices`` int32); nothing here knows labels or ontology.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from graph.analysis.arrays import Float64, Int32, Int64, Mask


@njit(cache=True)
def compress(source: Int32, target: Int32, size: int) -> tuple[Int64, Int32]:
    """Return (indptr, indices) of an undirected graph, neighbours ascending.

    Loops are left out and repeated edges counted once. One counting sort, then a sort of
    each node's few neighbours.
    """
    start = _starts(source, target, size)
    indices = np.empty(start[size], np.int32)
    place = start[:-1].copy()
    for e in range(len(source)):
        a, b = source[e], target[e]
        if a != b:
            indices[place[a]] = b
            place[a] += 1
            indices[place[b]] = a
            place[b] += 1
    indptr = np.zeros(size + 1, np.int64)
    top = 0
    for node in range(size):
        begin, end = start[node], start[node + 1]
        _sort(indices, begin, end)
        first = top
        for p in range(begin, end):
            if top == first or indices[top - 1] != indices[p]:
                indices[top] = indices[p]
                top += 1
        indptr[node + 1] = top
    return indptr, indices[:top]


@njit(cache=True)
def _starts(source: Int32, target: Int32, size: int) -> Int64:
    start = np.zeros(size + 1, np.int64)
    for e in range(len(source)):
        if source[e] != target[e]:
            start[source[e] + 1] += 1
            start[target[e] + 1] += 1
    for node in range(size):
        start[node + 1] += start[node]
    return start


_FEW = 24
"""Neighbours up to which insertion is the faster sort."""


@njit(cache=True)
def _sort(values: Int32, begin: int, end: int) -> None:
    if end - begin > _FEW:
        values[begin:end].sort()
        return
    for i in range(begin + 1, end):
        value = values[i]
        k = i - 1
        while k >= begin and values[k] > value:
            values[k + 1] = values[k]
            k -= 1
        values[k + 1] = value


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


@njit(cache=True)
def components(indptr: Int64, indices: Int32) -> Int32:
    """Number the connected component of each node, in order of their smallest node."""
    size = len(indptr) - 1
    label = np.full(size, -1, np.int32)
    stack = np.empty(size, np.int32)
    count = 0
    for start in range(size):
        if label[start] >= 0:
            continue
        label[start] = count
        stack[0] = start
        top = 1
        while top > 0:
            top -= 1
            node = stack[top]
            for p in range(indptr[node], indptr[node + 1]):
                other = indices[p]
                if label[other] < 0:
                    label[other] = count
                    stack[top] = other
                    top += 1
        count += 1
    return label


@njit(cache=True)
def reached(indptr: Int64, indices: Int32, sources: Int32, hops: int) -> Int64:
    """Count the nodes within some hops of each source, itself included."""
    size = len(indptr) - 1
    result = np.zeros(len(sources), np.int64)
    # Marked with the number of the source, so that nothing is cleared between sources.
    seen = np.full(size, -1, np.int32)
    queue = np.empty(size, np.int32)
    for k in range(len(sources)):
        queue[0] = sources[k]
        seen[sources[k]] = k
        begin, tail = 0, 1
        for _ in range(hops):
            end = tail
            for i in range(begin, end):
                node = queue[i]
                for p in range(indptr[node], indptr[node + 1]):
                    if seen[indices[p]] != k:
                        seen[indices[p]] = k
                        queue[tail] = indices[p]
                        tail += 1
            begin = end
        result[k] = tail
    return result


@njit(cache=True)
def core_numbers(indptr: Int64, indices: Int32) -> Int32:
    """Peel nodes by degree with bucket sort (Batagelj and Zaversnik 2003), O(m)."""
    size = len(indptr) - 1
    degree = np.empty(size, np.int32)
    for i in range(size):
        degree[i] = indptr[i + 1] - indptr[i]
    highest = degree.max() if size else 0
    start = np.zeros(highest + 2, np.int64)
    for i in range(size):
        start[degree[i] + 1] += 1
    for d in range(1, highest + 2):
        start[d] += start[d - 1]
    place = start[: highest + 1].copy()
    order = np.empty(size, np.int32)
    position = np.empty(size, np.int64)
    for i in range(size):
        position[i] = place[degree[i]]
        order[position[i]] = i
        place[degree[i]] += 1
    first = start[: highest + 1].copy()
    for k in range(size):
        node = order[k]
        for p in range(indptr[node], indptr[node + 1]):
            other = indices[p]
            if degree[other] > degree[node]:
                d = degree[other]
                head = first[d] if first[d] > k else k + 1
                swapped = order[head]
                order[head], order[position[other]] = other, swapped
                position[swapped], position[other] = position[other], head
                first[d] = head + 1
                degree[other] -= 1
    return degree


@njit(cache=True)
def pagerank(
    indptr: Int64, indices: Int32, damping: float, tolerance: float, most: int
) -> tuple[Float64, int]:
    """Return ranks that sum to 1, and the rounds used, or -1 if they were not enough.

    On an undirected graph the ranks solve a symmetric positive definite system after each
    is divided by the root of its degree; conjugate gradients need a third of the rounds of
    power iteration. The error is below ``tolerance`` in total, whatever the graph.
    """
    size = len(indptr) - 1
    root, inverse = np.zeros(size), np.zeros(size)
    isolated = 0
    for node in range(size):
        degree = indptr[node + 1] - indptr[node]
        isolated += degree == 0
        if degree:
            root[node] = np.sqrt(degree)
            inverse[node] = 1.0 / root[node]
    # Every isolated node has this rank and spreads it over all: solved by hand.
    base = (1.0 - damping) / (size - damping * isolated)
    found = np.zeros(size)
    left = base * inverse
    ahead = left.copy()
    energy = _dot(left, left)
    for iteration in range(most):
        if _dot(root, np.abs(left)) < tolerance * (1.0 - damping):
            rank = found * root
            for node in range(size):
                if root[node] == 0.0:
                    rank[node] = base
            return rank / rank.sum(), iteration
        scaled = ahead * inverse
        image = ahead.copy()
        for node in range(size):
            total = 0.0
            for p in range(indptr[node], indptr[node + 1]):
                total += scaled[indices[p]]
            image[node] -= damping * inverse[node] * total
        step = energy / _dot(ahead, image)
        found += step * ahead
        left -= step * image
        before, energy = energy, _dot(left, left)
        ahead = left + (energy / before) * ahead
    return found, -1


@njit(cache=True)
def _dot(a: Float64, b: Float64) -> float:
    # Not numpy's: its threads cost more than they save at these sizes.
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


@njit(cache=True)
def betweenness(indptr: Int64, indices: Int32, sources: Int32) -> Float64:
    """Sum of dependencies from the given sources (Brandes 2001); each pair counts twice."""
    size = len(indptr) - 1
    total = np.zeros(size)
    distance = np.empty(size, np.int32)
    ways = np.empty(size)
    dependency = np.empty(size)
    order = np.empty(size, np.int32)
    for source in sources:
        distance[:] = -1
        ways[:] = 0.0
        dependency[:] = 0.0
        distance[source] = 0
        ways[source] = 1.0
        order[0] = source
        head, tail = 0, 1
        while head < tail:
            node = order[head]
            head += 1
            for p in range(indptr[node], indptr[node + 1]):
                other = indices[p]
                if distance[other] < 0:
                    distance[other] = distance[node] + 1
                    order[tail] = other
                    tail += 1
                if distance[other] == distance[node] + 1:
                    ways[other] += ways[node]
        for k in range(tail - 1, 0, -1):
            node = order[k]
            for p in range(indptr[node], indptr[node + 1]):
                before = indices[p]
                if distance[before] == distance[node] - 1:
                    dependency[before] += ways[before] / ways[node] * (1.0 + dependency[node])
            total[node] += dependency[node]
    return total


@njit(cache=True)
def closeness(indptr: Int64, indices: Int32) -> Float64:
    """Closeness scaled by the share of nodes reached (Wasserman and Faust 1994)."""
    size = len(indptr) - 1
    result = np.zeros(size)
    distance = np.empty(size, np.int32)
    queue = np.empty(size, np.int32)
    for source in range(size):
        distance[:] = -1
        distance[source] = 0
        queue[0] = source
        head, tail, total = 0, 1, 0
        while head < tail:
            node = queue[head]
            head += 1
            total += distance[node]
            for p in range(indptr[node], indptr[node + 1]):
                other = indices[p]
                if distance[other] < 0:
                    distance[other] = distance[node] + 1
                    queue[tail] = other
                    tail += 1
        if total > 0 and size > 1:
            result[source] = (tail - 1) / total * (tail - 1) / (size - 1)
    return result


@njit(cache=True)
def articulation_points(indptr: Int64, indices: Int32) -> Int32:
    """Mark nodes whose removal parts their component (Hopcroft and Tarjan 1973); 1 or 0."""
    size = len(indptr) - 1
    marked = np.zeros(size, np.int32)
    found = np.full(size, -1, np.int32)
    low = np.empty(size, np.int32)
    parent = np.full(size, -1, np.int32)
    cursor = np.empty(size, np.int64)
    stack = np.empty(size, np.int32)
    time = 0
    for root in range(size):
        if found[root] >= 0:
            continue
        found[root] = low[root] = time
        time += 1
        cursor[root] = indptr[root]
        stack[0] = root
        top = 1
        while top > 0:
            node = stack[top - 1]
            if cursor[node] < indptr[node + 1]:
                other = indices[cursor[node]]
                cursor[node] += 1
                if found[other] < 0:
                    parent[other] = node
                    found[other] = low[other] = time
                    time += 1
                    cursor[other] = indptr[other]
                    stack[top] = other
                    top += 1
                elif other != parent[node]:
                    low[node] = min(low[node], found[other])
            else:
                top -= 1
                above = parent[node]
                if above >= 0:
                    low[above] = min(low[above], low[node])
                    if above != root and low[node] >= found[above]:
                        marked[above] = 1
    # A root parts its component when the search left it more than once.
    branches = np.zeros(size + 1, np.int32)
    for above in parent:
        branches[above] += 1
    return np.where(parent < 0, branches[:size] > 1, marked > 0).astype(np.int32)


@njit(cache=True)
def removal_curve(indptr: Int64, indices: Int32, order: Int32) -> Int64:
    """Size of the largest component after 0, 1, ... removals, by adding nodes back.

    One pass of union-find in reverse order of removal; nodes not in ``order`` stay.
    """
    size = len(indptr) - 1
    parent = np.arange(size).astype(np.int32)
    members = np.ones(size, np.int64)
    present = np.ones(size, np.bool_)
    for node in order:
        present[node] = False
    result = np.zeros(len(order) + 1, np.int64)
    largest = 0
    for node in range(size):
        if present[node]:
            largest = max(largest, _join(indptr, indices, parent, members, present, node))
    result[len(order)] = largest
    for k in range(len(order) - 1, -1, -1):
        present[order[k]] = True
        largest = max(largest, _join(indptr, indices, parent, members, present, order[k]))
        result[k] = largest
    return result


@njit(cache=True)
def _join(
    indptr: Int64,
    indices: Int32,
    parent: Int32,
    members: Int64,
    present: Mask,
    node: int,
) -> int:
    for p in range(indptr[node], indptr[node + 1]):
        other = indices[p]
        if not present[other]:
            continue
        a, b = _root(parent, node), _root(parent, other)
        if a != b:
            if members[a] < members[b]:
                a, b = b, a
            parent[b] = a
            members[a] += members[b]
    return int(members[_root(parent, node)])


@njit(cache=True)
def _root(parent: Int32, node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


@njit(cache=True)
def constraint(indptr: Int64, indices: Int32, weights: Float64) -> Float64:
    """Burt's constraint (1992): how much a node's contacts are contacts of each other.

    Isolated nodes are NaN, as in networkx.
    """
    size = len(indptr) - 1
    strength = np.zeros(size)
    for node in range(size):
        for p in range(indptr[node], indptr[node + 1]):
            strength[node] += weights[p]
    share = np.zeros(size)
    result = np.full(size, np.nan)
    for node in range(size):
        if indptr[node] == indptr[node + 1]:
            continue
        for p in range(indptr[node], indptr[node + 1]):
            share[indices[p]] += weights[p] / strength[node]
        total = 0.0
        for p in range(indptr[node], indptr[node + 1]):
            contact = indices[p]
            invested = weights[p] / strength[node]
            for q in range(indptr[contact], indptr[contact + 1]):
                between = indices[q]
                if between != node:
                    invested += share[between] * weights[q] / strength[between]
            total += invested * invested
        result[node] = total
        for p in range(indptr[node], indptr[node + 1]):
            share[indices[p]] = 0.0
    return result
