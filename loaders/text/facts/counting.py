"""Counts as claims: value, unit, what is measured, window, area, and who states the number.

What a number measures is told by :mod:`loaders.text.facts.measures`, or by another number in
:mod:`loaders.text.facts.wholes`. Nothing is ever summed.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import compared, frames, shares, tabled, wholes
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

# Units that say something without a measure; so many accounts or companies alone say nothing.
_TELLING = frozenset({"persons", "cases", "police-reports", "posts", "agreements"})
_SKIP_NOUNS = frozenset({"anak", "lembaga", "informasi lowongan", "laporan", "kegiatan", "operasi"})


def find(context: Context) -> None:
    """Claim the counts of body sentences."""
    seen: dict[str, str] = {}
    made: dict[int, str] = {}
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        counts = [i for i in view.items if i.kind is Kind.COUNT and isinstance(i.value, Counted)]
        for item in counts:
            if id_ := _one(context, view, item, seen):
                made[item.start] = id_
    _includes(context, made)
    shares.find(context, made)
    tabled.find(context, made)


def _one(context: Context, view: View, item: Item, seen: dict[str, str]) -> str:
    """Claim one count; return its id, that of the same number told before, or empty."""
    value = item.value
    if not isinstance(value, Counted) or value.is_recalled:
        return ""
    part = wholes.part_by_place(context, view, item, value)
    measure = part.measure if part else wholes.told(context, view, item, value)
    if not measure and (
        value.noun in _SKIP_NOUNS
        or value.role in ("defendant", "witness", "convict", "participant")
        or (value.unit == "persons" and not value.role)
        or value.unit not in _TELLING
    ):
        return ""
    at = frames.masked_at(view, item)
    is_said = _is_figure_of_speech(context, item, value)
    if at < 0 or is_said or not _is_fact(view, at) or _EVERY.match(view.text, item.end):
        return ""
    sink, span = context.sink, (item.start, item.end)
    where = part.id if part else ""
    size = f"{value.bounds.lower}|{value.bounds.upper}|{where}"
    keys = [f"{measure or value.noun}|{size}", f"{value.noun}|{size}"]
    if known := seen.get(keys[0]):
        return known
    id_ = sink.fresh("cnt", "n")
    seen.update(dict.fromkeys(keys, id_))
    sink.entity(id_, "Count", context.text[item.start : item.end], span)
    voice = (
        frames.allege(context.voice(item.start), view, at)
        if not measure
        else context.voice(item.start)
    )
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
    claim_claimant(context, view, id_, at, voice)
    _window(context, view, id_, at, voice, is_measured=bool(measure))
    if part:
        span = min(item.start, part.place.start), max(item.end, part.place.end)
        sink.claim(id_, part.property, part.id, span, is_object=True, voice=voice, confidence=0.8)
    else:
        _area(context, view, id_, at, voice)
        _origin(context, view, id_, item, at, voice)
        _destination(context, view, id_, at, voice, measure)
    _event(context, id_, item, voice)
    return id_


def _includes(context: Context, made: dict[int, str]) -> None:
    """Put numbers in those that the text says hold them: ``1.318 konten, 902 di antaranya``."""
    for item in context.registry_items:
        value = item.value
        if not isinstance(value, Counted) or item.start not in made:
            continue
        start = max(value.included_in, value.part_of)
        if value.part_of >= 0 and _is_beside(context, start, item.start):
            continue
        if start < 0:
            start = _start_of_whole(context, item, value)
        whole = made.get(start, "") or _total(context, item, made)
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
    return whole.start if whole else -1


def _view_of(context: Context, item: Item) -> View:
    return next(v for v in context.views if v.sentence.start <= item.start < v.sentence.end)


# "18 orang berasal dari Bone, enam dari Sinjai": the first is a part itself.
_PLACED = re.compile(r"\b(?:di|dari|asal|melalui|lewat|via)\s+[A-Z]")


def _is_beside(context: Context, start: int, end: int) -> bool:
    """Whether the number at an offset has a place of its own before a part of it would begin."""
    between = context.text[start:end]
    return ":" not in between and _PLACED.search(between) is not None


_OF_TOTAL = re.compile(
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


_PLANNED = re.compile(
    r"(?i)\b(?:(?:akan|menargetkan|berencana|mengira|menyangka|dikira)\b[^.;\"“⟩]{0,60}$|(?:target|diharapkan|maksimal"
    r"|paling\s+lama|ancaman|kapasitas(?:nya)?|kuota)\b[^⟨]{0,30}$)"
)


_PURPOSE = re.compile(
    r"(?i)\b(?:untuk|guna|agar|demi)\s+(?:\w+\s+)?me\w+\s+(?:[^.;,]{0,60}\b(?:dan|serta)\s+)?"
    r"(?:menyelamatkan|menempatkan|memulangkan|menindak|mencabut)?\s*$"
)


# "lebih dari 20 akun tiap bulan" is a rate, no number of a window.
_EVERY = re.compile(
    r"\s+(?:\w+\s+){0,4}(?:tiap|setiap|per)[\s-]+(?:hari|pekan|minggu|bulan|tahun)\b"
)


def _is_fact(view: View, at: int) -> bool:
    before = view.masked[:at]
    return _PLANNED.search(before) is None and _PURPOSE.search(before) is None


_CLAUSE = re.compile(r"(?i)\b(?:sedangkan|sementara|adapun|namun|tetapi)\b|;")
_TELLS = ("mencatat", "melaporkan", "mengklaim", "menyatakan", "menyebut")


_BY_DATA = pattern(
    r"^[\"“]?(?:(?:Berdasarkan|Menurut|Merujuk|Mengacu|Mengutip|Dari)\s+(?:pada\s+)?)?(?i:data|catatan|laporan|rekapitulasi|statistik)\s+"
    r"(?:(?:resmi|terbaru|dari|milik|yang\s+dihimpun|yang\s+dirilis)\s+)*{ORG:org}"
)


def claim_claimant(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    """Claim who states a number: whoever speaks, or the agency that the sentence lets tell it."""
    sink = context.sink
    if voice.speakers:
        speaker = voice.speakers[-1]
        said = next(s for s in context.said if s.start <= view.offset(at) < s.end)
        sink.claim(id_, "claimant", speaker, said.evidence, is_object=True, confidence=0.85)
        return
    data = _BY_DATA.search(view.masked)
    if (source := view.item(data, "org") if data else None) and context.registry.of(source):
        whole = view.sentence.start, source.end
        whose = context.registry.of(source)
        sink.claim(id_, "claimant", whose, whole, is_object=True, confidence=0.82)
        return
    verb = re.search(r"\b(?:mencatat|berhasil|telah|me(?:n|m)\w+)\b", view.masked[:at])
    if verb is None:
        return
    if _CLAUSE.search(view.masked, verb.end(), at):
        # "BP3MI mencegah 83 orang, sedangkan 46 dipulangkan": of the others it says nothing.
        return
    for item, org in frames.agents_before(context, view, verb.start())[:1]:
        if item.cls.endswith("Company") and not verb[0].startswith(_TELLS):
            # Whoever fails to pay 61 workers has not counted them.
            continue
        sink.claim(id_, "claimant", org, (item.start, item.end), is_object=True, confidence=0.75)


# "sejak Januari hingga 30 Oktober": the day told is the end, not the beginning.
_SINCE = re.compile(
    r"(?i)\b(?:sejak|semenjak|terhitung)\b(?:(?!\b(?:hingga|sampai|s\.?d)\b)[^⟨.;]){0,40}$"
)


_UNTIL = re.compile(
    r"(?i)\b(?:hingga|sampai(?:\s+dengan)?|s\.d\.|s/d)\s+(?:(?:pada|tanggal|bulan|awal|pertengahan|akhir)\s+)*$"
)
# "per 30 Juni": how many there are on that day.
_AS_OF = re.compile(r"(?i)\bper\s+(?:(?:tanggal|bulan|awal|pertengahan|akhir)\s+)*$")
_THROUGHOUT = re.compile(
    r"(?i)\b(?:sepanjang|selama|sejak|semenjak|terhitung|periode|kurun|pada|tahun|bulan|hingga|antara|dari|medio"
    r"|awal|akhir|per)\s+(?:\w+\s+){0,2}$"
)
_LAST = re.compile(r"(?i)\b(?:terakhir|terbaru|dicairkan|lahir)\b[^⟨.;]{0,30}$")


def _window(
    context: Context, view: View, id_: str, at: int, voice: Voice, *, is_measured: bool
) -> None:
    date = _date(view, at)
    if date is None:
        _same_window(context, view, id_, at, voice)
        return
    before = view.masked[: max(0, frames.masked_at(view, date))]
    if _OF_THOSE.search(view.masked[:at]):
        # "Dari tujuh korban itu, satu meninggal pada Januari": not all of them then.
        return
    if _COMPARED.search(before[at:]) or _SAME_OF_OTHER.search(before):
        # "212 pengaduan, naik dari 148 pada periode yang sama tahun lalu": the time of the other.
        return
    # A number that nothing is said to have been done with has the time of its own words only.
    if _LAST.search(before) or not (is_measured or _THROUGHOUT.search(before)):
        return
    is_when = len(date.key) == len("2025-08") and _ON.search(before) is not None
    if not is_measured and (len(date.key) == len("2025-08-06") or is_when):
        # "pada 4 November polisi menangkap A atas penipuan 52 orang": the day of the arrest.
        return
    if not is_measured and _is_of_deed(view, date, at):
        # "diskors pada Maret telah dicabut setelah menyelesaikan hak 22 orang": not in March.
        return
    original = None if date.text == date.key else date.text
    key, is_sum = _stretch(date.key, before)
    span = date.start, date.end
    context.sink.claim(id_, "window", key, span, voice=voice, original=original, confidence=0.82)
    if is_sum:
        context.sink.claim(id_, "cumulative", "true", span, voice=voice, confidence=0.75)


def _date(view: View, at: int) -> Item | None:
    date = frames.date_of(view, at)
    if date and _SAME_OF_OTHER.search(view.masked[: frames.masked_at(view, date)]):
        date = None
    date = date or _since(view) or _until(view) or _of_year(view)
    start = compared.start_of(view, at)
    if start < 0 or date is None:
        return date
    # "meningkat dibandingkan 512 orang pada 2024": only what is told within the comparison.
    behind = view.masked.find("⟨CNT", at + 1)
    end = behind if behind >= 0 else len(view.masked)
    dates = [i for i in view.within(start, end, Kind.DATE) if i.key]
    if len(dates) != 1:
        return None
    before = view.masked[: frames.masked_at(view, dates[0])]
    return None if _SAME_OF_OTHER.search(before) else dates[0]


_YEAR = pattern(r"^[\"“]?(?:(?:Pada|Selama|Sepanjang|Di|Dalam)\s+)?(?i:tahun)\s+{DAT:year}")


def _of_year(view: View) -> Item | None:
    """Return the year with which a sentence begins: ``Tahun 2025 baru 1.146 orang``."""
    found = _YEAR.match(view.masked)
    return view.item(found, "year") if found else None


def _stretch(key: str, before: str) -> tuple[str, bool]:
    """Return a window as the words before its date open it, and whether it sums up."""
    if "/" not in key and _SINCE.search(before):
        # "sejak 5 Juni 2023": from then on; the text leaves the end open.
        return f"{key}/..", True
    if "/" not in key and _UNTIL.search(before):
        return f"../{key}", True
    return key, ("/" in key or len(key) < len("2025-08-06")) and not _AS_OF.search(before)


# "pada periode yang sama tahun lalu": so many months of it, not the year.
_SAME_OF_OTHER = re.compile(r"(?i)\b(?:yang|periode)\s+sama\s+(?:(?:pada|di|tahun)\s+)*$")
_OF_THOSE = re.compile(r"(?:^|[\"“,]\s*)[Dd]ari\s+(?:ke)?$")
_DEED = re.compile(r"\b(?:telah|sudah|setelah|sebelum|karena)\s+(?:\w+\s+)?(?:di|me)\w{4,}")
_COMPARED = re.compile(
    r"(?i)\b(?:(?:naik|turun|meningkat|menurun|bertambah|berkurang|melonjak)\b[^.;⟨]{0,40}\bdari"
    r"|dibanding(?:kan)?|ketimbang|daripada)\s+(?:\w+\s+){0,3}⟨CNT"
)


# "laporan tiga keluarga pada Februari 2025": when they reported.
_ON = re.compile(r"(?i)\bpada\s+(?:bulan\s+)?$")


def _is_of_deed(view: View, date: Item, at: int) -> bool:
    """Whether between a date and a number something is done that has another object."""
    start = frames.masked_at(view, date)
    deeds = list(_DEED.finditer(view.masked, max(0, start), at))
    return bool(deeds) and view.masked[deeds[-1].end() : at].strip() != ""


_SAME = re.compile(
    r"(?i)\b(?:periode|kurun\s+waktu|bulan|semester|triwulan|tahun)\s+(?:yang\s+sama|itu|tersebut)\b"
)


_OF_ANOTHER_YEAR = re.compile(
    r"\s*,?\s*(?:(?:pada|di)\s+)?(?:tahun\s+(?:lalu|sebelumnya|silam|\d|⟨DAT)|⟨DAT)", re.IGNORECASE
)


def _same_window(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    """Claim the window of the count told last, for ``pada periode yang sama``."""
    found = compared.start_of(view, at) < 0 and _SAME.search(view.masked, 0, at)
    last = [c for c in context.sink.claims.values() if c.property == "window"]
    if found and last and not _OF_ANOTHER_YEAR.match(view.masked, found.end()):
        told = last[-1]
        span = told.start, told.end
        context.sink.claim(id_, "window", told.value, span, voice=voice, confidence=0.8)


def _since(view: View) -> Item | None:
    """Return the date of a sentence from which on it counts."""
    dates = [i for i in view.items if i.kind is Kind.DATE and i.key and "/" not in i.key]
    since = [i for i in dates if _SINCE.search(view.masked[: frames.masked_at(view, i)])]
    return since[0] if len(since) == 1 else None


def _until(view: View) -> Item | None:
    """Return the date of a sentence up to which it counts."""
    dates = [i for i in view.items if i.kind is Kind.DATE and i.key and "/" not in i.key]
    until = [i for i in dates if _UNTIL.search(view.masked[: frames.masked_at(view, i)])]
    return until[0] if len(until) == 1 else None


_BY_WAY_OF = pattern(r"\b(?:melalui|lewat|via)\s+{LOC:place}(?:\s*(?:,|dan)\s*{LOC:second})?")


_NEXT_COUNT = re.compile(r"\s*,?\s*(?:sebanyak\s+)?⟨CNT")


def _by_way_of(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the place by way of which those counted were to go or came: the area of the number."""
    found = _BY_WAY_OF.search(view.masked, at)
    if found is None or "⟨CNT" in view.masked[at + 4 : found.start()]:
        return []
    if _MOST.search(view.masked, at, found.start()) or _NEXT_COUNT.match(view.masked, found.end()):
        # "2.412 orang, terbanyak lewat Batam Center 1.106 orang": the way of the next number.
        return []
    if not frames.is_over_time(view, at):
        # So many came that day through this port: the way of an event.
        return []
    items = [i for i in (view.item(found, "place"), view.item(found, "second")) if i is not None]
    known = [(i, context.registry.of(i)) for i in items if not frames.is_abroad(i)]
    return [(i, id_) for i, id_ in known if id_ and not id_.startswith("country:")]


