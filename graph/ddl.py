"""Constraints and indexes, read off the ontology.

A node carries its class and all ancestors as labels, so one uniqueness rule on ``Entity``
covers every node on both engines (ArcadeDB stores a label set as one type that inherits
from each label, and the rule with it).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.dialect import Dialect, Statement
from ontology.model import Ontology

KEY_TYPES = frozenset({"account", "code", "email", "handle", "passport", "phone", "plate"})
"""Value types that identify something; single-valued properties of them are indexed."""


def schema_statements(ontology: Ontology, dialect: Dialect) -> tuple[Statement, ...]:
    """Return every schema statement of one engine, in an order that can be run.

    Each statement does nothing where its object exists, so running all of them again is
    harmless and brings a store up to the present ontology.
    """
    return (
        Statement(
            "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
        ),
        *_relationship_constraints(ontology),
        *_key_indexes(ontology),
        *dialect.full_text,
    )


def relationship_types(ontology: Ontology) -> tuple[str, ...]:
    """Return the relationship types of the ontology, each once, in alphabetical order."""
    return tuple(sorted({name for name, _ in ontology.relationship_types()}))


def _relationship_constraints(ontology: Ontology) -> Iterator[Statement]:
    for name in relationship_types(ontology):
        yield Statement(
            f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS "
            f"FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
        )


def _key_indexes(ontology: Ontology) -> Iterator[Statement]:
    for prop in ontology.properties.values():
        if prop.is_single and prop.value_type in KEY_TYPES:
            yield Statement(
                f"CREATE INDEX {prop.domain.lower()}_{prop.name.lower()} IF NOT EXISTS "
                f"FOR (n:{prop.domain}) ON (n.{prop.name})"
            )
