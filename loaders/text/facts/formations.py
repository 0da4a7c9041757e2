"""Units, teams and posts that were formed or opened; outreach and meetings."""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_FORMED = pattern(
    r"\b(?P<verb>[Mm]embentuk|[Mm]eresmikan|[Pp]embentukan|[Mm]eluncurkan|[Pp]eresmian"
    r"|[Mm]embuka)\s+(?P<what>(?:kantor\s+|gedung\s+|layanan\s+)?{ORG}(?:\s*(?:,|dan"
    r"|serta|,\s*dan)\s*{ORG})*)"
)
_FORMED_PASSIVE = pattern(
    r"(?P<what>{ORG})\s+(?:telah\s+|resmi\s+|sudah\s+)*(?:dibentuk|diresmikan|dibuka)\b"
    r"(?:\s+(?:pada\s+)?(?:tanggal\s+)?{DAT:date})?"
)
_SINCE_FORMED = pattern(
    r"(?P<what>{ORG})[^⟨\"“.]{0,40}(?:⟨(?!ORG)[A-Z]{3}\d+⟩[^⟨\"“.]{0,40}){0,3}"
    r"\bsejak\s+(?:\w+\s+){0,2}dibentuk\s+(?:pada\s+)?(?:tanggal\s+)?{DAT:date}"
)
_FORMABLE = frozenset(
    {"TaskForce", "RapidReactionTeam", "CyberPatrolTeam", "CoordinationDesk", "OrganizationalUnit",
     "ServicePost", "ProtectionOffice"}
)  # fmt: skip
_OUTREACH = re.compile(
    r"\b(?:[Mm]enggelar|[Mm]engadakan|[Mm]elaksanakan|[Mm]enyelenggarakan|[Mm]elakukan"
    r"|[Mm]emberikan)\s+(?:kegiatan\s+)?(?:[Ss]osialisasi|edukasi|penyuluhan)\b"
)
_MEETING = re.compile(
    r"\b(?:[Mm]enggelar|[Mm]engadakan|[Mm]elaksanakan|[Mm]elakukan"
    r"|[Mm]enyelenggarakan)\s+(?P<what>rapat\s+koordinasi|audiensi|pertemuan|rapat"
    r"|kunjungan\s+kerja)\b"
)
_WITH = pattern(
    r"\b(?:dengan|bersama(?:\s+dengan)?)\s+(?P<orgs>{ORG}(?:\s*(?:,|dan|serta|,\s*dan)"
    r"\s*{ORG})*)"
)


def find(context: Context) -> None:
    """Find formations, outreach and meetings in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_FORMED, _FORMED_PASSIVE):
            for found in rule.finditer(view.masked):
                _formed(context, view, found)
        if since := _SINCE_FORMED.search(view.masked):
            _formed(context, view, since)
        if found2 := _OUTREACH.search(view.masked):
            _held(context, view, found2, "Outreach", "Sosialisasi")
        if found3 := _MEETING.search(view.masked):
            _held(context, view, found3, "Meeting", found3["what"].capitalize())


# "Deklarasi itu memuat lima butir. Di antaranya membentuk satgas": what is agreed is to be done.
_AGREED = re.compile(
    r"(?i)\b(?:memuat|berisi|butir|poin|menyepakati|sepakat|kesepakatan|berkomitmen|komitmen|mencakup|rekomendasi)\b"
)
_ONE_OF_THEM = re.compile(
    r"(?i)^[\"“]?(?:di\s+antaranya|antara\s+lain|yaitu|yakni|isinya|pertama|kedua|ketiga|selain\s+itu)\b"
)


def _is_agreed(context: Context, view: View, at: int) -> bool:
    """Whether the verb at a masked position tells of what an agreement is to bring."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    is_item = _ONE_OF_THEM.match(view.masked) and _AGREED.search(before.masked)
    return bool(is_item or _AGREED.search(view.masked[:at]))


def _formed(context: Context, view: View, found: re.Match[str]) -> None:
    if not reality.is_real(view, found.start()) or _is_agreed(context, view, found.start()):
        return
    sink = context.sink
    for item in view.within(found.start("what"), found.end("what"), Kind.ORG):
        id_ = context.registry.of(item)
        if not id_ or sink.entities[id_].cls not in _FORMABLE:
            continue
        event = sink.scoped("evt", f"formation-{id_.partition(':')[2]}")
        if event in sink.entities:
            continue
        span = view.offset(found.start()), item.end
        if item.start < span[0]:
            span = item.start, view.offset(found.end())
        sink.entity(event, "Formation", f"Pembentukan {sink.entities[id_].caption}", span)
        context.add_event("Formation", event)
        voice = context.voice(span[0])
        sink.claim(event, "resultingOrganization", id_, span, is_object=True, voice=voice)
        agents = frames.agents_before(context, view, found.start())
        for agent, org in agents:
            if org != id_:
                sink.claim(
                    event,
                    "conductedBy",
                    org,
                    (agent.start, span[1]),
                    is_object=True,
                    voice=voice,
                    confidence=0.85,
                )
        told = "date" in found.re.groupindex
        date = view.item(found, "date") if told else None
        date = date or frames.date_of(view, found.start())
        if date and "/" not in date.key:
            sink.claim(
                event, "date", date.key, (date.start, date.end), voice=voice, confidence=0.85
            )


def _held(context: Context, view: View, found: re.Match[str], cls: str, label: str) -> None:
    if not reality.is_real(view, found.start()):
        return
    agents = frames.agents_before(context, view, found.start())
    if not agents:
        return
    sink, span = context.sink, view.span(found)
    event = sink.fresh("evt", cls.casefold())
    sink.entity(event, cls, f"{label} {sink.entities[agents[0][1]].caption}", span)
    context.add_event(cls, event)
    voice = context.voice(span[0])
    for item, id_ in agents:
        sink.claim(event, "conductedBy", id_, (item.start, span[1]), is_object=True, voice=voice)
    if with_ := _WITH.search(view.masked, found.end()):
        for item in view.within(with_.start("orgs"), with_.end("orgs"), Kind.ORG):
            if id_ := context.registry.of(item):
                sink.claim(
                    event,
                    "party",
                    id_,
                    (item.start, item.end),
                    is_object=True,
                    voice=voice,
                    confidence=0.85,
                )
    date = frames.date_of(view, found.start())
    if date and "/" not in date.key:
        sink.claim(event, "date", date.key, (date.start, date.end), voice=voice, confidence=0.85)
    for item, id_ in frames.places_of(context, view, found.start()):
        sink.claim(
            event,
            "occurredAt",
            id_,
            (item.start, item.end),
            is_object=True,
            voice=voice,
            confidence=0.85,
        )
