"""Dates, intervals and durations, absolute or relative to publication.

Owns turning ``Rabu, 6 Agustus 2025``, ``Kamis (31/7)``, ``sepanjang Juli-Oktober 2025`` and
``pekan lalu`` into EDTF. A date without a year takes the year in which its weekday fits, at or
before publication; without a publication date it stays unresolved.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loaders.text import durations, relative_days
from loaders.text.numbers import WORDS, parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb pebruari", "maret mar", "april apr", "mei", "juni jun",
            "juli jul", "agustus agu agt ags agst", "september sep sept", "oktober okt",
            "november nov nopember", "desember des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4,
         "sabtu": 5, "minggu": 6, "ahad": 6}  # fmt: skip
"""Days of the week by name, from Monday."""
_M = "|".join(sorted(MONTHS, key=len, reverse=True))
_D = "|".join(sorted(DAYS, key=len, reverse=True))
_TIME = r"(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam))?"
_LAST = r"(?:\s+(?:(?:pekan|minggu)\s+)?(?:lalu|kemarin))?"
_DAY = rf"(?P<day>\b(?:{_D})\b){_TIME}{_LAST}\s*,?\s*\(?\s*(?:(?:tanggal|tgl\.?)\s+)?"

_FULL = Pattern(
    rf"(?i)(?:{_DAY})?(?<![\d/.])(?P<d>[0-3]?\d)(?:\s*(?P<dash>-|–|—|hingga|sampai"
    rf"|s/d|s\.d\.)\s*(?P<d2>[0-3]?\d))?"
    rf"\s+(?P<m>{_M})\b\.?(?:\s+(?P<y>(?:19|20)\d\d))?(?!\d)\)?"
)
_ACROSS = Pattern(
    rf"(?i)(?<![\d/.])(?P<d>[0-3]?\d)\s+(?P<m>{_M})(?:\s+(?P<y>(?:19|20)\d\d))?\s*"
    rf"(?:-|–|—|hingga|sampai(?:\s+dengan)?|s/d|s\.d\.)"
    rf"\s*(?P<d2>[0-3]?\d)\s+(?P<m2>{_M})\s+(?P<y2>(?:19|20)\d\d)"
)
_SLASH = Pattern(
    rf"(?i)(?:{_DAY}|\()?(?<![\d/.])(?P<d>[0-3]?\d)[/](?P<m>[01]?\d)(?:[/](?P<y>"
    rf"(?:20)?\d\d))?(?![\d/])\)?"
)
_MONTH_SPAN = Pattern(
    rf"(?i)(?<!\d\s)\b(?P<m>{_M})\b(?:\s+(?P<y>(?:19|20)\d\d))?\s*(?:-|–|—|hingga|sampai"
    rf"(?:\s+dengan)?|s/d|s\.d\.|(?P<and>\bdan\b))\s*"
    rf"(?:(?P<d2>[0-3]?\d)\s+|(?:awal|pertengahan|akhir)\s+)?(?P<m2>{_M})\b\s+(?P<y2>(?:19|20)\d\d)"
)
_MONTHS_BETWEEN = Pattern(
    rf"(?i)(?<=antara )(?P<m>{_M})(?:\s+(?P<y>(?:19|20)\d\d))?\s+dan\s+"
    rf"(?:(?P<d2>[0-3]?\d)\s+)?(?P<m2>{_M})\b\s+(?P<y2>(?:19|20)\d\d)"
)
# Without a year, a stretch of months is that of the present year: "selama Januari hingga Juni".
_MONTHS_BARE = Pattern(
    rf"(?i)(?<!\d\s)\b(?P<m>{_M})\s*(?:-|–|—|hingga|sampai(?:\s+dengan)?|s/d|s\.d\.|(?P<and>\bdan\b))\s*"
    rf"(?:(?P<d2>[0-3]?\d)\s+|(?:awal|pertengahan|akhir)\s+)?(?P<m2>{_M})\b(?!\s+\d)"
)
_MONTH_BARE = Pattern(
    r"\b(?i:selama|sepanjang|pada|hingga|sampai(?:\s+dengan)?|per|sejak)\s+(?i:(?:bulan|awal|pertengahan|medio|akhir)\s+){0,2}"
    r"(?P<m>[A-Z][a-z]+)\b(?!\s+(?:\d|lalu|silam|kemarin|mendatang|depan|nanti))"
)
_YEAR_TO = Pattern(
    r"(?i)\b(?:sejak\s+)?(?P<from>(?<=sejak )awal\s+tahun(?:\s+ini)?|tahun\s+ini"
    r"|(?:tahun|sepanjang|selama)\s+(?P<y1>20\d\d))"
    rf"\s*,?\s+(?:hingga|sampai(?:\s+dengan)?)\s+"
    rf"(?:(?P<d>[0-3]?\d)\s+|(?:awal|pertengahan|akhir)\s+)?(?P<m>{_M})\b(?:\s+(?P<y>20\d\d))?(?!\s+\d)"
)
_YEAR_TO_MONTH = Pattern(
    rf"(?i)\b(?P<y>20\d\d)\s+(?:hingga|sampai(?:\s+dengan)?|s/d|s\.d\.)\s+(?:(?:awal|pertengahan|akhir)\s+)?"
    rf"(?P<m2>{_M})\s+(?P<y2>20\d\d)\b"
)
_YEAR_BEGUN = Pattern(r"(?i)\bsejak\s+(?P<from>awal\s+tahun)(?:\s+(?P<q>ini|lalu))?\b(?!\s+\d)")
# "dalam sepuluh bulan pertama tahun ini"
_FIRST_MONTHS = Pattern(
    rf"(?i)\b(?P<n>\d{{1,2}}|{WORDS})\s+bulan\s+pertama\s+(?:di\s+|pada\s+)?(?:tahun\s+)?(?P<y>20\d\d|ini|lalu)\b"
)
_PART_OF_YEAR = Pattern(
    r"(?i)\b(?P<unit>semester|triwulan|kuartal|caturwulan)\s+(?:ke-?)?(?P<n>[1-4]|IV|I{1,3}|pertama|kedua|ketiga|keempat)"
    r"(?:\s*/\s*|\s+(?:tahun\s+)?)(?P<y>(?:19|20)\d\d)\b"
)
_PARTS_OF_YEAR = {"semester": 6, "caturwulan": 4, "triwulan": 3, "kuartal": 3}
_ORDINALS = {
    "1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
}  # fmt: skip
_MONTH = Pattern(rf"(?i)(?<!\d\s)\b(?P<m>{_M})\b\s+(?P<y>(?:19|20)\d\d)\b")
_YEAR_SPAN = Pattern(
    r"(?i)\b(?:tahun|periode|sepanjang|selama|rentang(?:\s+(?:waktu|tahun))?|kurun(?:\s+waktu)?|antara|sejak|pada)\s+(?P<y>(?:19|20)\d\d)\s*(?:-|–|—|hingga|dan|sampai"
    r"(?:\s+dengan)?)\s*(?:tahun\s+)?(?P<y2>(?:19|20)\d\d)\b"
)
_YEAR = Pattern(
    r"(?i)\b(?:(?:tahun|sepanjang|selama|sejak|pada|awal|pertengahan|medio|akhir|hingga|sampai|per|remitansi|penempatan)\s+"
    r"|(?:orang|jiwa|kasus|PMI|pekerja|triliun|miliar)\s+\((?=\d{4}\)))(?P<y>20\d\d)\b"
)
# "Selasa lalu", "Selasa (sore) kemarin": the last such day.
_BARE = Pattern(
    rf"(?i)(?<=[ ,(])(?:hari\s+)?(?P<day>{_D})\b{_TIME}"
    r"(?:\s+(?:(?P<past>lalu|silam)|kemarin)\b(?!\s*,?\s*\(?\d)|(?=\s*[.,;)\"”]))"
)
_LAST_MONTH = Pattern(rf"(?i)(?<!\d\s)\b(?P<m>{_M})\s+(?:lalu|silam|kemarin)\b")
# "Agustus tahun lalu", "Januari sampai September tahun ini": the year is told by the present one.
_OF_YEAR = Pattern(
    rf"(?i)(?:\b(?P<m>{_M})\s*(?:-|–|—|hingga|sampai(?:\s+dengan)?|s/d|s\.d\.)\s*(?:(?:awal|pertengahan|akhir)\s+)?)?"
    rf"(?:(?<![\d/.])(?P<d>[0-3]?\d)\s+|(?<!\d\s)\b)(?P<m2>{_M})\s+tahun\s+(?P<q>ini|lalu|depan)\b"
)
_YEARS_NEAR = ("tahun ini", "tahun lalu", "tahun depan")
_DAY_OF_WEEK = Pattern(
    rf"(?i)\b(?P<day>{_D})\b{_TIME}\s+(?:pekan|minggu)\s+(?P<q>lalu|ini)\b(?!\s*,?\s*\(?\d)"
)
# "Selasa lalu": "minggu lalu" is the week.
_DAY_PAST = Pattern(
    rf"(?i)\b(?P<day>(?!minggu){_D})\b{_TIME}\s+(?:lalu|kemarin)\b(?!\s*,?\s*\(?\d)"
)
_RELATIVE = Pattern(
    r"(?i)\b(?P<r>hari\s+ini|(?<!waktu\s)(?<!/\d\)\s)(?<!/\d\d\)\s)(?<!/\d{4}\)\s)kemarin|tadi\s+malam|semalam(?=\s*[.,;)])|tahun\s+ini|tahun\s+berjalan|tahun\s+lalu|bulan\s+lalu"
    r"|bulan\s+ini|pekan\s+lalu|pekan\s+ini)\b"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date as EDTF (empty where it cannot be resolved) and as printed."""

    edtf: str
    is_relative: bool = False


