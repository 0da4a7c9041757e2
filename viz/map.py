"""The map: provinces shaded by a count of events or agreements, and routes between them.

Drawn on the server as SVG from boundaries that travel with the package (``data/NOTICE``
says whose); nothing is fetched. Colours are written as attributes, so that the file looks
the same in a report; the pages' own style sheet follows light and dark.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

import orjson
from markupsafe import Markup

from graph.services.territories import Atlas, Leg, Period, Territory
from ontology.model import Language
from viz.clean import visible
from viz.page import templates
from viz.view_texts import say

Measure = Literal["interceptions", "agreements", "declarations", "posts", "events"]
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)

SHADES: Final = ("#f4f1ea", "#d3ebe6", "#a3d5cc", "#66b5a9", "#2a8d81", "#0c5f56")
"""Fills from none to most; also classes ``shade-0`` to ``shade-5``."""

_INKS: Final = ("#1c1917", "#1c1917", "#1c1917", "#1c1917", "#ffffff", "#ffffff")
# Countries stand in a row above the map: where they lie says less than which they are.
_STRIP: Final = 150
_BELOW: Final = 84
_MOST_COUNTRIES: Final = 14
_MOST_LEGS: Final = 60
_TILE: Final = (64, 56)


@dataclass(frozen=True, slots=True)
class Shape:
    """A province on the plate: path, mark, place in the tile grid, and ISO 3166-2 code."""

    path: str
    at: tuple[int, int]
    tile: tuple[int, int]
    iso: str


@dataclass(frozen=True, slots=True)
class Plate:
    """The drawing that everything is placed on."""

    width: int
    height: int
    shapes: Mapping[str, Shape]


@cache
def plate() -> Plate:
    """Return the boundaries that travel with the package, by region code."""
    told = orjson.loads((Path(__file__).parent / "data" / "provinces.json").read_bytes())
    shapes = {
        code: Shape(p["path"], tuple(p["at"]), tuple(p["tile"]), p["iso"])
        for code, p in told["provinces"].items()
    }
    return Plate(told["width"], told["height"], shapes)


def steps(values: Sequence[int], most: int = 5) -> tuple[int, ...]:
    """Return the highest value of each shade, ascending; none where all values are zero.

    >>> steps([0, 1, 2, 10]), steps([0, 0]), steps([3])
    ((1, 3, 5, 7, 10), (), (1, 2, 3))
    """
    top = max(values, default=0)
    # Few provinces have many: the lower shades are narrower.
    edges = {max(1, round(top * (k / most) ** 1.4)) for k in range(1, most + 1)}
    return tuple(sorted(edges)) if top else ()


def shade(value: int, edges: Sequence[int]) -> int:
    """Return the shade of a value: 0 for none, else 1 and up."""
    if value == 0:
        return 0
    # Few shades are spread over the whole scale.
    place = next(i for i, edge in enumerate(edges, 1) if value <= edge)
    return place if len(edges) == 5 else min(5, place + (5 - len(edges)) // 2)


def figure(province: Territory, measure: Measure) -> int:
    """Return what is counted of a province."""
    found: tuple[str, ...] = getattr(province, measure)
    return len(found)


def render(
    atlas: Atlas,
    captions: Mapping[str, str],
    *,
    measure: Measure = "interceptions",
    period: Period | None = None,
    language: Language = "id",
    address: Callable[[str], str] | None = None,
) -> Markup:
    """Return the map as one SVG element.

    Args:
        atlas: What is known of the provinces, and the routes.
        captions: Of countries, by id.
        measure: What the shade of a province counts.
        period: As asked for; only said in the heading.
        language: Of every text.
        address: Where a province leads to; without it nothing is a link.
    """
    drawing = plate()
    edges = steps([figure(p, measure) for p in atlas.provinces])
    chosen = [k for k in atlas.abroad if _code(k.start) in drawing.shapes][:_MOST_LEGS]
    boxes = _boxes(chosen, captions, drawing.width)
    content = {
        "width": drawing.width,
        "height": drawing.height + _STRIP + _BELOW,
        "strip": _STRIP,
        "title": say("map_title", language),
        "heading": f"{say(f'measure_{measure}', language)} · {told(period, language)}",
        "provinces": [_province(p, measure, edges, address) for p in atlas.provinces],
        "countries": boxes,
        "inland": [_inland(k, atlas, language) for k in atlas.inland[:_MOST_LEGS]],
        "abroad": [
            _abroad(k, boxes, atlas, captions, language)
            for k in chosen
            if any(b["id"] == k.end for b in boxes)
        ],
        "key": legend(edges, language),
        "say": lambda key: say(key, language),
        "has_gap": any(p.gap for p in atlas.provinces),
    }
    # The template escapes every text; it is ours, and what comes out is markup.
    return Markup(templates().get_template("map.svg.j2").render(content))  # noqa: S704


def tiles(
    atlas: Atlas,
    *,
    measure: Measure = "interceptions",
    language: Language = "id",
    address: Callable[[str], str] | None = None,
) -> Markup:
    """Return the tile grid as one SVG element: every province has the same size."""
    edges = steps([figure(p, measure) for p in atlas.provinces])
    wide, high = _TILE
    content = {
        "width": wide * (1 + max(s.tile[0] for s in plate().shapes.values())),
        "height": high * (1 + max(s.tile[1] for s in plate().shapes.values())),
        "wide": wide,
        "high": high,
        "title": say(f"measure_{measure}", language),
        "provinces": [_province(p, measure, edges, address) for p in atlas.provinces],
        "say": lambda key: say(key, language),
    }
    return Markup(templates().get_template("tiles.svg.j2").render(content))  # noqa: S704


def told(period: Period | None, language: Language) -> str:
    """Return a period in words."""
    if period is None or period.is_open:
        return say("map_all_time", language)
    return say("map_period", language, first=period.first_day or "…", last=period.last_day or "…")


def legend(edges: Sequence[int], language: Language) -> list[dict[str, object]]:
    """Return the shades with the values that they stand for."""
    rows: list[dict[str, object]] = [
        {"shade": 0, "fill": SHADES[0], "text": say("map_zero", language)}
    ]
    low = 1
    for edge in edges:
        number = shade(edge, edges)
        text = str(edge) if edge == low else f"{low}–{edge}"
        rows.append({"shade": number, "fill": SHADES[number], "text": text})
        low = edge + 1
    return rows


def _code(region: str) -> str:
    return region.partition(":")[2]


def _province(
    province: Territory,
    measure: Measure,
    edges: Sequence[int],
    address: Callable[[str], str] | None,
) -> dict[str, object]:
    shape = plate().shapes[_code(province.id)]
    value = figure(province, measure)
    number = shade(value, edges)
    return {
        "id": province.id,
        "caption": visible(province.caption),
        "short": shape.iso.removeprefix("ID-"),
        "path": shape.path,
        "x": shape.at[0],
        "y": shape.at[1] + _STRIP,
        "column": shape.tile[0],
        "row": shape.tile[1],
        "value": value,
        "shade": number,
        "fill": SHADES[number],
        "ink": _INKS[number],
        "gap": province.gap,
        "href": address(province.id) if address else None,
    }


def _boxes(legs: Sequence[Leg], captions: Mapping[str, str], width: int) -> list[dict[str, object]]:
    """Return the countries of destination in a row, those of the west to the left."""
    events: dict[str, set[str]] = {}
    weight: dict[str, list[int]] = {}
    for leg in legs:
        events.setdefault(leg.end, set()).update(leg.events)
        weight.setdefault(leg.end, []).append(plate().shapes[_code(leg.start)].at[0])
    most = sorted(events, key=lambda c: (-len(events[c]), c))[:_MOST_COUNTRIES]
    order = sorted(most, key=lambda c: (sum(weight[c]) / len(weight[c]), c))
    gap = width / max(len(order), 1)
    room = round(min(gap - 6, 220))
    names = {c: visible(captions.get(c, c)) for c in order}
    return [
        {
            "id": country,
            "caption": names[country],
            "count": len(events[country]),
            "x": round(gap * (i + 0.5)),
            "width": room,
            # A letter is about 0.56 of its size wide.
            "size": round(max(11, min(20, (room - 8) / (0.56 * len(names[country])))), 1),
        }
        for i, country in enumerate(order)
    ]


def _inland(leg: Leg, atlas: Atlas, language: Language) -> dict[str, object]:
    start, end = (plate().shapes[_code(i)].at for i in (leg.start, leg.end))
    (ax, ay), (bx, by) = start, end
    # Bent to the left of the way, so that there and back do not lie on each other.
    mx, my = (ax + bx) / 2 + (by - ay) * 0.18, (ay + by) / 2 - (bx - ax) * 0.18
    names = {p.id: p.caption for p in atlas.provinces}
    title = f"{names[leg.start]} → {names[leg.end]}: " + say(
        "map_events_n", language, n=len(leg.events)
    )
    return {
        "path": f"M{ax},{ay + _STRIP}Q{mx:.0f},{my + _STRIP:.0f} {bx},{by + _STRIP}",
        "width": round(_thick(leg) * 0.6, 1),
        "title": visible(title),
    }


def _abroad(
    leg: Leg,
    boxes: Sequence[Mapping[str, object]],
    atlas: Atlas,
    captions: Mapping[str, str],
    language: Language,
) -> dict[str, object]:
    x, y = plate().shapes[_code(leg.start)].at
    box = next(b for b in boxes if b["id"] == leg.end)
    goal = int(str(box["x"]))
    name = next(p.caption for p in atlas.provinces if p.id == leg.start)
    title = f"{name} → {captions.get(leg.end, leg.end)}: " + say(
        "map_events_n", language, n=len(leg.events)
    )
    rise = (y + _STRIP) * 0.45 + 50
    return {
        "path": f"M{x},{y + _STRIP}C{x},{rise:.0f} {goal},{_STRIP:.0f} {goal},104",
        "width": _thick(leg),
        "title": visible(title),
    }


def _thick(leg: Leg) -> float:
    return round(1.4 + 1.5 * math.sqrt(len(leg.events)), 1)
