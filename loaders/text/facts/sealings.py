"""Raids on the premises of firms: offices sealed, searched or visited without warning.

Owns which firm's premises they were, and which official came himself. Refuses the house of somebody
who only works for a firm, and what is told of a raid in general.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, nominal, reality
from loaders.text.facts.binding import reaches
from loaders.text.facts.concerned import MIGRANTS
from loaders.text.facts.deeds import FRAMES
from loaders.text.facts.groups import group
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_RAID = next(frame for frame in FRAMES if frame.cls == "Raid")
_PREMISES = (
    r"(?:kantor|alamat|gedung|ruko|penampungan|tempat|cabang|asrama|mes|balai|gudang|fasilitas"
    r"|rumah\s+penampungan|brankas|lokasi|aula|bangunan)"
)
_CLOSED = Pattern(
    rf"\b(?:[Mm]enyegel|[Mm]enggembok|[Mm]enutup\s+paksa(?=\s+(?:[a-z]+\s+){{0,2}}{_PREMISES}\b)|[Mm]emasang(?:\s+(?:garis\s+polisi|segel|plang|police\s+line|stiker\s+segel))"
    rf"|[Mm]endatangi|[Mm]enyambangi|[Mm]enginspeksi|(?:[Mm]emeriksa|[Mm]eninjau|[Mm]engecek)(?=\s+(?:(?:[a-z]+\s+){{0,2}}{_PREMISES}\b|⟨CNT\d+⟩(?:\s+pelatihan)?\s+di\s+⟨LOC))"
    r"|[Mm]enyidak|(?:[Mm]elakukan|[Mm]enggelar)\s+(?:sidak|inspeksi(?=\s+mendadak))|[Mm]elakukan\s+(?:penyegelan|verifikasi\s+lapangan|pengecekan|inspeksi(?!\s+mendadak)|kunjungan\s+mendadak|pemeriksaan\s+(?:lapangan|mendadak)|penggeledahan|penutupan))\b"
)
_CLOSED_PASSIVE = Pattern(
    r"\b(?:disegel|digembok|ditutup(?:\s+paksa)?(?=\s+(?:oleh\b|petugas\b|paksa\b|⟨ORG|⟨PER))|dipasangi(?:\s+(?:garis\s+polisi|segel|police\s+line))|disidak|diinspeksi|didatangi(?=\s+(?:petugas|tim|polisi|aparat|⟨ORG|⟨PER)))\b"
)
_NOUN = Pattern(
    r"^[\"“]?(?:(?:Dalam|Saat|Ketika)\s+)?(?i:penyegelan|pengge?rebe[gk]k?an|penggeledahan|inspeksi(?:\s+(?:mendadak|lapangan))?|sidak|kunjungan\s+mendadak|pemeriksaan(?=\s+(?:itu|tersebut)\b)|(?:verifikasi|pemeriksaan)\s+(?:lapangan|mendadak)|penutupan(?=\s+paksa))\b"
    r"|\bmemimpin\s+(?:langsung\s+)?(?:penyegelan|pengge?rebe[gk]k?an|sidak|penggeledahan|inspeksi|penutupan|(?:kegiatan|operasi|pemeriksaan)\s+(?:itu|tersebut))\b"
)
# Between the verb and the firm only words for what of it was raided.
_OF = Pattern(
    rf"(?:\s|,|\([a-z]+\)|⟨(?:LOC|CNT|PER|TOP)\d+⟩|\b(?:di|ke|dan|langsung|paksa|sementara|kembali|juga|sendiri|yakni|yaitu|antara\s+lain|seperti|sebuah|satu|dua|tiga|empat|lima|enam|pada|dalam|milik|unit|usaha|kerja|pusat|utama|operasional|resmi|para|perusahaan"
    rf"|P3MI|LPK|PT|lembaga|agensi|penyalur|ilegal|liar|bodong|tak|tidak|tanpa|izin|berizin|pelatihan|latihan|mendadak|calon|pekerja(?=\s+(?:migran\s+)?(?:milik|⟨))|migran|lantai|dilakukan|{_PREMISES})\b)*"
)
_FIRMS = pattern(
    r"{ORG}(?:\s*\([^)⟨]{1,24}\))?(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+)(?:kantor\s+)?{ORG}(?:\s*\([^)⟨]{1,24}\))?)*"
)
# The house of a director, a car of the firm's: not the premises of the firm.
_WHOSE = Pattern(
    r"(?i)(?:⟨(?:POS|PER|INI)\d+⟩|\b(?:direktur|pemilik|komisaris|pimpinan|karyawan|pegawai|staf|pekerja|mantan|eks|pengurus|manajer|rekening|mobil|paspor))\s+(?:utama\s+)?$"
)
_ITS = Pattern(
    rf"(?i)\b(?:{_PREMISES}(?:nya|\s+(?:perusahaan|itu|tersebut|perusahaan\s+(?:itu|tersebut)|yang\s+dipimpin))|(?:perusahaan|lembaga)\s+(?:itu|tersebut))\b"
)


def find(context: Context) -> None:
    """Find the firms whose premises were raided, and raids told by sealing."""
    last = ""
    for view in context.body():
        for found, is_active in _told(view):
            at = found.start()
            if not reality.is_real(view, at) or context.is_denied(view.offset(at)):
                continue
            if _VISIT.match(found[0]) and not _is_official(context, view, found):
                continue
            firms = _firms(context, view, found, is_active=is_active)
            event = _event(context, view, found, firms)
            if event:
                _claim(context, view, found, event, firms)
                last = event
        noun = _NOUN.search(view.masked)
        if noun and reality.is_real(view, noun.start()):
            last = last or _here(context, view)
            firms = _named_behind(context, view, noun)
            last = last or (_make(context, view, noun) if firms else "")
            last = last or _of_a_day(context, view, noun)
            if last:
                _claim(context, view, noun, last, firms)
        if last and (team := _TEAM.match(view.masked)):
            _members(context, view, team, last)
    _all_people(context)


def _all_people(context: Context) -> None:
    """Claim the migrants who were at raided firms, and in the one interception that names none."""
    for event in list(context.events.get("Raid", [])):
        _people(context, event)
    stopped = context.only_event("Interception")
    if stopped and "affected" not in context.sink.told_of(stopped):
        _found_there(context, stopped, reach=_LATER)


# "Di dalamnya ada 47 calon pekerja", "Sebanyak 52 calon pekerja tinggal di enam kamar"
_PEOPLE = pattern(
    r"\b(?:menemukan|mendapati|menjumpai|memergoki|ada|terdapat|ditemukan|didapati|memuat|mengangkut)\s+(?:(?:sebanyak|sedikitnya|setidaknya|sekitar)\s+)?{CNT:who}"
    r"|{CNT:who2}(?:\s+(?:asal|dari|tujuan)\s+⟨LOC\d+⟩)*\s+(?:(?:yang|sedang|tengah|masih|sudah)\s+)*(?:tinggal|ditampung|berada|menginap|menempati|menghuni|ditemukan|didapati)\b"
)
_SOON = 4
# What is told of the whole year, or of all firms, is not of those found there.
_GENERAL = Pattern(
    r"(?i)\b(?:saat\s+ini|selama|sepanjang|sejak|total|tercatat|berdasarkan\s+data|menurut\s+data|tahun\s+(?:ini|lalu)|setiap)\b"
)
_BEHIND = 40
_LATER = 7
_MIGRANT_ROLES = frozenset({"prospective-migrant", "victim", "migrant-worker"})


def _people(context: Context, event: str) -> None:
    """Claim the migrants who are told to have been at the premises of a firm that was raided."""
    claims = context.sink.claims.values()
    told = [c.value for c in claims if c.subject == event and c.property == "affected"]
    if not told or any(context.sink.entities[one].cls == "Group" for one in told):
        return
    _found_there(context, event)


def _found_there(context: Context, event: str, reach: int = 0) -> None:
    """Claim the migrants who are told soon behind a deed to have been where it was.

    Args:
        context: The document.
        event: A raid, or the one interception of the document.
        reach: Within how many sentences the first number is all of them; 0 where each number
            of the next few is of others.
    """
    start = context.sink.entities[event].start
    later = [view for view in context.body() if view.sentence.end > start]
    later = later[: reach or _SOON]
    later = [view for view in later if not _GENERAL.search(view.masked)]
    for view, found in ((v, one) for v in later for one in _PEOPLE.finditer(v.masked)):
        item = view.item(found, "who") or view.item(found, "who2")
        value = item.value if item else None
        is_told = reality.is_real(view, found.start())
        behind = context.text[item.end : item.end + _BEHIND] if item else ""
        is_migrant = isinstance(value, Counted) and (
            value.role in _MIGRANT_ROLES or (not value.role and MIGRANTS.match(behind) is not None)
        )
        if item and is_migrant and is_told:
            who = group(context, view, item, context.voice(item.start))
            context.sink.link(event, "affected", [who], (item.start, item.end), confidence=0.78)
            if reach:
                return


# "Tim terdiri atas BP3MI Bali, Disnaker, serta Polda Bali": who came with the team told of.
_TEAM = pattern(
    r"^Tim(?:\s+(?:gabungan|itu|tersebut|ini))*\s+(?:terdiri\s+(?:atas|dari)|beranggotakan|diisi|melibatkan)\s+(?P<who>{ORG}[^.;]*)"
)


def _members(context: Context, view: View, team: re.Match[str], event: str) -> None:
    if "conductedBy" not in context.sink.told_of(event):
        items = [i for i in view.within(*team.span("who"), Kind.ORG) if not is_firm(i)]
        context.sink.link(
            event, "conductedBy", context.registry.many(items), view.whole, confidence=0.82
        )


def _of_a_day(context: Context, view: View, noun: re.Match[str]) -> str:
    """Return a new raid told by its noun, day and agency: ``Pemeriksaan lapangan dilakukan``."""
    is_whole = frames.date_of(view, noun.end()) and (
        _agents(context, view, noun) or _helpers(context, view, [])
    )
    return _make(context, view, noun) if is_whole else ""


# Relatives and reporters come to an office, too.
_VISIT = Pattern(
    r"(?i)mendatangi|menyambangi|didatangi|memeriksa|meninjau|mengecek|menginspeksi|melakukan\s+(?:pengecekan|verifikasi|kunjungan|inspeksi)"
)
_OFFICERS_CAME = Pattern(
    r"(?i)\b(?:petugas|tim|polisi|aparat|satgas|penyidik|pengawas|personel)\b[^.;,]{0,60}$"
)


def _is_official(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether officers came, and nobody else."""
    agents = [i for i, _ in _agents(context, view, found) if i.cls not in _PRIVATE]
    led = _LED.search(view.masked[: found.start()])
    who = context.registry.of(view.item(led, "by")) if led else ""
    return bool(agents or who in context.registry.org_of) or (
        _OFFICERS_CAME.search(view.masked[: found.start()]) is not None
    )