def published_day(published: str | None) -> date | None:
    """Return the publication date when it is known to the day."""
    if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        try:
            return date.fromisoformat(published)
        except ValueError:
            return None
    return None


# Three quarters of a year.
_LONG_AGO_DAYS = 275


def _day(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _nearest(day: int, month: int, weekday: int | None, anchor: date) -> date | None:
    """Return the latest such date not after the anchor; the weekday, if given, must fit."""
    for year in range(anchor.year, anchor.year - _YEARS_BACK, -1):
        found = _day(year, month, day)
        if found is None or found > anchor + timedelta(days=1):
            continue
        if weekday is None:
            # So long ago the text would say the year: rather a day to come.
            return found if (anchor - found).days <= _LONG_AGO_DAYS else None
        if found.weekday() == weekday:
            return found
    return None


# "paling lambat 30 September": a day to come, or one just gone, whichever is nearer.
_DUE = Pattern(
    r"(?i)\b(?:paling\s+(?:lambat|lama|telat)|selambat-lambatnya|(?:tenggat|batas)(?:\s+waktu)?|memberi(?:kan)?\s+(?:\w+\s+)?waktu|diberi\s+(?:\w+\s+)?waktu)\b[^.!?;\"“]{0,40}$"
)
_DUE_BACK = 70
_HALF_A_YEAR = 183


def _closest(day: int, month: int, anchor: date) -> date | None:
    """Return such a date within half a year before or behind the anchor."""
    days = [_day(anchor.year + step, month, day) for step in (-1, 0, 1)]
    near = [one for one in days if one and abs((one - anchor).days) < _HALF_A_YEAR]
    return near[0] if near else None


# A weekday that fits none of these years is rather a slip of the text.
_YEARS_BACK = 3


def _year(printed: str | None) -> int | None:
    if not printed:
        return None
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _resolve(found: re.Match[str], month: int, anchor: date | None) -> When | None:
    day, year = int(found["d"]), _year(found["y"])
    weekday = DAYS.get((found["day"] or "").casefold())
    if year is not None:
        exact = _day(year, month, day)
        return None if exact is None else When(exact.isoformat())
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    near = None if anchor is None else _nearest(day, month, weekday, anchor)
    start = found.start()
    if anchor and weekday is None and _DUE.search(found.string, max(0, start - _DUE_BACK), start):
        near = _closest(day, month, anchor)
    return When(near.isoformat() if near else "", is_relative=True)


def _full(found: re.Match[str], anchor: date | None) -> When | None:
    month = MONTHS[found["m"].casefold()]
    when = _resolve(found, month, anchor)
    if when is None or not found["d2"] or not when.edtf:
        return when
    end = _day(int(when.edtf[:4]), month, int(found["d2"]))
    return None if end is None else When(f"{when.edtf}/{end.isoformat()}", when.is_relative)


def _slash(found: re.Match[str], anchor: date | None) -> When | None:
    # A bare fraction such as 24/7 or 1/3 is no date: a weekday, year or parenthesis must stand by.
    if not (found["day"] or found["y"] or found[0].endswith(")")):
        return None
    return _resolve(found, int(found["m"]), anchor)


def _across(found: re.Match[str], _anchor: date | None) -> When | None:
    end = _day(int(found["y2"]), MONTHS[found["m2"].casefold()], int(found["d2"]))
    start = _day(
        _year(found["y"]) or int(found["y2"]), MONTHS[found["m"].casefold()], int(found["d"])
    )
    if start is None or end is None:
        return None
    return When(f"{start.isoformat()}/{end.isoformat()}")


def _are_apart(found: re.Match[str], first: int, last: int) -> bool:
    """Whether ``dan`` joins months that are no stretch: ``Januari dan Mei``."""
    is_between = found.string[: found.start()].casefold().endswith(("antara ", "antara bulan "))
    return bool(found["and"]) and not (is_between or last - first == 1)


def _months(found: re.Match[str], _anchor: date | None) -> When | None:
    first, last = MONTHS[found["m"].casefold()], MONTHS[found["m2"].casefold()]
    if _are_apart(found, first, last):
        return None
    start = _year(found["y"]) or int(found["y2"])
    day = f"-{int(found['d2']):02}" if found["d2"] else ""
    if day and _day(int(found["y2"]), last, int(found["d2"])) is None:
        return None
    return When(f"{start}-{first:02}/{found['y2']}-{last:02}{day}")


def _months_bare(found: re.Match[str], anchor: date | None) -> When | None:
    first, last = MONTHS[found["m"].casefold()], MONTHS[found["m2"].casefold()]
    if _are_apart(found, first, last):
        return None
    if anchor is None or not first < last:
        return None if found["d2"] else When("", is_relative=True)
    year = anchor.year - (last > anchor.month)
    end = _end(year, last, found["d2"])
    return None if end is None else When(f"{year}-{first:02}/{end}", is_relative=True)


def _end(year: int, month: int, day: str | None) -> str | None:
    if day is None:
        return f"{year}-{month:02}"
    exact = _day(year, month, int(day))
    return None if exact is None else exact.isoformat()


def _month_bare(found: re.Match[str], anchor: date | None) -> When | None:
    name = found["m"].casefold()
    # "Mar" and "Sep" alone rather begin names.
    month = MONTHS[name] if name in _WHOLE else 0
    if not month:
        return None
    is_past = _PASSED.match(found[0]) is not None
    if anchor is None or not (is_past or 0 <= anchor.month - month <= _LONG_AGO_MONTHS):
        return When("", is_relative=True)
    return When(f"{anchor.year - (month > anchor.month)}-{month:02}", is_relative=True)


_WHOLE = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()  # noqa: SIM905 - a list
)
# What lasted is over: "sepanjang Desember"; "pada Desember" may lie ahead.
_PASSED = Pattern(r"(?i)(?:selama|sepanjang|sejak)\b")
_LONG_AGO_MONTHS = 9


