"""Splitting a written personal name into tokens: what a dot ends, and what it does not."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from graph.resolution.names.lexicon import personal
from graph.resolution.names.misreadings import as_printed, in_letters, restored
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.vocabulary import Sex, particles, titles

_DASHES = str.maketrans(dict.fromkeys("_-–—", " "))
_SIGNS = ",;:\"“”*'`‘’?!/\\"


class Token(msgspec.Struct, frozen=True, gc=False):
    """One written token.

    Attributes:
        raw: As written, without the dots around it.
        text: Lower case, letters and digits only.
        is_dotted: Whether a dot followed.
    """

    raw: str
    text: str
    is_dotted: bool

    @property
    def is_capitals(self) -> bool:
        """Whether it is written in capitals."""
        return self.raw.isupper()


class Findings(msgspec.Struct):
    """What has been set aside while a name is read: titles, and words that tell the sex."""

    titles: list[str] = []
    sexes: list[tuple[Sex, str]] = []
    generation: str = ""

    def note_sex(self, sex: Sex | None, source: str) -> None:
        """Remember the sex that a word tells, if it tells one."""
        if sex is not None:
            self.sexes.append((sex, source))


def tokens_of(text: str) -> list[Token]:
    """Split a name at spaces and dashes, and at the dots that end abbreviations.

    >>> [token.text for token in tokens_of("K.H. M.Rizky, S.Sos.")]
    ['kh', 'm', 'rizky', 'ssos']
    """
    found: list[Token] = []
    if "-" in text or "_" in text or not text.isascii():
        text = text.translate(_DASHES)
    for chunk in text.split():
        found.extend(_split_dots(chunk))
    return found


@lru_cache(maxsize=65_536)
def _split_dots(chunk: str) -> tuple[Token, ...]:
    """Keep "S.Sos." and "K.H." whole; split "M.Rizky" and "A.R."."""
    raw = as_printed(chunk.strip(_SIGNS))
    compact = _compact(raw)
    if not compact:
        return ()
    pieces = [piece for piece in raw.split(".") if piece]
    known = titles()
    is_particle = len(compact) == 2 and compact in particles().optional
    is_whole = compact in known.after or compact in known.before or compact in known.alias
    if len(pieces) == 1 or is_particle or is_whole:
        return (Token(raw.strip("."), _lettered(compact), raw.endswith(".")),)
    return tuple(
        Token(piece, _lettered(_compact(piece)), is_dotted=True)
        for piece in pieces
        if _compact(piece)
    )


def _lettered(text: str) -> str:
    """Read figures inside a word as letters: no name has figures in it."""
    if text.isalpha():
        return text
    known = restored(text, lambda word: personal().identify(word).is_known)
    return known or (next(iter(in_letters(text)), text) if len(text) > 3 else text)


def _compact(raw: str) -> str:
    folded = ascii_fold(raw)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
