"""Wanted people who are told of again without a name, and who was caught where."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-18")

SOUGHT = "Pelarian Hendrik Walangitan alias Koh Heng berakhir. "
CAUGHT = "Buronan kasus TPPO bernama Hendrik Walangitan akhirnya tertangkap. "


@pytest.mark.parametrize(
    "text",
    [
        SOUGHT + "Tersangka itu ditangkap di Bangkok, Sabtu (15/11/2025).",
        SOUGHT
        + "Tersangka kasus tindak pidana perdagangan orang (TPPO) yang masuk daftar pencarian "
        "orang (DPO) sejak 12 Maret 2025 itu ditangkap di Bangkok, Sabtu (15/11/2025).",
        SOUGHT
        + "Buronan yang dikejar sejak Maret tersebut diringkus di Bangkok, Sabtu (15/11/2025).",
        CAUGHT + "Pria itu dibekuk di Bangkok pada 15 November 2025.",
        CAUGHT
        + "Tersangka perkara TPPO tersebut ditangkap petugas di Bangkok pada 15 November 2025.",
    ],
)
def test_whom_words_that_point_back_say_was_caught(text: str) -> None:
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == ["Hendrik Walangitan"]
    assert shown(found, "Arrest", "date") == ["2025-11-15"]
    assert shown(found, "Arrest", "occurredAt") == ["Bangkok"]


def test_what_he_is_called_is_his_stage() -> None:
    found = read(
        SOUGHT + "Tersangka kasus TPPO yang masuk DPO sejak 12 Maret 2025 itu ditangkap di Bangkok."
    )
    assert set(shown(found, "LegalStage", "stage")) == {"suspect", "wanted"}
    assert shown(found, "LegalStage", "date") == ["2025-03-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Warga bernama Sumarno melihat keributan di pelabuhan. Pelaku itu ditangkap di Batam.",
        "Camat Nunukan, Sumarno, memuji polisi. Tersangka itu ditangkap di Batam.",
        "Tersangka bernama Sumarno dan Wiyono diperiksa. Tersangka itu ditangkap di Batam.",
        "Sumarno diduga calo. Dua tersangka lain dicari. Tersangka itu ditangkap di Batam.",
        "Rekan terdakwa bernama Iswanti dibebaskan. Terdakwa ditangkap di Batam.",
    ],
)
def test_nobody_is_caught_who_need_not_be_meant(text: str) -> None:
    assert shown(read(text), "Arrest", "apprehended") == []


def test_each_of_two_was_caught_at_a_place_of_his_own() -> None:
    found = read(
        "Polisi meringkus dua orang. Ridwan Marbun (40) ditangkap di Kisaran, Sabtu (15/11/2025), "
        "sedangkan Suryana (35) diciduk di Medan, Minggu (16/11/2025)."
    )
    arrests = [e.id for e in found.entities if e.cls == "Arrest"]
    told = {
        one: {(c.property, c.value) for c in found.claims if c.subject == one} for one in arrests
    }
    days = [{v for p, v in told[one] if p == "date"} for one in arrests]
    assert days == [set(), {"2025-11-15"}, {"2025-11-16"}]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Polisi menangkap SW (47), direktur PT Maju Jaya, dan adiknya, TR (40), di Surabaya.",
         ["SW", "TR"]),
        ("Polisi menangkap SW (47) beserta istrinya, TR (40), di Surabaya.", ["SW", "TR"]),
        ("Polisi menangkap SW (47) dan suaminya berinisial TR (40), Senin (3/11/2025).",
         ["SW", "TR"]),
        ("Polisi menangkap SW (47), sedangkan adiknya, TR (40), masih buron.", ["SW"]),
        ("Polisi menangkap SW (47) dan istrinya, TR (40), melapor ke kelurahan.", ["SW"]),
        ("Polisi menangkap SW (47) setelah kakaknya, TR (40), menyerahkan diri.", ["SW"]),
    ],
)  # fmt: skip
def test_kin_are_held_with_whom_one_verb_joins_them(text: str, held: list[str]) -> None:
    assert shown(read(text), "Arrest", "apprehended") == held


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("KBRI Phnom Penh mengevakuasi 49 WNI dari sebuah kompleks di Bavet, Sabtu (15/11/2025).",
         ["Bavet"]),
        ("KBRI Phnom Penh menyelamatkan 49 WNI di sebuah hotel di Poipet, Kamboja.", ["Poipet"]),
        ("Interpol menangkap SW (47) di Bangkok, Thailand.", ["Bangkok"]),
        ("Polda NTT menangkap SW (47) yang mengirim 12 orang bekerja di Malaysia.", []),
        ("Polda NTT menangkap SW (47) saat hendak terbang untuk bekerja di Bangkok.", []),
        ("Polda NTT menyelamatkan 12 orang yang dijanjikan kerja di Bangkok.", []),
    ],
)  # fmt: skip
def test_deeds_abroad_have_their_place(text: str, places: list[str]) -> None:
    found = read(text)
    assert [p for cls in ("Arrest", "Rescue") for p in shown(found, cls, "occurredAt")] == places


def test_kin_are_suspects_with_whom_one_verb_joins_them() -> None:
    found = read("Polresta Bandara menetapkan SM (54) dan anaknya, DA (29), sebagai tersangka.")
    assert shown(found, "LegalStage", "stage") == ["suspect", "suspect"]
