"""Who came home: the subject of a verb of return, its object, or those counted just before.

Owns whom such a verb concerns. Refuses officials, the accused, speakers, escorts, kin who only
waited, and shares where the whole is told.
"""

from __future__ import annotations

import re

from loaders.text import subjects
from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.facts import frames, homeward
from loaders.text.facts.binding import is_object_below, reaches
from loaders.text.numbers import WORDS, from_words
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.speech import VERB
from loaders.text.view import View

_ACCUSED = frozenset({"suspect", "defendant", "convict", "wanted-person", "witness"})
# So many sentences before, those may be counted whom "mereka" means.
_BACK = 2


def subject(
    context: Context, view: View, found: re.Match[str], *, is_told: bool
) -> tuple[Item, ...]:
    """Return the people who are the subject of a passive verb or of one of coming.

    Args:
        context: The document.
        view: The sentence.
        found: The verb.
        is_told: Their return is already told of, so that ``mereka`` needs no people.
    """
    at = found.start()
    return tuple(
        _before(context, view, at)
        or _aboard(context, view, at)
        or _fronted(context, view, found)
        or _all_of_them(context, view, at)
        or ([] if is_told else _they(context, view, at))
    )


def whom(context: Context, view: View, end: int) -> tuple[Item, ...]:
    """Return the people who are the object of an active verb that ends at a masked position."""
    return tuple(_behind(context, view, end) or _them(context, view, end))


def _may_return(context: Context, item: Item) -> bool:
    """Whether somebody may be who came home: no official, and nobody accused."""
    value = item.value
    if isinstance(value, Counted):
        return value.unit == "persons" and value.role not in _ACCUSED and not value.is_recalled
    id_ = context.registry.of(item)
    if not id_ or id_ in context.registry.posts_of:
        return False
    return item.kind in (Kind.PERSON, Kind.INITIALS) and not subjects.is_official(context, id_)


def _before(context: Context, view: View, at: int) -> list[Item]:
    """Return the people who are the subject of a verb at a masked position."""
    start = max(view.masked.rfind(mark, 0, at) for mark in (";", "“", '"', ": ", " sedangkan "))
    people: list[Item] = []
    for item in view.within(max(0, start), at, Kind.COUNT, Kind.PERSON, Kind.INITIALS):
        where = frames.masked_at(view, item)
        is_above = not is_object_below(view, max(0, start), where)
        if is_above and _may_return(context, item) and _is_subject(view, item, where, at):
            people.append(item)
    counted = [one for one in people if one.kind is Kind.COUNT]
    counted = sorted(counted, key=size, reverse=True)[:1]
    return [one for one in people if one.kind is not Kind.COUNT] + counted


def _is_subject(view: View, item: Item, where: int, at: int) -> bool:
    """Whether somebody before a verb is who came: no agent, no part, no head of another clause."""
    if _SOMEBODY_ELSE.search(view.masked[:where]) or _PART.search(view.masked[:where]):
        return False
    between = view.masked[view.masked.find("⟩", where) + 1 : at]
    if _SPEAKS.search(between) or (item.kind is not Kind.COUNT and homeward.DEAD.search(between)):
        return False
    if item.kind is not Kind.COUNT and not _BEGINS.search(view.masked[:where]):
        return False
    clause = _RELATIVE.search(between)
    return clause is None or len(between[: clause.start()]) < _BESIDE


# A name begins the clause of which it is the subject, or stands behind what somebody is.
_BEGINS = Pattern(
    r"(?i)(?:^[\"“]?|[,.;:–-]\s+|\b(?:dan|bernama|berinisial|inisial|jenazah|jasad|korban|pmi|tki|tkw|wni|yakni|yaitu|masing-masing|nama|perempuan|pria|wanita|lelaki"
    r"|mendiang|almarhum|almarhumah|bahwa|saat|ketika|akhirnya|setelah|menyangka|memastikan)\s+)$"
)
_SPEAKS = Pattern(rf"\b(?:{VERB})\b")
_RELATIVE = Pattern(r"\byang\s+(?:\w+\s+){0,2}$")
_BESIDE = 30
_PART = Pattern(
    r"(?i)\b(?:terdiri\s+(?:atas|dari)|termasuk|di\s+antaranya)\s[^.;]{0,80}$|\b(?:ibu|bapak|ayah|janda|duda|orang\s+tua)\s+$|⟨RNK\d+⟩\s+$"
)


_SOMEBODY_ELSE = Pattern(
    r"(?i)\b(?:oleh|kata|ujar|tutur|menurut|kepada|dari(?:\s+(?:total|jumlah))?|bersama|dijemput|disambut|didampingi|dikawal|diantar|majikan\w*"
    r"|tersangka|pelaku|terdakwa|calo|sponsor|dipimpin|perekrut\w*|suster|romo|relawan|di\s+antara)\s+(?:\w+\s+)?$"
    r"|\b(?:suami|istri|kakak|adik|anak|ibu|ayah|paman|kerabat|keluarga|majikan|perekrut)nya\s*,?\s+(?:bernama\s+)?$"
)
# "Pesawat carter yang membawa 154 WNI mendarat", "KM Francis Express mengangkut 87 orang tiba"
_CARRIED = Pattern(
    r"(?i)(?:\b(?:pesawat|kapal|feri|bus|rombongan|penerbangan)\b|⟨VES\d+⟩)[^.;⟨\"“]{0,60}\b(?:membawa|mengangkut|memuat|ditumpangi|berisi)\s+(?:sebanyak\s+)?$"
)


