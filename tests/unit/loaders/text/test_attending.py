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


def test_who_came_and_who_held_it_stands_in_the_sentences_behind() -> None:
    found = read(
        "Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Wilayah Bali bekerja sama "
        "dengan Pemerintah Kabupaten Karangasem menggelar sosialisasi migrasi aman di Desa "
        "Sukadana, Senin (4/8/2025). Acara dibuka oleh Plt. Asisten I Pemerintahan dan "
        "Kesejahteraan Rakyat Kabupaten Karangasem, Made Sutama. Turut hadir Kepala BP3MI Bali, "
        "Wayan Karta."
    )
    assert shown(found, "Outreach", "conductedBy") == ["BP3MI Bali"]
    assert shown(found, "Outreach", "party") == [
        "Pemerintah Kabupaten Karangasem",
        "Made Sutama",
        "Wayan Karta",
    ]


def test_a_seminar_of_trafficking_is_outreach_whatever_its_title() -> None:
    found = read(
        "Fakultas Hukum Universitas Katolik Soegija (Unsog) Semarang menggelar seminar nasional "
        'bertema "Stop Perdagangan Orang di Kota Kita", pada Jumat, 1 Agustus 2025 di Aula St. '
        "Lukas Kampus Bendan, Semarang. Seminar ini menghadirkan dua narasumber, yakni Kombes "
        "Pol. Petrus Nainggolan, dan Dwi Witarti, S.H., M.H. (Dosen FH Unsog)."
    )
    assert shown(found, "Outreach", "date") == ["2025-08-01"]
    assert shown(found, "Outreach", "occurredAt")[:1] == ["Aula St. Lukas Kampus Bendan"]
    assert shown(found, "Outreach", "party") == ["Petrus Nainggolan", "Dwi Witarti"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kanit PPA Polres Kendal menjadi narasumber dalam kegiatan sosialisasi pencegahan tindak "
         "pidana perdagangan orang yang digelar di Balai Desa Sukorejo, pada Jumat (1/8/2025). "
         "Kegiatan yang diinisiasi oleh Dinas Sosial Kabupaten Kendal ini dihadiri puluhan warga.",
         "Desa Sukorejo"),
        ("Perayaan itu diisi dengan sosialisasi terkait masalah human trafficking pada Jumat, 1 "
         "Agustus 2025. Sosialisasi yang diselenggarakan di Aula Paroki tersebut diikuti pelajar.",
         "Aula Paroki"),
    ],
)  # fmt: skip
def test_outreach_on_which_another_sentence_goes_on(text: str, place: str) -> None:
    found = read(text)
    assert shown(found, "Outreach", "date") == ["2025-08-01"]
    assert shown(found, "Outreach", "occurredAt") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "PT Arum Jaya menggelar seminar bisnis di Semarang, Senin (4/8/2025).",
        "Dinas Sosial Kabupaten Kendal akan menggelar seminar TPPO di Kendal, Senin (25/8/2025).",
        "Menteri P2MI Budi Santoso akan melakukan sidak ke Pelabuhan Harbour Bay, Senin "
        "(25/8/2025).",
    ],
)
def test_no_gathering(text: str) -> None:
    found = read(text)
    assert not shown(found, "Outreach", "date")
    assert not shown(found, "Meeting", "date")


def test_an_official_looks_and_two_come_to_an_audience() -> None:
    looked = read(
        "Menteri P2MI Budi Santoso melakukan inspeksi mendadak (sidak) ke Pelabuhan Internasional "
        "Harbour Bay, Kamis (7/8/2025)."
    )
    assert shown(looked, "Meeting", "conductedBy") == ["Budi Santoso"]
    assert shown(looked, "Meeting", "occurredAt") == ["Pelabuhan Internasional Harbour Bay"]
    assert not shown(looked, "Raid", "date")
    met = read(
        "Kepala BP3MI Riau, Tono Prakoso, bersama Kepala Dinas Tenaga Kerja Kabupaten Siak, Edi "
        "Wirawan, melakukan audiensi di Pendopo Bupati, Rabu (6/8/2025)."
    )
    assert shown(met, "Meeting", "party") == ["Tono Prakoso", "Edi Wirawan"]
    assert shown(met, "Meeting", "occurredAt") == ["Pendopo Bupati"]


