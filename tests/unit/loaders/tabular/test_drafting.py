from __future__ import annotations

from collections import Counter

import pytest

from loaders.errors import LoadError
from loaders.model import Row
from loaders.tabular.drafting import draft
from loaders.tabular.guessing import Column, Guesser, key_of, keys_of, quoted
from loaders.tabular.limits import Limits
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.source import TableSource
from ontology.claim import TYPE

P3MI = """\
No;NIB;Nama Perusahaan;Badan Hukum;Provinsi;Tgl Terbit;Kolom Aneh
1;1234567890123;PT Satu;PT;DKI Jakarta;01/02/2020;x
2;1234567890124;CV Dua;CV;Riau;03/04/2021;y
"""


def column(name: str, *values: str) -> Column:
    return Column(name, values)


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
    assert [c.name for c in keys_of(columns)] == ["Kode Kasus", "Catatan"]


@pytest.mark.parametrize("header", ["Nama", "Nama Lengkap", "Name", "Company Name", "full_name"])
def test_a_name_is_no_part_of_a_key_in_either_language(header):
    """Who is written otherwise in the next export would be somebody else."""
    report = Column("No. LP", ("1", "1", "2"))
    name = Column(header, ("Ani", "Budi", "Ani"))
    role = Column("Peran", ("saksi", "pelapor", "saksi"))
    assert keys_of([name, report]) == [report]
    assert key_of([report, name]) == [report]
    assert key_of([report, name, role]) == [report, role]


def test_what_numbers_the_rows_is_neither_key_nor_value(guesser):
    for name in ("No", "No.", "#", "Nomor Urut", "row"):
        assert column(name, "1", "2.", "3").is_serial
        assert guesser.guess(column(name, "1", "2"), "Person") is None
    assert not column("No", "LP/1/2025").is_serial
    assert not column("No Paspor", "1", "2").is_serial


def test_columns_that_repeat_are_joined_until_rows_differ():
    report, role = column("LP", "12", "12", "33"), column("Peran", "a", "b", "a")
    columns = [column("No", "1", "2", "3"), column("Nama", "x", "y", "z"), report, role]
    assert key_of(columns) == [report, role]
    assert key_of(columns[:3]) == [report]
    assert key_of(columns[:2]) == []


def test_cells_that_are_never_of_the_type_are_no_guess(guesser):
    assert guesser.guess(column("NIK", "A1", "B2"), "Person") is None
    assert guesser.guess(column("NIK", "A1", "5171014507810001"), "Person") is not None


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


VICTIMS = """\
No,Nama Korban,Umur,NIK,Asal Daerah,Negara Tujuan,Nama Perekrut
1,Wxyz Abcd,23,5301015507010001,Kab. Kupang,Malaysia,Q. R.
2,Uvwx Efgh,25,5301015507010002,Kab. Kupang,Malaysia,Q. R.
"""


@pytest.mark.parametrize("name", ["daftar.csv", "korban-2025.csv"])
def test_victims_are_drafted_as_counted_groups(tmp_path, ontology, name):
    table = tmp_path / name
    table.write_text(VICTIMS)
    file = tmp_path / "m.yaml"
    file.write_text(draft(table, ontology, Limits()))
    assert "Wxyz" not in file.read_text()
    [group] = read_mapping(file, ontology).entities
    assert group.cls.name == "Group"
    assert group.key == ("Asal Daerah", "Negara Tujuan")
    assert group.counts_rows
    assert {c for v in group.values for c in v.columns} == {"Asal Daerah", "Negara Tujuan"}


def test_victims_that_each_row_counts_are_not_counted_by_rows(tmp_path, ontology):
    table, file = tmp_path / "kasus.csv", tmp_path / "m.yaml"
    table.write_text(
        "Nomor LP;Tgl Kejadian;Kab/Kota;Jumlah Korban;Nama Korban;NIK Korban\n"
        "LP/B/12/I/2025;13/02/2025;Kota Batam;3;Wxyz;5301015507010001\n"
        "LP/B/13/I/2025;13/02/2025;Kota Batam;2;Uvwx;5301015507010002\n"
    )
    file.write_text(draft(table, ontology, Limits()))
    [group] = read_mapping(file, ontology).entities
    assert not group.counts_rows
    assert group.key == ("Nomor LP",)
    found = {v.property.name: v.columns for v in group.values}
    assert found["groupSizeLower"] == ("Jumlah Korban",)
    assert {c for columns in found.values() for c in columns}.isdisjoint(
        {"Nama Korban", "NIK Korban"}
    )


