from __future__ import annotations

import pytest

from graph.export.mapping import Mapper
from graph.export.terms import shorten
from graph.store import Node, Relationship
from ontology.model import Ontology
from tests.claims import claim

Short = tuple[str, str, str]


@pytest.fixture
def mapper(ontology: Ontology) -> Mapper:
    return Mapper(ontology)


def short(triples: object) -> set[Short]:
    return {(shorten(s), shorten(p), shorten(o)) for s, p, o in triples}  # type: ignore[attr-defined]


def node(mapper: Mapper, key: str, cls: str, **properties: object) -> set[Short]:
    labels = mapper.ontology.cls(cls).ancestors
    return short(mapper.node(Node(key, labels, properties)))  # type: ignore[arg-type]


def test_a_node_says_class_label_and_values_with_types(mapper: Mapper) -> None:
    found = node(
        mapper, "cnt:a", "Count", caption="100 orang", countLower=100, cumulative=True,
        window="2025-01/2025-09", countUnit="persons",
    )  # fmt: skip
    assert ("id:cnt:a", "rdf:type", "lacak:Count") in found
    assert ("id:cnt:a", "rdfs:label", '"100 orang"') in found
    assert ("id:cnt:a", "lacak:countLower", '"100"^^xsd:integer') in found
    assert ("id:cnt:a", "lacak:cumulative", '"true"^^xsd:boolean') in found
    assert ("id:cnt:a", "lacak:window", '"2025-01/2025-09"^^edtf:EDTF') in found
    unit = "<https://w3id.org/lacak/vocab/count-units/persons>"
    assert ("id:cnt:a", "lacak:countUnit", unit) in found


def test_alignments_are_followed(mapper: Mapper) -> None:
    found = node(mapper, "org:a", "Ministry", name=["Kementerian"], agencyKind="ministry")
    assert ("id:org:a", "rdf:type", "org:FormalOrganization") in found
    assert ("id:org:a", "rdf:type", "prov:Agent") in found
    assert ("id:org:a", "foaf:name", '"Kementerian"') in found
    assert ("id:org:a", "lacak:name", '"Kementerian"') in found


def test_close_matches_are_no_statements(mapper: Mapper) -> None:
    found = node(mapper, "per:a", "Person", name=["Ani"])
    assert not any("schema.org" in o or "followthemoney" in o for _, _, o in found)


def test_lists_give_one_statement_per_value(mapper: Mapper) -> None:
    found = node(mapper, "org:a", "Company", alias=["A", "B"])
    assert {o for _, p, o in found if p == "lacak:alias"} == {'"A"', '"B"'}


def test_what_was_computed_is_told_apart_from_what_was_claimed(mapper: Mapper) -> None:
    found = node(
        mapper, "evt:a", "Raid", support=3, confidence=0.5, first_day="2025-01-01",
        last_day="2025-01-31", conflicts=["date"], search_text="x", claims=["c1"],
    )  # fmt: skip
    assert ("id:evt:a", "meta:support", '"3"^^xsd:integer') in found
    assert ("id:evt:a", "meta:confidence", '"0.5"^^xsd:decimal') in found
    assert ("id:evt:a", "meta:firstDay", '"2025-01-01"^^xsd:date') in found
    assert ("id:evt:a", "meta:conflictsIn", "lacak:date") in found
    assert not any("search" in p or "claims" in p for _, p, _ in found)


def test_merged_records_are_the_same_thing(mapper: Mapper) -> None:
    found = node(mapper, "per:a", "Person", records=["per:a", "per:b"])
    assert ("id:per:a", "owl:sameAs", "id:per:b") in found
    assert ("id:per:a", "owl:sameAs", "id:per:a") not in found


def link(mapper: Mapper, type_: str, **relations: str) -> set[Short]:
    return short(mapper.relationship(Relationship("h", type_, "rel:a", "per:b", {}), relations))


def test_a_link_is_the_property_it_was_projected_from(mapper: Mapper) -> None:
    assert link(mapper, "HAS_PARTY") == {("id:rel:a", "lacak:party", "id:per:b")}


def test_links_follow_alignments_too(mapper: Mapper) -> None:
    found = link(mapper, "CONDUCTED_BY")
    assert ("id:rel:a", "prov:wasAssociatedWith", "id:per:b") in found


@pytest.mark.parametrize(
    ("cls", "start", "end"),
    [("Recruitment", "recruiter", "recruit"), ("BrokerRole", "roleHolder", "roleIn")],
)
def test_ends_of_a_relation_have_their_own_names(
    mapper: Mapper, cls: str, start: str, end: str
) -> None:
    relations = {"rel:a": cls}
    starts = Relationship("h", "STARTS_AT", "rel:a", "per:b", {})
    ends = Relationship("h", "ENDS_AT", "rel:a", "per:b", {})
    assert ("id:rel:a", f"lacak:{start}", "id:per:b") in short(
        mapper.relationship(starts, relations)
    )
    assert ("id:rel:a", f"lacak:{end}", "id:per:b") in short(mapper.relationship(ends, relations))


def test_other_links_of_a_relation_keep_their_name(mapper: Mapper) -> None:
    through = Relationship("h", "THROUGH", "rel:a", "org:b", {})
    found = short(mapper.relationship(through, {"rel:a": "Recruitment"}))
    assert found == {("id:rel:a", "lacak:throughCompany", "id:org:b")}


def test_the_shortcut_of_a_relation_says_nothing_new(mapper: Mapper) -> None:
    assert link(mapper, "RECRUITED") == set()


@pytest.mark.parametrize(
    ("prop", "value", "expected"),
    [
        ("type", "Person", "lacak:Person"),
        ("name", "Ani", '"Ani"'),
        ("birthDate", "1990-05", '"1990-05"^^edtf:EDTF'),
        ("sex", "female", "<https://w3id.org/lacak/vocab/sexes/female>"),
        ("residence", "region:53", "id:region:53"),
        ("url", "https://a.example/b", '"https://a.example/b"^^xsd:anyURI'),
    ],
)
def test_claimed_values_are_typed_like_picked_ones(
    mapper: Mapper, prop: str, value: str, expected: str
) -> None:
    stated = mapper.stated(claim("per:a", prop, value))
    assert shorten(stated[0]) == "id:per:a"
    assert shorten(stated[2]) == expected
