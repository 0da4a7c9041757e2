"""Background cases of one article: nobody of one gets into another."""

from __future__ import annotations

from collections import defaultdict

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.output import to_data

_LEAD = (
    "Polres Cilacap Bongkar Pengiriman PMI Ilegal\n\n"
    "CILACAP - Polres Cilacap menangkap pria berinisial DW (44) pada Rabu (12/11/2025). "
    "DW memberangkatkan 9 calon pekerja migran ke Kamboja.\n\n"
)


def _told(text: str) -> dict[str, dict[str, set[str]]]:
    """Return the values by class, and by property, with captions for ids."""
    data = to_data(extract(text, document=Metadata(published="2025-11-13")))
    called = {one["id"]: one["caption"] for one in data["entities"]}
    kinds = {one["id"]: one["class"] for one in data["entities"]}
    made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in data["claims"]:
        value = called.get(claim.get("object", ""), str(claim.get("value")))
        about = made[f"{kinds[claim['subject']]} {claim['subject']}"]
        about[claim["property"]].add(value)
    return made


def _of(made: dict[str, dict[str, set[str]]], cls: str) -> list[dict[str, set[str]]]:
    return [about for name, about in made.items() if name.split()[0] == cls]


def test_an_arrest_of_another_case_is_another_arrest() -> None:
    made = _told(
        f"{_LEAD}Kasus serupa pernah terungkap di Brebes pada Mei lalu. Kala itu, Polres Brebes "
        "menangkap perempuan berinisial SR yang merekrut 14 orang. SR kemudian divonis empat "
        "tahun penjara oleh Pengadilan Negeri Brebes.\n\nTersangka menjanjikan korban gaji Rp12 "
        "juta per bulan.\n"
    )
    assert sorted(sorted(one["apprehended"]) for one in _of(made, "Arrest")) == [["DW"], ["SR"]]
    assert {frozenset(one["conductedBy"]) for one in _of(made, "Arrest")} == {
        frozenset({"Polres Cilacap"}), frozenset({"Polres Brebes"}),
    }  # fmt: skip
    assert {n for n, one in made.items() if n.startswith("Case ") and "court" in one} == {
        name for name in made if name.startswith("Case ") and "-m2-" in name
    }
    assert all("SR" not in one["offeredBy"] for one in _of(made, "JobOffer"))
    stages = {next(iter(one["stageOf"])): one["stageIn"] for one in _of(made, "LegalStage")}
    assert stages["SR"] == {"Perkara lain dalam artikel"}


def test_last_years_case_is_another() -> None:
    made = _told(
        f"{_LEAD}Tahun lalu, Polda Jateng juga menangkap Sutarno (51) di Kota Tegal.\n\n"
        "DW dijerat Pasal 81 UU Nomor 18 Tahun 2017.\n"
    )
    assert sorted(sorted(one["apprehended"]) for one in _of(made, "Arrest")) == [
        ["DW"],
        ["Sutarno"],
    ]


def test_unlike_cases_stand_apart() -> None:
    made = _told(
        f"{_LEAD}Perkara ini berbeda dengan kasus yang menjerat Hotman Purba (52). Hotman "
        "divonis delapan tahun penjara pada Februari 2025.\n\nDW ditetapkan sebagai tersangka.\n"
    )
    stages = {next(iter(one["stageOf"])): one["stageIn"] for one in _of(made, "LegalStage")}
    assert stages["Hotman Purba"] != stages["DW"]


def test_who_did_it_before_stays_in_the_matter() -> None:
    made = _told(
        f"{_LEAD}DW merupakan residivis kasus serupa. Polisi mengembangkan kasus lain yang diduga "
        "melibatkan jaringan ini. Penyidik lalu menangkap RT (39) pada Kamis (13/11/2025).\n"
    )
    assert not any("-m2" in name for name in made)


def test_people_in_a_house_of_somebody_need_no_verb() -> None:
    extract("Kasus TPPO\n\nMereka di rumah RS (41), tersangka perekrut. RS ditangkap polisi.\n")


def test_what_headlines_name_is_of_the_first_matter_alone() -> None:
    made = _told(
        'Admin Grup Facebook "Loker Kamboja Amanah" Ditangkap\n\nJAKARTA - Polda Riau menangkap '
        'EV (31), admin grup Facebook "Loker Kamboja Amanah", Minggu (26/10/2025).\n\nTahun lalu, '
        "Polda Riau juga menangkap HR (27) di Kota Medan.\n"
    )
    assert len(_of(made, "SocialMediaAccount")) == 1
    assert len(_of(made, "Arrest")) == 2


def test_a_craft_named_further_on_is_another() -> None:
    made = _told(
        "Kasus TPPO\n\nTersangka DK (36) memakai speedboat milik tersangka RS (41). Korban akan "
        "dipulangkan dengan KM Bukit Siguntang.\n"
    )
    assert all("KM Bukit Siguntang" not in one["asset"] for one in _of(made, "Ownership"))


def test_another_town_on_an_earlier_day_is_another_matter() -> None:
    made = _told(
        f"{_LEAD}Sementara itu, di Subang, Polres Subang pekan lalu menangkap HN (41).\n\n"
        "Di Semarang, polisi pekan lalu menangkap dua anggota jaringan ini, RT (39) dan SU (33).\n"
    )
    arrests = sorted(sorted(one["apprehended"]) for one in _of(made, "Arrest"))
    assert ["HN"] in arrests
    assert not any("HN" in one and len(one) > 1 for one in arrests)
    assert not any("-m3" in name for name in made)


def test_paragraphs_of_others_stand_apart_without_a_phrase_that_says_so() -> None:
    made = _told(
        f"{_LEAD}November 2024, Polresta Banyumas membongkar penampungan dan menetapkan HN (41) "
        "sebagai tersangka. Jaksa kemudian menuntut HN tujuh tahun penjara.\n\n"
        "Polres Cilacap menahan DW di rutan. Rekannya, SU (33), lebih dulu divonis oleh "
        "Pengadilan Negeri Cilacap pada Maret 2025.\n"
    )
    stages = {next(iter(one["stageOf"])): one["stageIn"] for one in _of(made, "LegalStage")}
    assert stages["HN"] == {"Perkara lain dalam artikel"}
    assert stages["DW"] != stages["HN"]
    assert stages.get("SU", stages["DW"]) == stages["DW"]


def test_one_account_in_two_matters_is_one_account() -> None:
    made = _told(
        f"{_LEAD}Korban mentransfer Rp3 juta ke rekening BCA 8915004271 atas nama DW.\n\n"
        "Kasus serupa terungkap di Brebes tahun lalu. Kala itu Polres Brebes menangkap GN (29), "
        "yang memakai rekening BCA 8915004271 dan BRI 0034010098765432 atas nama GN.\n"
    )
    assert len(_of(made, "BankAccount")) == 2
