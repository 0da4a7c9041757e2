"""Hostile tables, made on the spot: what breaks readers, one file per trick and variant.

Every trick says what must become of it: ``whole`` (the file is refused with a reason),
``rows`` (some rows are refused, the rest is kept) or ``kept`` (nothing is refused). The
files are small; bombs are small files that would become large.
"""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER = "nik,nama,tanggal"
# Sixteen digits as a NIK has, but no birth date: a true NIK is refused as a plain key.
GOOD = "3201019901800001,Ahmad,2024-01-02"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file: its name, its bytes, and what must become of it."""

    name: str
    content: bytes
    outcome: str


def corpus() -> Iterator[Hostile]:
    """Yield every hostile file, always the same ones in the same order."""
    for make in (
        _quotes, _separators, _encodings, _controls, _long, _numbers_of_columns, _headers,
        _disguises, _json, _ndjson, _workbooks, _archives, _parquet, _noise, _formulas,
        _spoilt,
    ):  # fmt: skip
        yield from make()


def write(folder: Path) -> list[tuple[Path, Hostile]]:
    """Write the corpus below a folder."""
    made = []
    for hostile in corpus():
        path = folder / hostile.name
        path.write_bytes(hostile.content)
        made.append((path, hostile))
    return made


def _csv(name: str, *lines: str, outcome: str, end: str = "\n", encoding: str = "utf-8") -> Hostile:
    return Hostile(name, (end.join((HEADER, *lines)) + end).encode(encoding), outcome)


def _spoilt() -> Iterator[Hostile]:
    cases = {
        "shortened-key": "3.20102E+15,Budi,2024-01-02",
        "shortened-name": "3201019901800002,3.17501E+15,2024-01-02",
        "reference": "#REF!,Budi,2024-01-02",
        "not-available": "3201019901800002,#N/A,2024-01-02",
        "too-narrow": "3201019901800002,Budi,##########",
        "sum": "Total,12,",
        "sum-in-indonesian": "JUMLAH :,12,",
    }
    for name, line in cases.items():
        yield _csv(f"spoilt-{name}.csv", GOOD, line, outcome="rows")


def _quotes() -> Iterator[Hostile]:
    cases = {
        "open-last": [GOOD, '3201019901800002,"Budi,2024-01-02'],
        "open-first": ['"3201019901800002,Budi,2024-01-02', GOOD, GOOD],
        "open-middle": [GOOD, '3201019901800002,"Budi,2024-01-02', GOOD, GOOD],
        "junk-after": [GOOD, '3201019901800002,"Budi"x,2024-01-02', GOOD],
        "nested": [GOOD, '3201019901800002,"Bu"di",2024-01-02', GOOD],
        "swallows-until-next": ['1,"a,2024-01-02', '3201019901800003,"b",2024-01-02', GOOD],
        "only-quotes": ['"""', GOOD],
        "odd-many": ['"' * 31, GOOD],
        "newline-inside-open": ['1,"a\nb\nc', GOOD],
        "quote-space": [GOOD, '1, "a",2024-01-02'],
        "tripled": ['1,"""a",2024-01-02', GOOD],
    }
    for name, lines in cases.items():
        outcome = "kept" if name in ("quote-space", "tripled") else "rows"
        for end, label in (("\n", "lf"), ("\r\n", "crlf"), ("\r", "cr")):
            yield _csv(f"quote-{name}-{label}.csv", *lines, outcome=outcome, end=end)


