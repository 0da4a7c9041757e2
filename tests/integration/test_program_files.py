"""GML, UCINET's DL and VNA, Matrix Market: a line is a node, a tie, or refused with its place."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import networkx as nx
import pytest
import scipy.io

from loaders.edges import read_network
from loaders.errors import LoadError
from loaders.graphs import dl, gml, matrix_market, pajek, vna
from loaders.graphs.detecting import detect
from loaders.graphs.frames import Event, Facts, Record, Refused
from loaders.tabular.limits import Limits

GML = """Creator "contoh"
# a note
graph [
  directed 0
  label "Rapat"
  node [
    id 0
    label "Ani &amp; Budi"
    graphics [ x 1.0 fill "#FFF" ]
    asal [ kota "Kupang" ]
  ]
  edge [ source 0 target 1 value 3 ]
  node [ id 1 label "Satu
Dua" ]
  node [ label "tanpa id" ]
  node [ id 1 ]
  edge [ source 0 ]
  edge [ source 0 target 9 ]
]
"""
VNA = """*Node data
ID label sex
1 "Ani W" F
2 Budi
2 Lagi M
*Node properties
ID x y
1 2 3
*Tie data
from to kenal kuat
1 2 1 3
2 1 0 0
1 Cici 1 0
1
1 "x
*Partition
"""
MTX = """%%MatrixMarket matrix coordinate real symmetric
% a note
3 3 4
2 1 1
3 2 2.5
3 3 0
4 1 1
1 x 1
"""


def events(module: object, folder: Path, text: str, limits: Limits | None = None) -> list[Event]:
    path = folder / "n"
    path.write_text(text, "utf-8")
    return list(module.read(path, limits or Limits()))  # type: ignore[attr-defined]


def nodes(found: list[Event]) -> list[tuple[str, dict[str, str]]]:
    records = [e for e in found if isinstance(e, Record) and e.ends is None]
    return [(r.id, {v.field: v.text for v in r.values}) for r in records]


def ties(found: list[Event]) -> list[tuple[tuple[str, str] | None, dict[str, str]]]:
    records = [e for e in found if isinstance(e, Record) and e.ends is not None]
    return [(r.ends, {v.field: v.text for v in r.values}) for r in records]


def refused(found: list[Event]) -> list[tuple[int, str]]:
    return [(e.line, e.reason) for e in found if isinstance(e, Refused)]


def ties_named(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    (folder / name).write_text(text, "utf-8")
    return read_network(folder / name).edges


def test_gml_says_nodes_edges_and_attributes_but_not_how_they_are_drawn(tmp_path: Path) -> None:
    found = events(gml, tmp_path, GML)
    assert found[0] == Facts({"title": "Rapat"})
    assert nodes(found) == [
        ("0", {"label": "Ani & Budi", "asal.kota": "Kupang"}),
        ("1", {"label": "Satu\nDua"}),
    ]
    # The edge stands before its second end.
    assert ties(found) == [(("0", "1"), {"value": "3"})]
    assert [line for line, _ in refused(found)] == [15, 16, 17, 18]
    assert "'9', which is no node of the file" in refused(found)[-1][1]


def test_what_networkx_writes_as_gml_is_what_it_meant(tmp_path: Path) -> None:
    graph = nx.les_miserables_graph()
    graph.add_node('Sendiri "&" [satu]', tag=["a"])
    nx.write_gml(graph, tmp_path / "les.gml")
    assert detect(tmp_path / "les.gml") == "gml"
    found = read_network(tmp_path / "les.gml")
    assert set(found.nodes) == set(graph)
    assert {frozenset(pair) for pair in found.edges} == {frozenset(e) for e in graph.edges}
    (tmp_path / "les.gml").rename(tmp_path / "les.txt")
    assert read_network(tmp_path / "les.txt").form == "gml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("graph [ node [ id 1 ]", ":1: this list is never closed"),
        ('graph [ node [ id 1 label "x ]\n]\n', ":1: a quote that is never closed"),
        ("graph [\n 5 6\n]", ":2: expected a key, got '5'"),
        ("graph [ ]\n]", ":2: a bracket closes where none is open"),
        ("graph [ node ]", "a bracket closes"),
        ("graph", "has no value"),
        ("<gml/>", "expected a key"),
        ("a [ " * 60, "LACAK_LIMIT_DEPTH"),
        ('graph [ label "' + "x\n" * 60_000, "LACAK_LIMIT_CELL"),
    ],
)
def test_gml_that_is_none_is_refused_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LoadError, match=told):
        events(gml, tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dl n = 3 format = edgelist1\nlabels:\nAni,Budi\n\"Cici S\"\ndata:\n1 2 3\n3 2\n1 3 0\n",
         [("Ani", "Budi"), ("Cici S", "Budi")]),
        ("DL n=3 format=edgelist1\nlabels embedded\ndata:\nAni Budi 1\nBudi Cici\n",
         [("Ani", "Budi"), ("Budi", "Cici")]),
        ("dl n=3\nformat=fullmatrix\ndata:\n0 1 0\n1 0\n 1 0 1 0\n",
         [("1", "2"), ("2", "1"), ("2", "3"), ("3", "2")]),
        ("dl n=2\nlabels embedded:\ndata:\n a b\na 0 1\nb 0 0\n", [("a", "b")]),
        ("dl n=3 format=lowerhalf\nlabels: a,b,c\ndata:\n0\n1 0\n0 1 0\n",
         [("b", "a"), ("c", "b")]),
        ("dl n=3 format=upperhalf\nlabels: a,b,c\ndata:\n0 1 0\n0 1\n0\n",
         [("a", "b"), ("b", "c")]),
        ("dl n=5, format=nodelist1\nlabels embedded\ndata:\nA B C\nB D E\n",
         [("A", "B"), ("A", "C"), ("B", "D"), ("B", "E")]),
        ("dl nr=2, nc=3\nrow labels:\nAni\nBudi\ncolumn labels:\nE1\nE2\nE3\ndata:\n1 0 1\n0 1 0\n",
         [("Ani", "E1"), ("Ani", "E3"), ("Budi", "E2")]),
        ("dl nr=2, nc=3, format=nodelist2\nrow labels embedded\ncolumn labels embedded\ndata:\n"
         "A X Y\nB Z\n", [("A", "X"), ("A", "Y"), ("B", "Z")]),
    ],
)  # fmt: skip
def test_dl_is_read_in_each_of_its_ways(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    assert ties_named(tmp_path, "n.dl", text) == expected
    assert ties_named(tmp_path, "n.txt", text) == expected


def test_several_matrices_of_dl_are_several_kinds_of_tie(tmp_path: Path) -> None:
    text = "dl n=2 nm=2\nlabels:\nA,B\nmatrix labels:\ntelepon,uang\ndata:\n0 2\n0 0\n\n0 0\n1 0\n"
    assert ties(events(dl, tmp_path, text)) == [
        (("1", "2"), {"weight": "2", "matrix": "telepon"}),
        (("2", "1"), {"matrix": "uang"}),
    ]


def test_a_line_of_dl_that_ties_nobody_known_is_refused(tmp_path: Path) -> None:
    found = events(dl, tmp_path, "dl n=2 format=edgelist1\ndata:\n1 2\n1 5\n1\nx 1\n1 2 z\n")
    assert ties(found) == [(("1", "2"), {})]
    assert [line for line, _ in refused(found)] == [4, 5, 6, 7]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dl n=2\n0 1\n", "no line `data:`"),
        ("dl\ndata:\n0 1\n", "number of a vertex, got ''"),
        ("dl n=2\ndata:\n0 1 1\n", "ends before 1 matrix of 2 rows"),
        ("dl n=2\ndata:\n0 1 1 0 1\n", "line 3: more cells"),
        ("dl n=2\ndata:\n0 1\nx 0\n", "line 4: expected a weight"),
        ("dl n=2 format=blockmatrix\ndata:\n0\n", "format=blockmatrix.*edgelist1"),
        ("dl n=2 diagonal=absent\ndata:\n1\n1\n", "without its diagonal"),
        ("dl n=99999999 format=edgelist1\ndata:\n1 2\n", "LACAK_LIMIT_ROWS"),
    ],
)
def test_dl_that_says_not_how_it_is_written_is_refused(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(LoadError, match=told):
        events(dl, tmp_path, text)


def test_vna_says_who_is_tied_by_a_column_other_than_0(tmp_path: Path) -> None:
    found = events(vna, tmp_path, VNA)
    assert nodes(found) == [
        ("1", {"label": "Ani W", "sex": "F"}), ("2", {"label": "Budi"}), ("Cici", {}),
    ]  # fmt: skip
    assert ties(found) == [
        (("1", "2"), {"kenal": "1", "kuat": "3"}), (("1", "Cici"), {"kenal": "1"}),
    ]  # fmt: skip
    assert [line for line, _ in refused(found)] == [5, 14, 15, 16]
    clean = VNA.replace("2 Lagi M\n", "").split("1\n1 ")[0]
    assert ties_named(tmp_path, "n.vna", clean) == [("Ani W", "Budi"), ("Ani W", "Cici")]
    assert ties_named(tmp_path, "n.txt", '*tie data\nfrom,to,x\nAni,"Bu, B",1\n') == [
        ("Ani", "Bu, B")
    ]


def test_a_matrix_in_coordinates_says_each_tie_once(tmp_path: Path) -> None:
    found = events(matrix_market, tmp_path, MTX)
    assert [name for name, _ in nodes(found)] == ["1", "2", "3"]
    assert ties(found) == [(("2", "1"), {}), (("3", "2"), {"weight": "2.5"})]
    assert [line for line, _ in refused(found)] == [7, 8]
    oblong = "%%MatrixMarket matrix coordinate pattern general\n2 3 1\n2 3\n"
    assert ties(events(matrix_market, tmp_path, oblong)) == [(("2", "c3"), {})]


def test_what_scipy_writes_is_what_it_meant(tmp_path: Path) -> None:
    graph = nx.karate_club_graph()
    scipy.io.mmwrite(str(tmp_path / "k.mtx"), nx.to_scipy_sparse_array(graph))
    found = {frozenset(map(int, pair)) for pair in read_network(tmp_path / "k.mtx").edges}
    assert found == {frozenset({a + 1, b + 1}) for a, b in graph.edges}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("%%MatrixMarket matrix array real general\n2 2\n1\n", "expected %%MatrixMarket"),
        ("%%MatrixMarket matrix coordinate real general\n2 x 1\n", ":2: expected the number"),
        ("%%MatrixMarket matrix coordinate real general\n2 2\n", ":2: expected three numbers"),
        ("%%MatrixMarket matrix coordinate real general\n99999999 2 1\n", "LACAK_LIMIT_ROWS"),
    ],
)
def test_a_matrix_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LoadError, match=told):
        events(matrix_market, tmp_path, text)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (gml, GML), (vna, VNA), (matrix_market, MTX),
        (dl, "dl n=2 format=edgelist1\nlabels:\nA,B\ndata:\n1 2 3\n"),
        (dl, "dl nr=2 nc=2\nlabels embedded\ndata:\na b\nc 0 1\nd 1 0\n"),
        (pajek, '*Vertices 2\n1 "A"\n2 B\n*Arcs\n1 2 1\n*Matrix\n0 1\n1 0\n'),
    ],
)  # fmt: skip
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    module: object, text: str, tmp_path: Path
) -> None:
    chance = random.Random(7)
    marks = "[]\"'=*%,\t\n -1e9²٣x\u2028\x00"
    for _ in range(400):
        at = chance.randrange(len(text))
        until = min(len(text), at + chance.choice((0, 1, 1, 5, 30)))
        damaged = text[:at] + "".join(chance.choices(marks, k=chance.randrange(4))) + text[until:]
        with suppress(LoadError):
            events(module, tmp_path, damaged, Limits(rows=1_000))
