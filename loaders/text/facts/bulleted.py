"""Lists in lines of their own below a sentence that ends in a colon.

Owns which lines belong to such a list. Refuses lines that are neither bulleted nor rows of a
number: the list has ended there.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.view import View

_OPENS = Pattern(r"(?:[:;]|\bberikut(?:\s+ini)?\W?)\s*$")
_LINE = Pattern(
    r"\s*(?:(?:[-–—•*·▪]|\(?\d{1,2}[.)]|[a-z][.)])\s*\S"
    # "Jawa Timur: 9 orang": a row tells as much where a page has lost its bullets.
    r"|[A-Z][\w /(),'-]{2,60}:\s*\d[\d.]*\s+(?:orang|kasus|jiwa|PMI|WNI)\b)"
)
# "(ancaman pidana hingga 10 tahun)" below an item goes on with it.
_ASIDE = Pattern(r"\s*[-–]?\s*\([^)]*\)\s*$")


def lines_below(context: Context, view: View) -> list[View]:
    """Return the views of the items listed below a sentence, in order; none where no list opens."""
    made: list[View] = []
    if not _OPENS.search(view.sentence.text):
        return made
    for line in context.views[view.sentence.number + 1 :]:
        if _ASIDE.match(line.sentence.text):
            continue
        if not _LINE.match(line.sentence.text):
            break
        made.append(line)
    return made
