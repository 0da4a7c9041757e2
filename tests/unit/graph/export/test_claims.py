from __future__ import annotations

import pytest

from graph.export.claims import citation, claim_statements, document_statements, is_asserted
from graph.export.mapping import Mapper
from graph.export.terms import shorten
from ontology.model import Ontology
from tests.claims import claim, document, stored

Short = tuple[str, str, str]


def statements(ontology: Ontology, **values: object) -> tuple[str, set[Short]]:
    made = stored("per:a", "name", "Ani", **values)
    stated = Mapper(ontology).stated(made.claim)
    triples = claim_statements(made, stated, ontology)
    return made.id, {(shorten(s), shorten(p), shorten(o)) for s, p, o in triples}


def test_a_claim_states_one_thing_of_one_document(ontology: Ontology) -> None:
    key, found = statements(ontology)
    subject = f"claim:{key}"
    assert (subject, "rdf:type", "meta:Claim") in found
    assert (subject, "rdf:subject", "id:per:a") in found
    assert (subject, "rdf:predicate", "lacak:name") in found
    assert (subject, "rdf:object", '"Ani"') in found
    assert (subject, "prov:hadPrimarySource", "id:doc:a") in found


def test_a_claim_carries_its_grading(ontology: Ontology) -> None:
    key, found = statements(
        ontology, modality="alleged", credibility=3, confidence=0.5, marking="amber"
    )
    values = {p: o for s, p, o in found if s == f"claim:{key}" and p.startswith("meta:")}
    assert values["meta:modality"] == "<https://w3id.org/lacak/vocab/modalities/alleged>"
    assert values["meta:credibility"] == "<https://w3id.org/lacak/vocab/credibilities/3>"
    assert values["meta:marking"] == "<https://w3id.org/lacak/vocab/markings/amber>"
    assert values["meta:confidence"] == '"0.5"^^xsd:decimal'


def test_nested_speech_keeps_its_order(ontology: Ontology) -> None:
    key, found = statements(ontology, attributed_to=("per:x", "per:y"))
    agents = {o for s, p, o in found if p == "prov:wasAttributedTo" and s == f"claim:{key}"}
    assert agents == {"id:per:x", "id:per:y"}
    depth = {s: o for s, p, o in found if p == "meta:depth"}
    said_by = {s: o for s, p, o in found if p == "prov:agent"}
    assert {depth[s]: agent for s, agent in said_by.items()} == {
        '"1"^^xsd:integer': "id:per:x",
        '"2"^^xsd:integer': "id:per:y",
    }


def test_an_excerpt_is_a_quote_and_a_position(ontology: Ontology) -> None:
    _, found = statements(ontology, locator=None, quote="Ani", start=10, end=13)
    by_predicate = {p: o for _, p, o in found}
    assert by_predicate["oa:exact"] == '"Ani"'
    assert by_predicate["oa:start"] == '"10"^^xsd:nonNegativeInteger'
    assert by_predicate["oa:end"] == '"13"^^xsd:nonNegativeInteger'
    assert by_predicate["oa:hasSource"] == "id:doc:a"
    types = {o for _, p, o in found if p == "rdf:type"}
    assert {"oa:TextQuoteSelector", "oa:TextPositionSelector", "oa:SpecificResource"} <= types


def test_without_text_the_locator_says_where(ontology: Ontology) -> None:
    _, found = statements(ontology, locator="par. 3")
    assert {o for _, p, o in found if p == "meta:locator"} == {'"par. 3"'}
    assert not any(p in ("oa:exact", "oa:start") for _, p, _ in found)


def test_times_and_printed_form_are_kept(ontology: Ontology) -> None:
    key, found = statements(ontology, valid="2025-01/..", asserted="2025-03-04", original="ANI")
    values = {p: o for s, p, o in found if s == f"claim:{key}"}
    assert values["meta:heldAt"] == '"2025-01/.."^^edtf:EDTF'
    assert values["meta:assertedAt"] == '"2025-03-04"^^edtf:EDTF'
    assert values["meta:original"] == '"ANI"'
    assert values["prov:generatedAtTime"].endswith("^^xsd:dateTime")


@pytest.mark.parametrize("modality", ["stated", "quoted", "reported"])
def test_what_a_document_states_is_a_statement_of_its_graph(modality: str) -> None:
    assert is_asserted(claim("per:a", "name", "Ani", modality=modality))


@pytest.mark.parametrize("modality", ["alleged", "denied", "goal", "expectation", "norm"])
def test_what_is_alleged_denied_or_hoped_for_is_not(modality: str) -> None:
    assert not is_asserted(claim("per:a", "name", "Ani", modality=modality))


def test_documents_are_cited_and_graded(ontology: Ontology) -> None:
    source = document(
        publisher="Antara", published="2025-08-06", url="https://a.example/1", reliability="A",
        origin="antara-1", sha256="ab",
    )  # fmt: skip
    found = {shorten(p): shorten(o) for _, p, o in document_statements(source, ontology)}
    assert found["dcterms:bibliographicCitation"] == (
        '"Antara. Title of doc:a. 2025-08-06. https://a.example/1"'
    )
    assert found["meta:reliability"] == "<https://w3id.org/lacak/vocab/reliabilities/A>"
    assert found["meta:originKey"] == '"antara-1"'
    assert found["meta:sha256"] == '"ab"'


def test_citations_leave_out_what_is_not_known() -> None:
    assert citation(document(title="Judul")) == "Judul."
    assert citation(document(title="Judul.", publisher="Antara")) == "Antara. Judul."
