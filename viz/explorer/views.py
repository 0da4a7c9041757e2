"""What the canvas of the explorer shows: nodes with marks and places, links, evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from itertools import zip_longest
from typing import Final

import numpy as np

from graph.services import networks
from graph.services.citations import Citation, cite
from graph.services.entities import Fact, facts_of, label_of
from graph.services.networks import EVIDENCE_TYPES, NetworkView, default_filter, ego, expand_counts
from graph.services.stages import worded
from graph.services.timeline import timeline
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Language, Ontology, Scheme
from viz.clean import followable, visible
from viz.explorer.site import term
from viz.explorer.texts import SCRIPT_TEXTS
from viz.marks import OUTLINES, icon_of, ink_on, shape_of
from viz.picture import Picture, PictureLink, PictureNode, compose

Json = dict[str, object]

MOST: Final = 5_000
"""Nodes on the canvas at once; beyond this neither a browser nor a reader follows."""

FIRST: Final = 60
"""Neighbours that are shown when an entity is opened; the rest comes by type."""

_PLUMBING: Final = frozenset({"STARTS_AT", "ENDS_AT"})

# Whose licence or legal stage stands in their panel.
_LINED: Final = frozenset({"Company", "Person", "Case", "Group"})


def among(snapshot: Snapshot, ids: Sequence[str], focus: Sequence[str] = ()) -> NetworkView:
    """Return entities and what links them; unknown ids are left out.

    Args:
        snapshot: Where to look.
        ids: Entity ids, the most important first; those beyond :data:`MOST` are left out.
        focus: Ids to be marked as what the question is about.
    """
    nodes = {n.id: n for n in snapshot.nodes(ids)}
    order = [i for i in dict.fromkeys(ids) if i in nodes]
    shown = order[:MOST]
    network = snapshot.network
    indices = np.array([network.index(i) for i in shown], dtype=np.int32)
    kept = network.mask(default_filter())
    neighbors, edges = network.incident(indices, kept)
    inside = np.unique(edges[np.isin(neighbors, indices)])
    links = snapshot.relationships([network.names.edge_ids[int(e)] for e in inside])
    return NetworkView(
        tuple(nodes[i] for i in shown), tuple(links), tuple(focus), len(order) > len(shown)
    )


def opened(snapshot: Snapshot, entity_id: str) -> NetworkView:
    """Return an entity with its nearest neighbours.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    found = ego(snapshot, entity_id, limit=FIRST)
    if not found.is_truncated:
        return found
    ids = [entity_id, *_sample(snapshot, entity_id)]
    return replace(among(snapshot, ids, [entity_id]), is_truncated=True)


def _sample(snapshot: Snapshot, entity_id: str) -> list[str]:
    """Return neighbours of a hub: some by each type in turn, the best connected first."""
    network = snapshot.network
    here = np.array([network.index(entity_id)], dtype=np.int32)
    neighbors, edges = network.incident(here, network.mask(default_filter()))
    degrees = network.arrays.degree[neighbors]
    by_type: dict[str, list[str]] = {}
    for place in np.argsort(-degrees.astype(np.int64), kind="stable").tolist():
        kind = network.type_of(int(edges[place]))
        if kind not in _PLUMBING:
            by_type.setdefault(kind, []).append(network.names.ids[int(neighbors[place])])
    turns = zip_longest(*by_type.values())
    return list(dict.fromkeys(i for turn in turns for i in turn if i is not None))[: FIRST - 1]


def around(snapshot: Snapshot, entity_id: str, relationship_type: str) -> list[str]:
    """Return ids of the neighbours that one type of relationship leads to, without limit.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    wanted = default_filter(types=[relationship_type])
    found = ego(snapshot, entity_id, wanted=wanted, limit=10_000)
    return [n.id for n in found.nodes if n.id != entity_id]


def drawn(view: NetworkView, ontology: Ontology) -> Json:
    """Return a view for the canvas, with places that the server's layout gives."""
    picture = compose(view, ontology, limit=MOST)
    return {
        "nodes": [_node(node) for node in picture.nodes],
        "links": [_link(link, picture) for link in picture.links],
        "truncated": picture.is_truncated,
    }


def _node(node: PictureNode) -> Json:
    properties = node.node.properties
    return {
        "entity": node.node.id,
        "cls": node.cls.name,
        "caption": node.caption,
        "lines": node.lines,
        "x": round(node.x, 1),
        "y": round(node.y, 1),
        "size": node.radius,
        "rank": node.need,
        "prominent": node.is_prominent,
        "focus": node.is_focus,
        "conflict": node.is_conflicting,
        "support": properties.get("support"),
        "days": [properties.get("first_day"), properties.get("last_day")],
    }


def _link(link: PictureLink, picture: Picture) -> Json:
    properties = link.relationship.properties
    return {
        "relationship": link.relationship.id,
        "type": link.relationship.type,
        "from": picture.nodes[link.source].node.id,
        "to": picture.nodes[link.target].node.id,
        "label": [link.label.id, link.label.en],
        "modality": link.modality,
        "line": link.line,
        "layer": str(properties.get("layer", "reference")),
        "bend": link.bend,
        "support": properties.get("support"),
        "days": [properties.get("first_day"), properties.get("last_day")],
    }


