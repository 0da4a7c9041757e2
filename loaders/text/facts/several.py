"""Verdicts of several defendants in one trial: shorter clauses, shared fines, the one session.

Owns ``sedangkan Yeni 2 tahun penjara`` beside a full clause, ``masing-masing didenda``, and the day
of the session that the document tells once. Refuses a session's day where it tells of two, and
fines of persons whose verdict it does not tell.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.suspects import claim_stage
from loaders.text.facts.verdicts import IS_VERDICT, months_of, verdict_of
from loaders.text.money import Money
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_SHORT = pattern(
    r"\b(?:sedangkan|sementara(?:\s+itu)?|adapun|lalu|dan|serta)\s+(?:terdakwa\s+)?(?P<who>{PER})\s+"
    r"(?:selama\s+)?(?P<first>{DUR})(?:\s+(?:dan\s+)?(?P<second>{DUR}))?\s+(?:pidana\s+)?(?:penjara|bui)\b"
)
_EACH = pattern(
    r"(?P<who>{PER}(?:\s*(?:,\s*(?:dan)?|dan|serta)\s*{PER})*)\s+(?:juga\s+)?(?:masing-masing\s+)?(?:juga\s+)?"
    r"(?:didenda|dikenai\s+denda)\s+(?:masing-masing\s+)?(?:sebesar\s+)?(?P<amount>{MON})"
)
_READ = re.compile(
    r"(?i)\b(?:babak|sidang|pembacaan|agenda)\s+(?:pembacaan\s+)?(?:putusan|vonis)\b"
)
_SESSION = re.compile(r"(?i)\b(?:sidang|hakim|pengadilan|putusan)\b|⟨ORG")


def find(context: Context) -> None:
    """Add to the verdicts of a document what its other clauses and sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _shortened(context, view)
            _fined(context, view)
    _dated(context)


def _shortened(context: Context, view: View) -> None:
    told = IS_VERDICT.search(view.masked)
    if told is None or not reality.is_real(view, told.start()):
        return
    for found in _SHORT.finditer(view.masked, told.end()):
        person = context.registry.of(view.item(found, "who"))
        months = sum(months_of(view.item(found, part)) for part in ("first", "second"))
        if not person or not months or person in context.registry.posts_of:
            continue
        span = view.span(found)
        voice = context.voice(span[0])
        id_ = verdict_of(context, person, span)
        context.sink.claim(id_, "defendant", person, span, is_object=True, voice=voice)
        context.sink.claim(id_, "sentenceMonths", str(months), span, voice=voice)
        claim_stage(context, person, "convicted", span, voice)
        _same_court(context, id_)


def _same_court(context: Context, verdict: str) -> None:
    courts = {i.key: i for i in context.registry_items if i.cls == "Court" and i.key}
    if len(courts) == 1:
        court = next(iter(courts.values()))
        span = court.start, court.end
        context.sink.claim(verdict, "court", court.key, span, is_object=True, confidence=0.8)


def _fined(context: Context, view: View) -> None:
    for found in _EACH.finditer(view.masked):
        money = view.item(found, "amount")
        if money is None or not isinstance(money.value, Money) or money.value.idr is None:
            continue
        span = view.span(found)
        for person in view.within(found.start("who"), found.end("who")):
            id_ = context.sink.scoped("evt", f"verdict-{_tail(context, person)}")
            if id_ in context.sink.entities and "fineIdr" not in context.sink.told_of(id_):
                context.sink.claim(id_, "fineIdr", money.key, span, voice=context.voice(span[0]))


def _tail(context: Context, person: Item) -> str:
    return context.registry.of(person).partition("-")[2]


def _dated(context: Context) -> None:
    """Give verdicts without a day that of the one session which the document tells of."""
    verdicts = set(context.events.get("Verdict", []))
    days: dict[str, Item] = {}
    for view in context.views:
        told = IS_VERDICT.search(view.masked) or _READ.search(view.masked)
        is_named = any(i.kind in (Kind.PERSON, Kind.INITIALS) for i in view.items)
        if view.sentence.role is not Role.BODY or told is None or is_named:
            continue
        date = frames.date_of(view, told.start()) if _SESSION.search(view.masked) else None
        if date and len(date.key) == 10 and reality.is_real(view, told.start()):
            days[date.key] = date
    if len(days) != 1:
        return
    date = next(iter(days.values()))
    for verdict in sorted(verdicts):
        if "date" not in context.sink.told_of(verdict) and "-appeal-" not in verdict:
            span = date.start, date.end
            context.sink.claim(verdict, "date", date.key, span, original=date.text, confidence=0.78)