def _separators() -> Iterator[Hostile]:
    for mark, label in ((";", "semicolon"), ("\t", "tab"), ("|", "pipe")):
        for outcome, line in (("kept", GOOD), ("rows", GOOD + ",extra"), ("rows", "1,2")):
            text = f"{HEADER}\n{GOOD}\n{line}".replace(",", mark)
            yield Hostile(f"separator-{label}-{len(line)}.csv", text.encode(), outcome)
    yield Hostile(
        "separator-tsv-tabs.tsv", b"nik\tnama\ttanggal\n1\ta\t2024-01-02\n2\tb\tc\td\n", "rows"
    )
    mixed = f"{HEADER}\r\n{GOOD}\n1,b,2024-01-02\r2,c,2024-01-02\n"
    yield Hostile("separator-mixed-line-ends.csv", mixed.encode(), "kept")
    yield Hostile("separator-vertical-tab.csv", f"{HEADER}\n1,a\x0bb,2024-01-02\n".encode(), "kept")
    yield Hostile("separator-u2028.csv", f"{HEADER}\n1,a\u2028b,2024-01-02\n".encode(), "kept")
    yield Hostile("separator-no-last-line-end.csv", f"{HEADER}\n{GOOD}".encode(), "kept")
    yield Hostile("separator-blank-lines.csv", f"{HEADER}\n\n\n{GOOD}\n\n".encode(), "kept")


def _encodings() -> Iterator[Hostile]:
    line = "3201019901800002,Nurul ‘Aini,2024-01-02"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        yield _csv(f"encoding-{encoding}.csv", GOOD, line, outcome="kept", encoding=encoding)
    text = f"{HEADER}\n{GOOD}\n".encode()
    for number in (0x81, 0x8D, 0x8F, 0x90, 0x9D):
        broken = text + b"1,a\xff" + bytes([number]) + b",2024-01-02\n"
        yield Hostile(f"encoding-undefined-{number:x}.csv", broken, "whole")
    for cut in (1, 2, 3):
        yield Hostile(
            f"encoding-utf16-cut-{cut}.csv", f"{HEADER}\n{GOOD}".encode("utf-16")[:-cut],
            "rows" if cut == 2 else "whole",
        )  # fmt: skip
    yield Hostile(
        "encoding-utf16-lone.csv", "\ufeffa,b\n".encode("utf-16-le") + b"\x00\xd8\x2c\x00", "whole"
    )
    yield Hostile(
        "encoding-utf8-after-bom-broken.csv", b"\xef\xbb\xbf" + text + b"\xff\xfe", "whole"
    )
    yield Hostile("encoding-overlong.csv", text + b"1,\xc0\x80\x81,2024-01-02\n", "whole")
    yield Hostile("encoding-surrogate-utf8.csv", text + b"1,\xed\xa0\x80\x81,2024-01-02\n", "whole")
    yield Hostile("encoding-utf7.csv", text + b"1,+ADw-script+AD4-,2024-01-02\n", "kept")


def _controls() -> Iterator[Hostile]:
    for number in range(32):
        if number in (9, 10, 13):
            continue
        line = f"1,a{chr(number)}b,2024-01-02"
        # 28 to 31 count as spaces in Unicode, so they become one in a name.
        outcome = "kept" if number in (11, 12, 28, 29, 30, 31) else "rows"
        yield _csv(f"control-{number:02d}.csv", GOOD, line, outcome=outcome)
    yield Hostile("control-nul-in-header.csv", b"nik,na\x00ma,tanggal\n1,a,2024-01-02\n", "whole")
    yield Hostile("control-all-nul.csv", b"\x00" * 5000, "whole")
    yield Hostile(
        "control-escape-sequence.csv", f"{HEADER}\n1,\x1b]0;x\x07,2024-01-02\n".encode(), "rows"
    )


def _long() -> Iterator[Hostile]:
    for size in (100_001, 1_000_000, 3_000_000):
        yield _csv(f"long-cell-{size}.csv", GOOD, f"1,{'a' * size},2024-01-02", outcome="rows")
        yield _csv(f"long-quoted-{size}.csv", GOOD, f'1,"{"a" * size}",2024-01-02', outcome="rows")
    yield Hostile("long-line.csv", HEADER.encode() + b"\n" + b"a" * 5_000_000, "whole")
    yield Hostile("long-header.csv", b"a" * 5_000_000, "whole")
    yield Hostile("long-name.csv", b"a" * 1000 + b",b\n1,2\n", "whole")
    yield Hostile("long-json-line.ndjson", b'{"nik": "' + b"1" * 5_000_000 + b'"}\n', "whole")
    yield Hostile(
        "long-many-quotes.csv", HEADER.encode() + b"\n" + b'""' * 1_000_000 + b"\n", "rows"
    )


