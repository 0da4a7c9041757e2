"""Who is who, as people decide on it: pairs side by side, decisions, and contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from graph.errors import UnknownDecisionError, UnknownEntityError
from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision, DecisionKind
from graph.projection.identity import Contradiction, effective, identity, undone
from graph.resolution.candidates import Candidate, compare_nodes
from graph.resolution.errors import OtherKindError, SamePairError, UndoneError
from graph.services.entities import Fact, facts_of
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.claim import TYPE
from ontology.model import Language, Ontology


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records, with everything it says.

    Attributes:
        id: Canonical id. ``records``: of the records that were decided to be this entity.
        class_name: Class. ``facts``: with their citations.
    """

    id: str
    caption: str
    class_name: str
    records: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records side by side, for somebody to decide on.

    Attributes:
        left, right: The records.
        verdict: What names and evidence together allow: same, review, different.
        score: Of the names, 0-1.
        agreed, disagreed, missing: Reasons, in words.
        shared: Ids of what both are linked to.
        decisions: Decisions about exactly these two that stand, oldest first.
    """

    left: Side
    right: Side
    verdict: str
    score: float
    agreed: tuple[str, ...]
    disagreed: tuple[str, ...]
    missing: tuple[str, ...]
    shared: tuple[str, ...]
    decisions: tuple[Decision, ...]


def pair(
    snapshot: Snapshot,
    ontology: Ontology,
    decisions: Sequence[Decision],
    left: str,
    right: str,
    language: Language = "id",
) -> Pair:
    """Return two records side by side, with what speaks for and against their being one.

    Raises:
        UnknownEntityError: One of them is not in the snapshot.
        SamePairError: They are one record, or one entity already.
        UnmatchableClassError: Nothing of these classes can be compared.
    """
    who = identity(decisions)
    if who.of(left) == who.of(right):
        raise SamePairError(left, right)
    nodes = snapshot.node(who.of(left)), snapshot.node(who.of(right))
    candidate = compare_nodes(snapshot, ontology, *nodes, language=language)
    about = {frozenset(pair) for pair in ((left, right), (nodes[0].id, nodes[1].id))}
    reasons = candidate.reasons
    return Pair(
        left=_side(snapshot, ontology, nodes[0], language),
        right=_side(snapshot, ontology, nodes[1], language),
        verdict=candidate.verdict,
        score=candidate.match.score,
        agreed=tuple(r.in_(language) for r in reasons if r.effect == "agreed"),
        disagreed=tuple(r.in_(language) for r in reasons if r.effect == "disagreed"),
        missing=tuple(r.in_(language) for r in reasons if r.effect == "missing"),
        shared=candidate.shared,
        decisions=tuple(d for d in effective(decisions) if frozenset((d.left, d.right)) in about),
    )


def _side(snapshot: Snapshot, ontology: Ontology, node: Node, language: Language) -> Side:
    records = node.properties.get("records")
    ids = tuple(str(r) for r in records) if isinstance(records, list) else (node.id,)
    return Side(
        id=node.id,
        caption=str(node.properties.get("caption", node.id)),
        class_name=node.labels[0],
        records=ids,
        facts=facts_of(snapshot, ontology, node, snapshot.claims_of(ids), language),
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pair that nobody has decided.

    Attributes:
        left, right: Canonical ids. ``left_caption``, ``right_caption``: names that came nearest.
        verdict, score, explanation: As of :class:`Pair`.
    """

    left: str
    right: str
    left_caption: str
    right_caption: str
    class_name: str
    verdict: str
    score: float
    explanation: str
    shared: tuple[str, ...]


def proposed(candidate: Candidate) -> Proposed:
    """Return a candidate as it is listed."""
    return Proposed(
        left=candidate.left,
        right=candidate.right,
        left_caption=candidate.left_caption,
        right_caption=candidate.right_caption,
        class_name=candidate.class_name,
        verdict=candidate.verdict,
        score=candidate.match.score,
        explanation=candidate.explanation,
        shared=candidate.shared,
    )


def decide(
    ledger: Ledger, left: str, right: str, kind: DecisionKind, who: str, why: str
) -> Decision:
    """Record whether two records are one; the graph follows when it is brought up to date.

    Raises:
        UnknownEntityError: No claim is about one of them.
        SamePairError: They are one record, or one entity that is to be made one again.
        OtherKindError: They are to be one, and of kinds that never are.
    """
    if left == right:
        raise SamePairError(left, right)
    classes = _classes(ledger, left), _classes(ledger, right)
    if kind == "same":
        who_is_who = identity(ledger.decisions())
        if who_is_who.of(left) == who_is_who.of(right):
            raise SamePairError(left, right)
        if not any(_may_be_one(ledger.ontology, *pair) for pair in product(*classes)):
            raise OtherKindError(left, right, (classes[0][0], classes[1][0]))
    return ledger.decide(kind, left, right, who, why)


def _classes(ledger: Ledger, entity_id: str) -> list[str]:
    """Return what sources call a record, every class once."""
    claims = list(ledger.claims_of([entity_id]))
    if not claims:
        raise UnknownEntityError(entity_id)
    return sorted({one.claim.value for one in claims if one.claim.property == TYPE}) or [_ANY]


_ANY = "Entity"
_TOO_WIDE = frozenset({_ANY, "Agent", "Relation"})
"""Classes whose members have nothing in common that could be one."""


def _may_be_one(ontology: Ontology, left: str, right: str) -> bool:
    """Whether things of two classes can be one: one is the other, or both are of one kind."""
    shared = set(ontology.cls(left).ancestors) & set(ontology.cls(right).ancestors)
    return left in shared or right in shared or bool(shared - _TOO_WIDE)


def undo(ledger: Ledger, decision: str, who: str, why: str) -> Decision:
    """Take a decision back.

    Raises:
        UnknownDecisionError: There is none of that id.
        UndoneError: It was taken back already.
    """
    taken = ledger.decisions()
    if decision not in {d.id for d in taken}:
        raise UnknownDecisionError(decision)
    if decision in undone(taken):
        raise UndoneError(decision)
    return ledger.decide("undo", decision, "", who, why)


def contradictions(ledger: Ledger) -> tuple[Contradiction, ...]:
    """Return the joins that other decisions forbid; they are shown, never resolved."""
    return identity(ledger.decisions()).contradictions
