"""Returns, deportations and hand-overs to families, told in any order."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from tests.extractions import shown


def read(text: str) -> Extraction:
    return extract(text, document=Metadata(published="2025-08-20"))


def told(found: Extraction, *classes: str) -> set[tuple[str, str]]:
    """What is claimed of events of some classes."""
    captions = {e.id: e.caption for e in found.entities}
    ids = {e.id for e in found.entities if e.cls in classes}
    return {(c.property, captions.get(c.value, c.value)) for c in found.claims if c.subject in ids}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tim BP3MI Jawa Timur menyerahkan Sri Wahyuni (38) kepada suaminya di Desa Sumberejo, "
            "Rabu (6/8/2025). Perempuan itu baru pulang dari Riyadh.",
            {("affected", "Sri Wahyuni"), ("conductedBy", "BP3MI Jawa Timur"),
             ("date", "2025-08-06"), ("origin", "Riyadh"), ("destination", "Desa Sumberejo")},
        ),
        (
            "Pesawat carter yang membawa 84 WNI dari Myawaddy mendarat di Bandara Kualanamu, "
            "Rabu (6/8/2025).",
            {("affected", "84 wni"), ("origin", "Myawaddy"), ("date", "2025-08-06"),
             ("transit", "Bandara Kualanamu")},
        ),
        (
            "Rumiyati (36) menyeberang dari Tawau ke Sebatik, Sabtu (2/8/2025).",
            {("affected", "Rumiyati"), ("origin", "Tawau"), ("date", "2025-08-02"),
             ("destination", "Sebatik")},
        ),
        (
            "Yang dipulangkan hari ini dua orang, yaitu EN (31) dan RK (24).",
            {("affected", "EN"), ("affected", "RK"), ("date", "2025-08-20")},
        ),
        (
            "KJRI Penang memulangkan jenazah seorang PMI, Kamis (7/8/2025), memakai feri ke Medan.",
            {("conductedBy", "KJRI Penang"), ("date", "2025-08-07"),
             ("destination", "Kota Medan")},
        ),
    ],
)  # fmt: skip
def test_who_came_home_when_whence_and_whither(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= told(read(text), "Repatriation")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sembilan puluh orang dikirim balik dari Sabah pada Rabu (6/8/2025). Konsulat RI Tawau "
            "mengawal mereka hingga Nunukan.",
            {("origin", "Sabah"), ("date", "2025-08-06"), ("assistedBy", "Konsulat RI Tawau"),
             ("destination", "Kabupaten Nunukan")},
        ),
        (
            "Darmanto (44) dideportasi dari Malaysia. Ia tiba di Surabaya pada Kamis (7/8/2025).",
            {("affected", "Darmanto"), ("origin", "Malaysia"), ("date", "2025-08-07")},
        ),
    ],
)  # fmt: skip
def test_who_was_expelled(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= told(read(text), "Deportation")


@pytest.mark.parametrize(
    "text",
    [
        "Pemda Belu siap menerima 60 warganya jika Malaysia mendeportasi mereka.",
        "Menteri berencana memulangkan 90 PMI dari Suriah bulan depan.",
        "Dari 54 korban, 41 orang sudah kembali ke tanah air.",
        "Perusahaan itu mengembalikan seluruh biaya kepada 33 calon pekerja.",
        "Sebanyak 88 orang memilih kembali ke kampung halaman di Sulawesi Selatan.",
        "Rata-rata dua jenazah tiba di Kupang setiap pekan.",
        "Tersangka Darmanto pulang ke kampungnya dari Malaysia, Kamis (7/8/2025).",
        "Pemilik rumah, Sulastri, pulang dari Malaysia dua tahun lalu.",
        "Malaysia akan mendeportasi pekerja migran. Sebanyak 61 orang tiba di Pelabuhan Dumai.",
        "Seorang korban meninggal pada 2 Juli 2025, sementara tujuh lainnya dipulangkan.",
    ],
)
def test_what_is_no_return(text: str) -> None:
    assert not told(read(text), "Repatriation", "Deportation")


def test_the_day_of_leaving_is_not_that_of_coming() -> None:
    text = (
        "Dua belas perempuan yang telantar itu dijemput keluarga. Mereka terbang dari Abu Dhabi "
        "Selasa (5/8/2025) dini hari."
    )
    assert not {value for prop, value in told(read(text), "Repatriation") if prop == "date"}


def test_expelled_by_a_light_verb_and_brought_home_by_a_loan() -> None:
    found = read("Pemerintah Malaysia kembali melakukan deportasi terhadap 84 WNI, Kamis (7/8).")
    assert shown(found, "Deportation", "conductedBy") == ["Pemerintah Malaysia"]
    found = read("BP3MI Kepri mencatat 810 PMI dideportasi dan 420 PMI direpatriasi.")
    assert shown(found, "Count", "measure") == ["persons-deported", "persons-repatriated"]


def test_rows_that_have_lost_their_bullets_and_add_up_far_behind() -> None:
    found = read(
        "Sebanyak 17 PMI dideportasi dari Malaysia, Selasa (5/8/2025).\n\nMereka didata.\n\n"
        "Para PMI berasal dari berbagai daerah, yaitu:\n\nJawa Timur: 9 orang\n\n"
        "Nusa Tenggara Barat: 8 orang\n"
    )
    assert shown(found, "Count", "origin") == ["Jawa Timur", "Nusa Tenggara Barat"]
    found = read(
        "Total ada 84 orang yang dideportasi dari Malaysia. Mereka berasal dari berbagai provinsi. "
        "Seperti Sulawesi Selatan sebanyak 60 orang, Sulawesi Tengah 15 orang dan Jawa Barat 9 "
        "orang."
    )
    assert shown(found, "Count", "origin") == ["Sulawesi Selatan", "Sulawesi Tengah", "Jawa Barat"]
    found = read(
        "Total ada 84 orang yang dideportasi dari Malaysia. Mereka sehat. Mereka didata. Proses "
        "itu lancar. Kapal tiba sore.\n\nMereka diberi makan. Rinciannya warga Sulawesi Selatan "
        "ada 60 orang, Sulawesi Tengah 15 orang dan Jawa Barat ada 9 orang."
    )
    assert shown(found, "Count", "includedIn") == ["84 orang", "84 orang", "84 orang"]
