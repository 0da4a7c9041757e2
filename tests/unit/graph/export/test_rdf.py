from __future__ import annotations

import io

import pyoxigraph as ox

from graph.export.rdf import Quad, write_nquads, write_turtle
from graph.export.terms import TYPE, iri, literal

A, B, P, Q = iri("http://a/a"), iri("http://a/b"), iri("http://a/p"), iri("http://a/q")
QUADS = [
    Quad(A, TYPE, iri("https://w3id.org/lacak/ns#Person"), ""),
    Quad(A, P, literal("x"), ""),
    Quad(A, P, literal("y"), ""),
    Quad(A, Q, B, iri("http://a/doc")),
    Quad(B, Q, A, iri("http://a/doc")),
]


def parsed(text: str, form: ox.RdfFormat) -> set[tuple[str, str, str, str]]:
    return {
        (str(q.subject), str(q.predicate), str(q.object), str(q.graph_name))
        for q in ox.parse(text, format=form)
    }


def test_nquads_keep_the_graphs() -> None:
    file = io.StringIO()
    assert write_nquads(QUADS, file) == 5
    graphs = {g for *_, g in parsed(file.getvalue(), ox.RdfFormat.N_QUADS)}
    assert graphs == {"DEFAULT", "<http://a/doc>"}
    assert len(file.getvalue().splitlines()) == 5


def test_turtle_says_the_same_without_graphs() -> None:
    file = io.StringIO()
    assert write_turtle(QUADS, file) == 5
    found = {t[:3] for t in parsed(file.getvalue(), ox.RdfFormat.TURTLE)}
    assert found == {(q.subject, q.predicate, q.object) for q in QUADS}


def test_turtle_groups_subjects_and_predicates() -> None:
    file = io.StringIO()
    write_turtle(QUADS[:3], file)
    assert file.getvalue().endswith(
        '\n\n<http://a/a> a lacak:Person ;\n    <http://a/p> "x" , "y" .\n'
    )


def test_nothing_is_valid_turtle_too() -> None:
    file = io.StringIO()
    assert write_turtle([], file) == 0
    assert parsed(file.getvalue(), ox.RdfFormat.TURTLE) == set()
