"""Territories by name and abbreviation."""

from __future__ import annotations

import pytest

from graph.resolution.names.territory import (
    contains,
    is_city,
    label,
    official_names,
    province_names,
    squeeze,
    territories,
)


def test_every_province_and_regency_is_there() -> None:
    codes = official_names()
    assert sum(len(code) == 2 for code in codes) == 38
    assert sum(len(code) == 5 for code in codes) == 514


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Kepri", {"21"}), ("Riau", {"14"}), ("Kepulauan Riau", {"21"}), ("NTT", {"53"}),
        ("Sumsel", {"16"}), ("Sulsel", {"73"}), ("Babel", {"19"}), ("DKI Jakarta", {"31"}),
        ("Papua Barat", {"92"}), ("Papua Barat Daya", {"96"}), ("Jaksel", {"31.74"}),
        ("Tanjung Pinang", {"21.72"}), ("Tanjungpinang", {"21.72"}), ("Malang", {"35.07", "35.73"}),
        ("Lotim", {"52.03"}), ("Batam", {"21.71"}), ("Jambi", {"15", "15.71"}),
        ("Gorontalo", {"75", "75.01", "75.71"}),
    ],
)  # fmt: skip
def test_names_mean_codes(name: str, codes: set[str]) -> None:
    assert territories()[squeeze(name)] == codes


def test_no_name_is_empty() -> None:
    assert all(territories().values())


def test_cities_are_told_by_their_code() -> None:
    names = official_names()
    for code, name in names.items():
        if len(code) == 5:
            assert is_city(code) is name.startswith("Kota "), name


def test_a_province_contains_its_regencies() -> None:
    assert contains(frozenset({"21"}), frozenset({"21.71"}))
    assert not contains(frozenset({"21.71"}), frozenset({"21"}))
    assert not contains(frozenset({"14"}), frozenset({"21.71"}))


def test_labels_are_official_names() -> None:
    assert label(frozenset({"21"})) == "Kepulauan Riau"
    assert label(frozenset({"35.07", "35.73"})) == "Kabupaten Malang / Kota Malang"


def test_short_names_of_provinces_are_one_word() -> None:
    names = province_names()
    assert names["ntt"] == ("nusa", "tenggara", "timur")
    assert names["kaltara"] == ("kalimantan", "utara")
    assert names.keys().isdisjoint({"riau", "metro", "jakarta"})
