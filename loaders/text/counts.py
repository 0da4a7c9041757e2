"""Counts in text: ``4.822 calon pekerja migran``, ``lebih dari 20 akun``, ``12 orang tersangka``.

Owns the noun that says what is counted and who they are. Refuses numbers without such a noun,
ordinals (``ke-21``) and vague amounts (``puluhan``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.text.numbers import APPROXIMATE, COUPLE, NUMBER, Bounds, bounds
from loaders.text.resources import rows
from loaders.text.spans import Item, Kind


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of something.

    Attributes:
        bounds: What the number says.
        unit: Notation of ``count-units``.
        role: Notation of ``roles`` where the noun tells it, else empty.
        noun: The noun phrase, lower-cased.
        number: The number as printed.
        part_of: Where the count begins of which this one is a part by place, or -1.
        included_in: Where the count begins that a text says holds this one, or -1.
        like: Where the count begins beside which this one stands, without its noun, or -1.
        is_recalled: ``Kedelapan warga``: told of before, so that nothing is counted anew.
    """

    bounds: Bounds
    unit: str
    role: str
    noun: str
    number: str
    part_of: int = -1
    included_in: int = -1
    like: int = -1
    is_recalled: bool = False


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {
        phrase: (unit, "" if role == "-" else role)
        for unit, role, phrases in rows("count_nouns.tsv")
        for phrase in phrases.split("|")
    }


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    noun = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+")
        for phrase in sorted(_nouns(), key=len, reverse=True)
    )
    number = rf"(?P<n>{NUMBER})(?:\s*(?:-|–|hingga|sampai(?:\s+dengan)?|s/d)\s*(?P<n2>{NUMBER}))?"
    forward = (
        r"(?<![\w.,/-])(?<!salah )(?<!Salah )(?<!tahap )(?<!Tahap )"
        rf"(?:(?P<q>{APPROXIMATE})\s+)?{number}\s+"
        rf"(?:dari\s+(?:total\s+)?{NUMBER}\s+)?(?:(?:orang|warga|anggota|unit|buah"
        rf"|perempuan|wanita|pria|laki-laki|anak)\s+)?(?:yang\s+merupakan\s+)?"
        rf"(?P<noun>{noun})(?<!orang kasus)(?<!orang perkara)(?![\w-])"
    )
    backward = (
        rf"(?<!\w)(?P<noun>{noun})(?:nya)?(?:\s+(?:ilegal|nonprosedural|non\s?prosedural))?"
        rf"(?:\s+yang\s+[^.,;:\d\"“]{{{{0,45}}}}?)?\s+(?:sebanyak|berjumlah|sejumlah|mencapai)\s+(?:(?P<q>{APPROXIMATE})\s+)?{number}"
        r"(?:\s+(?P<u>orang|kasus|konten|akun))?(?![\w%.,]*\d)"
        rf"|(?<!\w)(?P<noun3>korban)(?:\s+yang\s+(?:me|ber|ter|di)\w+(?:\s+(?:ke|kepada)\s+\w+)?)?\s+(?:kini\s+|hingga\s+kini\s+)?(?:baru|ada|tercatat|sudah|kini)\s+"
        rf"(?P<n4>{NUMBER})\s+orang\b"
    )
    backward += (
        rf"|\b(?:total|jumlah)\s+(?P<noun2>{noun})\s+(?:mencapai\s+|ada\s+|sementara\s+|seluruhnya\s+|tercatat\s+)?"
        rf"(?P<n3>{NUMBER})\s+orang\b"
    )
    return re.compile(forward, re.IGNORECASE), re.compile(backward, re.IGNORECASE)


_OF_THEM = re.compile(
    rf"(?<![\w.,/-])(?:(?P<q>{APPROXIMATE})\s+)?(?P<n>{NUMBER})\s+(?:orang\s+)?(?:(?P<part>di\s+antara"
    r"(?:nya|\s+mereka))|(?P<other>lainnya|lain)\b)",
    re.IGNORECASE,
)
# "Dari jumlah itu, 240 sudah diturunkan": a number whose noun is that of the sentence before.
_OF_TOTAL = re.compile(
    rf"\b[Dd]ari\s+(?:jumlah|total|angka|semua)(?:\s+(?:itu|tersebut|ini))?\s*,\s+(?:(?:sebanyak|sejumlah"
    rf"|ada|sudah)\s+)*(?:(?P<q>{APPROXIMATE})\s+)?(?P<n>{NUMBER})(?=\s+(?:sudah|telah|di(?!\s)|ber|belum"
    r"|merupakan|adalah))",
)


# "1.147 lowongan: 803 di Facebook, 251 di TikTok": parts whose noun is that of the whole.
_PARTS = re.compile(
    rf"(?:[:,(]\s*|\b(?:dan|serta|disusul|yakni|yaitu|sebanyak|terdiri\s+(?:dari|atas))\s+)(?P<n>{NUMBER})\s+"
    r"(?:di|dari|asal|lewat|melalui|via)\s+(?=[A-Z])"
)