def test_what_is_talked_of_is_not_formed_yet() -> None:
    found = read(
        "Pemerintah Kota Tegal melalui Dinas Pemberdayaan Desa dan Warga (DPDW) menggelar Rapat "
        "Koordinasi Pembentukan Gugus Tugas Pencegahan TPPO di Hotel Bahari Inn, Kamis (7/8/2025)."
    )
    assert not shown(found, "Formation", "date")
    assert shown(found, "Meeting", "conductedBy") == ["Pemerintah Kota Tegal"]
    assert shown(found, "Meeting", "date") == ["2025-08-07"]


def test_who_is_heard_by_a_commission() -> None:
    found = read(
        "Hal itu disampaikan Ketua Komisi IX DPR RI Dewi Rahma saat memimpin Rapat Dengar Pendapat "
        "(RDP) dengan Kepala BP2MI Benny Rustandi di Gedung DPR RI, Jakarta, Senin (4/8/2025)."
    )
    assert {"Dewi Rahma", "Benny Rustandi"} <= set(shown(found, "Meeting", "party"))
    assert not shown(found, "Organization", "name")


def test_who_came_to_outreach_that_others_held() -> None:
    found = read(
        "Bupati Kendal diwakili Asisten I Sutarto menghadiri kegiatan sosialisasi pencegahan "
        "pekerja migran nonprosedural yang digelar oleh Dinas Sosial Kabupaten Kendal, bertempat "
        "di aula Hotel Bahari, Selasa (5/8/2025)."
    )
    assert shown(found, "Outreach", "conductedBy") == ["Dinas Sosial Kabupaten Kendal"]
    assert shown(found, "Outreach", "party") == ["Sutarto"]
    assert shown(found, "Outreach", "occurredAt") == ["Hotel Bahari"]


def test_the_year_of_a_rule_is_no_day_of_a_meeting() -> None:
    found = read(
        "Polda Riau menggelar Rapat Koordinasi Bulanan Satgas TPPO sekaligus sosialisasi Peraturan "
        "Tahun 2025. Kegiatan ini berlangsung di Gedung Lancang, Senin (4/8/2025)."
    )
    assert shown(found, "Meeting", "date") == ["2025-08-04"]


def test_what_is_held_is_nobody() -> None:
    found = read(
        "BP3MI Jawa Barat menyelenggarakan kegiatan perdana Penyuluhan Substansi Peraturan Hukum "
        "di Kecamatan Juntinyuat, Kamis (7/8/2025)."
    )
    assert shown(found, "Outreach", "conductedBy") == ["BP3MI Jawa Barat"]
    assert not shown(found, "Organization", "name")


def test_who_held_a_press_conference_and_stood_beside() -> None:
    found = read(
        "Kapolres Belu AKBP Joni Lema menggelar konferensi pers di Mapolres Belu, Rabu "
        "(12/11/2025), didampingi Kompol Rudi Salim dan H. Karim Wadu."
    )
    assert shown(found, "SpeechEvent", "conductedBy") == ["Joni Lema"]
    assert shown(found, "SpeechEvent", "occurredAt") == ["Mapolres Belu"]
    # A rank tells of an office, a form of honour does not.
    assert set(shown(found, "SpeechEvent", "party")) == {"Joni Lema", "Rudi Salim"}


@pytest.mark.parametrize(
    ("where", "shown_as"),
    [
        ("di ruang rapat BP3MI NTT", "ruang rapat BP3MI NTT"),
        ("di Polda NTT", "Polda NTT"),
        ("di Ditreskrimum Polda NTT", "Ditreskrimum Polda NTT"),
    ],
)
def test_an_office_is_where_they_met(where: str, shown_as: str) -> None:
    found = read(f"Polres Belu menggelar rapat koordinasi {where}, Rabu (12/11/2025).")
    assert shown(found, "Meeting", "occurredAt") == [shown_as]


@pytest.mark.parametrize("noun", ["FGD", "Rapat", "Pertemuan"])
def test_who_came_to_what_was_told_before(noun: str) -> None:
    what = {"FGD": "FGD", "Rapat": "rapat koordinasi", "Pertemuan": "pertemuan"}[noun]
    found = read(
        f"Polres Belu menggelar {what} di Hotel Timor, Rabu (12/11/2025). {noun} itu dihadiri "
        "BP3MI NTT dan Kejari Belu."
    )
    assert {"BP3MI Nusa Tenggara Timur", "Kejari Belu"} <= set(shown(found, "Meeting", "party"))


