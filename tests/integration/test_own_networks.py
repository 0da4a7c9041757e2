"""Networks of one's own: what networkx writes is measured as networkx measures it."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from api.cli.main import app
from loaders.edges import read_network
from loaders.errors import LoadError


def edges_of(path: Path) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in read_network(path).edges}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_drawn_network_has_the_nodes_and_edges_of_networkx(form: str, tmp_path: Path) -> None:
    graph = nx.les_miserables_graph()
    graph.add_node("Sendiri")
    path = tmp_path / f"les.{form}"
    getattr(nx, f"write_{form}")(graph, path)
    found = read_network(path)
    assert set(found.nodes) == set(graph)
    assert edges_of(path) == {frozenset(edge) for edge in graph.edges}


def test_a_drawn_network_is_ranked_as_networkx_ranks_it(tmp_path: Path) -> None:
    graph = nx.les_miserables_graph()
    nx.write_graphml(graph, tmp_path / "les.graphml")
    asked = ["rank", "betweenness", "-e", str(tmp_path / "les.graphml"), "-f", "json"]
    rows = json.loads(CliRunner().invoke(app, asked, catch_exceptions=False).stdout)
    expected = nx.betweenness_centrality(graph)
    assert rows[0]["id"] == max(expected, key=lambda n: expected[n])
    assert {r["id"]: r["score"] for r in rows} == pytest.approx(
        {r["id"]: expected[r["id"]] for r in rows}, abs=1e-6
    )


def test_two_that_share_a_label_are_two(tmp_path: Path) -> None:
    graph = nx.Graph([("1", "2"), ("2", "3")])
    nx.set_node_attributes(graph, {"1": "Muhammad", "2": "Ani", "3": "Muhammad"}, "label")
    nx.write_graphml(graph, tmp_path / "m.graphml")
    assert edges_of(tmp_path / "m.graphml") == {
        frozenset({"Muhammad (1)", "Ani"}),
        frozenset({"Ani", "Muhammad (3)"}),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A,B\nB,C\n", ["AB", "BC"]),
        ("a b\nb c\n", ["ab", "bc"]),
        ("Source,Target\nA,B\n", ["AB"]),
        ("dari;ke;bobot\nA;B;2\n", ["AB"]),
        ("id,weight,from,to\n1,5,A,B\n2,5,B,C\n", ["AB", "BC"]),
        ("\ufeff# catatan\n\nA\tB\t1\n", ["AB"]),
        ("from,B\n", ["fromB"]),
    ],
)
def test_no_edge_of_a_list_is_lost(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(text, "utf-8")
    assert ["".join(edge) for edge in read_network(tmp_path / "list.csv").edges] == expected


def test_names_with_spaces_stand_in_quotes(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text('"PT Maju Jaya"  "Bu Ani"\n', "utf-8")
    assert read_network(tmp_path / "list.txt").edges == [("PT Maju Jaya", "Bu Ani")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A,B\nC\n", r":2: expected two names"),
        ("*Vertices 2\n1 A\n", "Pajek.*GraphML"),
        ("dl n=4 format=edgelist1\n", "UCINET DL"),
        ("A,\n", r":1: expected two names"),
    ],
)
def test_what_is_no_list_is_refused_with_a_remedy(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "list.net").write_text(text, "utf-8")
    with pytest.raises(LoadError, match=told):
        read_network(tmp_path / "list.net")


def test_a_broken_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.graphml").write_text("<graphml><graph><node id='a'>", "utf-8")
    with pytest.raises(LoadError):
        read_network(tmp_path / "x.graphml")