_ALL_OF_THEM = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


@cache
def _recalled() -> re.Pattern[str]:
    nouns = "|".join(
        re.escape(phrase)
        for phrase in sorted(_nouns(), key=len, reverse=True)
        if _nouns()[phrase][0] == "persons"
    )
    return re.compile(
        rf"\b[Kk]e(?P<n>{'|'.join(_ALL_OF_THEM)})\s+(?P<noun>{nouns})(?!\s+(?:tua|belah))(?![\w-])",
        re.IGNORECASE,
    )


def _couples(text: str) -> Iterator[Item]:
    """Yield ``pasangan suami istri``: two people, whom no number counts."""
    for found in COUPLE.finditer(text):
        read = bounds("", "dua", None)
        if read is not None:
            value = Counted(read, "persons", "", "orang", "dua", is_recalled=True)
            yield Item(found.start(), found.end(), found[0], Kind.COUNT, value=value)


def _all_of_them(text: str) -> Iterator[Item]:
    """Yield ``Kedelapan warga``: everybody who was counted before."""
    for found in _recalled().finditer(text):
        read = bounds("", found["n"], None)
        if read is not None:
            noun = found["noun"].casefold()
            unit, role = _nouns()[noun]
            value = Counted(read, unit, role, noun, found["n"], is_recalled=True)
            yield Item(found.start(), found.end(), found[0], Kind.COUNT, value=value)


# "tujuh perusahaan dicabut izinnya dan 19 dibekukan": the noun is that of the count before.
_BARE = re.compile(
    rf"(?:,|\b(?:dan|sementara|sedangkan|serta))\s+(?P<n>{NUMBER})(?=\s+(?:telah\s+|sudah\s+|lagi\s+|masih\s+)?"
    r"di(?:beri(?=\s+(?:surat\s+)?(?:peringatan|teguran))|bekukan|skors|cabut|hentikan|peringatkan|blokir|turunkan|hapus|tahan|tangkap|pulangkan|selamatkan|deportasi|limpahkan"
    r"|tunda|cegah|gagalkan|izinkan)\b|\s+masih\s+(?:buron|diburu|dicari)\b)"
)


def _bare(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield the number without a noun that goes on counting what was counted before it."""
    known = list(known)
    for found in _BARE.finditer(text):
        counted = _counted_before(text, found, known, 80)
        if counted is not None:
            _, whole, read = counted
            value = Counted(read, whole.unit, whole.role, whole.noun, found["n"])
            item = Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)
            known.append(item)
            yield item


# "paling banyak Facebook 712 konten, disusul TikTok 318 dan Instagram 121": ranked shares.
_RANKED = re.compile(
    rf"(?:\b(?:disusul|diikuti|kemudian|lalu|dan|serta)|,)\s+(?:oleh\s+|di\s+|dari\s+)?(?:[A-Z][\w-]+\s+){{1,3}}(?P<n>{NUMBER})"
    r"(?=\s*(?:,|\.|[\"”]|dan\b|serta\b|$))"
)
_RANKING = re.compile(r"(?i)\b(?:disusul|diikuti|terbanyak|paling\s+banyak)\b")
# "naik dibandingkan 2.946 sepanjang 2024": the noun is that of the number at hand.
_THAN = re.compile(
    rf"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang)\b[^.;]{{0,40}}?\b(?:dari|dibanding(?:kan)?)\s+(?P<n>{NUMBER})"
    r"(?=\s+(?:sepanjang|pada|di|selama|tahun|menjadi)\b)"
)


# "Malaysia (412 pengaduan), Arab Saudi (365)": the noun is that of the bracket before.
_BRACKETED = re.compile(
    rf"(?:,|\bdan|\bserta)\s+(?:dan\s+)?(?:[A-Z][\w-]+\s+){{1,3}}\((?P<n>{NUMBER})(?=\))"
)


def _ranked(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield shares and compared numbers whose noun is that of the number told before them."""
    known = list(known)
    for found in [*_RANKED.finditer(text), *_THAN.finditer(text), *_BRACKETED.finditer(text)]:
        is_share = found.re is _RANKED
        counted = _counted_before(text, found, known, 110)
        if counted is None:
            continue
        item, whole, read = counted
        if found.re is _BRACKETED and not text.startswith(")", item.end):
            continue
        start = text.rfind(".", 0, item.start) + 1
        if is_share and not _RANKING.search(text, max(start, item.start - 120), found.start("n")):
            continue
        value = Counted(read, whole.unit, "", whole.noun, found["n"], like=item.start)
        made = Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)
        known.append(made)
        yield made


