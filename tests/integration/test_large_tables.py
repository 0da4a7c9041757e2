"""Large tables come in stretches, kept as columns: the ledger then says the same as of rows."""

from __future__ import annotations

import csv
import hashlib
import json
import random
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl
import pytest

from graph.ledger import schema
from graph.ledger.ledger import open_ledger
from loaders.run import run
from loaders.tabular.gathering import LEAST
from loaders.tabular.opening import open_tables
from tests.claims import digest_of
from tests.hostile import row, workbook

MAPPING = """\
dataset: perkara-contoh
document: {title: Daftar perkara, reliability: B}
empty: ["-"]
ignore: [No]
entities:
  company:
    class: PlacementCompany
    id: nib
    key: NIB
    properties:
      name: Nama
      legalForm: {column: Bentuk, lookup: {PT: pt, CV: cv}}
      locatedIn: {column: Provinsi, territory: province}
  licence:
    class: Licence
    id: sip3mi
    key: SIP3MI
    properties:
      number: SIP3MI
      licenceHolder: {entity: company}
      startDate: {column: Terbit, date: "%d/%m/%Y"}
  telephone:
    class: PhoneNumber
    id: phone
    key: Telepon
    properties: {e164: Telepon}
"""
HEADER = ["No", "NIB", "Nama", "Bentuk", "Provinsi", "SIP3MI", "Terbit", "Telepon"]
ROWS = LEAST + 2_000


def rows(seed: int = 7) -> list[list[str]]:
    """Return a registry with what registries have: repeats, slips, quotes, other letters."""
    chance = random.Random(seed)
    found = []
    for n in range(ROWS):
        row = [
            str(n + 1), str(10**12 + n // 2), f"PT Contoh Jaya {n // 2}", ["CV", "PT"][n % 9 > 0],
            chance.choice(["Riau", "Kepulauan Riau", "Jawa Timur"]), f"{n}/2020",
            f"{n % 28 + 1:02}/{n % 12 + 1:02}/2021", f"0812{n % 400:08}",
        ]  # fmt: skip
        slip = chance.random()
        if slip < 0.01:
            row[2] = f'PT "Maju", Jaya {n}'
        elif slip < 0.02:
            row[2] = f"PT Café {n}"
        elif slip < 0.03:
            row[6] = "31/02/2021"
        elif slip < 0.04 and found:
            row = chance.choice(found)
        elif slip < 0.05:
            row[5] = chance.choice(["", "-", "JUMLAH", "#REF!"])
        elif slip < 0.06:
            row[2] = f" PT  Jauh {n} "
        elif slip < 0.07:
            row[2] = chance.choice([f"PT С{n}ahaya", f"PT\u00a0Jauh {n}", f"PT “Padi” – {n}"])
        found.append(row)
    return found


def written(folder: Path, ending: str) -> Path:
    """Write the registry down; objects leave out what is empty, so names come late."""
    path = folder / f"perkara.{ending}"
    table = [HEADER, *rows()]
    objects = [{h: c for h, c in zip(HEADER, row, strict=True) if c} for row in table[1:]]
    objects[300]["Kemudian"] = objects[ROWS - 100]["Terakhir"] = "x"
    if ending == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table)
    elif ending == "json":
        path.write_text(json.dumps(objects))
    elif ending == "ndjson":
        path.write_text("".join(f"{json.dumps(o)}\n" for o in objects))
    elif ending == "parquet":
        pl.DataFrame(table[1:], schema=HEADER, orient="row").write_parquet(path)
    else:
        sheet = (row(n, *map(escape, cells)) for n, cells in enumerate(table, 1))
        path.write_bytes(workbook("".join(sheet)))
    return path


@pytest.fixture
def load(tmp_path, ontology):
    mapping = tmp_path / "perkara.yaml"
    mapping.write_text(MAPPING)
    ledgers = []

    def call(name: str, *, in_bulk: bool, ending: str = "csv"):
        path = tmp_path / f"perkara.{ending}"
        if not path.exists():
            written(tmp_path, ending)
        ledger = open_ledger(f"sqlite:///{tmp_path / name}.db", ontology)
        ledgers.append(ledger)
        # One home: ids of telephones come from its secret.
        opened = open_tables([path], str(mapping), ontology, tmp_path, in_bulk=in_bulk)
        [source] = opened.tables
        return run(source, ledger), ledger, source

    yield call
    for ledger in ledgers:
        ledger.close()


def blocks_in(ledger) -> int:
    with ledger.reading() as connection:
        return len(connection.execute(schema.blocks.select()).all())


def said_in(ledger) -> str:
    """Return a hash of all claims in their order; lists of this size cannot be shown."""
    digest = hashlib.sha256()
    for stored in ledger.claims():
        digest.update(repr((stored.id, stored.claim)).encode())
    return digest.hexdigest()


@pytest.mark.parametrize("ending", ["csv", "json", "ndjson", "parquet", "xlsx"])
def test_the_ledger_says_the_same(load, ending):
    one, rows_ledger, source = load("rows", in_bulk=False, ending=ending)
    many, ledger, stretched = load("bulk", in_bulk=True, ending=ending)
    assert blocks_in(ledger) >= 1
    assert blocks_in(rows_ledger) == 0
    # Which of two rows that say the same is the duplicate depends on which is read first.
    assert many.accepted == pytest.approx(one.accepted, abs=20)
    same = ("rows", "quarantined", "claims", "documents")
    assert [getattr(many, n) for n in same] == [getattr(one, n) for n in same]
    assert many.rows == ROWS == many.accepted + many.duplicates + many.quarantined
    assert min(many.accepted, many.duplicates, many.quarantined) > 0
    assert sorted(map(str, many.refusals)) == sorted(map(str, one.refusals))
    assert stretched.quarantine.count == source.quarantine.count
    assert sorted(map(str, stretched.flags)) == sorted(map(str, source.flags))
    assert stretched.flags
    assert ledger.counts() == rows_ledger.counts()
    assert said_in(ledger) == said_in(rows_ledger)
    assert digest_of(ledger) == digest_of(rows_ledger)


def test_loading_again_in_either_way_finds_only_duplicates(load):
    first, ledger, _ = load("bulk", in_bulk=True)
    state = ledger.state()
    for in_bulk in (True, False):
        again, _, _ = load("bulk", in_bulk=in_bulk)
        assert (again.accepted, again.claims) == (0, 0)
        assert again.duplicates == first.accepted + first.duplicates
        assert ledger.state() == state


def test_rows_that_were_loaded_one_by_one_are_duplicates_in_bulk(load):
    first, ledger, _ = load("both", in_bulk=False)
    state = ledger.state()
    again, _, _ = load("both", in_bulk=True)
    assert (again.accepted, again.duplicates) == (0, first.accepted + first.duplicates)
    assert ledger.state() == state


def test_a_load_that_was_cut_short_is_completed(load, monkeypatch):
    whole, expected, _ = load("whole", in_bulk=True)
    monkeypatch.setattr("graph.ledger.ledger.Ledger.add_block", _crash)
    with pytest.raises(KeyboardInterrupt):
        load("cut", in_bulk=True)
    monkeypatch.undo()
    report, ledger, _ = load("cut", in_bulk=True)
    assert (report.accepted, report.claims) == (whole.accepted, whole.claims)
    assert said_in(ledger) == said_in(expected)
    assert blocks_in(ledger) == blocks_in(expected) == 1


def _crash(*_arguments: object) -> int:
    raise KeyboardInterrupt
