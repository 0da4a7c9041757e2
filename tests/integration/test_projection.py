"""What claims become: nodes, relationships, and a report of what could not be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ledger.ledger import Ledger
from graph.projection.project import Projector
from graph.projection.rebuild import rebuild_snapshot
from graph.store import Node, Relationship
from ontology.claim import Claim
from tests.claims import claim, digest_of, document, entity, fill, graph_of, sqlite


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return fill(sqlite(tmp_path), [document(), document("doc:b", published="2025-08-06")], [])


def add(ledger: Ledger, *groups: list[Claim]) -> Ledger:
    ledger.add_claims(c for group in groups for c in group)
    return ledger


def node(ledger: Ledger, key: str) -> Node:
    found = graph_of(ledger)[key]
    assert isinstance(found, Node)
    return found


def links(ledger: Ledger, kind: str) -> list[Relationship]:
    found = [i for i in graph_of(ledger).values() if isinstance(i, Relationship)]
    return sorted((i for i in found if i.type == kind), key=lambda i: (i.source, i.target))


def test_a_person_becomes_a_node_with_values_evidence_and_a_caption(ledger: Ledger) -> None:
    add(ledger, entity("person:a", "Person", name=["Ani Wijaya", "Aní"], age="41"))
    found = node(ledger, "person:a")
    assert found.labels == ("Person", "Agent", "Entity")
    assert found.properties["name"] == ["Ani Wijaya", "Aní"]
    assert found.properties["age"] == 41
    assert found.properties["caption"] == "Ani Wijaya"
    assert found.properties["search_text"] == "ani wijaya ani a"
    assert found.properties["support"] == 1
    assert len(found.properties["claims"]) == 4  # type: ignore[arg-type]
    assert "conflicts" not in found.properties


def test_sources_that_disagree_are_picked_from_and_it_is_said(ledger: Ledger) -> None:
    add(ledger, entity("person:a", "Person", age="41"), [claim("person:a", "age", "42", "doc:b")])
    ledger.add_claims([claim("person:a", "age", "42", locator="par. 9")])
    projector = Projector(ledger)
    items = {i.id: i for i in projector.items()}
    assert items["person:a"].properties["age"] == 42
    assert items["person:a"].properties["conflicts"] == ["age"]
    assert projector.report.conflicts == [("person:a", "age")]


def test_a_reference_becomes_a_relationship_with_its_claims(ledger: Ledger) -> None:
    add(
        ledger,
        entity("person:a", "Person", residence="region:21"),
        entity("region:21", "Province", name="Kepulauan Riau"),
    )
    prop = ledger.ontology.property("residence")
    (link,) = links(ledger, str(prop.relationship_type))
    assert (link.source, link.target) == ("person:a", "region:21")
    (stored,) = ledger.claims_about(["region:21"])
    assert link.properties["claims"] == [stored.id]
    assert link.properties["layer"] == prop.layer


def test_a_relation_is_a_node_and_also_one_relationship_between_its_ends(ledger: Ledger) -> None:
    relation = entity("rel:a", "Recruitment", recruiter="person:a", recruit="group:b")
    relation.append(claim("rel:a", "startDate", "2025-03"))
    people = entity("person:a", "Person", name="AH"), entity("group:b", "Group", groupSizeLower="9")
    add(ledger, relation, *people)
    (link,) = links(ledger, "RECRUITED")
    assert (link.source, link.target) == ("person:a", "group:b")
    assert link.properties["relation"] == "rel:a"
    assert link.properties["first_day"] == "2025-03-01"
    assert link.properties["layer"] == "suspect"
    assert [i.target for i in links(ledger, "STARTS_AT")] == ["person:a"]
    assert [i.target for i in links(ledger, "ENDS_AT")] == ["group:b"]
    assert node(ledger, "rel:a").labels[0] == "Recruitment"


def test_a_link_is_no_better_than_its_weaker_end(ledger: Ledger) -> None:
    strong = [claim("rel:a", "recruiter", "person:a", s) for s in ("doc:a", "doc:b")]
    weak = [claim("rel:a", "recruit", "person:b", confidence=0.2, modality="alleged")]
    people = entity("person:a", "Person"), entity("person:b", "Person")
    add(ledger, entity("rel:a", "Recruitment"), strong, weak, *people)
    (link,) = links(ledger, "RECRUITED")
    assert link.properties["support"] == 1
    assert link.properties["modality"] == "alleged"
    assert link.properties["claims"] == sorted(c.id for c in strong + weak)


def test_every_entity_is_mentioned_in_its_documents_and_a_document_not_in_itself(
    ledger: Ledger,
) -> None:
    add(ledger, entity("person:a", "Person"), [claim("person:a", "name", "Ani", "doc:b")])
    add(ledger, [claim("doc:a", "articleSection", "Hukum")])
    assert [(i.source, i.target) for i in links(ledger, "MENTIONED_IN")] == [
        ("person:a", "doc:a"),
        ("person:a", "doc:b"),
    ]


def test_a_document_is_a_node_even_if_nothing_is_claimed_of_it(ledger: Ledger) -> None:
    found = node(ledger, "doc:b")
    assert found.properties["caption"] == "Title of doc:b"
    assert found.properties["published"] == "2025-08-06"
    assert "claims" not in found.properties


def test_what_points_to_nothing_is_reported_and_not_drawn(ledger: Ledger) -> None:
    add(ledger, entity("person:a", "Person", residence="region:99"))
    projector = Projector(ledger)
    items = list(projector.items())
    assert {i.id for i in items if isinstance(i, Node)} == {"person:a", "doc:a", "doc:b"}
    assert dict(projector.report.dangling) == {"residence → region:99": 1}


def test_an_entity_without_a_class_is_reported_and_not_drawn(ledger: Ledger) -> None:
    add(ledger, [claim("person:a", "name", "Ani"), claim("person:a", "age", "41")])
    projector = Projector(ledger)
    assert {i.id for i in projector.items()} == {"doc:a", "doc:b"}
    assert dict(projector.report.classless) == {"person:a": 2}


def test_the_most_specific_class_is_taken_and_other_branches_are_reported(
    ledger: Ledger,
) -> None:
    add(ledger, entity("org:a", "Company"), entity("org:a", "PlacementCompany"))
    assert node(ledger, "org:a").labels[0] == "PlacementCompany"
    add(ledger, entity("org:a", "Person", "doc:b"))
    projector = Projector(ledger)
    assert projector.report.class_conflicts == {"org:a": ("Person", "PlacementCompany")}


def test_a_draft_waits_until_it_is_accepted(ledger: Ledger) -> None:
    add(ledger, entity("person:a", "Person", name="Ani"))
    before = digest_of(ledger)
    draft = claim("person:a", "age", "41", is_draft=True)
    ledger.add_claims([draft])
    assert digest_of(ledger) == before
    accepted = ledger.decide("accept", draft.id, "", "ani", "checked")
    assert node(ledger, "person:a").properties["age"] == 41
    ledger.decide("undo", accepted.id, "", "ani", "too early")
    assert digest_of(ledger) == before


def test_a_rejected_claim_is_gone_from_the_graph_and_stays_in_the_ledger(ledger: Ledger) -> None:
    add(ledger, entity("person:a", "Person", age="41"))
    wrong = claim("person:a", "age", "41")
    ledger.decide("reject", wrong.id, "", "ani", "misread")
    assert "age" not in node(ledger, "person:a").properties
    assert ledger.known_ids([wrong.id]) == {wrong.id}


@pytest.mark.parametrize("how", ["draft", "rejected"])
def test_nothing_links_to_an_entity_whose_class_does_not_stand(ledger: Ledger, how: str) -> None:
    of_class = claim("region:21", "type", "Province", is_draft=how == "draft")
    add(ledger, entity("person:a", "Person", residence="region:21"), [of_class])
    if how == "rejected":
        ledger.decide("reject", of_class.id, "", "ani", "no province")
    graph = graph_of(ledger).values()
    nodes = {i.id for i in graph if isinstance(i, Node)}
    ends = {e for i in graph if isinstance(i, Relationship) for e in (i.source, i.target)}
    assert ends <= nodes
    assert "region:21" not in nodes


def test_a_denied_value_leaves_no_trace_but_its_claim(ledger: Ledger) -> None:
    denied = claim("person:a", "residence", "region:21", modality="denied")
    add(ledger, entity("person:a", "Person"), entity("region:21", "Province"), [denied])
    assert links(ledger, str(ledger.ontology.property("residence").relationship_type)) == []
    assert denied.id in node(ledger, "person:a").properties["claims"]  # type: ignore[operator]


def test_a_denial_is_something_said_and_shown_as_denied(ledger: Ledger) -> None:
    said = {"speaker": "org:a", "statementText": "Membantah terlibat", "about": "person:a"}
    add(
        ledger,
        entity("person:a", "Person"),
        entity("org:a", "Company", name="PT A"),
        [claim("stm:a", name, value, modality="denied") for name, value in said.items()],
        [claim("stm:a", "type", "Statement", modality="denied")],
    )
    found = node(ledger, "stm:a")
    assert found.properties["statementText"] == ["Membantah terlibat"]
    assert found.properties["caption"] == "Membantah terlibat"
    assert found.properties["support"] == 0
    [spoken] = links(ledger, "SPOKEN_BY")
    assert (spoken.target, spoken.properties["modality"]) == ("org:a", "denied")
    assert spoken.properties["confidence"] == 0


def test_what_somebody_else_states_outweighs_a_denied_saying(ledger: Ledger) -> None:
    texts = {"Membantah": "denied", "Mengakui": "quoted"}
    add(
        ledger,
        [claim("stm:a", "type", "Statement")],
        [claim("stm:a", "statementText", text, modality=how) for text, how in texts.items()],
    )
    assert node(ledger, "stm:a").properties["statementText"] == ["Mengakui"]


def two_people(ledger: Ledger) -> Ledger:
    return add(
        ledger,
        entity("person:a", "Person", name="Ani", residence="region:21"),
        entity("person:b", "Person", "doc:b", name="Ani W.", age="41", residence="region:21"),
        entity("person:c", "Person", "doc:b", name="Cici"),
        entity("rel:a", "Recruitment", recruiter="person:a", recruit="person:c"),
        entity("rel:b", "Recruitment", "doc:b", recruiter="person:b", recruit="person:c"),
        entity("region:21", "Province"),
    )


def test_merged_records_are_one_node_and_the_merge_is_undone_to_the_byte(ledger: Ledger) -> None:
    before = digest_of(two_people(ledger))
    taken = ledger.decide("same", "person:b", "person:a", "ani", "one number")
    found = node(ledger, "person:a")
    assert found.properties["records"] == ["person:a", "person:b"]
    assert set(found.properties["name"]) == {"Ani", "Ani W."}  # type: ignore[arg-type]
    assert found.properties["age"] == 41
    assert "person:b" not in graph_of(ledger)
    assert [i.source for i in links(ledger, "RECRUITED")] == ["person:a", "person:a"]
    (home,) = links(ledger, str(ledger.ontology.property("residence").relationship_type))
    assert len(home.properties["claims"]) == 2  # type: ignore[arg-type]
    ledger.decide("undo", taken.id, "", "ani", "two numbers after all")
    assert digest_of(ledger) == before


def test_targets_that_were_merged_count_as_one(ledger: Ledger) -> None:
    add(
        ledger,
        entity("person:x", "Person"),
        entity("place:a", "Province"),
        entity("place:b", "Province", "doc:b"),
        [claim("person:x", "residence", "place:a"), claim("person:x", "residence", "place:b")],
    )
    ledger.decide("same", "place:a", "place:b", "ani", "one place")
    (home,) = links(ledger, str(ledger.ontology.property("residence").relationship_type))
    assert home.target == "place:a"
    assert len(home.properties["claims"]) == 2  # type: ignore[arg-type]


def test_documents_that_are_one_are_one_node(ledger: Ledger) -> None:
    ledger.decide("same", "doc:a", "doc:b", "ani", "a repost")
    add(ledger, entity("person:a", "Person"), [claim("person:a", "age", "41", "doc:b")])
    assert [i.target for i in links(ledger, "MENTIONED_IN")] == ["doc:a"]
    assert set(graph_of(ledger)) > {"doc:a"}
    assert "doc:b" not in graph_of(ledger)


def test_a_document_keeps_its_values_under_the_id_of_another_record(ledger: Ledger) -> None:
    ledger.decide("same", "doc:b", "art:zero", "ani", "catalogued twice")
    found = node(ledger, "art:zero")
    assert found.properties["published"] == "2025-08-06"
    assert found.properties["records"] == ["art:zero", "doc:b"]


def test_no_two_records_share_an_id_and_every_link_has_both_ends(ledger: Ledger) -> None:
    graph = graph_of(two_people(ledger))
    for item in graph.values():
        if isinstance(item, Relationship):
            assert item.source in graph
            assert item.target in graph
            assert item.properties["claims"]


def test_a_snapshot_holds_the_projection_and_nothing_else(ledger: Ledger, tmp_path: Path) -> None:
    two_people(ledger)
    ledger.decide("same", "person:a", "person:b", "ani", "one number")
    draft = claim("person:a", "age", "99", is_draft=True)
    ledger.add_claims([draft])
    snapshot, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
    held = {i.id: i for i in (*snapshot.all_nodes(), *snapshot.all_relationships())}
    assert held == graph_of(ledger)
    assert snapshot.manifest.digest == digest_of(ledger)
    assert snapshot.manifest.claims == ledger.counts()["claims"] - 1
    assert snapshot.claims([draft.id]) == []
    assert {d.id for d in snapshot.documents(["doc:a", "doc:b"])} == {"doc:a", "doc:b"}