@pytest.mark.parametrize(
    "text",
    [
        "Kantor Imigrasi Atambua menggelar sosialisasi pencegahan TPPO kepada 85 pelajar, Rabu "
        "(12/11/2025).",
        "Kantor Imigrasi Atambua menggelar sosialisasi pencegahan TPPO di Hotel Timor, Rabu "
        "(12/11/2025). Kegiatan ini diikuti 85 pelajar.",
    ],
)
def test_how_many_took_part(text: str) -> None:
    found = read(text)
    assert shown(found, "Count", "countOf") == ["Sosialisasi Kantor Imigrasi Atambua"]


def test_who_led_and_saw_a_declaration() -> None:
    found = read(
        "Polres Belu dan Pemkab Belu mendeklarasikan gerakan anti-TPPO di Atambua, Rabu "
        "(12/11/2025). Deklarasi dipimpin Bupati Belu Rofinus Manek, diikuti Kejari Belu, dan "
        "disaksikan Kepala BP3MI NTT Dewi Lasut."
    )
    assert shown(found, "Declaration", "ledBy") == ["Rofinus Manek"]
    assert "Kejari Belu" in shown(found, "Declaration", "party")
    assert shown(found, "Declaration", "witness") == ["Dewi Lasut"]


def test_a_declaration_that_goes_on_an_occasion() -> None:
    found = read(
        "Acara dilanjutkan dengan Deklarasi Bersama Cegah TPPO, dipimpin langsung oleh Bupati "
        "Belu Rofinus Manek bersama jajaran Forkopimda."
    )
    assert shown(found, "Declaration", "ledBy") == ["Rofinus Manek"]


def test_a_meeting_of_a_task_force_forms_none() -> None:
    found = read(
        "Rakor Gugus Tugas TPPO dibuka Bupati Belu Rofinus Manek di Atambua, Rabu (12/11/2025)."
    )
    assert shown(found, "Formation", "resultingOrganization") == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            'Tekad itu diwujudkan melalui kegiatan sosialisasi bertajuk "Cegah TPPO" yang digelar '
            "BP3MI NTT di Hotel Timor, Rabu (12/11/2025).",
            "BP3MI Nusa Tenggara Timur",
        ),
        (
            "Sosialisasi tersebut menyasar 129 kepala desa dan digelar Kantor Imigrasi Atambua, "
            "Rabu (12/11/2025).",
            "Kantor Imigrasi Atambua",
        ),
        ("Kampanye anti-TPPO digelar Polres Belu di Atambua, Rabu (12/11/2025).", "Polres Belu"),
    ],
)
def test_outreach_by_whom(text: str, by: str) -> None:
    found = read(text)
    assert shown(found, "Outreach", "conductedBy") == [by]
    assert shown(found, "Outreach", "date") == ["2025-11-12"]


def test_what_is_done_by_way_of_outreach() -> None:
    found = read(
        "Kantor Imigrasi Atambua terus memperkuat pencegahan TPPO melalui kegiatan sosialisasi di "
        "desa binaan. Kali ini, kegiatan dilaksanakan di Desa Silawan, Kabupaten Belu, Rabu "
        "(12/11/2025)."
    )
    assert shown(found, "Outreach", "conductedBy") == ["Kantor Imigrasi Atambua"]
    assert "Desa Silawan" in shown(found, "Outreach", "occurredAt")
    assert shown(found, "Outreach", "date") == ["2025-11-12"]


def test_who_held_a_meeting_without_a_day() -> None:
    found = read(
        "Rapat yang digagas oleh Dinas Sosial Provinsi NTT itu berlangsung di Aula Kantor Bupati "
        "Belu. Kegiatan berlangsung tiga hari terhitung sejak 12 November 2025."
    )
    assert shown(found, "Meeting", "conductedBy") == ["Dinas Sosial Provinsi NTT"]
    assert shown(found, "Meeting", "date") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rencananya sosialisasi akan digelar di Atambua, Rabu (26/11/2025).",
        "Pencegahan dilakukan melalui sosialisasi di desa-desa, kata Kepala BP3MI NTT Dewi Lasut, "
        "Rabu (12/11/2025).",
    ],
)
def test_no_outreach_in_plans_and_in_general(text: str) -> None:
    assert shown(read(text), "Outreach", "date") == []
