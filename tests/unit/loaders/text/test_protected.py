"""Victims and witnesses are no persons, whichever part of their name comes back."""

from __future__ import annotations

import pytest

from loaders.text.extract import extract
from tests.extractions import reader

read = reader("2025-11-12")


def people(text: str) -> list[str]:
    """Return the persons of a text by caption."""
    return [entity.caption for entity in read(text).entities if entity.cls == "Person"]


@pytest.mark.parametrize(
    "text",
    [
        "Para korban disekap di Poipet. Salah seorang di antaranya, Bagas Wirayudha, 22, kabur.",
        "Polisi memulangkan 12 PMI. Seorang dari mereka, Muhammad Iqbal (23), sudah tiba di rumah.",
        "Bagas Wirayudha (22) sempat disetrum karena tidak memenuhi target.",
        "Polisi menerima laporan keluarga Bagas. Bagas Wirayudha berangkat bulan lalu.",
        "Elisabet Nenabu (17), salah satu korban, tinggal di situ. Pintu dikunci, ungkap Elis.",
        "Muhammad Iqbal (23) mengaku dipaksa bekerja 17 jam sehari.",
        "Uang masuk ke rekening Neng Sulastri, yang masih diperiksa sebagai saksi.",
        "Petugas mencegah dua pekerja migran berangkat. Keduanya berinisial LKM (31) dan T (22).",
        "Patroli mengamankan 6 PMI ilegal. Keenam orang itu berinisial LK, T, RA, OP, W dan SS.",
        "Kedua PMI ilegal itu berinisial LK (31) dan TR (22).",
        "Ke tujuh (7) orang PMI tersebut dengan inisial LK (31), TR (22) dan DS (40).",
        "Tiga di antaranya merupakan TKW asal Malaka yakni Yuliana Bere dan Kristina Nahak.",
    ],
)
def test_whoever_suffered_or_is_heard_is_no_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap tiga tersangka. Salah seorang di antaranya, Rudi Hartawan, residivis.",
         ["Rudi Hartawan"]),
        ("Rekening itu milik Neng Sulastri, kakak ipar Agum Gunawan, yang masih diperiksa sebagai "
         "saksi. Agum Gunawan ditahan Polda Riau.", ["Agum Gunawan"]),
        ("Petugas menemukan dua PMI dan dua tersangka. Keduanya berinisial LK (31) dan TR (22).",
         ["LK", "TR"]),
        ("Kapal itu dibawa tekong berinisial LK (31). Tiga PMI diselamatkan.", ["LK"]),
        ("Tersangka Rudi Hartawan ditahan. Laporan keluarga Rudi ditolak.", ["Rudi Hartawan"]),
    ],
)  # fmt: skip
def test_whoever_is_accused_stays_one(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Itulah yang dialami QN, pemuda 24 tahun asal Blitar. QN mengatakan ia dipukul mandor.",
        "Baru tiga yang berhasil pulang, termasuk QN. QN mengatakan paspornya diambil.",
    ],
)
def test_letters_of_whom_it_befell_are_kept_out(text):
    found = extract(text)
    assert not [entity for entity in found.entities if entity.cls == "Person"]
    assert not [claim for claim in found.claims if claim.property == "speaker"]
