"""Outreach told by verbs: ``A menyosialisasikan bahaya TPPO kepada 85 kepala desa``.

Owns who holds a gathering, and whether it is told again. Refuses those to come.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality, settings
from loaders.text.holdings import ADDRESS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

HOLDS = (
    r"(?:[Mm]enggelar|[Mm]engadakan|[Mm]elaksanakan|[Mm]enyelenggarakan|[Mm]elakukan|[Mm]emberi(?:kan)?|[Mm]enggencarkan"
    r"|[Mm]enghelat|[Mm]emfasilitasi)"
)
PRESS = (
    r"(?:konferensi|jumpa|temu|ekspos)\s+(?:pers|media)|konpers|press\s+conference|press\s+release"
)
"""Words for an occasion on which somebody speaks to the press."""
_TAUGHT = (
    r"(?:sosialisasi|edukasi|penyuluhan|diseminasi|literasi|pembekalan|seminar|webinar|workshop|lokakarya|diskusi\s+publik"
    r"|kuliah\s+umum|bimbingan\s+teknis|bimtek|kampanye|pelatihan(?=\s+(?:[a-z]+\s+){0,3}(?:pencegahan|penanganan|pemberantasan|⟨TOP))|focus\s+group\s+discussion|training\s+of\s+trainers?)"
)
# Talks on anything are held; of these only such as teach of trafficking or migration.
_ANY_TALK = Pattern(
    r"(?i)\b(?:seminar|webinar|workshop|lokakarya|diskusi|kuliah|bi?mtek|bimbingan|focus|training|kampanye|pelatihan)\b"
)
_OURS = Pattern(
    r"(?i)⟨TOP|\b(?:TPPO|C?PMI|migran|migrasi|human\s+traf+icking|perdagangan\s+(?:orang|manusia)|scam)\b"
)
# "seminar bertema "Stop TPPO" di Aula B": its name is no end of the clause.
_THEME = Pattern(
    r"[^.;\"“⟨]{0,60}(?:\(?⟨TOP\d+⟩\)?\s*)?(?:[a-z]+\s+){0,2}\b(?:ber(?:tema(?:kan)?|tajuk(?:kan)?|judul)|(?:tema|tajuk))\s*:?\s*[\"“'‘][^\"”]{3,200}[\"”'’]"
    r"|\s+(?:terkait|tentang|mengenai|soal)\s+(?:[^.;,\"“⟨]|⟨TOP\d+⟩){3,90}?(?=\s+(?:pada|di|kepada|bagi)\s)"
)
_OUTREACH = Pattern(
    rf"\b(?:{HOLDS}\s+(?:(?:kegiatan|giat|acara|program|perdana|rutin|rangkaian|serangkaian)\s+){{0,3}}(?i:{_TAUGHT})"
    r"|[Mm]e(?:nyosialisasikan|nsosialisasikan|ngedukasi)|[Mm]emberi(?:kan)?\s+(?:materi\s+)?(?i:penyuluhan))\b"
)
# "di sela-sela sosialisasi di Desa Krangkeng, Selasa": the occasion on which somebody speaks.
_OCCASION = Pattern(
    r"\b(?:di\s+sela(?:-sela)?|saat|ketika|usai|seusai|dalam|menghadiri|membuka|mengisi|diisi\s+dengan|diawali\s+dengan|dirangkai(?:kan)?\s+dengan)\s+(?:(?:kegiatan|acara|giat|menjadi\s+narasumber|memberikan|menggelar)\s+)?"
    rf"(?i:{_TAUGHT})\b|\b(?:melalui|lewat|pada|mengikuti)\s+(?:kegiatan|acara|giat)\s+(?i:{_TAUGHT})\b"
)
# "Telah dilaksanakan giat sosialisasi pencegahan TPPO oleh Aipda Petrus"
_INVERTED = Pattern(
    r"\b(?:[Tt]elah\s+)?(?:dilaksanakan|digelar|dilakukan|diadakan|diselenggarakan)\s+(?:(?:kegiatan|giat|acara)\s+)?"
    rf"(?P<what>(?i:{_TAUGHT}))\b"
)
# "Ribuan pelajar mendapat edukasi dari Polres Sikka"
_RECEIVED = pattern(
    r"\b(?:mendapat(?:kan)?|menerima|memperoleh|diberi(?:kan)?|dibekali)\s+(?:kegiatan\s+|materi\s+)?"
    rf"(?P<what>(?i:{_TAUGHT}))\b[^.;\"“⟨]{{0,80}}(?:⟨TOP\d+⟩[^.;\"“⟨]{{0,40}})?\b(?:dari|oleh)\s+(?P<who>{{ORG|PER}})"
)
# "Acara sosialisasi tersebut dibuka Wakil Bupati di Praya, Selasa": the noun for it.
_NOUN = Pattern(
    rf"^(?:(?:Acara|Kegiatan|Giat)\s+)?(?i:{_TAUGHT})\b[^.;\"“]{{0,130}}?\s(?:dibuka|berlangsung|digelar|dilaksanakan|diadakan|diselenggarakan|dipusatkan"
    r"|dihelat|dihadiri|diikuti)\b"
)
_AGENT = pattern(r"\boleh\s+(?P<who>{ORG|PER})")
_HELD_BY = pattern(
    r"[^.;\"“⟨]{0,60}(?:⟨TOP\d+⟩[^.;\"“⟨]{0,30})?\s(?:yang\s+)?(?:digelar|diselenggarakan|diadakan|dilaksanakan|diinisiasi|digagas)\s+"
    r"(?:oleh\s+)?(?P<who>{ORG})"
)
# "Sosialisasi tersebut menyasar 129 kepala desa dan digelar Imigrasi X"
_HOLDING = Pattern(r"\b(?:digelar|dilaksanakan|diadakan|diselenggarakan|dihelat)$")
_RIGHT_BEHIND = pattern(r"\s+(?:oleh\s+)?(?P<who>{ORG})")
_BY = pattern(r"[^.;\"“⟨]{0,80}(?:⟨TOP\d+⟩[^.;\"“⟨]{0,40})?\boleh\s+(?P<who>{ORG|PER})")
WITH = pattern(
    r"\b(?:dengan|bersama(?:\s+dengan)?)\s+(?:(?:jajaran|pihak|perwakilan|pimpinan|pengurus|manajemen)\s+)?(?:Komisi\s+[IVX]+\s+)?"
    r"(?P<with>{ORG|PER}(?:\s*(?:,|dan|serta|,\s*dan)\s*{ORG|PER})*)"
)
_HOST = pattern(
    r"(?:(?P<first>{PER|ORG})\s*,?\s+(?:bersama(?:\s+dengan)?|beserta|dan)\s+)?(?P<who>{PER|ORG})(?:\s*\((?:kanan|kiri|tengah|dua\s+\w+|[A-Z]{2,8})\))?\s*,?\s+(?:(?:beserta|bersama)\s+(?:rombongan|jajaran)\s+)?"
    r"(?:{LOC}\s+)?(?:melalui\s+(?:(?i:anggota|personel|jajaran|bhabinkamtibmas|unit\s+\w+)(?:nya)?)\s+)?"
    r"(?:(?:telah|sudah|juga|turut|langsung|kemudian|hari\s+ini|kembali|sempat|tampak|terlihat|resmi)\s+)*$"
)
_TO_COME = Pattern(
    r"(?i)\b(?:akan|bakal|hendak|rencananya|dijadwalkan|diundang|batal|tidak|tak|belum|mangkir|ingin|berencana|sedianya|gagal|menolak|enggan)\b[^.;,]{0,40}$"
)


def find(context: Context) -> None:
    """Claim the outreach that verbs of body sentences tell."""
    for view in context.body():
        if view.sentence.role is not Role.BODY:
            continue
        if found := _OUTREACH.search(view.masked):
            _outreach(context, view, found, frames.agents_before(context, view, found.start()))
        elif found := _INVERTED.search(view.masked):
            _outreach(context, view, found, _behind_by(context, view, found.end()))
        elif found := _RECEIVED.search(view.masked):
            who = view.item(found, "who")
            _outreach(context, view, found, [(who, context.registry.of(who))] if who else [])
        else:
            _by_setting(context, view)


def _by_setting(context: Context, view: View) -> None:
    """Make the outreach that a noun or an occasion tells, where its day or place is told."""
    found = _OCCASION.search(view.masked) or _NOUN.search(view.masked)
    if found is None:
        return
    theme = _THEME.match(view.masked, found.end())
    end = theme.end() if theme else found.end()
    setting = settings.of(context, view, end)
    by = _AGENT.search(view.masked, found.start(), found.end())
    by = by or _HELD_BY.match(view.masked, end)
    by = by or (
        _RIGHT_BEHIND.match(view.masked, found.end()) if _HOLDING.search(found[0]) else None
    )
    who = view.item(by, "who") if by else None
    agents = [(who, id_)] if who is not None and (id_ := context.registry.of(who)) else []
    agents = agents or _by_means(context, view, found)
    if setting.day is not None or (setting.places and _OCCASION.made(found)):
        event = _outreach(context, view, found, agents)
        came = head(context, view, found.start()) if event and _CAME.match(found[0]) else []
        for item, id_ in came:
            tie(context, event, "party", id_, (item.start, item.end))


_MEANS = Pattern(r"(?:melalui|lewat)\b")
_FIRST = pattern(
    r"^(?:[^⟨.]{0,40}(?:⟨(?:LOC|ORG|DAT)\d+⟩[^⟨.]{0,20}){0,3}\s[-–—]+\s+)?(?P<who>{ORG})(?:\s*\([^)⟨]{1,20}\))?\s+(?:[a-z]+\s+){0,4}?(?:me|ber)[a-z]{3,}"
)
_SO = Pattern(
    r"^(?:Komitmen|Langkah|Upaya|Hal|Tekad|Semangat|Kepedulian)\s+(?:ini|itu|tersebut)\s+(?:\w+\s+)?di[a-z]{4,}"
)


def _by_means(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return the office that does something by way of the outreach that a match tells.

    ``Imigrasi X memperkuat pencegahan melalui kegiatan sosialisasi``; of ``Upaya itu diwujudkan
    melalui kegiatan sosialisasi`` the subject of the sentence before.
    """
    if not _MEANS.match(found[0]):
        return []
    told = context.before(view) if _SO.match(view.masked) else view
    first = _FIRST.match(told.masked) if told is not None else None
    who = told.item(first, "who") if told is not None and first else None
    id_ = context.registry.of(who)
    return [(who, id_)] if who is not None and id_ and is_official(context, who) else []


