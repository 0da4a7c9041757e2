"""Meetings and outreach that nouns and passives tell: ``Rapat kerja A dengan B digelar di C``.

Owns who meets, and where and when. Refuses meetings to come, and meetings of nobody named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.activities import tie
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_ORGAN = (
    r"(?:(?:Komisi\s+[IVX]+|Pimpinan|pimpinan|jajaran|Badan\s+Legislasi|Panja)\s+)?"
    r"{ORG}(?:\s*\([^)⟨]{1,14}\))?"
)
_ORGS = rf"{_ORGAN}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|dengan|bersama)\s+){_ORGAN})*"
_KIND = (
    r"(?P<what>(?i:rapat\s+(?:kerja|koordinasi|evaluasi|pleno|konsultasi|terbatas|pimpinan|lintas\s+\w+|dengar\s+pendapat(?:\s+umum)?)"
    r"|audiensi|pertemuan|rakor|raker|RDP))"
)
_WHERE = (
    r"(?:\s*,?\s*(?:yang\s+)?(?:\w+\s+)?di\s+(?P<place>{LOC}|(?:[A-Z]\w+\s+){1,4}(?:,\s*)?{LOC})"
    r"(?:\s*,\s*{LOC}){0,2})?(?:\s*,?\s*(?:pada\s+)?{DAT:date})?"
)
_HELD = pattern(
    rf"^{_KIND}\s+(?:antara\s+)?(?P<orgs>{_ORGS})[^.;\"“⟨]{{0,60}}?\s"
    rf"(?:digelar|berlangsung|diadakan|dilaksanakan|diselenggarakan){_WHERE}"
)
# "Hal itu disampaikan A dalam rapat kerja bersama B di C, Senin"
_WITHIN = pattern(
    rf"(?P<who>{{PER}})[^.;\"“]{{0,60}}?\b(?:dalam|saat|pada|usai|seusai|menghadiri)\s+{_KIND}(?:\s*\([^)⟨]{{2,8}}\))?\s+"
    rf"(?:dengan|bersama)\s+(?P<orgs>{_ORGS}){_WHERE}"
)
# "Komisi IX DPR RI menyetujui anggaran dalam rapat kerja di Senayan, Selasa": whose meeting it was.
_SETTING = pattern(
    rf"(?P<orgs>{_ORGAN})[^.;\"“]{{3,140}}?\b(?:dalam|pada|saat)\s+{_KIND}(?:\s*\([^)⟨]{{2,8}}\))?(?=\s+di\s){_WHERE}"
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
        for rule in (_HELD, _WITHIN, _SETTING):
            for found in rule.finditer(view.masked):
                _meeting(context, view, found)
        for rule in (_OUTREACH, _CLOSED):
            for found in rule.finditer(view.masked):
                _outreach(context, view, found)


def _meeting(context: Context, view: View, found: re.Match[str]) -> None:
    is_told = not _HELD.made(found) or reality.is_real(view, found.start("what"))
    if _TO_COME.search(found[0]) or not is_told:
        return
    orgs = _organisations(context, view, found)
    who = view.item(found, "who") if "who" in found.re.groupindex else None
    own = context.registry.org_of.get(context.registry.of(who), "") if who else ""
    ids = dict.fromkeys(id_ for _, id_ in orgs)
    if own and who is not None:
        ensure_org(context, own, (who.start, who.end))
        ids.setdefault(own)
    is_set = _SETTING.made(found) and bool(found["place"] and found["date"])
    if (len(ids) < 2 and not is_set) or _is_known(context, set(ids)):
        return
    event = _event(context, view, found, "Meeting")
    for item, id_ in orgs:
        tie(context, event, "party", id_, (item.start, item.end))
    if who is not None and own in ids:
        tie(context, event, "party", own, (who.start, who.end))


def _is_known(context: Context, ids: set[str]) -> bool:
    """Whether a meeting of the same is told already."""
    claims = list(context.sink.claims.values())
    return any(
        ids <= {c.value for c in claims if c.subject == event}
        for event in context.events.get("Meeting", [])
    )


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
