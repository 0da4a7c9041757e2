"""A sentence about a court as a row of signs: who, what is pronounced, asked for, or only possible.

Owns which words of a sentence put what follows them under a judgment, a demand or a threat, and
which persons may be judged. Refuses time that nobody is locked up for: stand-in terms, differences,
probation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.appeals import months_of
from loaders.text.kin import KIN, OF_KIN
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View


class Sign(StrEnum):
    """What a stretch of a court's sentence is."""

    PERSON = "person"
    OTHER = "other"
    PRONOUN = "pronoun"
    ALL = "all"
    KIN = "kin"
    TERM = "term"
    FINE = "fine"
    RESTITUTION = "restitution"
    JUDGED = "judged"
    SERVED = "served"
    GOT = "got"
    FREED = "freed"
    ASKED = "asked"
    FEARED = "feared"
    THAN = "than"
    COURT = "court"
    EACH = "each"
    TO = "to"
    YANG = "yang"
    END = "end"


@dataclass(frozen=True, slots=True)
class Found:
    """One sign, where it stands in the masked text, and what it is worth.

    Attributes:
        items: The marks behind it: several for ``2 tahun 6 bulan``.
        months: Length of a term.
        is_loose: For a term, that ``dan`` joins its parts: it may be two.
    """

    sign: Sign
    start: int
    end: int
    items: tuple[Item, ...] = ()
    months: int = 0
    is_loose: bool = False


