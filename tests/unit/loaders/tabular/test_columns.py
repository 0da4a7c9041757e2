"""Stretches of rows say what the same rows say one by one."""

from __future__ import annotations

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.tabular.claims import RowMapper
from loaders.tabular.columns import ColumnMapper, comes_in_bulk
from loaders.tabular.frames import UNIT
from loaders.tabular.mapping_file import read_mapping
from ontology.errors import LacakError

COLUMNS = ["LP", "Nama", "Umur", "Kabupaten", "Tanggal", "Telepon", "Peran", "Alias", "Upah"]
MAPPING = """\
dataset: kasus
document: {title: Kasus}
empty: ["-", "n/a"]
entities:
  case:
    class: Case
    id: lp
    key: LP
    properties:
      number: LP
      locatedIn: {column: Kabupaten, territory: any}
  person:
    class: Person
    id: orang
    key: [LP, Nama]
    properties:
      name: Nama
      alias: {column: Alias, split: ";"}
      description: {columns: [Nama, Umur]}
      birthDate: {column: Tanggal, date: "%d/%m/%Y"}
  role:
    class: CaseRole
    id: peran
    key: [LP, Nama]
    modality: alleged
    when: {Peran: [Calo, Perekrut]}
    properties:
      roleHolder: {entity: person}
      roleIn: {entity: case}
      role: {value: calo}
  telephone:
    class: PhoneNumber
    id: telepon
    key: Telepon
    properties: {e164: Telepon}
  report:
    class: Case
    id: laporan
    key: Umur
    elsewhere: true
    properties: {description: Upah}
"""
# What single rows trip over stands beside what they take.
CELLS = {
    "LP": ["LP/1/2024", "LP-2", "LP/3", "JUMLAH", "Total 3", "3201010101800001", "1E+12", "-", ""],
    "Nama": ["Ani", "Ani  Wati", " Budi ", "H. Budi", "n/a", "", "PT Maju", "1,2E5", "x" * 300],
    "Umur": ["45", "", "empat puluh"],
    "Kabupaten": ["Kota Kupang", "Batam", "Antah Berantah", "", "-"],
    "Tanggal": ["01/02/2024", "31/02/2024", "2024-03-05", "", "kemarin"],
    "Telepon": ["0812-3456-7890", "+62 812 3456 7890", "12", "", "0811 222 333"],
    "Peran": ["Calo", "Perekrut", "Saksi", ""],
    "Alias": ["A", "A; B", "A;A", ";", ""],
    "Upah": ["Rp5 juta", ""],
}
ROWS = st.lists(
    st.tuples(
        *(
            st.one_of(
                st.sampled_from(CELLS[name]), st.text(string.ascii_letters + " .-/", max_size=6)
            )
            for name in COLUMNS
        )
    ),
    min_size=1,
    max_size=25,
)


@pytest.fixture(scope="module")
def read(tmp_path_factory, ontology):
    path = tmp_path_factory.mktemp("mapping") / "kasus.yaml"
    path.write_text(MAPPING)
    return read_mapping(path, ontology)


@pytest.fixture
def mapper(read, ontology):
    def call() -> RowMapper:
        made = RowMapper(read, ontology, "doc:kasus", b"secret")
        made.bind(COLUMNS)
        return made

    return call


def text_of(rows) -> bytes:
    return "".join(UNIT.join(row) + "\n" for row in rows).encode()


def claims_of(told):
    claims = list(told.claims)
    if told.block is not None:
        claims += [s.claim for run in told.block.sorted() for _, found in run for s in found]
    return claims


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ROWS, st.integers(1, 25))
def test_what_is_told_of_many_rows_is_what_each_says(mapper, rows, cut):
    columns, single = ColumnMapper(mapper()), mapper()
    known: set[str] = set()
    for part in (rows[:cut], rows[cut:]):
        if not part:
            continue
        told = columns.told(columns.prepared(text_of(part)))
        assert told.rows.len() == len(part)
        expected = {}
        for row, is_told in zip(part, told.rows, strict=True):
            if not is_told:
                continue
            # A row that would be refused is never told.
            claims = {claim.id: claim for claim in single.claims(list(row))}
            assert not single.unsaid, "cells are lost silently"
            assert claims.keys() - known - expected.keys(), "a duplicate was told as new"
            expected |= claims
        found = claims_of(told)
        assert {claim.id: claim for claim in found} == expected
        within = (
            {s.id for run in told.block.sorted() for _, g in run for s in g} if told.block else ()
        )
        assert len(within) == (told.block.size if told.block else 0), "a claim stands twice"
        assert not known & set(within)
        known |= expected.keys()
        for row, is_told in zip(part, told.rows, strict=True):
            if not is_told:
                try:
                    left = single.claims(list(row))
                except LacakError:
                    continue
                columns.note(left)
                known |= {claim.id for claim in left}


def test_plain_rows_are_all_told(mapper):
    rows = [
        (f"LP/{n}/2024", "Ani Wati", "45", "Batam", "01/02/2024", "", "Calo", "", "")
        for n in range(50)
    ]
    columns = ColumnMapper(mapper())
    told = columns.told(columns.prepared(text_of(rows)))
    assert told.rows.all()
    assert told.block is not None
    assert told.block.shape.document == "doc:kasus"


def test_what_single_rows_told_before_is_not_told_again(mapper):
    rows = [(f"LP/{n}", "Ani", "", "", "", "", "Calo", "", "") for n in range(50)]
    columns, single = ColumnMapper(mapper()), mapper()
    columns.note(single.claims(list(rows[7])))
    told = columns.told(columns.prepared(text_of(rows)))
    assert (~told.rows).arg_true().to_list() == [7]


def test_rows_that_tell_nothing_are_left(mapper):
    rows = [("", "", str(n), "", "", "", "", "", "Rp5 juta" if n % 2 else "") for n in range(50)]
    columns = ColumnMapper(mapper())
    told = columns.told(columns.prepared(text_of(rows)))
    assert told.rows.to_list() == [bool(n % 2) for n in range(50)]


def test_rows_that_repeat_one_entity_are_left(mapper):
    rows = [("LP/1", "Ani", "", "", "", "", "", "", "")] * 20
    columns = ColumnMapper(mapper())
    told = columns.told(columns.prepared(text_of(rows)))
    assert told.rows.sum() <= 1


def test_what_counts_rows_does_not_come_in_bulk(tmp_path, ontology):
    path = tmp_path / "m.yaml"
    path.write_text(MAPPING)
    assert comes_in_bulk(read_mapping(path, ontology))
