"""Posts and their holders, from names written side by side."""

from __future__ import annotations

import re

from loaders.text import appointments, courtrooms, units_of_posts
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.patterns import Pattern
from loaders.text.posts import Post
from loaders.text.registry import post_id
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import Holding, View


def link_posts(context: Context) -> None:
    """Give every post its id, through its holder's organisation or territory."""
    registry = context.registry
    appointments.find(context)
    for view in context.views:
        for holding in view.holdings:
            if _is_former(context, holding):
                continue
            id_, caption, org, _ = post_id(registry, holding.post, holding.holders)
            person = registry.of(holding.person)
            # "Wamen Christina" points to the post that Christina was introduced with.
            if not holding.holders and not _is_complete(holding):
                id_ = registry.posts_of.get(person, "" if _is_weak(holding) else id_)
            if not id_:
                continue
            registry.put(holding.post, id_, "Position", caption)
            if person:
                if not any(is_firm(holder) for holder in holding.holders):
                    registry.posts_of.setdefault(person, id_)
                registry.by_head.setdefault(holding.post.text.casefold(), set()).add(person)
                if org:
                    # Whoever asks for whom the holder acts must find the office among the entities.
                    ensure_org(context, org, (holding.start, holding.end))
                    registry.org_of.setdefault(person, org)
    for view in context.views:
        _link_lone(context, view)
    courtrooms.link(context)


FIRMS = frozenset({"Company", "PlacementCompany", "ForeignAgency", "TrainingCentre"})
"""Classes of organisations whose heads are no officials."""


def is_firm(item: Item | None) -> bool:
    """Whether an item names a company or training centre: who runs one is no official."""
    return item is not None and item.cls in FIRMS


def is_placing(item: Item | None) -> bool:
    """Whether an item names a firm of this country: no licence here is a foreign agency's."""
    return is_firm(item) and item is not None and item.cls != "ForeignAgency"


# Who held a post once is no official now, and may be accused like anybody.
_FORMER = Pattern(r"(?i)\b(?:mantan|eks|bekas)\s+$")
# "Adik Bupati, Rahman": who is somebody to the holder holds nothing.
_KIN_OF = Pattern(
    r"(?i)\b(?:istri|suami|adik|kakak|anak|ayah|ibu|paman|sepupu|keponakan|menantu|mertua|ipar)\s+$"
)


def _is_former(context: Context, holding: Holding) -> bool:
    start = min(holding.start, holding.post.start)
    is_kin = _KIN_OF.search(context.text, max(0, start - 12), start) is not None
    return is_kin or _FORMER.search(context.text, max(0, start - 8), start) is not None


def _link_lone(context: Context, view: View) -> None:
    """Link posts without a holder beside them: ``dipimpin Kapolda Riau``."""
    registry = context.registry
    for index, post in enumerate(view.items):
        value = post.value
        if post.kind is not Kind.POST or registry.of(post) or not isinstance(value, Post):
            continue
        if re.search(
            r"(?i)(?:keputusan|peraturan)\s+$", view.text[max(0, post.start - 12) : post.start]
        ):
            continue
        behind = view.items[index + 1] if index + 1 < len(view.items) else None
        is_beside = behind is not None and behind.start - post.end <= 1
        holders = [behind] if behind and is_beside and behind.kind in _HOLDERS else []
        is_complete = value.rule.startswith(("org:", "country:"))
        if is_complete or (holders and registry.of(holders[0])):
            id_, caption, _, _ = post_id(registry, post, holders)
            registry.put(post, id_, "Position", caption)


_HOLDERS = frozenset({Kind.ORG, Kind.PLACE, Kind.POINT})


def _is_weak(holding: Holding) -> bool:
    return bool(getattr(holding.post.value, "is_weak", False))


def _is_complete(holding: Holding) -> bool:
    value = holding.post.value
    return bool(getattr(value, "rule", "").startswith(("org:", "country:")))


