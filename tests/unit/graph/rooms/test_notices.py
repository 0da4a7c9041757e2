"""What a query names that is not in the ontology is told, with the nearest; all else is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.catalogue.query import load_catalogue
from graph.rooms.notices import cypher_notices, sparql_notices
from ontology.model import load
from viz.explorer.write import EXAMPLES

GUIDE = Path(__file__).parents[4] / "docs" / "free-queries.md"
NS = "https://w3id.org/lacak/ns#"


@pytest.mark.parametrize(
    ("text", "word", "nearest"),
    [
        ("MATCH (n:Declaraton) RETURN n.id", "class 'Declaraton'", "Declaration"),
        ("MATCH (n:deklarasi) RETURN n.id", "class 'deklarasi'", "Declaration"),
        ("MATCH (n) WHERE n:Persn RETURN n.id", "class 'Persn'", "Person"),
        ("MATCH (n)-[:HASPARTY]->() RETURN n.id", "relationship type 'HASPARTY'", "HAS_PARTY"),
        ("MATCH (n) RETURN n.tanggal AS day", "property 'tanggal'", "date"),
        ("MATCH (n {idd: 'x'}) RETURN n", "property 'idd'", "id"),
    ],
)
def test_an_unknown_name_in_cypher_is_told_with_the_nearest(text, word, nearest):
    (told,) = cypher_notices(text, load())
    assert word in told.en
    assert "tidak mengenal" in told.id
    assert f"Nearest: {nearest}" in told.en
    assert f"Terdekat: {nearest}" in told.id


@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("SELECT ?s { ?s a lacak:Deklarasi }", "Deklarasi", "Declaration"),
        ("SELECT ?s { ?s lacak:nama ?n }", "nama", "name"),
        (f"PREFIX x: <{NS}> SELECT * {{ ?s x:Persn ?o }}", "Persn", "Person"),
        (f"PREFIX : <{NS}> SELECT * {{ ?s :Persn ?o }}", "Persn", "Person"),
        (f"SELECT * {{ ?s a <{NS}Persn> }}", "Persn", "Person"),
        ("SELECT * { ?s lacak:name/lacak:nam ?o }", "nam", "name"),
        (
            "SELECT * { ?s ?p vocab:legal-stages\\/suspct }",
            "legal-stages/suspct",
            "legal-stages/suspect",
        ),
    ],
)
def test_an_unknown_term_in_sparql_is_told_with_the_nearest(text, name, nearest):
    (told,) = sparql_notices(text, load())
    assert repr(name) in told.en
    assert f"Nearest: {nearest}" in told.en


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND [{own: 1}] AS row RETURN row.own",
        "MATCH (n) RETURN n {.caption, own: 1}",
        "RETURN 'n:Foo' + \"x.bar\" // n:Baz",
        "MATCH (n:Event) RETURN date(n.first_day).year",
        "MATCH (n ? this is no Cypher",
    ],
)
def test_what_a_query_makes_up_or_only_mentions_is_no_matter(text):
    assert cypher_notices(text, load()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s lacak:name 'lacak:bar' . # lacak:foo\n}",
        "SELECT * { ?s foaf:nome ?n }",
        "PREFIX lacak: <https://example.org/> SELECT * { ?s lacak:nama ?n }",
        "SELECT * { ?s ?p ?lacak . FILTER(?n < 3 && ?m > 4) }",
        "SELECT * { ?s lacak:measure/skos:prefLabel ?o }",
    ],
)
def test_other_namespaces_and_texts_are_no_matter(text):
    assert sparql_notices(text, load()) == ()


def test_what_we_show_ourselves_gives_no_notice():
    found = re.findall(r"```(cypher|sparql)\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    shown = [*found, *((e.language, e.text) for e in EXAMPLES)]
    shown += [("cypher", query.text) for query in load_catalogue().values()]
    assert len(shown) > 30
    told = {"cypher": cypher_notices, "sparql": sparql_notices}
    assert [text for tongue, text in shown if told[tongue](text, load())] == []


def test_there_are_only_so_many_notices():
    text = "MATCH (n) RETURN " + ", ".join(f"n.unknown{i}" for i in range(50))
    assert len(cypher_notices(text, load())) == 10
