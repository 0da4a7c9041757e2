"""Workers sent off, by the state or not: ``melepas 306 PMI``, ``memberangkatkan 120 orang``.

Owns the words of a send-off. Refuses those to come, people whom the police let go, and what
somebody is only said to have done.
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
# "tersangka telah memberangkatkan 120 orang": whoever sent them, they went.
_SENT = Pattern(
    r"(?i)(?<!gagal\s)(?<!batal\s)(?<!upaya\s)\b(?:memberangkatkan|menyelundupkan|menyeberangkan|menyalurkan|(?P<post>mengirim(?:kan)?))\s+"
    r"(?:(?:sebanyak|sejumlah|sekitar|total|sedikitnya|setidaknya|lebih\s+dari)\s+){0,2}$"
)
_SAID = Pattern(
    r"(?i)\b(?:diduga|dugaan|dituduh|tuduhan|didakwa|dakwaan|disangka\w*|menuduh|mendakwa|mengaku|membantah|upaya|berusaha|mencoba|rencana\w*|berencana|diperkirakan|ditaksir|dinilai|dituntut|target\w*|siap|sanggup|per\s+(?:bulan|minggu|tahun)|setiap|tiap|sekali)\b"
)
_NOT_THEM = Pattern(
    r"⟩\s+(?:[a-z]+\s+)?(?:petugas|personel|polisi|relawan|guru|atlet|jemaah|jamaah|siswa|mahasiswa|peserta|anggota)\b"
)


def measure(view: View, at: int, value: Counted) -> str | None:
    """Return that those counted were sent off to work abroad, where the state is told to do so."""
    before, own = _SENT_OFF.search(view.masked[:at]), view.masked.find("⟩", at) + 1
    is_theirs = value.role in _OF_WORKERS or (before is not None and "elepasan" in before[0])
    if is_sent(view, at, value):
        return "persons-departed"
    told = before or _WENT.match(view.masked, own)
    is_told = is_theirs and told is not None and reality.is_real(view, told.start())
    return "persons-departed" if is_told else None


def is_sent(view: View, at: int, value: Counted) -> bool:
    """Whether somebody is told to have sent those counted abroad."""
    sent = _SENT.search(view.masked[:at])
    if sent is None or not reality.is_real(view, sent.start()):
        return False
    is_ours = (
        value.role in _OF_WORKERS or value.role == "victim" or not (value.role or sent["post"])
    )
    is_only_said = _SAID.search(view.masked[max(0, sent.start() - _NEAR) : at]) is not None
    return (
        is_ours
        and not is_only_said
        and _NOT_THEM.match(view.masked, view.masked.find("⟩", at)) is None
    )


def is_after(view: View, at: int) -> bool:
    """Whether something else was done after those counted were sent: its day is not theirs."""
    sent = _SENT.search(view.masked[:at])
    return sent is not None and _AFTER.search(view.masked[: sent.start()]) is not None


_AFTER = Pattern(
    r"(?i)\b(?:setelah|sesudah|usai|karena|lantaran)\s+(?:(?:berhasil|telah|sempat)\s+)?$"
)
_NEAR = 90
