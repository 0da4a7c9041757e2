"""Dates as tables write them, also with Indonesian names of months and days.

A form without a day gives a month, one without a month a year: what a table does not say is
not made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from ontology.errors import ValueTypeError

FORMS = (
    "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S",
    "%d/%m/%Y %H:%M", "%m/%d/%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%y",
    "%b %Y", "%B %Y", "%m/%Y", "%Y%m%d",
)  # fmt: skip
"""Forms of dates that tables have, the usual ones first."""

HAPPENED = "date"
"""The property that says when something happened; deadlines and ends of terms have others."""

_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Jan": ("januari", "january"), "Feb": ("februari", "february", "pebruari", "peb"),
        "Mar": ("maret", "march"), "Apr": ("april",), "May": ("mei",), "Jun": ("juni", "june"),
        "Jul": ("juli", "july"), "Aug": ("agustus", "august", "agt", "agu", "ags", "agst"),
        "Sep": ("september", "sept"), "Oct": ("oktober", "october", "okt"),
        "Nov": ("november", "nopember", "nop"), "Dec": ("desember", "december", "des"),
    }
)  # fmt: skip
_SHORT = MappingProxyType({own: name for name, spoken in _MONTHS.items() for own in spoken})
_WORD = re.compile(r"[^\W\d_]+\.?")
_WEEKDAY = re.compile(
    r"(?i)^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\s*,?\s+(?=\d)"
)
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)


def day(form: str, text: str) -> str:
    """Return a date as EDTF.

    Args:
        form: As ``strptime`` has it; ``%b`` and ``%B`` also mean Indonesian months.
        text: What stands in the cell.

    Raises:
        ValueTypeError: The text has another form, or the calendar no such day.

    >>> day("%d %B %Y", "Senin, 17 Agustus 2024"), day("%b %Y", "Des 2024")
    ('2024-08-17', '2024-12')
    """
    try:
        found = _parsed(form, text)
    except ValueError as error:
        # Workbooks hold true dates, which are read as ISO whatever the sheet shows.
        iso = _ISO_DAY.fullmatch(text)
        if iso is not None:
            return _iso(iso[1])
        raise ValueTypeError(
            f"Expected a date like {form} ({date(2024, 12, 31).strftime(form)}), got {text[:60]!r}."
        ) from error
    if "%d" in form or "%j" in form or "%c" in form or "%x" in form:
        return found.isoformat()
    return found.strftime("%Y-%m" if re.search("%[mbB]", form) else "%Y")


def fits(form: str, text: str) -> bool:
    """Tell whether a text is a date of a form."""
    try:
        _parsed(form, text)
    except ValueError:
        return False
    return True


def lies_ahead(value: str) -> bool:
    """Tell whether a date in EDTF is wholly in the future.

    >>> lies_ahead("2999-01"), lies_ahead("2020-01-01"), lies_ahead("..")
    (True, False, False)
    """
    # Days of Jakarta begin before those of UTC.
    today = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    return value[:1].isdigit() and value[:10] > today[: len(value[:10])]


def _parsed(form: str, text: str) -> date:
    form = form.replace("%B", "%b")
    if "%b" in form:
        text = _WORD.sub(_short, _WEEKDAY.sub("", text))
    # A date has no zone; only its day is kept.
    return datetime.strptime(text, form).date()  # noqa: DTZ007


def _short(word: re.Match[str]) -> str:
    """Return a month as ``%b`` has it; any other word as it stands."""
    bare = word[0].rstrip(".")
    return _SHORT.get(bare.casefold(), bare)


def is_month(text: str) -> bool:
    """Tell whether a text is the name of a month.

    >>> is_month("Agustus"), is_month("Des"), is_month("Mart")
    (True, True, False)
    """
    return text.casefold() in _SHORT or text.title() in _MONTHS


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ValueTypeError(f"The calendar has no {text!r}.") from error
