"""Numbers of a sentence as cells of a table in prose, with the words to their left and right.

Owns which numbers may count people at all, with or without a noun: ``21 berasal dari NTB``,
``yang perempuan 3``, ``seorang hamil``. Refuses years, ages, rates, shares of a hundred, plans and
numbers of things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.counts import Counted
from loaders.text.money import Money
from loaders.text.numbers import APPROXIMATE, NUMBER, Bounds, bounds
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View

_NUMBER = Pattern(
    rf"⟨CNT(?P<mark>\d+)⟩|(?<![\w.,/:–-])(?:(?P<q>{APPROXIMATE})\s+)?(?P<n>{NUMBER})"
    rf"(?P<an>(?<=ribu)an|(?<=ratus)an)?(?!\s+dari\s+(?:tiga|empat|lima|sepuluh|seratus)\b)(?:\s+dari\s+(?:total\s+|sekitar\s+)?(?P<of>{NUMBER}))?(?P<u>\s+(?:orang|org|jiwa|peti(?:\s+mati)?(?!\s+kemas)|(?<=\d\s)penduduknya|(?<=\d\s)warganya)\b)?"
    r"(?![\w%⟩]|-\w|[.,]\d|\s*(?:persen|%|belas|puluh|ratus|ribu|juta|pun\b)|\s+(?:dari|banding)\s+(?:tiga|empat|lima|sepuluh|seratus)\b)"
    r"|\b(?P<one>[Ss]eorang)\b(?!\s+(?:pun|diri)\b|(?:\s+[a-z-]+){1,3}\s+(?:berinisial|bernama)\b)",
    re.IGNORECASE,
)
_OUT_OF = Pattern(rf"(?i){NUMBER}\s+(?:orang\s+)?dari\s+(?:total\s+)?(?P<of>{NUMBER})\b")
_COFFINS = Pattern(r"(?i)\b(?:peti|jenazah|jasad)\b")
_YEAR = Pattern(r"(?:19|20)\d\d")
# What stands before a number that counts nobody, or nobody yet.
_NOBODY = Pattern(
    r"(?i)(?:\b(?:usia\w*|berusia|umur\w*|berumur|pukul|tanggal|nomor|no\.|pasal|ayat|kamar|lantai|blok|kelas|angkatan"
    r"|gelombang|kloter|tahap|jalan|km|rp|urutan|peringkat|rata-rata|per|ke|antara|skor|pukul|jam|RT|RW|bus|armada|telepon|menelepon)\s+$)"
    r"|\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|selisih)\s+(?:sebanyak\s+|sebesar\s+|sekitar\s+)?$"
    r"|\b(?:target\w*|kuota|kapasitas|seandainya|andai|rata-rata|ancaman|maksimal|menargetkan|ditargetkan"
    r"|diproyeksikan|menyentuh|anggaran|lowongan\s+(?:kerja\s+)?(?:untuk|bagi|sebanyak)|kebutuhan|membutuhkan|permintaan|slot|formasi|kursi)\b(?:[^.;⟨]|⟨(?:LOC|DAT|ORG)\d+⟩){0,60}$"
    r"|\b(?:jaksa|hakim|petugas|penyidik|personel|advokat|pengacara|tim)\b[^.;⟨]{0,60}\bterdiri\s+(?:dari|atas)\s+$"
    r"|\b(?:akan|hendak|berencana|rencananya|rencana(?=\s+me)|siap|sanggup|dapat|bisa|mampu|ingin|belum|bakal|segera|diharapkan|jika|apabila|bila|kalau)\b[^.;,⟨\d]{0,60}$"
)
# What stands behind a number of things, of money, of time, or of a rate.
_THINGS = Pattern(
    # "9 (sembilan) kelurahan": releases spell numbers out behind the digits.
    r"(?i)\s*(?:[-–/]\s*\d|(?:\)\s*|\([a-z\s]{3,40}\)\s+)?(?:tahun|bulan|pekan|minggu|hari|jam|menit|kali|kilometer|km|meter|ton|kilogram|kg|gram|liter|ekor"
    r"|unit|buah|lembar|eksemplar|titik|lokasi|rumah|kamar|desa|kelurahan|kalurahan|wilayah|dusun|nagari|kecamatan|kabupaten|kota|provinsi|negara|kapal|mobil|motor|bus"
    r"|paspor|visa|dokumen|berkas|surat|SPDP|tiket|ponsel|ginjal|organ|juta|miliar|triliun|rupiah|ringgit|dolar|persen|kelompok|keluarga|kk\b|jaringan|pasal"
    r"|tempat|lembaga|instansi|gelombang|kloter|tahap|pihak|hal|jenis|sektor|bidang|wib|wita|wit|saksi|polisi|petugas|personel"
    r"|anggota|penyidik|tersangka|pelaku|terdakwa|tekong|calo|sponsor|agen|perusahaan|akun|konten|lowongan|poin|modus|faktor|cara)\b)"
    r"|[^.;,]{0,80}\s(?:tiap|setiap|saban|per)[\s-]+(?:hari|pekan|minggu|bulan|tahun)\b"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a sentence.

    Attributes:
        start, end: Where it stands in the masked text.
        item: The count it is, where a noun stands beside it.
        number: As printed.
        bounds: What it says.
        unit: Notation of ``count-units``, empty where no noun tells it.
        left, right: The masked words back to, and up to, the next number.
        of: The number that the text says it is out of, as printed.
    """

    start: int
    end: int
    item: Item | None
    number: str
    bounds: Bounds
    unit: str
    left: str
    right: str
    of: str = ""

    @property
    def is_one(self) -> bool:
        """Whether it is ``seorang``, which oftener is an article than a number."""
        return self.number.casefold() == "seorang"

    @property
    def size(self) -> int:
        """The number, its lower end first."""
        lower, upper = self.bounds.lower, self.bounds.upper
        return lower if lower is not None else upper or 0

    @property
    def value(self) -> Counted | None:
        """What the count beside a noun holds."""
        value = self.item.value if self.item else None
        return value if isinstance(value, Counted) else None

    @property
    def noun(self) -> str:
        """The noun beside it, or empty."""
        return self.value.noun if self.value else ""

    @property
    def is_of_dead(self) -> bool:
        """Whether coffins or bodies are counted."""
        told = self.item.text if self.item else self.number
        return _COFFINS.search(told) is not None

    @property
    def role(self) -> str:
        """The role that the noun tells, or empty."""
        return self.value.role if self.value else ""