BURDENS = (
    r"(?:jaksa|jpu|penuntut\s+umum)\s+(?:(?:juga|turut|pun)\s+)?"
    r"(?:membebankan|menjatuhkan|mewajibkan|mengenakan|membebani)\b"
)
"""Words with which prosecutors ask for what only a court can impose."""
_OF = "vonis|hukuman|pidana|penjara|kurungan|bui|selama|berat|terberat|teringan|terlama|lebih"
_WORDS: dict[Sign, tuple[str, ...]] = {
    Sign.FREED: (
        r"(?:(?:di|mem)?vonis|putusan|diputus|memutus(?:kan)?)(?:nya)?\s+(?:bebas|lepas|onslag)",
        r"(?:di|mem)bebaskan(?!\s+bersyarat)|(?:di|me)lepaskan\s+dari\s+(?:segala\s+)?(?:tuntutan|dakwaan)",
        r"(?:tidak|tak)\s+(?:terbukti\s+)?(?:secara\s+sah\s+dan\s+meyakinkan\s+)?bersalah",
    ),
    Sign.ASKED: (
        BURDENS,
        r"menuntut(?:nya)?|dituntut|tuntutan(?:nya)?|permintaan|permohonan|rekuisitor",
        r"(?:me)?minta\b(?=[^.;]{0,40}\b(?:hakim|majelis|agar|supaya|dihukum|membayar|pidana|restitusi))",
        r"pantas|layak|patut|seharusnya|semestinya|sepatutnya|mengusulkan|diusulkan",
    ),
    Sign.FEARED: (
        r"ter?ancam|diancam|ancaman(?:nya)?|mengancam(?:nya)?|maksimal|minimal|maksimum|minimum|rata-rata|tertinggi|terendah",
        r"paling\s+(?:lama|singkat|sedikit|banyak|lambat|cepat|rendah|tinggi)|(?:bisa|dapat|mungkin|berpotensi)\s+(?:\w+\s+)?di\w+",
    ),
    Sign.THAN: (
        r"lebih\s+(?:berat|ringan|tinggi|rendah|lama)\s+(?:\w+\s+){0,2}?(?:dari(?:pada)?|dibanding(?:kan)?|ketimbang)",
    ),
    Sign.JUDGED: (
        r"(?:di|mem)?vonis(?:nya|kan)?|(?:di|meng)hukum(?:nya|kan)?|(?:di|meng)ganjar(?:nya)?|(?:di|men)jatuh(?:i|kan)(?:nya)?",
        r"(?:di|mem)pidana(?:nya|kan)?|(?:di|mem)penjara(?:nya|kan)|diputus(?:kan)?|penghukuman|mengetu?ok\w*",
        r"(?:di|meng)kenai(?:nya)?(?=\s+(?:pidana|hukuman|penjara|⟨DUR))|pidana\s+pokok\w*|(?:menerima|mendapat(?:kan)?)\s+(?:hukuman|vonis)",
        r"hukuman(?=[^.;]{0,110}\bdibacakan\b)",
        r"(?:menetapkan|membebankan|mewajibkan|memerintahkan|diwajibkan|dibebani|dibebankan)(?=[^.;⟨]{0,40}\b(?:restitusi|denda)\b)",
        r"(?:di|me)nyatakan(?:nya)?(?=[^.;]{0,60}\bbersalah\b)|memutus(?:kan)?(?=[^.;]{0,60}\bbersalah\b)",
    ),
    Sign.SERVED: (
        r"(?:(?:harus|mesti|wajib|akan|bakal|kini|untuk)\s+)?(?:mendekam|meringkuk|tinggal|menghuni|menghabiskan)(?=[^.;⟨]{0,40}⟨DUR)",
        r"(?:(?:harus|mesti|wajib|akan|bakal|kini|untuk)\s+)?menjalani(?=\s+(?:(?:sisa\s+|masa\s+)?(?:hukuman|pidana|vonis|penjara)\b[^.;⟨]{0,40})?⟨DUR)",
    ),
    Sign.GOT: (
        rf"(?:mendapat(?:kan)?|menerima|memperoleh|kebagian|kena|diberi|dihadiahi|dapat)(?=\s+(?:(?:{_OF})\s+){{0,3}}⟨DUR)",
    ),
    Sign.EACH: (r"masing-masing|berturut-turut|secara\s+berurutan|setiap\s+terdakwa",),
    Sign.ALL: (
        r"keduanya|ketiganya|keempatnya|kelimanya|mereka|(?:para|kedua|ketiga|keempat|kelima|seluruh)\s+terdakwa",
    ),
    Sign.COURT: (r"hakim|majelis|pengadilan|mahkamah",),
    Sign.TO: (r"kepada|terhadap|untuk|bagi|atas(?:\s+diri)?",),
    Sign.PRONOUN: (
        r"ia|dia|dirinya|yang\s+bersangkutan|terdakwa|terpidana",
        r"(?:perempuan|wanita|pria|lelaki|laki-laki)\s(?:[^⟨.,;]|⟨(?:LOC|DUR|ORG)\d+⟩){0,90}?(?:itu|tersebut)",
    ),
    Sign.YANG: ("yang",),
    Sign.END: (r"tetapi|namun|sedangkan|sementara(?:\s+itu)?|adapun|padahal",),
    Sign.KIN: (rf"(?:sang\s+)?(?:{KIN})nya|sang\s+(?:suami|istri)",),
}
_ROW = Pattern(
    r"(?P<mark>⟨[A-Z]{3}\d+⟩)|(?P<stop>[;:])|(?i:"
    + "|".join(rf"(?P<{sign}>\b(?:{'|'.join(words)})\b)" for sign, words in _WORDS.items())
    + ")"
)
# Nobody sits these out: they stand in for money, or tell a difference or a period.
_NO_TERM = Pattern(
    r"(?i)(?:subsid(?:e|ai)r\w*|\bsubs\.?|diganti\w*|pengganti|apabila|jika|bila|dengan\s+ketentuan)[^⟨]{0,60}$"
    r"|\b(?:lebih\s+(?:ringan|berat|rendah|tinggi|lama)|selisih|berkurang|bertambah|dipotong|dikurangi|diturunkan|ditambah|percobaan|selama\s+masa)\s+(?:\w+\s+)?$"
    r"|\b(?:usia|berusia|berumur|semula|setelah|selama\s+lebih|sejak|dalam\s+waktu|dalam|masa\s+\w+|sudah|telah)\s+$"
)
_NO_TERM_AFTER = Pattern(
    r"(?i)\s*(?:(?:pidana\s+)?kurungan\b(?!\s+penjara)|lebih\s+(?:ringan|rendah|berat|tinggi|lama)\b|di\s+(?:bawah|atas)\b|masa\s+percobaan|lagi\b|terakhir\b"
    r"|kemudian\b|bekerja\b|(?:itu|tersebut)\b|dan\s+\w+\s+penjara\b)"
)
# Who is named behind these is not the one who is judged.
_OTHER = Pattern(
    r"(?i)\b(?:(?:korban|saksi|ahli|pelapor|pengacara(?:nya)?|advokat|(?:kuasa|penasi?e?hat)\s+hukum(?:nya)?(?:\s+terdakwa)?|panitera|majikan|petugas)\s*,?"
    r"|jaksa|penuntut\s+umum|jpu|hakim|anggota|oleh|milik|didampingi|dibela|kata|ujar|tutur|ucap|jelas|terang|menurut|merekrut|memberangkatkan|mengirim|menyekap|menyiksa|bersama|dengan|dari|keluarga"
    r"|suruhan|perintah|disuruh|dibayar|dibantu|membantu|mengenal|diketuai|dipimpin|dibacakan)\s+(?:para\s+|bernama\s+|berinisial\s+|oleh\s+|ketua\s+|anggota\s+|tunggal\s+|seorang\s+)*$"
)
# Of these it is certain that they are no defendants.
OF_OFFICE = Pattern(
    r"(?i)\b(?:korban|saksi|ahli|pelapor|pengacara\w*|advokat|(?:kuasa|penasi?e?hat)\s+hukum\w*|panitera|jaksa|penuntut\s+umum|jpu|hakim|kata|ujar|tutur|ucap|jelas|terang|menurut)\b[^⟨;.]{0,24}$"
)
"""Matches the words before a name that say in what part somebody is there."""
# "dua tahun setelah itu", but "selama empat tahun setelah hakim menyatakan".
_NO_TERM_SINCE = Pattern(r"\s*(?:sejak|setelah)\b")
_LASTS = Pattern(
    r"(?i)\b(?:selama|penjara|pidana|hukuman|vonis|(?:di|mem)vonis|(?:di|meng)hukum)\s+$"
)
_AND = Pattern(r"\s*(?:dan\s+)?")
_YEAR = 12


