"""Reading over Bolt: catalogue queries with a deadline, and streams of the whole graph."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import neo4j
from neo4j import exceptions

from graph.catalogue.query import Query
from graph.dialect import Dialect
from graph.engines.failures import translated
from graph.engines.values import plain
from graph.errors import StoreError, StoreTimeoutError
from graph.store import Node, Relationship, Row, Value
from ontology.model import Ontology

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.5
"""How long a read that the server asks to repeat is repeated; requests wait for it."""

_NODES = "MATCH (n:Entity) RETURN n.id AS id, properties(n) AS properties"
_RELATIONSHIPS = (
    "MATCH (a:Entity)-[r]->(b:Entity) "
    "RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties"
)
_RUNNING = (
    "SHOW TRANSACTIONS YIELD transactionId, currentQuery, elapsedTime "
    "RETURN transactionId, currentQuery, elapsedTime"
)
TEXTS = {"all nodes": _NODES, "all relationships": _RELATIONSHIPS, "running": _RUNNING}
"""Every text of this module by what it reads, for ``make lint-cypher``."""


@dataclass(frozen=True, slots=True)
class BoltReader:
    """Reads one database; sessions come from the driver's pool, so threads may share it.

    Attributes:
        driver: Connected driver.
        database: Name of the database at the server; nothing for the user's home database.
        dialect: The engine's differences.
        ontology: Says which labels a class has.
        timeout_seconds: Limit for one catalogue query.
    """

    driver: neo4j.Driver
    database: str | None
    dialect: Dialect
    ontology: Ontology
    timeout_seconds: float

    def read(self, query: Query, parameters: Mapping[str, Value] | None = None) -> list[Row]:
        """Run a catalogue query and return its rows, columns in declared order.

        Raises:
            ParameterError: A parameter is missing, unknown, or of the wrong type.
            StoreTimeoutError: The query took longer than ``timeout_seconds``.
            StoreUnavailableError: The engine does not answer.
            StoreError: The engine refused the query.
        """
        bound = query.bind(parameters or {})
        with translated(f"query {query.name}"):
            records = self._run(query.text, bound)
        names = query.column_names
        return [{name: plain(record[name]) for name in names} for record in records]

    def nodes(self) -> Iterator[Node]:
        """Yield every node, in no particular order; labels follow from its class."""
        for record in self._stream(_NODES):
            properties = _properties(record["properties"])
            yield Node(
                id=str(record["id"]),
                labels=self.ontology.cls(str(properties.get("class"))).ancestors,
                properties=properties,
            )

    def relationships(self) -> Iterator[Relationship]:
        """Yield every relationship, in no particular order."""
        for record in self._stream(_RELATIONSHIPS):
            properties = _properties(record["properties"])
            yield Relationship(
                id=str(record["properties"]["id"]),
                type=str(record["type"]),
                source=str(record["source"]),
                target=str(record["target"]),
                properties=properties,
            )

    def _session(self) -> neo4j.Session:
        return self.driver.session(
            database=self.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=2000
        )

    def _stream(self, text: str) -> Iterator[neo4j.Record]:
        with translated("reading the whole graph"), self._session() as session:
            yield from session.run(text)

    def _run(self, text: str, parameters: dict[str, Value]) -> list[neo4j.Record]:
        started = time.monotonic()
        while True:
            left = self.timeout_seconds - (time.monotonic() - started)
            try:
                return self._attempt(text, parameters, left)
            except exceptions.Neo4jError as error:
                waited = time.monotonic() - started
                if not error.is_retryable() or waited > min(RETRY_SECONDS, left):
                    raise
                time.sleep(0.05)

    def _attempt(self, text: str, parameters: dict[str, Value], left: float) -> list[neo4j.Record]:
        timed = neo4j.Query(text, timeout=max(left, 0.001))
        with self._deadline(text, left), self._session() as session:
            return list(session.run(timed, parameters))

    @contextmanager
    def _deadline(self, text: str, seconds: float) -> Iterator[None]:
        """End our own query when its time is over, where the engine ignores the timeout."""
        if self.dialect.has_transaction_timeout:
            yield
            return
        started = time.monotonic()
        is_late = threading.Event()

        def end() -> None:
            is_late.set()
            self._terminate(text, time.monotonic() - started)

        timer = threading.Timer(max(seconds, 0.0), end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except exceptions.Neo4jError as error:
            if is_late.is_set():
                raise StoreTimeoutError(
                    f"The query took longer than the {seconds:.1f} s it was allowed. "
                    "Narrow it, or allow more time."
                ) from error
            raise
        finally:
            timer.cancel()

    def _terminate(self, text: str, elapsed_seconds: float) -> None:
        """Terminate the running statement of this text that started nearest to ours."""
        try:
            with self._session() as session:
                running = [
                    (abs(_seconds(r["elapsedTime"]) - elapsed_seconds), r["transactionId"])
                    for r in session.run(_RUNNING)
                    if r["currentQuery"] == text
                ]
                if running:
                    session.run("TERMINATE TRANSACTIONS $id", id=min(running)[1]).consume()
        except (exceptions.Neo4jError, exceptions.DriverError) as error:
            # Runs in a timer's thread: the waiting reader gets its own error or answer.
            log.warning("Could not end a late query: %s", error)


def _properties(stored: Mapping[str, object]) -> dict[str, Value]:
    return {key: plain(value) for key, value in sorted(stored.items()) if key != "id"}


def _seconds(duration: object) -> float:
    if not isinstance(duration, neo4j.time.Duration):
        raise StoreError(f"SHOW TRANSACTIONS gave {duration!r} as elapsed time.")
    return float(duration.seconds) + float(duration.nanoseconds) / 1e9
