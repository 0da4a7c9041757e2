"""The room that the suites share, and the same engines without a lock."""

from __future__ import annotations

import base64
import http.client
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.engines import arcadedb, runtime
from graph.engines.arcadedb import Server
from graph.rooms.rooms import Rooms
from graph.settings import Settings
from graph.snapshots import Snapshot, current
from ontology.errors import LacakError
from ontology.model import load
from tests.engines import missing


@dataclass(frozen=True)
class Place:
    """Rooms over one snapshot."""

    rooms: Rooms
    snapshot: Snapshot

    @property
    def server(self) -> Server:
        return self.engine.server

    @property
    def engine(self):
        return self.rooms._engines.running(self.cypher_folder)

    @property
    def cypher_folder(self) -> Path:
        return self.rooms._cypher_folder(self.snapshot)

    @property
    def sparql_folder(self) -> Path:
        return self.rooms._sparql_folder(self.snapshot)

    def ask(self, language: str, text: str, parameters=None, limits=None) -> str:
        """Ask past the gate; return the answer or the error as text."""
        how = self.rooms._cypher if language == "cypher" else self.rooms._sparql
        try:
            return str(how(self.snapshot, text, parameters, limits or self.rooms.limits))
        except LacakError as error:
            return f"{type(error).__name__}: {error}"


@contextmanager
def place(home: Path) -> Iterator[Place]:
    """Open rooms over the current snapshot of a home."""
    problem = Rooms.problem()
    if problem is not None:
        missing("rooms", problem.en)
    settings = Settings(home=home)
    snapshot = current(settings.snapshots)
    rooms = Rooms(settings, load())
    try:
        yield Place(rooms, snapshot)
    finally:
        folder = rooms._cypher_folder(snapshot)
        rooms.close()
        arcadedb.stop(folder)


@dataclass(frozen=True, slots=True)
class _Unlocked:
    """The engine as it comes, with everything allowed that a setting can allow."""

    user: str = "root"
    memory_mb: int = 0

    def commands(self, directory: Path, bolt_port: int, http_port: int):
        opened = {
            "opencypher.loadCsv.allowFileUrls": "true",
            "opencypher.loadCsv.allowRemoteUrls": "true",
            "opencypher.loadCsv.blockedIpRanges": "",
            "server.security.importBlockLocalNetworks": "false",
            "server.restoreImportAllowLocalUrls": "true",
            "server.security.importAllowedLocalPaths": "/",
            "command.timeout": "5000",
        }
        found = runtime.find()
        return found.command(directory, bolt_port, http_port, 512, settings=opened), []


@contextmanager
def unlocked(databases: Path, folder: Path) -> Iterator[Server]:
    """Run the engine over a copy of a room's databases, without any lock."""
    shutil.copytree(databases, folder / "databases")
    server = arcadedb.attach(folder, starter=_Unlocked())
    try:
        yield server
    finally:
        server.detach()
        arcadedb.stop(folder)


def bolt(server: Server, text: str, parameters) -> str:
    """Ask a server in Cypher; return the answer or the error as text."""
    auth = (server.user, server.password)
    try:
        with (
            neo4j.GraphDatabase.driver(server.bolt_url, auth=auth) as driver,
            driver.session(database=runtime.DATABASE) as session,
        ):
            return str([record.data() for record in session.run(text, parameters)])
    except (Neo4jError, DriverError) as error:
        return str(error)


def sql(server: Server, text: str) -> str:
    """Ask a server in SQL at both doors of its HTTP port; return answers or errors as text."""
    return _sql(server, "query", text) + _sql(server, "command", text)


def _sql(server: Server, door: str, text: str) -> str:
    token = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=20)
    try:
        connection.request(
            "POST",
            f"/api/v1/{door}/{runtime.DATABASE}",
            body=json.dumps({"language": "sql", "command": text}),
            headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"},
        )
        return connection.getresponse().read().decode(errors="replace")
    except OSError as error:
        return str(error)
    finally:
        connection.close()
