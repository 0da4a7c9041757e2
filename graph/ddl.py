"""Constraints and indexes, read off the ontology.

A node carries its class and all ancestors as labels, so one uniqueness rule on ``Entity``
covers every node on both engines (ArcadeDB stores a label set as one type that inherits
from each label, and the rule with it).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.dialect import Dialect
from ontology.model import Ontology

KEY_TYPES = frozenset({"account", "code", "email", "handle", "passport", "phone", "plate"})
"""Value types that identify something; single-valued properties of them are indexed."""


def schema_statements(ontology: Ontology, dialect: Dialect) -> Iterator[str]:
    """Yield every schema text of one engine, in an order that can be run.

    Running all of them again is harmless and brings a store up to the present ontology.
    """
    yield dialect.unique_nodes.format(label="Entity", name="entity_id")
    for type_ in relationship_types(ontology):
        yield dialect.unique_relationships.format(type=type_, name=f"{type_.lower()}_id")
    for prop in ontology.properties.values():
        if prop.is_single and prop.value_type in KEY_TYPES:
            name = f"{prop.domain}_{prop.name}".lower()
            yield dialect.node_index.format(label=prop.domain, property=prop.name, name=name)
    yield dialect.full_text


def relationship_types(ontology: Ontology) -> tuple[str, ...]:
    """Return the relationship types of the ontology, each once, in alphabetical order."""
    return tuple(sorted({name for name, _ in ontology.relationship_types()}))
