"""Which people counted before ``Kelimanya``, ``kelima perempuan itu`` and ``mereka`` mean.

Owns the one count that words pointing back can mean, for the subject of a passive verb and the
object of an active one. Refuses to choose between two, and those of whom the verb is not said.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames
from loaders.text.facts.concerned import MOVED_ROLES, SIZES
from loaders.text.facts.deeds import Frame, is_gentle
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View

_PEOPLE = r"(?:korban|orang|perempuan|calon|pekerja|migran|wni|c?pmi|warga|penumpang)"
_POINTING = (
    rf"(?:(?P<all>ke[a-z]{{3,9}})(?:nya|(?=\s+{_PEOPLE}\b))|(?P<they>mereka|seluruhnya|semuanya|rombongan))"
    rf"(?:\s+(?:{_PEOPLE}|itu|tersebut|ini)\b)*"
)
_SUBJECT = Pattern(
    rf"(?i)(?:[,;]\s+|\b(?:dan|bahwa|lalu|kemudian)\s+){_POINTING}(?:\s+(?!(?:tidak|belum|yang)\b)[a-z]+){{0,3}}\s+$"
)
_FIRST = Pattern(rf"(?i)^[\"“]?{_POINTING}\s")
_OBJECT = Pattern(rf"(?i)\s+{_POINTING}\b(?!\s+(?:yang|semua)\b)")
# So many sentences before, those may be counted whom a number means.
_BACK = 3


def counted(
    context: Context, view: View, frame: Frame, verb: re.Match[str], *, is_object: bool = False
) -> list[Item]:
    """Return the one count of people that words pointing back mean.

    Args:
        context: The document.
        view: The sentence.
        frame: What the verb tells.
        verb: The passive verb whose subject it is, or the active one.
        is_object: It stands behind the verb: ``memulangkan kesembilannya``.
    """
    before = view.masked[: verb.start()]
    if is_object:
        found = _OBJECT.match(view.masked, verb.end())
    else:
        found = _SUBJECT.search(before) or _FIRST.match(before)
    number = view.sentence.number
    if found is None or not number:
        return []
    # Of the accused the sentence just before must tell: others may be named between.
    is_next = found["they"] or frame.cls == "Arrest"
    near = context.views[max(0, number - (1 if is_next else _BACK)) : number]
    if frame.cls == "Arrest" and any(one.names_people for one in near):
        return []
    known = [i for one in near for i in frames.persons_counted(one, 0, len(one.masked))]
    if found["all"]:
        size = SIZES.get(f"{found['all'].casefold()}nya", 0)
        known = [c for c in known if isinstance(c.value, Counted) and c.value.bounds.lower == size]
    is_one = len({context.text[c.start : c.end].casefold() for c in known}) == 1
    roles = {getattr(c.value, "role", "") for c in known}
    return known[-1:] if is_one and roles <= _roles_of(frame, verb[0]) else []


# "Kelimanya diamankan" may be said of the culprits, too.
_KEPT_BACK = Pattern(r"(?i)(?:men|di|ter)ce|(?:men|di)gg?agal|(?:men|di)tunda|diturun")


def _roles_of(frame: Frame, verb: str) -> set[str]:
    """Return the roles of those of whom a verb may be said."""
    if frame.cls == "Arrest":
        return {"suspect", "wanted-person", *(() if is_gentle(verb) else ("",))}
    is_kept = frame.cls == "Interception" and not _KEPT_BACK.match(verb)
    return {*MOVED_ROLES, *(() if is_kept else ("",))}
