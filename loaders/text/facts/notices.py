"""Notices by which somebody is sought: ``Red notice atas nama A diterbitkan Interpol``.

Owns who put whom on which day on a list of wanted people. Refuses notices that are only asked for,
and those taken back.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.stages import claim_stage
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_LIST = r"(?:DPO|[Dd]aftar\s+[Pp]encarian\s+[Oo]rang(?:\s*\(DPO\))?)"
_NOTICE = rf"(?:[Rr]ed\s+[Nn]otice|(?:[Ss]urat\s+)?{_LIST})"
_FOR = r"(?:atas\s+nama|terhadap|untuk|bagi)"
_WHOSE = r"(?:(?:tersangka|buronan?|seorang|pria|perempuan|berinisial|bernama)\s+){0,3}"
_ISSUED = pattern(
    rf"{_NOTICE}\s+{_FOR}\s+{_WHOSE}(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s+(?:itu\s+|tersebut\s+|telah\s+|sudah\s+|pun\s+)*"
    r"(?P<deed>diterbitkan|dikeluarkan|terbit)\b"
)
_ISSUES = pattern(
    rf"\b(?P<deed>[Mm]enerbitkan|[Mm]engeluarkan)\s+{_NOTICE}\s+{_FOR}\s+{_WHOSE}(?P<who>{{PER}})"
)
_ASKED_BY = pattern(r"\batas\s+(?:permintaan|permohonan|usul(?:an)?)\s+{ORG:who}")


def find(context: Context) -> None:
    """Claim the notices that body sentences tell of."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_ISSUED, _ISSUES):
                for found in rule.finditer(view.masked):
                    _claim(context, view, found)


def _claim(context: Context, view: View, found: re.Match[str]) -> None:
    person = context.registry.of(view.item(found, "who"))
    at = found.start("deed")
    if not person or person in context.registry.posts_of or not reality.is_real(view, at):
        return
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0])
    claim_stage(context, person, "wanted", span, voice)
    id_ = sink.scoped("evt", f"notice-{person.partition('-')[2]}")
    sink.entity(id_, "WantedNotice", f"Pencarian {sink.entities[person].caption}", span)
    context.add_event("WantedNotice", id_)
    sink.claim(id_, "sought", person, span, is_object=True, voice=voice)
    is_passive = found.re is _ISSUED
    asked = _ASKED_BY.search(view.masked, found.end())
    by = frames.agents_after(context, view, found.end()) if is_passive else []
    by = by or frames.agents_before(context, view, at)
    wisher = view.item(asked, "who") if asked else None
    for item, org in by:
        if wisher is None or item is not wisher:
            where = min(span[0], item.start), max(span[1], item.end)
            sink.claim(id_, "conductedBy", org, where, is_object=True, voice=voice)
    if wisher is not None and (org := context.registry.of(wisher)):
        where = wisher.start, wisher.end
        sink.claim(id_, "initiatedBy", org, where, is_object=True, voice=voice, confidence=0.8)
    for date in view.within(0, len(view.masked), Kind.DATE)[:1]:
        if (
            len(date.key) in (len("2025-08"), len("2025-08-06"))
            and frames.date_of(view, found.end()) is date
        ):
            where = date.start, date.end
            sink.claim(id_, "date", date.key, where, voice=voice, original=date.text)