_PRIVATE = frozenset({"MediaOrganization", "CivilSocietyOrganization", "Organization"})


def _told(view: View) -> list[tuple[re.Match[str], bool]]:
    active = [*_RAID.active.finditer(view.masked), *_CLOSED.finditer(view.masked)]
    passive = [*_RAID.passive.finditer(view.masked), *_CLOSED_PASSIVE.finditer(view.masked)]
    return [*((one, True) for one in active), *((one, False) for one in passive)]


def _firms(context: Context, view: View, found: re.Match[str], *, is_active: bool) -> list[str]:
    """Return the firms whose premises a verb has as its object, or a passive one as its subject."""
    if is_active:
        gap = _OF.match(view.masked, found.end())
        at = gap.end() if gap else found.end()
        run = _FIRMS.match(view.masked, at)
        if run is None and (there := _there(context, view, found)):
            return context.registry.many([i for i in there.items if is_firm(i)])
        if run is None or _WHOSE.search(view.masked[:at]):
            return _meant(context, view, view.masked[found.end() : found.end() + _REACH])
    else:
        runs = [one for one in _FIRMS.finditer(view.masked) if one.end() <= found.start()]
        run = runs[-1] if runs else None
        if run is None:
            return _meant(context, view, view.masked[: found.start()])
        is_its = reaches(view, run.end(), found.start())
        if not is_its or _WHOSE.search(view.masked[: run.start()]):
            return []
    return context.registry.many([i for i in view.within(*run.span(), Kind.ORG) if is_firm(i)])


