from __future__ import annotations

from pathlib import Path

import pytest

from graph.catalogue.header import read
from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Column, Query, load_catalogue
from graph.errors import ParameterError, QueryError
from ontology.model import Text

WORDS = Text(id="Uji", en="Test")

HEADER = """
title: {id: Uji, en: Test}
description: {id: Menguji., en: Tests.}
access: [analyst]
parameters:
  id: {type: id, description: {id: Id., en: Id.}, example: "org:kp2mi"}
  limit:
    type: integer
    description: {id: Batas., en: Limit.}
    required: false
    default: 10
columns:
  id: {id: Id., en: Id.}
"""
TEXT = "MATCH (n:Entity {id: $id}) RETURN n.id AS id LIMIT $limit;"


def query(**changes: object) -> Query:
    given: dict[str, object] = {
        "name": "one",
        "title": WORDS,
        "description": WORDS,
        "access": ("analyst",),
        "parameters": (Parameter("id", "id", WORDS),),
        "columns": (Column("id", WORDS),),
        "text": "MATCH (n:Entity {id: $id}) RETURN n.id AS id",
    }
    return Query(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"name": "One Two"}, "snake_case"),
        ({"name": "One"}, "snake_case"),
        ({"access": ()}, "access must list"),
        ({"access": ("administrator",)}, "access must list"),
        ({"access": ("analyst", "public")}, "access must list"),
        ({"columns": ()}, "RETURN gives columns"),
        ({"parameters": ()}, "not declared"),
        ({"text": "MATCH (n {id: $id}) DELETE n RETURN n.id AS id"}, "write-clause"),
    ],
)
def test_malformed_query_is_refused(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        query(**changes)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(QueryError) as caught:
        query(text="MATCH (n:Persn) SET n.nama = $nik RETURN n")
    for complaint in ("$nik", "'id'", "RETURN gives", "Persn", "nama", "write-clause"):
        assert complaint in str(caught.value)


def test_binding_fills_defaults_and_refuses_strangers() -> None:
    asked = query(
        parameters=(
            Parameter("id", "id", WORDS),
            Parameter("limit", "integer", WORDS, is_required=False, default=5),
        ),
        text="MATCH (n:Entity {id: $id}) RETURN n.id AS id LIMIT $limit",
    )
    assert asked.bind({"id": "org:x"}) == {"id": "org:x", "limit": 5}
    assert asked.bind({"id": "org:x", "limit": 1}) == {"id": "org:x", "limit": 1}
    with pytest.raises(ParameterError, match=r"no parameter 'nama'\. It takes: id, limit"):
        asked.bind({"id": "org:x", "nama": 1})


def test_a_period_does_not_end_before_it_begins() -> None:
    asked = load_catalogue()["actor_timeline"]
    day = {"actor": "org:x", "since": "2026-01-01"}
    assert asked.bind(day | {"until": "2026-01-01"})["until"] == "2026-01-01"
    with pytest.raises(ParameterError, match=r"'since' \(2026-01-01\) is later than 'until'"):
        asked.bind(day | {"until": "2025-12-31"})


def write(folder: Path, content: str, name: str = "one.cypher") -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def test_file_becomes_a_query(tmp_path: Path) -> None:
    found = read(write(tmp_path, f"/*{HEADER}*/\n{TEXT}\n"))
    assert found.name == "one"
    assert found.title == WORDS
    assert found.column_names == ("id",)
    assert found.text == TEXT.rstrip(";")
    assert [(p.name, p.is_required, p.default) for p in found.parameters] == [
        ("id", True, None),
        ("limit", False, 10),
    ]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (TEXT, "begin with a"),
        (f"/* : [ */ {TEXT}", "header cannot be used"),
        (f"/* just words */ {TEXT}", "header cannot be used"),
        (f"/*{HEADER}colums: {{}}\n*/ {TEXT}", "colums"),
        (f"/*{HEADER.replace(', en: Test', '')}*/ {TEXT}", "en"),
        (f"/*{HEADER.replace('access: [analyst]', '')}*/ {TEXT}", "access"),
        (f"/*{HEADER.replace('10', 'ten')}*/ {TEXT}", "default"),
    ],
)
def test_file_without_a_usable_header_is_refused(
    tmp_path: Path, content: str, complaint: str
) -> None:
    with pytest.raises(QueryError, match=complaint):
        read(write(tmp_path, content))


def test_catalogue_holds_every_file_by_name(tmp_path: Path) -> None:
    for name in ("b.cypher", "a.cypher"):
        write(tmp_path, f"/*{HEADER}*/ {TEXT}", name)
    write(tmp_path, "no query", "notes.md")
    assert list(load_catalogue(tmp_path)) == ["a", "b"]


def test_own_catalogue_loads() -> None:
    catalogue = load_catalogue()
    assert {"entity_by_id", "neighbours"} <= set(catalogue)
    assert all(name == found.name for name, found in catalogue.items())


def test_texts_become_what_the_query_declares() -> None:
    kinds = ("integer", "boolean", "texts", "id")
    found = query(
        parameters=tuple(Parameter(k, k, WORDS, is_required=False) for k in kinds),
        text="MATCH (n:Entity {id: $id}) WHERE $boolean AND n.id IN $texts "
        "RETURN n.id AS id LIMIT $integer",
    )
    given = [("integer", "5"), ("texts", "a,b"), ("texts", "c"), ("boolean", "ya"), ("id", "")]
    assert found.read(given) == {"integer": 5, "texts": ["a", "b", "c"], "boolean": True}
    assert found.read([("other", "x")]) == {"other": "x"}
    with pytest.raises(ParameterError, match="given twice"):
        found.read([("integer", "5"), ("integer", "6")])
