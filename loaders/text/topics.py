"""Concepts of the ``topics`` vocabulary as the text words them.

Owns the phrases; the vocabulary owns the concepts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.text.patterns import Pattern
from loaders.text.resources import rows

NAMED = Pattern(
    r"(?i:tindak\s+pidana\s+perdagangan\s+(?:orang|manusia)|perdagangan\s+(?:orang"
    r"|manusia|anak))|(?<![\w-])(?:PTPPO|TPPO)(?!\w)"
)
"""Names of the crime itself: the one concept that counts as a mention."""


@cache
def _patterns() -> tuple[tuple[str, Pattern], ...]:
    return tuple(
        (notation, Pattern(rf"(?i)(?<![\w-])(?:{pattern})(?!\w)"))
        for notation, pattern in rows("topic_phrases.tsv")
    )


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and notation of every phrase that words a topic."""
    for notation, pattern in _patterns():
        for found in pattern.finditer(text):
            yield found.start(), found.end(), notation


def first(text: str, allowed: frozenset[str] | None = None) -> tuple[int, int, str] | None:
    """Return the most specific topic of a text: earlier lines of the table win."""
    for notation, pattern in _patterns():
        is_allowed = allowed is None or notation in allowed
        if is_allowed and (found := pattern.search(text)):
            return found.start(), found.end(), notation
    return None
