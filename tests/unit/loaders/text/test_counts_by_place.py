"""Counts split by place, windows of half years, and what help or sanction is counted."""

from __future__ import annotations

import pytest

from loaders.text.dates import recognise as dates
from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from tests.extractions import shown


def _of(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-11-13"))


def test_shares_by_destination() -> None:
    found = _of(
        "Data BP3MI NTB menunjukkan, selama Januari–Oktober 2025 sebanyak 27.430 warga ditempatkan "
        "ke luar negeri, terbanyak ke Malaysia (24.011 orang), disusul Taiwan 1.209 orang."
    )
    assert shown(found, "Count", "countLower") == ["27430", "24011", "1209"]
    assert shown(found, "Count", "measure") == ["placements"] * 3
    assert shown(found, "Count", "destination") == ["Malaysia", "Taiwan"]
    assert shown(found, "Count", "window") == ["2025-01/2025-10"] * 3


def test_a_place_that_all_come_from_is_not_that_of_the_last_count() -> None:
    found = _of(
        "Polisi menyelamatkan sebelas korban, tujuh laki-laki dan empat perempuan asal Jawa Timur "
        "dan Aceh."
    )
    assert shown(found, "Count", "origin") == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Sebanyak 308 WNI melapor ke KBRI Phnom Penh.", "help-sought"),
        ("Sebanyak 41 WNI masih berada di penampungan sementara.", "persons-sheltered"),
        ("KP2MI menjatuhkan sanksi administratif kepada 41 P3MI.", "companies-sanctioned"),
        (
            "Polisi menyelamatkan 24 perempuan yang ditampung di rumah aman milik dinas.",
            "persons-rescued",
        ),
    ],
)
def test_measures(text: str, measure: str) -> None:
    assert shown(_of(text), "Count", "measure") == [measure]


def test_a_house_where_suspects_keep_people_is_no_shelter() -> None:
    found = _of("Petugas menemukan 27 calon pekerja ditampung di ruko tanpa jendela.")
    assert "persons-sheltered" not in shown(found, "Count", "measure")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("selama semester I 2025", "2025-01/2025-06"),
        ("pada triwulan ketiga tahun 2025", "2025-07/2025-09"),
        ("kuartal I/2025", "2025-01/2025-03"),
        ("sepanjang Januari hingga 6 Juli 2023", "2023-01/2023-07-06"),
        ("Januari s.d. Oktober 2025", "2025-01/2025-10"),
        ("selama Januari hingga Juni", "2025-01/2025-06"),
        ("sepanjang Desember", "2024-12"),
        ("triwulan V 2025", ""),
        ("semester III 2025", ""),
    ],
)
def test_windows(text: str, edtf: str) -> None:
    assert "".join(item.key for item in dates(text, "2025-11-13")) == edtf


def test_where_those_placed_went() -> None:
    found = _of("Perusahaan itu telah menempatkan 12 pekerja migran ke Arab Saudi dan Hong Kong.")
    assert shown(found, "Count", "destination") == ["Arab Saudi", "Hong Kong"]
    found = _of("BP3MI memulangkan 12 pekerja migran yang hendak ke Arab Saudi.")
    assert shown(found, "Count", "destination") == []


def test_shares_told_in_a_sentence_of_their_own() -> None:
    found = _of(
        "Sebanyak 146 PMI dideportasi dari Tawau, Kamis (9/10/2025). Mereka tiba dengan kapal. "
        '"Paling banyak berasal dari Sulawesi Selatan 71 orang, lalu NTT 38 orang," ujar Kepala '
        "BP3MI Kaltara Andi Ichsan."
    )
    assert shown(found, "Count", "countLower") == ["146", "71", "38"]
    assert shown(found, "Count", "measure") == ["persons-deported"] * 3
    assert shown(found, "Count", "origin") == ["Sulawesi Selatan", "Nusa Tenggara Timur"]


def test_a_window_with_both_ends_is_whole() -> None:
    found = _of("Sejak Januari hingga awal Oktober 2025, BP3MI memulangkan 3.912 PMI.")
    assert shown(found, "Count", "window") == ["2025-01/2025-10"]


def test_who_works_abroad() -> None:
    found = _of("Jumlah warga Kendal yang bekerja di luar negeri mencapai 11.427 orang.")
    assert shown(found, "Count", "measure") == ["population-abroad"]


def test_what_befell_one_of_them_has_a_time_of_its_own() -> None:
    found = _of("Dari tujuh korban itu, satu orang meninggal dunia pada Januari 2025.")
    windows = {c.subject for c in found.claims if c.property == "window"}
    sizes = {c.subject: c.value for c in found.claims if c.property == "countLower"}
    assert {sizes[one] for one in windows} == {"1"}


def test_shares_of_a_number_told_in_the_sentence_are_not_those_of_another() -> None:
    found = _of(
        "Polda Kalbar menangkap 41 tersangka. Dari total tersebut, 24 sudah kami pulangkan di "
        "antaranya ke Jawa Tengah 4 orang, Sulawesi Selatan 11 orang dan Lampung 9 orang."
    )
    assert shown(found, "Count", "measure").count("suspects-arrested") == 1
    assert shown(found, "Count", "measure").count("persons-repatriated") == 4
