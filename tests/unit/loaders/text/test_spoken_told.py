"""Who speaks, when and where, told before, behind and in a sentence of its own."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")
DAY = "2025-11-18"


@pytest.mark.parametrize(
    "text",
    [
        '"Kami masih menunggu laporan itu," kata Kepala BP3MI Bali, Made Sudarta, saat dihubungi '
        "dari Medan, Selasa (18/11/2025).",
        '"Kami masih menunggu laporan itu," ujar Kepala BP3MI Bali, Made Sudarta, kepada Tribun '
        "Bali, Selasa (18/11/2025).",
        "Dalam keterangan tertulis yang diterima Antara di Jakarta, Selasa (18/11/2025), Kepala "
        "BP3MI Bali Made Sudarta menyatakan jumlahnya bertambah.",
        "Kepala BP3MI Bali, Made Sudarta, ditemui di ruang kerjanya, Selasa (18/11/2025), tak "
        "menampik kabar itu.",
        "Lembaga itu tidak pernah ada, beber Kepala BP3MI Bali, Made Sudarta, Selasa (18/11/2025).",
        "Kepala BP3MI Bali Made Sudarta membenarkan kabar itu. Pernyataan tersebut dilontarkan di "
        "Denpasar, Selasa (18/11/2025).",
        "Sebanyak 40 petugas dikerahkan, demikian Kepala BP3MI Bali Made Sudarta, Selasa "
        "(18/11/2025).",
        "''Kami masih menunggu laporan itu,'' kata Kepala BP3MI Bali Made Sudarta, Selasa "
        "(18/11/2025).",
    ],
)
def test_the_day_of_speaking(text: str) -> None:
    found = read(text)
    assert set(shown(found, "Statement", "speaker")) == {"Made Sudarta"}
    assert shown(found, "Statement", "date") == [DAY]


def test_the_place_behind_the_day() -> None:
    found = read(
        '"Terbanyak di Tabanan," rinci Kepala BP3MI Bali, Made Sudarta, Selasa (18/11/2025), di '
        "Denpasar."
    )
    assert shown(found, "Statement", "spokenAt") == ["Kota Denpasar"]


@pytest.mark.parametrize(
    "text",
    [
        "Senin lalu (10/11/2025), kata Made Sudarta, ibu korban datang menangis ke kantornya.",
        "Pada 2 November 2025, Made Sudarta mengaku didatangi dua orang.",
        "Made Sudarta mengatakan rumah itu dikontrak sejak 3 Mei 2025.",
    ],
)
def test_the_day_of_what_is_told(text: str) -> None:
    assert shown(read(text), "Statement", "date") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kades Sukaraja, Nana Kosim (51), mengaku tak pernah menandatangani surat.", "Nana Kosim"),
        (
            "Anggota Komisi IX DPR, Edi Wuryan, membuka kotak aduan di Grobogan. "
            '"Gratis, tidak dipungut biaya sama sekali," ia menegaskan.',
            "Edi Wuryan",
        ),
        (
            "Posisi tawar pekerja lemah, kata pengamat ketenagakerjaan dari Universitas Gadjah "
            "Mada, Taufik Nurhakim, di Yogyakarta.",
            "Taufik Nurhakim",
        ),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    assert set(shown(read(text), "Statement", "speaker")) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            '"Ini bukan yang pertama," kata aktivis Migrant Care Hani Hidayati, Selasa.',
            "Hani Hidayati",
        ),
        (
            '"Kami minta keadilan", ujar kuasa hukum keluarga korban, Eko Prasetyo, Selasa.',
            "Eko Prasetyo",
        ),
        (
            "Kapolres Sambas melalui Kasat Reskrim Iptu Rahmad Kartono menjelaskan kasus itu.",
            "Rahmad Kartono",
        ),
        (
            "Ketua DPRD Bali, Sri Utari, menyesalkannya. Politikus itu menilai ada yang salah.",
            "Sri Utari",
        ),
        (
            "Atase Ketenagakerjaan KBRI Riyadh, Suseno Hadi, dihubungi dari Jakarta, Selasa, "
            "membenarkannya.",
            "Suseno Hadi",
        ),
    ],
)
def test_who_speaks_for_whom(text: str, speaker: str) -> None:
    assert set(shown(read(text), "Statement", "speaker")) == {speaker}


def test_the_day_between_commas() -> None:
    found = read("Ketua LPSK Antoni Wibowo mengatakan, Selasa, pihaknya melindungi korban itu.")
    assert shown(found, "Statement", "date") == [DAY]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Direktur Intelkam Polda Bali, Kombes Made Sudarta di Denpasar mengatakan pelaku lari "
            "ke hutan sebelum petugas tiba.",
            "pelaku lari ke hutan sebelum petugas tiba",
        ),
        (
            "Petugas Satgas Bandara Ngurah Rai, Made Sudarta yang dihubungi di Denpasar, Selasa "
            "(18/11/2025) mengatakan mereka hendak ke Malaysia.",
            "mereka hendak ke Malaysia",
        ),
        (
            "Kepala BP3MI Bali Made Sudarta hadir. Made beberkan bahwa pelaku kabur.",
            "pelaku kabur",
        ),
    ],
)
def test_what_stands_between_a_name_and_its_verb(text: str, said: str) -> None:
    found = read(text)
    assert shown(found, "Statement", "speaker") == ["Made Sudarta"]
    assert shown(found, "Statement", "statementText") == [said]


def test_whose_work_is_praised() -> None:
    found = read(
        "Kepala BP3MI Bali Made Sudarta menyampaikan apresiasi atas komitmen Polda Bali "
        "memberantas sindikat itu."
    )
    assert shown(found, "Statement", "supports") == ["Kepolisian Daerah Bali"]


@pytest.mark.parametrize(
    ("text", "topic", "about"),
    [
        (
            "Polda Bali menangkap tiga perekrut dalam kasus TPPO di Denpasar, Selasa (18/11/2025).",
            ["tppo"],
            ["Penangkapan tiga perekrut"],
        ),
        ("Kementerian Pelindungan Pekerja Migran Indonesia pindah kantor.", [], []),
        (
            "Satgas TPPO Polda Bali menangkap 40 tersangka sejak dibentuk 20 Juni 2025.",
            [],
            [],
        ),
    ],
)
def test_what_a_document_without_a_title_is_about(
    text: str, topic: list[str], about: list[str]
) -> None:
    found = read(text)
    assert shown(found, "NewsArticle", "topic") == topic
    assert shown(found, "NewsArticle", "about") == about


def test_what_an_event_is_to_serve() -> None:
    found = read(
        "BP3MI Bali menggelar sosialisasi di Desa Kukuh, Selasa (18/11/2025). Kegiatan ini "
        "bertujuan untuk mencegah perdagangan orang. Melalui kegiatan ini, Kepala BP3MI Bali "
        "Made Sudarta berharap pelindungan pekerja migran menguat."
    )
    assert shown(found, "Outreach", "objective") == ["prevention"]
    assert shown(found, "Outreach", "expectedOutcome") == ["migrant-protection"]


def test_a_broken_line_is_no_quotation_of_who_spoke() -> None:
    found = read("perdagangan orang, dan hilangnya pelindungan,” tegas Made Sudarta.")
    assert shown(found, "Statement", "statementText") == []


def test_a_number_is_nobody_who_is_called_so() -> None:
    found = read(
        "Gugus tugas itu diketuai Wakil Bupati Sikka Yosefa Dua.\n\nAKBP Irman Maulan mengatakan "
        "lima perkara ditangani. Dua sudah dilimpahkan. Ia meminta kepala desa berani melapor."
    )
    assert set(shown(found, "Statement", "speaker")) == {"Irman Maulan"}
