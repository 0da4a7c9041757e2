"""What later sentences add, and days that are none of the event's."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-12-19")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Polisi menangkap tiga orang pada Agustus lalu.", ["2025-08"]),
        ("Polisi menangkap tiga orang pada 12 November.", ["2025-11-12"]),
        # Published in December, "pada 9 Januari" without a year may lie ahead.
        ("Polisi menangkap tiga orang pada 9 Januari.", []),
        ("Polisi menangkap tiga orang pada 3 dan 5 November 2025.", []),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    assert shown(read(text), "Arrest", "date") == days


def test_the_month_of_publication_is_no_last_month() -> None:
    found = read("Polisi menangkap tiga orang pada Desember lalu.")
    assert shown(found, "Arrest", "date") == []


def test_a_hearing_put_off_is_no_day_of_judgment() -> None:
    text = (
        "Pengadilan Negeri Kupang menghukum Nimrod Tefa empat tahun penjara. "
        "Sidang terdakwa lain ditunda hingga 17 Desember 2025."
    )
    assert shown(read(text), "Verdict", "date") == []


def test_whoever_asks_a_defendant_is_one() -> None:
    found = read("Jaksa menuntut terdakwa Nimrod Tefa enam tahun penjara.")
    assert shown(found, "LegalStage", "stage") == ["defendant"]
    wish = read("Warga mendesak polisi menetapkan tersangka Nimrod Tefa.")
    assert shown(wish, "LegalStage", "stage") == []


def test_what_was_stopped_where_and_when() -> None:
    text = (
        "Polres Karimun menggagalkan keberangkatan 14 calon pekerja migran. Petugas mencegat kapal "
        "mereka di Pulau Rangsang, Sabtu (13/12/2025)."
    )
    found = read(text)
    assert shown(found, "Interception", "date") == ["2025-12-13"]
    assert shown(found, "Interception", "occurredAt") == ["Pulau Rangsang"]


def test_parts_of_several_by_letters_and_of_one_by_name() -> None:
    found = read(
        "Dua tekong berinisial AB (42) dan CD (28) lari. Polisi tahu koordinator bernama Lung Sin."
    )
    assert sorted(shown(found, "CaseRole", "role")) == [
        "boat-skipper",
        "boat-skipper",
        "coordinator",
    ]


def test_a_fault_told_of_the_company_before() -> None:
    text = (
        "KP2MI mencabut izin PT Andalan Karsa. Perusahaan asal Malang itu tiga kali mangkir dari "
        "panggilan kementerian."
    )
    reasons = shown(read(text), "LicenceAction", "sanctionReason")
    assert reasons == ["tiga kali mangkir dari panggilan kementerian"]


def test_words_of_an_office_are_no_name() -> None:
    text = "Direktur Jenderal Pengawasan Ruang Digital Aleksander Sabar menerangkan hal itu."
    assert shown(read(text), "PositionHolding", "holder") == ["Aleksander Sabar"]


def test_a_place_between_a_post_and_a_rank_is_no_holder() -> None:
    found = read('"Mereka sehat," kata Kapolresta Balerang, Kombes Pol Nugroho Tri, Kamis.')
    assert shown(found, "PositionHolding", "holder") == ["Nugroho Tri"]
    assert shown(found, "Statement", "speaker") == ["Nugroho Tri"]


def test_the_stop_behind_a_form_of_company_ends_no_sentence() -> None:
    text = (
        "KP2MI mencabut sanksi dua perusahaan. Kedua perusahaan itu yakni PT. Andalan Karsa dan "
        "PT. Buana Raya."
    )
    found = read(text)
    assert shown(found, "LicenceAction", "licenceActionKind") == ["restored", "restored"]
    assert shown(found, "Count", "measure") == []


@pytest.mark.parametrize(
    "text",
    [
        "PT Andalan Karsa merekrut pekerja meskipun izin perekrutan telah dicabut.",
        "Kami tidak langsung menjatuhkan sanksi berupa pencabutan izin kepada PT Andalan Karsa.",
        "Sanksi PT Andalan Karsa akan berlanjut dari pencairan deposito hingga pencabutan izin.",
    ],
)
def test_a_sanction_only_named_is_none(text: str) -> None:
    assert "revoked" not in shown(read(text), "LicenceAction", "licenceActionKind")


def test_letters_that_play_a_part_are_a_persons() -> None:
    found = read("Sementara VK, yang berperan sebagai perekrut, masih diperiksa.")
    assert shown(found, "CaseRole", "role") == ["recruiter"]


def test_nouns_made_from_verbs_are_no_names() -> None:
    found = read("Karena itu perlu dilakukan Pengawalan dan Pengamanan di pelabuhan.")
    assert [e.caption for e in found.entities if e.cls == "Person"] == []


def test_an_agreement_of_a_head_with_an_organisation() -> None:
    text = "Menteri P2MI Mukhtar Arifin meneken nota kesepahaman dengan Pemerintah Kabupaten Belu."
    found = read(text)
    assert len(shown(found, "MemorandumOfUnderstanding", "party")) == 2
    assert shown(found, "MemorandumOfUnderstanding", "signatory") == ["Mukhtar Arifin"]


def test_residents_who_were_arrested() -> None:
    found = read("Polda NTB menangkap tiga orang warga pada Kamis (11/12/2025).")
    assert shown(found, "Arrest", "date") == ["2025-12-11"]
    other = read("Penangkapan itu berawal dari laporan keluarga enam warga Ambulu.")
    assert shown(other, "Arrest", "apprehended") == []
    named = read("Tiga tersangka masing masing MN, HZ dan PR telah ditahan.")
    assert {"MN", "HZ", "PR"} <= set(shown(named, "LegalStage", "stageOf"))


def test_whom_the_police_let_go_nobody_brought_home() -> None:
    text = "Dua orang yang sempat diperiksa dipulangkan karena hanya menjadi saksi."
    found = read(text)
    assert shown(found, "Repatriation", "affected") == []
    assert "persons-repatriated" not in shown(found, "Count", "measure")


def test_the_way_home_is_no_route() -> None:
    text = (
        "Pemerintah memulangkan 30 WNI dari Myanmar. Mereka diseberangkan ke Mae Sot sebelum naik "
        "pesawat, terbang dari Bandara Don Mueang."
    )
    assert shown(read(text), "Route", "origin") == []


def test_a_group_with_its_place_is_no_holder() -> None:
    found = read("Ketua Umum Hipmi Jateng Harun Sudibyo meminta pelatihan gratis.")
    assert "Hipmi" not in shown(found, "PositionHolding", "holder")
    assert "Hipmi Jateng" in [
        e.caption for e in found.entities if e.cls == "CivilSocietyOrganization"
    ]


def test_those_named_suspects_with_what_they_are_to_each_other() -> None:
    found = read("Polisi menetapkan kakak beradik AB (32) dan CD (27) sebagai tersangka.")
    assert set(shown(found, "LegalStage", "stageOf")) == {"AB", "CD"}
    child = read("Polisi menetapkan anak AB (52) sebagai tersangka.")
    assert shown(child, "LegalStage", "stageOf") == []


def test_a_name_behind_a_sentence_or_an_arrest() -> None:
    found = read("Pengadilan Tinggi NTB memperberat hukuman Lalu Sumantri menjadi 6 tahun penjara.")
    assert "Lalu Sumantri" in [e.caption for e in found.entities if e.cls == "Person"]


def test_articles_that_the_police_say_they_apply() -> None:
    found = read(
        '"Pelaku kami jerat Pasal 83 UU Nomor 18 Tahun 2017," ujar Kapolres Jember AKBP Adi.'
    )
    assert len(shown(found, "Case", "chargedUnder")) == 1


def test_a_number_without_a_noun_before_a_passive() -> None:
    found = read("Empat perusahaan dicabut izinnya dan 11 dibekukan.")
    assert shown(found, "Count", "measure") == ["licences-revoked", "licences-suspended"]


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("Pemulangan 30 WNI lainnya menunggu izin otoritas Myanmar.", "Repatriation"),
        ("KP2MI dan Polri membahas penangkapan 12 tersangka di Jakarta.", "Arrest"),
        ("Satgas dibentuk untuk menangkap pelaku dan menyelamatkan 100 korban.", "Rescue"),
        ("Rapat membahas pencabutan izin PT Andalan Karsa.", "LicenceAction"),
        ("MoU antara KP2MI dan Pemkab Jember akan ditandatangani pada Mei 2026.",
         "MemorandumOfUnderstanding"),
    ],
)  # fmt: skip
def test_what_is_only_spoken_of_or_meant_has_not_happened(text: str, cls: str) -> None:
    assert cls not in {entity.cls for entity in read(text).entities}


def test_who_speaks_of_a_sanction_did_not_impose_it() -> None:
    found = read("DPR menyoroti pencabutan izin PT Andalan Karsa oleh KP2MI pada 3 Juni 2025.")
    agents = shown(found, "LicenceAction", "conductedBy")
    assert agents == ["Kementerian Pelindungan Pekerja Migran Indonesia"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dari 40 calon pekerja yang diperiksa, 12 ditunda keberangkatannya.",
         [("40", ""), ("12", "departures-prevented")]),
        ("Dari 31 tersangka, 25 ditahan dan enam masih buron.",
         [("31", ""), ("25", "suspects-arrested"), ("6", "wanted-persons")]),
    ],
)  # fmt: skip
def test_parts_told_by_a_passive(text: str, told: list[tuple[str, str]]) -> None:
    found = read(text)
    measures = {c.subject: c.value for c in found.claims if c.property == "measure"}
    sizes = {c.subject: c.value for c in found.claims if c.property == "countLower"}
    assert sorted((sizes[one], measures.get(one, "")) for one in sizes) == sorted(told)


def test_each_clause_has_its_own_sanction() -> None:
    text = (
        "Izin PT Andalan Karsa dan PT Buana Raya dicabut, sementara PT Citra Mulia dan "
        "PT Delta Jaya diskors dua bulan."
    )
    found = read(text)
    kinds = shown(found, "LicenceAction", "licenceActionKind")
    whom = shown(found, "LicenceAction", "concernsCompany")
    assert sorted(zip(whom, kinds, strict=True)) == [
        ("PT Andalan Karsa", "revoked"), ("PT Buana Raya", "revoked"),
        ("PT Citra Mulia", "suspended"), ("PT Delta Jaya", "suspended"),
    ]  # fmt: skip
    assert shown(found, "LicenceAction", "suspensionMonths") == ["2", "2"]


def test_a_difference_to_what_was_asked_is_no_term() -> None:
    text = (
        "Pengadilan Negeri Kupang menghukum Nimrod Tefa tiga tahun penjara. "
        "Vonis itu satu tahun lebih rendah daripada tuntutan jaksa."
    )
    assert shown(read(text), "Verdict", "sentenceMonths") == ["36"]


def test_where_a_port_lies_is_no_part_of_its_name() -> None:
    found = read("Mereka tiba di Pelabuhan Tunon Taka Nunukan dengan selamat.")
    assert [m.text for m in found.mentions] == ["Pelabuhan Tunon Taka", "Nunukan"]


@pytest.mark.parametrize(
    "text",
    [
        "Satgas TPPO Polres Bintan menggelar konferensi pers penggagalan pengiriman 12 calon PMI "
        "pada Jumat (1/8/2025).",
        "Polres Bintan merilis penggagalan pengiriman 12 calon PMI, Jumat (1/8/2025).",
    ],
)
def test_the_day_of_a_press_conference_is_none_of_the_deed(text: str) -> None:
    found = read(text)
    assert shown(found, "Interception", "affected") == ["12 calon pekerja migran"]
    assert shown(found, "Interception", "date") == []
    assert shown(found, "Count", "window") == []


def test_two_groups_of_one_sentence_are_the_one_told_before() -> None:
    text = (
        "Imigrasi Medan menggagalkan keberangkatan tujuh WNI. Dalam operasi pada Minggu (3/8/2025) "
        "petugas menunda keberangkatan empat pria dengan tujuan Laos, serta tiga perempuan yang "
        "hendak menuju Oman. Ketujuh calon PMI tersebut diamankan di Bandara Kualanamu."
    )
    found = read(text)
    sizes = ["tujuh WNI", "empat pria", "tiga perempuan"]
    captions = [one.split(" orang")[0] for one in shown(found, "Interception", "affected")]
    assert len(captions) == len(sizes)
    assert shown(found, "Interception", "date") == ["2025-08-03"]
    assert shown(found, "Interception", "occurredAt") == ["Bandara Kualanamu"]
    assert sorted(shown(found, "Interception", "destination")) == ["Laos", "Oman"]


def test_what_one_sentence_told_shares_the_day_of_its_deed() -> None:
    text = (
        "Polda Riau menangkap dua orang dan menyelamatkan tujuh calon pekerja migran di Rupat. "
        "Penangkapan tersebut terjadi pada Senin, 21 Juli 2025."
    )
    found = read(text)
    assert shown(found, "Arrest", "date") == ["2025-07-21"]
    assert shown(found, "Rescue", "date") == ["2025-07-21"]
    text = text.replace("Penangkapan tersebut terjadi", "Keduanya ditangkap")
    assert shown(read(text), "Rescue", "date") == []


def test_a_later_word_for_whatever_was_done() -> None:
    text = (
        "Polda Riau menggagalkan pengiriman 14 calon PMI. Direktur Polairud Polda Riau Kombes Pol "
        "Hendro Wibowo mengatakan penindakan dilakukan pada Sabtu (2/8/2025)."
    )
    assert shown(read(text), "Interception", "date") == ["2025-08-02"]
    two = text.replace("14 calon PMI.", "14 calon PMI. Polisi menangkap dua tersangka di Dumai.")
    assert shown(read(two), "Interception", "date") == []


def test_migrants_secured_on_their_way_out() -> None:
    found = read("Sebanyak 12 calon PMI diamankan Polairud Polda Riau di Rupat, Jumat (1/8/2025).")
    assert shown(found, "Interception", "date") == ["2025-08-01"]
    for text in (
        "Polda Riau mengamankan 12 PMI yang pulang dari Malaysia.",
        "Polda Riau mengamankan dua orang yang hendak mengirim 12 calon PMI ke Malaysia.",
        "Sebanyak 12 calon PMI diamankan di kantor desa.",
        "Imigrasi Medan mencegah keberangkatan tujuh WNI dan menangkap calo. Mereka diamankan di "
        "Kota Medan.",
    ):
        assert shown(read(text), "Interception", "occurredAt") == [], text


def test_a_partner_set_off_by_commas_is_a_subject_too() -> None:
    text = (
        "Kantor Imigrasi Medan, bersama BP3MI Sumatera Utara dan Polresta Deli Serdang, berhasil "
        "menggagalkan keberangkatan tujuh WNI."
    )
    assert len(shown(read(text), "Interception", "conductedBy")) == 3


def test_who_is_arrested_by_trade() -> None:
    found = read("Polda Riau menangkap dua tekong dan tiga calon PMI diamankan di kapal.")
    assert shown(found, "Arrest", "apprehended") == ["dua tekong"]
    assert shown(read("Polda Riau memeriksa dua sopir bus."), "Arrest", "apprehended") == []


NAMED = "Polisi menetapkan dua tersangka, yakni NR (28) dan SY (44). "


@pytest.mark.parametrize(
    "sentence",
    [
        "Mereka ditangkap di wilayah Banten dan Jawa Barat.",
        "Para tersangka diringkus di Banten.",
        "Para pelaku ini ditangkap di tempat berbeda.",
    ],
)
def test_they_are_those_listed_just_before(sentence: str) -> None:
    assert shown(read(NAMED + sentence), "Arrest", "apprehended") == ["NR", "SY"]


def test_they_may_be_others() -> None:
    victims = "Polisi menetapkan dua tersangka, yakni NR (28) dan SY (44), atas 12 korban. "
    assert shown(read(victims + "Mereka ditangkap di Banten."), "Arrest", "apprehended") == []
