"""Projecting a part of a graph: what a few entities need of the snapshot around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.ledger.rows import Stored
from graph.projection.evidence import sources
from graph.projection.project import Projector
from graph.snapshots import Snapshot
from ontology.claim import TYPE


def prepare(
    projector: Projector,
    claims: Mapping[str, list[Stored]],
    before: Snapshot,
    records: Iterable[str] = (),
) -> None:
    """Fill in documents, sources and classes that projecting a part needs.

    Args:
        projector: One that was made with decisions, and so knows of none.
        claims: Standing claims of every entity of the part, by canonical id.
        before: A snapshot of the whole; the rest of the graph is as it is there.
        records: Records that may themselves be documents.
    """
    cited = {s.claim.document for found in claims.values() for s in found}
    documents = {d.id: d for d in before.documents(sorted(cited.union(records)))}
    projector.documents = documents
    projector.sources = sources(documents.values())
    ends = _claim_classes(projector, claims)
    projector.class_of |= before.classes(sorted(ends - claims.keys()))


def _claim_classes(projector: Projector, claims: Mapping[str, list[Stored]]) -> set[str]:
    """Work out the class of what is projected; return what it may be linked to."""
    claimed: dict[str, set[str]] = defaultdict(set)
    ends: set[str] = set()
    for entity_id, found in claims.items():
        for record in projector.identity.records(entity_id):
            if record in projector.documents:
                claimed[entity_id].add(projector.documents[record].cls)
        for claim in (s.claim for s in found):
            if claim.property == TYPE:
                claimed[entity_id].add(claim.value)
            elif projector.ontology.property(claim.property).is_entity:
                ends.add(projector.identity.of(claim.value))
            ends.add(projector.identity.of(claim.document))
    for entity_id, names in claimed.items():
        projector.class_of[entity_id] = projector.most_specific(entity_id, names)
    return ends
