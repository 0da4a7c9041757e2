"""Tables through the command line: dry run, load, quarantine, correction, shipped mappings."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import state
from api.cli.main import app
from graph.ledger.ledger import open_ledger
from loaders.errors import LoadError
from loaders.model import LoadReport
from loaders.quarantine import Quarantine
from loaders.run import run
from loaders.tabular.limits import Limits
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.opening import SHIPPED, mapping_files, open_tables, shipped_names
from loaders.tabular.preview import preview
from loaders.tabular.source import TableSource
from ontology.claim import TYPE
from tests.hostile import row, workbook

POLE_CLAIMS = 342_280
SHARED = Path(__file__).parents[3] / "shared" / "data" / "networks"

MAPPING = """\
dataset: p3mi-contoh
document: {title: Daftar contoh, reliability: B}
delimiter: ";"
entities:
  company:
    class: PlacementCompany
    id: nib
    key: NIB
    properties:
      name: Nama
      legalForm: {column: Bentuk, lookup: {PT: pt, CV: cv}}
      startDate: {column: Berdiri, date: "%d/%m/%Y"}
"""
TABLE = """\
NIB;Nama;Bentuk;Berdiri;Telepon
1234567890123;PT Satu;PT;01/02/2020;021
1234567890124;PT Dua;PT;31/02/2020;
1234567890123;PT Satu;PT;01/02/2020;021
1234567890125;CV Tiga;XX;05/03/2020;
1234567890126;PT Empat
"""


@pytest.fixture
def table(tmp_path) -> tuple[Path, Path]:
    path, mapping = tmp_path / "p3mi.csv", tmp_path / "p3mi.yaml"
    path.write_text(TABLE)
    mapping.write_text(MAPPING)
    return path, mapping


@pytest.fixture
def ledger(tmp_path, ontology):
    made = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}", ontology)
    yield made
    made.close()


@pytest.fixture
def lacak(tmp_path, monkeypatch):
    """The command line over an empty home; nothing is projected."""
    for name in os.environ:
        if name.startswith("LACAK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LACAK_HOME", str(tmp_path / "home"))
    state.forget()
    runner = CliRunner()

    def call(*arguments: str):
        return runner.invoke(app, ["-l", "en", *arguments], catch_exceptions=False)

    yield call
    state.forget()


def holds(report: LoadReport) -> bool:
    return report.rows == report.accepted + report.duplicates + report.quarantined


def load(paths, name, ontology, home, ledger, **options):
    found = open_tables(paths, str(name), ontology, home, **options)
    return [(source, run(source, ledger)) for source in found.tables]


# -- the row equation, quarantine, correction ----------------------------------------------


def test_every_row_is_accepted_a_duplicate_or_kept_for_correction(
    table, ontology, tmp_path, ledger
):
    path, mapping = table
    [(source, report)] = load([path], mapping, ontology, tmp_path, ledger)
    assert (report.rows, report.accepted, report.duplicates, report.quarantined) == (5, 1, 1, 3)
    assert [r.place.line for r in report.refusals] == [3, 5, 6]
    assert source.unmapped == ("Telepon",)
    assert source.facts == {"encoding": "utf-8", "delimiter": ";"}
    assert source.quarantine is not None
    assert source.quarantine.count == 3


def test_loading_twice_changes_nothing(table, ontology, tmp_path, ledger):
    path, mapping = table
    load([path], mapping, ontology, tmp_path, ledger)
    before = ledger.state()
    [(_, report)] = load([path], mapping, ontology, tmp_path, ledger)
    assert (report.accepted, report.duplicates, report.claims) == (0, 2, 0)
    assert ledger.state() == before


def test_a_shorter_file_takes_nothing_back(table, ontology, tmp_path, ledger):
    path, mapping = table
    load([path], mapping, ontology, tmp_path, ledger)
    before = ledger.counts()["claims"]
    path.write_text("\n".join(TABLE.splitlines()[:1] + TABLE.splitlines()[2:3]) + "\n")
    load([path], mapping, ontology, tmp_path, ledger)
    assert ledger.counts()["claims"] == before


def test_refused_rows_are_corrected_and_loaded_with_the_same_mapping(
    table, ontology, tmp_path, ledger
):
    path, mapping = table
    [(source, _)] = load([path], mapping, ontology, tmp_path, ledger)
    with source.quarantine.path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows[2]["_raw"] == "1234567890126 | PT Empat"
    rows[0]["Berdiri"] = "28/02/2020"
    rows[1]["Bentuk"] = "CV"
    rows[2] |= {"NIB": "1234567890126", "Nama": "PT Empat"}
    corrected = tmp_path / "corrected.csv"
    with corrected.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    [(again, report)] = load([corrected], mapping, ontology, tmp_path, ledger)
    assert (report.rows, report.accepted, report.quarantined) == (3, 3, 0)
    assert again.unmapped == ("Telepon",)
    # The corrections speak with the voice of the first file, not with a second one.
    assert len({d.origin_key for d in ledger.documents()}) == 1


@pytest.mark.parametrize("in_bulk", [False, True])
def test_cells_of_an_entity_without_its_key_are_flagged(ontology, tmp_path, ledger, in_bulk):
    path = tmp_path / "t.csv"
    path.write_text("NIB;Nama Perusahaan;Nomor SIP3MI;Penanggung Jawab\n;PT A;1/2023;Budi\n")
    [(source, report)] = load([path], "p3mi-registry", ontology, tmp_path, ledger, in_bulk=in_bulk)
    assert (report.accepted, report.quarantined) == (1, 0)
    assert [(f.place.line, f.column) for f in source.flags] == [
        (2, "Nama Perusahaan"), (2, "Penanggung Jawab"),
    ]  # fmt: skip
    assert "the key of 'company' (NIB) is not complete" in str(source.flags[0])


def test_a_formula_that_was_refused_is_refused_again_until_corrected(ontology, tmp_path, ledger):
    path, mapping = tmp_path / "t.csv", tmp_path / "m.yaml"
    path.write_text("NIB;Nama;Bentuk;Berdiri\n1;=cmd();PT;01/02/2020\n")
    mapping.write_text(MAPPING)
    [(source, _)] = load([path], mapping, ontology, tmp_path, ledger)
    assert "'=cmd()" in source.quarantine.path.read_text()
    [(_, report)] = load([source.quarantine.path], mapping, ontology, tmp_path, ledger)
    assert report.quarantined == 1


CALLED = """\
dataset: dicegah
document: {title: Daftar pencegahan, reliability: B}
ignore: [NIK, Catatan]
entities:
  office:
    class: ServicePost
    key: Kode
    properties: {name: Nama}
