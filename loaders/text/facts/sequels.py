"""What a later sentence adds to an event: ``Penangkapan dilakukan di Kupang, Senin (4/8)``.

Owns which sentences go on about an event told before: those that begin with its noun, or with a
pronoun and its passive verb. Refuses to add to an event where the document tells of several of
the kind, and to overwrite a date or place that stands.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import carried, frames, listed, nominal, reality, sections
from loaders.text.facts.frames import is_brief
from loaders.text.facts.groups import group
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

_DEED = (
    r"(?:\s+(?:itu|tersebut|ini|terhadap\s+\w+|para\s+\w+|mereka|keduanya))?\s+(?:itu\s+"
    r"|tersebut\s+)?"
    r"(?:dilakukan|terjadi|berlangsung|dilaksanakan|digelar|bertempat)\b"
)
# Nouns for whatever the police did; they go on about all that one sentence told.
_ANY_DEED = Pattern(
    rf"^(?:[^\"“.]{{0,90}}?\b(?:{VERB})\w*,?\s+(?:bahwa\s+)?)?[\"“]?"
    rf"(?i:Penindakan|Operasi|Penyergapan|Pencegatan|Razia|Pengungkapan){_DEED}"
)
DEEDS = ("Arrest", "Rescue", "Interception", "Raid")
"""Classes of events that later sentences go on with."""
_WHO = (
    r"(?i:Mereka|Keduanya|Ketiganya|Keempatnya|Kelimanya|Keenamnya|Para\s+(?:korban|tersangka|pelaku"
    r"|calon\s+\w+(?:\s+\w+){0,2})|Kedua\s+(?:tersangka|pelaku)|Pelaku|Tersangka|Ia|Dia"
    r"|Seluruh\s+korban)"
)
_SEQUELS: tuple[tuple[str, Pattern], ...] = tuple(
    (
        cls,
        Pattern(
            rf"^(?:[^\"“.]{{0,90}}?\b(?:{VERB})\w*,?\s+(?:bahwa\s+)?)?[\"“]?(?:(?P<noun>(?i:{noun}){_DEED})"
            rf"|{_WHO}\s+(?:\w+\s+){{0,2}}?(?:{verb})\b)"
        ),
    )
    for cls, noun, verb in (
        (
            "Arrest",
            "Penangkapan|Penciduk?an|Pengamanan",
            "ditangkap|diringkus|dibekuk|diciduk|diamankan",
        ),
        (
            "Interception",
            "Penggagalan|Pencegahan|Penundaan|Pengungkapan|Pengamanan",
            "dicegah|dicegat|digagalkan",
        ),
        ("Rescue", "Penyelamatan|Evakuasi", "diselamatkan|dievakuasi"),
        ("Raid", "Pengge?rebe[gk]k?an|Penggeledahan", "digerebek"),
        ("Repatriation", "Pemulangan|Kepulangan", "dipulangkan"),
        ("Deportation", "Deportasi|Pemulangan", "dideportasi"),
    )
)


def find(context: Context) -> None:
    """Add date and place to events of body sentences that go on about them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _bound(context, view)
        _arrived(context, view)
        _docked(context, view)
        _stopped(context, view)
        listed.name_arrested(context, view)
        for cls, rule in _SEQUELS:
            found = rule.match(view.masked)
            if found and reality.is_real(view, found.end() - 3):
                event = opened(context, view, cls)
                _add(context, view, event, found)
                for other in _beside(context, event) if found["noun"] else ():
                    _add(context, view, other, found)
        _any_deed(context, view)
        _house(context, view)
        _he(context, view)
        _secured(context, view)
        _found_there(context, view)
        _ours(context, view)
    for event in [one for cls in DEEDS for one in dict.fromkeys(context.events.get(cls, []))]:
        carried.same_time(context, context.views[_line(context, event)], event)


def opened(context: Context, view: View, *classes: str) -> str:
    """Return the event that a sentence may go on about, or empty.

    That is the one event of some classes, or the one told so far; where there are several, the one
    told last, no more than two sentences before.
    """
    if only := context.only_event(*classes):
        return "" if sections.are_apart(context, only, view.sentence.start) else only
    number = view.sentence.number
    near = context.views[max(0, number - _NEXT) : number]
    events = {one for cls in classes for one in context.events.get(cls, [])}
    earlier = [one for one in events if _line(context, one) < number]
    if len(earlier) == 1:
        return earlier[0]
    for other in reversed(near):
        told = [e for e in events if _line(context, e) == other.sentence.number]
        if told:
            return told[0] if len(told) == 1 else ""
    return ""


