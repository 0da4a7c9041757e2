"""Drafts wait here for a person: list them, accept them, reject them.

A claim cannot stand without knowing what its entities are, so accepting one also accepts
the drafts that say the class of its subject and of its object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Stored
from loaders.errors import LoadError
from ontology.claim import TYPE


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review did: claims decided now, and claims that were decided already."""

    decided: int
    unchanged: int


def drafts(ledger: Ledger, document: str | None = None) -> Iterator[Stored]:
    """Yield drafts that nobody has decided, by document and place in it.

    Args:
        ledger: Where they are.
        document: Only drafts of this document.
    """
    verdicts = _verdicts(ledger)
    found = [
        stored
        for stored in ledger.claims()
        if stored.claim.is_draft
        and stored.id not in verdicts
        and document in (None, stored.claim.document)
    ]
    found.sort(key=lambda s: (s.claim.document, s.claim.start or 0, s.claim.subject, s.id))
    yield from found


def accept(ledger: Ledger, ids: Iterable[str], who: str, why: str) -> Reviewed:
    """Accept drafts, with those that say what their entities are.

    Args:
        ledger: Where they are.
        ids: Ids of claims; beginnings of at least 6 digits do.
        who: Who decides.
        why: The reason.

    Raises:
        LoadError: An id is unknown, ambiguous, or no draft.
    """
    waiting = {s.id: s for s in ledger.claims() if s.claim.is_draft}
    chosen = [_find(waiting, given) for given in ids]
    classes: dict[str, list[str]] = {}
    for stored in waiting.values():
        if stored.claim.property == TYPE:
            classes.setdefault(stored.claim.subject, []).append(stored.id)
    wanted = dict.fromkeys(s.id for s in chosen)
    for stored in chosen:
        for entity in (stored.claim.subject, stored.claim.value, *stored.claim.attributed_to):
            wanted |= dict.fromkeys(classes.get(entity, ()))
    # A class that was rejected by name is not taken back in passing.
    verdicts = _verdicts(ledger)
    named = {s.id for s in chosen}
    kept = [i for i in wanted if i in named or verdicts.get(i) != "reject"]
    return _decide(ledger, kept, "accept", who, why)


def reject(ledger: Ledger, ids: Iterable[str], who: str, why: str) -> Reviewed:
    """Reject drafts; they stay in the ledger and never reach the graph.

    Raises:
        LoadError: An id is unknown, ambiguous, or no draft.
    """
    waiting = {s.id: s for s in ledger.claims() if s.claim.is_draft}
    return _decide(ledger, [_find(waiting, given).id for given in ids], "reject", who, why)


def accept_above(
    ledger: Ledger, confidence: float, who: str, document: str | None = None
) -> Reviewed:
    """Accept every open draft whose confidence is at least so high."""
    ids = [s.id for s in drafts(ledger, document) if s.claim.confidence >= confidence]
    return accept(ledger, ids, who, f"confidence {confidence:g} or more")


def _verdicts(ledger: Ledger) -> dict[str, str]:
    decisions = ledger.decisions()
    undone = {d.left for d in decisions if d.kind == "undo"}
    return {
        d.left: d.kind for d in decisions if d.kind in ("accept", "reject") and d.id not in undone
    }


def _find(waiting: dict[str, Stored], given: str) -> Stored:
    if given in waiting:
        return waiting[given]
    near = [i for i in waiting if i.startswith(given)] if len(given) >= 6 else []
    if len(near) == 1:
        return waiting[near[0]]
    count = f"{len(near)} drafts begin with" if near else "There is no draft"
    raise LoadError(f"{count} {given!r}. `lacak review` lists ids; give enough of one.")


def _decide(ledger: Ledger, ids: list[str], kind: str, who: str, why: str) -> Reviewed:
    verdicts = _verdicts(ledger)
    new = [i for i in ids if verdicts.get(i) != kind]
    for claim_id in new:
        ledger.decide("accept" if kind == "accept" else "reject", claim_id, "", who, why)
    return Reviewed(len(new), len(ids) - len(new))
