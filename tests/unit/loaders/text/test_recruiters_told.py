"""Who did what to whom among recruiters, brokers and companies, told in many ways."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader

read = reader("2025-08-06")

_ENDS = {
    "CaseRole": ("roleHolder", "role"),
    "BrokerRole": ("roleHolder", "role"),
    "Recruitment": ("recruiter", "recruit"),
    "Transporting": ("transporter", "transported"),
    "Harbouring": ("harbourer", "harboured"),
    "Association": ("associate", "associatedWith"),
    "Brokerage": ("broker", "principal"),
    "Communication": ("caller", "callee"),
    "FamilyRelation": ("relative", "relativeOf"),
    "Directorship": ("director", "directedCompany"),
    "Ownership": ("owner", "asset"),
    "Membership": ("member", "organization"),
    "AddressUse": ("occupant", "premises"),
    "BusinessLink": ("businessSource", "businessTarget"),
    "PositionHolding": ("holder", "post"),
}


def told(found: Extraction, *classes: str) -> set[str]:
    """Return relations as ``Class: one - other``, of all classes or of some."""
    entities = {entity.id: entity for entity in found.entities}
    made = set()
    for entity in found.entities:
        if entity.cls not in _ENDS or (classes and entity.cls not in classes):
            continue
        ends = [
            entities[c.value].caption if c.value in entities else c.value
            for prop in _ENDS[entity.cls]
            for c in found.claims
            if c.subject == entity.id and c.property == prop
        ]
        made.add(f"{entity.cls}: {' - '.join(ends)}")
    return made


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Penyidik membagi peran para tersangka. LH dan BR bertindak selaku pencari calon "
         "pekerja, adapun CW menjadi penyandang dana.",
         {"LH - recruiter", "BR - recruiter", "CW - financier"}),
        ("Ketiga tersangka punya peran berbeda: Wahab penjemput, Salim tekong, dan Mustari yang "
         "menampung para korban di Sebatik.",
         {"Wahab - transporter", "Salim - boat-skipper", "Mustari - harbourer"}),
        ("Yang bertindak sebagai koordinator di Lampung adalah Hendra Saputra.",
         {"Hendra Saputra - coordinator"}),
        ("Kapolda menyebut otak pelaku adalah JT, warga asing yang mengendalikan operasi.",
         {"JT - coordinator"}),
        ("Komplotan pengirim TKI ilegal itu dipimpin Ridwan Sobari.",
         {"Ridwan Sobari - coordinator"}),
        ("Sosok di balik jaringan ini tak lain Samsul Huda.", {"Samsul Huda - coordinator"}),
        ("Surat keterangan kerja palsu itu dibuat oleh Bambang Sutejo di warnetnya.",
         {"Bambang Sutejo - document-forger"}),
        ("Adapun uang untuk paspor palsu itu berasal dari kantong Ratih Dewi.",
         {"Ratih Dewi - financier"}),
        ("Para korban lalu diserahkan kepada Indira Putri (33) untuk ditampung.",
         {"Indira Putri - harbourer"}),
        ("Selain sebagai perekrut, Nuraini juga menyediakan rumahnya untuk menampung korban.",
         {"Nuraini - recruiter", "Nuraini - harbourer"}),
        ("Polisi menangkap Nasir Ahmad. Perannya menyediakan rumah penampungan bagi calon PMI.",
         {"Nasir Ahmad - harbourer"}),
        ("Rekrutmen ilegal diserahkan kepada Maya Lestari, sedangkan keberangkatan korban "
         "ditangani Ferdi Hasan.", {"Maya Lestari - recruiter", "Ferdi Hasan - coordinator"}),
        ("Peran mereka:\n- Fitria (40): mencari dan membujuk calon PMI\n- Nasution (44): sopir",
         {"Fitria - recruiter", "Nasution - transporter"}),
        ("Oknum polisi berinisial RS diduga menerima setoran tiap kapal berangkat.",
         {"RS - official-involved"}),
        ("Korban dijemput agen dari Hebei, Wang Jun.", {"Wang Jun - transporter"}),
    ],
)  # fmt: skip
def test_parts(text: str, parts: set[str]) -> None:
    found = {one.partition(": ")[2] for one in told(read(text), "CaseRole", "BrokerRole")}
    assert found == parts


@pytest.mark.parametrize(
    "text",
    [
        "Erna Wati mengantar korban ke pelabuhan tanpa tahu tujuan mereka.",
        "Terdakwa Lince Taneo bukan perekrut, melainkan sesama korban.",
        "Polisi menjemput HW (51), pemilik sebuah lembaga pelatihan, untuk diperiksa.",
        "HW (51), pemilik sebuah lembaga pelatihan, dijemput penyidik.",
        "Calo pada umumnya berperan sebagai perekrut, kata peneliti Migrant CARE, Dewi Ayu.",
        "Waspadai calo yang mengaku bernama Hendra Wijaya.",
        "Petugas menyita mesin 200 PK yang mengangkut 36 calon PMI.",
        "Rencananya, para calon pekerja itu akan dijemput seorang bernama Mulyono Adi.",
    ],
)
def test_who_played_no_part(text: str) -> None:
    assert told(read(text), "CaseRole", "BrokerRole", "Transporting") == set()


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Perekrutan 18 calon pekerja itu dilakukan oleh PT Mandiri Abadi tanpa izin.",
         {"Recruitment: PT Mandiri Abadi - 18 calon pekerja migran"}),
        ("Sekitar 20 warga Sukabumi dikirim ke Libya oleh Siti Aminah pada Februari 2024.",
         {"Transporting: Siti Aminah - 20 warga"}),
        ("Tersangka Ujang Saeful ditangkap. Belakangan, 15 warga sudah ia setorkan ke agensi.",
         {"Recruitment: Ujang Saeful - 15 warga"}),
        ("Rombongan berjumlah 13 orang tiba di Dumai. Khairul Anam menyembunyikan mereka di "
         "kebun karet.", {"Harbouring: Khairul Anam - 13 orang"}),
        ("Perusahaan itu secara resmi menempatkan 310 pekerja.", set()),
        ("Polisi mengamankan tiga orang, yaitu Agus, Beni, dan Veronika Luruk, yang menampung "
         "mereka.", set()),
    ],
)  # fmt: skip
def test_deeds_on_a_counted_group(text: str, deeds: set[str]) -> None:
    assert told(read(text), "Recruitment", "Transporting", "Harbouring") == deeds


def test_where_and_when_a_deed_was() -> None:
    found = read(
        "Tersangka Yopi Lende membawa 3 remaja dari Atambua ke Surabaya pada 12 September 2024."
    )
    values = {c.property: c.value for c in found.claims if "transporting" in c.subject}
    assert values["date"] == "2024-09-12"
    assert {"origin", "destination"} <= set(values)


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Tersangka Basri mengaku disuruh seorang pria bernama Zulkarnain untuk menjemput "
         "korban.", {"Association: Basri - Zulkarnain"}),
        ("Atas permintaan Rosa Linda, tersangka Budi Santosa mencetak buku nikah palsu.",
         {"Association: Budi Santosa - Rosa Linda"}),
        ("Tersangka Jufri ditangkap di Makassar. Kaki tangannya di Nunukan, Bakri, masih diburu.",
         {"Association: Bakri - Jufri"}),
        ("Tersangka Lestari mempertemukan korban dengan Agus Triono di sebuah hotel.",
         {"Association: Lestari - Agus Triono"}),
        ("Jaksa menyebut Herman sebagai orang kepercayaan Lukman.",
         {"Association: Herman - Lukman"}),
        ("Tersangka Rusli menelepon Ari Wibowo agar menyiapkan kapal.",
         {"Communication: Rusli - Ari Wibowo"}),
        ("Tersangka Suwarno merupakan sponsor PT Elang Samudra.",
         {"Brokerage: Suwarno - PT Elang Samudra"}),
        ("PT Amanah Putra menunjuk calo Sugeng sebagai petugas lapangan.", set()),
        ("PT Lintas Jaya menggunakan jasa calo bernama Sukardi untuk menjaring korban.",
         {"Brokerage: Sukardi - PT Lintas Jaya"}),
        ("PT Bumi Citra membantah menunjuk Slamet Riyadi sebagai petugas lapangan.", set()),
        ("Menurut Budi Santosa, rekan Andi Saputra, cuaca di Batam cerah.", set()),
    ],
)  # fmt: skip
def test_who_acted_for_whom(text: str, ties: set[str]) -> None:
    assert told(read(text), "Association", "Brokerage", "Communication") == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Lanny Kusumo menjabat direktur PT Cipta Tenaga sejak 2019, adapun 70 persen saham "
         "dipegang suaminya, Gunawan Halim.",
         {"Directorship: Lanny Kusumo - PT Cipta Tenaga",
          "Ownership: Gunawan Halim - PT Cipta Tenaga",
          "FamilyRelation: Gunawan Halim - Lanny Kusumo"}),
        ("PT Rizki Berkah dicabut izinnya. Perusahaan yang dipimpin Sofyan Tanjung itu bekerja "
         "sama dengan Al Noor Manpower.",
         {"Directorship: Sofyan Tanjung - PT Rizki Berkah",
          "BusinessLink: PT Rizki Berkah - Al Noor Manpower"}),
        ("CV Cahaya Timur, perusahaan milik Anton Susilo, disegel.",
         {"Ownership: Anton Susilo - CV Cahaya Timur"}),
        ("Paspor ditemukan di meja Ningsih Utami, staf administrasi PT Barokah Jaya.",
         {"Membership: Ningsih Utami - PT Barokah Jaya"}),
        ("Mantan direktur PT Maju Terus, Hari Wibowo, kini bertani.", set()),
        ("KM Cahaya Laut 09 yang tenggelam itu milik Acong Tanuwijaya.",
         {"Ownership: Acong Tanuwijaya - KM Cahaya Laut 09"}),
        ("Rumah dua lantai itu disewa tersangka MY (41) sejak Maret 2025.",
         {"AddressUse: MY - Rumah dua lantai"}),
        ("Ruko tempat para korban ditampung itu disewa PT Bahtera Utama.",
         {"AddressUse: PT Bahtera Utama - Ruko"}),
    ],
)  # fmt: skip
def test_firms_houses_and_kin(text: str, ties: set[str]) -> None:
    kinds = ("Directorship", "Ownership", "Membership", "AddressUse", "BusinessLink",
             "FamilyRelation")  # fmt: skip
    assert told(read(text), *kinds) == ties


def test_kin_of_whom_nothing_else_is_told_are_left_alone() -> None:
    found = read("Polisi menetapkan SW (47) sebagai tersangka. Kakaknya, Lasmi Wati, menangis.")
    assert told(found, "FamilyRelation") == set()


def test_names_given_for_a_broker_are_no_victims() -> None:
    found = read("Enam warga menjadi korban perekrutan oleh oknum bernama Cecep Rukmana.")
    assert told(found, "Recruitment") == {"Recruitment: Cecep Rukmana - Enam warga"}


def test_who_is_kin_to_an_official_holds_no_office() -> None:
    found = read("Adik Bupati Karimun, Rahman Hakim, dimintai keterangan.")
    assert told(found, "PositionHolding") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap Arman Daud (28) dan Sukri (33), masing-masing berperan sebagai tekong "
         "dan penjemput.", {"Arman Daud - boat-skipper", "Sukri - transporter"}),
        ("Polisi menangkap AB (28), CD (30) dan EF (33), yang berperan sebagai pengemudi, pengatur "
         "keberangkatan, dan penyedia kapal.", set()),
        ("Tersangka ER (28) dan ES (30) berperan sebagai perekrut sekaligus penampung.",
         {"ER - recruiter", "ER - harbourer", "ES - recruiter", "ES - harbourer"}),
        ("Polisi menangkap AB (28), anak buah kapal itu.", set()),
    ],
)  # fmt: skip
def test_parts_are_shared_out_only_where_the_words_do(text: str, expected: set[str]) -> None:
    made = {one.removeprefix("CaseRole: ") for one in told(read(text), "CaseRole")}
    assert made == expected