def row(context: Context, view: View) -> list[Found]:
    """Return the signs of a sentence from left to right."""
    made: list[Found] = []
    for found in _ROW.finditer(view.masked):
        if found["mark"]:
            _add_mark(context, view, found, made)
        elif found["stop"]:
            made.append(Found(Sign.END, *found.span()))
        else:
            one = Found(Sign(found.lastgroup or ""), *found.span())
            if one.sign not in _DEEDS or reality.is_real(view, one.start):
                made.append(one)
    return made


_DEEDS = (Sign.JUDGED, Sign.GOT, Sign.SERVED, Sign.FREED)


def _add_mark(context: Context, view: View, found: re.Match[str], made: list[Found]) -> None:
    item = view.item_number(int(found["mark"][4:-1]))
    start, end = found.span()
    if item.kind in (Kind.PERSON, Kind.INITIALS):
        is_other = _is_other(context, view, item, start, made)
        made.append(Found(Sign.OTHER if is_other else Sign.PERSON, start, end, (item,)))
    elif item.kind is Kind.ORG and item.cls == "Court":
        made.append(Found(Sign.COURT, start, end, (item,)))
    elif item.kind is Kind.DURATION:
        _add_term(view, item, start, end, made)
    elif isinstance(item.value, Money) and item.value.idr is not None:
        sign = _money(view, start)
        made.extend([Found(sign, start, end, (item,))] if sign else [])


def _is_other(context: Context, view: View, item: Item, start: int, made: list[Found]) -> bool:
    """Whether a person is there in another part than that of one who may be judged."""
    id_ = context.registry.of(item)
    if not id_ or id_ in context.registry.posts_of:
        return True
    last = made[-1] if made else None
    if last and last.sign is Sign.OTHER and _BESIDE.fullmatch(view.masked, last.end, start):
        return True
    before = view.masked[max(0, start - 60) : start]
    return _OTHER.search(before) is not None or OF_KIN.search(before) is not None


_BESIDE = Pattern(r"\s*(?:\([^)⟨]{0,20}\))?\s*(?:,\s*(?:dan\s+|serta\s+)?|(?:dan|serta)\s+)")


