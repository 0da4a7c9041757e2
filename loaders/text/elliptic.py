"""Numbers that leave out what they count: ``1.147 lowongan: 803 di Facebook, 251 di TikTok``.

Owns the ways in which a number takes its noun from the one told before it. Refuses numbers whose
noun another sentence would have to give, unless words point back to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import places, platforms
from loaders.text.counts import SORTS, Counted
from loaders.text.numbers import APPROXIMATE, NUMBER, Bounds, bounds
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.tokens import tokenize

_OF_THEM = Pattern(
    rf"(?<![\w.,/-])(?:(?P<q>{APPROXIMATE})\s+)?(?P<n>{NUMBER})\s+(?:orang\s+)?(?:(?P<part>di\s+antara"
    r"(?:nya|\s+mereka))|(?P<other>lainnya|lain|sisanya)\b(?:\s+(?P<sort>laki-laki|perempuan|pria|wanita|anak-anak))?)",
    re.IGNORECASE,
)
# "Dari jumlah itu, 240 sudah diturunkan": a number whose noun is that of the sentence before.
_OF_TOTAL = Pattern(
    rf"\b[Dd]ari\s+(?:jumlah|total|angka|semua)(?:\s+(?:itu|tersebut|ini))?\s*,\s+(?:(?:sebanyak|sejumlah"
    rf"|ada|sudah)\s+)*(?:(?P<q>{APPROXIMATE})\s+)?(?P<n>{NUMBER})(?=\s+(?:sudah|telah|di(?!\s)|ber|belum"
    r"|merupakan|adalah))",
)


# "1.147 lowongan: 803 di Facebook, 251 di TikTok": parts whose noun is that of the whole.
_PARTS = Pattern(
    rf"(?:[:,(]\s*|\b(?:dan|serta|disusul|yakni|yaitu|sebanyak|terdiri\s+(?:dari|atas))\s+)(?P<n>{NUMBER})\s+"
    r"(?:di|dari|asal|lewat|melalui|via)\s+(?=[A-Z])"
)


# "tujuh perusahaan dicabut izinnya dan 19 dibekukan", "417 masih dalam proses", "dua meninggal":
# the noun is that of the count before.
_BARE = Pattern(
    rf"(?:[,;:]|\b(?:dan|sementara|sedangkan|serta|adapun|lalu|baru|hanya))\s+(?P<n>{NUMBER})(?=\s+(?:lagi\s+)?(?:yang\s+)?(?:"
    r"(?:masih|sudah|telah|belum|sedang|tengah|kini|berhasil|sempat|dalam|tidak)\s+(?!lama\b|ada\b)[a-z]{4,}"
    r"|[Dd]i[a-z]{4,}(?<!dini)(?<!dinas)\b|(?:mendapat|menerima|kena|terkena)\s+(?:sanksi|skors\w*|peringatan|teguran)|masih\s+di\s+bawah\s+umur|meninggal(?!kan)|tewas|selamat\b|buron|kabur|melarikan|tuntas|selesai))"
)
# "berusia 16 dan 17 masih sekolah": numbers that count nobody.
_NO_COUNT = Pattern(
    r"(?i)\b(?:usia|berusia|umur|berumur|pukul|tanggal|nomor|pasal|ayat|kamar|lantai|blok|kelas|angkatan)\b[^.;]{0,24}$"
)


def _bare(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield the number without a noun that goes on counting what was counted before it."""
    known = list(known)
    for found in _BARE.finditer(text):
        counted = _counted_before(text, found, known, 110)
        if counted is not None and not _NO_COUNT.search(text, 0, found.start("n")):
            _, whole, read = counted
            value = Counted(read, whole.unit, whole.role, whole.noun, found["n"])
            item = Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)
            known.append(item)
            yield item


