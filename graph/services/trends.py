"""How much is on record per month, quarter or year; what has no day is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from graph.services.territories import day_of
from graph.snapshots import Snapshot
from ontology.model import Ontology

Step = Literal["month", "quarter", "year"]

SERIES: Final[dict[str, tuple[str, ...]]] = {
    "interceptions": ("Interception",),
    "agreements": ("Agreement",),
    "arrests": ("Arrest", "Raid"),
    "verdicts": ("Verdict",),
    "licences": ("LicenceAction",),
    "returns": ("Repatriation", "Deportation"),
}
"""Classes counted in each series; the documents behind them all are added as context."""

_FIRST_YEAR: Final = "2000"


@dataclass(frozen=True, slots=True)
class Trend:
    """One series.

    Attributes:
        name: Key of :data:`SERIES`, or ``documents``.
        periods: Labels in order, without gaps, the same in every series.
        values: How many began in each period.
        undated: How many have no day.
    """

    name: str
    periods: tuple[str, ...]
    values: tuple[int, ...]
    undated: int


def trends(snapshot: Snapshot, ontology: Ontology, step: Step = "quarter") -> tuple[Trend, ...]:
    """Return every series over the same periods, from the first event to the last."""
    days: dict[str, list[str | None]] = {}
    for name, classes in SERIES.items():
        wanted = [c for base in classes for c in ontology.descendants(base)]
        days[name] = [day_of(n) for n in snapshot.nodes_of_class(wanted)]
    known = [d for found in days.values() for d in found if d and d >= _FIRST_YEAR]
    if not known:
        return ()
    periods = span(min(known), max(known), step)
    days["documents"] = _published(snapshot, ontology)
    return tuple(_trend(name, found, periods, step) for name, found in days.items())


def _published(snapshot: Snapshot, ontology: Ontology) -> list[str | None]:
    nodes = snapshot.nodes_of_class(ontology.descendants("Document"))
    known = {d.id: d.published for d in snapshot.documents([n.id for n in nodes])}
    return [known.get(n.id) or None for n in nodes]


def _trend(name: str, days: Iterable[str | None], periods: tuple[str, ...], step: Step) -> Trend:
    listed = list(days)
    counted = Counter(period_of(d, step) for d in listed if d)
    return Trend(name, periods, tuple(counted[p] for p in periods), sum(d is None for d in listed))


def period_of(day: str, step: Step) -> str:
    """Return the label of the period that a day is in.

    >>> period_of("2025-08-06", "quarter"), period_of("2025-08-06", "month")
    ('2025-Q3', '2025-08')
    """
    if step == "year":
        return day[:4]
    # A year alone belongs to its first month, as its first day does.
    month = int(day[5:7] or 1)
    return f"{day[:4]}-Q{(month + 2) // 3}" if step == "quarter" else f"{day[:4]}-{month:02}"


def span(first: str, last: str, step: Step) -> tuple[str, ...]:
    """Return the labels of all periods from one day to another.

    >>> span("2024-11-01", "2025-02-01", "quarter")
    ('2024-Q4', '2025-Q1')
    """
    begin = int(first[:4]) * 12 + int(first[5:7]) - 1
    end = int(last[:4]) * 12 + int(last[5:7]) - 1
    days = (f"{m // 12:04}-{m % 12 + 1:02}-01" for m in range(begin, end + 1))
    return tuple(dict.fromkeys(period_of(d, step) for d in days))
