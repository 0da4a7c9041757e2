"""Who did what, by person and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.audit.log import AuditLog, Entry


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
    """
    for sealed in log.entries():
        entry = sealed.entry
        day = entry.when[:10]
        if who is not None and entry.who != who:
            continue
        if day >= first_day and (not last_day or day <= last_day):
            yield entry


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
