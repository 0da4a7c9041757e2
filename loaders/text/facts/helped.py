"""Who saw to, or helped with, a deed told before: ``Operasi itu melibatkan Lanal dan BP3MI``.

Owns the sentences that go on about an event by its noun and name helpers. Refuses to choose where
the document tells of several events of the kind.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import helpers
from loaders.text.facts.sequels import DEEDS, opened
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_DEED_NOUN = Pattern(
    r"^[\"“]?(?:(?:Dalam|Pada|Saat)\s+)?(?i:(?P<noun>penangkapan|pengge?rebe[gk]k?an|penggagalan|pencegahan|penyelamatan|evakuasi|pemulangan|kepulangan|penjemputan|deportasi)|operasi|penindakan|pengungkapan|razia|sidak)"
    r"(?:nya|\s+(?:itu|tersebut|ini|mereka|korban|keduanya|ketiganya|rombongan|para\s+\w+))?(?!\w)"
)
_EASED = pattern(
    r"\s+(?:\w+\s+)?(?:difasilitasi|dilakukan|ditangani|diurus)\s+(?:oleh\s+)?(?P<who>{ORG}(?:\s*(?:,|dan|serta|,\s*dan)\s*{ORG})*)"
)
_OF_NOUNS = (
    ("pena", "Arrest"), ("pengge", "Raid"), ("pengga", "Interception"), ("penc", "Interception"),
    ("peny", "Rescue"), ("evak", "Rescue"), ("evak", "Repatriation"), ("pem", "Repatriation"),
    ("kep", "Repatriation"), ("penj", "Repatriation"), ("dep", "Deportation"),
    ("ked", "Repatriation"), ("ked", "Deportation"),
)  # fmt: skip


def classes_of(noun: str) -> tuple[str, ...]:
    """Return the classes of events that a noun may mean; all deeds for nouns of any of them."""
    named = tuple(cls for stem, cls in _OF_NOUNS if noun.casefold().startswith(stem))
    return named if noun else DEEDS


def find(context: Context) -> None:
    """Add helpers to the events that body sentences go on about."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _helped(context, view)


def _helped(context: Context, view: View) -> None:
    """Add who saw to, or helped with, the one deed that a noun goes on about."""
    found = _DEED_NOUN.match(view.masked)
    if found is None:
        return
    classes = classes_of(found["noun"] or "")
    event = opened(context, view, *classes)
    if not event or context.sink.entities[event].start >= view.sentence.end:
        return
    sink, voice = context.sink, context.voice(view.sentence.start)
    eased = _EASED.match(view.masked, found.end()) if "Repatriation" in classes else None
    for item in view.within(*eased.span("who")) if eased else ():
        if id_ := context.registry.of(item):
            span = view.offset(found.start()), item.end
            sink.claim(event, "conductedBy", id_, span, is_object=True, voice=voice)
    known = {c.value for c in sink.claims.values() if c.subject == event}
    deed = found.span() if eased is None else (found.start(), eased.end())
    for item, id_ in helpers.of_deed(context, view, deed, known):
        span = view.offset(found.start()), item.end
        sink.claim(event, "assistedBy", id_, span, is_object=True, voice=voice, confidence=0.8)
