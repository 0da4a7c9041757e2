from __future__ import annotations

import pytest

from graph.catalogue.query import load_catalogue
from graph.ddl import relationship_types, schema_statements
from graph.dialect import EMBEDDED, FULL_TEXT_INDEX, NEO4J, Dialect
from ontology.model import load


@pytest.fixture(params=[EMBEDDED, NEO4J], ids=lambda dialect: dialect.engine)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


def test_every_relationship_type_has_unique_ids(dialect: Dialect) -> None:
    statements = " ".join(schema_statements(load(), dialect))
    for name in relationship_types(load()):
        assert f"r:{name}]" in statements or f"ON {name} (id) UNIQUE" in statements


def test_statements_do_nothing_where_their_object_exists(dialect: Dialect) -> None:
    for text in schema_statements(load(), dialect):
        assert text.count("IF NOT EXISTS") == text.count("CREATE ")


def test_statements_are_distinct_and_filled_in(dialect: Dialect) -> None:
    statements = list(schema_statements(load(), dialect))
    assert len(statements) == len(set(statements))
    assert not [text for text in statements if "{" in text]


def test_keys_are_indexed_where_they_hold_one_value(dialect: Dialect) -> None:
    statements = " ".join(schema_statements(load(), dialect))
    assert "kemendagriCode" in statements
    assert "passportNumber" not in statements, "a person may have several"


def test_labels_and_relationship_types_are_disjoint() -> None:
    assert not set(load().classes) & set(relationship_types(load()))


def test_sql_is_one_script_of_ended_statements() -> None:
    for text in schema_statements(load(), EMBEDDED):
        assert text.endswith(";")


def test_queries_name_the_full_text_index_that_exists() -> None:
    using = [q.text for q in load_catalogue().values() if "fulltext" in q.text]
    assert using
    assert all(f"'{FULL_TEXT_INDEX}'" in text for text in using)
    assert f"`{FULL_TEXT_INDEX}`" in NEO4J.full_text


@pytest.mark.parametrize(
    ("dialect", "agent", "version"),
    [
        (EMBEDDED, "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", "26.10.2"),
        (NEO4J, "Neo4j/5.26.16", "5.26.16"),
        (NEO4J, "Memgraph", "Memgraph"),
    ],
)
def test_version_in_agent(dialect: Dialect, agent: str, version: str) -> None:
    assert dialect.version_in(agent) == version
