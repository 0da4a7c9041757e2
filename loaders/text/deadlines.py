"""Deadlines without a date: ``15 Maret``, ``hingga akhir tahun``, ``dalam tiga bulan``.

Owns which day, month or year such words mean, counted from publication. Refuses lengths of time
that count from what has no day (``14 hari sejak surat diterima``), and those that are over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from loaders.text import dates
from loaders.text.numbers import WORDS, parse
from loaders.text.patterns import Pattern


def due(words: str, published: str | None) -> str:
    """Return the day or month that a deadline means, as EDTF, or empty.

    >>> due("15 Maret", "2025-02-21"), due("akhir Januari", "2025-11-20"), due("2026", "2025-11-20")
    ('2025-03-15', '2026-01', '')
    """
    anchor = dates.published_day(published)
    if anchor is None or any(mark.isdigit() for mark in words[2:]):
        return ""
    for year in (anchor.year, anchor.year + 1):
        keys = [item.key for item in dates.recognise(f" {words} {year}.") if "/" not in item.key]
        if len(keys) != 1 or len(keys[0]) < len("2025-01"):
            return ""
        if keys[0] >= anchor.isoformat()[: len(keys[0])]:
            return keys[0]
    return ""


_BY = (
    r"(?:paling\s+(?:lambat|lama)|selambat(?:-lambat)?nya|sebelum|hingga|sampai(?:\s+dengan)?"
    r"|pada|ditargetkan(?:\s+[a-z]+)?)"
)
# "hingga akhir tahun", "paling lambat bulan depan"; "pada akhir tahun lalu" is over.
_ENDING = Pattern(
    rf"(?i)\b{_BY}\s+(?:(?:akhir\s+(?P<unit>tahun|bulan)(?:\s+(?P<which>ini|depan|nanti|mendatang))?|bulan\s+(?P<next>depan|mendatang))\b"
    r"(?!\s+(?:lalu|silam|kemarin|anggaran|ajaran|\d|(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)))|akhir\s+(?:tahun\s+)?(?P<year>20\d\d)\b)"
)
_LENGTH = (
    rf"(?P<n>\d{{1,3}}|{WORDS})\s+(?:\(\w{{1,12}}\)\s+)?(?P<u>hari|pekan|minggu|bulan|tahun)\b"
)
# "dalam tiga bulan", "diberi waktu 14 hari"; "dalam tiga bulan terakhir" is over.
_WITHIN = Pattern(
    r"(?i)\b(?:dalam(?:\s+(?:(?:jangka|kurun)\s+)?(?:waktu|tempo))?|waktu|tenggat(?:\s+waktu)?)\s+(?:(?:maksimal|paling\s+(?:lambat|lama)|selama)\s+)?"
    rf"{_LENGTH}(?:\s+(?:ke\s+depan|mendatang))?"
    r"(?!\s+(?:terakhir|belakangan|kerja|lalu|silam|ini|itu|tersebut|pertama|berturut\S*|sejak|setelah|sesudah|usai|terhitung|sebelum)\b)"
)
# A paper comes out so many days after the day on which a term was set.
_LATEST = 3


def spoken(
    text: str, published: str | None, days: Iterable[str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the deadlines that words tell without a date, as EDTF, and where they stand.

    Args:
        text: Some words of a document.
        published: When it was published.
        days: The days that the document names; days and weeks count from the one of the news.

    >>> [key for key, _ in spoken("hingga akhir tahun, dalam dua bulan", "2026-11-20", ())]
    ['2026-12', '2027-01']
    """
    anchor = dates.published_day(published)
    if anchor is None:
        return
    for found in _ENDING.finditer(text):
        is_next = bool(found["next"]) or found["which"] == "depan"
        is_year = found["unit"] is not None and found["unit"].casefold() == "tahun"
        key = f"{anchor.year + is_next}-12" if is_year else _months_on(anchor, int(is_next))
        yield f"{found['year']}-12" if found["year"] else key, found.span()
    for found in _WITHIN.finditer(text):
        number = parse(found["n"])
        if number and (key := _after(anchor, days, number, found["u"].casefold())):
            yield key, found.span()


def _after(anchor: date, days: Iterable[str], number: int, unit: str) -> str:
    """Return when a length of time is over; days count from the one day of the news."""
    if unit in ("bulan", "tahun"):
        return _months_on(anchor, number * (12 if unit == "tahun" else 1))
    near = {date.fromisoformat(one) for one in days}
    near = {day for day in near if timedelta() <= anchor - day <= timedelta(days=_LATEST)}
    if len(near) != 1:
        return ""
    return (near.pop() + timedelta(days=number * (1 if unit == "hari" else 7))).isoformat()


def _months_on(anchor: date, months: int) -> str:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return f"{year}-{month + 1:02}"


# "berlaku tiga tahun sejak ditandatangani"
TERM = Pattern(
    rf"(?i)\bberlaku\s+(?:untuk\s+|selama\s+)?(?:jangka\s+waktu\s+)?{_LENGTH}\s+(?:sejak|terhitung(?:\s+(?:sejak|mulai))?|setelah)\s+(?:tanggal\s+)?"
    r"(?:ditanda\s?tangani|diteken|penanda\s?tanganan)"
)
"""How long an agreement holds from the day on which it was signed."""


def term_ends(words: str, signed: str) -> str:
    """Return when an agreement of a day ends whose term some words tell, as EDTF, or empty.

    >>> term_ends("berlaku tiga tahun sejak ditandatangani", "2026-10-28")
    '2029-10-28'
    """
    found = TERM.search(words)
    number = parse(found["n"]) if found else None
    if found is None or not number or len(signed) != len("2026-10-28"):
        return ""
    unit, day = found["u"].casefold(), date.fromisoformat(signed)
    if unit not in ("bulan", "tahun"):
        return (day + timedelta(days=number * (1 if unit == "hari" else 7))).isoformat()
    try:
        month = _months_on(day, number * (12 if unit == "tahun" else 1))
        return date.fromisoformat(month + signed[7:]).isoformat()
    except ValueError:
        return ""


def bears(quote: str, value: str, published: str | None, days: Iterable[str]) -> bool:
    """Whether some words tell a deadline or the end of a term without a date."""
    for day in ("", *days):
        told = spoken(quote, published, [day] if day else ())
        if value in {key for key, _ in told} | {term_ends(quote, day)}:
            return True
    return False
