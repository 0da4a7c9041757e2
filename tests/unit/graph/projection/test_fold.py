from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.project import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Désa  Migran\u00a0EMAS", "desa migran emas"),
        ("  PT\tSINAR\n Jaya ", "pt sinar jaya"),
        ("ﬁlm", "film"),
        ("Straße", "strasse"),
        ("", ""),
        ("\u0301", ""),
    ],
)
def test_case_marks_and_spaces_do_not_matter(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_leaves_no_marks_and_single_spaces(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(c) for c in folded)
    assert folded == " ".join(folded.split())


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_takes_no_shortcut_to_another_answer(text: str) -> None:
    plain = unicodedata.normalize("NFKD", text.casefold())
    assert fold(text) == " ".join(plain.split())
