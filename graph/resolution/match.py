"""What a comparison says: a score, a decision, and the reasons for both.

Every comparer starts at 1 and hands its reasons to :func:`settle`; each reason carries the
penalty it costs, so the explanation *is* the arithmetic. Refuses to know anything about
names: which reasons exist, and what they cost, is the comparers' knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ontology.model import Language

Decision = Literal["same", "different", "review"]
Effect = Literal["agreed", "disagreed", "missing"]

SAME_AT = 0.8
"""Scores from here up are ``same``: compatible spellings of one name."""

REVIEW_AT = 0.45
"""Scores from here up to :data:`SAME_AT` need a human or other evidence."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that agreed, disagreed, or was missing.

    Attributes:
        effect: Which of the three.
        id: The reason in Indonesian.
        en: The reason in English.
        penalty: What it took from the score, 0 to 1.
    """

    effect: Effect
    id: str
    en: str
    penalty: float = 0.0

    def in_(self, language: Language) -> str:
        """Return the reason in one language."""
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of comparing two names of one class.

    Attributes:
        score: 0 to 1; how compatible the two are as spellings of one name. It is not the
            probability that the two are one entity: see ``rarity_bits``.
        decision: The score read against :data:`SAME_AT` and :data:`REVIEW_AT`.
        explanation: The reasons as one sentence, in the language asked for.
        rarity_bits: How much the agreement says, in bits: sharing "Muhammad Rizky" says
            little (about 9), sharing "Krisostomus Seran" says much (about 24).
    """

    score: float
    decision: Decision
    explanation: str
    agreed: tuple[Reason, ...] = ()
    disagreed: tuple[Reason, ...] = ()
    missing: tuple[Reason, ...] = ()
    rarity_bits: float = 0.0


_WORDS = {
    "same": {"id": "Sama", "en": "Same"},
    "different": {"id": "Berbeda", "en": "Different"},
    "review": {"id": "Perlu diperiksa", "en": "To be reviewed"},
    "agreed": {"id": "cocok", "en": "agreed"},
    "disagreed": {"id": "bertentangan", "en": "disagreed"},
    "missing": {"id": "hanya di satu pihak", "en": "on one side only"},
}


def decide(score: float) -> Decision:
    """Read a score against the shipped thresholds."""
    if score >= SAME_AT:
        return "same"
    return "review" if score >= REVIEW_AT else "different"


def settle(
    reasons: Iterable[Reason],
    *,
    language: Language = "id",
    rarity_bits: float = 0.0,
    ceiling: float = 1.0,
) -> Match:
    """Add the reasons up to a match.

    Args:
        reasons: What was found; penalties are summed.
        language: Language of the explanation.
        rarity_bits: Passed on to the match.
        ceiling: Highest score allowed, for names that can never prove sameness.
    """
    found = tuple(reasons)
    penalty = sum(reason.penalty for reason in found)
    score = round(max(0.0, min(ceiling, 1.0 - penalty)), 3)
    decision = decide(score)
    agreed = tuple(reason for reason in found if reason.effect == "agreed")
    disagreed = tuple(reason for reason in found if reason.effect == "disagreed")
    missing = tuple(reason for reason in found if reason.effect == "missing")
    parts = [
        f"{_WORDS[effect][language]}: " + "; ".join(r.in_(language) for r in group)
        for effect, group in (("agreed", agreed), ("disagreed", disagreed), ("missing", missing))
        if group
    ]
    explanation = f"{_WORDS[decision][language]} ({score:.2f}). " + ". ".join(parts)
    return Match(
        score=score,
        decision=decision,
        explanation=explanation.rstrip() + ("." if parts else ""),
        agreed=agreed,
        disagreed=disagreed,
        missing=missing,
        rarity_bits=round(rarity_bits, 1),
    )
