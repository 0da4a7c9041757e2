"""The reference dataset: complete, keyed by Kemendagri code, and never mixed with BPS codes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from loaders.model import Refusal, Row
from loaders.sources.reference.source import ReferenceSource
from ontology.claim import TYPE, Claim, Document, check
from ontology.model import load


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    rows = [item for item in ReferenceSource().items() if isinstance(item, Row)]
    return [claim for row in rows for claim in row.claims]


def values(claims: list[Claim], subject: str, prop: str) -> set[str]:
    return {c.value for c in claims if c.subject == subject and c.property == prop}


def test_every_province_and_regency_of_the_decree_is_there(claims: list[Claim]) -> None:
    classes = Counter(c.value for c in claims if c.property == TYPE)
    assert classes["Province"] == 38
    assert classes["Regency"] == 514
    assert classes["Country"] > 100


def test_defined_names_the_class_of_every_row() -> None:
    source = ReferenceSource()
    defined = source.defined()
    rows = [item for item in source.items() if isinstance(item, Row)]
    assert source.size() == len(rows) == len(defined)
    assert {row.claims[0].subject for row in rows} == defined.keys()
    assert defined["region:53"] == "Province"
    assert defined["region:53.71"] == "Regency"
    assert defined["country:MY"] == "Country"


def test_every_claim_stands_in_a_document_that_is_yielded_first() -> None:
    seen: set[str] = set()
    for item in ReferenceSource().items():
        assert not isinstance(item, Refusal)
        if isinstance(item, Document):
            seen.add(item.id)
        else:
            assert all(c.document in seen and c.locator for c in item.claims)


def test_every_claim_fits_the_ontology(claims: list[Claim]) -> None:
    ontology = load()
    defined = ReferenceSource().defined()
    for claim in claims:
        assert check(claim, ontology, defined[claim.subject]) == claim


def test_riau_is_not_the_riau_islands(claims: list[Claim]) -> None:
    assert values(claims, "region:14", "isoCode") == {"ID-RI"}
    assert values(claims, "region:21", "isoCode") == {"ID-KR"}
    assert values(claims, "region:14", "abbreviation") == set()
    assert values(claims, "region:21", "abbreviation") == {"Kepri"}


def test_every_regency_is_part_of_its_province_and_every_province_of_indonesia(
    claims: list[Claim],
) -> None:
    defined = ReferenceSource().defined()
    for subject, cls in defined.items():
        wholes = values(claims, subject, "isPartOf")
        if cls == "Province":
            assert wholes == {"country:ID"}
        elif cls == "Regency":
            assert wholes == {subject.partition(".")[0]}
            assert defined[wholes.pop()] == "Province"


@pytest.mark.parametrize(
    ("region", "bps"),
    [("53.01", "5303"), ("53.71", "5371"), ("12.71", "1275"), ("31.71", "3173"), ("32.01", "3201")],
)
def test_the_bps_code_is_a_second_key_of_the_same_place(
    claims: list[Claim], region: str, bps: str
) -> None:
    assert values(claims, f"region:{region}", "bpsCode") == {bps}


def test_many_bps_codes_differ_and_none_is_given_twice(claims: list[Claim]) -> None:
    codes = {c.subject: c.value for c in claims if c.property == "bpsCode"}
    regencies = {s: v for s, v in codes.items() if "." in s}
    different = [s for s, v in regencies.items() if s[7:].replace(".", "") != v]
    assert len(different) > 150
    assert len(set(codes.values())) == len(codes)


@pytest.mark.parametrize("region", ["91", "92", "93", "96", "76.01", "12.12"])
def test_a_place_that_was_divided_formed_or_renamed_has_no_bps_code(
    claims: list[Claim], region: str
) -> None:
    assert values(claims, f"region:{region}", "bpsCode") == set()


def test_codes_of_one_kind_are_unique(claims: list[Claim]) -> None:
    for prop in ("kemendagriCode", "isoCode"):
        codes = [c.value for c in claims if c.property == prop]
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("text", "subject"),
    [("NTT", "region:53"), ("DKI Jakarta", "region:31"), ("Malaysia", "country:MY")],
)
def test_usual_names_lead_to_the_place(claims: list[Claim], text: str, subject: str) -> None:
    names = {"name", "alias", "abbreviation"}
    assert {c.subject for c in claims if c.property in names and c.value == text} == {subject}


def test_places_name_file_and_line(tmp_path: Path) -> None:
    for name, header, line in (
        ("regions", "code,name,type,iso,bps,abbreviations,aliases", "53,NTT,province,ID-NT,53,,"),
        ("countries", "code,name,aliases", "MY,Malaysia,"),
    ):
        (tmp_path / f"{name}.csv").write_text(f"{header}\n{line}\n")
    rows = [i for i in ReferenceSource(tmp_path).items() if isinstance(i, Row)]
    assert [str(r.place) for r in rows] == ["countries.csv:2", "regions.csv:2"]


def test_an_unclosed_quote_is_an_error_and_not_a_merged_row(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text('code,name,aliases\nMY,"Malaysia,\n')
    (tmp_path / "regions.csv").write_text("code,name,type,iso,bps,abbreviations,aliases\n")
    with pytest.raises(csv.Error):
        list(ReferenceSource(tmp_path).items())
