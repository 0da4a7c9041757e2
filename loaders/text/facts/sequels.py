"""What a later sentence adds to an event: ``Penangkapan dilakukan di Kupang, Senin (4/8)``.

Owns which sentences go on about an event told before: those that begin with its noun, or with a
pronoun and its passive verb. Refuses to add to an event where the document tells of several of
the kind, and to overwrite a date or place that stands.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames, reality
from loaders.text.spans import Kind, Role
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

_DEED = (
    r"(?:\s+(?:itu|tersebut|ini|terhadap\s+\w+|para\s+\w+|mereka|keduanya))?\s+(?:itu\s+"
    r"|tersebut\s+)?"
    r"(?:dilakukan|terjadi|berlangsung|dilaksanakan|digelar|bertempat)\b"
)
_WHO = (
    r"(?i:Mereka|Keduanya|Ketiganya|Keempatnya|Kelimanya|Keenamnya|Para\s+(?:korban|tersangka|pelaku"
    r"|calon\s+\w+(?:\s+\w+){0,2})|Kedua\s+(?:tersangka|pelaku)|Pelaku|Tersangka|Ia|Dia"
    r"|Seluruh\s+korban)"
)
_SEQUELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        cls,
        re.compile(
            rf"^(?:[^\"“.]{{0,90}}?\b(?:{VERB})\w*,?\s+(?:bahwa\s+)?)?[\"“]?(?:(?i:{noun}){_DEED}"
            rf"|{_WHO}\s+(?:\w+\s+){{0,2}}?(?:{verb})\b)"
        ),
    )
    for cls, noun, verb in (
        (
            "Arrest",
            "Penangkapan|Penciduk?an|Pengamanan",
            "ditangkap|diringkus|dibekuk|diciduk|diamankan",
        ),
        (
            "Interception",
            "Penggagalan|Pencegahan|Penundaan|Pengungkapan",
            "dicegah|dicegat|digagalkan",
        ),
        ("Rescue", "Penyelamatan|Evakuasi", "diselamatkan|dievakuasi"),
        ("Raid", "Penggerebekan|Penggeledahan", "digerebek"),
        ("Repatriation", "Pemulangan|Kepulangan", "dipulangkan"),
        ("Deportation", "Deportasi|Pemulangan", "dideportasi"),
    )
)


def find(context: Context) -> None:
    """Add date and place to events of body sentences that go on about them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _bound(context, view)
        _arrived(context, view)
        _docked(context, view)
        _stopped(context, view)
        _named(context, view)
        _helped(context, view)
        for cls, rule in _SEQUELS:
            found = rule.match(view.masked)
            if found and reality.is_real(view, found.end() - 3):
                _add(context, view, cls, found)


_BOUND = re.compile(
    r"^[\"“]?(?:Di\s+(?:dalam|atas)nya\s+\w+\s+⟨CNT\d+⟩\s+yang|Mereka|Rombongan|Ke-?\d+\s+\w+|Para\s+(?:korban|calon|penumpang|pekerja)\b[^⟨.]{0,40}"
    r"|Seluruhnya|Semuanya"
    r"|Kesebelas\w*|Puluhan\s+\w+)\s+(?:\w+\s+){0,3}?(?:hendak|akan|rencananya|diduga|berencana"
    r"|dijadwalkan)\b"
)


def _bound(context: Context, view: View) -> None:
    """Add where the people of the one interception were bound."""
    event = context.only_event("Interception")
    if not event or not _BOUND.match(view.masked):
        return
    known = context.sink.told_of(event)
    if "destination" in known or context.sink.entities[event].start >= view.sentence.start:
        return
    voice = context.voice(view.sentence.start)
    for item, id_ in frames.bound_for(context, view):
        span = item.start, item.end
        context.sink.claim(
            event, "destination", id_, span, is_object=True, voice=voice, confidence=0.8
        )


def _add(context: Context, view: View, cls: str, found: re.Match[str]) -> None:
    event = context.only_event(cls)
    if not event or context.sink.entities[event].start >= view.sentence.start:
        return
    known = context.sink.told_of(event)
    voice = context.voice(view.sentence.start)
    date = frames.date_of(view, found.end())
    if date and "/" not in date.key and "date" not in known:
        span = date.start, date.end
        original = None if date.text == date.key else date.text
        context.sink.claim(
            event, "date", date.key, span, voice=voice, original=original, confidence=0.8
        )
    if cls not in ("Repatriation", "Deportation") and "occurredAt" not in known:
        _places(context, view, event, found, voice)


_ARRIVED = re.compile(
    r"^[\"“]?(?:Rombongan|Mereka|Seluruhnya|Keduanya|Para\s+\w+(?:\s+\w+){0,3}|Ke\w+\s+(?:WNI|PMI|orang)"
    r"|Pesawat)[^.⟨\"“]{0,60}\b(?:mendarat|tiba|sampai|berangkat|diterbangkan|diberangkatkan)\b"
)