def _add_term(view: View, item: Item, start: int, end: int, made: list[Found]) -> None:
    """Add a term, or its months to the years just before: ``2 tahun 6 bulan``."""
    months, last = months_of(item), made[-1] if made else None
    if last and last.sign is Sign.TERM and 0 < months < _YEAR and last.months % _YEAR == 0:
        gap = view.masked[last.end : start]
        if _AND.fullmatch(gap):
            whole = (*last.items, item), last.months + months, bool(gap.strip())
            made.pop()
            if not _NO_TERM_AFTER.match(view.masked, end):
                made.append(Found(Sign.TERM, last.start, end, *whole))
            return
    before = view.masked[max(0, start - 90) : start]
    is_since = _NO_TERM_SINCE.match(view.masked, end) and not _LASTS.search(before)
    if is_since or _NO_TERM.search(before) or _is_no_term_after(view, end):
        return
    if _is_age(view, before, months, end):
        return
    if months:
        made.append(Found(Sign.TERM, start, end, (item,), months))


_LONGEST = 20 * _YEAR
_PRISON = Pattern(r"(?i)\s*(?:pidana\s+|hukuman\s+|kurungan\s+)*(?:penjara|bui)\b")
_AGED = Pattern(
    r"(?i)(?:⟨(?:PER|INI)\d+⟩\s*,|\b(?:pria|perempuan|wanita|lelaki|laki-laki|ibu|bapak|warga|remaja|pemuda|gadis|anak|janda|duda|kakek|nenek|terdakwa|tersangka|seorang))\s+$"
)
_ADULT = 15 * _YEAR


def _is_age(view: View, before: str, months: int, end: int) -> bool:
    """Whether years are how old somebody is: ``Akim, 46 tahun,``; no court gives so many."""
    if _PRISON.match(view.masked, end):
        return False
    return months > _LONGEST or (months >= _ADULT and _AGED.search(before) is not None)


def _is_no_term_after(view: View, end: int) -> bool:
    more = _MONTHS.match(view.masked, end)
    return _NO_TERM_AFTER.match(view.masked, more.end() if more else end) is not None


_MONTHS = Pattern(r"\s+(?:dan\s+)?⟨DUR\d+⟩")
_RESTITUTION = Pattern(r"(?i)\brestitusi(?:nya)?\b[^.;:]{0,60}$")
_FINE = Pattern(r"(?i)\b(?:di|men)?denda(?:nya)?\b[^⟨.;:]{0,40}$")
_NO_AWARD = Pattern(
    r"(?i)\b(?:permohonan|tuntutan|pengajuan|menolak|diajukan|dimohonkan|ditolak)\s+(?:\w+\s+){0,2}restitusi\b[^.;]*$"
    r"|\brestitusi\s+yang\s+(?:diajukan|dimohonkan|dituntut)\b[^.;]*$"
)


def _money(view: View, start: int) -> Sign | None:
    """Return whether an amount is a fine or restitution: the word nearest before it says so."""
    before = view.masked[max(0, start - 90) : start]
    fine, restitution = _FINE.search(before), _RESTITUTION.search(before)
    if restitution and (fine is None or restitution.start() > fine.start()):
        return None if _NO_AWARD.search(before) else Sign.RESTITUTION
    return Sign.FINE if fine else None


def terms_pronounced(context: Context, view: View) -> set[int]:
    """Return where the terms of a sentence begin that a court pronounced."""
    marked = zones(view, row(context, view))
    return {one.start for one, under in marked if one.sign is Sign.TERM and under is Sign.JUDGED}


def zones(view: View, signs: list[Found]) -> list[tuple[Found, Sign | None]]:
    """Return each sign with what it stands under: a judgment, freedom, a demand, a threat."""
    made = list(_zones(view, signs))
    for number, (one, under) in enumerate(made):
        if under is not Sign.JUDGED or one.sign not in (Sign.JUDGED, Sign.GOT, Sign.SERVED):
            continue
        is_told_first = _GIVEN_OUT.match(view.masked, one.start) is not None
        for at in range(number - 1, -1, -1):
            before, was = made[at]
            if was in _UNREAL and not _is_subject(view, before, one):
                break
            if was is None and not (is_told_first or before.sign in _WHO):
                continue
            if was in (Sign.JUDGED, Sign.FREED):
                break
            made[at] = before, Sign.JUDGED
    return made


