"""Who did what, by person and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from api.audit.log import AuditLog, Entry
from graph.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Summary:
    """What one person did in a period.

    Attributes:
        who: The person.
        actions: How often, by action.
        identities: Ids of the people whose identity was read, each with the purposes stated.
        first, last: UTC times of the first and the last entry.
    """

    who: str
    actions: dict[str, int]
    identities: dict[str, tuple[str, ...]]
    first: str
    last: str


def select(
    log: AuditLog, *, who: str | None = None, first_day: str = "", last_day: str = ""
) -> Iterator[Entry]:
    """Yield the entries of a person and a period, oldest first.

    Args:
        log: The log.
        who: The person; everybody where absent.
        first_day: ISO day (UTC); entries of that day belong to the period.
        last_day: ISO day (UTC); entries of that day belong to the period.

    Raises:
        ParameterError: A day is none, the period ends before it begins, or the log has nobody
            of that name: nothing found would look like nothing done.
    """
    for day in filter(None, (first_day, last_day)):
        _check_day(day)
    if last_day and first_day > last_day:
        raise ParameterError(
            f"The period ends before it begins: --from {first_day} --to {last_day}."
        )
    known = set()
    for sealed in log.entries():
        entry = sealed.entry
        day = entry.when[:10]
        known.add(entry.who)
        if who is not None and entry.who != who:
            continue
        if day >= first_day and (not last_day or day <= last_day):
            yield entry
    if who is not None and who not in known:
        near = get_close_matches(who, known, 3, 0.5)
        told = f" Nearest: {', '.join(near)}." if near else ""
        raise ParameterError(f"The audit log has nothing of {who!r}.{told}")


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise ParameterError(f"{day!r} is no day; write YYYY-MM-DD.") from error


def summarize(entries: Iterable[Entry]) -> list[Summary]:
    """Return one summary per person, in order of name."""
    by_person: dict[str, list[Entry]] = {}
    for entry in entries:
        by_person.setdefault(entry.who, []).append(entry)
    return [_summary(who, found) for who, found in sorted(by_person.items())]


def _summary(who: str, entries: list[Entry]) -> Summary:
    purposes: dict[str, set[str]] = {}
    for entry in entries:
        for identity in _identities(entry):
            purposes.setdefault(identity, set()).add(entry.purpose)
    return Summary(
        who=who,
        actions=dict(sorted(Counter(e.action for e in entries).items())),
        identities={k: tuple(sorted(v)) for k, v in sorted(purposes.items())},
        first=min(e.when for e in entries),
        last=max(e.when for e in entries),
    )


def _identities(entry: Entry) -> list[str]:
    if entry.outcome != "ok":
        return []
    among = entry.detail.get("identities", "").split()
    return [entry.subject, *among] if entry.action == "identity" else among
