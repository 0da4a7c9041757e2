from __future__ import annotations

from types import MappingProxyType

import pytest

from loaders.tabular.cells import Found, converter
from loaders.tabular.mapping import Value
from ontology.errors import ValueTypeError


@pytest.fixture
def convert(ontology):
    def call(prop: str, cell: str, **options):
        value = Value(ontology.property(prop), columns=("kolom",), **options)
        return converter(value, ontology)(cell)

    return call


def test_a_value_is_canonical_and_keeps_the_original(convert):
    assert convert("e164", "0812 3456 7890") == (Found("+6281234567890", "0812 3456 7890"),)


def test_a_value_that_is_canonical_already_has_no_original(convert):
    assert convert("name", "Ahmad") == (Found("Ahmad", None),)


def test_dates_follow_their_form(convert):
    assert convert("startDate", "01/02/2020", date="%d/%m/%Y") == (
        Found("2020-02-01", "01/02/2020"),
    )


def test_true_dates_of_workbooks_pass_whatever_the_form(convert):
    assert convert("startDate", "2020-02-01", date="%d/%m/%Y")[0].value == "2020-02-01"


@pytest.mark.parametrize("cell", ["31/02/2020", "2020-02-30", "1/2/20x", "31/12/19x"])
def test_a_date_that_is_none_names_the_column(convert, cell):
    with pytest.raises(ValueTypeError, match="column 'kolom'"):
        convert("startDate", cell, date="%d/%m/%Y")


@pytest.mark.parametrize(
    ("form", "cell", "value"),
    [
        ("id", "Rp1.250.000", "1250000"), ("id", "Rp 1.250.000,-", "1250000"),
        ("id", "IDR 5.000,50", "5000.5"), ("id", "4.822 rupiah", "4822"), ("id", "12", "12"),
        ("en", "1,250,000.75", "1250000.75"), ("en", "12", "12"),
    ],
)  # fmt: skip
def test_numbers_follow_their_form(convert, form, cell, value):
    assert convert("amountIdr", cell, number=form)[0].value == value


@pytest.mark.parametrize("cell", ["1,250,000", "1.25.000", "dua", "1.250.00", "--5"])
def test_a_number_of_another_form_is_refused_not_guessed(convert, cell):
    with pytest.raises(ValueTypeError, match=r"1\.250\.000,50"):
        convert("amountIdr", cell, number="id")


def test_a_lookup_gives_its_value_and_refuses_what_it_lacks(convert):
    lookup = MappingProxyType({"PT": "pt", "-": ""})
    assert convert("legalForm", "PT", lookup=lookup) == (Found("pt", "PT"),)
    assert convert("legalForm", "-", lookup=lookup) == ()
    with pytest.raises(ValueTypeError, match="'XX' is not in the lookup"):
        convert("legalForm", "XX", lookup=lookup)


def test_several_values_in_one_cell_are_split_once_each(convert):
    found = convert("alias", "Abang; Bos ;Abang;", split=";")
    assert [one.value for one in found] == ["Abang", "Bos"]


def test_territories_become_ids(convert):
    assert convert("locatedIn", "Prov. NTT", territory="province") == (
        Found("region:53", "Prov. NTT"),
    )


def test_a_prefix_makes_an_id_and_a_bad_key_is_refused(convert):
    assert convert("locatedIn", "53.71", prefix="region:")[0].value == "region:53.71"
    with pytest.raises(ValueTypeError, match="key of an entity"):
        convert("locatedIn", "5 3", prefix="region:")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Rp1,2 juta", "1200000"),
        ("2 miliar", "2000000000"),
        ("1,5jt", "1500000"),
        ("Rp 750 ribu,-", "750000"),
        ("1.250 juta", "1250000000"),
    ],
)
def test_words_for_zeros_count(convert, cell, expected):
    assert convert("amountIdr", cell, number="id")[0].value == expected


@pytest.mark.parametrize("cell", ["juta", "1,5 M", "1,2,3 juta", "1,2 juta juta x"])
def test_words_that_are_no_zeros_are_refused(convert, cell):
    with pytest.raises(ValueTypeError, match="number like"):
        convert("amountIdr", cell, number="id")
