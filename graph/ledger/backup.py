"""Backup and restore of a ledger: one compressed file that carries its own checksums.

The format is ours and independent of the database: JSON lines of documents, claims and
decisions with their recorded times, gzip-compressed, closed by a line with counts and a
SHA-256 of everything before it. A backup of SQLite restores into PostgreSQL and back.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import orjson
from sqlalchemy import Table, insert, select
from sqlalchemy.exc import DBAPIError

from graph.batches import batches
from graph.errors import LedgerError
from graph.ledger import schema
from graph.ledger.ledger import BATCH, Ledger

FORMAT = "lacak-ledger-1"


def backup(ledger: Ledger, path: Path) -> dict[str, int]:
    """Write every row to a file, atomically; return the number of rows by table.

    Raises:
        LedgerError: The ledger cannot be read or the file cannot be written.
    """
    temporary = path.with_name(path.name + ".part")
    counts = {str(t.name): 0 for t in schema.APPEND_ONLY}
    digest = hashlib.sha256()
    try:
        with gzip.open(temporary, "wb", compresslevel=6) as file:
            for table, row in _rows(ledger):
                line = orjson.dumps({"table": table.name, **row}) + b"\n"
                digest.update(line)
                file.write(line)
                counts[str(table.name)] += 1
            footer = {"format": FORMAT, "counts": counts, "sha256": digest.hexdigest()}
            file.write(orjson.dumps(footer) + b"\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise LedgerError(f"The backup {path} cannot be written: {error}") from error
    return counts


def _rows(ledger: Ledger) -> Iterator[tuple[Table, dict[str, object]]]:
    # One connection, one transaction: the backup is of one moment.
    with ledger.engine.connect().execution_options(yield_per=BATCH) as connection:
        for table in schema.APPEND_ONLY:
            order = table.c.seq if "seq" in table.c else table.c.id
            for row in connection.execute(select(table).order_by(order)).mappings():
                yield table, {str(k): v for k, v in row.items() if k != "seq"}


def verify(path: Path) -> dict[str, int]:
    """Check a backup without restoring it; return its number of rows by table.

    Raises:
        LedgerError: The file is no backup, was cut short, or was changed.
    """
    digest = hashlib.sha256()
    previous: bytes | None = None
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                if previous is not None:
                    digest.update(previous)
                previous = line
        footer = orjson.loads(previous or b"")
    except (OSError, EOFError, orjson.JSONDecodeError) as error:
        raise LedgerError(f"{path} is not a whole backup: {error}") from error
    if not isinstance(footer, dict) or footer.get("format") != FORMAT:
        raise LedgerError(f"{path} does not end as a {FORMAT} backup does; it was cut short.")
    if footer["sha256"] != digest.hexdigest():
        raise LedgerError(f"{path} was changed after it was written: its checksum differs.")
    return {str(k): int(v) for k, v in footer["counts"].items()}


def restore(ledger: Ledger, path: Path) -> dict[str, int]:
    """Fill an empty ledger from a backup; return the number of rows by table.

    Raises:
        LedgerError: The backup is damaged, or the ledger is not empty.
    """
    counts = verify(path)
    if any(ledger.counts().values()):
        raise LedgerError("Restore needs an empty ledger. Set LACAK_HOME to a new folder.")
    tables = {table.name: table for table in schema.APPEND_ONLY}
    try:
        with gzip.open(path, "rb") as file, ledger.engine.begin() as connection:
            for lines in batches(file, BATCH):
                rows = [orjson.loads(line) for line in lines]
                for name, table in tables.items():
                    chosen = [
                        {k: v for k, v in row.items() if k != "table"}
                        for row in rows
                        if row.get("table") == name
                    ]
                    if chosen:
                        connection.execute(insert(table), chosen)
    except DBAPIError as error:
        raise LedgerError(f"The backup could not be restored: {error.orig}") from error
    return counts
