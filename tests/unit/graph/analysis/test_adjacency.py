"""Compressed adjacency is what sets of neighbours are, sorted; whatever edges come in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import kernels
from graph.analysis.simple import SimpleGraph, from_arrays

# The first example compiles.
QUICK = settings(deadline=None, max_examples=200)


@st.composite
def edges(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    """Return a number of nodes, below and above the number of blocks, and edges."""
    size = draw(st.sampled_from([1, 2, 7, 31, 32, 33, 64, 1_000]))
    node = st.integers(0, size - 1)
    # A hub, so that edges repeat.
    return size, draw(st.lists(st.tuples(node | st.just(size - 1), node), max_size=120))


def neighbours(size: int, ties: list[tuple[int, int]]) -> list[list[int]]:
    found: list[set[int]] = [set() for _ in range(size)]
    for a, b in ties:
        if a != b:
            found[a].add(b)
            found[b].add(a)
    return [sorted(near) for near in found]


def built(size: int, ties: list[tuple[int, int]]) -> SimpleGraph:
    ends = np.array(ties, dtype=np.int32).reshape(-1, 2)
    # Columns of a table are not contiguous.
    return from_arrays(ends[:, 0], ends[:, 1], None, tuple(map(str, range(size))))


def lists(graph: SimpleGraph) -> list[list[int]]:
    return [part.tolist() for part in np.split(graph.indices, graph.indptr[1:-1])]


@QUICK
@given(edges())
def test_neighbours_are_distinct_and_ascending(given_edges):
    size, ties = given_edges
    graph = built(size, ties)
    assert lists(graph) == neighbours(size, ties)
    assert (graph.indptr.dtype, graph.indices.dtype) == (np.int64, np.int32)


@QUICK
@given(edges())
def test_components_are_numbered_by_their_smallest_node(given_edges):
    size, ties = given_edges
    near = neighbours(size, ties)
    expected, count = [-1] * size, 0
    for node in range(size):
        if expected[node] < 0:
            waiting = [node]
            while waiting:
                here = waiting.pop()
                if expected[here] < 0:
                    expected[here] = count
                    waiting += near[here]
            count += 1
    graph = built(size, ties)
    assert kernels.components(graph.indptr, graph.indices).tolist() == expected


def test_no_node_and_no_edge():
    nothing = np.zeros(0, np.int32)
    assert lists(from_arrays(nothing, nothing, None, ("a", "b"))) == [[], []]
    empty = from_arrays(nothing, nothing, None, ())
    assert empty.indptr.tolist() == [0]
    assert kernels.core_numbers(empty.indptr, empty.indices).tolist() == []


@pytest.mark.parametrize("size", [10, 5_000])
def test_a_large_graph_with_a_hub(size):
    chance = np.random.default_rng(size)
    ends = (size * chance.random((2, 20 * size)) ** 2).astype(np.int32)
    # What is mapped from a file may not be written to.
    ends.flags.writeable = False
    graph = from_arrays(ends[0], ends[1], None, tuple(map(str, range(size))))
    assert lists(graph) == neighbours(size, ends.T.tolist())
