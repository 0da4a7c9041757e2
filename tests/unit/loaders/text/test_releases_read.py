"""Releases of ministries and missions: teams, meetings, promises, ways home, numbers."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-10")
KP2MI = "Kementerian Pelindungan Pekerja Migran Indonesia"


def test_bodies_of_other_states_are_parties() -> None:
    found = read(
        "KP2MI dan Pemerintah Prefektur Ehime menyepakati kerja sama penempatan perawat. Dokumen "
        "diteken Dirjen Penempatan KP2MI Surya Adi bersama Gubernur Tokihiro Nakamura di KBRI "
        "Tokyo, Selasa (6/5/2025)."
    )
    cls = "CooperationAgreement"
    assert set(shown(found, cls, "party")) == {KP2MI, "Pemerintah Prefektur Ehime"}
    assert set(shown(found, cls, "signatory")) == {"Surya Adi", "Tokihiro Nakamura"}
    assert shown(found, cls, "locatedIn") == ["KBRI Tokyo"]
    assert shown(found, cls, "date") == ["2025-05-06"]


def test_two_bodies_joined_are_two() -> None:
    found = read(
        "Kementerian P2MI dan Kementerian Tenaga Kerja Taiwan menandatangani nota kesepahaman di "
        "Jakarta, Senin (5/5/2025). Naskah bernomor MOU-3/P2MI/V/2025 itu berlaku hingga 5 Mei "
        "2030. Turut menyaksikan, Ketua DPRD Jakarta Sinta Maheswari."
    )
    cls = "MemorandumOfUnderstanding"
    assert set(shown(found, cls, "party")) == {KP2MI, "Kementerian Tenaga Kerja Taiwan"}
    assert shown(found, cls, "endDate") == ["2030-05-05"]
    assert shown(found, cls, "witness") == ["Sinta Maheswari"]


def test_a_team_taken_up_by_a_common_noun() -> None:
    found = read(
        "Pemerintah Kabupaten Kendal kini memiliki Satuan Tugas Pencegahan TPPO. Satgas itu "
        "dikukuhkan Bupati Kendal Dyah Kartika di Pendopo Bahurekso, Senin (5/5/2025), melalui "
        "Keputusan Bupati Nomor 45/HK/2025. Satgas beranggotakan 40 orang dari Polres Kendal dan "
        "SBMI. Ketua satgas dipercayakan kepada Kepala Dinas Tenaga Kerja Kendal, Ary Wibowo. "
        "Untuk tahun pertama, pemkab menyediakan anggaran Rp 900 juta dari APBD 2025."
    )
    assert shown(found, "Formation", "resultingOrganization") == ["Satuan Tugas Pencegahan TPPO"]
    assert shown(found, "Formation", "conductedBy") == ["Dyah Kartika"]
    assert shown(found, "Formation", "date") == ["2025-05-05"]
    assert shown(found, "Formation", "number") == ["45/HK/2025"]
    assert shown(found, "TaskForce", "ledBy") == ["Ary Wibowo"]
    assert shown(found, "TaskForce", "amountIdr") == ["900000000"]
    assert "Polres Kendal" in shown(found, "Membership", "member")


@pytest.mark.parametrize(
    "text",
    [
        "Satgas Pelindungan PMI Desa Sukorejo akan dibentuk bulan depan.",
        "Pemkab Blitar berencana membentuk Satgas TPPO.",
        "Dalam nota itu, Pemkab Blitar menyanggupi pembentukan satgas desa paling lambat Juni.",
        "Pembentukan gugus tugas mengacu pada Peraturan Bupati Nomor 12 Tahun 2025.",
    ],
)
def test_no_team_is_formed(text: str) -> None:
    assert shown(read(text), "Formation", "resultingOrganization") == []


def test_a_meeting_told_in_two_sentences() -> None:
    found = read(
        "KP2MI menggelar rapat koordinasi di kantor Kemenko Polkam, Jakarta Pusat, Rabu "
        "(7/5/2025). Rapat dipimpin Irjen Pol Anton Sudirja dan diikuti Polri, PPATK, serta "
        "Ditjen Imigrasi."
    )
    assert shown(found, "Meeting", "occurredAt")[0] == "kantor Kemenko Polkam"
    assert shown(found, "Meeting", "ledBy") == ["Anton Sudirja"]
    assert len(shown(found, "Meeting", "party")) == 4


def test_whom_a_pronoun_met() -> None:
    found = read(
        "Duta Besar RI untuk Malaysia Hermawan Iskandar meminta pembaruan nota kesepahaman. "
        "Permintaan itu disampaikan ketika ia menemui Menteri Sumber Manusia Malaysia, Azlan bin "
        "Yaakob, di Putrajaya, Selasa lalu."
    )
    assert set(shown(found, "Meeting", "party")) == {"Hermawan Iskandar", "Azlan bin Yaakob"}
    assert shown(found, "Meeting", "date") == ["2025-05-06"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "PPATK diminta menyerahkan analisis atas 12 rekening paling lambat 15 Juni.",
            "2025-06-15",
        ),
        ("DPR RI meminta KP2MI menyerahkan rencana aksi sebelum 30 Juni.", "2025-06-30"),
        (
            '"Saya minta camat mendata semua sponsor sebelum akhir Januari," tegas Bupati Kebumen '
            "Lilis Nuryani.",
            "2026-01",
        ),
    ],
)
def test_orders_with_a_deadline(text: str, deadline: str) -> None:
    assert shown(read(text), "Directive", "deadline") == [deadline]


def test_who_is_accused_commits_to_nothing() -> None:
    found = read("Tersangka Dedi berjanji mengembalikan uang korban paling lambat 3 Juni.")
    assert shown(found, "Commitment", "committedParty") == []


def test_a_return_told_in_two_sentences() -> None:
    found = read(
        "Sembilan PMI yang selama ini berlindung di shelter KBRI Amman akhirnya pulang. Dengan "
        "pesawat Etihad mereka tiba di Bandara Soekarno-Hatta kemarin sore dan dijemput tim KP2MI."
    )
    assert shown(found, "Repatriation", "date") == ["2025-05-09"]
    assert shown(found, "Repatriation", "assistedBy") == [KP2MI]


def test_a_flight_from_elsewhere_is_no_origin() -> None:
    found = read(
        "KBRI Yangon memulangkan 92 WNI dari Myawaddy. Rombongan tiba di Bandara Soekarno-Hatta, "
        "Senin (5/5), dengan penerbangan carter dari Bangkok."
    )
    assert shown(found, "Repatriation", "origin") == ["Myawaddy"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Atase KBRI Tokyo Maria Tan menyebut jumlah WNI di Jepang mencapai 190.200 orang.",
         "population-abroad"),
        ("Sekitar 150 ribu pekerja Indonesia tinggal di Hong Kong saat ini.", "population-abroad"),
        ("Shelter KBRI Riyadh masih menampung 57 orang.", "persons-sheltered"),
        ("Sepanjang 2024, BP3MI Banten mencegah 1.046 keberangkatan.", "departures-prevented"),
        ("KBRI Amman mencatat 312 PMI kabur dari majikan sepanjang 2024.", "persons-escaped"),
    ],
)  # fmt: skip
def test_what_numbers_measure(text: str, measure: str) -> None:
    assert shown(read(text), "Count", "measure") == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "PT Arta Jaya menampung 57 orang.",
        "Sebanyak 620 WNI di Kamboja mengadu.",
        "Terdapat 11.400 WNI yang terlibat penipuan, dan sekitar 5.300 di antaranya di Kamboja.",
        "Program itu membiayai pelatihan bahasa untuk 3.000 calon pekerja migran.",
    ],
)
def test_numbers_without_a_measure(text: str) -> None:
    assert shown(read(text), "Count", "measure") == []


def test_so_many_departures_are_no_one_event() -> None:
    found = read("Sepanjang 2024, BP3MI Banten mencegah 1.046 keberangkatan di Bandara Soetta.")
    assert shown(found, "Interception", "date") == []


def test_money_for_a_programme() -> None:
    found = read(
        "Pemerintah Provinsi Jawa Timur mengalokasikan Rp 48 miliar dalam APBD 2025 bagi program "
        "Jatim Siap Kerja Dunia."
    )
    assert shown(found, "Programme", "name") == ["Jatim Siap Kerja Dunia"]
    assert shown(found, "Programme", "amountIdr") == ["48000000000"]
    assert shown(found, "Programme", "ledBy") == ["Pemerintah Provinsi Jawa Timur"]


def test_money_of_a_culprit_is_for_no_programme() -> None:
    assert (
        shown(read("Pelaku menyiapkan Rp 50 juta untuk biaya paspor."), "Programme", "name") == []
    )
