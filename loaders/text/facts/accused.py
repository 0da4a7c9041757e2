"""Whom a document accuses, and whom its words mean: what money and channels are told of.

Owns the one question whether somebody is accused here. Refuses officials and everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.text.context import Context
from loaders.text.facts.modality import is_governed
from loaders.text.holdings import FIRMS
from loaders.text.spans import Kind
from loaders.text.view import View, pattern


def is_accused(context: Context, person: str) -> bool:
    """Whether the document tells of a stage, a part in the case, or an arrest of a person."""
    claims = context.sink.claims.values()
    return any(
        c.property in ("stageOf", "roleHolder", "apprehended") and c.value == person for c in claims
    )


_ACCUSED = (
    r"(?:ditetapkan\s+sebagai\s+tersangka|berstatus\s+tersangka|menjadi\s+tersangka|ditangkap|diringkus|dibekuk|diciduk|ditahan|dijebloskan"
    r"|dijerat|didakwa|dituntut|divonis|diganjar|dihukum)"
)
_OBJECT = pattern(
    r"\b(?:[Mm]enuntut|[Mm]endakwa|[Mm]enetapkan|[Mm]enahan|[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]emvonis|[Mm]enghukum"
    r"|[Mm]enjerat|[Mm]emburu|(?i:tersangka|terdakwa|terpidana))\s+(?:(?:terdakwa|tersangka|mantan|eks)\s+)*{PER:who}"
)
# Of whoever holds an office, too: "menahan Kepala Desa Wee Limbu, Petrus Bili".
_HELD = pattern(
    r"\b(?:[Mm]enahan|[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]endakwa|[Mm]emvonis|[Mm]enghukum)\s+(?:oknum\s+|mantan\s+)?{PER:who}"
    r"|\b[Mm]enetapkan\s+(?:oknum\s+|mantan\s+)?{PER:made}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+sebagai\s+tersangka"
)
_SUBJECT = pattern(
    rf"{{PER:who}}(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:(?:telah|sudah|kini|juga|resmi|akhirnya|langsung|lebih|dulu)\s+){{0,3}}{_ACCUSED}\b"
)


@contextmanager
def without_office(context: Context) -> Iterator[None]:
    """Treat those who hold a post and are accused as anybody, while the facts are read.

    ``menuntut Direktur PT A, Budi``: his post is with a firm, and it is he who is tried. Of an
    officer only that he is held, or made a suspect, says so.
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
    made: set[str] = set()
    for view in context.views if registry.posts_of else ():
        for rule in (_OBJECT, _SUBJECT):
            made |= {registry.of(view.item(f, "who")) for f in rule.finditer(view.masked)} & firms
        for found in _HELD.finditer(view.masked):
            if not is_governed(view.masked[: found.start()]):
                made.add(registry.of(view.item(found, "who") or view.item(found, "made")))
    return made


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
