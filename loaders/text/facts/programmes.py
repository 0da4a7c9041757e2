"""Programmes that an agency began: ``Program Perawat Go Japan digagas KemenP2MI sejak 2024``.

Owns the verbs of beginning one. Refuses programmes without a name, courses of study, and what is
yet to begin.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.holdings import ensure_org
from loaders.text.regions import slug
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_NAME = re.compile(
    r"[Pp]rogram\s+(?:[\"“](?P<quoted>[^\"”]{3,60})[\"”]|(?P<name>(?!(?:Studi|Magister|Sarjana|Doktor|Pascasarjana|Diploma)\b)"
    r"[A-Z][\w'’-]*(?:\s+(?:to\s+)?[A-Z][\w'’-]*){0,5}))"
)
_BEGUN = pattern(
    r"\b(?P<verb>(?i:meluncurkan|menggagas|mencanangkan|menginisiasi|meresmikan|memperkenalkan|menggulirkan))\s+"
    r"(?:kembali\s+|sebuah\s+)?(?P<what>[Pp]rogram)\b"
)
_BEGUN_BY = pattern(
    r"(?P<what>\b[Pp]rogram)\b[^.;\"“⟨]{0,60}(?:⟨(?:LOC|ORG)\d+⟩[^.;\"“⟨]{0,30}|[\"“][^\"”]{3,60}[\"”]\s+)?"
    r"\b(?P<verb>digagas|diluncurkan|dicanangkan|diinisiasi|diresmikan|diperkenalkan|digulirkan)\s+(?:oleh\s+)?{ORG:by}"
    r"(?:\s+(?:sejak|pada|mulai)\s+(?:tahun\s+)?{DAT:since})?"
)
_HEAD = pattern(r"(?P<who>{PER})\s*,?\s+(?:\w+\s+){0,2}$")


def find(context: Context) -> None:
    """Claim the programmes that body sentences tell to have begun, and who began them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for found in _BEGUN.finditer(view.masked):
            _one(context, view, found, *_beginner(context, view, found.start()))
        for found in _BEGUN_BY.finditer(view.masked):
            by = view.item(found, "by")
            _one(context, view, found, by, context.registry.of(by))


def _beginner(context: Context, view: View, at: int) -> tuple[Item | None, str]:
    """Return who is the subject of the verb: an agency, or that which its head speaks for."""
    agents = frames.agents_before(context, view, at)
    if agents:
        return agents[0]
    found = _HEAD.search(view.masked[:at])
    head = view.item(found, "who") if found else None
    org = context.registry.org_of.get(context.registry.of(head), "")
    if org and head is not None:
        ensure_org(context, org, (head.start, head.end))
    return head, org


def _one(context: Context, view: View, found: re.Match[str], by: Item | None, org: str) -> None:
    name = _NAME.match(context.text, view.offset(found.start("what")))
    is_told = reality.is_real(view, found.start("verb"))
    if name is None or by is None or not org or not is_told:
        return
    group = "quoted" if name["quoted"] else "name"
    span, words = name.span(group), " ".join(name[group].split())
    sink, voice = context.sink, context.voice(span[0])
    id_ = sink.entity(sink.scoped("prog", slug(words)), "Programme", f"Program {words}", span)
    sink.claim(id_, "name", words, span, voice=voice)
    whole = min(by.start, span[0]), max(by.end, span[1])
    sink.claim(id_, "initiatedBy", org, whole, is_object=True, voice=voice, confidence=0.85)
    told = "since" in found.re.groupindex
    day = view.item(found, "since") if told else frames.date_of(view, found.start())
    if day is not None and day.key and "/" not in day.key:
        where = day.start, day.end
        sink.claim(id_, "startDate", day.key, where, voice=voice, confidence=0.82)
