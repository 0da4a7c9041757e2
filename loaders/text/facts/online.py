"""Content and accounts counted by service: what the shares of Facebook, TikTok and others are of.

Owns the words that tie a number to a service or call it one of those told before. Refuses a share
where both those found and those taken down were told, and neither words nor a sum decide.
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text import platforms
from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.facts.measures import measure_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
from loaders.text.view import View

UNITS = frozenset({"contents", "accounts"})
"""Units of what stands online."""
_BACK = 5
_BEHIND = (
    r"\s+(?:(?!di\b|pada\b|dan\b|serta\b)[a-z]+\s+){0,4}(?:di|pada)\s+"
    r"(?:(?:platform|aplikasi|layanan|media\s+sosial)\s+)?{SERVICE}\b"
    r"(?!\s*(?:,|,?\s(?:dan|serta|maupun))\s+(?:di\s+)?{SERVICE}\b)"
)
# "Facebook menjadi sarana terbanyak dengan 702", "TikTok menyumbang 318": of one service alone.
_BEFORE = (
    r"\b{SERVICE}\s{0,3}(?:(?:menjadi|merupakan|adalah|mendominasi|memimpin|menyumbang|menempati|masih"
    r"|paling|terbanyak|tertinggi)\b[^.;:\d]{0,90}?)?"
    r"(?:,|:|\()?\s{0,3}(?:(?:dengan|sebanyak|yakni|yaitu|sejumlah|mencapai|ada)\s{0,3})?$"
)
_BESIDE = r"\b{SERVICE}\s?(?:,|,?\s(?:dan|serta|maupun))\s+$"
_AMONG = Pattern(
    r"\s+(?:di\s+antaranya\b|(?:merupakan|berasal\s+dari|adalah)\s+(?:hasil\s+)?"
    r"(?:laporan|aduan|pengaduan|temuan|patroli|usulan)\b)"
)
_FINDS = Pattern(r"(?i)\b(?:temuan|ditemukan|menemukan|temukan|terjaring|terdeteksi)\b")


def share_of(context: Context, view: View, item: Item, value: Counted) -> tuple[str, Item | None]:
    """Return measure and item of the number told before that one service has its share of.

    Where numbers of several measures are told, the sum of the shares or a verb decides.
    """
    service = _service(view, item, value)
    if service is None and not (value.unit in UNITS and _AMONG.match(view.text, item.end)):
        return "", None
    number = view.sentence.number
    told = [
        (measure, whole)
        for other in context.views[max(0, number - _BACK) : number + 1]
        for measure, whole in _wholes(other, item, value)
    ]
    total = sum(size(one) for one in _row(context, view, value)) if service else 0
    told = [(measure, whole) for measure, whole in told if size(whole) == total] or told
    measures = {measure for measure, _ in told}
    if len(measures) > 1 and _FINDS.search(view.masked):
        told = [one for one in told if one[0] == "content-detected"]
        measures = {measure for measure, _ in told}
    return told[-1] if len(measures) == 1 else ("", None)


# "Akun-akun itu terpantau pada 6-20 Januari": when those counted before were found or closed.
_THOSE = Pattern(
    r"^[\"“]?(?:(?:Seluruh|Semua)\s+)?(?i:(?P<what>akun|konten|unggahan|iklan|lowongan|situs|grup|kanal|tautan)"
    r"(?:-(?P=what))?)\s+(?:itu|tersebut|ini)\s+(?:\w+\s+){0,2}?(?:ter(?:pantau|jaring|deteksi|lacak)"
    r"|di(?:temukan|dapati|blokir|tutup|turunkan|hapus))\b"
)


def windows(context: Context, made: dict[int, str]) -> None:
    """Claim the time of a number that the sentence behind it tells.

    Args:
        context: The document.
        made: Ids of counts by where they are printed.
    """
    for before, view in pairwise(context.views):
        found = _THOSE.match(view.masked)
        is_many = found and ("-" in found[0] or found["what"].casefold() != "akun")
        date = frames.date_of(view, found.end()) if found and is_many else None
        ids = {
            made[one.start]
            for one in before.items
            if isinstance(one.value, Counted) and one.value.unit in UNITS and one.start in made
        }
        for id_ in ids if len(ids) == 1 and date and date.key else ():
            if "window" not in context.sink.told_of(id_) and date:
                span = date.start, date.end
                context.sink.claim(
                    id_, "window", date.key, span, original=date.text, confidence=0.8
                )


def name(context: Context, view: View, id_: str, item: Item, voice: Voice) -> None:
    """Claim the words of a share, with the service that they are of."""
    found = _service(view, item, item.value) if isinstance(item.value, Counted) else None
    if found is not None:
        span = min(item.start, found.start()), max(item.end, found.end())
        words = context.text[slice(*span)]
        kept = len(words) - len(words.rstrip(" ,:("))
        span = span[0], span[1] - kept
        context.sink.claim(id_, "name", context.text[slice(*span)], span, voice=voice)


def _service(view: View, item: Item, value: Counted) -> re.Match[str] | None:
    """Return the words that tie a number of content or accounts to one service."""
    if value.unit not in UNITS:
        return None
    behind = platforms.pattern(_BEHIND).match(view.text, item.end)
    start = view.sentence.start
    before = platforms.pattern(_BEFORE).search(view.text, start, item.start)
    if before and platforms.pattern(_BESIDE).search(view.text, start, before.start()):
        # "Facebook dan TikTok sebanyak 500": of both together.
        before = None
    return behind or before


def _wholes(view: View, item: Item, value: Counted) -> list[tuple[str, Item]]:
    """Return the larger numbers of a sentence that are no shares, each with its measure."""
    found = []
    for whole in view.items:
        is_before = whole.start < item.start and isinstance(whole.value, Counted)
        if not is_before or not isinstance(whole.value, Counted):
            continue
        is_larger = whole.value.unit == value.unit and size(whole) > size(item)
        if is_larger and _service(view, whole, whole.value) is None:
            found.append((measure_of(view, whole, whole.value), whole))
    return [one for one in found if one[0]]


def _row(context: Context, view: View, value: Counted) -> list[Item]:
    """Return the shares that sentences of one paragraph tell one after another."""
    number, block = view.sentence.number, view.sentence.block
    near = [v for v in context.views[max(0, number - 2) : number + 3] if v.sentence.block == block]
    return [
        one
        for other in near
        if other.sentence.role is Role.BODY
        for one in other.items
        if isinstance(one.value, Counted) and one.value.unit == value.unit
        if _service(other, one, one.value)
    ]
