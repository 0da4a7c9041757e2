"""Whom a document accuses, and whom its words mean: what money and channels are told of.

Owns the one question whether somebody is accused here. Refuses officials and everybody else.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.spans import Kind
from loaders.text.view import View


def is_accused(context: Context, person: str) -> bool:
    """Whether the document tells of a stage, a part in the case, or an arrest of a person."""
    claims = context.sink.claims.values()
    return any(
        c.property in ("stageOf", "roleHolder", "apprehended") and c.value == person for c in claims
    )


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
