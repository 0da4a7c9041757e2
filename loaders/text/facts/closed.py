"""Whose matter was closed: ``menghentikan penyidikan terhadap A``, ``SP3 untuk A``.

Refuses closing that somebody only asks for, plans or denies.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.listed import NAMES
from loaders.text.facts.stages import claim_since, claim_stage
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_MATTER = r"(?:penyidikan|penyelidikan|penuntutan|perkara|kasus|proses\s+hukum)"
_TO = (
    r"(?:terhadap|atas(?:\s+nama)?|dengan\s+(?:tersangka|terlapor)"
    r"|tersangka|terlapor|milik|yang\s+men(?:jerat|yeret))"
)
_CLOSED = (
    pattern(
        rf"\b(?:[Mm]enghentikan|[Mm]enutup|[Pp]enghentian|SP3|[Mm]enerbitkan\s+SP3)\s+(?:{_MATTER}\b)?(?:[^.;⟨\"“]|⟨TOP\d+⟩){{0,50}}?\b(?:{_TO}|untuk)\s+(?:(?:tersangka|terlapor|bernama|berinisial|mantan)\s+){{0,2}}(?P<who>{NAMES})"
    ),
    pattern(
        rf"\b(?i:{_MATTER})\s+(?:[^.;⟨\"“]|⟨TOP\d+⟩){{0,40}}?\b{_TO}\s+(?:(?:tersangka|terlapor|bernama|berinisial)\s+){{0,2}}(?P<who>{NAMES})\s*,?\s+(?:\w+\s+){{0,3}}?(?:dihentikan|di-SP3|ditutup)\b"
    ),
    # "A meninggal dunia sebelum tuntutan dibacakan sehingga perkaranya gugur"
    pattern(
        r"(?P<who>{PER|INI})[^.;⟨\"“]{0,50}\bmeninggal\b[^.;⟨\"“]{0,60}\b(?:perkara|kasus|penuntutan)(?:nya|\s+terhadapnya)\s+(?:(?:pun|dinyatakan|dianggap|otomatis)\s+){0,2}(?:gugur|dihentikan|ditutup)\b"
    ),
)
_ISSUED = Pattern(
    r"(?i)\bSP3\b[^.;⟨]{0,40}\b(?:diterbitkan|terbit|dikeluarkan|tertanggal|tanggal|diteken|ditandatangani)\b[^.;⟨]{0,20}⟨DAT(\d+)⟩"
)


def find(context: Context) -> None:
    """Claim the stage of those whose matter a body sentence says was closed, and since when."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in _CLOSED:
            for found in rule.finditer(view.masked):
                if reality.is_real(view, found.start()):
                    _claim(context, view, found)


def _claim(context: Context, view: View, found: re.Match[str]) -> None:
    for person in view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS):
        id_ = context.registry.of(person)
        if id_ and id_ not in context.registry.posts_of:
            span, voice = view.span(found), context.voice(person.start)
            relation = claim_stage(context, id_, "case-closed", span, voice)
            if day := _day(context, view):
                claim_since(context, relation, day)


def _day(context: Context, view: View) -> Item | None:
    """Return the day of the order that this sentence or the next tells of."""
    number = view.sentence.number
    for other in context.views[number : number + 2]:
        if told := _ISSUED.search(other.masked):
            return other.item_number(int(told[1]))
    return None
