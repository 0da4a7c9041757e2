"""Parts of a text that each tell of a case of their own: ``Pengungkapan pertama``, ``Kasus 2:``.

Owns where the words for the first, the second and the next of several cases stand. Refuses to part
a text that tells of one of them only.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.patterns import Pattern

_NTH = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh")
# "kasus kedua tersangka itu" is that of both, "kejadian pertama kali" is none of several.
_NO_CASE = (
    r"(?!\s+(?:kali|orang|tersangka|pelaku|terdakwa|korban|pria|perempuan|wanita|terduga|warga|calo|calon|pemuda"
    r"|WNI|C?PMI|TKI|pihak|negara|belah)\b)"
)
_OPENS = Pattern(
    r"(?i)\b(?:pengungkapan|kasus|perkara|laporan(?:\s+polisi)?|penangkapan|penggagalan|penindakan|lokasi|TKP|kejadian)\s+(?:yang\s+)?"
    rf"(?:(?P<nth>{'|'.join(_NTH)})\b{_NO_CASE}|(?P<number>[1-7])(?=\s*[:.)]))"
)


def _openers(context: Context) -> list[tuple[int, int]]:
    """Return where words open the part of a case, with its number; nothing for one case only."""
    made = [
        (found.start(), int(found["number"] or _NTH.index(found["nth"].casefold()) + 1))
        for found in _OPENS.finditer(context.text)
    ]
    return made if {1, 2} <= {number for _, number in made} else []


def _number(context: Context, openers: list[tuple[int, int]], at: int) -> int:
    """Return the number of the case that a text tells of at an offset; 0 before the first."""
    # The words may stand behind the verb of the first sentence that tells of a case.
    line = context.sentence_at(at)
    end = max(at, line.end) if line else at
    return next((number for start, number in reversed(openers) if start < end), 0)


def are_apart(context: Context, event: str, at: int) -> bool:
    """Whether an event belongs to another case than what stands at an offset."""
    openers = _openers(context)
    here = _number(context, openers, at)
    if not here:
        return False
    claims = context.sink.claims.values()
    starts = {c.start for c in claims if c.subject == event} | {context.sink.entities[event].start}
    return bool({_number(context, openers, start) for start in starts} - {0, here})
