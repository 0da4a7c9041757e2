"""How each class of event is told: the verbs, their passives, and the nouns for the deed.

Owns the words; :mod:`loaders.text.facts.actions` owns what becomes of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.text.patterns import Pattern

_LEAVING = (
    r"(?:(?:upaya|rencana|aksi|praktik)\s+)?(?:ke|pem)?(?:berangkatan|pengiriman"
    r"|penyelundupan|penempatan|penyeludupan|perdagangan)|keberangkatan"
)
# "akun itu kami blokir": the agent stands before the bare verb.
_WE = r"(?:[Kk]ami|[Kk]ita)\s+(?:(?:sudah|telah|berhasil|juga|langsung|segera)\s+){0,2}"


CRAFT = (
    r"(?i:kapal|perahu|speed\s?boat|boat|pompong|sampan|feri"
    r"|mobil|minibus|bus|truk|travel|kendaraan)"
)
"""Pattern of what carries people."""
_STOPPED = (
    r"(?:[Mm]enghentikan|[Mm]engamankan|[Mm]engh?adang|[Mm]enyergap|[Mm]enyetop|[Mm]engejar|[Mm]enangkap)"
    rf"(?=\s+(?:(?!sementara)(?:\w+|⟨CNT\d+⟩)\s+){{0,3}}(?:{CRAFT}\b|⟨(?:VES|PLT)))"
)
_LEAVE = r"(?:(?:ke|pem)berangkatan|berangkat(?:nya)?)"
# "diturunkan dari pesawat", "tidak diizinkan naik kapal": kept from leaving.
_TAKEN_OFF = r"[Dd]iturunkan(?=\s+(?:paksa\s+)?dari\s+(?:pesawat|feri|kapal|bus|atas|⟨VES|KM\b))"
_LET_OUT = (
    r"(?:[Dd]ikeluarkan|[Dd]ibebaskan|[Dd]ilepaskan|[Dd]ibawa\s+keluar)(?=\s+(?:petugas\s+|polisi\s+|oleh\s[^.;]{3,40}\s)?dari\s+(?:dalam\s+|sebuah\s+|suatu\s+|kawasan\s+)*(?:gedung|pabrik|hotel|karaoke|kafe|klub|sekapan|penyekapan|penampungan|rumah|apartemen"
    r"|kompleks|kamp|kapal|lokasi|mes|tempat|perusahaan|kamar|ruko|asrama|⟨VES))"
    r"|[Dd]ibebaskan(?=\s+(?:oleh\s+)?(?:otoritas|kepolisian|polisi|tim|tentara|militer|pasukan|aparat|petugas|⟨ORG))"
)
_PREMISES = (
    r"(?:rumah|ruko|kontrakan|kos|indekos|apartemen|gudang|penampungan|hotel|losmen|penginapan|kantor|lokasi|tempat|mes|asrama|kamar"
    r"|kompleks|klub|kafe|LPK)"
)
# What inspectors go to see: "memeriksa penampungan milik PT A".
_INSPECTED = (
    r"(?:tempat\s+)?penampungan|kantor\s+(?:cabang\s+)?⟨ORG|asrama|balai\s+latihan"
    r"|lembaga\s+pelatihan"
)


# "memfasilitasi secara penuh proses pemulangan": how it is done, or a word for any deed.
_HOW = (
    r"(?:(?:secara\s+\w+|langsung|kembali|juga|turut|penuh|proses|kegiatan|misi|operasi)\s+){0,3}"
)
_UPON = r"(?:(?:terhadap|atas|bagi|kepada|untuk|sebanyak|sejumlah)\s+){0,2}"
_CARRY_OUT = (
    r"[Mm]e(?:mfasilitasi|laksanakan|lakukan|nggelar|nyelenggarakan|nuntaskan|rampungkan|realisasikan"
    r"|nangani|ngurus|ngatur|ngoordinasikan|mbantu|mimpin)"
)
_HOMECOMING = r"pemulangan|kepulangan|repatriasi"


def carried_out(nouns: str) -> str:
    """Return the pattern of verbs that only say that what a noun means was done.

    Args:
        nouns: Pattern of the nouns, joined by bars.
    """
    return rf"{_CARRY_OUT}\s+{_HOW}(?:{nouns})\b(?:\s+(?:terhadap|atas|bagi|kepada|untuk)\b)?"


def noun_of(nouns: str) -> str:
    """Return the pattern of nouns for a deed right before those counted whom it concerns."""
    return rf"(?:{nouns})\s+{_UPON}(?=⟨CNT)"


BROUGHT_HOME = carried_out(_HOMECOMING)
"""Pattern of ``memfasilitasi pemulangan`` and its like."""
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
    active: Pattern
    passive: Pattern
    affected: str
    role: str
    label: str


def _frame(cls: str, active: str, passive: str, affected: str, role: str, label: str) -> Frame:
    return Frame(
        cls,
        Pattern(rf"\b(?:{active})(?:(?!\w)|(?<=\s))"),
        Pattern(rf"\b(?:{passive})(?:(?!\w)|(?<=\s))"),
        affected,
        role,
        label,
    )


FRAMES = (
    _frame(
        "Interception",
        (
            rf"[Mm]engg?agalkan|[Mm]encegat|{_STOPPED}|(?:[Mm]enghalangi|[Mm]enangguhkan|[Mm]enahan|[Mm]elarang|[Mm]encegah)\s+{_LEAVE}"
            rf"|[Mm]enahan\s+(?:laju|langkah)|(?:[Mm]enghentikan|[Mm]engh?adang|[Mm]enghalau)\s+(?=(?:sebanyak\s+|sejumlah\s+)?⟨CNT)|[Mm]enghentikan\s+(?=(?:{_LEAVING})\b)|[Mm]enurunkan\s+(?:paksa\s+)?(?=(?:sebanyak\s+)?⟨CNT\d+⟩[^.;]{{0,60}}\sdari\s+(?:pesawat|feri|kapal|bus|⟨VES))|"
            rf"[Mm]encegah\s+(?=(?:{_LEAVING})|⟨CNT)"
            rf"|(?:[Mm]enunda|[Mm]embatalkan|[Mm]enolak|[Pp]enundaan|[Pp]embatalan|[Pp]encegahan)\s+(?:ke|pem)berangkatan|[Mm]enunda\s+(?=⟨CNT)|[Pp]enggagalan|(?:[Mm]engamankan|[Mm]enjaring|[Mm]enemukan|[Mm]endapati|[Mm]emergoki)\s+(?=(?:sebanyak\s+|sejumlah\s+|sedikitnya\s+|ada\s+)?⟨CNT)"
        ),
        rf"[Dd]ihentikan(?!\s+sementara)|[Dd]isetop|[Dd]istop|[Dd]iadang|[Dd]ihadang|[Dd]ihalau|[Dd]iamankan|[Dd]igagalkan|kandas|[Dd]icegat|[Tt]ercegah|dicegah(?!\s+ke\s)(?:\s+keberangkatannya|\s+berangkat)?"
        rf"|(?:ditunda|dibatalkan|ditolak|ditangguhkan)\s+(?:keberangkatannya|berangkat)|(?<=[Kk]eberangkatannya\s)(?:ditunda|dibatalkan|ditangguhkan)|{_TAKEN_OFF}"
        r"|[Dd]iamankannya(?=\s+⟨CNT)|[Tt]erjaring|[Tt]erciduk|[Dd]ijaring|[Dd]itemukan|[Dd]ipergoki|[Dd]itangkap(?!nya)"
        rf"|{_WE}(?:gagalkan|cegah|tunda|amankan)",
        "affected", "", "Penggagalan keberangkatan",
    ),
    _frame(
        "Rescue",
        r"[Mm]enyelamatkan(?!\s+(?:data|aset|uang|dokumen|barang|muka|nama)\b)|[Mm]engevakuasi|(?:[Mm]embebaskan|[Mm]engeluarkan)\s+(?=⟨CNT)|(?:[Mm]elepaskan|[Mm]embawa\s+keluar|[Mm]enolong)\s+(?=⟨CNT\d+⟩[^.;]{0,60}\sdari\s)|[Pp]enyelamatan|"
        rf"{carried_out('penyelamatan|evakuasi|pembebasan')}|{noun_of('[Ee]vakuasi|[Pp]embebasan')}",
        rf"[Dd]iselamatkan|[Tt]erselamatkan|[Dd]ievakuasi|{_LET_OUT}|{_WE}(?:selamatkan|evakuasi)",
        "affected", "", "Penyelamatan",
    ),
    _frame(
        "Arrest",
        (
            r"(?:[Mm]enjemput(?:\s+paksa)?|[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]encokok|[Mm]encomot|[Mm]emborgol|[Mm]enggulung|[Mm]enggelandang|[Mm]emboyong|[Mm]enyergap)(?:nya)?"
            r"|[Mm]engamankan(?!\s+barang)|[Mm]enjaring|[Pp]enangkapan(?:nya)?(?:\s+terhadap)?|(?:[Dd]itangkap|[Tt]ertangkap|[Dd]ibekuk|[Dd]iringkus)nya"
        ),
        r"(?:[Dd]igiring|[Dd]iboyong)(?=\s+(?:\w+\s+){0,2}ke\s+(?:kantor\s+polisi|markas|[Mm]apol|[Mm]ako|Pol(?:da|res|sek)|(?:mobil|kantor)\s+(?:polisi|tahanan)|sel\b|tahanan))"
        r"|[Dd]igiring(?=\s+(?:\w+\s+){0,2}ke\s+(?:⟨|mobil\b))|[Dd]isergap|[Dd]iborgol|[Tt]erjaring|[Dd]ijaring"
        r"|[Tt]ertangkap(?:\s+(?:tangan|basah))?|[Tt]erciduk|[Dd]ijemput\s+(?:paksa|polisi|penyidik|petugas\s+(?:kepolisian|polisi))|[Dd]itangkap|[Dd]iringkus|[Dd]ibekuk|[Dd]iciduk|[Dd]icokok|[Dd]igelandang|[Dd]iamankan"
        rf"|{_WE}(?:amankan|tangkap|ringkus|bekuk|ciduk)",
        "apprehended", "", "Penangkapan",
    ),
    _frame(
        "Raid",
        (
            rf"(?:[Mm]endatangi|[Mm]enyambangi|[Mm]enyisir|[Mm]endobrak|[Mm]enyergap)(?=\s+(?:sebuah\s+|satu\s+|dua\s+|tiga\s+|unit\s+|pintu\s+)*{_PREMISES}\b)"
            rf"|[Mm]emeriksa(?=\s+(?:sebuah\s+|satu\s+|dua\s+|tiga\s+|⟨CNT\d+⟩\s+)?(?:{_INSPECTED})\b)|[Mm]elakukan\s+inspeksi(?=\s+(?:ke|di|terhadap)\b)"
            r"|[Mm]erazia|[Mm]enyatroni|[Mm]enyerbu|[Mm]engobrak-abrik|[Mm]embongkar(?=\s+(?:sebuah\s+|lokasi\s+|rumah\s+|tempat\s+)*penampungan)|[Mm]enginspeksi(?=\s+(?:sebuah\s+)?(?:kantor|rumah|penampungan|lokasi|tempat))|(?:(?<=saat\s)|(?<=Saat\s)|(?<=dalam\s)|(?<=Dalam\s)|(?<=ketika\s))(?:inspeksi(?:\s+mendadak)?|sidak|razia)"
            r"|[Mm]enyidak|[Mm]elakukan\s+(?:inspeksi\s+mendadak|sidak)|(?:[Ii]nspeksi\s+mendadak|[Ss]idak)(?=\s+(?:\([a-z]+\)\s+)?(?:yang\s+)?(?:(?:dilakukan|digelar|dilaksanakan|oleh)\b|⟨ORG))|[Mm]engge?rebe[gk]|[Mm]enggeledah|[Mm]elakukan\s+peng"
            r"(?:ge?rebe[gk]k?an|geledahan)|[Pp]engge?rebe[gk]k?an|[Pp]enggeledahan"
        ),
        rf"[Dd]ige?rebe[gk]|[Dd]igeledah|[Dd]irazia|[Dd]isatroni|[Dd]iserbu|[Dd]isidak|[Dd]isisir|[Dd]idobrak|[Dd]idatangi(?=\s+(?:tim|petugas|polisi|aparat|personel|anggota|penyidik|⟨ORG))|{_WE}(?:ge?rebe[gk]|geledah)",
        "", "", "Penggerebekan",
    ),
    _frame(
        "Deportation",
        rf"[Mm]endeportasi|{carried_out('deportasi')}|[Mm]engirim\s+pulang\s+paksa|{noun_of('[Dd]eportasi')}|[Mm]emulangkan\s+paksa",
        rf"[Dd]ideportasi|[Dd]ipulangkan\s+(?:secara\s+)?paksa|{_WE}deportasi",
        "affected", "", "Deportasi",
    ),
    _frame(
        "Repatriation",
        (
            rf"[Mm]emulangkan(?!\s+paksa)|[Mm]erepatriasi|{BROUGHT_HOME}"
            rf"|{noun_of('[Pp]emulangan|[Kk]epulangan|[Rr]epatriasi')}"
        ),
        rf"[Dd]ipulangkan(?!\s+(?:secara\s+)?paksa)|[Dd]irepatriasi|{_WE}pulangkan|diterbangkan(?=\s+(?:\w+\s+){{0,2}}ke\s+(?:⟨LOC|[Tt]anah\s+[Aa]ir))|(?:tiba|mendarat)(?=\s+(?:\w+\s+){{0,2}}di\s+(?:[Tt]erminal\s+\w+\s+)?(?:⟨PNT|⟨LOC|[Tt]anah\s+[Aa]ir))",
        "affected", "", "Pemulangan",
    ),
)  # fmt: skip
CONTENT = (
    Pattern(
        r"\b(?:[Mm]emblokir|[Mm]enurunkan|[Mm]enutup|[Mm]entakedown|[Mm]en-take\s*down"
        r"|[Mm]enghapus|[Mm]emutus\s+akses(?:\s+terhadap)?)\b"
    ),
    Pattern(
        r"\b(?:[Dd]iblokir|[Dd]iturunkan|[Dd]itutup|[Dd]ihapus|di-take\s*down"
        r"|ditindaklanjuti(?=[^.]{0,60}\b(?:pemutusan|pemblokiran|penurunan))"
        rf"|ditakedown|{_WE}(?:blokir|turunkan|tutup|hapus|take\s*down))\b"
    ),
)
INTERCEPTION = FRAMES[0]
"""How people are told to be stopped on their way out."""
SENDING = Pattern(
    r"\b(?:saat|ketika|sewaktu|tatkala)\s+(?:(?:hendak|akan|sedang|tengah|mencoba|berupaya|berusaha|ingin|bersiap)\s+)+"
    r"(?:memberangkatkan|menyelundupkan|mengirim(?:kan)?|menyeberangkan|menerbangkan|meloloskan|membawa|mengantar(?:kan)?)(?=\s(?:[^.;,⟨\"“]{0,40}\b(?:C?PMI|TK[IW]|pekerja\s+migran|calon)|[^.;,⟨\"“]{0,20}⟨CNT\d+⟩))"
)
"""Matches the clause of an arrest that stopped a departure: ``saat hendak mengirim 10 PMI``."""
FOUND = ("menemukan", "mendapati", "memergoki", "ditemukan", "dipergoki")
"""Verbs that make an interception only of people found on their way out."""
SECURED = ("kami amankan", "kita amankan",
           "menghentikan ", "mengadang ", "menghadang ", "menghalau ", "mengamankan", "diamankan",
           "menjaring", "terjaring", "dijaring", "terciduk")  # fmt: skip
"""Verbs that make an interception only of people who are about to leave."""
_GENTLE = Pattern(r"(?i)aman|jemput(?!\w*\s+paksa)|boyong|jaring")
BY_POLICE = Pattern(r"(?i)(?:menjemput|memboyong)(?:nya)?$")
"""Matches verbs that tell of an arrest only where police are the subject."""
# "Dua orang yang diperiksa dipulangkan": let go by the police, not brought home.
RELEASED = Pattern(
    r"(?i)\b(?:diperiksa|pemeriksaan|diinterogasi|dimintai\s+keterangan|tidak\s+terbukti|wajib\s+lapor)\b[^.;]{0,60}\bdipulangkan\b"
    r"|\bdipulangkan\b[^.;]{0,30}\b(?:karena|setelah|usai)\b[^.;]{0,40}\b(?:korban|saksi|diperiksa|terbukti|bukti)\b"
)
"""Matches people let go by the police, whom nobody brought home."""


def is_gentle(deed: str) -> bool:
    """Whether a verb of arrest is said of people brought to safety, too: ``mengamankan``."""
    return _GENTLE.search(deed) is not None