def _parts(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield the parts into which the sentence splits what it counted before by place."""
    for found in _PARTS.finditer(text):
        counted = _counted_before(text, found, known, 160)
        if counted is not None and _is_larger(counted[0], counted[2]):
            item, whole, read = counted
            value = Counted(read, whole.unit, "", whole.noun, found["n"], item.start)
            yield Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)


def _counted_before(
    text: str, found: re.Match[str], known: list[Item], reach: int
) -> tuple[Item, Counted, Bounds] | None:
    """Return what the sentence counted last before a free number, and what that number says."""
    start, end = found.span("n")
    before = [i for i in known if 0 <= start - i.end < reach]
    read = bounds("", found["n"], None)
    if not before or read is None or any(i.start < end and start < i.end for i in known):
        return None
    last = max(before, key=lambda one: one.end)
    is_apart = re.search(r"[.;!?][\"”]?\s", text[last.end : found.start()])
    if is_apart or not isinstance(last.value, Counted):
        return None
    return last, last.value, read


def _of_them(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield ``1.871 di antaranya``: of what was counted last; who they are is not told again."""
    known = list(known)
    for found in [*_OF_THEM.finditer(text), *_OF_TOTAL.finditer(text)]:
        # What is "di antaranya" is of those counted last; "27 lainnya" only of those close by.
        reach = 400 if found.re is _OF_TOTAL else 320 if found["part"] else 200
        before = [i for i in known if i.end <= found.start() and found.start() - i.end < reach]
        read = bounds(found["q"] or "", found["n"], None)
        if not before or read is None:
            continue
        # A part is not larger than the whole; "27 lainnya" are others and may be more.
        is_part = found.re is _OF_TOTAL or bool(found["part"])
        if found.re is _OF_TOTAL:
            before = [i for i in before if _is_larger(i, read)] or before
        whole_item = max(before, key=lambda one: one.end)
        whole = whole_item.value
        if not isinstance(whole, Counted) or read.lower is None:
            continue
        if is_part and (whole.bounds.upper or read.lower) < read.lower:
            continue
        if any(i.start < found.end() and found.start("n") < i.end for i in known):
            continue
        is_people = bool(re.search(r"(?i)\borang\b", found[0]))
        unit, noun = ("persons", "orang") if is_people else (whole.unit, whole.noun)
        held = whole_item.start if is_part else whole.included_in
        value = Counted(read, unit, "", noun, found["n"], included_in=held)
        at = found.start("q") if found["q"] else found.start("n")
        known.append(Item(at, found.end(), text[at : found.end()], Kind.COUNT, value=value))
        yield known[-1]


def _is_larger(item: Item, part: Bounds) -> bool:
    value = item.value
    return isinstance(value, Counted) and (value.bounds.upper or 0) >= (part.lower or 0)


def recognise(text: str) -> Iterator[Item]:
    """Yield counts as items whose value is a :class:`Counted`."""
    forward, backward = _patterns()
    made: list[Item] = []
    for found in [*backward.finditer(text), *forward.finditer(text)]:
        if any(found.start() < one.end and one.start < found.end() for one in made):
            continue
        if item := _item(found):
            made.append(item)
    yield from made
    again = [one for one in [*_all_of_them(text), *_couples(text)] if not _overlaps(one, made)]
    yield from again
    yield from _parts(text, made)
    yield from _bare(text, made)
    yield from _ranked(text, made)
    yield from _of_them(text, [*made, *again])


def _overlaps(one: Item, others: list[Item]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _item(found: re.Match[str]) -> Item | None:
    groups = found.groupdict()
    number = found["n"] or groups.get("n3") or groups.get("n4") or ""
    read = bounds(found["q"] or "", number, groups.get("n2"))
    if read is None or not _is_capital_free(number):
        return None
    printed = found["noun"] or groups.get("noun2") or groups.get("noun3") or ""
    noun = " ".join(printed.casefold().split())
    if noun in _ACCUSED and _OF_VICTIMS.search(found.string, 0, found.start()):
        # "korban dari kedua terduga pelaku sebanyak sembilan orang": the victims are counted.
        return None
    if noun in _CREW and _NAMED.match(found.string, found.end()):
        return None
    unit, role = _nouns()[noun]
    value = Counted(read, unit, role, noun, number)
    return Item(found.start(), found.end(), found[0], Kind.COUNT, value=value)


_ACCUSED = frozenset({"tersangka", "pelaku", "terduga pelaku", "terdakwa"})
_OF_VICTIMS = re.compile(
    r"(?i)\bkorban[^\S\n]+(?:dari|oleh|milik)?\s*(?:kedua|ketiga|para|\w+\s+orang)?\s*$"
)
# "Dua tekong berinisial AB dan CD": the word is the part played by those whom it names.
_CREW = frozenset(
    "tekong nakhoda calo sopir pengemudi kurir perekrut motoris".split()  # noqa: SIM905 - a list
)
_NAMED = re.compile(
    r"\s*,?\s*(?:(?:yang\s+)?(?:ber(?:inisial|nama)|bernama)|yakni|yaitu|masing|(?!Pekerja|PMI|TKI|TKW|CPMI|Calon|WNI)[A-Z(])"
)


def _is_capital_free(number: str) -> bool:
    # "Empat Lima PMI" in a headline is still a count; a lone capital word may be a name.
    # "Tiga belas tersangka" begins a sentence.
    is_lower = number[1:].casefold() == number[1:]
    return bool(re.search(r"\d", number)) or is_lower or number.istitle()
