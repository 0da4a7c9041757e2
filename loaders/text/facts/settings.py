"""Where and on what day a gathering was held, or something formed.

Owns what stands behind the words of an event up to the end of their clause, before them at the
start of the sentence, and in a sentence of its own (``Kegiatan itu berlangsung di Cilacap``).
Refuses until when something lasts, and the places of other clauses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind
from loaders.text.speech import ROOT
from loaders.text.view import View, pattern

_CUT = Pattern(
    rf"[;!?\"“”]|\.(?=\s|$)|\s(?:yang(?!\s+(?:berlangsung|digelar|dilaksanakan|diadakan|diselenggarakan|dilakukan|dihelat|dipusatkan|bertempat|diinisiasi|diadakannya)\s+(?:(?:di|pada|oleh)\s|⟨ORG))|untuk|guna|agar|sehingga|namun|tetapi|sedangkan|sementara|setelah|usai|sebelum|bahwa|hingga|sampai|karena"
    rf"|terkait|menyusul|sebagai)\s|,\s+(?:{ROOT}|demikian|menurut)\b|\s(?:dan|serta|lalu|kemudian)\s+(?:(?:telah|sudah)\s+)?(?:me|di)[a-z]{{4,}}"
)
_AT = pattern(
    r"\b(?:di|bertempat\s+di|berlokasi\s+di|dipusatkan\s+di),?\s+(?:(?:[a-z][\w-]*|[A-Z]\w+|\d+|{ORG})\s*,?\s+){0,4}?"
    r"(?P<chain>{LOC}(?:\s*,\s*{LOC}|\s+{LOC}|\s*\({LOC}\)){0,3})"
)
# "di kantor Kemenko Polkam, Jakarta Pusat", "di KBRI Tokyo": an office is a house, too.
_HOUSE = (
    r"(?P<office>(?:(?P<room>(?i:aula|ruang(?:an)?(?:\s+(?:rapat|pertemuan|kerja|lobi))?|halaman|lobi|lapangan|lantai\s+\w+))\s+)?"
    r"(?P<house>(?i:kantor|markas|gedung|kampus)\s+)?{ORG:org})(?!\s+(?:dan|serta)\s+⟨ORG)"
)
_OFFICE = pattern(rf"\bdi\s+{_HOUSE}")
_OPENS_IN = pattern(
    rf"^[\"“]?(?:Di|Bertempat\s+di)\s+{_HOUSE}(?:\s*,\s*⟨LOC\d+⟩){{0,2}}\s*,"
    r"(?:\s*(?:pada\s+)?{DAT:date}\s*,)?"
)
_NOT_AT = Pattern(
    r"(?i)(?:bekerja|kerja|berada|asal|warga|tinggal|berkantor|bermarkas|bertugas)\s+$"
    # "mengingat banyaknya masalah pekerja di Suriah": why they met.
    r"|\b(?:mengingat|lantaran|karena|permasalahan)\b[^,;]{0,60}$"
)
_AT_AGAIN = pattern(r"\s*,\s+(?:di|bertempat\s+di)\s+(?:[A-Za-z]+\s+){0,4}?{LOC}")
_UNTIL = Pattern(
    r"(?i)\b(?:tertanggal|terhitung\s+\w+|hingga|sampai|sampai\s+dengan|berakhir|sebelum|target|paling\s+lambat|nomor\s+(?:\S{1,20}\s+tahun|⟨DUR\d+⟩))\s+$"
)
_OPENS = pattern(
    r"^[\"“]?(?:[^⟨.\"“]{0,40}(?:⟨(?:LOC|ORG)\d+⟩[^⟨.\"“]{0,20}){0,3}\s[-–—]+\s+)?(?:[A-Z][a-z]+\s+[a-z]+,\s+)?(?:[Pp]ada\s+)?{DAT:date}\s*,"
)
_OPENS_AT = pattern(
    r"^[\"“]?(?:Di|Bertempat\s+di)\s+(?:\w+\s+){0,3}(?P<chain>{LOC}(?:\s*,\s*{LOC}){0,2})\s*,(?:\s*{DAT:date}\s*,)?"
)
_ALONE = Pattern(
    r"^(?:Kali\s+ini,?\s+)?(?i:Kegiatan|Acara|Agenda|Pertemuan|Rapat|Kunjungan|Audiensi|Sosialisasi|Penyuluhan|Edukasi|Peresmian|Pembukaan|Peluncuran|Pelatihan|Pengukuhan"
    r"|Kampanye|Program|Forum|Diskusi|Dialog|Penandatanganan|Pertukaran\s+naskah|Peninjauan|Pemeriksaan|Inspeksi|Pencegahan|Peluncuran)(?:nya)?(?:\s+(?:itu|tersebut|ini))?(?:\s+yang)?\s+(?:\w+\s+){0,2}?"
    r"(?P<verb>berlangsung|digelar|dilaksanakan|diadakan|diselenggarakan|dipusatkan|dihelat|dilakukan|bertempat|dilangsungkan|dimulai)\b(?:\s+dalam\s+[^⟨.,;]{1,50}\s+yang\s+(?:digelar|diadakan|berlangsung))?"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Day and places of an event, as far as they are told; offsets of the office it was in."""

    day: Item | None
    places: tuple[Item, ...]
    office: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return self.day is not None or bool(self.places) or self.office is not None

    @property
    def is_placed(self) -> bool:
        """Whether a place is told."""
        return bool(self.places) or self.office is not None

    def filled(self, other: Setting) -> Setting:
        """Return this setting, with what it lacks taken from another."""
        office = self.office if self.is_placed else other.office
        return Setting(self.day or other.day, self.places or other.places, office)


