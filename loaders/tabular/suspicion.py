"""Text that looks like something it is not; such cells are kept and pointed out.

Owns two tests: characters that turn or hide text (a right-to-left override makes
``gpj.exe`` look like ``exe.jpg``), and words of letters from several alphabets (a Cyrillic
``а`` in a Latin name makes two names of one).
"""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def bare(text: str) -> str:
    """Return a text without characters that hide or turn, and with single spaces.

    >>> bare(chr(0x200B) + "Nama" + chr(0xA0) + " P3MI ")
    'Nama P3MI'
    """
    return " ".join(_HIDDEN.sub("", text).split())


def suspicion(text: str) -> str | None:
    """Return what is odd about a text, or ``None``.

    >>> suspicion("PT Maju Jaya") is None
    True
    >>> suspicion(chr(0x202E) + "gpj.exe")
    'a character that hides or turns text (U+202E RIGHT-TO-LEFT OVERRIDE)'
    """
    if text.isascii():
        return None
    hidden = _HIDDEN.search(text)
    if hidden is not None:
        return f"a character that hides or turns text ({_name(hidden[0])})"
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        scripts = {_script(char) for char in word} - {None}
        if len(scripts) > 1:
            listed = " and ".join(sorted(s for s in scripts if s))
            return f"letters of {listed} in one word ({word[:40]!a})"
    return None


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def _script(char: str) -> str | None:
    first = unicodedata.name(char, "").partition(" ")[0]
    return first if first in _SCRIPTS else None