# "Facebook 712 konten, disusul TikTok 318", "Malaysia (412 pengaduan), Taiwan (98)".
_NAMED = Pattern(
    rf"(?:(?:^|[,:;]|\b(?:dan|serta|disusul|diikuti|kemudian|lalu|yakni|yaitu|sedangkan|sementara|sisanya))\s+"
    r"|\b(?:Berikutnya|Selanjutnya|Disusul|Menyusul|Diikuti|Kemudian|Sedangkan|Sementara|Lalu)\s*,?\s+)"
    r"(?:oleh\s+|di\s+|dari\s+|ke\s+|asal\s+)?(?P<name>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,2})"
    rf"(?P<link>\s*\(|\s*:\s*|\s+(?:(?:sebanyak|dengan|sejumlah|mencapai|ada)\s+)?)(?P<n>{NUMBER})"
    r"(?=\s*(?:,|\.|;|[)\"”]|dan\b|serta\b|$))",
    re.MULTILINE,
)
_FIRST = Pattern(r"(?:Berikutnya|Selanjutnya|Disusul|Menyusul|Diikuti|Kemudian|Sedangkan|Lalu)")
_YEAR = Pattern(r"(?:19|20)\d\d")
# "naik dibandingkan 2.946 sepanjang 2024": the noun is that of the number at hand.
_THAN = Pattern(
    rf"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang)\b[^.;]{{0,40}}?\b(?:dari|dibanding(?:kan)?)\s+(?P<n>{NUMBER})"
    r"(?=\s+(?:sepanjang|pada|di|selama|tahun|menjadi)\b)"
)


