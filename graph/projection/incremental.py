"""A new snapshot from the one before, where only decisions were taken since.

Re-projects what the decisions touch: clusters that changed, what links to them, and what a
review accepted or rejected. Everything else is carried over as it is. The digest is that of
a whole rebuild; where that cannot be promised (new claims, merged documents, another
version of the code), :func:`revise` declines and the caller rebuilds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision, Stored
from graph.projection.identity import Identity, effective, identity
from graph.projection.part import prepare
from graph.projection.project import REVIEWS, Projector
from graph.publishing import Builder, prune
from graph.roles.audience import Audience
from graph.roles.publish import Since, publish
from graph.snapshots import Snapshot

V = TypeVar("V")

_DECIDED = re.compile(r"\bdecisions=(\d+)")


def decisions_in(source: str) -> int:
    """Return how many decisions the ledger had when something was projected from it.

    Args:
        source: What it depends on (:func:`graph.projection.rebuild.source_of`).
    """
    told = _DECIDED.search(source)
    return int(told[1]) if told else 0


def revise(
    ledger: Ledger,
    root: Path,
    before: Snapshot,
    source: str,
    audiences: Sequence[Audience] = (),
) -> Snapshot | None:
    """Publish a snapshot that differs from another by what decisions changed since.

    Args:
        ledger: The truth.
        root: Folder of snapshots.
        before: A snapshot of the whole ledger as it was.
        source: What the new snapshot depends on (:func:`graph.projection.rebuild.source_of`).
        audiences: Whose snapshots are published with it. One is projected as a whole where
            a decision changes who is hidden, or is named, far from where it was taken.

    Returns:
        The new snapshot, current; ``None`` where only a whole rebuild is right.
    """
    change = _change(ledger, before, source)
    if change is None or before.documents(sorted(change.records)):
        return None
    parts = _Parts(ledger, before, change)
    builder = Builder(root, before)
    try:
        builder.drop(parts.entities, change.reviewed)
        for entity_id, claims in parts.projected():
            builder.add_claims(s for s in claims if s.claim.subject in change.reviewed)
            builder.add(parts.projector.project(entity_id, claims))
        since = Since(before, frozenset(parts.entities))
        snapshot = publish(builder, ledger, audiences, source, since=since)
    except BaseException:
        builder.discard()
        raise
    prune(root)
    return snapshot


@dataclass(frozen=True, slots=True)
class _Change:
    """What decisions changed.

    Attributes:
        standing: The decisions that stand now, in order.
        old, new: Who is who before and after.
        records: Records whose cluster, class, or relation to another record changed.
        reviewed: Those whose claims were accepted, rejected, or neither any more.
    """

    standing: Sequence[Decision]
    old: Identity
    new: Identity
    records: frozenset[str]
    reviewed: frozenset[str]


def _change(ledger: Ledger, before: Snapshot, source: str) -> _Change | None:
    told = _DECIDED.search(before.manifest.source), _DECIDED.search(source)
    is_alike = _DECIDED.sub("", before.manifest.source) == _DECIDED.sub("", source)
    if told[0] is None or told[1] is None or not is_alike or before.manifest.as_of is not None:
        return None
    taken, count = ledger.decisions(), int(told[0][1])
    built = before.manifest.built
    # A decision taken while the other snapshot was built may be in it or not.
    if any((d.recorded > built) == (n < count) for n, d in enumerate(taken)):
        return None
    past, present = effective(taken[:count]), effective(taken[: int(told[1][1])])
    old, new = identity(past), identity(present)
    claims = _differing(_reviews(past), _reviews(present))
    subjects = frozenset(s.claim.subject for s in ledger.claims_by_id(sorted(claims)))
    pairs = _differing(_pairs(past), _pairs(present))
    records = {r for i in (old, new) for pair in pairs for e in pair for r in i.records(e)}
    for canonical in _differing(old.members, new.members):
        records.update(old.members.get(canonical, ()), new.members.get(canonical, ()))
    return _Change(present, old, new, frozenset(records) | subjects, subjects)


def _pairs(standing: Iterable[Decision]) -> dict[frozenset[str], str]:
    pairs = (d for d in standing if d.kind in ("same", "different"))
    return {frozenset((d.left, d.right)): d.kind for d in pairs}


def _reviews(standing: Iterable[Decision]) -> dict[str, str]:
    return {d.left: d.kind for d in standing if d.kind in REVIEWS}


def _differing(old: Mapping[V, object], new: Mapping[V, object]) -> set[V]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


class _Parts:
    """What has to be projected again, with all that this needs."""

    def __init__(self, ledger: Ledger, before: Snapshot, change: _Change) -> None:
        self.projector = Projector(ledger, decisions=change.standing)
        referring = {s.claim.subject for s in ledger.claims_about(sorted(change.records))}
        touched = change.records | referring
        self.entities = {i.of(r) for r in touched for i in (change.old, change.new)}
        fresh = {change.new.of(r) for r in touched}
        records = sorted({r for e in fresh for r in change.new.records(e)})
        self._claims: dict[str, list[Stored]] = {e: [] for e in fresh}
        for stored in ledger.claims_of(records):
            if self.projector.is_standing(stored):
                self._claims[change.new.of(stored.claim.subject)].append(stored)
        prepare(self.projector, self._claims, before, records)

    def projected(self) -> Iterator[tuple[str, list[Stored]]]:
        """Yield (canonical id, standing claims) of every entity that may have a node."""
        for entity_id, claims in sorted(self._claims.items()):
            if claims or entity_id in self.projector.class_of:
                yield entity_id, claims
