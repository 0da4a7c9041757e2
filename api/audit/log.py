"""The audit log: an append-only chain of entries, each sealed with a key over all before it.

Entry *n* carries ``HMAC-SHA256(key, seal of n-1 ‖ n ‖ body)``, so an entry that is edited,
deleted, inserted or moved breaks every seal from there on, and nobody without the key can
mend them. What a chain cannot show by itself is that its end was cut off; a head that was
exported earlier (:func:`api.audit.check.check`) shows that too.

The log refuses to open when it cannot do its work: its key without its file, its file
without its key, or a last entry that the key did not seal.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from api.errors import AuditError
from graph.keyfiles import create_key, read_key
from graph.ledger.database import use_wal

BUSY_SECONDS: Final = 5.0
"""How long an entry waits for another process that is writing one."""

START: Final = bytes(32)
"""What stands in the place of a seal before the first entry."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, body BLOB, seal BLOB);
CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON entries
BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON entries
BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;
"""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that somebody did.

    Attributes:
        who: Name of the key, subject of the token, or ``local:`` and the user's name.
        role: Role in which it was done.
        action: ``identity`` (somebody's identity was read), ``read``, ``query``, ``cypher``,
            ``sparql``, ``search``, ``network``, ``export``, ``review``, ``sign-in``,
            ``sign-out``, ``key``.
        subject: What it was done to: name of a query, id of an entity, text of a search.
        purpose: What for, in the words of whoever did it.
        channel: ``api``, ``page`` or ``cli``.
        outcome: ``ok``, or the class of the error.
        detail: Parameters, counts, the request's id.
        when: UTC time, ISO 8601 with microseconds; set by the log.
    """

    who: str
    role: str
    action: str
    subject: str
    purpose: str = ""
    channel: str = "api"
    outcome: str = "ok"
    detail: dict[str, str] = {}
    when: str = ""


class Sealed(msgspec.Struct, frozen=True):
    """An entry as it stands in the log: its number from 1, its bytes, and its seal."""

    number: int
    body: bytes
    seal: bytes

    @property
    def entry(self) -> Entry:
        """What the bytes say.

        Raises:
            AuditError: They are no entry.
        """
        try:
            return msgspec.json.decode(self.body, type=Entry)
        except msgspec.MsgspecError as error:
            raise AuditError(f"Entry {self.number} of the audit log is damaged.") from error


def seal_of(key: bytes, before: bytes, number: int, body: bytes) -> bytes:
    """Return the seal of an entry that follows one with the seal ``before``."""
    return hmac.digest(key, before + number.to_bytes(8) + body, hashlib.sha256)


class AuditLog:
    """An audit log, open for appending and reading; threads and processes may share it.

    Args:
        file: SQLite file of the entries.
        key_file: File of the key, kept where readers of the log cannot read it.
        is_checked: Refuse a log whose last entry the key did not seal; only who looks for
            what was changed opens it all the same.

    Raises:
        AuditError: Log or key is missing, or the last entry does not fit the key.
        KeyFileError: The key is readable by others or damaged.
    """

    def __init__(self, file: Path, key_file: Path, *, is_checked: bool = True) -> None:
        self._key = _key(file, key_file)
        self._lock = threading.Lock()
        with _translated(file):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not file.exists():
                file.touch(mode=0o600)
            self._db = sqlite3.connect(
                file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            use_wal(self._db, BUSY_SECONDS)
            # An entry is on the disk before what it tells of is answered.
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(_SCHEMA)
        if is_checked:
            self._check_end()

    @property
    def key(self) -> bytes:
        """The key that seals entries."""
        return self._key

    def append(self, entry: Entry) -> int:
        """Add an entry and return its number; it is kept when this returns.

        Raises:
            AuditError: It cannot be kept; what it tells of must not be done.
        """
        stamped = msgspec.structs.replace(entry, when=datetime.now(UTC).isoformat())
        body = msgspec.json.encode(stamped, order="deterministic")
        with self._lock, _translated("the log"):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                number, before = self.end()
                seal = seal_of(self._key, before, number + 1, body)
                self._db.execute("INSERT INTO entries VALUES (?,?,?)", (number + 1, body, seal))
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
        return number + 1

    def entries(self) -> Iterator[Sealed]:
        """Yield every entry in order of its number."""
        with _translated("the log"):
            found = self._db.execute("SELECT number, body, seal FROM entries ORDER BY number")
            for number, body, seal in found:
                yield Sealed(number, _bytes(body), _bytes(seal))

    def end(self) -> tuple[int, bytes]:
        """Return number and seal of the last entry; 0 and :data:`START` before the first."""
        query = "SELECT number, seal FROM entries ORDER BY number DESC LIMIT 1"
        found = self._db.execute(query).fetchone()
        return (int(found[0]), _bytes(found[1])) if found else (0, START)

    def close(self) -> None:
        """Close the file; closing twice does nothing more."""
        self._db.close()

    def _check_end(self) -> None:
        with _translated("the log"):
            query = "SELECT number, body, seal FROM entries ORDER BY number DESC LIMIT 2"
            found = [Sealed(n, _bytes(b), _bytes(s)) for n, b, s in self._db.execute(query)]
        if not found:
            return
        last, before = found[0], found[1].seal if len(found) > 1 else START
        if not hmac.compare_digest(last.seal, seal_of(self._key, before, last.number, last.body)):
            raise AuditError(
                f"The key did not seal the last entry ({last.number}) of the audit log. "
                "`lacak audit verify` shows where it was changed."
            )


def _bytes(stored: object) -> bytes:
    """Return what stands in a cell, of whatever type somebody made it."""
    return stored if isinstance(stored, bytes) else str(stored).encode()


def _key(file: Path, key_file: Path) -> bytes:
    if file.exists():
        return read_key(key_file)
    if key_file.exists():
        raise AuditError(
            f"There is a key {key_file} but no audit log {file}: somebody removed it. Bring it "
            "back from its backup, or move the key away to begin a new log."
        )
    return create_key(key_file)


@contextmanager
def _translated(what: object) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise AuditError(f"The audit log cannot be kept ({what}: {error}).") from error
