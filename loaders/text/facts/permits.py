"""Licences themselves: their number, who holds them, and until when they hold.

Owns the words that give a licence its number or its last day. Refuses a day by which something must
be done, and licences of nobody named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts import sanction_subjects as subjects
from loaders.text.facts.sanction_words import LICENCE
from loaders.text.holdings import is_firm
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Kind
from loaders.text.view import View, pattern

_NUMBERED = Pattern(
    r"\b(?:SIP3MI|SIPPTKIS|[Ii]zin(?:\s+(?:usaha|operasional))?|[Ss]urat\s+[Ii]zin)(?:-?nya)?\s+(?:(?:milik\s+)?PT(?:\s+[A-Z]\w+){1,5}\s+)?(?:itu\s+)?(?:dengan\s+)?(?:ber)?(?:[Nn]omor|[Nn]o\.?)\s*:?\s*"
    r"(?P<number>\d+\s+[Tt]ahun\s+20\d\d|(?=[^\s,;]*\d)[A-Z0-9][\w.-]*(?:/[\w.-]+)*)"
)
_RECRUITING = Pattern(
    r"\bSIP2MI\b(?:\s+[a-z]+){0,2}?\s+(?:dengan\s+)?(?:ber)?(?:[Nn]omor|[Nn]o\.?)\s*:?\s*"
    r"(?P<number>(?=[^\s,;]*\d)[A-Z0-9][\w.-]*(?:/[\w.-]+)*)"
)
_UNTIL = pattern(
    rf"\b(?:mengantongi|memegang|memiliki|punya)\s+{LICENCE}(?:\s+[a-z]+){{0,2}}?\s+(?:hingga|sampai(?:\s+dengan)?)\s+(?:tahun\s+)?{{DAT:till}}|"
    rf"(?:{LICENCE})(?:-?nya)?(?:(?!\b(?:dicabut|dibekukan|diskors|skorsing|sanksi)\b)[^.;⟨]|⟨(?:ORG|PER|NUM|POS|DAT)\d+⟩){{0,70}}?\b(?:masih\s+)?(?:berlaku|aktif)(?:nya)?\s+(?:[a-z]+\s+){{0,2}}?(?:hingga|sampai(?:\s+dengan)?|s/d)\s+(?:tanggal\s+|tahun\s+|pada\s+)*{{DAT:until}}"
)


def find(context: Context) -> None:
    """Claim the licences of body sentences."""
    for view in context.body():
        numbered, until = _NUMBERED.search(view.sentence.text), _UNTIL.search(view.masked)
        if until is not None and not reality.is_real(view, until.start()):
            until = None
        permit = _RECRUITING.search(view.sentence.text)
        holder = _holder(context, view) if numbered or until or permit else ""
        if holder and (numbered or until):
            _claim(context, view, holder, numbered, until)
        if holder and permit:
            _permit(context, view, holder, permit)


def _holder(context: Context, view: View) -> str:
    """Return the one firm of a sentence, else the one spoken of before it, or empty."""
    here = context.registry.many([item for item in view.items if is_firm(item)])
    if here:
        return here[0] if len(here) == 1 else ""
    meant = {id_ for _, id_ in subjects.meant(context, view)}
    return meant.pop() if len(meant) == 1 else company_before(context, view)


def _permit(context: Context, view: View, holder: str, found: re.Match[str]) -> None:
    """Claim the permit to recruit for one order, with its number."""
    sink, number = context.sink, found["number"].rstrip(".-")
    id_ = sink.scoped("lic", f"sip2mi-{number}".casefold())
    sink.entity(id_, "RecruitmentPermit", f"SIP2MI {number}", view.whole)
    voice = context.voice(view.sentence.start)
    start = view.sentence.start + found.start("number")
    sink.claim(id_, "permitHolder", holder, view.whole, is_object=True, voice=voice)
    sink.claim(id_, "number", number, (start, start + len(number)), voice=voice)


def licence_of(context: Context, holder: str, span: tuple[int, int]) -> str:
    """Return the licence of a company, told of at a span; empty for those who place nobody."""
    sink = context.sink
    if sink.entities[holder].cls not in ("Company", "PlacementCompany"):
        return ""
    id_ = sink.scoped("lic", holder.rpartition("-pt-")[2] or holder[4:])
    sink.entity(id_, "Licence", f"Izin {sink.entities[holder].caption}", span)
    voice = context.voice(span[0])
    sink.claim(id_, "licenceHolder", holder, span, is_object=True, voice=voice)
    return id_


def _claim(
    context: Context,
    view: View,
    holder: str,
    numbered: re.Match[str] | None,
    until: re.Match[str] | None,
) -> None:
    sink, voice = context.sink, context.voice(view.sentence.start)
    id_ = licence_of(context, holder, view.whole)
    if not id_:
        return
    if numbered is not None:
        start = view.sentence.start + numbered.start("number")
        number = numbered["number"].rstrip(".-")
        sink.claim(id_, "number", number, (start, start + len(number)), voice=voice)
    day = view.item(until, "until") or view.item(until, "till") if until else None
    if day is not None and day.kind is Kind.DATE and "/" not in day.key:
        span = day.start, day.end
        sink.claim(id_, "endDate", day.key, span, voice=voice, confidence=0.85)
