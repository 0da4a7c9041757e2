"""Indonesian numbers: digits with dots, words, digits repeated in words, and bounds.

Owns what a number means and how sure the text is of it. ``4.822`` is four thousand;
``1,2 juta`` is 1,200,000; ``7 (tujuh)`` is seven, and ``7 (delapan)`` is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loaders.text.patterns import Pattern

UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
"""Words that are a number by themselves, and which."""

_SCALES = {"ratus": 100, "ribu": 1_000, "juta": 10**6, "miliar": 10**9, "milyar": 10**9,
           "triliun": 10**12}  # fmt: skip
_WORD = (
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu)"
)
_PART = rf"(?:{_WORD}|belas|puluh|ratus|ribu|juta|mill?iar|milyar|triliun)"
WORDS = rf"(?:{_WORD}(?:[ -]{_PART}){{0,11}})"
"""Pattern of a number written in words."""
DIGITS = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
"""Pattern of a number written in digits, Indonesian style."""
NUMBER = (
    rf"(?:{DIGITS}(?:\s+(?:ribu|juta|miliar|milyar|triliun)(?![a-z]))?"
    rf"(?:\s*\(\s*{WORDS}\s*\))?|{WORDS}(?:\s*\(\s*\d+\s*\))?)"
)
"""Pattern of a number in digits, in words, or in one and repeated in the other."""

BEFORE: dict[str, str] = {
    "sekitar": "about", "kurang lebih": "about", "lebih kurang": "about", "kira-kira": "about",
    "hampir": "about", "sedikitnya": "at-least", "setidaknya": "at-least",
    "paling sedikit": "at-least", "minimal": "at-least", "tidak kurang dari": "at-least",
    "tak kurang dari": "at-least", "paling tidak": "at-least", "paling kurang": "at-least",
    "lebih dari": "at-least", "lebih": "at-least", "di atas": "at-least", "melebihi": "at-least",
    "paling banyak": "at-most", "maksimal": "at-most", "kurang dari": "at-most",
    "tidak lebih dari": "at-most", "hingga": "at-most", "tak sampai": "at-most",
    "tidak sampai": "at-most", "belum sampai": "at-most", "di bawah": "at-most",
}  # fmt: skip
"""Words before a number to the notation of ``approximations``."""
APPROXIMATE = "|".join(sorted((re.escape(w) for w in BEFORE), key=len, reverse=True))
"""Pattern of :data:`BEFORE`."""

COUPLE = Pattern(
    r"\b(?:sepasang|pasangan)\s+(?:suami[\s-]istri|kekasih)|\bpasutri\b", re.IGNORECASE
)
"""Matches the words for a couple: two people, without a number."""

_FIND = Pattern(NUMBER, re.IGNORECASE)
_DIGITS = Pattern(DIGITS)
_WORDS = Pattern(WORDS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number as bounds; ``upper`` is ``None`` where the text leaves it open.

    Attributes:
        approximation: Notation of ``approximations``.
    """

    lower: int | None
    upper: int | None
    approximation: str = "exact"


def from_words(text: str) -> int | None:
    """Return the value of a number in words, or ``None``.

    >>> from_words("dua ratus tiga puluh lima"), from_words("seribu dua belas")
    (235, 1012)
    """
    total = group = last = 0
    for word in re.split(r"[\s-]+", text.casefold().strip()):
        if word in UNITS:
            last = UNITS[word]
            group += last
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += last * 9
        elif word == "ratus":
            group += last * 99
        elif word in _SCALES:
            total += (group or 1) * _SCALES[word]
            group = 0
        else:
            return None
    return total + group


def from_digits(text: str) -> Decimal | None:
    """Return the value of Indonesian digits with an optional scale word, or ``None``.

    >>> from_digits("4.822"), from_digits("1,2 juta")
    (Decimal('4822'), Decimal('1200000.0'))
    """
    found = _DIGITS.match(text)
    if found is None:
        return None
    value = Decimal(found[0].replace(".", "").replace(",", "."))
    scale = re.match(r"\s*([a-z]+)", text[found.end() :].casefold())
    if scale and scale[1] in _SCALES:
        value *= _SCALES[scale[1]]
    return value


def parse(text: str) -> int | None:
    """Return the whole number that a text states, or ``None``.

    A number given twice must agree with itself; otherwise nothing is read.

    >>> parse("7 (tujuh)"), parse("7 (delapan)"), parse("sembilan")
    (7, None, 9)
    """
    main, _, repeat = text.strip().partition("(")
    value = _single(main)
    if value is None or not repeat:
        return value
    again = _single(repeat.rstrip(") "))
    return value if again is None or again == value else None


def _single(text: str) -> int | None:
    stripped = text.strip()
    if stripped[:1].isdigit():
        value = from_digits(stripped)
        return int(value) if value is not None and value == int(value) else None
    return from_words(stripped) if _WORDS.fullmatch(stripped) else None


def bounds(qualifier: str, first: str, second: str | None = None) -> Bounds | None:
    """Return the bounds that a qualifier, a number and an upper end state.

    Args:
        qualifier: Words before the number, or empty.
        first: The number, or the lower end of a range.
        second: Upper end of a range.

    >>> bounds("lebih dari", "100")
    Bounds(lower=100, upper=None, approximation='at-least')
    """
    lower = parse(first)
    if lower is None:
        return None
    if second is not None:
        upper = parse(second)
        return None if upper is None or upper < lower else Bounds(lower, upper, "range")
    kind = BEFORE.get(qualifier.casefold().strip(), "exact")
    if kind == "at-least":
        return Bounds(lower, None, kind)
    if kind == "at-most":
        return Bounds(None, lower, kind)
    return Bounds(lower, lower, kind)


def find(text: str) -> str | None:
    """Return the first number in a text as printed."""
    found = _FIND.search(text)
    return found[0] if found else None
