"""Rows of numbers in prose, an agency each: ``Polda A 25 laporan, Polda B lima``.

Owns which numbers stand in such a row, what they count, and whose they are. Refuses rows of two
without a noun, and agencies that act themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.facts import claimants
from loaders.text.numbers import WORDS, parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_NUMBER = rf"(?P<number>⟨CNT\d+⟩|(?:{WORDS}|\d[\d.]*)(?!\w|\.\d))"
_NOUN = r"(?:\s+(?:laporan(?:\s+polisi)?|LP|kasus|perkara|korban|tersangka|orang))?"
_STEP = r"\s*(?:,\s*(?:dan|serta)?|;|dan|serta)\s*"
# "Tujuh di Polda A", and "Polda B (Sumbar) ada 11 orang korban" with the agency before it.
_RULES = (
    pattern(rf"{_NUMBER}{_NOUN}\s+(?:di|dari|oleh)\s+(?:jajaran\s+)?{{ORG:who}}"),
    pattern(
        r"{ORG:who}(?:\s*\([^)]{2,20}\))?\s*(?:(?:menemukan|menerima|menangani|mengungkap|ada|sebanyak|dengan|:)\s+){0,2}"
        rf"{_NUMBER}{_NOUN}"
    ),
)
# So many sentences before, the row may have been opened.
_NEAR = 2
# Two beside one another may be anything; a row is longer.
_PAIR = 2
_AGENCY = Pattern(r"(?:Polda|Polres|Polresta\w*|Bareskrim|Kepolisian|BP3MI|UPT)\b")


@dataclass(frozen=True, slots=True)
class Share:
    """One number of a row, and the agency that it is of."""

    view: View
    who: Item
    item: Item | None
    number: str
    span: tuple[int, int]
    at: int


def find(context: Context, known: dict[int, str]) -> None:
    """Claim whose the numbers of rows in body sentences are, and those told without a noun.

    Args:
        context: The document, with its counts.
        known: Ids of the counts claimed so far, by where they are printed.
    """
    last: tuple[int, str, str] = (-2, "", "")
    for view in context.views:
        if view.sentence.role is not Role.BODY or view.masked.count("⟨ORG") < 2:
            continue
        for row in (_row(view, rule) for rule in _RULES):
            unit, measure = _counts(view, row, context, known)
            if not unit and view.sentence.number - last[0] <= _NEAR:
                unit, measure = last[1:]
            if len(row) > 1 and unit:
                last = view.sentence.number, unit, measure
                for share in row:
                    _claim(context, share, known, unit, measure)


def _row(view: View, rule: Pattern) -> list[Share]:
    """Return the longest row of agencies and numbers that stand side by side."""
    best: list[Share] = []
    made: list[Share] = []
    end = -1
    for found in rule.finditer(view.masked):
        who = view.item(found, "who")
        if who is None or not _AGENCY.match(who.text):
            continue
        if end < 0 or not re.fullmatch(_STEP, view.masked[end : found.start()]):
            made = []
        is_marked = found["number"].startswith("⟨")
        item = view.marked(found["number"]) if is_marked else None
        span = view.span(found, "number")
        made.append(
            Share(view, who, item, "" if item else found["number"], span, found.start("number"))
        )
        end = found.end()
        best = max(best, made, key=len)
    return list(best)


def _counts(
    view: View, row: list[Share], context: Context, known: dict[int, str]
) -> tuple[str, str]:
    """Return unit and measure of the numbers of a row: of the whole, or of one with a noun."""
    first = row[0].span[0] if row else 0
    before = [i for i in view.items if isinstance(i.value, Counted) and i.start < first]
    above = context.before(view)
    if not before and above is not None and len(row) > _PAIR:
        before = [i for i in above.items if isinstance(i.value, Counted)]
    whole = sorted(before, key=size)[-1:]
    for item in [*whole, *(s.item for s in row if s.item is not None)] if row else ():
        if isinstance(item.value, Counted):
            told = context.sink.claims.values()
            own = {c.property: c.value for c in told if c.subject == known.get(item.start)}
            return item.value.unit, own.get("measure", "")
    return "", ""


def _claim(context: Context, share: Share, known: dict[int, str], unit: str, measure: str) -> None:
    sink, span = context.sink, share.span
    voice = context.voice(span[0])
    id_ = known.get(span[0], "")
    number = share.number or (share.item.text if share.item else "")
    told_size = parse(number.split()[0])
    # "empat di A, empat di B": not one number told twice.
    is_own = id_ != "" and sink.entities[id_].start == span[0]
    if not is_own and told_size is not None:
        id_ = known[span[0]] = sink.entity(sink.fresh("cnt", "n"), "Count", number, span)
        for prop in ("countLower", "countUpper"):
            sink.claim(id_, prop, str(told_size), span, voice=voice, original=number.split()[0])
        sink.claim(id_, "countUnit", unit, span, voice=voice)
        if measure:
            sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.75)
        if voice.speakers:
            # An agency of the row states its own number only.
            claimants.claim(context, share.view, id_, share.at, voice)
    if not id_:
        return
    before = context.text[max(0, share.who.start - _JOINED) : share.who.start]
    if _AND.search(before):
        return
    whole = min(span[0], share.who.start), max(span[1], share.who.end)
    whose = context.registry.of(share.who)
    where = _territory(context, whose)
    told = sink.told_of(id_)
    if where and "area" not in told:
        sink.claim(id_, "area", where, whole, is_object=True, voice=voice, confidence=0.75)
    elif whose and "claimant" not in told:
        sink.claim(id_, "claimant", whose, whole, is_object=True, voice=voice, confidence=0.75)


# "Bareskrim dan Polda A 15 laporan": of both together.
_AND = Pattern(
    r"(?:Bareskrim(?:\s+Polri)?|Polda\s+\w+(?:\s+\w+)?)\s+(?:dan|serta|bersama)\s+(?:di\s+)?$"
)
_JOINED = 50


def _territory(context: Context, agency: str) -> str:
    """Return the one territory that an agency is told to be of, or empty."""
    told = {
        c.value
        for c in context.sink.claims.values()
        if c.subject == agency and c.property == "jurisdiction"
    }
    return told.pop() if len(told) == 1 else ""
