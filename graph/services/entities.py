"""One entity with every fact, its evidence, and what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.ledger.rows import Stored
from graph.projection.evidence import sources, weigh
from graph.projection.standing import told_by_claim
from graph.services.citations import Citation, captions_of, cite
from graph.services.floor import floor_rule
from graph.services.stages import detail, stale_value, worded
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology.claim import TYPE
from ontology.model import Class, Language, Ontology, Property, Text

# Nodes of these classes say something about another entity; shown in full beside it.
_TELLING = ("Statement", "Count", "Commitment", "Directive", "Relation")
# What people look for first in any entity.
_FIRST = ("name", "date", "startDate", "endDate", "party", "speaker", "statementText")
_PLUMBING = ("MENTIONED_IN", "STARTS_AT", "ENDS_AT")


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one property, with the claims that give it.

    Attributes:
        property: Property name.
        label: Its label in both languages.
        value: Canonical value; an entity id for references.
        shown: The value as people read it: caption, concept label, or the value itself; a
            legal stage that is stale says so.
        is_stale: No source has confirmed the legal stage for long.
        is_conflicting: The property is single-valued and sources give other values too.
        is_picked: The graph shows this value.
        support: Independent origins. ``confidence``: 0-1.
        citations: Evidence, oldest document first.
        told: Facts of the entity that the value names, where that entity in turn exists to
            say something (a directive that a statement reports).
    """

    property: str
    label: Text
    value: str
    shown: str
    is_conflicting: bool
    is_picked: bool
    support: int
    confidence: float
    citations: tuple[Citation, ...]
    told: tuple[Fact, ...] = ()
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship that another entity has to this one, with that entity's own facts.

    Attributes:
        relationship: Relationship id. ``type``: its type. ``label``: in both languages.
        is_outgoing: Whether it starts here.
        other: Id of the other entity. ``caption`` and ``class_name``: of the other entity.
        modality: Strongest modality among the claims behind it.
        detail: The legal stage or role that it carries; a stale stage says so.
        facts: Facts of the other entity where it exists to say something about this one.
        citations: Evidence for the link itself.
    """

    relationship: str
    type: str
    label: Text
    is_outgoing: bool
    other: str
    caption: str
    class_name: str
    modality: str
    facts: tuple[Fact, ...] = ()
    citations: tuple[Citation, ...] = ()
    detail: Text | None = None


@dataclass(frozen=True, slots=True)
class EntityView:
    """Everything a snapshot says about one entity.

    Attributes:
        id: Canonical id. ``records``: ids of records that were decided to be this entity.
        class_name: Class. ``class_label``: its label in both languages.
        facts: Its own facts, properties in the order the ontology declares them.
        links: Relationships with others, by type and then caption.
        conflicts: Names of single-valued properties on which sources disagree.
        sources: Number of documents; ``origins``: number of independent origins.
        notes: What to know of all numbers in it: the rule by which they were rounded.
    """

    id: str
    caption: str
    class_name: str
    class_label: Text
    records: tuple[str, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    conflicts: tuple[str, ...]
    sources: int
    origins: int
    notes: tuple[Text, ...] = field(default=())


def view(
    snapshot: Snapshot, ontology: Ontology, entity_id: str, language: Language = "id"
) -> EntityView:
    """Return everything about an entity.

    Raises:
        UnknownEntityError: The snapshot has no such entity.
    """
    node = snapshot.node(entity_id)
    cls = ontology.cls(node.labels[0])
    claims = snapshot.claims_of(_records(node))
    facts = facts_of(snapshot, ontology, node, claims, language)
    citations = [c for fact in facts for c in fact.citations]
    return EntityView(
        id=node.id,
        caption=str(node.properties.get("caption", node.id)),
        class_name=cls.name,
        class_label=cls.label,
        records=_records(node),
        facts=facts,
        links=_links(snapshot, ontology, node, language),
        conflicts=_strings(node.properties.get("conflicts")),
        sources=len({c.document for c in citations}),
        origins=len({c.origin for c in citations}),
        notes=(rule,) if (rule := floor_rule(snapshot)) else (),
    )


def _records(node: Node) -> tuple[str, ...]:
    return _strings(node.properties.get("records")) or (node.id,)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def facts_of(
    snapshot: Snapshot,
    ontology: Ontology,
    node: Node,
    claims: Sequence[Stored],
    language: Language,
) -> tuple[Fact, ...]:
    """Return the facts that claims give a node, in the order the ontology declares them."""
    weights = sources(snapshot.documents([s.claim.document for s in claims]))
    values = told_by_claim(ontology, claims, weights)
    grouped: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    for stored in claims:
        if stored.claim.property != TYPE:
            grouped[stored.claim.property, values[stored.id]].append(stored)
    declared = [p.name for p in ontology.properties_of(node.labels[0])]
    order = {name: i for i, name in enumerate([*_FIRST, *declared][::-1])}
    citations = cite(snapshot, claims)
    references = [v for (name, v) in grouped if ontology.property(name).is_entity]
    captions = captions_of(snapshot, references)
    conflicts = set(_strings(node.properties.get("conflicts")))
    facts = []
    for (name, value), group in grouped.items():
        prop = ontology.property(name)
        evidence = weigh(group, weights)
        note = stale_value(ontology, name, value, node.properties)
        facts.append(
            Fact(
                property=name,
                label=prop.label,
                value=value,
                shown=captions.get(value)
                or worded(shown(ontology, prop, value, language), note, language),
                is_conflicting=name in conflicts,
                is_picked=name not in conflicts or _is_picked(node, prop, value),
                support=evidence.support,
                confidence=evidence.confidence,
                citations=tuple(c for c in citations.values() if c.claim in set(evidence.claims)),
                is_stale=note is not None,
            )
        )
    facts.sort(key=lambda f: (-order.get(f.property, -1), -f.confidence, f.value))
    return tuple(facts)


def _is_picked(node: Node, prop: Property, value: str) -> bool:
    picked = node.properties.get(prop.name)
    return picked is not None and str(picked).lower() == value.lower()


def shown(ontology: Ontology, prop: Property, value: str, language: Language) -> str:
    """Return a literal or concept as people read it."""
    if prop.scheme is not None:
        concept = ontology.scheme(prop.scheme).concepts.get(value)
        return concept.label.in_(language) if concept else value
    if prop.value_type in ("integer", "money") and value.lstrip("-").isdigit():
        grouped = f"{int(value):,}"
        return grouped.replace(",", ".") if language == "id" else grouped
    if prop.value_type == "boolean":
        yes, no = ("ya", "tidak") if language == "id" else ("yes", "no")
        return yes if value == "true" else no
    return value


def label_of(ontology: Ontology, relationship_type: str) -> Text:
    """Return the label of a relationship type, from the class or property declaring it."""
    for name, declared in ontology.relationship_types():
        if name == relationship_type:
            return declared.label
    return Text(relationship_type, relationship_type)


def _links(
    snapshot: Snapshot, ontology: Ontology, node: Node, language: Language
) -> tuple[Link, ...]:
    found = [r for r in snapshot.relationships_of(node.id) if r.type not in _PLUMBING]
    others = {n.id: n for n in snapshot.nodes([_other(r, node.id) for r in found])}
    claims = {s.id: s for s in snapshot.claims([c for r in found for c in _claims(r)])}
    citations = cite(snapshot, claims.values())
    # Own facts already say where this entity points; only what points here is added.
    incoming = [r for r in found if r.target == node.id or "relation" in r.properties]
    links = []
    for link in incoming:
        other = others[_other(link, node.id)]
        cls = ontology.cls(other.labels[0])
        told: Iterable[Fact] = ()
        if _is_telling(cls):
            told = _told(snapshot, ontology, other, node.id, language)
        links.append(
            Link(
                relationship=link.id,
                type=link.type,
                label=label_of(ontology, link.type),
                is_outgoing=link.source == node.id,
                other=other.id,
                caption=str(other.properties.get("caption", other.id)),
                class_name=cls.name,
                modality=str(link.properties.get("modality", "stated")),
                facts=tuple(told),
                citations=tuple(citations[c] for c in _claims(link) if c in citations),
                detail=detail(ontology, link.properties),
            )
        )
    links.sort(key=lambda k: (k.type, k.class_name, k.caption, k.other))
    return tuple(links)


def _told(
    snapshot: Snapshot, ontology: Ontology, other: Node, here: str, language: Language
) -> Iterable[Fact]:
    facts = _own_facts(snapshot, ontology, other, language)
    for fact in facts:
        if fact.value == here or fact.property == "name":
            continue
        named = snapshot.nodes([fact.value]) if ontology.property(fact.property).is_entity else []
        if named and _is_telling(ontology.cls(named[0].labels[0])):
            inner = _own_facts(snapshot, ontology, named[0], language)
            yield replace(fact, told=tuple(f for f in inner if f.property != "name"))
        else:
            yield fact


def _own_facts(
    snapshot: Snapshot, ontology: Ontology, node: Node, language: Language
) -> tuple[Fact, ...]:
    claims = snapshot.claims_of(_records(node))
    return facts_of(snapshot, ontology, node, claims, language)


def _is_telling(cls: Class) -> bool:
    return any(name in cls.ancestors for name in _TELLING)


def _other(link: Relationship, here: str) -> str:
    return link.target if link.source == here else link.source


def _claims(link: Relationship) -> tuple[str, ...]:
    return _strings(link.properties.get("claims"))
