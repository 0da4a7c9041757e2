"""Forms of real articles that textbook sentences lack: each was found in a published one."""

from __future__ import annotations

from collections import defaultdict

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.output import to_data
from loaders.text.view import active

_LEAD = "Kasus TPPO di Batam\n\nBATAM - "
_MADE = dict[str, list[dict[str, set[str]]]]


def _told(text: str, published: str = "2025-11-28") -> _MADE:
    """Return what is told of each thing of a class, with captions for ids."""
    data = to_data(extract(f"{_LEAD}{text}\n", document=Metadata(published=published)))
    called = {one["id"]: one["caption"] for one in data["entities"]}
    about: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in data["claims"]:
        value = called.get(claim.get("object", ""), str(claim.get("value")))
        about[claim["subject"]][claim["property"]].add(value)
    made: _MADE = defaultdict(list)
    for one in data["entities"]:
        made[one["class"]].append(about[one["id"]])
    return made


def _named(made: _MADE, cls: str, prop: str) -> list[str]:
    return sorted(value for one in made[cls] for value in one[prop])


def test_a_bare_verb_behind_who_did_it() -> None:
    made = _told("Polda Kepri gagalkan penyelundupan 22 pekerja migran ke Malaysia.")
    (stopped,) = made["Interception"]
    assert stopped["conductedBy"] == {"Kepolisian Daerah Kepulauan Riau"}
    assert stopped["destination"] == {"Malaysia"}
    assert [active(verb) for verb in ("cabut", "pulangkan", "ungkap", "kirim")] == [
        "mencabut", "memulangkan", "mengungkap", "mengirim",
    ]  # fmt: skip


def test_the_prefix_is_missing_of_itself_behind_yang() -> None:
    made = _told("Paspor palsu yang Polda Kepri sita berjumlah 12 lembar.")
    assert not made["Interception"]
    assert not made["Arrest"]


@pytest.mark.parametrize(
    "row",
    [
        "Tiga terdakwa Hasan Basirun (45), Dian Permatasya (37), dan Alti Baiquna (34) hadir.",
        "Sidang dengan dua terdakwa Hasan Basirun (45) dan Dian Permatasya (37) dilanjutkan.",
        "Kedua terdakwa – Hasan Basirun dan Dian Permatasya – didakwa melanggar Pasal 10 UU No. 21 "
        "Tahun 2007.",
    ],
)
def test_a_row_of_defendants_stands_right_behind_their_number(row: str) -> None:
    made = _told(row)
    assert {"Hasan Basirun", "Dian Permatasya"} <= set(_named(made, "LegalStage", "stageOf"))
    assert {next(iter(one["stage"])) for one in made["LegalStage"]} == {"defendant"}


def test_people_secured_on_suspicion_are_arrested() -> None:
    made = _told("Delapan orang yang diduga terlibat TPPO diamankan Ditreskrimum Polda NTB.")
    assert _named(made, "Arrest", "conductedBy") == ["Ditreskrimum Polda NTB"]
    made = _told("Delapan orang yang diduga calon PMI diamankan Ditreskrimum Polda NTB.")
    assert not made["Arrest"]


def test_a_home_is_of_those_before_a_relative_clause() -> None:
    made = _told("Dua korban yang direkrut oleh tersangka RT (49) itu berasal dari Jawa Barat.")
    assert not _named(made, "Person", "residence")
    assert "Jawa Barat" in _named(made, "Group", "origin")


def test_what_somebody_only_seems_to_be_is_no_job() -> None:
    made = _told("Mereka diberangkatkan ke Malaysia dengan berpura-pura sebagai pedagang keliling.")
    assert not _named(made, "JobOffer", "jobTitle")


def test_a_region_may_have_its_short_form_behind_it() -> None:
    made = _told(
        "Kepala BP3MI Nusa Tenggara Barat (NTB) Marwan Hasibuan mengatakan 51 orang dicegah."
    )
    assert _named(made, "PositionHolding", "post") == ["Kepala BP3MI Nusa Tenggara Barat"]
    assert _named(made, "PositionHolding", "holder") == ["Marwan Hasibuan"]


def test_a_rank_and_commas_show_that_common_words_are_a_name() -> None:
    made = _told("Kasat Reskrim Polres Karimun, IPTU Gilang Karo Sekali, mengatakan itu benar.")
    assert _named(made, "PositionHolding", "holder") == ["Gilang Karo Sekali"]