# So many sentences behind an event, its paragraph may go on about it.
_NEXT = 2


_SECURED = Pattern(
    r"^[\"“]?(?:(?:Ke\w+|Para|Seluruh|Semua)\s+(?:calon|c?pmi|wni|tki|korban|orang|pekerja|penumpang)\b[^⟨.,]{0,40}?|(?:(?:Sebanyak|Sedikitnya|Total|Ada)\s+)?(?P<who>⟨CNT\d+⟩)"
    r"[^⟨.,]{0,30}?|Mereka|Seluruhnya|Semuanya)\s+(?:\w+\s+){0,2}?(?:diamankan|ditemukan|dicegat|dihentikan|dipergoki)"
    r"(?=\s+(?:oleh\s+)?(?:\w+\s+|⟨ORG\d+⟩\s*){0,4}?(?:di|saat|ketika|pada)\b)",
    re.IGNORECASE,
)


def _secured(context: Context, view: View) -> None:
    """Add where those were found whom the one interception concerns.

    "Ketujuh calon PMI itu diamankan di Bandara Kualanamu": ``Mereka`` only as long as the document
    has told of nobody else whom the police may hold.
    """
    found = _SECURED.match(view.masked)
    event = opened(context, view, "Interception") or opened(context, view, "Rescue")
    if not found or not event or not reality.is_real(view, found.end() - 3):
        return
    words = r"(?i)\b(?:calon|c?pmi|wni|tki|korban|pekerja|penumpang)\b"
    is_named = re.search(words, found[0]) is not None or any(
        getattr(item.value, "role", "") in ("prospective-migrant", "migrant-worker", "victim")
        for item in view.within(0, found.end(), Kind.COUNT)
    )
    if is_named or not _CULPRITS.search(context.text, 0, view.sentence.start):
        _add(context, view, event, found)
        if found["who"] and "affected" not in context.sink.told_of(event):
            _affects(context, view, event, found)


_CULPRITS = Pattern(
    r"(?i)\b(?:menangkap|meringkus|membekuk|menciduk|ditangkap|diringkus|dibekuk|tersangka|pelaku|tekong|calo|nakhoda"
    r"|sopir|agen|sponsor|pengurus)\b"
)


_FOUND_THERE = Pattern(
    rf"^[\"“]?(?:{carried.THERE}|Di\s+(?:lantai|dalam(?:nya)?|kamar|ruang(?:an)?|bagian|halaman|loteng)\b[^⟨,.;\"“]{{0,30}},\s|(?:Dalam|Saat|Ketika|Dari)\s+(?:pengge?rebe[gk]k?an|penggeledahan|inspeksi|sidak|razia)\b[^.;\"“]{{0,110}},\s|(?:[^\"“;]{{1,60}}\s[–—-]\s+)?(?:Pengge?rebe[gk]k?an|Penggeledahan|Inspeksi|Sidak|Razia)\b[^.;\"“]{{0,140}}?,?\s)(?:[^⟨.;\"“]|⟨(?:ORG|PER)\d+⟩){{0,60}}?\b(?:menemukan|mendapati|mengeluarkan|ditemukan|didapati|terdapat|ada|menyelamatkan|mengevakuasi|(?P<kept>mengamankan|diamankan))\s+"
    r"(?:sebanyak\s+|sedikitnya\s+)?(?P<who>⟨CNT\d+⟩)"
)


# "Sebanyak 25 perempuan ditemukan di dalamnya", "32 perempuan tinggal di rumah itu".
_INSIDE_IT = Pattern(
    r"^[\"“]?(?:(?:Sebanyak|Sedikitnya|Ada|Total|Saat\s+itu|Ketika\s+itu|Hasilnya|Benar\s+saja),?\s+){0,2}(?P<who>⟨CNT\d+⟩)(?:[^.;\"“]){0,90}?\s(?:ditemukan|didapati|disekap|ditampung|berada|tinggal|diamankan|dikumpulkan|menunggu|berdesakan)"
    r"\s(?:[^.;\"“⟨]{0,30}\s)?(?:di\s+(?:dalam(?:nya)?|sana|lokasi|tempat\s+(?:itu|tersebut)|(?:rumah|ruko|kos|gudang|hotel|losmen|penampungan)\s+(?:itu|tersebut)|(?:[a-z]+\s+)?(?:kamar|ruang(?:an)?|lantai)\b))"
)
# "Tim menemukan 47 calon pekerja": right behind the raid, it is there that they were found.
_FOUND_NEXT = Pattern(
    r"^[\"“]?(?:Tim|Petugas|Polisi|Penyidik|Aparat|Di\s+dalamnya)(?:\s+(?:gabungan|pun|lalu|kemudian|juga|itu|tersebut))*\s+"
    r"(?:menemukan|mendapati|ditemukan|terdapat)\s+(?:sebanyak\s+|sedikitnya\s+)?(?P<who>⟨CNT\d+⟩)"
)


