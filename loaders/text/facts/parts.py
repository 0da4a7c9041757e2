"""Words for the parts that people play: what they are called, and what they do.

Owns one table of nouns and one of verbs for each role of the ``roles`` vocabulary; the patterns of
:mod:`loaders.text.facts.roles` and :mod:`loaders.text.facts.played` ask it. Refuses verbs that
anybody may do to anything: with those, what they are done to is part of the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.facts.deeds import NO_PEOPLE
from loaders.text.patterns import Pattern

_ALL = (
    r"(?:(?:para|calon|semua|seluruh|sejumlah|beberapa|belasan|puluhan|ratusan|setiap|tiap|seorang"
    r"|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d+)\s+)*"
)
PEOPLE = (
    rf"(?:⟨CNT\d+⟩|{_ALL}(?:korban(?:nya)?|calon(?:\s+\w+)?|(?i:c?pmi|tk[iw]|wni|abk)|pekerja|buruh|orang|perempuan|wanita|gadis|remaja|anak|warga|pemuda"
    r"|penumpang|rombongan|mereka|migran|imigran|pati|abk|awak|tenaga\s+kerja|mangsa|rekrutan|(?:tetangga|teman|kerabat|rekan)(?:-\w+)?(?:nya)?|peminat|pelamar|kandidat)\b)"
)
"""Matches people whom somebody recruits, carries or houses."""
_CRAFT = r"(?:kapal|perahu|speed\s?boat|boat|pompong|sampan|pancung|⟨VES\d+⟩)"
_CAR = rf"(?:mobil|kendaraan|bus|minibus|truk|angkutan|travel|transportasi|sepeda\s+motor|{_CRAFT})"
_HOUSE = (
    r"(?:(?:rumah|tempat|lokasi|kamar|gudang|ruko|kontrakan|kos(?:an)?|indekos|mes|asrama|penginapan|homestay|hotel|vila|apartemen|losmen)(?:nya)?\b"
    r"(?:\s+(?:penampungan|singgah|kos|kontrakan|tinggal|transit|sementara|menginap|persinggahan))*|penampungan|akomodasi)"
)
_NET = r"(?:jaringan|sindikat|komplotan|kelompok|operasi|bisnis|aksi|kegiatan)"
_LEAVING = (
    r"(?:ke|pem)?(?:berangkatan|pengiriman|penyelundupan|perekrutan|penampungan|perjalanan|penyeberangan|rekrutmen"
    r"|penempatan|pengurusan|perdagangan)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One role with its words.

    Attributes:
        role: Notation of the vocabulary.
        nouns: What who plays it is called.
        verbs: What who plays it does, with the object where the verb alone says too little.
        grave: Those of its verbs that tell of a crime by themselves.
    """

    role: str
    nouns: Pattern
    verbs: Pattern
    grave: Pattern


def _part(role: str, nouns: str, verbs: str, grave: str = r"(?!)") -> Part:
    return Part(
        role,
        Pattern(rf"(?:{nouns})(?:nya)?(?![a-z])", re.IGNORECASE),
        Pattern(rf"(?:{verbs}|{grave})(?:nya)?(?![a-z])"),
        Pattern(rf"(?:{grave})(?:nya)?(?![a-z])"),
    )


