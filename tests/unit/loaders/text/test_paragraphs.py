"""Texts with lines broken at a width say what they say with whole lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.paragraphs import unwrap

ARTICLES = sorted((Path(__file__).parents[3] / "golden" / "text" / "articles").glob("*.txt"))
PARAGRAPH = (
    "Polda NTT menangkap tiga orang yang diduga merekrut pekerja migran di Kota Kupang, Senin "
    "(4/8). Ketiganya laki-laki, kata Kapolda NTT Irjen Pol Budi Santoso. Mereka ditahan di "
    "rumah tahanan Polda NTT dan dijerat Pasal 4 UU Nomor 21 Tahun 2007."
)


def said(text: str) -> set[tuple[str, str, str]]:
    """Return subject, property and value of what a text claims, ids told by caption."""
    found = extract(text, document=Metadata(published="2025-08-06", id="doc:a"))
    captions = {entity.id: entity.caption for entity in found.entities}
    return {
        (captions.get(c.subject, ""), c.property, captions.get(c.value, c.value))
        for c in found.claims
    }


def broken(text: str, width: int, between: str) -> str:
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return between.join("\n".join(textwrap.wrap(line, width)) for line in paragraphs)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_article_with_whole_lines_is_touched(path: Path) -> None:
    text = path.read_text("utf-8")
    found = unwrap(text)
    assert found is None or found.text.count("\n") >= text.rstrip().count("\n")


@pytest.mark.parametrize("width", [60, 80, 100, 130])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_broken_lines_say_what_whole_ones_say(width: int, between: str) -> None:
    whole = f"Tiga Orang Ditangkap di Kupang\n\n{PARAGRAPH}\n\n{PARAGRAPH.replace('tiga', 'lima')}"
    text = "Tiga Orang Ditangkap di Kupang\n\n" + broken(whole.split("\n\n", 1)[1], width, between)
    assert said(text.replace("\n", "\r\n") if "\r" in between else text) == said(whole)


@pytest.mark.parametrize("path", ARTICLES[::10], ids=lambda path: path.stem)
def test_most_of_an_article_survives_being_broken(path: Path) -> None:
    text = path.read_text("utf-8")
    whole, found = said(text), said(broken(text, 80, "\n\n"))
    assert len(whole & found) >= 0.85 * len(whole)


def test_places_and_quotes_are_those_of_the_text_as_given() -> None:
    text = broken(PARAGRAPH, 60, "\n").replace("\n", "\r\n   ")
    found = extract(text, document=Metadata(published="2025-08-06"))
    assert any("\r\n" in claim.quote for claim in found.claims)
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
    assert not any("\n" in name for entity in found.entities for name in entity.names)


@pytest.mark.parametrize(
    "text",
    [
        "Polda NTT menangkap tiga orang di Kota Kupang\nTersangka Ditahan di Rumah Tahanan\n",
        "Barang bukti yang disita polisi dari rumah itu adalah\n4 laptop\n3 paspor\n2 telepon\n",
        "Kepala BP3MI NTT menjelaskan hal itu kepada wartawan di Kupang\n- paspor palsu\n- tiket\n",
        "Penulis: Budi\nEditor: Ani\nSenin, 4 Agustus 2025\n",
        "",
    ],
)
def test_headings_lists_and_bylines_stay_lines(text: str) -> None:
    assert unwrap(text) is None


def test_a_title_above_broken_lines_stays_a_title() -> None:
    body = broken(PARAGRAPH, 60, "\n")
    whole = unwrap(f"Polda NTT Menangkap Tiga Orang di Kota Kupang Kemarin Malam\n{body}")
    assert whole is not None
    assert whole.text.split("\n")[1:] == [PARAGRAPH]


def test_marks_of_markdown_are_no_part_of_the_words() -> None:
    plain = f"Tiga Orang Ditangkap di Kupang\n\nKUPANG - {PARAGRAPH}"
    marked = f"# Tiga Orang Ditangkap di **Kupang**\n\n**KUPANG** - {PARAGRAPH}"
    assert said(marked.replace("Polda NTT dan", "*Polda NTT* dan")) == said(plain)
    found = extract(marked, document=Metadata(published="2025-08-06"))
    assert all(marked[c.start : c.end] == c.quote for c in found.claims)


@pytest.mark.parametrize(
    "text", ["Akun @loker_luar_negeri dan _nama_akun itu", "2 * 3 * 4", "catatan* kaki*", "#TPPO"]
)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert unwrap(text) is None


def test_two_single_quotes_are_a_double_one() -> None:
    typed = "KUPANG - Ia menyesal. ''Saya menyesal,'' kata Budi Santoso, Ma'ruf hadir."
    assert said(typed) == said(typed.replace("''", '"'))
    found = extract(typed, document=Metadata(published="2025-08-06"))
    assert all(typed[c.start : c.end] == c.quote for c in found.claims)
