"""For which step of a trial a court sits: the words of each agenda, told of a session."""

from __future__ import annotations

import re

from loaders.text.patterns import Pattern
from loaders.text.view import View

_AGENDAS: dict[str, str] = {
    "interim-ruling": r"putusan\s+sela",
    "objection": r"eksepsi|nota\s+keberatan|tanggapan\s+atas\s+(?:eksepsi|keberatan)",
    "demand": r"(?:pembacaan\s+|membacakan\s+|mendengarkan\s+)?(?:surat\s+)?tuntutan",
    "plea": r"pl[ei]+doo?i|(?:nota\s+)?pembelaan",
    "reply": r"replik|duplik",
    "indictment": r"perdana|(?:pembacaan\s+|membacakan\s+|mendengarkan\s+)?(?:surat\s+)?dakwaan",
    "defendant-examination": r"(?:pemeriksaan|keterangan)\s+(?:(?:para|kedua|ketiga)\s+)?terdakwa",
    "evidence": r"pembuktian|(?:pemeriksaan|keterangan|mendengarkan|menghadirkan)\s+"
    r"(?:keterangan\s+)?(?:para\s+|⟨CNT\d+⟩\s+|sejumlah\s+)?(?:saksi|ahli)",
    "verdict": r"(?:pembacaan\s+|membacakan\s+)?(?:putusan|vonis(?:nya)?)",
}
# Such as ``agenda pembacaan tuntutan`` and ``sidang lanjutan pemeriksaan saksi``.
_AGENDA = Pattern(
    r"(?i)\b(?:agenda(?:nya)?(?:\s+(?:sidang|persidangan))?"
    r"|(?:sidang|persidangan)(?:\s+(?:lanjutan|dengan|untuk|kasus))?)\s+"
    r"(?:(?:adalah|yakni|yaitu|ialah|utama|masih|untuk)\s+)?(?:"
    + "|".join(rf"(?P<{name.replace('-', '_')}>{words})" for name, words in _AGENDAS.items())
    + r")\b"
)


def agenda_of(view: View) -> tuple[str, re.Match[str]] | None:
    """Return for which step of the trial a sentence says that the court sits, with its words."""
    found = list(_AGENDA.finditer(view.masked))
    told = [one for one in found if one[0].casefold().startswith("agenda")] or found
    name = (told[0].lastgroup or "").replace("_", "-") if told else ""
    return (name, told[0]) if name else None
