"""Dates: absolute, relative to publication, intervals, durations."""

from __future__ import annotations

import pytest

from loaders.text import dates
from loaders.text.durations import Duration


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Rabu, 6 Agustus 2025.", "2025-08-06"),
        ("pada Kamis (31/7), bertepatan", "2025-07-31"),
        ("sepanjang Juli–Oktober 2025", "2025-07/2025-10"),
        ("Jumat (1/11/2024) pukul 17.00", "2024-11-01"),
        ("sejak 6-12 Juni 2023", "2023-06-06/2023-06-12"),
        ("21 Oktober 2024 hingga 30 Juli 2025", "2024-10-21/2025-07-30"),
        ("Selasa (5/8) malam", "2025-08-05"),
        ("sepanjang tahun 2020", "2020"),
        ("pada bulan Mei 2024", "2024-05"),
        ("di Jakarta, Sabtu.", "2025-08-02"),
        ("periode 2020 hingga 2023", "2020/2023"),
        ("Kamis, 15 Juni 2023", "2023-06-15"),
        ("kemarin", "2025-08-05"),
        ("tahun lalu", "2024"),
        ("ditangkap Jumat pekan lalu (1/8)", "2025-08-01"),
        ("ditangkap Kamis pekan lalu di Batam", "2025-07-31"),
        ("tiba Senin pekan ini", "2025-08-04"),
        ("Januari sampai Juli tahun ini", "2025-01/2025-07"),
        ("tahun ini hingga Juli,", "2025-01/2025-07"),
        ("sepanjang 2025 hingga Juli", "2025-01/2025-07"),
        ("Agustus tahun lalu", "2024-08"),
        ("dalam enam bulan pertama tahun ini", "2025-01/2025-06"),
        ("selama 10 bulan pertama 2024", "2024-01/2024-10"),
        ("24 Juni tahun lalu", "2024-06-24"),
        ("paling lambat Desember tahun ini", "2025-12"),
    ],
)
def test_resolved(text: str, edtf: str) -> None:
    found = [i.key for i in dates.recognise(text, "2025-08-06") if i.kind == "DAT"]
    assert found[0] == edtf


@pytest.mark.parametrize("text", ["Kamis (31/7)", "di Jakarta, Sabtu.", "kemarin", "tahun lalu"])
def test_without_publication_relative_dates_stay_open(text: str) -> None:
    assert [i.key for i in dates.recognise(text)] == [""]


def test_the_weekday_fixes_the_year() -> None:
    # 31 July was a Thursday in 2025 and a Wednesday in 2024.
    found = [i.key for i in dates.recognise("Rabu (31/7)", "2025-08-06")]
    assert found == ["2024-07-31"]


def test_a_date_in_brackets_holds_them() -> None:
    assert [i.text for i in dates.recognise("KP2MI (5/8) -", "2025-08-06")] == ["(5/8)"]


@pytest.mark.parametrize("text", ["24/7", "31 Februari 2025", "pasal 2/3", "45 Juni 2025"])
def test_no_dates(text: str) -> None:
    assert [i for i in dates.recognise(text, "2025-08-06") if i.key] == []


def test_durations() -> None:
    found = [i.value for i in dates.recognise("2 tahun 6 bulan penjara, tiga bulan kepada PT A")]
    assert found == [Duration(2, "year"), Duration(6, "month"), Duration(3, "month")]
    assert [d.months for d in found if isinstance(d, Duration)] == [24, 6, 3]
