"""Compiled loops over compressed adjacency; called through ``graph.analysis.measures``.

Numba compiles each on first use and keeps the machine code on disk. Arguments are plain
arrays (``indptr`` int64, ``indices`` int32); nothing here knows labels or ontology.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from graph.analysis.arrays import Float64, Int32, Int64, Mask, UInt32

_ONE = np.uint32(1)


@njit(cache=True)
def components(indptr: Int64, indices: Int32) -> Int32:
    """Number the connected component of each node, in order of their smallest node.

    Union-find in which the smallest node of a component is its root. Two neighbours of each node
    make nearly all of the largest component; its nodes are then passed over, since an edge to
    another component stands there too (Sutton, Ben-Nun and Barak 2018, "Afforest").
    """
    size = len(indptr) - 1
    parent = np.arange(size).astype(np.int32)
    for node in range(size):
        for p in range(indptr[node], min(indptr[node] + 2, indptr[node + 1])):
            _unite(parent, node, indices[p])
    largest = _commonest_root(parent)
    for node in range(size):
        if _root(parent, node) != _root(parent, largest):
            for p in range(indptr[node] + 2, indptr[node + 1]):
                _unite(parent, node, indices[p])
    count = 0
    for node in range(size):
        if parent[node] == node:
            parent[node] = count
            count += 1
        else:
            # What stands before a node has its number already.
            parent[node] = parent[parent[node]]
    return parent


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
    """Peel nodes level by level (Batagelj and Zaversnik 2003, without their buckets).

    A node is looked at once for every level up to its own, which is at most its degree: O(m).
    """
    size = len(indptr) - 1
    # Numbers that cannot be negative spare a test at every step.
    near, degree = indices.view(np.uint32), np.diff(indptr).astype(np.uint32)
    left, peeled = np.arange(size).astype(np.uint32), np.empty(size + 1, np.uint32)
    level = np.uint32(0)
    while len(left):
        kept, top, done = 0, 0, 0
        for node in left:
            # What was peeled on the level before is below this one.
            peeled[top] = left[kept] = node
            top += degree[node] == level
            kept += degree[node] > level
        left = left[:kept]
        while done < top:
            node = peeled[done]
            done += 1
            for p in range(indptr[node], indptr[node + _ONE]):
                other = near[p]
                before = degree[other]
                degree[other] = before - np.uint32(before > level)
                peeled[top] = other
                top += before == level + _ONE
        level += _ONE
    return degree.view(np.int32)


@njit(cache=True)
def _by_degree(indptr: Int64) -> UInt32:
    """Return the nodes that have neighbours, those with fewest first."""
    degree = np.diff(indptr)
    free = np.zeros(degree.max() + 2 if len(degree) else 2, np.uint32)
    for d in degree:
        free[d + 1] += _ONE
    for d in range(1, len(free)):
        free[d] += free[d - 1]
    order, isolated = np.empty(len(degree), np.uint32), free[1]
    for node in range(len(degree)):
        order[free[degree[node]]] = node
        free[degree[node]] += _ONE
    return order[isolated:]


@njit(cache=True)
def pagerank(
    indptr: Int64, indices: Int32, damping: float, tolerance: float, most: int
) -> tuple[Float64, int]:
    """Return ranks that sum to 1, and the rounds used, or -1 if they were not enough.

    On an undirected graph ranks divided by degree solve a system that is symmetric and positive
    definite when nodes weigh their degree; conjugate gradients need a third of the rounds of
    power iteration. The error is below ``tolerance`` in total, whatever the graph.
    """
    size = len(indptr) - 1
    # Nodes of one degree follow one another: the processor foresees where their ties end.
    order = _by_degree(indptr)
    ends, near = _renumbered(indptr, indices, order)
    # Every isolated node has this rank and spreads it over all: solved by hand.
    base = (1.0 - damping) / (size - damping * (size - len(order)))
    found, rounds = _solved(ends, near, damping, base, tolerance * (1.0 - damping), most)
    rank = np.full(size, base)
    for k in range(len(order)):
        rank[order[k]] = found[k] * (ends[k + 1] - ends[k])
    return rank / rank.sum(), rounds


@njit(cache=True)
def _renumbered(indptr: Int64, indices: Int32, order: UInt32) -> tuple[Int64, UInt32]:
    """Return the adjacency of nodes in another order; only isolated ones may be left out."""
    place, ends = np.empty(len(indptr) - 1, np.uint32), np.zeros(len(order) + 1, np.int64)
    for k in range(len(order)):
        place[order[k]] = k
    near, top = np.empty(len(indices), np.uint32), 0
    for k in range(len(order)):
        for p in range(indptr[order[k]], indptr[order[k] + _ONE]):
            near[top] = place[indices[p]]
            top += 1
        ends[k + 1] = top
    return ends, near


@njit(cache=True)
def _solved(
    ends: Int64, near: UInt32, damping: float, base: float, tolerance: float, most: int
) -> tuple[Float64, int]:
    """Solve by conjugate gradients, until what is left is below ``tolerance`` in total."""
    size = len(ends) - 1
    found, image = np.zeros(size), np.empty(size)
    left = base / np.diff(ends)
    ahead = left.copy()
    energy, error = _sizes(ends, left)
    for iteration in range(most):
        if error <= tolerance:
            return found, iteration
        product, begin = 0.0, np.uint64(0)
        for k in range(size):
            end, total = np.uint64(ends[k + 1]), 0.0
            degree = float(end - begin)
            for p in range(begin, end):
                total += ahead[near[p]]
            begin = end
            image[k] = ahead[k] - damping * total / degree
            product += degree * ahead[k] * image[k]
        step, before = energy / product, energy
        for k in range(size):
            left[k] -= step * image[k]
        energy, error = _sizes(ends, left)
        for k in range(size):
            found[k] += step * ahead[k]
            ahead[k] = left[k] + energy / before * ahead[k]
    return found, -1


@njit(cache=True)
def _sizes(ends: Int64, left: Float64) -> tuple[float, float]:
    """Return the sums of squares and of sizes, nodes weighing their degree."""
    energy, error = 0.0, 0.0
    for k in range(len(left)):
        weighed = float(ends[k + 1] - ends[k]) * left[k]
        energy += weighed * left[k]
        error += abs(weighed)
    return energy, error


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
def _unite(parent: Int32, one: int, other: int) -> None:
    a, b = _root(parent, one), _root(parent, other)
    parent[max(a, b)] = min(a, b)


@njit(cache=True)
def _commonest_root(parent: Int32) -> int:
    """Return the root that most of a thousand nodes have; 0 where there is no node."""
    roots = np.empty(min(1000, len(parent)), np.int32)
    for i in range(len(roots)):
        roots[i] = _root(parent, i * len(parent) // len(roots))
    roots.sort()
    best, most, begin = 0, 0, 0
    for i in range(len(roots)):
        if roots[i] != roots[begin]:
            begin = i
        if i - begin >= most:
            best, most = roots[i], i - begin + 1
    return best


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
