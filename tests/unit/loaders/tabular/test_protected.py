from __future__ import annotations

import pytest

from loaders.errors import LoadError
from loaders.tabular.claims import RowMapper
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.protected import is_key_of_victims, is_nik, tells_of_victims
from ontology.errors import ValueTypeError

MAPPING = """\
dataset: uji
document: {{title: Uji}}
entities:
  one:
    class: {cls}
    key: {key}
    properties: {{{properties}}}
"""


def mapping(tmp_path, ontology, cls, key, properties):
    path = tmp_path / "m.yaml"
    path.write_text(MAPPING.format(cls=cls, key=key, properties=properties))
    return read_mapping(path, ontology)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Nama Korban", True), ("victim_name", True), ("NIK_CPMI", True), ("namaSaksi", True),
        ("Nama Perekrut Korban", False), ("Agen PMI", False), ("Nama", False), ("Korbankan", False),
        ("", False),
    ],
)  # fmt: skip
def test_headers_that_speak_of_victims(header, expected):
    assert tells_of_victims(header) is expected


def test_numbers_and_homes_of_victims_are_no_names():
    assert not is_key_of_victims("Jumlah Korban")
    assert not is_key_of_victims("Asal Korban")
    assert is_key_of_victims("No. HP Korban")


@pytest.mark.parametrize(
    ("cls", "properties"),
    [
        ("Person", "name: Nama Korban"), ("Group", "name: Nama Korban"),
        ("Person", "nik: NIK CPMI"), ("Group", "alias: {columns: [Status, Korban]}"),
        ("PhoneNumber", "e164: HP Korban"),
        ("Person", "birthDate: {column: Tgl Lahir Korban, date: '%Y'}"),
    ],
)  # fmt: skip
def test_what_says_who_a_victim_is_is_refused(tmp_path, ontology, cls, properties):
    with pytest.raises(LoadError, match=r"m\.yaml:7:\d+: .*counted groups.*ignore"):
        mapping(tmp_path, ontology, cls, "Kode", properties)


def test_a_key_that_tells_victims_apart_is_refused(tmp_path, ontology):
    with pytest.raises(LoadError, match="counted groups"):
        mapping(tmp_path, ontology, "Group", "[Tanggal, Paspor PMI]", "")


def test_counts_and_homes_of_victims_are_welcome(tmp_path, ontology):
    said = "groupSizeLower: Jumlah Korban, origin: {column: Asal Korban, territory: regency}"
    assert len(mapping(tmp_path, ontology, "Group", "Asal Korban", said).entities[0].values) == 2


def test_a_nik_as_plain_key_refuses_the_row(tmp_path, ontology):
    rows = RowMapper(mapping(tmp_path, ontology, "Group", "Kode", ""), ontology, "doc:a", b"x" * 32)
    rows.bind(["Kode"])
    with pytest.raises(ValueTypeError, match=r"column 'Kode': a NIK as key.*ignore"):
        rows.claims(("5301015507010001",))
    assert rows.claims(("5301019907010001",))


def test_a_nik_has_a_birth_date():
    assert is_nik("5301015507010001")
    assert not is_nik("9999999999999999")
    assert not is_nik("530101550701000")
