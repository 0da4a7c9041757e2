"""Ties: accounts and their users, companies and who runs them, kin, one-sided payments."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-11-20")


def pairs(text: str, cls: str, one: str, other: str) -> set[tuple[str, str]]:
    """Return the two ends of each relation of a class, a dash for an end without a name."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    values = {(c.subject, c.property): captions.get(c.value, c.value) for c in found.claims}
    ids = [entity.id for entity in found.entities if entity.cls == cls]
    return {(values.get((id_, one), "-"), values.get((id_, other), "-")) for id_ in ids}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Tersangka UM (41) mencari korban lewat akun Facebook "Loker Dubai" dan nomor WhatsApp '
            "0812-3344-5566.",
            {("UM", "Loker Dubai"), ("UM", "0812-3344-5566")},
        ),
        (
            "Uang dikirim ke rekening BCA 4451238890 atas nama Umi Kulsari.",
            {("Umi Kulsari", "4451238890")},
        ),
        (
            "Uang dikirim ke rekening Bank Mandiri atas nama PT Samudra Jaya dengan nomor "
            "1390012345678.",
            {("PT Samudra Jaya", "1390012345678")},
        ),
        (
            'Polisi melacak akun TikTok "Kerja Kamboja". Pemilik akun itu, pria berinisial DF, '
            "ditangkap.",
            {("DF", "Kerja Kamboja")},
        ),
        (
            'Polisi melacak akun TikTok "Kerja Kamboja". DF (31) diduga mengelola akun tersebut.',
            {("DF", "Kerja Kamboja")},
        ),
        ('SW (47) dibujuk lewat akun Facebook "Loker Dubai".', set()),
        ('Polisi memancing SW (47) lewat akun Facebook "Loker Dubai".', set()),
        (
            "Kapolres Bima AKBP Eko Sutomo meminta warga melapor lewat nomor 0812-3344-5566.",
            {("Polres Bima", "0812-3344-5566")},
        ),
    ],
)
def test_whose_channel_it_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, "ChannelUse", "channelUser", "channel") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menahan SW (47), direktur PT Samudra Jaya.", {("SW", "PT Samudra Jaya")}),
        ("Polisi menahan SW (47), Direktur PT Samudra Jaya.", {("SW", "PT Samudra Jaya")}),
        ("Pengacara direktur PT Samudra Jaya, Budi Santosa, membantah.", set()),
        ("Polisi menahan SW (47), mantan direktur PT Samudra Jaya.", set()),
        (
            "Direktur utama PT Samudra Jaya, Yohanes Sutanto, tidak hadir.",
            {("Yohanes Sutanto", "PT Samudra Jaya")},
        ),
        (
            "PT Samudra Jaya diskors tiga bulan. Direktur utamanya, Yohanes Sutanto, tidak hadir.",
            {("Yohanes Sutanto", "PT Samudra Jaya")},
        ),
        (
            "PT Samudra Jaya dan PT Karya Laut diskors. Direktur utamanya, Yohanes Sutanto, hadir.",
            set(),
        ),
    ],
)
def test_who_runs_a_company(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, "Directorship", "director", "directedCompany") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Polisi menetapkan SW (47) sebagai tersangka. Tersangka SW dan adiknya, TR (39), yang "
            "berperan sebagai penampung, ditahan.",
            {("TR", "SW")},
        ),
        (
            "Pasangan suami istri Anton Wangge (41) dan Yosefina Bria (38) divonis bersalah oleh "
            "PN Maumere, yakni Anton Wangge enam tahun penjara dan Yosefina Bria empat tahun.",
            {("Anton Wangge", "Yosefina Bria")},
        ),
        (
            "Terdakwa Anton Wangge dan Yosefina Bria hadir. Anton merekrut, sementara Yosefina, "
            "istrinya, mengurus tiket.",
            {("Yosefina Bria", "Anton Wangge")},
        ),
        ("Polisi menetapkan SW (47) sebagai tersangka. Adiknya, Lasmi Wati, menangis.", set()),
    ],
)
def test_kin_whom_the_document_accuses(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, "FamilyRelation", "relative", "relativeOf") == expected


ACCUSED = "Polisi menetapkan SW (47) dan JT (33) sebagai tersangka."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("JT menerima Rp10 juta dari setiap korban.", {("-", "JT")}),
        ("SW membayar Rp2 juta kepada calo di desa.", {("SW", "-")}),
        ("Para korban menyerahkan uang Rp35 juta kepada SW.", {("-", "SW")}),
        ("JT menerima upah Rp3 juta dari SW.", {("SW", "JT")}),
        ("JT, lanjut Jauhari Lubis, menerima Rp3 juta per bulan dari SW.", {("SW", "JT")}),
        ("JT menerima upah Rp3 juta dari PT Samudra Jaya.", {("PT Samudra Jaya", "JT")}),
        ("JT menerima upah Rp3 juta dari Polres Bima.", {("-", "JT")}),
        ("JT menerima Rp3 juta dari seorang agen di Malaysia bernama Lim Ah Kow.", None),
        ("SW menyerahkan uang Rp50 juta sebagai barang bukti.", set()),
        ("JT tidak menerima Rp10 juta dari korban.", set()),
        ("SW dihukum membayar Rp200 juta.", set()),
        ("Rina Utami menerima bantuan Rp10 juta.", set()),
    ],
)
def test_payments_with_one_side_named(told: str, expected: set[tuple[str, str]] | None) -> None:
    found = pairs(f"{ACCUSED} {told}", "Payment", "payer", "payee")
    assert found == ({("Lim Ah Kow", "JT")} if expected is None else expected)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("JT disebut-sebut bekerja untuk PT Samudra Jaya.", {("JT", "PT Samudra Jaya")}),
        ("JT membantah bekerja untuk PT Samudra Jaya.", set()),
        ("Rina Utami bekerja di PT Samudra Jaya.", set()),
    ],
)
def test_whom_the_accused_work_for(told: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(f"{ACCUSED} {told}", "Membership", "member", "organization") == expected


def test_what_victims_paid_is_a_fee_as_well() -> None:
    found = read(f"{ACCUSED} Para korban diminta menyerahkan uang Rp35 juta kepada SW.")
    assert {c.value for c in found.claims if c.property == "feeIdr"} == {"35000000"}
