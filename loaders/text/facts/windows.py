"""The time that a number covers: ``sepanjang 2025``, ``sejak 5 Juni 2023``, ``per 30 Juni``.

Owns which date of a sentence is that of a number, and whether it sums up. Refuses the day of a deed
that only names those counted, and the time of the number compared.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import compared, frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

# "sejak Januari hingga 30 Oktober": the day told is the end, not the beginning.
_SINCE = Pattern(
    r"(?i)\b(?:sejak|semenjak|terhitung)\b(?:(?!\b(?:hingga|sampai|s\.?d)\b)[^⟨.;]){0,40}$"
)


_UNTIL = Pattern(
    r"(?i)\b(?:hingga|sampai(?:\s+dengan)?|s\.d\.|s/d)\s+(?:(?:pada|tanggal|bulan|awal|pertengahan|akhir)\s+)*$"
)


# "per 30 Juni": how many there are on that day.
_AS_OF = Pattern(r"(?i)\bper\s+(?:(?:tanggal|bulan|awal|pertengahan|akhir)\s+)*$")


_THROUGHOUT = Pattern(
    r"(?i)\b(?:sepanjang|selama|sejak|semenjak|terhitung|periode|kurun|pada|tahun|bulan|hingga|antara|dari|medio"
    r"|awal|akhir|per)\s+(?:\w+\s+){0,2}$"
)


_LAST = Pattern(
    r"(?i)\b(?:terakhir|paling\s+lambat|selambat-lambatnya|tenggat\w*|batas\s+waktu\w*|terbaru|dicairkan|lahir)\b[^⟨.;]{0,30}$"
)


def window(
    context: Context, view: View, id_: str, at: int, voice: Voice, *, is_measured: bool
) -> None:
    """Claim the time that a number at a masked position covers, and whether it sums up."""
    if _JUST_CAME.search(view.masked[:at]):
        return
    if not _is_sum_or_year(context, view, id_, at, voice):
        _of_date(context, view, id_, at, voice, is_measured=is_measured)


# "Dengan kedatangan dua jenazah ini, ... selama 2019 berjumlah 110": the window is of the sum.
_JUST_CAME = Pattern(r"(?i)\b(?:dengan\s+(?:kedatangan|kepulangan|pemulangan)|dipulangkannya)\s+$")


def own_year(view: View, at: int) -> str:
    """Return the year that the words right before a number tell, or empty."""
    if year := _BARE_YEAR.search(view.masked, 0, at):
        return year["year"]
    found = _CLAUSE_DATE.search(view.masked[:at]) or _JUST_BEFORE.search(view.masked[:at])
    told = view.item(found, "date") if found else None
    return told.key if told is not None else ""


def _is_sum_or_year(context: Context, view: View, id_: str, at: int, voice: Voice) -> bool:
    """Whether a number sums up others, or has a bare year before it, which is claimed."""
    if year := _BARE_YEAR.search(view.masked, 0, at):
        span = view.span(year, "year")
        context.sink.claim(id_, "window", year["year"], span, voice=voice, confidence=0.82)
        context.sink.claim(id_, "cumulative", "true", span, voice=voice, confidence=0.75)
    return year is not None or _SUMMED.search(view.masked, 0, at) is not None


# "Tahun lalu 406 orang, sedangkan pada 2023 38 orang": the time of the other.
_CONTRAST = Pattern(r",\s+(?:sedangkan|sementara|adapun)\b")
# "391 orang pada 2024 dan 82 orang pada 2025, sehingga total menjadi 473 orang"
_SUMMED = Pattern(
    r"⟨CNT\d+⟩[^.;]*\b(?:sehingga|jadi|maka)\s+(?:[a-z]+\s+)?(?:total|jumlah|keseluruhan|seluruh)(?:nya)?\s+(?:[a-z]+\s+){0,3}$"
)


def _of_date(
    context: Context, view: View, id_: str, at: int, voice: Voice, *, is_measured: bool
) -> None:
    date = None if _counted_back(context, view, id_, at, voice) else _date(view, at)
    if date is None:
        _same_window(context, view, id_, at, voice)
        if is_measured:
            _told_next(context, view, id_, voice)
        return
    where = max(0, frames.masked_at(view, date))
    before = view.masked[:where]
    # "Dari tujuh korban itu, satu meninggal pada Januari": not all of them then. "2.304 orang,
    # bertambah 121 orang pada Kamis": the day of the increase.
    is_next = _OF_NEXT.search(view.masked, at, max(at, where)) is not None
    is_apart = where < at and ";" in view.masked[where:at] and where > _LEAD
    is_next = is_next or _CONTRAST.search(view.masked, at, max(at, where)) is not None
    is_next = is_next or _AHEAD.match(view.masked, at, max(at, where)) is not None
    if is_next or is_apart or _OF_THOSE.search(view.masked[:at]):
        return
    if _is_past_another(view, at, len(before)) or _SAME_OF_OTHER.search(before):
        # "212 pengaduan, naik dari 148 pada periode yang sama tahun lalu": the time of the other.
        return
    # A number that nothing is said to have been done with has the time of its own words only.
    is_head = len(date.key) == len("2025") and not before.strip(' "“')
    is_head = is_head or date.text.casefold() in ("tahun ini", "tahun lalu")
    # "hingga triwulan III 2025": up to its end, from when on is not told.
    is_end = "/" in date.key and date.text[0].islower() and _UNTIL.search(before) is not None
    if is_end or _LAST.search(before) or not (is_measured or is_head or _THROUGHOUT.search(before)):
        return
    is_measured = is_measured or _TALLIED.search(view.masked[:at]) is not None
    is_when = len(date.key) == len("2025-08") and _ON.search(before) is not None
    is_own = _OWN.match(view.masked, at) is not None
    if not (is_measured or is_own) and (date.is_day or is_when):
        # "pada 4 November polisi menangkap A atas penipuan 52 orang": the day of the arrest.
        return
    if not is_measured and _is_of_deed(view, date, at):
        # "diskors pada Maret telah dicabut setelah menyelesaikan hak 22 orang": not in March.
        return
    _claim(context, view, id_, date, before, voice)


# "pada 2022 sebanyak 92 perkara dan 2021 ada 81": a year that no word for time leads.
_BARE_YEAR = Pattern(
    r"(?:,|\b(?:dan|serta|sedangkan|sementara|lalu|kemudian))\s+(?:tahun\s+)?(?P<year>20\d\d)\s+(?:(?:lalu|juga|ada|sebanyak|tercatat|terdapat|mencapai)\s+)+$"
)


def _claim(context: Context, view: View, id_: str, date: Item, before: str, voice: Voice) -> None:
    """Claim a window as the words before its date open it, and whether it sums up."""
    key, is_sum = _stretch(date.key, before)
    if key.startswith("../") and (first := _from_year(view, before)):
        key = f"{first}/{date.key}"
    span = date.start, date.end
    context.sink.claim(
        id_, "window", key, span, voice=voice, original=date.original, confidence=0.82
    )
    if is_sum:
        context.sink.claim(id_, "cumulative", "true", span, voice=voice, confidence=0.75)


# "pada tahun 2023 hingga hari ini": of that year.
_YEAR_TO = Pattern(r"(?i)\btahun\s+⟨DAT(\d+)⟩\s+(?:hingga|sampai(?:\s+dengan)?)\s+(?:\w+\s+)?$")


def _from_year(view: View, before: str) -> str:
    """Return the year that the words before an end of counting begin with, or empty."""
    found = _YEAR_TO.search(before)
    key = view.item_number(int(found[1])).key if found else ""
    return key if len(key) == len("2025") else ""


# A time with which a sentence begins is that of all its clauses.
_LEAD = 25
# "tiga jenazah akan dikirim pada Jumat": the day of a plan.
_AHEAD = Pattern(
    r"⟨CNT\d+⟩(?:(?!\byang\b)[^.;⟨]){0,40}?\b(?:akan|bakal|hendak|rencananya|direncanakan|dijadwalkan)\b"
)
_OF_NEXT = Pattern(
    r",\s+(?:bertambah|berkurang|naik|turun|dengan\s+tambahan|termasuk|disusul|sedangkan|sementara|yaitu|yakni)\b[^.;]{0,40}⟨CNT"
)


def _is_past_another(view: View, at: int, end: int) -> bool:
    """Whether a number that this one is compared with stands before a masked position."""
    marks = Pattern(r"⟨CNT").finditer(view.masked, at + 1, end)
    return any(compared.start_of(view, mark.start()) >= 0 for mark in marks)


# "400 orang pada 18 Maret dan 169 orang pada 9 April": the time right behind the number is its own.
_OWN = pattern(
    r"(?:⟨CNT\d+⟩(?:\s+{TOP}(?:\s*\({TOP}\))?)?|[\w.]+(?:\s+(?:orang|org|jiwa))?)\s+"
    r"(?:(?:pada|selama|sepanjang)\s+(?:tahun\s+|bulan\s+)?|tahun\s+|\("
    r"|(?:pada\s+|dalam\s+)?(?:gelombang|tahap|kloter|rombongan)\s+[a-z]+\s*,?\s+(?:pada\s+)?){DAT:date}"
)


# "Jika pada 2020 hanya terdapat 15 kasus, maka per Maret 2025": the time of its own clause.
_CLAUSE_DATE = pattern(
    r"\b(?i:pada|selama|sepanjang|per|hingga|sampai|dan|sedangkan|sementara)\s+(?:tahun\s+|bulan\s+)?{DAT:date}\s*,?\s+(?:ini\s+|lalu\s+)?"
    r"(?:(?:hanya|baru|cuma|ada|terdapat|tercatat|sebanyak|sudah|telah|mencapai)\s+){1,4}$"
)


def _is_spoken(view: View, at: int) -> bool:
    """Whether a date is that on which somebody told of the number."""
    return any(start <= at < end for start, end in frames.speech_stretches(view))


# "pada tahun 2022 sebanyak 201 orang, 73 orang (2021)": the time right before the number.
_JUST_BEFORE = pattern(
    r"(?:\b(?:pada|selama|sepanjang|tahun|untuk|dan|sedangkan|sementara)|,)\s+(?:tahun\s+)?{DAT:date}\s+"
    r"(?:(?:ini|lalu|tercatat|ada|yang)\s+){0,2}"
    r"(?:sebanyak|mencapai|berjumlah|tercatat|sejumlah|sebesar|adalah|ada)\s+(?:sekitar\s+)?$"
)


def _date(view: View, at: int) -> Item | None:
    before = view.masked[:at]
    for own in (
        _OWN.match(view.masked, at),
        _CLAUSE_DATE.search(before),
        _JUST_BEFORE.search(before),
    ):
        told = view.item(own, "date") if own else None
        if own and told and told.key and not _is_spoken(view, own.start("date")):
            return told
    date = frames.date_of(view, at)
    where = frames.masked_at(view, date) if date else at
    if where < at and frames.is_apart(view, at, where):
        # "ditangkap pada Sabtu, keduanya sudah memberangkatkan 8 orang": when they were caught.
        date = None
    if date and _SAME_OF_OTHER.search(view.masked[: frames.masked_at(view, date)]):
        date = None
    date = _on_this_side(view, at, date) or _since(view) or _until(view) or _of_year(view, at)
    start = compared.start_of(view, at)
    if start < 0:
        return date
    # "meningkat dibandingkan 512 orang pada 2024": only what is told within the comparison.
    behind = view.masked.find("⟨CNT", at + 1)
    end = behind if behind >= 0 else len(view.masked)
    dates = [i for i in view.within(start, end, Kind.DATE) if i.key]
    if len(dates) != 1:
        return None
    before = view.masked[: frames.masked_at(view, dates[0])]
    return None if _SAME_OF_OTHER.search(before) else dates[0]


def _on_this_side(view: View, at: int, date: Item | None) -> Item | None:
    """Return a date, or the one before a number where that is of the clause set against it."""
    where = frames.masked_at(view, date) if date else at
    if where <= at or not _CONTRAST.search(view.masked, at, where):
        return date
    before = [i for i in view.within(0, at, Kind.DATE) if i.key]
    return before[0] if len(before) == 1 else date


_YEAR = pattern(r"^[\"“]?(?:(?:Pada|Selama|Sepanjang|Di|Dalam)\s+)?(?i:tahun)\s+{DAT:year}")


def _of_year(view: View, at: int) -> Item | None:
    """Return the year with which a sentence begins: ``Tahun 2025 baru 1.146 orang``."""
    found = _YEAR.match(view.masked)
    dates = [i for i in view.items if i.kind is Kind.DATE]
    if found is None and len(dates) == 1 and len(dates[0].key) == len("2025"):
        # "penempatan tahun 2023 mencapai": the only time told.
        where = frames.masked_at(view, dates[0])
        is_near = where < at or not _OF_OTHERS.search(view.masked, at + 1, where)
        return dates[0] if is_near and _THE_YEAR.search(view.masked[:where]) else None
    return view.item(found, "year") if found else None


_OF_OTHERS = Pattern(r"(?i)⟨CNT|,|\b(?:dibanding\w*|daripada|dari|naik|turun|lebih)\b")
_THE_YEAR = Pattern(r"(?i)(?:\b(?:selama|sepanjang|pada|dalam|di)\s+|⟩\s+)?\btahun\s+$")


def _stretch(key: str, before: str) -> tuple[str, bool]:
    """Return a window as the words before its date open it, and whether it sums up."""
    if "/" not in key and _SINCE.search(before):
        # "sejak 5 Juni 2023": from then on; the text leaves the end open.
        return f"{key}/..", True
    if "/" not in key and _UNTIL.search(before):
        return f"../{key}", True
    return key, ("/" in key or len(key) < len("2025-08-06")) and not _AS_OF.search(before)


# "pada periode yang sama tahun lalu": so many months of it, not the year.
_SAME_OF_OTHER = Pattern(r"(?i)\b(?:yang|periode)\s+(?:sama|serupa)\s+(?:(?:pada|di|tahun)\s+)*$")


_OF_THOSE = Pattern(r"(?:^|[\"“,]\s*)[Dd]ari\s+(?:ke)?$")


_DEED = Pattern(r"\b(?:telah|sudah|setelah|sebelum|karena)\s+(?:\w+\s+)?(?:di|me)\w{4,}")


# "Pada Januari KBRI menangani total 1.047 kasus": what was recorded then is of then.
_TALLIED = Pattern(
    r"(?i)\b(?:menangani|ditangani|mencatat(?:kan)?|tercatat|menerima|mendata|menghimpun)\s+"
    r"(?:(?:secara|total|ada|sebanyak|sekitar|setidaknya|sedikitnya|hingga)\s+){0,3}$"
)
# "laporan tiga keluarga pada Februari 2025": when they reported.
_ON = Pattern(r"(?i)\bpada\s+(?:bulan\s+)?$")


def _is_of_deed(view: View, date: Item, at: int) -> bool:
    """Whether between a date and a number something is done that has another object."""
    start = frames.masked_at(view, date)
    deeds = list(_DEED.finditer(view.masked, max(0, start), at))
    return bool(deeds) and view.masked[deeds[-1].end() : at].strip() != ""


_SAME = Pattern(
    r"(?i)\b(?:(?:periode|kurun(?:\s+waktu)?|rentang(?:\s+waktu)?|waktu|bulan|semester|triwulan|tahun)"
    r"|(?:dalam|selama|sepanjang)\s+(?:\w+\s+){0,2}?(?:se(?:hari|pekan|minggu|bulan)|⟨DUR\d+⟩))\s+(?:yang\s+sama|itu|tersebut)\b"
)


# "Kasus itu terungkap dalam kurun waktu 5 Juni-10 September 2023": the time of the number before.
_OF_IT = pattern(
    r"^[\"“]?(?:(?P<cases>Kasus|Perkara)|Jumlah|Angka|Data|Capaian|Total|Penindakan|Pencegahan|Penundaan)(?:-\w+)?\s+(?:itu|tersebut|ini)\b[^.;⟨\"“]{0,80}"
    r"\b(?:selama|sepanjang|periode|(?:kurun|rentang)\s+waktu|sejak|dari|pada)\s+(?:\w+\s+){0,2}{DAT:when}"
)


def _told_next(context: Context, view: View, id_: str, voice: Voice) -> None:
    """Claim the stretch of time that the sentence behind tells of the one number that it means."""
    number = view.sentence.number + 1
    behind = context.views[number] if number < len(context.views) else view
    found = _OF_IT.match(behind.masked)
    when = behind.item(found, "when") if found else None
    if found is None or when is None or when.is_day:
        return
    unit = "cases" if found["cases"] else ""
    meant = [
        i for i in view.items if i.kind is Kind.COUNT and unit in ("", getattr(i.value, "unit", ""))
    ]
    if len(meant) == 1 and context.sink.entities[id_].start == meant[0].start:
        _claim(context, behind, id_, when, behind.masked[: found.start("when")], voice)


_OF_ANOTHER_YEAR = Pattern(
    r"\s*,?\s*(?:(?:pada|di)\s+)?(?:tahun\s+(?:lalu|sebelumnya|silam|\d|⟨DAT)|⟨DAT)", re.IGNORECASE
)


def _counted_back(context: Context, view: View, id_: str, at: int, voice: Voice) -> bool:
    """Claim the time that words count back from that of another number; whether they do."""
    if earlier := compared.time_before(context, view, at):
        key, span = earlier
        context.sink.claim(id_, "window", key, span, voice=voice, confidence=0.78)
    return compared.back_words(view, at) is not None


def _same_window(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    """Claim the window of the count told last, for ``pada periode yang sama``."""
    is_apart = compared.start_of(view, at) >= 0 or compared.back_words(view, at)
    found = None if is_apart else _SAME.search(view.masked, 0, at)
    if found and not _OF_ANOTHER_YEAR.match(view.masked, found.end()):
        told = _last_window(context, view)
        if told:
            key, *span = told
            where = span[0], span[1]
            context.sink.claim(id_, "window", key, where, voice=voice, confidence=0.8)


def _last_window(context: Context, view: View) -> tuple[str, int, int] | None:
    """Return the time told last of a number, or as a stretch just before; with where it stands."""
    claims = context.sink.claims.values()
    told = [(c.value, c.start, c.end) for c in claims if c.property == "window"]
    number = view.sentence.number
    # "dalam periode 5-18 Juni 2023. Dalam dua pekan itu": told of no number there.
    told += [
        (i.key, i.start, i.end)
        for one in context.views[max(0, number - 2) : number]
        for i in one.items
        if i.kind is Kind.DATE and _STRETCH.fullmatch(i.key)
    ]
    return max(told, key=lambda one: one[1], default=None)


_STRETCH = Pattern(r"[\d-]+/[\d-]+")


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
