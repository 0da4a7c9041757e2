"""The words of stale stages, and when they are due."""

from __future__ import annotations

import pytest

from graph.services.stages import (
    STALE_TEXT,
    UNDATED_TEXT,
    holds_until,
    rule,
    stale,
    stale_value,
    this_day,
    worded,
)
from ontology.model import Ontology, Text

STAGE = {"stage": "suspect", "confirmedOn": "2024-01-10", "staleFrom": "2025-01-09"}


@pytest.mark.parametrize(("today", "is_stale"), [("2025-01-08", False), ("2025-01-09", True)])
def test_a_stage_is_stale_from_its_day_on(ontology: Ontology, today, is_stale):
    assert (stale(ontology, STAGE, today) is not None) == is_stale


def test_the_words_name_the_last_day_in_both_languages(ontology: Ontology):
    note = stale(ontology, STAGE, "2026-01-01")
    assert note == Text(*(t.format(day="2024-01-10") for t in (STALE_TEXT.id, STALE_TEXT.en)))
    assert worded("tersangka", note, "id").startswith("tersangka (usang: ")
    assert worded("suspect", note, "en").startswith("suspect (stale: ")
    assert worded("suspect", None, "en") == "suspect"


def test_the_real_day_counts_where_none_is_given(ontology: Ontology):
    assert stale(ontology, STAGE) is not None
    assert stale(ontology, {**STAGE, "staleFrom": "9999-01-01"}) is None
    assert len(this_day()) == 10


def test_a_stage_without_any_day_is_stale(ontology: Ontology):
    assert stale(ontology, {"stage": "wanted", "staleFrom": "0001-01-01"}) == UNDATED_TEXT
    assert stale(ontology, {"stage": "wanted"}, "2000-01-01") == UNDATED_TEXT


@pytest.mark.parametrize(
    "properties", [{}, {"stage": "convicted"}, {"stage": "acquitted"}, {"name": ["suspect"]}]
)
def test_what_does_not_expire_is_never_stale(ontology: Ontology, properties):
    assert stale(ontology, {**STAGE, "stage": None, **properties}, "2026-01-01") is None


def test_one_value_of_an_entity_is_judged_by_itself(ontology: Ontology):
    assert stale_value(ontology, "stage", "suspect", STAGE) is not None
    assert stale_value(ontology, "stage", "convicted", STAGE) is None
    assert stale_value(ontology, "date", "2024-01-10", STAGE) is None


def test_a_stage_is_drawn_until_it_is_stale(ontology: Ontology):
    assert holds_until(ontology, STAGE, "2023-01-01") == "2025-01-09"
    assert holds_until(ontology, {"stage": "suspect"}, "2023-01-01") == "2024-01-01"
    assert holds_until(ontology, {"stage": "suspect"}, "9999-12-01") == "9999-12-31"


def test_the_rule_names_the_period_of_the_ontology(ontology: Ontology):
    days = str(ontology.cls("LegalStage").stale_after_days)
    assert days in rule(ontology).id
    assert days in rule(ontology).en
