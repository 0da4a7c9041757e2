"""Who sits in a court: presiding and member judges, and the prosecutor with their office.

Owns the words of courtrooms that stand before a name in lower case. Refuses a court where the
document names several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_JUDGES = (
    r"(?P<who>{PER}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|bersama)\s+){PER}){0,4})"
)
# "Menurut jaksa, Yeni menjaring": a comma without an office before it ends the clause.
_OFFICE = r"(?:\s+(?:dari\s+|pada\s+)?{ORG:org}(?:\s*\([^)⟨]{1,24}\))?\s*,?)?"
# "Menurut hakim PN Medan, Rudi menjaring": behind a comma a name is of the office only where the
# next comma or the end of the sentence closes it in.
_OVER = r"(?:(?<!,\s⟨PER\d⟩)(?<!,\s⟨PER\d\d⟩)|(?=\s*(?:[,.(]|$)))"
_RULES: tuple[tuple[str, Pattern], ...] = (
    ("ketua majelis hakim", pattern(
        r"\b[Mm]ajelis(?:\s+hakim)?(?:\s+{ORG})?\s*,?\s+(?:yang\s+)?(?:diketuai|dipimpin)(?:\s+oleh)?"
        r"(?:\s+(?:hakim(?:\s+ketua)?|ketua\s+majelis))?\s+(?P<who>{PER})"
    )),
    ("hakim ketua", pattern(
        r"\b(?:[Ss]idang|[Pp]utusan|[Vv]onis|[Pp]erkara)\b[^.⟨\"“]{0,40}?\b(?:dipimpin|diketuai|dibacakan)(?:\s+oleh)?\s+"
        r"hakim(?:\s+ketua)?\s+(?P<who>{PER})"
    )),
    ("hakim anggota", pattern(
        r"\b[Hh]akim\s+anggota\s*,?\s+(?:yakni\s+|yaitu\s+|masing-masing\s+|ialah\s+)?" + _JUDGES
    )),
    ("hakim anggota", pattern(
        r"\b[Mm]ajelis\b[^.;\"“]{0,90}\bdengan\s+(?:hakim\s+)?anggota\s+" + _JUDGES
    )),
    ("jaksa penuntut umum", pattern(
        rf"\b(?:[Jj]aksa\s+penuntut\s+umum|[Pp]enuntut\s+umum|JPU)(?:\s*\((?:JPU|{{POS}})\))?{_OFFICE}\s+(?P<who>{{PER}})"
    )),
    ("ketua majelis hakim", pattern(
        r"\b[Kk]etua\s+majelis(?:\s+hakim)?\s*,\s+(?P<who>{PER})\s*,"
    )),
    ("hakim", pattern(
        rf"(?<!ajelis\s)\b[Hh]akim(?:\s+tunggal)?(?:\s+praperadilan)?{_OFFICE}\s+(?P<who>{{PER}}){_OVER}"
    )),
    ("jaksa", pattern(rf"(?<!antan )(?<!eks )(?<!enurut )\b[Jj]aksa{_OFFICE}\s+(?P<who>{{PER}})")),
    ("jaksa", pattern(rf"(?<=enurut )jaksa{_OFFICE}\s+(?P<who>{{PER}}){_OVER}")),
)  # fmt: skip

_PRESIDING = Pattern(r"(?i)(?:ketua\s+majelis(?:\s+hakim)?|hakim\s+ketua(?:\s+majelis)?)")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's seat in a courtroom: post, organisation or empty, and the words that tell it."""

    person: Item
    post: str
    org: str
    span: tuple[int, int]


def _seats(context: Context) -> Iterator[Seat]:
    court = the_court(context)
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for post, rule in _RULES:
                for found in rule.finditer(view.masked):
                    yield from _of_match(context, view, found, post, court)


def _of_match(
    context: Context, view: View, found: re.Match[str], post: str, court: str
) -> Iterator[Seat]:
    org = context.registry.of(view.item(found, "org")) if "org" in found.re.groupindex else court
    if org and context.sink.entities[org].cls not in ("Court", "LawEnforcementAgency"):
        return
    people = view.within(found.start("who"), found.end("who"), Kind.PERSON)
    for person in people:
        if context.registry.of(person):
            yield Seat(person, post, org, (view.offset(found.start()), person.end))


def the_court(context: Context) -> str:
    """Return the one court that the document names, or empty."""
    courts = {i.key for i in context.registry_items if i.cls == "Court" and i.key}
    return courts.pop() if len(courts) == 1 else ""


def link(context: Context) -> None:
    """Make the seats known as posts, so that nobody takes a judge for a defendant."""
    registry = context.registry
    for seat in _seats(context):
        person = registry.of(seat.person)
        if person not in registry.posts_of:
            key = slug(seat.post) + (f"-{seat.org.partition(':')[2]}" if seat.org else "")
            id_ = context.sink.scoped("pos", key)
            context.sink.entity(id_, "Position", seat.post, seat.span)
            registry.posts_of[person] = id_
            registry.by_head.setdefault(seat.post, set()).add(person)
            if seat.org:
                registry.org_of.setdefault(person, seat.org)


def claim(context: Context) -> None:
    """Claim who holds which seat, and where a presiding judge's post belongs."""
    registry, sink = context.registry, context.sink
    for seat in _seats(context):
        person = registry.of(seat.person)
        post = registry.posts_of.get(person, "")
        if not post or sink.entities[post].caption.casefold() != seat.post:
            continue
        tail = f"{person.partition('-')[2]}-{post.partition('-')[2]}"
        relation = sink.scoped("hold", tail)
        if relation not in sink.entities:
            caption = f"{sink.entities[person].caption} – {seat.post}"
            sink.entity(relation, "PositionHolding", caption, seat.span)
            sink.claim(relation, "holder", person, seat.span, is_object=True)
            sink.claim(relation, "post", post, seat.span, is_object=True)
        if seat.org:
            span = seat.span
            sink.claim(post, "postIn", seat.org, span, is_object=True, confidence=0.82)
    if court := the_court(context):
        for post in sorted(set(registry.posts_of.values())):
            entity = sink.entities[post]
            is_judge = _PRESIDING.fullmatch(entity.caption) is not None
            if is_judge and "postIn" not in sink.told_of(post):
                span = entity.start, entity.end
                sink.claim(post, "postIn", court, span, is_object=True, confidence=0.78)
