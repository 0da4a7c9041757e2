"""One number of a row as claims: size, unit, measure, words, places, time and who states it.

Owns what the words beside a number add to it. Refuses places of those who send others, and those on
the way home.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import claimants, compared, frames, measures, windows
from loaders.text.facts.cells import Cell
from loaders.text.facts.equations import Equation
from loaders.text.facts.labels import Label, is_abroad
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View, pattern


@dataclass(frozen=True, slots=True)
class Row:
    """One number with whom it counts, in its sentence."""

    view: View
    cell: Cell
    label: Label | None
    equation: Equation | None = None

    @property
    def at(self) -> int:
        """Where the number stands in the document."""
        return self.view.offset(self.cell.start)

    @property
    def unit(self) -> str:
        """Notation of ``count-units`` as far as the sentence tells it."""
        return self.cell.unit or (self.equation.unit if self.equation else "")


def claim(
    context: Context, row: Row, known: dict[int, str], told_measure: str = "", unit: str = ""
) -> str:
    """Claim one number with its words, place, measure, claimant and time; return its id."""
    sink, view, cell, mark = context.sink, row.view, row.cell, row.label
    end = view.offset(cell.end)
    span, voice = (row.at, end), context.voice(row.at)
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", context.text[row.at : end], span)
    known[row.at] = id_
    for prop, bound in (("countLower", cell.bounds.lower), ("countUpper", cell.bounds.upper)):
        if bound is not None:
            sink.claim(id_, prop, str(bound), span, voice=voice, original=cell.number)
    sink.claim(id_, "countUnit", unit or row.unit or "persons", span, voice=voice)
    if cell.bounds.approximation != "exact":
        sink.claim(id_, "approximation", cell.bounds.approximation, span, voice=voice)
    measure = (
        "deaths"
        if cell.is_of_dead
        else told_measure or (mark.measure if mark else "") or _own_measure(row)
    )
    if measure:
        sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.8)
    claimants.claim(context, view, id_, cell.start, voice)
    if not (mark and mark.kind == "date" and _year(context, view, mark, id_, voice)):
        windows.window(context, view, id_, cell.start, voice, is_measured=bool(measure))
    if mark is not None and mark.kind != "date":
        _told_of(context, row, mark, id_)
    places(context, row, id_)
    return id_


def _told_of(context: Context, row: Row, mark: Label, id_: str) -> None:
    """Claim the words beside a number, and the place among them."""
    sink, view = context.sink, row.view
    start = min(row.at, view.offset(mark.start))
    more = _MORE.match(view.masked, mark.end) if mark.place and not mark.is_before else None
    end = max(view.offset(row.cell.end), view.offset(more.end() if more else mark.end))
    voice = context.voice(row.at)
    words = _LEADS.sub("", " ".join(context.text[start:end].split()))
    words = _TRAILS.sub("", words)
    sink.claim(id_, "name", words, (start, end), voice=voice)
    also = view.within(*more.span()) if more else []
    for place in [mark.place, *also] if mark.place is not None and mark.property else []:
        span = min(start, place.start), max(end, place.end)
        where = context.registry.of(place)
        sink.claim(id_, mark.property, where, span, is_object=True, voice=voice, confidence=0.8)


# "38 orang dari Malang, Blitar, dan Tulungagung": from all of them together.
_MORE = pattern(
    r"(?:\s*,\s*{LOC}){0,6}\s*,?\s+(?:dan|serta|maupun)\s+{LOC}(?!\s*(?:\(|sebanyak\s+)?⟨CNT)"
)
_PLACES = pattern(
    r"\b(?P<how>asal|berasal\s+dari|di|ke|tujuan|bertujuan|menuju|lewat|melalui|via)\s+(?:(?:kebun|perkebunan|sawit|pusat|program|Provinsi|Kabupaten|negara)\s+)*{LOC:place}(?!\s*(?:,|dan|serta)\s*⟨LOC)"
)


def places(context: Context, row: Row, id_: str, *, is_sure: bool = True) -> None:
    """Claim the places that the noun before a number, or the words behind it, tell.

    Args:
        context: The document.
        row: The number.
        id_: The count that it is.
        is_sure: All the words are of this number; else only those that nothing else may take.
    """
    cell, view = row.cell, row.view
    start = row.equation.start if row.equation else cell.end
    told = context.sink.told_of(id_) & {"origin", "destination", "area"}
    end = cell.end + len(re.split(r"[,;]", cell.right)[0])
    for found in _PLACES.finditer(view.masked, start, end):
        place = view.item(found, "place")
        where = context.registry.of(place)
        if place is None or not where:
            continue
        how = _how(view, found, abroad=is_abroad(place, where))
        is_theirs = is_sure or how != "area" or found["how"] in ("lewat", "melalui", "via")
        between = view.masked[cell.end : found.start()]
        is_doer = _DOES.search(between) is not None
        if not is_sure and how == "origin" and _OTHERS.search(between):
            continue
        if not how or how in told or is_doer or not is_theirs:
            continue
        span = min(row.at, place.start), max(view.offset(cell.end), place.end)
        voice = context.voice(row.at)
        context.sink.claim(id_, how, where, span, is_object=True, voice=voice, confidence=0.78)


# "36 WNI korban penipuan di Kamboja tiba di Jakarta": counted there, not here.
_ARRIVED = Pattern(r"(?i)\b(?:tiba|mendarat|sampai|diturunkan)\s+$")
_WORKS = Pattern(
    r"(?i)\b(?:bekerja|kerja|ditempatkan|penempatan|dipekerjakan|diberangkatkan)\s[^.;,⟨]{0,40}$"
)
# Who sends others somewhere does not go there; and where they change ships is no end.
_DOES = Pattern(
    r"(?i)\b(?:merekrut|mengirim\w*|menampung|memberangkatkan|mengantar|menyalurkan|transit)\b"
)
# "pekerja migran dari agen asal Taiwan": that is where the agent is from.
_OTHERS = Pattern(r"\b(?:dari|agen|oleh|di|ke|kapal|dengan|perusahaan|milik)\b")
_HOMEWARD = Pattern(
    r"(?i)\b(?:pulang|dipulangkan|memulangkan|pemulangan|kepulangan|kembali|dideportasi|tiba)\b"
)


def _how(view: View, found: re.Match[str], *, abroad: bool) -> str:
    """Return how a place belongs to a number by the word before it; empty where none tells."""
    word = found["how"]
    if word == "di" and _ARRIVED.search(view.masked[: found.start()]):
        return ""
    if "asal" in word:
        return "origin"
    is_bound = word in ("ke", "tujuan", "bertujuan", "menuju")
    if abroad and word in ("lewat", "melalui", "via"):
        # "keluar dari Laos melalui Chiang Rai": on their way they were there.
        return ""
    if not abroad:
        return "" if is_bound else "area"
    if _HOMEWARD.search(view.masked[: found.start()]):
        return ""
    is_work = is_bound or _WORKS.search(view.masked[: found.start()]) is not None
    return "destination" if is_work else "area"


def _year(context: Context, view: View, mark: Label, id_: str, voice: Voice) -> bool:
    """Claim the time that stands before a number in a row; return whether it is one."""
    start = view.offset(mark.start)
    dates = view.within(mark.start, mark.start + len(mark.words), Kind.DATE)
    key = dates[0].key if dates else mark.words
    end = dates[0].end if dates else start + len(key)
    if not re.match(r"(?:19|20)\d\d", key):
        # "setahun kemudian 27": some other time, whatever date stands near.
        return not dates
    if view.masked[: mark.start].endswith("tahun ") and len(key) > len("2025"):
        # "tahun kemarin" is no day.
        return True
    is_until = re.search(r"(?i)\b(?:sampai|hingga)\s+$", view.masked[: mark.start]) is not None
    key = f"../{key}" if is_until and "/" not in key else key
    context.sink.claim(id_, "window", key, (start, end), voice=voice, confidence=0.82)
    return True


_LEADS = Pattern(r"(?i)^(?:yaitu|yakni|sebanyak|sejumlah|ada|dan|terdiri\s+(?:dari|atas))\s+")
_TRAILS = Pattern(r"(?:\s+(?:di|ke|dari|pada|yang|oleh|dengan|untuk|dan|serta|atau|karena|itu))+$")


def _own_measure(row: Row) -> str:
    """Return the measure that noun and verbs of a count tell, or empty."""
    item, value = row.cell.item, row.cell.value
    if item is None or value is None or frames.masked_at(row.view, item) < 0:
        return ""
    if compared.start_of(row.view, row.cell.start) >= 0:
        return ""
    return measures.measure_of(row.view, item, value)
