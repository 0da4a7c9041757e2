"""What the policy pages show, made from one snapshot: map, ledger, province, trends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from graph.services.citations import captions_of
from graph.services.declarations import Entry, Promise
from graph.services.territories import Atlas, Leg, Period, Territory, day_of
from graph.services.trends import Step, trends
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Language, Ontology
from viz import bars
from viz import map as maps
from viz.explorer.site import address_of
from viz.explorer.texts import TEXTS
from viz.map import Measure

TABS: Final = (
    ("tab_map", "/map"),
    ("tab_coverage", "/coverage"),
    ("tab_ledger", "/declarations"),
    ("tab_counts", "/counts"),
    ("tab_trends", "/trends"),
    ("tab_partnership", "/partnership"),
    ("tab_timeline", "/timeline"),
)
"""Pages for policy staff, in the order of their tabs."""


def page_of_province(province: str) -> str:
    """Return the address of a province's page."""
    return f"/coverage/{province}"


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map in two forms, and as a table; ``routes``: legs with captions of both ends."""

    picture: Markup
    grid: Markup
    rows: tuple[Territory, ...]
    routes: tuple[tuple[str, str, Leg], ...]
    gaps: tuple[Territory, ...]
    undated: int


def map_page(
    atlas: Atlas, snapshot: Snapshot, measure: Measure, period: Period, language: Language
) -> MapPage:
    """Return the page of the map."""
    captions = captions_of(snapshot, {k.end for k in atlas.abroad})
    names = captions | {p.id: p.caption for p in atlas.provinces}
    picture = maps.render(
        atlas,
        captions,
        measure=measure,
        period=period,
        language=language,
        address=page_of_province,
    )
    grid = maps.tiles(atlas, measure=measure, language=language, address=page_of_province)
    legs = (*atlas.abroad, *atlas.inland)
    return MapPage(
        picture=picture,
        grid=grid,
        rows=atlas.provinces,
        routes=tuple((names[k.start], names[k.end], k) for k in legs),
        gaps=tuple(p for p in atlas.provinces if p.gap),
        undated=atlas.undated,
    )


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """What happened in a province beside its agreements, and the routes through it."""

    events: tuple[Node, ...]
    posts: tuple[Node, ...]
    routes: tuple[tuple[str, str, Leg], ...]


def province_page(atlas: Atlas, snapshot: Snapshot, province: Territory) -> ProvincePage:
    """Return events (the latest first), posts and routes of a province."""
    legs = [k for k in (*atlas.abroad, *atlas.inland) if province.id in (k.start, k.end)]
    captions = captions_of(snapshot, {i for k in legs for i in (k.start, k.end)})
    events = snapshot.nodes(province.events)
    events.sort(key=lambda n: (day_of(n) or "", n.id), reverse=True)
    return ProvincePage(
        events=tuple(events),
        posts=tuple(snapshot.nodes(province.posts)),
        routes=tuple((captions[k.start], captions[k.end], k) for k in legs),
    )


def chosen(entries: tuple[Entry, ...], kind: str, province: str, *, gaps: bool) -> list[Entry]:
    """Return the entries of the ledger that a filter lets through."""
    return [
        e
        for e in entries
        if (not kind or e.class_name == kind)
        and (not province or province in e.provinces)
        and (not gaps or e.is_gap)
    ]


def state_of(promise: Promise, language: Language) -> str:
    """Return the state of a commitment in words."""
    return TEXTS[f"state_{promise.state}"].in_(language).format(day=promise.deadline)


def charts(
    snapshot: Snapshot, ontology: Ontology, step: Step, language: Language
) -> tuple[list[tuple[str, Markup, int, int]], int]:
    """Return title, drawing, sum and undated of every series, and the undated of events."""
    found = trends(snapshot, ontology, step)
    drawn = []
    for one in found:
        title = TEXTS[f"trend_{one.name}"].in_(language)
        total = sum(one.values)
        drawn.append((title, bars.render(one, f"{title}: {total}"), total, one.undated))
    return drawn, sum(t.undated for t in found if t.name != "documents")


@dataclass(frozen=True, slots=True)
class CountRow:
    """One claimed count with its bounds; ``rule``: notation of the rule that places it."""

    id: str
    claimed: str
    unit: str
    window: str
    area: str
    claimant: str
    at_least: int | None
    rule: str


def count_rows(
    rows: list[dict[str, object]], ontology: Ontology, language: Language
) -> list[CountRow]:
    """Return rows of the question ``counts_reconciled``, ready to be read."""
    units = ontology.scheme("count-units").concepts
    found = []
    for row in rows:
        lower, upper = row.get("lower"), row.get("upper")
        unit = units.get(str(row.get("unit")))
        at_least = row.get("at_least")
        found.append(
            CountRow(
                id=str(row["count_id"]),
                claimed=_bounds(lower, upper),
                unit=unit.label.in_(language) if unit else str(row.get("unit") or ""),
                window=str(row.get("window") or ""),
                area=_joined(row.get("area")),
                claimant=_joined(row.get("claimant")),
                at_least=at_least if isinstance(at_least, int) else None,
                rule=str(row.get("lower_bound_rule") or ""),
            )
        )
    return found


def _bounds(lower: object, upper: object) -> str:
    if lower == upper:
        return str(lower)
    if upper is None:
        return f"≥ {lower}"
    return f"≤ {upper}" if lower is None else f"{lower}–{upper}"


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def largest(rows: list[CountRow]) -> int | None:
    """Return the safe lower bound of all: the largest, since figures may overlap."""
    return max((r.at_least for r in rows if r.at_least is not None), default=None)


def looks() -> Mapping[str, object]:
    """Return what the templates of these pages share."""
    return {"tabs": TABS, "address_of": address_of}
