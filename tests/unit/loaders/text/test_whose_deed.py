"""Whose deed it is where a clause stands between who and what."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-12")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Polrestabes Surabaya yang menerima laporan keluarga korban membekuk Rendra Wijaya.",
         ["Polrestabes Surabaya"]),
        ("Polda Riau (Polda), yang mendapat informasi warga, langsung menangkap calo AB (40).",
         ["Kepolisian Daerah Riau"]),
        ("Warga yang melapor ke Polda Riau melihat Rendra Wijaya ditangkap.", []),
    ],
)  # fmt: skip
def test_a_clause_about_the_agent_hides_it_not(text: str, by: list[str]) -> None:
    assert shown(read(text), "Arrest", "conductedBy") == by


def test_who_is_thought_to_have_recruited_is_held_and_no_suspect_yet() -> None:
    found = read("Polres Asahan mengamankan 3 (tiga) orang terduga perekrut PMI, Selasa (4/11).")
    assert shown(found, "Arrest", "apprehended") == ["3 (tiga) terduga perekrut"]
    assert [c.modality for c in found.claims if c.property == "groupRole"] == ["alleged"]
    assert shown(found, "LegalStage", "stage") == []


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Polisi juga membawa 18 lembar KTP, 22 tiket kapal, dan uang Rp 6 juta dari rumah itu.",
         ["18 lembar KTP", "22 tiket kapal", "uang Rp 6 juta"]),
        ("Petugas menyita dua telefon genggam dan satu laptop.",
         ["dua telefon genggam", "satu laptop"]),
        ("Polisi membawa 2 tersangka ke Polres Asahan.", []),
    ],
)  # fmt: skip
def test_what_officers_carry_away_is_taken(text: str, taken: list[str]) -> None:
    assert shown(read(text), "Seizure", "seized") == taken


def test_numbers_of_an_address_do_not_hide_where_it_lies() -> None:
    found = read(
        "Sebuah rumah di RT 19/RW 06, Kelurahan Oesapa, Kota Kupang, digerebek anggota Polda NTT, "
        "Minggu (9/11)."
    )
    assert shown(found, "Raid", "occurredAt") == ["Kelurahan Oesapa", "Kota Kupang"]


@pytest.mark.parametrize(
    ("text", "title", "pay"),
    [
        ("Pelaku mengunggah lowongan admin toko online di Facebook. Gajinya menggiurkan: Rp 12 "
         "juta per bulan.", "admin toko online", "Gajinya menggiurkan: Rp 12 juta per bulan"),
        ("Mereka dijanjikan pekerjaan di kilang sawit dengan gaji 1.800 ringgit Malaysia per "
         "bulan.", "pekerjaan di kilang sawit", "gaji 1.800 ringgit Malaysia per bulan"),
    ],
)  # fmt: skip
def test_an_offer_has_its_pay_in_the_next_sentence_too(text: str, title: str, pay: str) -> None:
    found = read(text)
    assert shown(found, "JobOffer", "jobTitle") == [title]
    assert shown(found, "JobOffer", "promisedPay") == [pay]


def test_a_short_name_behind_its_kind_is_the_territory() -> None:
    found = read("Mereka direkrut dari Kabupaten TTS dan Kabupaten Malaka.")
    assert [e.cls for e in found.entities if "TTS" in e.names] == []
    assert "region:53.02" in {mention.entity for mention in found.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Mereka direkrut oleh seorang kenalan, berinisial ZF, yang menjanjikan pekerjaan.",
        "Tersangka ZF (33) ditahan. Para pekerja itu direkrut dari Kabupaten Malaka oleh ZF.",
    ],
)
def test_who_recruited_may_stand_far_behind_the_verb(text: str) -> None:
    assert shown(read(text), "CaseRole", "role") == ["recruiter"]


def test_whom_a_company_left_behind_nobody_stopped() -> None:
    found = read("46 calon pekerja migran yang batal berangkat belum menerima uang mereka.")
    assert shown(found, "Count", "measure") == []
    assert shown(read("Jumlah korbannya 71 orang."), "Count", "countLower") == ["71"]