def test_a_day_alone_identifies_nothing(tmp_path, ontology):
    text = drafted(
        tmp_path,
        ontology,
        "Tanggal;Jumlah CPMI;Kab/Kota;Instansi\n"
        "01/02/2025;5;Kota Batam;Polda\n13/02/2025;7;Kab. Karimun;BP3MI\n",
    )
    assert "key: [Tanggal, Kab/Kota]\n" in text
    assert "also possible: Instansi." in text


def test_a_nik_is_a_key_of_persons_only(tmp_path, ontology):
    table = tmp_path / "perusahaan.csv"
    table.write_text("Nama Perusahaan,Pemilik\nPT A,5301015507010001\nPT B,5301015507010002\n")
    assert "key: Pemilik" not in draft(table, ontology, Limits())


def drafted(folder, ontology, text: str) -> str:
    table = folder / "perkara.csv"
    table.write_text(text)
    return draft(table, ontology, Limits())


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["1.500.000", "2.750"], "number: id"),
        (["4.822", "5.100"], "number: id"),
        (["1,2 juta", "1.234,56", "1234.56"], "number: id"),
        (["1500000", "2750"], "amountIdr: Nominal"),
        (["15.25", "2750.5"], "amountIdr: Nominal"),
    ],
)
def test_thousands_are_no_decimals(tmp_path, ontology, cells, said):
    rows = [f"LP/{n};{cell}" for n, cell in enumerate(cells)]
    line = drafted(tmp_path, ontology, "\n".join(["No LP;Nominal", *rows]))
    assert said in next(text for text in line.splitlines() if "amountIdr" in text)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["01/02/2024", "03/04/2024"], "DAY OR MONTH FIRST?"),
        (["31/12/2024", "12/31/2024", "05/06/2024"], "MIXED"),
        (["31/12/2024", "05/06/2024"], "dates look like %d/%m/%Y"),
        (["1/2/25", "3/4/25"], "DAY OR MONTH FIRST? every sampled cell also fits %m/%d/%y"),
        (["1/2/25", "05/03/2024", "05/13/2024", "2024-05-01"], "1 of 4 also fit %d/%m/%Y; 2 of 4"),
        (["13-02-2025", "28-02-2025", "kemarin"], "dates look like %d-%m-%Y; 1 of 3"),
        (["17 Agustus 2024", "1 Mei 2024"], "dates look like %d %b %Y"),
    ],
)
def test_doubts_about_dates_are_told(tmp_path, ontology, cells, told):
    rows = [f"LP/{n};{cell}" for n, cell in enumerate(cells)]
    assert told in drafted(tmp_path, ontology, "\n".join(["No LP;Tanggal", *rows]))


def test_one_mistyped_place_does_not_hide_a_column(tmp_path, ontology):
    text = "No LP;Kabupaten\n1;Kab. Malaka\n2;Kab. Belu\n3;Kab. Malka\n"
    assert "territory: regency}  # berada di; 1 of 3 sampled cells are not" in drafted(
        tmp_path, ontology, text
    )


def test_one_letter_means_what_alone_begins_with_it(tmp_path, ontology):
    text = "No LP,Nama Tersangka,Jenis Kelamin\n1,A,L\n2,B,P\n3,C,x\n"
    assert 'lookup: {L: male, P: female, x: ""}' in drafted(tmp_path, ontology, text)


TITLED = """\
DAFTAR P3MI TAHUN 2024;;;
;;;
No;Nama P3MI;NIB;Provinsi
1;PT Contoh;9120001;NTT
2;PT Lain;9120002;NTB
JUMLAH;2;;
Sumber: BP3MI;;;
"""


def test_the_header_is_found_below_titles_and_notes_are_no_records(tmp_path, ontology):
    text = drafted(tmp_path, ontology, TITLED)
    assert "header: 3\n" in text
    assert "key: NIB\n" in text
    assert "locatedIn: {column: Provinsi, territory: province}" in text


