"""Sanctions on several companies at once: seats between them, a decree and a fault each."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

TWO = (
    "Kementerian P2MI mencabut izin PT Bahtera Insan yang berkantor di Depok, Jawa Barat, dan "
    "PT Karya Lintas di Sidoarjo, Jawa Timur."
)


read = reader("2025-11-20")


def of_actions(text: str, prop: str) -> dict[str, str]:
    """Return a property of each licence action by its company."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    firm = {c.subject: captions[c.value] for c in found.claims if c.property == "concernsCompany"}
    return {firm[c.subject]: c.value for c in found.claims if c.property == prop}


def seats(text: str) -> set[tuple[str, str]]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    told = [c for c in found.claims if c.property == "locatedIn"]
    return {(captions[c.subject], captions[c.value]) for c in told}


@pytest.mark.parametrize(
    "text",
    [
        TWO,
        "Kementerian P2MI mencabut izin PT Bahtera Insan di Depok dan PT Karya Lintas.",
        "Kementerian P2MI mencabut izin PT Bahtera Insan (BI) asal Depok serta PT Karya Lintas.",
    ],
)
def test_a_seat_does_not_end_the_list(text: str) -> None:
    expected = {"PT Bahtera Insan": "revoked", "PT Karya Lintas": "revoked"}
    assert of_actions(text, "licenceActionKind") == expected


def test_the_second_company_has_its_own_seat() -> None:
    assert ("PT Karya Lintas", "Jawa Timur") in seats(TWO)
    assert ("PT Karya Lintas", "Jawa Barat") not in seats(TWO)


def test_who_only_works_with_a_company_is_not_sanctioned() -> None:
    text = "Kementerian P2MI mencabut izin PT Bahtera Insan yang menyuap agen dan PT Karya Lintas."
    assert of_actions(text, "licenceActionKind") == {"PT Bahtera Insan": "revoked"}


def test_each_decree_has_its_own_day() -> None:
    text = (
        f"{TWO} Pencabutan izin PT Bahtera Insan tertuang dalam Keputusan Menteri P2MI Nomor 412 "
        "Tahun 2025, sedangkan PT Karya Lintas dalam Keputusan Menteri P2MI Nomor 413 Tahun 2025 "
        "tertanggal 3 November 2025."
    )
    assert of_actions(text, "decreeNumber") == {
        "PT Bahtera Insan": "412 Tahun 2025",
        "PT Karya Lintas": "413 Tahun 2025",
    }
    assert of_actions(text, "date") == {"PT Karya Lintas": "2025-11-03"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "PT Bahtera Insan terbukti memungut biaya berlebih, sementara PT Karya Lintas tidak "
            "lagi memiliki modal disetor.",
            {
                "PT Bahtera Insan": "terbukti memungut biaya berlebih",
                "PT Karya Lintas": "tidak lagi memiliki modal disetor",
            },
        ),
        ("PT Karya Lintas belum memberikan tanggapan.", {}),
        ("PT Karya Lintas tidak lagi melayani pendaftaran.", {}),
    ],
)
def test_each_company_has_its_own_fault(told: str, expected: dict[str, str]) -> None:
    assert of_actions(f"{TWO} {told}", "sanctionReason") == expected


LISTED = (
    "Kementerian P2MI menjatuhkan skorsing kepada tiga P3MI, Kamis (10/7/2025).\n\n"
    "Ketiga perusahaan yang diskors adalah:\n"
    "1. PT Bahtera Insan, melalui Keputusan Dirjen Pelindungan Nomor 143 Tahun 2025, selama tiga "
    "bulan;\n"
    "2. PT Karya Lintas (Kepdirjen Nomor 144 Tahun 2025), selama enam bulan; dan\n"
    "3. PT Mitra Samudra.\n"
)


def test_a_list_of_lines_gives_each_company_its_terms() -> None:
    assert of_actions(LISTED, "decreeNumber") == {
        "PT Bahtera Insan": "143 Tahun 2025",
        "PT Karya Lintas": "144 Tahun 2025",
    }
    months = {"PT Bahtera Insan": "3", "PT Karya Lintas": "6"}
    assert of_actions(LISTED, "suspensionMonths") == months
    assert set(of_actions(LISTED, "date").values()) == {"2025-07-10"}
    assert len(of_actions(LISTED, "date")) == 3


