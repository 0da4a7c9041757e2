"""Finding entities by name: containing matches first, then spellings that come near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from graph.projection.project import NAME_PROPERTIES, fold
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Language, Ontology

# Below this the nearest names have little in common with what was typed.
_NEAR = 72.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One entity found.

    Attributes:
        id: Entity id. ``class_name`` and ``caption``: as projected.
        label: The class in words, in the language asked for.
        score: 0-100; 100 when a whole name equals the text.
        support: Independent origins that mention it.
    """

    id: str
    class_name: str
    label: str
    caption: str
    score: float
    support: int


def search(
    snapshot: Snapshot,
    ontology: Ontology,
    text: str,
    class_name: str | None = None,
    limit: int = 20,
    language: Language = "id",
) -> list[Hit]:
    """Return entities whose names match, best first.

    Args:
        snapshot: Where to look.
        ontology: Resolves classes.
        text: What was typed; case, marks and small misspellings do not matter.
        class_name: Look only among this class and its descendants.
        limit: The most hits.
        language: Of the labels of classes.

    Raises:
        UnknownTermError: There is no such class.
    """
    folded = fold(text)
    if not folded:
        return []
    classes = ontology.descendants(class_name) if class_name else ()
    ids = snapshot.find(folded, classes, limit * 10)
    if len(ids) < limit:
        ids = [*ids, *_near(snapshot, folded, classes, limit)]
    hits = [_hit(node, folded, ontology, language) for node in snapshot.nodes(ids)]
    hits.sort(key=lambda h: (-h.score, -h.support, h.caption, h.id))
    return hits[:limit]


def _near(snapshot: Snapshot, folded: str, classes: Sequence[str], limit: int) -> list[str]:
    names = snapshot.network.names
    among = None
    if classes:
        wanted = [i for i, cls in enumerate(names.classes) if cls in classes]
        among = np.isin(snapshot.network.arrays.node_class, wanted)
    found = snapshot.spelling.near(folded, limit, _NEAR, among)
    return [names.ids[near.node] for near in found]


def _hit(node: Node, folded: str, ontology: Ontology, language: Language) -> Hit:
    names = [
        fold(str(name))
        for prop in (*NAME_PROPERTIES, "caption")
        for name in _values(node.properties.get(prop))
    ]
    score = max((_similarity(folded, name) for name in names), default=0.0)
    support = node.properties.get("support")
    return Hit(
        id=node.id,
        class_name=node.labels[0],
        label=ontology.cls(node.labels[0]).label.in_(language),
        caption=str(node.properties.get("caption", node.id)),
        score=round(score, 1),
        support=support if isinstance(support, int) else 0,
    )


def _similarity(folded: str, name: str) -> float:
    if folded == name:
        return 100.0
    # A name that holds the text among many other words is a weaker answer than a near name.
    whole = fuzz.ratio(folded, name)
    part = fuzz.token_set_ratio(folded, name)
    return min(99.0, 0.5 * whole + 0.5 * part)


def _values(value: object) -> Sequence[object]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
