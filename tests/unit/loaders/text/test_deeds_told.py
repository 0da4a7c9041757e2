"""Ways in which deeds of authorities and stages of suspects are told, on invented sentences."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract

DAY = "2025-09-30"


def told(text: str, cls: str) -> list[dict[str, set[str]]]:
    """Return what is claimed of each entity of a class, by property; ends by their captions."""
    found: Extraction = extract(text, document=Metadata(published=DAY))
    entities = {entity.id: entity for entity in found.entities}
    made: dict[str, dict[str, set[str]]] = {}
    for claim in found.claims:
        if claim.subject in entities and entities[claim.subject].cls == cls:
            value = entities[claim.value].caption if claim.value in entities else claim.value
            made.setdefault(claim.subject, {}).setdefault(claim.property, set()).add(value)
    return [made[one] for one in sorted(made)]


def one(text: str, cls: str) -> dict[str, set[str]]:
    """Return what is claimed of the one entity of a class."""
    events = told(text, cls)
    assert len(events) == 1, events
    return events[0]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Keesokan harinya", "2025-09-16"),
        ("Sehari kemudian", "2025-09-16"),
        ("Dua hari berselang", "2025-09-17"),
        ("Selang tiga hari", "2025-09-18"),
        ("Empat hari sebelumnya", "2025-09-11"),
        ("Malam itu juga", "2025-09-15"),
    ],
)
def test_days_are_counted_from_the_day_before_them(words: str, day: str) -> None:
    text = (
        "Polisi menangkap KR (41) di Sambas, Senin (15/9/2025). "
        f"{words}, Polres Sanggau membekuk DL (29) di Entikong."
    )
    days = {next(iter(e["apprehended"])): e["date"] for e in told(text, "Arrest")}
    assert days["DL"] == {day}
    assert days["KR"] == {"2025-09-15"}


def test_no_day_is_counted_from_the_day_of_speaking() -> None:
    text = (
        "Polisi menangkap KR (41) pada 3 September 2025 dan SL (30) pada 5 September 2025. "
        '"Pelaku lain kami kejar," kata Kapolres Sambas, Senin (15/9/2025). '
        "Keesokan harinya, petugas membekuk DL (29) di Entikong."
    )
    assert {"2025-09-16"} not in [event.get("date") for event in told(text, "Arrest")]


def test_a_day_told_to_journalists_is_not_that_of_the_deed() -> None:
    text = (
        "Kepada wartawan, Senin (15/9), Kapolres Ende AKBP Yosef Lado membeberkan penangkapan "
        "calo bernama Marten Wawo (44) di Maurole."
    )
    assert "date" not in one(text, "Arrest")


@pytest.mark.parametrize(
    "subject",
    [
        "Kepolisian Resor Nunukan, Kalimantan Utara,",
        "Polres Nunukan pada Selasa (9/9/2025)",
        "Polres Nunukan, Selasa (9/9/2025),",
        "Polres Nunukan yang dipimpin AKBP Bonar Hutapea",
        "Polres Nunukan, atas informasi BP3MI Kaltara,",
    ],
)
def test_places_days_and_leaders_stand_between_agency_and_verb(subject: str) -> None:
    event = one(f"{subject} menggagalkan keberangkatan 13 calon pekerja migran.", "Interception")
    assert len(event["conductedBy"]) == 1
    assert "Nunukan" in next(iter(event["conductedBy"]))


@pytest.mark.parametrize(
    "deed",
    [
        "dicokok aparat Polsek Entikong",
        "disergap tim Resmob Polsek Entikong",
        "dibekuk saat bersembunyi di kebun oleh personel Polsek Entikong",
    ],
)
def test_who_did_it_stands_behind_a_passive(deed: str) -> None:
    event = one(f"Tersangka TM (33) {deed}, Jumat (12/9/2025).", "Arrest")
    assert event["apprehended"] == {"TM"}
    assert "Polsek Entikong" in " ".join(event["conductedBy"])


def test_the_agent_of_another_verb_did_not_do_it() -> None:
    text = "Tersangka TM (33) ditangkap setelah dilaporkan oleh KBRI Kuala Lumpur."
    assert "conductedBy" not in one(text, "Arrest")


def test_each_side_of_a_contrast_has_its_own_day_and_place() -> None:
    text = (
        "GH (35) diringkus Polres Brebes di Bumiayu pada Kamis (4/9/2025), "
        "sedangkan JK (28) dibekuk di Losari."
    )
    first, second = told(text, "Arrest")
    assert first["apprehended"] == {"GH"}
    assert first["date"] == {"2025-09-04"}
    assert second["apprehended"] == {"JK"}
    assert "date" not in second


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Polisi menangkap mandor kebun bernama Lasman Sitorus (47) di Asahan.",
            {"Lasman Sitorus"},
        ),
        ("Polisi membekuk perekrutnya, Yuliana Bere (38), di Atambua.", {"Yuliana Bere"}),
        (
            "Lasman Sitorus (47), nelayan yang tinggal di Asahan, dibekuk Polres Asahan.",
            {"Lasman Sitorus"},
        ),
        (
            "Mereka yang ditangkap di Batam adalah Yuliana Bere (38) dan Lasman Sitorus (47).",
            {"Yuliana Bere", "Lasman Sitorus"},
        ),
        ("Yang diamankan ialah AK (31) dan BR (40).", {"AK", "BR"}),
    ],
)
def test_who_is_held_stands_on_either_side_of_what_he_is(text: str, names: set[str]) -> None:
    assert one(text, "Arrest")["apprehended"] == names


@pytest.mark.parametrize(
    "text",
    [
        "Lasman Sitorus, TKI asal Asahan, ditangkap polisi Malaysia.",
        "Polisi menangkap calo yang menipu Yuliana Bere (38).",
        "Polda NTB belum menangkap AK (31).",
        "Yang diamankan ialah 12 calon pekerja.",
        "AK (31) dibawa ke kantor polisi untuk dimintai keterangan.",
    ],
)
def test_nobody_is_held(text: str) -> None:
    assert not [e for e in told(text, "Arrest") if e.get("apprehended", set()) - {"calo"}]


@pytest.mark.parametrize(
    "text",
    [
        "Bus yang mengangkut 21 calon TKI dicegat Polres Asahan di Kisaran, Rabu (3/9/2025).",
        "Polres Asahan menghalangi keberangkatan 21 calon TKI di Kisaran, Rabu (3/9/2025).",
        "Sebanyak 21 calon TKI diturunkan dari kapal oleh Polres Asahan, Rabu (3/9/2025).",
        "Polres Asahan memeriksa kapal kayu di perairan Asahan, Rabu (3/9/2025). "
        "Hasilnya, ditemukan 21 calon TKI di palka.",
        "Polres Asahan mengamankan 21 orang di dermaga, Rabu (3/9/2025). "
        "Mereka hendak bekerja di Malaysia.",
    ],
)
def test_people_are_kept_from_leaving(text: str) -> None:
    event = one(text, "Interception")
    assert event["conductedBy"] == {"Polres Asahan"}
    assert event["date"] == {"2025-09-03"}
    assert len(event["affected"]) == 1


def test_a_craft_without_people_is_no_interception() -> None:
    assert not told("Kapal pencuri ikan ditangkap Polres Asahan.", "Interception")


def test_each_agency_of_a_list_has_an_arrest_of_its_own() -> None:
    text = (
        "Lima pelaku ditangkap dengan rincian:\n"
        "- Polres Sumbawa: 2 orang, 4 September 2025;\n"
        "- Polres Bima: 3 orang, 6 September 2025."
    )
    days = {
        next(iter(e["conductedBy"])): e["date"] for e in told(text, "Arrest") if "conductedBy" in e
    }
    assert days == {"Polres Sumbawa": {"2025-09-04"}, "Polres Bima": {"2025-09-06"}}


def test_a_sheet_tells_of_the_one_deed() -> None:
    text = (
        "Telah diamankan tersangka AK (31).\nTKP: Terminal Mandalika.\n"
        "Waktu: Senin, 1 September 2025.\nUnit: Satreskrim Polres Lombok Tengah."
    )
    event = one(text, "Arrest")
    assert event["date"] == {"2025-09-01"}
    assert event["conductedBy"] == {"Satreskrim Polres Lombok Tengah"}


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Status AK (31), pengurus LPK, naik dari saksi menjadi tersangka.", {"suspect"}),
        ("AK (31) dinaikkan statusnya dari saksi menjadi tersangka.", {"suspect"}),
        ("AK (31) menyandang status tersangka dan mendekam di sel.", {"suspect", "detained"}),
        ("Tersangka AK (31) dititipkan di Rutan Selong.", {"suspect", "detained"}),
        ("Tersangka AK (31) dititipkan di Balai Desa.", {"suspect"}),
        ("AK (31) masih berstatus saksi.", set()),
        ("AK (31) tidak ditahan.", set()),
        ("Polisi menahan langkah mereka karena AK (31) tak punya izin.", set()),
    ],
)  # fmt: skip
def test_stages_by_idiom(text: str, stages: set[str]) -> None:
    assert {stage for e in told(text, "LegalStage") for stage in e["stage"]} == stages


def test_since_when_somebody_is_held() -> None:
    text = "Jaksa menahan AK (31) di Rutan Selong sejak 8 September 2025."
    assert one(text, "LegalStage")["date"] == {"2025-09-08"}


def test_they_are_held_together_and_their_passports_are_not_they() -> None:
    text = "Polisi menetapkan AK (31) dan BR (40) sebagai tersangka. {} ditahan di Rutan Selong."
    held = [e for e in told(text.format("Keduanya"), "LegalStage") if e["stage"] == {"detained"}]
    assert len(held) == 2
    none = [e for e in told(text.format("Paspor mereka"), "LegalStage") if "detained" in e["stage"]]
    assert not none


@pytest.mark.parametrize(
    "text",
    [
        "AK (31) masuk DPO Polres Bima sejak 2 September 2025.",
        "Polres Bima memasukkan AK (31) ke dalam DPO sejak 2 September 2025.",
        "Polres Bima memburu AK (31). Buronan Polres Bima yang masuk DPO sejak "
        "2 September 2025 itu kabur ke Malaysia.",
    ],
)
def test_who_put_whom_on_the_list_and_when(text: str) -> None:
    event = one(text, "WantedNotice")
    assert event["sought"] == {"AK"}
    assert event["conductedBy"] == {"Polres Bima"}
    assert event["date"] == {"2025-09-02"}


def test_who_is_not_on_the_list_is_not_sought() -> None:
    assert not told("AK (31) tidak pernah dimasukkan dalam DPO Polres Bima.", "WantedNotice")


def test_foreigners_sent_home_are_named() -> None:
    text = (
        "Kantor Imigrasi Kelas I TPI Batam mendeportasi dua warga negara Bangladesh, "
        "Rahman Uddin (33) dan Karim Mia (29), Rabu (3/9/2025)."
    )
    assert {"Rahman Uddin", "Karim Mia"} <= one(text, "Deportation")["affected"]


def test_the_day_of_a_stage_is_told_behind_it() -> None:
    text = (
        "Polres Bima menetapkan AK (31) sebagai tersangka. "
        "Penetapan itu dilakukan dalam gelar perkara, Selasa (2/9/2025)."
    )
    assert one(text, "LegalStage")["date"] == {"2025-09-02"}


@pytest.mark.parametrize(
    "front",
    ["Menindaklanjuti laporan KJRI Penang,", "Berdasarkan aduan BP3MI Riau, pada 4 September 2025"],
)
def test_who_reported_did_not_do_it(front: str) -> None:
    event = one(f"{front} Polda Jambi menangkap AK (31) di Kerinci.", "Arrest")
    assert event["conductedBy"] == {"Kepolisian Daerah Jambi"}


def test_the_speakers_own_act_with_others() -> None:
    text = (
        "Kapolres Belu AKBP Yosef Lado mengabarkan, anggotanya bersama BP3MI NTT menggagalkan "
        "keberangkatan empat calon pekerja migran."
    )
    assert len(one(text, "Interception")["conductedBy"]) == 2


def test_a_boat_with_its_passengers_is_stopped_by_whom_a_day_sets_apart() -> None:
    event = one(
        "Pangkalan TNI AL Dumai, Senin (8/9) mengamankan kapal motor tanpa nama dengan satu "
        "nakhoda yang membawa penumpang 41 orang PMI menuju Malaysia di Perairan Rupat.",
        "Interception",
    )
    assert event["conductedBy"] == {"Pangkalan TNI AL Dumai"}
    assert event["affected"] == {"41 pekerja migran"}
    assert event["date"] == {"2025-09-08"}


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Satgas TPPO Bandara El Tari, Selasa (9/9) berhasil menggagalkan keberangkatan 18 PMI.",
         {"Satgas TPPO"}),
        ("Tim gabungan dari Lantamal IV Batam, berhasil menggagalkan penyelundupan tiga "
         "calon PMI ke Malaysia.", {"Lantamal IV Batam"}),
    ],
)  # fmt: skip
def test_who_stopped_them(text: str, agents: set[str]) -> None:
    assert one(text, "Interception")["conductedBy"] == agents


def test_a_second_verb_of_a_relative_clause_has_the_agent_of_the_first() -> None:
    text = "Itu kerja Lanal Dumai yang menangkap dua pelaku dan menyelamatkan tujuh calon PMI."
    assert one(text, "Rescue")["conductedBy"] == {"Lanal Dumai"}


def test_suspects_named_two_sentences_later() -> None:
    stages = told(
        "Polda Lampung menetapkan tiga tersangka TPPO. Mereka satu sindikat. Ketiganya inisial "
        "BW (29), IT (38), serta S (50) warga Lampung Timur.",
        "LegalStage",
    )
    assert [stage["stage"] for stage in stages] == [{"suspect"}] * 3


def test_who_sends_somebody_and_is_sought() -> None:
    text = "RA (40) menampung PMI atas perintah BD (31) yang masuk Daftar Pencarian Orang."
    (stage,) = told(text, "LegalStage")
    assert (stage["stageOf"], stage["stage"]) == ({"BD"}, {"wanted"})


@pytest.mark.parametrize("words", ["masih kami kejar", "masih dikejar petugas", "masih dicari"])
def test_so_many_are_still_sought(words: str) -> None:
    counts = told(f"Sebanyak 11 tersangka ditahan. Sementara 16 lainnya {words}.", "Count")
    assert [one["measure"] for one in counts][1:] == [{"wanted-persons"}]
