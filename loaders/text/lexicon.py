"""Longest-match lookup of multi-word names over tokens.

One dictionary of first words makes the cost of a gazetteer independent of its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from loaders.text.spans import Token
from loaders.text.tokens import tokenize

Payload = TypeVar("Payload")


class Lexicon(Generic[Payload]):
    """Names to payloads, matched on whole tokens, longest first, case as written.

    Args:
        entries: Pairs of name and payload; the first payload of a name wins.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Payload]] = {}
        self._longest: dict[str, int] = {}
        for name, payload in entries:
            words = tuple(token.text for token in tokenize(name))
            self._by_first.setdefault(words[0], {}).setdefault(words, payload)
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return how many tokens the longest name at a position takes, and its payload."""
        names = self._by_first.get(tokens[index].text)
        if names is None:
            return None
        limit = min(self._longest[tokens[index].text], len(tokens) - index)
        for length in range(limit, 0, -1):
            key = tuple(token.text for token in tokens[index : index + length])
            if key in names:
                return length, names[key]
        return None

    def scan(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Payload]]:
        """Yield first token, number of tokens and payload of each name, left to right."""
        index = 0
        while index < len(tokens):
            found = self.at(tokens, index)
            if found is None:
                index += 1
                continue
            yield index, found[0], found[1]
            index += found[0]
