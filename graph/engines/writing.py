"""Writing over Bolt: batches in explicit transactions, grouped so that each is one statement.

Labels, relationship types and property names go into statement text, so they are checked
here against the ontology's names; everything else is a parameter.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import neo4j
from neo4j import exceptions

from graph.batches import batches
from graph.ddl import relationship_types, schema_statements
from graph.dialect import Dialect
from graph.engines.failures import translated
from graph.engines.values import storable
from graph.errors import StoreError
from graph.store import Node, Relationship, Value
from ontology.model import Ontology

BATCH_ROWS = 5000
"""Rows in one transaction; more gains nothing, fewer pays a commit each."""

BATCH_CHARACTERS = 4_000_000
"""Characters in one transaction, well below the largest message that Bolt carries."""

DELETE_IDS = 1000
"""Relationship ids in one deletion; each found one is compared with all of them."""

ATTEMPTS = 6
"""How often a transaction that the server asks to repeat is tried, 0.05-0.8 s apart."""

_PROPERTY = re.compile(r"[a-z][A-Za-z0-9_]*")
_CLEAR_RELATIONSHIPS = "MATCH ()-[r]->() WITH r LIMIT $limit DELETE r RETURN count(*) AS n"
_CLEAR_NODES = "MATCH (n) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS n"
_DELETE_NODES = "UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n"

T = TypeVar("T", Node, Relationship)
Parameters = Mapping[str, object]
RunSql = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BoltWriter:
    """Writes one database.

    Attributes:
        driver: Connected driver.
        database: Name of the database at the server; nothing for the user's home database.
        dialect: The engine's differences.
        ontology: Source of every label and relationship type.
        run_sql: Runs a SQL script, on the engine whose schema is made in SQL.
    """

    driver: neo4j.Driver
    database: str | None
    dialect: Dialect
    ontology: Ontology
    run_sql: RunSql | None

    def create_schema(self) -> None:
        """Create constraints and indexes of the ontology; does nothing where they exist."""
        statements = schema_statements(self.ontology, self.dialect)
        if self.run_sql is not None:
            self.run_sql("\n".join(statements))
            return
        with translated("creating the schema"), self._session() as session:
            for statement in statements:
                # The text holds names of the ontology only.
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def clear(self) -> None:
        """Delete every node and relationship, in batches; constraints and indexes stay."""
        for text in (_CLEAR_RELATIONSHIPS, _CLEAR_NODES):
            while self._transact("clearing", [(text, {"limit": BATCH_ROWS})])[0]:
                pass

    def write_nodes(self, nodes: Iterable[Node]) -> int:
        """Create nodes that the store does not have; return how many were sent.

        Raises:
            ConstraintError: A node of that id exists; its batch is not written.
            StoreError: A label, property name or value cannot be stored.
        """
        total = 0
        for batch in self._batches(nodes):
            groups: dict[tuple[str, ...], list[dict[str, Value]]] = defaultdict(list)
            for node in batch:
                groups[self._labels(node)].append(_node_row(node))
            statements = [
                (_create_nodes(labels, rows), {"rows": rows})
                for labels, rows in sorted(groups.items())
            ]
            self._transact("writing nodes", statements)
            total += len(batch)
        return total

    def write_relationships(self, relationships: Iterable[Relationship]) -> int:
        """Create relationships whose ends exist; return how many were sent.

        Raises:
            ConstraintError: A relationship of that type and id exists.
            StoreError: An end does not exist, or a type, property name or value cannot be
                stored; the batch is not written.
        """
        types = frozenset(relationship_types(self.ontology))
        total = 0
        for batch in self._batches(relationships):
            groups: dict[str, list[dict[str, Value]]] = defaultdict(list)
            for relationship in batch:
                if relationship.type not in types:
                    raise StoreError(
                        f"{relationship.id}: the ontology declares no relationship type "
                        f"{relationship.type!r}. Declare it in Turtle first."
                    )
                groups[relationship.type].append(_relationship_row(relationship))
            self._write_groups(groups)
            total += len(batch)
        return total

    def delete(self, node_ids: Iterable[str], relationship_ids: Iterable[str]) -> None:
        """Delete relationships, then nodes together with what still hangs on them.

        Ids that the store does not have are passed over. A relationship's type is not
        known from its id, so each batch asks the index of every type. ``IN`` is the form
        that the embedded engine answers from that index; equality with a row it does not.
        """
        deletions = [_delete_relationships(t) for t in relationship_types(self.ontology)]
        for batch in batches(relationship_ids, DELETE_IDS):
            self._transact("deleting relationships", [(d, {"ids": batch}) for d in deletions])
        for batch in batches(node_ids, BATCH_ROWS):
            self._transact("deleting nodes", [(_DELETE_NODES, {"ids": batch})])

    # -- checks ------------------------------------------------------------------------

    def _labels(self, node: Node) -> tuple[str, ...]:
        expected = self.ontology.cls(node.labels[0]).ancestors if node.labels else ()
        if node.labels != expected or not expected:
            raise StoreError(
                f"{node.id}: labels must be a class and its ancestors, most specific first; "
                f"expected {expected}, got {node.labels}."
            )
        if node.properties.get("class", expected[0]) != expected[0]:
            raise StoreError(
                f"{node.id}: property class says {node.properties['class']!r}, "
                f"its labels say {expected[0]!r}."
            )
        return expected

    def _batches(self, items: Iterable[T]) -> Iterator[list[T]]:
        batch: list[T] = []
        size = 0
        for item in items:
            length = _length(item.properties)
            if batch and (len(batch) == BATCH_ROWS or size + length > BATCH_CHARACTERS):
                yield batch
                batch, size = [], 0
            batch.append(item)
            size += length
        if batch:
            yield batch

    # -- transactions ------------------------------------------------------------------

    def _write_groups(self, groups: Mapping[str, list[dict[str, Value]]]) -> None:
        ordered = sorted(groups.items())
        statements = [(_create_relationships(name, rows), {"rows": rows}) for name, rows in ordered]
        expected = [len(rows) for _, rows in ordered]

        def check(counts: Sequence[int]) -> None:
            for (name, rows), count, wanted in zip(ordered, counts, expected, strict=True):
                if count != wanted:
                    raise StoreError(
                        f"{wanted - count} of {wanted} {name} relationships have an end that "
                        f"the store does not have (first of the batch: {rows[0]['source']} → "
                        f"{rows[0]['target']}). Write nodes first. On the command line: the "
                        "claims are kept in the ledger, and `lacak rebuild` writes them all."
                    )

        self._transact("writing relationships", statements, check)

    def _transact(
        self,
        doing: str,
        statements: Sequence[tuple[str, Parameters]],
        check: Callable[[Sequence[int]], None] | None = None,
    ) -> list[int]:
        """Run statements in one transaction; return the first column of each first row."""
        with translated(doing):
            for attempt in range(ATTEMPTS):
                try:
                    return self._attempt(statements, check)
                except exceptions.Neo4jError as error:
                    if not error.is_retryable() or attempt == ATTEMPTS - 1:
                        raise
                    time.sleep(0.05 * 2**attempt)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _attempt(
        self,
        statements: Sequence[tuple[str, Parameters]],
        check: Callable[[Sequence[int]], None] | None,
    ) -> list[int]:
        with (
            self._session() as session,
            session.begin_transaction() as transaction,
        ):
            counts = []
            for text, parameters in statements:
                # The text holds names of the ontology only, checked above.
                record = transaction.run(text, parameters).single()  # type: ignore[arg-type]
                counts.append(int(record[0]) if record else 0)
            if check is not None:
                check(counts)
            transaction.commit()
        return counts

    def _session(self) -> neo4j.Session:
        return self.driver.session(database=self.database)


def _node_row(node: Node) -> dict[str, Value]:
    return {**_row(node.id, node.properties), "class": node.labels[0], "id": node.id}


def _relationship_row(relationship: Relationship) -> dict[str, Value]:
    row = _row(relationship.id, relationship.properties)
    for name in ("source", "target"):
        if name in row:
            raise StoreError(f"{relationship.id}: {name!r} cannot be the name of a property.")
    ends: dict[str, Value] = {"source": relationship.source, "target": relationship.target}
    return {**row, "id": relationship.id, **ends}


def _row(item_id: str, properties: Mapping[str, Value]) -> dict[str, Value]:
    row: dict[str, Value] = {}
    for name, value in properties.items():
        if not _PROPERTY.fullmatch(name) or name == "id":
            raise StoreError(
                f"{item_id}: {name!r} cannot be the name of a property. "
                "Write a lower-case letter, then letters, digits and '_'; id is taken."
            )
        if value is not None:
            row[name] = storable(f"{item_id}.{name}", value)
    return row


def _keys(rows: Iterable[Mapping[str, Value]]) -> list[str]:
    return sorted({name for row in rows for name in row})


def _create_nodes(labels: tuple[str, ...], rows: Iterable[Mapping[str, Value]]) -> str:
    values = ", ".join(f"{name}: row.{name}" for name in _keys(rows))
    return f"UNWIND $rows AS row CREATE (n:{':'.join(labels)} {{{values}}})"


def _create_relationships(name: str, rows: Iterable[Mapping[str, Value]]) -> str:
    keys = [key for key in _keys(rows) if key not in {"source", "target"}]
    values = ", ".join(f"{key}: row.{key}" for key in keys)
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
        f"CREATE (a)-[r:{name} {{{values}}}]->(b) RETURN count(*) AS n"
    )


def _delete_relationships(name: str) -> str:
    return f"MATCH ()-[r:{name}]->() WHERE r.id IN $ids DELETE r"


def texts(ontology: Ontology) -> dict[str, str]:
    """Return the texts of this module by what they do, for ``make lint-cypher``.

    Texts that are made for a class or a type stand once for all of them.
    """
    row: list[dict[str, Value]] = [{"id": "", "class": "", "support": 0}]
    labels = next(c.ancestors for c in ontology.classes.values() if not c.is_abstract)
    name = relationship_types(ontology)[0]
    return {
        "create nodes": _create_nodes(labels, row),
        "create relationships": _create_relationships(name, row),
        "delete relationships": _delete_relationships(name),
        "delete nodes": _DELETE_NODES,
        "clear nodes": _CLEAR_NODES,
        "clear relationships": _CLEAR_RELATIONSHIPS,
    }


def _length(properties: Mapping[str, Value]) -> int:
    return sum(
        len(value) if isinstance(value, str) else 40 * len(value) if isinstance(value, list) else 8
        for value in properties.values()
    )
