"""Canonical ids: what the ledger's decisions say about which records are one entity.

``same`` decisions join records into clusters; the smallest id of a cluster is its
canonical id. ``different`` keeps two records apart: where joining would contradict it,
the join that came later is left out and reported, never resolved silently. ``undo`` takes
a decision back as if it had never been taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.ledger.rows import Decision


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A join that decisions forbid: ``refused`` would unite records that ``because`` parts."""

    refused: Decision
    because: Decision


@dataclass(frozen=True, slots=True)
class Identity:
    """Which records are one entity.

    Attributes:
        canonical: Canonical id of every record that is not its own.
        members: All record ids of every cluster of two or more, by canonical id, sorted.
        contradictions: Joins left out because another decision forbids them.
    """

    canonical: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    contradictions: tuple[Contradiction, ...] = ()

    def of(self, entity_id: str) -> str:
        """Return the canonical id of a record."""
        return self.canonical.get(entity_id, entity_id)

    def records(self, entity_id: str) -> tuple[str, ...]:
        """Return every record id of the cluster that a record belongs to."""
        canonical = self.of(entity_id)
        return self.members.get(canonical, (canonical,))


NOBODY = Identity(canonical={}, members={})
"""No record is another's."""


def effective(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that stand, in order: neither undone nor overruled later.

    A later same/different/unsure about the same two records overrules an earlier one.
    """
    standing: dict[str, Decision] = {}
    undone: set[str] = set()
    decided = list(decisions)
    # An undo can itself be undone, so the latest is looked at first.
    for decision in reversed(decided):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.left)
    for decision in decided:
        if decision.kind == "undo" or decision.id in undone:
            continue
        is_claim = decision.kind in ("accept", "reject")
        key = decision.left if is_claim else "\n".join(sorted((decision.left, decision.right)))
        standing.pop(key, None)
        standing[key] = decision
    return list(standing.values())


def identity(decisions: Iterable[Decision]) -> Identity:
    """Work out clusters from decisions, oldest first."""
    standing = effective(decisions)
    apart = [d for d in standing if d.kind == "different"]
    parent: dict[str, str] = {}
    contradictions: list[Contradiction] = []

    def root(entity_id: str) -> str:
        while (up := parent.get(entity_id, entity_id)) != entity_id:
            parent[entity_id] = parent.get(up, up)
            entity_id = up
        return entity_id

    for decision in (d for d in standing if d.kind == "same"):
        low, high = sorted((root(decision.left), root(decision.right)))
        if low == high:
            continue
        forbids = next((d for d in apart if {root(d.left), root(d.right)} == {low, high}), None)
        if forbids is None:
            parent[high] = low
        else:
            contradictions.append(Contradiction(decision, forbids))
    clusters: dict[str, list[str]] = defaultdict(list)
    for entity_id in {i for d in standing if d.kind == "same" for i in (d.left, d.right)}:
        clusters[root(entity_id)].append(entity_id)
    members = {c: tuple(sorted(ids)) for c, ids in clusters.items() if len(ids) > 1}
    canonical = {i: min(ids) for ids in members.values() for i in ids if i != min(ids)}
    members = {min(ids): ids for ids in members.values()}
    return Identity(canonical, members, tuple(contradictions))
