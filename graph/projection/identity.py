"""Canonical ids: what the ledger's decisions say about which records are one entity.

``same`` decisions join records into clusters; the smallest id of a cluster is its
canonical id. ``different`` keeps two records apart: where joining would contradict it,
the join that came later is left out and reported, never resolved silently. ``undo`` takes
a decision back as if it had never been taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    decided = list(decisions)
    gone = undone(decided)
    for decision in decided:
        if decision.kind == "undo" or decision.id in gone:
            continue
        is_claim = decision.kind in ("accept", "reject")
        key = decision.left if is_claim else "\n".join(sorted((decision.left, decision.right)))
        standing.pop(key, None)
        standing[key] = decision
    return list(standing.values())


def undone(decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the ids of the decisions that were taken back, by an undo that itself stands."""
    gone: set[str] = set()
    # An undo can itself be undone, so the latest is looked at first.
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.id not in gone:
            gone.add(decision.left)
    return frozenset(gone)


def identity(decisions: Iterable[Decision]) -> Identity:
    """Work out clusters from decisions, oldest first."""
    standing = effective(decisions)
    clusters = _Clusters(d for d in standing if d.kind == "different")
    contradictions: list[Contradiction] = []
    for decision in (d for d in standing if d.kind == "same"):
        forbids = clusters.join(decision.left, decision.right)
        if forbids is not None:
            contradictions.append(Contradiction(decision, forbids))
    members = {min(ids): tuple(sorted(ids)) for ids in clusters.members.values() if len(ids) > 1}
    canonical = {i: first for first, ids in members.items() for i in ids if i != first}
    return Identity(canonical, dict(sorted(members.items())), tuple(contradictions))


class _Clusters:
    """Records joined so far, with what keeps clusters apart."""

    def __init__(self, apart: Iterable[Decision]) -> None:
        self._cluster: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        # By record: who must stay apart from it, and the earliest decision that says so.
        self._foes: dict[str, dict[str, Decision]] = defaultdict(dict)
        for decision in apart:
            self._foes[decision.left].setdefault(decision.right, decision)
            self._foes[decision.right].setdefault(decision.left, decision)

    def join(self, left: str, right: str) -> Decision | None:
        """Join two records' clusters, or return the decision that forbids it."""
        # The smaller moves into the larger: n records move at most n log n times in all.
        small, large = sorted((self._of(left), self._of(right)), key=self._size)
        if small == large:
            return None
        forbids = self._between(small, large)
        if forbids is None:
            for record in self.members[small]:
                self._cluster[record] = large
            self.members[large].extend(self.members.pop(small))
        return forbids

    def _of(self, record: str) -> str:
        found = self._cluster.setdefault(record, record)
        if found == record:
            self.members.setdefault(record, [record])
        return found

    def _size(self, cluster: str) -> int:
        return len(self.members[cluster])

    def _between(self, small: str, large: str) -> Decision | None:
        found = [
            decision
            for record in self.members[small]
            for foe, decision in self._foes.get(record, {}).items()
            if self._cluster.get(foe) == large
        ]
        return min(found, key=lambda d: (d.recorded, d.id), default=None)
