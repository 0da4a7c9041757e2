"""Sex, home, age and degrees of people, beside their names and in words that mean them."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-11-07")
TRAITS = ("sex", "residence", "origin", "age", "title", "nationality")


def traits(text: str) -> set[tuple[str, str, str]]:
    found = read(text)
    names = {e.id: e.caption for e in found.entities}
    return {
        (names[c.subject], c.property, names.get(c.value, c.value))
        for c in found.claims
        if c.property in TRAITS and c.subject.startswith("per:")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap WD (39), perempuan yang diduga merekrut korban.",
         {("WD", "sex", "female"), ("WD", "age", "39")}),
        ("Tersangka WD, 52, warga Kabupaten Garut, ditahan.",
         {("WD", "age", "52"), ("WD", "residence", "Kabupaten Garut")}),
        ("Ikut diperiksa Hj. Sulasmi, 58 tahun, perempuan asal Kabupaten Garut, sebagai terlapor.",
         {("Sulasmi", "title", "Hj"), ("Sulasmi", "age", "58"), ("Sulasmi", "sex", "female"),
          ("Sulasmi", "residence", "Kabupaten Garut")}),
        ("Polisi menahan seorang pria asal Kabupaten Garut, WD (39).",
         {("WD", "sex", "male"), ("WD", "age", "39"), ("WD", "residence", "Kabupaten Garut")}),
        ("Polisi menahan WD (39), warga negara Malaysia.",
         {("WD", "age", "39"), ("WD", "nationality", "Malaysia")}),
        ("Direktur PT Maju Raya, Endang Lestari, membantah. \"Izin kami lengkap,\" kata perempuan "
         "46 tahun itu.",
         {("Endang Lestari", "sex", "female"), ("Endang Lestari", "age", "46")}),
        ("Terdakwa Darso Wiyono disidang. Jaksa Rini Astuti menuntut pria asal Garut itu.",
         {("Darso Wiyono", "sex", "male"), ("Darso Wiyono", "residence", "Kabupaten Garut")}),
        ("Kapolres Garut AKBP Darso Wiyono, S.I.K., M.H., membenarkan.",
         {("Darso Wiyono", "title", "AKBP"), ("Darso Wiyono", "title", "S.I.K., M.H.")}),
        # Whom somebody acts on is not who they are, and a wife is not her husband.
        ("Tersangka WD menawari warga Kecamatan Ciwidara pekerjaan.", set()),
        ("Istri WD (39) membantah. Uang itu, kata perempuan itu, sudah habis.",
         {("WD", "age", "39")}),
    ],
)  # fmt: skip
def test_traits(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert traits(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tersangka kedua berinisial KRM yang merupakan warga negara Indonesia.",
         {("KRM", "nationality", "Indonesia")}),
        ("Tersangka lain berinisial KRM yang juga WNI.", {("KRM", "nationality", "Indonesia")}),
        ("Tersangka KRM menipu seorang WNI.", set()),
        ("Tersangka KRM ditahan. Kata Kepala BP3MI Riau Budi Santoso, WNI itu selamat.", set()),
        ("Polisi menangkap 3 tersangka perempuan, yakni KRM (28), TDS (38), WLY (51).",
         {(one, "sex", "female") for one in ("KRM", "TDS", "WLY")}
         | {("KRM", "age", "28"), ("TDS", "age", "38"), ("WLY", "age", "51")}),
        ("Polisi menangkap 2 tersangka perempuan, yakni KRM (28), TDS (38), WLY (51).",
         {("KRM", "age", "28"), ("TDS", "age", "38"), ("WLY", "age", "51")}),
        ("Terdakwa Sutrisno, 45, selaku Komisaris, warga Kabupaten Garut, hadir.",
         {("Sutrisno", "age", "45"), ("Sutrisno", "residence", "Kabupaten Garut")}),
    ],
)  # fmt: skip
def test_citizens_and_rows_of_one_sex(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert traits(text) == expected
