from __future__ import annotations

import pytest

from loaders.errors import LoadError
from loaders.tabular.claims import RowMapper, check_columns
from loaders.tabular.mapping_file import read_mapping
from ontology.claim import TYPE, check
from ontology.errors import ValueTypeError

SUSPECTS = """\
dataset: suspects
document: {title: T}
empty: ["-"]
entities:
  person:
    class: Person
    id: nik
    key: NIK
    properties: {nik: NIK, name: Nama, alias: {column: Alias, split: ";"}}
  case:
    class: Case
    id: lp
    key: LP
    properties: {number: LP}
  role:
    class: CaseRole
    key: [NIK, LP]
    modality: alleged
    when: {Peran: [Calo]}
    properties:
      roleHolder: {entity: person}
      roleIn: {entity: case}
      role: {value: calo}
"""
COLUMNS = ["NIK", "Nama", "Alias", "LP", "Peran"]
NIK = "3201010101800001"


@pytest.fixture
def mapping(tmp_path, ontology):
    def call(text: str = SUSPECTS):
        path = tmp_path / "m.yaml"
        path.write_text(text)
        return read_mapping(path, ontology)

    return call


@pytest.fixture
def mapper(mapping, ontology):
    def call(text: str = SUSPECTS, columns=None, secret=b"s"):
        made = RowMapper(mapping(text), ontology, "doc:t", secret)
        made.bind(columns or COLUMNS)
        return made

    return call


def said(claims) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        found.setdefault((claim.subject.partition(":")[0], claim.property), []).append(claim.value)
    return found


def test_a_row_becomes_entities_values_and_references(mapper):
    claims = mapper().claims([NIK, "Ahmad", "Abang; Bos", "LP-1", "Calo"])
    found = said(claims)
    assert found[("nik", TYPE)] == ["Person"]
    assert found[("nik", "alias")] == ["Abang", "Bos"]
    assert found[("lp", "number")] == ["LP-1"]
    person = next(c.subject for c in claims if c.value == "Person")
    assert found[("suspectsrole", "roleHolder")] == [person]
    assert found[("suspectsrole", "roleIn")] == ["lp:LP-1"]
    assert {c.modality for c in claims if c.subject.startswith("suspectsrole")} == {"alleged"}


def test_every_claim_passes_the_check_of_the_ledger(mapper, ontology):
    claims = mapper().claims([NIK, "Ahmad", "Abang", "LP-1", "Calo"])
    assert [check(claim, ontology) for claim in claims] == list(claims)


def test_a_nik_is_never_in_an_id_or_a_locator(mapper):
    for claim in mapper().claims([NIK, "Ahmad", "", "LP 1", "Calo"]):
        assert NIK not in claim.subject
        assert NIK not in str(claim.locator)
        assert claim.property == "nik" or NIK not in claim.value


def test_ids_of_persons_hang_on_the_secret_and_others_do_not(mapper):
    row = [NIK, "A", "", "LP 1", ""]
    one = {c.subject for c in mapper(secret=b"one").claims(row)}
    two = {c.subject for c in mapper(secret=b"two").claims(row)}
    shared = {s.partition(":")[0] for s in one & two}
    assert shared == {"lp"}


def test_keys_are_spelled_canonically_so_that_tables_meet(mapper):
    plain = mapper().claims([NIK, "A", "", "LP-1", ""])[0].subject
    dotted = mapper().claims(["32.0101.010180.0001", "A", "", "LP-1", ""])[0].subject
    assert plain == dotted


def test_the_same_row_twice_makes_the_same_claims(mapper):
    made = mapper()
    row = [NIK, "Ahmad", "", "LP-1", "Calo"]
    assert [c.id for c in made.claims(row)] == [c.id for c in made.claims(row)]


def test_an_entity_without_its_key_is_left_out_with_what_refers_to_it(mapper):
    found = said(mapper().claims([NIK, "Ahmad", "", "-", "Calo"]))
    assert ("lp", TYPE) not in found
    assert ("suspectsrole", TYPE) not in found
    assert mapper().claims(["", "Ahmad", "", "", ""]) == ()


def test_a_condition_decides_whether_an_entity_is_there(mapper):
    assert ("suspectsrole", TYPE) not in said(mapper().claims([NIK, "A", "", "LP-1", "Saksi"]))


def test_a_bad_key_or_value_names_its_column(mapper):
    with pytest.raises(ValueTypeError, match="column 'NIK'"):
        mapper().claims(["320101", "A", "", "LP-1", ""])


def test_a_table_defined_elsewhere_is_only_referred_to(mapper):
    text = """\
dataset: pole
document: {title: T}
entities:
  a: {class: Person, id: pole, key: A, elsewhere: true}
  b:
    class: Case
    id: pole
    key: B
    elsewhere: true
    properties: {investigatedBy: {entity: a}}
"""
    [claim] = mapper(text, ["A", "B"]).claims(["1", "2"])
    assert (claim.subject, claim.property, claim.value) == ("pole:2", "investigatedBy", "pole:1")


def test_rows_of_one_key_are_counted_not_told(mapper):
    text = """\
dataset: victims
document: {title: T}
entities:
  group:
    class: Group
    key: [Asal, Tujuan]
    partial: true
    properties: {groupSizeLower: {count: rows}, groupRole: {value: victim}}
"""
    made = mapper(text, ["Asal", "Tujuan"])
    for row in (["NTT", "MY"], ["NTT", "MY"], ["", "MY"]):
        made.claims(row)
    totals = list(made.totals())
    assert sorted(c.value for c in totals) == ["1", "2"]
    assert {c.property for c in totals} == {"groupSizeLower"}


def test_missing_columns_are_told_with_the_nearest(mapping):
    with pytest.raises(LoadError, match=r"t\.csv has no column 'Alias'.*Nearest: 'Alyas'"):
        check_columns(mapping(), ["NIK", "Nama", "Alyas", "LP", "Peran"], "t.csv")


def test_optional_and_ignored_columns_may_be_missing(mapping):
    made = mapping(SUSPECTS.replace("empty:", "optional: [Alias]\nignore: [Foto]\nempty:"))
    check_columns(made, ["NIK", "Nama", "LP", "Peran"], "t.csv")


def test_what_a_row_tells_of_an_entity_without_its_key_is_pointed_out(mapper):
    made = mapper()
    made.claims(["", "Ahmad", "", "LP-1", "Calo"])
    assert {column: e.name for column, e in made.unsaid.items()} == {"Nama": "person"}
    made.claims([NIK, "Ahmad", "", "LP-1", "Calo"])
    assert made.unsaid == {}


def test_what_another_entity_tells_or_none_is_meant_to_is_not_pointed_out(mapper):
    text = """\
dataset: firms
document: {title: T}
entities:
  firm: {class: PlacementCompany, key: NIB, properties: {name: Nama, locatedIn: {column: Prov, territory: province}}}
  office: {class: ServicePost, key: Kode, properties: {name: Nama}}
  act: {class: LicenceAction, key: SK, when: {Jenis: [cabut]}, properties: {number: SK, startDate: Tgl}}
"""  # noqa: E501
    made = mapper(text, ["NIB", "Nama", "Prov", "Kode", "SK", "Jenis", "Tgl"])
    made.claims(["", "A", "NTT", "K1", "", "terbit", "2025-01-02"])
    assert list(made.unsaid) == ["Prov"]
