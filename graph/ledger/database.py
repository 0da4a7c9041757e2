"""Opens the database behind a ledger, with transactions that mean the same on both kinds.

SQLite gets explicit ``BEGIN``s: Python's driver would otherwise run every statement of a
migration, and every query of a backup, in a transaction of its own.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from graph.errors import LedgerError

_WRITING = "lacak_is_writing"
# Any number that no other program on the server is likely to lock.
_WRITERS_LOCK = 7_346_902_341_117_211

_BUSY_SECONDS = 30.0
_RETRY_SECONDS = 0.01
_PRAGMAS = (
    f"busy_timeout={_BUSY_SECONDS * 1000:.0f}",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "cache_size=-65536",
)


class Moment(threading.local):
    """The transaction in which a thread reads, where that outlasts a call."""

    connection: Connection | None = None


def connect(url: str) -> Engine:
    """Return an engine for a ledger's address; nothing is opened yet.

    Args:
        url: SQLAlchemy URL, ``sqlite:///path`` or ``postgresql+psycopg://…``.

    Raises:
        LedgerError: The address is not one we support.
    """
    try:
        parsed = make_url(url)
        kind = parsed.get_backend_name()
        if kind == "sqlite":
            if parsed.database:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            engine = create_engine(parsed)
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)
            return engine
        if kind == "postgresql":
            # Positional parameters on both: rows are then plain tuples.
            engine = create_engine(parsed, paramstyle="format")
            event.listen(engine, "begin", _take_turn)
            return engine
    except (ArgumentError, NoSuchModuleError, OSError) as error:
        raise LedgerError(f"The ledger address {url!r} cannot be used: {error}") from error
    raise LedgerError(
        f"A ledger lives in sqlite:///file or postgresql+psycopg://host/name, not in {kind!r}."
    )


def for_reading(engine: Engine) -> Engine:
    """Return the engine for transactions in which everything read is of one moment."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def for_writing(engine: Engine) -> Engine:
    """Return the engine for transactions that append."""
    return engine.execution_options(**{_WRITING: True})


def use_wal(connection: sqlite3.Connection, seconds: float = _BUSY_SECONDS) -> None:
    """Keep a SQLite file's journal as WAL: it survives kill -9, and readers go on beside a writer.

    SQLite refuses the switch at once, whatever the busy timeout, where two openers of a new
    file attempt it together; one of them has done it by the next attempt.

    Args:
        connection: Open, outside a transaction.
        seconds: How long to go on attempting.

    Raises:
        sqlite3.OperationalError: The file stayed locked, or cannot be written.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # Transactions are opened by `_begin` alone.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    use_wal(connection)


def _begin(connection: Connection) -> None:
    # A reader that turns writer midway fails at once where another wrote in between, so
    # writers take their turn at the beginning.
    is_writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _take_turn(connection: Connection) -> None:
    # One writer at a time, as in SQLite: rows then become visible in the order of their
    # numbers, so that the last number says whether anything was appended.
    if connection.get_execution_options().get(_WRITING, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