def claim(context: Context) -> None:
    """Claim who holds which post, and where the post belongs."""
    for view in context.views:
        if view.sentence.role in (Role.TITLE, Role.HEADING):
            continue
        for holding in view.holdings:
            if not _is_former(context, holding):
                _claim_one(context, holding)
        _ranks(context, view)
    units_of_posts.claim(context)
    appointments.starts(context)
    courtrooms.claim(context)


def _claim_one(context: Context, holding: Holding) -> None:
    registry, sink = context.registry, context.sink
    person, post = registry.of(holding.person), registry.of(holding.post)
    if not person or not post:
        return
    span = holding.start, holding.end
    relation = sink.scoped("hold", f"{person.partition('-')[2]}-{post.partition('-')[2]}")
    if relation not in sink.entities:
        caption = f"{sink.entities[person].caption} – {sink.entities[post].caption}"
        sink.entity(relation, "PositionHolding", caption, span)
        voice = Voice()
        sink.claim(relation, "holder", person, span, is_object=True, voice=voice)
        sink.claim(relation, "post", post, span, is_object=True, voice=voice)
    _, _, org, territory = post_id(registry, holding.post, holding.holders)
    start = holding.post.start
    end = max([holding.post.end, *(h.end for h in holding.holders)])
    if end > holding.post.end or _is_complete(holding):
        if org:
            ensure_org(context, org, (start, end))
            is_named = any(h.kind is Kind.ORG for h in holding.holders)
            sink.claim(
                post,
                "postIn",
                org,
                (start, end),
                is_object=True,
                confidence=0.92 if is_named else 0.8,
            )
        # "Kapolsek Batam Kota": a sector is less than the city whose name it bears.
        is_sector = _rule(holding) == "polsek" and territory.startswith("region:")
        if (
            territory
            and _is_territorial(holding)
            and not (is_sector and len(territory) < _DISTRICT)
        ):
            if territory == "country:ID":
                sink.entity(territory, "Country", "Indonesia", (start, end))
            sink.claim(post, "jurisdiction", territory, (start, end), is_object=True)


# "region:21.71.12": a district has three numbers.
_DISTRICT = len("region:21.71.12")


def _rule(holding: Holding) -> str:
    return str(getattr(holding.post.value, "rule", ""))


def _is_territorial(holding: Holding) -> bool:
    rule = _rule(holding)
    return bool(rule) and not rule.startswith("org:")


def ensure_org(context: Context, org: str, span: tuple[int, int]) -> None:
    """Make the organisation known that a post implies, where nothing else names it."""
    from loaders.text.registry import caption_of

    if org in context.sink.entities:
        return
    prefix = org.removeprefix("org:").partition("-")[0]
    cls = {"pemprov": "LocalGovernment", "pemkab": "LocalGovernment", "pemkot": "LocalGovernment"}
    words = org.removeprefix("org:").replace("-", " ").title()
    default = "Ministry" if prefix.startswith(("kp2mi", "kem", "kom")) else "LawEnforcementAgency"
    context.sink.entity(org, cls.get(prefix, default), caption_of(org, words), span)


def _ranks(context: Context, view: View) -> None:
    """Claim ranks such as ``Kombes Pol`` as titles; forms of address are no titles."""
    for rank in view.items:
        if rank.kind is not Kind.RANK or rank.value == "degree" or rank.text in ADDRESS:
            continue
        person = next(
            (i for i in view.items if i.kind is Kind.PERSON and 0 <= i.start - rank.end <= 12), None
        )
        between = context.text[rank.end : person.start] if person else ""
        id_ = context.registry.of(person)
        if id_ and not any(mark in between for mark in ",;"):
            printed = rank.text.rstrip(".")
            span = rank.start, rank.start + len(printed)
            context.sink.claim(id_, "title", printed, span, confidence=0.9)


ADDRESS = frozenset(
    [
        "Bapak",
        "Ibu",
        "Pak",
        "Bu",
        "Saudara",
        "Saudari",
        "Sdr",
        "Sdr.",
        "Sdri.",
        "Tuan",
        "Nyonya",
        "Ny.",
        "Komisaris",
        "Brigadir",
    ]
)
"""Forms of address, which are no titles."""
