"""Audiences: who a snapshot is for, how that is spelled, and who sees less than whom."""

from __future__ import annotations

import pytest

from graph.errors import AudienceError
from graph.roles.audience import Audience, for_regions, parse
from ontology.errors import UnknownTermError


@pytest.mark.parametrize("key", ["policy", "analyst@53", "analyst@21-53+green", "policy+clear"])
def test_keys_are_read_as_they_are_written(key):
    assert parse(key).key == key


def test_provinces_are_sorted_and_counted_once():
    assert Audience("analyst", ("53", "21", "53")).key == "analyst@21-53"
    assert for_regions("analyst", ["region:53"]) == parse("analyst@53")


@pytest.mark.parametrize("text", ["analyst@5", "analyst@region", "analyst@53.01", "analyst@５３x"])
def test_what_is_no_province_is_refused(text):
    with pytest.raises(AudienceError, match="two-digit"):
        parse(text)


def test_who_reads_no_data_has_no_snapshot():
    with pytest.raises(AudienceError, match="Readers: policy, analyst, investigator"):
        Audience("administrator")


@pytest.mark.parametrize("text", ["nobody", "policy+secret", ""])
def test_unknown_roles_and_markings_are_named(text):
    with pytest.raises(UnknownTermError):
        parse(text)


def test_no_marking_goes_beyond_the_roles_own():
    with pytest.raises(AudienceError, match="up to green, not amber"):
        Audience("policy", marking="amber")
    assert Audience("analyst", marking="clear").greatest == "clear"
    assert Audience("analyst").greatest == "amber"


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("analyst", "policy"),
        ("investigator", "analyst@53"),
        ("analyst", "analyst+green"),
        ("analyst@21-53", "analyst@53"),
        ("analyst", "analyst"),
    ],
)
def test_the_wider_covers_the_narrower(wide, narrow):
    assert parse(wide).covers(parse(narrow))
    assert wide == narrow or not parse(narrow).covers(parse(wide))
