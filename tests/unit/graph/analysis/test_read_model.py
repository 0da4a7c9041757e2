"""The network read model against networkx, on graphs that nobody made up."""

from __future__ import annotations

import random
import tempfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.arrays import OPEN_END, OPEN_START, day_number, day_text, pack
from graph.analysis.building import build
from graph.analysis.network import Filter, Network
from graph.analysis.paths import shortest_paths
from graph.errors import UnknownEntityError
from graph.store import Relationship

TYPES = ("KNOWS", "PAID", "MENTIONED_IN")
LAYERS = ("reference", "suspect")


def link(number: int, source: str, target: str, **properties: object) -> Relationship:
    given: dict[str, object] = {
        "confidence": 0.5,
        "support": 1,
        "layer": LAYERS[number % 2],
        **properties,
    }
    kind = str(given.pop("type", TYPES[number % 3]))
    return Relationship(f"e{number:04}", kind, source, target, given)  # type: ignore[arg-type]


def network(folder: Path, names: list[str], links: list[Relationship]) -> Network:
    build(folder, [(n, "Person" if n < "n:5" else "Case", f"Caption {n}") for n in names], links)
    return Network(folder)


def ids(opened: Network, nodes: tuple[int, ...]) -> set[str]:
    return {opened.names.ids[n] for n in nodes}


ends = st.integers(0, 9).map(lambda n: f"n:{n}")
graphs = st.lists(st.tuples(ends, ends, st.integers(0, 5)), max_size=30).map(
    lambda edges: [link(i * 6 + k, s, t) for i, (s, t, k) in enumerate(edges)]
)
NAMES = [f"n:{n}" for n in range(10)]
wanted = st.builds(
    Filter,
    types=st.frozensets(st.sampled_from(TYPES), max_size=2),
    without=st.frozensets(st.sampled_from(TYPES), max_size=1),
    layers=st.frozensets(st.sampled_from(LAYERS), max_size=1),
)


def oracle(links: list[Relationship], chosen: Filter) -> nx.MultiGraph[str]:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_nodes_from(NAMES)
    for item in links:
        is_type = not chosen.types or item.type in chosen.types
        is_layer = not chosen.layers or item.properties["layer"] in chosen.layers
        if is_type and is_layer and item.type not in chosen.without:
            graph.add_edge(item.source, item.target, key=item.id)
    return graph


@settings(deadline=None)
@given(graphs, wanted, ends, st.integers(0, 4))
def test_neighbourhoods_are_those_of_networkx(
    links: list[Relationship], chosen: Filter, start: str, hops: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        opened = network(Path(folder), NAMES, links)
        graph = oracle(links, chosen)
        found = opened.ego(opened.index(start), hops, chosen, 100)
        expected = nx.single_source_shortest_path_length(graph, start, cutoff=hops)
        assert ids(opened, found.nodes) == set(expected)
        distances = [expected[opened.names.ids[n]] for n in found.nodes]
        assert distances == sorted(distances), "nearest first"
        edges = {opened.names.edge_ids[e] for e in found.edges}
        assert edges == {key for _, _, key in graph.subgraph(expected).edges(keys=True)}
        assert not found.is_truncated


@settings(deadline=None)
@given(graphs, wanted, ends, ends, st.integers(1, 6))
def test_shortest_paths_are_those_of_networkx(
    links: list[Relationship], chosen: Filter, start: str, goal: str, hops: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        opened = network(Path(folder), NAMES, links)
        graph = nx.Graph(oracle(links, chosen))
        found = shortest_paths(
            opened, opened.index(start), opened.index(goal), chosen, max_hops=hops, limit=1000
        )
        expected = set()
        if nx.has_path(graph, start, goal):
            expected = {tuple(p) for p in nx.all_shortest_paths(graph, start, goal)}
            expected = {p for p in expected if len(p) <= hops + 1}
        walked = [tuple(opened.names.ids[n] for n in nodes) for nodes, _ in found]
        assert len(walked) == len(set(walked))
        assert set(walked) == expected
        for nodes, edges in found:
            for (a, b), edge in zip(pairwise(nodes), edges, strict=True):
                assert set(opened.ends(edge)) == {a, b}


@settings(deadline=None)
@given(graphs, st.randoms(use_true_random=False))
def test_files_do_not_depend_on_the_order_of_arrival(
    links: list[Relationship], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        network(Path(one), NAMES, links)
        network(Path(two), chance.sample(NAMES, 10), chance.sample(links, len(links)))
        for path in Path(one).iterdir():
            assert path.read_bytes() == (Path(two) / path.name).read_bytes()


def test_an_empty_network_opens_and_answers(tmp_path: Path) -> None:
    opened = network(tmp_path, [], [])
    assert (opened.node_count, opened.edge_count) == (0, 0)
    with pytest.raises(UnknownEntityError, match="n:1"):
        opened.index("n:1")


def test_a_node_without_links_is_alone(tmp_path: Path) -> None:
    opened = network(tmp_path, ["n:1"], [])
    assert opened.ego(0, 3, Filter(), 10).nodes == (0,)
    assert opened.type_counts(0, Filter()) == {}
    assert shortest_paths(opened, 0, 0, Filter(), max_hops=3, limit=1) == [((0,), ())]


def test_a_link_with_a_missing_end_is_left_out(tmp_path: Path) -> None:
    opened = network(tmp_path, ["n:1", "n:2"], [link(1, "n:1", "n:2"), link(2, "n:1", "n:9")])
    assert opened.edge_count == 1
    assert opened.names.edge_ids[0] == "e0001"


def test_what_belongs_to_nodes_and_edges_is_found_again(tmp_path: Path) -> None:
    days = {"first_day": "2025-03-01", "last_day": "2025-03-31"}
    links = [link(1, "n:7", "n:1", **days), link(2, "n:1", "n:7", type="PAID")]
    opened = network(tmp_path, ["n:7", "n:1"], links)
    assert [opened.names.ids[i] for i in range(2)] == ["n:1", "n:7"]
    assert [opened.class_of(i) for i in range(2)] == ["Person", "Case"]
    assert opened.names.captions[1] == "Caption n:7"
    assert [opened.type_of(e) for e in range(2)] == ["PAID", "PAID"]
    assert [opened.ends(e) for e in range(2)] == [(1, 0), (0, 1)]
    assert [opened.days(e) for e in range(2)] == [("2025-03-01", "2025-03-31"), (None, None)]
    assert opened.type_counts(0, Filter()) == {"PAID": 2}
    assert opened.arrays.degree.tolist() == [2, 2]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(first_day="2025-03-31"), {0, 1, 2}),
        (Filter(first_day="2025-04-01"), {1, 2}),
        (Filter(last_day="2025-02-28"), {1}),
        (Filter(last_day="2025-03-01"), {0, 1}),
        (Filter(first_day="2025-04-01", last_day="2025-04-30"), {1}),
        (Filter(first_day="2025-04-01", last_day="2025-05-01"), {1, 2}),
        (Filter(confidence=0.6), {1}),
        (Filter(confidence=0.5), {0, 1, 2}),
        (Filter(types=frozenset({"NOBODY"})), set()),
    ],
)
def test_filters_by_day_and_confidence(tmp_path: Path, chosen: Filter, expected: set[int]) -> None:
    links = [
        link(0, "n:1", "n:2", first_day="2025-03-01", last_day="2025-03-31"),
        link(1, "n:1", "n:2", confidence=0.9),
        link(2, "n:1", "n:2", first_day="2025-05-01"),
    ]
    opened = network(tmp_path, ["n:1", "n:2"], links)
    kept = opened.mask(chosen)
    assert kept is not None
    assert set(np.flatnonzero(kept).tolist()) == expected
    assert opened.mask(chosen) is kept, "worked out once"


