"""Checks an audit log against its key and against a head that was exported earlier."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from api.audit.log import START, AuditLog, Sealed, seal_of
from api.errors import AuditError


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a log ended at some moment; kept elsewhere, it shows a cut.

    Attributes:
        entries: How many there were.
        seal: Seal of the last one, in hexadecimal.
    """

    entries: int
    seal: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as the key sealed it.

    Attributes:
        number: Number of the entry; 0 for the log as a whole.
        message: What is wrong, in one sentence.
    """

    number: int
    message: str


def head(log: AuditLog) -> Head:
    """Return where the log ends now."""
    entries, seal = log.end()
    return Head(entries, seal.hex())


def read_head(path: Path) -> Head:
    """Return the head in a file that ``lacak audit head`` wrote.

    Raises:
        AuditError: There is none.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Head)
    except (OSError, msgspec.MsgspecError) as error:
        raise AuditError(f"{path} holds no head of an audit log: {error}.") from error


def check(log: AuditLog, known: Head | None = None) -> list[Problem]:
    """Return everything that is wrong with a log; nothing, if it is whole.

    Args:
        log: The log, with its key.
        known: A head that was exported earlier.
    """
    problems: list[Problem] = []
    number, before, at_head = 0, START, START
    for sealed in log.entries():
        problems += _entry_problems(log.key, sealed, number, before)
        number, before = sealed.number, sealed.seal
        if known is not None and number == known.entries:
            at_head = before
    if known is not None:
        problems += _head_problems(known, number, at_head)
    return problems


def _entry_problems(key: bytes, sealed: Sealed, number: int, before: bytes) -> Iterator[Problem]:
    if sealed.number != number + 1:
        yield Problem(sealed.number, f"Entries {number + 1} to {sealed.number - 1} are missing.")
    expected = seal_of(key, before, sealed.number, sealed.body)
    if not hmac.compare_digest(sealed.seal, expected):
        told = "was edited, inserted or moved, or the one before it was."
        yield Problem(sealed.number, f"Entry {sealed.number} {told}")


def _head_problems(known: Head, number: int, at_head: bytes) -> Iterator[Problem]:
    if number < known.entries:
        told = f"The log ends at entry {number}; it had {known.entries} when its head was exported."
        yield Problem(0, told)
    elif at_head.hex() != known.seal and known.entries:
        yield Problem(known.entries, f"Entry {known.entries} is not the one of the exported head.")
