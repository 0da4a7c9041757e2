"""The evidence that a page carries: facts, claims and documents, each written once.

Rows are lists in a fixed order, since a page may hold thirty thousand of them; the order
is given here and in ``assets/data.js``, nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.ledger.rows import Stored
from graph.projection.evidence import sources
from graph.projection.standing import told_by_claim
from graph.services.citations import Citation, captions_of, cite
from graph.services.entities import shown
from graph.services.stages import stale_value, worded
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.claim import TYPE
from ontology.model import Ontology, Property
from viz.clean import followable, visible
from viz.picture import Picture

Row = list[object]


@dataclass(slots=True)
class Evidence:
    """What the panel of a page shows.

    Attributes:
        documents: title, publisher, published, address, reliability.
        claims: document (index), locator, quote, said by, modality, credibility, original.
        facts: By entity id: property, value in Indonesian, value in English or ``None`` if
            the same, state (0 plain, 1 picked of several, 2 not picked), claims (indices),
            entity id that the value names or ``None``.
        links: By relationship id: claims (indices).
        sources: By id of a document that is itself in the picture: document (index).
    """

    documents: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    facts: dict[str, list[Row]] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)


def gather(picture: Picture, snapshot: Snapshot, ontology: Ontology) -> Evidence:
    """Return the evidence for everything in a picture."""
    nodes = {n.node.id: n.node for n in picture.nodes}
    relations = {
        str(k.relationship.properties["relation"])
        for k in picture.links
        if "relation" in k.relationship.properties
    }
    nodes |= {n.id: n for n in snapshot.nodes(sorted(relations - nodes.keys()))}
    records = {r: n.id for n in nodes.values() for r in _strings(n, "records") or (n.id,)}
    stored = {s.id: s for s in snapshot.claims_of(list(records))}
    wanted = {c for k in picture.links for c in _claim_ids(k.relationship.properties)}
    stored |= {s.id: s for s in snapshot.claims(sorted(wanted - stored.keys()))}
    evidence = Evidence()
    documents: dict[str, int] = {}
    index = _cited(evidence, documents, cite(snapshot, stored.values()))
    mine: dict[str, list[Stored]] = defaultdict(list)
    for item in stored.values():
        if item.claim.subject in records:
            mine[records[item.claim.subject]].append(item)
    captions = captions_of(snapshot, _named(stored.values(), ontology))
    weights = sources(snapshot.documents(sorted({s.claim.document for s in stored.values()})))
    for entity_id, claims in mine.items():
        values = told_by_claim(ontology, claims, weights)
        evidence.facts[entity_id] = _facts(
            nodes[entity_id], claims, ontology, captions, index, values
        )
    for link in picture.links:
        ids = _claim_ids(link.relationship.properties)
        # Citations were numbered by date, so sorting puts the oldest source first.
        evidence.links[link.relationship.id] = sorted(index[c] for c in ids if c in index)
    _add_documents(evidence, documents, snapshot, nodes)
    return evidence


def _cited(
    evidence: Evidence, documents: dict[str, int], citations: Mapping[str, Citation]
) -> dict[str, int]:
    index = {}
    for claim_id, citation in citations.items():
        if citation.document not in documents:
            documents[citation.document] = len(evidence.documents)
            evidence.documents.append(
                _document(
                    citation.title,
                    citation.publisher,
                    citation.published,
                    citation.url,
                    citation.reliability,
                )
            )
        index[claim_id] = len(evidence.claims)
        evidence.claims.append(
            [
                documents[citation.document],
                _seen(citation.locator),
                _seen(citation.quote),
                [visible(name) for name in citation.said_by],
                citation.modality,
                citation.credibility,
                _seen(citation.original),
            ]
        )
    return index


def _document(
    title: str, publisher: str | None, published: str | None, url: str | None, grade: str
) -> Row:
    # An address that no link may lead to is still shown, as text.
    address = [_seen(url), 1 if followable(url) else 0] if url else None
    return [visible(title), _seen(publisher), _seen(published), address, grade]


def _add_documents(
    evidence: Evidence, documents: dict[str, int], snapshot: Snapshot, nodes: Mapping[str, Node]
) -> None:
    for document in snapshot.documents(sorted(nodes)):
        if document.id not in documents:
            documents[document.id] = len(evidence.documents)
            evidence.documents.append(
                _document(
                    document.title,
                    document.publisher,
                    document.published,
                    document.url,
                    document.reliability,
                )
            )
        evidence.sources[document.id] = documents[document.id]


def _facts(
    node: Node,
    claims: Iterable[Stored],
    ontology: Ontology,
    captions: Mapping[str, str],
    index: Mapping[str, int],
    values: Mapping[str, str],
) -> list[Row]:
    cls = ontology.cls(node.labels[0])
    grouped: dict[tuple[str, str], list[int]] = defaultdict(list)
    for stored in claims:
        name = stored.claim.property
        # The ends of a link are drawn; its class is its name.
        if name not in (TYPE, cls.source, cls.target) and stored.id in index:
            grouped[name, values[stored.id]].append(index[stored.id])
    conflicts = set(_strings(node, "conflicts"))
    order = {p.name: i for i, p in enumerate(ontology.properties_of(cls.name))}
    rows = []
    for (name, value), cited in grouped.items():
        prop = ontology.property(name)
        state = 0 if name not in conflicts else 1 if _is_picked(node, prop, value) else 2
        rows.append(_fact(prop, value, state, sorted(cited), ontology, captions, node))
    rows.sort(key=lambda r: (order.get(str(r[0]), 999), r[3], str(r[1])))
    return rows


def _fact(
    prop: Property,
    value: str,
    state: int,
    cited: list[int],
    ontology: Ontology,
    captions: Mapping[str, str],
    node: Node,
) -> Row:
    if prop.is_entity:
        return [prop.name, visible(captions.get(value, value)), None, state, cited, value]
    note = stale_value(ontology, prop.name, value, node.properties)
    told = visible(worded(shown(ontology, prop, value, "id"), note, "id"))
    english = visible(worded(shown(ontology, prop, value, "en"), note, "en"))
    return [prop.name, told, None if english == told else english, state, cited, None]


def _is_picked(node: Node, prop: Property, value: str) -> bool:
    picked = node.properties.get(prop.name)
    return picked is not None and str(picked).lower() == value.lower()


def _named(claims: Iterable[Stored], ontology: Ontology) -> set[str]:
    return {
        s.claim.value
        for s in claims
        if s.claim.property != TYPE and ontology.property(s.claim.property).is_entity
    }


def _strings(node: Node, name: str) -> tuple[str, ...]:
    found = node.properties.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _claim_ids(properties: Mapping[str, object]) -> tuple[str, ...]:
    found = properties.get("claims")
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _seen(text: str | None) -> str | None:
    return None if text is None else visible(text)
