"""One relation between two things, and whom words such as ``ia`` or ``bosnya`` take up.

Owns how such a relation is named and claimed. Refuses to choose a subject among several.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import clauses, offers
from loaders.text.facts.involved import candidate
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View

ENDS = {
    "Association": ("associate", "associatedWith"),
    "Brokerage": ("broker", "principal"),
    "Communication": ("caller", "callee"),
    "BusinessLink": ("businessSource", "businessTarget"),
    "Directorship": ("director", "directedCompany"),
    "Ownership": ("owner", "asset"),
    "Membership": ("member", "organization"),
    "AddressUse": ("occupant", "premises"),
    "FamilyRelation": ("relative", "relativeOf"),
    "PositionHolding": ("holder", "post"),
}
"""The two properties of each kind of relation, its source first."""
# In these neither side is told to act for the other.
_MUTUAL = frozenset({"Association", "BusinessLink", "FamilyRelation", "Communication"})


def tie(
    context: Context,
    cls: str,
    one: str,
    other: str,
    span: tuple[int, int],
    *,
    alleged: bool = True,
    voice: Voice | None = None,
) -> str:
    """Claim a relation between two entities, once; return its id, or empty where one is unknown."""
    if not one or not other or one == other:
        return ""
    sink = context.sink
    id_ = _id(context, cls, one, other)
    if cls in _MUTUAL and (back := _id(context, cls, other, one)) in sink.entities:
        return back
    voice = voice or context.voice(span[0])
    voice = voice.as_("alleged") if alleged else voice
    sink.entity(id_, cls, f"{sink.entities[one].caption} – {sink.entities[other].caption}", span)
    for prop, end in zip(ENDS[cls], (one, other), strict=True):
        sink.claim(id_, prop, end, span, is_object=True, voice=voice, confidence=0.8)
    return id_


def _id(context: Context, cls: str, one: str, other: str) -> str:
    tail = f"{one.partition('-')[2] or one}-{other.partition('-')[2] or other}"
    return context.sink.scoped("rel", f"{cls.casefold()}-{tail}")


def is_told(context: Context, view: View, at: int) -> bool:
    """Whether what stands at a masked position is told as a fact and not denied."""
    return offers.may_be_told(view, at) and not context.is_denied(view.offset(at))


def subject(context: Context, view: View, at: int) -> list[str]:
    """Return the subject of the clause that a masked position belongs to.

    Without one in the sentence it is the only person of the sentence before, in its paragraph.
    """
    if people := they(context, view, at):
        return people
    own = [c for c in clauses.of(view) if c.is_own and c.start < c.head <= at]
    if own:
        last = max(own, key=lambda one: one.start)
        return list(dict.fromkeys(id_ for i in last.people if (id_ := candidate(context, i))))
    return only_person(context, view, at)


_ALL = Pattern(r"^[\"“]?(?i:(?P<two>keduanya|mereka\s+berdua)|(?P<three>ketiganya)|keempatnya)\b")


def they(context: Context, view: View, at: int) -> list[str]:
    """Return whom ``Keduanya`` at the head of a sentence means: so many were named before it."""
    found, number = _ALL.match(view.masked), view.sentence.number
    if found is None or not number or view.within(0, at, Kind.PERSON, Kind.INITIALS):
        return []
    before = context.views[number - 1]
    items = before.within(0, len(before.masked), Kind.PERSON, Kind.INITIALS)
    ids = list(dict.fromkeys(id_ for i in items if (id_ := candidate(context, i))))
    size = 2 if found["two"] else 3 if found["three"] else 4
    return ids if len(ids) == size else []


# "Ketujuh calo itu mengaku mendapat", "Para tersangka menerima": all whom the text accuses.
_ALL_ACCUSED = Pattern(
    r"(?i)(?:^|[,\"“]\s*|\b(?:bahwa|dan|lalu|kasus\s+ini)\s+)(?:para\s+(?:terduga\s+)?"
    r"(?:pelaku|tersangka|terdakwa|calo|tekong|perekrut|penyalur|penyelundup|sponsor|sopir)|(?P<count>⟨CNT\d+⟩))"
    r"(?:\s+(?:itu|tersebut|ini|juga|pun|telah|sudah|masing-masing|mengaku|mengakui|diduga|disebut|biasanya|rata-rata|bisa))*\s+$"
)
_DEALERS = Pattern(
    r"(?i)ke[a-z]{3,9}\s+(?:orang\s+)?(?:terduga\s+)?(?:pelaku|tersangka|terdakwa|calo|tekong|perekrut|penyalur|penyelundup|sponsor|sopir)\b"
)


def all_accused(context: Context, view: View, at: int) -> list[str]:
    """Return all whom a document accuses, where the subject before a verb means them all.

    Those named, if they are as many as are told; else the one group of so many suspects.
    """
    found = _ALL_ACCUSED.search(view.masked[:at])
    item = view.item(found, "count") if found and found["count"] else None
    value = item.value if item and _DEALERS.match(item.text) else None
    size = value.bounds.lower if isinstance(value, Counted) else None
    if found is None or (item and not size):
        return []
    claims = list(context.sink.claims.values())
    sought = {c.value for c in claims if c.property == "stageOf" and c.subject.endswith("-wanted")}
    accused = [c.value for c in claims if c.property in ("apprehended", "stageOf")]
    named = dict.fromkeys(one for one in accused if one.startswith("per:") and one not in sought)
    suspects = {c.subject for c in claims if c.property == "groupRole" and c.value == "suspect"}
    sizes = {
        c.subject: int(c.value)
        for c in claims
        if c.property == "groupSizeLower" and c.subject in suspects
    }
    # "Para tersangka antara lain A dan B": of eight these are not all.
    size = size or max([len(named), *sizes.values()])
    groups = [one for one, number in sizes.items() if number == size]
    return list(named) if len(named) == size > 1 else groups if len(groups) == 1 else []


def only_person(context: Context, view: View, at: int) -> list[str]:
    """Return the one person named before a masked position, here or in the sentence before."""
    number = view.sentence.number
    for one in reversed(context.views[max(0, number - 2) : number + 1]):
        if one.sentence.block != view.sentence.block:
            return []
        end = at if one.sentence.number == number else len(one.masked)
        items = one.within(0, end, Kind.PERSON, Kind.INITIALS)
        ids = list(dict.fromkeys(id_ for i in items if (id_ := candidate(context, i))))
        if ids:
            return ids if len(ids) == 1 else []
    return []
