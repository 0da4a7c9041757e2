"""Readers inside the locked process, called directly."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from loaders.errors import LoadError
from loaders.tabular.frames import Head, Line, Refused, Request
from loaders.tabular.limits import Limits
from loaders.tabular.parse import parse
from loaders.tabular.spoilt import check_cell
from ontology.errors import ValueTypeError
from tests.hostile import row, workbook


@pytest.fixture
def read(tmp_path):
    def call(name: str, content: str | bytes, limits: Limits | None = None, **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(parse(Request(str(path), asdict(limits or Limits()), **options)))

    return call


def cells(events) -> list[list[str | None]]:
    return [event.cells for event in events if isinstance(event, Line)]


def test_csv_gives_head_facts_and_text(read):
    head, *rows = read("t.csv", 'a;b\n1;"x;y"\n2;02\n')
    assert head == Head(["a", "b"], {"encoding": "utf-8", "delimiter": ";"})
    assert rows == [Line(2, ["1", "x;y"]), Line(3, ["2", "02"])]


def test_lines_count_line_ends_inside_quotes(read):
    _, first, second = read("t.csv", 'a,b\n"x\ny",1\nz,2\n')
    assert (first.number, first.cells) == (2, ["x\ny", "1"])
    assert second.number == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_open_quote_refuses_every_line_from_its_own(read, end):
    events = read("t.csv", end.join(["a,b", "1,2", '3,"4', "5,6", "7,8"]) + end)
    assert cells(events) == [["1", "2"]]
    refused = [e for e in events if isinstance(e, Refused)]
    assert [r.number for r in refused] == [3, 4, 5]
    assert "a quote opens here and never closes" in refused[0].reason
    assert "starts at line 3" in refused[1].reason
    assert refused[2].cells == ["7,8"]


def test_reading_goes_on_after_a_faulty_quote(read):
    events = read("t.csv", 'a,b\n1,"x"y\n3,4\n')
    assert cells(events) == [["3", "4"]]


def test_the_wrong_number_of_cells_is_refused_not_shifted(read):
    events = read("t.csv", "a,b\n1\n1,2,3\n1,2\n")
    assert cells(events) == [["1", "2"]]
    assert [e.number for e in events if isinstance(e, Refused)] == [2, 3]


def test_blank_lines_are_no_rows(read):
    assert cells(read("t.csv", "a,b\n\n,\n1,2\n\n")) == [["1", "2"]]


def test_na_and_null_stay_text(read):
    assert cells(read("t.csv", "a,b\nNA,null\n")) == [["NA", "null"]]


def test_the_header_may_stand_lower(read):
    head, line = read("t.csv", "Daftar P3MI\n\na,b\n1,2\n", header=3)
    assert (head.columns, line.number) == (["a", "b"], 4)


def test_without_header_columns_are_numbered(read):
    head, first, _ = read("t.csv", "x,y\nz,w\n", header=0)
    assert (head.columns, first.cells) == (["1", "2"], ["x", "y"])


def test_a_given_delimiter_decides(read):
    head, _ = read("t.csv", "a,b:c\n1,2:3\n", delimiter=":")
    assert head.columns == ["a,b", "c"]


def test_spaces_in_names_of_columns_are_tidied(read):
    head, _ = read("t.csv", " a  x ,b\n1,2\n")
    assert head.columns == ["a x", "b"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,a\n1,2\n", "two columns are named 'a'"),
        ("a,\n1,2\n", "column 2 has no name"),
        ('"a,b\n1,2\n', "the header row cannot be read"),
        ("", "is empty"),
    ],
)
def test_a_header_that_cannot_name_columns_refuses_the_file(read, content, message):
    with pytest.raises(LoadError, match=message):
        read("t.csv", content)


@pytest.mark.parametrize(
    ("limit", "content"),
    [
        ("rows", "a\n1\n2\n3\n"),
        ("columns", "a,b,c\n1,2,3\n"),
        ("bytes", "a\n" + "1\n" * 100),
        ("line", "a\n" + "1" * 100 + "\n"),
    ],
)
def test_a_limit_names_itself_and_how_to_raise_it(read, limit, content):
    small = {"rows": 2, "columns": 2, "bytes": 100, "line": 50}[limit]
    with pytest.raises(LoadError, match=rf"limit of {small} {limit} .*LACAK_LIMIT_{limit.upper()}"):
        read("t.csv", content, Limits(**{limit: small}))


def test_a_long_cell_refuses_its_row_only(read):
    events = read("t.csv", "a\n" + "x" * 20 + "\ny\n", Limits(cell=10))
    assert cells(events) == [["y"]]
    assert "LACAK_LIMIT_CELL" in next(e for e in events if isinstance(e, Refused)).reason


@pytest.mark.parametrize("cell", ["=1+1", "=HYPERLINK(1)", "'=1+1"])
def test_a_formula_is_refused(read, cell):
    [refused] = [e for e in read("t.csv", f"a\n{cell}\n") if isinstance(e, Refused)]
    assert "formula" in refused.reason


# -- JSON ------------------------------------------------------------------------------


def test_numbers_of_json_are_kept_as_written(read):
    text = '[{"nik": 3201010101800001, "x": 1.10, "y": 1e3, "z": true, "n": null}]'
    head, _line = read("t.json", text)
    assert head.columns == ["nik", "x", "y", "z", "n"]
    assert _line.cells == ["3201010101800001", "1.10", "1e3", "true", None]


def test_names_that_come_later_are_added(read):
    events = read("t.ndjson", '{"a": 1}\n{"b": 2}\n{"a": 3, "b": 4}\n')
    heads = [e.columns for e in events if isinstance(e, Head)]
    assert heads == [["a"], ["a", "b"]]
    assert cells(events) == [["1"], [None, "2"], ["3", "4"]]


def test_nested_objects_are_dotted_and_lists_joined(read):
    head, line = read("t.ndjson", json.dumps({"a": {"b": 1}, "c": [1, "x"], "d": [{"e": 1}]}))
    assert head.columns == ["a.b", "c", "d"]
    assert line.cells == ["1", "1; x", '[{"e": "1"}]']


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ('{"a": NaN}', "NaN is no JSON value"),
        ("[1]", "got a list"),
        ('{"a": ' * 60 + "1" + "}" * 60, "LACAK_LIMIT_DEPTH"),
        ('{"a": "\\ud800"}', "half of a character"),
        ('{"a.b": 1, "a": {"b": 2}}', "the same"),
        ('{"a"', "Expecting"),
    ],
)
def test_an_object_that_cannot_be_a_row_is_refused(read, text, reason):
    [refused] = read("t.ndjson", text)
    assert reason in refused.reason


def test_brackets_inside_strings_are_no_nesting(read):
    assert cells(read("t.ndjson", json.dumps({"a": "[" * 200 + '\\"{'}))) == [["[" * 200 + '\\"{']]


def test_a_json_file_that_is_no_array_names_the_form(read):
    with pytest.raises(LoadError, match="one object per line"):
        read("t.json", '{"a": 1}')


def test_a_json_array_too_large_to_be_read_at_once_names_ndjson_as_the_remedy(read):
    text = json.dumps([{"a": "x" * 1000}] * 400)
    with pytest.raises(LoadError, match=r"read at once.*\.ndjson.*LACAK_LIMIT_MEMORY"):
        read("t.json", text, Limits(memory=1))
    assert len(cells(read("t.json", text, Limits(memory=2)))) == 400


# -- workbooks and Parquet ---------------------------------------------------------------


def book(*rows: str) -> bytes:
    return workbook("".join(rows))


def test_a_workbook_gives_its_first_sheet_as_text(read):
    head, line = read("t.xlsx", book(row(1, "a", "b"), row(2, "x", "<v>1.10</v>")))
    assert (head.columns, head.facts) == (["a", "b"], {"sheet": "A"})
    assert line == Line(2, ["x", "1.1"])


@pytest.mark.parametrize(
    ("number", "text"),
    [("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("4822", "4822"), ("1e-7", "0.0000001"),
     ("999999999999999", "999999999999999"), ("-5", "-5")],
)  # fmt: skip
def test_numbers_are_what_the_sheet_shows(read, number, text):
    _, line = read("t.xlsx", book(row(1, "a"), row(2, f"<v>{number}</v>")))
    assert line.cells == [text]


@pytest.mark.parametrize("nik", ["3201010101800001", "3201010101800010", "1000000000000000"])
def test_sixteen_digits_in_a_numeric_cell_are_shown_as_what_they_are_and_never_used(read, nik):
    _, line = read("t.xlsx", book(row(1, "a", "b"), row(2, "x", f"<v>{nik}</v>")))
    assert float(line.cells[1]) == pytest.approx(float(nik), rel=1e-14)
    assert nik not in line.cells
    with pytest.raises(ValueTypeError, match="Format the column as text"):
        check_cell(line.cells[1], is_number=True)


def test_sixteen_digits_as_text_are_kept(read):
    _, line = read("t.xlsx", book(row(1, "a"), row(2, "3201010101800001")))
    assert line.cells == ["3201010101800001"]


def test_a_missing_sheet_is_told_with_those_there_are(read):
    with pytest.raises(LoadError, match=r"no sheet 'B'\. It has: A"):
        read("t.xlsx", book(row(1, "a")), sheet="B")


def test_parquet_is_text_in_slices(read, tmp_path):
    import polars as pl

    frame = pl.DataFrame({"a": range(25_000), "b": [None, "x"] * 12_500})
    frame.write_parquet(tmp_path / "p.parquet")
    events = read("q.parquet", (tmp_path / "p.parquet").read_bytes())
    lines = [e for e in events if isinstance(e, Line)]
    assert len(lines) == 25_000
    assert lines[20_001] == Line(20_002, ["20001", "x"])
    assert lines[0].cells == ["0", None]


def test_an_unknown_ending_names_those_known(read):
    with pytest.raises(LoadError, match=r"ending '\.doc'.*\.csv"):
        read("t.doc", "a\n1\n")
