"""Small networks for tests of pictures."""

from __future__ import annotations

from collections.abc import Iterable

from graph.services.networks import NetworkView
from graph.store import Node, Relationship
from ontology.model import load


def node(key: str, cls: str = "PublicBody", caption: str | None = None, **values: object) -> Node:
    properties = {"caption": key if caption is None else caption, "class": cls, **values}
    return Node(key, load().cls(cls).ancestors, properties)


def link(source: str, target: str, kind: str = "HAS_PARTY", number: int = 0, **values: object):
    given = {"claims": [], "support": 1, "confidence": 0.8, "modality": "stated"}
    properties = {**given, "layer": "reference", **values}
    return Relationship(f"{kind}-{source}-{target}-{number}", kind, source, target, properties)


def view(nodes: Iterable[Node], links: Iterable[Relationship] = (), *focus: str, **more: bool):
    return NetworkView(tuple(nodes), tuple(links), focus, **more)


def star(leaves: int, cls: str = "Commitment", kind: str = "COMMITS") -> NetworkView:
    """Return one ministry with that many leaves."""
    nodes = [node("org:hub", "Ministry", "Hub"), *(node(f"x:{i}", cls) for i in range(leaves))]
    return view(nodes, [link(f"x:{i}", "org:hub", kind) for i in range(leaves)], "org:hub")