_CAME = Pattern(r"menghadiri|membuka|mengisi")


def _behind_by(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    found = _BY.match(view.masked, at)
    item = view.item(found, "who") if found else None
    id_ = context.registry.of(item)
    return [(item, id_)] if item is not None and id_ else []


def is_told(view: View, at: int) -> bool:
    """Whether what the words at a masked position tell was held."""
    return reality.is_real(view, at) and _TO_COME.search(view.masked[:at]) is None


def _outreach(
    context: Context, view: View, found: re.Match[str], agents: list[tuple[Item, str]]
) -> str:
    """Return the outreach of those who hold it: the one told before, or one made here."""
    theme = _THEME.match(view.masked, found.end())
    setting = settings.of(context, view, theme.end() if theme else found.end())
    behind = context.after(view)
    ours = _OURS.search(view.masked) or (behind and _OURS.search(behind.masked))
    if _ANY_TALK.search(found[0]) and not ours:
        return ""
    if _OUTREACH.made(found) and not agents:
        agents = head(context, view, found.start())
    if (_OUTREACH.made(found) and not agents) or not is_told(view, found.start()):
        return ""
    span = view.span(found)
    event = same(context, "Outreach", setting, {id_ for _, id_ in agents})
    if not event:
        event = context.sink.fresh("evt", "outreach")
        who = f" {context.sink.entities[agents[0][1]].caption}" if agents else ""
        context.sink.entity(event, "Outreach", f"Sosialisasi{who}", span)
        context.add_event("Outreach", event)
    for item, id_ in agents:
        tie(context, event, "conductedBy", id_, (min(item.start, span[0]), max(item.end, span[1])))
    after = agents[0][0].end if agents else 0
    before = WITH.search(view.masked, view.place(after), found.start()) if agents else None
    partners = before or (WITH.search(view.masked, found.end()) if agents else None)
    known = {id_ for _, id_ in agents}
    for item, id_ in named(context, view, partners) if partners else []:
        if id_ not in known:
            tie(context, event, "party", id_, (item.start, item.end))
    settings.claim(context, event, setting, context.voice(span[0]))
    return event


def head(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the official who is the subject of the verb at a masked position."""
    found = _HOST.search(view.masked[:at])
    item = view.item(found, "who") if found else None
    item = item or (_he(context, view) if _PRONOUN.search(view.masked[:at]) else None)
    both = [view.item(found, "first") if found else None, item]
    return [(one, context.registry.of(one)) for one in both if one and is_official(context, one)]


_PRONOUN = Pattern(
    r"(?:^[\"“]?|\b(?:ketika|saat|bahwa|dan|lalu)\s+|,\s+)(?i:ia|dia|beliau)\s+(?:(?:juga|sempat|telah|turut|kemudian|langsung)\s+){0,2}$"
)


def _he(context: Context, view: View) -> Item | None:
    """Return the one person named in the sentence before, whom ``ia`` means."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    if before is view or before.sentence.block != view.sentence.block:
        return None
    people = before.within(0, len(before.masked), Kind.PERSON, Kind.INITIALS)
    return people[0] if len({context.registry.of(one) for one in people}) == 1 else None


def same(context: Context, cls: str, setting: settings.Setting, ids: set[str]) -> str:
    """Return the event of a class that is told again: nothing of it differs."""
    day = setting.day.key if setting.day else ""
    places = {context.registry.of(place) for place in setting.places}
    for event in context.events.get(cls, []):
        told = [c for c in context.sink.claims.values() if c.subject == event]
        days = {c.value for c in told if c.property == "date"}
        spots = {c.value for c in told if c.property == "occurredAt"}
        who = {c.value for c in told if c.property in ("conductedBy", "party")}
        if _agree({day} - {""}, days) and _agree(places, spots) and _agree(ids, who):
            return event
    return ""


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


FIRMS = frozenset({"Company", "PlacementCompany", "ForeignAgency", "MediaOrganization"})


def is_official(context: Context, item: Item) -> bool:
    """Whether an item names an office or somebody whom a post or a rank is told of."""
    id_ = context.registry.of(item)
    if item.kind is Kind.ORG:
        return bool(id_) and item.cls not in FIRMS
    return bool(id_) and (id_ in context.registry.posts_of or _is_ranked(context, item))


_HONOURS = ADDRESS | {"H.", "H", "Hj.", "Hj", "Haji", "Hajah"}
_NEAR = 12


def _is_ranked(context: Context, item: Item) -> bool:
    """Whether a rank or a title of learning or faith stands before a name: honours say nothing."""
    return any(
        0 <= item.start - one.end <= _NEAR and one.text not in _HONOURS
        for one in context.registry_items
        if one.kind is Kind.RANK and one.value != "degree"
    )


def named(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return the offices and officials that a match names, with their ids."""
    items = view.within(found.start("with"), found.end("with"), Kind.ORG, Kind.PERSON)
    return [(i, context.registry.of(i)) for i in items if is_official(context, i)]


def tie(context: Context, event: str, prop: str, id_: str, span: tuple[int, int]) -> None:
    """Claim what takes part in an event, or where it was."""
    voice = context.voice(span[0])
    context.sink.claim(event, prop, id_, span, is_object=True, voice=voice, confidence=0.85)