def test_a_school_is_a_school_where_its_kind_was_spelt_out() -> None:
    made = _told(
        "Lembaga Pelatihan Kerja (LPK) abal-abal jadi celah. Polisi menangkap SR (41), pemilik LPK "
        "Rinjani Jaya Abadi dan HW (38) yang menjadi sponsor."
    )
    assert _named(made, "TrainingCentre", "name") == ["LPK Rinjani Jaya Abadi"]
    assert _named(made, "BrokerRole", "roleHolder") == ["HW"]


def test_offices_in_a_row_are_nobodys_but_their_holders() -> None:
    made = _told(
        "Hadir Bupati Gresik Faisal Achsan, Dandim Letkol Inf. Fadil Karamah, Kajari Gresik, Ketua "
        "DPRD Gresik, Sekda Gresik, serta para kepala desa."
    )
    assert _named(made, "PositionHolding", "holder") == ["Faisal Achsan"]


def test_the_first_of_two_forces_acts() -> None:
    made = _told("Polresta Bogor Kota di bawah naungan Polda Jawa Barat menangkap RN (40).")
    assert _named(made, "Arrest", "conductedBy") == ["Polresta Bogor Kota"]


def test_who_saw_a_signing_did_not_sign() -> None:
    made = _told(
        "KemenP2MI dan Pemkab Lampung Timur menandatangani nota kesepahaman. Penandatanganan "
        "berlangsung di Jakarta, Selasa (25/11/2025), disaksikan langsung oleh Bupati Lampung "
        "Timur, Elsa Nuryanti."
    )
    assert _named(made, "MemorandumOfUnderstanding", "witness") == ["Elsa Nuryanti"]
    assert not _named(made, "MemorandumOfUnderstanding", "signatory")


def test_the_kin_of_a_victim_reported() -> None:
    made = _told("Penggerebekan dilakukan setelah suami salah satu korban melapor ke polisi.")
    assert _named(made, "CaseRole", "roleHolder") == ["suami salah satu korban"]


def test_a_house_is_raided_where_it_stands() -> None:
    made = _told("Rumah penampungan TKI di Kecamatan Bekasi Selatan digerebek polisi.")
    assert _named(made, "Raid", "occurredAt") == ["Kecamatan Bekasi Selatan"]


def test_a_part_is_of_the_number_that_the_parts_make() -> None:
    made = _told(
        "Penyidik menetapkan lima orang sebagai tersangka. Dari empat tersangka yang ditahan, "
        "korbannya ada lima orang. Rinciannya 4 orang dari Kabupaten Sumbawa, dan 1 orang dari "
        "Kabupaten Sumbawa Barat."
    )
    (one,) = [n for n in made["Count"] if n["origin"] == {"Kabupaten Sumbawa Barat"}]
    assert one["measure"] == {"victims-identified"}


def test_a_line_without_its_full_stop_is_no_heading() -> None:
    made = _told(
        "Petugas imigrasi menunda keberangkatan sejumlah orang.\n\n"
        "Kepala Kantor Imigrasi Surabaya, Chandra Muttaqi menyatakan, bahwa penundaan itu "
        "dilakukan bersama kementerian dan satgas yang bertugas di bandara\n\n"
        "Mereka lalu dipulangkan."
    )
    assert _named(made, "PositionHolding", "holder") == ["Chandra Muttaqi"]


def test_last_night_is_the_day_before() -> None:
    made = _told("Sebanyak 36 WNI korban TPPO dari Kamboja dipulangkan semalam.", "2026-01-31")
    assert _named(made, "Repatriation", "date") == ["2026-01-30"]


def test_what_the_caught_did_before_has_no_day_of_their_arrest() -> None:
    made = _told(
        "Pelaku ditangkap di Kota Serang pada Sabtu (15/11), keduanya sudah memberangkatkan 8 "
        "orang ke Arab Saudi."
    )
    (sent,) = [one for one in made["Count"] if one["countLower"] == {"8"}]
    assert not sent["window"]
    assert not sent["area"]


def test_one_of_several_is_not_whom_culprit_means() -> None:
    made = _told(
        "Polisi menahan dua orang tersangka. Pelaku mendapat bayaran Rp5 juta dan tersangka NR "
        "(50) mendapat Rp4 juta."
    )
    paid = {next(iter(one["amountIdr"])): one["payee"] for one in made["Payment"]}
    assert paid == {"4000000": {"NR"}}


def test_an_age_counts_nobody() -> None:
    made = _told("Itulah yang dialami tersangka Nur Hidayati, 39 warga Jenarsari, Kendal.")
    assert not made["Count"]
    assert not made["Group"]


