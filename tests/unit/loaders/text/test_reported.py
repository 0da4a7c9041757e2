"""The words of indirect statements: where they begin and end, and how they are meant."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


def told(text: str) -> list[tuple[str, str]]:
    """Return the words of every statement with their modality."""
    found = extract(text, document=Metadata(published="2025-08-06"))
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
    return [(c.value, c.modality) for c in found.claims if c.property == "statementText"]


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Kapolres Belu AKBP Joni Lema mengatakan bahwa kapal itu karam.", "kapal itu karam", ""),
        ("Menurut AKBP Joni Lema, kapal itu sudah lama bocor.", "kapal itu sudah lama bocor", ""),
        (
            "Menurut Nurhayati Salim dari Yayasan Fajar Timur, korban rata-rata petani.",
            "korban rata-rata petani",
            "",
        ),
        ("Kapal itu bocor, kata AKBP Joni Lema, Senin.", "Kapal itu bocor", ""),
        (
            "Kapal itu, kata AKBP Joni Lema, sudah lama bocor.",
            "Kapal itu, kata AKBP Joni Lema, sudah lama bocor",
            "",
        ),
        (
            "AKBP Joni Lema mengatakan di Atambua, Senin (4/8/2025), pihaknya memeriksa nakhoda.",
            "pihaknya memeriksa nakhoda",
            "",
        ),
        ("AKBP Joni Lema membantah anggotanya lalai.", "membantah anggotanya lalai", "denied"),
        (
            "AKBP Joni Lema membantah anggotanya lalai dan telah melapor ke Polda NTT.",
            "membantah anggotanya lalai",
            "denied",
        ),
        ("AKBP Joni Lema meminta warga waspada.", "meminta warga waspada", "expectation"),
        (
            "AKBP Joni Lema berjanji menambah patroli hingga Maret.",
            "berjanji menambah patroli hingga Maret",
            "expectation",
        ),
        ("AKBP Joni Lema menilai vonis itu ringan.", "vonis itu ringan", "evaluation"),
        ("AKBP Joni Lema menduga ada perekrut lain.", "menduga ada perekrut lain", "alleged"),
        ("Jaksa Rini Sela menyatakan banding.", "menyatakan banding", ""),
        (
            "Jaksa Rini Sela menyatakan banding, sedangkan terdakwa menerima.",
            "menyatakan banding",
            "",
        ),
    ],
)  # fmt: skip
def test_what_is_reported(text: str, words: str, modality: str) -> None:
    assert told(text) == [(words, modality or "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "Hal itu disampaikan AKBP Joni Lema di Atambua, Senin (4/8/2025).",
        "AKBP Joni Lema mengatakan hal itu usai rapat di Atambua.",
        "AKBP Joni Lema menyampaikan data tersebut dalam jumpa pers di Atambua, Senin.",
    ],
)
def test_that_somebody_spoke_is_no_statement_of_words(text: str) -> None:
    assert told(text) == []


def test_names_of_victims_are_in_no_words() -> None:
    text = "AKBP Joni Lema menyebut kapal itu karam. "
    text += "Ia bilang korban berinisial STM (19) asal Kupang."
    assert told(text) == [("kapal itu karam", "reported")]


def test_a_statement_without_words_is_called_by_its_speaker() -> None:
    text = "AKBP Joni Lema bilang korban berinisial STM (19) asal Kupang."
    assert {e.caption for e in extract(text).entities if e.cls == "Statement"} <= {
        "Pernyataan Joni Lema"
    }


def test_who_uncovers_something_says_nothing() -> None:
    found = extract("Polda NTB mengungkap penipuan lowongan kerja ke Australia.")
    assert not [e for e in found.entities if e.cls == "Statement"]


def test_captions_end_between_words() -> None:
    text = "Kapolres Belu AKBP Joni Lema mengatakan " + "perahu nelayan " * 9 + "hilang."
    [caption] = [e.caption for e in extract(text).entities if e.cls == "Statement"]
    assert caption.endswith((" perahu...", " nelayan..."))
    assert len(caption) <= len("Joni Lema: ") + 80
