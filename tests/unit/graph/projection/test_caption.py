from __future__ import annotations

import pytest

from graph.projection.caption import bounds_text, caption
from graph.store import Value
from ontology.model import Language, Ontology


@pytest.mark.parametrize(
    ("cls", "properties", "expected"),
    [
        ("Person", {"name": ["Ani", "Anie"], "initials": ["A"]}, "Ani"),
        ("Person", {"alias": ["Mbak Ani"]}, "Mbak Ani"),
        ("Person", {"initials": ["AH"], "age": 45}, "AH (45)"),
        ("Person", {"initials": ["AH"]}, "AH"),
        ("PhoneNumber", {"e164": "+628123456789"}, "+628123456789"),
        ("Group", {"groupSizeLower": 100, "groupSizeUpper": 100}, "100"),
        ("Person", {}, "Orang ani-1"),
        ("Person", {"name": []}, "Orang ani-1"),
    ],
)
def test_a_caption_comes_from_the_entitys_own_values(
    ontology: Ontology, cls: str, properties: dict[str, Value], expected: str
) -> None:
    assert caption(ontology, cls, properties, "person:ani-1") == expected


def test_a_count_says_what_is_counted(ontology: Ontology) -> None:
    notation, concept = next(iter(ontology.scheme("measures").concepts.items()))
    values: dict[str, Value] = {"countLower": 4822, "countUpper": 4822, "measure": notation}
    assert caption(ontology, "Count", values, "count:a") == f"4.822 {concept.label.id}"
    assert caption(ontology, "Count", values, "count:a", "en") == f"4,822 {concept.label.en}"


def test_every_class_has_a_caption_without_any_value(ontology: Ontology) -> None:
    for name in ontology.classes:
        assert caption(ontology, name, {}, "x:key").endswith(" key")


@pytest.mark.parametrize(
    ("lower", "upper", "language", "expected"),
    [
        (4822, 4822, "id", "4.822"),
        (4822, 4822, "en", "4,822"),
        (100, None, "id", "≥ 100"),
        (None, 90, "id", "≤ 90"),
        (90, 1100, "id", "90–1.100"),
        (0, 0, "id", "0"),
        (None, None, "id", None),
        ("many", None, "id", None),
    ],
)
def test_bounds_are_written_as_people_write_them(
    lower: Value, upper: Value, language: Language, expected: str | None
) -> None:
    assert bounds_text(lower, upper, language) == expected
