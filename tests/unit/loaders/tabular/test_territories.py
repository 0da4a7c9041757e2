from __future__ import annotations

import pytest

from loaders.tabular.territories import territory
from ontology.errors import ValueTypeError


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("NTT", "province", "region:53"),
        ("nusa tenggara timur", "province", "region:53"),
        ("PROVINSI RIAU", "province", "region:14"),
        ("Kepulauan Riau", "province", "region:21"),
        ("14", "province", "region:14"),
        ("ID-KR", "province", "region:21"),
        ("Kab. Bandung", "regency", "region:32.04"),
        ("Kota  Bandung", "regency", "region:32.73"),
        ("32.73", "regency", "region:32.73"),
        ("Malaysia", "country", "country:MY"),
        ("MY", "country", "country:MY"),
        ("Arab Saudi", "any", "country:SA"),
        ("Batam", "any", "region:21.71"),
    ],
)
def test_names_and_codes_become_ids(text, kind, found):
    assert territory(text, kind) == found


@pytest.mark.parametrize("text", ["Bandung", "bogor"])
def test_a_name_of_two_places_is_refused_with_both(text):
    with pytest.raises(ValueTypeError, match=r"can be region:.*, region:.*Kabupaten or Kota"):
        territory(text, "regency")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Atlantis", "any"), ("Bandung", "province"), ("ID", "province"), (";", "any")],
)
def test_what_is_no_territory_is_refused(text, kind):
    with pytest.raises(ValueTypeError, match="by name or code"):
        territory(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Nusa Tenggara Timur (NTT)", "province", "region:53"),
        ("D.I. Yogyakarta", "province", "region:34"),
        ("Kota Adm. Jakarta Timur", "regency", "region:31.75"),
    ],
)
def test_one_name_said_in_two_ways_is_one(text, kind, expected):
    assert territory(text, kind) == expected


@pytest.mark.parametrize("text", ["Riau (Kepulauan)", "Jawa Barat (NTT)", "Riau ()", "N.T.X."])
def test_what_stands_in_parentheses_may_be_another_place(text):
    with pytest.raises(ValueTypeError):
        territory(text, "province")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kep. Riau", "province", "region:21"),
        ("Kep. Babel", "province", "region:19"),
        ("Kep. Bangka Belitung", "province", "region:19"),
        ("Sumatra Utara", "province", "region:12"),
        ("Jawa-Timur", "province", "region:35"),
        ("Kab.Nunukan", "regency", "region:65.03"),
        ("Tanjungpinang", "regency", "region:21.72"),
        ("Kota Tanjungpinang", "regency", "region:21.72"),
        ("Pematang Siantar", "regency", "region:12.72"),
        ("Tulung Agung", "regency", "region:35.04"),
        ("Kab. TTS", "regency", "region:53.02"),
        ("Kota Solo", "regency", "region:33.72"),
        ("Kab. Kep. Seribu", "regency", "region:31.01"),
    ],
)
def test_everyday_spellings_are_read(text, kind, expected):
    assert territory(text, kind) == expected


@pytest.mark.parametrize("text", ["N/A", "n.a.", "-", "Batam/Kepri", "Kabupaten Solo", "3500"])
def test_signs_and_kinds_are_never_folded_into_a_place(text):
    with pytest.raises(ValueTypeError):
        territory(text, "any")