PARTS = (
    _part(
        "field-agent",
        r"petugas\s+(?:lapangan|rekrut(?:men)?)|(?-i:PL)\b|orang\s+lapangan|agen\s+lapangan|tenaga\s+lapangan",
        r"(?!)",
    ),
    _part(
        "calo",
        r"(?:pelaku\s+)?calo|sponsor|makelar|perantara|(?:mak\s+)?comblang|broker|pengepul\s+(?:tk[iw]|pmi|tenaga\s+kerja|calon|orang)",
        r"(?!)",
    ),
    _part(
        "recruiter",
        r"perekrut|penyalur|pengumpul|bagian\s+(?:perekrutan|rekrutmen)|(?:pencari|penjaring|penghimpun|pemasok)\s+(?:korban|calon|orang|pekerja|perempuan|penumpang|warga|tenaga|mangsa|tk[iw]|c?pmi)|(?:cari|rekrut)\s+(?:orang|korban|calon)",
        rf"merekrut|direkrut|(?:menjaring|mencari(?:kan)?|mengumpulkan|menghimpun|memasok|menyuplai|mendata|mengajak|menyalurkan)\s+{PEOPLE}|(?:mencari(?:kan)?|menyalurkan|mengajak)(?=\s*(?:,|dan|$))|membantu\s+(?:proses\s+)?(?:perekrutan|rekrutmen)",
        rf"(?:mencari|menjaring)\s+(?:mangsa|(?:calon\s+)?korban)|(?:merayu|membujuk|memikat|memperdaya|mengelabui)\s+(?:dan\s+\w+\s+)?{PEOPLE}"
        rf"|mencari\s+dan\s+(?:membujuk|merekrut|merayu)",
    ),
    _part(
        "harbourer",
        rf"penampung{NO_PEOPLE}|(?:penyedia|penjaga|pengelola|pemilik|pengurus)\s+(?:(?:rumah|tempat|lokasi)\s+)?(?:penampungan|singgah|transit|persinggahan)"
        rf"|penyedia\s+{_HOUSE}|(?:penjaga|pemilik)\s+{_HOUSE}\s+(?:tempat\s+(?:para\s+)?korban|yang\s+dijadikan)",
        rf"menampung{NO_PEOPLE}|mengelola\s+(?:rumah\s+)?penampungan|ditampung|menginapkan|(?:menyiapkan|menyediakan)\s+(?:sebuah\s+)?{_HOUSE}|(?:menjaga|mengawasi)\s+(?:{PEOPLE}|(?:rumah\s+)?penampungan)"
        rf"|(?:membuka|meminjamkan|merelakan|menjadikan|memakai|menggunakan)\s+{_HOUSE}\s+(?:untuk|sebagai)\s+(?:menampung|menginapkan|tempat|penampungan|lokasi)|menyewa(?:kan)?\s+{_HOUSE}\s+(?:untuk|guna|sebagai)\s+(?:menampung|tempat|penampungan)",
        rf"menyekap|mengurung\s+{PEOPLE}|menyembunyikan\s+{PEOPLE}",
    ),
    _part(
        "transporter",
        r"sopir|supir|pengemudi|antar[\s-]jemput|[pm]enjemput|pengantar|(?:peng)?angkut\w*(?=\s+(?:korban|calon|pmi|pekerja|orang))|pengangkut|kurir|tekong\s+darat|penyelundup|pengirim(?!\s+(?:uang|dana|paket|pesan|barang|surat|kabar))"
        rf"|penyedia\s+{_CAR}|penghantar",
        rf"(?:menyediakan|menyiapkan)\s+(?:sebuah\s+)?{_CAR}|dikemudikan|disopiri|(?:mengemudikan|menyopiri|menyetir|menyetiri)\s+(?!{_CRAFT})\w+|dijemput|diangkut"
        rf"|(?:menjemput|mengantar(?:kan)?|mengangkut|membawa|memberangkatkan|mengirim(?:kan)?|mengawal|memindahkan|menaikkan)\s+{PEOPLE}"
        rf"|meloloskan\s+{PEOPLE}"
        r"|(?:menjemput|mengantar(?:kan)?|memberangkatkan|membawa|mengirim|mengawal)(?=nya\b|\s*(?:,|dan|lalu|serta|$)|\s+(?:sampai|hingga|dari|ke|langsung)\s)|mengangkut|membantu\s+(?:proses\s+)?(?:pengiriman|pemberangkatan|keberangkatan|penyelundupan)",
        rf"(?:menyelundupkan|menyeberangkan)\s+{PEOPLE}",
    ),
    _part(
        "boat-skipper",
        r"tekong(?!\s+darat)|juru\s+mudi|juragan\s+(?:perahu|kapal)|motoris|na(?:k)?hkoda|nakhoda|kapten\s+(?:kapal|perahu|speed\s?boat)",
        rf"dina[kh]{{1,2}}odai|ditekongi|menakhodai|(?:mengemudikan|menyopiri|menyetir|membawa)\s+(?:sebuah\s+)?{_CRAFT}",
    ),
    # Who only runs errands for passports forges nothing.
    _part(
        "document-forger",
        r"pemalsu|pembuat\s+(?:\w+\s+){0,3}palsu|penyedia\s+(?:\w+\s+){0,2}palsu",
        r"dipalsukan",
        r"memalsukan|(?:membuat(?:kan)?|menerbitkan|mencetak|menyiapkan|menyediakan)\s+(?:[\w-]+,?\s+){1,8}palsu"
        r"|(?:memanipulasi|mengubah|merekayasa|menuakan)\s+(?:data|umur|usia|identitas|tahun\s+lahir|tanggal\s+lahir)\w*",
    ),
    _part(
        "financier",
        r"pendana|pemodal|penyandang\s+dana|penyedia\s+(?:modal|dana|uang)|penyokong\s+dana|cukong|donatur|pemberi\s+modal",
        r"membiayai|mendanai|memodali|(?:menyiapkan|menyediakan|mengucurkan|menggelontorkan|menyuntikkan|menyokong|menanggung|menalangi|mengeluarkan)"
        r"\s+(?:modal|dana|uang|(?:semua\s+|seluruh\s+)?biaya|ongkos)|membayar(?:i)?\s+(?:tiket|biaya|semua|seluruh)",
    ),
    _part(
        "coordinator",
        r"koordinator|pengendali|otak(?:nya)?|dalang|(?:big\s+)?bos(?:\s+besar)?|aktor\s+(?:utama|intelektual)|gembong|bandar|mastermind|(?:pemimpin|pimpinan|ketua|kepala|pentolan)\s+"
        rf"{_NET}|pengatur\s+(?:perjalanan|keberangkatan|jadwal|logistik|rute)|pengurus\s+(?:keberangkatan|perjalanan|pemberangkatan)|pengurus(?=\s*$|\s*[,.;\"”])",
        rf"(?:mengatur|mengurus|mengurusi)\s+(?:(?:seluruh|semua|jadwal|rute|soal)\s+)?{_LEAVING}|mengendalikan|meng?k?oordinasi(?:kan)?|mengoordinir|mengkoordinir"
        rf"|(?:memimpin|menjalankan|menggerakkan|mengatur)\s+{_NET}",
        r"mengotaki|mendalangi",
    ),
    _part("company-director", r"direktur(?!nya)", r"(?!)"),
)  # fmt: skip
"""Every role with its words, the narrower before the wider."""
_JOINT = Pattern(
    r"\b(?:lalu|kemudian)\b|\bsekaligus\b|\bmerangkap\b|\bserta\b|\bdan\s+juga\b|,|\bdan\b(?=\s+(?:me|pe))"
)