def _year_to(found: re.Match[str], anchor: date | None) -> When | None:
    """Read ``sejak awal tahun hingga 30 Juni`` as the part of the year that it is."""
    month = MONTHS[found["m"].casefold()]
    told = found["y1"] or found["y"]
    if found["y1"] and found["y"] and found["y"] != found["y1"]:
        return None
    if anchor is None and not told:
        return When("", is_relative=True)
    year = int(told) if told else anchor.year if anchor else 0
    end = _end(year, month, found["d"])
    is_past = anchor is None or (year, month) <= (anchor.year, anchor.month)
    return When(f"{year}-01/{end}", is_relative=True) if end and is_past else None


def _year_begun(found: re.Match[str], anchor: date | None) -> When | None:
    if anchor is None:
        return When("", is_relative=True)
    is_last = (found["q"] or "").casefold() == "lalu"
    return When(f"{anchor.year - is_last}-01", is_relative=True)


def _year_to_month(found: re.Match[str], _anchor: date | None) -> When | None:
    end = f"{found['y2']}-{MONTHS[found['m2'].casefold()]:02}"
    return When(f"{found['y']}/{end}") if found["y"] <= found["y2"] else None


def _part_of_year(found: re.Match[str], _anchor: date | None) -> When | None:
    """Read ``semester I 2025`` as the months that it has."""
    length = _PARTS_OF_YEAR[found["unit"].casefold()]
    last = length * _ORDINALS[found["n"].casefold()]
    if last > 12:
        return None
    return When(f"{found['y']}-{last - length + 1:02}/{found['y']}-{last:02}")


