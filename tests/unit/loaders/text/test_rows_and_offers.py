"""People in rows, names beside common words, visits told by noun, and pay in spoken words."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-18")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Polisi menangkap Dedi Syahrul (31) dan Novi Anggun (26) di Medan.",
         ["Dedi Syahrul", "Novi Anggun"]),
        ("Polisi menangkap Dedi Syahrul (31), Novi Anggun (26), serta Rudi Harto (40).",
         ["Dedi Syahrul", "Novi Anggun", "Rudi Harto"]),
        ("Suryadi (41) dan Nurlela (36) ditangkap di Medan.", ["Nurlela", "Suryadi"]),
        ("Polisi menangkap dua orang, yakni Dedi Syahrul (31) dan Novi Anggun (26).",
         ["dua orang", "Dedi Syahrul", "Novi Anggun"]),
        ("Polisi menangkap Dedi Syahrul (31), Novi Anggun (26) melarikan diri.",
         ["Dedi Syahrul"]),
        ("Polisi menangkap Dedi Syahrul (31) setelah Novi Anggun (26) melapor.",
         ["Dedi Syahrul"]),
        ("Polisi menangkap dua orang setelah memeriksa Dedi Syahrul (31).", ["dua orang"]),
    ],
)  # fmt: skip
def test_who_is_held_in_a_row(text: str, held: list[str]) -> None:
    assert shown(read(text), "Arrest", "apprehended") == held


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lalu Ahmad Zaelani (52) ditangkap di Selong.", ["Lalu Ahmad Zaelani"]),
        ("Keduanya adalah Lalu Ahmad Zaelani (52) dan Sapri Hadi (37).",
         ["Lalu Ahmad Zaelani", "Sapri Hadi"]),
        ("Penasihat hukum para terdakwa, Desmon Purba, mengatakan pihaknya pikir-pikir.",
         ["Desmon Purba"]),
        ("Facebook (41) dan Instagram (36) dipakai.", []),
        ("Lalu Polisi (52) datang.", []),
    ],
)  # fmt: skip
def test_where_names_begin_and_end(text: str, names: list[str]) -> None:
    found = read(text)
    assert [e.caption for e in found.entities if e.cls == "Person"] == names


def test_a_long_title_before_a_ministry_in_brackets() -> None:
    found = read(
        "Direktur Pengendalian Ruang Digital Kementerian Komunikasi dan Digital (Komdigi) Safira "
        "Nurani menyatakan hal itu."
    )
    assert [e.caption for e in found.entities if e.cls == "Person"] == ["Safira Nurani"]
    assert len([e for e in found.entities if e.cls == "PositionHolding"]) == 1


def test_a_visit_told_by_noun() -> None:
    found = read(
        "Sanksi itu merupakan tindak lanjut inspeksi mendadak yang dilakukan tim pengawas KP2MI "
        "bersama Dinas Tenaga Kerja Kota Bekasi pada 2 Juni 2025. Dalam sidak tersebut, petugas "
        "menemukan 38 calon pekerja migran."
    )
    assert len(shown(found, "Raid", "conductedBy")) == 2
    assert shown(found, "Raid", "date") == ["2025-06-02"]
    assert shown(found, "Raid", "affected") == ["38 calon pekerja migran"]


@pytest.mark.parametrize(
    "text",
    [
        "Pemerintah akan menggelar inspeksi mendadak yang dilakukan tim pengawas KP2MI.",
        "Inspeksi mendadak diperlukan agar perusahaan patuh.",
        "KP2MI mengusulkan sidak oleh Dinas Tenaga Kerja Kota Bekasi.",
    ],
)
def test_no_visit_was_made(text: str) -> None:
    assert [e for e in read(text).entities if e.cls == "Raid"] == []


@pytest.mark.parametrize(
    ("text", "jobs", "pay"),
    [
        ("Mereka diiming-imingi pekerjaan di kebun sawit dan rumah makan di Johor, gajinya antara "
         "RM 1.700 sampai RM 2.000 sebulan.", ["pekerjaan di kebun sawit", "rumah makan"],
         ["gajinya antara RM 1.700 sampai RM 2.000 sebulan"]),
        ("Korban ditawari posisi customer service, gaji 12 sampai 15 juta.", ["customer service"],
         ["gaji 12 sampai 15 juta"]),
        ("Akun itu menjanjikan gaji Rp 15 juta bagi operator komputer di Phnom Penh.",
         ["operator komputer"], ["gaji Rp 15 juta"]),
        ("Ia mencari warga untuk dipekerjakan sebagai asisten rumah tangga di Penang, Malaysia.",
         ["asisten rumah tangga"], []),
        ("Mereka dikirim untuk dipekerjakan sebagai operator judi daring di Kamboja.", [], []),
    ],
)  # fmt: skip
def test_jobs_and_pay(text: str, jobs: list[str], pay: list[str]) -> None:
    found = read(text)
    assert shown(found, "JobOffer", "jobTitle") == jobs
    assert shown(found, "JobOffer", "promisedPay") == pay


def test_articles_go_to_whoever_is_held() -> None:
    found = read("AFR (27) sudah ditahan. AFR dijerat Pasal 4 UU Nomor 21 Tahun 2007.")
    assert shown(found, "LegalStage", "stage") == ["detained"]
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4"]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Keduanya kini diadili di Pengadilan Negeri Medan.", 2),
        ("Keduanya menjalani sidang di Pengadilan Negeri Medan.", 2),
        ("Keduanya belum diadili.", 0),
        ("Ketiganya kini diadili di Pengadilan Negeri Medan.", 0),
    ],
)
def test_both_are_tried(text: str, stages: int) -> None:
    found = read("Dedi Syahrul (31) dan Novi Anggun (26) ditangkap polisi. " + text)
    assert shown(found, "LegalStage", "stage") == ["defendant"] * stages


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Kapal yang dinakhodai Syafri Lubis (48) dihentikan. Syafri Lubis ditahan.",
         ["boat-skipper"]),
        ("Kapal itu dinakhodai Syafri Lubis dan tiba dengan selamat.", []),
        ("Hendra Siswo (41), terdakwa kasus TPPO yang menampung belasan calon pekerja, divonis 7 "
         "tahun penjara.", ["harbourer"]),
    ],
)  # fmt: skip
def test_parts_of_the_accused(text: str, roles: list[str]) -> None:
    assert shown(read(text), "CaseRole", "role") == roles


@pytest.mark.parametrize(
    ("text", "jobs", "places", "makers"),
    [
        (
            "PT Bumi Karya Nusa memungut Rp 50 juta per orang dari calon PMI untuk pekerjaan "
            "sebagai buruh gudang di Polandia.",
            ["buruh gudang"], ["Polandia"], ["PT Bumi Karya Nusa"],
        ),
        (
            "Mereka direkrut lewat Telegram untuk menjadi penerjemah di Thailand dengan tawaran "
            "gaji 900 dolar AS.",
            ["penerjemah"], ["Thailand"], [],
        ),
        (
            "Korban dijanjikan kerja di Serbia sebagai tukang las, tukang kayu, dan sopir truk.",
            ["tukang las", "tukang kayu", "sopir truk"], ["Serbia"], [],
        ),
        (
            "Korban ditawari menjadi kasir di Oman. Tawaran itu datang dari tetangganya, "
            "Siti Rahayu.",
            ["kasir"], ["Oman"], ["Siti Rahayu"],
        ),
        (
            "Izin PT Bumi Karya Nusa dicabut. Perusahaan itu menawarkan pekerjaan sebagai kasir "
            "di Oman.",
            ["kasir"], ["Oman"], ["PT Bumi Karya Nusa"],
        ),
        (
            "Siti berangkat ke Suriah setelah dibujuk dengan iming-iming kerja di Turki.",
            [], ["Turki"], [],
        ),
        ("Tersangka AR tergiur upah Rp 2 juta yang dijanjikan bosnya.", [], [], []),
        ("Tersangka AR sebagai perekrut diberi upah Rp 2 juta.", [], [], []),
    ],
)  # fmt: skip
def test_whose_offers(text: str, jobs: list[str], places: list[str], makers: list[str]) -> None:
    found = read(text)
    assert shown(found, "JobOffer", "jobTitle") == jobs
    assert shown(found, "JobOffer", "destination") == places
    assert shown(found, "JobOffer", "offeredBy") == makers


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Para korban diiming-imingi gaji yang besar di Laos.", ["gaji yang besar"]),
        ("Korban di janjikan bekerja di Oman dengan gaji tinggi.", ["gaji tinggi"]),
        ("Korban ditawari kerja di Laos dengan gaji sebesar 90 ribu per jam.", None),
        ("Banyak warga tergiur gaji tinggi di luar negeri.", []),
        ("Polisi mengimbau agar korban tidak tergiur gaji besar.", []),
    ],
)
def test_pay_that_is_only_called_high(text: str, pay: list[str] | None) -> None:
    told = shown(read(text), "JobOffer", "promisedPay")
    assert told == (["gaji sebesar 90 ribu per jam"] if pay is None else pay)


@pytest.mark.parametrize(
    ("text", "fee", "words"),
    [
        (
            "Setiap orang dipungut RM1.300 atau setara Rp4,4 juta untuk menyeberang.",
            ["4400000"],
            "Setiap orang dipungut RM1.300 atau setara Rp4,4 juta",
        ),
        (
            "Korban membayar RM1.300 (Rp4,4 juta) per orang kepada calo.",
            ["4400000"],
            "RM1.300 (Rp4,4 juta) per orang",
        ),
        ("Korban dipatok biaya 1.300 ringgit per orang.", [], "1.300 ringgit per orang"),
    ],
)
def test_foreign_fees_are_kept_as_printed(text: str, fee: list[str], words: str) -> None:
    found = read(text)
    assert shown(found, "JobOffer", "feeIdr") == fee
    assert shown(found, "JobOffer", "description") == [words]


def test_what_came_instead_was_not_offered() -> None:
    found = read(
        "Korban ditawari kerja sebagai kasir di Brunei. Alih-alih terbang ke Brunei, ia dibawa ke "
        "Samraong untuk dipekerjakan menjadi operator penpuan."
    )
    assert shown(found, "JobOffer", "jobTitle") == ["kasir"]


def test_whoever_comes_behind_the_clause_is_not_paid() -> None:
    found = read("Setelah membayar Rp9 juta, korban dibawa ke sponsor bernama Dodi Saputra.")
    assert shown(found, "Payment", "payee") == []
