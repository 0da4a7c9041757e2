"""Agreements whose parties stand apart from the signing, or are told by their offices."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")
DAY = "2025-11-18"
KP2MI = "Kementerian Pelindungan Pekerja Migran Indonesia"


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        (
            "Setelah lama dibahas, kerja sama pertukaran data antara BP3MI Bali dan Polda Bali "
            "dituangkan dalam PKS yang diteken Selasa (18/11/2025).",
            "CooperationAgreement",
        ),
        (
            "BP3MI Bali dan Polda Bali bersepakat menyusun peta jalan. Dokumen kesepakatan diparaf "
            "di Denpasar, Selasa (18/11/2025).",
            "Agreement",
        ),
        (
            "Kepala BP3MI Bali Made Sudarta, Kapolda Bali Irjen Pol Ketut Wirya, dan Pangdam "
            "IX/Udayana Mayjen TNI Rudi Hartono masing-masing membubuhkan tanda tangan pada "
            'deklarasi "Bali Bebas TPPO" di Denpasar, Selasa (18/11/2025).',
            "Declaration",
        ),
    ],
)
def test_parties_and_day(text: str, cls: str) -> None:
    found = read(text)
    assert {"BP3MI Bali", "Kepolisian Daerah Bali"} <= set(shown(found, cls, "party"))
    assert shown(found, cls, "date") == [DAY]


def test_parties_in_the_headline() -> None:
    found = read(
        "MoU KP2MI–Pemkab Badung Diteken, Bupati Lega\n\n"
        "Kesepahaman tersebut ditandatangani di Mangupura, Selasa (18/11/2025) malam."
    )
    assert KP2MI in shown(found, "MemorandumOfUnderstanding", "party")
    assert shown(found, "MemorandumOfUnderstanding", "date") == [DAY]


def test_a_text_signed_by_ministers() -> None:
    found = read(
        "Memorandum of understanding (MoU) tentang tenaga kesehatan ditandatangani dua menteri, "
        "yakni Menteri P2MI serta Menteri Kesehatan Austria Johanna Rauscher, di Wina pada 18 "
        "November 2025. MoU tersebut mulai berlaku 1 April 2026."
    )
    assert shown(found, "MemorandumOfUnderstanding", "signatory") == ["Johanna Rauscher"]
    assert KP2MI in shown(found, "MemorandumOfUnderstanding", "party")
    assert shown(found, "MemorandumOfUnderstanding", "date") == [DAY]
    assert shown(found, "MemorandumOfUnderstanding", "startDate") == ["2026-04-01"]


def test_a_text_signed_by_nobody_named() -> None:
    found = read(
        "Komitmen pemberantasan calo diteken pula oleh 43 direktur di Ciracas, Selasa (18/11/2025)."
    )
    assert shown(found, "Agreement", "date") == [DAY]
    assert shown(found, "Agreement", "locatedIn") == ["Ciracas"]


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Badung belum menandatangani nota kesepahaman apa pun dengan KP2MI, Selasa "
        "(18/11/2025).",
        "Seandainya kerja sama dengan Kamboja ditandatangani pada 18 November 2025, posisi kita "
        "lebih baik.",
        "MoU dengan Malaysia akan ditandatangani di Jakarta, Selasa (25/11/2025).",
        "Pejabat ramai-ramai meneken MoU lalu lupa, katanya dalam diskusi, Selasa (18/11/2025).",
        "Korban dipaksa menandatangani perjanjian kerja di Medan, Selasa (18/11/2025).",
    ],
)
def test_nothing_was_signed(text: str) -> None:
    assert [e for e in read(text).entities if e.id.startswith("agr:")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Yayasan Panca dan Polda Bali telah menjalin kemitraan sejak 2019 dalam pendampingan.",
        "Polda Bali bermitra dengan Yayasan Panca sejak 2019 dalam pendampingan keluarga.",
    ],
)
def test_partners(text: str) -> None:
    found = read(text)
    assert set(shown(found, "Partnership", "party")) == {"Yayasan Panca", "Kepolisian Daerah Bali"}
    assert shown(found, "Partnership", "startDate") == ["2019"]


def test_partners_to_be() -> None:
    found = read("Polda Bali akan menjalin kemitraan dengan Yayasan Panca.")
    assert shown(found, "Partnership", "party") == []


def test_signed_by_heads_on_no_day_told() -> None:
    found = read(
        "Naskah perjanjian ditandatangani Kepala BP3MI Bali Made Sudarta dan Kapolda Bali Irjen "
        "Pol Ketut Wirya."
    )
    assert shown(found, "Agreement", "signatory") == ["Made Sudarta", "Ketut Wirya"]


def test_one_who_declares() -> None:
    found = read(
        "Bupati Belu Willi Lay bersama jajaran Forkopimda mendeklarasikan perang terhadap TPPO, "
        "Selasa (18/11/2025)."
    )
    assert shown(found, "Declaration", "signatory") == ["Willi Lay"]
    assert shown(found, "Declaration", "date") == [DAY]


def test_who_stands_beside_signs_nothing() -> None:
    found = read(
        "Bupati Garut, Rusdi Hamid, didampingi Kepala Dinas Sosial Kabupaten Garut, Novi Hardiman "
        "menandatangani nota kesepahaman atau MoU tentang pekerja migran dengan Menteri "
        "P2MI Anton Sudirja di Jakarta, Selasa (18/11/2025)."
    )
    cls = "MemorandumOfUnderstanding"
    assert shown(found, cls, "signatory") == ["Rusdi Hamid", "Anton Sudirja"]
    assert shown(found, cls, "date") == [DAY]


def test_heads_of_two_countries_sign_and_others_see_it() -> None:
    found = read(
        "Menteri Ketenagakerjaan Ida Sartika dan Menteri Sumber Manusia Malaysia Dato' Seri Azman "
        "Murad, melakukan penandatanganan nota kesepahaman tentang pekerja migran Indonesia di "
        "Malaysia. Penandatanganan nota kesepahaman itu disaksikan oleh Presiden Joko Wibisana di "
        "Istana Merdeka, Jakarta, Selasa (18/11/2025)."
    )
    cls = "MemorandumOfUnderstanding"
    assert shown(found, cls, "signatory") == ["Ida Sartika", "Azman Murad"]
    assert shown(found, cls, "witness") == ["Joko Wibisana"]
    assert shown(found, cls, "date") == [DAY]
    assert "Malaysia" not in shown(found, cls, "locatedIn")


def test_a_signing_told_behind_the_text_that_it_is_of() -> None:
    found = read(
        "Kedua pihak menyiapkan nota kesepahaman tentang perekrutan perawat.Penandatanganan "
        "dilakukan oleh Kepala BP3MI Bali Didi Sumarna dan Kapolda Bali Jaya Hendra."
    )
    assert len(shown(found, "MemorandumOfUnderstanding", "party")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Pemerintah Provinsi Maluku (Maluku) bersama sejumlah pemangku kepentingan mendeklarasikan "
        "komitmen melawan TPPO. Acara ini berlangsung dalam forum koordinasi yang digelar di "
        "Ambon, Selasa (18/11/2025).",
        "Pemerintah Provinsi Maluku menggelar Deklarasi Bersama Cegah TPPO serta Pekerja Migran "
        "Nonprosedural, Selasa (18/11/2025).",
    ],
)
def test_one_office_declares(text: str) -> None:
    found = read(text)
    assert shown(found, "Declaration", "party") == ["Pemerintah Provinsi Maluku"]
    assert shown(found, "Declaration", "date") == [DAY]


def test_what_a_bare_report_goes_on_with_is_the_authors() -> None:
    found = read(
        "Hal ini ditegaskan Menteri P2MI Anton Sudirja saat meneken Nota Kesepahaman (MoU) dengan "
        "Kapolri Jenderal Wahyu Baskara di Jakarta, Selasa (18/11/2025)."
    )
    told = [c.modality for c in found.claims if c.property in ("party", "signatory")]
    assert told
    assert set(told) == {"stated"}
