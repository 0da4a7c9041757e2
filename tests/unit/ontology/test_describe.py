from __future__ import annotations

import json

import pytest

from ontology.describe import describe, describe_class, describe_property, describe_scheme
from ontology.errors import UnknownTermError
from ontology.model import Ontology


def test_everything_is_described_and_is_json(ontology: Ontology) -> None:
    found = describe(ontology)
    again = json.loads(json.dumps(found))
    assert again["classes"].keys() == ontology.classes.keys()
    assert again["properties"].keys() == ontology.properties.keys()
    assert again["vocabularies"].keys() == ontology.schemes.keys()
    assert again["fingerprint"] == ontology.fingerprint


def test_a_class_knows_its_place_and_its_properties(ontology: Ontology) -> None:
    found = describe_class(ontology, "Person", "en")
    assert found["label"] == "Person"
    assert found["ancestors"] == ["Agent", "Entity"]
    assert "birthDate" in str(found["properties"])
    assert {"relation": "subClassOf", "target": "http://xmlns.com/foaf/0.1/Person"} in (
        found["alignments"] or []  # type: ignore[operator]
    )
    assert found["relation"] is None
    assert "Person" in str(describe_class(ontology, "Agent")["children"])


def test_a_relation_names_its_ends(ontology: Ontology) -> None:
    assert describe_class(ontology, "Recruitment")["relation"] == {
        "source": "recruiter",
        "target": "recruit",
        "relationshipType": "RECRUITED",
        "layer": "suspect",
    }


def test_a_property_says_what_its_values_are(ontology: Ontology) -> None:
    found = describe_property(ontology, "countUnit", "en")
    assert (found["valueType"], found["vocabulary"], found["isSingle"]) == (
        "concept",
        "count-units",
        True,
    )
    assert found["layer"] is None
    assert describe_property(ontology, "party")["layer"] == "reference"
    assert describe_property(ontology, "party")["range"] == "Agent"


def test_texts_follow_the_language(ontology: Ontology) -> None:
    assert describe_property(ontology, "holder", "id")["label"] == "pemangku"
    assert describe_property(ontology, "holder", "en")["label"] == "holder"


def test_a_vocabulary_lists_concepts_in_order_with_definitions(ontology: Ontology) -> None:
    found = describe_scheme(ontology, "legal-stages", "en")
    concepts = found["concepts"]
    assert isinstance(concepts, list)
    assert [c["notation"] for c in concepts][:3] == ["reported", "questioned", "suspect"]  # type: ignore[call-overload, index]
    assert all(c["definition"] for c in concepts)  # type: ignore[call-overload, index]
    assert found["usedBy"] == ["stage"]


@pytest.mark.parametrize("describing", [describe_class, describe_property, describe_scheme])
def test_unknown_names_are_refused_with_a_suggestion(describing, ontology: Ontology) -> None:
    with pytest.raises(UnknownTermError, match="has no"):
        describing(ontology, "Persn")
