"""The places of a number: where it was counted, whence those counted come, where they went.

Owns the words that tie a place to a number. Refuses places of the next number, and those of only
the most of them.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.holdings import is_firm
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_BY_WAY_OF = pattern(r"\b(?:melalui|lewat|via)\s+{LOC:place}(?:\s*(?:,|dan)\s*{LOC:second})?")


_NEXT_COUNT = Pattern(r"\s*,?\s*(?:sebanyak\s+)?⟨CNT")


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


# "Dari 46 tersangka, satu orang ditangkap di Kediri": the place is that of the part.
_WHOLE = Pattern(r"(?i)\b(?:dari|di\s+antara)\s+(?:total\s+|seluruh\s+|ke)?$")
_PART = Pattern(
    r"(?i)⟨CNT\d+⟩(?:\s+(?:itu|tersebut))?\s*,\s+(?:(?:hanya|baru|ada|sebanyak|di\s+antaranya)\s+)?"
    r"(?:salah\s+(?:satu|seorang)|satu|seorang|sebagian|⟨CNT\d+⟩)"
)


def area(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    """Claim where those counted were counted."""
    if (land := _NATIONWIDE.search(view.masked, at)) and (where := view.item(land, "land")):
        span = where.start, where.end
        if (land_id := context.registry.of(where)) == "country:ID":
            context.sink.claim(
                id_, "area", land_id, span, is_object=True, voice=voice, confidence=0.85
            )
            return
    if _WHOLE.search(view.masked[:at]) and _PART.match(view.masked, at):
        return
    ranked = _RANKED.search(view.masked[:at])
    if ranked and (place := view.item(ranked, "place")) and context.registry.of(place):
        counted_in(context, id_, place, voice)
        return
    places = frames.places_of(context, view, at) or _by_way_of(context, view, at)
    for item, _ in places:
        firm = _OF_A_FIRM.search(view.masked[: min(at, max(0, frames.masked_at(view, item)))])
        if firm and is_firm(view.item(firm, "firm")):
            continue
        if abs(item.start - view.offset(at)) <= 90:
            counted_in(context, id_, item, voice)


# "Jawa Barat menempati urutan teratas dengan 142 kasus"
_RANKED = pattern(
    r"{LOC:place}\s+(?:\w+\s+)?(?:menempati|menduduki|berada\s+di)\s+(?:urutan|posisi|peringkat)\b[^.;⟨]{0,40}\bdengan\s+(?:total\s+)?$"
)
# "PT A di Tegal telah memberangkatkan 231 ABK": there the firm is, not the crew.
_OF_A_FIRM = pattern(
    r"{ORG:firm}(?:\s*\([^)⟨]*\)|\s+(?:atau|alias)\s+[A-Z]+)?\s+(?:di|yang\s+ber[a-z]+\s+di)\s+$"
)


def counted_in(context: Context, id_: str, place: Item, voice: Voice) -> None:
    """Claim the place in which those counted are."""
    span, where = (place.start, place.end), context.registry.of(place)
    context.sink.claim(id_, "area", where, span, is_object=True, voice=voice, confidence=0.8)


def origin(context: Context, view: View, id_: str, item: Item, at: int, voice: Voice) -> None:
    """Claim where those counted come from: ``68.140 pekerja migran asal Jawa Timur``."""
    behind = view.masked.find("⟩", at) + 1
    if place := _home(context, view, item, at):
        span = min(item.start, place.start), max(item.end, place.end)
        where = context.registry.of(place)
        context.sink.claim(id_, "origin", where, span, is_object=True, voice=voice, confidence=0.8)
        return
    if _FROM_THERE.match(view.masked, behind) and not _IN_A_ROW.search(view.masked[:at]):
        for place, id_place in frames.origins(context, view, at):
            span = item.start, place.end
            context.sink.claim(
                id_, "origin", id_place, span, is_object=True, voice=voice, confidence=0.85
            )


# "28.914 warga NTB berangkat", "warga Banyumas yang bekerja di luar negeri mencapai 4.385 orang"
_CITIZENS = pattern(r"⟨CNT\d+⟩\s+{LOC:place}(?!\s*(?:,|dan|serta)\s*⟨LOC)")


_CITIZENS_BEFORE = pattern(
    r"\b(?i:warga|pekerja\s+migran|PMI|TKI)\s+(?:asal\s+)?{LOC:place}(?:\s+yang\s[^.;⟨\"“]{4,70}?)?\s+"
    r"(?:mencapai|sebanyak|berjumlah|tercatat)\s+(?:[a-z]+\s+){0,2}$"
)


# "Kabupaten Cilacap mengirim 12.431 PMI"
_SENDS = pattern(
    r"{LOC:place}\s+(?:mengirim(?:kan)?|menyumbang(?:kan)?|memberangkatkan)\s+(?:sebanyak\s+|sekitar\s+)?$"
)


def _home(context: Context, view: View, item: Item, at: int) -> Item | None:
    """Return the place whose citizens are counted."""
    noun = item.value.noun if isinstance(item.value, Counted) else ""
    found = _CITIZENS.match(view.masked, at) if noun == "warga" else None
    found = found or _CITIZENS_BEFORE.search(view.masked[:at])
    found = found or _SENDS.search(view.masked[:at])
    place = view.item(found, "place") if found else None
    where = context.registry.of(place)
    is_here = bool(where) and not where.startswith("country:")
    return place if place is not None and is_here and not frames.is_abroad(place) else None


_FROM_THERE = Pattern(
    r"\s*,?\s+(?:(?:PMI|nonprosedural|non-prosedural|prosedural|ilegal|bermasalah|perempuan|laki-laki|formal|informal|itu"
    r"|tersebut|yang)\s+){0,2}(?:asal|berasal\s+dari)\s"
)


# "tujuh laki-laki dan empat perempuan asal Aceh": all of them come from there.
_IN_A_ROW = Pattern(r"⟨CNT\d+⟩[^.;⟨]{0,20}(?:,|dan|serta)\s+$")


def destination(
    context: Context, view: View, id_: str, at: int, voice: Voice, measure: str
) -> None:
    """Claim where those counted were placed, told behind them and before another count."""
    if measure != "placements":
        return
    behind = view.masked.find("⟨CNT", at + 1)
    stop = view.offset(behind) if behind >= 0 else view.sentence.end
    own = _AMONG.match(view.masked, at)
    if most := _MOST.search(view.masked, own.end() if own else at):
        stop = min(stop, view.offset(most.start()))
    for item, place in frames.bound_for(context, view):
        if view.offset(at) < item.start < min(stop, view.offset(at) + _NEAR):
            span = item.start, item.end
            context.sink.claim(
                id_, "destination", place, span, is_object=True, voice=voice, confidence=0.8
            )


# "24.805 orang di antaranya ke Taiwan": these alone went there.
_AMONG = Pattern(r"⟨CNT\d+⟩\s+di\s+antaranya\b")
_NEAR = 120


# "terbanyak ke Malaysia": not all of them.
_MOST = Pattern(
    r"(?i)\b(?:terbanyak|terbesar|paling\s+banyak|mayoritas|sebagian|terutama|di\s+antaranya)\b"
)
