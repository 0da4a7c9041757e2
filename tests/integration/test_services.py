"""Typed answers over a snapshot: entities with evidence, networks, search, status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.errors import UnknownEntityError, UnknownQueryError
from graph.ledger.ledger import Ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.services.citations import captions_of, cite
from graph.services.entities import shown, view
from graph.services.networks import default_filter, ego, expand_counts, partnership, path
from graph.services.queries import run_query
from graph.services.search import search
from graph.services.status import provinces_touched, status
from graph.snapshots import Snapshot
from ontology.errors import UnknownTermError
from ontology.model import Ontology
from tests.claims import claim, document, entity, fill, sqlite

DOCUMENTS = [
    document(published="2025-08-06", publisher="Antara"),
    document("doc:b", published="2025-03-01", reliability="C", origin="release"),
    document("doc:c", published="2025-03-02", reliability="C", origin="release"),
]
CLAIMS = [
    *entity("person:a", "Person", name="Ani Wijaya", residence="region:21"),
    claim("person:a", "age", "41", "doc:b", attributed_to=("org:polda", "person:spokes")),
    claim("person:a", "age", "41", "doc:c"),
    claim("person:a", "age", "42", original="42 tahun"),
    *entity("person:b", "Person", initials="AH"),
    *entity("person:spokes", "Person", name="Juru Bicara"),
    *entity("org:polda", "Organization", name="Polda Kepri"),
    *entity("org:pt", "PlacementCompany", name="PT Wijaya Bahari"),
    *entity("rel:a", "Recruitment", recruiter="person:a", recruit="person:b"),
    *entity("region:21", "Province", name="Kepulauan Riau"),
    *entity("region:11", "Province", name="Aceh"),
    *entity("agr:old", "Agreement", name="Deklarasi", date="2020-01-01", party="org:polda"),
    *entity("agr:new", "Agreement", name="Nota", date="2025-01-01", locatedIn="region:21"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    opened = fill(sqlite(tmp_path_factory.mktemp("services")), DOCUMENTS, CLAIMS)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def snapshot(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return rebuild_snapshot(ledger, tmp_path_factory.mktemp("snapshots"))[0]


def test_an_entity_comes_with_every_fact_and_its_evidence(
    snapshot: Snapshot, ontology: Ontology
) -> None:
    found = view(snapshot, ontology, "person:a")
    facts = {(f.property, f.value): f for f in found.facts}
    assert found.caption == "Ani Wijaya"
    assert facts["residence", "region:21"].shown == "Kepulauan Riau"
    assert found.conflicts == ("age",)
    mistaken, believed = facts["age", "41"], facts["age", "42"]
    assert mistaken.is_conflicting
    assert believed.is_conflicting
    assert mistaken.support == 1, "a release and its repost are one origin"
    assert len(mistaken.citations) == 2
    assert believed.is_picked
    assert not mistaken.is_picked
    assert believed.citations[0].original == "42 tahun"
    assert (found.sources, found.origins) == (3, 2)


def test_who_said_it_is_named_nearest_the_document_first(
    snapshot: Snapshot, ontology: Ontology
) -> None:
    fact = next(f for f in view(snapshot, ontology, "person:a").facts if f.value == "41")
    assert [c.document for c in fact.citations] == ["doc:b", "doc:c"], "oldest first"
    assert fact.citations[0].said_by == ("Polda Kepri", "Juru Bicara")


def test_what_points_here_is_listed_with_its_own_facts(
    snapshot: Snapshot, ontology: Ontology
) -> None:
    links = view(snapshot, ontology, "person:b").links
    recruited = [k for k in links if k.type == "RECRUITED"]
    assert [(k.other, k.is_outgoing) for k in recruited] == [("person:a", False)]
    assert recruited[0].citations


def test_an_unknown_entity_is_said_to_be_unknown(snapshot: Snapshot, ontology: Ontology) -> None:
    for ask in (
        lambda: view(snapshot, ontology, "no:one"),
        lambda: ego(snapshot, "no:one"),
        lambda: path(snapshot, "person:a", "no:one"),
        lambda: expand_counts(snapshot, "no:one"),
    ):
        with pytest.raises(UnknownEntityError, match="no:one"):
            ask()


def test_citations_come_in_order_of_publication(snapshot: Snapshot, ledger: Ledger) -> None:
    found = cite(snapshot, ledger.claims_of(["person:a"]))
    days = [c.published for c in found.values()]
    assert days == sorted(str(d) for d in days)
    assert captions_of(snapshot, ["person:a", "no:one"]) == {"person:a": "Ani Wijaya"}


def test_documents_are_evidence_and_no_ties_unless_asked_for(snapshot: Snapshot) -> None:
    near = ego(snapshot, "person:a", hops=2)
    assert not any(n.id.startswith("doc:") for n in near.nodes)
    assert near.nodes[0].id == "person:a"
    assert near.focus == ("person:a",)
    wide = ego(snapshot, "person:a", wanted=default_filter(has_documents=True))
    assert any(n.id.startswith("doc:") for n in wide.nodes)
    small = ego(snapshot, "person:a", hops=2, limit=2)
    assert len(small.nodes) == 2
    assert small.is_truncated


def test_a_path_names_the_way(snapshot: Snapshot) -> None:
    found = path(snapshot, "person:b", "region:21", wanted=default_filter(types=["RECRUITED"]))
    assert found.paths == ()
    found = path(snapshot, "person:b", "region:21")
    assert found.paths == (("person:b", "person:a", "region:21"),)
    assert {r.source for r in found.relationships} == {"person:a"}
    assert path(snapshot, "person:a", "person:a").paths == (("person:a",),)
    assert path(snapshot, "person:b", "region:21", max_hops=1).paths == ()


def test_types_are_counted_before_they_are_expanded(snapshot: Snapshot) -> None:
    counts = expand_counts(snapshot, "person:a")
    assert counts["RECRUITED"] == 1
    assert "MENTIONED_IN" not in counts


def test_partnerships_are_cut_to_a_window(snapshot: Snapshot, ontology: Ontology) -> None:
    def agreements(**window: str) -> set[str]:
        found = partnership(snapshot, ontology, **window)
        return {n.id for n in found.nodes if n.id.startswith("agr:")}

    assert agreements() == {"agr:old", "agr:new"}
    assert agreements(first_day="2024-01-01") == {"agr:new"}
    assert agreements(last_day="2024-01-01") == {"agr:old"}
    whole = partnership(snapshot, ontology)
    assert {"org:polda", "region:21"} <= {n.id for n in whole.nodes}


@pytest.mark.parametrize(
    ("text", "class_name", "first"),
    [
        ("Ani Wijaya", None, "person:a"),
        ("ani wijay", None, "person:a"),
        ("wijaya bahari", None, "org:pt"),
        ("Wijaya", "Organization", "org:pt"),
        ("Kepulawan Riau", None, "region:21"),
        ("AH", "Person", "person:b"),
    ],
)
def test_names_are_found_in_spite_of_spelling(
    snapshot: Snapshot, ontology: Ontology, text: str, class_name: str | None, first: str
) -> None:
    assert search(snapshot, ontology, text, class_name)[0].id == first


def test_search_says_what_it_cannot_look_for(snapshot: Snapshot, ontology: Ontology) -> None:
    assert search(snapshot, ontology, "  ") == []
    assert search(snapshot, ontology, "zzzzqqqq") == []
    assert len(search(snapshot, ontology, "wijaya", limit=1)) == 1
    with pytest.raises(UnknownTermError, match="Wizard"):
        search(snapshot, ontology, "ani", "Wizard")


def test_the_state_in_numbers(ledger: Ledger, snapshot: Snapshot, ontology: Ontology) -> None:
    found = status(ledger, snapshot, ontology, "embedded")
    assert found.claims == len(CLAIMS)
    assert (found.documents, found.agreements, found.p3mi) == (3, 2, 1)
    assert found.digest == snapshot.manifest.digest
    assert provinces_touched(snapshot) == {"region:21"}
    assert found.provinces == 1
    empty = status(ledger, None, ontology, "embedded")
    assert (empty.entities, empty.digest, empty.built) == (0, "", None)


def test_an_unknown_query_suggests_the_nearest(snapshot: Snapshot) -> None:
    with pytest.raises(UnknownQueryError, match="no query"):
        run_query(None, {}, "recruiter_chains")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prop", "value", "in_id", "in_en"),
    [
        ("age", "41", "41", "41"),
        ("amountIdr", "5000000", "5.000.000", "5,000,000"),
        ("cumulative", "true", "ya", "yes"),
        ("cumulative", "false", "tidak", "no"),
        ("name", "Ani", "Ani", "Ani"),
        ("measure", "nothing known", "nothing known", "nothing known"),
    ],
)
def test_values_are_written_as_people_read_them(
    ontology: Ontology, prop: str, value: str, in_id: str, in_en: str
) -> None:
    declared = ontology.property(prop)
    assert shown(ontology, declared, value, "id") == in_id
    assert shown(ontology, declared, value, "en") == in_en
