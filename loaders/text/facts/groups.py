"""Counted, unnamed groups: a number of people, their role, where they come from."""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted, is_alleged
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.spans import Item
from loaders.text.view import View

_ROLE_WORDS = {
    "prospective-migrant": "calon pekerja migran", "migrant-worker": "pekerja migran",
    "victim": "korban", "suspect": "tersangka", "witness": "saksi", "defendant": "terdakwa",
    "wanted-person": "buron", "child-victim": "korban anak", "participant": "peserta",
    "convict": "terpidana",
}  # fmt: skip


def group(
    context: Context, view: View, item: Item, voice: Voice, role: str = "", event: str = ""
) -> str:
    """Return the id of the group that a count of persons speaks of, claiming its size.

    Args:
        context: The document.
        view: The sentence.
        item: A count whose unit is persons.
        voice: Who says so.
        role: Role that the verb gives where the noun gives none.
        event: The event that the group belongs to; equal counts of one event are one group.
    """
    value = item.value
    if not isinstance(value, Counted):
        raise TypeError(f"Expected an item with a Counted value, got {value!r}.")
    bounds = value.bounds
    lower, upper = bounds.lower, bounds.upper
    role = value.role or role
    size = f"{lower if lower is not None else 0}" + ("" if lower == upper else f"-{upper or 'x'}")
    word = role or "orang"
    tail = f"{word}-{size}" + (f"-{event.rpartition('-')[2]}" if event else "")
    id_ = context.sink.scoped("grp", tail)
    span = item.start, item.end
    sink = context.sink
    called = value.noun if is_alleged(value.noun) else _ROLE_WORDS.get(role, value.noun)
    sink.entity(id_, "Group", f"{value.number} {called}", span)
    if lower is not None:
        sink.claim(id_, "groupSizeLower", str(lower), span, voice=voice, original=value.number)
    if upper is not None:
        sink.claim(id_, "groupSizeUpper", str(upper), span, voice=voice, original=value.number)
    if role:
        # Whom a text calls "pelaku" it does not yet call a suspect.
        told = voice.as_("alleged") if is_alleged(value.noun) else voice
        sink.claim(id_, "groupRole", role, span, voice=told, confidence=0.88)
    at = frames.masked_at(view, item)
    for place, place_id in frames.origins(context, view, at) if at >= 0 else ():
        sink.claim(
            id_,
            "origin",
            place_id,
            (item.start, place.end),
            is_object=True,
            voice=voice,
            confidence=0.88,
        )
    return id_
