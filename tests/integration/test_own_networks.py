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
from loaders.lists import EdgeList
from tests.hostile import row, workbook


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
        ("dl n=4 format=edgelist1\n", "no line `data:`"),
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


def read(folder: Path, name: str, text: str) -> EdgeList:
    (folder / name).write_text(text, "utf-8")
    return read_network(folder / name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A;B;0,5\nB;C;1,25\n", ["AB", "BC"]),
        ("Dari;Ke;Bobot\nA;B;0,5\n", ["AB"]),
        ("Maju, Tbk\tB\nB\tC\n", ["Maju, TbkB", "BC"]),
        ("sep=;\nSource;Target\nA;B\n", ["AB"]),
        ("Source;Target;Type;Id;Label;Weight\nA;B;Undirected;0;;1.0\n", ["AB"]),
        ("Vertex 1,Vertex 2,Color\nA,B,\n", ["AB"]),
        ('"","from","to","weight"\n"1","A","B",1\n', ["AB"]),
        ('"V1","V2"\n"A","B"\n', ["AB"]),
        (":START_ID(Person),role,:END_ID(Person),:TYPE\nA,x,B,KNOWS\n", ["AB"]),
        ("source_id,target_id\n007,7\n7,8\n", ["0077", "78"]),
        ("nama 1,nama 2\nA,B\n", ["AB"]),
        ("pelaku,kenalan,jumlah\nA,B,3\nB,C,4\n", ["AB", "BC"]),
        ("Daftar panggilan,,\n,,\nnomor,dari,ke\n1,A,B\n", ["AB"]),
        ("\u200bSource,Target\u00a0\nA,B\n", ["AB"]),
        ("node1,node2\nnode2,node3\n", ["node1node2", "node2node3"]),
        ('source,target\n"PT\nMaju",B\n', ["PT\nMajuB"]),
        ("a b {'weight': 3, 'kind': 'x'}\nb c {}\n", ["ab", "bc"]),
        ("A,A\nA,B\nB,A\n", ["AA", "AB", "BA"]),
        ("pengirim,penerima\nأحمد,משה\n", ["أحمدמשה"]),
    ],
)  # fmt: skip
def test_what_programs_write_as_lists_is_read(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert ["".join(edge) for edge in read(tmp_path, "list.csv", text).edges] == expected


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, "l.csv", "Dari;Ke;Bobot\nA;B;0,5\n")
    assert (found.form, found.ends, found.unused) == ("list", ("Dari", "Ke"), ("Bobot",))
    assert read(tmp_path, "m.csv", "A;B;0,5\n").unused == ("3",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_lists_in_other_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "l.txt").write_text("Source\tTarget\nJosé\tBudi\n", encoding)
    assert read_network(tmp_path / "l.txt").edges == [("José", "Budi")]


@pytest.mark.parametrize(
    "text",
    [
        ",A,B,C\nA,0,1,0\nB,1,0,2.5\nC,0,2.5,0\n",
        "nama;A;B;C\nA;0;1;0\nB;1;0;2,5\nC;0;2,5;0\n",
        ",A,B,C\nA,NaN,1,\nB,1,NaN,-1\nC,,-1,NaN\n",
        "id,A,B,C\nA,0,1,0\nB,0,0,1\nC,0,0,0\n",
    ],
)
def test_a_matrix_ties_what_is_not_zero(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, "m.csv", text)
    assert found.form == "matrix"
    assert found.nodes == ("A", "B", "C")
    assert {frozenset(edge) for edge in found.edges} == {frozenset("AB"), frozenset("BC")}


def test_a_matrix_of_two_modes_ties_rows_to_columns(tmp_path: Path) -> None:
    found = read(tmp_path, "m.csv", ",E1,E2\nAni,1,0\nBudi,1,1\nCici,0,0\n")
    assert found.form == "incidence"
    assert found.edges == [("Ani", "E1"), ("Budi", "E1"), ("Budi", "E2")]
    assert "Cici" in found.nodes


@pytest.mark.parametrize("name", ["karate.graphml", "karate.net", "karate.json", "karate.csv"])
def test_karate_is_karate_however_it_is_written(name: str, tmp_path: Path) -> None:
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    path = tmp_path / name
    if name.endswith(".graphml"):
        nx.write_graphml(graph, path)
    elif name.endswith(".net"):
        nx.write_pajek(graph, path)
    elif name.endswith(".json"):
        path.write_text(json.dumps(nx.node_link_data(graph, edges="links")))
    else:
        rows = [[int(graph.has_edge(a, b)) for b in graph] for a in graph]
        lines = ["," + ",".join(graph)]
        lines += [",".join(map(str, [a, *row])) for a, row in zip(graph, rows, strict=True)]
        path.write_text("\n".join(lines))
    assert edges_of(path) == {frozenset(edge) for edge in graph.edges}


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes":[{"name":"A","group":1},{"name":"B"}],"links":[{"source":0,"target":1}]}',
        '{"nodes":[{"id":"A"},{"id":"B"}],"edges":[{"from":"A","to":"B"}]}',
        '{"nodes":["A","B"],"links":[{"source":{"id":"A"},"target":{"id":"B"}}]}',
        '{"elements":{"nodes":[{"data":{"id":"0","name":"A"}},{"data":{"id":"1","name":"B"}}],'
        '"edges":[{"data":{"source":"0","target":"1"}}]}}',
        '{"elements":[{"data":{"id":"A"}},{"data":{"id":"B"}},'
        '{"data":{"id":"e","source":"A","target":"B"}}]}',
        '{"nodes":[{"key":"A","attributes":{"x":1}},{"key":"B"}],'
        '"edges":[{"key":"1","source":"A","target":"B"}]}',
        '{"type":"node","id":"0","labels":["Person"],"properties":{"name":"A"}}\n'
        '{"type":"node","id":"1","labels":["Person"],"properties":{"name":"B"}}\n'
        '{"id":"5","type":"relationship","label":"KNOWS","start":{"id":"0"},"end":{"id":"1"}}\n',
        '[{"source":"A","target":"B"}]',
    ],
    ids=["d3", "vis", "d3-run", "cytoscape", "cytoscape-flat", "graphology", "neo4j", "rows"],
)  # fmt: skip
def test_json_of_programs_for_networks_is_read(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, "n.json", text).edges == [("A", "B")]


