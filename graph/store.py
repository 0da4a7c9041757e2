"""The seam to graph engines: what a store can read, write, and is able to do.

A store holds a projection that can be thrown away; the ledger is the truth. ``Reader``
takes catalogue queries, never text from callers. ``Writer`` offers transactions only
(auto-commit statements are not atomic on the embedded engine).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.catalogue.query import Query

Scalar = str | int | float | bool | None
Value = Scalar | list["Value"] | dict[str, "Value"]
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A projected entity.

    Attributes:
        id: Entity id (canonical).
        labels: Class and its ancestors, most specific first.
        properties: Picked values; scalars, or lists of scalars for repeated properties.
    """

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A projected link between two entities.

    Attributes:
        id: Hash of type, ends, and the relation entity if there is one; unique.
        type: Relationship type declared by the ontology.
        source, target: Canonical entity ids.
        properties: ``claims`` (ids), ``support`` (independent origins), ``confidence``
            (0-1), ``valid_from``/``valid_to`` (days), ``layer``, and for relation
            classes ``relation`` (entity id) with its literal properties.
    """

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do, so that callers ask instead of guessing by name.

    Attributes:
        engine: ``"embedded"`` or ``"neo4j"``.
        version: Version string the server reports.
        has_full_text: A full-text index over ``search_text`` exists.
        has_enforced_timeout: A server-side query timeout is honoured.
        is_local: Runs on this machine as our child process.
    """

    engine: str
    version: str
    has_full_text: bool
    has_enforced_timeout: bool
    is_local: bool


class Reader(Protocol):
    """Reads a store through catalogue queries."""

    def read(self, query: Query, parameters: Mapping[str, Value] | None = None) -> list[Row]:
        """Run a catalogue query and return its rows, columns in declared order.

        Raises:
            ParameterError: A parameter is missing, unknown, or of the wrong type.
            StoreTimeoutError: The query took longer than the reader allows.
            StoreUnavailableError: The engine does not answer.
        """

    def nodes(self) -> Iterator[Node]:
        """Yield every node, in no particular order."""

    def relationships(self) -> Iterator[Relationship]:
        """Yield every relationship, in no particular order."""


class Writer(Protocol):
    """Writes a projection; every call is one or more whole transactions."""

    def create_schema(self) -> None:
        """Create constraints and indexes of the ontology; does nothing where they exist."""

    def clear(self) -> None:
        """Delete every node and relationship."""

    def write_nodes(self, nodes: Iterable[Node]) -> int:
        """Create nodes that the store does not have; return how many were sent."""

    def write_relationships(self, relationships: Iterable[Relationship]) -> int:
        """Create relationships whose ends exist; return how many were sent."""

    def delete(self, node_ids: Iterable[str], relationship_ids: Iterable[str]) -> None:
        """Delete relationships, then nodes together with what still hangs on them."""


class Store(Protocol):
    """One graph database, opened."""

    @property
    def capabilities(self) -> Capabilities:
        """What this engine can do."""

    def reader(self, *, timeout_seconds: float = 30.0) -> AbstractContextManager[Reader]:
        """Open a reader; writes are refused by the queries it accepts."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Open the writer; one at a time."""

    def close(self) -> None:
        """Close connections. A child engine that others use keeps running."""
