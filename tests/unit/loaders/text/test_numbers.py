"""Numbers and money: digits, words, both, bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from loaders.text import money, numbers
from loaders.text.numbers import Bounds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.822", 4822), ("sembilan", 9), ("7 (tujuh)", 7), ("7 (delapan)", None),
        ("dua puluh lima", 25), ("seratus dua puluh", 120), ("seribu dua belas", 1012),
        ("empat ribu delapan ratus dua puluh dua", 4822), ("1,2 juta", 1_200_000),
        ("sebelas", 11), ("1,5", None), ("banyak", None), ("lima (5)", 5),
    ],
)  # fmt: skip
def test_parse(text: str, value: int | None) -> None:
    assert numbers.parse(text) == value


@pytest.mark.parametrize(
    ("qualifier", "first", "second", "bounds"),
    [
        ("", "100", None, Bounds(100, 100)),
        ("lebih dari", "100", None, Bounds(100, None, "at-least")),
        ("sekitar", "40", None, Bounds(40, 40, "about")),
        ("tak sampai", "10", None, Bounds(None, 10, "at-most")),
        ("", "5", "7", Bounds(5, 7, "range")),
        ("", "7", "5", None),
        ("", "banyak", None, None),
    ],
)
def test_bounds(qualifier: str, first: str, second: str | None, bounds: Bounds | None) -> None:
    assert numbers.bounds(qualifier, first, second) == bounds


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("Rp1,2 miliar", "1200000000", None),
        ("Rp 6 juta hingga Rp 20 juta per bulan", "6000000", "20000000"),
        ("Rp6-20 juta", "6000000", "20000000"),
        ("denda Rp200.000.000,00", "200000000", None),
        ("60 juta rupiah", "60000000", None),
        ("Rp 498.166.666.", "498166666", None),
        ("Rp23 juta sampai Rp40 juta", "23000000", "40000000"),
    ],
)
def test_rupiah(text: str, lower: str, upper: str | None) -> None:
    value = next(iter(money.recognise(text))).value
    assert isinstance(value, money.Money)
    assert value.idr == Decimal(lower)
    assert value.upper_idr == (Decimal(upper) if upper else None)


@pytest.mark.parametrize("text", ["RM 1.500", "1.500 ringgit", "USD 1.200", "200 dolar AS"])
def test_other_currencies_are_not_converted(text: str) -> None:
    item = next(iter(money.recognise(f"gaji {text} per bulan")))
    assert item.key == ""
    assert item.text == text