def _first_months(found: re.Match[str], anchor: date | None) -> When | None:
    """Read ``sepuluh bulan pertama tahun ini`` as the months that they are."""
    months, year = parse(found["n"]), found["y"]
    if months is None or not 1 <= months < 12:
        return None
    if not year.isdigit():
        if anchor is None:
            return When("", is_relative=True)
        year = str(anchor.year - (year.casefold() == "lalu"))
    return When(f"{year}-01/{year}-{months:02}", is_relative=not found["y"].isdigit())


def _month(found: re.Match[str], _anchor: date | None) -> When | None:
    return When(f"{found['y']}-{MONTHS[found['m'].casefold()]:02}")


def _years(found: re.Match[str], _anchor: date | None) -> When | None:
    return When(f"{found['y']}/{found['y2']}")


def _only_year(found: re.Match[str], _anchor: date | None) -> When | None:
    return When(found["y"])


def _bare(found: re.Match[str], anchor: date | None) -> When | None:
    if found.string.endswith("Pasar ", 0, found.start()):
        # "Pasar Minggu" is a part of Jakarta.
        return None
    if found["day"] == "minggu" and "hari" not in found[0].casefold():
        # "selama dua minggu." is a week, not a Sunday.
        return None
    if anchor is None:
        return When("", is_relative=True)
    back = (anchor.weekday() - DAYS[found["day"].casefold()]) % 7
    back = back or (7 if found["past"] else 0)
    return When((anchor - timedelta(days=back)).isoformat(), is_relative=True)


