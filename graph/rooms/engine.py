"""Running locked engines: started when asked for, started again when they were killed."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.catalogue.query import Query
from graph.engines import arcadedb
from graph.engines.locked import Locked
from graph.errors import StoreError, StoreUnavailableError
from graph.opening import CONNECT_ATTEMPTS, connected
from graph.rooms.errors import RoomBusyError, RoomOffError
from graph.store import Capabilities, Node, Reader, Relationship, Row, Store, Value, Writer
from ontology.model import Ontology, Text

OPEN_ENGINES = 6
"""Engines that a process keeps running: a few roles, and the snapshots before these."""

ATTEMPTS = 2
"""How often a query is asked whose engine dies: somebody else's may have killed it. More
often would let one that kills engines do so again and again."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Engine:
    """A locked engine that runs, and the connections to it."""

    server: arcadedb.Server
    store: Store

    @property
    def target(self) -> list[str]:
        """Address, HTTP port, user and password."""
        server = self.server
        return [server.bolt_url, str(server.http_port), server.user, server.password]

    @property
    def is_alive(self) -> bool:
        """Whether its process runs; it is Linux's, so the kernel's word is at hand."""
        try:
            status = Path(f"/proc/{self.server.process_id}/stat").read_text()
        except OSError:
            return False
        return status.rpartition(")")[2].split()[0] not in "ZX"

    def end(self, text: str, seconds: float) -> None:
        """End a statement; an engine that does not obey in time is killed."""
        with self.store.reader() as reader:
            is_ended = reader.end(text, seconds)  # type: ignore[attr-defined]  # rooms are Bolt
        if not is_ended:
            self.kill()

    def kill(self) -> None:
        """Kill the engine, if it still is the one that runs."""
        with suppress(FileNotFoundError, ProcessLookupError):
            state = json.loads((self.server.directory / "server.json").read_text())
            if state["engine"] == self.server.process_id:
                os.kill(self.server.process_id, signal.SIGKILL)


class Engines:
    """The locked engines of this process, by folder.

    Args:
        how: How they are started.
        ontology: Labels and relationship types.
    """

    def __init__(self, how: Locked, ontology: Ontology) -> None:
        self._how = how
        self._ontology = ontology
        self._running: OrderedDict[Path, Engine] = OrderedDict()
        self._starting = threading.Lock()

    def running(self, folder: Path, instead_of: Engine | None = None) -> Engine:
        """Return the engine of a folder, started if need be.

        Args:
            folder: A filled room.
            instead_of: An engine of it that turned out to be dead.

        Raises:
            StoreUnavailableError: It does not start.
        """
        with self._starting:
            found = self._running.get(folder)
            if found is not None and (found is instead_of or not found.is_alive):
                del self._running[folder]
                found.store.close()
                found = None
            if found is None:
                found = self._start(folder)
            self._running[folder] = found
            self._running.move_to_end(folder)
            while len(self._running) > OPEN_ENGINES:
                self._running.popitem(last=False)[1].store.close()
            return found

    def _start(self, folder: Path) -> Engine:
        for attempt in range(1, CONNECT_ATTEMPTS + 1):
            try:
                return self._attach(folder)
            except RoomOffError:
                raise
            except StoreUnavailableError:
                # The engine died between attaching and connecting; attaching starts another.
                if attempt == CONNECT_ATTEMPTS:
                    raise
                time.sleep(0.3)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _attach(self, folder: Path) -> Engine:
        server = arcadedb.attach(folder, starter=self._how)
        try:
            _check_filter(server.process_id)
            return Engine(server, connected(server, self._ontology))
        except BaseException:
            server.detach()
            raise

    def using(self, folder: Path, work: Callable[[Engine], T]) -> T:
        """Return what work gives on the folder's engine; once more if it died under it."""
        dead = None
        for attempt in range(1, ATTEMPTS + 1):
            engine = self.running(folder, instead_of=dead)
            try:
                return work(engine)
            except (RoomBusyError, RoomOffError):
                raise
            except StoreUnavailableError:
                if attempt == ATTEMPTS:
                    raise
                dead = engine
        raise AssertionError("unreachable: the last attempt returns or raises")

    def close(self) -> None:
        """Leave all engines; they stop when nobody else uses them."""
        with self._starting:
            for engine in self._running.values():
                engine.store.close()
            self._running.clear()


def _check_filter(process_id: int) -> None:
    try:
        status = Path(f"/proc/{process_id}/status").read_text()
    except OSError as error:
        raise StoreUnavailableError("The engine for free queries ended at once.") from error
    if "\nSeccomp:\t2\n" not in status or "\nNoNewPrivs:\t1\n" not in status:
        raise RoomOffError(
            Text(
                id="Mesin kueri bebas berjalan tanpa kunci; kueri ditolak.",
                en="The engine for free queries runs without its lock; queries are off.",
            )
        )


class RoomStore:
    """A store over one room that survives its engine; for catalogue queries.

    Args:
        engines: Where it runs.
        folder: A filled room.
    """

    def __init__(self, engines: Engines, folder: Path) -> None:
        self._engines = engines
        self._folder = folder

    @property
    def capabilities(self) -> Capabilities:
        """What the engine can do."""
        return self._engines.running(self._folder).store.capabilities

    @contextmanager
    def reader(self, *, timeout_seconds: float = 30.0) -> Iterator[Reader]:
        """Open a reader."""
        yield _RoomReader(self._engines, self._folder, timeout_seconds)

    def writer(self) -> AbstractContextManager[Writer]:
        """Refuse: a room never changes.

        Raises:
            StoreError: Always.
        """
        raise StoreError("A room is read-only. Publish another snapshot instead.")

    def close(self) -> None:
        """Do nothing: the rooms it came from close it."""


@dataclass(frozen=True, slots=True)
class _RoomReader:
    engines: Engines
    folder: Path
    timeout_seconds: float

    def read(self, query: Query, parameters: Mapping[str, Value] | None = None) -> list[Row]:
        def work(engine: Engine) -> list[Row]:
            with engine.store.reader(timeout_seconds=self.timeout_seconds) as reader:
                return reader.read(query, parameters)

        return self.engines.using(self.folder, work)

    def nodes(self) -> Iterator[Node]:
        with self.engines.running(self.folder).store.reader() as reader:
            yield from reader.nodes()

    def relationships(self) -> Iterator[Relationship]:
        with self.engines.running(self.folder).store.reader() as reader:
            yield from reader.relationships()
