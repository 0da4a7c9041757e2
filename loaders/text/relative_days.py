"""Days told from the day before them: ``keesokan harinya``, ``dua hari kemudian``.

Owns which words count on from a day, and from which. Refuses days counted from an event that is
named (``dua hari setelah penangkapan itu``), days beside which the date itself stands, and days
counted from one on which only something was said, where another is told as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from loaders.text.numbers import WORDS, parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.speech import ROOT

_TIMES = r"(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam))?"
_LATER = r"(?:kemudian|berselang|berikutnya|setelahnya|sesudahnya|setelah\s+itu|sesudah\s+itu)"
_EARLIER = r"(?:sebelumnya|sebelum\s+itu)"
_RULE = Pattern(
    rf"(?i)\b(?:(?P<next>(?:ke)?esok(?:an)?\s+(?:hari|pagi|siang|sore|malam)(?:nya)?|esoknya|hari\s+berikutnya|selang\s+sehari(?:\s+{_LATER})?"
    rf"|(?:ber)?selang\s+sehari)"
    r"|(?P<same>(?:hari|malam|pagi|siang|sore)\s+itu\s+juga)"
    rf"|(?P<before>sehari\s+{_EARLIER}|malam\s+sebelumnya)"
    rf"|(?P<one>sehari\s+{_LATER})"
    rf"|(?:(?:ber)?selang\s+)?(?P<n>\d{{1,2}}|{WORDS})\s+hari\s+(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))"
    rf"|(?:ber)?selang\s+(?P<n2>\d{{1,2}}|{WORDS})\s+hari(?=\s*,)){_TIMES}(?!\w)"
)
# So far back stands the day from which words count.
_REACH = 420
# The only day on which anything was done may stand further back.
_FAR = 1500
# "keesokan harinya, Senin (5/8)": the day itself is told.
_BESIDE = 24
# Further from its day than this nothing is counted.
_LONGEST = 30
_SAID = Pattern(
    rf"(?i)(?:\b{ROOT}(?:nya)?\b|\b(?:kepada|keterangan\w*|konferensi|jumpa\s+pers|siaran|rilis)\b)[^.!?\"“”]{{0,110}}$"
)

# A term or a birthday is no day of the story.
_NO_DAY = Pattern(
    r"(?i)\b(?:paling\s+lambat|selambatnya|hingga|sampai|sejak|lahir|kelahiran|terhitung|mulai|akan|dijadwalkan|tertanggal|bertanggal)\b[^.!?,]{0,30}$"
)


def recognise(text: str, known: Sequence[Item]) -> Iterator[Item]:
    """Yield the days that words count from a day told before them.

    Args:
        text: Any text.
        known: The dates found in it.
    """
    days = sorted((i for i in known if i.is_day), key=lambda one: one.start)
    for found in _RULE.finditer(text):
        if any(i.start < found.end() + _BESIDE and found.start() < i.end for i in days):
            continue
        anchor = _anchor(text, days, found)
        shift = _shift(found)
        if anchor is None or shift is None:
            continue
        day = date.fromisoformat(anchor.key) + timedelta(days=shift)
        start, end = found.span()
        item = Item(start, end, found[0], Kind.DATE, day.isoformat())
        days = sorted([*days, item], key=lambda one: one.start)
        yield item


def _anchor(text: str, days: Sequence[Item], found: re.Match[str]) -> Item | None:
    """Return the day told before on which something was done, where it is sure which one.

    On the nearest day something may only have been said: then the one other day is meant, and where
    there is none, words count back from the day of speaking.
    """
    before = [i for i in days if 0 <= found.start() - i.end < _FAR]
    done = [i for i in before if _is_of_deed(text, i)]
    if not before or found.start() - before[-1].end >= _REACH:
        return None
    if before[-1] in done or len({i.key for i in done}) == 1:
        return done[-1]
    is_back = bool(found["before"] or found["earlier"])
    return before[-1] if is_back and len({i.key for i in before}) == 1 else None


def _is_of_deed(text: str, day: Item) -> bool:
    before = text[max(0, day.start - 160) : day.start]
    return not (_NO_DAY.search(before) or _SAID.search(before))


def _shift(found: re.Match[str]) -> int | None:
    if found["same"]:
        return 0
    if found["next"] or found["one"]:
        return 1
    if found["before"]:
        return -1
    number = parse(found["n"] or found["n2"])
    if number is None or not 0 < number <= _LONGEST:
        return None
    return -number if found["earlier"] else number


def is_told(words: str) -> bool:
    """Whether words count a day from one before."""
    found = _RULE.match(f"{words},")
    return found is not None and found.end() == len(words)
