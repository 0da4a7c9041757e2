"""Which place lies in which, by names side by side."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-11-07")


def lying(text: str) -> set[tuple[str, str]]:
    found = read(text)
    names = {e.id: e.caption for e in found.entities}
    return {
        (names[c.subject], names[c.value])
        for c in found.claims
        if c.property == "locatedIn" and c.subject.startswith("plc:")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menggerebek rumah di Desa Sukatani, Kecamatan Ciwidara, Kabupaten Cianjur.",
         {("Desa Sukatani", "Kecamatan Ciwidara"), ("Kecamatan Ciwidara", "Kabupaten Cianjur")}),
        ("Mereka ditampung di Desa Sukatani Kecamatan Ciwidara sejak Mei.",
         {("Desa Sukatani", "Kecamatan Ciwidara")}),
        ("Tujuh orang dipulangkan dari Poipet, Kamboja.", {("Poipet", "Kamboja")}),
        ("Mereka turun di Pelabuhan Sukamaju di Kabupaten Bintan.",
         {("Pelabuhan Sukamaju", "Kabupaten Bintan")}),
        ("Rumah itu di Perumahan Melati, Kecamatan Batam Kota, Batam.",
         {("Perumahan Melati", "Kecamatan Batam Kota"), ("Kecamatan Batam Kota", "Kota Batam")}),
        # A list of places tells of none in which it lies.
        ("Korban berasal dari Desa Sukatani, Cianjur, dan Garut.", set()),
        ("Mereka lewat Pelabuhan Sukamaju, Batam, Johor.", set()),
        ("Mereka dari Kabupaten Garut, Jawa Barat.", set()),
    ],
)  # fmt: skip
def test_places_in_places(text: str, expected: set[tuple[str, str]]) -> None:
    assert lying(text) == expected
