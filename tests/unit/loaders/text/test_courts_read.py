"""Reports from courts: who led a verdict, who speaks there, who was let go, and later clauses."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str) -> Extraction:
    """Read a report published on a Thursday."""
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-11-20"))


def facts(text: str, *props: str) -> set[str]:
    """Return ``thing property value`` of the claims of some properties."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    return {
        f"{captions[c.subject]} {c.property} {captions.get(c.value, c.value)}"
        for c in found.claims
        if c.property in props
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara, Selasa lalu. "
            "Putusan dibacakan hakim Tutik Handari.",
            {
                "Vonis atas Sarmo Wijoyo date 2025-11-18",
                "Vonis atas Sarmo Wijoyo ledBy Tutik Handari",
            },
        ),
        (
            "Mahkamah Agung menolak kasasi yang diajukan Sarmo Wijoyo. Perkara itu diketok pada 3 "
            "November 2025 oleh majelis yang dipimpin hakim agung Gatra Prihadi. Di tingkat "
            "pertama, Pengadilan Negeri Blitar menghukum Sarmo tiga tahun penjara pada Mei 2025.",
            {
                "Putusan banding atas Sarmo Wijoyo date 2025-11-03",
                "Putusan banding atas Sarmo Wijoyo ledBy Gatra Prihadi",
                "Vonis atas Sarmo Wijoyo date 2025-05",
            },
        ),
        (
            # Whoever leads a trial that goes on did not lead the verdict on somebody else.
            "Terdakwa Rinto Basuki disidang di Pengadilan Negeri Blitar, Rabu (19/11). Hakim ketua "
            "Tutik Handari menunda sidang. Calo Mardi Kusno sudah lebih dulu divonis dua tahun "
            "penjara.",
            set(),
        ),
    ],
)
def test_who_led_which_verdict(text: str, expected: set[str]) -> None:
    assert {
        one for one in facts(text, "ledBy", "date") if "oni" in one or "utusan" in one
    } == expected
