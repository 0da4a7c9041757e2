"""Meetings and outreach that nouns and passives tell: ``Rapat kerja A dengan B digelar di C``.

Owns who meets, and where and when. Refuses meetings to come, and meetings of nobody named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.activities import tie
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_WHERE = (
    r"(?:\s*,?\s*(?:yang\s+)?(?:\w+\s+)?di\s+(?P<place>{LOC}|(?:[A-Z]\w+\s+){1,4}(?:,\s*)?{LOC})"
    r"(?:\s*,\s*{LOC}){0,2})?(?:\s*,?\s*(?:pada\s+)?{DAT:date})?"
)
_OUTREACH = pattern(
    r"(?P<what>\b(?i:sosialisasi|penyuluhan|edukasi))\b[^.;\"“⟨]{0,80}(?:⟨TOP\d+⟩[^.;\"“⟨]{0,30})?\s"
    r"(?:digelar|dilaksanakan|diadakan|diselenggarakan|diberikan)\s+(?:oleh\s+)?(?P<orgs>{ORG}(?:\s*(?:,|dan|serta|bersama)\s*{ORG})*)"
    rf"{_WHERE}"
)
_CLOSED = pattern(
    r"\b(?:ditutup|diisi|dilanjutkan|dirangkai|diawali|disertai)\s+(?:dengan\s+)?(?:kegiatan\s+)?"
    r"(?P<what>sosialisasi|penyuluhan|edukasi)\b(?=[^.;]{0,90}\b(?:bagi|kepada|diikuti)\s+(?:\w+\s+)?⟨CNT)"
)


_TO_COME = Pattern(
    r"(?i)\b(?:akan|bakal|hendak|rencananya|dijadwalkan|diundang|batal|tidak|mangkir)\b"
)


def find(context: Context) -> None:
    """Claim the meetings and the outreach of body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_OUTREACH, _CLOSED):
            for found in rule.finditer(view.masked):
                _outreach(context, view, found)


def _outreach(context: Context, view: View, found: re.Match[str]) -> None:
    if _TO_COME.search(found[0]) or not reality.is_real(view, found.start("what")):
        return
    event = _event(context, view, found, "Outreach")
    if "orgs" in found.re.groupindex:
        for item, id_ in _organisations(context, view, found):
            tie(context, event, "conductedBy", id_, (item.start, item.end))


def _organisations(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    items = view.within(found.start("orgs"), found.end("orgs"), Kind.ORG)
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]


def _event(context: Context, view: View, found: re.Match[str], cls: str) -> str:
    """Make the event with what stands behind it: where it was and on what day."""
    sink, span = context.sink, view.span(found)
    event = sink.fresh("evt", cls.casefold())
    sink.entity(event, cls, found["what"].capitalize(), span)
    context.add_event(cls, event)
    told = "date" in found.re.groupindex
    day = view.item(found, "date") if told else None
    day = day or frames.date_of(view, found.start("what"))
    if day is not None and day.key and "/" not in day.key:
        where = day.start, day.end
        sink.claim(event, "date", day.key, where, voice=context.voice(span[0]), confidence=0.85)
    places = (
        view.within(found.start("place"), found.end("place"), Kind.PLACE, Kind.POINT)
        if told and found["place"]
        else [item for item, _ in frames.places_of(context, view, found.end())]
    )
    for place in places[:1]:
        if id_ := context.registry.of(place):
            tie(context, event, "occurredAt", id_, (place.start, place.end))
    return event
