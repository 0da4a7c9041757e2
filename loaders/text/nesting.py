"""Which place lies in which, by names side by side: ``Desa Tugu, Kecamatan Sliyeg, Indramayu``.

Owns the order from streets to countries. Refuses lists: where another place of the same rank
follows, and pairs of territories, whose codes tell it.
"""

from __future__ import annotations

from itertools import pairwise

from loaders.text import regions
from loaders.text.context import Context
from loaders.text.described import goes_on
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.places import Spot
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import pattern

_ROW = pattern(r"{LOC}(?:\s*(?:,\s*(?:(?:dan|serta)\s+)?|\(|\b(?:di|dan|serta)\s)?\s*{LOC})+")
_HEADED = Pattern(
    r"(?:Desa|Kelurahan|Kel\.|Kalurahan|Pekon|Gampong|Kapanewon|Nagari|Dusun|Kampung|Kecamatan|Kec\.|Distrik|Kabupaten|Kab\.|Kota|Provinsi)\s"
)
_AND = Pattern(r"\b(?:dan|serta)\b")
_COUNTRY, _PROVINCE, _TOWN, _DISTRICT, _VILLAGE, _SPOT = range(6)
_RANKS = {"District": _DISTRICT, "Village": _VILLAGE}


def claim(context: Context) -> None:
    """Claim of places of this document in which place they lie, where body sentences tell."""
    for view in context.views:
        if view.sentence.role in (Role.BODY, Role.CAPTION):
            for found in _ROW.finditer(view.masked):
                _row(context, view.within(*found.span(), Kind.PLACE, Kind.POINT))


def _row(context: Context, row: list[Item]) -> None:
    ranks = [_rank(context, item) for item in row]
    for at, (inner, outer) in enumerate(pairwise(row)):
        id_, where = context.registry.of(inner), context.registry.of(outer)
        if not where or where == id_ or not id_.startswith("plc:"):
            continue
        if goes_on(context, inner) or goes_on(context, outer):
            continue
        if ranks[at] <= ranks[at + 1] or not _is_joined(context, inner, outer):
            continue
        if _is_list(context, row[at + 1 : at + 3], ranks[at + 1 : at + 3]):
            continue
        span = inner.start, outer.end
        context.sink.claim(
            id_, "locatedIn", where, span, is_object=True, voice=context.voice(span[0]),
            confidence=0.85,
        )  # fmt: skip


def _rank(context: Context, item: Item) -> int:
    id_ = context.registry.of(item)
    if id_.startswith("country:"):
        return _COUNTRY
    if id_.startswith("region:"):
        return _TOWN if "." in id_ else _PROVINCE
    if isinstance(item.value, Spot) and item.value.codes:
        # A name that two territories share has no code here, and is one of them.
        return _TOWN
    if item.text in regions.WIDE:
        return _COUNTRY
    if frames.is_abroad(item):
        return _TOWN
    return _RANKS.get(item.cls, _SPOT)


def _is_joined(context: Context, inner: Item, outer: Item) -> bool:
    """Whether a comma joins two places, or nothing does but the word for the outer one."""
    gap = context.text[inner.end : outer.start].strip()
    if not gap:
        return _HEADED.match(outer.text) is not None
    if gap == "di":
        return inner.kind is Kind.POINT or _HEADED.match(inner.text) is not None
    return gap in (",", "(")


def _is_list(context: Context, places: list[Item], ranks: list[int]) -> bool:
    """Whether what stands behind makes the outer place one of a list: ``Batam, dan Dumai``."""
    if len(places) == 1:
        return False
    outer, behind = places
    is_and = _AND.search(context.text, outer.end, behind.start) is not None
    if ranks[1] < ranks[0]:
        return is_and
    return not (is_and and ranks[1] > ranks[0] and _HEADED.match(outer.text))