_REACH = 60


# "setelah melakukan kunjungan mendadak pada Kamis": to the office of the sentence before.
_NO_OBJECT = Pattern(r"\s*(?:[.,]|$|pada\s|⟨DAT|ke\s+(?:sana|lokasi)|di\s+(?:sana|lokasi))")
_OFFICE = Pattern(rf"(?i)\b{_PREMISES}\s+(?:[a-z]+\s+){{0,2}}⟨ORG")


def _there(context: Context, view: View, found: re.Match[str]) -> View | None:
    """Return the sentence before, where a visit without an object was to its one firm's office."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    firms = context.registry.many([i for i in before.items if is_firm(i)])
    is_there = len(firms) == 1 and _OFFICE.search(before.masked) and before is not view
    return before if is_there and _NO_OBJECT.match(view.masked, found.end()) else None


def _meant(context: Context, view: View, words: str) -> list[str]:
    """Return the firm of whose premises words such as ``kantor itu`` speak."""
    if _ITS.search(words) is None or _FIRMS.search(words):
        return []
    here = context.registry.many([i for i in view.items if is_firm(i)])
    firm = (here[0] if len(here) == 1 else "") or company_before(context, view)
    return [firm] if firm else []


def _named_behind(context: Context, view: View, noun: re.Match[str]) -> list[str]:
    """Return the firms of a noun's clause: ``Penyegelan kantor PT A``, ``Dalam sidak ... PT A``."""
    runs = list(_FIRMS.finditer(view.masked, noun.end()))
    runs = [one for one in runs if any(map(is_firm, view.within(*one.span(), Kind.ORG)))]
    runs = [one for one in runs if not _WHOSE.search(view.masked[: one.start()])]
    if not runs:
        led = "memimpin" in noun[0]
        return _meant(context, view, "kantor itu" if led else view.masked[noun.end() :])
    if not _PLACED.search(view.masked[noun.end() : runs[0].start()]):
        return []
    items = view.within(*runs[0].span(), Kind.ORG)
    return context.registry.many([item for item in items if is_firm(item)])


