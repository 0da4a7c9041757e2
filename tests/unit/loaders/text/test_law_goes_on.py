"""Charges, reasons and verdicts that go on in the next sentence, and signings still to come."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-09-10")
SUSPECT = "Polisi menetapkan Harun Wibisana sebagai tersangka. Tersangka dijerat Pasal 4 UU TPPO. "


@pytest.mark.parametrize(
    "text",
    [
        "Selain itu, juga dikenakan Pasal 81 UU Nomor 18 Tahun 2017 tentang Pelindungan PMI.",
        "Atau Pasal 81 UU RI Nomor 18 Tahun 2017 dengan ancaman sepuluh tahun penjara.",
        "Kemudian penyidik juga menerapkan Pasal 81 UU PPMI.",
        "Tak hanya itu, ia juga dijerat dengan Pasal 81 UU PPMI.",
    ],
)
def test_further_articles_are_of_who_was_charged_before(text: str) -> None:
    found = read(SUSPECT + text)
    assert shown(found, "Case", "chargedUnder") == ["Pasal 4", "Pasal 81"]
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4", "Pasal 81"]


@pytest.mark.parametrize(
    "text",
    [
        "Selain itu, Pasal 81 UU PPMI mengatur kewajiban perusahaan.",
        "Dan Pasal 81 UU PPMI tidak diterapkan penyidik.",
        "Korban masih dirawat. Selain itu, Pasal 81 UU PPMI disosialisasikan.",
        "Selain itu, penyidik akan menerapkan Pasal 81 UU PPMI.",
    ],
)
def test_what_a_law_says_is_no_further_charge(text: str) -> None:
    found = read(SUSPECT + text)
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4"]


def test_who_catches_an_article_is_charged_with_it() -> None:
    found = read(
        "Polres Serang menetapkan HA (47) dan FT (58) sebagai tersangka. Keduanya terkena Pasal 4 "
        "UU No. 21 Tahun 2007."
    )
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4", "Pasal 4"]


FIRM = "Kementerian P2MI menghentikan sementara kegiatan PT Maju Lestari. "


def test_faults_in_a_row_are_a_reason_each() -> None:
    found = read(
        FIRM
        + "Perusahaan tersebut juga melakukan pelanggaran lain, seperti merekrut calon pekerja "
        "migran meskipun izin perekrutannya dicabut, tidak mendaftarkan dan mengikutsertakan "
        "mereka dalam orientasi, serta tidak melaporkan hasil seleksi."
    )
    assert shown(found, "LicenceAction", "sanctionReason") == [
        "merekrut calon pekerja migran meskipun izin perekrutannya dicabut",
        "tidak mendaftarkan dan mengikutsertakan mereka dalam orientasi",
        "tidak melaporkan hasil seleksi",
    ]


def test_a_reason_that_says_how_stands_beside_a_vague_one() -> None:
    found = read(
        "Kementerian P2MI menskors PT Maju Lestari karena terbukti melanggar aturan penempatan. PT "
        "Maju Lestari melanggar Peraturan Menteri P2MI Nomor 4 Tahun 2025 Pasal 9 Ayat 1 huruf e, "
        "yakni tidak mendaftarkan calon pekerja migran dalam orientasi."
    )
    assert shown(found, "LicenceAction", "sanctionReason") == [
        "terbukti melanggar aturan penempatan",
        "tidak mendaftarkan calon pekerja migran dalam orientasi",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kementerian akan menindak pelanggaran lain, seperti menahan paspor dan menipu pekerja.",
        "Jika melakukan pelanggaran lain, seperti menahan paspor pekerja, izinnya dicabut.",
        "Masyarakat diminta mencegah pelanggaran berupa menahan paspor pekerja migran.",
    ],
)
def test_faults_that_may_be_are_no_reasons(text: str) -> None:
    assert not shown(read(FIRM + text), "LicenceAction", "sanctionReason")


def test_a_firm_told_by_letters_is_sanctioned() -> None:
    found = read(
        "Kementerian P2MI menjatuhkan sanksi administratif kepada P3MI berinisial PT QZM. Sanksi "
        "tersebut berupa penghentian sebagian kegiatan operasional selama tiga bulan. Sanksi ini "
        "dijatuhkan usai perusahaan terbukti melanggar hak pekerja migran."
    )
    assert shown(found, "LicenceAction", "concernsCompany") == ["PT QZM"]
    assert shown(found, "LicenceAction", "suspensionMonths") == ["3"]
    reasons = shown(found, "LicenceAction", "sanctionReason")
    assert reasons == ["terbukti melanggar hak pekerja migran"]
    assert not shown(found, "Person", "name")


def test_a_comma_without_its_space_ends_no_list() -> None:
    found = read(
        "Sebanyak empat P3MI yang dicabut izinnya antara lain PT. Banu Lestari, PT. Aulia Tama,PT. "
        "Bina Wela, dan PT. Sumber Profil."
    )
    assert len(shown(found, "LicenceAction", "concernsCompany")) == len(("B", "A", "W", "S"))


def test_the_term_of_a_verdict_stands_in_the_next_sentence() -> None:
    found = read(
        "Harun Wibisana divonis ringan oleh Pengadilan Negeri Batam, Selasa (2/9/2025). Hukuman 1 "
        "tahun 5 bulan penjara yang dijatuhkan majelis hakim dinilai terlalu rendah."
    )
    assert shown(found, "Verdict", "sentenceMonths") == ["17"]


@pytest.mark.parametrize(
    "text",
    [
        "Penandatanganan nota kesepahaman antara BP3MI Bali dan Pemerintah Kabupaten Belu "
        "direncanakan pada 10 Oktober 2025.",
        "Penandatanganan perjanjian kerja sama antara BP3MI Bali dan Pemerintah Kabupaten Belu "
        "akan digelar pada 10 Oktober 2025.",
        "Nota kesepahaman antara BP3MI Bali dan Pemerintah Kabupaten Belu akan ditandatangani pada "
        "10 Oktober 2025.",
    ],
)
def test_a_signing_to_come_is_no_agreement(text: str) -> None:
    found = read(text)
    assert not shown(found, "MemorandumOfUnderstanding", "party")
    assert not shown(found, "CooperationAgreement", "party")


def test_what_was_signed_may_plan_something() -> None:
    found = read(
        "BP3MI Bali dan Pemerintah Kabupaten Belu menandatangani nota kesepahaman tentang "
        "pelatihan yang direncanakan tahun depan."
    )
    parties = {"BP3MI Bali", "Pemerintah Kabupaten Belu"}
    assert set(shown(found, "MemorandumOfUnderstanding", "party")) == parties


def test_the_day_of_an_acquittal_stands_in_the_next_sentence() -> None:
    found = read(
        "Pengadilan Negeri Demak membebaskan terdakwa Harun Wibisana. Pembebasan tersebut tertuang "
        "dalam sidang putusan perkara nomor 71/PID.SUS/2025/PN DMK pada Kamis (21/8/2025)."
    )
    assert shown(found, "Verdict", "date") == ["2025-08-21"]
    assert shown(found, "Case", "number") == ["71/PID.SUS/2025/PN DMK"]


def test_a_ruling_to_come_has_no_day() -> None:
    found = read(
        "Pengadilan Negeri Demak membebaskan terdakwa Harun Wibisana. Putusan tersebut akan "
        "dibacakan lagi pada Kamis (18/9/2025)."
    )
    assert not shown(found, "Verdict", "date")


FINED = (
    "Pengadilan Negeri Demak menjatuhkan vonis kepada terdakwa Hasna Wijaya dengan pidana 2 tahun "
    "penjara dan denda Rp 200 juta. Sementara Dian Prameswari mendapat vonis 1 tahun 8 bulan "
    "penjara dan denda Rp 200 juta. Jaksa masih pikir-pikir. "
)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("“Untuk Hasna Wijaya denda Rp 200 juta, apabila tidak dibayar diganti kurungan selama 6 "
         "bulan,” kata jaksa.", ["6"]),
        ("“Denda Rp 200 juta, apabila tidak dibayar diganti kurungan 6 bulan,” kata jaksa.", []),
        ("“Untuk Hasna Wijaya denda Rp 300 juta, apabila tidak dibayar diganti kurungan 6 bulan,” "
         "kata jaksa.", []),
    ],
)  # fmt: skip
def test_what_stands_in_for_a_fine_is_told_again_by_name(text: str, months: list[str]) -> None:
    assert shown(read(FINED + text), "Verdict", "fineSubstituteMonths") == months


def test_why_a_sanction_was_lifted_is_told() -> None:
    found = read(
        "Kementerian P2MI mencabut sanksi terhadap PT Maju Lestari setelah dinilai memenuhi "
        "seluruh kewajiban yang diminta."
    )
    reasons = shown(found, "LicenceAction", "sanctionReason")
    assert reasons == ["memenuhi seluruh kewajiban yang diminta"]


def test_a_rule_of_the_head_of_an_agency_is_a_law() -> None:
    found = read("Tarif itu diatur Pasal 3 Peraturan Kepala BP2MI Nomor 785 Tahun 2022.")
    assert shown(found, "Regulation", "number") == ["785/2022"]


def test_each_firm_of_a_list_has_its_fault() -> None:
    found = read(
        "Menteri P2MI menjatuhkan skorsing kepada dua P3MI.\n\nBerikut daftar perusahaan yang "
        "dikenai skorsing:\n\n1. PT Sinar Perkasa (Malang) - menahan ijazah 17 calon pekerja\n"
        "2. PT Duta Wira (Tangerang) - memalsukan sertifikat kompetensi"
    )
    assert shown(found, "LicenceAction", "sanctionReason") == [
        "menahan ijazah 17 calon pekerja",
        "memalsukan sertifikat kompetensi",
    ]


def test_where_a_firm_sits_stands_between_it_and_its_fault() -> None:
    found = read(
        "Kementerian P2MI mencabut izin PT Lintas Samudra dan PT Citra Andalan. PT Lintas Samudra, "
        "yang beralamat di Jalan Raya Condet Nomor 45, Jakarta Timur, terbukti menempatkan 23 "
        "pekerja migran tanpa kontrak."
    )
    reasons = shown(found, "LicenceAction", "sanctionReason")
    assert reasons == ["terbukti menempatkan 23 pekerja migran tanpa kontrak"]


def test_restitution_that_prosecutors_ask_for_is_not_awarded() -> None:
    found = read(
        "Majelis hakim PN Demak menghukum Harun Wibisana enam tahun penjara. Jaksa juga meminta "
        "restitusi Rp 412 juta bagi para korban."
    )
    assert not shown(found, "Verdict", "restitutionIdr")
