"""Wanted notices, ways out, homes of people named in full, and things that have names."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-18")


def test_a_notice_and_who_wished_it() -> None:
    found = read(
        "Red notice atas nama Hendrik Wijaya diterbitkan Interpol pada 30 April 2025 atas "
        "permintaan Polda Sumatera Utara."
    )
    assert shown(found, "WantedNotice", "sought") == ["Hendrik Wijaya"]
    assert shown(found, "WantedNotice", "conductedBy") == ["Interpol"]
    assert shown(found, "WantedNotice", "initiatedBy") == ["Kepolisian Daerah Sumatera Utara"]
    assert shown(found, "WantedNotice", "date") == ["2025-04-30"]
    assert shown(found, "LegalStage", "stage") == ["wanted"]


@pytest.mark.parametrize(
    "text",
    [
        "Red notice atas nama Hendrik Wijaya belum diterbitkan Interpol.",
        "Polda Sumatera Utara mengusulkan red notice atas nama Hendrik Wijaya.",
        "Paspor atas nama Hendrik Wijaya diterbitkan Imigrasi Medan.",
    ],
)
def test_no_notice(text: str) -> None:
    found = read(text)
    assert [e for e in found.entities if e.cls in ("WantedNotice", "LegalStage")] == []


@pytest.mark.parametrize(
    ("text", "exits", "transits"),
    [
        ("Korban diberangkatkan ke Kamboja melalui Bandara Soekarno-Hatta dan transit di Kuala "
         "Lumpur.", ["Bandara Soekarno-Hatta"], ["Kuala Lumpur"]),
        ("Korban diberangkatkan dari Lombok melalui Pelabuhan Batam Centre ke Malaysia.",
         ["Pelabuhan Batam Centre"], []),
        ("Korban diberangkatkan dari Lombok melalui Pelabuhan Batam Centre ke Jakarta.", [],
         ["Pelabuhan Batam Centre"]),
    ],
)  # fmt: skip
def test_which_port_led_out(text: str, exits: list[str], transits: list[str]) -> None:
    found = read(text)
    assert shown(found, "Route", "exitPoint") == exits
    assert shown(found, "Route", "transit") == transits


def test_homes_and_sex_of_people_named_in_full() -> None:
    found = read(
        "Ridwan Marbun (40), warga Medan, dan perempuan bernama Suryana Dewi (35), warga Kota "
        "Binjai, ditetapkan sebagai tersangka."
    )
    assert shown(found, "Person", "residence") == ["Kota Medan", "Kota Binjai"]
    assert shown(found, "Person", "sex") == ["female"]


def test_a_list_in_which_each_has_a_home() -> None:
    found = read(
        "Ridwan Marbun (40), warga Medan, dan Suryana Dewi (35), warga Kota Binjai, ditetapkan "
        "sebagai tersangka."
    )
    assert shown(found, "LegalStage", "stage") == ["suspect", "suspect"]


def test_an_official_lives_nowhere_here() -> None:
    found = read("Kapolres Nunukan AKBP Wirawan Sapto, warga Medan, menjelaskan hal itu.")
    assert shown(found, "Person", "residence") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Uang itu dari perusahaan bernama Golden Dragon Tech.", []),
        ("Mereka naik kapal bernama Putri Bahari.", []),
        ("Polisi menangkap perempuan bernama Putri Bahari.", ["Putri Bahari"]),
    ],
)
def test_things_have_names(text: str, people: list[str]) -> None:
    assert [e.caption for e in read(text).entities if e.cls == "Person"] == people


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Polisi menangkap nakhoda kapal, Syafril alias Ucok (48).", ["Syafril"]),
        ("Polisi menangkap pemilik rumah penampungan, Syafril Lubis (48).", ["Syafril Lubis"]),
        ("Polisi menangkap calo yang menemui pemilik kapal, Syafril Lubis (48).", []),
    ],
)
def test_what_he_is_stands_before_the_name(text: str, held: list[str]) -> None:
    assert shown(read(text), "Arrest", "apprehended") == held


def test_who_heads_a_network_did_what_it_does() -> None:
    found = read(
        "Hendrik Wijaya diduga menjadi otak jaringan yang memberangkatkan 54 warga ke Kamboja."
    )
    assert shown(found, "Transporting", "transporter") == ["Hendrik Wijaya"]


SPOKEN = (
    "Direktur Tindak Pidana Siber Bareskrim Brigjen Pol Hasto Purwo menuturkan, Rudi Hartawan (33) "
    'memberangkatkan 31 orang.\n\n"{who} kami sangkakan Pasal 4 UU Nomor 21 Tahun 2007," ujar '
    "Hasto."
)


@pytest.mark.parametrize("who", ["Dia", "Yang bersangkutan sudah", "Tersangka"])
def test_whom_an_officer_speaks_of(who: str) -> None:
    found = read(SPOKEN.format(who=who))
    assert shown(found, "LegalStage", "stageOf") == ["Rudi Hartawan"]
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4"]
