"""Who is on the way out: the people in what was stopped, and those of whom it is told.

Owns the words for being aboard and for setting out. Refuses people of whom neither is said.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, reality
from loaders.text.facts.deeds import CRAFT
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View

_ABOARD = Pattern(
    rf"^(?:(?:Hasilnya|Benar\s+saja)\s*,?\s+)?(?:(?i:di)\s+(?:dalam|atas|lambung|palka|geladak)(?:nya|\s+{CRAFT}\b)|(?:Ke\w+\s+|⟨VES\d+⟩\s*)?(?i:{CRAFT})\b"
    r"|(?:Hasilnya|Benar\s+saja)\s*,?\s+(?:petugas\s+)?(?:di)?(?:menemukan|temukan|terdapat|mendapati))"
)


def aboard(context: Context, view: View) -> list[Item]:
    """Return who was on what was stopped, from the sentence behind."""
    number = view.sentence.number + 1
    if number >= len(context.views):
        return []
    behind = context.views[number]
    if not context.are_together(view, behind):
        return []
    counted = frames.persons_counted(behind, 0, len(behind.masked))
    if _ABOARD.match(behind.masked):
        return counted[:1]
    is_there = _THERE.search(behind.masked) is not None
    return [one for one in counted if is_there and is_leaving(behind, one)][:1]


# "Setelah diperiksa, kapal itu membawa 18 orang", "22 orang ditemukan di atasnya"
_THERE = Pattern(
    rf"(?i)\b(?:di|dari)\s+(?:dalam|atas|lambung|palka|geladak)(?:nya|\s+{CRAFT})|\b{CRAFT}\s+(?:\w+\s+){{0,2}}(?:itu|tersebut)\b"
    rf"|⟨VES\d+⟩[^.;]*\b(?:membawa|mengangkut|memuat|berisi)\b"
)


_ABOUT_TO = Pattern(
    r"(?i)\b(?:hendak|akan|rencananya|diduga\s+akan|ingin|bakal)\s+(?:\w+\s+){0,3}?(?:ke|menuju|berangkat|diberangkatkan|bekerja"
    r"|menyeberang|diseberangkan|dikirim|diselundupkan)\b"
)


# "empat warga asal Belu yang hendak menyeberang"
_WHO_WILL = Pattern(
    r"(?:\s+(?!yang\b)[a-z]+){0,2}(?:\s+(?:asal\s+)?⟨LOC\d+⟩(?:\s*,\s*⟨LOC\d+⟩)?)?\s*,?\s+yang\s+(?:hendak|akan|ingin|bakal|rencananya|diduga\s+akan|berencana)\s+(?:\w+\s+){0,2}?"
    r"(?:ke|menuju|berangkat|diberangkatkan|bekerja|dipekerjakan|menyeberang|diseberangkan|dikirim|diselundupkan|terbang|diterbangkan|naik|bertolak)\b"
)
# "speedboat yang mengangkut 36 PMI": on their way, whichever it is.
_AS_MANY = r"(?:(?:penumpang|muatan|rombongan|sebanyak|sejumlah|sekitar|total)\s+){0,3}"
_CARRYING = Pattern(rf"\b{CRAFT}\b[^.;]*\b(?:mengangkut|membawa|memuat)\s+{_AS_MANY}$")


def is_leaving(view: View, item: Item) -> bool:
    """Whether people counted are told to be on their way out: ``calon``, ``yang hendak ke``."""
    value = item.value
    if not isinstance(value, Counted):
        return False
    is_worker = value.role == "migrant-worker" or value.noun.casefold() in ("wni", "orang wni")
    at = frames.masked_at(view, item)
    if is_worker and at >= 0 and _CARRYING.search(view.masked[:at]):
        return True
    behind = view.masked[view.masked.find("⟩", at) + 1 :] if at >= 0 else ""
    return (
        value.role == "prospective-migrant"
        or _WHO_WILL.match(behind) is not None
        or (is_worker and _ABOUT_TO.search(view.masked) is not None)
    )


_ON_THE_WAY = Pattern(
    rf"(?i)\b(?:{CRAFT}|memeriksa|pemeriksaan|razia|patroli|pengejaran|palka|pelabuhan|dermaga|bandara|perbatasan|jalur\s+tikus)\b|⟨(?:VES|PNT|PLT)\d+⟩"
)
_NEAR = 2


def are_met(context: Context, view: View) -> bool:
    """Whether those found were met on a craft, at a port or in a search, and in no raided house."""
    number = view.sentence.number
    near = [
        v
        for v in context.views[max(0, number - _NEAR) : number + 1]
        if v.sentence.block == view.sentence.block
    ]
    start = near[0].sentence.start
    raids = (context.sink.entities[one].start for one in context.events.get("Raid", []))
    is_raid = any(start <= at < view.sentence.end for at in raids)
    return not is_raid and any(_ON_THE_WAY.search(v.masked) for v in near[-_NEAR:])


_THEY_WERE_TO = Pattern(
    r"^[\"“]?(?:Mereka|Rombongan|Seluruhnya|Semuanya|Ke\w+nya|Para\s+(?:penumpang|korban|calon|pekerja|perempuan)|Ke\w+\s+(?:orang|penumpang|warga|perempuan|pria|calon))\b[^.;\"“⟨]{0,60}"
    r"\b(?:hendak|akan|rencananya|berencana|bakal|diduga\s+akan|dijanjikan)\b"
)


def are_leaving(context: Context, view: View) -> bool:
    """Whether the sentence behind tells that those of whom this one tells were on their way out.

    Or the one before, that a departure was stopped: ``menggagalkan pengiriman PMI``.
    """
    number = view.sentence.number + 1
    before = context.views[max(0, number - 2)]
    if before is not view and view.sentence.block - before.sentence.block < _NEAR:
        stopped = _JUST_STOPPED.search(before.masked)
        if stopped and reality.is_real(before, stopped.start()):
            return any(_is_moved(one) for one in frames.persons_counted(view, 0, len(view.masked)))
    after = context.views[number] if number < len(context.views) else view
    is_near = context.are_together(view, after)
    said = _THEY_WERE_TO.match(after.masked) if is_near else None
    return said is not None and bool(frames.bound_for(context, after))


_IRREGULAR = Pattern(
    r"(?:\s*\((?:C?PMI|TKI)\))?\s+(?i:ilegal|non-?\s?prosedural|unprosedural|gelap)\b"
)
# They came back: nobody was kept from leaving.
_BACK = Pattern(
    r"(?i)\b(?:(?:pulang|kembali|tiba|masuk|datang|penyelundupan)\b[^.;\"“]{0,40}\sdari\s+(?:negara\s+)?(?:Malaysia|Singapura|luar\s+negeri)|dari\s+Malaysia|deport\w+|dideport\w+|memulangkan\s+diri)\b"
)


def are_irregular(context: Context, view: View, people: list[Item]) -> bool:
    """Whether irregular workers are held on a told day and place, in a text where none come back.

    "Lanal X mengamankan sembilan PMI nonprosedural di perairan Y, Minggu (15/12)".
    """
    who = [one for one in people if getattr(one.value, "role", "") == "migrant-worker"]
    at = frames.masked_at(view, who[0]) if who else -1
    behind = view.masked.find("⟩", at) + 1 if at >= 0 else -1
    if behind <= 0 or not _IRREGULAR.match(view.masked, behind):
        return False
    day, places = frames.date_of(view, at), frames.places_of(context, view, at)
    return day is not None and bool(places) and _BACK.search(context.text) is None


_JUST_STOPPED = Pattern(
    r"\b(?:[Mm]enggagalkan|[Dd]igagalkan)\b(?=[^.;\"“]{0,60}(?:pengiriman|keberangkatan|pemberangkatan|penyelundupan|penempatan))"
    r"|(?i:pengiriman|keberangkatan|pemberangkatan|penyelundupan|penempatan)\b[^.;\"“]{3,120}?\s(?:berhasil\s+|kembali\s+)?digagalkan\b"
)


def _is_moved(item: Item) -> bool:
    return getattr(item.value, "role", "") in ("victim", "prospective-migrant", "migrant-worker")


_CARRIED = Pattern(
    rf"\b{CRAFT}\b[^.;]{{0,90}}?\b(?:(?:mengangkut|membawa|memuat|berisi|bermuatan|ditumpangi)(?:\s+(?:sebanyak|sekitar))?|dengan)\s+(?P<who>⟨CNT\d+⟩)"
)


def carried_in(view: View, start: int, at: int) -> list[Item]:
    """Return who was in the craft that is a passive's subject: ``Bus berisi 18 orang dicegat``."""
    found = _CARRIED.search(view.masked, start, at)
    return frames.persons_counted(view, found.start("who"), at)[:1] if found else []


_LOADED = Pattern(
    rf"\b(?:(?:yang|sedang|tengah)\s+(?:sedang\s+|tengah\s+)?(?:mengangkut|membawa|memuat)|berisi(?:kan)?|ditumpangi|bermuatan|pengangkut)\s+"
    rf"{_AS_MANY}(?=⟨CNT)"
)


def in_what_was_stopped(view: View, start: int, end: int) -> list[Item]:
    """Return who was in the craft that a verb stopped: ``mobil yang mengangkut 19 orang``."""
    found = _LOADED.search(view.masked, start, end)
    return frames.persons_counted(view, found.end(), end)[:1] if found else []
