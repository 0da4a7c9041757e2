"""Paths in order of length against networkx, on random multigraphs."""

from __future__ import annotations

import random
from itertools import islice, pairwise
from pathlib import Path

import networkx as nx
import pytest

from graph.analysis.alternatives import simple_paths
from graph.analysis.building import build
from graph.analysis.network import Filter, Network
from graph.analysis.paths import shortest_paths
from graph.store import Relationship


def made(folder: Path, seed: int, nodes: int = 9, links: int = 16) -> tuple[Network, nx.Graph]:
    chance = random.Random(seed)
    names = [f"n:{i}" for i in range(nodes)]
    ends = [(chance.choice(names), chance.choice(names)) for _ in range(links)]
    edges = [
        Relationship(
            f"e{i:03}", "KNOWS", s, t, {"confidence": 0.5, "support": 1, "layer": "suspect"}
        )
        for i, (s, t) in enumerate(ends)
    ]
    build(folder, [(n, "Person", n) for n in names], edges)
    graph = nx.Graph((s, t) for s, t in ends if s != t)
    graph.add_nodes_from(names)
    return Network(folder), graph


@pytest.mark.parametrize("seed", range(25))
def test_they_are_all_simple_paths_shortest_first(tmp_path, seed):
    network, graph = made(tmp_path, seed)
    found = list(simple_paths(network, 0, 8, Filter(), max_hops=5))
    told = [tuple(network.names.ids[n] for n in nodes) for nodes, _ in found]
    expected = {tuple(p) for p in nx.all_simple_paths(graph, "n:0", "n:8", cutoff=5)}
    assert set(told) == expected
    assert len(told) == len(expected)
    assert [len(p) for p in told] == sorted(len(p) for p in told)


@pytest.mark.parametrize("seed", range(8))
def test_every_edge_joins_the_nodes_beside_it(tmp_path, seed):
    network, _ = made(tmp_path, seed)
    for nodes, edges in simple_paths(network, 0, 8, Filter(), max_hops=5):
        assert len(edges) == len(nodes) - 1
        for pair, edge in zip(pairwise(nodes), edges, strict=True):
            assert set(pair) == set(network.ends(edge))


def test_the_first_are_the_shortest_paths(tmp_path):
    network, _ = made(tmp_path, 3, nodes=12, links=40)
    shortest = shortest_paths(network, 0, 11, Filter(), max_hops=6, limit=100)
    found = list(islice(simple_paths(network, 0, 11, Filter(), max_hops=6), len(shortest)))
    assert shortest
    assert {p[0] for p in found} == {p[0] for p in shortest}


def test_filters_hold_and_ends_may_meet(tmp_path):
    network, _ = made(tmp_path, 3)
    assert list(simple_paths(network, 0, 8, Filter(types=frozenset({"PAID"})), max_hops=5)) == []
    assert list(simple_paths(network, 4, 4, Filter(), max_hops=5)) == [((4,), ())]
    mask = network.mask(Filter(layers=frozenset({"suspect"})))
    before = mask.copy()
    list(simple_paths(network, 0, 8, Filter(layers=frozenset({"suspect"})), max_hops=5))
    assert (mask == before).all()
