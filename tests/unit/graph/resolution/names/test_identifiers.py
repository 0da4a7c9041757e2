"""Identifiers: equal, one digit apart, or others."""

from __future__ import annotations

import pytest

from graph.resolution.names.identifiers import IDENTIFIER_TYPES, compare_identifiers
from graph.resolution.phrases import PHRASES
from ontology.types import TYPES


def test_types_are_the_ontologys_and_have_phrases() -> None:
    assert set(TYPES) >= IDENTIFIER_TYPES
    assert set(PHRASES) >= IDENTIFIER_TYPES


@pytest.mark.parametrize(
    ("value_type", "left", "right"),
    [
        ("phone", "0812-3456-7890", "+62 812 3456 7890"),
        ("nik", "2171.0112.0590.0003", "2171011205900003"),
        ("passport", "C 1234567", "c1234567"),
        ("account", "1234-567-890", "1234567890"),
        ("plate", "bp 1234 ab", "BP1234AB"),
        ("handle", "@Lowker_Taiwan", "https://www.tiktok.com/@lowker_taiwan"),
        ("handle", "@lowker", "https://instagram.com/lowker/"),
        ("email", "A@B.co", "a@b.co "),
    ],
)
def test_spellings_of_one_identifier(value_type: str, left: str, right: str) -> None:
    assert compare_identifiers(value_type, left, right).decision == "same"


@pytest.mark.parametrize(
    ("value_type", "left", "right", "decision"),
    [
        ("phone", "081234567890", "081234567891", "review"),
        ("phone", "081234567890", "081299967891", "different"),
        ("account", "1234567890", "1234567809", "review"),
        ("handle", "@lowker_taiwan", "@lowker_taiwan1", "different"),
        ("email", "a@b.co", "b@b.co", "different"),
        ("plate", "BP 1234 AB", "BP 1234 AC", "different"),
        ("phone", "tidak ada", "tidak ada", "review"),
        ("phone", "tidak ada", "081234567890", "different"),
    ],
)
def test_other_identifiers(value_type: str, left: str, right: str, decision: str) -> None:
    assert compare_identifiers(value_type, left, right).decision == decision


def test_a_nik_is_explained_by_its_parts() -> None:
    match = compare_identifiers("nik", "2171011205900003", "2171015205910004", language="en")
    assert match.decision == "different"
    assert [reason.in_("en") for reason in match.agreed] == ["region of the NIK Kota Batam"]
    assert [reason.code for reason in match.disagreed] == ["nik birth", "nik sex", "other"]


def test_explanations_do_not_carry_whole_numbers() -> None:
    for value_type, value in (("nik", "2171011205900003"), ("phone", "+6281234567890")):
        assert value not in compare_identifiers(value_type, value, value).explanation
