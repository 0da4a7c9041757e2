"""Pairs that may be one, kept in the graph as ``PossiblySame`` with score and reasons.

A proposal is a few claims, made by a method, about two records; it stands beside the facts
and moves nothing. The projection draws it until somebody has decided on the two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from graph.ledger.ledger import Appended, Ledger
from graph.resolution.candidates import Candidate
from ontology.claim import TYPE, Claim, Document, check
from ontology.types import canonical

METHOD: Final = "resolution@1"
"""Which method made the claims."""

# What half of the record shares.
_WEAK: Final = ("home", "document", "shared")

DOCUMENT: Final = Document(
    id="doc:resolution",
    cls="Report",
    dataset="resolution",
    title="Pasangan yang mungkin sama (dihitung)",
    language="id",
    reliability="F",
)
"""What the claims cite: a computed report, whose reliability cannot be judged."""


def worth_keeping(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates whose names are one name, or that evidence beside them joins.

    Initials are left out: two letters fit hundreds, and a link drawn from them says nothing.
    """
    return [
        c
        for c in found
        if c.match.decision == "same"
        or any(r.effect == "agreed" and r.code not in _WEAK for r in c.beside)
    ]


def propose(ledger: Ledger, found: Iterable[Candidate]) -> Appended:
    """Append a proposal for every candidate; those that are there already change nothing."""
    ledger.add_document(DOCUMENT)
    claims = [claim for candidate in found for claim in claims_of(candidate)]
    for claim in claims:
        check(claim, ledger.ontology)
    return ledger.add_claims(claims)


def claims_of(candidate: Candidate) -> list[Claim]:
    """Return the claims that propose that a candidate's two records are one."""
    key = hashlib.blake2b(
        f"{candidate.left}\x1f{candidate.right}".encode(), digest_size=8
    ).hexdigest()
    values = {
        TYPE: "PossiblySame",
        "possiblySameA": candidate.left,
        "possiblySameB": candidate.right,
        "matchScore": canonical("decimal", f"{candidate.match.score:.3f}"),
        "matchReason": candidate.explanation,
    }
    return [
        Claim(
            subject=f"psame:{key}",
            property=prop,
            value=value,
            document=DOCUMENT.id,
            locator="perbandingan",
            modality="evaluation",
            credibility=6,
            confidence=candidate.match.score,
            method=METHOD,
        )
        for prop, value in values.items()
    ]
