"""Letters that a machine took for other signs: figures inside words, "l" among capitals.

Owns which signs are taken for which letters. Refuses to know any word: whether a reading is
one, the caller says.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_STRAY_L = re.compile(r"l(?:(?=[A-Z])|(?![a-z])(?<=[A-Z]l))")
_CAPITALS = re.compile(r"\b(?=[A-Z0-9l]*[A-Z][A-Z0-9l]*[A-Z])[A-Z0-9l]+\b")
# No word of these names begins with "l" and a consonant other than "h" or "y".
_INITIAL_L = re.compile(r"\bl(?=[b-df-gj-np-tvwxz])")
_FINAL_I = re.compile(r"I(?![A-Za-z])(?<=[a-z]I)")
_FIGURES = str.maketrans("034568", "oeasgb")


def as_printed(text: str) -> str:
    """Return a text with "l" and "I" as the letters around them say.

    >>> as_printed("ALl MURTADHO"), as_printed("BP3Ml"), as_printed("SyaifuI"), as_printed("llham")
    ('ALI MURTADHO', 'BP3MI', 'Syaiful', 'Ilham')
    >>> as_printed("Al Fatih"), as_printed("lukman lhok")
    ('Al Fatih', 'lukman lhok')
    """
    if "l" in text and _INITIAL_L.search(text) is not None:
        text = _INITIAL_L.sub("I", text)
    if _STRAY_L.search(text) is not None:
        text = _CAPITALS.sub(lambda found: found[0].replace("l", "I"), text)
    if _FINAL_I.search(text) is not None:
        text = _FINAL_I.sub("l", text)
    return text


def in_letters(word: str) -> tuple[str, ...]:
    """Return what a word with figures in it says if they are letters; empty if they are not.

    >>> in_letters("r1zal"), in_letters("sul4stri"), in_letters("b3"), in_letters("45thn")
    (('rizal', 'rlzal'), ('sulastri',), (), ())
    """
    if word.isalpha():
        return ()
    figures = sum(letter.isdigit() for letter in word)
    letters = sum(letter.isalpha() for letter in word)
    if letters < max(2, 2 * figures):
        return ()
    plain = word.translate(_FIGURES)
    found = (plain.replace("1", one) for one in "il") if "1" in plain else (plain,)
    return tuple(reading for reading in found if reading.isalpha())


def restored(word: str, is_word: Callable[[str], bool]) -> str | None:
    """Return the first reading of a word with figures that is a word, or ``None``."""
    return next((reading for reading in in_letters(word) if is_word(reading)), None)