def test_a_passive_verb_may_be_parted() -> None:
    made = _told("Dua pelaku, RN (40) dan SD (41), di bekuk Polres Kendal.")
    assert _named(made, "Arrest", "apprehended") == ["Dua pelaku", "RN", "SD"]


def test_a_row_of_suspects_goes_on_behind_where_some_are() -> None:
    made = _told(
        "Lima tersangka itu adalah ER (39) dan AK (37) yang kini berada di Jerman serta SS (65), "
        "AJ (52) dan MZ (60)."
    )
    assert _named(made, "LegalStage", "stageOf") == ["AJ", "AK", "ER", "MZ", "SS"]


def test_a_victim_in_a_row_is_no_place_either() -> None:
    text = (
        "BP3MI Jawa Barat mencegah 29 calon pekerja migran. Tiga di antaranya berasal dari "
        "Sulawesi Barat: Cica Amelia dan Ria (Polewali Mandar), serta Hasnia (Majene). Mereka "
        "diduga korban perdagangan orang."
    )
    made = _told(text)
    named = {value for things in made.values() for one in things for value in one["name"]}
    assert not any("Amelia" in name or "Hasnia" in name for name in named)


def test_an_office_that_only_its_head_names_is_known() -> None:
    made = _told(
        "Kapolsek Batam Kota, AKP Betti Nova mengatakan pelaku masih diburu. "
        '"Petugas langsung menyelidiki dan berhasil mengamankan empat calon PMI ilegal tersebut," '
        "ujarnya."
    )
    assert _named(made, "Position", "postIn") == ["Polsek Batam Kota"]
    assert _named(made, "Interception", "conductedBy") == ["Polsek Batam Kota"]
    # A sector is less than the city whose name it bears.
    assert not _named(made, "Position", "jurisdiction")


def test_the_city_police_is_another_office_than_the_regency_police() -> None:
    made = _told("Kapolres Blitar Kota, AKBP Betti Nova menyampaikan hal itu.")
    assert _named(made, "Position", "postIn") == ["Polres Blitar Kota"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Demikian dikatakan kepala BP3MI Nunukan, AKBP Fajar Gintara.", "kepala BP3MI Nunukan"),
        ("Menurut kapolres Nunukan AKBP Fajar Gintara, dua orang kabur.", "kapolres Nunukan"),
        (
            "Kepala Subdit IV Bidang Renakta Reskrimum Polda NTB AKBP Ni Luh Sari hadir.",
            "Kepala Subdit IV Bidang Renakta Reskrimum Polda NTB",
        ),
        (
            "Sekretaris II Jaringan Nasional Anti Tindak Pidana Perdagangan Orang (JarNas Anti "
            "TPPO), Gabri Golan mengatakan, jenazah itu dikirim.",
            "Sekretaris II Jaringan Nasional Anti Tindak Pidana Perdagangan Orang",
        ),
    ],
)
def test_posts_as_they_are_printed(text: str, post: str) -> None:
    assert _named(_told(text), "PositionHolding", "post") == [post]


def test_no_post_where_no_name_follows_the_office() -> None:
    made = _told("Rapat dihadiri para kepala Dinas Tenaga Kerja, polisi, dan BP3MI Jawa Timur.")
    assert not made["PositionHolding"]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Polisi juga menangkap seorang pengurus di kawasan Batu Besar.", []),
        (
            "Seorang calo PMI ditangkap Polresta Barelang di Batam, Senin (10/11).",
            ["Polresta Barelang"],
        ),
        (
            "Polresta Barelang mengamankan seorang calo PMI ilegal di Batam, Senin (10/11).",
            ["Polresta Barelang"],
        ),
    ],
)
def test_one_culprit_without_a_name_is_an_arrest(text: str, agents: list[str]) -> None:
    made = _told(text)
    assert len(made["Arrest"]) == 1
    assert _named(made, "Arrest", "conductedBy") == agents
    assert made["Arrest"][0]["occurredAt"]


def test_nobody_brought_to_safety_is_arrested() -> None:
    made = _told("Polisi mengamankan seorang perempuan asal Lombok di Batam, Senin (10/11).")
    assert not made["Arrest"]


def test_one_of_several_suspects_is_a_suspect() -> None:
    made = _told("Polisi melimpahkan dua tersangka, salah satunya anggota polisi berinisial JWT.")
    assert _named(made, "LegalStage", "stageOf") == ["JWT"]
    kin = _told("Polisi melimpahkan dua tersangka, salah satunya istri AB.")
    assert not kin["LegalStage"]


