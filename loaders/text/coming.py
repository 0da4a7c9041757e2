"""Days and weeks that are still to come, as people call them: ``Senin depan``, ``dua pekan lagi``.

Counted from the day of publication. No such words are dates of what happened, so that only rules
that read announcements ask here. Refuses months, and lengths that are no weeks.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.text.dates import DAYS
from loaders.text.durations import Duration, recognise
from loaders.text.patterns import Pattern

_WEEK = r"(?:pekan|minggu)"
# "minggu depan" is a week.
_NAMES = "|".join(one for one in DAYS if one != "minggu")
WORDS = rf"\b(?:{_NAMES})(?:\s+{_WEEK})?\s+(?:depan|mendatang)\b|\b{_WEEK}\s+(?:depan|mendatang)\b"
"""Pattern of days and weeks to come that are told without a number."""
_DAY = Pattern(rf"(?i)\b(?P<day>{_NAMES})(?P<week>\s+{_WEEK})?\s+(?:depan|mendatang)\b")
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
    weeks = 1 if _NEXT_WEEK.search(words) else 0
    for item in recognise(words, []) if not weeks else ():
        if isinstance(item.value, Duration) and item.value.unit == "week":
            weeks = item.value.number
    first = monday + timedelta(weeks=weeks)
    return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}" if weeks else ""
