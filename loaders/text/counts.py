"""Counts in text: ``4.822 calon pekerja migran``, ``lebih dari 20 akun``, ``12 orang tersangka``.

Owns the noun that says what is counted and who they are. Refuses numbers without such a noun,
ordinals (``ke-21``) and vague amounts (``puluhan``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.text.numbers import APPROXIMATE, NUMBER, Bounds, bounds
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
    """

    bounds: Bounds
    unit: str
    role: str
    noun: str
    number: str


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
        rf"(?<![\w.,/-])(?<!salah )(?<!Salah )(?:(?P<q>{APPROXIMATE})\s+)?{number}\s+"
        rf"(?:dari\s+(?:total\s+)?{NUMBER}\s+)?(?:(?:orang|warga|anggota|unit|buah"
        rf"|perempuan|wanita|pria|laki-laki|anak)\s+)?(?:yang\s+merupakan\s+)?"
        rf"(?P<noun>{noun})(?![\w-])"
    )
    backward = (
        rf"(?<!\w)(?P<noun>{noun})(?:\s+(?:ilegal|nonprosedural|non\s?prosedural))?\s+"
        rf"(?:sebanyak|berjumlah|sejumlah|mencapai)\s+(?:(?P<q>{APPROXIMATE})\s+)?{number}"
        r"(?:\s+(?P<u>orang|kasus|konten|akun))?(?![\w%.,]*\d)"
    )
    return re.compile(forward, re.IGNORECASE), re.compile(backward, re.IGNORECASE)


def recognise(text: str) -> Iterator[Item]:
    """Yield counts as items whose value is a :class:`Counted`."""
    forward, backward = _patterns()
    taken: list[tuple[int, int]] = []
    for found in backward.finditer(text):
        if item := _item(found):
            taken.append((item.start, item.end))
            yield item
    for found in forward.finditer(text):
        if any(found.start() < end and start < found.end() for start, end in taken):
            continue
        if item := _item(found):
            yield item


def _item(found: re.Match[str]) -> Item | None:
    read = bounds(found["q"] or "", found["n"], found["n2"])
    if read is None or not _is_capital_free(found["n"]):
        return None
    noun = " ".join(found["noun"].casefold().split())
    unit, role = _nouns()[noun]
    value = Counted(read, unit, role, noun, found["n"])
    return Item(found.start(), found.end(), found[0], Kind.COUNT, value=value)


def _is_capital_free(number: str) -> bool:
    # "Empat Lima PMI" in a headline is still a count; a lone capital word may be a name.
    return bool(re.search(r"\d", number)) or number.casefold() == number or number.istitle()