def _aboard(context: Context, view: View, at: int) -> list[Item]:
    """Return the people on board of what came in before a masked position."""
    for item in view.within(0, at, Kind.COUNT):
        where = frames.masked_at(view, item)
        if _may_return(context, item) and _CARRIED.search(view.masked[:where]):
            return [item]
    return []


# "Yang dipulangkan hari ini dua orang, yaitu", "telah tiba di bandara satu jenazah": who came
# stands behind the verb.
_FRONT = Pattern(
    r"(?:^[\"“]?|[,:]\s+)(?:[^.;,\"“]{0,60},\s+)?(?:⟨DAT\d+⟩\s*,?\s*)*(?i:yang|telah|sudah|turut|ikut|juga)\s+(?:(?:telah|sudah|ikut|turut|juga)\s+)?$"
)


def _fronted(context: Context, view: View, found: re.Match[str]) -> list[Item]:
    if not _FRONT.search(view.masked[: found.start()]):
        return []
    return _behind(context, view, found.end())


_ALL = Pattern(
    rf"(?i)\bke(?P<all>{WORDS})(?:nya|\s+(?:orang|perempuan|wanita|pria|korban|warga|pmi|wni|calon)\b[^.;⟨]{{0,30}}(?:⟨CNT\d+⟩[^.;⟨]{{0,20}}){{0,3}})\s*,?\s+(?:\w+\s+){{0,2}}$"
)


def _all_of_them(context: Context, view: View, at: int) -> list[Item]:
    """Return the one count of people that ``Ketiganya dikembalikan`` means."""
    found = _ALL.search(view.masked[:at])
    meant = from_words(found["all"]) if found else 0
    counted = [one for one in _counted_before(context, view) if size(one) == meant]
    return counted[:1] if meant else []


_THEM_ALL = Pattern(
    r"\s+(?:para\s+(?:korban|pekerja|calon|pmi|wni)|mereka|seluruhnya|semuanya|(?:seluruh|semua)\s+(?:korban|pekerja|pmi|wni))\b",
    re.IGNORECASE,
)


def _them(context: Context, view: View, end: int) -> list[Item]:
    """Return the one count of people that ``memulangkan mereka`` means."""
    counted = _counted_before(context, view) if _THEM_ALL.match(view.masked, end) else []
    return _largest(counted)


def _largest(counted: list[Item]) -> list[Item]:
    """Return the number that the others are shares of, or none where nobody says who is meant."""
    if not counted:
        return []
    largest = max(counted, key=size)
    rest = [one for one in counted if one is not largest and size(one) != size(largest)]
    return [largest] if sum(map(size, rest)) <= size(largest) else []


_MEREKA = Pattern(r"(?i)\bmereka\s+(?:\w+\s+){0,3}$")


def _they(context: Context, view: View, at: int) -> list[Item]:
    """Return the one count of people that ``Mereka tiba`` means."""
    counted = _counted_before(context, view) if _MEREKA.search(view.masked[:at]) else []
    return _largest(counted)


def _counted_before(context: Context, view: View) -> list[Item]:
    """Return the people counted in the sentences just before; none where others are accused."""
    number = view.sentence.number
    near = [
        v for v in context.views[max(0, number - _BACK) : number] if v.sentence.role is Role.BODY
    ]
    items = [i for v in near for i in frames.persons_counted(v, 0, len(v.masked))]
    return [] if not all(_may_return(context, i) for i in items) else items


def _behind(context: Context, view: View, at: int) -> list[Item]:
    """Return the people who are the object of an active verb that ends at a masked position."""
    end = min(frames.clause_end(view, at), at + 140)
    people: list[Item] = []
    for item in view.within(at, end, Kind.COUNT, Kind.PERSON, Kind.INITIALS):
        where = frames.masked_at(view, item)
        to = _PAST.search(view.masked, at, where)
        is_listed = bool(people) and _LIST.search(view.masked[at:where]) is not None
        if to is None and _may_return(context, item) and (is_listed or reaches(view, at, where)):
            people.append(item)
    counted = [one for one in people if one.kind is Kind.COUNT][:1]
    return [one for one in people if one.kind is not Kind.COUNT] + counted


_LIST = Pattern(r"⟨CNT\d+⟩[^.;⟨]{0,40},\s+(?:yaitu|yakni|masing-masing|ialah|adalah)\b")


# "mengembalikan biaya kepada 33 calon": whom the verb gives something is not its object.
_PAST = Pattern(
    r"(?i)\b(?:kepada|uang|dana|biaya|hak|gaji|upah|paspor|dokumen|berkas|tersangka|barang)\b"
)