def _last_month(found: re.Match[str], anchor: date | None) -> When | None:
    """Return the latest such month before the anchor's own: ``Maret lalu``."""
    month = MONTHS[found["m"].casefold()]
    if anchor is None or month == anchor.month:
        return When("", is_relative=True)
    return When(f"{anchor.year - (month > anchor.month)}-{month:02}", is_relative=True)


def _of_year(found: re.Match[str], anchor: date | None) -> When | None:
    """Read a month, or months, of this, the last or the next year."""
    if anchor is None:
        return When("", is_relative=True)
    year = anchor.year + {"ini": 0, "lalu": -1, "depan": 1}[found["q"].casefold()]
    last = MONTHS[found["m2"].casefold()]
    first = MONTHS[found["m"].casefold()] if found["m"] else last
    end = _end(year, last, found["d"])
    if first > last or end is None:
        return None
    return When(f"{year}-{first:02}/{end}" if found["m"] else end, is_relative=True)


def _day_of_week(found: re.Match[str], anchor: date | None) -> When | None:
    """Read ``Kamis pekan lalu``: that day of the week before the anchor's."""
    if anchor is None:
        return When("", is_relative=True)
    monday = anchor - timedelta(days=anchor.weekday() + 7 * (found["q"].casefold() == "lalu"))
    meant = monday + timedelta(days=DAYS[found["day"].casefold()])
    return When(meant.isoformat() if meant <= anchor else "", is_relative=True)


