"""Timelines: bars that end, bars that fade, marks, hostile names, many rows."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from graph.services.timeline import Span, Timeline
from ontology.model import Text
from viz.timeline import MOST_ROWS, render

EVENT = Span("enforcement", "evt:a", "Penggagalan", "Interception", "2025-08-06", "2025-08-06")
LICENCE = Span(
    "licence", "evt:l", "SIP3MI", "LicenceAction", "2024-01-01", "2025-01-01", "suspended"
)
STAGE = Span("stages", "per:x", "AH (45)", "Person", "2024-05-01", None, "suspect", row="AH (45)")
TODAY = "2026-11-22"


def of(*spans: Span, undated: int = 0) -> Timeline:
    return Timeline("case:a", "Perkara", "Case", spans, undated)


def draw(ontology, found, **given) -> ET.Element:
    return ET.fromstring(render(found, ontology, today=TODAY, **given))


def rects(drawn: ET.Element) -> list[ET.Element]:
    return [r for r in drawn.iter("{http://www.w3.org/2000/svg}rect") if r.get("rx") == "4"]


def width(ontology, span: Span) -> float:
    # A second span fixes the scale.
    anchors = (replace(EVENT, start="2020-01-01"), replace(EVENT, start="2026-11-22"))
    (bar,) = rects(draw(ontology, of(span, *anchors)))
    return float(bar.get("width"))


def test_a_stage_that_nobody_confirms_ends_after_a_year_and_fades(ontology):
    open_bar = width(ontology, replace(STAGE, until="2025-05-01"))
    year = width(ontology, replace(STAGE, end="2025-05-01"))
    assert open_bar == pytest.approx(year, abs=1)
    assert "url(#fade)" in render(of(STAGE), ontology, today=TODAY)
    assert "url(#fade)" not in render(of(replace(STAGE, end="2024-09-01")), ontology, today=TODAY)


def test_a_stage_dated_by_its_source_says_that_it_held_by_then(ontology):
    told = replace(STAGE, is_told=True)
    assert "≤ tersangka" in render(of(told), ontology, today=TODAY)
    assert "≤" not in "".join(draw(ontology, of(replace(STAGE, end="2024-09-01"))).itertext())


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_stale_stage_says_so_on_its_bar(ontology, language):
    note = Text("usang: sejak 2024", "stale: since 2024")
    drawn = render(of(replace(STAGE, note=note)), ontology, today=TODAY, language=language)
    assert note.in_(language) in drawn
    assert note.in_(language) not in render(of(STAGE), ontology, today=TODAY, language=language)


def test_what_is_only_reported_looks_like_a_report(ontology):
    (said,) = rects(draw(ontology, of(replace(STAGE, concept="reported-as-convicted"))))
    (reported,) = rects(draw(ontology, of(replace(STAGE, concept="reported"))))
    (convicted,) = rects(draw(ontology, of(replace(STAGE, concept="convicted"))))
    assert said.get("fill") == reported.get("fill") != convicted.get("fill")


def test_stages_of_one_person_share_a_row_and_events_have_their_own(ontology):
    later = replace(STAGE, start="2024-09-01", concept="defendant")
    first, second = rects(draw(ontology, of(replace(STAGE, end="2024-09-01"), later)))
    assert first.get("y") == second.get("y")
    drawn = draw(ontology, of(EVENT, replace(EVENT, entity="evt:b")))
    assert len({c.get("cy") for c in drawn.iter("{http://www.w3.org/2000/svg}circle")}) == 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_span_is_titled_in_the_language(ontology, language):
    drawn = draw(ontology, of(EVENT, LICENCE, STAGE), language=language)
    titles = [t.text for t in drawn.iter("{http://www.w3.org/2000/svg}title")]
    label = ontology.scheme("licence-actions").concepts["suspended"].label.in_(language)
    assert any(label in t and "2024-01-01 – 2025-01-01" in t for t in titles)
    assert len(titles) == 3


def test_alleged_is_never_drawn_like_a_fact(ontology):
    plain = render(of(EVENT), ontology, today=TODAY)
    alleged = render(of(replace(EVENT, modality="alleged")), ontology, today=TODAY)
    assert "stroke-dasharray" not in plain
    assert "stroke-dasharray" in alleged
    assert "diduga" in alleged


def test_hostile_captions_are_text(ontology):
    hostile = '"><script>alert(1)</script>\u202e'
    found = replace(
        of(replace(EVENT, caption=hostile), replace(STAGE, row=hostile)), caption=hostile
    )
    drawn = render(found, ontology, today=TODAY, address=lambda i: f"/e/{i}")
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    ET.fromstring(drawn)


def test_rows_are_capped_and_what_is_left_out_is_said(ontology):
    spans = [replace(EVENT, entity=f"evt:{i}") for i in range(MOST_ROWS + 5)]
    drawn = draw(ontology, of(*spans, undated=3))
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == MOST_ROWS
    told = "".join(drawn.itertext())
    assert "5 lagi" in told
    assert "3 tanpa tanggal" in told


def test_an_empty_timeline_says_so(ontology):
    assert "Tidak ada yang bertanggal" in render(of(), ontology, today=TODAY)
