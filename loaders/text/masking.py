"""Blotting out: the names of victims and witnesses in what is kept of a document.

They are nowhere as persons; here they leave the document's own text, title and excerpts, which
whoever reviews its drafts reads. Every letter becomes one block, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from ontology.claim import Claim

BLOT: Final = "\u2588"
"""What stands for every letter."""

_SHORTEST: Final = 5
_LETTER = re.compile(r"\S")


class Mask:
    """The names in one text.

    Args:
        text: The document.
        spans: Where it names somebody who is protected.
    """

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        found = sorted(spans)
        # The longest first: a name is no longer there once a part of it is blotted out.
        self._names: Sequence[str] = sorted({text[s:e] for s, e in found} - {""}, key=len)[::-1]
        parts, at = [], 0
        for start, end in found:
            begin = max(start, at)
            parts += [text[at:begin], _blotted(text[begin:end])]
            at = max(end, at)
        # Where a name is not recognised as one, in a title say, it is the same name.
        self.text = self.of("".join(parts) + text[at:])

    def of(self, text: str) -> str:
        """Return another text without the names, whole words only."""
        for name in self._names:
            # Initials in small letters are other words.
            case = re.IGNORECASE if len(name) >= _SHORTEST else re.NOFLAG
            rule = rf"(?<!\w){re.escape(name)}(?!\w)"
            text = re.sub(rule, lambda m: _blotted(m[0]), text, flags=case)
        return text

    def claim(self, claim: Claim) -> Claim:
        """Return a claim whose value and excerpt do not hold the names."""
        if not self._names:
            return claim
        quote = claim.quote
        if quote is not None and claim.start is not None and claim.end is not None:
            quote = self.text[claim.start : claim.end]
        original = None if claim.original is None else self.of(claim.original)
        value = self.of(claim.value)
        return msgspec.structs.replace(claim, value=value, quote=quote, original=original)


def _blotted(text: str) -> str:
    return _LETTER.sub(BLOT, text)