def _found_there(context: Context, view: View) -> None:
    """Add whom the police found where the one raid was: ``Di rumah itu petugas menemukan ...``."""
    found = _FOUND_THERE.match(view.masked) or _INSIDE_IT.match(view.masked)
    reach = _NEXT if found else 1
    found = found or _FOUND_NEXT.match(view.masked)
    raids = dict.fromkeys(context.events.get("Raid", []))
    near = [one for one in raids if 0 <= view.sentence.number - _line(context, one) <= reach]
    if found is None or len(near) != 1 or not reality.is_real(view, found.start("who") - 3):
        return
    _affects(context, view, near[0], found)


def _affects(context: Context, view: View, event: str, found: re.Match[str]) -> None:
    """Claim that an event concerned the people whom a match counts."""
    for item in frames.persons_counted(view, found.start("who"), found.end("who")):
        if found.groupdict().get("kept") and not _is_kept_safe(item):
            continue
        if getattr(item.value, "role", "") not in ("suspect", "witness", "defendant"):
            span, voice = (view.offset(found.start()), item.end), context.voice(item.start)
            id_ = group(context, view, item, voice, "", event)
            context.sink.claim(
                event, "affected", id_, span, is_object=True, voice=voice, confidence=0.78
            )


def _is_kept_safe(item: Item) -> bool:
    """Whether those whom the police secured in a house are no culprits: women, and migrants."""
    role, noun = getattr(item.value, "role", ""), getattr(item.value, "noun", "")
    is_moved = role in ("prospective-migrant", "migrant-worker", "victim", "child-victim")
    return is_moved or noun in ("perempuan", "wanita", "anak", "anak-anak", "remaja", "wni")


_OURS = Pattern(
    r"^[\"“]?(?:(?!⟨(?:PER|INI|ORG|CNT)|\b(?:yang|bahwa|jika)\b)[^.;\"“]){0,110}?\b[Kk](?:ami|ita)\s+(?:(?:sudah|telah|berhasil|juga|langsung"
    r"|segera)\s+){0,2}(?P<verb>amankan|tangkap|ringkus|bekuk|ciduk|cegat|gagalkan|gerebek|selamatkan)\b"
)
_OF_OURS = {
    "cegat": "Interception", "gagalkan": "Interception", "gerebek": "Raid",
    "selamatkan": "Rescue", "amankan": "",
}  # fmt: skip


def _ours(context: Context, view: View) -> None:
    """Add what an agency's speaker says of the one deed: ``Kami amankan di dermaga, Minggu``."""
    found = _OURS.match(view.masked)
    if found is None or frames.persons_counted(view, 0, len(view.masked)):
        return
    cls = _OF_OURS.get(found["verb"], "Arrest")
    event = opened(context, view, *([cls] if cls else DEEDS))
    if event and reality.is_real(view, found.start("verb")):
        _add(context, view, event, found)


def _beside(context: Context, event: str) -> list[str]:
    """Return what one sentence told with an event: ``menangkap A dan menyelamatkan B``."""
    events = [one for cls in DEEDS if (one := context.only_event(cls))]
    told = {one: _line(context, one) for one in events}
    return [one for one in events if one != event and told[one] == told.get(event)]


def _line(context: Context, event: str) -> int:
    """Return the number of the sentence that first tells of an event."""
    start = context.sink.entities[event].start
    return next(s.number for s in context.sentences if s.start <= start < s.end)


def _any_deed(context: Context, view: View) -> None:
    """Add to all that was done in one go: ``Penindakan dilakukan pada Sabtu (2/8)``."""
    found = _ANY_DEED.match(view.masked)
    events = [one for cls in DEEDS for one in dict.fromkeys(context.events.get(cls, []))]
    events = [one for one in events if context.sink.entities[one].start < view.sentence.start]
    lines = {_line(context, one) for one in events}
    if found and len(lines) == 1 and reality.is_real(view, found.end() - 3):
        for event in events:
            _add(context, view, event, found)


# "Rumah tersebut berada di Pondok Melati, Kamis (20/2) malam": of the house raided just before.
_HOUSE = pattern(
    r"^[\"“]?(?:Rumah|Lokasi|Tempat|Gudang|Ruko|Bangunan|Kontrakan|Penampungan|Apartemen)(?:\s+(?:penampungan|kontrakan|itu|tersebut|ini)){1,3}\s+"
    r"(?:berada|terletak|berlokasi|beralamat)\s+di\s+(?:kawasan\s+|daerah\s+)?(?P<chain>{LOC}(?:\s*,\s*{LOC})*)"
)


