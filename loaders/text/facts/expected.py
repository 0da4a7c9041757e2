"""Meetings and returns that are only expected, and what a court made of somebody long ago.

Owns ``Rapat berikutnya akan digelar di X pada Y`` and ``Mereka akan dipulangkan mulai Jumat``, both
held as expectations, and ``pernah dihukum dua tahun oleh PN X pada 2019``. Refuses what has no time
to come, what is put off, denied or conditional, and sentences without a court.
"""

from __future__ import annotations

import re

from loaders.text import coming
from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import court_focus, frames, returning
from loaders.text.facts.appeals import months_of
from loaders.text.facts.groups import group
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View, pattern

_PLANNED = r"(?:akan|bakal|rencananya|dijadwalkan|direncanakan|diagendakan)"
_MEETING = Pattern(
    r"^[\"“]?(?P<what>(?:Rapat|Pertemuan|Rakor|Rapat\s+koordinasi|Forum|Dialog)\s+(?:berikut(?:nya)?|selanjutnya|lanjutan|kedua|ketiga))"
    rf"\s+(?:\w+\s+){{0,2}}?{_PLANNED}\s+(?:\w+\s+){{0,2}}?(?:digelar|diadakan|dilaksanakan|diselenggarakan|berlangsung)\b"
)
_RETURN = Pattern(
    rf"(?i)\b{_PLANNED}\s+(?:(?:akan|segera|langsung|kembali|secara)\s+){{0,2}}(?P<verb>dipulangkan)\b"
)
_NOT = Pattern(
    r"(?i)\b(?:batal|tidak|tak|belum|urung|ditunda|sedianya|semula|awalnya|seharusnya|semestinya|jika|bila|apabila|kalau|diminta|setelah\s+(?:putusan|vonis))\b"
)
_WHEN = Pattern(rf"(?i)(?P<from>\b(?:mulai|pada)\s+(?:hari\s+)?)?⟨DAT(?P<date>\d+)⟩|{coming.WORDS}")


def find(context: Context) -> None:
    """Claim what body sentences tell of meetings and returns to come, and of former verdicts."""
    for view in context.body():
        for rule, tell in ((_MEETING, _meeting), (_RETURN, _return), (_FORMER, _former)):
            found = rule.search(view.masked)
            if found:
                tell(context, view, found)


def _meeting(context: Context, view: View, found: re.Match[str]) -> None:
    caption = " ".join(context.text[slice(*view.span(found, "what"))].split()).capitalize()
    event = _expected(context, view, found, ("Meeting", caption))
    for item, place in frames.places_of(context, view, found.end()) if event else ():
        _tie(context, event, "occurredAt", place, (item.start, item.end))


def _return(context: Context, view: View, found: re.Match[str]) -> None:
    event = _expected(context, view, found, ("Repatriation", "Pemulangan yang direncanakan"))
    told = list(_VERB.finditer(view.masked, found.start("verb")))[:1] if event else []
    for verb in told:
        people = returning.subject(context, view, verb, is_told=True)
        for one in people if len(people) == 1 else ():
            if isinstance(one.value, Counted):
                span = one.start, one.end
                id_ = group(context, view, one, context.voice(one.start))
                _tie(context, event, "affected", id_, span)


_VERB = Pattern(r"\bdipulangkan\b")


def _expected(context: Context, view: View, found: re.Match[str], made: tuple[str, str]) -> str:
    """Make an event to come known with its time; return empty where no such time is told."""
    when = _time(context, view, found.end())
    if when is None or _NOT.search(view.masked):
        return ""
    key, span = when
    sink, whole = context.sink, view.span(found)
    event = sink.entity(sink.fresh("evt", f"expected-{made[0].casefold()}"), *made, whole)
    voice, words = context.voice(whole[0]).as_("expectation"), context.text[slice(*span)]
    sink.claim(event, "date", key, span, voice=voice, original=words, confidence=0.8)
    return event


def _time(context: Context, view: View, at: int) -> tuple[str, tuple[int, int]] | None:
    """Return the first time told behind a masked position, if it is still to come."""
    published = context.meta.published or ""
    found = _WHEN.search(view.masked, at) if len(published) == len("2026-01-31") else None
    if found is None:
        return None
    span, item = view.span(found), None
    key = coming.meant(context.text[slice(*span)], published)
    if found["date"] and not key:
        item = view.item_number(int(found["date"]))
        span = item.start, item.end
        key = item.key or coming.meant(item.text, published)
    # What is called by its month or year alone has to begin after the day of publication.
    is_later = "/" not in key and key > published[: len(key)]
    return (key, span) if is_later or (key > published and (not item or not item.key)) else None


def _tie(context: Context, event: str, prop: str, id_: str, span: tuple[int, int]) -> None:
    voice = context.voice(span[0]).as_("expectation")
    context.sink.claim(event, prop, id_, span, is_object=True, voice=voice, confidence=0.8)


_FORMER = pattern(
    r"(?:(?P<who>{PER|INI})(?:\s*\([^)⟨]{1,14}\))?|\b(?:Ia|Dia|ia|dia))\s*,?\s+(?:(?:sendiri|juga|diketahui|yang|merupakan|residivis|ternyata|sebelumnya|disebut|tercatat)\s+){0,4}"
    r"(?:pernah|sempat)\s+(?:di(?:hukum|vonis|pidana|penjara|jatuhi)|menjalani)\b(?:[^.;⟨\"“]|⟨(?:ORG|DAT|TOP|LOC)\d+⟩){0,60}?{DUR:term}"
)


def _former(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim a verdict of another matter, long over: whose, which term, which court, when."""
    courts = [i for i in view.items if i.kind is Kind.ORG and i.cls == "Court"]
    person = context.registry.of(view.item(found, "who"))
    named = (person,) if found["who"] else court_focus.last_named(context, view)
    months, item = months_of(view.item(found, "term")), view.item(found, "term")
    if len({i.key for i in courts}) != 1 or len(named) != 1 or not (named[0] and months and item):
        return
    if named[0] in context.registry.posts_of or _DENIED.search(view.masked, 0, found.end()):
        return
    sink, span = context.sink, view.span(found)
    id_ = sink.scoped("evt", f"verdict-former-{named[0].partition('-')[2]}")
    sink.entity(id_, "Verdict", f"Vonis terdahulu atas {sink.entities[named[0]].caption}", span)
    voice, where = context.voice(span[0]), (courts[0].start, courts[0].end)
    sink.claim(id_, "defendant", named[0], span, is_object=True, voice=voice, confidence=0.85)
    court = context.registry.of(courts[0])
    sink.claim(id_, "court", court, where, is_object=True, voice=voice, confidence=0.85)
    sink.claim(id_, "sentenceMonths", str(months), (item.start, item.end), voice=voice)
    days = view.within(0, len(view.masked), Kind.DATE)
    for day in days if len(days) == 1 and "/" not in days[0].key else ():
        told = day.start, day.end
        sink.claim(id_, "date", day.key, told, voice=voice, original=day.text, confidence=0.8)


_DENIED = Pattern(r"(?i)\b(?:belum|tidak|tak|bukan)\s+(?:\w+\s+)?pernah\b")
