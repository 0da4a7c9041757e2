"""The map and the tile grid: every province, shades, routes, hostile names."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from graph.services.territories import Atlas, Leg, Period, Territory
from viz.map import SHADES, legend, plate, render, shade, steps, tiles

HOSTILE = '"><script>alert(1)</script>\u202e{{7*7}}'
CAPTIONS = {"country:MY": HOSTILE}


def territory(code: str, count: int = 0, caption: str = "X", gap: str = "") -> Territory:
    events = tuple(f"evt:{code}-{i}" for i in range(count))
    return Territory(f"region:{code}", caption, "ID", events, events, (), (), (), gap)


@pytest.fixture
def atlas() -> Atlas:
    provinces = [territory(code) for code in plate().shapes]
    provinces[0] = territory("11", 7, HOSTILE, "none")
    legs = (Leg("region:11", "country:MY", ("evt:11-0",)),)
    inland = (Leg("region:12", "region:11", ("evt:11-0", "evt:11-1")),)
    return Atlas(tuple(provinces), inland, legs, 0)


def test_the_plate_holds_38_provinces_inside_its_bounds_and_small():
    drawing = plate()
    assert len(drawing.shapes) == 38
    assert len({s.tile for s in drawing.shapes.values()}) == 38
    assert len({s.iso for s in drawing.shapes.values()}) == 38
    assert sum(len(s.path) for s in drawing.shapes.values()) < 40_000
    for code, shape in drawing.shapes.items():
        assert re.fullmatch(r"(M\d+,\d+l(-?\d+,-?\d+ ?)+z)+", shape.path), code
        assert 0 <= shape.at[0] <= drawing.width
        assert 0 <= shape.at[1] <= drawing.height


@pytest.mark.parametrize("values", [[0], [1], [2, 1], [5, 3, 0], [40, 1, 7], [1000, 999, 1]])
def test_shades_rise_with_values_and_the_legend_covers_every_value(values):
    edges = steps(values)
    found = [shade(v, edges) for v in sorted(values)]
    assert found == sorted(found)
    assert all((n == 0) == (v == 0) for n, v in zip(found, sorted(values), strict=True))
    assert max(found, default=0) < len(SHADES)
    assert len(legend(edges, "id")) == len(edges) + 1


def test_every_province_and_route_is_drawn_with_links_only_where_asked(atlas):
    plain = ET.fromstring(render(atlas, CAPTIONS))
    assert not plain.findall(".//{*}a")
    linked = ET.fromstring(render(atlas, CAPTIONS, address=lambda i: f"/p/{i}"))
    assert {a.get("href") for a in linked.findall(".//{*}a")} == {
        f"/p/region:{code}" for code in plate().shapes
    }
    arrows = [p for p in plain.iter() if p.get("marker-end")]
    assert len(arrows) == 2
    grid = ET.fromstring(tiles(atlas, address=lambda i: f"/p/{i}"))
    assert len(grid.findall(".//{*}a")) == 38


@pytest.mark.parametrize("language", ["id", "en"])
def test_hostile_names_are_text_and_the_period_is_said(atlas, language):
    period = Period("2025-01-01", None)
    for drawn in (
        render(atlas, CAPTIONS, language=language, period=period),
        tiles(atlas, language=language),
    ):
        assert "<script" not in drawn
        assert "\u202e" not in drawn
        assert "{{7*7}}" in "".join(ET.fromstring(drawn).itertext())
    assert "2025-01-01 – …" in render(atlas, CAPTIONS, language=language, period=period)


def test_gaps_are_hatched_not_only_coloured(atlas):
    assert render(atlas, CAPTIONS).count('fill="url(#hatch)" fill-opacity') == 1
    assert tiles(atlas).count("stroke-dasharray") == 1


def test_no_events_give_an_empty_map_and_legend():
    empty = Atlas(tuple(territory(code) for code in plate().shapes), (), (), 0)
    drawn = render(empty, {})
    assert drawn.count('class="shade-0"') == 39
    assert "marker-end" not in drawn