def test_masks_are_kept_for_a_few_filters_only(tmp_path: Path) -> None:
    opened = network(tmp_path, ["n:1", "n:2"], [link(0, "n:1", "n:2")])
    for n in range(100):
        opened.mask(Filter(confidence=0.001 + n / 200))
    assert len(opened._masks) <= 16
    assert opened.mask(Filter()) is None


def test_a_neighbourhood_that_does_not_fit_keeps_the_quiet_nodes_and_says_so(
    tmp_path: Path,
) -> None:
    star = [link(n, "n:0", f"n:{n}") for n in range(1, 9)]
    busy = [link(20 + n, "n:1", "n:2") for n in range(5)]
    opened = network(tmp_path, NAMES, star + busy)
    found = opened.ego(0, 1, Filter(), 7)
    assert ids(opened, found.nodes) == {"n:0", *(f"n:{n}" for n in range(3, 9))}
    assert found.is_truncated
    for limit in (0, 1):
        alone = opened.ego(0, 2, Filter(), limit)
        assert (alone.nodes, alone.is_truncated) == ((0,), True)


def test_of_several_links_a_path_takes_the_most_confident(tmp_path: Path) -> None:
    links = [link(n, "n:0", "n:1", confidence=c) for n, c in enumerate((0.2, 0.9, 0.9))]
    opened = network(tmp_path, NAMES, links)
    ((nodes, edges),) = shortest_paths(opened, 0, 1, Filter(), max_hops=2, limit=9)
    assert (nodes, edges) == ((0, 1), (1,))


def test_a_limit_cuts_the_list_of_paths(tmp_path: Path) -> None:
    links = [link(n, "n:0", f"n:{n}") for n in range(1, 8)]
    links += [link(20 + n, f"n:{n}", "n:9") for n in range(1, 8)]
    opened = network(tmp_path, NAMES, links)
    found = shortest_paths(opened, 0, 9, Filter(), max_hops=6, limit=3)
    assert [nodes for nodes, _ in found] == [(0, 1, 9), (0, 2, 9), (0, 3, 9)]


def test_strings_are_found_by_bisection() -> None:
    texts = sorted(f"x:{n}é".encode() for n in range(200))
    packed = pack(texts)
    assert len(packed) == 200
    assert all(packed.find(packed[i]) == i for i in range(200))
    assert packed.find("x:none") is None
    assert pack([]).find("x") is None


def test_days_are_counted_from_1970() -> None:
    for day in ("1970-01-01", "2025-08-06", "1678-01-01", "2261-12-31"):
        assert day_text(day_number(day, 0)) == day
    assert day_number("2025-08-06", 0) == (date(2025, 8, 6) - date(1970, 1, 1)).days
    assert day_number(None, OPEN_START) == OPEN_START
    assert day_text(OPEN_START) is None
    assert day_text(OPEN_END) is None