_PLACED = Pattern(
    rf"(?i)(?:\b(?:di|ke|terhadap)\s+)?(?:{_PREMISES}\s+)(?:[a-z]+\s+){{0,3}}$|\b(?:di|ke|terhadap)\s+$"
)


def _here(context: Context, view: View) -> str:
    """Return the raid that this sentence, or the one before, was found to tell of."""
    before = context.views[max(0, view.sentence.number - 1)].sentence.start
    raids = list(context.events.get("Raid", []))
    near = [one for one in raids if before <= context.sink.entities[one].start < view.sentence.end]
    return near[-1] if near else ""


def _event(context: Context, view: View, found: re.Match[str], firms: list[str]) -> str:
    """Return the raid told at a match: one of this sentence, of these firms, or a new one."""
    start, end = view.whole
    here = [
        one
        for one in context.events.get("Raid", [])
        if start <= context.sink.entities[one].start < end
    ]
    if here:
        return here[-1]
    for one in context.events.get("Raid", []):
        claims = context.sink.claims.values()
        known = {c.value for c in claims if c.subject == one and c.property == "affected"}
        if firms and known.issuperset(firms):
            return one
    is_sure = (
        bool(firms) or _is_sealed(context, view, found) or _COUNTED.match(view.masked, found.end())
    )
    return _make(context, view, found) if is_sure else ""


