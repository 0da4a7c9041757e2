"""Numbers of vertices and weights of ties, as files that number their vertices write them."""

from __future__ import annotations

import math

from ontology.errors import ValueTypeError

_DIGITS = 9


def whole(text: str) -> int:
    """Return the number of a vertex, or of vertices.

    Raises:
        ValueTypeError: The text is no whole number of a size that a network can have.
    """
    if not text.isdecimal() or len(text) > _DIGITS:
        raise ValueTypeError(f"expected the number of a vertex, got {text[:40]!a}. Correct it.")
    return int(text)


def amount(text: str) -> float:
    """Return a weight; 0 for what is no number, which ties nobody.

    Raises:
        ValueTypeError: The text is no weight.
    """
    try:
        found = float(text)
    except ValueError as error:
        raise ValueTypeError(f"expected a weight, got {text[:40]!a}. Correct it.") from error
    return 0.0 if math.isnan(found) else found
