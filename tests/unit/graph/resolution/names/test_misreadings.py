"""Letters that a machine took for other signs."""

from __future__ import annotations

import pytest

from graph.resolution.names.misreadings import as_printed, in_letters, restored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ALl", "ALI"),
        ("Ahmad llyas lrwan", "Ahmad Ilyas Irwan"),
        ("lukman lhok", "lukman lhok"),
        ("lNDAH SARl", "INDAH SARI"),
        ("SyaifuI Bahri", "Syaiful Bahri"),
        ("Al Fatih", "Al Fatih"),
        ("Ali", "Ali"),
        ("NurIslam", "NurIslam"),
        ("Raja Ali II", "Raja Ali II"),
        ("I Made", "I Made"),
    ],
)
def test_what_was_printed(text: str, expected: str) -> None:
    assert as_printed(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("m0hammad", ("mohammad",)),
        ("w1lda", ("wilda", "wllda")),
        ("suk5es", ("sukses",)),
        ("rizal", ()),
        ("1990", ()),
        ("45thn", ()),
        ("s1", ()),
        ("a1i", ("aii", "ali")),
        ("abadi99", ()),
    ],
)
def test_figures_as_letters(word: str, expected: tuple[str, ...]) -> None:
    assert in_letters(word) == expected


def test_only_words_are_restored() -> None:
    assert restored("su1aiman", {"sulaiman"}.__contains__) == "sulaiman"
    assert restored("su1aiman", set[str]().__contains__) is None