_UNREAL = (Sign.ASKED, Sign.FEARED, Sign.THAN)
_WHO = (Sign.PERSON, Sign.OTHER, Sign.PRONOUN, Sign.ALL, Sign.KIN, Sign.YANG, Sign.COURT, Sign.EACH)
# "Hukuman 4 tahun penjara dijatuhkan kepada A": what was given stands before the verb.
_GIVEN_OUT = Pattern(r"(?i)di(?:jatuhkan|putus(?:kan)?|berikan)\b")


def _is_subject(view: View, before: Found, verb: Found) -> bool:
    """Whether a sign behind a demand opens a judgment's clause: ``Dituntut 3, ia dijatuhi``."""
    if before.sign not in (Sign.PERSON, Sign.PRONOUN, Sign.ALL, Sign.KIN, Sign.COURT):
        return False
    opens = _OPENS.search(view.masked[: before.start]) is not None
    return opens and _SAME_CLAUSE.fullmatch(view.masked, before.end, verb.start) is not None


_OPENS = Pattern(r"(?i)(?:,|;|\b(?:tetapi|namun|sedangkan|sementara))\s*$")
_SAME_CLAUSE = Pattern(r"(?:\s*\([^)⟨]{0,20}\))?\s*,?\s+(?:[a-z]+\s+){0,4}")


def _zones(view: View, signs: list[Found]) -> Iterator[tuple[Found, Sign | None]]:
    under: Sign | None = None
    last: Found | None = None
    for one in signs:
        is_judged = one.sign in (Sign.JUDGED, Sign.GOT, Sign.SERVED)
        if one.sign in (Sign.ASKED, Sign.FEARED, Sign.THAN):
            under, last = one.sign, one
        elif (is_judged or one.sign is Sign.FREED) and not _is_asked(view, under, last, one):
            under, last = (Sign.JUDGED if is_judged else Sign.FREED), one
        elif under is Sign.FREED and one.sign is Sign.END:
            under, last = None, None
        yield one, under


# After these what stands before a demand is over: "..., tetapi hakim menjatuhkan".
_TURNS = Pattern(
    r"(?i)\b(?:tetapi|namun|sedangkan|sementara|padahal|hakim|majelis|pengadilan|akhirnya|malah|justru|hanya|cuma|ternyata|kemudian|lalu|putusan)\b"
    r"|⟨ORG\d+⟩|[;:]|,\s*(?:ia|dia)\b"
)
_ASKS_FOR = Pattern(r"(?i)\b(?:agar|supaya|majelis\s+hakim)\b")
_TURNED = Pattern(r"(?i)\b(?:tetapi|namun|sedangkan|sementara|padahal|akhirnya|ternyata)\b|;")
_OF_COURTS = Pattern(r"(?i)(?:di|mem)?vonis|(?:di|meng)ganjar")


def _is_asked(view: View, under: Sign | None, last: Found | None, one: Found) -> bool:
    """Whether a judgment is what somebody asks for or fears: ``menuntut agar A dihukum``."""
    if last is None or under not in _UNREAL:
        return False
    if under is Sign.THAN:
        return _OVER_THAN.search(view.masked, last.end, one.start) is None
    gap = view.masked[last.end : one.start]
    asks = list(_ASKS_FOR.finditer(gap)) if _DEMANDS.match(view.masked, last.start) else []
    if asks:
        return _TURNED.search(gap, 0) is None
    if under is Sign.FEARED or _OF_COURTS.match(view.masked, one.start):
        return not ("," in gap or _TURNS.search(gap))
    return _TURNS.search(gap) is None


# "Lebih berat dari vonis sebelumnya, hakim menghukum A": a comma and who judges or is judged.
_OVER_THAN = Pattern(
    r"(?i)\b(?:tetapi|namun|sedangkan|sementara|padahal)\b|;|,\s+(?:⟨(?:ORG|PER|INI)|(?:majelis|hakim|pengadilan|ia|dia|terdakwa)\b)"
)
_DEMANDS = Pattern(r"(?i)menuntut|(?:me)?minta|mengusulkan|memohon")