def _arrived(context: Context, view: View) -> None:
    """Add the day on which the people of the one return came home."""
    event = context.only_event("Repatriation")
    found = _ARRIVED.match(view.masked)
    if not event or found is None or not reality.is_real(view, found.end() - 5):
        return
    if "date" in context.sink.told_of(event):
        return
    date = frames.date_of(view, found.end())
    if date and len(date.key) == 10:
        span, voice = (date.start, date.end), context.voice(view.sentence.start)
        context.sink.claim(
            event, "date", date.key, span, voice=voice, original=date.text, confidence=0.78
        )


_STOPPED = re.compile(
    r"^[\"“]?(?:Petugas|Polisi|Tim|Aparat|Personel|Prajurit|Anggota|Kapal\s+patroli)\s+(?:\w+\s+){0,2}"
    r"(?:mencegat|menghentikan|memergoki|menyergap|mengejar\s+dan\s+menghentikan)\b"
)


def _stopped(context: Context, view: View) -> None:
    """Add day and place of the one interception: ``Petugas mencegat sebuah kapal di ...``."""
    found = _STOPPED.match(view.masked)
    event = context.only_event("Interception")
    if not event or found is None or not reality.is_real(view, found.end() - 3):
        return
    _add(context, view, "Interception", found)


_INSIDE = re.compile(
    r"^[\"“]?(?:Di\s+(?:dalam|atas)(?:nya|\s+(?:kapal|pesawat|feri)\b)|(?:Kapal|Pesawat|Feri)\s+(?:itu|tersebut)\b)"
)
_DOCKED = re.compile(r"(?i)\b(?:merapat|bersandar|sandar|berlabuh|tiba|mendarat)\b")


def _docked(context: Context, view: View) -> None:
    """Add when and where the ship came in that carried the people of the one deportation."""
    event = context.only_event("Deportation", "Repatriation")
    number = view.sentence.number
    if not event or not number or not _INSIDE.match(view.masked):
        return
    before = context.views[number - 1]
    start = context.sink.entities[event].start
    is_here = view.sentence.start <= start < view.sentence.end
    if not is_here or before.sentence.block != view.sentence.block:
        return
    found = _DOCKED.search(before.masked)
    if found is None or not reality.is_real(before, found.start()):
        return
    voice, sink = context.voice(before.sentence.start), context.sink
    date = frames.date_of(before, found.end())
    known = sink.told_of(event)
    if date and len(date.key) == 10 and "date" not in known:
        span = date.start, date.end
        sink.claim(event, "date", date.key, span, voice=voice, original=date.text, confidence=0.8)
    for point in before.items:
        id_ = context.registry.of(point) if point.kind is Kind.POINT else ""
        if id_ and "transit" not in known:
            span = point.start, point.end
            sink.claim(event, "transit", id_, span, is_object=True, voice=voice, confidence=0.78)


_THEY_ARE = re.compile(
    r"^[\"“]?(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka|Kedua\s+(?:pelaku|tersangka|pria|orang)|Ketiga\s+(?:pelaku|tersangka|pria|orang))"
    r"\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yakni|yaitu|berinisial|masing[\s-]masing(?:\s+berinisial)?)\s+⟨INI"
)


def _named(context: Context, view: View) -> None:
    """Name those whom the one arrest concerns: ``Keduanya berinisial KR dan SU``."""
    event = context.only_event("Arrest")
    if not event or not _THEY_ARE.match(view.masked):
        return
    claims = list(context.sink.claims.values())
    groups = {c.value for c in claims if c.subject == event and c.property == "apprehended"}
    sizes = {c.value for c in claims if c.subject in groups and c.property == "groupSizeLower"}
    people = [i for i in view.items if i.kind is Kind.INITIALS]
    number = context.sink.entities[event].start
    is_before = 0 <= view.sentence.start - number < 400
    if {str(len(people))} != sizes or not is_before:
        return
    for person in people:
        if id_ := context.registry.of(person):
            span = view.sentence.start, person.end
            voice = context.voice(person.start)
            context.sink.claim(event, "apprehended", id_, span, is_object=True, voice=voice)


_HELPED = pattern(
    r"^(?:Kepulangan|Pemulangan|Evakuasi|Penjemputan)(?:nya|\s+(?:itu|tersebut|mereka|korban|keduanya|ketiganya"
    r"|rombongan|para\s+\w+))\s+"
    r"(?:\w+\s+)?(?:difasilitasi|didampingi|dibantu|dilakukan|ditangani)\s+(?:oleh\s+)?"
    r"(?P<who>{ORG}(?:\s*(?:,|dan|serta|bersama|,\s*dan)\s*{ORG})*)"
)


def _helped(context: Context, view: View) -> None:
    """Add who saw to the one return that the document tells of."""
    found = _HELPED.search(view.masked)
    event = context.only_event("Repatriation")
    if found is None or not event:
        return
    voice = context.voice(view.sentence.start)
    for item in view.within(found.start("who"), found.end("who")):
        if id_ := context.registry.of(item):
            span = view.offset(found.start()), item.end
            context.sink.claim(event, "conductedBy", id_, span, is_object=True, voice=voice)


def _places(context: Context, view: View, event: str, found: re.Match[str], voice: Voice) -> None:
    for item, id_ in frames.places_of(context, view, found.end()):
        span = item.start, item.end
        context.sink.claim(
            event, "occurredAt", id_, span, is_object=True, voice=voice, confidence=0.78
        )
