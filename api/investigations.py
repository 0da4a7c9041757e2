"""Saved investigations: a name, notes, a view of the canvas, and pinned evidence.

One JSON file each, beside the ledger; what a view shows is read again from the snapshot of
whoever opens it, so that a file never holds more than ids, notes, and addresses. Each
belongs to who saved it; a colleague is handed the exported file.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import msgspec

from graph.errors import ParameterError, UnknownEntityError
from ontology.claim import ID_PATTERN
from ontology.errors import LacakError

MOST: Final = 500
"""Investigations that one person can keep."""

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{12}")
_CLAIM: Final = re.compile(r"[0-9a-f]{32}")


class InvestigationError(ParameterError):
    """An investigation cannot be saved, read, or imported."""

    indonesian = "Penyelidikan ini tidak dapat disimpan, dibaca, atau diimpor."


class UnknownInvestigationError(UnknownEntityError):
    """There is no such investigation, or it is somebody else's."""

    indonesian = "Penyelidikan itu tidak ada, atau milik orang lain."

    def __init__(self, key: str) -> None:
        LacakError.__init__(
            self,
            f"There is no investigation {key!r} of yours. /investigations lists those you saved.",
        )


class Investigation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was saved.

    Attributes:
        key: Its address: ``/investigations/{key}``.
        owner: Name of the principal who saved it.
        name: What the owner calls it. ``notes``: in the owner's words.
        view: The canvas as it stands in an address after ``#``.
        saved: UTC time, ISO 8601; changes with every change.
    """

    key: str
    owner: str
    name: str
    notes: str = ""
    view: str = ""
    saved: str = ""

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids on the canvas."""
        return tuple(i for i in _listed(self.view, "n") if ID_PATTERN.fullmatch(i))

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of pinned claims."""
        return tuple(i for i in _listed(self.view, "e") if _CLAIM.fullmatch(i))


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What comes in to be saved; lengths are limits, not goals."""

    name: str
    notes: str = ""
    view: str = ""

    def __post_init__(self) -> None:
        limits = {"name": 200, "notes": 20_000, "view": 60_000}
        for field, most in limits.items():
            length = len(getattr(self, field))
            if length > most:
                raise InvestigationError(
                    f"{field} holds {length} characters; at most {most} can be kept."
                )
        if not self.name.strip():
            raise InvestigationError("An investigation needs a name. Write one and save again.")


def _listed(view: str, key: str) -> list[str]:
    # A plus is a plus here: the canvas writes no spaces.
    given = parse_qs(view.replace("+", "%2B")).get(key, [""])[0]
    return [part for part in given.split(",") if part]


class Investigations:
    """The investigations kept in a folder.

    Args:
        folder: Made when the first is saved, readable by its owner only.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, owner: str) -> list[Investigation]:
        """Return everything that somebody saved, the latest first.

        Raises:
            InvestigationError: A file cannot be read.
        """
        files = self._folder.glob("*.json") if self._folder.exists() else ()
        found = [self._read(path) for path in files if _KEY.fullmatch(path.stem)]
        mine = [one for one in found if one.owner == owner]
        return sorted(mine, key=lambda one: (one.saved, one.key), reverse=True)

    def get(self, key: str, owner: str) -> Investigation:
        """Return one.

        Raises:
            UnknownInvestigationError: There is none, or it is somebody else's.
        """
        path = self._folder / f"{key}.json"
        if not _KEY.fullmatch(key) or not path.exists():
            raise UnknownInvestigationError(key)
        found = self._read(path)
        if found.owner != owner:
            raise UnknownInvestigationError(key)
        return found

    def save(self, draft: Draft, owner: str, key: str = "") -> Investigation:
        """Keep a draft under a new key, or in place of the one of that key.

        Raises:
            InvestigationError: There are too many.
            UnknownInvestigationError: The one to replace does not exist.
        """
        if key:
            self.get(key, owner)
        elif len(self.of(owner)) >= MOST:
            raise InvestigationError(f"You keep {MOST} investigations. Delete some first.")
        # Twelve letters: no one finds another's by trying.
        made = Investigation(
            key=key or secrets.token_urlsafe(9),
            owner=owner,
            name=draft.name.strip(),
            notes=draft.notes,
            view=draft.view,
            saved=datetime.now(UTC).isoformat(timespec="microseconds"),
        )
        self._write(made)
        return made

    def delete(self, key: str, owner: str) -> None:
        """Delete one.

        Raises:
            UnknownInvestigationError: There is none, or it is somebody else's.
        """
        self.get(key, owner)
        (self._folder / f"{key}.json").unlink(missing_ok=True)

    def _read(self, path: Path) -> Investigation:
        try:
            return msgspec.json.decode(path.read_bytes(), type=Investigation)
        except (OSError, msgspec.DecodeError) as error:
            raise InvestigationError(
                f"The saved investigation {path.name} cannot be read: {error}."
            ) from error

    def _write(self, made: Investigation) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = self._folder / f".{made.key}.{secrets.token_hex(4)}"
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(made)))
        temporary.replace(self._folder / f"{made.key}.json")


def exported(one: Investigation) -> bytes:
    """Return what a colleague can import: everything but key and owner."""
    draft = Draft(one.name, one.notes, one.view)
    return msgspec.json.format(msgspec.json.encode(draft))


def imported(content: bytes) -> Draft:
    """Return the draft that an exported file holds.

    Raises:
        InvestigationError: It is no such file, or too large.
    """
    try:
        return msgspec.json.decode(content, type=Draft)
    except msgspec.DecodeError as error:
        raise InvestigationError(
            f"This is no exported investigation ({error}). Choose a file that Lacak exported."
        ) from error
