"""Workers sent off by the state: ``melepas 306 PMI``, ``pelepasan PMI berjumlah 152 orang``.

Owns the words of a send-off. Refuses those to come, people whom the police let go, and workers whom
somebody else sends.
"""

from __future__ import annotations

from loaders.text.counts import Counted
from loaders.text.facts import reality
from loaders.text.patterns import Pattern
from loaders.text.view import View

# "melepas 306 PMI", "pelepasan PMI ke ⟨LOC⟩ berjumlah 152 orang", "370 PMI berangkat ke ⟨LOC⟩
# melalui program G to G": sent off by the state.
_SENT_OFF = Pattern(
    r"(?i)\b(?:melepas|dilepas|pelepasan|melepaskan\s+keberangkatan)\b(?:\s+(?:PMI|CPMI|TKI|(?:calon\s+)?pekerja\s+migran(?:\s+Indonesia)?|kembali|keberangkatan|perdana|ke\s+⟨LOC\d+⟩|⟨DAT\d+⟩|sebanyak|sejumlah|berjumlah|sekitar|terhadap|total)){0,6}\s+$"
)
_WENT = Pattern(
    r"(?:\s*\([A-Z]+\))?(?:\s+(?:program|skema)\s[^⟨.;,]{2,50}?)?(?:\s+⟨LOC\d+⟩)?\s+(?:(?:kembali|resmi|telah)\s+){0,2}(?:berangkat\s+ke\s+⟨LOC\d+⟩(?:\s*\([^)]*\))?\s+(?:melalui|lewat|dengan)\s+(?:program|skema)|dilepas\b)"
)
_OF_WORKERS = ("migrant-worker", "prospective-migrant")


def measure(view: View, at: int, value: Counted) -> str | None:
    """Return that those counted were sent off to work abroad, where the state is told to do so."""
    before, own = _SENT_OFF.search(view.masked[:at]), view.masked.find("⟩", at) + 1
    is_theirs = value.role in _OF_WORKERS or (before is not None and "elepasan" in before[0])
    told = before or _WENT.match(view.masked, own)
    is_told = is_theirs and told is not None and reality.is_real(view, told.start())
    return "persons-departed" if is_told else None
