"""Meetings told by verbs and visits: ``A menerima audiensi B``, ``Rapat antara A dan B``.

Owns who is met by whom. Refuses meetings of nobody named, those to come, and people whom no office
sends: victims and suspects meet too.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, settings
from loaders.text.facts.activities import (
    FIRMS,
    HOLDS,
    PRESS,
    WITH,
    head,
    is_official,
    is_told,
    named,
    same,
    tie,
)
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_MEETING = Pattern(
    rf"\b{HOLDS}\s+(?:kegiatan\s+|acara\s+)?(?P<what>(?i:rapat\s+(?:koordinasi|kerja|dengar\s+pendapat)|audiensi|pertemuan(?:\s+bilateral)?|rapat|kunjungan\s+kerja|dialog|rakor(?:nas|nis|da)?|raker(?:nas|da)?|forum\s+koordinasi)|FGD|RDP|(?P<press>(?i:{PRESS})))\b"
)
# "A melakukan inspeksi mendadak (sidak) ke Pelabuhan B": an official looks, nobody is raided.
_LOOKS = pattern(
    rf"\b(?:{HOLDS}\s+(?:inspeksi\s+mendadak|sidak|kunjungan(?:\s+kerja)?|peninjauan|inspeksi)(?:\s*\([a-z]+\))?|[Mm]eninjau(?:\s+langsung)?|[Mm]enyidak)\s+"
    r"(?:ke\s+|di\s+|terhadap\s+)?(?:[a-z]+\s+){0,4}(?P<chain>{LOC}(?:\s*,\s*{LOC}){0,2})"
)
# What leads from the verb to whom one meets.
_OFFICE = (
    r"(?:(?:jajaran|pimpinan|pengurus|perwakilan|delegasi|rombongan|manajemen"
    r"|[Kk]antor|markas|s(?:h)?elter|rumah|singgah|perlindungan|dari|pihak|kerja|belajar|kehormatan)\s+){0,4}"
)
_MET = pattern(
    r"\b(?P<verb>bertemu(?:\s+(?:dengan|langsung\s+dengan))?|menemui|ditemui|diterima(?:\s+(?:oleh|langsung)){0,2}|berdialog\s+dengan|beraudiensi\s+(?:dengan|ke)|berbincang\s+dengan"
    r"|menerima\s+(?:audiensi|kunjungan|rombongan|delegasi|pengurus|perwakilan|kedatangan)|mendapat\s+kunjungan|menyambangi|mengunjungi|berkunjung\s+ke"
    r"|bertandang\s+ke|bersilaturahmi\s+(?:dengan|ke)|mengadakan\s+pertemuan\s+dengan|melakukan\s+audiensi\s+(?:dengan|ke)"
    rf"|melakukan\s+kunjungan(?:\s+kerja)?\s+ke)\s+{_OFFICE}(?P<with>{{ORG|PER}})"
)
# "mengunjungi keluarga almarhum", "bertemu dua pejabat": those whom an official meets.
_SOMEBODY = Pattern(
    r"\b(?P<verb>bertemu(?:\s+(?:dengan|langsung\s+dengan))?|menemui|menerima\s+(?:audiensi|kunjungan|rombongan|delegasi|perwakilan|kedatangan|pengurus)"
    r"|mendapat\s+kunjungan|mengunjungi|menyambangi|berdialog\s+dengan)\s+(?:(?:kerja|belajar|kehormatan|dari|para|dua|tiga|empat|lima|sejumlah|langsung)\s+){0,3}"
    r"(?:keluarga|pejabat|pengurus|perwakilan|otoritas|tokoh|aktivis|mahasiswa|serikat|delegasi|rombongan|⟨(?:CNT|POS)\d+⟩)"
)
# A visit: "Kunjungan Menteri Tenaga Kerja Malaysia ke Jakarta, Kamis (8/5)".
_VISIT = pattern(
    r"^Kunjungan\s+(?:(?:kerja|resmi|kehormatan|kenegaraan)\s+)?(?P<who>{PER|POS|ORG})[^.;,\"“]{0,60}?\s+ke\s+(?:(?:kantor|markas)\s+)?"
    r"(?:(?P<chain>{LOC}(?:\s*,\s*{LOC}){0,2})|{ORG:host})\s*,?\s*(?:(?:berlangsung|dilakukan|dilaksanakan|digelar)\s+)?(?:pada\s+)?{DAT:date}"
)


def find(context: Context) -> None:
    """Claim the meetings that body sentences tell."""
    for view in context.body():
        if view.sentence.role is not Role.BODY:
            continue
        if held := _MEETING.search(view.masked):
            _held(context, view, held)
        for met in _MET.finditer(view.masked):
            _met(context, view, met)
        if some := _SOMEBODY.search(view.masked):
            _met_somebody(context, view, some)
        if looked := _LOOKS.search(view.masked):
            _looked(context, view, looked)
        if visit := _VISIT.match(view.masked):
            _visit(context, view, visit)


def _held(context: Context, view: View, found: re.Match[str]) -> None:
    agents = frames.agents_before(context, view, found.start())
    agents = agents or head(context, view, found.start())
    if not agents or not is_told(view, found.start()):
        return
    others: list[tuple[Item, str]] = []
    if with_ := WITH.search(view.masked, found.end()):
        others = named(context, view, with_)
    setting = settings.of(context, view, found.end())
    label = f"{found['what'].capitalize()} {context.sink.entities[agents[0][1]].caption}"
    cls = "SpeechEvent" if found["press"] else "Meeting"
    if cls == "SpeechEvent" and not setting:
        return
    event = _meeting(context, label, setting, [*agents, *others], view.span(found), cls)
    for item, id_ in agents:
        tie(context, event, "conductedBy", id_, (item.start, view.offset(found.end())))


def _met(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the meeting of who is the subject with whom the verb names."""
    at = found.start("verb")
    other = view.item(found, "with")
    if other is None or not is_told(view, at) or not is_official(context, other):
        return
    hosts = [(i, x) for i, x in frames.agents_before(context, view, at) if i.cls not in FIRMS]
    hosts = hosts or head(context, view, at)
    id_ = context.registry.of(other)
    setting = settings.of(context, view, found.end())
    is_passive = found["verb"].startswith(("ditemui", "diterima"))
    # "mereka diterima BP3MI Kepri": workers who come home, unless a person receives them.
    is_met = is_passive and other.kind is Kind.PERSON and bool(_PLURAL.search(view.masked[:at]))
    is_one = bool(hosts) and not is_passive and bool(setting)
    known_one = context.only_event("Meeting")
    if is_passive and known_one and _HE.search(view.masked[:at]) and other.kind is Kind.PERSON:
        # "Ia diterima Menteri A": the meeting that the sentence before tells.
        tie(context, known_one, "party", id_, (other.start, other.end))
        return
    if not is_one and not is_met:
        return
    known = [(item, one) for item, one in hosts if one != id_]
    _meeting(context, "Pertemuan", setting, [*known, (other, id_)], view.span(found))


