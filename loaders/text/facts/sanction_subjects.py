"""Whom an action on a licence concerns where its clause names nobody.

Owns the words that point back (``perusahaan tersebut``, ``izinnya``, ``keduanya``) or ahead
(``Perusahaan itu adalah PT A``). Refuses to choose: of several companies near by none is meant.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames
from loaders.text.facts.sanction_words import FIRM, SIZES
from loaders.text.holdings import is_firm, is_placing
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View

# "perusahaan yang terletak di Jalan Melur Nomor 8, Jakarta Timur, itu"
_SEAT = (
    r"(?:yang\s+ber[a-z]{4,12}(?:\s+pusat)?\s+di\s+[^.;\"”]{3,70}?|(?:yang\s+ter(?:letak|daftar)\s+)?(?:di|asal)\s+"
    r"(?:(?:kawasan|bilangan|wilayah)\s+)?(?-i:[A-Z])[\w.]*(?:,?\s(?:(?-i:[A-Z])[\w.]*|\d+)){0,8}),?\s+"
)
_MEANT = Pattern(
    rf"(?i)\b{FIRM}\s+(?:(?:penempatan|penyalur|jasa)\s+)?(?:{_SEAT})?(?:[a-z]+\s+|(?:di|asal)\s+[^,.;]{{3,40}}?\s){{0,2}}(?:itu|tersebut|ini|dimaksud|terdakwa|tersangka|(?:yang\s+)?sama)\b"
    rf"|\b(?:izin|SIP3MI|lesen|lisensi|sanksi|skorsing|akun|surat\s+izin)(?:\s+(?:usaha|operasional))?(?:-?nya\b|\s+(?:itu|tersebut)\b|\s+perusahaan(?=\s+(?:\w+\s+)?di))"
    rf"|\b{FIRM}nya\b|\b[Yy]ang\s+bersangkutan\b|\b(?:klien|kantor)nya\b|\b(?:surat|peringatan|teguran|skorsing|sanksi)\b[^.,;⟨]{{0,24}}\bkami\s+(?:kirim|layangkan|beri|jatuhkan|terbitkan)|\b(?:karena|lantaran|sebab|akibat|setelah)\s+(?:perusahaan|perseroan)(?=\s+(?:tak|tidak|belum|gagal|lalai|terbukti|kedapatan|me[a-z]+)\b)|\b(?:melarang|menegur|menskors|menghukum|memperingatkan)nya\b|\b(?:skorsing|sanksi|pencabutan|pembekuan|peringatan|teguran)\s[^.,;]{{0,24}}?\byang\s+(?:dijatuhkan|diberikan|dikenakan|diterima|dijalani)\b|(?:^|,\s+|\b(?:sehingga|dan|maka|lalu|karena\s+itu|hari\s+(?:itu|yang\s+sama),?)\s+){FIRM}(?=\s+(?:\w+\s+)?(?:di[a-z]{{3}}|mendapat|menerima|kena))"
)
# Of companies in general, or of others.
_OTHERS = Pattern(
    r"(?i)\b(?:perusahaan-perusahaan|para\s+P3MI|(?:sejumlah|beberapa|banyak|setiap|seluruh|semua|tiap|sebuah|suatu|salah\s+satu)\s+(?:\w+\s+)?(?:perusahaan|P3MI|agensi|LPK|penyalur)"
    r"|(?:perusahaan|P3MI|PT|agensi|LPK)\s+(?:lain(?:nya)?|yang\s+(?:di\w+|izin\w*|terkena|mendapat|menerima|melanggar|terbukti|tidak|belum)"
    r"(?![^.;,]*\b(?:itu|tersebut|ini)\b)))\b"
)
_ALL = Pattern(
    rf"(?i)\b(?P<all>{'|'.join(SIZES)})\b|\b(?P<each>ke(?:dua|tiga|empat|lima|enam|tujuh|delapan))\s+(?:perusahaan|P3MI|PT|agensi|LPK|lembaga)\b"
)
# "Yang pertama diskors, sedangkan yang kedua dicabut izinnya": in the order of their names.
_ORDINAL = Pattern(
    r"(?i)\b(?:yang|perusahaan)\s+(?:disebut\s+)?(pertama|kedua|ketiga|terakhir)\b(?!\s+kali)"
)
_ORDER = {"pertama": 0, "kedua": 1, "ketiga": 2, "terakhir": -1}
# "Tiga yang pertama", "dua perusahaan terakhir"
_FIRST_FEW = Pattern(
    rf"(?i)\b(?P<size>dua|tiga|empat|lima|enam)\s+(?:{FIRM}\s+)?(?:yang\s+)?(?:disebut\s+)?(?P<end>pertama|terakhir)\b(?!\s+(?:kali|itu\s+kali))"
)
_FEW = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
# What the company did itself: "Perusahaan itu memberi surat peringatan kepada karyawannya".
_ACTS = Pattern(
    r"⟩\s+(?:telah\s+|sudah\s+|juga\s+)*(?:memberi(?:kan)?|melayangkan|menerbitkan|mengeluarkan|menjatuhkan|mencabut|menskors|menggugat"
    r"|melaporkan|memecat)\b"
)


def named(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the companies that a clause names and that do not act themselves, with their ids."""
    return [
        (item, id_)
        for item in view.items
        if is_firm(item)
        and (id_ := context.registry.of(item))
        and not _ACTS.match(view.masked, view.masked.find("⟩", frames.masked_at(view, item)))
    ]


