"""Two words of a name: one, or two."""

from __future__ import annotations

import pytest

from graph.resolution.names.alignment import align
from graph.resolution.names.lexicon import personal
from graph.resolution.names.person_parts import parse_person
from graph.resolution.names.words import Word, is_slip, link


def word(text: str) -> Word:
    (found,) = parse_person(text).words
    return found


def first(text: str) -> Word:
    return parse_person(text).words[0]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (word("Budi"), word("Budi"), "identical"),
        (word("Soeharto"), word("Suharto"), "spelling"),
        (first("Moh. Ali"), first("Muhammad Ali"), "spelling"),
        (first("M. Ali"), first("Muhammad Ali"), "spelling"),
        (first("K. Seran"), word("Krisostomus"), "initial"),
        (first("J. Seran"), word("Yusuf"), None),
        (first("Y. Kalla"), word("Jusuf"), "initial"),
        (first("K. Seran"), first("K Lestari"), "identical"),
        (first("M. Ali"), first("M Ali"), "identical"),
        (parse_person("A.I. Made").words[1], first("I Made"), "initial"),
        (first("L. Gita"), first("Lalu Gita"), "initial"),
        (first("Kris. Seran"), word("Krisostomus"), "abbreviation"),
        (word("Kusumaningtyas"), word("Kusumanigtyas"), "typo"),
        (first("Kgs. Seran"), first("Kiagus Seran"), "identical"),
        (first("Krtn. Seran"), word("Kartini"), "abbreviation"),
        (first("Kra. Seran"), word("Kartini"), None),
        (word("Barnbang"), word("Bambang"), "typo"),
        (word("Suparman"), word("Suparmin"), None),
        (first("I Made"), first("Ni Made"), None),
    ],
)
def test_link(left: Word, right: Word, kind: str | None) -> None:
    for one, other in ((left, right), (right, left)):
        found = link(one, other)
        assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("left", "right", "known", "expected"),
    [
        ("handayaningrum", "handayanigrum", True, True),
        ("krisostomus", "krisostomos", False, True),
        ("setiawan", "setaiwan", True, True),
        ("suparman", "suparmin", False, False),
        ("hartono", "martono", False, False),
        ("wahyuni", "wahyudi", True, False),
        ("yulianto", "yulianti", True, False),
        ("basri", "bisri", True, False),
        ("rusdi", "rudsi", True, False),
        ("abc", "abd", True, False),
        ("kartini", "kartin", True, False),
    ],
)
def test_slips(left: str, right: str, known: bool, expected: bool) -> None:
    assert is_slip(left, right, either_known=known) is expected
    assert is_slip(right, left, either_known=known) is expected


@pytest.mark.parametrize(
    ("left", "right", "pairs", "alone"),
    [
        ("Nur Hidayah", "Nurhidayah", 1, 0),
        ("Sri Wahyuni Ningsih", "Sri Wahyuningsih", 2, 0),
        ("Siti Nur Jannah Lubis", "Siti Nurjanah Lubis", 3, 0),
        ("A. Rahman", "Abdul Rahman", 1, 0),
        ("Budi Santoso", "Budi Susanto", 1, 2),
        ("Budi", "Budi Santoso", 1, 1),
        ("Ahmad Fauzi Lubis", "Ahmad Lubis", 2, 1),
        ("", "Budi", 0, 1),
    ],
)
def test_alignment(left: str, right: str, pairs: int, alone: int) -> None:
    for one, other in ((left, right), (right, left)):
        found = align(parse_person(one).words, parse_person(other).words, personal())
        assert len(found.pairings) == pairs
        assert len(found.only_left) + len(found.only_right) == alone
        assert found.is_complete is (alone == 0)
