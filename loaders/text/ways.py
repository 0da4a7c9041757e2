"""Places that a hyphen joins to a way: ``rute Batam-Pasir Gudang``.

Owns where one name ends and the next begins. Refuses hyphens without a word for a way before them,
and ways of which no place is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.text import places, regions
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.tokens import tokenize

_NAME = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}"
_WAY = Pattern(
    r"\b(?i:rute|jalur|lintas(?:an)?|trayek|jurusan|penerbangan|pelayaran|penyeberangan|melayani|perjalanan|tujuan|tiket)\b"
    rf"[^.;\n\"“”]{{0,24}}?(?<![\w-])(?P<names>{_NAME}(?:[-–—]{_NAME}){{1,5}})(?![\w-])"
)
_PART = Pattern(_NAME)


def recognise(text: str) -> Iterator[Item]:
    """Yield the places of such ways.

    >>> [item.text for item in recognise("jalur laut Dumai-Melaka")]
    ['Dumai', 'Melaka']
    """
    for found in _WAY.finditer(text):
        parts = [_item(text, *part.span()) for part in _PART.finditer(text, *found.span("names"))]
        if any(is_known for _, is_known in parts):
            yield from (item for item, _ in parts)


def _item(text: str, start: int, end: int) -> tuple[Item, bool]:
    """Return a place, and whether the gazetteers know its name."""
    name = text[start:end]
    tokens = tokenize(name)
    spot = places.at(tokens, 0)
    if spot is None or spot.size != len(tokens):
        return Item(start, end, name, Kind.PLACE, "", "Place"), False
    is_known = regions.lexicon().at(tokens, 0) is not None
    return Item(start, end, name, spot.kind, spot.key, spot.cls, spot), is_known
