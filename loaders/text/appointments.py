"""Posts told by a verb: ``Andi kini menjabat Kasat Reskrim Polres Belu``.

Owns who is told to hold, or to have been put into, a post, and since what day. Refuses posts held
once, and appointments to come or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import Holding, View, pattern

_OFFICE = (
    r"{POS:post}\s*(?P<holders>(?:(?:untuk|di|pada|cabang|wilayah)\s+)?(?:{ORG|LOC|PNT}\s*"
    r"(?:\(\s*(?:{ORG}|[A-Z][\w &-]{1,14})\s*\)\s*)?"
    r"(?:,\s*(?=⟨))?){0,3})"
)
_DAY = r"(?:(?:sejak|mulai|per|pada|terhitung(?:\s+mulai)?)\s+)?(?:tanggal\s+)?{DAT:date}"
_HELD = (
    r"menjabat(?:\s+sebagai)?|menduduki\s+(?:kursi|jabatan|posisi)|mengemban\s+(?:jabatan|amanah|tugas)(?:\s+sebagai)?"
    r"|mengisi\s+(?:kursi|jabatan|posisi)|memangku\s+jabatan(?:\s+sebagai)?"
    r"|(?:diangkat|dilantik|ditunjuk|dikukuhkan|dipercaya|dipromosikan|didapuk|terpilih|ditetapkan)\s+(?:menjadi|sebagai|menjabat|memimpin)"
)
_ACTIVE = pattern(
    r"{PER:person}(?:\s*,\s+yang\s+[^⟨,.;\"“]{0,60}(?:⟨(?!PER|INI)[A-Z]{3}\d+⟩[^⟨,.;\"“]{0,40}){0,2},)?\s*,?\s+"
    rf"(?P<gap>(?:(?:kini|resmi|sekarang|saat\s+ini|baru|baru\s+saja|telah|sudah|masih|yang|lalu|kemudian|juga|hari\s+ini)\s+){{0,3}})"
    rf"(?:{_DAY}\s+(?:resmi\s+|telah\s+)?)?(?P<verb>{_HELD})\s+{_OFFICE}"
)
_PASSIVE = pattern(
    rf"{_OFFICE}\s*(?P<gap>(?:(?:kini|resmi|sekarang|saat\s+ini|masih|yang)\s+){{0,3}})"
    r"(?P<verb>dijabat|diemban|dipegang|diisi|adalah|ialah)\s+(?:oleh\s+)?{PER:person}"
)
_PUT = pattern(
    r"(?P<gap>)(?P<verb>[Mm]elantik|[Mm]engangkat|[Mm]enunjuk|[Mm]engukuhkan|[Mm]empercayakan)\s+{PER:person}\s*,?\s+"
    rf"(?:sebagai|menjadi)\s+{_OFFICE}"
)
_NOT_NOW = Pattern(
    r"(?i)\b(?:akan|bakal|segera|batal|belum|tidak|tak|bukan|pernah|sempat|sebelumnya|dulu|dahulu|mantan|eks|mengaku|diusulkan|calon|hendak|jika|bila|apabila"
    r"|seandainya|untuk|agar|rencananya)\b[^.;,⟨]{0,40}$"
)
_STARTS = Pattern(r"diangkat|dilantik|ditunjuk|dikukuhkan|[Mm]elantik|[Mm]engangkat")


def find(context: Context) -> None:
    """Add the posts that verbs tell to those that stand beside their holders' names."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            known = {(h.person.start, h.post.start) for h in view.holdings}
            view.holdings += [
                h for h, _ in told(view) if (h.person.start, h.post.start) not in known
            ]


def told(view: View) -> Iterator[tuple[Holding, Item | None]]:
    """Yield each post with its holder and, where it is told, the day from which it is held."""
    for rule in (_ACTIVE, _PASSIVE, _PUT):
        for found in rule.finditer(view.masked):
            if _NOT_NOW.search(view.masked[: found.start("verb")]):
                continue
            post, person = view.item(found, "post"), view.item(found, "person")
            if post is None or person is None or post.kind is not Kind.POST:
                continue
            holders = tuple(view.within(found.start("holders"), found.end("holders")))
            ends = [post.end, person.end, *(h.end for h in holders)]
            start = min(post.start, person.start)
            yield Holding(post, holders, person, start, max(ends)), _since(view, found)


_BEHIND = pattern(rf"\s*,?\s*{_DAY}")


def _since(view: View, found: re.Match[str]) -> Item | None:
    """Return the day from which a post is held: told before the verb, or behind a taking of it."""
    day = view.item(found, "date")
    if day is None and _STARTS.match(found["verb"]):
        behind = _BEHIND.match(view.masked, found.end())
        day = view.item(behind, "date") if behind else None
    return day if day is not None and day.key and "/" not in day.key else None


def starts(context: Context) -> None:
    """Claim since when posts are held."""
    registry, sink = context.registry, context.sink
    for view in context.views:
        for holding, day in told(view) if view.sentence.role is Role.BODY else ():
            person, post = registry.of(holding.person), registry.of(holding.post)
            name = f"{person.partition('-')[2]}-{post.partition('-')[2]}"
            relation = sink.scoped("hold", name)
            if day is not None and relation in sink.entities:
                span = day.start, day.end
                sink.claim(relation, "startDate", day.key, span, confidence=0.85)
