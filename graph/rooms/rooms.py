"""Free queries: Cypher and SPARQL that callers wrote, over one snapshot, in a locked room."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import orjson

from graph.engines.locked import Locked
from graph.errors import StoreUnavailableError
from graph.rooms import filling, gate, selftest
from graph.rooms.engine import Engine, Engines, RoomStore
from graph.rooms.errors import (
    QueryLimitError,
    QueryRefusedError,
    RoomFillingError,
    RoomOffError,
)
from graph.rooms.frames import EndedError, Failure, Order
from graph.rooms.limits import MEMORY_MB, FreeAnswer, Limits
from graph.rooms.notices import cypher_notices, sparql_notices
from graph.rooms.workers import Workers
from graph.settings import Settings
from graph.snapshots import Snapshot
from graph.store import Store, Value
from ontology.errors import LacakError
from ontology.model import Ontology, Text

log = logging.getLogger(__name__)

END_SECONDS = 1.0
"""How long an engine has to end a query that is late, before it is killed."""


class Rooms:
    """Runs queries that callers wrote; threads share it. Nothing starts before it is asked.

    Args:
        settings: Where rooms are kept, and what a query may use.
        ontology: The model that snapshots were projected with.
    """

    def __init__(self, settings: Settings, ontology: Ontology) -> None:
        self.settings = settings
        self.ontology = ontology
        self._workers = Workers()
        self._filling = threading.Lock()
        self._filler: threading.Thread | None = None
        # Catalogue queries run here too, and end themselves.
        longest = max(settings.free_seconds, settings.query_timeout_seconds)
        self._engines = Engines(Locked(MEMORY_MB, longest), ontology)

    @property
    def limits(self) -> Limits:
        """What a query may use where nothing else is said."""
        return Limits(self.settings.free_seconds, self.settings.free_rows)

    @staticmethod
    def problem() -> Text | None:
        """Return why free queries are off on this system; nothing where they are on."""
        return selftest.problem()

    def prepare(self, snapshot: Snapshot) -> None:
        """Fill both rooms of a snapshot, so that the first query need not wait.

        Raises:
            RoomOffError: Rooms cannot be locked or filled here.
        """
        self._cypher_folder(snapshot)
        self._sparql_folder(snapshot)

    def check_filled(self, snapshot: Snapshot) -> None:
        """Refuse, and begin to fill in the background, where a query would have to wait long.

        Raises:
            RoomFillingError: The snapshot's rooms are not filled yet.
            RoomOffError: Rooms cannot be locked here.
        """
        self._check()
        if filling.is_filled(snapshot, self.settings):
            return
        with self._filling:
            if self._filler is None or not self._filler.is_alive():
                self._filler = threading.Thread(
                    target=self._fill, args=(snapshot,), name="lacak-filling", daemon=True
                )
                self._filler.start()
        raise RoomFillingError

    def _fill(self, snapshot: Snapshot) -> None:
        try:
            self.prepare(snapshot)
        except LacakError as error:
            # Nobody waits here; the next query begins again, and commands tell it as it is.
            log.warning("A room could not be filled: %s", error)

    def is_prepared(self, snapshot: Snapshot) -> bool:
        """Tell whether no query over a snapshot would have to wait for a room to be filled."""
        return filling.is_filled(snapshot, self.settings)

    def store(self, snapshot: Snapshot, *, can_wait: bool = True) -> Store:
        """Return a locked store that holds this snapshot only, for catalogue queries.

        Args:
            snapshot: The caller's role's.
            can_wait: Fill the room first where it is not; otherwise that is refused.

        Raises:
            RoomOffError: Rooms cannot be locked or filled here.
            RoomFillingError: The room is not filled, and nobody can wait.
        """
        if not can_wait and not filling.is_filled(snapshot, self.settings, ("cypher",)):
            self._check()
            raise RoomFillingError
        return RoomStore(self._engines, self._cypher_folder(snapshot))

    def cypher(
        self,
        snapshot: Snapshot,
        text: str,
        parameters: Mapping[str, Value] | None = None,
        limits: Limits | None = None,
        *,
        can_wait: bool = True,
    ) -> FreeAnswer:
        """Run a Cypher query over a snapshot.

        Args:
            snapshot: The caller's role's.
            text: The query; reads only.
            parameters: Values of its ``$parameters``.
            limits: What it may use; the settings' where absent.
            can_wait: Fill the room first where it is not; otherwise that is refused.

        Raises:
            QueryRefusedError: It asks for what a room does not do, or is not understood.
            QueryLimitError: It took more time or memory than it may.
            RoomBusyError: As many queries run as may.
            RoomFillingError: The room is not filled, and nobody can wait.
            RoomOffError: Rooms cannot be locked or filled here.
            StoreUnavailableError: The engine does not answer.
        """
        gate.check_cypher(text)
        if not can_wait:
            self.check_filled(snapshot)
        found = self._cypher(snapshot, text, parameters, limits or self.limits)
        return replace(found, notices=cypher_notices(text, self.ontology))

    def _cypher(
        self,
        snapshot: Snapshot,
        text: str,
        parameters: Mapping[str, Value] | None,
        limits: Limits,
    ) -> FreeAnswer:
        # What the lock has to hold against: tests come in here, past the gate.
        values = _encoded(parameters)
        folder = self._cypher_folder(snapshot)
        return self._engines.using(folder, lambda e: self._ask(e, text, values, limits))

    def _ask(self, engine: Engine, text: str, values: bytes, limits: Limits) -> FreeAnswer:
        # The mark tells this query from others of the same text, when it has to be ended.
        marked = f"{text}\n// {secrets.token_hex(8)}"
        order = Order("cypher", marked, values, limits, engine.target)
        try:
            found = self._workers.run(order)
        except EndedError as error:
            engine.end(marked, END_SECONDS)
            raise _too_much(limits) from error
        if isinstance(found, Failure):
            raise _error(found, limits)
        if found.is_truncated:
            engine.end(marked, END_SECONDS)
        return found

    def sparql(
        self,
        snapshot: Snapshot,
        text: str,
        parameters: Mapping[str, Value] | None = None,
        limits: Limits | None = None,
        *,
        can_wait: bool = True,
    ) -> FreeAnswer:
        """Run a SPARQL 1.1 query over a snapshot; SELECT, ASK, CONSTRUCT or DESCRIBE.

        The default graph holds what is shown; the graph named by a document's IRI holds the
        claims that cite it. Prefixes of the project need no declaration.

        Args:
            snapshot: The caller's role's.
            text: The query.
            parameters: Terms that replace variables by name; ``<…>`` is an IRI.
            limits: What it may use; the settings' where absent.
            can_wait: Fill the room first where it is not; otherwise that is refused.

        Raises:
            QueryRefusedError: It asks for what a room does not do, or is not understood.
            QueryLimitError: It took more time or memory than it may.
            RoomBusyError: As many queries run as may.
            RoomFillingError: The room is not filled, and nobody can wait.
            RoomOffError: Rooms cannot be locked or filled here.
        """
        gate.check_sparql(text)
        if not can_wait:
            self.check_filled(snapshot)
        found = self._sparql(snapshot, text, parameters, limits or self.limits)
        return replace(found, notices=sparql_notices(text, self.ontology))

    def _sparql(
        self,
        snapshot: Snapshot,
        text: str,
        parameters: Mapping[str, Value] | None,
        limits: Limits,
    ) -> FreeAnswer:
        folder = self._sparql_folder(snapshot) / "rdf"
        order = Order("sparql", text, _encoded(parameters), limits, [str(folder)])
        try:
            found = self._workers.run(order)
        except EndedError as error:
            raise _too_much(limits) from error
        if isinstance(found, Failure):
            raise _error(found, limits)
        return found

    def close(self) -> None:
        """Leave engines and workers; they stop by themselves."""
        self._engines.close()
        self._workers.close()

    def _cypher_folder(self, snapshot: Snapshot) -> Path:
        self._check()
        return filling.cypher_room(snapshot, self.settings, self.ontology)

    def _sparql_folder(self, snapshot: Snapshot) -> Path:
        self._check()
        return filling.sparql_room(snapshot, self.settings, self.ontology)

    def _check(self) -> None:
        problem = self.problem()
        if problem is not None:
            raise RoomOffError(problem)


def _encoded(parameters: Mapping[str, Value] | None) -> bytes:
    try:
        return orjson.dumps(dict(parameters or {}))
    except TypeError as error:
        raise QueryRefusedError(
            Text(
                id=f"Parameter tidak dapat dikirim: {error}.",
                en=f"The parameters cannot be sent: {error}.",
            )
        ) from error


def _too_much(limits: Limits) -> QueryLimitError:
    return QueryLimitError(
        Text(
            id=f"Kueri melampaui batas ({limits.seconds:g} detik atau {MEMORY_MB} MiB memori). "
            "Persempit: batasi pola, jarak, atau jumlah baris.",
            en=f"The query went beyond its limits ({limits.seconds:g} seconds or {MEMORY_MB} MiB "
            "of memory). Narrow it: bound patterns, hops, or rows.",
        )
    )


def _error(found: Failure, limits: Limits) -> Exception:
    if found.kind in ("time", "memory"):
        return _too_much(limits)
    if found.kind == "unavailable":
        return StoreUnavailableError(f"The room does not answer: {found.message}")
    return QueryRefusedError(
        Text(
            id=f"Kueri tidak dapat dijalankan: {found.message}",
            en=f"The query cannot be run: {found.message}",
        )
    )
