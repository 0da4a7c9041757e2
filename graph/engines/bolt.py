"""A store over Bolt: one module for Neo4j and for the embedded engine.

The official driver speaks to both; what differs is in :mod:`graph.dialect`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import neo4j

from graph.dialect import Dialect
from graph.engines.failures import translated
from graph.engines.reading import RETRY_SECONDS, BoltReader
from graph.engines.writing import BoltWriter, RunSql
from graph.errors import StoreError
from graph.store import Capabilities
from ontology.model import Ontology

CONNECT_SECONDS = 5.0
"""How long one connection may take; a server that is away is reported after this."""


class BoltStore:
    """One graph database, opened.

    Args:
        url: Address for the driver.
        auth: User and password.
        database: Name of the database; empty for the user's home database.
        dialect: The engine's differences.
        ontology: Labels, relationship types and schema.
        run_sql: Runs schema statements in SQL, where the dialect has some.
        on_close: Called once after the connections are closed.

    Raises:
        StoreUnavailableError: The server does not answer or refuses the credentials.
    """

    def __init__(
        self,
        url: str,
        auth: tuple[str, str],
        *,
        database: str,
        dialect: Dialect,
        ontology: Ontology,
        run_sql: RunSql | None = None,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        self._database = database or None
        self._dialect = dialect
        self._ontology = ontology
        self._run_sql = run_sql
        self._on_close = on_close
        self._writing = threading.Lock()
        self._driver = neo4j.GraphDatabase.driver(
            url,
            auth=auth,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            # What a server advises about a query is the catalogue linter's business.
            notifications_min_severity="OFF",
            user_agent="lacak",
        )
        try:
            with translated(f"opening {url}"):
                self._capabilities = self._probe()
        except BaseException:
            self._driver.close()
            raise

    @property
    def capabilities(self) -> Capabilities:
        """What this engine can do."""
        return self._capabilities

    @contextmanager
    def reader(self, *, timeout_seconds: float = 30.0) -> Iterator[BoltReader]:
        """Open a reader; several may be open at once, in one thread or many."""
        yield BoltReader(
            driver=self._driver,
            database=self._database,
            dialect=self._dialect,
            ontology=self._ontology,
            timeout_seconds=timeout_seconds,
        )

    @contextmanager
    def writer(self) -> Iterator[BoltWriter]:
        """Open the writer.

        Raises:
            StoreError: Another writer of this store is open.
        """
        if not self._writing.acquire(blocking=False):
            raise StoreError("A writer of this store is open already. Close it first.")
        try:
            yield BoltWriter(
                driver=self._driver,
                database=self._database,
                dialect=self._dialect,
                ontology=self._ontology,
                run_sql=self._run_sql,
            )
        finally:
            self._writing.release()

    def close(self) -> None:
        """Close connections; closing twice does nothing more."""
        self._driver.close()
        on_close, self._on_close = self._on_close, None
        if on_close is not None:
            on_close()

    def _probe(self) -> Capabilities:
        with self._driver.session(database=self._database) as session:
            agent = session.run("RETURN 1").consume().server.agent
        return Capabilities(
            engine=self._dialect.engine,
            version=self._dialect.version_in(agent),
            has_full_text=True,
            has_enforced_timeout=True,
            is_local=self._run_sql is not None,
        )
