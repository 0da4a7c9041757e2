"""Where organisations have their office: ``PT X yang berkantor di Depok, Jawa Barat``.

Owns the verbs that tell a seat. Refuses a place that another name stands before, and the place
of an event at which the organisation is only named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_CHAIN = r"(?P<chain>{LOC}(?:\s*(?:,|\()\s*{LOC}\)?|\s+{LOC})*)"
_SEATED = pattern(
    r"{ORG:org}(?:\s*\((?:[^)⟨]|⟨ORG\d+⟩){1,30}\))?\s*"
    r"(?:,\s*(?:sebuah\s+|salah\s+satu\s+)?(?:perusahaan|P3MI|lembaga|agen|agensi|yayasan|balai|penyalur)\b[^⟨.;,\"“]{0,80}?\s|,?\s*)"
    r"(?:(?:yang|itu|tersebut|ini|diketahui|sendiri)\s+){0,2}(?:ber(?:lokasi|alamat|kantor|markas|domisili|kedudukan)|terletak)(?:\s+pusat)?\s+(?:di\s+)?"
    r"(?:(?:Jalan|Jl\.?|kawasan|wilayah|daerah)\s+)?" + _CHAIN
)
_OFFICE_OF = pattern(
    r"(?i:\bkantor(?:\s+pusat)?|\balamat|\bgedung)\s+(?:milik\s+)?{ORG:org}(?:\s*\([^)⟨]{1,20}\))?\s*,?\s+"
    r"(?:(?:yang\s+)?(?:berada|terletak|berlokasi|beralamat)\s+)?di\s+" + _CHAIN
)
_SOUGHT = re.compile(r"(?i)\b(?:akan|bukan|tidak|tak|bakal|rencananya)\s+(?:\w+\s+)?$")


def claim(context: Context) -> None:
    """Claim the seats that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_SEATED, _OFFICE_OF):
                for found in rule.finditer(view.masked):
                    _one(context, view, found)


def _one(context: Context, view: View, found: re.Match[str]) -> None:
    item = view.item(found, "org")
    org = context.registry.of(item)
    if item is None or not org or item.cls == "MediaOrganization":
        return
    if _SOUGHT.search(view.masked[: found.start("chain")]):
        return
    for place in view.within(found.start("chain"), found.end("chain")):
        id_ = context.registry.of(place)
        if id_ and place.kind in (Kind.PLACE, Kind.POINT):
            span = item.start, place.end
            voice = context.voice(item.start)
            context.sink.claim(
                org, "locatedIn", id_, span, is_object=True, voice=voice, confidence=0.88
            )