def meant(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the companies that words of a clause mean, each with those words as its item.

    ``perusahaan tersebut`` is the one last spoken of; ``keduanya`` are the two of the sentence that
    last named any.
    """
    text = view.sentence.text
    near = _near(context, view)
    if few := _FIRST_FEW.search(text):
        return _few(view, few, near)
    is_counted = any(getattr(i.value, "unit", "") == "companies" for i in view.items)
    if is_counted or _OTHERS.search(view.masked):
        return []
    if one := _ORDINAL.search(text):
        at = _ORDER[one[1].casefold()]
        ids = near[at:][:1] if len(near) > 1 else []
        return [(_item(view, one), id_) for id_ in ids]
    if every := _ALL.search(text):
        word = (every["all"] or f"{every['each']}nya").casefold()
        ids = near if len(near) == SIZES[word] else []
        return [(_item(view, every), id_) for id_ in ids]
    if one := _MEANT.search(text):
        if len(near) != 1:
            near = []
        return [(_item(view, one), id_) for id_ in near or _only(context, view)]
    return []


def _few(view: View, few: re.Match[str], near: list[str]) -> list[tuple[Item, str]]:
    """Return the first or last ones of the companies told of, where there are more of them."""
    size = _FEW[few["size"].casefold()]
    ids = near[:size] if few["end"].casefold() == "pertama" else near[-size:]
    return [(_item(view, few), id_) for id_ in ids] if len(near) > size else []


def _item(view: View, found: re.Match[str]) -> Item:
    start, end = view.sentence.start + found.start(), view.sentence.start + found.end()
    return Item(start, end, found[0], Kind.ORG, "", "Company")


_BACK = 3


def _near(context: Context, view: View) -> list[str]:
    """Return the companies of the last sentence shortly before that names any."""
    here = [i for i in context.registry_items if is_placing(i)]
    here = [i for i in here if _sentence(context, view) <= i.start < view.sentence.start]
    if here:
        return context.registry.many(here)
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - _BACK) : number]):
        if ids := context.registry.many([i for i in before.items if is_placing(i)]):
            return ids
    return []


def _sentence(context: Context, view: View) -> int:
    """Return where the sentence begins that a clause is part of."""
    return context.views[view.sentence.number].sentence.start


def _only(context: Context, view: View) -> list[str]:
    """Return the one company named so far, if it is one."""
    ids = context.registry.many(
        [i for i in context.registry_items if is_placing(i) and i.start < view.sentence.start]
    )
    return ids if len(ids) == 1 else []


_EACH = r"Ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\w+belas)"
_LIST = Pattern(
    rf"^(?:{_EACH}nya|(?:{_EACH}|Adapun|Para|⟨CNT\d+⟩)\s+(?:\w+\s+){{0,3}}?(?:perusahaan|P3MI|PT|itu|tersebut)\b[^⟨.]{{0,40}}?"
    r"|Perusahaan(?:-perusahaan)?\b[^⟨.]{0,40}?|Mereka)\s*,?\s*(?:\w+\s+)?"
    r"(?:adalah|ialah|yakni|yaitu|antara\s+lain|meliputi|masing[- ]masing)\s*:?\s*⟨ORG"
)
_ENTRY = Pattern(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•*])?\s*⟨ORG\d+⟩[^⟨]{0,40}$")
_NEAR = 4


def listed(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the companies that a later sentence lists: ``Ketiga perusahaan itu adalah ...``.

    In one of the next sentences, or a line each; as many as were counted here, or none.
    """
    sizes = [
        item.value.bounds.lower or 0
        for item in view.items
        if isinstance(item.value, Counted) and item.value.unit == "companies"
    ]
    if not sizes:
        return _ahead(context, view)
    if len(sizes) != 1:
        # "9 diperingatkan, 5 diskors": which of them are listed the list must say.
        return []
    entries: list[tuple[Item, str]] = []
    number = view.sentence.number
    for later in context.views[number + 1 : number + 1 + _NEAR + sizes[0]]:
        companies = named(context, later)
        if _ENTRY.match(later.masked) and len(companies) == 1:
            entries += companies
        elif entries or companies:
            is_list = not entries and bool(_LIST.match(later.masked))
            entries = companies if is_list else entries
            break
        elif later.sentence.number > number + _NEAR:
            break
    return entries if len(entries) in sizes else []


# "Izin P3MI yang menelantarkan korban dicabut. Perusahaan itu, PT A, sempat membela diri"
_IS = Pattern(
    r"^(?:Perusahaan|P3MI|Lembaga|Agensi|PT)\s+(?:itu|tersebut|dimaksud|yang\s+dimaksud)\s*(?:,|adalah|ialah|bernama|yakni|yaitu)\s*(?=⟨ORG\d+⟩)"
)
_ONE = Pattern(
    r"(?i)\b(?:sebuah|satu|salah\s+satu|izin)\s+(?:perusahaan|P3MI|agensi|LPK|lembaga)\b"
)


def _ahead(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the one company that the next sentence says is meant."""
    number = view.sentence.number + 1
    if number >= len(context.views) or not _ONE.search(view.masked):
        return []
    later = context.views[number]
    is_next = later.sentence.block == view.sentence.block and _IS.match(later.masked)
    companies = named(context, later)
    return companies[:1] if is_next and companies else []
