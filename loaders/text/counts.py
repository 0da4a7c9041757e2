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
from loaders.text.patterns import Pattern
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


# Nouns that tell of those counted their sex or age, and nothing else.
SORTS = frozenset(
    "laki-laki pria lelaki perempuan wanita anak anak-anak balita bayi remaja".split()  # noqa: SIM905 - a list
) | {"anak di bawah umur"}


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {
        phrase: (unit, "" if role == "-" else role)
        for unit, role, phrases in rows("count_nouns.tsv")
        for phrase in phrases.split("|")
    }


# What may stand between those counted and their number.
_LINKS = (
    r"(?:,?\s+(?:kini|baru|ada|tercatat|sudah|telah|adalah|yaitu|yakni|sebanyak|mencapai|menjadi|bertambah|sementara|seluruhnya"
    rf"|total|itu|(?:dalam|pada)\s+(?:kasus|perkara)\s+(?:ini|itu|tersebut)|dari\s+{NUMBER}(?:\s+orang)?)){{1,5}}"
)


@cache
def _patterns() -> tuple[Pattern, Pattern]:
    noun = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+")
        for phrase in sorted(_nouns(), key=len, reverse=True)
    )
    number = rf"(?P<n>{NUMBER})(?:\s*(?:-|–|hingga|sampai(?:\s+dengan)?|s/d)\s*(?P<n2>{NUMBER}))?"
    forward = (
        r"(?<![\w.,/-])(?<!salah )(?<!Salah )(?<!tahap )(?<!Tahap )(?<!tu per )"
        # "Nur Hidayati, 39 warga Kendal": the number is her age.
        r"(?!(?<=\w,\s)[1-9]\d\s+warga\s+(?-i:[A-Z]))"
        rf"(?:(?P<q>{APPROXIMATE})\s+)?{number}(?:\s*\([a-z\s]{{3,40}}\))?\s+(?:lagi\s+(?=jenazah|jasad|peti))?"
        rf"(?:dari\s+(?:total\s+)?{NUMBER}\s+)?(?:(?:orang|warga|anggota|unit|buah"
        rf"|perempuan|wanita|pria|laki-laki|anak)\s+)?(?:yang\s+merupakan\s+)?"
        rf"(?P<noun>{noun})(?<!orang kasus)(?<!orang perkara)(?:(?<=warga)nya)?(?![\w-])"
    )
    # "korban yang sudah melapor ada 24 orang", "jumlah tersangka bertambah, dari 5 menjadi 9 orang"
    backward = (
        rf"(?<!\w)(?P<noun>{noun})(?:nya)?(?:\s+(?:ilegal|nonprosedural|non\s?prosedural))?"
        rf"(?:\s+yang\s+[^.,;:\d\"“]{{0,45}}?)?(?:,?\s+yang)?\s+(?:sebanyak|berjumlah|sejumlah|mencapai)\s+(?:(?P<q>{APPROXIMATE})\s+)?{number}"
        r"(?:\s+(?P<u>orang|kasus|konten|akun))?(?![\w%.,]*\d)"
        rf"|(?<!\w)(?P<noun3>korban|tersangka)(?:nya)?(?:\s+yang\s+[^.,;:\d\"“]{{3,45}}?)?{_LINKS}\s+"
        rf"(?P<n4>{NUMBER})\s+orang\b"
    )
    backward += (
        rf"|\b(?:total|jumlah)\s+(?P<noun2>{noun})(?:nya)?(?:\s+yang\s+[^.,;:\d\"“]{{3,45}}?)?(?:{_LINKS})?\s+"
        rf"(?P<n3>{NUMBER})\s+orang\b"
    )
    return Pattern(forward, re.IGNORECASE), Pattern(backward, re.IGNORECASE)


_ALL_OF_THEM = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


@cache
def _recalled() -> Pattern:
    nouns = "|".join(
        re.escape(phrase)
        for phrase in sorted(_nouns(), key=len, reverse=True)
        if _nouns()[phrase][0] == "persons"
    )
    return Pattern(
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


def _overlaps(one: Item, others: list[Item]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _item(found: re.Match[str]) -> Item | None:
    groups = found.groupdict()
    number = found["n"] or groups.get("n3") or groups.get("n4") or ""
    read = bounds(found["q"] or "", number, groups.get("n2"))
    if read is None or not _is_capital_free(number) or _is_slip(found, number):
        return None
    printed = found["noun"] or groups.get("noun2") or groups.get("noun3") or ""
    noun = " ".join(printed.casefold().split())
    if (noun in _ACCUSED or is_alleged(noun)) and _OF_VICTIMS.search(
        found.string, 0, found.start()
    ):
        # "korban dari kedua terduga pelaku sebanyak sembilan orang": the victims are counted.
        return None
    if noun == "peti" and not _COFFIN.search(found.string):
        return None
    is_rate = read.upper == 1 and _RATED.match(found.string, found.end())
    if is_rate or (noun in _CREW and _NAMED.match(found.string, found.end())):
        return None
    unit, role = _nouns()[noun]
    # "Total pengaduan ada 68 orang": people, not complaints.
    is_other = groups.get("noun2") and unit != "persons" and found[0].endswith("orang")
    if is_other:
        return None
    value = Counted(read, unit, role, noun, number)
    return Item(found.start(), found.end(), found[0], Kind.COUNT, value=value)


# "113, 436 orang": a slip of the text, and no count of 436.
_SPACED = Pattern(r"(?<![\d/])\d{1,3},\s$")
_GROUP = 3


def _is_slip(found: re.Match[str], number: str) -> bool:
    """Whether a number is the end of one in which white space stands."""
    is_group = len(number) == _GROUP and number.isdigit()
    return is_group and _SPACED.search(found.string, 0, found.start()) is not None


# A "peti" holds a body only where the text tells of the dead, and is no container.
_COFFIN = Pattern(r"(?i)\b(?:jenazah|jasad|peti\s+mati)\b")
_ACCUSED = frozenset({"tersangka", "pelaku", "terdakwa"})


def is_alleged(noun: str) -> bool:
    """Tell whether a noun for people says what they did without calling them suspects."""
    return noun == "pelaku" or noun.startswith("terduga ")


_OF_VICTIMS = Pattern(
    r"(?i)\bkorban[^\S\n]+(?:dari|oleh|milik)?\s*(?:kedua|ketiga|para|\w+\s+orang)?\s*$"
)
# "Dua tekong berinisial AB dan CD": the word is the part played by those whom it names.
_CREW = frozenset(
    "tekong nakhoda calo sopir pengemudi kurir perekrut motoris".split()  # noqa: SIM905 - a list
)
# "fee dari satu orang CPMI sebesar Rp 3 juta": what each of them brings in.
_RATED = Pattern(r"(?i)\s+(?:sebesar|senilai|seharga|dihargai|dibanderol|(?:Rp|RM|US\$|SGD)\s?\d)")
_NAMED = Pattern(
    r"\s*,?\s*(?:(?:yang\s+)?(?:ber(?:inisial|nama)|bernama)|yakni|yaitu|masing|(?!Pekerja|PMI|TKI|TKW|CPMI|Calon|WNI)[A-Z(])"
)


def _is_capital_free(number: str) -> bool:
    # "Empat Lima PMI" in a headline is still a count; a lone capital word may be a name.
    # "Tiga belas tersangka" begins a sentence.
    is_lower = number[1:].casefold() == number[1:]
    return bool(re.search(r"\d", number)) or is_lower or number.istitle()


def size(item: Item) -> int:
    """Return the number that an item counts, or zero."""
    value = item.value
    return value.bounds.lower or 0 if isinstance(value, Counted) else 0
