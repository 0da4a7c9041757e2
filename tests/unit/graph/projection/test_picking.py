from __future__ import annotations

import pytest

from graph.projection.evidence import Source
from graph.projection.picking import by_property, candidates, pick, typed
from ontology.model import Ontology
from tests.claims import stored

SOURCES = {
    "doc:a": Source("a", "A"),
    "doc:c": Source("c", "C"),
    "doc:d": Source("d", "C"),
    "doc:e": Source("e", "E"),
}


def values(prop: str, *given: tuple[str, str]) -> list[str]:
    claims = [stored("a:a", prop, value, source) for value, source in given]
    return [c.value for c in candidates(claims, SOURCES)]


def test_the_most_confident_value_comes_first() -> None:
    assert values("age", ("41", "doc:e"), ("42", "doc:a")) == ["42", "41"]


def test_two_middling_origins_beat_one_and_a_repost_does_not_help() -> None:
    given = ("42", "doc:c"), ("41", "doc:c"), ("41", "doc:d")
    assert values("age", *given) == ["41", "42"]


def test_of_equals_the_first_in_the_alphabet_is_shown() -> None:
    assert values("age", ("42", "doc:c"), ("41", "doc:d")) == ["41", "42"]


def test_a_value_that_every_source_denies_is_left_out() -> None:
    claims = [
        stored("a:a", "age", "41", modality="denied"),
        stored("a:a", "age", "42"),
        stored("a:a", "age", "42", modality="denied"),
    ]
    assert [c.value for c in candidates(claims, SOURCES)] == ["42"]


def pick_date(ontology: Ontology, *dates: tuple[str, str]) -> tuple[str, bool]:
    prop = ontology.property("birthDate")
    found = candidates([stored("a:a", "birthDate", d, s) for d, s in dates], SOURCES)
    chosen, is_conflict = pick(prop, found)
    return chosen.value, is_conflict


def test_a_more_precise_date_is_no_contradiction(ontology: Ontology) -> None:
    assert pick_date(ontology, ("1990", "doc:a"), ("1990-05-02", "doc:e")) == ("1990-05-02", False)
    assert pick_date(
        ontology, ("1990", "doc:a"), ("1990-05", "doc:a"), ("1990-05-02", "doc:e")
    ) == ("1990-05-02", False)


def test_dates_that_exclude_each_other_conflict(ontology: Ontology) -> None:
    assert pick_date(ontology, ("1990", "doc:e"), ("1991-05-02", "doc:a")) == ("1991-05-02", True)
    assert pick_date(ontology, ("1990", "doc:a"), ("1990-05", "doc:e"), ("1990-06", "doc:c")) == (
        "1990-06",
        True,
    )


def test_one_date_with_and_without_doubt_is_said_to_conflict(ontology: Ontology) -> None:
    assert pick_date(ontology, ("1990", "doc:a"), ("1990?", "doc:a"))[1] is True


def test_other_values_conflict_whenever_they_differ(ontology: Ontology) -> None:
    found = candidates([stored("a:a", "age", "41"), stored("a:a", "age", "42")], SOURCES)
    assert pick(ontology.property("age"), found)[1] is True
    assert pick(ontology.property("age"), found[:1])[1] is False


@pytest.mark.parametrize(
    ("prop", "value", "expected"),
    [
        ("age", "41", 41),
        ("amountIdr", "5000000", 5_000_000),
        ("amountIdr", "2.5", 2.5),
        ("amountIdr", str(10**30), 1e30),
        ("cumulative", "true", True),
        ("cumulative", "false", False),
        ("name", "41", "41"),
        ("birthDate", "1990", "1990"),
    ],
)
def test_values_have_the_type_that_engines_keep(
    ontology: Ontology, prop: str, value: str, expected: object
) -> None:
    found = typed(ontology.property(prop), value)
    assert found == expected
    assert type(found) is type(expected)


def test_claims_are_grouped_in_alphabetical_order_of_properties() -> None:
    claims = [stored("a:a", p, "x") for p in ("name", "alias", "name", "bank")]
    assert [(p, len(g)) for p, g in by_property(claims).items()] == [
        ("alias", 1),
        ("bank", 1),
        ("name", 2),
    ]
