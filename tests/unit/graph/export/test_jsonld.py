from __future__ import annotations

import json

import pyoxigraph as ox

from graph.export.jsonld import context, to_jsonld
from graph.export.rdf import Quad
from graph.export.terms import PREFIXES, XSD, iri, literal
from ontology.model import Ontology

ID = "https://w3id.org/lacak/id/"
NS = "https://w3id.org/lacak/ns#"


def test_every_class_property_and_prefix_has_a_term_and_none_hides_another(
    ontology: Ontology,
) -> None:
    names = [*PREFIXES, *ontology.classes, *ontology.properties]
    assert len(names) == len(set(names)) == len(context(ontology))


def test_terms_carry_their_types(ontology: Ontology) -> None:
    found = context(ontology)
    assert found["party"] == {"@id": NS + "party", "@type": "@id"}
    assert found["countUnit"] == {"@id": NS + "countUnit", "@type": "@id"}
    assert found["countLower"] == {"@id": NS + "countLower", "@type": XSD + "integer"}
    assert found["name"] == {"@id": NS + "name"}
    assert found["Person"] == NS + "Person"


def test_the_text_means_what_was_stated(ontology: Ontology) -> None:
    statements = [
        Quad(iri(ID + "org:a"), iri(NS + "name"), literal('Kapal "Jaya"'), ""),
        Quad(iri(ID + "org:a"), iri(NS + "jurisdiction"), iri(ID + "region:53"), iri(ID + "doc:a")),
    ]
    text = to_jsonld(statements, ontology)
    data = json.loads(text)
    assert data["@id"] == "id:org:a"
    assert data["jurisdiction"] == "id:region:53"
    found = {
        (q.subject, q.predicate, q.object) for q in ox.parse(text, format=ox.RdfFormat.JSON_LD)
    }
    subject = ox.NamedNode(ID + "org:a")
    assert found == {
        (subject, ox.NamedNode(NS + "name"), ox.Literal('Kapal "Jaya"')),
        (subject, ox.NamedNode(NS + "jurisdiction"), ox.NamedNode(ID + "region:53")),
    }
