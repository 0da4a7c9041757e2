from __future__ import annotations

import pytest

from ontology.aligned import Aligned
from ontology.foreign import FTM, STIX
from ontology.model import Ontology
from ontology.reading import NS

ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"


@pytest.fixture(scope="module")
def aligned(ontology: Ontology) -> Aligned:
    return Aligned(ontology)


@pytest.mark.parametrize(
    ("term", "cls"),
    [
        (FTM + "Person", "Person"),
        (FTM + "PublicBody", "PublicBody"),
        (FTM + "LegalEntity", "Agent"),
        (ORG + "FormalOrganization", "Organization"),
        (STIX + "identity-group", "Group"),
        (NS + "Ministry", "Ministry"),
    ],
)
def test_a_class_of_theirs_means_one_of_ours(aligned: Aligned, term: str, cls: str) -> None:
    assert aligned.cls(term) == cls


@pytest.mark.parametrize(
    "term", [FTM + "Sanction", STIX + "threat-actor", STIX + "incident", PROV + "Entity", NS + "No"]
)
def test_what_is_wider_than_ours_is_not_taken_for_ours(aligned: Aligned, term: str) -> None:
    assert aligned.cls(term) is None


def test_a_property_means_what_its_class_has(aligned: Aligned) -> None:
    assert aligned.property(FTM + "registrationNumber", "Company") == "registrationNumber"
    assert aligned.property(FTM + "registrationNumber", "Vehicle") == "plate"
    assert aligned.property(FTM + "title", "Person", [FTM + "Person"]) == "title"
    assert aligned.property(FTM + "title", "NewsArticle", [FTM + "Article"]) == "name"


def test_a_property_counts_only_below_the_class_that_declares_it(aligned: Aligned) -> None:
    assert aligned.property(FTM + "startDate", "Membership", [FTM + "Membership"]) == "startDate"
    assert aligned.property(FTM + "startDate", "Person", [FTM + "Person"]) is None


def test_what_could_mean_two_things_means_nothing(aligned: Aligned) -> None:
    assert aligned.property(PROV + "wasAssociatedWith", "Event") is None


def test_numbers_written_beside_their_user_are_channels(aligned: Aligned) -> None:
    found = aligned.channel(FTM + "phone")
    assert found is not None
    assert (found.name, found.domain) == ("e164", "PhoneNumber")
    assert aligned.channel(FTM + "name") is None


def test_our_classes_find_theirs(aligned: Aligned) -> None:
    assert aligned.their_class("PlacementCompany", FTM) == FTM + "Company"
    assert aligned.their_class("Interception", FTM) == FTM + "Event"
    assert aligned.their_class("Recruitment", FTM) == FTM + "UnknownLink"
    assert aligned.their_class("Declaration", FTM) is None


def test_our_properties_find_theirs_on_that_class(aligned: Aligned) -> None:
    assert list(aligned.their_properties("startDate", FTM + "Membership")) == [FTM + "startDate"]
    assert list(aligned.their_properties("startDate", FTM + "Person")) == []


def test_every_schema_we_write_is_known_with_what_is_above_it(aligned: Aligned) -> None:
    targets = {
        a.target.removeprefix(FTM)
        for name in aligned.ontology.classes
        for a in aligned.ontology.alignments[name]
        if a.target.startswith(FTM)
    }
    lines = {target: aligned.line([FTM + target]) for target in targets}
    assert {t for t, line in lines.items() if not line} == set()
    tops = (FTM + "Thing", FTM + "Interval")
    # Similar stands alone in FollowTheMoney.
    assert {t for t, line in lines.items() if line.isdisjoint(tops)} <= {"Similar"}
