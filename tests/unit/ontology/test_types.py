from __future__ import annotations

import pytest

from ontology import types
from ontology.errors import ValueTypeError
from ontology.model import Ontology

GOOD = [
    ("name", "  PT  Sinar\u00a0Jaya ", "PT Sinar Jaya"),
    ("name", "De\u0301sa", "D\u00e9sa"),
    ("name", "Zero\u200bwidth", "Zero width"),
    ("text", " two\n lines ", "two\n lines"),
    ("code", "53.71", "53.71"),
    ("date", " 2025-08-06 ", "2025-08-06"),
    ("interval", "2024/..", "2024/.."),
    ("integer", "4822", "4822"),
    ("integer", "-0", "0"),
    ("integer", "007", "7"),
    ("integer", str(2**63 - 1), str(2**63 - 1)),
    ("decimal", "1.50", "1.5"),
    ("decimal", "100", "100"),
    ("decimal", "-0.0", "0"),
    ("decimal", "1E2", "100"),
    ("money", "5000000", "5000000"),
    ("boolean", "Ya", "true"),
    ("boolean", "tidak", "false"),
    ("url", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("phone", "0812-3456-7890", "+6281234567890"),
    ("phone", "+62 812 3456 7890", "+6281234567890"),
    ("nik", "3201 0141 0190 0001", "3201014101900001"),
    ("nik", "3201010101900001", "3201010101900001"),
    ("passport", "c 1234567", "C1234567"),
    ("account", "123-456.7890", "1234567890"),
    ("plate", "bp1234ab", "BP 1234 AB"),
    ("plate", "RI 1", "RI 1"),
    ("email", " Ani@Example.ORG ", "ani@example.org"),
    ("handle", "@KP2MI_RI", "kp2mi_ri"),
]
BAD = [
    *(("name", ""), ("name", " \u200b "), ("name", "a\x00b"), ("text", " \n "), ("text", "\x00")),
    *(("date", "2025/2026"), ("date", "31/12/2025"), ("interval", "../..")),
    *(("integer", "4.822"), ("integer", "4,822"), ("integer", "12a"), ("integer", "")),
    *(("integer", str(2**63)), ("integer", "٤"), ("integer", "1.0")),
    *(("decimal", "1,5"), ("decimal", "NaN"), ("decimal", "Infinity"), ("decimal", "x")),
    *(("money", "-1"), ("boolean", "maybe"), ("url", "example.org"), ("url", "javascript:x")),
    *(("url", 'https://a/"><script>'), ("phone", "12"), ("phone", "hello")),
    *(("nik", "320101"), ("nik", "3201019901900001"), ("nik", "3201010113900001")),
    *(
        ("passport", "A1"),
        ("account", "12a45"),
        ("plate", "1234"),
        ("email", "a@b"),
        ("email", "@"),
    ),
    ("handle", " "),
]


@pytest.mark.parametrize(("kind", "text", "expected"), GOOD)
def test_every_spelling_has_one_canonical_form(kind: str, text: str, expected: str) -> None:
    assert types.canonical(kind, text) == expected
    assert types.canonical(kind, expected) == expected, "canonical is a fixed point"


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_what_does_not_fit_is_refused_and_says_what_was_expected(kind: str, text: str) -> None:
    with pytest.raises(ValueTypeError, match=r"[Ee]xpected|The "):
        types.canonical(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("integer", "9" * 5000), ("money", "1" + "0" * 30), ("decimal", "1_000")],
)
def test_numbers_that_no_engine_keeps_are_refused(kind: str, text: str) -> None:
    with pytest.raises(ValueTypeError):
        types.canonical(kind, text)


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(ValueTypeError) as caught:
        types.canonical("nik", "9" * 500)
    assert len(str(caught.value)) < 120


def test_every_type_that_the_ontology_names_has_a_parser(ontology: Ontology) -> None:
    used = {p.value_type for p in ontology.properties.values()} - {"entity", "concept"}
    assert used <= types.TYPES.keys()


def test_every_parser_is_tested() -> None:
    assert {kind for kind, _, _ in GOOD} == set(types.TYPES)
    assert {kind for kind, _ in BAD} == set(types.TYPES) - {"code"}
