"""Cooperation under way: ``A dan B menjalin kemitraan sejak 2019``.

Owns the verbs of working together for long. Refuses plans, and joint work on one occasion.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_JOIN = r"(?:\s*(?:,\s*(?:dan|serta)|,|dan|serta|bersama|dengan|&)\s*)"
_VERB = r"(?:menjalin\s+(?:kemitraan|kerja\s?sama|kolaborasi)|bermitra|berkolaborasi)"
_SINCE = r"(?:\s+(?:sejak|mulai)\s+(?:tahun\s+)?{DAT:since})?"
_LATER = _SINCE.replace("since", "later")
_PAIR = pattern(
    rf"(?P<parties>{{ORG}}(?:\s*\([^)⟨]{{1,20}}\))?{_JOIN}{{ORG}}(?:{_JOIN}{{ORG}})*)\s+"
    rf"(?:(?:telah|sudah|juga|lama|terus|masih)\s+){{0,2}}(?P<verb>{_VERB}){_SINCE}"
)
_WITH = pattern(
    rf"(?P<one>{{ORG}})(?:\s*\([^)⟨]{{1,20}}\))?\s+(?:(?:telah|sudah|juga|lama|terus|masih)\s+){{0,2}}(?P<verb>{_VERB}){_SINCE}"
    rf"\s+(?:dengan|bersama)\s+(?P<parties>{{ORG}}(?:{_JOIN}{{ORG}})*){_LATER}"
)


def find(context: Context) -> None:
    """Claim the partnerships that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for found in (_WITH.search(view.masked), _PAIR.search(view.masked)):
                if found is not None and reality.is_real(view, found.start("verb")):
                    _one(context, view, found)


def _one(context: Context, view: View, found: re.Match[str]) -> None:
    registry, sink = context.registry, context.sink
    items = view.within(found.start(), found.end("parties"), Kind.ORG)
    ids = registry.many(items)
    if len(ids) < 2:
        return
    span = view.span(found)
    id_ = sink.fresh("coop", "mitra")
    names = ", ".join(sink.entities[one].caption for one in ids)
    sink.entity(id_, "Partnership", f"Kemitraan: {names}", span)
    voice = context.voice(span[0])
    for item in items:
        if one := registry.of(item):
            where = item.start, item.end
            sink.claim(id_, "party", one, where, is_object=True, voice=voice, confidence=0.85)
    day = view.item(found, "since") or view.item(found, "later")
    if day is not None and day.key and "/" not in day.key:
        sink.claim(id_, "startDate", day.key, (day.start, day.end), voice=voice, confidence=0.85)
