"""API keys: made once, shown once, kept as a hash.

A key reads ``lacak_<8 hex digits>_<43 characters>``: a public number and 256 random bits.
The file holds scrypt (N = 2¹⁴, r = 8) over an HMAC of those bits, so that a stolen file is
of no use without the key file beside it. A key that was verified once is remembered as an
HMAC in memory; whether it was revoked or has expired is looked up every time.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from api.errors import UnauthenticatedError
from api.security.principal import SCOPES_OF_ROLE, Principal, granted
from graph.errors import KeyFileError, SettingsError

_KEY = re.compile(r"lacak_(?P<id>[0-9a-f]{8})_(?P<secret>[A-Za-z0-9_-]{43})")
_NAME = re.compile(r"[\w.@-][\w .@-]{0,79}")
_N, _R, _P = 2**14, 8, 1
_REMEMBERED: Final = 10_000
_UNKNOWN = "No key like this is in force. Ask the administrator for one: `lacak key add`."

_SCHEMA = """
CREATE TABLE IF NOT EXISTS keys (
  id TEXT PRIMARY KEY, name TEXT UNIQUE, role TEXT, scopes TEXT, territory TEXT,
  salt BLOB, hash BLOB, created TEXT, expires TEXT, revoked TEXT);
CREATE TABLE IF NOT EXISTS ended (session TEXT PRIMARY KEY, until REAL);
"""


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key, which is not the key itself.

    Attributes:
        id: Its public number. ``name``: whose it is; stands in the audit log.
        role: Role it opens.
        scopes: What it allows.
        territory: Ids of regions it is narrowed to; empty for all.
        created, expires, revoked: UTC times, ISO 8601; empty for never.
    """

    id: str
    name: str
    role: str
    scopes: tuple[str, ...]
    territory: tuple[str, ...]
    created: str
    expires: str
    revoked: str

    @property
    def is_in_force(self) -> bool:
        """Neither revoked nor expired."""
        now = datetime.now(UTC).isoformat()
        return not self.revoked and (not self.expires or now < self.expires)

    @property
    def principal(self) -> Principal:
        """Who asks with this key."""
        return Principal(self.name, self.role, frozenset(self.scopes), self.territory)


