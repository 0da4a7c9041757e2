"""Rows of homes that go on in the next sentence: ``Kemudian, Jambi 4 orang``.

Owns whether a place before a number is a home as in the row told before. Refuses places that any
verb or preposition of the sentence leads.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.view import View

# So many sentences a row may have.
_REACH = 5
# "... Jawa Timur 20 orang. Kemudian, Jambi 4 orang": the row of homes goes on.
_GOES_ON = Pattern(
    r"^[\"“]?(?:(?:Kemudian|Lalu|Selanjutnya|Berikutnya|Disusul|Menyusul|Diikuti|Sedangkan|Sementara|Adapun|Sisanya)\b,?\s*)?(?:⟨(?:LOC|CNT)\d+⟩(?:(?!\bdi\s)[^.;⟨]){0,24})*$"
)
_HOME_ROW = Pattern(
    r"(?i)\b(?:ber)?asal(?:nya)?\s[^.;⟨]{0,30}⟨LOC\d+⟩\s*,?\s+(?:(?:sebanyak|ada|sejumlah)\s+)?⟨CNT"
)


def goes_on(context: Context, view: View, at: int) -> bool:
    """Whether a row of places goes on with which the sentence before told of homes."""
    number, start = view.sentence.number, view.masked[:at]
    while number and _GOES_ON.match(start) and view.sentence.number - number < _REACH:
        number, start = number - 1, context.views[number - 1].masked
        if _HOME_ROW.search(start):
            return True
        start = start.rstrip(". ")
    return False
