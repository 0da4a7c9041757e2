"""Numbers that others are compared with: ``turun dari 506 orang pada semester I 2025``.

Owns the words of comparison, the number compared, and the time that words count back from its
own: ``setahun sebelumnya``, ``periode yang sama tahun lalu``. Refuses a time that stands before
them: it is that of the number at hand.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.relative_years import YEAR_BEFORE, back, last_year
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_THAN = Pattern(
    r"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|melonjak|anjlok|susut|menyusut|lebih\s+(?:tinggi|rendah|banyak|sedikit))\b"
    r"[^.;⟨]{0,40}(?:⟨(?:NUM|DAT)\d+⟩[^.;⟨]{0,40}){0,2}?\b(?:dari|dibanding(?:kan)?|ketimbang|daripada)\b[^.;⟨]{0,60}(?:⟨DAT\d+⟩[^.;⟨]{0,40})?$"
    r"|\b(?:dibanding(?:kan)?|ketimbang)\b[^.;⟨]{0,60}(?:⟨DAT\d+⟩(?:[^.;⟨]|⟨ORG\d+⟩){0,60})?$"
)
_COMPARING = Pattern(r"(?i)\b(?:dibanding(?:kan)?|ketimbang|daripada|dari)\b")

# "naik dari tahun sebelumnya menjadi 412 orang": the number at hand is not the one compared.
_BECOMES = Pattern(r"(?i)\bmenjadi\b")


def start_of(view: View, at: int) -> int:
    """Return where the comparison begins that names the number at a masked position, or -1."""
    found = _THAN.search(view.masked[:at])
    if found is None:
        return -1
    words = list(_COMPARING.finditer(found[0]))
    if not words or _BECOMES.search(found[0], words[-1].end()):
        return -1
    return found.start() + words[-1].start()


def compared(context: Context, view: View, at: int, value: Counted) -> tuple[View, Item] | None:
    """Return the number of the same unit that one at a masked position is compared with."""
    if start_of(view, at) < 0 and not back_words(view, at):
        return None
    before = context.views[max(0, view.sentence.number - 1)]
    start = view.offset(at)
    for other in (view, before):
        for item in reversed(other.items):
            known = item.value
            is_same = isinstance(known, Counted) and known.unit == value.unit
            if is_same and item.start < start and frames.masked_at(other, item) >= 0:
                return other, item
    return None


# Right before its number, as what opens a clause, or right behind the number.
_BACK = (
    pattern(
        rf"{YEAR_BEFORE}(?:\s*,?\s*\b(?:yang|yakni|yaitu|sebanyak|sejumlah|sebesar|hanya|cuma|baru|masih|ada|tercatat|mencapai|berjumlah|dengan|angka|total))*\s*$"
    ),
    pattern(
        rf"(?:^[\"“]?(?:(?:Sementara|Sedangkan|Adapun|Padahal|Namun)(?:\s+itu)?\s*,?\s+)?|,\s+(?:sedangkan|sementara|adapun|padahal)\s+)"
        rf"(?:(?i:pada|di|selama|sepanjang|untuk|dalam)\s+)?{YEAR_BEFORE}"
        r"(?:(?!\b(?:menjadi|kini|sekarang|naik|turun|meningkat|menurun|dibanding\w*)\b|⟨(?:CNT|DAT|NUM))[^.;]){0,90}$"
    ),
)
_BACK_BEHIND = pattern(
    rf"⟨CNT\d+⟩(?:\s+(?:orang|kasus))?\s+(?:(?:pada|di|selama|sepanjang|untuk|dalam)\s+)?{YEAR_BEFORE}"
)


def back_words(view: View, at: int) -> re.Match[str] | None:
    """Return the words that put the number at a masked position a year before another."""
    before = view.masked[:at]
    told = next((found for rule in _BACK if (found := rule.search(before))), None)
    return told or _BACK_BEHIND.match(view.masked, at)


# So many sentences before, the time may have been told from which words count back.
_NEAR = 3


def time_before(context: Context, view: View, at: int) -> tuple[str, tuple[int, int]] | None:
    """Return the time that words count back from that of the number told last, and where."""
    found = back_words(view, at)
    if found is None:
        return None
    near = context.views[max(0, view.sentence.number - _NEAR)].sentence.start
    starts = {e.id: e.start for e in context.sink.entities.values() if e.cls == "Count"}
    told = [
        c
        for c in context.sink.claims.values()
        if c.property == "window" and near <= starts.get(c.subject, -1) < view.offset(at)
    ]
    year = last_year(told[-1].value) if told else None
    if year is None:
        return None
    words = view.span(found)
    span = min(told[-1].start, words[0]), max(told[-1].end, words[1])
    is_day = frames.is_brief(told[-1].value)
    if is_day or (found["once"] and told[-1].value != str(year)):
        # "setahun sebelumnya" behind some months: the same months, or the year.
        return None
    if not found["same"]:
        return str(year - 1), span
    named = re.search(r"20\d\d", context.text[slice(*words)])
    date = next((i for i in view.items if i.kind is Kind.DATE and _is_in(i, words)), None)
    other = int(named[0]) if named else last_year(date.key) if date else year - 1
    is_back = other is not None and other < year
    return (back(told[-1].value, year - other), span) if other and is_back else None


def _is_in(item: Item, span: tuple[int, int]) -> bool:
    return span[0] <= item.start < span[1]
