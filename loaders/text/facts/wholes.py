"""What a number takes from another: the whole that it is a share of, its event, the one compared.

Owns the ways back from a number without a verb of its own to the one that has it. Refuses wholes of
another unit, and shares behind which something else happens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import compared, frames, home_rows, online
from loaders.text.facts.measures import measure_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

SEXES = frozenset(
    {"pria", "laki-laki", "lelaki", "perempuan", "wanita", "anak", "anak-anak", "balita", "bayi"}
)
"""Nouns for people by sex or age, which rather take a group apart than count it."""
BY_EVENT = {
    "Repatriation": "persons-repatriated", "Deportation": "persons-deported",
    "Rescue": "persons-rescued", "Interception": "departures-prevented",
}  # fmt: skip
"""What a number of people measures whom an event of a class concerns."""
_INBOUND = Pattern(
    r"(?i)\b(?:masuknya|kepulangan|pulang|pemulangan)\b[^.;]{0,80}\b(?:ilegal|dari)\b"
)


def by_event(context: Context, event: str) -> str:
    """Return what the people of an event measure; of those stopped on the way in, nothing."""
    entity = context.sink.entities[event]
    told = next(s.text for s in context.sentences if s.start <= entity.start < s.end)
    is_in = entity.cls == "Interception" and _INBOUND.search(told) is not None
    return "" if is_in else BY_EVENT.get(entity.cls, "")


@dataclass(frozen=True, slots=True)
class Part:
    """A count that is part of another one by place: ``Taiwan 1.209 orang``.

    Attributes:
        place: The place as named.
        id: Its id.
        property: How the place belongs to the count: ``destination``, ``origin`` or ``area``.
        measure: That of the whole.
    """

    place: Item
    id: str
    property: str
    measure: str


_BESIDE = (
    pattern(
        r"{LOC:place}(?:\s*\([^)⟨]{2,12}\)|\s*\(⟨LOC\d+⟩\))?\s*(?:\(|:|,(?=\s*⟨CNT\d+⟩\s*(?:,|\.|dan\b|disusul|$))|,?\s*(?:yakni|yaitu|sebanyak|sejumlah|dengan|ada)\s+)?\s*{CNT:count}"
    ),
    pattern(
        r"{LOC:place}\s+(?:menjadi|merupakan|adalah|masih|menempati)\s+[^⟨.;]{0,50}\b(?:terbanyak|teratas|tertinggi|utama)\b\s*,?\s*(?:(?:yakni|yaitu|dengan|sebanyak)\s+)?{CNT:count}"
    ),
    pattern(r"{LOC:place}\s+(?:menyumbang|mengirim)\s+{CNT:count}"),
    pattern(
        r"{CNT:count}\s+(?:(?:lainnya|sisanya)\s+)?(?:masuk\s+|tiba\s+|pulang\s+)?(?:di|ke|dari|asal|berasal\s+dari|warga|melalui|lewat|via)\s+{LOC:place}"
        # "empat perempuan asal Jawa Timur, NTB, dan Aceh" are from all of them together.
        r"(?!\s*(?:dan|serta)\s*⟨LOC|\s*,\s*(?:dan\s+⟨LOC|⟨LOC\d+⟩\s*(?:,|dan|serta)))"
    ),
)
_MOST = Pattern(
    r"(?i)^[\"“]?[^.;\"“]{0,90}\b(?:terbanyak|paling\s+banyak|teratas|tertinggi|tujuan\s+utama|menyumbang)\b"
    r"|^[\"“]?(?:berikutnya|selanjutnya|disusul|menyusul|diikuti|kemudian|lalu)\b"
)
# "60 dari Bone": people come from there; of cases it only tells where they are.
_FROM = Pattern(r"(?i)\b(?:asal|berasal\s+dari|daerah\s+asal)\b|⟩\s+(?:orang\s+)?dari\s+⟨LOC")
_HOMES = Pattern(
    r"(?i)\b(?:daerah|provinsi|kabupaten|kota)\s+asal\b|\b(?:terbanyak|paling\s+banyak|sebagian\s+besar|mayoritas)\s+dari\s"
)


def part_by_place(context: Context, view: View, item: Item, value: Counted) -> Part | None:
    """Return the place whose share of an earlier, larger count a count without a verb tells."""
    number = view.sentence.number
    is_split = (
        _SPLITS.search(view.masked)
        or _MOST.match(view.masked)
        or any(_is_share(i) for i in view.items[:1])
    )
    near = context.views[max(0, number - _BACK) : number] if is_split else []
    where, whole, measure = _whole_among(context, (*reversed(near), view), item, value)
    if whole is None or not isinstance(whole.value, Counted):
        return None
    for rule in _BESIDE:
        for found in rule.finditer(view.masked):
            is_told = measure or whole.value.unit in ("cases", "police-reports")
            if is_told and view.item(found, "count") is item:
                start = frames.masked_at(view, whole) if where is view else 0
                return _part(context, view, start, measure, found)
    return None


def _whole_among(
    context: Context, views: tuple[View, ...], item: Item, value: Counted
) -> tuple[View, Item | None, str]:
    """Return the nearest larger count that measures something, else the nearest, and its measure.

    A larger share without a measure of its own is passed by; what the sentence itself tells of a
    number comes before what others tell: ``Dari total itu, 24 dipulangkan, ke Lombok 4 orang``.
    """
    own = _larger_before(views[-1], item, value)
    if own is not None and isinstance(own.value, Counted) and not _is_placed(views[-1], own):
        measure = measure_of(views[-1], own, own.value)
        if measure:
            return views[-1], own, measure
    first: tuple[View, Item | None, str] = views[-1], None, ""
    total = sum(i.value.bounds.lower or 0 for i in views[-1].items if isinstance(i.value, Counted))
    for other in views:
        whole = _larger_before(other, item, value, total)
        if whole is None or not isinstance(whole.value, Counted):
            continue
        if measure := told(context, other, whole, whole.value) or _of_size(context, whole.value):
            return other, whole, measure
        first = first if first[1] is not None else (other, whole, "")
    return first


def _is_placed(view: View, item: Item) -> bool:
    """Whether a count is a share itself, told beside its place."""
    return any(
        view.item(found, "count") is item
        for rule in _BESIDE
        for found in rule.finditer(view.masked)
    )


def _is_share(item: Item) -> bool:
    """Whether a sentence begins with ``Enam di antaranya``."""
    return isinstance(item.value, Counted) and item.value.included_in >= 0


_BACK = 5
# "Paling banyak berasal dari Sulawesi Selatan 71 orang": of those counted in the sentence before.
_SPLITS = Pattern(
    rf"(?i)^[\"“]?(?:[^.;\"“]{{0,90}}?\b(?:{VERB})\w*,?\s+(?:bahwa\s+)?)?(?:"
    r"(?:berdasarkan|menurut|dilihat\s+dari|dari\s+sisi|untuk)\s+[^,.⟨]{1,40},\s+)?(?:paling\s+banyak|terbanyak|(?:mereka|ke-?\d+\s+\w+|(?:para\s+)?(?:pmi|korban|deportan|calon\s+pmi|pekerja))\s+(?:\w+\s+){0,2}(?:berasal|asal)|rincian\w*|sebagian\s+besar|(?:sebanyak\s+)?⟨CNT\d+⟩\s+(?:di\s+antaranya\s+)?(?:berasal|asal)(?=[^⟨]{0,30}⟨LOC\d+⟩[^.;]*⟨CNT)|(?:negara\s+)?tujuan\w*|di\s+antaranya|dari\s+(?:hasil\s+)?(?:jumlah|total|angka|interogasi|pemeriksaan|pendataan|penelusuran)|(?:daerah\s+)?asal|berdasarkan\s+(?:daerah\s+)?asal)\b"
)


def _part(
    context: Context, view: View, start: int, measure: str, found: re.Match[str]
) -> Part | None:
    place = view.item(found, "place")
    id_ = context.registry.of(place)
    between = (
        view.masked[start : found.start()].partition("⟩")[2]
        if start
        else view.masked[: found.start()]
    )
    between = _SAYS.sub("", between)
    own = _OWN_VERBS.get(measure)
    if place is None or not id_ or _HAPPENS.search(own.sub("", between) if own else between):
        return None
    is_abroad = id_.startswith("country:") or frames.is_abroad(place)
    if is_abroad and measure in ("placements", "departures-prevented"):
        return Part(place, id_, "destination", measure)
    is_home = (
        _FROM.search(between + found[0])
        or _HOMES.search(view.masked[: found.start()])
        or home_rows.goes_on(context, view, found.start("place"))
    )
    return Part(place, id_, "origin" if is_home else "area", measure)


_SAYS = Pattern(rf"\b(?:{VERB})\w*")
# "27 orang dicegah di A, 12 orang di B": what is done to the whole is done to each part.
_OWN_VERBS = {
    "departures-prevented": Pattern(r"\b(?:dicegah|ditunda|digagalkan|ditolak)\b"),
    "persons-repatriated": Pattern(r"\bdipulangkan\b"),
    "persons-rescued": Pattern(r"\bdiselamatkan\b"),
    "suspects-arrested": Pattern(r"\bditangkap\b"),
}
# Between the whole and its parts nothing else may happen.
_HAPPENS = Pattern(
    r"(?i)\b(?:me[mn](?!jadi\b|empati\b|yumbang\b)\w{4,}|namun|tetapi|sedangkan|sementara|dipulangkan|ditangkap|ditetapkan|diselamatkan"
    r"|dicegah|tersangka)\b"
)


def _larger_before(view: View, item: Item, value: Counted, total: int = 0) -> Item | None:
    """Return the count that an enumeration splits: the first larger one of its unit.

    Or the one of the size ``total``: "empat tersangka, korbannya lima. 4 dari A, 1 dari B".
    """
    larger = []
    for other in view.items:
        whole = other.value
        if other.start >= item.start or not isinstance(whole, Counted):
            continue
        is_larger = (whole.bounds.lower or 0) > (value.bounds.lower or 0)
        # "97 laki-laki" are a part themselves.
        is_whole = whole.noun not in SEXES
        if whole.unit == value.unit and is_larger and is_whole and not value.role:
            larger.append(other)
            if whole.bounds.lower == total:
                return other
    return larger[0] if larger else None


def told(context: Context, view: View, item: Item, value: Counted) -> str:
    """Return the measure of a count, from its clause, the sum before or its event; or empty."""
    value = _as_those(view, item, value)
    own = measure_of(view, item, value)
    if own == "persons-escaped":
        # Who fled and is home: the day that is told is that of coming home.
        own = _of_event(context, item, value) or own
    return (
        _of_most(context, view, value)
        or own
        or _itemised(context, view, value)
        or _of_event(context, item, value)
        or _compared(context, view, item, value)
        or online.share_of(context, view, item, value)[0]
        or settled_of(context, view, item, value)[0]
        or _of_deed(view, item, value)
        or _of_year(view, item, value)
    )


# "200.761 orang pada 2022, 72.624 orang (2021)": a row of years measures one thing.
_YEAR = pattern(r"⟨CNT\d+⟩\s+\({DAT}\)")


def _of_year(view: View, item: Item, value: Counted) -> str:
    """Return the measure of the first number of a row of years, where this one is of it."""
    first = next((i for i in view.items if isinstance(i.value, Counted)), item)
    is_row = first is not item and _YEAR.match(view.masked, frames.masked_at(view, item))
    if not is_row or not isinstance(first.value, Counted) or first.value.unit != value.unit:
        return ""
    return measure_of(view, first, first.value)


# "Pencegahan terbesar terjadi pada 23 Juli, ketika 74 orang hendak diberangkatkan"
_DEED = Pattern(
    r"^(?:(?P<prevented>Pencegahan|Penggagalan)|(?P<rescued>Penyelamatan)|(?P<repatriated>Pemulangan|Kepulangan))\s+"
    r"(?:(?:ter[a-z]+|pertama|besar|itu|tersebut|paling\s+\w+)\s+){1,2}(?:terjadi|dilakukan|berlangsung|tercatat)\b"
)
_DEEDS = {
    "prevented": "departures-prevented", "rescued": "persons-rescued",
    "repatriated": "persons-repatriated",
}  # fmt: skip


def _of_deed(view: View, item: Item, value: Counted) -> str:
    """Return the measure of the one number of people behind a noun for a deed."""
    found = _DEED.match(view.masked)
    people = frames.persons_counted(view, 0, len(view.masked))
    if found is None or people != [item] or value.unit != "persons":
        return ""
    return _DEEDS[str(found.lastgroup)]


_THOSE = pattern(
    r"^[\"“]?Dari\s+(?:(?:total|jumlah|keseluruhan|sebanyak)\s+)*{CNT:whole}[^,;.⟨]{0,70}(?:⟨(?:ORG|LOC|DAT)\d+⟩[^,;.⟨]{0,40}){0,2},"
)


# "dan 24.805 orang di antaranya ke Taiwan": of those counted before in the sentence.
_AMONG = Pattern(
    r"\s+(?:di\s+antara(?:nya|\s+mereka)|dari\s+(?:mereka|jumlah\s+(?:itu|tersebut)))\b"
)


def of_those(view: View, item: Item, value: Counted) -> Item | None:
    """Return the number of which a sentence tells shares: ``Dari 83 tersangka itu, 61 ...``."""
    found = _THOSE.match(view.masked)
    whole = view.item(found, "whole") if found else None
    if _AMONG.match(view.text, item.end):
        whole = _larger_before(view, item, replace(value, role=""))
    if whole is None or not isinstance(whole.value, Counted) or whole.start >= item.start:
        return None
    is_larger = (whole.value.bounds.lower or 0) > (value.bounds.upper or 0)
    return whole if is_larger and whole.value.unit == value.unit else None


_MOST_ON = Pattern(r"(?i)^[\"“]?(?:paling\s+banyak|terbanyak|sebagian\s+besar|di\s+antaranya)\b")


def _of_most(context: Context, view: View, value: Counted) -> str:
    """Return the measure of the whole told before of which ``Paling banyak`` tells the shares.

    "1.362 konten diblokir. Paling banyak ditemukan di Facebook": of those blocked.
    """
    if value.unit not in ("contents", "accounts") or not _MOST_ON.match(view.masked):
        return ""
    number = view.sentence.number
    measures = {
        measure_of(other, whole, whole.value)
        for other in context.views[max(0, number - 2) : number]
        for whole in other.items
        if isinstance(whole.value, Counted) and whole.value.unit == value.unit
        if (whole.value.bounds.lower or 0) > (value.bounds.lower or 0)
    } - {""}
    # Where both are told before, of those found and of those blocked, the words decide.
    return measures.pop() if len(measures) == 1 else ""


def _as_those(view: View, item: Item, value: Counted) -> Counted:
    """Return a count of plain people as what the larger number calls them that it is of."""
    whole = of_those(view, item, value) if value.unit == "persons" and not value.role else None
    if whole is None or not isinstance(whole.value, Counted):
        return value
    return replace(value, role=whole.value.role)


# What becomes of complaints: those settled are among those received.
_SETTLED = Pattern(
    r"(?i)\b(?:diselesaikan|selesai|tuntas|ditutup|dihentikan|diproses|ditangani|ditindaklanjuti|dimediasi|dalam\s+(?:proses|penanganan)"
    r"|dilimpahkan|diteruskan|dirujuk)\b"
)


def settled_of(context: Context, view: View, item: Item, value: Counted) -> tuple[str, Item | None]:
    """Return measure and item of the complaints told before, of which so many are settled."""
    at = frames.masked_at(view, item)
    is_settled = value.unit == "reports" and _is_settled(view, at)
    if not is_settled or compared.start_of(view, at) >= 0:
        return "", None
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number + 1]):
        whole = _larger_before(other, item, value)
        if whole is None or not isinstance(whole.value, Counted):
            continue
        where = frames.masked_at(other, whole)
        measure = measure_of(other, whole, whole.value)
        if measure and not _is_settled(other, where) and compared.start_of(other, where) < 0:
            return measure, whole
    return "", None


def _is_settled(view: View, at: int) -> bool:
    """Whether the words behind a number, up to the next, tell what became of those counted."""
    behind = view.masked.find("⟨CNT", at + 1)
    end = behind if behind >= 0 else len(view.masked)
    return _SETTLED.search(view.masked, at, end) is not None


def _compared(context: Context, view: View, item: Item, value: Counted) -> str:
    """Return the measure of the number that this one is compared with."""
    found = compared.compared(context, view, frames.masked_at(view, item), value)
    if found is None or not isinstance(found[1].value, Counted):
        return ""
    return measure_of(*found, found[1].value)


ITEMISED = Pattern(
    r"^[\"“]?(?:[^.;\"“]{0,90}\bmerinci\b|Rincian(?:nya)?|Perincian(?:nya)?|Dengan\s+rincian|Terdiri\s+(?:atas|dari))\b"
)


def _itemised(context: Context, view: View, value: Counted) -> str:
    """Return the measure of the sum that ``Rinciannya`` takes apart."""
    number = view.sentence.number
    if not number or not ITEMISED.match(view.masked):
        return ""
    before = context.views[number - 1]
    for item in before.items:
        whole = item.value
        if isinstance(whole, Counted) and whole.unit == value.unit:
            return measure_of(before, item, whole)
    return ""


def _of_size(context: Context, value: Counted) -> str:
    """Return the measure of the one event that concerns so many people, or empty."""
    claims = list(context.sink.claims.values())
    size = str(value.bounds.lower)
    sized = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == size}
    events = {c.subject for c in claims if c.property == "affected" and c.value in sized}
    if len(events) != 1 or value.unit != "persons":
        return ""
    return by_event(context, events.pop())


def _of_event(context: Context, item: Item, value: Counted) -> str:
    """Return the measure of people whom an event concerns and whose noun tells none."""
    if value.unit != "persons" or value.role in ("suspect", "defendant", "witness"):
        return ""
    groups = {
        e.id for e in context.sink.entities.values() if e.cls == "Group" and e.start == item.start
    }
    for claim in context.sink.claims.values():
        if claim.property == "affected" and claim.value in groups:
            return by_event(context, claim.subject)
    return ""
