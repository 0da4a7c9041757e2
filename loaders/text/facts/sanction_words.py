"""How what is done to a licence is told, by kind, and where a clause of another kind begins.

Owns the words. Refuses permits that are no company's licence, such as ``izin tinggal``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.view import View

# The permit to recruit for one order, to stay, or to gather is no licence of the company.
LICENCE = (
    r"(?:[Ss]urat\s+[Ii]zin|SIP3MI|SIPPTKIS|SIUP[A-Z]*|[Ll]esen|[Ll]isensi|[Ii]zin(?!\s+(?:perekrutan|rekrut\w*|tinggal|keluar"
    r"|masuk|kerja(?!\s+sama)|keramaian|edar|impor|mendirikan|berlayar|orang\s+tua|suami|keluarga))|[Pp]erizinan)"
)
"""Source of a pattern for words that mean the licence of a company."""
FIRM = (
    r"(?:perusahaan|perseroan|P3MI|PT|CV|lembaga|balai|BLKLN|agensi|agen|LPK|yayasan|penyalur"
    r"|badan\s+usaha)"
)
"""Source of a pattern for words that mean a firm."""
_NOT = (
    r"(?:(?:tidak|tak)(?:\s+lagi)?\s+(?:di)?(?:boleh|izin|perboleh|perkenan|bisa)(?:kan)?|dilarang)"
    r"(?:\s+lagi)?"
)
_WORK = (
    r"(?:beroperasi|menempatkan|(?:melakukan\s+)?(?:penempatan|kegiatan)|memberangkatkan|merekrut|melayani"
    r"|menerima\s+(?:pendaftaran|calon))"
)
_BUSINESS = (
    r"(?:kegiatan|usaha|operasi\w*|pelayanan|layanan|(?:proses\s+)?penempatan|akses|aktivitas)"
)
KINDS: tuple[tuple[str, Pattern], ...] = (
    ("restored", Pattern(
        r"(?i)\b(?:mencabut\s+(?:skorsing|sanksi)|pencabutan\s+(?:skorsing|sanksi)|pengakhiran\s+(?:sanksi|skorsing)|mengakhiri\s+(?:masa\s+)?(?:sanksi|skorsing)"
        r"|kembali\s+(?:aktif|diaktifkan|diizinkan|diperbolehkan|dibolehkan)|(?:diaktifkan|aktif|diizinkan|diperbolehkan|berlaku|dibuka|hidup)\s+(?:kembali|lagi)"
        r"|(?:boleh|bisa|dapat|diizinkan|kini|telah|sudah)\s+(?:kembali\s+)?(?:beroperasi|melayani|menempatkan)\s+(?:lagi|kembali|normal)"
        r"|(?:boleh|bisa|dapat|diizinkan|kini|telah|sudah)\s+kembali\s+(?:beroperasi|melayani|menempatkan|memberangkatkan)"
        r"|sanksi\s+[^.⟨]{0,40}(?:⟨ORG\d+⟩\s+)?(?:telah\s+|resmi\s+|sudah\s+)*(?:dicabut|diakhiri)|memulihkan\s+izin"
        rf"|(?:skorsing|pembekuan|larangan)\s+(?:(?!{LICENCE})[^.;]){{0,80}}(?:dicabut|diakhiri|dihapus|dihentikan)|masa\s+(?:skorsing|sanksi|hukuman)\b[^.;]{{0,60}}\b(?:berakhir|selesai|habis)"
        r"|(?:sanksi|skorsing|pembekuan)\s+(?:(?:terhadap|atas|kepada|bagi)\s+)?⟨ORG\d+⟩(?:\s*,\s+(?:[^.,;⟨]|⟨(?:DAT|DUR)\d+⟩){2,60},)?\s+(?:(?:telah|sudah|resmi|kini|akhirnya|juga|dinyatakan)\s+)*(?:dicabut|diakhiri)"
        r"|sanksi\s+(?:terhadap|atas|kepada|bagi)\s+⟨ORG\d+⟩[^.;]{0,80}\b(?:telah|sudah|resmi|kini)\s+(?:dicabut|diakhiri)"
        r"|pemulihan\s+izin|keputusan\s+pemulihan|mengaktifkan\s+(?:kembali|lagi)|membuka\s+(?:kembali|lagi)\s+(?:izin|layanan|akses|akun)"
        r"|(?:izin|sanksi|status)[^.]{0,60}\b(?:dipulihkan|pulih)|pulih(?:\s+kembali)?\s+izin(?:nya)?|mendapat(?:kan)?\s+(?:izin(?:nya)?\s+kembali|kembali\s+izin(?:nya)?))\b"
    )),
    ("revoked", Pattern(
        rf"(?:\b[Mm]en(?:cabut|arik)\b|\b[Pp]encabutan\b)[^.⟨]{{0,60}}{LICENCE}|\b(?:[Mm]embatalkan|[Mm]enghapus|[Pp]embatalan)\s+(?!p(?:en|em)|skors|sanksi|keputusan|SK\b|surat)(?:\w+\s+)?{LICENCE}|{LICENCE}"
        rf"[^.]{{0,160}}?\b(?:di(?:cabut|batalkan|hapus|tarik)|(?:kami|kita)\s+(?:\w+\s+)?cabut)\b|\b(?:[Kk]ami|[Kk]ita)\s+(?:\w+\s+)?cabut\s+(?:\w+\s+){{0,2}}{LICENCE}|\bkehilangan\s+{LICENCE}"
        rf"|\b[Dd]icabut(?:nya)?\b[^.⟨]{{0,30}}{LICENCE}|\b[Dd]i(?:hapus|coret|keluarkan)\s+dari\s+daftar\s+(?:P3MI|perusahaan|agensi|penyalur|⟨)"
        r"|\bmencoret\s+(?=⟨ORG)|⟩(?:\s*\([^)]{1,40}\))?\s*[,:]?\s+(?:(?:telah|sudah|resmi|akhirnya|juga)\s+)*dicabut(?=\s*(?:[,.;]|$|dan\b|sedangkan|sementara|pada\b|sejak\b|per\b|melalui\b|lewat\b))"
        r"|\b[Yy]ang\s+(?:sudah\s+|telah\s+)?dicabut\b(?!\s+(?:sanksi|skorsing|pembekuan))(?=[^⟨.;]{0,24}⟨ORG)"
        rf"|\bSK\s+[Pp]encabutan|\b[Ss]urat\s+[Pp]encabutan|(?P<lost>\b(?:tidak|tak)\s+lagi\s+(?:memiliki|mempunyai|mengantongi|memegang|punya)\s+{LICENCE})"
    )),
    ("expired", Pattern(
        rf"\b(?:[Tt]idak|[Tt]ak|[Mm]enolak)\s+(?:lagi\s+)?memperpanjang\s+(?:masa\s+berlaku\s+)?{LICENCE}"
        rf"|(?:[Mm]asa\s+berlaku\s+)?{LICENCE}(?:(?!\b(?:dicabut|dibekukan)\b)[^.;]){{0,70}}?\b(?:(?:telah|sudah|sempat)\s+(?:lama\s+|pula\s+)?(?:mati|habis|kedaluwarsa|kadaluarsa|berakhir)\b"
        r"|kedaluwarsa|kadaluarsa|mati\s+sejak\b|(?:habis|berakhir)\s+(?:masa\s+berlaku(?:nya)?\s+)?(?:sejak\b|per\b|pada\b|(?=⟨DAT))|(?:tidak|tak)\s+(?:lagi\s+)?(?:diperpanjang|berlaku\s+lagi)\b)"
        r"|⟩(?:\s+di\s+⟨LOC\d+⟩)?\s+(?:sama-sama|juga|masing-masing)\s+(?:habis|berakhir)\s+(?:sejak|per|pada)\b"
    )),
    ("extended", Pattern(
        rf"(?i)\bperpanjangan\s+{LICENCE}[^.;]{{0,60}}?\b(?:diberikan|disetujui|dikabulkan|diterbitkan|terbit)|\bmemperpanjang\s+(?:masa\s+berlaku\s+)?{LICENCE}"
        rf"|\b{LICENCE}(?:(?!\b(?:sanksi|skorsing)\b)[^.;]){{0,60}}?\bdiperpanjang|\bmendapat(?:kan)?\s+perpanjangan\s+{LICENCE}"
    )),
    ("suspended", Pattern(
        r"(?i)\b(?:(?:di|men)?skors(?:ing)?\b|penghentian\s+(?:sementara|sebagian)|penghentian\s+(?:seluruh\s+|sebagian\s+)?(?=(?:kegiatan|usaha|operasional|pelayanan|layanan|penempatan)\b)"
        rf"|menghentikan\s+(?:sementara|(?:seluruh\s+|semua\s+|sebagian\s+)?(?={_BUSINESS}\b[^.;⟨]{{0,40}}⟨ORG))|di(?:ber)?hentikan\s+sementara|{LICENCE}[^.;⟨]{{0,24}}(?:⟨ORG\d+⟩)?[^.;⟨]{{0,30}}\bdinonaktifkan"
        rf"|(?:mem|di)bekukan(?!\s+(?:sementara\s+)?(?:layanan\s+)?(?:rekomendasi|rekening|aset|dana))\b|(?:menonaktifkan|memblokir|mengunci|dinonaktifkan)(?=\s+(?:sementara\s+)?(?:{LICENCE}|akun|akses|layanan)\b)"
        rf"|(?P<own>{_NOT}\s+(?:lagi\s+)?{_WORK}\b|melarang\s+(?:⟨ORG\d+⟩|{FIRM}(?:\s+[a-z]+)?\s+(?:itu|tersebut|ini))\s+(?:untuk\s+)?(?:kembali\s+)?{_WORK}\b|(?:dihentikan|dibekukan|ditutup)\s+{_BUSINESS}(?:nya)?\b|{_BUSINESS}nya\s+(?:\w+\s+)?(?:dihentikan|ditutup)\b|(?:harus|wajib|dipaksa|diminta)\s+berhenti\s+beroperasi)"
        r"|(?<=⟩\s)(?:dihukum|diganjar|dikenai|dijatuhi|disanksi)\s+(?:hukuman\s+|sanksi\s+)?(?:selama\s+)?(?=⟨DUR\d+⟩(?!\s+(?:penjara|kurungan|pidana|bui)))"
        r"|pembekuan(?:\s+sementara)?(?=\s+(?:seluruh\s+)?(?:\w+\s+)?(?:izin|SIP3MI|kegiatan|operasi"
        r"|usaha|penempatan|perusahaan|⟨ORG)))"
    )),
    ("warned", Pattern(
        r"(?i)\b(?:peringatan|teguran)\s+(?:tertulis|keras|resmi|pertama|kedua|ketiga|terakhir|I{1,3})\b|\bsurat\s+(?:peringatan|teguran)\b|\bSP[-\x20]?(?:[123]|I{1,3})\b"
        r"|\bdiperingatkan\b(?!\s+(?:agar|untuk|bahwa|supaya))|\bditegur\b|\bdiberi\s+(?:\w+\s+kali\s+)?(?:peringatan|teguran)\b"
        r"|\b(?:mendapat(?:kan)?|menerima|kena|dikenai|dijatuhi|diganjar|dilayangi|dikirimi)\s+(?:sanksi\s+)?(?:peringatan|teguran)\b(?!\s+(?:dini|agar|bahwa))(?:\s+(?:tertulis|keras|resmi|pertama|kedua|ketiga|terakhir)\b)?"
        r"|\b(?:memperingatkan|menegur)\s+(?:keras\s+|(?:secara\s+)?tertulis\s+)*(?=⟨ORG)"
    )),
    ("issued", Pattern(
        rf"(?i)\b(?:menerbitkan|diterbitkan|memberikan)\s+[^.⟨]{{0,20}}{LICENCE}|\b(?:resmi|baru|baru\s+saja)\s+(?:mengantongi|memperoleh|mendapat(?:kan)?|menerima)\s+{LICENCE}|\b{LICENCE}(?:\s+[a-z]+){{0,3}}\s+(?:diterbitkan|diberikan|diserahkan)\b"
    )),
)  # fmt: skip
"""Kinds of actions with their words; where several stand in a clause the first is the main one."""
SIZES = {
    "keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6,
    "ketujuhnya": 7, "kedelapannya": 8,
}  # fmt: skip
"""How many companies a word for all of them means."""
# "PT A dan PT B dicabut izinnya, PT C diskors": the verb of its own behind the next names.
_SANCTIONED = (
    r"(?=(?:⟨ORG\d+⟩(?:\s*\([^);]{0,30}\))?(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+)?){1,6}"
    r"\s*(?:(?!di|me|yang\b)[a-z]+\s+){0,2}(?:di(?:skors|cabut|jatuhi|kenai|kenakan|beri|bekukan|ganjar|hukum|peringatkan|tegur)"
    r"|mendapat|kena|terkena|menerima|diskors)\b)"
)
# "penghentian sementara kepada PT A dan peringatan tertulis kepada PT B": a noun begins anew.
_BREAK = Pattern(
    r"(?:,\s+(?:sementara|sedangkan|adapun|namun|lalu|kemudian|tetapi|tapi|dan)\b|;)\s"
    rf"|(?:(?<=[a-z])|(?<=⟨DUR\d⟩)|(?<=⟨DAT\d⟩))\s+(?:dan|serta)\s+{_SANCTIONED}|,\s+(?:dan\s+|serta\s+)?{_SANCTIONED}|\s+(?:sementara|sedangkan)\s+{_SANCTIONED}"
    r"|(?<=⟩)\s*,?\s+(?:dan|serta)\s+(?=(?:sanksi\s+|menjatuhkan\s+|(?:mem|pem)beri(?:kan|an)\s+|penjatuhan\s+|pengenaan\s+)*(?:peringatan\s+tertulis|surat\s+peringatan"
    r"|skorsing|penghentian\s+sementara|pembekuan|pencabutan|teguran)\b[^⟨.;]{0,30}\b(?:kepada|terhadap|bagi|untuk|izin)\s)"
)


def clauses(view: View) -> list[View]:
    """Return the clauses of a sentence that tells of several actions, else itself.

    "Izin PT A dicabut, sementara PT B diskors": what is done to one is not done to the other.
    """
    breaks, last = [], 0
    for found in _BREAK.finditer(view.masked):
        here, behind = view.masked[last : found.start()], view.masked[found.end() :]
        if first(here) is not None and first(behind) is not None:
            breaks.append(view.offset(found.start()))
            last = found.start()
    edges = [view.sentence.start, *breaks, view.sentence.end]
    return [part(view, start, end) for start, end in pairwise(edges)] if breaks else [view]


def part(view: View, start: int, end: int) -> View:
    """Return the view of a stretch of a sentence, by offsets of the document."""
    sentence = replace(view.sentence, start=start, end=end, text=view.text[start:end])
    items = [item for item in view.items if start <= item.start and item.end <= end]
    return View(sentence, items, view.text)


def first(masked: str) -> re.Match[str] | None:
    """Return the first words for an action in some masked text."""
    found = [one for _, rule in KINDS if (one := rule.search(masked))]
    return min(found, key=lambda one: one.start(), default=None)


# Who must not place workers at all has lost the licence, and is not suspended.
_LASTING = Pattern(
    r"⟨DUR\d+⟩|\b(?:selama|hingga|sampai)\b|\bsementara\s+waktu\b|\b(?:untuk|buat)\s+sementara\b"
)


def _is_for_a_time(view: View) -> bool:
    ranges = [item for item in view.items if item.kind is Kind.DATE and "/" in item.key]
    return bool(ranges) or _LASTING.search(view.masked) is not None


def kinds_of(view: View) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the kinds of action that a clause has words for, the main one first."""
    for kind, found in _all_kinds(view.masked):
        if not found.groupdict().get("own") or _is_for_a_time(view):
            yield kind, found


# One sentence is asked for by several readers in a row.
@lru_cache(maxsize=64)
def _all_kinds(masked: str) -> tuple[tuple[str, re.Match[str]], ...]:
    return tuple((kind, found) for kind, rule in KINDS for found in rule.finditer(masked))


# "PT B mendapat sanksi serupa": of the kind told before.
_THE_SAME = Pattern(
    r"(?i)\b(?:mendapat(?:kan)?|menerima|dijatuhi|dikenai|dikenakan|diganjar|kena|terkena)\s+(?:sanksi|hukuman)\s+(?:serupa|(?:yang\s+)?sama)\b"
)


def kind_of(view: View, before: str = "") -> tuple[str, re.Match[str] | None]:
    """Return the main kind of action that a clause has words for, with the words.

    Args:
        view: The clause.
        before: The kind told before, which ``sanksi serupa`` means.
    """
    same = _THE_SAME.search(view.masked) if before else None
    return next(kinds_of(view), (before, same) if same else ("", None))
