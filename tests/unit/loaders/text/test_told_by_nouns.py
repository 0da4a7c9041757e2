"""Deeds told by a noun, deportations of several sentences, hand-overs, and ``di lokasi``."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2026-10-10")


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Kasus ini bermula dari penggerebekan sebuah ruko di Batu Ampar oleh Polresta Barelang "
            "pada 3 Maret 2026.",
            ["Polresta Barelang"],
        ),
        (
            "Penggeledahan kantor PT Mutu Bahari di Tarakan dilaksanakan penyidik Polres Tarakan, "
            "Senin (2/3/2026).",
            ["Polres Tarakan"],
        ),
        # Told with day and place, a raid is one even though nobody says by whom.
        ("Semua berawal dari penggerebekan rumah di Batu Ampar pada 3 Maret 2026.", []),
        # The mission reported him; it raided nothing.
        (
            "Penggerebekan di Batu Ampar pada 3 Maret 2026 menyusul laporan yang dikirim oleh KJRI "
            "Johor Bahru.",
            [],
        ),
    ],
)
def test_raids_told_by_a_noun(text: str, agents: list[str]) -> None:
    found = read(text)
    assert len({c.subject for c in found.claims if "raid" in c.subject}) == 1
    assert shown(found, "Raid", "conductedBy") == agents


def test_a_raid_that_is_planned_or_has_neither_day_nor_place_is_none() -> None:
    for text in (
        "Polisi akan melakukan penggerebekan di Batu Ampar pada 3 Maret 2026.",
        "Penggerebekan sering bocor sebelum dimulai.",
    ):
        assert not [c for c in read(text).claims if "raid" in c.subject]


def test_who_made_the_arrest_told_later() -> None:
    text = (
        "Dua pelaku perdagangan orang diringkus. Penangkapan dilakukan oleh Polres Karimun di "
        "Meral, Rabu (4/2/2026)."
    )
    found = read(text)
    assert shown(found, "Arrest", "conductedBy") == ["Polres Karimun"]
    assert shown(found, "Arrest", "date") == ["2026-02-04"]


def test_a_deportation_of_two_sentences() -> None:
    text = (
        "Pemerintah Malaysia kembali mendeportasi pekerja migran Indonesia. Sebanyak 61 orang tiba "
        "di Pelabuhan Tunon Taka, Jumat (2/10/2026), dengan KM Nusa Jaya dari Tawau. Mereka "
        "diserahterimakan kepada BP3MI Kalimantan Utara."
    )
    found = read(text)
    assert shown(found, "Deportation", "conductedBy") == ["Pemerintah Malaysia"]
    assert shown(found, "Deportation", "affected") == ["61 pekerja migran"]
    assert shown(found, "Deportation", "date") == ["2026-10-02"]
    assert shown(found, "Deportation", "transit") == ["Pelabuhan Tunon Taka"]
    assert shown(found, "Deportation", "origin") == ["Tawau"]
    assert shown(found, "Deportation", "assistedBy") == ["BP3MI Kalimantan Utara"]
    assert shown(found, "Repatriation", "affected") == []


@pytest.mark.parametrize(
    "text",
    [
        # Others come: whoever reports, works there, or was counted before.
        "Malaysia mendeportasi pekerja migran. Sebanyak 61 pelajar berkunjung ke Dumai.",
        "Malaysia mendeportasi 20 orang. Sebanyak 61 petugas tiba di Pelabuhan Dumai.",
        "Malaysia akan mendeportasi pekerja migran. Sebanyak 61 orang tiba di Pelabuhan Dumai.",
        "Malaysia mendeportasi pekerja migran. Sebanyak 61 orang belum tiba di Pelabuhan Dumai.",
    ],
)
def test_others_who_arrive_were_not_deported(text: str) -> None:
    assert "61" not in " ".join(shown(read(text), "Deportation", "affected"))


@pytest.mark.parametrize(
    "text",
    [
        "Tersangka diserahkan kepada BP3MI Riau.",
        "Berkas mereka diserahkan kepada BP3MI Riau.",
        "Mereka akan diserahkan kepada BP3MI Riau.",
        "Mereka diserahkan kepada Kejaksaan Negeri Dumai.",
    ],
)
def test_no_hand_over_to_those_who_care_for_people(text: str) -> None:
    lead = "Polda Riau menyelamatkan 17 korban di Dumai. "
    assert shown(read(lead + text), "Rescue", "assistedBy") == []


def test_whom_the_police_found_where_they_raided() -> None:
    text = (
        "Polresta Barelang menggerebek ruko di Batu Ampar, Selasa (3/2/2026). Di lokasi, petugas "
        "mendapati sembilan calon pekerja migran asal Lombok."
    )
    assert shown(read(text), "Raid", "affected") == ["sembilan calon pekerja migran"]
    other = text.replace("Di lokasi, petugas mendapati", "Di Jakarta, petugas mendapati")
    assert shown(read(other), "Raid", "affected") == []


def test_what_we_did_where_and_when() -> None:
    text = (
        "Lanal Nunukan menggagalkan pengiriman 12 calon PMI ke Malaysia. "
        '"Kami amankan di dermaga tradisional Sei Ular, Minggu (18/1)," kata Komandan Lanal '
        "Nunukan Letkol Bayu Segara."
    )
    found = read(text, "2026-01-20")
    assert shown(found, "Interception", "date") == ["2026-01-18"]
    assert shown(found, "Interception", "occurredAt") == ["dermaga tradisional Sei Ular"]


def test_who_met_those_deported_and_where_they_landed() -> None:
    text = (
        "Imigrasi Jepang mendeportasi dua WNI. Keduanya tiba di Bandara Juanda, Kamis (8/10/2026) "
        "dan dijemput petugas BP3MI Jawa Timur."
    )
    found = read(text)
    assert shown(found, "Deportation", "transit") == ["Bandara Juanda"]
    assert shown(found, "Deportation", "assistedBy") == ["BP3MI Jawa Timur"]
    other = text.replace("dan dijemput petugas", ". Menteri disambut petugas")
    assert shown(read(other), "Deportation", "assistedBy") == []


def test_departures_that_did_not_take_place() -> None:
    text = (
        "Imigrasi Yogyakarta mencatat 76 orang batal berangkat sepanjang semester I 2026, naik "
        "dibanding semester yang sama tahun 2025, yakni 41 orang. Kepala Kantor Imigrasi "
        "Yogyakarta Tedy Rinaldi merinci tujuan mereka: Malaysia 38 orang dan Thailand 17 orang. "
        '"Pada 28 Juni 2026, kami menunda tiga perempuan yang hendak ke Kuala Lumpur," ujarnya.'
    )
    found = read(text)
    assert shown(found, "Count", "destination") == ["Malaysia", "Thailand"]
    assert shown(found, "Count", "measure") == ["departures-prevented"] * 5
    assert shown(found, "Interception", "affected") == ["tiga perempuan"]
    assert shown(found, "Interception", "date") == ["2026-06-28"]
