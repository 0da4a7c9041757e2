"""Times told from the same time a year or more later: ``setahun sebelumnya``.

Owns the words that count back by years, and what a time is so many years before. Refuses days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.text.patterns import Pattern

YEAR_BEFORE = (
    r"(?:(?P<same>\b(?i:periode|kurun(?:\s+waktu)?|rentang(?:\s+waktu)?|waktu|masa|bulan|semester|triwulan)\s+"
    r"(?:yang\s+)?(?:sama|serupa)\b)(?:\s+(?:pada|di))?"
    r"(?:\s+(?:tahun\s+)?(?P<year>20\d\d|⟨DAT\d+⟩)|\s+tahun\s+(?:lalu|sebelumnya|silam))"
    r"|\b(?:(?P<once>(?i:setahun|satu\s+tahun))|(?i:(?<!dua\s)(?<!tiga\s)(?<!empat\s)(?<!lima\s)(?<!beberapa\s)(?<!⟩\s)tahun))\s+"
    r"(?:sebelumnya|sebelum\s+itu))"
)
"""Matches the words in plain or masked text; ``same`` is set where the months are kept."""
_TOLD = Pattern(YEAR_BEFORE)
_YEAR = Pattern(r"\d{4}(?=-|/|$)")
# Nobody compares with a time further back in such words.
_FURTHEST = 10


def back(key: str, years: int) -> str:
    """Return a time of EDTF so many years before.

    Example:
        >>> back("2025-01/2025-09", 1)
        '2024-01/2024-09'
    """
    return re.sub(_YEAR.pattern, lambda one: str(int(one[0]) - years), key)


def last_year(key: str) -> int | None:
    """Return the year in which a time of EDTF ends, as far as it is told."""
    years = [found[0] for found in _YEAR.finditer(key)]
    return int(years[-1]) if years else None


def is_told(words: str, value: str, known: Iterable[str]) -> bool:
    """Whether words count a time back from one of those that stand among them."""
    found = list(_TOLD.finditer(words))
    if not found:
        return False
    bare = value.removeprefix("../").removesuffix("/..")
    if found[-1]["same"]:
        return any(back(one, years) == bare for one in known for years in range(1, _FURTHEST))
    return any(str((last_year(one) or 0) - 1) == bare for one in known)
