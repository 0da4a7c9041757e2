"""Deadlines without a year: the next such day or month from publication on."""

from __future__ import annotations

from loaders.text import dates


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
