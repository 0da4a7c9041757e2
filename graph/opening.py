"""From a URL to an open store; the only place that knows which engine a scheme means."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from graph import dialect
from graph.engines.bolt import BoltStore
from graph.errors import SettingsError, StoreUnavailableError
from graph.settings import Settings
from graph.store import Store
from ontology.model import Ontology, load

if TYPE_CHECKING:
    from graph.engines.arcadedb import Server

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

CONNECT_ATTEMPTS = 3
"""How often an embedded engine that dies under our hands is started again."""

_EXPECTED = (
    "embedded:///absolute/folder, bolt://host:7687 or neo4j://host:7687 "
    "(+s for TLS; an optional path names the database)"
)


def open_store(
    url: str, settings: Settings | None = None, *, ontology: Ontology | None = None
) -> Store:
    """Open the graph database that a URL names.

    Args:
        url: ``embedded:///absolute/folder`` starts, or attaches to, the embedded engine on
            that folder. ``bolt://`` and ``neo4j://`` (``+s``, ``+ssc``) connect to a Neo4j
            server; a path names the database (``neo4j://host/archive``).
        settings: User, password and memory; defaults where absent.
        ontology: Labels and relationship types; the project's own where absent.

    Raises:
        SettingsError: The URL is of another form.
        StoreUnavailableError: The engine does not start or does not answer.
    """
    given = settings or Settings()
    words = ontology or load()
    parts = urlsplit(url)
    if parts.scheme == "embedded":
        return _embedded(_folder(url), given, words)
    if parts.scheme not in BOLT_SCHEMES or not parts.hostname:
        raise SettingsError(f"Expected a store URL like {_EXPECTED}; got {_shown(url)!r}.")
    if parts.username or parts.password:
        raise SettingsError(
            "A store URL holds no user or password, because URLs are logged. "
            "Set LACAK_STORE_USER and LACAK_STORE_PASSWORD."
        )
    port = f":{parts.port}" if parts.port else ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return BoltStore(
        f"{parts.scheme}://{host}{port}",
        (given.store_user, given.store_password),
        database=unquote(parts.path.strip("/")),
        dialect=dialect.NEO4J,
        ontology=words,
    )


def _embedded(folder: Path, settings: Settings, ontology: Ontology) -> Store:
    if os.name != "posix":
        raise StoreUnavailableError(
            "The embedded engine needs Linux or macOS. Use a Neo4j server (bolt://host:7687)."
        )
    # Imported here: flock does not exist on Windows.
    from graph.engines import arcadedb

    for attempt in range(1, CONNECT_ATTEMPTS + 1):
        server = arcadedb.attach(folder, heap_mb=settings.heap_mb)
        try:
            return connected(server, ontology)
        except StoreUnavailableError:
            # The engine died between attaching and connecting; attaching starts another.
            server.detach()
            if attempt == CONNECT_ATTEMPTS:
                raise
            time.sleep(0.3)
    raise AssertionError("unreachable: the last attempt returns or raises")


def connected(server: Server, ontology: Ontology) -> Store:
    """Return the store of a running embedded engine; closing it detaches from the server.

    Raises:
        StoreUnavailableError: The server does not answer.
    """
    from graph.engines import runtime
    from graph.engines.sql import SqlEndpoint

    sql = SqlEndpoint(server.http_port, runtime.DATABASE, server.user, server.password)
    return BoltStore(
        server.bolt_url,
        (server.user, server.password),
        database=runtime.DATABASE,
        dialect=dialect.EMBEDDED,
        ontology=ontology,
        run_sql=sql.run,
        on_close=server.detach,
    )


def _folder(url: str) -> Path:
    parts = urlsplit(url)
    folder = Path(unquote(parts.path))
    if parts.netloc or parts.query or parts.fragment or not folder.is_absolute():
        raise SettingsError(f"Expected embedded:///absolute/folder (three slashes), got {url!r}.")
    return folder


def _shown(url: str) -> str:
    """Return a URL without what may be a password."""
    return url if "@" not in url else url.partition("://")[0] + "://…@" + url.rpartition("@")[2]
