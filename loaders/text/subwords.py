"""Words cut into the pieces that the tagger's network knows.

Owns the likeliest segmentation (a unigram model, as SentencePiece has it). Refuses nothing: a
letter without a piece is *unknown*.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from loaders.text.patterns import Pattern

BEGIN, PAD, END, UNKNOWN = range(4)
"""Pieces that stand for no letters."""

# How SentencePiece marks where a word begins.
_MARK = "\u2581"
_PUNCTUATION = Pattern(r"[\W_]+")
# Nobody's name is longer; what is, is a web address or hostile.
_LONGEST_WORD = 64
_MOST_PIECES = 8


class Subwords:
    """Pieces with their log-probabilities, in the order of their numbers."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._known: Mapping[str, tuple[int, float]] = {
            piece: (number, score)
            for number, (piece, score) in enumerate(zip(pieces, scores, strict=True))
            if number > UNKNOWN
        }
        self._longest = max(map(len, pieces))
        # Any way through known pieces beats one through an unknown letter.
        self._unknown = min(scores) - 10.0
        self._memo: dict[str, tuple[int, ...]] = {}

    def of_word(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, eight at most.

        Punctuation is taken as standing against the word before, as it is printed.
        """
        made = self._memo.get(word)
        if made is None:
            if len(self._memo) > 50_000:
                self._memo.clear()
            plain = unicodedata.normalize("NFKC", word[:_LONGEST_WORD]).strip() or word[:1]
            form = plain if _PUNCTUATION.fullmatch(plain) else _MARK + plain
            made = self._memo[word] = tuple(self._segment(form)[:_MOST_PIECES])
        return made

    def _segment(self, form: str) -> list[int]:
        """Return the likeliest way through a word (Viterbi)."""
        size = len(form)
        best = [0.0, *[float("-inf")] * size]
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                found = self._known.get(form[start:end])
                if found is None and end > start + 1:
                    continue
                number, score = found or (UNKNOWN, self._unknown)
                if best[start] + score > best[end]:
                    best[end] = best[start] + score
                    back[end] = (start, number)
        numbers = []
        at = size
        while at:
            at, number = back[at]
            numbers.append(number)
        return numbers[::-1]