def test_a_row_is_not_taken_for_the_header(tmp_path, ontology):
    with pytest.raises(LoadError, match="column 2 has no name"):
        drafted(tmp_path, ontology, "No;;Izin\n;Nama;Nomor\n1;PT A;1/2024\n2;PT B;2/2024\n")


def test_a_header_of_merged_cells_is_refused_with_what_to_do(tmp_path, ontology):
    with pytest.raises(LoadError, match=r"copy the names from above .* --header N"):
        drafted(tmp_path, ontology, "No;Kejadian;;Korban\n;Tanggal;Tempat;\n1;2/3/2025;Batam;3\n")


def test_a_header_that_is_named_is_taken(tmp_path, ontology):
    table = tmp_path / "t.csv"
    table.write_text("a;b\nNIB;Nama P3MI\n912;PT A\n")
    assert "key: NIB" in draft(table, ontology, Limits(), header=2)


def test_what_excel_writes_above_the_header_is_no_header(tmp_path, ontology):
    text = drafted(tmp_path, ontology, "sep=;\nNIB;Nama P3MI;;\n912;PT A;;\n")
    assert "key: NIB" in text
    assert "header:" not in text


def test_a_file_whose_every_row_is_refused_says_why(tmp_path, ontology):
    table = tmp_path / "t.ndjson"
    table.write_text('{"a": 1\n')
    with pytest.raises(LoadError, match=r"t\.ndjson:1: expected one JSON object"):
        draft(table, ontology, Limits())


def test_a_comma_behind_an_object_is_no_part_of_it(tmp_path, ontology):
    table = tmp_path / "t.ndjson"
    table.write_text('{"nib": "912"},\n{"nib": "913"},\n')
    assert "key: nib" in draft(table, ontology, Limits())


CALLS = """\
No;Nomor Pemanggil;Nama Pemanggil;Nomor Tujuan;Nama Tujuan;Waktu
1;081230001111;Ani;081230002222;Budi;01/02/2025 10:11:12
2;081230002222;Budi;081230001111;Ani;02/02/2025 10:11:12
"""
TRANSFERS = """\
Tanggal;Bank Pengirim;Rekening Pengirim;Nama Pengirim;Bank Penerima;Rekening Penerima;Jumlah
13/02/2025;BRI;1234567890;Ani;BNI;9876543210;2500000
14/02/2025;BNI;9876543210;Budi;BRI;1234567890;1500000
"""


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        (CALLS, {"PhoneNumber": 2, "Person": 2, "ChannelUse": 2, "Communication": 2}),
        (TRANSFERS, {"BankAccount": 2, "Person": 2, "ChannelUse": 2, "Payment": 2}),
        ("Dari,Ke,Waktu\n0812,081230002222,1\n081230003333,081230004444,2\n"
         "081230004444,081230003333,3\n", {"PhoneNumber": 2, "Communication": 2}),
    ],
)  # fmt: skip
def test_two_ends_of_a_row_are_never_drafted_as_one(text, classes, ontology, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(text)
    made = tmp_path / "t.yaml"
    made.write_text(draft(path, ontology, Limits()))
    mapping = read_mapping(made, ontology)
    source = TableSource(path, mapping, ontology, Limits(), secret=b"x" * 32)
    claims = {c for item in source.items() if isinstance(item, Row) for c in item.claims}
    found = {(c.subject, c.value) for c in claims if c.property == TYPE}
    assert Counter(value for _, value in found) == classes
    assert mapping.marking == "amber-strict"


def test_a_transfer_of_a_reference_is_known_by_it(ontology, tmp_path):
    (tmp_path / "t.csv").write_text(TRANSFERS.replace("Tanggal", "No Referensi").replace("/", ""))
    assert "key: No Referensi" in draft(tmp_path / "t.csv", ontology, Limits())


@pytest.mark.parametrize(
    "text",
    ["Kota Asal,Kota Tujuan\nBatam,Johor\n", "Nama Pengirim,Nama Penerima\nAni,Budi\n",
     "Rekening,Nama\n1234567890,Ani\n"],
)  # fmt: skip
def test_places_and_names_alone_are_no_ends(text, ontology, tmp_path):
    (tmp_path / "t.csv").write_text(text)
    assert "ChannelUse" not in draft(tmp_path / "t.csv", ontology, Limits())
