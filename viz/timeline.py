"""A timeline as SVG: licences and legal stages as bars, events as marks, one row each.

Drawn on the server; colours are attributes, as in :mod:`viz.map`. A bar whose end nobody
knows fades out in dashes instead of running on as if it still held.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from graph.services.stages import worded
from graph.services.timeline import Span, Timeline
from ontology.model import Language, Ontology
from viz.clean import visible
from viz.marks import wrap
from viz.page import templates
from viz.view_texts import say

MOST_ROWS: Final = 70
"""Rows in one drawing; the table beside it has all."""

GROUPS: Final = ("licence", "stages", "enforcement", "agreements", "cases", "posts", "other")

_COLORS: Final[Mapping[str, str]] = {
    # States under which a company may not (fully) work, and stages under suspicion, are warm.
    **dict.fromkeys(("issued", "extended", "restored"), "#2a8d81"),
    **dict.fromkeys(("suspended", "warned"), "#d27a12"),
    **dict.fromkeys(("revoked", "expired"), "#991b3d"),
    **dict.fromkeys(("reported", "questioned"), "#a6a19c"),
    **dict.fromkeys(("suspect", "detained", "wanted"), "#d6812f"),
    "defendant": "#ad5a14",
    "convicted": "#782323",
    **dict.fromkeys(("acquitted", "case-closed"), "#2a8d81"),
}
_WIDTH, _LEFT, _RIGHT = 1200.0, 24.0, 24.0
_TOP, _ROW, _HEAD = 62.0, 25.0, 32.0
_LETTER = 6.9


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to pixels."""

    first: date
    last: date

    def at(self, day: str | date) -> float:
        """Return the place of a day."""
        when = date.fromisoformat(day) if isinstance(day, str) else day
        share = (when - self.first).days / max((self.last - self.first).days, 1)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)


def render(
    found: Timeline,
    ontology: Ontology,
    *,
    language: Language = "id",
    today: str,
    address: Callable[[str], str] | None = None,
) -> Markup:
    """Return the timeline as one SVG element.

    Args:
        found: What happened.
        ontology: Labels and colours.
        language: Of every text.
        today: ISO day up to which open bars are drawn: that of the data.
        address: Where an entity leads to; without it nothing is a link.
    """
    rows = _rows(found)
    shown = rows[:MOST_ROWS]
    scale = _scale([s for _, spans in shown for s in spans], today)
    content: dict[str, object] = {
        "title": f"{say('timeline_title', language)}: {visible(found.caption)}",
        "width": _WIDTH,
        "ticks": _ticks(scale),
        "items": [],
        "heads": [],
        "notes": _notes(found, len(rows) - len(shown), language),
        "alleged": say("timeline_alleged", language),
        "is_alleged": any(s.modality not in ("stated", "reported", "quoted") for s in found.spans),
        "is_open": any(s.is_bar and s.end is None for s in found.spans),
        "open": say("timeline_open", language),
    }
    y = _TOP
    heads: list[dict[str, object]] = []
    items: list[dict[str, object]] = []
    group = ""
    for name, spans in shown:
        if spans[0].group != group:
            group = spans[0].group
            y += _HEAD
            heads.append({"y": y - 8, "text": say(f"timeline_{group}", language)})
        if name:
            items.append(_caption(name, y, scale, spans))
        items += [_item(s, y, scale, ontology, language, today, address, name) for s in spans]
        y += _ROW
    content |= {"heads": heads, "items": items, "bottom": y + 4, "height": y + 62}
    return Markup(templates().get_template("timeline.svg.j2").render(content))  # noqa: S704


def _rows(found: Timeline) -> list[tuple[str, list[Span]]]:
    """Return rows of spans: bars of one person together, everything else for itself."""
    rows: list[tuple[str, list[Span]]] = []
    for group in GROUPS:
        together: dict[str, list[Span]] = {}
        for span in (s for s in found.spans if s.group == group):
            if group == "stages":
                together.setdefault(span.row, []).append(span)
            else:
                rows.append(("", [span]))
        rows += together.items()
    return rows


