"""Countries that people were bound for, where no way is told but its end.

Owns whose destinations these are: of those counted beside it, else of the matter, offer or stopped
departure (``Negara tujuannya antara lain Oman dan Qatar``), else of a way of which only the end is
told (``memberangkatkan korban ke Oman``). Refuses lists where nothing was told, general remarks,
what was lawful, and countries that nobody was sent to.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import size
from loaders.text.draft import Entity, Voice
from loaders.text.facts import frames, reality
from loaders.text.facts.acts import is_moved, is_unlawful
from loaders.text.facts.crowds import OUTING
from loaders.text.facts.groups import group
from loaders.text.facts.legs import Leg
from loaders.text.facts.promise_words import OFFICIAL_WAY
from loaders.text.facts.promises import is_foreign
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
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


def of_those_counted(context: Context, leg: Leg, voice: Voice) -> bool:
    """Claim where the one number of people told before the end of a way was bound for."""
    view = leg.view
    ends = [(item, id_) for item, id_ in leg.places if is_foreign(item, id_)]
    at = frames.masked_at(view, ends[0][0]) if ends else -1
    people = [one for one in frames.persons_counted(view, 0, max(at, 0)) if is_moved(one)]
    if len(people) != 1 or frames.is_over_time(view, at):
        return False
    start = frames.masked_at(view, people[0])
    if _SENDING.search(view.masked, start, at) or OUTING.search(view.masked, start, at + 50):
        return False
    id_ = _group_of(context, people[0]) or group(
        context, view, people[0], context.voice(people[0].start)
    )
    told = {
        c.value
        for c in context.sink.claims.values()
        if c.subject == id_ and c.property == "destination"
    }
    if not told or told & {place for _, place in ends}:
        for item, place in ends:
            span = people[0].start, item.end
            context.sink.link(id_, "destination", [place], span, voice, 0.8)
    return True


# "lima orang yang memberangkatkan warga ke Oman": they went nowhere.
_SENDING = Pattern(
    r"\bme(?:mberangkat|ngirim|nyelundup|rekrut|mbawa|ngangkut|ngantar|nyalurkan|nempatkan|loloskan|njual|mperdagang|ncari|nyeb\w+angkan|nawar"
    r"|njanjikan|mp[ek]\w*kerjakan|mfasilitasi|ngurus|nampung)"
)


def _group_of(context: Context, counted: Item) -> str:
    """Return the group told of with a number, or the only one as large."""
    sink = context.sink
    made = [e.id for e in sink.entities.values() if e.cls == "Group" and e.start == counted.start]
    number = str(size(counted))
    alike = [
        c.subject
        for c in sink.claims.values()
        if c.property == "groupSizeLower" and c.value == number
    ]
    return made[0] if made else alike[0] if len(alike) == 1 else ""


def alone(context: Context, leg: Leg, voice: Voice) -> None:
    """Claim the end of an unlawful way of which nothing else is told, where nothing holds it."""
    view, sink = leg.view, context.sink
    told = {c.value for c in sink.claims.values() if c.property == "destination"}
    ends = [(item, id_) for item, id_ in leg.places if is_foreign(item, id_) and id_ not in told]
    is_lawful = _LAWFUL.search(view.masked) or OFFICIAL_WAY.search(view.masked)
    if not ends or is_lawful or not is_unlawful(context, view):
        return
    holder = next((e.id for e in sink.entities.values() if e.cls == "TraffickingIncident"), "")
    if not holder:
        words, span = ends[0][0].text, (ends[0][0].start, ends[0][0].end)
        holder = sink.entity(sink.fresh("route", "r"), "Route", f"… – {words}", span)
    for item, id_ in ends:
        span = item.start, item.end
        sink.link(holder, "destination", [id_], span, voice.as_("alleged"), 0.75)


_LAWFUL = Pattern(
    r"(?i)\b(?:moratorium|program|remitansi|devisa|umumnya|favorit|kuota|MoU|per\s+tahun|setiap\s+tahun)\b"
)


def _where(entity: Entity) -> int:
    return entity.start
