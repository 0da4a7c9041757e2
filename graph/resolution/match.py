"""What a comparison says: a score, a decision, and the reasons for both.

Every comparer starts at 1 and hands its reasons to :func:`settle`; each reason carries the
penalty it costs, so the explanation *is* the arithmetic. Refuses to know anything about
names: which reasons exist, and what they cost, is the comparers' knowledge. Texts are made
when they are read: most comparisons of a run are decided and never shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, Protocol

import msgspec

from graph.resolution.phrases import PHRASES
from ontology.model import Language

Decision = Literal["same", "different", "review"]
Effect = Literal["agreed", "disagreed", "missing"]

SAME_AT = 0.8
"""Scores from here up are ``same``: compatible spellings of one name."""

REVIEW_AT = 0.45
"""Scores from here up to :data:`SAME_AT` need a human or other evidence."""


class HasText(Protocol):
    """A part of a name, as written."""

    @property
    def text(self) -> str:
        """The part in lower case."""
        ...


Value = str | Sequence[HasText]


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One thing that agreed, disagreed, or was missing.

    Attributes:
        effect: Which of the three.
        code: Which reason; a key of :data:`graph.resolution.phrases.PHRASES`.
        values: What the reason is about, in the order of the phrase's placeholders.
        penalty: What it took from the score, 0 to 1.
    """

    effect: Effect
    code: str
    values: tuple[Value, ...] = ()
    penalty: float = 0.0

    def in_(self, language: Language) -> str:
        """Return the reason in one language."""
        return PHRASES[self.code].in_(language).format(*map(_show, self.values))


class Match(msgspec.Struct, frozen=True, gc=False):
    """The outcome of comparing two names of one class.

    Attributes:
        score: 0 to 1; how compatible the two are as spellings of one name. It is not the
            probability that the two are one entity: see ``rarity_bits``.
        decision: The score read against :data:`SAME_AT` and :data:`REVIEW_AT`.
        reasons: Everything that was found, in the order of the name.
        rarity_bits: How much the agreement says, in bits: sharing "Muhammad Rizky" says
            little (about 5), sharing "Krisostomus Seran" says much (about 15).
        language: Language of ``explanation``.
    """

    score: float
    decision: Decision
    reasons: tuple[Reason, ...] = ()
    rarity_bits: float = 0.0
    language: Language = "id"

    @property
    def agreed(self) -> tuple[Reason, ...]:
        """What agreed."""
        return tuple(reason for reason in self.reasons if reason.effect == "agreed")

    @property
    def disagreed(self) -> tuple[Reason, ...]:
        """What contradicts."""
        return tuple(reason for reason in self.reasons if reason.effect == "disagreed")

    @property
    def missing(self) -> tuple[Reason, ...]:
        """What only one side has."""
        return tuple(reason for reason in self.reasons if reason.effect == "missing")

    @property
    def explanation(self) -> str:
        """The decision and its reasons in one line, in ``language``."""
        language = self.language
        texts: dict[Effect, list[str]] = {"agreed": [], "disagreed": [], "missing": []}
        for reason in self.reasons:
            texts[reason.effect].append(reason.in_(language))
        parts = [f"{PHRASES[self.decision].in_(language)} ({self.score:.2f})"]
        parts += [
            f"{PHRASES[k].in_(language)}: {'; '.join(found)}" for k, found in texts.items() if found
        ]
        return ". ".join(parts) + "."


def _show(value: Value) -> str:
    if isinstance(value, str):
        return value
    return '"' + " ".join([part.text for part in value]) + '"'


def decide(score: float) -> Decision:
    """Read a score against the shipped thresholds."""
    if score >= SAME_AT:
        return "same"
    return "review" if score >= REVIEW_AT else "different"


def settle(
    reasons: Sequence[Reason],
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
    score = 1.0
    for reason in reasons:
        score -= reason.penalty
    score, decision = _read(min(ceiling, score))
    return Match(score, decision, tuple(reasons), rarity_bits, language)


@lru_cache(maxsize=4_096)
def _read(score: float) -> tuple[float, Decision]:
    """Round a score and read it; sums of penalties are few, and rounding is dear.

    Rounded so that 0.7999999 is what it was meant to be.
    """
    score = round(max(0.0, score), 3)
    return score, decide(score)