def _scale(spans: Sequence[Span], today: str) -> Scale:
    days = [date.fromisoformat(d) for s in spans for d in (s.start, s.end or _last_drawn(s, today))]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 12, 31))
    room = max((last - first).days // 40, 20)
    return Scale(first - timedelta(days=room), last + timedelta(days=room))


def _ticks(scale: Scale) -> list[dict[str, object]]:
    """Return years, or months where there are few of them."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = next((n for n in (1, 3, 12, 24, 60, 120) if months / n <= 14), 240)
    found = []
    for number in range(months + 2):
        index = scale.first.year * 12 + scale.first.month - 1 + number
        day = date(index // 12, index % 12 + 1, 1)
        if index % step or not scale.first <= day <= scale.last:
            continue
        found.append({"x": scale.at(day), "text": day.isoformat()[: 4 if step >= 12 else 7]})
    return found


def _caption(name: str, y: float, scale: Scale, spans: Sequence[Span]) -> dict[str, object]:
    x = scale.at(min(s.start for s in spans))
    return {
        "kind": "name",
        "x": max(x - 6, _LEFT + len(name) * _LETTER),
        "y": y + 15,
        "text": visible(name),
    }


def _item(
    span: Span,
    y: float,
    scale: Scale,
    ontology: Ontology,
    language: Language,
    today: str,
    address: Callable[[str], str] | None,
    name: str,
) -> dict[str, object]:
    start = scale.at(span.start)
    end = scale.at(span.end or _last_drawn(span, today))
    label = _label(span, ontology, language)
    words = label if span.group == "stages" else f"{label}{visible(span.caption)}"
    when = span.start if span.end in (None, span.start) else f"{span.start} – {span.end}"
    title = " · ".join(filter(None, (visible(name or span.caption), label.rstrip(": "), when)))
    color = _COLORS.get(_looks(span, ontology)) or ontology.cls(span.class_name).color
    text = _text(words, start, max(end, start + 12), span)
    return {
        "kind": "bar" if span.is_bar else "mark",
        "x": start,
        "y": y,
        "width": round(max(end - start, 9), 1),
        "middle": y + 10,
        "color": color,
        "is_open": span.is_bar and span.end is None,
        "is_long": not span.is_bar and end > start + 9,
        "is_alleged": span.modality not in ("stated", "reported", "quoted"),
        "is_told": span.is_told,
        "title": title,
        "href": address(span.entity) if address else None,
        **text,
    }


def _last_drawn(span: Span, today: str) -> str:
    """Return the day up to which something without an end is drawn."""
    if not span.is_bar:
        return span.start
    if span.group != "stages":
        return max(today, span.start)
    # A stage that no later source confirms is not drawn on, fading all the way.
    return max(min(today, span.until or today), span.start)


def _looks(span: Span, ontology: Ontology) -> str:
    """Return the state whose colour a span has; what is only reported looks like a report."""
    concept = ontology.scheme("legal-stages").concepts.get(span.concept)
    return "reported" if concept is not None and concept.reports else span.concept


def _label(span: Span, ontology: Ontology, language: Language) -> str:
    if span.group == "licence" and span.concept:
        concept = ontology.scheme("licence-actions").concepts.get(span.concept)
        return f"{concept.label.in_(language) if concept else span.concept}: "
    if span.group == "stages":
        concept = ontology.scheme("legal-stages").concepts.get(span.concept)
        told = concept.label.in_(language) if concept else span.concept
        # A stage dated by its source alone held by then, from when nobody says.
        return worded(f"≤ {told}" if span.is_told else told, span.note, language)
    return ""


def _text(words: str, start: float, end: float, span: Span) -> dict[str, object]:
    """Place the words after the mark, or before it where the drawing ends."""
    room_after = _WIDTH - _RIGHT - end - 8
    room_before = start - _LEFT - 12
    is_after = room_after >= min(len(words) * _LETTER, room_before)
    room = room_after if is_after else room_before
    if span.group == "stages":
        # Beside each other in one row: inside the bar, as far as it goes.
        room = max(end - start - 8, 26.0)
    cut = wrap(words, max(int(room / _LETTER), 4), 1)[0]
    if span.group == "stages":
        return {"text": cut, "text_x": start + 5, "anchor": "start", "is_inside": True}
    place = end + 8 if is_after else start - 12
    return {
        "text": cut,
        "text_x": round(place, 1),
        "anchor": "start" if is_after else "end",
        "is_inside": False,
    }


def _notes(found: Timeline, hidden: int, language: Language) -> list[str]:
    notes = []
    if not found.spans:
        notes.append(say("timeline_none", language))
    if hidden > 0:
        notes.append(say("timeline_more", language, n=hidden))
    if found.undated:
        notes.append(say("timeline_undated", language, n=found.undated))
    return notes
