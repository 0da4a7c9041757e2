"""Things taken: by verb, noun, participle and list; by whom, when, where; and what was not."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-14")


def taken(text: str) -> list[str]:
    return shown(read(text), "Seizure", "seized")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Barang bukti yang berhasil diamankan yaitu uang hasil kejahatan Rp 4,5 juta, HP Oppo A5 "
         "warna hitam, dan 3 (tiga) lembar kuitansi.",
         ["uang hasil kejahatan Rp 4,5 juta", "HP Oppo A5 warna hitam",
          "3 (tiga) lembar kuitansi"]),
        ("Penyitaan dua unit komputer dan sembilan SIM card dilakukan kemarin.",
         ["dua unit komputer", "sembilan SIM card"]),
        ("Ketika rumahnya digeledah, printer serta 40 lembar ijazah diangkut penyidik.",
         ["printer", "40 lembar ijazah"]),
        ("Disita dari rumah SK di Jember: lima paspor, 3 visa kunjungan Arab Saudi.",
         ["lima paspor", "3 visa kunjungan Arab Saudi"]),
        ('AKP Sutrisno: "Yang kita amankan dua KTP, sama uang muka tiga juta rupiah."',
         ["dua KTP", "uang muka tiga juta rupiah"]),
        ("Petugas menemukan uang tunai 700 ringgit dan 90 dolar Singapura. Uang itu disita bersama "
         "dua lembar tiket.",
         ["uang tunai 700 ringgit", "90 dolar Singapura", "dua lembar tiket"]),
        ("Aset yang disita meliputi sebidang tanah di Kendal dan satu kapal kayu, KM Mina Sari, "
         "yang dipakai melaut.", ["sebidang tanah", "KM Mina Sari"]),
        ("Polisi menyita 6 mikrofon dan menutup 3 kantor.", ["6 mikrofon"]),
        ("Polisi menyita paspor, tiket kereta, dan kuitansi pembayaran.",
         ["paspor", "tiket kereta", "kuitansi pembayaran"]),
        ("Barang bukti seperti visa, buku rekening, dan laptop telah diamankan penyidik.",
         ["visa", "buku rekening", "laptop"]),
        ("Untuk barang bukti yang disita ialah satu unit perahu dan uang tunai Rp 310 ribu.",
         ["satu unit perahu", "uang tunai Rp 310 ribu"]),
    ],
)  # fmt: skip
def test_things_are_taken(text: str, things: list[str]) -> None:
    assert taken(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "Polda NTB membantah penyidik telah menyita 40 paspor dari kantor PT Anugerah Raya.",
        "Polda Jambi akan menyita mobil BH 1904 ZK.",
        "Pelaku membawa 12 paspor ke Batam.",
        "Petugas membawa 12 orang ke shelter.",
        "Paspor 12 korban dibawa pelaku.",
        "Petugas mengamankan 12 orang yang membawa 12 paspor.",
        "Barang bukti masih dikumpulkan.",
        "Perjalanan itu menyita waktu 3 jam dan menyita perhatian warga.",
        "Majikan menyita dua ponsel milik korban.",
        "Majikan menyita paspor, ponsel, dan dokumen korban.",
        "Sejumlah barang bukti seperti paspor dan tiket akan disita.",
        "Tiga ponsel korban disita majikan.",
        "Petugas membawa dua koper milik korban ke shelter.",
        "Penumpang pesawat Malindo Air OD 349 tujuan Penang diamankan petugas.",
    ],
)
def test_nothing_is_taken(text: str) -> None:
    assert taken(text) == []


def test_who_took_it_when_and_where() -> None:
    found = read(
        "Penyitaan tiga unit laptop oleh Polda Bali dilakukan di sebuah vila di Canggu, Rabu "
        "(7/5/2025)."
    )
    assert shown(found, "Seizure", "conductedBy") == ["Kepolisian Daerah Bali"]
    assert shown(found, "Seizure", "date") == ["2025-05-07"]
    assert shown(found, "Seizure", "occurredAt") == ["Canggu"]


def test_the_next_sentence_tells_who_did_it() -> None:
    found = read(
        "Polisi menyita 25 paspor dari sebuah ruko di Canggu. Penyitaan dilakukan Unit PPA Polres "
        "Badung pada Selasa (6/5/2025)."
    )
    assert shown(found, "Seizure", "conductedBy") == ["Unit PPA Polres Badung"]
    assert shown(found, "Seizure", "date") == ["2025-05-06"]
    assert shown(found, "Seizure", "occurredAt") == ["Canggu"]


def test_two_offices_seized_twice() -> None:
    found = read(
        "Polres Badung menyita 12 paspor. Di tempat lain, Polresta Denpasar menyita tiga laptop."
    )
    assert len([e for e in found.entities if e.cls == "Seizure"]) == 2


def test_where_a_thing_lies_is_not_where_it_was_taken() -> None:
    found = read("Polres Badung menyita satu unit ruko di Canggu serta sebuah laptop.")
    assert shown(found, "Seizure", "occurredAt") == []
