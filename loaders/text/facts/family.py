"""Who is whose kin, of those whom the document brings into its matter.

Owns the forms in which kinship is told. Refuses kin of whom nothing else is told, and who of
several people ``istrinya`` belongs to.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.clauses import BESIDE, DESCRIBED, HEDGES, NAMES
from loaders.text.facts.court_focus import couple_of
from loaders.text.facts.involved import candidate, is_involved
from loaders.text.facts.tying import subject, tie
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_FAMILY = (
    r"(?:(?:kakak|adik|istri|isteri|suami|anak|ayah|ibu|bapak|paman|bibi|sepupu|keponakan|mertua|menantu|saudara|abang|kakek|nenek|cucu|besan|ipar|putra|putri)"
    r"(?:\s+(?:ipar|kandung|tiri|siri|sulung|bungsu|angkat|sepupu|perempuan|laki-laki|pertama|kedua|keduanya))?)"
)
_HIS = pattern(
    rf"(?<!\w)(?P<kin>(?i:{_FAMILY}))(?P<whose>nya|\s+mereka)(?:\s+sendiri)?(?:\s+(?:di|asal)\s+⟨LOC\d+⟩)?\s*,?\s+(?:(?:yakni|yaitu|berinisial|bernama|yang\s+(?:bernama|berinisial))\s+)?(?P<who>{NAMES})"
)
# "sementara Lusiana, istrinya, mengurus": behind the name.
_SET_OFF = pattern(rf"(?P<who>{{PER}}){BESIDE}\s*,\s+(?P<kin>(?i:{_FAMILY}))nya\s*,")
# "LM merupakan istri siri dari HT", "Nasrullah (44): suami Fitriani" are told the other way.
_OF = pattern(
    rf"(?P<who>{{PER}}){BESIDE}\s*(?:,|:|)\s+(?:{HEDGES}{{0,2}})(?:(?:merupakan|adalah|ialah|masih)\s+)?(?:(?:yang\s+(?:juga\s+)?)?(?:merupakan|adalah)\s+)?(?P<kin>{_FAMILY})\s+(?:dari\s+)?{DESCRIBED}(?P<other>{{PER}})"
)
_SIBLINGS = pattern(
    r"(?P<kin>(?i:\bkakak\s+beradik|\bkakak\s+adik|\b(?:ayah|ibu|bapak)\s+dan\s+anak(?:nya)?|\bpaman\s+dan\s+keponakan(?:nya)?|(?:\bpasangan\s+)?\bsuami[\s-]istri|\bpasutri))\s*,?\s+(?:(?:masing-masing\s+)?(?:berinisial|bernama|yakni|yaitu)\s+)?(?P<one>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+dan\s+(?P<two>{PER})"
)
_COUPLE = pattern(
    rf"(?P<one>{{PER}}){BESIDE}\s+dan\s+(?P<two>{{PER}}){BESIDE}\s+(?:merupakan|adalah|ternyata|diketahui|masih)\s+(?:pasangan\s+)?(?P<kin>(?P<count>⟨CNT\d+⟩)|suami[\s-]istri|pasutri|kakak\s+beradik|bersaudara|ayah\s+dan\s+anak|ibu\s+dan\s+anak|sepupu|ipar)\b"
)
# "Istri SW, Lasmini, mengurus tiket"
_KIN_OF_ONE = pattern(
    rf"(?:^|[,.;]\s+|⟩\s+[–—-]\s+|\b(?:dan|sedangkan|sementara)\s+)(?P<kin>(?i:{_FAMILY}))\s+(?:dari\s+)?(?:(?:tersangka|terdakwa|pelaku)\s+)?(?P<other>{{PER}}){BESIDE}\s*,\s+(?P<who>{{PER}})"
)


_SEVERAL = Pattern(r"(?i)\b(?:dua|kedua|tiga|ketiga|empat|para)\s+(?:orang\s+)?$")
_JOINED = Pattern(r"\b(?:dan|bersama|serta)\s+$")


def find(context: Context) -> None:
    """Claim the kinship that body sentences tell of those who are brought into the matter."""
    for view in context.views:
        if view.sentence.role is Role.BODY and view.names_people:
            _find_in(context, view)


def _find_in(context: Context, view: View) -> None:
    couple = sorted(couple_of(context, view))
    if len(couple) == 2:
        _related(context, couple[0], couple[1], "suami istri", view.whole)
    for found in (one for rule in (_SIBLINGS, _COUPLE) for one in rule.finditer(view.masked)):
        one, two = (context.registry.of(view.item(found, name)) for name in ("one", "two"))
        counted = view.item(found, "count")
        kin = counted.text if counted else found["kin"]
        if not counted or re.search(r"(?i)suami|pasutri|kakak|saudara", kin):
            _related(context, one, two, kin.casefold(), view.span(found))
    for found in (*_HIS.finditer(view.masked), *_SET_OFF.finditer(view.masked)):
        _his(context, view, found)
    for rule in (_OF, _KIN_OF_ONE):
        for found in rule.finditer(view.masked):
            first, second = view.item(found, "who"), view.item(found, "other")
            if first is not None and second is not None:
                ids = candidate(context, first), candidate(context, second)
                _related(context, *ids, found["kin"].casefold(), view.span(found))


def _his(context: Context, view: View, found: re.Match[str]) -> None:
    kin = found["kin"].casefold()
    people = view.within(*found.span("who"), Kind.PERSON, Kind.INITIALS)
    if len(people) > 1 and not _SEVERAL.search(view.masked[: found.start()]):
        # "istrinya, NL dan SW": only the first is.
        people = people[:1]
    owners = (
        _parents(context, view, found.start())
        if _is_theirs(found)
        else _owner(context, view, found)
    )
    for owner in owners:
        for who in context.registry.many(people):
            _related(context, who, owner, kin, view.span(found))


def _is_theirs(found: re.Match[str]) -> bool:
    return (found.groupdict().get("whose") or "").strip() == "mereka"


def _parents(context: Context, view: View, at: int) -> list[str]:
    """Return the two whose child ``anak mereka`` is: the only two named before in the sentence."""
    items = view.within(0, at, Kind.PERSON, Kind.INITIALS)
    ids = list(dict.fromkeys(id_ for i in items if (id_ := candidate(context, i))))
    return ids if len(ids) == 2 else []


def _owner(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return to whom somebody is kin: the one person before, or the subject of the clause."""
    at = found.start()
    people = context.registry.many(view.within(0, at, Kind.PERSON, Kind.INITIALS))
    people = [one for one in people if one not in context.registry.posts_of]
    if len(people) == 1:
        return people
    if people:
        # "SW bersama TR dan istrinya, NL": whose wife she is the text does not say.
        is_joined = _JOINED.search(view.masked[:at])
        return [] if is_joined else subject(context, view, at)
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - 3) : number]):
        named = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        if ids := context.registry.many(named):
            return ids if len(ids) == 1 else []
    return []


def _is_told(context: Context, one: str) -> bool:
    """Whether the document tells more of somebody than whose kin they are."""
    held = any(c.property == "holder" and c.value == one for c in context.sink.claims.values())
    return held or one in context.registry.org_of or is_involved(context, one)


def _related(context: Context, one: str, other: str, kin: str, span: tuple[int, int]) -> None:
    """Claim that two are kin, with the word for it, where both are brought into the matter."""
    if not (one and other and _is_told(context, one) and _is_told(context, other)):
        return
    if id_ := tie(context, "FamilyRelation", one, other, span, alleged=False):
        told = context.sink.told_of(id_)
        if "description" not in told:
            voice = context.voice(span[0])
            context.sink.claim(id_, "description", kin, span, voice=voice, confidence=0.85)
