"""Numbers that others are compared with: ``turun dari 506 orang pada semester I 2025``.

Owns the words of comparison and the number compared. Refuses a time that stands before them: it
is that of the number at hand.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View

_THAN = Pattern(
    r"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|melonjak|anjlok|susut|menyusut|lebih\s+(?:tinggi|rendah|banyak|sedikit))\b"
    r"[^.;⟨]{0,40}(?:⟨(?:NUM|DAT)\d+⟩[^.;⟨]{0,40}){0,2}?\b(?:dari|dibanding(?:kan)?|ketimbang|daripada)\b[^.;⟨]{0,60}(?:⟨DAT\d+⟩[^.;⟨]{0,40})?$"
    r"|\b(?:dibanding(?:kan)?|ketimbang)\b[^.;⟨]{0,60}(?:⟨DAT\d+⟩[^.;⟨]{0,40})?$"
)
_COMPARING = Pattern(r"(?i)\b(?:dibanding(?:kan)?|ketimbang|daripada|dari)\b")


def start_of(view: View, at: int) -> int:
    """Return where the comparison begins that names the number at a masked position, or -1."""
    found = _THAN.search(view.masked[:at])
    if found is None:
        return -1
    words = list(_COMPARING.finditer(found[0]))
    return found.start() + words[-1].start() if words else -1


def compared(context: Context, view: View, at: int, value: Counted) -> tuple[View, Item] | None:
    """Return the number of the same unit that one at a masked position is compared with."""
    if start_of(view, at) < 0:
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
