"""Whom a document accuses, and whom its words mean: what money and channels are told of.

Owns the one question whether somebody is accused here. Refuses officials and everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from loaders.text.context import Context
from loaders.text.facts.modality import is_governed
from loaders.text.holdings import FIRMS
from loaders.text.spans import Item, Kind
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
    r"|{PER:judged}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:telah|sudah|kini|juga|resmi|akhirnya|dinyatakan)\s+){0,3}"
    r"(?:divonis|dihukum|dijatuhi\s+(?:hukuman|vonis|pidana)|diganjar|dituntut|didakwa|(?:menjadi|jadi|berstatus)\s+terpidana)\b"
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
                told = (view.item(found, group) for group in ("who", "made", "judged"))
                made |= {registry.of(item) for item in told if item}
    return made


def meant_by_pronoun(context: Context, view: View, span: tuple[int, int]) -> str:
    """Return whom ``ia``, or ``saya`` of a speaker, means in a sentence; empty if not sure.

    Args:
        context: The document.
        view: The sentence.
        span: Where the pronoun stands in the masked text.
    """
    at, word = view.offset(span[0]), view.masked[slice(*span)].casefold()
    if word.startswith("perusahaan"):
        return _firm_before(context, view, span[0])
    if word == "saya":
        speakers = context.voice(at).speakers
        speaker = speakers[0] if len(speakers) == 1 else ""
        return "" if speaker in context.registry.posts_of else speaker
    if known := context.anaphors.get((at, view.offset(span[1]))):
        return "" if known in context.registry.posts_of else known
    if here := _people(context, view.within(0, span[0], Kind.PERSON, Kind.INITIALS)):
        return here[0] if len(here) == 1 else ""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    if before is view or before.sentence.block != view.sentence.block:
        return ""
    ids = _people(context, before.items)
    return ids[0] if len(ids) == 1 else ""


def _firm_before(context: Context, view: View, at: int) -> str:
    """Return the one firm named before, in the sentence or else in that before it, or empty."""
    if here := [i for i in view.within(0, at, Kind.ORG) if i.cls in FIRMS]:
        ids = context.registry.many(here)
        return ids[0] if len(ids) == 1 else ""
    before = context.before(view)
    items = before.items if before else ()
    firms = [i for i in items if i.kind is Kind.ORG and i.cls in FIRMS]
    ids = context.registry.many(firms)
    return ids[0] if len(ids) == 1 else ""


def _people(context: Context, items: Sequence[Item]) -> list[str]:
    """Return the persons without an office among some items."""
    people = [i for i in items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    return [one for one in context.registry.many(people) if one not in context.registry.posts_of]
