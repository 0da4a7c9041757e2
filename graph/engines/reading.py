"""Reading over Bolt: catalogue queries with a deadline, and streams of the whole graph."""

from __future__ import annotations

import itertools
import logging
import secrets
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
from graph.errors import StoreTimeoutError
from graph.store import Node, Relationship, Row, Value
from ontology.model import Ontology

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.5
"""How long a read that the server asks to repeat is repeated; requests wait for it."""

_AGAIN_SECONDS = 0.25
"""How often a late statement is terminated until it has ended."""

_NODES = "MATCH (n:Entity) RETURN n.id AS id, properties(n) AS properties"
_RELATIONSHIPS = (
    "MATCH (a:Entity)-[r]->(b:Entity) "
    "RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties"
)
_RUNNING = "SHOW TRANSACTIONS YIELD transactionId, currentQuery RETURN transactionId, currentQuery"
_TERMINATE = "TERMINATE TRANSACTIONS $id"
TEXTS = {
    "all nodes": _NODES,
    "all relationships": _RELATIONSHIPS,
    "running": _RUNNING,
    "terminate": _TERMINATE,
}
"""Every text of this module by what it reads, for ``make lint-cypher``."""


class _Slots:
    """Marks that tell running statements of equal text apart, across threads and processes.

    The lowest free number is given out, so that there are few texts in all and the engine's
    cache of parsed statements still serves.
    """

    def __init__(self) -> None:
        self._process = secrets.token_hex(6)
        self._taken: set[int] = set()
        self._lock = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[str]:
        """Hold a mark that no other running statement has."""
        with self._lock:
            number = next(n for n in itertools.count() if n not in self._taken)
            self._taken.add(number)
        try:
            yield f"{self._process}-{number}"
        finally:
            with self._lock:
                self._taken.discard(number)


_SLOTS = _Slots()


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

    def end(self, text: str, seconds: float) -> bool:
        """End the running statements of exactly this text; tell whether none is left.

        Args:
            text: The statement as it was sent; whoever sent it made it unlike any other.
            seconds: How long to try; an engine that is out of breath does not even answer.
        """
        is_over = threading.Event()
        has_ended = threading.Event()

        def work() -> None:
            while not is_over.is_set():
                if not self._terminate(text):
                    has_ended.set()
                    return
                is_over.wait(_AGAIN_SECONDS)

        threading.Thread(target=work, name="lacak-end", daemon=True).start()
        is_ended = has_ended.wait(seconds)
        is_over.set()
        return is_ended

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
        if self.dialect.has_transaction_timeout:
            with self._session() as session:
                return list(session.run(neo4j.Query(text, timeout=max(left, 0.001)), parameters))
        with _SLOTS.taken() as slot:
            marked = f"{text}\n// {slot}"
            with self._deadline(marked, left), self._session() as session:
                return list(session.run(neo4j.Query(marked), parameters))

    @contextmanager
    def _deadline(self, marked: str, seconds: float) -> Iterator[None]:
        """End our own query when its time is over, since the engine ignores the timeout."""
        is_over = threading.Event()
        is_late = threading.Event()

        def watch() -> None:
            if is_over.wait(max(seconds, 0.0)):
                return
            is_late.set()
            # Again and again: the engine may not list a statement that it has just been sent.
            while not is_over.is_set():
                self._terminate(marked)
                is_over.wait(_AGAIN_SECONDS)

        watcher = threading.Thread(target=watch, name="lacak-deadline", daemon=True)
        watcher.start()
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
            is_over.set()
            # A slot is free for the next query only when nobody ends its text any more.
            watcher.join()

    def _terminate(self, marked: str) -> bool:
        """Terminate the running statement of exactly this text; tell if the engine lists it."""
        is_listed = True
        try:
            with self._session() as session:
                running = [r for r in session.run(_RUNNING) if r["currentQuery"] == marked]
                is_listed = bool(running)
                for record in running:
                    session.run(_TERMINATE, id=record["transactionId"]).consume()
        except (exceptions.Neo4jError, exceptions.DriverError) as error:
            # Runs in a thread of its own: the waiting reader gets its own error or answer.
            log.warning("Could not end a late query: %s", error)
        return is_listed


def _properties(stored: Mapping[str, object]) -> dict[str, Value]:
    return {key: plain(value) for key, value in sorted(stored.items()) if key != "id"}