class KeyRing:
    """The keys of one installation; threads and processes may share the file.

    Args:
        file: SQLite file; made on first use.
        pepper: Secret that every hash is keyed with.

    Raises:
        KeyFileError: The file cannot be used.
    """

    def __init__(self, file: Path, pepper: bytes) -> None:
        self._pepper = pepper
        self._lock = threading.Lock()
        self._verified: dict[bytes, str] = {}
        with _translated(file):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not file.exists():
                file.touch(mode=0o600)
            self._db = sqlite3.connect(
                file, timeout=5.0, isolation_level=None, check_same_thread=False
            )
            self._db.executescript(_SCHEMA)

    def add(
        self,
        name: str,
        role: str,
        *,
        scopes: Sequence[str] = (),
        territory: Sequence[str] = (),
        days: float | None = 365,
    ) -> str:
        """Make a key and return its text, which is not kept and cannot be shown again.

        Args:
            name: Whose it is.
            role: Role it opens.
            scopes: What it allows; empty for all that the role can have.
            territory: Ids of regions to narrow it to; empty for all.
            days: Days until it expires; ``None`` for never.

        Raises:
            SettingsError: Name, role or scopes cannot be used, or the name is taken.
        """
        _check(name, role, scopes)
        now = datetime.now(UTC)
        expires = (now + timedelta(days=days)).isoformat() if days is not None else ""
        number, secret, salt = (
            secrets.token_hex(4),
            secrets.token_urlsafe(32),
            secrets.token_bytes(16),
        )
        row = (
            *(number, name, role, " ".join(sorted(granted(role, scopes)))),
            *(" ".join(territory), salt, self._hash(secret, salt), now.isoformat(), expires, ""),
        )
        with self._lock, _translated("the keys"):
            try:
                self._db.execute("INSERT INTO keys VALUES (?,?,?,?,?,?,?,?,?,?)", row)
            except sqlite3.IntegrityError as error:
                raise SettingsError(
                    f"There is a key for {name!r}, and names stand in the audit log. "
                    "Choose another one."
                ) from error
        return f"lacak_{number}_{secret}"

    def all(self) -> list[Key]:
        """Return every key that was ever made, oldest first."""
        return self._select("ORDER BY created", ())

    def revoke(self, name: str) -> Key:
        """End a key by name or number; requests that use it are refused from now on.

        Raises:
            SettingsError: There is none.
        """
        found = self._select("WHERE name = ? OR id = ?", (name, name))
        if not found:
            raise SettingsError(f"There is no key {name!r}. `lacak key list` shows them.")
        now = datetime.now(UTC).isoformat()
        with self._lock, _translated("the keys"):
            self._db.execute(
                "UPDATE keys SET revoked = ? WHERE id = ? AND revoked = ''", (now, found[0].id)
            )
        return self._select("WHERE id = ?", (found[0].id,))[0]

    @property
    def is_empty(self) -> bool:
        """No key was ever made."""
        return not self.all()

    def is_remembered(self, text: str) -> bool:
        """Tell whether :meth:`find` would answer without the slow hash."""
        return self._digest(text) in self._verified

    def find(self, text: str) -> Key:
        """Return the key of a text.

        Raises:
            UnauthenticatedError: There is none, or it is not in force.
        """
        digest = self._digest(text)
        number = self._verified.get(digest)
        key = self.in_force(number) if number else self._verify(text)
        if len(self._verified) >= _REMEMBERED:
            self._verified.clear()
        self._verified[digest] = key.id
        return key

    def in_force(self, number: str) -> Key:
        """Return a key by number.

        Raises:
            UnauthenticatedError: There is none, or it is not in force.
        """
        found = self._select("WHERE id = ?", (number,))
        if not found or not found[0].is_in_force:
            raise UnauthenticatedError(_UNKNOWN)
        return found[0]

    def end_session(self, session: str, until: float) -> None:
        """Remember that a session was signed out, until it would have ended anyway."""
        with self._lock, _translated("the keys"):
            now = datetime.now(UTC).timestamp()
            self._db.execute("DELETE FROM ended WHERE until < ?", (now,))
            self._db.execute("INSERT OR IGNORE INTO ended VALUES (?,?)", (session, until))

    def is_ended(self, session: str) -> bool:
        """Tell whether a session was signed out."""
        with self._lock, _translated("the keys"):
            found = self._db.execute("SELECT 1 FROM ended WHERE session = ?", (session,))
            return found.fetchone() is not None

    def close(self) -> None:
        """Close the file; closing twice does nothing more."""
        self._db.close()

    def _verify(self, text: str) -> Key:
        parts = _KEY.fullmatch(text)
        if parts is None:
            raise UnauthenticatedError(_UNKNOWN)
        key = self.in_force(parts["id"])
        with self._lock, _translated("the keys"):
            query = "SELECT salt, hash FROM keys WHERE id = ?"
            salt, expected = self._db.execute(query, (key.id,)).fetchone()
        if not hmac.compare_digest(bytes(expected), self._hash(parts["secret"], bytes(salt))):
            raise UnauthenticatedError(_UNKNOWN)
        return key

    def _digest(self, text: str) -> bytes:
        return hmac.digest(self._pepper, b"seen" + text.encode(), hashlib.sha256)

    def _hash(self, secret: str, salt: bytes) -> bytes:
        keyed = hmac.digest(self._pepper, secret.encode(), hashlib.sha256)
        return hashlib.scrypt(keyed, salt=salt, n=_N, r=_R, p=_P, maxmem=2**26, dklen=32)

    def _select(self, where: str, values: tuple[str, ...]) -> list[Key]:
        # The condition is one of ours; only values come from outside, and they are bound.
        query = (
            "SELECT id, name, role, scopes, territory, created, expires, revoked "  # noqa: S608
            f"FROM keys {where}"
        )
        with self._lock, _translated("the keys"):
            rows = self._db.execute(query, values).fetchall()
        return [
            Key(i, n, r, tuple(s.split()), tuple(t.split()), *at) for i, n, r, s, t, *at in rows
        ]


def _check(name: str, role: str, scopes: Sequence[str]) -> None:
    if not _NAME.fullmatch(name):
        raise SettingsError(
            f"{name!r} names nobody: write letters, digits, spaces and . @ - _, at most 80."
        )
    if name.startswith("local"):
        raise SettingsError("Names that begin with 'local' are for the owner of the machine.")
    if role not in SCOPES_OF_ROLE:
        raise SettingsError(f"There is no role {role!r}. Choose {', '.join(SCOPES_OF_ROLE)}.")
    unfit = set(scopes) - SCOPES_OF_ROLE[role]
    if unfit:
        most = ", ".join(sorted(SCOPES_OF_ROLE[role]))
        raise SettingsError(f"The role {role} can have {most}; not {', '.join(sorted(unfit))}.")


@contextmanager
def _translated(what: object) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise KeyFileError(f"The keys cannot be read or written ({what}: {error}).") from error
