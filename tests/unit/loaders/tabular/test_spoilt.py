"""What a spreadsheet spoilt is refused, and nothing that looks a little like it."""

from __future__ import annotations

import pytest

from loaders.tabular.spoilt import check_cell, check_key
from ontology.errors import ValueTypeError


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "########"])
def test_errors_are_no_values(text: str) -> None:
    with pytest.raises(ValueTypeError, match="error of the spreadsheet"):
        check_cell(text)


@pytest.mark.parametrize("text", ["1.23457E+12", "1,23457E+12", "3,17501E15", "6E+11"])
def test_a_shortened_number_is_lost_unless_a_magnitude_is_meant(text: str) -> None:
    with pytest.raises(ValueTypeError, match="digits are lost"):
        check_cell(text)
    check_cell(text, is_number=True)


@pytest.mark.parametrize("text", ["Total", "JUMLAH", "Sub Total", "Grand Total :", "rata-rata"])
def test_a_line_of_sums_is_no_record(text: str) -> None:
    with pytest.raises(ValueTypeError, match="line of sums"):
        check_key(text)
    check_cell(text)


@pytest.mark.parametrize(
    "text",
    ["#1", "# N/A", "PT Total Bangun", "Jumlah Bersaudara", "E12", "12E", "1E", "1.2.3E+4", "1E-5",
     "3175012345670001", "Kode 1E12"],
)  # fmt: skip
def test_what_looks_a_little_like_it_is_kept(text: str) -> None:
    check_key(text)
