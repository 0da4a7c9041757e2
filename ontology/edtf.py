"""Dates as precise as the source, and no more (EDTF level 1 subset, ISO 8601-2:2019).

Accepts ``2025``, ``2025-08``, ``2025-08-06``, each with ``?`` (uncertain), ``~``
(approximate) or ``%`` (both), and intervals ``A/B`` in which either end may be ``..``
(open) or empty (unknown). The grammar is ours because the field's Python package takes
about a millisecond per date, and a table load parses millions.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from ontology.errors import ValueTypeError

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_HINT = "Write YYYY, YYYY-MM or YYYY-MM-DD, an interval as START/END, an open end as '..'."
# Both engines store dates inside these years (a seam measured on the embedded engine).
_YEARS = range(1678, 2262)


def check(value: str, *, is_interval_allowed: bool = True) -> str:
    """Return the value unchanged when it is a date we accept.

    Raises:
        ValueTypeError: It is not, or the calendar has no such day, or an interval ends
            before it starts.
    """
    bounds(value)
    if "/" in value and not is_interval_allowed:
        raise ValueTypeError(f"Expected one date, got the interval {value!r}. {_HINT}")
    return value


@lru_cache(maxsize=65_536)
def bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and last day a date can mean; ``None`` where open or unknown.

    >>> bounds("2025-08")
    (datetime.date(2025, 8, 1), datetime.date(2025, 8, 31))
    >>> bounds("2024-10-21/..")
    (datetime.date(2024, 10, 21), None)

    Raises:
        ValueTypeError: The value is not a date we accept.
    """
    if "/" not in value:
        return _point(value, value)
    start_text, _, end_text = value.partition("/")
    start = None if start_text in ("", "..") else _point(start_text, value)[0]
    end = None if end_text in ("", "..") else _point(end_text, value)[1]
    if start is None and end is None:
        raise ValueTypeError(f"The interval {value!r} has no end that is known. {_HINT}")
    if start is not None and end is not None and end < start:
        raise ValueTypeError(f"The interval {value!r} ends before it starts.")
    return start, end


def _point(text: str, whole: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueTypeError(f"Expected a date, got {whole!r}. {_HINT}")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if year not in _YEARS:
        raise ValueTypeError(
            f"The year in {whole!r} lies outside {_YEARS.start}-{_YEARS.stop - 1}."
        )
    try:
        if found[3] is not None:
            return date(year, month, day), date(year, month, day)
        if found[2] is not None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError as error:
        raise ValueTypeError(f"The calendar has no {whole!r}: {error}. {_HINT}") from error
    return date(year, 1, 1), date(year, 12, 31)


def overlaps(first: str | None, second: str | None) -> bool:
    """Tell whether two dates or intervals can share a day; ``None`` is always."""
    if first is None or second is None:
        return True
    (a0, a1), (b0, b1) = bounds(first), bounds(second)
    starts_in_time = a0 is None or b1 is None or a0 <= b1
    return starts_in_time and (b0 is None or a1 is None or b0 <= a1)
