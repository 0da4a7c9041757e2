"""Counts as claims: value, unit, what is measured, window, area, and who states the number.

What a number measures is told by :mod:`loaders.text.facts.measures`, or by another number in
:mod:`loaders.text.facts.wholes`. Nothing is ever summed.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import (
    apportioned,
    cells,
    claimants,
    departures,
    frames,
    measures,
    online,
    reality,
    shares,
    spots,
    tabled,
    tallies,
    wholes,
    windows,
)
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

# Units that say something without a measure; so many accounts or companies alone say nothing.
_TELLING = frozenset({"persons", "cases", "police-reports", "posts", "agreements"})
_POPULATION = "population-abroad"
_COMPLAINTS = frozenset({"pengaduan", "aduan"})
SKIP_NOUNS = frozenset({"anak", "lembaga", "informasi lowongan", "laporan", "kegiatan", "operasi"})


def find(context: Context) -> None:
    """Claim the counts of body sentences."""
    seen: dict[str, str] = {}
    made: dict[int, str] = {}
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        counts = [i for i in view.items if i.kind is Kind.COUNT and isinstance(i.value, Counted)]
        for item in counts:
            if again := _told_before(context, view, item, made):
                made[item.start] = again
            elif id_ := one(context, view, item, seen):
                made[item.start] = id_
    includes(context, made)
    online.windows(context, made)
    shares.find(context, made)
    tabled.find(context, made)
    tallies.find(context, made)
    apportioned.find(context, made)
    includes(context, made)
    claimants.told_later(context, made)


# "Dari 14 CPMI tersebut": of those counted before, by whatever noun.
_POINTS_BACK = Pattern(r"\s+(?:tersebut|itu|ini)\b")


def _told_before(context: Context, view: View, item: Item, made: dict[int, str]) -> str:
    """Return the count that words point back to, or empty."""
    if not _POINTS_BACK.match(view.text, item.end):
        return ""
    return shares.told_again(context, item.start, made)


def one(
    context: Context, view: View, item: Item, seen: dict[str, str], *, is_rest: bool = False
) -> str:
    """Claim one count; return its id, that of the same number told before, or empty."""
    value = item.value
    if not isinstance(value, Counted) or value.is_recalled:
        return ""
    part = wholes.part_by_place(context, view, item, value)
    measure = part.measure if part else wholes.told(context, view, item, value)
    if not (measure or is_rest or _is_telling(value)):
        return ""
    at = frames.masked_at(view, item)
    if not is_told(context, view, item, at) or (
        not measure and _FOR.search(view.masked[:at]) is not None
    ):
        return ""
    sink, span = context.sink, (item.start, item.end)
    where = part.id if part else ""
    size = f"{value.bounds.lower}|{value.bounds.upper}|{where}"
    keys = [f"{measure or value.noun}|{size}", f"{value.noun}|{size}"]
    known = seen.get(keys[0], "")
    if known and not _is_of_another_year(context, view, at, known):
        return known
    id_ = sink.fresh("cnt", "n")
    seen.update(dict.fromkeys(keys, id_))
    sink.entity(id_, "Count", context.text[item.start : item.end], span)
    voice = context.voice(item.start)
    voice = voice if measure else frames.allege(voice, view, at)
    bounds = value.bounds
    if bounds.lower is not None:
        sink.claim(id_, "countLower", str(bounds.lower), span, voice=voice, original=value.number)
    if bounds.upper is not None:
        sink.claim(id_, "countUpper", str(bounds.upper), span, voice=voice, original=value.number)
    sink.claim(id_, "countUnit", value.unit, span, voice=voice)
    if bounds.approximation != "exact":
        sink.claim(id_, "approximation", bounds.approximation, span, voice=voice)
    if measure:
        sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.85)
    online.name(context, view, id_, item, voice)
    claimants.claim(context, view, id_, at, voice)
    is_brought = value.noun.endswith(_BODIES) and _BROUGHT.search(view.masked) is not None
    is_dated = bool(measure) and not is_brought and not _is_given(view, measure)
    # "ditahan 9 Juni setelah memberangkatkan enam PMI": when they left is not told.
    is_dated = is_dated and not departures.is_after(view, at)
    windows.window(context, view, id_, at, voice, is_measured=is_dated)
    if part:
        span = min(item.start, part.place.start), max(item.end, part.place.end)
        sink.claim(id_, part.property, part.id, span, is_object=True, voice=voice, confidence=0.8)
    else:
        _places(context, view, id_, item, voice, None if is_brought else measure)
    _event(context, id_, item, voice)
    _gathering(context, view, id_, item, measure or "")
    return id_


def _is_of_another_year(context: Context, view: View, at: int, known: str) -> bool:
    """Whether the words before a number tell another year than that of one as large."""
    year = windows.own_year(view, at)
    claims = context.sink.claims.values()
    told = {c.value for c in claims if c.subject == known and c.property == "window"}
    return bool(year and told) and year not in told


def _is_telling(value: Counted) -> bool:
    """Whether a number says something by its noun, with no measure."""
    return not (
        value.noun in SKIP_NOUNS
        or value.role in ("defendant", "witness", "convict", "participant")
        or (value.unit == "persons" and not value.role)
        or (value.unit not in _TELLING and value.noun not in _COMPLAINTS)
    )


_GATHERINGS = ("Outreach", "Meeting", "SpeechEvent")


def _gathering(context: Context, view: View, id_: str, item: Item, measure: str) -> None:
    """Tie those who took part to the one gathering told in this sentence or the one before."""
    if measure != "participants" or "countOf" in context.sink.told_of(id_):
        return
    first = context.views[max(0, view.sentence.number - 1)].sentence.start
    told = [e for cls in _GATHERINGS for e in context.events.get(cls, [])]
    starts = {e: context.sink.entities[e].start for e in told}
    here = [e for e in told if view.sentence.start <= starts[e] < view.sentence.end]
    meant = here or [e for e in told if first <= starts[e] < view.sentence.start]
    if len(meant) == 1:
        span, voice = (item.start, item.end), context.voice(item.start)
        context.sink.claim(id_, "countOf", meant[0], span, is_object=True, voice=voice)


def is_told(context: Context, view: View, item: Item, at: int) -> bool:
    """Whether a number at a masked position is told as a fact: no plan, rate, ratio or figure."""
    value = item.value
    return (
        at >= 0
        and isinstance(value, Counted)
        and not value.is_recalled
        and not _is_figure_of_speech(context, item, value)
        and not cells.is_ratio(item.text)
        and _is_fact(view, at)
        and not _EVERY.match(view.text, item.end)
        and not _MORE.search(view.masked[:at])
        and not _DENIED.search(view.masked[:at])
    )


# "jadi bukan dalam satu kasus", but "bukan hanya 12 orang"
_DENIED = Pattern(r"(?i)\bbukan(?:lah)?\s+(?:(?:dalam|dari|di|pada|sebanyak|sejumlah)\s+)?$")


# "naik sembilan perkara": by how many, not how many.
_MORE = Pattern(
    r"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|selisih)\s+(?:sebanyak\s+|sebesar\s+|sekitar\s+)?$"
)


# "kedatangan dua peti jenazah di Desa A, Rabu": there and then nobody died.
_BROUGHT = Pattern(
    r"(?i)\b(?:kedatangan|tiba|kepulangan|pemulangan|memulangkan|dipulangkan|kiriman|dikirim|diterbangkan|menerima|diterima)\b"
)
_BODIES = ("jenazah", "jasad", "peti", "peti mati")
_GIVEN = Pattern(r"(?i)\b(?:restitusi|santunan|kompensasi|ganti\s+rugi|bantuan)\b")


def _is_given(view: View, measure: str) -> bool:
    """Whether a sentence tells what victims got: that day they were no victims found."""
    return measure == "victims-identified" and _GIVEN.search(view.masked) is not None


def _places(
    context: Context, view: View, id_: str, item: Item, voice: Voice, measure: str | None
) -> None:
    """Claim where those counted are, whence they come and went; of ``None`` not where they are."""
    at, value = frames.masked_at(view, item), item.value
    if measure == _POPULATION and isinstance(value, Counted):
        lived = measures.lived_in(view, at, value)
        if lived is not None:
            spots.counted_in(context, id_, lived, voice)
    if measure is not None:
        spots.area(context, view, id_, at, voice)
    spots.origin(context, view, id_, item, at, voice)
    spots.destination(context, view, id_, at, voice, measure or "")


def includes(context: Context, made: dict[int, str]) -> None:
    """Put numbers in those that the text says hold them: ``1.318 konten, 902 di antaranya``."""
    for item in context.registry_items:
        value = item.value
        if not isinstance(value, Counted) or item.start not in made:
            continue
        if "includedIn" in context.sink.told_of(made[item.start]):
            continue
        start = max(value.included_in, value.part_of)
        if value.part_of >= 0 and _is_beside(context, start, item.start):
            if value.unit not in online.UNITS:
                continue
            start = -1
        if start < 0:
            start = _start_of_whole(context, item, value)
        whole = (
            made.get(start, "")
            or shares.told_again(context, start, made)
            or _total(context, item, made)
        )
        if whole and whole != made[item.start]:
            span, voice = (item.start, item.end), context.voice(item.start)
            context.sink.claim(
                made[item.start], "includedIn", whole, span, is_object=True, voice=voice
            )


def _start_of_whole(context: Context, item: Item, value: Counted) -> int:
    """Return where the number stands of which the sentence tells shares, or -1."""
    view = _view_of(context, item)
    whole = wholes.of_those(view, item, value)
    whole = whole or wholes.settled_of(context, view, item, value)[1]
    whole = whole or online.share_of(context, view, item, value)[1]
    return whole.start if whole else -1


def _view_of(context: Context, item: Item) -> View:
    return next(v for v in context.views if v.sentence.start <= item.start < v.sentence.end)


# "18 orang berasal dari Bone, enam dari Sinjai": the first is a part itself.
_PLACED = Pattern(r"\b(?:di|dari|asal|melalui|lewat|via)\s+[A-Z]")


def _is_beside(context: Context, start: int, end: int) -> bool:
    """Whether the number at an offset has a place of its own before a part of it would begin."""
    between = context.text[start:end]
    return ":" not in between and _PLACED.search(between) is not None


_OF_TOTAL = Pattern(
    r"^[\"“]?Dari\s+(?:(?:jumlah|total|angka|keseluruhan)(?:\s+(?:itu|tersebut|ini))?|[^,⟨]{0,20}⟨CNT\d+⟩\s+(?:itu|tersebut))\s*,"
)


def _total(context: Context, item: Item, made: dict[int, str]) -> str:
    """Return the count told last that ``Dari jumlah itu`` means, or empty."""
    view = _view_of(context, item)
    if not _OF_TOTAL.match(view.masked) or not isinstance(item.value, Counted):
        return ""
    number = view.sentence.number
    near = [i for v in context.views[max(0, number - 2) : number] for i in v.items]
    for other in (*reversed(near), *view.items):
        whole = other.value
        if other.start >= item.start or other.start not in made or not isinstance(whole, Counted):
            continue
        is_larger = (whole.bounds.lower or 0) > (item.value.bounds.upper or 0)
        if whole.unit == item.value.unit and is_larger:
            return made[other.start]
    return ""


def _is_figure_of_speech(context: Context, item: Item, value: Counted) -> bool:
    """Whether somebody says ``satu akun ditutup, sepuluh muncul``, which counts nothing."""
    is_one = value.bounds.lower == 1 and value.unit in ("accounts", "contents")
    return is_one and any(s.is_direct and s.start <= item.start < s.end for s in context.said)


# A rate counts nobody in particular.
_PLANNED = Pattern(
    r"(?i)\b(?:(?:kalau|jika|bila|apabila|andai(?:kan)?)\b[^.;\"“⟩]{0,80}$|(?:bisa|dapat|mampu|sanggup)\s+(?:menempatkan|menembus|mencapai|menampung|memuat|mengangkut)\b[^.;\"“⟩]{0,30}$|(?:rata-rata|(?:setiap|tiap|saban)\s+(?:hari|pekan|minggu|bulan|tahun))\b[^.;⟨]{0,40}$|(?:akan|menargetkan|berencana|mengira|menyangka|dikira)\b[^.;\"“⟩]{0,60}$|(?:target|diharapkan|maksimal"
    r"|paling\s+lama|ancaman|kapasitas(?:nya)?|kuota)\b[^⟨]{0,30}$)"
)


_PURPOSE = Pattern(
    r"(?i)\b(?:untuk|guna|agar|demi)\s+(?:\w+\s+)?me\w+\s+(?:[^.;,]{0,60}\b(?:dan|serta)\s+)?"
    r"(?:menyelamatkan|menempatkan|memulangkan|menindak|mencabut)?\s*$"
)


# "membiayai pelatihan untuk 5.000 calon": for whom something is meant.
_FOR = Pattern(
    r"(?i)\b(?:membiayai|mendanai|menganggarkan|mengalokasikan|anggaran|program|kredit|kuota)\b[^.;⟨]{0,70}$"
)


# "lebih dari 20 akun tiap bulan" is a rate, no number of a window.
_EVERY = Pattern(r"\s+(?:\w+\s+){0,8}(?:tiap|setiap|per)[\s-]+(?:hari|pekan|minggu|bulan|tahun)\b")


def _is_fact(view: View, at: int) -> bool:
    before = view.masked[:at]
    if _ONE_OF.search(before) or reality.is_untrue(view):
        return False
    return _PLANNED.search(before) is None and _PURPOSE.search(before) is None


# "salah satu dari lima warga itu meninggal": what is told is told of one of them.
_ONE_OF = Pattern(r"(?i)\bsalah\s+(?:satu|seorang)\s+(?:dari|di\s+antara)\s+$")


def _event(context: Context, id_: str, item: Item, voice: Voice) -> None:
    """Tie the count to the event whose group is told with the same words."""
    claims = list(context.sink.claims.values())
    size = str(item.value.bounds.lower) if isinstance(item.value, Counted) else ""
    sized = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == size}
    for claim in claims:
        is_of_group = claim.property in ("affected", "apprehended") and claim.value in sized
        if is_of_group and claim.start <= item.start < claim.end:
            span = item.start, item.end
            context.sink.claim(
                id_, "countOf", claim.subject, span, is_object=True, voice=voice, confidence=0.85
            )
