"""Shared helpers of the token grammars: capitalised runs and the words that end them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.patterns import Pattern
from loaders.text.resources import word_list
from loaders.text.spans import Token

_CAPITAL = Pattern(r"[A-ZÀ-Þ]")

# Capitalised words that never belong to the name of a place, company or person they follow.
STOPS = word_list("stops")

SIDES = frozenset({"Barat", "Timur", "Utara", "Selatan", "Tengah", "Hulu", "Hilir"})
"""Words behind a regency's name that make it one of its districts: ``Bintan Utara``."""


def is_capital(token: Token) -> bool:
    """Whether a token starts with a capital letter."""
    return bool(_CAPITAL.match(token.text))


def adjoins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token follows its predecessor with nothing but white space between."""
    return index > 0 and tokens[index].start - tokens[index - 1].end <= 2


def capitals(tokens: Sequence[Token], index: int, limit: int, stops: frozenset[str] = STOPS) -> int:
    """Return how many tokens from a position on form a capitalised run without stop words."""
    count = 0
    while index + count < len(tokens) and count < limit:
        token = tokens[index + count]
        if not is_capital(token) or token.text in stops:
            break
        if count and not adjoins(tokens, index + count):
            break
        count += 1
    return count
