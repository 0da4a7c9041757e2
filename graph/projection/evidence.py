"""How well a set of claims supports one statement: origins, confidence, modality, interval.

Support counts independent origins, so that ten reposts of one release count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from graph.ledger.rows import Stored
from ontology import edtf
from ontology.claim import Document

# How much a grade leaves of the method's confidence. NATO AJP-2.1 grades are ordinal; these
# steps keep their order, leave A1 untouched and make F6 (cannot be judged) half.
_RELIABILITY = {"A": 1.0, "B": 0.9, "C": 0.75, "D": 0.5, "E": 0.3, "F": 0.6}
_CREDIBILITY = {1: 1.0, 2: 0.95, 3: 0.8, 4: 0.5, 5: 0.2, 6: 0.7}

# Strongest first; a statement carries the strongest modality among its claims.
MODALITY_ORDER = (
    "stated",
    "quoted",
    "reported",
    "evaluation",
    "alleged",
    "norm",
    "goal",
    "expectation",
    "denied",
)


class Source(msgspec.Struct, frozen=True):
    """What the projection needs to know of a document."""

    origin: str
    reliability: str
    cls: str = "Document"
    published: str | None = None


def sources(documents: Iterable[Document]) -> dict[str, Source]:
    """Return what is needed of every document, by id."""
    return {d.id: Source(d.origin_key, d.reliability, d.cls, d.published) for d in documents}


class Evidence(msgspec.Struct, frozen=True):
    """What a set of claims amounts to.

    Attributes:
        claims: Their ids, sorted.
        support: Number of independent origins that do not deny it.
        confidence: 1 - the product over origins of (1 - the best claim's weight), 0-1,
            four decimals.
        modality: The strongest modality among the claims.
        documents: Ids of documents, sorted.
    """

    claims: tuple[str, ...]
    support: int
    confidence: float
    modality: str
    documents: tuple[str, ...]


def weight(stored: Stored, source: Source | None) -> float:
    """Return how much one claim weighs: confidence of its method, scaled by both grades."""
    reliability = _RELIABILITY[source.reliability if source else "F"]
    return stored.claim.confidence * reliability * _CREDIBILITY[stored.claim.credibility]


def weigh(claims: Sequence[Stored], sources: Mapping[str, Source]) -> Evidence:
    """Sum up claims that say the same thing; at least one."""
    if len(claims) == 1:
        return _alone(claims[0], sources)
    best: dict[str, float] = {}
    for stored in claims:
        if stored.claim.modality == "denied":
            continue
        source = sources.get(stored.claim.document)
        origin = source.origin if source else stored.claim.document
        best[origin] = max(best.get(origin, 0.0), weight(stored, source))
    doubt = 1.0
    for _, value in sorted(best.items()):
        doubt *= 1.0 - value
    modalities = {s.claim.modality for s in claims}
    return Evidence(
        claims=tuple(sorted(s.id for s in claims)),
        support=len(best),
        confidence=round(1.0 - doubt, 4),
        modality=next(m for m in MODALITY_ORDER if m in modalities),
        documents=tuple(sorted({s.claim.document for s in claims})),
    )


def _alone(stored: Stored, sources: Mapping[str, Source]) -> Evidence:
    # Most statements rest on one claim; this is the general sum for it, at a third of the cost.
    claim = stored.claim
    is_denied = claim.modality == "denied"
    weighs = 0.0 if is_denied else weight(stored, sources.get(claim.document))
    return Evidence(
        claims=(stored.id,),
        support=0 if is_denied else 1,
        confidence=round(1.0 - (1.0 - weighs), 4),
        modality=claim.modality,
        documents=(claim.document,),
    )


def interval(claims: Sequence[Stored]) -> tuple[str | None, str | None]:
    """Return the first and last day in which the claims say it held, ISO 8601.

    The widest reading: from the earliest start to the latest end; an end that any claim
    leaves open stays open.
    """
    stated = [edtf.bounds(s.claim.valid) for s in claims if s.claim.valid]
    if not stated:
        return None, None
    starts, ends = [s for s, _ in stated], [e for _, e in stated]
    first = None if None in starts else min(s for s in starts if s)
    last = None if None in ends else max(e for e in ends if e)
    return _iso(first), _iso(last)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
