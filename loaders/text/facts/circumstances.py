"""When and where a deed was done, whence people came and whither they were bound.

Owns which of the places and days around a verb an event of each class takes. Refuses a window of
time as a day.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames, occasions, whereabouts
from loaders.text.facts.deeds import Frame
from loaders.text.patterns import Pattern
from loaders.text.view import View

_AS_OF = Pattern(r"(?i)\bper\s+(?:tanggal\s+)?$")


def claim(context: Context, view: View, event: str, at: int, voice: Voice, frame: Frame) -> None:
    """Claim when and where what the verb at a masked position tells was, and whither it led."""
    sink = context.sink
    when = frames.date_of(view, at, is_own=True)
    if when and _AS_OF.search(view.masked, 0, frames.masked_at(view, when)):
        # "per 25 Juni ada 815 penundaan": how many there were by then.
        when = None
    if when and ("/" not in when.key or frames.is_brief(when.key)):
        span = when.start, when.end
        sink.claim(
            event, "date", when.key, span, voice=voice, original=when.original, confidence=0.88
        )
    is_return = frame.cls in ("Deportation", "Repatriation")
    is_abroad = frame.cls in ("Arrest", "Rescue", "Raid")
    places = whereabouts.abroad(context, view, at) if is_abroad else []
    if not places and frame.cls == "Rescue":
        # "dievakuasi dari Shwe Kokko": that was where it happened.
        places = whereabouts.abroad(context, view, at, prep="dari")
    places = places or ([] if is_return else frames.places_of(context, view, at))
    if not places and not is_return:
        places = whereabouts.places(context, view)
    if not places and frame.cls == "Raid":
        places = whereabouts.raided(context, view, at) or whereabouts.reported(context, view)
    for item, id_ in places:
        sink.link(event, "occurredAt", [id_], (item.start, item.end), voice, 0.85)
    if frame.cls == "Interception":
        bound(context, view, event, voice)
    if is_return:
        _returned(context, view, event, voice)


def bound(context: Context, view: View, event: str, voice: Voice) -> None:
    """Claim whither those were bound of whom a sentence tells, and by which port."""
    for item, id_ in frames.bound_for(context, view):
        context.sink.link(event, "destination", [id_], (item.start, item.end), voice, 0.88)
    for item, id_ in frames.exits(context, view):
        context.sink.link(event, "exitPoint", [id_], (item.start, item.end), voice, 0.85)


_FROM = Pattern(
    r"\bdari\s+(?:Depot\s+\w+\s+|wilayah\s+|perairan\s+|(?:kawasan|kompleks|zona)\s+[A-Z]\w+(?:\s+[A-Z]\w+){0,2}\s*,\s*)?⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)⟩)?"
)
STUCK = Pattern(
    r"\b(?:yang|setelah|usai|seusai|sesudah)\s+(?:(?:sebelumnya|sempat|telah|hampir|lebih\s+dari|selama|⟨DUR\d+⟩|[a-z]+\s+(?:hari|pekan|minggu|bulan|tahun))\s+){0,3}(?:bekerja|dipekerjakan|terjebak|disekap|telantar|terlantar"
    r"|ditahan|menjadi\s+korban)\s(?:(?:[^⟨.]|⟨TOP\d+⟩){0,60}?\s)?di\s+(?:\w+,?\s+){0,4}?⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)⟩)?"
)
"""Matches where people were before they came home."""
_WERE = Pattern(
    r"\bdi\s+⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)⟩)?[^⟨.]{0,40}\b(?:dipulangkan|dievakuasi|dideportasi|tiba)\b"
)

_BY = Pattern(r"\s+(?:melalui|lewat|via|setelah\s+transit\s+di)\s+⟨LOC")


def _returned(context: Context, view: View, event: str, voice: Voice) -> None:
    stuck = list(STUCK.finditer(view.masked))
    for found in [*_FROM.finditer(view.masked), *_WERE.finditer(view.masked), *stuck]:
        for group_ in (found[1], found[2]):
            item = view.item_number(int(group_)) if group_ else None
            id_ = context.registry.of(item)
            is_home = (
                (found in stuck or found[0].endswith("tiba"))
                and item
                and not (id_[:8] == "country:" or frames.is_abroad(item))
            )
            if id_ and item is not None and not is_home:
                context.sink.link(event, "origin", [id_], (item.start, item.end), voice, 0.85)
    landed = occasions.LANDED.search(view.masked)
    ports = view.within(landed.start(), landed.end()) if landed else []
    landings = [(port, id_) for port in ports if (id_ := context.registry.of(port))]
    # "tiba di Bandara Soekarno-Hatta melalui Singapura": the way ends where they land.
    is_end = landed is not None and _BY.match(view.masked, landed.end())
    for item, id_ in [*frames.exits(context, view), *(landings if not is_end else ())]:
        context.sink.link(event, "transit", [id_], (item.start, item.end), voice, 0.8)