def test_each_act_of_a_row_is_told() -> None:
    made = _told(
        "Para terdakwa diduga terlibat dalam perekrutan, penampungan, hingga pengiriman PMI ke "
        "luar negeri."
    )
    assert _named(made, "TraffickingIncident", "act") == ["harbouring", "recruitment", "sending"]


def test_weeks_to_come_are_counted() -> None:
    made = _told(
        "Terdakwa Siti Rohanah disidangkan. Sidang lanjutan dijadwalkan digelar dua pekan "
        "mendatang di Pengadilan Negeri Batam."
    )
    assert _named(made, "CourtHearing", "date") == ["2025-12-08/2025-12-14"]


def test_a_trial_is_on_the_day_behind_the_court() -> None:
    made = _told(
        "Tiga terdakwa tenggelamnya kapal di perairan Nongsa, Batam, November 2024 lalu, mulai "
        "disidangkan di Pengadilan Negeri Batam, Senin (10/11)."
    )
    assert _named(made, "CourtHearing", "date") == ["2025-11-10"]


def test_yesterday_beside_a_date_is_that_date() -> None:
    made = _told(
        '"Tepat pada hari Senin (24/11) kemarin, dua perekrut berinisial SN dan MU kami tangkap," '
        "kata Kombes Teddi Rustam."
    )
    assert _named(made, "Arrest", "date") == ["2025-11-24"]


def test_who_was_to_come_home_did_not() -> None:
    made = _told("Data awalnya yang harusnya dipulangkan itu 258 orang.")
    assert not _named(made, "Count", "measure")


def test_most_come_from_is_no_way() -> None:
    made = _told(
        "Sebanyak 217 PMI dipulangkan. Dari Kaltara, mayoritas berasal dari Nunukan (34 orang), "
        "kemudian Tarakan (3)."
    )
    assert not made["Route"]


def test_firms_of_a_row_place_workers_as_the_sentence_before_says() -> None:
    made = _told(
        "KP2MI mencabut sanksi tiga perusahaan penempatan pekerja migran Indonesia (P3MI). Ketiga "
        "perusahaan itu yaitu PT Elang Adi Mandiri, PT Tulus Widya, dan PT Alwana Sentosa."
    )
    assert len(made["PlacementCompany"]) == 3
    assert not made["Company"]


def test_illegal_is_spelt_with_two_letters_as_well() -> None:
    made = _told(
        "Lanal Dumai mengamankan 34 PMI illegal yang diangkut menggunakan Kapal Motor Khayla di "
        "Perairan Dumai, Senin (10/11). Mereka hendak dibawa ke Malaysia."
    )
    assert _named(made, "Interception", "conductedBy") == ["Lanal Dumai"]


def test_the_house_raided_stands_where_the_next_sentence_says() -> None:
    made = _told(
        "BP2MI menggerebek sebuah rumah penampungan PMI. Rumah tersebut berada di Pondok Melati, "
        "Kota Bekasi, Kamis (20/11/2025) malam."
    )
    (raid,) = made["Raid"]
    assert raid["occurredAt"] == {"Pondok Melati", "Kota Bekasi"}
    assert raid["date"] == {"2025-11-20"}


def test_bodies_come_home_and_the_window_is_of_their_sum() -> None:
    made = _told(
        "Dengan kedatangan dua jenazah ini, jumlah PMI asal NTT yang meninggal selama "
        "Januari-Oktober 2025 berjumlah 110 orang."
    )
    windows = {next(iter(one["countLower"])): one["window"] for one in made["Count"]}
    assert windows == {"2": set(), "110": {"2025-01/2025-10"}}
    more = _told("Satu lagi jenazah PMI asal NTT, Rabu (26/11) tiba di Bandara El Tari Kupang.")
    assert _named(more, "Repatriation", "date") == ["2025-11-26"]


def test_typographic_apostrophes_quote() -> None:
    made = _told(
        "\u2019\u2019Kami menolak permohonan paspor itu,\u2019\u2019 kata Kepala BP3MI Riau Fanni "
        "Wahyu, Jumat (14/11)."
    )
    assert _named(made, "Statement", "quotationForm") == ["direct"]


def test_a_court_whose_rule_is_awaited_tries_nobody() -> None:
    made = _told(
        "Tersangka Siti Rohanah ditahan. Regulasi menunggu Peraturan Mahkamah Agung tentang "
        "pemeriksaan restitusi setelah adanya putusan hakim."
    )
    assert not _named(made, "Case", "court")
