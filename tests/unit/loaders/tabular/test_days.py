from __future__ import annotations

import pytest

from loaders.tabular.days import FORMS, day, fits, is_month
from ontology.errors import ValueTypeError


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("%d %B %Y", "17 Agustus 2024", "2024-08-17"),
        ("%d %B %Y", "1 Mar 2024", "2024-03-01"),
        ("%d %b %Y", "17 Agt 2024", "2024-08-17"),
        ("%d %b %Y", "1 Mei 2024", "2024-05-01"),
        ("%d %b %Y", "Jum\u2019at, 5 Des. 2025", "2025-12-05"),
        ("%d-%b-%y", "5-Des-23", "2023-12-05"),
        ("%d/%m/%y", "31/12/24", "2024-12-31"),
        ("%d %b %Y", "3 Pebruari 2024", "2024-02-03"),
    ],
)
def test_months_are_read_as_indonesians_write_them(form, text, expected):
    assert day(form, text) == expected


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [("%b %Y", "Des 2024", "2024-12"), ("%m/%Y", "12/2024", "2024-12"), ("%Y", "2024", "2024")],
)
def test_no_day_is_made_up(form, text, expected):
    assert day(form, text) == expected


@pytest.mark.parametrize(
    "text", ["31 Februari 2024", "5 Desembr 2024", "1 s.d. 3 Januari 2025", ""]
)
def test_what_is_no_date_is_refused_with_an_example(text):
    with pytest.raises(ValueTypeError, match="31 December 2024"):
        day("%d %B %Y", text)


def test_a_true_date_of_a_workbook_passes_whatever_the_form():
    assert day("%d/%m/%Y", "2024-02-01") == "2024-02-01"
    assert day("%d/%m/%Y %H:%M:%S", "2024-02-01 22:53:00") == "2024-02-01"
    assert day("%d/%m/%Y", "2024-02-01 22:53:00.250000") == "2024-02-01"
    with pytest.raises(ValueTypeError, match="calendar has no"):
        day("%d/%m/%Y", "2024-02-31 10:00:00")
    with pytest.raises(ValueTypeError, match="Expected a date"):
        day("%d/%m/%Y", "2024-02-01 kira-kira")


def test_every_form_of_the_list_reads_itself():
    from datetime import datetime

    for form in FORMS:
        assert fits(form, datetime(2024, 12, 31, 10, 30, 5).strftime(form)), form  # noqa: DTZ001


def test_months_are_known_by_any_name():
    assert all(map(is_month, ("Agustus", "august", "Agt", "Sep", "Nop")))
    assert not any(map(is_month, ("", "Agus tus", "Senin")))
