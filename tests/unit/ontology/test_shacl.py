from __future__ import annotations

import pytest
from rdflib import SH, Graph, Literal, URIRef

from ontology.model import Ontology
from ontology.shacl import SHAPES, generated, rules


@pytest.fixture(scope="module")
def shapes(ontology: Ontology) -> Graph:
    return Graph().parse(data=generated(ontology))


def shape(name: str) -> URIRef:
    return URIRef(SHAPES + name)


def test_every_class_and_property_has_a_shape(shapes: Graph, ontology: Ontology) -> None:
    subjects = set(shapes.subjects())
    for name in ontology.classes:
        assert shape(name) in subjects
    for prop in ontology.properties.values():
        assert shape(f"{prop.domain}.{prop.name}") in subjects
        assert shape(f"domain.{prop.name}") in subjects


def test_a_class_lists_the_properties_it_declares(shapes: Graph, ontology: Ontology) -> None:
    listed = set(shapes.objects(shape("Person"), SH.property))
    own = {p.name for p in ontology.properties.values() if p.domain == "Person"}
    assert listed == {shape(f"Person.{name}") for name in own}


def test_constraints_follow_the_declaration(shapes: Graph) -> None:
    ns = "https://w3id.org/lacak/ns#"
    assert (shape("Person.residence"), SH["class"], URIRef(ns + "Territory")) in shapes
    assert shapes.value(shape("Person.birthDate"), SH.datatype) == URIRef(
        "http://id.loc.gov/datatypes/edtf/EDTF"
    )
    assert shapes.value(shape("Person.birthDate"), SH.maxCount) == Literal(1)
    assert shapes.value(shape("Person.initials"), SH.maxCount) is None
    concepts = list(shapes.items(shapes.value(shape("Person.sex"), SH["in"])))
    assert len(concepts) == 2


def test_several_ends_are_a_contradiction_to_show_and_no_error(shapes: Graph) -> None:
    assert shapes.value(shape("PositionHolding.holder"), SH.maxCount) is None


@pytest.mark.parametrize("name", ["rules", "claims"])
def test_every_rule_has_a_name_and_messages_in_both_languages(name: str) -> None:
    graph = Graph().parse(data=rules(name))
    found = [s for s in set(graph.subjects()) if isinstance(s, URIRef)]
    assert len(found) >= 6
    for rule in found:
        assert str(rule).startswith(SHAPES)
        languages = {getattr(m, "language", None) for m in graph.objects(rule, SH.message)}
        assert languages == {"id", "en"}, rule


def test_rules_and_generated_shapes_do_not_share_names(shapes: Graph) -> None:
    ours = {s for s in shapes.subjects() if isinstance(s, URIRef)}
    for name in ("rules", "claims"):
        written = {s for s in Graph().parse(data=rules(name)).subjects() if isinstance(s, URIRef)}
        assert written.isdisjoint(ours)
