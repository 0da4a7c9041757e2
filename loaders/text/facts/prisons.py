"""Where somebody in custody is held: ``ditahan di Rutan Polda NTT``.

Owns the words for prisons and cells, which are premises of the document. Refuses offices without
such a word: who is held by an office need not be held in it.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind
from loaders.text.view import View

_PRISON = (
    r"(?:[Rr]utan|[Ll]apas|LPKA|LPP|[Rr]umah\s+[Tt]ahanan(?:\s+[Nn]egara)?"
    r"|[Ll]embaga\s+[Pp]emasyarakatan)"
)
_CELL = rf"(?:{_PRISON}|(?:ruang\s+|sel\s+|rumah\s+)?tahanan|sel|Mapol[a-z]+|Mako\s?[a-z]*)"
_HELD_IN = Pattern(
    r"(?:[^.;,⟨\"“]|⟨(?:DAT|DUR|ORG)\d+⟩){0,60}?\s(?:di|ke|dalam)\s+(?:balik\s+|dalam\s+)?"
    rf"(?P<jail>{_CELL}(?:\s+Kelas\s+\w+)?(?:\s+(?:[A-Z][\w-]*|⟨(?:ORG|LOC|PNT)\d+⟩)){{1,4}}|⟨(?:ORG|LOC|PNT)\d+⟩)"
)
_NAMED = Pattern(rf"{_PRISON}\b|Mapol|Mako")
_CUT = Pattern(r"\b(?:yang|setelah|usai|karena|lantaran|sebelum|saat|untuk|terkait|dan|serta)\b")


def claim(context: Context, view: View, at: int, relation: str) -> None:
    """Claim the prison that stands behind words of custody at a masked position."""
    found = _HELD_IN.match(view.masked, at)
    if found is None or _CUT.search(view.masked, at, found.start("jail")):
        return
    items = view.within(*found.span("jail"))
    is_bare = found["jail"].startswith("⟨")
    if is_bare and not _NAMED.match(items[0].text):
        return
    start, end = view.span(found, "jail")
    context.sink.claim(
        relation, "locatedIn", _premises(context, items[:1] if is_bare else [], start, end),
        (start, end), is_object=True, voice=context.voice(start), confidence=0.85,
    )  # fmt: skip


def _premises(context: Context, whole: list[Item], start: int, end: int) -> str:
    """Return the id of a prison as premises of the document, making it known."""
    known = context.registry.of(whole[0]) if whole else ""
    if known and whole[0].kind is not Kind.ORG:
        return known
    name = " ".join(context.text[start:end].split())
    id_ = context.sink.scoped("plc", slug(name))
    context.sink.entity(id_, "Premises", name, (start, end))
    context.sink.named(id_, name)
    return id_
