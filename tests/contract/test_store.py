"""What every store keeps to, run against the embedded engine and a real Neo4j."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import pytest

from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Column, Query
from graph.dialect import FULL_TEXT_INDEX
from graph.errors import (
    ConstraintError,
    ParameterError,
    StoreError,
    StoreTimeoutError,
    StoreUnavailableError,
)
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Node, Relationship, Row, Store, Value
from ontology.model import Ontology, Text, load
from tests.engines import Target, free_port

WORDS = Text(id="Uji", en="Test")


def query(cypher: str, /, *columns: str, **types: str) -> Query:
    return Query(
        name="test_query",
        title=WORDS,
        description=WORDS,
        access=("analyst",),
        parameters=tuple(Parameter(name, kind, WORDS) for name, kind in types.items()),
        columns=tuple(Column(name, WORDS) for name in columns),
        text=cypher,
    )


COUNT = query("MATCH (entity:Entity) RETURN count(entity) AS found", "found")
SLOW = query(
    "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b "
    "WITH a, b WHERE a = -b RETURN count(*) AS found",
    "found",
)


def node(key: str, class_name: str = "Company", **properties: Value) -> Node:
    labels = load().cls(class_name).ancestors
    return Node(f"x:{key}", labels, {"class": class_name, **properties})


def link(
    key: str, source: str, target: str, type_: str = "DOES_BUSINESS_WITH", **properties: Value
) -> Relationship:
    return Relationship(key, type_, f"x:{source}", f"x:{target}", properties)


def write(store: Store, *items: Node | Relationship) -> None:
    with store.writer() as writer:
        writer.write_nodes(i for i in items if isinstance(i, Node))
        writer.write_relationships(i for i in items if isinstance(i, Relationship))


def rows(store: Store, asked: Query, **parameters: Value) -> list[Row]:
    with store.reader() as reader:
        return reader.read(asked, parameters)


def nodes(store: Store) -> dict[str, Node]:
    with store.reader() as reader:
        return {found.id: found for found in reader.nodes()}


def relationships(store: Store) -> dict[str, Relationship]:
    with store.reader() as reader:
        return {found.id: found for found in reader.relationships()}


# -- schema ----------------------------------------------------------------------------


def test_capabilities_name_engine_and_version(store: Store, target: Target) -> None:
    found = store.capabilities
    assert found.engine == target.engine
    assert found.version[0].isdigit()
    assert found.is_local == (target.engine == "embedded")
    assert found.has_full_text
    assert found.has_enforced_timeout


def test_creating_the_schema_again_changes_nothing(store: Store) -> None:
    write(store, node("a"))
    with store.writer() as writer:
        writer.create_schema()
    assert set(nodes(store)) == {"x:a"}


def test_ids_are_unique_across_classes(store: Store) -> None:
    write(store, node("a", "Company"))
    with pytest.raises(ConstraintError):
        write(store, node("a", "Person"))
    assert nodes(store)["x:a"].labels[0] == "Company"


def test_relationship_ids_are_unique(store: Store) -> None:
    write(store, node("a"), node("b"), link("r", "a", "b"))
    with pytest.raises(ConstraintError):
        write(store, link("r", "b", "a"))


# -- write and read back ---------------------------------------------------------------

VALUES: Mapping[str, Value] = {
    "text": "teks",
    "empty": "",
    "unicode": "Żółć – “kutip” \u00a0 ٢٠٢٥ 𝄞 🌀 é e\u0301",
    "quotes": "'; MATCH (n) DETACH DELETE n //\\\"`$x",
    "lines": "satu\ndua\r\n\ttiga",
    "zero": 0,
    "widest": 2**63 - 1,
    "narrowest": -(2**63),
    "float": 0.1,
    "whole_float": 2.0,
    "tiny": 5e-324,
    "huge": 1.7976931348623157e308,
    "true": True,
    "false": False,
    "date": "2025-07-30",
    "interval": "2024-10-21/2025-07-30",
    "old_date": "1509-01-01",
    "texts": ["satu", "dua", ""],
    "numbers": [1, -1, 2**62],
    "floats": [0.5, 1.0],
    "booleans": [True, False],
    "none_of_them": [],
    "long": "x" * 300_000,
}


@pytest.mark.parametrize("name", VALUES)
def test_node_value_comes_back_equal(store: Store, name: str) -> None:
    given = node("a", value=VALUES[name])
    write(store, given)
    found = nodes(store)["x:a"]
    assert found == given
    assert type(found.properties["value"]) is type(VALUES[name])


def test_relationship_values_come_back_equal(store: Store) -> None:
    given = link("r", "a", "b", **VALUES)
    write(store, node("a"), node("b"), given)
    assert relationships(store)["r"] == given


def test_nothing_is_not_stored(store: Store) -> None:
    write(store, node("a", number=None, value=1), node("b", number=[1], value=None))
    found = nodes(store)
    assert "number" not in found["x:a"].properties
    assert "value" not in found["x:b"].properties


@pytest.mark.parametrize(
    "value",
    [[1, "a"], [1, None], [[1]], {"a": 1}, float("nan"), float("inf"), 2**63, "\ud800", [1, 1.5]],
    ids=["mixed", "null", "nested", "map", "nan", "inf", "wide", "surrogate", "int-float"],
)
def test_value_that_engines_change_is_refused(store: Store, value: Value) -> None:
    with pytest.raises(StoreError, match="x:a"):
        write(store, node("a", value=value))
    assert nodes(store) == {}


@pytest.mark.parametrize("name", ["id", "Name", "a b", "a`b", "1a", ""])
def test_property_name_that_is_no_identifier_is_refused(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="name of a property"):
        write(store, Node("x:a", load().cls("Company").ancestors, {name: 1}))


@pytest.mark.parametrize(
    "labels",
    [(), ("Company",), ("Entity", "Company"), ("Company", "Entity")],
)
def test_labels_that_are_no_class_line_are_refused(store: Store, labels: tuple[str, ...]) -> None:
    with pytest.raises(StoreError, match="labels"):
        write(store, Node("x:a", labels, {}))


def test_relationship_type_that_is_not_declared_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="KNOWS"):
        write(store, node("a"), node("b"), link("r", "a", "b", "KNOWS"))


@pytest.mark.parametrize("class_name", ["Declaration", "PlacementCompany", "Person", "Recruitment"])
def test_node_answers_to_its_class_and_every_ancestor(
    store: Store, ontology: Ontology, class_name: str
) -> None:
    write(store, node("a", class_name), node("b", "Port"))
    for ancestor in ontology.cls(class_name).ancestors[:-1]:
        asked = query(f"MATCH (entity:{ancestor}) RETURN entity.id AS id", "id")
        assert rows(store, asked) == [{"id": "x:a"}]
    found = nodes(store)["x:a"]
    assert found.labels == ontology.cls(class_name).ancestors


def test_every_concrete_class_and_relationship_type_can_be_stored(
    store: Store, ontology: Ontology
) -> None:
    classes = [c for c in ontology.classes.values() if not c.is_abstract]
    types = sorted({name for name, _ in ontology.relationship_types()})
    given = [node(c.name, c.name) for c in classes]
    links = [link(t, "Person", "Company", t) for t in types]
    write(store, *given, *links)
    assert nodes(store) == {n.id: n for n in given}
    assert relationships(store) == {r.id: r for r in links}


def test_loops_and_parallel_relationships_are_kept(store: Store) -> None:
    links = [link("r1", "a", "b"), link("r2", "a", "b"), link("r3", "a", "a")]
    write(store, node("a"), node("b"), *links)
    assert relationships(store) == {r.id: r for r in links}


def test_full_text_finds_nodes_of_every_class(store: Store) -> None:
    write(
        store,
        node("a", "Company", search_text="pt maju bersama"),
        node("b", "Person", search_text="budi maju"),
        node("c", "Port", search_text="pelabuhan"),
    )
    asked = query(
        f"CALL db.index.fulltext.queryNodes('{FULL_TEXT_INDEX}', $text) YIELD node, score "
        "RETURN node.id AS id ORDER BY id",
        "id",
        text="text",
    )
    assert rows(store, asked, text="maju") == [{"id": "x:a"}, {"id": "x:b"}]


# -- batches ---------------------------------------------------------------------------


def test_big_batches_are_written_whole(store: Store) -> None:
    classes = ("Company", "Person", "Port", "Declaration")
    many = [node(f"n{i}", classes[i % 4], number=[f"{i}"], support=i) for i in range(12_000)]
    links = [link(f"r{i}", f"n{i}", f"n{i * 7 % 12_000}", support=i) for i in range(12_000)]
    with store.writer() as writer:
        assert writer.write_nodes(iter(many)) == 12_000
        assert writer.write_relationships(iter(links)) == 12_000
    assert nodes(store) == {n.id: n for n in many}
    assert relationships(store) == {r.id: r for r in links}


def test_many_long_texts_fit_into_batches(store: Store) -> None:
    many = [node(f"n{i}", description=["x" * 100_000]) for i in range(400)]
    write(store, *many)
    assert rows(store, COUNT) == [{"found": 400}]


def test_failed_batch_leaves_nothing(store: Store) -> None:
    write(store, node("kept"))
    broken = [
        *(node(f"n{i}") for i in range(100)),
        node("kept"),
        *(node(f"m{i}") for i in range(9)),
    ]
    with pytest.raises(ConstraintError), store.writer() as writer:
        writer.write_nodes(broken)
    assert set(nodes(store)) == {"x:kept"}


def test_relationship_without_end_is_refused_and_leaves_nothing(store: Store) -> None:
    write(store, node("a"), node("b"))
    with pytest.raises(StoreError, match="Write nodes first"):
        write(store, link("r1", "a", "b"), link("r2", "a", "nobody"))
    assert relationships(store) == {}


def test_empty_streams_write_nothing(store: Store) -> None:
    with store.writer() as writer:
        assert writer.write_nodes([]) == 0
        assert writer.write_relationships([]) == 0
        writer.delete([], [])
    assert nodes(store) == {}


# -- delete and clear ------------------------------------------------------------------


def test_delete_takes_relationships_and_hanging_ones(store: Store) -> None:
    write(
        store,
        *(node(key) for key in "abcd"),
        link("r1", "a", "b"),
        link("r2", "b", "c", "OWNS"),
        link("r3", "c", "d"),
    )
    with store.writer() as writer:
        writer.delete(["x:a", "x:unknown"], ["r2", "unknown"])
    assert set(nodes(store)) == {"x:b", "x:c", "x:d"}
    assert set(relationships(store)) == {"r3"}


def test_deleted_ids_can_be_written_again(store: Store) -> None:
    write(store, node("a", support=1), node("b"), link("r", "a", "b"))
    with store.writer() as writer:
        writer.delete(["x:a"], [])
    write(store, node("a", "Person", support=2), link("r", "a", "b"))
    assert nodes(store)["x:a"] == node("a", "Person", support=2)
    assert set(relationships(store)) == {"r"}


def test_clear_keeps_the_schema(store: Store) -> None:
    write(store, node("a"), node("b"), link("r", "a", "b"))
    with store.writer() as writer:
        writer.clear()
    assert nodes(store) == {}
    assert relationships(store) == {}
    write(store, node("a"))
    with pytest.raises(ConstraintError):
        write(store, node("a"))


# -- reading ---------------------------------------------------------------------------


def test_columns_come_in_declared_order_as_plain_python(store: Store) -> None:
    write(store, node("a", support=2), node("b"), link("r", "a", "b", support=1))
    asked = query(
        "MATCH (a:Company {id: 'x:a'})-[link]->(b) "
        "RETURN date('2025-07-30') AS day, datetime('2025-07-30T10:00:00Z') AS moment, "
        "[1, null, 'x'] AS mixed, {number: [1.5]} AS number, null AS nothing, "
        "a.support AS support, link.support AS weight",
        *("day", "moment", "mixed", "number", "nothing", "support", "weight"),
    )
    [row] = rows(store, asked)
    assert list(row) == list(asked.column_names)
    assert row == {
        "day": "2025-07-30",
        "moment": row["moment"],
        "mixed": [1, None, "x"],
        "number": {"number": [1.5]},
        "nothing": None,
        "support": 2,
        "weight": 1,
    }
    assert str(row["moment"]).startswith("2025-07-30T10:00:00")


def test_nodes_relationships_and_paths_become_maps_of_properties(store: Store) -> None:
    write(store, node("a"), node("b"), link("r", "a", "b", support=1))
    asked = query(
        "MATCH way = (a {id: 'x:a'})-[link]->(b) RETURN a AS a, link AS link, way AS way",
        *("a", "link", "way"),
    )
    [row] = rows(store, asked)
    first: Value = {"class": "Company", "id": "x:a"}
    between: Value = {"id": "r", "support": 1}
    last: Value = {"class": "Company", "id": "x:b"}
    assert row == {"a": first, "link": between, "way": [first, between, last]}


@pytest.mark.parametrize(
    "parameters",
    [{}, {"id": "x:a", "other": 1}, {"id": 5}, {"id": "no id"}],
    ids=["missing", "unknown", "type", "shape"],
)
def test_wrong_parameters_are_refused(store: Store, parameters: dict[str, Value]) -> None:
    asked = query("MATCH (n:Entity {id: $id}) RETURN n.id AS id", "id", id="id")
    with pytest.raises(ParameterError), store.reader() as reader:
        reader.read(asked, parameters)


def test_parameter_cannot_smuggle_cypher(store: Store) -> None:
    write(store, node("a"))
    asked = query("MATCH (n:Entity) WHERE n.caption = $text RETURN n.id AS id", "id", text="text")
    assert rows(store, asked, text="' OR true //") == []
    assert set(nodes(store)) == {"x:a"}


def test_late_query_is_ended_and_the_store_goes_on(store: Store) -> None:
    with store.reader(timeout_seconds=0.7) as reader:
        with pytest.raises(StoreTimeoutError):
            reader.read(SLOW)
        assert reader.read(COUNT) == [{"found": 0}]


def test_late_query_does_not_end_another_of_the_same_text(store: Store) -> None:
    asked = query(
        "UNWIND range(1, $size) AS a UNWIND range(1, 2000) AS b "
        "WITH a, b WHERE a = -b RETURN count(*) AS found",
        "found",
        size="integer",
    )
    answers: list[list[Row]] = []

    def patient() -> None:
        with store.reader(timeout_seconds=60) as reader:
            answers.append(reader.read(asked, {"size": 4000}))

    thread = threading.Thread(target=patient)
    thread.start()
    with store.reader(timeout_seconds=0.4) as reader, pytest.raises(StoreTimeoutError):
        reader.read(asked, {"size": 1_000_000})
    thread.join()
    assert answers == [[{"found": 0}]]


def test_readers_in_threads_do_not_disturb_each_other(store: Store) -> None:
    write(store, *(node(f"n{i}", support=i) for i in range(50)))
    asked = query("MATCH (n:Entity {id: $id}) RETURN n.support AS support", "support", id="id")
    wrong: list[int] = []

    def read() -> None:
        with store.reader() as reader:
            wrong.extend(
                i for i in range(50) if reader.read(asked, {"id": f"x:n{i}"}) != [{"support": i}]
            )

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_readers_see_whole_transactions_only(store: Store) -> None:
    with store.writer() as writer, store.reader() as first, store.reader() as second:
        writer.write_nodes([node("a")])
        assert first.read(COUNT) == second.read(COUNT) == [{"found": 1}]
        with pytest.raises(ConstraintError):
            writer.write_nodes([node("b"), node("a")])
        assert first.read(COUNT) == second.read(COUNT) == [{"found": 1}]


def test_only_one_writer_at_a_time(store: Store) -> None:
    with store.writer(), pytest.raises(StoreError, match="open already"), store.writer():
        pass
    with store.writer() as writer:
        writer.write_nodes([node("a")])


def test_stream_may_be_left_early(store: Store) -> None:
    write(store, *(node(f"n{i}") for i in range(5000)))
    with store.reader() as reader:
        stream = reader.nodes()
        assert next(stream).labels[-1] == "Entity"
        del stream
        assert reader.read(COUNT) == [{"found": 5000}]


# -- opening and closing ---------------------------------------------------------------


def test_closing_twice_is_harmless(target: Target) -> None:
    store = open_store(target.url, target.settings)
    store.close()
    store.close()


def test_two_stores_see_the_same_graph(store: Store, target: Target) -> None:
    write(store, node("a"))
    other = open_store(target.url, target.settings)
    try:
        assert set(nodes(other)) == {"x:a"}
    finally:
        other.close()


def test_server_that_is_away_is_reported_quickly() -> None:
    with pytest.raises(StoreUnavailableError, match="does not answer"):
        open_store(f"bolt://127.0.0.1:{free_port()}", Settings())
