"""Drafts wait here for a person: list them, accept them, reject them, correct them.

A claim cannot stand without knowing what its entities are, so accepting one also accepts
the drafts that say the class of its subject and of its object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Stored
from loaders.errors import LoadError, UnknownDraftError
from ontology import types
from ontology.claim import TYPE, Claim
from ontology.model import Ontology


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
        UnknownDraftError: An id is unknown, ambiguous, or no draft.
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
        UnknownDraftError: An id is unknown, ambiguous, or no draft.
    """
    waiting = {s.id: s for s in ledger.claims() if s.claim.is_draft}
    return _decide(ledger, [_find(waiting, given).id for given in ids], "reject", who, why)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a draft should have said; what is left out stays.

    Attributes:
        property: Name of a property.
        value: Literal, notation or entity id, as the property wants.
        modality: Notation of ``modalities``.
    """

    property: str | None = None
    value: str | None = None
    modality: str | None = None


def correct(
    ledger: Ledger, ontology: Ontology, given: str, what: Correction, who: str, why: str
) -> str:
    """Reject a draft and accept in its stead what it should have said, at the same place.

    Args:
        ledger: Where it is.
        ontology: Checks the corrected term and value.
        given: Id of the draft; its first 6 digits do.
        what: The correction.
        who: Who decides.
        why: The reason.

    Returns:
        The id of the claim that stands now.

    Raises:
        UnknownDraftError: The id is unknown, ambiguous, or no draft.
        LoadError: The correction changes nothing, or names an entity without a class.
        UnknownTermError: There is no such property, notation or modality.
        ValueTypeError: The value is not of the property's type.
    """
    waiting = {s.id: s for s in ledger.claims() if s.claim.is_draft}
    old = _find(waiting, given)
    made = _corrected(ledger, ontology, old.claim, what)
    told = (made.property, made.value, made.modality)
    if told == (old.claim.property, old.claim.value, old.claim.modality):
        raise LoadError(f"The correction of {given!r} says what the draft says. Accept the draft.")
    ledger.add_claims([made])
    reject(ledger, [old.id], who, why)
    accept(ledger, [made.id], who, why)
    return made.id


def _corrected(ledger: Ledger, ontology: Ontology, old: Claim, what: Correction) -> Claim:
    name, value = what.property or old.property, what.value or old.value
    modality = ontology.scheme("modalities").concept(what.modality or old.modality).notation
    if name == TYPE:
        value = ontology.cls(value).name
    else:
        prop = ontology.property(name)
        if prop.is_entity:
            if not ledger.claims_of([value]):
                raise LoadError(f"{value!r} is no entity of the ledger. `lacak search` finds ids.")
        elif prop.scheme:
            value = ontology.scheme(prop.scheme).concept(value).notation
        else:
            value = types.canonical(prop.value_type, value)
    original = old.original or (old.value if value != old.value else None)
    return msgspec.structs.replace(
        old, property=name, value=value, modality=modality, original=original, confidence=1.0,
        method="review@1", is_draft=True,
    )  # fmt: skip


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
    raise UnknownDraftError(f"{count} {given!r}. `lacak review` lists ids; give enough of one.")


def _decide(ledger: Ledger, ids: list[str], kind: str, who: str, why: str) -> Reviewed:
    verdicts = _verdicts(ledger)
    new = [i for i in ids if verdicts.get(i) != kind]
    for claim_id in new:
        ledger.decide("accept" if kind == "accept" else "reject", claim_id, "", who, why)
    return Reviewed(len(new), len(ids) - len(new))
