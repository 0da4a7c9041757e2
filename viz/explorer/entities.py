"""One entity as a page: facts by property, disagreements side by side, links by kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from graph.services.entities import EntityView, Fact, Link, label_of
from graph.services.networks import EVIDENCE_TYPES
from graph.snapshots import Snapshot
from ontology.claim import Document
from ontology.model import Language, Ontology
from viz.explorer.excerpts import Piece, pieces
from viz.explorer.site import label

# More than this per kind nobody reads; the canvas opens the rest.
MOST_LINKS: Final = 60

BROKEN: Final = ("alleged", "denied", "evaluation", "expectation", "goal", "norm")
"""Modalities that a reader must see at once: what is said is not (yet) fact."""

Facts = tuple[tuple[str, tuple[Fact, ...]], ...]
Links = tuple[tuple[str, tuple[Link, ...], int], ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the page of an entity shows.

    Attributes:
        conflicts: Properties on which sources disagree, the picked value first.
        facts: Everything else, by label of property.
        links: By label of relationship; with each, how many more there are.
        references: Names of properties whose values are entities.
        is_alleged: Whether something here concerns alleged involvement.
        document: The document itself, if the entity is one.
        pieces: Its text with excerpts apart, where the text may be kept.
    """

    entity: EntityView
    conflicts: Facts
    facts: Facts
    links: Links
    references: frozenset[str]
    is_alleged: bool
    document: Document | None
    pieces: tuple[Piece, ...]


def page_of(
    entity: EntityView, snapshot: Snapshot, ontology: Ontology, language: Language
) -> EntityPage:
    """Return the page of an entity."""
    document = next(iter(snapshot.documents([entity.id])), None)
    disputed = [f for f in entity.facts if f.is_conflicting]
    return EntityPage(
        entity=entity,
        conflicts=_by_property(sorted(disputed, key=lambda f: not f.is_picked), language),
        facts=_by_property([f for f in entity.facts if not f.is_conflicting], language),
        links=_by_kind(entity.links, ontology, language),
        references=frozenset(p.name for p in ontology.properties.values() if p.is_entity),
        is_alleged=_is_alleged(entity, snapshot),
        document=document,
        pieces=pieces(document, snapshot) if document else (),
    )


def _by_property(facts: list[Fact], language: Language) -> Facts:
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[label(fact.label, language)].append(fact)
    return tuple((name, tuple(group)) for name, group in grouped.items())


def _by_kind(links: tuple[Link, ...], ontology: Ontology, language: Language) -> Links:
    grouped: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.type in EVIDENCE_TYPES:
            continue
        way = "→" if link.is_outgoing else "←"
        grouped[f"{way} {label(label_of(ontology, link.type), language)}"].append(link)
    return tuple(
        (name, tuple(group[:MOST_LINKS]), max(len(group) - MOST_LINKS, 0))
        for name, group in grouped.items()
    )


def _is_alleged(entity: EntityView, snapshot: Snapshot) -> bool:
    touching = snapshot.relationships_of(entity.id)
    return any(r.properties.get("layer") == "suspect" for r in touching)
