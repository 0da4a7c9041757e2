"""The nearest of the names that would have been right, for messages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60


def nearest(text: str, names: Iterable[str]) -> str:
    """Return a sentence with the nearest name, to be put after another; empty if none is near.

    >>> nearest("jawa brat", ["jawa barat", "jawa timur"]), nearest("xyz", ["jawa barat"])
    (" Nearest: 'jawa barat'.", '')
    """
    if len(text) > _LONGEST:
        return ""
    folded = {name.casefold(): name for name in names}
    found = get_close_matches(text.casefold(), folded, n=1, cutoff=0.75)
    return f" Nearest: {folded[found[0]]!r}." if found else ""
