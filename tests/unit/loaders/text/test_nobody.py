"""What is no person: offices in English, firms by their letters, places behind a preposition."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


def people(text: str) -> set[str]:
    found = extract(text, document=Metadata(published="2025-11-20"))
    return {entity.caption for entity in found.entities if entity.cls == "Person"}


@pytest.mark.parametrize(
    "text",
    [
        "Kerja sama itu mencakup program Specified Skilled Worker di Jepang.",
        "Royal Thai Police menangkap tersangka di Bangkok, Senin (3/11/2025).",
        "Lowongan itu dibuka oleh PT Mitra Kerja Global, anak usaha GIM.",
        "Para pekerja dibawa ke Sabak Bernam dengan kapal cepat.",
        "Mereka diangkut ke perbatasan Moc Bai pada malam hari.",
    ],
)
def test_nobody_is_made_of_them(text):
    assert people(text) == set()


def test_who_takes_from_every_passenger_is_none_of_them():
    text = (
        "Kapal itu dibawa Syafrizal alias Ucok (48). Dari setiap penumpang, Ucok memperoleh upah."
    )
    found = extract(text, document=Metadata(published="2025-11-20"))
    assert not [refusal for refusal in found.refused if "Korban" in refusal.reason]
