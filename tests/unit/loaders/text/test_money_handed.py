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
