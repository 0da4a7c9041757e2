"""Amounts of money in rupiah and other currencies.

Owns reading ``Rp1,2 miliar``, ``Rp 6 juta hingga Rp 20 juta``, ``60 juta rupiah``. Refuses to
convert currencies: foreign amounts keep their printed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.text.numbers import DIGITS, WORDS, from_digits, from_words
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind

_SCALE = r"(?:\s*(?:ribu|juta|miliar|milyar|triliun)(?![a-z])|\s*jt(?![a-z]))?"
_AMOUNT = rf"{DIGITS}{_SCALE}"
_TAIL = r"(?:,-|,00(?!\d)|\.-)?"
_RUPIAH = Pattern(
    rf"(?i)(?<![a-z])Rp\.?\s*(?P<first>{_AMOUNT}){_TAIL}"
    rf"(?:\s*(?:-|–|hingga|sampai(?:\s+dengan)?|s/d|s\.d\.)\s*(?:Rp\.?\s*)?"
    rf"(?P<second>{_AMOUNT}){_TAIL})?"
    rf"(?:\s*\((?:{WORDS})(?:\s+rupiah)?\))?"
)
_PLAIN = Pattern(rf"(?i)(?<![\w.,])(?P<first>{_AMOUNT}|{WORDS})\s+rupiah\b")
_SIGN = (
    r"(?:RM|MYR|USD|US\$|AUD|AU?\$|NZD|NZ\$|CAD|C\$|SGD|S\$|HKD|HK\$|NTD|NT\$|TWD|BND|SAR|AED|QAR|KWD|OMR|JPY|KRW|CNY|RMB|THB"
    r"|PHP|EUR|GBP|[€£¥$])"
)
_CURRENCY = (
    r"(?:ringgit(?:\s+Malaysia)?|doll?ar(?:\s+(?:AS|Amerika(?:\s+Serikat)?|Singapura|Hong\s?Kong|Taiwan|Australia|Kanada|Brunei"
    r"|Selandia\s+Baru))?|riyal(?:\s+(?:(?:Arab\s+)?Saudi|Qatar|Oman))?|rial|real|dirham|dinar(?:\s+(?:Kuwait|Yordania|Bahrain|Irak))?"
    r"|yen|won|baht|yuan|euro|peso|pataca|forint|zloty|lira|leu|lei|kyat|poundsterling|pound(?:\s+sterling)?)"
)
_SPAN = r"(?:\s*(?:-|–|hingga|sampai)\s*)"
_FOREIGN = Pattern(
    rf"(?i)(?<![a-z]){_SIGN}\s*{_AMOUNT}(?:\s*[-–]\s*{_AMOUNT})?"
    rf"|(?<![\w.,])(?:{_AMOUNT}{_SPAN})?(?:{_AMOUNT}|{WORDS})\s+{_CURRENCY}\b"
    rf"|(?<![\w.,]){_AMOUNT}\s?(?-i:RM|MYR|USD|SGD|AUD|NTD?|HKD|SAR|AED|EUR|JPY|KRW|WON)\b"
)


# "saya bayar 5 juta": in speech the currency is left out behind what only money is the object of.
_SPOKEN = Pattern(
    r"(?i)\b(?:(?:di|mem)?bayar(?:nya)?|(?:meny|di)?e?setor|(?:men|di)?transfer|dikasih|dapat|terima|dipungut|dimintai|biaya(?:nya)?|upah(?:nya)?|ongkos(?:nya)?|komisi(?:nya)?|uang|DP)"
    rf"\s+(?:(?:sebesar|sekitar|hampir|cuma|hanya|sampai|total)\s+)?(?P<first>(?:{DIGITS}|{WORDS}(?=\s+(?:ribu|juta)))\s*(?:ribu|juta|jt|miliar)(?![a-z]))"
    rf"(?!\s*(?:-|–|sampai|hingga|orang|rupiah|{_CURRENCY})(?![a-z]))"
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; ``idr`` and ``upper_idr`` are ``None`` for other currencies.

    Attributes:
        idr: Rupiah, or the lower end of a range.
        upper_idr: Upper end of a range.
    """

    idr: Decimal | None
    upper_idr: Decimal | None = None


def rupiah(text: str) -> Decimal | None:
    """Return rupiah for an amount without its currency sign.

    >>> rupiah("1,2 miliar"), rupiah("600.000.000")
    (Decimal('1200000000.0'), Decimal('600000000'))
    """
    clean = re.sub(r"(?i)\s*jt$", " juta", text.strip())
    if clean[:1].isdigit():
        return from_digits(clean)
    words = from_words(clean)
    return None if words is None else Decimal(words)


def _range(first: str, second: str | None) -> Money:
    lower, upper = rupiah(first), rupiah(second) if second else None
    scale = re.search(r"[a-z]+$", second.casefold().strip()) if second else None
    # "Rp6-20 juta": the scale of the upper end holds for both.
    if scale and lower is not None and lower < 1000 and not re.search(r"[a-z]", first.casefold()):
        lower = rupiah(f"{first} {scale[0]}")
    return Money(lower, upper)


def recognise(text: str) -> Iterator[Item]:
    """Yield amounts of money as items with a :class:`Money` value."""
    for found in _RUPIAH.finditer(text):
        yield _item(found, _range(found["first"], found["second"]))
    for found in _PLAIN.finditer(text):
        yield _item(found, _range(found["first"], None))
    for found in _SPOKEN.finditer(text):
        yield _item(found, _range(found["first"], None), "first")
    for found in _FOREIGN.finditer(text):
        yield _item(found, Money(None))


def _item(found: re.Match[str], value: Money, group: int | str = 0) -> Item:
    key = "" if value.idr is None else f"{value.idr.normalize():f}"
    printed, start = found[group].rstrip(), found.start(group)
    return Item(start, start + len(printed), printed, Kind.MONEY, key, value=value)
