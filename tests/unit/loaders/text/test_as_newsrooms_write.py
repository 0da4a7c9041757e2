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
