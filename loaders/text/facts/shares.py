"""Parts of a group by sex or age: ``133 orang, terdiri atas 98 laki-laki dan 35 perempuan``.

Owns rows of such parts and the whole that they make up. Refuses parts that add up to no number
told nearby, unless the words say outright what consists of them.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import SORTS, Counted, size
from loaders.text.facts import frames, wholes
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_STEP = (
    r"(?:\s+(?:dewasa|laki-laki|perempuan|orang|usia\s+dewasa|di\s+bawah\s+umur"
    r"|\([^)⟨]{0,20}\))){0,2}"
)
_ROW = Pattern(rf"⟨CNT\d+⟩(?:{_STEP}\s*(?:,\s*(?:dan|serta)?|dan|serta|,?\s*juga)\s*⟨CNT\d+⟩)+")
_CONSISTS = Pattern(r"(?i)\bterdiri\s+(?:dari|atas)\s+(?:sebanyak\s+)?$")
# So many sentences before, the whole may have been told.
_BACK = 8


def find(context: Context, known: dict[int, str]) -> None:
    """Claim the parts that body sentences take groups of people apart into.

    Args:
        context: The document, with its counts and events.
        known: Ids of the counts claimed so far, by where they are printed.
    """
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for found in _ROW.finditer(view.masked):
            parts = _sorted(view, found)
            if len(parts) > 1:
                _claim(context, view, found.start(), parts, known)
                _origins(context, view, found.end(), parts)
        for found in _OF_WHICH.finditer(view.masked):
            _of_which(context, view, found, known)
            _origins(context, view, found.end(), _whole_of(context, view, found))


# "31 di antaranya perempuan", "empat di antaranya anak-anak"
_OF_WHICH = Pattern(
    r"⟨CNT\d+⟩\s+(?:adalah\s+|merupakan\s+|masih\s+)?(?P<sort>laki-laki|pria|perempuan|wanita|anak-anak|anak|balita|bayi|di\s+bawah\s+umur)\b"
    r"(?P<more>(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+)⟨CNT\d+⟩)*"
)


def _of_which(context: Context, view: View, found: re.Match[str], known: dict[int, str]) -> None:
    """Claim a share by sex or age: ``31 di antaranya perempuan``."""
    first, *more = view.within(found.start(), found.end(), Kind.COUNT)
    value = first.value
    if not isinstance(value, Counted) or value.included_in < 0 or value.unit != "persons":
        return
    whole = known.get(value.included_in, "") or told_again(context, value.included_in, known)
    claims = list(context.sink.claims.values())
    told = [c.value for c in claims if c.subject == whole and c.property == "measure"]
    for item in (first, *(one for one in more if one.value and one in _sorted(view, found))):
        id_ = known.get(item.start) or _count(context, item)
        known[item.start] = id_
        end = view.offset(found.end("sort")) if item is first else item.end
        span, voice = (item.start, end), context.voice(item.start)
        context.sink.claim(id_, "name", context.text[item.start : end], span, voice=voice)
        if whole:
            context.sink.claim(id_, "includedIn", whole, span, is_object=True, voice=voice)
        if told and "measure" not in context.sink.told_of(id_):
            context.sink.claim(id_, "measure", told[0], span, voice=voice, confidence=0.78)


def told_again(context: Context, start: int, known: dict[int, str]) -> str:
    """Return the count that ``sembilan orang itu`` told anew: as many before, or empty."""
    again = next((i.value for i in context.registry_items if i.start == start), None)
    if not isinstance(again, Counted):
        return ""
    same = [
        item
        for item in context.registry_items
        if item.start < start and item.start in known and isinstance(item.value, Counted)
        if item.value.bounds == again.bounds and item.value.unit == again.unit
    ]
    if again.role:
        same = [i for i in same if _is_accused(i) == (again.role in _ACCUSED)]
    # "tiga orang itu" behind three suspects and three victims: nobody says which.
    is_one = len({_is_accused(item) for item in same}) == 1
    return known[same[-1].start] if is_one else ""


_ACCUSED = frozenset({"suspect", "defendant", "convict", "wanted-person"})


def _is_accused(item: Item) -> bool:
    return isinstance(item.value, Counted) and item.value.role in _ACCUSED


def _whole_of(context: Context, view: View, found: re.Match[str]) -> list[Item]:
    """Return the whole that a share is of: what is told behind the share is told of all."""
    (first, *_) = view.within(found.start(), found.end(), Kind.COUNT)
    start = first.value.included_in if isinstance(first.value, Counted) else -1
    return [i for i in context.registry_items if i.kind is Kind.COUNT and i.start == start]


_COME_FROM = pattern(
    r"\s*,?\s+(?:asal|berasal\s+dari|dari)\s+(?:(?:Provinsi|Kabupaten|Kota|daerah|wilayah)\s+)*"
    r"(?P<chain>{LOC}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|maupun)\s+){LOC})*)"
)


def _origins(context: Context, view: View, end: int, parts: list[Item]) -> None:
    """Claim where the group comes from behind the row of its parts: all of them do."""
    found = _COME_FROM.match(view.masked, end)
    total = str(sum(size(part) for part in parts))
    if found is None or not parts:
        return
    claims = list(context.sink.claims.values())
    sized = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == total}
    groups = {c.value for c in claims if c.property == "affected" and c.value in sized}
    for place in view.within(found.start("chain"), found.end("chain")) if len(groups) == 1 else ():
        if id_ := context.registry.of(place):
            span, voice = (parts[0].start, place.end), context.voice(place.start)
            (group,) = groups
            context.sink.claim(
                group, "origin", id_, span, is_object=True, voice=voice, confidence=0.8
            )


def _sorted(view: View, found: re.Match[str]) -> list[Item]:
    """Return the counts of a row that tell sex or age and nothing else, in exact numbers."""
    return [
        item
        for item in view.within(found.start(), found.end(), Kind.COUNT)
        if isinstance(item.value, Counted)
        and item.value.noun in SORTS
        and item.value.bounds.approximation == "exact"
    ]


def _claim(context: Context, view: View, at: int, parts: list[Item], known: dict[int, str]) -> None:
    total = sum(size(part) for part in parts)
    found = _whole(context, view, parts[0], total)
    if found is None and not _CONSISTS.search(view.masked[:at]):
        return
    id_whole = known.get(found[1].start, "") if found else ""
    event = _event(context, total) if found else ""
    measure = _measure(context, *found, event) if found else ""
    sink = context.sink
    for part in parts:
        span, voice = (part.start, part.end), context.voice(part.start)
        id_ = known.get(part.start) or _count(context, part)
        known[part.start] = id_
        sink.claim(id_, "name", part.text, span, voice=voice)
        if measure and "measure" not in sink.told_of(id_):
            sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.8)
        for prop, value in (("countOf", event), ("includedIn", id_whole)):
            if value and value != id_:
                sink.claim(id_, prop, value, span, is_object=True, voice=voice, confidence=0.82)


def _count(context: Context, part: Item) -> str:
    """Claim a part that no verb counts; return its id."""
    sink, span, voice = context.sink, (part.start, part.end), context.voice(part.start)
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", part.text, span)
    original = part.value.number if isinstance(part.value, Counted) else None
    for prop in ("countLower", "countUpper"):
        sink.claim(id_, prop, str(size(part)), span, voice=voice, original=original)
    sink.claim(id_, "countUnit", "persons", span, voice=voice)
    if voice.speakers:
        said = next(s for s in context.said if s.start <= part.start < s.end)
        speaker = voice.speakers[-1]
        sink.claim(id_, "claimant", speaker, said.evidence, is_object=True, confidence=0.85)
    return id_


def _whole(context: Context, view: View, first: Item, total: int) -> tuple[View, Item] | None:
    """Return the count of people, told before or at hand, that the parts make up."""
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number + 1]):
        if other.sentence.role is not Role.BODY:
            continue
        for item in frames.persons_counted(other, 0, len(other.masked)):
            is_before = item.start < first.start
            if is_before and size(item) == total:
                return other, item
    return None


def _measure(context: Context, view: View, whole: Item, event: str) -> str:
    if not isinstance(whole.value, Counted):
        return ""
    measure = wholes.by_event(context, event) if event else ""
    return measure or wholes.told(context, view, whole, whole.value)


def _event(context: Context, total: int) -> str:
    """Return the one event that concerns a group of the size of the whole, or empty."""
    claims = list(context.sink.claims.values())
    groups = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == str(total)}
    events = {c.subject for c in claims if c.property == "affected" and c.value in groups}
    return events.pop() if len(events) == 1 else ""
