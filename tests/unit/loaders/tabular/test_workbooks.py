"""Workbooks of ministries: merged cells, hidden sheets, sheets beside the one that is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.tabular import valueless, workbooks
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


# -- cells without a value -----------------------------------------------------------------

SPOILT = (
    row(1, "kode", "nama", "catatan") + '<row r="2"><c r="A2"><v>3271010101800012</v></c>'
    '<c r="B2" t="e"><f>VLOOKUP(A2,X:Y,2)</f><v>#REF!</v></c><c t="e"><v>#N/A</v></c></row>'
    '<row><c t="inlineStr"><is><t>K3</t></is></c><c><f>1/0</f><v/></c>'
    '<c t="str"><f>IF(1,"")</f><v></v></c></row>'
)


def test_errors_and_formulas_without_a_value_are_no_empty_cells(tmp_path):
    _, rows = read(tmp_path, workbook(SPOILT))
    assert [line.cells for line in rows] == [
        ["3.27101010180001E+15", "#REF!", "#N/A"],
        ["K3", "=1/0", ""],
    ]


def test_errors_of_the_sheet_that_is_read_are_meant(tmp_path):
    content = three_sheets()
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    assert valueless.find(path, "Data") == {}
    assert valueless.find(path, "Lain") == {}
    path.write_bytes(workbook(SPOILT))
    assert valueless.find(path, "A") == {(1, 1): "#REF!", (1, 2): "#N/A", (2, 1): "=1/0"}


_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def spreadsheet(rows: str) -> bytes:
    """Return an ODS as LibreOffice writes it, with the given rows."""
    buffer = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    body = f'<table:table table:name="A">{rows}</table:table>'
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {_ODS} office:version="1.2">'
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return buffer.getvalue()


def test_errors_of_libreoffice_are_neither_empty_nor_zero(tmp_path):
    def texts(*shown: str) -> str:
        kind = 'office:value-type="string"'
        return "".join(
            f"<table:table-cell {kind}><text:p>{t}</text:p></table:table-cell>" for t in shown
        )

    def error(shown: str, said: str) -> str:
        return (
            f'<table:table-cell {said} calcext:value-type="error"><text:p>{shown}</text:p>'
            "</table:table-cell>"
        )

    empty = 'table:formula="of:=1/0" office:value-type="string" office:string-value=""'
    zero = 'table:number-columns-repeated="2" office:value-type="float" office:value="0"'
    rows = (
        f"<table:table-row>{texts('kode', 'a', 'b', 'c', 'd')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell '
        'table:number-columns-repeated="5"/></table:table-row>'
        f"<table:table-row>{texts('K1')}{error('#DIV/0!', empty)}{error('#N/A', zero)}"
        f"{error('Err:502', empty)}</table:table-row>"
    )
    path = tmp_path / "t.ods"
    path.write_bytes(spreadsheet(rows))
    *_, last = workbooks.read(path, Limits(), None, 1)
    assert isinstance(last, Line)
    assert last.cells == ["K1", "#DIV/0!", "#N/A", "#N/A", "#Err:502"]


@pytest.mark.parametrize(
    "content",
    [
        b"no archive",
        b"PK\x05\x06" + b"\x00" * 18,
        workbook("<c"),
        workbook(SPOILT, head="<!DOCTYPE w [<!ENTITY a 'b'>]>"),
    ],
)
def test_what_is_damaged_is_left_to_the_reader_of_values(tmp_path, content):
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    assert valueless.find(path, "A") == {}
