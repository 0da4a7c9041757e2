"""Countries of destination that a sentence lists: ``Negara tujuannya antara lain Oman dan Qatar``.

Owns whose destinations these are: of the matter, offer or stopped departure told last. Refuses
lists where none was told, general remarks, and countries that nobody was sent to.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Entity
from loaders.text.facts import reality
from loaders.text.facts.promises import is_foreign
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_CHAIN = (
    r"(?P<chain>(?:(?i:negara)\s+)?{LOC}"
    r"(?:(?:\s*,\s*(?:(?:dan|serta|hingga)\s+)?|\s+(?:dan|serta|maupun|hingga|atau)\s+){LOC})*)"
)
_LISTED = (
    r"(?:adalah|ialah|yakni|yaitu|antara\s+lain|di\s?antaranya|meliputi|mencakup|seperti"
    r"|mulai\s+dari|termasuk|:)"
)
_WHOSE = (
    r"(?:\s+(?:utama|pengiriman|kerja|mereka|(?:para\s+)?(?:korban|pelaku|tersangka|sindikat"
    r"|(?:calon\s+)?(?:PMI|CPMI|pekerja(?:\s+migran)?))|itu|tersebut|ini|pun|juga))*"
)
_DESTINED = pattern(
    r"\b(?i:negara(?:-negara)?|tempat|daerah)\s+(?:yang\s+)?(?:(?:men)?jadi\s+)?tujuan(?:nya)?"
    rf"{_WHOSE}\s*,?\s+(?:{_LISTED}\s*,?\s*)*(?:ke\s+)?{_CHAIN}"
)
# To these countries those accused sent people before, whoever was stopped this time.
_SENT = pattern(
    r"\b(?i:mengirim|memberangkatkan|menempatkan|menyalurkan|dikirim|diberangkatkan"
    r"|dipekerjakan|disalurkan)(?:kan)?\s+(?:[^.;⟨\"“]|⟨CNT\d+⟩){0,50}?"
    r"\b(?:ke|di)\s+(?:sejumlah|beberapa|berbagai)\s+negara(?:\s+\w+){0,3}?\s*,?\s+"
    rf"{_LISTED}\s+{_CHAIN}"
)
_RULES: tuple[tuple[Pattern, frozenset[str]], ...] = (
    (_DESTINED, frozenset({"TraffickingIncident", "JobOffer", "Interception"})),
    (_SENT, frozenset({"TraffickingIncident"})),
)
# What is told so many sentences before may be meant.
_BACK = 4
# What is so of most, or every year, is so of no one matter.
_GENERAL = Pattern(
    r"(?i)\b(?:penempatan|resmi|prosedural|umumnya|biasanya|moratorium|favorit|remitansi|kuota|kerja\s?sama|memorandum|MoU)\b"
)


def find(context: Context) -> None:
    """Claim the destinations that body sentences list for what was told before them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY or _GENERAL.search(view.masked):
            continue
        for rule, classes in _RULES:
            for found in rule.finditer(view.masked):
                holder = _holder(context, view, classes)
                if holder and reality.is_real(view, found.start()):
                    _claim(context, view, found, holder)


def _claim(context: Context, view: View, found: re.Match[str], holder: Entity) -> None:
    voice = context.voice(view.offset(found.start()))
    voice = voice if holder.cls == "Interception" else voice.as_("alleged")
    for item in view.within(*found.span("chain")):
        id_ = context.registry.of(item)
        if is_foreign(item, id_):
            span = (item.start, item.end)
            context.sink.link(holder.id, "destination", [id_], span, voice, 0.82)


def _holder(context: Context, view: View, classes: frozenset[str]) -> Entity | None:
    """Return what of these classes was told last, or the only such thing of the document."""
    made = [e for e in context.sink.entities.values() if e.cls in classes]
    start = context.views[max(0, view.sentence.number - _BACK)].sentence.start
    before = [e for e in made if start <= e.start < view.sentence.end]
    if before:
        return max(before, key=_where)
    return made[0] if len(made) == 1 else None


def _where(entity: Entity) -> int:
    return entity.start
