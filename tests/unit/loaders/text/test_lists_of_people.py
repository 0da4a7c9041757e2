"""Whom a list behind a count names: those who are counted, or those who stand beside them."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


def stages(sentence: str) -> dict[str, str]:
    """Return the stage claimed of each person, by caption."""
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    captions = {entity.id: entity.caption for entity in found.entities}
    of = {c.subject: captions[c.value] for c in found.claims if c.property == "stageOf"}
    return {of[c.subject]: c.value for c in found.claims if c.property == "stage"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua terdakwa hadir di ruang sidang Cakra, yakni Mulyono Saputra (41) dan Rina Lestari.",
        "Dua terdakwa dihadirkan di PN Batam, yaitu Mulyono Saputra dan Rina Lestari.",
        "Dua terdakwa menjalani sidang perdana, masing-masing Mulyono Saputra dan Rina Lestari.",
    ],
)
def test_as_many_as_are_counted_are_named(sentence):
    assert stages(sentence) == {"Mulyono Saputra": "defendant", "Rina Lestari": "defendant"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua terdakwa hadir didampingi dua pengacara, yakni Mulyono Saputra dan Rina Lestari.",
        "Dua terdakwa menjalani sidang bersama keluarga, yakni Mulyono Saputra dan Rina Lestari.",
        "Dua tersangka diperiksa dua penyidik, yakni Mulyono Saputra dan Rina Lestari.",
        "Tersangka dibela dua advokat, yakni Mulyono Saputra dan Rina Lestari.",
        "Terdakwa dikawal petugas, yakni Mulyono Saputra dan Rina Lestari.",
    ],
)
def test_who_stands_beside_them_is_none_of_them(sentence):
    assert stages(sentence) == {}


def test_a_comma_may_part_the_defendant_from_the_name():
    assert stages("Terdakwa, Rina Lestari dihadapkan ke meja hijau.") == {
        "Rina Lestari": "defendant"
    }
