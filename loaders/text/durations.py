"""Lengths of time: ``tiga tahun``, ``1,5 tahun``, ``dua setengah tahun``, ``setahun penjara``.

Owns how long each is. Refuses parts of a year that are no whole months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from loaders.text.numbers import WORDS, parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind

_DURATION = Pattern(
    rf"(?i)(?<!\d[.,])\b(?P<n>\d+(?P<part>[.,]\d{{1,2}}(?=\s+tahun))?|{WORDS})(?:\s*\((?:{WORDS}|\d+)\))?"
    rf"(?P<half>\s+setengah(?=\s+tahun))?\s+(?P<u>tahun|bulan|pekan|minggu|hari)\b(?!\s+(?:lalu|silam|ke)\b(?!\s+depan))"
    r"|\b(?P<whole>setahun|sebulan)(?=\s+(?:\w+\s+bulan|pidana|penjara|kurungan|bui)\b)"
)
_UNITS = {"tahun": "year", "bulan": "month", "pekan": "week", "minggu": "week", "hari": "day"}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``number`` of ``unit`` (``day``, ``week``, ``month``, ``year``)."""

    number: int
    unit: str

    @property
    def months(self) -> int | None:
        """Whole months, for sentences and suspensions."""
        return {"month": self.number, "year": 12 * self.number}.get(self.unit)


# "delapan dan sepuluh tahun penjara": the unit is told once.
_FIRST_OF_TWO = Pattern(rf"(?i)\b(?P<n>\d{{1,2}}|{WORDS})(?=\s+(?:dan|serta)\s+$)")


def recognise(text: str, taken: list[tuple[int, int]]) -> Iterator[Item]:
    """Yield the durations of a text that lie in no stretch already taken."""
    for found in _DURATION.finditer(text):
        if any(found.start() < stop and begin < found.end() for begin, stop in taken):
            continue
        value = _length(found)
        if value is None:
            continue
        if value.unit == "year" and (first := _beside(text, found.start(), value.unit)):
            yield first
        yield Item(found.start(), found.end(), found[0], Kind.DURATION, value=value)


def _beside(text: str, at: int, unit: str) -> Item | None:
    found = _FIRST_OF_TWO.search(text, max(0, at - 30), at)
    number = parse(found["n"]) if found else None
    if found is None or number is None:
        return None
    if _NO_LENGTH.search(text, max(0, found.start() - 10), found.start()):
        return None
    return Item(found.start(), found.end(), found[0], Kind.DURATION, value=Duration(number, unit))


# "Pasal 4 dan 5 tahun penjara"
_NO_LENGTH = Pattern(r"(?i)(?:pasal|ayat|huruf|angka|jo\.?|juncto|nomor|ke)\s*\(?$")


def months_told(text: str) -> set[int]:
    """Return the lengths in months that a text states: each beside a like one, and the sum."""
    # "setahun" is a term only before a word for prison, which a quote may leave out.
    told = [item.value for item in recognise(f"{text} penjara", [])]
    months = [one.months or 0 for one in told if isinstance(one, Duration)]
    is_row = len(months) > 1 and min(months) >= 12
    return {sum(months), *(months if is_row else ())} - {0}


def _length(found: re.Match[str]) -> Duration | None:
    """Return how long it is: years with a part in months, where these are whole."""
    if found["whole"]:
        return Duration(1, _UNITS[found["whole"].casefold().removeprefix("se")])
    if found["part"]:
        months = Fraction(found["n"].replace(",", ".")) * 12
        return Duration(int(months), "month") if months.denominator == 1 else None
    number = parse(found["n"])
    if number is None:
        return None
    if found["half"]:
        return Duration(12 * number + 6, "month")
    return Duration(number, _UNITS[found["u"].casefold()])
