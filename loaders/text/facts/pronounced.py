"""What a verdict is told with, whoever is judged: its id, court, day and articles.

Refuses a court where the document names several and the sentence none, and articles of which the
sentence does not say that they were broken.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View

GUILTY = Pattern(
    r"(?i)\bterbukti\s+(?:secara\s+sah\s+dan\s+meyakinkan\s+)?(?:bersalah|melakukan"
    r"|melanggar|turut)|\bdinyatakan\s+(?:telah\s+)?melanggar\b|\bmemenuhi\s+unsur\b"
    r"|\b(?:di|me)nyatakan\s+(?:\w+\s+){0,2}?(?<!tidak\s)(?<!tak\s)bersalah\b|\bbersalah\s+(?:melanggar|melakukan)\b"
)
"""Matches words that somebody was found guilty."""


def verdict_of(context: Context, defendant: str, span: tuple[int, int]) -> str:
    """Return the id of the verdict on a person, making it known."""
    id_ = context.sink.scoped("evt", f"verdict-{defendant.partition('-')[2]}")
    if id_ not in context.sink.entities:
        name = context.sink.entities[defendant].caption
        context.sink.entity(id_, "Verdict", f"Vonis atas {name}", span)
        context.add_event("Verdict", id_)
    return id_


def of_last(context: Context, view: View) -> list[str]:
    """Return the verdicts on whom the sentence before names."""
    before = context.views[max(0, view.sentence.number - 1)]
    people = before.within(0, len(before.masked), Kind.PERSON, Kind.INITIALS)
    named = {f"verdict-{id_.partition('-')[2]}" for id_ in context.registry.many(people)}
    told = dict.fromkeys(context.events.get("Verdict", []))
    return [one for one in told if one.partition("-")[2] in named]


# Of a verdict told in passing the text need not mean the same court.
_EARLIER = Pattern(r"(?i)\b(?:lebih\s+dulu|lebih\s+dahulu|sebelumnya|terpisah)\b")


_SAME_COURT = Pattern(
    r"(?i)\b(?:pengadilan|majelis(?:\s+hakim)?|hakim)\s+(?:yang\s+sama|itu\s+juga)\b"
)


def setting(context: Context, view: View, verdict: str, at: int, *, is_guilty: bool = True) -> None:
    """Claim court, day and, where it convicts, articles of a verdict told at a masked position."""
    told = [item for item in view.items if item.kind is Kind.ORG and item.cls == "Court"]
    # "PN A menghukumnya, dan PT B menguatkan putusan itu": the court before the verb.
    before = [item for item in told if item.end <= view.offset(at)]
    higher = _HIGHER.search(view.masked, 0, at)
    is_higher = higher is not None and not any(_is_between(view, higher, i, at) for i in told)
    if is_higher and all(_is_first(context, item) for item in told):
        # "MA menghukum A dan membatalkan putusan PN B": another court than those that are known.
        told, before = [], []
    for item in before[-1:] or told[:1]:
        if id_ := context.registry.of(item):
            context.sink.claim(verdict, "court", id_, (item.start, item.end), is_object=True)
    courts = {i.key: i for i in context.registry_items if i.cls == "Court" and i.key}
    is_apart = _EARLIER.search(view.masked) and not _SAME_COURT.search(view.masked)
    is_its = not is_apart and (told or not _is_aside(context, verdict))
    if len(courts) == 1 and (told or not is_higher) and is_its:
        # One court in the whole document: it is the one that pronounced.
        court = next(iter(courts.values()))
        context.sink.claim(
            verdict, "court", court.key, (court.start, court.end), is_object=True, confidence=0.8
        )
    date = frames.date_of(view, at) or _opened(context, view)
    if date and "/" not in date.key and not _is_heading(view, date, at):
        context.sink.claim(
            verdict, "date", date.key, (date.start, date.end), original=date.original
        )
    if is_guilty and (GUILTY.search(view.masked) or _APPLIED.search(view.masked)):
        articles(context, view, verdict)


def _is_aside(context: Context, verdict: str) -> bool:
    """Whether others are on trial here and the one judged is only told of beside them."""
    claims = list(context.sink.claims.values())
    judged = {c.value for c in claims if c.subject == verdict and c.property == "defendant"}
    tried = {
        c.value for c in claims if c.property == "stageOf" and c.subject.endswith("-defendant")
    }
    return bool(tried and judged) and tried.isdisjoint(judged)


_APPLIED = Pattern(
    r"(?i)melanggar|\b(?:menurut|berdasarkan|memakai|menerapkan|menggunakan|sebagaimana|memilih\s+dakwaan)\b[^.;⟨]{0,40}⟨LAW"
)


_HIGHER = Pattern(
    r"\bMA\b|(?i:\bmahkamah\s+agung|\btingkat\s+(?:banding|kasasi|peninjauan)|\bmajelis\s+(?:banding|kasasi))"
)


def _is_between(view: View, higher: re.Match[str], court: Item, at: int) -> bool:
    return higher.end() <= frames.masked_at(view, court) < at


def _is_first(context: Context, court: Item) -> bool:
    id_ = context.registry.of(court)
    return bool(id_) and id_.startswith("org:pn-")


def _is_heading(view: View, date: Item, at: int) -> bool:
    """Whether a colon parts a day from what was ruled: ``Notulen rapat, 16 Juni: perkara ...``."""
    place = frames.masked_at(view, date)
    return 0 <= place < at and ":" in view.masked[place:at]


def _opened(context: Context, view: View) -> Item | None:
    """Return the day of the hearing from the sentence before, where it stands beside the court."""
    before = context.before(view)
    if before is None:
        return None
    if _EARLIER.search(view.masked):
        # "PT A memangkas hukumannya, Senin. Sebelumnya, PN B memvonisnya": another day.
        return None
    is_court = any(item.cls == "Court" for item in before.items)
    return frames.date_of(before, len(before.masked)) if is_court else None


# "tidak terbukti melanggar Pasal 10, tetapi ...", "yang didakwa Pasal 10": not what was broken.
_NOT_BROKEN = Pattern(
    r"(?i)\b(?:(?:tidak|tak)\s+terbukti|bebas\w*\s+dari\s+(?:segala\s+)?dakwaan|didakwa|mendakwa\w*|dituntut|menuntut\w*|tuntutan|dijerat|disangka\w*)\b"
    r"(?:(?!\b(?:tetapi|tapi|namun|melainkan|sedangkan|divonis|dihukum|dinyatakan|menyatakan|hakim|majelis)\b|(?<!tak\s)(?<!tidak\s)\bterbukti\b)[^.;])*"
)


def articles(context: Context, view: View, verdict: str) -> None:
    """Claim the articles that a sentence names as broken, as those of a verdict."""
    outside = [found.span() for found in _NOT_BROKEN.finditer(view.masked)]
    for found in re.finditer(r"⟨LAW(\d+)⟩", view.masked):
        law = view.item_number(int(found[1]))
        id_ = context.registry.of(law)
        if id_ and not any(start <= found.start() < end for start, end in outside):
            context.sink.claim(verdict, "chargedUnder", id_, (law.start, law.end), is_object=True)
