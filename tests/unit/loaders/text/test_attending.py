"""Who gathered, who led, who came too; and to which group somebody belongs."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")


@pytest.mark.parametrize(
    ("text", "parties", "led"),
    [
        (
            "Rapat koordinasi yang dipimpin Bupati Belu Rofinus Manek di Atambua, Rabu "
            "(12/11/2025), turut dihadiri BP3MI NTT dan Polres Belu.",
            {"Rofinus Manek", "BP3MI Nusa Tenggara Timur", "Polres Belu"},
            ["Rofinus Manek"],
        ),
        (
            "Bupati Belu Rofinus Manek memimpin rapat evaluasi bersama Polres Belu di Atambua, "
            "Rabu (12/11/2025). Hadir pula Kepala BP3MI NTT Dewi Lasut.",
            {"Rofinus Manek", "Polres Belu", "Dewi Lasut"},
            ["Rofinus Manek"],
        ),
    ],
)
def test_who_met(text: str, parties: set[str], led: list[str]) -> None:
    found = read(text)
    assert parties <= set(shown(found, "Meeting", "party"))
    assert shown(found, "Meeting", "ledBy") == led
    assert shown(found, "Meeting", "date") == ["2025-11-12"]


def test_who_stood_beside_at_a_press_conference() -> None:
    found = read(
        '"Dua orang kami tahan," kata Kapolres Belu AKBP Joni Lema dalam jumpa pers di Atambua, '
        "Rabu (12/11/2025). Joni didampingi Kasat Reskrim AKP Rudi Salim."
    )
    assert set(shown(found, "SpeechEvent", "party")) == {"Joni Lema", "Rudi Salim"}
    assert shown(found, "SpeechEvent", "date") == ["2025-11-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Polda NTT akan menggelar rapat bersama BP3MI NTT di Kupang, Rabu (26/11/2025).",
        "Bupati Belu Rofinus Manek tidak hadir dalam rapat dengan DPRD Belu, Rabu (12/11/2025).",
        "AB dan CD mengaku berkenalan dalam pertemuan di Batam, Rabu (12/11/2025).",
        "Setiap rapat bersama Polda NTT di Kupang selalu membahas hal itu.",
    ],
)
def test_what_is_no_gathering(text: str) -> None:
    assert shown(read(text), "Meeting", "date") == []


@pytest.mark.parametrize(
    ("text", "member", "group"),
    [
        (
            "Menurut Nurhayati Salim dari Yayasan Cahaya Timur, laporan itu lambat.",
            "Nurhayati Salim",
            "Yayasan Cahaya Timur",
        ),
        (
            "Peneliti Universitas Nusa Cendana, Yulius Bani, menilai hal itu lambat.",
            "Yulius Bani",
            "Universitas Nusa Cendana",
        ),
        (
            "Hal itu dibenarkan staf PT Karya Insan Global bernama Linda Kusuma.",
            "Linda Kusuma",
            "PT Karya Insan Global",
        ),
        (
            "Santi Wulandari, pengacara dari LBH Kupang, mendatangi Polres Sikka.",
            "Santi Wulandari",
            "LBH Kupang",
        ),
    ],
)
def test_who_belongs(text: str, member: str, group: str) -> None:
    found = read(text)
    assert shown(found, "Membership", "member") == [member]
    assert shown(found, "Membership", "organization") == [group]


@pytest.mark.parametrize(
    "text",
    [
        "Kepada petugas BP3MI Kepri, Rudi Hartono mengaku membayar.",
        "Ia dijemput anggota Polres Belu, Rudi Hartono, di rumahnya.",
        "Mantan peneliti Universitas Nusa Cendana, Yulius Bani, menilai hal itu lambat.",
        "Acara dihadiri Kepala BP3MI NTT Dewi Lasut, perwakilan Polres Belu, dan warga.",
    ],
)
def test_who_belongs_to_nothing(text: str) -> None:
    assert shown(read(text), "Membership", "member") == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Ketua Serikat Buruh Migran Nusantara Dewi Larasati mendesak polisi.",
            "Ketua Serikat Buruh Migran Nusantara",
        ),
        (
            "Direktur Yayasan Pulih Bangsa Rina Astuti menilai hal itu lambat.",
            "Direktur Yayasan Pulih Bangsa",
        ),
    ],
)
def test_whose_post_stands_before_the_group(text: str, post: str) -> None:
    found = read(text)
    assert shown(found, "PositionHolding", "post") == [post]
    assert len(shown(found, "Statement", "speaker")) == 1


def test_a_group_keeps_its_whole_name() -> None:
    found = read("Direktur Yayasan Arjuna Wijaya mendesak polisi bertindak.")
    assert shown(found, "CivilSocietyOrganization", "name") == ["Yayasan Arjuna Wijaya"]