# "Tim gabungan memeriksa enam lembaga pelatihan di Denpasar"
_COUNTED = Pattern(r"\s+⟨CNT\d+⟩(?:\s+pelatihan)?\s+di\s+⟨LOC")


def _is_sealed(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether some place was sealed by an agency on a stated day."""
    return (
        bool(_SEAL.search(found[0]))
        and bool(_agents(context, view, found))
        and frames.date_of(view, 0) is not None
    )


_SEAL = Pattern(r"segel|nyegel|gembok|garis")


def _make(context: Context, view: View, found: re.Match[str]) -> str:
    event = context.sink.fresh("evt", "raid")
    label = "Penyegelan" if _SEAL.search(found[0]) else "Penggerebekan"
    context.sink.entity(event, "Raid", label, view.span(found))
    context.add_event("Raid", event)
    return event


def _agents(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    if nominal.is_noun(found[0]) or _NOUN.match(found[0]):
        agents = nominal.agents(context, view, found.end())
    else:
        agents = frames.agents_before(context, view, found.start())
        agents = [(item, id_) for item, id_ in agents if not is_firm(item)]
        agents = agents or frames.agents_after(context, view, found.end())
    before = view.masked[: found.start()]
    if not agents:
        officers = _OFFICERS.match(view.masked, found.end()) or _FOUND_BY.search(before)
        officers = officers or (_THEN.search(view.masked) if _NOUN.match(found[0]) else None)
        by = view.item(officers, "by") if officers else None
        agents = [(by, context.registry.of(by))] if by else []
    if not agents and (through := _THROUGH.search(before)):
        agents = [
            (item, context.registry.of(item)) for item in view.within(*through.span(), Kind.ORG)
        ]
    return [(i, id_) for i, id_ in agents if id_ and not is_firm(i)]


# "Pemkab Garut melalui Satpol PP menyegel", "petugas BP3MI Sumsel menemukan"
_THROUGH = pattern(
    r"{ORG}(?:\s+(?:melalui|lewat|bersama|dan)\s+(?:petugas\s+|tim\s+)?{ORG})?(?:\s+(?:yang\s+)?[a-z]+){0,2}\s+$"
)
# "Dalam sidak itu petugas BP3MI menemukan", "Verifikasi lapangan BP3MI pada 20 Maret"
_OFFICERS = pattern(
    r"(?:\s+(?:itu|tersebut|ini))?,?\s+(?:(?:petugas|tim|personel|aparat|gabungan|oleh|dari)\s+)*{ORG:by}(?=\s+(?:pada|di|menemukan|mendapati|mengungkap|⟨DAT))"
)
# "diungkap Ombudsman setelah melakukan kunjungan", "Dalam sidak di ..., petugas BP3MI mendapati"
_FOUND_BY = pattern(
    r"\bdi[a-z]+\s+(?:oleh\s+)?(?:petugas\s+|tim\s+)?{ORG:by}(?:\s*\([^)⟨]{1,24}\))?,?\s+(?:setelah|usai|seusai|saat|ketika)\s+$"
)
_THEN = pattern(
    r",\s+(?:(?:petugas|tim|personel|aparat|gabungan|dari|pihak)\s+)*{ORG:by}(?:\s*\([^)⟨]{1,24}\))?\s+(?:bersama\b[^.;]{0,40}?\s)?(?:menemukan|mendapati|menjumpai|mengungkap|menyita|mengamankan|mencatat)\b"
)
_HELPED = pattern(
    r"\b(?i:bersama(?:-sama)?(?:\s+dengan)?|didampingi|dibantu|dikawal|disertai|menggandeng)\s+(?:oleh\s+)?(?:(?:petugas|tim|anggota|personel|aparat|jajaran|unsur|perwakilan|dari)\s+)*"
    r"(?P<who>{ORG}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+){ORG})*)"
)


def _helpers(context: Context, view: View, known: list[str]) -> list[str]:
    """Return who came with the agency: ``didampingi anggota Polsek X``."""
    rows = [view.within(*one.span("who"), Kind.ORG) for one in _HELPED.finditer(view.masked)]
    items = [item for row in rows for item in row if not is_firm(item)]
    items = [item for item in items if item.cls != "MediaOrganization"]
    return [id_ for id_ in context.registry.many(items) if id_ not in known]


_BY = pattern(
    r"\s+(?:(?:yang\s+)?(?:dilakukan|digelar|dipimpin|dilaksanakan)\s+)?(?:langsung\s+)?(?:oleh\s+)?{PER:by}"
)
_LED = pattern(
    r"{PER:by}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:bersama|beserta|didampingi)\s[^.;]{2,50}?\s)?(?:(?:langsung|turut|ikut|juga|kembali|memimpin|telah|sudah|sempat|saat|ketika)\s+)*$"
)


def _claim(
    context: Context, view: View, found: re.Match[str], event: str, firms: list[str]
) -> None:
    """Claim firms, agents, day and place of a raid, as far as the sentence tells them."""
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0])
    sink.link(event, "affected", firms, view.whole, voice, 0.85)
    told = sink.told_of(event)
    if "conductedBy" not in told:
        for item, id_ in _agents(context, view, found):
            where = item.start, item.end
            sink.claim(
                event, "conductedBy", id_, where, is_object=True, voice=voice, confidence=0.85
            )
    _led(context, view, found, event)
    known = [c.value for c in sink.claims.values() if c.subject == event]
    sink.link(event, "assistedBy", _helpers(context, view, known), view.whole, voice, 0.8)
    day = frames.date_of(view, found.start())
    if (
        "date" not in told
        and day is not None
        and "/" not in day.key
        and len(day.key) >= len("2025-01")
    ):
        where = day.start, day.end
        sink.claim(
            event, "date", day.key, where, voice=voice, original=day.original, confidence=0.85
        )
    for item, id_ in [] if "occurredAt" in told else _places(context, view, found):
        where = item.start, item.end
        sink.claim(event, "occurredAt", id_, where, is_object=True, voice=voice, confidence=0.82)


def _led(context: Context, view: View, found: re.Match[str], event: str) -> None:
    """Claim the official who came himself, with the organisation of the post held."""
    told_of = context.sink.told_of(event)
    told = _LED.search(view.masked[: found.start()]) or _BY.match(view.masked, found.end())
    who = view.item(told, "by") if told else None
    id_ = context.registry.of(who)
    org = context.registry.org_of.get(id_, "")
    is_known = bool(context.registry.posts_of.get(id_)) and "conductedBy" in told_of
    if who is None or not (org or is_known):
        return
    span = who.start, who.end
    if org:
        ensure_org(context, org, span)
    context.sink.link(
        event, "conductedBy", [one for one in (id_, org) if one], span, confidence=0.8
    )


_SEAT = pattern(
    r"{ORG:firm}(?:\s*\([^)⟨]{1,24}\))?\s*(?:,\s*|,?\s+(?:di|yang\s+ber\w+\s+di)\s+)(?P<chain>{LOC}(?:\s*,\s*{LOC})*)"
)


def _places(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return where it was: the chain of places told of it, or behind the firm's name."""
    places = frames.places_of(context, view, found.start())
    if places:
        return places
    view = _there(context, view, found) or view
    # "REPUBLIKA.CO.ID, JAKARTA": the town of an outlet is no seat.
    seats = [one for one in _SEAT.finditer(view.masked) if is_firm(view.item(one, "firm"))]
    items = view.within(seats[0].start("chain"), seats[0].end("chain")) if len(seats) == 1 else []
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]
