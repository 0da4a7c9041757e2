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


def months(text: str) -> list[tuple[str, str]]:
    """Return whom a verdict is on, and for how long."""
    found = read(text)
    values = {(c.subject, c.property): c.value for c in found.claims}
    captions = {entity.id: entity.caption for entity in found.entities}
    verdicts = [entity.id for entity in found.entities if entity.cls == "Verdict"]
    return [(captions[values[v, "defendant"]], values[v, "sentenceMonths"]) for v in verdicts]


def test_terms_stand_in_the_order_of_names() -> None:
    assert months(
        "Terdakwa Ani Lestari dan Budi Hartono masing-masing dihukum 3 tahun 6 bulan dan 2 tahun "
        "penjara."
    ) == [("Ani Lestari", "42"), ("Budi Hartono", "24")]


def test_for_whom_the_convicted_worked_is_not_convicted() -> None:
    assert months(
        "Dua perekrut yang bekerja untuk Yeremias, Marselina Fobia dan Oktovianus Nenohai, "
        "dijatuhi pidana masing-masing 5 tahun penjara."
    ) == [("Marselina Fobia", "60"), ("Oktovianus Nenohai", "60")]


def test_what_is_asked_for_in_vain_is_not_awarded() -> None:
    found = read(
        "Terdakwa Budi Hartono divonis lima tahun penjara. Majelis menolak permohonan restitusi "
        "senilai Rp 412 juta."
    )
    assert shown(found, "Verdict", "restitutionIdr") == []


def test_lengths_stand_in_the_order_of_companies() -> None:
    found = read(
        "PT Arga Mulia dan PT Bintang Raya diskors masing-masing selama enam bulan dan tiga bulan "
        "oleh KP2MI."
    )
    assert shown(found, "LicenceAction", "suspensionMonths") == ["6", "3"]


def test_a_prosecutor_is_named_behind_the_office() -> None:
    found = read(
        "Jaksa penuntut umum (JPU) dari Kejaksaan Negeri Batam, Rumondang Pakpahan, meminta hakim "
        "menghukum Hendra Wijaya lima tahun."
    )
    assert shown(found, "PositionHolding", "holder") == ["Rumondang Pakpahan"]