def _numbers_of_columns() -> Iterator[Hostile]:
    for width in (2_001, 50_000):
        head = ",".join(f"c{i}" for i in range(width))
        yield Hostile(f"columns-{width}.csv", f"{head}\n1\n".encode(), "whole")
    yield Hostile("columns-only-separators.csv", HEADER.encode() + b"\n" + b"," * 100_000, "kept")
    keys = ", ".join(f'"k{i}": 1' for i in range(3_000))
    yield Hostile("columns-json-keys.ndjson", f"{{{keys}}}\n".encode(), "rows")
    growing = "".join(f'{{"nik": "1", "k{i}": 1}}\n' for i in range(2_500))
    yield Hostile("columns-json-growing.ndjson", growing.encode(), "rows")


def _headers() -> Iterator[Hostile]:
    cases = {
        "empty": b"", "only-bom": b"\xef\xbb\xbf", "only-line-end": b"\n\n\n",
        "twice": b"nik,nik,tanggal\n1,2,3\n", "unnamed": b"nik,,tanggal\n1,2,3\n",
        "twice-but-spaces": b"nik, nik ,tanggal\n1,2,3\n", "open-quote": b'"nik,nama\n1,2\n',
        "missing-column": b"nomor,nama,tanggal\n1,2,2024-01-02\n",
        "html": b"<!doctype html><html><body>Login</body></html>", "spaces": b"   \n   \n",
    }  # fmt: skip
    for name, content in cases.items():
        yield Hostile(f"header-{name}.csv", content, "whole")
    lines = f"{HEADER}\n{GOOD}\n"
    yield Hostile("header-sep.csv", b"sep=;\r\n" + lines.replace(",", ";").encode(), "kept")
    yield Hostile("header-hidden.csv", "\u200b".join(lines.partition("n")).encode(), "kept")
    yield Hostile("header-empty-columns.csv", lines.replace("\n", ",,,\n").encode(), "kept")
    yield Hostile("header-cell-without-name.csv", f"{HEADER},\n{GOOD},x\n".encode(), "rows")
    yield Hostile("header-title.csv", f"DAFTAR 2024,,\n{lines}".encode(), "whole")
    yield Hostile("header-only.csv", f"{HEADER}\n".encode(), "kept")
    yield Hostile("header-unknown-ending.doc", f"{HEADER}\n{GOOD}".encode(), "whole")


def _disguises() -> Iterator[Hostile]:
    for number in (0x202E, 0x202D, 0x2066, 0x200B, 0x200D, 0x2060, 0xFEFF, 0x00AD):
        yield _csv(f"disguise-{number:x}.csv", f"1,Ah{chr(number)}mad,2024-01-02", outcome="kept")
    for number, word in enumerate(("Аhmad", "Budі", "Sitі", "Αhmad", "Rοni", "Раul")):
        yield _csv(f"disguise-word-{number}.csv", f"1,{word},2024-01-02", outcome="kept")
    digits = "".join(chr(0x0660 + int(d)) for d in "20240102")
    yield _csv("disguise-arabic-digits.csv", f"1,a,{digits}", outcome="rows")
    yield _csv("disguise-fullwidth-digits.csv", "1,a,２０２４-01-02", outcome="rows")


