"""Whom others paid, and what evidence was handed on."""

from __future__ import annotations

import pytest

from loaders.text.extract import extract
from tests.extractions import reader, shown

read = reader("2025-11-20")

ACCUSED = "Tersangka Ridwan Marbun ditangkap di Medan. "


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("Kepada Ridwan, setiap penumpang menyetor uang Rp 3 juta.", ["3000000"]),
        ("Kepada Ridwan, setiap penumpang menyetor antara Rp 3 juta dan Rp 6 juta.", []),
        ("Uang Rp 20 juta diserahkan tunai kepada Ridwan.", ["20000000"]),
        ("Setiap penumpang menyerahkan uang Rp 4 juta kepada Ridwan.", ["4000000"]),
        ("Dari setiap penumpang, Ridwan memperoleh keuntungan Rp 400 ribu.", ["400000"]),
    ],
)
def test_whom_others_paid(sentence: str, amount: list[str]) -> None:
    found = read(ACCUSED + sentence)
    assert shown(found, "Payment", "payee") == ["Ridwan Marbun"]
    assert shown(found, "Payment", "payer") == []
    assert shown(found, "Payment", "amountIdr") == amount


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepada Ridwan, setiap penumpang belum menyetor Rp 3 juta.",
        "Uang Rp 20 juta akan diserahkan kepada Ridwan.",
        "Uang restitusi Rp 20 juta diserahkan kepada Ridwan.",
        "Dari Ridwan, polisi menerima keterangan soal Rp 20 juta.",
    ],
)
def test_what_nobody_paid(sentence: str) -> None:
    assert shown(read(ACCUSED + sentence), "Payment", "payee") == []


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Barang bukti yang diserahkan berupa 27 kuitansi dan 14 paspor.",
            ["27 kuitansi", "14 paspor"],
        ),
        ("Barang bukti yang dilimpahkan penyidik berupa 14 paspor.", ["14 paspor"]),
        ("Barang bukti yang ditemukan antara lain dua buku rekening.", ["dua buku rekening"]),
        (
            "Barang bukti terdiri dari 14 paspor dan satu unit laptop.",
            ["14 paspor", "satu unit laptop"],
        ),
        (
            "Dari rumah SM, polisi mengamankan enam paspor dan satu unit laptop.",
            ["enam paspor", "satu unit laptop"],
        ),
        ("Polisi mengamankan enam orang yang membawa paspor.", []),
        ("Barang bukti yang diserahkan belum lengkap, baru 14 paspor.", []),
        ("Keluarga menyerahkan 14 paspor kepada kedutaan.", []),
    ],
)
def test_evidence_handed_on_was_taken(text: str, things: list[str]) -> None:
    assert shown(read(text), "Seizure", "seized") == things


def test_whose_applicants_pay_does_not_pay():
    text = "Kasus TPPO. Para calon pekerja migran PT Lintas Bumi telah menyetor Rp35 juta."
    found = extract(text)
    firm = next(entity.id for entity in found.entities if entity.cls == "Company")
    assert firm not in {claim.value for claim in found.claims if claim.property == "payer"}


@pytest.mark.parametrize(
    ("sentence", "description"),
    [
        ("Ridwan menerima Rp 3 juta untuk setiap pekerja.", "Rp 3 juta untuk setiap pekerja"),
        ("Ridwan memperoleh komisi 200 ringgit per kepala.", "komisi 200 ringgit per kepala"),
        ("Tiap penumpang menyetor Rp 4 juta kepada Ridwan.", "Tiap penumpang menyetor Rp 4 juta"),
        (
            "Korban menyerahkan Rp 9 juta sebagai uang muka kepada Ridwan.",
            "Rp 9 juta sebagai uang muka",
        ),
    ],
)  # fmt: skip
def test_what_is_printed_beside_a_sum(sentence: str, description: str) -> None:
    found = read(ACCUSED + sentence)
    assert shown(found, "Payment", "description") == [description]


def test_when_a_sum_was_paid() -> None:
    told = "Pada 3 Juni 2025 korban menyerahkan Rp 9 juta kepada Ridwan."
    assert shown(read(ACCUSED + told), "Payment", "date") == ["2025-06-03"]
    told = "Korban yang direkrut pada 3 Juni 2025 menyerahkan Rp 9 juta kepada Ridwan."
    assert shown(read(ACCUSED + told), "Payment", "date") == []


def test_the_one_accused_is_meant_by_the_word() -> None:
    found = read("Jaksa menuntut terdakwa Ridwan Marbun. Terdakwa menerima upah Rp 5 juta.")
    assert shown(found, "Payment", "payee") == ["Ridwan Marbun"]


@pytest.mark.parametrize(
    ("text", "payer", "payee", "amount"),
    [
        (
            "BPJS Ketenagakerjaan menyerahkan santunan Rp 60 juta kepada ahli waris.",
            ["BPJS Ketenagakerjaan"], [], ["60000000"],
        ),
        ("Tujuh korban menerima restitusi Rp 200 juta.", [], ["Tujuh korban"], ["200000000"]),
        ("Ia bebas setelah keluarganya menebus Rp 40 juta.", [], [], ["40000000"]),
        (
            "PT Karya Bahari Jaya melunasi klaim 20 calon pekerja senilai Rp 300 juta.",
            ["PT Karya Bahari Jaya"], ["20 calon pekerja migran"], ["300000000"],
        ),
        ("Majelis hakim memvonis Budi membayar restitusi Rp 50 juta.", [], [], []),
        ("Keluarga menerima video permintaan tebusan Rp 50 juta.", [], [], []),
        ("BPJS Ketenagakerjaan akan menyerahkan santunan Rp 60 juta.", [], [], []),
    ],
)  # fmt: skip
def test_what_is_owed(text: str, payer: list[str], payee: list[str], amount: list[str]) -> None:
    found = read(text)
    assert shown(found, "Payment", "payer") == payer
    assert shown(found, "Payment", "payee") == payee
    assert shown(found, "Payment", "amountIdr") == amount


def test_a_total_is_no_fee() -> None:
    found = read(ACCUSED + "Ia menerima setoran total Rp 2 miliar dari para korban.")
    assert shown(found, "JobOffer", "feeIdr") == []


@pytest.mark.parametrize(
    ("sentence", "fees"),
    [
        ("Korban dijanjikan uang muka Rp 5 juta.", []),
        ("Perusahaan membayar kompensasi Rp 25 juta kepada 12 ABK.", []),
        ("Korban ditagih Rp 30 juta jika ingin pulang.", []),
    ],
)
def test_what_is_asked_for(sentence: str, fees: list[str]) -> None:
    assert shown(read(ACCUSED + sentence), "JobOffer", "feeIdr") == fees


def test_whose_wife_is_paid_is_not_paid() -> None:
    told = "Korban membayar Rp 9 juta. Uang itu ditransfer ke rekening istri Ridwan, Yanti."
    assert "Ridwan Marbun" not in shown(read(ACCUSED + told), "Payment", "payee")
