"""Online services by the names that the vocabulary gives them: ``Facebook``, ``X``, ``Twitter``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from loaders.text.patterns import Pattern
from ontology.model import load

_PARTS = Pattern(r"[\w]+")
# What papers call them for short, always in capitals.
_SHORT = {"FB": "facebook", "IG": "instagram", "WA": "whatsapp", "YT": "youtube"}


@cache
def by_name() -> dict[str, str]:
    """Return notations of ``platforms`` by name in small letters."""
    found = {}
    for concept in load().schemes["platforms"].concepts.values():
        # What is no name ("situs web") is written in small letters.
        for name in _PARTS.findall(concept.label.id) if concept.label.id[0].isupper() else ():
            found[name.casefold()] = concept.notation
    return found | {short.casefold(): notation for short, notation in _SHORT.items()}


@cache
def pattern(source: str) -> Pattern:
    """Compile a pattern in which ``{SERVICE}`` stands for any of the names.

    Called where it is used: the vocabulary is not read before somebody reads a text. A name of
    one letter or two counts in capitals only.
    """
    names = sorted(by_name(), key=len, reverse=True)
    any_of = "|".join(f"(?i:{name})" if len(name) > 2 else name.upper() for name in names)
    return Pattern(source.replace("{SERVICE}", f"(?:{any_of})"))


def named(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[str, int, int]]:
    """Yield notation, start and end of the services that a part of a text names.

    >>> list(named("lewat TikTok dan Twitter"))
    [('tiktok', 6, 12), ('x', 17, 24)]
    """
    for found in pattern(r"\b{SERVICE}\b").finditer(text, start, end):
        yield by_name()[found[0].casefold()], found.start(), found.end()