def _day_past(found: re.Match[str], anchor: date | None) -> When | None:
    """Read ``Selasa lalu``: the last such day before the anchor."""
    if anchor is None:
        return When("", is_relative=True)
    back = (anchor.weekday() - DAYS[found["day"].casefold()] - 1) % 7 + 1
    return When((anchor - timedelta(days=back)).isoformat(), is_relative=True)


def _relative(found: re.Match[str], anchor: date | None) -> When | None:
    if anchor is None:
        return When("", is_relative=True)
    words = " ".join(found["r"].casefold().split())
    last_month = anchor.replace(day=1) - timedelta(days=1)
    edtf = {
        "hari ini": anchor.isoformat(),
        **dict.fromkeys(
            ("kemarin", "semalam", "tadi malam"), (anchor - timedelta(days=1)).isoformat()
        ),
        "tahun ini": str(anchor.year),
        "tahun berjalan": str(anchor.year),
        "tahun lalu": str(anchor.year - 1),
        "bulan ini": f"{anchor:%Y-%m}",
        "bulan lalu": f"{last_month:%Y-%m}",
    }
    return When(edtf.get(words, ""), is_relative=True)


_RULES = (
    (_ACROSS, _across),
    (_YEAR_TO, _year_to),
    (_OF_YEAR, _of_year),
    (_MONTH_SPAN, _months),
    (_MONTHS_BETWEEN, _months),
    (_YEAR_TO_MONTH, _year_to_month),
    (_MONTHS_BARE, _months_bare),
    (_FULL, _full),
    (_SLASH, _slash),
    (_PART_OF_YEAR, _part_of_year),
    (_FIRST_MONTHS, _first_months),
    (_MONTH, _month),
    (_MONTH_BARE, _month_bare),
    (_YEAR_BEGUN, _year_begun),
    (_YEAR_SPAN, _years),
    (_YEAR, _only_year),
    (_DAY_OF_WEEK, _day_of_week),
    (_DAY_PAST, _day_past),
    (_BARE, _bare),
    (_LAST_MONTH, _last_month),
    (_RELATIVE, _relative),
)


def recognise(text: str, published: str | None = None) -> Iterator[Item]:
    """Yield dates and durations; earlier rules take a stretch before later ones.

    Args:
        text: Any text.
        published: EDTF date of publication that relative dates hang on.
    """
    anchor = published_day(published)
    taken: list[tuple[int, int]] = []
    known: list[Item] = []
    for pattern, read in _RULES:
        if pattern is _OF_YEAR and not any(words in text for words in _YEARS_NEAR):
            continue
        for found in pattern.finditer(text):
            start, end = _trim(found)
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            when = read(found, anchor)
            if when is not None:
                taken.append((start, end))
                known.append(Item(start, end, text[start:end], Kind.DATE, when.edtf, value=when))
    yield from known
    for item in relative_days.recognise(text, known):
        taken.append((item.start, item.end))
        yield replace(item, value=When(item.key, is_relative=True))
    yield from durations.recognise(text, taken)


def _trim(found: re.Match[str]) -> tuple[int, int]:
    """Leave out leading function words and an unopened closing bracket."""
    start, end = found.start(), found.end()
    if _YEAR.made(found):
        start = found.start("y")
    if any(rule.made(found) for rule in (_MONTH_BARE, _MONTH_SPAN, _MONTHS_BARE)):
        start = found.start("m")
    if _YEAR_TO.made(found) or _YEAR_BEGUN.made(found):
        start = found.start("from")
    while found[0][: end - found.start()].endswith((".", " ")):
        end -= 1
    if found[0].endswith(")") and "(" not in found[0]:
        end -= 1
    return start, end
