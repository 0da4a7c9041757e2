"""Terms that stand in for money that is not paid: ``denda Rp100 juta subsider 3 bulan kurungan``.

Refuses a term that stands beside no fine or restitution of an event.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import DraftClaim
from loaders.text.facts.appeals import months_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View

_OF = {"fineIdr": "fineSubstituteMonths", "restitutionIdr": "restitutionSubstituteMonths"}
_TERM = r"(?P<first>⟨DUR\d+⟩)(?:\s+(?:dan\s+)?(?P<second>⟨DUR\d+⟩))?(?!\s+⟨DUR)"
_STANDS_IN = r"\b(?:subsid\w*|subs\b\.?|(?:di|meng)?ganti\w*|pengganti\w*)"
# "apabila tidak dibayar dalam waktu satu bulan": until when to pay, no term.
_DUE = r"(?:[^⟨.;]|⟨(?!MON|DUR)[A-Z]{3}\d+⟩|(?<=waktu )⟨DUR\d+⟩|(?<=lama )⟨DUR\d+⟩)"
_BESIDE = Pattern(
    rf"(?i)(?P<money>⟨MON\d+⟩){_DUE}{{0,160}}?{_STANDS_IN}(?:[^⟨.;]|⟨CNT\d+⟩){{0,80}}?{_TERM}"
)
# "Apabila denda tidak dibayar, diganti kurungan enam bulan."
_NEXT = Pattern(
    rf"(?i)\b(?P<what>denda|restitusi)(?:nya)?\b[^⟨.;]{{0,40}}\b(?:tidak|tak)\b{_DUE}{{0,120}}?{_STANDS_IN}"
    rf"[^⟨.;]{{0,80}}?{_TERM}"
)


def find(context: Context) -> None:
    """Claim, of verdicts and demands, what is served if their money is not paid."""
    told = [one for one in context.sink.claims.values() if one.property in _OF]
    for view in context.body() if told else ():
        before = context.before(view)
        first = before.sentence.start if before else view.sentence.start
        near = [one for one in told if first <= one.start < view.sentence.end]
        for found in _BESIDE.finditer(view.masked):
            item = view.item(found, "money")
            if item and not near:
                _again(context, view, [one for one in told if one.value == item.key], found)
            for one in near:
                if item and one.start <= item.start and item.end <= one.end:
                    _claim(context, view, one, found)
        if near and (unpaid := _NEXT.search(view.masked)):
            prop = "fineIdr" if unpaid["what"].casefold() == "denda" else "restitutionIdr"
            for one in near:
                if one.property == prop:
                    _claim(context, view, one, unpaid)


def _again(context: Context, view: View, same: list[DraftClaim], found: re.Match[str]) -> None:
    """Read the term from a sentence that tells again what the one whom it names must pay."""
    people = [item for item in view.items if item.kind in (Kind.PERSON, Kind.INITIALS)]
    named = set(context.registry.many(people)) - set(context.registry.posts_of)
    tails = tuple(f"-{id_.partition('-')[2]}" for id_ in named)
    its = [one for one in same if one.subject.endswith(tails)]
    if len(named) == 1 and len(its) == 1:
        _claim(context, view, its[0], found)


def _claim(context: Context, view: View, money: DraftClaim, found: re.Match[str]) -> None:
    prop = _OF[money.property]
    months = sum(months_of(view.item(found, part)) for part in ("first", "second"))
    if months and prop not in context.sink.told_of(money.subject):
        span = view.offset(found.start("first")), view.span(found)[1]
        voice = context.voice(span[0])
        context.sink.claim(money.subject, prop, str(months), span, voice=voice, confidence=0.85)
