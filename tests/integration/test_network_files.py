"""What networks in JSON and Pajek say becomes records; what cannot be meant is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.graphs.detecting import detect
from loaders.graphs.frames import Event, Facts, Record, Records, Refused
from loaders.graphs.reading import read
from loaders.tabular.limits import Limits

NEO4J = (
    '{"type":"node","id":"0","labels":["Person"],"properties":{"name":"Ani","age":41}}\n'
    '{"id":"5","type":"relationship","label":"KNOWS","properties":{"since":2020},'
    '"start":{"id":"0","labels":["Person"]},"end":{"id":"0"}}\n'
)


def events(
    folder: Path, text: str, limits: Limits | None = None, form: str = "node-link"
) -> list[Event]:
    path = folder / "n.json"
    path.write_text(text, "utf-8")
    found: list[Event] = []
    for frame in read(path, form, "", limits or Limits()):
        assert isinstance(frame, Facts | Records | Refused)
        found += frame.items if isinstance(frame, Records) else [frame]
    return found


def said(record: Event) -> dict[str, str]:
    assert isinstance(record, Record)
    return {value.field: value.text for value in record.values}


def test_labels_and_types_of_neo4j_are_classes_and_links(tmp_path):
    node, edge = events(tmp_path, NEO4J)
    assert isinstance(node, Record)
    assert isinstance(edge, Record)
    assert (node.id, node.types, said(node)) == ("0", ["Person"], {"label": "Ani", "age": "41"})
    assert (edge.link, edge.ends, said(edge)) == ("KNOWS", ("0", "0"), {"since": "2020"})
    assert detect(tmp_path / "n.json") == "node-link"


def test_attributes_are_values_and_places_on_paper_are_not(tmp_path):
    text = (
        '{"name": "Jaringan", "nodes": [{"id": 7, "class": "Person", "label": "Budi", "x": 1.5,'
        '"alias": ["B", "Bud"]}], "links": [{"source": 7, "target": 7, "type": "Association"}]}'
    )
    facts, node, edge = events(tmp_path, text)
    assert facts == Facts({"title": "Jaringan"})
    assert isinstance(node, Record)
    assert isinstance(edge, Record)
    assert (node.id, node.types) == ("7", ["Person"])
    assert [(v.field, v.text) for v in node.values] == [
        ("label", "Budi"), ("alias", "B"), ("alias", "Bud"),
    ]  # fmt: skip
    assert (edge.link, edge.ends) == ("Association", ("7", "7"))


def test_two_of_one_name_are_told_apart_by_their_place(tmp_path):
    text = '{"nodes":[{"name":"Ani"},{"name":"Ani"}],"links":[{"source":0,"target":1}]}'
    *nodes, edge = events(tmp_path, text)
    assert [node.id for node in nodes if isinstance(node, Record)] == ["0", "1"]
    assert isinstance(edge, Record)
    assert edge.ends == ("0", "1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"nodes": 3}', "must be lists"),
        ('{"nodes": [], "nodes": []}', "stands twice"),
        ("[1, 2]", "no network in JSON"),
        ('{"nodes": [', "no JSON"),
    ],
)
def test_what_is_no_network_is_refused_whole(tmp_path, text, told):
    with pytest.raises(LoadError, match=told):
        events(tmp_path, text)


def test_nodes_and_edges_that_say_too_little_are_refused_each(tmp_path):
    text = (
        '{"nodes":[{"id":"a"},{},null,[1]],"links":[{"source":"a"},7,{"source":"a","target":"b"}]}'
    )
    found = events(tmp_path, text)
    refused = [event for event in found if isinstance(event, Refused)]
    assert [event.line for event in refused] == [2, 3, 4, 5, 6, 7]
    assert len(found) == 7


def test_a_limit_of_rows_holds(tmp_path):
    with pytest.raises(LoadError, match="LACAK_LIMIT_ROWS"):
        events(tmp_path, '{"nodes":[1,2,3],"links":[]}', Limits(rows=2))


def test_tables_of_objects_stay_tables(tmp_path):
    for text in ('[{"nodes":[1]}]', '{"type":"node"}', '{"a":"nodes"}'):
        (tmp_path / "t.json").write_text(text)
        assert detect(tmp_path / "t.json") is None


def test_every_line_of_pajek_is_a_record_or_refused(tmp_path):
    text = (
        '*Network Rapat\n*Vertices 2\n1 "Bu Ani" 0.5 0.5\n2\n*Arcs\n1 2 2.5\n1\n1 9\na b\n'
        "*Partition x\n*Vertices 2\n"
    )
    found = events(tmp_path, text, form="pajek")
    assert found[0] == Facts({"title": "Rapat"})
    assert [(e.id, e.ends) for e in found if isinstance(e, Record)] == [
        ("1", None), ("2", None), ("", ("1", "2")),
    ]  # fmt: skip
    assert said(found[1]) == {"label": "Bu Ani"}
    assert said(found[3]) == {"weight": "2.5"}
    assert [e.line for e in found if isinstance(e, Refused)] == [7, 8, 9, 10, 11]
