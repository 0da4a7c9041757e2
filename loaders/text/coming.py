"""Days and weeks that are still to come, as people call them: ``Senin depan``, ``dua pekan lagi``.

Counted from the day of publication. No such words are dates of what happened, so that only rules
that read announcements ask here. Refuses months, and lengths that are no weeks.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.text.dates import DAYS, MONTHS
from loaders.text.durations import Duration, recognise
from loaders.text.patterns import Pattern

_WEEK = r"(?:pekan|minggu)"
# "minggu depan" is a week.
_NAMES = "|".join(one for one in DAYS if one != "minggu")
WORDS = rf"\b(?:{_NAMES})(?:\s+{_WEEK})?\s+(?:depan|mendatang)\b|\b{_WEEK}\s+(?:depan|mendatang)\b"
"""Pattern of days and weeks to come that are told without a number."""
_DAY = Pattern(rf"(?i)\b(?P<day>{_NAMES})(?P<week>\s+{_WEEK})?\s+(?:depan|mendatang)\b")
# Asked only of what is announced: "mulai Jumat" is the next one.
_FROM = Pattern(rf"(?i)(?:mulai|pada)\s+(?:hari\s+)?(?P<day>{_NAMES})")
_DATED = Pattern(
    rf"(?i)(?:(?P<day>{'|'.join(DAYS)}),?\s+)?\(?(?P<on>\d{{1,2}})\s+(?P<month>[a-z]{{3,9}})\)?"
)
# Announced without a year is what comes within half a year.
_NEAR = timedelta(days=183)
_NEXT_WEEK = Pattern(rf"(?i)\b{_WEEK}\s+(?:depan|mendatang)\b")


def meant(words: str, published: str | None) -> str:
    """Return the day, or the week from Monday to Sunday, that words mean; else empty."""
    if published is None or re.fullmatch(r"\d{4}-\d\d-\d\d", published) is None:
        return ""
    anchor = date.fromisoformat(published)
    monday = anchor - timedelta(days=anchor.weekday())
    if found := _DAY.search(words):
        day = DAYS[found["day"].casefold()]
        ahead = (day - anchor.weekday() - 1) % 7 + 1
        on = monday + timedelta(days=7 + day) if found["week"] else anchor + timedelta(days=ahead)
        return on.isoformat()
    if found := _FROM.fullmatch(words):
        return meant(f"{found['day']} depan", published)
    if dated := _DATED.fullmatch(words):
        return _next(dated, anchor)
    weeks = 1 if _NEXT_WEEK.search(words) else 0
    # "dua pekan mendatang" holds "pekan mendatang", and is no next week.
    for item in recognise(words, []):
        if isinstance(item.value, Duration) and item.value.unit == "week":
            weeks = item.value.number
    first = monday + timedelta(weeks=weeks)
    return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}" if weeks else ""


def _next(found: re.Match[str], anchor: date) -> str:
    """Return the next day of a day and month without a year; empty if its weekday does not fit."""
    month, weekday = (
        MONTHS.get(found["month"].casefold()),
        DAYS.get((found["day"] or "").casefold()),
    )
    for year in (anchor.year, anchor.year + 1) if month else ():
        try:
            day = date(year, month or 0, int(found["on"]))
        except ValueError:
            continue
        if anchor < day <= anchor + _NEAR and weekday in (None, day.weekday()):
            return day.isoformat()
    return ""
