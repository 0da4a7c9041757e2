"""Scores, decisions, reasons, and their texts."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import graph.resolution
from graph.resolution.match import REVIEW_AT, SAME_AT, Match, Reason, decide, settle
from graph.resolution.phrases import PHRASES

SOURCES = sorted(Path(graph.resolution.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    ("score", "decision"),
    [(1.0, "same"), (SAME_AT, "same"), (SAME_AT - 0.001, "review"), (REVIEW_AT, "review"),
     (REVIEW_AT - 0.001, "different"), (0.0, "different")],
)  # fmt: skip
def test_decisions_follow_the_shipped_thresholds(score: float, decision: str) -> None:
    assert decide(score) == decision


def test_penalties_add_up() -> None:
    match = settle(
        [Reason("agreed", "word", ("budi",), 0.05), Reason("missing", "alias", (), 0.15)]
    )
    assert match.score == pytest.approx(0.8)
    assert match.decision == "same"


def test_scores_stay_between_zero_and_the_ceiling() -> None:
    assert settle([Reason("disagreed", "alias", (), 3.0)]).score == 0.0
    assert settle([], ceiling=0.5).score == 0.5


def test_reasons_are_grouped_by_effect() -> None:
    match = settle(
        [
            Reason("disagreed", "sex", ("H", "Hj"), 0.7),
            Reason("agreed", "word", ("budi",)),
            Reason("missing", "alias"),
        ],
        language="en",
    )
    assert [len(group) for group in (match.agreed, match.disagreed, match.missing)] == [1, 1, 1]
    assert match.explanation == (
        "Different (0.30). agreed: budi. disagreed: sex (H, Hj). on one side only: alias."
    )


def test_a_match_without_reasons_still_explains_itself() -> None:
    assert settle([]).explanation == "Sama (1.00)."


def test_a_match_is_frozen() -> None:
    match = settle([])
    with pytest.raises(AttributeError):
        match.score = 0.1  # type: ignore[misc]
    assert isinstance(match, Match)


def _codes() -> set[str]:
    """Collect the codes of every ``Reason(effect, "code", ...)`` in the sources."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_reason = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason"
            if is_reason and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
                found.add(node.args[1].value)
    return found


def test_every_reason_has_a_phrase_in_both_languages() -> None:
    codes = _codes()
    assert len(codes) > 20
    assert codes <= set(PHRASES)
    assert all(text.id and text.en for text in PHRASES.values())


def test_phrases_use_the_same_placeholders_in_both_languages() -> None:
    for text in PHRASES.values():
        for placeholder in ("{0}", "{1}"):
            assert (placeholder in text.id) == (placeholder in text.en)
