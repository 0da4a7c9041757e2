"""Parts told of people whom an earlier sentence names: ``Perannya``, ``Keduanya bertugas``.

Owns whom such words take up. Refuses to choose: where another number of people is named, or several
parts are told of several, nobody is meant.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import clauses, offers, parts
from loaders.text.facts.involved import candidate
from loaders.text.facts.roles import claim_role
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View

# "Perannya, menyediakan rumah singgah": of the one person named before.
_HIS_PART = Pattern(
    r"^[\"“]?(?i:peran|tugas)(?:nya|\s+(?:tersangka|pelaku|terdakwa|yang\s+bersangkutan)(?:\s+(?:itu|ini|tersebut))?)\s*(?:,|:|\s(?:adalah|ialah|yakni|yaitu|sebagai|hanya|untuk)|\s)+\s*(?P<word>[a-z]{4,})"
)
# "Keduanya bertugas mengurus dan memberangkatkan korban": as many as the sentence before names.
_SIZES = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6}
_BOTH = Pattern(
    rf"(?:^|,\s+)[\"“]?(?P<all>(?i:{'|'.join(_SIZES)})|⟨CNT\d+⟩)\s+{clauses.HEDGES}{{0,3}}(?:(?P<marker>{clauses.MARKER})\s+)?(?P<word>[a-z]{{4,}})"
)


def _play(context: Context, view: View, found: re.Match[str], people: list[str]) -> None:
    """Claim the parts that are told from the word of a match on, of all those meant."""
    ended = _END.search(view.masked, found.start("word"))
    end = ended.start() if ended else len(view.masked)
    if len(people) > 1 and len(clauses.shared(view.masked, found.start("word"), end)) > 1:
        return
    # "Keduanya sopir travel": a trade is a part where a word says so.
    is_marked = found.groupdict().get("marker", "") is not None
    for at in clauses.heads(view.masked, found.start("word"), end) if people else ():
        role, behind = parts.role_at(view.masked, at)
        role = role if is_marked or view.masked.startswith("me", at) else ""
        if role and offers.may_be_told(view, at) and not context.is_denied(view.offset(at)):
            span = view.offset(found.start()), view.offset(behind)
            for person in people:
                claim_role(context, person, role, span, context.voice(span[0]).as_("alleged"))


_ALL_OF = Pattern(r"(?i)(?:kedua|ketiga|keempat|kelima|keenam)\s+(?:terdakwa|tersangka)\b")


def _meant_by(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return whom ``Keduanya`` or ``kedua terdakwa`` means, where it is as many; else nobody."""
    if not found["all"].startswith("⟨"):
        people = _before(context, view.sentence.number)
        return people if len(people) == _SIZES[found["all"].casefold()] else []
    item = view.item(found, "all")
    if item is None or not isinstance(item.value, Counted) or not _ALL_OF.match(item.text):
        return []
    claims = context.sink.claims.values()
    staged = {c.subject for c in claims if c.property == "stage" and c.value == item.value.role}
    people = list({c.value: 0 for c in claims if c.property == "stageOf" and c.subject in staged})
    return people if len(people) == item.value.bounds.lower else []


_END = Pattern(r"[.;\"“”]|\b(?:yang|setelah|sebelum|sedangkan|sementara)\b")


def find(context: Context, view: View) -> None:
    """Claim the parts that a sentence tells of those whom it takes up."""
    if his := _HIS_PART.match(view.masked):
        is_named = view.within(0, his.end(), Kind.PERSON, Kind.INITIALS)
        people = [] if is_named else _before(context, view.sentence.number)
        _play(context, view, his, people if len(people) == 1 else [])
    if both := _BOTH.search(view.masked):
        _play(context, view, both, _meant_by(context, view, both))


def size_of(words: str) -> int:
    """Return how many people words such as ``Keduanya yang`` begin with; 0 if none."""
    return _SIZES.get(words.split(maxsplit=1)[0].strip('"“').casefold(), 0)


def _before(context: Context, number: int) -> list[str]:
    """Return the people whom the sentence before names, officials aside."""
    if not number:
        return []
    last = context.views[number - 1]
    items = last.within(0, len(last.masked), Kind.PERSON, Kind.INITIALS)
    return list(dict.fromkeys(id_ for item in items if (id_ := candidate(context, item))))