def _json() -> Iterator[Hostile]:
    for depth in (51, 1_000, 100_000):
        yield Hostile(f"json-deep-list-{depth}.json", b"[" * depth + b"]" * depth, "whole")
        deep = b'[{"a":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}]"
        yield Hostile(f"json-deep-object-{depth}.json", deep, "whole")
    cases = {
        "cut": b'[{"nik": "1"', "object": b'{"nik": "1"}', "scalar": b"1", "string": b'"a"',
        "empty-text": b"   ", "two-arrays": b"[] []", "trailing-comma": b'[{"nik": "1"},]',
        "comments": b'[{"nik": "1"} /* x */]', "single-quotes": b"[{'nik': '1'}]",
        "surrogate": b'[{"nik": "1", "nama": "\\ud800"}, {"nik": "3"}]',
        "surrogate-key": b'[{"\\udfff": "1"}, {"nik": "3"}]',
        "open-brackets": b"[" * 49, "not-utf8": b'[{"nik": "\xff\x81"}]',
    }  # fmt: skip
    for name, content in cases.items():
        yield Hostile(f"json-{name}.json", content, "whole")
    rows = {
        "list-in-list": b'[[1, 2], {"nik": "1"}]',
        "null-row": b'[null, {"nik": "1"}]',
        "duplicate-key": b'[{"nik": "1", "nik": "2"}, {"nik": "3"}]',
        "duplicate-nested": b'[{"nik": "1", "a": {"b": 1, "b": 2}}, {"nik": "3"}]',
        "dotted-twice": b'[{"nik": "1", "a.b": 1, "a": {"b": 2}}, {"nik": "3"}]',
        "nul": b'[{"nik": "1", "nama": "a\\u0000b"}, {"nik": "3"}]',
    }
    for name, content in rows.items():
        yield Hostile(f"json-{name}.json", content, "rows")
    huge = '[{"nik": "1", "nama": ' + "9" * 5_000 + "}]"
    yield Hostile("json-huge-number.json", huge.encode(), "kept")
    yield Hostile("json-exponent.json", b'[{"nik": "1", "nama": 1e999999999}]', "rows")
    yield Hostile("json-empty-array.json", b"[]", "kept")


