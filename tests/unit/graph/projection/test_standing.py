"""Legal stages that news alone reports, and the day from which a stage is stale."""

from __future__ import annotations

import pytest

from graph.ledger.rows import Stored
from graph.projection.evidence import sources
from graph.projection.standing import (
    classes_of,
    confirmation,
    expiring,
    may_be_reported,
    told,
    told_by_claim,
)
from ontology.model import Ontology
from tests.claims import document, stored

NEWS = document("doc:news", published="2025-03-01")
OLDER = document("doc:older", published="2024-02-01")
RELEASE = document("doc:release", cls="OfficialRelease", published="2025-01-01")
SOURCES = sources([NEWS, OLDER, RELEASE])


def said(value: str, source: str, **more: object) -> Stored:
    return stored("stage:a", "stage", value, source, **more)


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (["NewsArticle"], "reported-as-suspect"),
        (["NewsArticle", "SocialMediaPost", "Image", "Report", "Document"], "reported-as-suspect"),
        (["OfficialRelease"], "suspect"),
        (["NewsArticle", "CourtDecision"], "suspect"),
        # A list that somebody scraped says who was listed, and decides nothing.
        (["DataTable"], "reported-as-suspect"),
        (["DataTable", "OfficialRelease"], "suspect"),
        ([], "reported-as-suspect"),
    ],
)
def test_only_documents_of_an_authority_establish_a_stage(ontology: Ontology, classes, expected):
    assert told(ontology, ontology.property("stage"), "suspect", classes) == expected


def test_every_stage_but_reported_is_known_by_report_only(ontology: Ontology):
    scheme = ontology.scheme("legal-stages")
    plain = {c.notation for c in scheme.concepts.values() if c.reports is None}
    assert scheme.by_report.keys() == plain - {"reported"}
    for notation in scheme.concepts:
        shown = told(ontology, ontology.property("stage"), notation, ["NewsArticle"])
        assert shown == "reported" or scheme.concepts[shown].reports is not None


def test_other_vocabularies_are_told_as_they_are(ontology: Ontology):
    prop = ontology.property("groupRole")
    assert not may_be_reported(ontology, prop)
    assert told(ontology, prop, "suspect", ["NewsArticle"]) == "suspect"
    assert not may_be_reported(ontology, ontology.property("name"))


def test_who_denies_a_stage_does_not_establish_it():
    claims = [said("suspect", "doc:news"), said("suspect", "doc:release", modality="denied")]
    assert classes_of(claims, SOURCES) == ["NewsArticle"]


def test_each_claim_says_what_all_documents_together_allow(ontology: Ontology):
    both = [said("suspect", "doc:news"), said("suspect", "doc:release")]
    alone = said("convicted", "doc:news")
    found = told_by_claim(ontology, [*both, alone], SOURCES)
    assert [found[s.id] for s in both] == ["suspect", "suspect"]
    assert found[alone.id] == "reported-as-convicted"


def test_a_stage_is_stale_a_year_after_the_last_source_that_states_it(ontology: Ontology):
    cls, literals = ontology.cls("LegalStage"), {"stage": "reported-as-suspect"}
    claims = [said("suspect", "doc:news"), said("suspect", "doc:older")]
    found = confirmation(ontology, cls, literals, claims, SOURCES)
    assert found == {"confirmedOn": "2025-03-01", "staleFrom": "2026-03-01"}
    denied = [claims[1], said("suspect", "doc:news", modality="denied")]
    found = confirmation(ontology, cls, literals, denied, SOURCES)
    assert found["confirmedOn"] == "2024-02-01"


def test_partial_dates_confirm_from_their_first_day(ontology: Ontology):
    only = sources([document("doc:year", published="2025")])
    claims = [said("suspect", "doc:year")]
    found = confirmation(ontology, ontology.cls("LegalStage"), {"stage": "wanted"}, claims, only)
    assert found["confirmedOn"] == "2025-01-01"


def test_a_stage_that_no_source_dates_is_stale_from_the_first(ontology: Ontology):
    undated = sources([document("doc:news")])
    claims = [said("suspect", "doc:news")]
    cls = ontology.cls("LegalStage")
    assert confirmation(ontology, cls, {"stage": "suspect"}, claims, undated) == {
        "staleFrom": "1678-01-01"
    }
    dated = confirmation(ontology, cls, {"stage": "suspect", "date": "2024-05"}, claims, undated)
    assert dated["confirmedOn"] == "2024-05-01"


@pytest.mark.parametrize("published", ["9999-12-31", "6 Agustus 2025", "../2024", ""])
def test_a_document_without_a_day_that_can_be_read_confirms_nothing(ontology: Ontology, published):
    late = sources([document("doc:late", published=published)])
    claims = [said("suspect", "doc:late")]
    found = confirmation(ontology, ontology.cls("LegalStage"), {"stage": "suspect"}, claims, late)
    assert found == {"staleFrom": "1678-01-01"}


@pytest.mark.parametrize(
    "stage", ["convicted", "acquitted", "case-closed", "reported-as-acquitted"]
)
def test_what_is_settled_does_not_expire(ontology: Ontology, stage):
    claims = [said("suspect", "doc:news")]
    assert expiring(ontology, {"stage": stage}) is None
    cls = ontology.cls("LegalStage")
    assert confirmation(ontology, cls, {"stage": stage}, claims, SOURCES) == {}


def test_other_classes_have_no_such_days(ontology: Ontology):
    claims = [said("suspect", "doc:news")]
    assert confirmation(ontology, ontology.cls("Case"), {"stage": "suspect"}, claims, SOURCES) == {}