def of(context: Context, view: View, at: int) -> Setting:
    """Return the setting of what the words that end at a masked position tell."""
    made = _behind(context, view, at)
    number = view.sentence.number + 1
    behind = context.views[number] if number < len(context.views) else view
    alone = _ALONE.match(behind.masked) if behind.sentence.block - view.sentence.block < 2 else None
    if alone is None or behind is view:
        return made
    return made.filled(_behind(context, behind, alone.end()))


def _behind(context: Context, view: View, at: int) -> Setting:
    cut = _CUT.search(view.masked, at)
    end = cut.start() if cut else len(view.masked)
    if cut and "⟨" not in view.masked[at:end] and (on := _GOES_ON.match(view.masked, end)):
        return _behind(context, view, on.end())
    return Setting(_day(view, at, end), _places(context, view, at, end), _office(view, at, end))


# "meneken nota kesepahaman untuk melindungi pekerja, di Jakarta, Selasa"
_GOES_ON = Pattern(
    r"\s(?:untuk|guna|terkait|sebagai)\s(?:[^.;\"“⟨]|⟨TOP\d+⟩){3,110}?(?:,(?=\s+(?:di|bertempat|pada)\s)|(?=\sbertempat\s+di\s))"
)


def _office(view: View, at: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of the office in which something is told to have been."""
    found = _OFFICE.search(view.masked, at, end) or _OPENS_IN.match(view.masked)
    org = view.item(found, "org") if found else None
    if found is None or org is None or _NOT_AT.search(view.masked[at : found.start()]):
        return None
    is_house = bool(found["house"] or found["room"]) or org.cls in _HOUSES
    return view.span(found, "office") if is_house else None


# "digelar di Polda X", "di KBRI Tokyo": their names are those of their houses, too.
_HOUSES = frozenset({"ForeignMission", "LawEnforcementAgency", "ProtectionOffice"})


def is_bound(view: View, day: Item) -> bool:
    """Whether a date is an end, or part of a number: ``hingga``, ``Nomor 88 Tahun 2025``."""
    at = frames.masked_at(view, day)
    return _UNTIL.search(view.masked[max(0, at - 40) : at]) is not None


_YEAR = len("2025")


def _day(view: View, at: int, end: int) -> Item | None:
    # "Peraturan Tahun 2025": no gathering is told by its year alone; "rakor tahun 2024 di Lampung
    # pada Kamis, 18 Juli 2024": the day, not the year.
    told = [
        item
        for item in view.within(at, end, Kind.DATE)
        if len(item.key) > _YEAR and ("/" not in item.key or frames.is_brief(item.key))
        if not is_bound(view, item)
    ]
    if told:
        return next((item for item in told if frames.is_brief(item.key)), told[0])
    opening = _OPENS.match(view.masked) or _OPENS_AT.match(view.masked)
    opening = opening or _OPENS_IN.match(view.masked)
    day = view.item(opening, "date") if opening else None
    return day if day is not None and day.key and "/" not in day.key else None


def _places(context: Context, view: View, at: int, end: int) -> tuple[Item, ...]:
    for found in _AT.finditer(view.masked, at, end):
        # "pembentukan desa migran di DIY, di Hotel Santika": the first is what it is about.
        is_about = _AT_AGAIN.match(view.masked, found.end()) is not None
        if not is_about and not _NOT_AT.search(view.masked[at : found.start()]):
            return _known(context, view, found)
    opening = _OPENS_AT.match(view.masked)
    return _known(context, view, opening) if opening else ()


def _known(context: Context, view: View, found: re.Match[str]) -> tuple[Item, ...]:
    items = view.within(found.start("chain"), found.end("chain"))
    return tuple(item for item in items if context.registry.of(item))


def held_in_office(context: Context, id_: str, prop: str, setting: Setting) -> None:
    """Claim the office in which something was, as a house of this document."""
    if setting.office is None:
        return
    sink, span = context.sink, setting.office
    words = " ".join(context.text[slice(*span)].split())
    house = sink.entity(sink.scoped("plc", slug(words)), "Premises", words, span)
    sink.named(house, words)
    sink.claim(id_, prop, house, span, is_object=True, voice=context.voice(span[0]), confidence=0.8)


def claim(context: Context, event: str, setting: Setting, voice: Voice) -> None:
    """Claim day and places of an event, where they are not told already."""
    sink, told = context.sink, context.sink.told_of(event)
    day = setting.day
    if day is not None and "date" not in told:
        span = day.start, day.end
        sink.claim(event, "date", day.key, span, voice=voice, confidence=0.85)
    if "occurredAt" not in told:
        held_in_office(context, event, "occurredAt", setting)
    for place in setting.places if "occurredAt" not in told else ():
        span, id_ = (place.start, place.end), context.registry.of(place)
        sink.claim(event, "occurredAt", id_, span, is_object=True, voice=voice, confidence=0.85)
