"""Everything a snapshot holds about a matter, gathered for a paper: facts, claims, sources.

The matter is one or more entities (a case, an event, a company) and what stands one
relationship away. Nothing is chosen silently: what a limit leaves out is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.ledger.rows import Stored
from graph.services.entities import EntityView, Fact, view
from graph.services.networks import NetworkView, ego
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology.claim import Document
from ontology.model import Language, Ontology

_EVIDENCE = ("MENTIONED_IN", "PUBLISHED_BY")
# A territory is a neighbour of everything in it and says nothing about the matter.
_LEFT_OUT = ("Document", "Territory")
DEFAULT_LIMIT = 60
MOST_IN_CASE = 200
_DRAWN = 80


@dataclass(frozen=True, slots=True)
class Case:
    """What somebody kept about a matter.

    Attributes:
        name, notes: In their own words.
        pinned: Ids of the claims that they hold to be the evidence, in their order.
    """

    name: str
    notes: str = ""
    pinned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A matter with all its evidence.

    Attributes:
        focus: Views of the entities asked for, in the order given.
        related: Views of their neighbours, those with more links to the focus first.
        left_out: Neighbours beyond the limit.
        claims: Every claim behind what is shown, in order of id.
        documents: Their documents, oldest first; the position plus one is the number by
            which a report cites them.
        network: The focus and its neighbourhood, to draw.
        digest: Digest of the snapshot. ``as_of``: day it was projected for, if not today.
        case: Name, notes and pinned claims, where it is a saved investigation.
    """

    focus: tuple[EntityView, ...]
    related: tuple[EntityView, ...]
    left_out: int
    claims: tuple[Stored, ...]
    documents: tuple[Document, ...]
    network: NetworkView
    digest: str
    as_of: str | None
    case: Case | None = None

    @property
    def entities(self) -> tuple[EntityView, ...]:
        """All views, the focus first."""
        return (*self.focus, *self.related)

    @property
    def conflicts(self) -> list[tuple[EntityView, Fact]]:
        """Facts on which sources disagree, or which a source denies, with their entity."""
        return [
            (entity, fact)
            for entity in self.entities
            for fact in entity.facts
            if fact.is_conflicting or any(c.modality == "denied" for c in fact.citations)
        ]

    def of_class(self, ontology: Ontology, class_name: str) -> list[EntityView]:
        """Return the entities of a class or below it."""
        names = {class_name, *ontology.descendants(class_name)}
        return [entity for entity in self.entities if entity.class_name in names]


def gather(
    snapshot: Snapshot,
    ontology: Ontology,
    ids: Sequence[str],
    *,
    language: Language = "id",
    limit: int = DEFAULT_LIMIT,
) -> Dossier:
    """Gather a matter.

    Args:
        snapshot: Where to look.
        ontology: Labels, and what is left out.
        ids: The entities it is about; repeats count once.
        language: Of shown values.
        limit: The most neighbours described; all their links are still in the network.

    Raises:
        UnknownEntityError: The snapshot lacks one of the ids.
    """
    # Raises for an id that does not exist; relationships alone would just be none.
    focus = list(dict.fromkeys(snapshot.node(i).id for i in ids))
    links = [r for i in focus for r in _links(snapshot, i)]
    neighbours = _neighbours(snapshot, ontology, focus, links)
    views = [view(snapshot, ontology, i, language) for i in (*focus, *neighbours[:limit])]
    claims = _claims(snapshot, views, links)
    return Dossier(
        focus=tuple(views[: len(focus)]),
        related=tuple(views[len(focus) :]),
        left_out=max(0, len(neighbours) - limit),
        claims=claims,
        documents=_documents(snapshot, claims),
        network=_network(snapshot, focus),
        digest=snapshot.manifest.digest,
        as_of=snapshot.manifest.as_of,
    )


def gather_case(
    snapshot: Snapshot,
    ontology: Ontology,
    case: Case,
    network: NetworkView,
    *,
    language: Language = "id",
    limit: int = MOST_IN_CASE,
) -> Dossier:
    """Gather what somebody kept: what stands on their canvas, and the claims they pinned.

    Args:
        snapshot: Where to look.
        ontology: Labels of facts.
        case: Name, notes, and pinned claims; those that are not shown any more are left out.
        network: What stands on the canvas.
        language: Of shown values.
        limit: The most entities described, those that pinned claims are about first.
    """
    pinned = {s.id: s for s in snapshot.claims(case.pinned)}
    about = snapshot.nodes(list(dict.fromkeys(s.claim.subject for s in pinned.values())))
    ids = dict.fromkeys(n.id for n in (*network.nodes, *about))
    kept = set(list(dict.fromkeys([*(n.id for n in about), *ids]))[:limit])
    views = [view(snapshot, ontology, i, language) for i in ids if i in kept]
    own = {s.id: s for s in _claims(snapshot, views, network.relationships)} | pinned
    claims = tuple(own[key] for key in sorted(own))
    return Dossier(
        focus=tuple(views),
        related=(),
        left_out=len(ids) - len(views),
        claims=claims,
        documents=_documents(snapshot, claims),
        network=network,
        digest=snapshot.manifest.digest,
        as_of=snapshot.manifest.as_of,
        case=replace(case, pinned=tuple(i for i in case.pinned if i in pinned)),
    )


def _documents(snapshot: Snapshot, claims: Iterable[Stored]) -> tuple[Document, ...]:
    found = snapshot.documents(sorted({s.claim.document for s in claims}))
    return tuple(sorted(found, key=lambda d: (d.published or "9999", d.id)))


def _links(snapshot: Snapshot, entity_id: str) -> list[Relationship]:
    return [r for r in snapshot.relationships_of(entity_id) if r.type not in _EVIDENCE]


def _neighbours(
    snapshot: Snapshot, ontology: Ontology, focus: Sequence[str], links: Iterable[Relationship]
) -> list[str]:
    counted: dict[str, int] = {}
    for link in links:
        for end in (link.source, link.target):
            if end not in focus:
                counted[end] = counted.get(end, 0) + 1
    left_out = {d for name in _LEFT_OUT for d in (name, *ontology.descendants(name))}
    kept = [n for n in snapshot.nodes(list(counted)) if n.labels[0] not in left_out]
    kept.sort(key=lambda node: (-counted[node.id], node.id))
    return [node.id for node in kept]


def _claims(
    snapshot: Snapshot, views: Iterable[EntityView], links: Iterable[Relationship]
) -> tuple[Stored, ...]:
    own = {s.id: s for s in snapshot.claims_of([r for v in views for r in v.records])}
    named = [str(c) for link in links for c in _strings(link.properties.get("claims"))]
    own.update((s.id, s) for s in snapshot.claims([c for c in named if c not in own]))
    return tuple(own[key] for key in sorted(own))


def _strings(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _network(snapshot: Snapshot, focus: Sequence[str]) -> NetworkView:
    share = max(2, _DRAWN // len(focus))
    parts = [ego(snapshot, entity_id, limit=share) for entity_id in focus]
    nodes: dict[str, Node] = {n.id: n for part in parts for n in part.nodes}
    links = {r.id: r for part in parts for r in part.relationships}
    return NetworkView(
        tuple(nodes.values()),
        tuple(links.values()),
        tuple(focus),
        any(part.is_truncated for part in parts),
    )