def test_one_fault_of_several() -> None:
    told = "PT Bahtera Insan dan PT Karya Lintas terbukti memungut biaya berlebih."
    assert set(of_actions(f"{TWO} {told}", "sanctionReason").values()) == {
        "terbukti memungut biaya berlebih"
    }
    assert len(of_actions(f"{TWO} {told}", "sanctionReason")) == 2


def test_what_may_be_is_no_reason() -> None:
    told = "Deposito kedua perusahaan dapat dicairkan apabila kewajiban itu tidak dipenuhi."
    assert of_actions(f"{TWO} {told}", "sanctionReason") == {}


def test_who_advises_does_not_decide() -> None:
    text = (
        "Atas rekomendasi BP3MI NTB, Kementerian P2MI menjatuhkan skorsing kepada PT Bahtera Insan "
        "selama tiga bulan."
    )
    agents = {c.value for c in read(text).claims if c.property == "conductedBy"}
    assert agents == {"org:kp2mi"}


def test_each_decree_is_that_of_its_company() -> None:
    text = (
        "KP2MI mencabut izin PT Mitra Karsa Buana dan PT Anugerah Samudra Lestari. Pencabutan itu "
        "dituangkan dalam Keputusan Menteri P2MI Nomor 214 Tahun 2025 untuk PT Mitra Karsa Buana "
        "serta Nomor 215 Tahun 2025 untuk PT Anugerah Samudra Lestari, keduanya bertanggal 21 Juli "
        "2025."
    )
    assert of_actions(text, "decreeNumber") == {
        "PT Mitra Karsa Buana": "214 Tahun 2025",
        "PT Anugerah Samudra Lestari": "215 Tahun 2025",
    }
    assert set(of_actions(text, "date").values()) == {"2025-07-21"}


def test_decrees_and_companies_in_two_lists() -> None:
    text = (
        "Izin PT Karya Mulia Gemilang dan PT Delta Rona Adiguna dicabut KP2MI masing-masing dengan "
        "Kepmen Nomor 413 dan Nomor 414 Tahun 2025. Keduanya, kata Bagus, terbukti menempatkan 46 "
        "pekerja ke Arab Saudi."
    )
    assert of_actions(text, "decreeNumber") == {
        "PT Karya Mulia Gemilang": "413 Tahun 2025",
        "PT Delta Rona Adiguna": "414 Tahun 2025",
    }
    reasons = set(of_actions(text, "sanctionReason").values())
    assert reasons == {"terbukti menempatkan 46 pekerja ke Arab Saudi"}


def test_decrees_that_no_words_share_out_are_nobody_s() -> None:
    text = (
        "Izin PT Karya Mulia Gemilang dan PT Delta Rona Adiguna dicabut dengan Keputusan Menteri "
        "Nomor 413 dan 414 Tahun 2025."
    )
    assert of_actions(text, "decreeNumber") == {}


def test_lengths_and_faults_in_the_order_of_the_companies() -> None:
    text = (
        "KP2MI menjatuhkan skorsing kepada PT Surya Lintas Benua di Surabaya selama tiga bulan dan "
        "PT Mandala Putra Sejati di Indramayu selama enam bulan. Yang pertama belum memulangkan "
        "jenazah pekerjanya, sedangkan yang kedua kedapatan memungut biaya di luar ketentuan."
    )
    assert of_actions(text, "suspensionMonths") == {
        "PT Surya Lintas Benua": "3",
        "PT Mandala Putra Sejati": "6",
    }
    assert of_actions(text, "sanctionReason") == {
        "PT Surya Lintas Benua": "belum memulangkan jenazah pekerjanya",
        "PT Mandala Putra Sejati": "kedapatan memungut biaya di luar ketentuan",
    }


def test_the_first_of_two_that_nothing_faults_has_no_reason() -> None:
    text = (
        "KP2MI menskors PT Surya Lintas Benua dan PT Mandala Putra Sejati. Yang pertama beralamat "
        "di Surabaya, sedangkan yang kedua berkantor di Indramayu."
    )
    assert of_actions(text, "sanctionReason") == {}