def cells(view: View) -> list[Cell]:
    """Return the numbers of a sentence that may count something, in order."""
    found = [one for one in _NUMBER.finditer(view.masked) if not _is_year(one)]
    made = []
    for index, one in enumerate(found):
        before = found[index - 1].end() if index else 0
        behind = found[index + 1].start() if index + 1 < len(found) else len(view.masked)
        left, right = view.masked[before : one.start()], view.masked[one.end() : behind]
        if cell := _cell(view, one, left, right):
            made.append(cell)
    return made


# "satu dari tiga PMI": a share, which counts nobody.
_RATIO = Pattern(r"(?i)\bdari\s+(?:tiga|empat|lima|sepuluh|seratus)\b(?!\s+(?:orang\s+)?menjadi\b)")


def is_ratio(words: str) -> bool:
    """Tell whether words state a share: ``tiga dari sepuluh orang``."""
    return _RATIO.search(words) is not None


def _is_year(found: re.Match[str]) -> bool:
    return bool(found["n"] and _YEAR.fullmatch(found["n"]) and not found["u"])


def _cell(view: View, found: re.Match[str], left: str, right: str) -> Cell | None:
    if _NOBODY.search(view.masked[max(0, found.start() - 90) : found.start()]):
        return None
    span = found.span()
    if _THINGS.match(right) or (_PAYS.match(right) and _is_each(view)):
        return None
    if found["mark"]:
        item = view.item_number(int(found["mark"]))
        value = item.value
        if not isinstance(value, Counted) or value.is_recalled or is_ratio(item.text):
            return None
        of = _OUT_OF.search(item.text)
        told = of["of"] if of else ""
        return Cell(*span, item, value.number, value.bounds, value.unit, left, right, told)
    if found["one"]:
        return Cell(*span, None, found["one"], Bounds(1, 1), "persons", left, right)
    return _bare(found, left, right)


# "Satu orang membayar Rp 20 juta hingga Rp 35 juta": so much each.
_PAYS = Pattern(
    r"\s+(?:orang\s+)?(?:harus\s+|wajib\s+)?(?:membayar|dipungut|dimintai|dikenai|diminta)\b"
)


def _is_each(view: View) -> bool:
    """Whether a sentence tells a range of sums, as many pay who each paid another."""
    sums = [item.value for item in view.items if isinstance(item.value, Money)]
    return any(one.upper_idr is not None for one in sums)


def _bare(found: re.Match[str], left: str, right: str) -> Cell | None:
    """Return the cell of a number without a noun that counts recognise."""
    read = bounds(found["q"] or "", found["n"], None)
    if read is None or (read.lower is None and read.upper is None):
        return None
    if found["an"]:
        read = Bounds(read.lower, read.upper, "about")
    number = f"{found['n']}{found['u'] or ''}"
    unit = "persons" if found["u"] else ""
    return Cell(*found.span(), None, number, read, unit, left, right, found["of"] or "")
