from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.terms import PREFIXES, TYPE, XSD, iri, literal, shorten

HEADER = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())


def parsed(term: str, form: ox.RdfFormat = ox.RdfFormat.N_TRIPLES, header: str = "") -> object:
    text = f"{header}<http://a/s> <http://a/p> {term} .\n"
    return next(iter(ox.parse(text, format=form))).object


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    assert parsed(literal(text)) == ox.Literal(text)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_every_text_comes_back_from_turtle(text: str) -> None:
    found = parsed(shorten(literal(text)), ox.RdfFormat.TURTLE, HEADER)
    assert found == ox.Literal(text)


@pytest.mark.parametrize(
    ("value", "datatype", "expected"),
    [
        (True, XSD + "boolean", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (4822, XSD + "integer", '"4822"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (0.00001, XSD + "decimal", '"0.00001"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (1e21, XSD + "decimal", '"1000000000000000000000"^^<'),
        ("NTT", "", '"NTT"'),
        ("NTT", XSD + "string", '"NTT"'),
    ],
)
def test_literals_have_their_xsd_spelling(value: str | float, datatype: str, expected: str) -> None:
    assert literal(value, datatype).startswith(expected)


@pytest.mark.parametrize("text", ["http://a/b c", 'http://a/"x"', "http://a/<b>", "http://a/\n"])
def test_iris_cannot_break_out(text: str) -> None:
    term = iri(text)
    found = parsed(term)
    assert isinstance(found, ox.NamedNode)
    assert found.value.startswith("http://a/")


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://w3id.org/lacak/ns#Person", "lacak:Person"),
        ("https://w3id.org/lacak/id/org:polda-riau", "id:org:polda-riau"),
        ("https://w3id.org/lacak/id/region:53.71", "id:region:53.71"),
        ("https://w3id.org/lacak/claim/ab12", "claim:ab12"),
        # A local name that ends in a dot would end the statement.
        ("https://w3id.org/lacak/id/org:a.", "<https://w3id.org/lacak/id/org:a.>"),
        ("https://w3id.org/lacak/claim/ab#place", "<https://w3id.org/lacak/claim/ab#place>"),
        ("https://elsewhere.example/x", "<https://elsewhere.example/x>"),
    ],
)
def test_short_forms_mean_the_same(address: str, short: str) -> None:
    assert shorten(f"<{address}>") == short
    assert parsed(short, ox.RdfFormat.TURTLE, HEADER) == ox.NamedNode(address)


def test_datatypes_are_shortened_and_texts_that_look_like_one_are_not() -> None:
    assert shorten(literal("3", XSD + "integer")) == '"3"^^xsd:integer'
    assert shorten(literal("a^^<b>")) == '"a^^<b>"'


def test_type_is_rdf_type() -> None:
    assert TYPE == "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