def test_who_took_a_licence_and_when_stands_behind_the_verb() -> None:
    text = "Izin PT Cahaya Timor Sentosa sudah dicabut Kementerian Ketenagakerjaan sejak 2024."
    assert of_actions(text, "conductedBy") == {"PT Cahaya Timor Sentosa": "org:kemnaker"}
    assert of_actions(text, "date") == {"PT Cahaya Timor Sentosa": "2024"}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("KP2MI mencatat 428 P3MI masih memegang izin.", "licences-active"),
        ("Saat ini ada sekitar 440 P3MI yang izinnya masih berlaku.", "licences-active"),
        ("Dua perusahaan lain dilarang beroperasi untuk sementara waktu.", "licences-suspended"),
        ("KP2MI menjatuhkan 8 peringatan tertulis.", "companies-warned"),
    ],
)
def test_what_numbers_of_companies_measure(text: str, measure: str) -> None:
    assert shown(read(text), "Count", "measure") == [measure]


def test_each_noun_for_a_sanction_has_its_company() -> None:
    text = (
        "KP2MI menjatuhkan sanksi berupa penghentian sementara kepada PT Bina Karya Utama dan "
        "peringatan tertulis kepada PT Citra Insan Mandiri."
    )
    assert of_actions(text, "licenceActionKind") == {
        "PT Bina Karya Utama": "suspended",
        "PT Citra Insan Mandiri": "warned",
    }
    assert set(of_actions(text, "conductedBy").values()) == {"org:kp2mi"}


@pytest.mark.parametrize(
    "text",
    [
        "Surat peringatan kedua dilayangkan KP2MI kepada PT Bina Karya pada 3 November 2025.",
        "PT Bina Karya kehilangan izinnya. Pencabutan dilakukan KP2MI pada 3 November 2025.",
        '"Kami sudah cabut izin PT Bina Karya pada 3 November 2025," kata Dirjen Pelindungan KP2MI '
        "Rinardi.",
    ],
)
def test_who_acted_is_told_by_other_words(text: str) -> None:
    assert of_actions(text, "conductedBy") == {"PT Bina Karya": "org:kp2mi"}
    assert of_actions(text, "date") == {"PT Bina Karya": "2025-11-03"}


def test_where_a_company_has_its_head_office_nobody_is_counted() -> None:
    text = "PT Bina Karya, yang berkantor pusat di Jakarta Timur, menempatkan 1.204 pekerja."
    assert shown(read(text), "Count", "area") == []


_LIFTED = (
    "KP2MI mencabut sanksi administratif tiga perusahaan, yaitu PT Arta Mulia, PT Bina Karya "
    "Utama, dan PT Cipta Jaya. "
)


@pytest.mark.parametrize(
    "text",
    [
        _LIFTED + "Keputusan pengakhiran sanksi ditetapkan melalui Keputusan Direktur Jenderal "
        "Pelindungan Nomor 24, 25, dan 26 Tahun 2025, masing-masing untuk tiap perusahaan.",
        _LIFTED + "Pencabutan sanksi itu dituangkan dalam Keputusan Menteri Nomor 24, 25, dan 26 "
        "Tahun 2025, masing-masing untuk PT Arta Mulia, PT Bina Karya Utama, dan PT Cipta Jaya.",
        "Pencabutan sanksi dilakukan melalui tiga keputusan: Keputusan Dirjen Pelindungan Nomor 24 "
        "Tahun 2025 untuk PT Arta Mulia, Keputusan Dirjen Pelindungan Nomor 25 Tahun 2025 untuk PT "
        "Bina Karya Utama, dan Keputusan Dirjen Pelindungan Nomor 26 Tahun 2025 untuk PT Cipta "
        "Jaya.",
    ],
)
def test_each_company_has_its_own_of_several_decrees(text: str) -> None:
    assert of_actions(text, "decreeNumber") == {
        "PT Arta Mulia": "24 Tahun 2025",
        "PT Bina Karya Utama": "25 Tahun 2025",
        "PT Cipta Jaya": "26 Tahun 2025",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Keputusan itu bernomor 24 dan 25 Tahun 2025, masing-masing untuk tiap perusahaan.",
        "Sanksi dicabut dengan Keputusan Menteri Nomor 24, 25, dan 26 Tahun 2025.",
    ],
)
def test_decrees_that_are_not_shared_out_are_nobodys(sentence: str) -> None:
    assert not [c for c in read(_LIFTED + sentence).claims if c.property == "decreeNumber"]
