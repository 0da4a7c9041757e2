"""How each class of event is told: the verbs, their passives, and the nouns for the deed.

Owns the words; :mod:`loaders.text.facts.actions` owns what becomes of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAVING = (
    r"(?:(?:upaya|rencana|aksi|praktik)\s+)?(?:ke|pem)?(?:berangkatan|pengiriman"
    r"|penyelundupan|penempatan|penyeludupan|perdagangan)|keberangkatan"
)
# "akun itu kami blokir": the agent stands before the bare verb.
_WE = r"(?:[Kk]ami|[Kk]ita)\s+(?:(?:sudah|telah|berhasil|juga|langsung|segera)\s+){0,2}"


_STOPPED = (
    r"(?:[Mm]enghentikan|[Mm]engamankan|[Mm]engh?adang|[Mm]enyergap)(?=\s+(?:(?!sementara)\w+\s+){0,3}(?:kapal|perahu|speed\s?boat|mobil|bus|minibus"
    r"|kendaraan|truk)\b)"
)


NO_PEOPLE = (
    r"(?!\s+(?:uang|dana|hasil|setoran|transfer\w*|pembayaran|biaya|aspirasi|keluhan|aduan"
    r"|pengaduan|laporan|barang)\b)"
)
"""Behind ``menampung``: what follows is no money and no complaint."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How one class of event is told.

    Attributes:
        active, passive: Patterns of verbs, and of nouns for the deed.
        affected: Property for the people it concerns.
        role: Role of people whose noun does not tell it.
        label: Word for captions.
    """

    cls: str
    active: re.Pattern[str]
    passive: re.Pattern[str]
    affected: str
    role: str
    label: str


def _frame(cls: str, active: str, passive: str, affected: str, role: str, label: str) -> Frame:
    return Frame(
        cls,
        re.compile(rf"\b(?:{active})(?:(?!\w)|(?<=\s))"),
        re.compile(rf"\b(?:{passive})(?:(?!\w)|(?<=\s))"),
        affected,
        role,
        label,
    )


FRAMES = (
    _frame(
        "Interception",
        (
            rf"[Mm]enggagalkan|[Mm]encegat|{_STOPPED}|[Mm]encegah\s+(?=(?:{_LEAVING})|⟨CNT)"
            rf"|(?:[Mm]enunda|[Mm]embatalkan|[Mm]enolak|[Pp]enundaan|[Pp]embatalan|[Pp]encegahan)\s+(?:ke|pem)berangkatan|[Mm]enunda\s+(?=⟨CNT)|[Pp]enggagalan|[Mm]engamankan\s+(?=(?:sebanyak\s+|sejumlah\s+)?⟨CNT)"
        ),
        r"[Dd]ihentikan(?!\s+sementara)|[Dd]iamankan|[Dd]igagalkan|kandas|[Dd]icegat|dicegah(?:\s+keberangkatannya|\s+berangkat)?|(?:ditunda|dibatalkan|ditolak)\s+(?:keberangkatannya|berangkat)"
        rf"|{_WE}(?:gagalkan|cegah|tunda)",
        "affected", "", "Penggagalan keberangkatan",
    ),
    _frame(
        "Rescue",
        r"[Mm]enyelamatkan|[Mm]engevakuasi|[Mm]embebaskan\s+(?=⟨CNT)|[Pp]enyelamatan",
        rf"[Dd]iselamatkan|[Dd]ievakuasi|{_WE}(?:selamatkan|evakuasi)",
        "affected", "", "Penyelamatan",
    ),
    _frame(
        "Arrest",
        (
            r"(?:[Mm]enjemput\s+paksa|[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]encokok|[Mm]enggelandang)(?:nya)?"
            r"|[Mm]engamankan(?!\s+barang)|[Pp]enangkapan(?:\s+terhadap)?"
        ),
        r"[Dd]igiring(?=\s+(?:\w+\s+){0,2}ke\s+(?:⟨|kantor\s+polisi|markas|[Mm]apol|Pol))"
        r"|[Tt]ertangkap(?:\s+tangan)?|[Dd]ijemput\s+(?:paksa|polisi|penyidik|petugas)|[Dd]itangkap|[Dd]iringkus|[Dd]ibekuk|[Dd]iciduk|[Dd]icokok|[Dd]igelandang|[Dd]iamankan"
        rf"|{_WE}(?:amankan|tangkap|ringkus|bekuk|ciduk)",
        "apprehended", "", "Penangkapan",
    ),
    _frame(
        "Raid",
        (
            r"[Mm]endatangi(?=\s+(?:sebuah\s+|satu\s+|dua\s+|tiga\s+|unit\s+)*(?:rumah|ruko|kontrakan|kos|apartemen|gudang|penampungan|hotel|losmen|kantor|lokasi|tempat|mes)\b)"
            r"|[Mm]enyidak|[Mm]elakukan\s+(?:inspeksi\s+mendadak|sidak)|(?:[Ii]nspeksi\s+mendadak|[Ss]idak)(?=\s+(?:\([a-z]+\)\s+)?(?:yang\s+)?(?:dilakukan|digelar|dilaksanakan|oleh)\b)|[Mm]enggerebek|[Mm]enggerebeg|[Mm]enggeledah|[Mm]elakukan\s+peng"
            r"(?:gerebekan|geledahan)|[Pp]enggerebekan|[Pp]enggeledahan"
        ),
        rf"[Dd]igerebek|[Dd]igeledah|{_WE}(?:gerebek|geledah)",
        "", "", "Penggerebekan",
    ),
    _frame(
        "Deportation",
        r"[Mm]endeportasi|[Dd]eportasi\s+(?=⟨CNT)",
        rf"[Dd]ideportasi|{_WE}deportasi",
        "affected", "", "Deportasi",
    ),
    _frame(
        "Repatriation",
        (
            r"[Mm]emulangkan|[Mm]emfasilitasi\s+(?:pe|ke)mulangan"
            r"|[Mm]emfasilitasi\s+kepulangan|[Pp]emulangan\s+(?=⟨CNT)"
        ),
        rf"[Dd]ipulangkan|{_WE}pulangkan|diterbangkan(?=\s+(?:\w+\s+){{0,2}}ke\s+(?:⟨LOC|[Tt]anah\s+[Aa]ir))|(?:tiba|mendarat)(?=\s+(?:\w+\s+){{0,2}}di\s+(?:[Tt]erminal\s+\w+\s+)?(?:⟨PNT|[Tt]anah\s+[Aa]ir))",
        "affected", "", "Pemulangan",
    ),
)  # fmt: skip
CONTENT = (
    re.compile(
        r"\b(?:[Mm]emblokir|[Mm]enurunkan|[Mm]enutup|[Mm]entakedown|[Mm]en-take\s*down"
        r"|[Mm]enghapus|[Mm]emutus\s+akses(?:\s+terhadap)?)\b"
    ),
    re.compile(
        r"\b(?:[Dd]iblokir|[Dd]iturunkan|[Dd]itutup|[Dd]ihapus|di-take\s*down"
        r"|ditindaklanjuti(?=[^.]{0,60}\b(?:pemutusan|pemblokiran|penurunan))"
        rf"|ditakedown|{_WE}(?:blokir|turunkan|tutup|hapus|take\s*down))\b"
    ),
)
SECURED = ("mengamankan", "diamankan")
"""Verbs that make an interception only of people who are about to leave."""
# "Dua orang yang diperiksa dipulangkan": let go by the police, not brought home.
RELEASED = re.compile(
    r"(?i)\b(?:diperiksa|pemeriksaan|diinterogasi|dimintai\s+keterangan|tidak\s+terbukti|wajib\s+lapor)\b[^.;]{0,60}\bdipulangkan\b"
    r"|\bdipulangkan\b[^.;]{0,30}\b(?:karena|setelah|usai)\b[^.;]{0,40}\b(?:korban|saksi|diperiksa|terbukti|bukti)\b"
)
"""Matches people let go by the police, whom nobody brought home."""
