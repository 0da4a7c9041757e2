"""Which of several companies a length, a day or a reason told in one clause belongs to.

Owns the sharing out: a value before or behind all companies is everybody's, one between two is of
those before it, as many as companies are one each. Refuses to guess: what does not come out even is
nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from loaders.text.context import Context
from loaders.text.dates import published_day
from loaders.text.durations import Duration
from loaders.text.facts import frames
from loaders.text.facts.sanction_words import first
from loaders.text.holdings import is_firm
from loaders.text.numbers import NUMBER
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern


def held(context: Context, action: str) -> set[str]:
    """Return the companies that an action concerns."""
    claims = context.sink.claims.values()
    return {c.value for c in claims if c.subject == action and c.property == "concernsCompany"}


def share(context: Context, view: View, action: str, values: Sequence[Item]) -> Item | None:
    """Return the one of some values that belongs to the company of an action, or ``None``.

    Args:
        context: The document.
        view: The clause that tells the values.
        action: Id of the action.
        values: Lengths, or days, in text order.
    """
    firms = [item for item in view.items if is_firm(item)]
    ids = [context.registry.of(item) for item in firms]
    at = next((n for n, id_ in enumerate(ids) if id_ in held(context, action)), -1)
    if len(firms) < len(("one", "two")) or at < 0:
        return values[0] if len(values) == 1 else None
    if len(values) == 1:
        value = values[0]
        is_between = firms[0].end <= value.start and value.end <= firms[-1].start
        is_its = firms[at].end <= value.start
        return value if is_its or not is_between else None
    if len(values) != len(firms):
        return _between(view, firms, at, values)
    is_behind = values[0].start > firms[-1].end
    if is_behind:
        return values[at] if _ORDERED.search(view.masked) else None
    lead, tail = values[0].start < firms[0].start, values[-1].start > firms[-1].end
    if lead == tail:
        return None
    runs = [*zip(values, firms, strict=True)] if lead else [*zip(firms, values, strict=True)]
    flat = [one.start for pair in runs for one in pair]
    return values[at] if all(a < b for a, b in pairwise(flat)) else None


_ORDERED = Pattern(r"(?i)\b(?:masing-masing|berturut-turut)\b")


def _between(view: View, firms: list[Item], at: int, values: Sequence[Item]) -> Item | None:
    """Return the one value behind a company and before the next, where values follow companies."""
    if values[0].start < firms[0].start or _ORDERED.search(view.masked):
        return None
    end = firms[at + 1].start if at + 1 < len(firms) else view.sentence.end
    own = [one for one in values if firms[at].start < one.start < end]
    return own[0] if len(own) == 1 else None


_LENGTH = pattern(
    r"(?i)\b(?:selama|masing-masing\s+untuk|(?:di|men)?skors(?:ing)?|sementara|berlaku|penghentian|pembekuan|dihukum|diganjar|disanksi|dikenai|dijatuhi|menambah|hukuman|sanksi)"
    r"(?!\s+(?:karena|lantaran|akibat|sebab|setelah|usai))(?:\s+(?!karena\b|lantaran\b|akibat\b|sebab\b|setelah\b|usai\b|yang\b)[a-z0-9()]+){0,4}?,?\s+(?:selama\s+)?{DUR:time}"
)
_BESIDE = pattern(
    r"{DAT}\s*,?\s+(?:selama|untuk(?:\s+(?:jangka|masa)(?:\s+waktu)?)?)\s+{DUR}|{ORG}(?:\s*\([^)]{1,30}\))?(?:,|:|\s+[-–—])?\s+(?:masing-masing\s+)?(?:selama\s+)?{DUR:time}|{ORG}\s*\(\s*(?:(?:selama|skorsing|diskors|sanksi)\s+)*{DUR}|{DUR}\s+(?:(?:lamanya|untuk|bagi|kepada|terhadap)\s+(?:[a-z]+\s+){0,2}⟨ORG|(?:kegiatan|operasi[a-z]*|usaha|layanan)nya\s+(?:\w+\s+)?(?:dihentikan|dibekukan|ditutup)\b)"
)
_MORE = pattern(r"(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+){DUR})*")
_CAUSE = Pattern(
    r"(?i)\b(?:karena|lantaran|akibat|sebab|gara-gara|buntut|imbas|setelah|usai|terbukti|kedapatan)\b"
)


def length_of(context: Context, view: View, action: str) -> Item | None:
    """Return how long an action lasts by its clause, or ``None``.

    How long wages went unpaid is told behind the word for a cause, and lasts nothing.
    """
    told: dict[int, Item] = {}
    for found in (*_LENGTH.finditer(view.masked), *_BESIDE.finditer(view.masked)):
        more = _MORE.match(view.masked, found.end())
        for item in view.within(found.start(), more.end() if more else found.end(), Kind.DURATION):
            told[item.start] = item
    lengths = [told[at] for at in sorted(told) if _is_length(view, told[at])]
    return share(context, view, action, lengths) if lengths else None


# "selama dua dan empat bulan": which of them is whose the mark does not hold.
_RANGE = Pattern(
    rf"(?:{NUMBER})\s*(?:,|-|–|\b(?:dan|serta|hingga|sampai|atau)\b)(?:\s*(?:dan|serta))?\s*$",
    re.IGNORECASE,
)


def _is_length(view: View, item: Item) -> bool:
    if not isinstance(item.value, Duration) or not item.value.months:
        return False
    before = view.masked[: frames.masked_at(view, item)]
    if _RANGE.search(before):
        return False
    clause = before[max(before.rfind(","), before.rfind(";"), before.rfind("⟨ORG")) + 1 :]
    return _CAUSE.search(clause) is None


# What must be done by a day, or ended then, was not decided then.
_NOT_WHEN = Pattern(
    r"(?i)\b(?:paling\s+lambat|paling\s+lama|selambat-lambatnya|sebelum|hingga|sampai(?:\s+dengan)?|lewat|tenggat|jatuh\s+tempo|bebas\s+dari\s+\w+|beroperasi\s+sejak|berdiri\s+(?:sejak|pada))"
    r"(?:\s+(?:pada|tanggal|hari|akhir|awal|bulan|tahun))*\s+$"
)
_NOT_BEGUN = Pattern(
    rf"{_NOT_WHEN.pattern}|\b(?:berakhir|selesai|usai|habis)(?:\s+(?:pada|tanggal|hari))*\s+$"
)
_ENDED = Pattern(r"-(?:restored|expired)-")
_FROM = Pattern(
    r"(?i)\b(?:sejak|terhitung|mulai|per|efektif|dari|berlaku)(?:\s+(?:sejak|mulai|tanggal|pada|tahun|bulan|hari))*\s+$"
)
_TODAY = Pattern(r"(?i)^(?:hari\s+ini|kemarin|tadi|besok|lusa)\b")


def day_of(context: Context, view: View, action: str, at: int) -> Item | None:
    """Return the day on which, or from which, an action told at a masked position was taken."""
    rule = _NOT_WHEN if _ENDED.search(action) else _NOT_BEGUN
    days = [item for item in view.items if item.kind is Kind.DATE and _is_day(view, item, rule)]
    firms = [item for item in view.items if is_firm(item)]
    if len(days) > 1 and len(firms) > 1:
        return share(context, view, action, days)
    near = frames.date_of(view, at)
    if near is not None and _FOUND_ON.search(view.masked[: frames.masked_at(view, near)]):
        # "BP3MI yang mendapati iklan itu pada 10 Juli mengirim peringatan": the day of finding.
        near = None
    if near is not None and _THEN.search(view.masked, frames.masked_at(view, near), at):
        # "mendapat peringatan pada November, disusul skorsing": the day of what came before.
        near = None
    if near is not None and near in days:
        return near
    begun = [item for item in days if _FROM.search(_before(view, item))]
    fronted = _FRONTED_YEAR.match(view.masked) if not days else None
    if fronted and (near is None or len(near.key) == len("2025")):
        year = view.item(fronted, "year")
        return year if year is not None and re.fullmatch(r"\d{4}", year.key) else None
    if near is None and not days and _SAME_DAY.search(view.masked):
        return _day_before(context, view)
    return begun[0] if begun and near is None else None


_FOUND_ON = Pattern(
    r"\byang\s+me[a-z]{3,}\b[^,;⟨]*$|\byang\s+di(?:bacakan|paparkan)\s+"
    r"(?:(?:oleh\s+)?(?:hakim|majelis)\s+)?(?:pada\s+)?$"
)
_THEN = Pattern(r"(?i)\b(?:disusul|diikuti|dilanjutkan|berlanjut|berujung|sebelum\s+akhirnya)\b")
# "Tahun lalu, PT A juga pernah ditegur": nothing nearer is told.
_FRONTED_YEAR = pattern(r"^(?:(?:Pada|[Tt]ahun|[Aa]wal|[Aa]khir)\s+)*{DAT:year}\s*,?\s(?!⟨CNT)")
_SAME_DAY = Pattern(r"(?i)\bhari\s+(?:yang\s+sama|itu\s+juga|itu\s+pula)\b")


def _day_before(context: Context, view: View) -> Item | None:
    """Return the day of the action told shortly before, which ``pada hari yang sama`` means.

    The day on which somebody spoke of it is none.
    """
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - 3) : number]):
        if first(before.masked) is not None:
            day = frames.date_of(before, len(before.masked))
            is_whole = day is not None and day.is_day
            return day if is_whole else None
    return None


def is_begun(view: View, item: Item | None) -> bool:
    """Whether a day told may be the one from which something holds."""
    return item is not None and not _NOT_BEGUN.search(_before(view, item))


def _is_day(view: View, item: Item, rule: Pattern) -> bool:
    is_open = "/" in item.key or len(item.key) < len("2019-01")
    if is_open or rule.search(_before(view, item)):
        return False
    is_quoted = re.search(r"[\"“][^\"”]*$", view.text[view.sentence.start : item.start]) is not None
    return not (is_quoted and _TODAY.match(item.text))


def _before(view: View, item: Item) -> str:
    return view.text[max(view.sentence.start, item.start - 40) : item.start]


_SPAN_OF_TIME = Pattern(r"\s*(?:hingga|sampai(?:\s+dengan)?|s\.?/?d\.?|[-–—])\s*(?:tanggal\s+)?")
_UNTIL = pattern(
    r"(?i)(?:\b(?:(?:di|men)?skors(?:ing)?|berlaku|sanksi|dibekukan|pembekuan|sementara|terhitung|mulai|sejak|dilarang)\b|⟨DAT\d+⟩)(?:(?!\b(?:paling|karena|sebelum)\b)[^.;]){0,60}?"
    r"\b(?:hingga|sampai(?:\s+dengan)?|s/d)\s+(?:pada\s+)?(?:tanggal\s+)?{DAT:until}"
)


def bounds_of(view: View) -> list[tuple[str, str, tuple[int, int]]]:
    """Return the first and last day of a suspension that a sentence tells, as far as it does.

    Each with its property, the day, and where the words for it stand.
    """
    made: list[tuple[str, str, tuple[int, int]]] = []
    for item in view.items:
        if item.kind is Kind.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", item.key):
            cut = _SPAN_OF_TIME.search(item.text)
            if cut and re.search(
                r"(?i)\b(?:mulai|sejak|terhitung|berlaku|dari|selama|tanggal)\W+$",
                _before(view, item),
            ):
                first, last = item.key.split("/")
                made.append(("startDate", first, (item.start, item.start + cut.start())))
                made.append(("endDate", last, (item.start + cut.end(), item.end)))
    found = _UNTIL.search(view.masked)
    until = view.item(found, "until") if found and not made else None
    if until is not None and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", until.key):
        made.append(("endDate", until.key, (until.start, until.end)))
    return made


def is_past(context: Context, item: Item) -> bool:
    """Whether a day told lies before, or on, the day of publication, as far as both are known."""
    return is_gone(context, item.key, is_unknown=True)


def is_gone(context: Context, day: str, *, is_unknown: bool = False) -> bool:
    """Whether an EDTF day lies before, or on, the day of publication.

    Args:
        context: The document.
        day: The day.
        is_unknown: What to say where either is not known to the day.
    """
    today = published_day(context.meta.published)
    try:
        return is_unknown if today is None else date.fromisoformat(day) <= today
    except ValueError:
        return is_unknown