def _ranked(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield shares and compared numbers whose noun is that of the number told before them."""
    known = list(known)
    for found in [*_NAMED.finditer(text), *_THAN.finditer(text)]:
        is_share = _NAMED.made(found)
        if is_share and (_YEAR.fullmatch(found["n"]) or not _is_known(found["name"])):
            continue
        is_first = is_share and _FIRST.match(found[0]) is not None
        counted = _counted_before(text, found, known, 160 if is_first else 110, is_over=is_first)
        if counted is None or (_NAMED.made(found) and not _is_of_list(text, counted[0], found)):
            continue
        item, whole, read = counted
        value = Counted(read, whole.unit, "", whole.noun, found["n"], like=item.start)
        made = Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)
        known.append(made)
        yield made


def _is_known(name: str) -> bool:
    """Whether a name is that of a platform, place or country: no person, and no street."""
    words = tokenize(name)
    spot = places.at(words, 0)
    is_service = platforms.pattern("{SERVICE}").fullmatch(name) is not None
    return is_service or (spot is not None and spot.size >= len(words))


_RANKING = Pattern(
    r"(?i)\b(?:disusul|diikuti|terbanyak|paling\s+banyak|teratas|tertinggi|berikutnya|rincian\w*)\b|:\s"
)
_BESIDE = Pattern(r"[A-Z]\w+\s*(?:\(|:|,)?\s*(?:(?:sebanyak|dengan|sejumlah|mencapai)\s+)?$")


def _is_of_list(text: str, before: Item, found: re.Match[str]) -> bool:
    """Whether a name and its number go on with a list that the count before belongs to."""
    if found["link"].strip() == "(":
        return text.startswith(")", before.end)
    start = text.rfind(". ", 0, before.start) + 1
    is_ranked = _RANKING.search(text, max(start, before.start - 120), found.start("n"))
    return bool(is_ranked or _BESIDE.search(text, start, before.start))


def _parts(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield the parts into which the sentence splits what it counted before by place."""
    for found in _PARTS.finditer(text):
        counted = _counted_before(text, found, known, 160)
        if counted is not None and _is_larger(counted[0], counted[2]):
            item, whole, read = counted
            value = Counted(read, whole.unit, "", whole.noun, found["n"], item.start)
            yield Item(found.start("n"), found.end("n"), found["n"], Kind.COUNT, value=value)


_STOP = Pattern(r"[.!?][\"”]?\s")


def _counted_before(
    text: str, found: re.Match[str], known: list[Item], reach: int, *, is_over: bool = False
) -> tuple[Item, Counted, Bounds] | None:
    """Return what was counted last before a free number, and what that number says.

    In the sentence at hand, or the one before where ``is_over`` allows it.
    """
    start, end = found.span("n")
    before = [i for i in known if 0 <= start - i.end < reach]
    read = bounds("", found["n"], None)
    if not before or read is None or any(i.start < end and start < i.end for i in known):
        return None
    last = max(before, key=lambda one: one.end)
    stops = len(_STOP.findall(text, last.end, found.start()))
    if stops > is_over or not isinstance(last.value, Counted):
        return None
    return last, last.value, read


def _of_them(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield ``1.871 di antaranya``: of what was counted last; who they are is not told again."""
    known = list(known)
    for found in [*_OF_THEM.finditer(text), *_OF_TOTAL.finditer(text)]:
        # What is "di antaranya" is of those counted last; "27 lainnya" only of those close by.
        reach = 400 if _OF_TOTAL.made(found) else 320 if found["part"] else 200
        before = [i for i in known if i.end <= found.start() and found.start() - i.end < reach]
        read = bounds(found["q"] or "", found["n"], None)
        if not before or read is None:
            continue
        # A part is not larger than the whole; "27 lainnya" are others and may be more.
        is_part = _OF_TOTAL.made(found) or bool(found["part"])
        if is_part:
            before = _opening(text, before, found.start()) or _wholes(before, read) or before
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
        noun = _sort_of(found) or noun
        held = whole_item.start if is_part else whole.included_in
        # Who is of the suspects is one; of others' parts the verbs tell who they are.
        role = whole.role if is_part and whole.role == "suspect" else ""
        value = Counted(read, unit, role, noun, found["n"], included_in=held)
        at = found.start("q") if found["q"] else found.start("n")
        known.append(Item(at, found.end(), text[at : found.end()], Kind.COUNT, value=value))
        yield known[-1]


def _sort_of(found: re.Match[str]) -> str:
    """Return the sex or age behind ``tiga lainnya``, or empty."""
    told = found["sort"] if _OF_THEM.made(found) else None
    return (told or "").casefold()


_OPENS = Pattern(r"(?:^|[.!?][\"”]?\s+|\n)[\"“]?Dari\s+(?:total\s+|jumlah\s+|sebanyak\s+)?$")
_BEGINS = Pattern(r"(?:^|[.!?][\"”]?\s+|\n)[\"“]?$")


def _opening(text: str, items: list[Item], at: int) -> list[Item]:
    """Return the number that the sentence before takes apart: ``Dari 14 orang itu, sepuluh ...``.

    A sentence that begins with ``Dua di antaranya`` goes on with the whole, not with its last part.
    """
    if not _BEGINS.search(text[max(0, at - 5) : at]):
        return []
    opened = [i for i in items if _OPENS.search(text[max(0, i.start - 30) : i.start])]
    return opened[-1:] if opened and at - opened[-1].end < _NEAR else []


_NEAR = 200


def _wholes(items: list[Item], part: Bounds) -> list[Item]:
    """Return the numbers that may hold a part; those by sex or age are rather parts themselves."""
    larger = [i for i in items if _is_larger(i, part)]
    whole = [i for i in larger if isinstance(i.value, Counted) and i.value.noun not in SORTS]
    return whole or larger


def _is_larger(item: Item, part: Bounds) -> bool:
    value = item.value
    return isinstance(value, Counted) and (value.bounds.upper or 0) >= (part.lower or 0)


# "ada 24 yang sudah kami masukkan dalam DPO", "tujuh masih buron": who is sought is a person.
_SOUGHT = Pattern(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:(?:yang|lagi|masih|sudah|telah|kini|kami|kita|berstatus|dinyatakan|ditetapkan|menjadi|jadi"
    r"|masukkan|dimasukkan|masuk|sebagai|dalam|ke)\s+){1,6}(?:DPO\b|buron\b|buronan\b|[Dd]aftar\s+[Pp]encarian)"
)


def _sought(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield how many are sought, where no noun says that they are people."""
    for found in _SOUGHT.finditer(text):
        start, end = found.span("n")
        read = bounds("", found["n"], None)
        if read is not None and not any(i.start < end and start < i.end for i in known):
            value = Counted(read, "persons", "wanted-person", "orang", found["n"])
            yield Item(start, end, found["n"], Kind.COUNT, value=value)


def recognise(text: str, known: list[Item]) -> Iterator[Item]:
    """Yield the numbers without a noun of their own.

    Args:
        text: The document.
        known: Its counts that have one, of every kind.
    """
    made = [i for i in known if not (isinstance(i.value, Counted) and i.value.is_recalled)]
    yield from _parts(text, made)
    of_them = list(_of_them(text, known))
    yield from of_them
    made += [i for i in of_them if not any(i.start < o.end and o.start < i.end for o in made)]
    sought = list(_sought(text, made))
    yield from sought
    made += sought
    yield from _bare(text, made)
    yield from _ranked(text, made)
