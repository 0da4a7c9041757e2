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
class Statement:
    """One schema statement and the language it is written in.

    Attributes:
        text: The statement; running it twice changes nothing.
        language: ``"cypher"`` goes over Bolt; ``"sql"`` over the embedded engine's HTTP port.
    """

    text: str
    language: Literal["cypher", "sql"] = "cypher"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one engine differs from the other.

    Attributes:
        engine: Name in :class:`~graph.store.Capabilities`.
        full_text: Statements that index ``search_text`` of every entity, in order.
        has_transaction_timeout: The timeout that the driver sends with a transaction is
            enforced. Where it is not, the reader terminates its own late query.
        version: Finds the version in the server's agent string, as group 1.
    """

    engine: str
    full_text: tuple[Statement, ...]
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
    full_text=(
        # A full-text index needs a declared property; Cypher has no statement for that.
        Statement("CREATE PROPERTY Entity.search_text IF NOT EXISTS STRING", "sql"),
        Statement("CREATE INDEX IF NOT EXISTS ON Entity (search_text) FULL_TEXT", "sql"),
    ),
    has_transaction_timeout=False,
    version=re.compile(r"ArcadeDB ([0-9.]+)"),
)
"""ArcadeDB out of the ``arcadedb-embedded`` wheel."""

NEO4J = Dialect(
    engine="neo4j",
    full_text=(
        Statement(
            f"CREATE FULLTEXT INDEX `{FULL_TEXT_INDEX}` IF NOT EXISTS "
            "FOR (n:Entity) ON EACH [n.search_text]"
        ),
    ),
    has_transaction_timeout=True,
    version=re.compile(r"Neo4j/([0-9.]+)"),
)
"""Neo4j 5, Community or Enterprise, single or clustered."""
