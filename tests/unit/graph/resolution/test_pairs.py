"""Tables of pairs: rows, files, several processes."""

from __future__ import annotations

import csv
import io
import re

import pytest

from graph.resolution.errors import PairRowError
from graph.resolution.pairs import (
    COLUMNS,
    Matched,
    match_rows,
    match_table,
    read_pairs,
)
from ontology.model import Language


def match_csv(source: io.StringIO, target: io.StringIO, *, language: Language = "id") -> Matched:
    """Compare the pairs of one file and write them to another, as the command does."""
    done = match_table(read_pairs(source), language=language)
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
    with pytest.raises(PairRowError, match=r"left \(kiri\), right \(kanan\), got a, b"):
        match_csv(io.StringIO("a,b\n1,2\n"), io.StringIO())
    with pytest.raises(PairRowError, match="got none"):
        match_csv(io.StringIO(""), io.StringIO())


def test_whoever_watches_sees_every_answer() -> None:
    seen: list[str] = []

    def watch(answers):
        for answer in answers:
            seen.append(answer["decision"])
            yield answer

    match_table(read_pairs(io.StringIO("class,left,right\nPerson,Budi,Boedi\n")), watch=watch)
    assert seen == ["same"]
