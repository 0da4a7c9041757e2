"""Every textual difference between the two engines, in one frozen object each.

Whatever is not here is the same text on both. Callers never branch on an engine's name:
they ask :class:`~graph.store.Capabilities` or a :class:`Dialect`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FULL_TEXT_INDEX = "Entity[search_text]"
"""Name of the full-text index. ArcadeDB derives it from label and property and takes no
other; Neo4j takes any name, so queries name the same index on both."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one engine differs from the other.

    The schema texts do nothing where their object exists. ``{label}``, ``{type}`` and
    ``{property}`` stand for names of the ontology, ``{name}`` for one derived from them.

    Attributes:
        engine: Name in :class:`~graph.store.Capabilities`.
        unique_nodes: Makes ``id`` unique among the nodes of a label.
        unique_relationships: Makes ``id`` unique among the relationships of a type.
        node_index: Indexes a property of a label for equality.
        full_text: Indexes ``search_text`` of every entity.
        schema_language: ``"cypher"``: one statement a text, over Bolt. ``"sql"``: all texts
            are one script for the embedded engine's HTTP port, which writes its schema once
            (a third of the time that the same constraints take in Cypher).
        has_transaction_timeout: The timeout that the driver sends with a transaction is
            enforced. Where it is not, the reader terminates its own late query.
        version: Finds the version in the server's agent string, as group 1.
    """

    engine: str
    unique_nodes: str
    unique_relationships: str
    node_index: str
    full_text: str
    schema_language: Literal["cypher", "sql"]
    has_transaction_timeout: bool
    version: re.Pattern[str]

    def version_in(self, agent: str) -> str:
        """Return the version that a server's agent string names, or the whole string.

        >>> EMBEDDED.version_in("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)")
        '26.10.2'
        """
        found = self.version.search(agent)
        return found.group(1) if found else agent


EMBEDDED = Dialect(
    engine="embedded",
    unique_nodes=(
        "CREATE VERTEX TYPE {label} IF NOT EXISTS; "
        "CREATE PROPERTY {label}.id IF NOT EXISTS STRING; "
        "CREATE INDEX IF NOT EXISTS ON {label} (id) UNIQUE;"
    ),
    unique_relationships=(
        "CREATE EDGE TYPE {type} IF NOT EXISTS; "
        "CREATE PROPERTY {type}.id IF NOT EXISTS STRING; "
        "CREATE INDEX IF NOT EXISTS ON {type} (id) UNIQUE;"
    ),
    node_index=(
        "CREATE VERTEX TYPE {label} IF NOT EXISTS; "
        "CREATE PROPERTY {label}.{property} IF NOT EXISTS STRING; "
        "CREATE INDEX IF NOT EXISTS ON {label} ({property}) NOTUNIQUE;"
    ),
    full_text=(
        "CREATE PROPERTY Entity.search_text IF NOT EXISTS STRING; "
        "CREATE INDEX IF NOT EXISTS ON Entity (search_text) FULL_TEXT;"
    ),
    schema_language="sql",
    has_transaction_timeout=False,
    version=re.compile(r"ArcadeDB ([0-9.]+)"),
)
"""ArcadeDB out of the ``arcadedb-embedded`` wheel."""

NEO4J = Dialect(
    engine="neo4j",
    unique_nodes=("CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"),
    unique_relationships=(
        "CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{type}]-() REQUIRE r.id IS UNIQUE"
    ),
    node_index="CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property})",
    full_text=(
        f"CREATE FULLTEXT INDEX `{FULL_TEXT_INDEX}` IF NOT EXISTS "
        "FOR (n:Entity) ON EACH [n.search_text]"
    ),
    schema_language="cypher",
    has_transaction_timeout=True,
    version=re.compile(r"Neo4j/([0-9.]+)"),
)
"""Neo4j 5, Community or Enterprise, single or clustered."""
