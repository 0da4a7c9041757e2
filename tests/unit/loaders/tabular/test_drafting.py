from __future__ import annotations

import pytest

from loaders.errors import LoadError
from loaders.tabular.drafting import draft
from loaders.tabular.guessing import Column, Guesser, keys_of, quoted
from loaders.tabular.limits import Limits
from loaders.tabular.mapping_file import read_mapping

P3MI = """\
No;NIB;Nama Perusahaan;Badan Hukum;Provinsi;Tgl Terbit;Kolom Aneh
1;1234567890123;PT Satu;PT;DKI Jakarta;01/02/2020;x
2;1234567890124;CV Dua;CV;Riau;03/04/2021;y
"""


def column(name: str, *values: str) -> Column:
    return Column(name, values, is_full=True, is_unique=True)


@pytest.fixture(scope="module")
def guesser(ontology) -> Guesser:
    return Guesser(ontology)


@pytest.mark.parametrize(
    ("name", "prop"),
    [
        ("Nama Lengkap", "name"), ("NIK", "nik"), ("No. KTP", "nik"), ("Tgl Lahir", "birthDate"),
        ("Date of Birth", "birthDate"), ("JK", "sex"), ("Negara Tujuan", "destination"),
        ("NIB", "registrationNumber"), ("No HP", "e164"), ("Nopol", "plate"), ("alamat", "address"),
        ("Kode Provinsi", "locatedIn"), ("birthDate", "birthDate"), ("Umur", "age"),
    ],
)  # fmt: skip
def test_columns_are_known_by_what_spreadsheets_call_them(guesser, name, prop):
    found = guesser.property_of(name)
    assert found is not None
    assert found.name == prop


@pytest.mark.parametrize("name", ["Kolom Aneh", "zzz", "_", "x1"])
def test_a_strange_name_is_no_property(guesser, name):
    assert guesser.property_of(name) is None


@pytest.mark.parametrize(
    ("names", "file", "cls"),
    [
        (("NIB", "Nama Perusahaan"), "p3mi", "PlacementCompany"),
        (("NIK", "Nama Tersangka", "Tanggal Lahir"), "tabel", "Person"),
        (("No Rekening", "Bank"), "mutasi", "BankAccount"),
        (("a", "b"), "tabel", "Association"),
    ],
)
def test_the_class_follows_the_names(guesser, names, file, cls):
    assert guesser.class_of([column(n) for n in names], file)[0] == cls


def test_a_key_is_telling_and_never_a_name():
    columns = [column("Nama"), column("No"), column("Catatan"), column("Kode Kasus")]
    assert [c.name for c in keys_of(columns)] == ["Kode Kasus", "Catatan", "No"]


@pytest.mark.parametrize(
    "text", ["Nama", "No. LP: 1", 'a"b', "x\ny", "#5", "yes", "-", "1", "ä", "a\\b", " a"]
)
def test_quoting_reads_back(tmp_path, text):
    from loaders.yaml_nodes import File

    path = tmp_path / "q.yaml"
    path.write_text(f"key: {{x: {quoted(text)}}}\n", "utf-8")
    file = File(path)
    assert file.text(file.mapping(file.mapping(file.root)["key"])["x"]) == text


def test_a_draft_is_a_valid_mapping_with_reasons(tmp_path, ontology):
    table = tmp_path / "daftar-p3mi.csv"
    table.write_text(P3MI)
    text = draft(table, ontology, Limits())
    file = tmp_path / "m.yaml"
    file.write_text(text)
    made = read_mapping(file, ontology)
    [company] = made.entities
    assert company.cls.name == "PlacementCompany"
    assert company.key == ("NIB",)
    found = {v.property.name: v for v in company.values}
    assert found["startDate"].date == "%d/%m/%Y"
    assert found["locatedIn"].territory == "province"
    assert dict(found["legalForm"].lookup or {}) == {"PT": "pt", "CV": "cv"}
    assert "Kolom Aneh" in made.ignore
    assert made.columns() == {
        "No", "NIB", "Nama Perusahaan", "Badan Hukum", "Provinsi", "Tgl Terbit", "Kolom Aneh",
    }  # fmt: skip
    assert text.count("#") > 8


def test_a_table_without_rows_cannot_be_drafted(tmp_path, ontology):
    table = tmp_path / "t.csv"
    table.write_text("a,b\n")
    with pytest.raises(LoadError, match="no row below its header"):
        draft(table, ontology, Limits())
