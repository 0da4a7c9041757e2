"""Meetings, outreach and programmes, told by nouns and passives."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")
KP2MI = "Kementerian Pelindungan Pekerja Migran Indonesia"
DPR = "Dewan Perwakilan Rakyat Republik Indonesia"


@pytest.mark.parametrize(
    "text",
    [
        "Rapat kerja Komisi IX DPR RI dengan Kementerian P2MI digelar di Kompleks Parlemen, "
        "Jakarta, Senin (10/11/2025).",
        "Hal itu disampaikan Menteri P2MI Muhtarianto dalam rapat kerja bersama Komisi IX DPR RI "
        "di Kompleks Parlemen, Jakarta, Senin (10/11/2025).",
        "Menteri P2MI Muhtarianto mengatakan hal itu saat rapat kerja dengan Komisi IX DPR RI di "
        "Kompleks Parlemen, Jakarta, Senin (10/11/2025).",
    ],
)
def test_a_meeting_has_parties_place_and_day(text: str) -> None:
    found = read(text)
    assert set(shown(found, "Meeting", "party")) - {"Muhtarianto"} == {DPR, KP2MI}
    assert shown(found, "Meeting", "date") == ["2025-11-10"]
    assert "Kompleks Parlemen" in shown(found, "Meeting", "occurredAt")


@pytest.mark.parametrize(
    "text",
    [
        "Rapat kerja Komisi IX DPR RI dengan Kementerian P2MI akan digelar pekan depan.",
        "Menteri P2MI Muhtarianto dijadwalkan hadir dalam rapat kerja bersama Komisi IX DPR RI.",
        "Hal itu disampaikan Budi Santoso dalam rapat kerja bersama warga.",
    ],
)
def test_no_meeting_took_place(text: str) -> None:
    assert shown(read(text), "Meeting", "party") == []


def test_outreach_told_passively() -> None:
    found = read(
        "Sosialisasi bahaya TPPO digelar BP3MI Jawa Tengah di Cilacap, Rabu (12/11/2025), diikuti "
        "120 siswa."
    )
    assert shown(found, "Outreach", "conductedBy") == ["BP3MI Jawa Tengah"]
    assert shown(found, "Outreach", "date") == ["2025-11-12"]
    assert shown(found, "Outreach", "occurredAt") == ["Kabupaten Cilacap"]
    assert shown(found, "Count", "measure") == ["participants"]


def test_outreach_that_ends_a_visit() -> None:
    found = read(
        "Kunjungan itu ditutup dengan sosialisasi migrasi aman bagi 300 kepala desa di Cilacap."
    )
    assert shown(found, "Outreach", "occurredAt") == ["Kabupaten Cilacap"]
    assert shown(found, "Count", "countLower") == ["300"]
    assert shown(read("Ada 300 kepala desa di Cilacap."), "Count", "measure") == []
    future = read("Sebanyak 50 siswa akan mengikuti pelatihan bahasa.")
    assert shown(future, "Count", "measure") == []


@pytest.mark.parametrize(
    ("text", "name", "since"),
    [
        ("Program Perawat Go Japan digagas KemenP2MI sejak 2024.", "Perawat Go Japan", ["2024"]),
        (
            "KemenP2MI meluncurkan Program Desa Migran Emas di Cilacap, Rabu (12/11/2025).",
            "Desa Migran Emas",
            ["2025-11-12"],
        ),
        (
            'Menteri P2MI Muhtarianto meresmikan program "Desa Migran Emas" di Cilacap.',
            "Desa Migran Emas",
            [],
        ),
    ],
)
def test_a_programme_and_who_began_it(text: str, name: str, since: list[str]) -> None:
    found = read(text)
    assert shown(found, "Programme", "name") == [name]
    assert shown(found, "Programme", "initiatedBy") == [KP2MI]
    assert shown(found, "Programme", "startDate") == since


@pytest.mark.parametrize(
    "text",
    [
        "KemenP2MI akan meluncurkan Program Desa Migran Emas tahun depan.",
        "KemenP2MI meluncurkan program pelatihan bahasa.",
        "Universitas Airlangga meluncurkan Program Studi Keperawatan.",
        "Program Desa Migran Emas diminati warga.",
    ],
)
def test_no_programme_was_begun(text: str) -> None:
    assert shown(read(text), "Programme", "name") == []


def test_the_day_on_which_a_team_was_formed() -> None:
    found = read("Satgas TPPO Polri dibentuk pada 5 Juni 2023.")
    assert shown(found, "Formation", "date") == ["2023-06-05"]


@pytest.mark.parametrize(
    ("text", "name", "org"),
    [
        (
            "Dinas Tenaga Kerja NTB menyediakan saluran hotline center sebagai sarana pengaduan.",
            ["saluran hotline center"],
            ["Dinas Tenaga Kerja NTB"],
        ),
        (
            "Kepala BP3MI Riau Surya Adi meluncurkan aplikasi Siap Kerja di Pekanbaru, Senin.",
            ["aplikasi Siap Kerja"],
            ["BP3MI Riau"],
        ),
        ("Pelaku membuka layanan pijat di Batam.", [], []),
        ("PT Samudra Jaya membuka layanan penempatan.", [], []),
        ("BP3MI NTB akan membuka loket khusus di Praya.", [], []),
    ],
)
def test_a_service_that_an_agency_opens(text: str, name: list[str], org: list[str]) -> None:
    found = read(text)
    assert shown(found, "Programme", "name") == name
    assert shown(found, "Programme", "ledBy") == org
