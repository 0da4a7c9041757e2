"""Outreach, meetings, formations and programmes: other verbs, orders and settings."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")
DAY = "2025-11-18"


@pytest.mark.parametrize(
    "text",
    [
        "BP3MI Jambi menyosialisasikan bahaya TPPO kepada 90 kepala desa. Kegiatan dipusatkan di "
        "Desa Suka Makmur, Selasa (18/11/2025).",
        "Telah dilaksanakan giat sosialisasi pencegahan TPPO oleh BP3MI Jambi, Selasa, 18 November "
        "2025, bertempat di Kantor Desa Suka Makmur.",
        "BP3MI Jambi memberi penyuluhan tentang perdagangan orang di Desa Suka Makmur, Selasa "
        "(18/11/2025).",
        "Sosialisasi migrasi aman digelar BP3MI Jambi di Desa Suka Makmur, Selasa (18/11/2025).",
    ],
)
def test_outreach_has_agent_place_and_day(text: str) -> None:
    found = read(text)
    assert shown(found, "Outreach", "conductedBy") == ["BP3MI Jambi"]
    assert shown(found, "Outreach", "occurredAt") == ["Desa Suka Makmur"]
    assert shown(found, "Outreach", "date") == [DAY]


def test_outreach_as_an_occasion() -> None:
    found = read(
        '"Cek dulu perusahaannya," imbau Kepala P4MI Cirebon, Bambang Hartanto, di sela-sela '
        "sosialisasi di Desa Krangkeng, Indramayu, Selasa (18/11/2025)."
    )
    assert shown(found, "Outreach", "occurredAt")[0] == "Desa Krangkeng"
    assert shown(found, "Outreach", "date") == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala BP3MI Bali Made Sudarta menerima audiensi Ketua DPRD Bali Wayan Sumerta di "
        "Denpasar, Selasa (18/11/2025).",
        "Selasa (18/11/2025), Kepala BP3MI Bali Made Sudarta bertemu dengan Ketua DPRD Bali Wayan "
        "Sumerta di Denpasar.",
    ],
)
def test_a_meeting_of_two(text: str) -> None:
    found = read(text)
    assert set(shown(found, "Meeting", "party")) == {"Made Sudarta", "Wayan Sumerta"}
    assert shown(found, "Meeting", "occurredAt") == ["Kota Denpasar"]
    assert shown(found, "Meeting", "date") == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat antara BP3MI Bali dan Disnaker Kota Denpasar pada Selasa (18/11/2025) melahirkan "
        "dua rekomendasi.",
        "BP3MI Bali menyambangi Kantor Disnaker Kota Denpasar, Selasa (18/11/2025).",
        "Kunjungan Menteri Tenaga Kerja Malaysia ke Jakarta, Selasa (18/11/2025), membahas kuota.",
        "Kepala BP3MI Bali Made Sudarta mengunjungi keluarga almarhum di Tabanan, Selasa "
        "(18/11/2025).",
    ],
)
def test_a_meeting_has_a_day(text: str) -> None:
    assert shown(read(text), "Meeting", "date") == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala BP3MI Bali Made Sudarta akan bertemu dengan Ketua DPRD Bali Wayan Sumerta di "
        "Denpasar, Selasa (25/11/2025).",
        "Korban bertemu pelaku di Denpasar, Selasa (18/11/2025).",
        "Acara itu sedianya digelar Selasa (18/11/2025), tetapi batal karena banjir.",
        "Kunjungan Menteri Tenaga Kerja Malaysia ke Jakarta dijadwalkan Selasa (25/11/2025).",
    ],
)
def test_nobody_met(text: str) -> None:
    assert [e for e in read(text).entities if e.cls in ("Meeting", "Outreach")] == []


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        (
            "KP2MI meresmikan Posko Pengaduan Pekerja Migran di Bandara Juanda, Selasa "
            "(18/11/2025).",
            "Posko Pengaduan Pekerja Migran",
            "Bandara Juanda",
        ),
        (
            "Desk Pelindungan Pekerja Migran dibuka di Mapolda Bali sejak 18 November 2025.",
            "Desk Pelindungan Pekerja Migran",
            "Mapolda Bali",
        ),
        (
            "Helpdesk Pekerja Migran di Terminal Mengwi mulai beroperasi Selasa (18/11/2025).",
            "Helpdesk Pekerja Migran",
            "Terminal Mengwi",
        ),
        (
            "Polda Bali membuka posko aduan korban penipuan di Denpasar, Selasa (18/11/2025).",
            "posko aduan korban penipuan",
            "Kota Denpasar",
        ),
    ],
)
def test_a_formation_has_place_and_day(text: str, what: str, place: str) -> None:
    found = read(text)
    assert shown(found, "Formation", "resultingOrganization") == [what]
    assert shown(found, "Formation", "occurredAt") == [place]
    assert shown(found, "Formation", "date") == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "Posko Pengaduan Pekerja Migran akan dibuka di Bandara Juanda, Selasa (25/11/2025).",
        "Membuka posko pengaduan korban paling lambat Maret 2026.",
        "Posko Pengaduan Pekerja Migran dibuka setiap hari pukul 08.00.",
    ],
)
def test_nothing_was_formed(text: str) -> None:
    assert shown(read(text), "Formation", "resultingOrganization") == []


def test_a_seat_is_no_place_of_opening() -> None:
    found = read("Posko Terpadu yang berkantor di Jalan Garuda didirikan pada 2018.")
    assert shown(found, "Formation", "occurredAt") == []
    assert shown(found, "Formation", "date") == ["2018"]


def test_a_campaign_of_two() -> None:
    found = read(
        'Kampanye "Cek Dulu" yang digagas Migrant Care dan Pemkab Jember menyasar warga desa. '
        "Kampanye dimulai 3 November 2025 di Desa Ambulu dan dijadwalkan berakhir 31 Maret 2026."
    )
    assert shown(found, "Campaign", "name") == ["Cek Dulu"]
    assert len(shown(found, "Campaign", "initiatedBy")) == 2
    assert shown(found, "Campaign", "startDate") == ["2025-11-03"]
    assert shown(found, "Campaign", "endDate") == ["2026-03-31"]
    assert shown(found, "Campaign", "locatedIn") == ["Desa Ambulu"]


def test_guests_are_received() -> None:
    found = read(
        "Rombongan SBMI diterima Ketua DPRD Bali Wayan Sumerta di Denpasar, Selasa (18/11/2025)."
    )
    assert "Wayan Sumerta" in shown(found, "Meeting", "party")


def test_workers_who_come_home_meet_nobody() -> None:
    found = read("Setiba di Batam, mereka diterima BP3MI Kepri, Selasa (18/11/2025).")
    assert [e for e in found.entities if e.cls == "Meeting"] == []


def test_outreach_received() -> None:
    found = read(
        "Ribuan pelajar mendapat edukasi bahaya perdagangan orang dari Polres Sikka, Selasa "
        "(18/11/2025)."
    )
    assert shown(found, "Outreach", "conductedBy") == ["Polres Sikka"]
    assert shown(found, "Outreach", "date") == [DAY]


def test_the_year_of_a_decree_is_no_day_of_forming() -> None:
    found = read("Desk Migran yang dibentuk melalui Keputusan Nomor 3 Tahun 2025 itu bekerja.")
    assert shown(found, "Formation", "date") == []


@pytest.mark.parametrize(
    ("text", "host", "places"),
    [
        (
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Bali menyelenggarakan "
            "Rapat Koordinasi Pembentukan Desa Migran Emas di Bali, di Hotel Santika, Denpasar, "
            "pada Selasa (18/11/2025).",
            "BP3MI Bali",
            ["Hotel Santika", "Kota Denpasar"],
        ),
        (
            "Kementerian Koordinator Bidang Politik dan Keamanan melalui Deputi Bidang Koordinasi "
            "Keamanan (Kamtibmas) menggelar Rakor Gugus Tugas TPPO di Depok, Selasa (18/11/2025).",
            "Kementerian Koordinator Bidang Politik dan Keamanan",
            ["Kota Depok"],
        ),
        (
            "BP3MI Bali menggelar Rapat koordinasi se-Bali tahun 2025 bertempat di Denpasar pada "
            "Selasa, 18 November 2025.",
            "BP3MI Bali",
            ["Kota Denpasar"],
        ),
    ],
)
def test_meetings_written_in_capitals(text: str, host: str, places: list[str]) -> None:
    found = read(text)
    assert shown(found, "Meeting", "conductedBy") == [host]
    assert shown(found, "Meeting", "occurredAt") == places
    assert shown(found, "Meeting", "date") == [DAY]


def test_what_is_formed_beside_another_did_not_form_it() -> None:
    found = read(
        "Berbagai upaya dilakukan, termasuk pembentukan Layanan Terpadu Satu Atap (LTSA), "
        "pembentukan gugus tugas TPPO di desa."
    )
    assert shown(found, "Formation", "conductedBy") == []
