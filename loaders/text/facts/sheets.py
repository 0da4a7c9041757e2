"""Sheets of one deed: ``TKP: Terminal X. Waktu: Senin, 1 September. Unit: Polres Y``.

Owns the labels of such lines. Refuses them where the document tells of several deeds, and what the
deed is known to have already.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts.sequels import DEEDS
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View


def find(context: Context) -> None:
    """Add day, place and agency to the one deed that the lines of a sheet go on about."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _add(context, view)


_LABEL = Pattern(
    r"^(?:[-–•*]\s*)?(?:\d{1,2}[.)]\s*)?(?i:TKP|lokasi(?:\s+(?:penangkapan|kejadian))?|tempat(?:\s+(?:kejadian(?:\s+perkara)?|penangkapan))?"
    r"|waktu(?:\s+(?:penangkapan|kejadian))?|hari(?:\s*[/,&]\s*(?:tanggal|tgl))?|tanggal|unit|satuan|kesatuan|pelaksana|petugas|satker)\s*:\s*"
)


def _add(context: Context, view: View) -> None:
    """Add what a sheet tells of the one deed: ``TKP: Terminal X. Waktu: Senin. Unit: Polres Y``."""
    found = _LABEL.match(view.masked)
    event = context.only_event(*DEEDS) if found else ""
    if not event or found is None or context.sink.entities[event].start >= view.sentence.start:
        return
    sink, known, voice = (
        context.sink,
        context.sink.told_of(event),
        context.voice(view.sentence.start),
    )
    for item in view.within(found.end(), len(view.masked)):
        prop = {
            Kind.DATE: "date", Kind.PLACE: "occurredAt", Kind.POINT: "occurredAt",
            Kind.ORG: "conductedBy",
        }.get(item.kind, "")  # fmt: skip
        value = item.key if prop == "date" else context.registry.of(item)
        if not prop or prop in known or not value:
            continue
        span = item.start, item.end
        if prop == "date":
            sink.claim(event, prop, value, span, voice=voice, original=item.text, confidence=0.8)
        else:
            sink.claim(event, prop, value, span, is_object=True, voice=voice, confidence=0.8)