def _house(context: Context, view: View) -> None:
    found = _HOUSE.match(view.masked)
    event = opened(context, view, "Raid") if found else ""
    if found is None or not event or _line(context, event) != view.sentence.number - 1:
        return
    _add(context, view, event, found)
    if "occurredAt" not in context.sink.told_of(event):
        for place in view.within(*found.span("chain")):
            ids, span = [context.registry.of(place)], (place.start, place.end)
            context.sink.link(event, "occurredAt", ids, span, context.voice(span[0]), 0.8)


_HE = pattern(
    r"^[\"“]?{PER:who}\s+(?:\w+\s+){0,2}?(?:diamankan|ditangkap|diringkus|dibekuk|diciduk|dicokok)\b"
)


def _he(context: Context, view: View) -> None:
    """Add when and where he was caught whom the one arrest holds: ``Ia diamankan di bandara``."""
    found = _HE.match(view.masked)
    who = view.item(found, "who") if found else None
    event = opened(context, view, "Arrest") if who and who.source == "anaphor" else ""
    if found is None or not event or not reality.is_real(view, found.end() - 3):
        return
    held = {
        c.value
        for c in context.sink.claims.values()
        if c.subject == event and c.property == "apprehended"
    }
    if held == {context.registry.of(who)}:
        _add(context, view, event, found)


_BOUND = Pattern(
    r"^[\"“]?(?:Di\s+(?:dalam|atas)nya\s+\w+\s+⟨CNT\d+⟩\s+yang|Mereka|Rombongan|Ke-?\d+\s+\w+|Para\s+(?:korban|calon|penumpang|pekerja)\b[^⟨.]{0,40}"
    r"|Seluruhnya|Semuanya"
    r"|Kesebelas\w*|(?:Belasan|Puluhan)\s+\w+)\s+(?:\w+\s+){0,3}?(?:hendak|akan|rencananya|diduga|berencana"
    r"|dijadwalkan)\b"
)


def _bound(context: Context, view: View) -> None:
    """Add where the people of the one interception were bound."""
    event = opened(context, view, "Interception")
    if not event or not _BOUND.match(view.masked):
        return
    known = context.sink.told_of(event)
    if "destination" in known or context.sink.entities[event].start >= view.sentence.start:
        return
    voice = context.voice(view.sentence.start)
    for item, id_ in frames.bound_for(context, view):
        span = item.start, item.end
        context.sink.claim(
            event, "destination", id_, span, is_object=True, voice=voice, confidence=0.8
        )


# An operation may take as many days: "Operasi digelar 2-8 Maret 2026".
_WEEK = 7


def _add(context: Context, view: View, event: str, found: re.Match[str]) -> None:
    if not event or context.sink.entities[event].start >= view.sentence.start:
        return
    known = context.sink.told_of(event)
    voice = context.voice(view.sentence.start)
    date = frames.date_of(view, found.end())
    is_days = date is not None and is_brief(date.key, _WEEK)
    if date and ("/" not in date.key or is_days) and "date" not in known:
        span = date.start, date.end
        context.sink.claim(
            event, "date", date.key, span, voice=voice, original=date.original, confidence=0.8
        )
    cls = context.sink.entities[event].cls
    if cls not in ("Repatriation", "Deportation") and "occurredAt" not in known:
        _places(context, view, event, found, voice)
    if "conductedBy" not in known:
        for item, id_ in _agents(context, view, found):
            span = view.offset(found.start()), item.end
            context.sink.claim(
                event, "conductedBy", id_, span, is_object=True, voice=voice, confidence=0.82
            )