def _met_somebody(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the meeting of an official with people whom no name tells, on a day that is told."""
    at = found.start("verb")
    hosts = [(i, x) for i, x in frames.agents_before(context, view, at) if i.cls not in FIRMS]
    hosts = hosts or head(context, view, at)
    setting = settings.of(context, view, found.end())
    if hosts and setting.day is not None and is_told(view, at):
        _meeting(context, "Pertemuan", setting, hosts, view.span(found))


def _looked(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the visit of an official to a place, on a day that is told."""
    hosts = head(context, view, found.start())
    day = settings.of(context, view, found.end()).day
    if not hosts or day is None or not is_told(view, found.start()):
        return
    items = view.within(found.start("chain"), found.end("chain"))
    places = tuple(item for item in items if context.registry.of(item))
    event = _meeting(context, "Kunjungan", settings.Setting(day, places), hosts, view.span(found))
    for item, id_ in hosts:
        tie(context, event, "conductedBy", id_, (item.start, view.offset(found.end())))


def _visit(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the meeting of a visit to a place, on the day behind it."""
    day = view.item(found, "date")
    if day is None or "/" in day.key or _PLANNED.search(view.masked[: found.end() + 40]):
        return
    items = view.within(*found.span("chain")) if found["chain"] else []
    places = tuple(item for item in items if context.registry.of(item))
    both = [view.item(found, name) for name in ("who", "host")]
    parties = [(one, context.registry.of(one)) for one in both if one and is_official(context, one)]
    _meeting(context, "Kunjungan", settings.Setting(day, places), parties, view.span(found))


_HE = Pattern(r"(?:^[\"“]?|[,.]\s+)(?:Ia|Dia|Beliau|Delegasi|Rombongan)\s+(?:\w+\s+){0,2}$")
# "Mereka ditemui Budi" is a meeting; "ditemui di kantornya" is an interview.
_PLURAL = Pattern(
    r"\b(?:[Mm]ereka|[Kk]eduanya|[Rr]ombongan|[Pp]engurus|[Dd]elegasi|[Pp]erwakilan)\b[^.;,\"“]{0,40}$"
)


_PLANNED = Pattern(r"(?i)\b(?:akan|dijadwalkan|direncanakan|ditunda|batal|dibatalkan|rencananya)\b")


def _meeting(
    context: Context,
    label: str,
    setting: settings.Setting,
    parties: list[tuple[Item, str]],
    span: tuple[int, int],
    cls: str = "Meeting",
) -> str:
    event = same(context, cls, setting, {id_ for _, id_ in parties})
    if not event:
        event = context.sink.fresh("evt", cls.casefold())
        context.sink.entity(event, cls, label, span)
        context.add_event(cls, event)
    for item, id_ in parties:
        tie(context, event, "party", id_, (item.start, item.end))
    settings.claim(context, event, setting, context.voice(span[0]))
    return event