def roles_in(told: str) -> list[str]:
    """Return the roles that words tell: ``pemilik penampungan sekaligus perekrut`` are two."""
    # "mengoordinasikan perekrut": what is done tells more than whom it is done to.
    made = [
        verb_at(piece.lstrip(), 0)[0] or next((p.role for p in PARTS if _has(p, piece)), "")
        for piece in _JOINT.split(told)
    ]
    return list(dict.fromkeys(role for role in made if role))


def _has(part: Part, told: str) -> bool:
    return any(_at_word(rule, told) for rule in (part.nouns, part.verbs))


def _at_word(rule: Pattern, told: str) -> bool:
    return any(not told[f.start() - 1 : f.start()].isalpha() for f in rule.finditer(told))


def noun_at(text: str, at: int) -> tuple[str, int]:
    """Return the role that a noun at a position tells, and where its words end; else ("", at)."""
    for part in PARTS:
        if found := part.nouns.match(text, at):
            return part.role, found.end()
    return "", at


def role_at(text: str, at: int) -> tuple[str, int]:
    """Return the role that a verb or a noun at a position tells, and where its words end."""
    role, end, _ = verb_at(text, at)
    return (role, end) if role else noun_at(text, at)


def verb_at(text: str, at: int) -> tuple[str, int, bool]:
    """Return the role that a verb at a position tells, its end, and whether it tells of a crime."""
    for part in PARTS:
        if found := part.verbs.match(text, at):
            return part.role, found.end(), part.grave.match(text, at) is not None
    return "", at, False
