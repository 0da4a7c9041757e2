"""A small made-up world, dense enough for queries to lose their way in."""

from __future__ import annotations

import random
from pathlib import Path

from graph.publishing import Builder
from graph.settings import Settings
from graph.store import Node, Relationship
from ontology.model import load

SIZE = 400
LINKS = 2400
_CLASSES = ("PlacementCompany", "LawEnforcementAgency", "Person", "Declaration", "Raid")


def small_world(home: Path) -> Path:
    """Publish the world as the snapshot of a home; return the home."""
    ontology = load()
    chance = random.Random(7)
    names = [chance.choice(_CLASSES) for _ in range(SIZE)]
    builder = Builder(Settings(home=home).snapshots)
    builder.add(
        Node(
            id=f"x:n{i}",
            labels=ontology.cls(name).ancestors,
            properties={"class": name, "caption": f"{name} {i}", "search_text": f"{name} {i}"},
        )
        for i, name in enumerate(names)
    )
    builder.add(
        Relationship(
            id=f"r{i}",
            type=chance.choice(("ASSOCIATED_WITH", "HAS_PARTY", "RECRUITED")),
            source=f"x:n{chance.randrange(SIZE)}",
            target=f"x:n{chance.randrange(SIZE)}",
            properties={"support": chance.randrange(1, 5), "confidence": chance.random()},
        )
        for i in range(LINKS)
    )
    builder.publish("2026-11-01T00:00:00+00:00", "made up")
    return home