def test_pajek_is_read_with_labels_lists_and_matrices(tmp_path: Path) -> None:
    head = '% of the makers\n*Vertices 3\n1 "Bu Ani" 0.1 0.2\n2 B\n3 C\n'
    expected = [("Bu Ani", "B"), ("B", "C")]
    for ties in ("*Arcs\n1 2 1\n*Edges\n2 3 2.5\n", "*Arcslist\n1 2\n2 3\n",
                 "*Matrix\n0 1 0\n0 0 1\n0 0 0\n"):  # fmt: skip
        assert read(tmp_path, "p.net", head + ties).edges == expected
    assert read(tmp_path, "p.txt", head + "*Edges\n1 2\n").edges == expected[:1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0,1,0,1\n1,0,1,0\n0,1,0,1\n1,0,1,0\n", "a matrix without names"),
        ("0,1,0\n1,0,1\n0,1,0\n", "a matrix without names"),
        ("Id;Label\n1;Ani\n", "a list of nodes"),
        (",A,B\nA,0,1\nA,1,0\n", "stands already in line 2"),
        ("digraph G {\n a -> b\n}\n", "DOT"),
        ("graph {\n a -- b\n}\n", "DOT"),
        ("graph [\n node [ id 1 ]\n", ":1: this list is never closed"),
        ("%%MatrixMarket matrix coordinate\n3 3 1\n1 2 1\n", ":1: expected %%MatrixMarket matrix"),
        ("*node data\nID name\n", "no section .Tie data"),
        ("*partition\n1\n", "a part of Pajek"),
        ("DL n=2\n0 1\n", "no line `data:`"),
        ("DL n=2\ndata:\n0 1 1\n", "ends before 1 matrix of 2 rows"),
        ("DL n=2 format=blockmatrix\ndata:\n0\n", "format=blockmatrix"),
        ('SUID,interaction,name\n1,pp,"A (pp) B"\n', "Cytoscape"),
        ('A,B\n"C,D\nE,F\n', ":2: the row that begins here.*Double every quote"),
        ("A,B\n\x00\x00,C\n", "NUL"),
        ("# nothing\n\n", "no line that says anything"),
        ("PK\x03\x04", "packed"),
        ("*Vertices 2\n1 A\n2 B\n*Edges\n1 3\n", "no vertex 3"),
        ("*Vertices 2\n1 A\n2 B\n*Edges\n1 x\n", "number of a vertex, got 'x'"),
        ("*Vertices\n1 A\n", "number of a vertex, got ''"),
        ("*Vertices 2\n1 A\n2 B\n*Matrix\n0 x\n", "a weight, got 'x'"),
    ],
)
def test_what_would_be_read_wrongly_is_refused(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=rf"l\.csv.*{told}"):
        read(tmp_path, "l.csv", text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"nodes":[{"id":"A"}],"links":[{"source":"A","target":"B"}]}', "no node of the file"),
        ('{"nodes":[{"id":"A"}],"links":[{"source":"A"}]}', "without a source and a target"),
        ('{"nodes":[{"id":"A","w":NaN}],"links":[]}', "NaN is no value"),
        ('{"nodes":[' + "[" * 100_000, "nested too deeply"),
        ('{"nodes":[{"id":' + "9" * 5_000 + "}]}", "5,000 digits; write it as a text"),
        ('{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":0,"target":7}]}', "without"),
    ],
)
def test_json_that_cannot_be_meant_is_refused(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=rf"l\.json.*{told}"):
        read(tmp_path, "l.json", text)


@pytest.mark.parametrize("cell", ["<v>3271010101800012</v>", "<f>NA()</f><v>#N/A</v>"])
def test_spoilt_cells_of_a_workbook_are_nobodys_names(cell: str, tmp_path: Path) -> None:
    end = row(2, "Ani", cell).replace('"B2"', '"B2" t="e"' if "#" in cell else '"B2"')
    path = tmp_path / "l.xlsx"
    path.write_bytes(workbook(row(1, "dari", "ke", "NIK") + end))
    with pytest.raises(LoadError, match=r"l\.xlsx:2: .* is nobody's name"):
        read_network(path)
    # In a column that is not used it is no matter.
    more = row(2, "Ani", "Budi", "<v>3271010101800012</v>")
    path.write_bytes(workbook(row(1, "dari", "ke", "NIK") + more))
    assert read_network(path).edges == [("Ani", "Budi")]
