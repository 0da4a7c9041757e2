"""Backup and restore of a ledger: one compressed file that carries its own checksums.

The format is ours and independent of the database: JSON lines of documents, claims, blocks
(bytes in base 64) and decisions with their recorded times, gzip-compressed, closed by a line
with counts and a SHA-256 of everything before it. A backup of SQLite restores into PostgreSQL
and back.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import orjson
from sqlalchemy import LargeBinary, Table, select

from graph.batches import batches
from graph.errors import LedgerError
from graph.ledger import schema
from graph.ledger.ledger import BATCH, Ledger
from graph.ledger.rows import Values

FORMAT = "lacak-ledger-1"


class Footer(msgspec.Struct, frozen=True):
    """Last line of a backup; without it the file was cut short."""

    format: str
    counts: dict[str, int]
    sha256: str


def backup(ledger: Ledger, path: Path) -> dict[str, int]:
    """Write every row to a file, atomically; return the counts of the ledger.

    Raises:
        LedgerError: The ledger cannot be read or the file cannot be written.
    """
    temporary = path.with_name(path.name + ".part")
    try:
        with temporary.open("wb") as raw:
            counts = _write(ledger, raw)
            raw.flush()
            # A backup that only the page cache has is none.
            os.fsync(raw.fileno())
        temporary.replace(path)
    except OSError as error:
        raise LedgerError(f"The backup {path} cannot be written: {error.strerror}.") from error
    finally:
        # Where its folder is none, there is nothing to remove.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return counts


def _write(ledger: Ledger, raw: BinaryIO) -> dict[str, int]:
    counts = {str(t.name): 0 for t in schema.APPEND_ONLY if t is not schema.blocks}
    digest = hashlib.sha256()
    # Neither name nor time in the header: one ledger gives one file, byte for byte.
    with gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as file:
        for table, row in _rows(ledger):
            line = orjson.dumps({"table": table.name, **row}) + b"\n"
            digest.update(line)
            file.write(line)
            # A block counts as the claims that it holds.
            kind, number = ("claims", row["claims"]) if "claims" in row else (table.name, 1)
            counts[str(kind)] += int(str(number))
        file.write(msgspec.json.encode(Footer(FORMAT, counts, digest.hexdigest())) + b"\n")
    return counts


def _rows(ledger: Ledger) -> Iterator[tuple[Table, dict[str, object]]]:
    # One transaction: the backup is of one moment.
    with ledger.reading() as connection:
        streaming = connection.execution_options(yield_per=BATCH)
        for table in schema.APPEND_ONLY:
            order = table.c.seq if "seq" in table.c else table.c.id
            for row in streaming.execute(select(table).order_by(order)).mappings():
                yield table, {str(k): _plain(v) for k, v in row.items() if k != "seq"}


def _plain(value: object) -> object:
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _values(table: Table, row: Mapping[str, Any]) -> Values:  # as JSON has it
    """Return the values of a row of a backup, in order of its table's columns."""
    return tuple(
        b64decode(row[c.name]) if isinstance(c.type, LargeBinary) else row[c.name]
        for c in table.c
        if c.name != "seq"
    )


def verify(path: Path) -> dict[str, int]:
    """Check a backup without restoring it; return the counts of its ledger.

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
        footer = msgspec.json.decode(previous or b"", type=Footer)
    except (OSError, EOFError, zlib.error, msgspec.DecodeError) as error:
        raise LedgerError(f"{path} is not a whole backup: {error}") from error
    if footer.format != FORMAT:
        raise LedgerError(f"{path} does not end as a {FORMAT} backup does; it was cut short.")
    if footer.sha256 != digest.hexdigest():
        raise LedgerError(f"{path} was changed after it was written: its checksum differs.")
    return footer.counts


def restore(ledger: Ledger, path: Path) -> dict[str, int]:
    """Fill an empty ledger from a backup; return its counts.

    Raises:
        LedgerError: The backup is damaged, or the ledger is not empty.
    """
    counts = verify(path)
    if any(ledger.counts().values()):
        raise LedgerError("Restore needs an empty ledger. Set LACAK_HOME to a new folder.")
    tables = {str(t.name): t for t in schema.APPEND_ONLY}
    with gzip.open(path, "rb") as file, ledger.appending() as connection:
        for lines in batches(file, BATCH):
            rows: dict[str, list[Values]] = {name: [] for name in tables}
            for line in lines:
                row = orjson.loads(line)
                # The last line is the footer, which belongs to no table.
                if "table" in row:
                    name = row["table"]
                    rows[name].append(_values(tables[name], row))
            for name, table in tables.items():
                ledger.insert(connection, table, rows[name])
    return counts
