"""Provinces, ledger, timelines and trends: small ledgers by hand, and the public record
against the catalogue's own questions on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph.errors import UnknownEntityError
from graph.projection.rebuild import rebuild_snapshot
from graph.services.coverage import UNSTATED, coverage
from graph.services.declarations import entries
from graph.services.queries import run_query
from graph.services.territories import Leg, Period, atlas
from graph.services.timeline import timeline
from graph.services.trends import SERIES, trends
from graph.snapshots import Snapshot
from tests.claims import claim, document, entity, fill, sqlite

DOCUMENTS = [document(published="2025-08-10"), document("doc:b", published="2025-09-01")]
PLACES = [
    *entity("country:ID", "Country", name="Indonesia"),
    *entity("country:MY", "Country", name="Malaysia"),
    *entity("region:53", "Province", name="NTT", isPartOf="country:ID"),
    *entity("region:65", "Province", name="Kaltara", isPartOf="country:ID"),
    *entity("region:65.03", "Regency", name="Nunukan", isPartOf="region:65"),
    *entity("plc:tunon", "Port", name="Tunon Taka", locatedIn="region:65.03"),
]
EVENTS = [
    *entity("evt:i", "Interception", name="Penggagalan", date="2025-08-06", occurredAt="plc:tunon"),
    claim("evt:i", "origin", "region:53"),
    claim("evt:i", "destination", "country:MY"),
    *entity("evt:old", "Interception", name="Lama", date="2020-01-01", occurredAt="region:65"),
    *entity("evt:u", "Interception", name="Tanpa hari", occurredAt="region:65.03"),
]
BODIES = [
    *entity("org:polda", "LawEnforcementAgency", name="Polda", agencyKind="police-province"),
    claim("org:polda", "jurisdiction", "region:53"),
    *entity("org:bupati", "LocalGovernment", name="Nunukan", jurisdiction="region:65.03"),
    *entity("org:kp2mi", "Ministry", name="KP2MI", jurisdiction="country:ID"),
    *entity("org:kampus", "University", name="Kampus"),
    *entity("agr:a", "Declaration", name="Deklarasi", date="2025-08-01"),
    *(claim("agr:a", "party", p) for p in ("org:polda", "org:kp2mi", "org:kampus")),
    *entity("agr:b", "MemorandumOfUnderstanding", name="Nota", date="2025-08-02"),
    *(claim("agr:b", "party", p) for p in ("org:bupati", "org:kp2mi")),
    *entity("agr:c", "Agreement", name="Tanpa pihak", locatedIn="region:53"),
    *entity("cmt:a", "Commitment", name="Patroli", commitmentOf="agr:a", deadline="2025-12-31"),
    *entity("cmt:b", "Commitment", name="Pos", commitmentOf="agr:a", fulfilledBy="evt:i"),
    *entity("cmt:c", "Commitment", name="Data", commitmentOf="agr:b"),
]

Made = Callable[..., Snapshot]


@pytest.fixture
def made(tmp_path) -> Iterator[Made]:
    opened: list[Snapshot] = []

    def build(*claims: object) -> Snapshot:
        ledger = fill(sqlite(tmp_path), DOCUMENTS, [*PLACES, *claims])
        snapshot, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
        ledger.close()
        opened.append(snapshot)
        return snapshot

    yield build
    for snapshot in opened:
        snapshot.close()


def test_events_lie_in_the_province_of_their_place_however_deep(made, ontology):
    found = {p.id: p for p in atlas(made(*EVENTS), ontology).provinces}
    assert found["region:65"].interceptions == ("evt:old", "evt:i", "evt:u")
    assert found["region:53"].events == ()
    assert found["region:65"].gap == "none"
    assert found["region:53"].gap == ""


def test_a_period_leaves_out_what_was_earlier_and_counts_the_undated(made, ontology):
    found = atlas(made(*EVENTS), ontology, Period("2025-01-01", "2025-12-31"))
    assert {i for p in found.provinces for i in p.interceptions} == {"evt:i"}
    assert found.undated == 1


def test_routes_run_from_origin_to_exit_to_country(made, ontology):
    found = atlas(made(*EVENTS), ontology)
    assert found.inland == (Leg("region:53", "region:65", ("evt:i",)),)
    assert found.abroad == (Leg("region:65", "country:MY", ("evt:i",)),)


def test_an_agreement_of_a_regency_does_not_cover_the_province_as_a_whole(made, ontology):
    found = {p.id: p for p in atlas(made(*EVENTS, *BODIES), ontology).provinces}
    assert found["region:65"].agreements == ("agr:b",)
    assert found["region:65"].gap == "local"
    assert found["region:53"].agreements == ("agr:a", "agr:c")
    assert found["region:53"].declarations == ("agr:a",)


def test_coverage_names_kinds_of_parties_that_belong_to_the_province(made, ontology):
    rows = {
        (c.province_id, c.agency_kind): c.agreement_ids
        for c in coverage(made(*EVENTS, *BODIES), ontology)
    }
    assert rows["region:53", "police-province"] == ("agr:a",)
    # No source tells the region of a university beside national bodies.
    assert ("region:53", "University") not in rows
    assert rows["region:53", UNSTATED] == ("agr:c",)
    assert rows["region:65", "Ministry"] == ("agr:b",)


def test_the_ledger_says_who_promised_what_by_when_and_what_is_missing(made, ontology):
    found = {e.id: e for e in entries(made(*EVENTS, *BODIES), ontology)}
    assert [(p.id, p.state) for p in found["agr:a"].promises] == [
        ("cmt:a", "overdue"),
        ("cmt:b", "done"),
    ]
    assert [n.id for n in found["agr:a"].evidence] == ["evt:i"]
    assert not found["agr:a"].is_gap
    assert [p.state for p in found["agr:b"].promises] == ["undated"]
    assert found["agr:b"].is_gap
    assert found["agr:b"].provinces == ("region:65",)


def test_a_later_event_of_two_parties_closes_a_gap_and_one_of_one_does_not(made, ontology):
    joint = entity("evt:j", "Raid", name="Bersama", date="2025-09-01", conductedBy="org:bupati")
    alone = entity("evt:k", "Raid", name="Sendiri", date="2025-09-02", conductedBy="org:bupati")
    snapshot = made(*EVENTS, *BODIES, *joint, claim("evt:j", "assistedBy", "org:kp2mi"), *alone)
    found = {e.id: e for e in entries(snapshot, ontology)}["agr:b"]
    assert [n.id for n in found.joint] == ["evt:j"]
    assert not found.is_gap


def test_stages_follow_each_other_and_take_the_day_of_their_source(made, ontology):
    def stage(key: str, notation: str, source: str = "doc:a", **days: str) -> list:
        return entity(
            key, "LegalStage", source, stageOf="per:x", stageIn="case:a", stage=notation, **days
        )

    snapshot = made(
        *entity("case:a", "Case", name="Perkara"),
        *entity("per:x", "Person", name="AH (45)"),
        *stage("stage:1", "suspect", date="2025-08-06"),
        *stage("stage:2", "detained", "doc:b"),
    )
    first, second = timeline(snapshot, ontology, "case:a").spans
    assert (first.concept, first.end) == ("reported-as-suspect", second.start)
    assert second.end is None
    assert second.is_told
    assert second.start == "2025-09-01"
    assert timeline(snapshot, ontology, "per:x").spans


def test_states_of_a_licence_end_where_the_next_begins(made, ontology):
    def act(key: str, kind: str, day: str, **more: str) -> list:
        return entity(
            key, "LicenceAction", licenceActionKind=kind, date=day, concernsCompany="org:pt", **more
        )

    snapshot = made(
        *entity("org:pt", "PlacementCompany", name="PT A"),
        *act("act:1", "issued", "2020-01-01"),
        *act("act:2", "warned", "2021-01-01"),
        *act("act:3", "suspended", "2022-01-31", suspensionMonths="1"),
        *act("act:4", "revoked", "2023-01-01"),
    )
    spans = {s.concept: s for s in timeline(snapshot, ontology, "org:pt").spans}
    assert spans["issued"].end == "2022-01-31"
    assert not spans["warned"].is_bar
    assert spans["suspended"].end == "2022-02-28"
    assert spans["revoked"].end is None


def test_a_timeline_of_nothing_is_empty_and_of_nobody_an_error(made, ontology):
    snapshot = made()
    assert timeline(snapshot, ontology, "country:MY").spans == ()
    with pytest.raises(UnknownEntityError):
        timeline(snapshot, ontology, "org:nobody")


def test_trends_share_periods_without_gaps_and_count_the_undated(made, ontology):
    found = {t.name: t for t in trends(made(*EVENTS), ontology, "year")}
    assert found.keys() == {*SERIES, "documents"}
    stopped = found["interceptions"]
    assert stopped.periods == tuple(str(y) for y in range(2020, 2026))
    assert stopped.values == (1, 0, 0, 0, 0, 1)
    assert stopped.undated == 1
    assert found["documents"].values[-1] == 2
    assert trends(made(), ontology) == () or found


def ask(workspace, name: str, **given: object) -> list[dict]:
    return run_query(workspace.store, workspace.catalogue, name, given, timeout_seconds=120).rows


def test_coverage_is_what_the_catalogue_answers(workspace, ontology):
    mine = {
        (c.province_id, c.agency_kind): (set(c.agreement_ids), c.interceptions)
        for c in coverage(workspace.snapshot(), ontology)
    }
    theirs: dict[tuple[str, str], tuple[set[str], int]] = {}
    for row in ask(workspace, "partnership_coverage"):
        key = row["province_id"], row["agency_kind"]
        ids = theirs.get(key, (set(), 0))[0] | set(row["agreement_ids"])
        theirs[key] = ids, row["interceptions"]
    assert mine == theirs


def test_gaps_are_what_the_catalogue_answers(workspace, ontology):
    known = atlas(workspace.snapshot(), ontology)
    rows = ask(workspace, "provinces_with_interceptions_without_agreement")
    assert {p.id for p in known.provinces if p.gap} == {r["province_id"] for r in rows}
    assert rows
    missing = {e.id for e in entries(workspace.snapshot(), ontology) if e.is_gap}
    rows = ask(workspace, "declarations_without_follow_up")
    assert missing == {r["agreement_id"] for r in rows}
    assert rows


def test_ways_abroad_are_those_of_the_catalogue(workspace, ontology):
    known = atlas(workspace.snapshot(), ontology)
    rows = ask(workspace, "interceptions_by_route")
    reached = {i for r in rows if r["destination_id"] for i in r["event_ids"]}
    drawn = {i for leg in known.abroad for i in leg.events}
    assert drawn
    assert drawn <= reached
