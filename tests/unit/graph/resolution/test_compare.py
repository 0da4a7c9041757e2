"""The front door: classes, rows, files."""

from __future__ import annotations

import csv
import io
import re

import pytest

from graph.resolution.compare import COLUMNS, Matched, compare, match_rows, match_table
from graph.resolution.errors import PairRowError, ResolutionError, UnmatchableClassError
from ontology.errors import LacakError
from ontology.model import Language, load


@pytest.mark.parametrize(
    ("class_name", "left", "right"),
    [
        ("Person", "Joesoef", "Yusuf"),
        ("person", "Joesoef", "Yusuf"),
        ("Company", "PT Maju Jaya", "Maju Jaya, PT"),
        ("PlacementCompany", "PT Maju Jaya (P3MI)", "PT Maju Jaya"),
        ("ForeignAgency", "Maju Sdn Bhd", "Maju Sdn. Bhd."),
        ("Agency", "Polda Kepri", "Polda Kepulauan Riau"),
        ("LawEnforcementAgency", "Polda Kepri", "Polda Kepulauan Riau"),
        ("ProtectionOffice", "BP3MI NTB", "BP3MI Nusa Tenggara Barat"),
        ("LocalGovernment", "Pemkab Bogor", "Kabupaten Bogor"),
        ("TaskForce", "Satgas TPPO", "Satuan Tugas TPPO"),
        ("Organization", "KP2MI", "KemenP2MI"),
        ("Organization", "PT Maju Jaya", "PT. Maju Djaja"),
        ("CivilSocietyOrganization", "Yayasan Peduli", "Yay. Peduli"),
        ("TrainingCentre", "LPK Harapan", "Lembaga Pelatihan Kerja Harapan"),
        ("Province", "Kepri", "Kepulauan Riau"),
        ("PhoneNumber", "0812 3456 7890", "+6281234567890"),
        ("nik", "2171011205900003", "2171-0112-0590-0003"),
        ("Premises", "Jl. Mawar 3", "Jalan Mawar No. 3"),
        ("address", "Jl. Mawar 3", "Jalan Mawar No. 3"),
    ],
)
def test_the_class_picks_the_comparer(class_name: str, left: str, right: str) -> None:
    assert compare(class_name, left, right).decision == "same"


def test_a_company_is_no_agency_because_of_its_form() -> None:
    assert compare("Organization", "PT Riau Jaya", "CV Riau Jaya").decision == "different"


def test_every_class_below_agent_can_be_compared() -> None:
    ontology = load()
    for name in ontology.descendants("Organization"):
        assert compare(name, "Maju Jaya", "Maju Jaya").decision == "same", name


@pytest.mark.parametrize("class_name", ["Count", "Statement", "Alien", "", "Recruitment"])
def test_other_classes_are_refused(class_name: str) -> None:
    with pytest.raises(UnmatchableClassError, match="Expected a class") as raised:
        compare(class_name, "a", "b")
    assert raised.value.class_name == class_name
    assert isinstance(raised.value, ResolutionError)
    assert isinstance(raised.value, LacakError)


def test_the_explanation_comes_in_the_language_asked_for() -> None:
    assert compare("Person", "Budi", "Budi").explanation.startswith("Sama")
    assert compare("Person", "Budi", "Budi", language="en").explanation.startswith("Same")


def match_csv(source: io.StringIO, target: io.StringIO, *, language: Language = "id") -> Matched:
    """Compare the pairs of one file and write them to another, as the command does."""
    done = match_table(source, language=language)
    done.write(target)
    return done


def rows() -> list[dict[str, str]]:
    return [
        {"class": "Person", "left": "Budi", "right": "Boedi", "note": "a"},
        {"class": " Company ", "left": "PT A Jaya", "right": "PT B Jaya", "note": "b"},
        {"class": "Agency", "left": "Polda Riau", "right": "Polda Kepri", "note": "c"},
    ]


def test_rows_come_back_in_order_with_three_columns_more() -> None:
    found = list(match_rows(rows()))
    assert [row["note"] for row in found] == ["a", "b", "c"]
    assert [row["decision"] for row in found] == ["same", "different", "different"]
    assert all(0.0 <= float(row["score"]) <= 1.0 and row["explanation"] for row in found)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"class": "Person", "left": " ", "right": "x"}, "Not compared: left is empty."),
        ({"class": "", "left": "x"}, "Not compared: class, right is empty."),
        ({"class": "Wizard", "left": "x", "right": "y"}, "Not compared: .*'Wizard'"),
    ],
)
def test_a_row_that_holds_no_pair_is_for_review_and_stops_nothing(
    row: dict[str, str], told: str
) -> None:
    found = list(match_rows([row, *rows()], language="en"))
    assert [r["decision"] for r in found] == ["review", "same", "different", "different"]
    assert re.match(told, found[0]["explanation"])
    assert found[0]["score"] == "0.000"


def test_a_file_of_pairs_keeps_its_columns() -> None:
    source, target = io.StringIO(), io.StringIO()
    writer = csv.DictWriter(source, ["note", *COLUMNS])
    writer.writeheader()
    writer.writerows(rows())
    source.seek(0)
    done = match_csv(source, target, language="en")
    assert (done.rows, done.not_compared) == (3, ())
    found = list(csv.DictReader(io.StringIO(target.getvalue())))
    assert list(found[0]) == ["note", *COLUMNS, "score", "decision", "explanation"]
    assert [row["decision"] for row in found] == ["same", "different", "different"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_comes_back_as_it_was_separated(delimiter: str) -> None:
    lines = [["No", " Class ", "LEFT", "right"], ["1", "Person", "Ani", "Ani"], [],
             ["2", "Person", "", "x"], ["3", "Agency", "Polda Riau"]]  # fmt: skip
    source = io.StringIO("\n".join(delimiter.join(line) for line in lines))
    target = io.StringIO()
    assert match_csv(source, target).not_compared == (2, 3)
    found = list(csv.reader(io.StringIO(target.getvalue()), delimiter=delimiter))
    assert found[0] == ["No", "Class", "LEFT", "right", "score", "decision", "explanation"]
    assert [row[0] for row in found[1:]] == ["1", "2", "3"]
    assert [row[-2] for row in found[1:]] == ["same", "review", "review"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('class,left,right\nPerson,"Ani,Ani\n', "Line 2: .*quote"),
        ("class,left,right\nPerson,Ani,Ani,Ani\n", "Line 2: expected 3 cells"),
        ("class,left,left,right\n", "left stands twice"),
        ("class;left\n", "got class, left. Add right"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(PairRowError, match=told):
        match_csv(io.StringIO(text, newline=""), io.StringIO())


def test_a_file_without_the_columns_is_refused() -> None:
    with pytest.raises(PairRowError, match=r"Expected columns class, left, right, got a, b"):
        match_csv(io.StringIO("a,b\n1,2\n"), io.StringIO())
    with pytest.raises(PairRowError, match="got none"):
        match_csv(io.StringIO(""), io.StringIO())
