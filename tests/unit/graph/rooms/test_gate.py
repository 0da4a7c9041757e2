"""The gate says what a room does not do, and lets everything else through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.rooms import gate
from graph.rooms.errors import QueryRefusedError
from tests.free import good


@pytest.mark.parametrize("text", good.cypher())
def test_good_cypher_passes(text):
    gate.check_cypher(text)


@pytest.mark.parametrize("text", good.sparql())
def test_good_sparql_passes(text):
    gate.check_sparql(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("CREATE (n)", "CREATE"),
        ("match (n) set n.x = 1", "SET"),
        ("MATCH (n) DETACH DELETE n", "DETACH"),
        ("MATCH (n) /* c */ REMOVE n.x", "REMOVE"),
        ("MERGE (n:X {id: 1}) RETURN n", "MERGE"),
        ("LOAD CSV FROM 'x' AS r RETURN r", "LOAD"),
        ("DROP INDEX x", "DROP"),
        ("SHOW TRANSACTIONS", "SHOW"),
        ("// comment\n show users", "SHOW"),
        ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
        ("USE system RETURN 1", "USE"),
        ("FOREACH (x IN [1] | CREATE (:A))", "FOREACH"),
        ("GRANT ROLE a TO b", "GRANT"),
        ("SHOW § TRANSACTIONS", "SHOW"),
    ],
)
def test_cypher_that_does_not_read_is_refused_by_name(text, word):
    with pytest.raises(QueryRefusedError, match=f"^{word} is not available") as caught:
        gate.check_cypher(text)
    assert caught.value.text.id.startswith(f"{word} tidak tersedia")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE"),
        ("select * { service silent ?x { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <http://x/> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://x/> { ?s ?p ?o }", "FROM"),
        ("LOAD <http://x/>", "LOAD"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("CLEAR ALL", "CLEAR"),
        ("DROP ALL", "DROP"),
        ("COPY DEFAULT TO <x:y>", "COPY"),
        ("WITH <x:y> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
    ],
)
def test_sparql_that_goes_elsewhere_is_refused_by_name(text, word):
    with pytest.raises(QueryRefusedError, match=f"^{word} is not available") as caught:
        gate.check_sparql(text)
    assert caught.value.text.id.startswith(f"{word} tidak tersedia")


@pytest.mark.parametrize("check", [gate.check_cypher, gate.check_sparql])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("x" * (gate.MAXIMUM_LENGTH + 1), "more than 20000 characters"),
        ("(" * 101 + ")" * 101, "more than 100 deep"),
    ],
)
def test_what_is_too_much_is_told(check, text, told):
    with pytest.raises(QueryRefusedError, match=told):
        check(text)


def test_one_statement_at_a_time():
    with pytest.raises(QueryRefusedError, match="semicolon"):
        gate.check_cypher("RETURN 1; RETURN 2")
    gate.check_cypher("RETURN 1;")


@pytest.mark.parametrize("name", ["dbms.listConfig", "apoc.load.json", "db.createLabel", "sql"])
def test_unknown_procedures_are_refused_with_those_there_are(name):
    with pytest.raises(QueryRefusedError, match=rf"Procedure {name} .*db\.labels"):
        gate.check_cypher(f"CALL {name}('x') YIELD value RETURN value")


@pytest.mark.parametrize("name", ["db.labels", "algo.pagerank", "db.index.fulltext.queryNodes"])
def test_procedures_that_read_pass(name):
    gate.check_cypher(f"CALL {name}() YIELD x RETURN x")


def test_a_text_that_is_no_cypher_is_left_to_the_engine():
    gate.check_cypher("RETURN § 1")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * {"),
        ("SELECT * WHERE { ?s ?p ?o }", "SELECT * WHERE {"),
        ("ASK{?s ?p ?o}", "ASK{"),
        ("SELECT (1 AS ?x) { { ?s ?p ?o } }", "SELECT (1 AS ?x) {"),
        ("PREFIX a: <b{c> SELECT * { ?s ?p '{' }", None),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE {"),
        ("# {\nSELECT * { ?s ?p '}{' }", "# {\nSELECT * {"),
        ("SELECT * { ?s ?p ?where } ORDER BY ?s", "SELECT * {"),
    ],
)
def test_a_pattern_begins_after_its_first_bracket(text, before):
    if before is not None:
        assert text[: gate.pattern_start(text)] == before


def test_a_query_without_a_pattern_takes_no_parameters():
    with pytest.raises(ValueError, match="needs a pattern"):
        gate.pattern_start("DESCRIBE <x:y>")


def test_the_guide_shows_nothing_that_is_refused():
    text = (Path(__file__).parents[4] / "docs/free-queries.md").read_text()
    shown = re.findall(r"```(cypher|sparql)\n(.*?)```", text, re.DOTALL)
    assert len(shown) >= 10
    for language, query in shown:
        getattr(gate, f"check_{language}")(query)
