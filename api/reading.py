"""Reading on behalf of somebody: identities are told apart, and every read is noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from api.audit.recorder import Recorder
from graph.store import Node
from ontology.model import Ontology

_MOST_NOTED: Final = 500
"""Ids of identities that one entry names; of more it tells the number."""


def is_identity(ontology: Ontology, node: Node) -> bool:
    """Tell whether a node is somebody whose identity is read one at a time."""
    return ontology.cls(node.labels[0]).access == "identity"


def note_read(
    audit: Recorder, ontology: Ontology, node: Node, detail: Mapping[str, object] | None = None
) -> None:
    """Note that everything about an entity is read.

    Raises:
        AuditError: It cannot be noted; the entity must not be shown.
    """
    action = "identity" if is_identity(ontology, node) else "read"
    audit.note(action, node.id, {"class": node.labels[0], **(detail or {})})


def identities(ontology: Ontology, nodes: Iterable[Node]) -> dict[str, object]:
    """Return whose identities are among nodes, as the detail of an audit entry."""
    found = [node.id for node in nodes if is_identity(ontology, node)]
    if not found:
        return {}
    return {"identities": " ".join(found[:_MOST_NOTED]), "identity_count": len(found)}
