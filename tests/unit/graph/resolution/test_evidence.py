"""Evidence beside names, and lists checked against a graph."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.projection.rebuild import rebuild_snapshot
from graph.resolution.compare import compare
from graph.resolution.errors import ListRowError
from graph.resolution.evidence import Particulars, compare_particulars, weigh_evidence
from graph.resolution.screening import Screen, read_list
from graph.snapshots import Snapshot
from ontology.model import Ontology
from tests.claims import document, entity, fill, sqlite

NAME = "Krisostomus Seran Nahak"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ({}, {}, "review"),
        ({"born": "1990-05-12"}, {"born": "1990-05-12"}, "same"),
        ({"born": "1990-05-12"}, {"born": "1990"}, "review"),
        ({"born": "1990-05-12"}, {"born": "1971-02-03"}, "different"),
        ({"father": "Yohanes Seran"}, {"father": "Petrus Klau"}, "different"),
        ({"regions": ("Belu",)}, {"regions": ("Belu",)}, "review"),
        ({"identifiers": {"nik": ("3201234505900001",)}},
         {"identifiers": {"nik": ("3201.2345.0590.0001",)}}, "same"),
        ({"identifiers": {"phone": ("0812 3456 7890",)}},
         {"identifiers": {"phone": ("+6281234567890",)}}, "review"),
        ({"linked": frozenset({"evt:a"})}, {"linked": frozenset({"evt:a"})}, "review"),
    ],
)  # fmt: skip
def test_one_name_and_what_stands_beside_it(left: dict, right: dict, verdict: str) -> None:
    match = compare("Person", NAME, NAME)
    beside = compare_particulars(Particulars(**left), Particulars(**right))
    assert weigh_evidence(match, beside, is_person=True) == verdict


def test_initials_join_nobody_whatever_else_agrees() -> None:
    beside = Particulars(identifiers={"nik": ("3201234505900001",)}, born="1990-05-05")
    reasons = compare_particulars(beside, beside)
    for short in ("Krisostomus S. Nahak", "K. Nahak", "KSN"):
        match = compare("Person", short, NAME)
        assert weigh_evidence(match, reasons, is_person=True) == "review"


def test_one_nik_under_two_names_is_looked_at() -> None:
    one = Particulars(identifiers={"nik": ("3201234505900001",)})
    match = compare("Person", NAME, "Budi Hartono")
    assert match.decision == "different"
    assert weigh_evidence(match, compare_particulars(one, one), is_person=True) == "review"


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    documents = [document("doc:a"), document("doc:b")]
    claims = [
        *entity("org:a", "PlacementCompany", name="PT Sumber Rejeki Abadi", legalForm="pt"),
        *entity("act:a", "LicenceAction", "doc:b", name="Pencabutan", licenceActionKind="revoked",
                concernsCompany="org:a", date="2025-06-02"),
        *entity("per:a", "Person", name=NAME, birthDate="1990-05-12"),
    ]  # fmt: skip
    ledger = fill(sqlite(tmp_path), documents, claims)
    made, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
    yield made
    made.close()
    ledger.close()


def test_a_list_is_screened(snapshot: Snapshot, ontology: Ontology) -> None:
    text = (
        f"Name,reason,birth_date\nPT Sumber Rezeki Abadi,revoked,\n{NAME},,1990-05-12\n{NAME},,\n"
    )
    hits = list(Screen(snapshot, ontology, language="en").check(read_list(io.StringIO(text))))
    assert [(h.row, h.entity, h.verdict) for h in hits] == [
        (1, "org:a", "same"),
        (2, "per:a", "same"),
        (3, "per:a", "review"),
    ]
    (flag,) = hits[0].flags
    assert "revoked" in flag.text
    assert "2025-06-02" in flag.text
    assert flag.sources == ("Title of doc:b",)
    assert hits[0].reason == "revoked"
    assert "on one side only" in hits[2].explanation


def test_a_class_of_the_list_narrows_the_search(snapshot: Snapshot, ontology: Ontology) -> None:
    rows = [{"name": "PT Sumber Rejeki Abadi", "class": "Person"}]
    assert list(Screen(snapshot, ontology).check(rows)) == []


def test_a_list_says_what_it_lacks(snapshot: Snapshot, ontology: Ontology) -> None:
    with pytest.raises(ListRowError, match="Add name"):
        read_list(io.StringIO("label\nAni\n"))
    with pytest.raises(ListRowError, match="Row 1"):
        list(Screen(snapshot, ontology).check([{"name": " "}]))


def test_empty_rows_of_a_list_are_none() -> None:
    assert [row["name"] for row in read_list(io.StringIO("name;nik\nAni;\n;\n \nBudi;\n"))] == [
        "Ani",
        "Budi",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name;reason\nAni;\n;kosong\n", "l.csv:3: expected a name"),
        ("name;nik\nAni;1;2\n", "l.csv:2: expected 2 cells"),
        ("label;nik\nAni;1\n", "l.csv:1: Expected columns name"),
    ],
)
def test_a_list_is_refused_with_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "l.csv"
    path.write_text(text)
    with path.open(newline="") as file, pytest.raises(ListRowError, match=told):
        read_list(file)


def test_what_cannot_be_read_is_said_by_row_and_column(
    snapshot: Snapshot, ontology: Ontology
) -> None:
    unread = {"nik": "abc", "birth_date": "1/2/25", "phone": "bukan nomor", "account": "BCA"}
    rows = [{"name": NAME, "nik": "", "birth_date": "1990-05"}, {"name": NAME} | unread]
    with pytest.raises(ListRowError) as refused:
        list(Screen(snapshot, ontology).check(rows))
    for column, value in unread.items():
        assert f"Row 2, {column}: " in str(refused.value)
        assert repr(value) in str(refused.value)
    assert "Row 1" not in str(refused.value)


def test_of_many_unread_values_some_are_said(snapshot: Snapshot, ontology: Ontology) -> None:
    with pytest.raises(ListRowError, match=r"Row 10, nik.* And 5 more\."):
        list(Screen(snapshot, ontology).check([{"name": NAME, "nik": "1"}] * 15))
