"""Lists in which each line is an agency's share: ``- Polres Sumbawa: 1 orang (AK), 16 Maret``.

Owns the events of such lines; what kind they are of, the sentence that opens the list says.
Refuses lines without an agency and a number of people, and lists that no deed opens.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, reality
from loaders.text.facts.deeds import FRAMES, Frame, is_gentle
from loaders.text.facts.groups import group
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_ROW = pattern(
    r"^(?:[-–•*]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s*)?(?P<agency>{ORG})\s*(?:\([^)⟨]{0,20}\)\s*)?(?:[:,–-]|sebanyak|mengamankan|menangkap|menyelamatkan|mencegah)\s*"
    r"(?:(?:sebanyak|total|ada)\s+)?(?P<count>{CNT})"
)
_OPENS = Pattern(
    r":\s*$|\b(?:rincian\w*|perinciannya|sebagai\s+berikut|berikut\s+(?:ini|data\w*|rincian\w*))\b"
)


_SAID_OF_BOTH = Pattern(r"(?i)(?:di|ter|me)?(?:ng|n)?(?:aman|tangkap|jaring)")


def find(context: Context) -> None:
    """Claim the events that the lines of a list tell, one of each agency."""
    opened: tuple[View, Frame] | None = None
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            opened = None
            continue
        row = _ROW.match(view.masked)
        if row is None:
            opened = _opened(view) if _OPENS.search(view.masked) else None
        elif opened is not None:
            _claim(context, view, row, opened[1])


def _opened(view: View) -> tuple[View, Frame] | None:
    """Return the deed that a sentence with a list behind it tells."""
    told = [
        (frame, found[0])
        for frame in FRAMES
        for rule in (frame.passive, frame.active)
        if (found := rule.search(view.masked)) and reality.is_real(view, found.start())
    ]
    for frame, deed in told:
        # "ditangkap" is said of ships, too, and "diamankan" of migrants.
        is_held = frame.cls == "Arrest" and (not is_gentle(deed) or _holds(view))
        if is_held or (frame.cls != "Arrest" and not _SAID_OF_BOTH.match(deed)):
            return view, frame
    return next(((view, frame) for frame, _ in told if frame.cls != "Arrest"), None)


def _holds(view: View) -> bool:
    counted = frames.persons_counted(view, 0, len(view.masked))
    roles = {getattr(c.value, "role", "") for c in counted}
    return bool(roles & {"suspect", "wanted-person"})


def _claim(context: Context, view: View, row: re.Match[str], frame: Frame) -> None:
    agency, counted = view.item(row, "agency"), view.item(row, "count")
    org = context.registry.of(agency)
    value = counted.value if counted else None
    if counted is None or not org or not isinstance(value, Counted) or value.unit != "persons":
        return
    sink, span = context.sink, (view.offset(row.start("agency")), counted.end)
    voice = context.voice(span[0])
    event = sink.fresh("evt", frame.cls.casefold())
    sink.entity(event, frame.cls, f"{frame.label} {counted.text}", span)
    context.add_event(frame.cls, event)
    sink.claim(event, "conductedBy", org, span, is_object=True, voice=voice, confidence=0.85)
    if frame.affected:
        people = group(context, view, counted, voice, frame.role, event)
        sink.claim(event, frame.affected, people, span, is_object=True, voice=voice)
        _name(context, view, event, frame, counted)
    dates = view.within(row.end(), len(view.masked), Kind.DATE)
    if len(dates) == 1 and dates[0].is_day:
        where = dates[0].start, dates[0].end
        sink.claim(event, "date", dates[0].key, where, voice=voice, original=dates[0].text)
    for item, id_ in frames.places_of(context, view, row.end()):
        where = item.start, item.end
        sink.claim(event, "occurredAt", id_, where, is_object=True, voice=voice, confidence=0.8)


def _name(context: Context, view: View, event: str, frame: Frame, counted: Item) -> None:
    """Claim those whom a line of arrests names, where they are as many as it counts."""
    people = view.within(
        frames.masked_at(view, counted), len(view.masked), Kind.INITIALS, Kind.PERSON
    )
    ids = [one for one in context.registry.many(people) if one not in context.registry.posts_of]
    size = counted.value.bounds.lower if isinstance(counted.value, Counted) else None
    if frame.cls != "Arrest" or len(ids) != size:
        return
    for person, id_ in zip(people, ids, strict=False):
        span = counted.start, person.end
        voice = context.voice(counted.start)
        context.sink.claim(event, frame.affected, id_, span, is_object=True, voice=voice)
