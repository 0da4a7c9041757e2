"""Who holds which post, where names, titles, places and verbs stand in other orders."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        ("Rektor Unpar Prof. Lukas Waluyo mengatakan hal itu.", "Lukas Waluyo – Rektor Unpar"),
        (
            "Ketua RT 07 Kelurahan Sukamaju, Hendra, mengatakan rumah itu kosong.",
            "Hendra – Ketua RT 07 Kelurahan Sukamaju",
        ),
        (
            "Kepala Desa Tanjung Uban, Samsudin, mengaku tidak tahu.",
            "Samsudin – Kepala Desa Tanjung Uban",
        ),
        (
            "Mereka tinggal di Kecamatan Cibarusah. Camat Cibarusah Yayan Supriatna menyesal.",
            "Yayan Supriatna – Camat Cibarusah",
        ),
        (
            "Duta Besar RI untuk Kerajaan Yordania merangkap Palestina, Wahid Karim, hadir.",
            "Wahid Karim – Duta Besar RI Yordania Palestina",
        ),
        (
            "Staf Khusus Menteri P2MI Bidang Hukum dan Investigasi, Rosa Amelia, membenarkannya.",
            "Rosa Amelia – Staf Khusus Menteri P2MI",
        ),
        (
            "Danpomal Lantamal XIII Tarakan Kolonel Laut (PM) Haris Budiman menolak menjawab.",
            "Haris Budiman – Danpomal Lantamal XIII Tarakan",
        ),
        (
            "Presiden Direktur PT Nusa Insan Prima, Markus Tanoto, menolak tuduhan itu.",
            "Markus Tanoto – Presiden Direktur PT Nusa Insan Prima",
        ),
        (
            "Iptu Yusak Beni kini menjabat Kasat Reskrim Polres Alor.",
            "Yusak Beni – Kasat Reskrim Polres Alor",
        ),
        (
            "Jabatan Kapolsek Nongsa kini dijabat Kompol Rio Ginting.",
            "Rio Ginting – Kapolsek Nongsa",
        ),
        (
            "Komjen Pol Agus Wibawa, yang lama memimpin Polda Riau, dilantik menjadi Direktur "
            "Jenderal Pelindungan KP2MI.",
            "Agus Wibawa – Direktur Jenderal Pelindungan KP2MI",
        ),
    ],
)  # fmt: skip
def test_a_post_has_its_holder(text: str, holding: str) -> None:
    found = read(text)
    captions = [e.caption for e in found.entities if e.cls == "PositionHolding"]
    assert captions == [holding]


def test_since_when_a_post_is_held() -> None:
    found = read("Ahmad Saleh dilantik menjadi Kepala Dinas Sosial Kabupaten Belu pada 3 Mei 2025.")
    assert shown(found, "PositionHolding", "startDate") == ["2025-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso akan dilantik menjadi Kepala BP3MI Jambi.",
        "Budi Santoso pernah menjabat Kepala BP3MI Jambi.",
        "Tersangka Budi Santoso mengaku menjabat Kepala BP3MI Jambi.",
    ],
)
def test_a_post_that_is_not_held(text: str) -> None:
    assert shown(read(text), "PositionHolding", "holder") == []


def test_a_foreign_minister_holds_no_post_of_ours() -> None:
    found = read("Menteri Tenaga Kerja Yordania, Khalid Bakri, menyambutnya.")
    assert shown(found, "PositionHolding", "holder") == ["Khalid Bakri"]
    assert shown(found, "Position", "postIn") == []


@pytest.mark.parametrize("word", ["Gedung Rektorat", "Menara Bakti", "Istana Kepresidenan"])
def test_a_building_is_no_person(word: str) -> None:
    found = read(f"Acara berlangsung di {word}, Jakarta, Selasa.")
    assert [e.cls for e in found.entities if e.caption == word] == ["Premises"]


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        (
            "Pelaksana tugas Kepala BP3MI Jambi Rudi Hartono menolak menjawab.",
            "Rudi Hartono – Pelaksana tugas Kepala BP3MI Jambi",
        ),
        (
            "Direktur Pelindungan WNI Kementerian Luar Negeri (Kemlu) RI Galih Pranowo menolak.",
            "Galih Pranowo – Direktur Pelindungan WNI Kementerian Luar Negeri",
        ),
        (
            "Direktur Perlindungan Warga Negara Indonesia (PWNI) dan Bantuan Hukum Kementerian "
            "Luar Negeri (Kemlu) RI, Galih Pranowo, menolak menjawab.",
            "Galih Pranowo – Direktur Perlindungan Warga Negara Indonesia (PWNI) dan Bantuan Hukum "
            "Kementerian Luar Negeri",
        ),
        (
            "Komisioner Komnas HAM RI Hari Pranowo menolak menjawab.",
            "Hari Pranowo – Komisioner Komnas HAM RI",
        ),
        (
            "Galih Pranowo, Ketua Umum SBMI menyebutkan hal itu.",
            "Galih Pranowo – Ketua Umum SBMI",
        ),
        (
            '"Itu memalukan," beber Yohanes Lado, Ketua Dewan Pembina Padma Indonesia di Jakarta, '
            "Kamis (7/8/2025).",
            "Yohanes Lado – Ketua Dewan Pembina Padma Indonesia",
        ),
        (
            "Kepala Balai Pelayanan Perlindungan Pekerja Migran Indonesia (BP3MI) NTT Yohanes Lado "
            "menolak menjawab.",
            "Yohanes Lado – Kepala Balai Pelayanan Perlindungan Pekerja Migran Indonesia (BP3MI) "
            "NTT",
        ),
        (
            "Kepala Kantor Imigrasi Kelas 1 Khusus Surabaya Yusriadi menolak menjawab.",
            "Yusriadi – Kepala Kantor Imigrasi Kelas 1 Khusus Surabaya",
        ),
        (
            "Menteri Luar Negeri RI Suryono menolak menjawab.",
            "Suryono – Menteri Luar Negeri RI",
        ),
        (
            "Dandim 1605/Belu Letkol Arh Suhardi menolak menjawab.",
            "Suhardi – Dandim Belu",
        ),
        (
            "Dekan Fakultas Hukum Universitas Nusa Cendana, Yosef Asa, menolak menjawab.",
            "Yosef Asa – Dekan Fakultas Hukum Universitas Nusa Cendana",
        ),
        (
            "Ketua Satgas TPPO Polda Riau adalah Kombes Asep Darmawan.",
            "Asep Darmawan – Ketua Satgas TPPO Polda Riau",
        ),
        (
            "Perdana Menteri Malaysia Rahman Ibrahim menolak menjawab.",
            "Rahman Ibrahim – Perdana Menteri Malaysia",
        ),
    ],
)
def test_more_posts(text: str, holding: str) -> None:
    captions = [e.caption for e in read(text).entities if e.cls == "PositionHolding"]
    assert captions == [holding]


def test_words_of_an_office_are_nobody() -> None:
    found = read("Romo Paskal, Ketua Komisi Keadilan Perdamaian Keuskupan Ruteng, hadir.")
    assert "Keadilan Perdamaian" not in [e.caption for e in found.entities]


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        (
            "Direktur Pelindungan Warga Negara Indonesia (WNI) dan Badan Hukum Indonesia (BHI) "
            "Kemlu RI, Surya Nugroho, mengatakan hal itu.",
            "Surya Nugroho – Direktur Pelindungan Warga Negara Indonesia (WNI) dan Badan Hukum "
            "Indonesia (BHI) Kemlu RI",
        ),
        (
            "Dirjen Pembinaan Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja (Binapenta "
            "dan PKK), Kemnaker, Suharso, mengatakan hal itu.",
            "Suharso – Dirjen Pembinaan Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja "
            "(Binapenta dan PKK) Kemnaker",
        ),
        (
            "Irjen Pol Darman S Purba, Plt. Deputi Bidkoor Kamtibmas Kemenko Polkam menyampaikan "
            "bahwa revisi berjalan.",
            "Darman S Purba – Plt. Deputi Bidkoor Kamtibmas Kemenko Polkam",
        ),
        (
            "Menteri Pelindungan Pekerja Migran Indonesia (P2MI) RI, Abdul Kasim Kadri, menilai "
            "hal itu baik.",
            "Abdul Kasim Kadri – Menteri Pelindungan Pekerja Migran Indonesia",
        ),
    ],
)
def test_offices_with_short_forms_in_brackets(text: str, holding: str) -> None:
    found = read(text)
    assert [e.caption for e in found.entities if e.cls == "PositionHolding"] == [holding]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Acara digelar di Kantor Gubernur Jambi, Telanaipura, Senin (4/8/2025).", "Telanaipura"),
        ("Warga Desa Sukorejo hadir. Ikut hadir Babinsa Sukorejo dan Camat Weleri.", "Sukorejo"),
        ("Rektor Unmul, Prof. Dr. H. Budi Wahono, M.Ag., dan Kepala Bappeda hadir.", "M.Ag"),
        ("Materi dibawakan Direktur Pelindungan BP2MI Bpk. Didik Pujianto.", "Bpk"),
        ("Bupati Buton Utara, La Ode Darwin, membuka rapat.", "Darwin"),
    ],
)
def test_houses_villages_and_degrees_are_nobody(text: str, nobody: str) -> None:
    assert nobody not in shown(read(text), "Person", "name")


def test_short_forms_of_a_ministry_and_members_of_a_commission() -> None:
    found = read(
        "Kementerian Perlindungan Pekerja Migran Indonesia (PPMI) hadir. Hal itu dikatakan anggota "
        "Komisi IX DPR RI, Heri Kusnadi, di Serang. Menteri PPMI Budi Santoso setuju."
    )
    assert "Kementerian Pelindungan Pekerja Migran Indonesia" in shown(found, "Position", "postIn")
    assert shown(found, "Membership", "member") == ["Heri Kusnadi"]