"""


def spoilt(folder: Path) -> Path:
    """Return a workbook with a NIK in a numeric cell, and an error in each of two columns."""
    nik, error = "<v>3271010101800012</v>", '<c r="{}" t="e"><v>#N/A</v></c>'
    rows = row(1, "Kode", "Nama", "NIK", "Catatan") + row(2, "K1", "P4MI Satu", nik, "x")
    for at, (name, place) in enumerate((("P4MI Dua", "D3"), ("", "B4")), 3):
        made = row(at, f"K{at}", name, "-", "").removesuffix("</row>")
        made = re.sub(rf'<c r="{place}".*?</c>', "", made)
        rows += f"{made}{error.format(place)}</row>"
    path = folder / "dicegah.xlsx"
    path.write_bytes(workbook(rows))
    return path


def test_spoilt_cells_refuse_rows_that_use_them_and_no_others(ontology, tmp_path, ledger):
    mapping = tmp_path / "m.yaml"
    mapping.write_text(CALLED)
    [(source, report)] = load([spoilt(tmp_path)], mapping, ontology, tmp_path, ledger)
    assert (report.accepted, report.quarantined) == (2, 1)
    [refusal] = report.refusals
    assert (refusal.place.line, refusal.place.column) == (4, 2)
    assert "column 'Nama': #N/A is an error of the spreadsheet. Correct" in refusal.reason
    said = {stored.claim.value for stored in ledger.claims()}
    assert not any("3271" in value or "#N/A" in value for value in said)
    # The file of refused rows says what stood there, and is refused again as it is.
    assert "#N/A" in source.quarantine.path.read_text()
    [(_, again)] = load([source.quarantine.path], mapping, ontology, tmp_path, ledger)
    assert (again.accepted, again.quarantined) == (0, 1)


@pytest.mark.parametrize(
    "used",
    [
        "key: NIK",
        "key: Kode\n    properties: {name: NIK}",
        "key: Kode\n    properties: {name: {columns: [Nama, NIK]}}",
    ],
    ids=["key", "text", "joined"],
)
def test_a_rounded_number_never_enters_by_way_of_the_quarantine(used, ontology, tmp_path, ledger):
    mapping = tmp_path / "m.yaml"
    text = CALLED.replace("key: Kode", used).replace("ignore: [NIK, Catatan]", "ignore: [Catatan]")
    mapping.write_text(
        text.replace("    properties: {name: Nama}\n", "") if "prop" in used else text
    )
    [(source, report)] = load([spoilt(tmp_path)], mapping, ontology, tmp_path, ledger)
    [refusal] = [r for r in report.refusals if r.place.line == 2]
    assert "column 'NIK': the spreadsheet shortened a long number" in refusal.reason
    before = ledger.counts()["claims"]
    load([source.quarantine.path], mapping, ontology, tmp_path, ledger)
    assert ledger.counts()["claims"] == before
    assert not any("3271" in s.claim.subject + s.claim.value for s in ledger.claims())


def test_a_dry_run_counts_what_a_load_then_does(table, ontology, tmp_path, ledger):
    path, mapping = table
    [source] = open_tables([path], str(mapping), ontology, tmp_path).tables
    made = preview(source)
    [(_, report)] = load([path], mapping, ontology, tmp_path, ledger)
    assert (made.rows, made.accepted, made.duplicates, made.quarantined, made.claims) == (
        report.rows, report.accepted, report.duplicates, report.quarantined, report.claims,
    )  # fmt: skip
    assert made.entities == {"PlacementCompany": 1}
    assert made.properties == {"name": 1, "legalForm": 1, "startDate": 1}


def test_a_kill_loses_nothing_that_loading_again_does_not_bring(ontology, tmp_path, ledger):
    path, mapping = tmp_path / "big.csv", tmp_path / "m.yaml"
    path.write_text(
        "NIB;Nama;Bentuk;Berdiri\n" + "".join(f"{i};PT {i};PT;01/02/2020\n" for i in range(60_000))
    )
    mapping.write_text(MAPPING)
    code = (
        "import sys; from pathlib import Path; from graph.ledger.ledger import open_ledger;"
        "from loaders.run import run; from loaders.tabular.opening import open_tables;"
        "from ontology.model import load; o = load(); t = Path(sys.argv[1]);"
        "l = open_ledger(f'sqlite:///{t}/ledger.db', o);"
        "[run(s, l) for s in open_tables([t / 'big.csv'], str(t / 'm.yaml'), o, t).tables]"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
    deadline = time.monotonic() + 120
    while ledger.counts()["claims"] < 5_000 and time.monotonic() < deadline:
        time.sleep(0.05)
    child.send_signal(signal.SIGKILL)
    child.wait()
    before = ledger.counts()["claims"]
    [(_, report)] = load([path], mapping, ontology, tmp_path, ledger)
    assert 5_000 <= before < 240_000
    assert report.claims == 240_000 - before
    assert holds(report)
    assert report.quarantined == 0


# -- other forms -----------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "ndjson", "parquet", "xlsx"])
def test_every_form_of_one_table_makes_the_same_claims(ending, ontology, tmp_path, ledger):
    import polars as pl

    from tests.hostile import row, workbook

    rows = [("1", "PT Satu", "PT", "2020-02-01"), ("2", "CV Dua", "CV", "2020-03-05")]
    names = ["NIB", "Nama", "Bentuk", "Berdiri"]
    path = tmp_path / f"t.{ending}"
    objects = [dict(zip(names, r, strict=True)) for r in rows]
    mark = "\t" if ending == "tsv" else ";"
    match ending:
        case "csv" | "tsv":
            path.write_text("\n".join(mark.join(r) for r in (names, *rows)) + "\n")
        case "json":
            path.write_text(json.dumps(objects))
        case "ndjson":
            path.write_text("\n".join(map(json.dumps, objects)))
        case "parquet":
            pl.DataFrame(objects).write_parquet(path)
        case _:
            sheet = "".join(row(i, *r) for i, r in enumerate((names, *rows), 1))
            path.write_bytes(workbook(sheet))
    mapping = tmp_path / "m.yaml"
    mapping.write_text(MAPPING)
    [(_, report)] = load([path], mapping, ontology, tmp_path, ledger)
    assert (report.accepted, report.quarantined) == (2, 0)
    found = {(s.claim.subject, s.claim.property, s.claim.value) for s in ledger.claims()}
    assert found == {
        ("nib:1", TYPE, "PlacementCompany"), ("nib:1", "name", "PT Satu"),
        ("nib:1", "legalForm", "pt"), ("nib:1", "startDate", "2020-02-01"),
        ("nib:2", TYPE, "PlacementCompany"), ("nib:2", "name", "CV Dua"),
        ("nib:2", "legalForm", "cv"), ("nib:2", "startDate", "2020-03-05"),
    }  # fmt: skip


# -- shipped mappings ------------------------------------------------------------------------

SAMPLES = {
    "p3mi-registry": (
        "No,NIB,Nama Perusahaan,Bentuk,Alamat,Provinsi,Nomor SIP3MI,Tanggal Terbit,"
        "Berlaku Sampai,Penanggung Jawab\n"
        '1,1234567890123,PT Contoh Satu,PT,"Jl. A, 1",DKI Jakarta,123/2020,01/02/2020,'
        "01/02/2025,Budi\n",
        {"PlacementCompany": 1, "Licence": 1, "Person": 1, "Directorship": 1},
    ),
    "recruitment-cases": (
        "No,Nomor LP,Tanggal Kejadian,Kabupaten/Kota,Ringkasan,Jumlah Korban,Daerah Asal,"
        "Negara Tujuan,Inisial Perekrut,Peran,Nama P3MI,NIB P3MI,Nama Korban\n"
        "1,LP/B/1/2025,05/08/2025,Kota Kupang,Perekrutan,12,NTT,Malaysia,AH,Calo,-,-,rahasia\n",
        {"Case": 1, "Group": 1, "Person": 1, "Recruitment": 1},
    ),
    "suspects": (
        "No,NIK,Nama,Alias,Tanggal Lahir,Jenis Kelamin,Kewarganegaraan,Domisili,Nomor LP,Satuan,"
        "Pasal,Tahap,Tanggal,Peran\n"
        "1,3201010101800001,Contoh,Abang;Bos,01/01/1980,L,Indonesia,Kab. Bogor,LP-1,Polres X,"
        "Pasal 4 UU 21/2007,Tersangka,05/08/2025,Calo\n",
        {"Person": 1, "Case": 1, "LawEnforcementAgency": 1, "LegalProvision": 1, "LegalStage": 1,
         "CaseRole": 1},
    ),
    "phone-extract": (
        "Dari,Ke,Waktu,Jenis,Durasi\n081234567890,+6281234567891,05/08/2025 10:11:12,Suara,60\n",
        {"PhoneNumber": 2, "Communication": 1},
    ),
    "bank-extract": (
        "Nomor Referensi,Tanggal,Bank Pengirim,Rekening Pengirim,Nama Pengirim,Bank Penerima,"
        "Rekening Penerima,Nama Penerima,Nominal,Keterangan\n"
        'R1,05/08/2025,BRI,1234567890,A,BNI,9876543210,B,"Rp1.250.000,00",ongkos\n',
        {"BankAccount": 2, "Person": 2, "ChannelUse": 2, "Payment": 1},
    ),
    "htcds-victims": (
        "prs_FirstName,prs_Citizenship,vic_LocationOfExploitation,vic_TypeOfExploitation\n"
        "A,Indonesia,Malaysia,Forced labour\nB,Indonesia,Malaysia,Forced labour\nC,,Malaysia,\n",
        {"Group": 2},
    ),
    "edge-list": ("source,target\na,b\nb,c\n", {"Person": 3, "Association": 2}),
    "edge-list-plain": ("1\t2\t5\n2\t3\t1\n", {"Person": 3, "Association": 2}),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_shipped_mapping_reads_its_table(name, ontology, tmp_path, ledger):
    text, classes = SAMPLES[name]
    path = tmp_path / "t.csv"
    path.write_text(text)
    [(source, report)] = load([path], name, ontology, tmp_path, ledger)
    assert report.refusals == []
    assert holds(report)
    assert source.unmapped == ()
    found = Counter(
        (s.claim.subject, s.claim.value) for s in ledger.claims() if s.claim.property == TYPE
    )
    assert Counter(value for _, value in found) == classes


def test_every_shipped_mapping_has_a_sample_and_a_title():
    assert set(shipped_names()) == {*SAMPLES, "pole"}
    for path in SHIPPED.rglob("*.yaml"):
        assert path.read_text().startswith("# "), path


def test_victims_of_htcds_are_counted_and_nobody_is_named(ontology, tmp_path, ledger):
    path = tmp_path / "t.csv"
    path.write_text(SAMPLES["htcds-victims"][0])
    load([path], "htcds-victims", ontology, tmp_path, ledger)
    claims = [s.claim for s in ledger.claims()]
    sizes = sorted(c.value for c in claims if c.property == "groupSizeLower")
    assert sizes == ["1", "2"]
    assert not [c for c in claims if c.value in ("A", "B", "C")]
    assert {c.marking for c in claims} == {"amber-strict"}


def test_identities_do_not_stand_in_ids_or_locators(ontology, tmp_path, ledger):
    for name, secrets in (
        ("suspects", ["3201010101800001"]), ("bank-extract", ["1234567890", "9876543210"]),
        ("phone-extract", ["81234567890", "81234567891"]),
    ):  # fmt: skip
        path = tmp_path / f"{name}.csv"
        path.write_text(SAMPLES[name][0])
        load([path], name, ontology, tmp_path, ledger)
        for stored in ledger.claims():
            for secret in secrets:
                assert secret not in stored.claim.subject
                assert secret not in str(stored.claim.locator)


@pytest.mark.shared
@pytest.mark.parametrize("in_bulk", [False, True])
def test_every_node_and_relationship_of_pole_is_accounted_for(ontology, tmp_path, ledger, in_bulk):
    archive = SHARED / "pole-data-importer.zip"
    if not archive.exists():
        pytest.skip("LOUD: ../shared/data/networks is not here; POLE was not loaded")
    folder = tmp_path / "pole-tables"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    found = open_tables([folder], "pole", ontology, tmp_path, in_bulk=in_bulk)
    assert [path.name for path in found.skipped] == ["neo4j_importer_model.json"]
    nodes = relationships = 0
    for source in found.tables:
        report = run(source, ledger)
        assert (report.duplicates, report.quarantined) == (0, 0), source.path
        assert source.unmapped == ()
        if ".nodes." in source.path.name:
            nodes += report.accepted
        else:
            relationships += report.accepted
    assert (nodes, relationships) == (61_521, 105_840)
    assert sum(1 for _ in ledger.claims()) == ledger.counts()["claims"] == POLE_CLAIMS


# -- the command line ------------------------------------------------------------------------


def test_a_dry_run_writes_nothing_and_shows_all(table, lacak, tmp_path):
    path, mapping = table
    shown = lacak("load", str(path), "--map", str(mapping), "--dry-run")
    assert shown.exit_code == 0
    for expected in (
        "5 rows = 1 accepted + 1 duplicates + 3 quarantined", "PlacementCompany", "legalForm",
        "PT Satu", "Nothing was written", "encoding 'utf-8'", "Telepon",
    ):  # fmt: skip
        assert expected in shown.output, expected
    assert not (tmp_path / "home" / "ledger.db").exists()
    assert not (tmp_path / "home" / "quarantine").exists()


def test_a_dry_run_as_json(table, lacak):
    path, mapping = table
    result = lacak("load", str(path), "--map", str(mapping), "--dry-run", "-f", "json")
    found = json.loads(result.stdout)
    assert found["rows"] == 5
    assert found["unmapped"] == ["Telepon"]
    assert len(found["refused"]) == 3
    assert found["sample"][0]["subject"] == "nib:1234567890123"


def test_a_load_says_where_refused_rows_are(table, lacak, tmp_path):
    path, mapping = table
    result = lacak("load", str(path), "--map", str(mapping), "--no-rebuild")
    assert result.exit_code == 2
    text = " ".join(result.output.split())
    assert "5 rows = 1 accepted + 1 duplicates + 3 quarantined" in text
    [kept] = (tmp_path / "home" / "quarantine").iterdir()
    assert kept.name in text.replace(" ", "")
    assert re.search(r"p3mi\.csv:3:4: column 'Berdiri'", text)


def test_a_table_without_a_mapping_says_what_to_do(table, lacak):
    with pytest.raises(LoadError, match="lacak map init"):
        lacak("load", str(table[0]), "--no-rebuild")


def test_an_unknown_mapping_names_those_there_are(table, lacak):
    with pytest.raises(LoadError, match="Nearest: p3mi-registry"):
        lacak("load", str(table[0]), "--map", "p3mi-registri")


def test_a_drafted_mapping_loads_the_table_it_was_drafted_from(table, lacak, tmp_path):
    path, _ = table
    out = tmp_path / "drafted.yaml"
    assert lacak("map", "init", str(path), "--out", str(out)).exit_code == 0
    shown = lacak("load", str(path), "--map", str(out), "--dry-run", "-f", "json")
    assert json.loads(shown.stdout)["accepted"] >= 2
    with pytest.raises(LoadError, match="exists already"):
        lacak("map", "init", str(path), "--out", str(out))


def test_shipped_mappings_are_listed(lacak):
    listed = json.loads(lacak("map", "list", "-f", "json").stdout)
    assert {row["mapping"] for row in listed} == set(shipped_names())
    assert all(row["for"] for row in listed)


def test_columns_of_a_shipped_mapping_are_shown(lacak):
    assert "bila ada" in lacak("-l", "id", "map", "show", "p3mi-registry").output
    assert "if there" in lacak("-l", "en", "map", "show", "p3mi-registry").output
    rows = json.loads(lacak("map", "show", "p3mi-registry", "-f", "json").stdout)
    assert (rows[0]["column"], rows[0]["use"]) == ("NIB", "needed")
    assert {row["column"] for row in rows if row["use"] == "ignored"} == {"No"}


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_mapping_shows_every_column_it_uses(name, lacak, ontology):
    rows = json.loads(lacak("map", "show", name, "-f", "json").stdout)
    used = [read_mapping(path, ontology).columns() for path in mapping_files(name)]
    assert {row["column"] for row in rows} == set().union(*used)


def test_the_line_of_the_header_and_the_sheet_may_be_said_with_a_mapping(lacak, tmp_path):
    path = tmp_path / "p.xlsx"
    cells = (("Daftar P3MI", "", ""), ("NIB", "Nama Perusahaan", "Nomor SIP3MI"),
             ("1234567890123", "PT Contoh Satu", "SIP/1/2020"))  # fmt: skip
    path.write_bytes(workbook("".join(row(n, *line) for n, line in enumerate(cells, 1))))
    given = ("load", str(path), "--map", "p3mi-registry", "--dry-run", "-f", "json")
    with pytest.raises(LoadError, match="--header N"):
        lacak(*given)
    assert json.loads(lacak(*given, "--header", "2").stdout)["accepted"] == 1
    with pytest.raises(LoadError, match="no sheet 'Kedua'"):
        lacak(*given, "--header", "2", "--sheet", "Kedua")
    with pytest.raises(LoadError, match="needs --map"):
        lacak("load", str(path), "--header", "2")


def test_an_article_is_loaded_as_drafts_and_reviewed(lacak, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Polda NTT menangkap 3 tersangka TPPO di Kupang, Rabu (6/8/2025).\n")
    said = json.loads(
        lacak("extract", str(article), "--published", "2025-08-06", "-f", "json").stdout
    )
    assert {"document", "mentions", "entities", "claims", "refused"} <= said.keys()
    text = article.read_text()
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in said["claims"])
    loaded = lacak("load", str(article), "--published", "2025-08-06", "--no-rebuild")
    assert loaded.exit_code == 0
    drafts = json.loads(lacak("review", "-f", "json").stdout)
    assert len(drafts) >= len(said["claims"])
    first = next(d for d in drafts if d["property"] == "conductedBy")
    done = lacak("review", "accept", first["id"][:8], "--why", "dibaca", "--no-rebuild")
    # The claim, and what its two entities are.
    assert "3 claims decided" in done.output
    lacak("review", "reject", drafts[0]["id"], "--no-rebuild")
    rest = {d["id"] for d in json.loads(lacak("review", "-f", "json").stdout)}
    assert len(rest) <= len(drafts) - 3
    assert first["id"] not in rest
    lacak("review", "accept-all", "--above", "0", "--no-rebuild")
    assert json.loads(lacak("review", "-f", "json").stdout) == []


def test_a_review_of_what_is_no_draft_says_so(lacak):
    with pytest.raises(LoadError, match="There is no draft 'abcdef1'"):
        lacak("review", "accept", "abcdef1", "--no-rebuild")


def test_mapping_files_prefers_a_path_over_a_shipped_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pole").mkdir()
    assert mapping_files("pole")[0].parent == SHIPPED / "pole"
    (tmp_path / "pole" / "m.yaml").write_text(MAPPING)
    assert mapping_files("pole") == [Path("pole/m.yaml")]


def test_memory_stays_flat_while_rows_stream(ontology, tmp_path):
    """Rows are handed on as they come: the first is there before the last was read."""
    path, mapping = tmp_path / "t.csv", tmp_path / "m.yaml"
    path.write_text("NIB;Nama;Bentuk;Berdiri\n" + "1;PT;PT;01/02/2020\n" * 100_000 + "1;2\n")
    mapping.write_text(MAPPING)
    kept = Quarantine(tmp_path / "q", "t")
    source = TableSource(
        path, read_mapping(mapping, ontology), ontology, Limits(), secret=b"s", quarantine=kept
    )
    items = source.items()
    for _ in range(10):
        next(items)
    items.close()
    assert kept.count == 0


HAPPENED = """\
dataset: kasus
document: {title: Kasus, reliability: B}
entities:
  case:
    class: Case
    key: LP
    properties:
      date: {column: Tanggal, date: "%d/%m/%Y"}
"""


@pytest.mark.parametrize("rows", [3, 6_000])
def test_what_happened_on_a_day_to_come_is_kept_and_pointed_out(rows, ontology, tmp_path, ledger):
    days = ["12/06/2090", *("12/06/2025" for _ in range(rows - 1))]
    lines = [f"LP-{n},{day}" for n, day in enumerate(days)]
    (tmp_path / "t.csv").write_text("\n".join(["LP,Tanggal", *lines, ""]))
    (tmp_path / "m.yaml").write_text(HAPPENED)
    path = tmp_path / "t.csv"
    found = open_tables([path], str(tmp_path / "m.yaml"), ontology, tmp_path, in_bulk=True)
    [source] = found.tables
    report = run(source, ledger)
    assert (report.accepted, report.quarantined) == (rows, 0)
    [flag] = source.flags
    assert (flag.place.line, flag.column) == (2, "Tanggal")
    assert "future (2090-06-12)" in str(flag)
