"""What the review desk shows: a draft in words, and two records with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.services.entities import Fact, shown
from ontology.claim import TYPE
from ontology.model import Language, Ontology

TABS: Final = (
    ("review_drafts", "/review"),
    ("review_identity", "/review/identity"),
    ("review_decisions", "/review/decisions"),
)
"""Pages of the desk, in the order of their tabs."""

_TOLD: Final = ("name", "type")


@dataclass(frozen=True, slots=True)
class Told:
    """A draft's property and value as people read them."""

    label: str
    value: str


def readable(name: str, value: str, ontology: Ontology, language: Language) -> Told:
    """Return what a draft says of its subject, in words."""
    if name == TYPE:
        known = ontology.classes.get(value)
        return Told(TYPE, known.label.in_(language) if known else value)
    prop = ontology.property(name)
    told = value if prop.is_entity else shown(ontology, prop, value, language)
    return Told(prop.label.in_(language), told)


def in_common(left: tuple[Fact, ...], right: tuple[Fact, ...]) -> frozenset[tuple[str, str]]:
    """Return the facts, as (property, text), that two records share beside their names."""
    sides = (
        {(f.property, f.shown) for f in side if f.property not in _TOLD} for side in (left, right)
    )
    return frozenset(set.intersection(*sides))