def entity(snapshot: Snapshot, ontology: Ontology, entity_id: str, language: Language) -> Json:
    """Return the panel of an entity: its facts, and what it can be expanded by.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    node = snapshot.node(entity_id)
    counts = expand_counts(snapshot, node.id)
    return {
        "entity": node.id,
        "cls": node.labels[0],
        "caption": visible(str(node.properties.get("caption", node.id))),
        "facts": _facts(snapshot, ontology, node, language),
        "types": [
            [name, label_of(ontology, name).in_(language), count]
            for name, count in counts.items()
            if name not in _PLUMBING
        ],
        "line": _line(snapshot, ontology, node, language),
        "support": node.properties.get("support"),
        "confidence": node.properties.get("confidence"),
    }


def _line(snapshot: Snapshot, ontology: Ontology, node: Node, language: Language) -> list[Json]:
    """Return licences and legal stages around an entity, in time."""
    if not _LINED.intersection(node.labels):
        return []
    schemes = {"licence": "licence-actions", "stages": "legal-stages"}
    return [
        {
            "group": span.group,
            "who": visible(span.caption),
            "entity": span.entity,
            "label": worded(
                term(ontology, schemes[span.group], span.concept, language), span.note, language
            ),
            "start": span.start,
            "end": span.end,
            "told": span.is_told,
        }
        for span in timeline(snapshot, ontology, node.id).spans
        if span.group in schemes and span.concept
    ]


def alternatives(snapshot: Snapshot, ontology: Ontology, start: str, goal: str, limit: int) -> Json:
    """Return paths between two entities, the shortest first, and what is on them.

    Raises:
        UnknownEntityError: One of them does not exist.
    """
    found = networks.alternatives(snapshot, start, goal, limit=limit)
    return {**drawn(found, ontology), "paths": found.paths}


def link(snapshot: Snapshot, ontology: Ontology, link_id: str, language: Language) -> Json | None:
    """Return the panel of a link: facts of its relation and every citation, or ``None``."""
    found = next(iter(snapshot.relationships([link_id])), None)
    if found is None:
        return None
    properties = found.properties
    claims = snapshot.claims(_texts(properties.get("claims")))
    relation = snapshot.nodes([str(properties.get("relation", ""))])
    facts = _facts(snapshot, ontology, relation[0], language) if relation else []
    return {
        "relationship": found.id,
        "facts": facts,
        "citations": [citation(c) for c in cite(snapshot, claims).values()],
        "support": properties.get("support"),
        "confidence": properties.get("confidence"),
    }


def _facts(snapshot: Snapshot, ontology: Ontology, node: Node, language: Language) -> list[Json]:
    claims = snapshot.claims_of(_texts(node.properties.get("records")) or [node.id])
    ends = (ontology.cls(node.labels[0]).source, ontology.cls(node.labels[0]).target)
    facts = facts_of(snapshot, ontology, node, claims, language)
    return [_fact(f, ontology, language) for f in facts if f.property not in ends]


def _fact(fact: Fact, ontology: Ontology, language: Language) -> Json:
    return {
        "property": fact.property,
        "label": fact.label.in_(language),
        "shown": visible(fact.shown),
        "entity": fact.value if ontology.property(fact.property).is_entity else None,
        "conflicting": fact.is_conflicting,
        "picked": fact.is_picked,
        "support": fact.support,
        "citations": [citation(c) for c in fact.citations],
    }


def citation(found: Citation) -> Json:
    """Return a citation whose text is visible, and whose address is safe to follow."""
    told = {k: visible(v) if isinstance(v, str) else v for k, v in asdict(found).items()}
    told["said_by"] = [visible(name) for name in found.said_by]
    told["href"] = followable(found.url)
    return told


def page_data(ontology: Ontology, language: Language) -> Json:
    """Return what the scripts need once: texts, looks of classes, vocabularies."""
    return {
        "language": language,
        "texts": {key: [value.id, value.en] for key, value in SCRIPT_TEXTS.items()},
        "classes": {
            cls.name: {
                "id": cls.label.id,
                "en": cls.label.en,
                "color": cls.color,
                "ink": ink_on(cls.color),
                "icon": icon_of(cls),
                "shape": shape_of(cls),
            }
            for cls in ontology.classes.values()
        },
        "outlines": OUTLINES,
        "vocabularies": {
            name: _concepts(ontology.scheme(name))
            for name in ("modalities", "reliabilities", "credibilities")
        },
        "types": {
            name: [declared.label.id, declared.label.en]
            for name, declared in ontology.relationship_types()
            if name not in EVIDENCE_TYPES | _PLUMBING
        },
        "most": MOST,
    }


def _concepts(scheme: Scheme) -> Mapping[str, list[str]]:
    return {c.notation: [c.label.id, c.label.en] for c in scheme.concepts.values()}


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
