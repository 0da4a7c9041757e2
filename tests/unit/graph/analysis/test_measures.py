"""Every measure agrees with networkx on graphs of every shape; networkx is the oracle."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.analysis.louvain import modularity
from graph.analysis.measures import (
    MEASURES,
    articulation_points,
    betweenness_centrality,
    closeness_centrality,
    communities,
    connected_components,
    constraint,
    core_number,
    degree_centrality,
    eigenvector_centrality,
    pagerank,
    to_networkx,
)
from graph.analysis.simple import SimpleGraph, from_arrays, from_edges

SHAPES = {
    "empty": nx.empty_graph(0),
    "one node": nx.empty_graph(1),
    "no edges": nx.empty_graph(5),
    "one edge": nx.path_graph(2),
    "path": nx.path_graph(7),
    "cycle": nx.cycle_graph(6),
    "star": nx.star_graph(6),
    "complete": nx.complete_graph(5),
    "barbell": nx.barbell_graph(5, 2),
    "two parts": nx.disjoint_union(nx.path_graph(4), nx.complete_graph(4)),
    "karate": nx.karate_club_graph(),
    "sparse": nx.gnp_random_graph(120, 0.015, seed=4),
    "dense": nx.gnp_random_graph(40, 0.4, seed=5),
    "heavy tail": nx.barabasi_albert_graph(150, 2, seed=6),
}


def ours(graph: nx.Graph) -> SimpleGraph:
    labels = [str(node) for node in range(len(graph))]
    return from_edges([(str(a), str(b)) for a, b in graph.edges], labels)


def theirs(scores: dict[int, float]) -> np.ndarray:
    return np.array([scores[node] for node in range(len(scores))], dtype=float)


@pytest.fixture(params=SHAPES, ids=lambda name: name.replace(" ", "-"))
def pair(request):
    graph = SHAPES[request.param]
    return graph, ours(graph)


def test_degree(pair):
    graph, made = pair
    if len(graph) > 1:
        np.testing.assert_allclose(degree_centrality(made), theirs(nx.degree_centrality(graph)))


def test_betweenness(pair):
    graph, made = pair
    np.testing.assert_allclose(
        betweenness_centrality(made), theirs(nx.betweenness_centrality(graph)), atol=1e-12
    )


def test_closeness(pair):
    graph, made = pair
    np.testing.assert_allclose(closeness_centrality(made), theirs(nx.closeness_centrality(graph)))


def test_pagerank_is_converged(pair):
    graph, made = pair
    expected = nx.pagerank(strip(graph), tol=1e-12, max_iter=5000)
    np.testing.assert_allclose(pagerank(made), theirs(expected), atol=1e-6)


def strip(graph: nx.Graph) -> nx.Graph:
    """Return the graph without weights (karate has some)."""
    plain = nx.empty_graph(len(graph))
    plain.add_edges_from(graph.edges)
    return plain


def test_core_number(pair):
    graph, made = pair
    assert core_number(made).tolist() == [nx.core_number(graph)[n] for n in range(len(graph))]


def test_constraint(pair):
    graph, made = pair
    if len(graph) == 0:
        assert constraint(made).shape == (0,)
        return
    np.testing.assert_allclose(
        constraint(made), theirs(nx.constraint(strip(graph))), equal_nan=True
    )


def test_articulation_points(pair):
    graph, made = pair
    assert articulation_points(made) == sorted(nx.articulation_points(graph))


def test_components(pair):
    graph, made = pair
    found = connected_components(made)
    expected = {frozenset(nodes) for nodes in nx.connected_components(graph)}
    assert {frozenset(np.flatnonzero(found == c).tolist()) for c in set(found)} == expected


@pytest.mark.parametrize("name", ["path", "star", "karate", "barbell", "dense"])
def test_eigenvector(name):
    graph = strip(SHAPES[name])
    expected = np.abs(theirs(nx.eigenvector_centrality_numpy(graph)))
    np.testing.assert_allclose(eigenvector_centrality(ours(graph)), expected, atol=1e-4)


def test_round_trip_through_networkx(pair):
    graph, made = pair
    again = to_networkx(made)
    assert set(map(frozenset, again.edges)) == set(map(frozenset, graph.edges))
    assert len(again) == len(graph)


def test_communities_of_two_cliques_are_the_cliques():
    graph = nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(4))
    found = communities(ours(graph))
    assert found.tolist() == [0] * 6 + [1] * 4


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_communities_are_as_good_as_networkx_finds(seed):
    graph = nx.connected_caveman_graph(20, 8)
    graph = nx.double_edge_swap(graph, nswap=60, max_tries=10_000, seed=seed)
    theirs = nx.community.louvain_communities(graph, weight=None, seed=seed)
    member = communities(ours(graph), seed=seed)
    parts = [set(np.flatnonzero(member == i).tolist()) for i in range(member.max() + 1)]
    assert nx.community.modularity(graph, parts) == pytest.approx(modularity(ours(graph), member))
    assert nx.community.modularity(graph, parts) > nx.community.modularity(graph, theirs) - 0.02
    assert [len(p) for p in parts] == sorted(map(len, parts), reverse=True)


def test_communities_stay_within_components(pair):
    graph, made = pair
    member = communities(made)
    for number in set(member.tolist()):
        part = np.flatnonzero(member == number).tolist()
        assert set(part) <= nx.node_connected_component(graph, part[0])
    assert communities(made).tolist() == member.tolist()


def test_modularity_follows_weights_and_resolution():
    graph = nx.Graph([(0, 1, {"weight": 3.0}), (1, 2, {"weight": 1.0}), (2, 3, {"weight": 3.0})])
    made = from_arrays(
        np.array([0, 1, 2], np.int32),
        np.array([1, 2, 3], np.int32),
        np.array([3.0, 1.0, 3.0]),
        tuple("abcd"),
    )
    member = np.array([0, 0, 1, 1], np.int32)
    for resolution in (0.5, 1.0, 2.0):
        expected = nx.community.modularity(graph, [{0, 1}, {2, 3}], resolution=resolution)
        assert modularity(made, member, resolution=resolution) == pytest.approx(expected)
    assert communities(made).tolist() == [0, 0, 1, 1]


def test_a_repeated_edge_keeps_its_largest_weight_and_loops_are_left_out():
    chance = np.random.default_rng(3)
    source, target = chance.integers(0, 30, (2, 400)).astype(np.int32)
    weights = chance.random(400)
    made = from_arrays(source, target, weights, tuple(map(str, range(30))))
    expected: dict[tuple[int, int], float] = {}
    for a, b, w in zip(source.tolist(), target.tolist(), weights.tolist(), strict=True):
        if a != b:
            for pair in ((a, b), (b, a)):
                expected[pair] = max(expected.get(pair, 0.0), w)
    rows = np.repeat(np.arange(30), made.degree).tolist()
    found = list(zip(rows, made.indices.tolist(), strict=True))
    assert found == sorted(expected)
    assert made.weights.tolist() == [expected[pair] for pair in found]


def test_sampled_betweenness_finds_the_bridge():
    graph = nx.barbell_graph(30, 1)
    scores = betweenness_centrality(ours(graph), sample=20, seed=1)
    assert int(np.argmax(scores)) in {29, 30, 31}


def test_sampling_all_sources_is_exact():
    graph = SHAPES["heavy tail"]
    exact = betweenness_centrality(ours(graph))
    np.testing.assert_allclose(betweenness_centrality(ours(graph), sample=150), exact)


@pytest.mark.parametrize("name", MEASURES)
def test_every_named_measure_gives_one_number_per_node(name):
    made = ours(SHAPES["karate"])
    assert MEASURES[name](made).shape == (34,)
