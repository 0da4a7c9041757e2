"""Whom a document accuses, and whom its words mean: what money and channels are told of.

Owns the one question whether somebody is accused here. Refuses officials and everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.text.context import Context
from loaders.text.spans import Kind
from loaders.text.view import View, pattern


def is_accused(context: Context, person: str) -> bool:
    """Whether the document tells of a stage, a part in the case, or an arrest of a person."""
    claims = context.sink.claims.values()
    return any(
        c.property in ("stageOf", "roleHolder", "apprehended") and c.value == person for c in claims
    )


FIRMS = frozenset({"Company", "PlacementCompany", "ForeignAgency", "TrainingCentre"})
"""Classes of organisations whose heads are no officials."""
_ACCUSED = (
    r"(?:ditetapkan\s+sebagai\s+tersangka|berstatus\s+tersangka|menjadi\s+tersangka|ditangkap|diringkus|dibekuk|diciduk|ditahan|dijebloskan"
    r"|dijerat|didakwa|dituntut|divonis|diganjar|dihukum)"
)
_OBJECT = pattern(
    r"\b(?:[Mm]enuntut|[Mm]endakwa|[Mm]enetapkan|[Mm]enahan|[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]emvonis|[Mm]enghukum"
    r"|[Mm]enjerat|[Mm]emburu|(?i:tersangka|terdakwa|terpidana))\s+(?:(?:terdakwa|tersangka|mantan|eks)\s+)*{PER:who}"
)
_SUBJECT = pattern(
    rf"{{PER:who}}(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:(?:telah|sudah|kini|juga|resmi|akhirnya|langsung|lebih|dulu)\s+){{0,3}}{_ACCUSED}\b"
)


@contextmanager
def without_office(context: Context) -> Iterator[None]:
    """Treat heads of firms whom the document accuses as anybody, while its facts are read.

    ``menuntut Direktur PT A, Budi``: his post is with a firm, and it is he who is tried.
    """
    posts = context.registry.posts_of
    heads = {one: posts.pop(one) for one in sorted(_heads(context)) if one in posts}
    try:
        yield
    finally:
        posts.update(heads)


def _heads(context: Context) -> set[str]:
    registry = context.registry
    firms = {
        person
        for person, org in registry.org_of.items()
        if org in context.sink.entities and context.sink.entities[org].cls in FIRMS
    }
    if not firms:
        return set()
    return {
        id_
        for view in context.views
        for rule in (_OBJECT, _SUBJECT)
        for found in rule.finditer(view.masked)
        if (id_ := registry.of(view.item(found, "who"))) in firms
    }


def meant(context: Context, view: View, found: re.Match[str], group: str) -> str:
    """Return whom a name, or ``Ia`` at the head of a sentence, means; empty for an official.

    Args:
        context: The document.
        view: The sentence.
        found: A match in its masked text.
        group: Group that holds the mark of a name, or the pronoun.
    """
    if found[group].startswith("⟨"):
        id_ = context.registry.of(view.item(found, group))
        return "" if id_ in context.registry.posts_of else id_
    start, end = view.span(found, group)
    if known := context.anaphors.get((start, end)):
        return "" if known in context.registry.posts_of else known
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    if before.sentence.block != view.sentence.block or before is view:
        return ""
    people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    ids = context.registry.many(people)
    return ids[0] if len(ids) == 1 and ids[0] not in context.registry.posts_of else ""
