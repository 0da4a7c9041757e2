from __future__ import annotations

import re

import pytest

from loaders.errors import LoadError
from loaders.tabular.mapping_file import read_mapping

GOOD = """\
dataset: p3mi
document: {title: Daftar, reliability: B}
ignore: [No]
entities:
  company:
    class: PlacementCompany
    id: nib
    key: NIB
    properties:
      name: Nama
      legalForm: {column: Bentuk, lookup: {PT: pt}}
      locatedIn: {column: Provinsi, territory: province}
  licence:
    class: Licence
    key: [NIB, SIP]
    properties:
      licenceHolder: {entity: company}
      startDate: {column: Terbit, date: "%d/%m/%Y"}
"""


@pytest.fixture
def read(tmp_path, ontology):
    def call(text: str):
        path = tmp_path / "m.yaml"
        path.write_text(text, "utf-8")
        return read_mapping(path, ontology)

    return call


def test_a_mapping_knows_its_parts(read):
    found = read(GOOD)
    assert (found.name, found.dataset, found.header, found.credibility) == ("m", "p3mi", 1, 2)
    assert found.used() == {"NIB", "Nama", "Bentuk", "Provinsi", "SIP", "Terbit"}
    assert found.columns() - found.used() == {"No"}
    company, licence = found.entities
    assert (company.prefix, company.key) == ("nib", ("NIB",))
    assert licence.prefix == "p3milicence"
    assert licence.values[0].entity == "company"


def test_exports_of_one_register_are_one_origin(read):
    assert read(GOOD).document.origin == "p3mi"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("class: PlacementCompany", "class: PlacementCompani"), "Nearest: PlacementCompany"),
        (("name: Nama", "nam: Nama"), "no property 'nam'.*name"),
        (("name: Nama", "sentenceMonths: Nama"), "to PenaltyEvent, not to PlacementCompany"),
        (("{PT: pt}", "{PT: p.t.}"), "concept of legal-forms"),
        (("{entity: company}", "{entity: firm}"), "no entity 'firm'.*company, licence"),
        (("{entity: company}", "NIB"), "a column alone cannot say it"),
        (("{entity: company}", "{entity: licence}"), "points to Company, licence is Licence"),
        (("class: Licence", "class: Agent"), "Agent is abstract; use one of"),
        (("key: NIB", "keys: NIB"), "unknown key 'keys'; known: class, key"),
        (("dataset: p3mi", "dataset: P3MI!"), "named in a-z"),
        (("dataset: p3mi\n", ""), "lacks 'dataset'"),
        (("reliability: B", "reliability: Z"), "concept of reliabilities"),
        (("{title: Daftar", "{titel: Daftar"), "unknown key 'titel'"),
        (("id: nib", "id: NIB"), "id prefix is a-z"),
        (("territory: province", "territory: provinsi"), "territory is one of province, regency"),
        (("ignore: [No]", "header: 0.5"), "header is a whole number 0-100"),
        (("ignore: [No]", "credibility: 7"), "credibility is a whole number 1-6"),
        (("ignore: [No]", "marking: pink"), "concept of markings"),
        (("ignore: [No]", "delimiter: ';;'"), "one character"),
        (("{column: Terbit, date: \"%d/%m/%Y\"}", "{date: x}"), "exactly one of column"),
        (("{column: Terbit, date: \"%d/%m/%Y\"}", "{column: a, value: b}"), "exactly one of"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_the_remedy(read, change, message):
    text = GOOD.replace(*change)
    assert text != GOOD
    with pytest.raises(LoadError, match=message) as caught:
        read(text)
    assert re.search(r"m\.yaml(:\d+:\d+)?: ", str(caught.value))


def test_an_entity_without_key_says_what_a_key_is(read):
    with pytest.raises(LoadError, match=r"licence needs a key: .* never a name"):
        read(GOOD.replace("    key: [NIB, SIP]\n", ""))


def test_computed_properties_cannot_be_mapped(read, ontology):
    derived = [p for p in ontology.properties.values() if p.is_derived and p.domain == "Entity"]
    if not derived:
        pytest.skip("LOUD: the ontology computes no property of every entity")
    with pytest.raises(LoadError, match="computed"):
        read(GOOD.replace("name: Nama", f"{derived[0].name}: Nama"))


def test_several_columns_of_one_property(read):
    found = read(GOOD.replace("name: Nama", "name: [Nama, {columns: [A, B]}]"))
    assert [v.columns for v in found.entities[0].values[:2]] == [("Nama",), ("A", "B")]
