"""PDF and DOCX through the locked reader: text, titles, and what is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from loaders.errors import LoadError
from loaders.formats.articles import ArticleSource, read_article
from loaders.formats.paged import read_paged
from loaders.formats.pdf import paragraphs
from loaders.text.draft import Metadata

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINES = (
    "Polda NTT Tetapkan Dua Tersangka",
    "KUPANG - Polda NTT menangkap 3 tersangka TPPO di Kota Kupang, Senin",
    "(4/8/2025), setelah menerima laporan keluarga korban di wilayah itu.",
)


def _pdf(path: Path, lines: tuple[str, ...] = _LINES, title: str = "") -> Path:
    """Write a PDF of one page with each line printed below the one before."""
    shown = "\n".join(
        f"BT /F1 11 Tf 50 {780 - 16 * n - (20 if n else 0)} Td ({_escaped(line)}) Tj ET"
        for n, line in enumerate(lines)
    )
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({_escaped(title)}) >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    body += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    body += f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info 6 0 R >>\n"
    path.write_bytes(f"{body}startxref\n{start}\n%%EOF".encode("latin-1"))
    return path


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _docx(path: Path, body: str, *, head: str = "", title: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        )
        if title:
            dc = "http://purl.org/dc/elements/1.1/"
            archive.writestr(
                "docProps/core.xml", f'<c xmlns:dc="{dc}"><dc:title>{title}</dc:title></c>'
            )
    return path


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    found = read_paged(_pdf(tmp_path / "a.pdf", title="Rilis"))
    assert found.title == "Rilis"
    assert "Kupang, Senin (4/8/2025), setelah" in found.text
    assert found.text.split("\n\n")[0] == _LINES[0]


def test_pdf_claims_stand_at_their_offsets(tmp_path: Path) -> None:
    source = ArticleSource(_pdf(tmp_path / "a.pdf"), Metadata(published="2025-08-06"), "local")
    document = source.document()
    assert document.text == source.text
    dates = [claim for claim in source.found.claims if claim.property == "date"]
    assert [claim.value for claim in dates] == ["2025-08-04"]
    assert source.text[dates[0].start : dates[0].end] == dates[0].quote


def test_docx_paragraphs_tables_and_breaks(tmp_path: Path) -> None:
    body = (
        _paragraph("Polda NTT Tetapkan Tersangka")
        + "<w:p><w:r><w:t>Polda NTT </w:t></w:r><w:r><w:t>menangkap</w:t><w:br/>"
        "<w:t>SM (39).</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{_paragraph('isi sel')}</w:tc></w:tr></w:tbl>"
        + '<w:p><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r></w:p>'
    )
    found = read_paged(_docx(tmp_path / "a.docx", body, title="Judul"))
    assert found.text.split("\n\n") == [
        "Polda NTT Tetapkan Tersangka",
        "Polda NTT menangkap SM (39).",
        "isi sel\n",
    ]
    assert found.title == "Judul"


def test_docx_through_the_article_reader(tmp_path: Path) -> None:
    path = _docx(tmp_path / "Rilis KP2MI.docx", _paragraph("KP2MI mencabut izin."), title="Izin")
    text, meta = read_article(path, Metadata(published="2025-08-06"))
    assert text == "KP2MI mencabut izin.\n"
    assert meta.title == "Izin"
    assert str(meta.id).startswith("doc:rilis-kp2mi-")


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "XML entity 'a'"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "XML entity 'a'"),
    ],
)
def test_docx_entities_are_refused(tmp_path: Path, head: str, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        read_paged(_docx(tmp_path / "a.docx", _paragraph("&a;"), head=head))


def test_docx_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACAK_LIMIT_UNPACKED", "100000")
    path = _docx(tmp_path / "a.docx", _paragraph("a" * 1_000_000))
    with pytest.raises(LoadError, match="LACAK_LIMIT_UNPACKED"):
        read_paged(path)
    with pytest.raises(LoadError, match="depth"):
        read_paged(_docx(tmp_path / "b.docx", "<w:a>" * 500 + "</w:a>" * 500))


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    for name, content in (
        ("a.docx", b"PK\x03\x04 no archive"),
        ("b.docx", b""),
        ("a.pdf", b"%PDF-1.7\n1 0 obj << /Type"),
        ("b.pdf", b"\x00" * 100),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(LoadError, match=rf"{name} is damaged"):
            read_paged(path)
    made = tmp_path / "c.docx"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(LoadError, match="no DOCX"):
        read_paged(made)


def test_truncated_pdf_never_crashes(tmp_path: Path) -> None:
    whole = _pdf(tmp_path / "a.pdf").read_bytes()
    path = tmp_path / "b.pdf"
    for size in (len(whole) // 3, len(whole) - 60):
        path.write_bytes(whole[:size])
        reason = ""
        try:
            reason = read_paged(path).text
        except LoadError as error:
            reason = str(error)
        assert reason


def test_scans_and_encrypted_files_say_so(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    made = BytesIO()
    writer.write(made)
    path = tmp_path / "scan.pdf"
    path.write_bytes(made.getvalue())
    with pytest.raises(LoadError, match="OCR"):
        read_paged(path)
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(_pdf(tmp_path / "a.pdf")))
    writer.encrypt("secret", algorithm="RC4-40")
    with (tmp_path / "locked.pdf").open("wb") as file:
        writer.write(file)
    with pytest.raises(LoadError, match="encrypted"):
        read_paged(tmp_path / "locked.pdf")


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("satu\ndua", "satu\n\ndua"),
        ("", ""),
        ("Baris pertama ini cukup panjang untuk disambung\nke baris kedua.", None),
        (
            "1. satu hal yang panjang sekali di sebuah baris\n2. dua hal yang sama panjang",
            None,
        ),
    ],
)
def test_paragraphs(page: str, wanted: str | None) -> None:
    made = paragraphs(page)
    if wanted is not None:
        assert made == wanted
    elif page.startswith("1."):
        assert made.count("\n\n") == 1
    else:
        assert "\n" not in made
