"""What stands between quotation marks, and whether it is said or a name.

Owns the pairing of quotation marks within a paragraph.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern
from loaders.text.spans import Block
from loaders.text.speech import ROOT

_QUOTED = Pattern(r"[\"“”„]([^\"“”„]*)(?:[\"”“]|$)")


def trimmed(text: str, pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return stretches without the blanks and marks around them; empty ones are left out."""
    shorter = (_trim(text, start, end) for start, end in pieces)
    return tuple((start, end) for start, end in shorter if end - start > 1)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in ' "“”':
        start += 1
    while start < end and text[end - 1] in ' "“”':
        end -= 1
    return start, end


# Two or three words with the stop or comma of speech inside: "Kami pikir-pikir,".
_IS_SAID = Pattern(r"^\s*\S+\s+\S[^\"”]*[,.!?]\s*$")
# '"Tidak benar", ujar Anwar': the comma of speech stands outside.
_SAID_BEHIND = Pattern(rf"\s*,\s+{ROOT}(?:nya)?\s")
# '... pemulihan," tegas Surya.' of a line that broke: what is said stands before.
_BEHIND = Pattern(rf"\s*{ROOT}\s+[A-Z]")
_SHORTEST = 4
# What stands in quotation marks behind these words is called so, not said.
_CALLED = Pattern(
    r"(?i)\b(?:akun|grup|kanal|channel|fanpage|halaman|bernama|dinamai|berjudul|bertajuk|bertema|bertuliskan|tema"
    r"|tajuk|judul|tagar|slogan|program|kampanye|gerakan|kode|sandi)\b[^.,;\"“”]{0,30}$"
)


# Some houses print two apostrophes: the blank keeps offsets.
_DOUBLED = Pattern(r"(?:''|’’|‘‘)(?P<opens>(?=\w))?")


def plain(text: str) -> str:
    """Return text of the same length in which two apostrophes are a quotation mark.

    >>> plain("''Kami tahu,'' ujarnya")
    ' "Kami tahu,"  ujarnya'
    """
    return _DOUBLED.sub(lambda m: ' "' if m["opens"] is not None else '" ', text)


def spans(block: Block) -> list[tuple[int, int]]:
    """Return offsets of what stands between quotation marks, four words or more."""
    text = plain(block.text)
    return [
        (block.start + found.start(1), block.start + found.end(1))
        for found in _QUOTED.finditer(text)
        if (
            len(found[1].split()) >= _SHORTEST
            or _IS_SAID.search(found[1])
            or _SAID_BEHIND.match(text, found.end())
        )
        and not (_CALLED.search(text, 0, found.start()) or _BEHIND.match(found[1]))
    ]