def _ndjson() -> Iterator[Hostile]:
    good = '{"nik": "1", "nama": "a", "tanggal": "2024-01-02"}'
    bad = {
        "nan": '{"nik": "2", "nama": NaN}', "infinity": '{"nik": "2", "nama": Infinity}',
        "minus-infinity": '{"nik": "2", "nama": -Infinity}', "cut": '{"nik": "2"',
        "array": "[1, 2]", "text": "hello", "two": '{"nik": "2"} {"nik": "3"}',
        "duplicate": '{"nik": "2", "nik": "3"}', "deep": '{"a":' * 60 + "1" + "}" * 60,
        "very-deep": '{"a":' * 30_000 + "1" + "}" * 30_000, "control": '{"nik": "\x01"}',
        "no-key": '{"nama": "b"}', "null-key": '{"nik": null}', "number": "12",
        "bad-escape": '{"nik": "\\x"}', "bad-date": '{"nik": "2", "tanggal": "2024-02-30"}',
        "lone-quote": '"', "bytes": '{"nik": "2"}\x00',
    }  # fmt: skip
    for name, line in bad.items():
        yield Hostile(f"ndjson-{name}.ndjson", f"{good}\n{line}\n{good}\n".encode(), "rows")
    yield Hostile("ndjson-crlf.jsonl", f"{good}\r\n{good}\r\n".encode(), "kept")


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MEDIA = "application/vnd.openxmlformats"
_LINK = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
_FRAME = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_MEDIA}-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_LINK}Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_LINK}Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def workbook(
    cells: str, *, extra: dict[str, bytes] | None = None, head: str = "", foot: str = ""
) -> bytes:
    """Return an XLSX whose sheet holds the given row elements, and what stands behind them."""
    declaration = '<?xml version="1.0"?>'
    parts = {name: (declaration + text).encode() for name, text in _FRAME.items()}
    sheet = f'{declaration}{head}<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{foot}'
    parts["xl/worksheets/sheet1.xml"] = f"{sheet}</worksheet>".encode()
    parts.update(extra or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def row(number: int, *cells: str) -> str:
    """Return a row element; a cell that starts with ``<`` is taken as it is."""
    made = []
    for index, cell in enumerate(cells):
        place = f"{chr(65 + index)}{number}"
        if cell.startswith("<"):
            made.append(f'<c r="{place}">{cell}</c>')
        else:
            made.append(f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>')
    return f'<row r="{number}">{"".join(made)}</row>'


_HEAD = row(1, "nik", "nama", "tanggal")
_GOOD_ROW = row(2, "3201019901800001", "Ahmad", "2024-01-02")


def _workbooks() -> Iterator[Hostile]:
    for nik in ("3201019901800001", "3201019901800010", "1000000000000000", "3.2010101018E+15",
                "99999999999999999999"):  # fmt: skip
        sheet = _HEAD + _GOOD_ROW + row(3, f"<v>{nik}</v>", "b", "2024-01-02")
        yield Hostile(f"xlsx-numeric-nik-{nik}.xlsx", workbook(sheet), "rows")
    sheet = _HEAD + _GOOD_ROW + row(3, "3", "<f>1+1</f><v>2</v>", "2024-01-02")
    yield Hostile("xlsx-formula-with-value.xlsx", workbook(sheet), "kept")
    sheet = _HEAD + _GOOD_ROW + row(3, "3", "=cmd()", "2024-01-02")
    yield Hostile("xlsx-formula-as-text.xlsx", workbook(sheet), "rows")
    sheet = _HEAD + _GOOD_ROW + '<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>'
    yield Hostile("xlsx-error-cell.xlsx", workbook(sheet), "any")
    far = _HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield Hostile("xlsx-far-cell.xlsx", workbook(far), "whole")
    wrong = _HEAD + '<row r="3"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'
    yield Hostile("xlsx-impossible-cell.xlsx", workbook(wrong), "any")
    shared = _HEAD + '<row r="2"><c r="A2" t="s"><v>999999</v></c></row>'
    yield Hostile("xlsx-missing-shared-string.xlsx", workbook(shared), "any")
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
        + "]>"
    )
    inside = '<row r="2"><c r="A2" t="inlineStr"><is><t>&j;</t></is></c></row>'
    yield Hostile("xlsx-entity-bomb.xlsx", workbook(_HEAD + inside, head=bomb), "any")
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    inside = '<row r="2"><c r="A2" t="inlineStr"><is><t>&x;</t></is></c></row>'
    yield Hostile("xlsx-external-entity.xlsx", workbook(_HEAD + inside, head=outside), "any")
    deep = "<a>" * 100_000
    yield Hostile("xlsx-deep-xml.xlsx", workbook(_HEAD + deep), "any")
    yield Hostile("xlsx-no-rows.xlsx", workbook(""), "whole")
    merged = "".join(f'<mergeCell ref="B{i}:B1048576"/>' for i in range(2, 20_000))
    tall = _HEAD + "".join(row(i, f"k{i}", "", "2024-01-02") for i in range(2, 20_000))
    foot = f"<mergeCells>{merged}</mergeCells>"
    yield Hostile("xlsx-merged-on-merged.xlsx", workbook(tall, foot=foot), "kept")
    foot = '<mergeCells><mergeCell ref="ZZ:!"/></mergeCells>'
    yield Hostile("xlsx-merged-nowhere.xlsx", workbook(_HEAD + _GOOD_ROW, foot=foot), "whole")
    many = "".join(row(i, "1", "a", "2024-01-02") for i in range(2, 20_000))
    yield Hostile("xlsx-many-rows.xlsx", workbook(_HEAD + many), "kept")
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        broken = workbook(_HEAD, extra={name: b"<broken"})
        yield Hostile(f"xlsx-broken-{len(name)}.xlsx", broken, "any")


def _archives() -> Iterator[Hostile]:
    zeros = b"0" * 270_000_000
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", zeros)
    bomb = buffer.getvalue()
    yield Hostile("zip-bomb.xlsx", bomb, "whole")
    yield Hostile("zip-bomb.ods", bomb, "whole")
    # The directory lies about the size, so only the memory bound is left.
    liar = workbook(_HEAD, extra={"xl/worksheets/sheet1.xml": b"<a>" + b" " * 60_000_000})
    patched = liar.replace(struct.pack("<I", 60_000_003), struct.pack("<I", 1_000))
    yield Hostile("zip-lying-size.xlsx", patched, "any")
    good = workbook(_HEAD + _GOOD_ROW)
    for cut in (1, 10, 100, len(good) // 2):
        yield Hostile(f"zip-cut-{cut}.xlsx", good[:-cut], "whole")
    for ending in ("xlsx", "xls", "ods", "xlsm"):
        yield Hostile(f"zip-text-as-{ending}.{ending}", b"nik,nama\n1,2\n", "whole")
        yield Hostile(f"zip-empty-archive.{ending}", b"PK\x05\x06" + b"\x00" * 18, "whole")
        yield Hostile(
            f"zip-ole-head.{ending}", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "whole"
        )
    names = io.BytesIO()
    with zipfile.ZipFile(names, "w") as archive:
        archive.writestr("../../../tmp/escape", b"x")
    yield Hostile("zip-path-escape.xlsx", names.getvalue(), "whole")


def _parquet() -> Iterator[Hostile]:
    import polars as pl

    buffer = io.BytesIO()
    pl.DataFrame(
        {"nik": ["1", "2"], "nama": ["a", "b"], "tanggal": ["2024-01-02"] * 2}
    ).write_parquet(buffer)
    good = buffer.getvalue()
    yield Hostile("parquet-good.parquet", good, "kept")
    for cut in (1, 4, 8, len(good) // 2, len(good) - 4):
        yield Hostile(f"parquet-cut-{cut}.parquet", good[:-cut], "whole")
    chance = random.Random(7)
    for number in range(12):
        broken = bytearray(good)
        for _ in range(8):
            broken[chance.randrange(4, len(broken) - 8)] = chance.randrange(256)
        yield Hostile(f"parquet-flipped-{number}.parquet", bytes(broken), "any")
    length = good[:-8] + struct.pack("<I", 0x7FFFFFFF) + b"PAR1"
    yield Hostile("parquet-footer-length.parquet", length, "whole")
    yield Hostile("parquet-magic-only.parquet", b"PAR1PAR1", "whole")
    yield Hostile("parquet-text.parquet", b"nik,nama\n1,2\n", "whole")
    nested = io.BytesIO()
    pl.DataFrame({"nik": [["1"]], "nama": ["a"], "tanggal": ["2024"]}).write_parquet(nested)
    yield Hostile("parquet-nested.parquet", nested.getvalue(), "whole")
    binary = io.BytesIO()
    pl.DataFrame({"nik": [b"\xff"], "nama": ["a"], "tanggal": ["2024"]}).write_parquet(binary)
    yield Hostile("parquet-binary.parquet", binary.getvalue(), "whole")


def _noise() -> Iterator[Hostile]:
    chance = random.Random(11)
    for ending in ("csv", "tsv", "json", "ndjson", "xlsx", "ods", "xls", "parquet"):
        for size in (1, 100, 4_000):
            yield Hostile(f"noise-{size}.{ending}", chance.randbytes(size), "any")
    yield Hostile("noise-text.csv", json.dumps({"a": 1}).encode(), "whole")


def _formulas() -> Iterator[Hostile]:
    risky: list[tuple[str, str]] = [
        ("=1+1", "rows"), ("=HYPERLINK(\"\"x\"\")", "rows"), ("=cmd|'/c calc'!A0", "rows"),
        ("'=1+1", "rows"), ("@SUM(1)", "kept"), ("+62 812", "kept"), ("-", "kept"), ("=", "kept"),
    ]  # fmt: skip
    for number, (cell, outcome) in enumerate(risky):
        yield _csv(f"formula-{number}.csv", GOOD, f'1,"{cell}",2024-01-02', outcome=outcome)