def _agents(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return who did what the words of a match go on about."""
    deed = _BY_WHOM.search(found[0])
    by = nominal.agents(context, view, found.start() + deed.start()) if deed else []
    return by or frames.agents_after(context, view, found.end())


_BY_WHOM = Pattern(r"\s+\w+$")


_ARRIVED = Pattern(
    r"^[\"“]?(?:Rombongan|Mereka|Seluruhnya|Keduanya|Para\s+\w+(?:\s+\w+){0,3}|Ke\w+\s+(?:WNI|PMI|orang)"
    r"|Pesawat|(?:Belasan|Puluhan|Ratusan)\s+\w+(?:\s+\w+)?)[^.⟨\"“]{0,60}\b(?:mendarat|tiba|sampai|berangkat|diterbangkan|diberangkatkan)\b"
)


def _arrived(context: Context, view: View) -> None:
    """Add the day on which the people of the one return came home."""
    event = opened(context, view, "Repatriation") or opened(context, view, "Deportation")
    if event:
        _landed(context, view, event)
    found = _ARRIVED.match(view.masked)
    if not event or found is None or not reality.is_real(view, found.end() - 5):
        return
    # "Rombongan berangkat pada 20 Mei. Tiga orang dideportasi": the day of the way out.
    is_before = context.sink.entities[event].start >= view.sentence.start
    if is_before or "date" in context.sink.told_of(event):
        return
    date = frames.date_of(view, found.end())
    if date and date.is_day:
        span, voice = (date.start, date.end), context.voice(view.sentence.start)
        context.sink.claim(
            event, "date", date.key, span, voice=voice, original=date.text, confidence=0.78
        )


_LANDING = pattern(
    r"^[\"“]?(?:Setelah|Sesampai(?:nya)?|Setiba(?:nya)?|Usai|Begitu)\s+(?:(?:mendarat|tiba)\s+)?di\s+(?P<port>{PNT})"
)


_THEY_LANDED = pattern(
    r"^[\"“]?(?:Mereka|Rombongan|Ke\w+nya|Para\s+\w+|(?:Belasan|Puluhan|Ratusan)\s+\w+)(?:\s+\w+){0,3}?\s+(?:tiba|mendarat)\s+di\s+(?P<port>{PNT})"
)


def _landed(context: Context, view: View, event: str) -> None:
    """Add the port by way of which the people of the one return came in."""
    found = _LANDING.match(view.masked) or _THEY_LANDED.match(view.masked)
    port = view.item(found, "port") if found else None
    id_ = context.registry.of(port)
    if port and id_ and "transit" not in context.sink.told_of(event):
        span, voice = (port.start, port.end), context.voice(port.start)
        context.sink.claim(event, "transit", id_, span, is_object=True, voice=voice, confidence=0.8)


_STOPPED = Pattern(
    r"^[\"“]?(?:Petugas|Polisi|Tim|Aparat|Personel|Prajurit|Anggota|Kapal\s+patroli)\s+(?:\w+\s+){0,2}"
    r"(?:mencegat|menghentikan|memergoki|menyergap|mengejar\s+dan\s+menghentikan)\b"
)


def _stopped(context: Context, view: View) -> None:
    """Add day and place of the one interception: ``Petugas mencegat sebuah kapal di ...``."""
    found = _STOPPED.match(view.masked)
    event = opened(context, view, "Interception")
    if not event or found is None or not reality.is_real(view, found.end() - 3):
        return
    _add(context, view, event, found)


_INSIDE = Pattern(
    r"^[\"“]?(?:Di\s+(?:dalam|atas)(?:nya|\s+(?:kapal|pesawat|feri)\b)|(?:Kapal|Pesawat|Feri)\s+(?:itu|tersebut)\b)"
)
_DOCKED = Pattern(r"(?i)\b(?:merapat|bersandar|sandar|berlabuh|tiba|mendarat)\b")


def _docked(context: Context, view: View) -> None:
    """Add when and where the ship came in that carried the people of the one deportation."""
    event = context.only_event("Deportation", "Repatriation")
    number = view.sentence.number
    if not event or not number or not _INSIDE.match(view.masked):
        return
    before = context.views[number - 1]
    start = context.sink.entities[event].start
    is_here = view.sentence.start <= start < view.sentence.end
    if not is_here or before.sentence.block != view.sentence.block:
        return
    found = _DOCKED.search(before.masked)
    if found is None or not reality.is_real(before, found.start()):
        return
    voice, sink = context.voice(before.sentence.start), context.sink
    date = frames.date_of(before, found.end())
    known = sink.told_of(event)
    if date and date.is_day and "date" not in known:
        span = date.start, date.end
        sink.claim(event, "date", date.key, span, voice=voice, original=date.text, confidence=0.8)
    for point in before.items:
        id_ = context.registry.of(point) if point.kind is Kind.POINT else ""
        if id_ and "transit" not in known:
            span = point.start, point.end
            sink.claim(event, "transit", id_, span, is_object=True, voice=voice, confidence=0.78)


def _places(context: Context, view: View, event: str, found: re.Match[str], voice: Voice) -> None:
    for item, id_ in frames.places_of(context, view, found.end()):
        span = item.start, item.end
        context.sink.claim(
            event, "occurredAt", id_, span, is_object=True, voice=voice, confidence=0.78
        )
