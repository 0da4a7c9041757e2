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


def of(context: Context, at: int) -> int:
    """Return the number of the case that a text tells of at an offset; 0 before the first."""
    # The words may stand behind the verb of the first sentence that tells of a case.
    line = next((s for s in context.sentences if s.start <= at < s.end), None)
    end = line.end if line else at
    return next((number for start, number in reversed(_openers(context)) if start < end), 0)


def are_apart(context: Context, event: str, at: int) -> bool:
    """Whether an event belongs to another case than what stands at an offset."""
    here = of(context, at)
    if not here:
        return False
    claims = context.sink.claims.values()
    told = {of(context, c.start) for c in claims if c.subject == event}
    told |= {of(context, context.sink.entities[event].start)}
    return bool(told - {0, here})
