"""Workbooks of ministries: merged cells, hidden sheets, sheets beside the one that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.tabular import workbooks
from loaders.tabular.frames import Head, Line
from loaders.tabular.limits import Limits
from tests.hostile import _FRAME, row, workbook

TABLE = (
    row(1, "NIB", "Nama", "Provinsi")
    + row(2, "912", "PT A", "NTT")
    + row(3, "913", "PT B", "")
    + row(4, "914", "PT C", "")
)
OTHER = b"""<?xml version="1.0"?><worksheet
xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>"""


def read(folder: Path, content: bytes, sheet: str | None = None) -> tuple[Head, list[Line]]:
    path = folder / "t.xlsx"
    path.write_bytes(content)
    head, *rows = workbooks.read(path, Limits(), sheet, 1)
    assert isinstance(head, Head)
    return head, [line for line in rows if isinstance(line, Line)]


def test_rows_that_share_a_merged_cell_have_its_value(tmp_path):
    foot = '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    _, rows = read(tmp_path, workbook(TABLE, foot=foot))
    assert [line.cells[2] for line in rows] == ["NTT", "NTT", ""]


@pytest.mark.parametrize("ref", ["B2:C3", "A1:A3", "C9:C12"])
def test_titles_and_what_is_outside_are_left_alone(tmp_path, ref):
    foot = f'<mergeCells count="1"><mergeCell ref="{ref}"/></mergeCells>'
    assert read(tmp_path, workbook(TABLE, foot=foot)) == read(tmp_path, workbook(TABLE))


def three_sheets() -> bytes:
    names = ("rahasia", "Data", "Catatan")
    states = ('state="hidden"', "", "")
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" {state} r:id="r{n}"/>'
        for n, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    links = _FRAME["xl/_rels/workbook.xml.rels"]
    start, link = links[: links.index("<Relationship ")], links[links.index("<Relationship ") :]
    link = link.removesuffix("</Relationships>")
    target = {1: "sheet2", 2: "sheet1", 3: "sheet3"}
    every = "".join(
        link.replace('"r1"', f'"r{n}"').replace("sheet1", file) for n, file in target.items()
    )
    book = _FRAME["xl/workbook.xml"]
    own = book[book.index("<sheet ") : book.index("</sheets>")]
    extra = {
        "xl/workbook.xml": book.replace(own, listed).encode(),
        "xl/_rels/workbook.xml.rels": f"{start}{every}</Relationships>".encode(),
        "xl/worksheets/sheet2.xml": OTHER,
        "xl/worksheets/sheet3.xml": OTHER,
    }
    return workbook(TABLE, extra=extra)


def test_the_first_sheet_that_is_shown_is_read_and_the_others_are_named(tmp_path):
    head, rows = read(tmp_path, three_sheets())
    assert head.facts == {"sheet": "Data", "sheets not read": "rahasia (hidden), Catatan"}
    assert len(rows) == 3


def test_a_hidden_sheet_is_read_when_it_is_named(tmp_path):
    with pytest.raises(LoadError, match="'rahasia' has no row 1"):
        read(tmp_path, three_sheets(), "rahasia")
    with pytest.raises(LoadError, match="It has: rahasia, Data, Catatan"):
        read(tmp_path, three_sheets(), "Lain")