_NATIONWIDE = pattern(r"\bdi\s+(?:seluruh|se-?antero|sejumlah\s+daerah\s+di)\s+{LOC:land}")


def _area(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    if (land := _NATIONWIDE.search(view.masked, at)) and (where := view.item(land, "land")):
        span = where.start, where.end
        if (land_id := context.registry.of(where)) == "country:ID":
            context.sink.claim(
                id_, "area", land_id, span, is_object=True, voice=voice, confidence=0.85
            )
            return
    places = frames.places_of(context, view, at) or _by_way_of(context, view, at)
    for item, place in places:
        if abs(item.start - view.offset(at)) <= 90:
            span = item.start, item.end
            context.sink.claim(
                id_, "area", place, span, is_object=True, voice=voice, confidence=0.8
            )


def _origin(context: Context, view: View, id_: str, item: Item, at: int, voice: Voice) -> None:
    """Claim where those counted come from: ``68.140 pekerja migran asal Jawa Timur``."""
    behind = view.masked.find("⟩", at) + 1
    if _FROM_THERE.match(view.masked, behind) and not _IN_A_ROW.search(view.masked[:at]):
        for place, id_place in frames.origins(context, view, at):
            span = item.start, place.end
            context.sink.claim(
                id_, "origin", id_place, span, is_object=True, voice=voice, confidence=0.85
            )


_FROM_THERE = re.compile(
    r"\s*,?\s+(?:(?:nonprosedural|non-prosedural|prosedural|ilegal|bermasalah|perempuan|laki-laki|formal|informal|itu"
    r"|tersebut|yang)\s+){0,2}(?:asal|berasal\s+dari)\s"
)
# "tujuh laki-laki dan empat perempuan asal Aceh": all of them come from there.
_IN_A_ROW = re.compile(r"⟨CNT\d+⟩[^.;⟨]{0,20}(?:,|dan|serta)\s+$")


def _destination(
    context: Context, view: View, id_: str, at: int, voice: Voice, measure: str
) -> None:
    """Claim where those counted were placed, told behind them and before another count."""
    if measure != "placements":
        return
    behind = view.masked.find("⟨CNT", at + 1)
    stop = view.offset(behind) if behind >= 0 else view.sentence.end
    if most := _MOST.search(view.masked, at):
        stop = min(stop, view.offset(most.start()))
    for item, place in frames.bound_for(context, view):
        if view.offset(at) < item.start < min(stop, view.offset(at) + _NEAR):
            span = item.start, item.end
            context.sink.claim(
                id_, "destination", place, span, is_object=True, voice=voice, confidence=0.8
            )


_NEAR = 120
# "terbanyak ke Malaysia": not all of them.
_MOST = re.compile(
    r"(?i)\b(?:terbanyak|terbesar|paling\s+banyak|mayoritas|sebagian|terutama|di\s+antaranya)\b"
)


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
