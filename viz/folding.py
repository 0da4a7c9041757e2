"""Leaving out of a picture what it would otherwise say twice."""

from __future__ import annotations

from collections import defaultdict

from graph.services.networks import NetworkView
from graph.store import Node, Relationship
from ontology.model import Ontology

_ENDS = ("STARTS_AT", "ENDS_AT")
_CONTEXT = "IN_INCIDENT"


def folded(view: NetworkView, ontology: Ontology) -> tuple[list[Node], list[Relationship]]:
    """Leave out relation entities that the view also holds as one relationship.

    A participation is an entity with two ends and a relationship between them. Drawing
    both says everything twice; the relationship stays, and carries the facts. An entity
    with further links (the article of a legal stage) stays beside it, unless they only say
    in which incident it happened and its ends are linked to the incident themselves.
    """
    direct: dict[str, set[str]] = defaultdict(set)
    further: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for r in view.relationships:
        direct[r.source].add(r.target)
        direct[r.target].add(r.source)
        if r.type not in _ENDS:
            further[r.source].add((r.type, r.target))
            further[r.target].add((r.type, r.source))
    ends: dict[str, set[str]] = defaultdict(set)
    for r in view.relationships:
        if "relation" in r.properties:
            ends[str(r.properties["relation"])] |= {r.source, r.target}

    def is_told_otherwise(relation: str) -> bool:
        return all(
            kind == _CONTEXT
            and (t in ends[relation] or any(t in direct[e] for e in ends[relation]))
            for kind, t in further[relation]
        )

    gone = {
        n.id
        for n in view.nodes
        if n.id in ends
        and ontology.cls(n.labels[0]).is_relation
        and n.id not in view.focus
        and is_told_otherwise(n.id)
    }
    return (
        [n for n in view.nodes if n.id not in gone],
        [r for r in view.relationships if r.source not in gone and r.target not in gone],
    )
