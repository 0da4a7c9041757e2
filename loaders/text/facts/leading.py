"""Who leads a team or a meeting, who belongs to it, and what money is set aside for it.

Owns the sentences behind those that form a team, hold a meeting or begin a programme: ``Satgas
dipimpin A dan beranggotakan B``. Refuses whom ``rapat`` or ``satgas`` could mean where several are
told, and leaders to come.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import formations
from loaders.text.facts.activities import named, tie
from loaders.text.facts.modality import is_governed
from loaders.text.facts.tying import tie as relate
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_TEAM = r"(?i:satgas|satuan\s+tugas|gugus\s+tugas|desk|tim|posko|pusat\s+layanan|rumah\s+singgah)"
_GATHERING = r"(?i:rapat|pertemuan|audiensi|dialog|RDP|raker|rakor|sidang)"
_BY = r"(?:(?:langsung|oleh|kepada)\s+){0,2}"
# "Satgas dipimpin Wakapolda A", "Rapat tersebut dipimpin oleh B", "Ketua satgas dipercayakan
# kepada C", "Pimpinan rapat, D,"
_LED = pattern(
    rf"(?:(?P<named>{{ORG}})\s*,?\s+(?:yang\s+|ini\s+|itu\s+)?|(?:^[\"“]?|[,;]\s+)(?P<word>{_TEAM}|{_GATHERING})(?:\s+(?:itu|tersebut|ini|yang|kerja|koordinasi|dengar\s+pendapat)){{0,2}}\s+)"
    rf"(?:dipimpin|diketuai|dikoordinasi(?:kan)?|dikomandani|dinakhodai)\s+{_BY}(?P<who>{{PER}})"
    rf"|(?:Ketua|Pimpinan|Koordinator|Komandan|Penanggung\s+jawab|⟨POS\d+⟩)\s+(?P<word2>{_TEAM}|(?i:rapat|sidang|pertemuan))(?:\s+(?:itu|tersebut|ini))?"
    rf"(?:\s+(?:dipercayakan|dijabat|dipegang|diserahkan)\s+{_BY}|\s*,\s+)(?P<head>{{PER}})"
)
_ROW = (
    r"(?P<with>(?:[^.;⟨\"“]{0,60}?{ORG})"
    r"(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+)(?:[a-z]+\s+){0,3}{ORG}){0,8})"
)
_MEMBERS = pattern(
    rf"(?:^[\"“]?|[,;]\s+)(?P<word>{_TEAM}|{_GATHERING})\b(?:[^.;\"“⟨]|⟨(?:POS|PER|CNT|ORG|LOC)\d+⟩){{0,90}}?"
    rf"\b(?P<verb>beranggotakan|diikuti|dihadiri|terdiri\s+(?:atas|dari))\s+(?:oleh\s+)?(?:⟨CNT\d+⟩\s+(?:dari|perwakilan)\s+)?{_ROW}"
)


def find(context: Context) -> None:
    """Claim the leaders and members that body sentences tell."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for found in _LED.finditer(view.masked):
            _led(context, view, found)
        for found in _MEMBERS.finditer(view.masked):
            _members(context, view, found)


def _led(context: Context, view: View, found: re.Match[str]) -> None:
    who = view.item(found, "who") or view.item(found, "head")
    person = context.registry.of(who)
    words = found["word"] or found["word2"]
    id_ = _meant(context, view, words) if words else _named(context, view, found)
    if who is None or not person or not id_ or _is_to_come(view, found.start()):
        return
    if "ledBy" not in context.sink.told_of(id_):
        tie(context, id_, "ledBy", person, (min(view.offset(found.start()), who.start), who.end))


def _named(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the team that is led, or the one meeting of a delegation that is."""
    id_ = context.registry.of(view.item(found, "named"))
    if not id_ or context.sink.entities[id_].cls in formations.FORMABLE:
        return id_
    start, end = view.whole
    met = context.events.get("Meeting", [])
    own = [event for event in met if start <= context.sink.entities[event].start < end]
    return own[0] if len(own) == 1 else ""


def _is_to_come(view: View, at: int) -> bool:
    return is_governed(view.masked[:at]) or _PLANNED.search(view.masked) is not None


_PLANNED = Pattern(r"(?i)\b(?:akan|bakal|diusulkan|rencananya|dijadwalkan)\s+(?:di|ber)\w+")


def _meant(context: Context, view: View, words: str) -> str:
    """Return the team named just before, or the one meeting told, that a noun means."""
    if re.fullmatch(_GATHERING, words):
        return context.only_event("Meeting")
    return formations.recalled(context, view, f"{words} itu")


def _members(context: Context, view: View, found: re.Match[str]) -> None:
    id_ = _meant(context, view, found["word"])
    if not id_ or _is_to_come(view, found.start("verb")):
        return
    for item, org in named(context, view, found):
        if item.kind is not Kind.ORG:
            continue
        if id_.startswith("org:"):
            relate(context, "Membership", org, id_, (item.start, item.end), alleged=False)
        else:
            tie(context, id_, "party", org, (item.start, item.end))
