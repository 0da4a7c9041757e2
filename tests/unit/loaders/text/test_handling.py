"""What befell people told from their side, who promised them work, and who paid whom."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

STOPPED = "Polres Dumai menggagalkan keberangkatan 12 calon PMI."


read = reader("2025-08-06")


@pytest.mark.parametrize(
    ("sentence", "cls", "prop"),
    [
        ("Mereka direkrut seorang pria berinisial MZ.", "Recruitment", "recruiter"),
        ("Para korban diantar oleh tersangka MZ (30) ke pelabuhan.", "Transporting", "transporter"),
        ("Tersangka MZ (30) menampung mereka di Dumai.", "Harbouring", "harbourer"),
        ("Mereka ditampung di rumah tersangka MZ (30).", "Harbouring", "harbourer"),
    ],
)
def test_who_did_it_to_the_one_group(sentence: str, cls: str, prop: str) -> None:
    found = read(f"{STOPPED} {sentence}")
    assert shown(found, cls, prop) == ["MZ"]
    modalities = {c.modality for c in found.claims if c.property == prop}
    assert modalities == {"alleged"}


@pytest.mark.parametrize(
    "text",
    [
        f"{STOPPED} Mereka tidak direkrut seorang pria berinisial MZ.",
        f"{STOPPED} Mereka belum ditampung di rumah tersangka MZ (30).",
        f"{STOPPED} Polda Riau menyelamatkan 5 korban. Mereka direkrut pria berinisial MZ.",
        f"{STOPPED} Mereka ditampung di rumah Agus Salim.",
        f"{STOPPED} Mereka diantar oleh Kapolres Dumai AKBP Agus Salim ke rumah sakit.",
        f"{STOPPED} Dua tersangka ditangkap. Mereka direkrut oleh pria berinisial BD (40).",
        f"{STOPPED} Keduanya direkrut oleh pria berinisial BD (40).",
        f"Seorang relawan, Yusuf Mansur (40), ada. {STOPPED} Yusuf Mansur menampung para korban.",
        f"{STOPPED} Keluarga menuding mereka direkrut pria berinisial MZ.",
    ],
)
def test_nobody_did_it_or_nobody_knows_to_whom(text: str) -> None:
    found = read(text)
    for cls, prop in (
        ("Recruitment", "recruiter"),
        ("Harbouring", "harbourer"),
        ("Transporting", "transporter"),
    ):
        assert shown(found, cls, prop) == []


def test_who_made_the_offer() -> None:
    text = (
        "Polisi menangkap MZ (30). Kepada para korban, ia menjanjikan pekerjaan sebagai pengasuh "
        "anak di Malaysia."
    )
    assert shown(read(text), "JobOffer", "offeredBy") == ["MZ"]
    denied = text.replace("menjanjikan", "membantah menjanjikan")
    assert shown(read(denied), "JobOffer", "offeredBy") == []
    passive = "MZ (30) ditangkap. Para korban dijanjikan pekerjaan sebagai pengasuh anak."
    assert shown(read(passive), "JobOffer", "offeredBy") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "RS mengaku menerima upah Rp5 juta sekali jalan dari BD.",
        "BD membayar upah Rp5 juta kepada RS.",
        "BD mentransfer Rp5 juta ke tersangka RS.",
    ],
)
def test_who_paid_whom(sentence: str) -> None:
    found = read(f"Polisi menangkap RS (38) dan BD (40). {sentence}")
    assert shown(found, "Payment", "payer") == ["BD"]
    assert shown(found, "Payment", "payee") == ["RS"]
    assert shown(found, "Payment", "amountIdr") == ["5000000"]
    assert shown(found, "JobOffer", "feeIdr") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "RS belum menerima upah Rp5 juta dari BD.",
        "RS membantah menerima upah Rp5 juta dari BD.",
        "RS menerima upah Rp5 juta, sedangkan tiket dibeli dari BD.",
        "RS akan dibayar Rp5 juta oleh BD.",
        "Kapolres Dumai AKBP Agus Salim menyerahkan Rp5 juta kepada RS.",
    ],
)
def test_no_payment_was_made(sentence: str) -> None:
    found = read(f"Polisi menangkap RS (38) dan BD (40). {sentence}")
    assert shown(found, "Payment", "payer") == []


def origins(text: str) -> list[str]:
    found = read(text)
    return [
        c.value for c in found.claims if c.subject.startswith("grp:") and c.property == "origin"
    ]


def test_where_the_one_group_comes_from() -> None:
    assert origins(f"{STOPPED} Mereka berasal dari Jawa Timur dan Lampung.") == [
        "region:35",
        "region:18",
    ]
    assert origins(f"{STOPPED} Sebanyak 5 orang berasal dari Jawa Timur.") == []
    assert origins("Kedua perwira itu berasal dari Jawa Timur.") == []


def test_two_jobs_of_one_offer() -> None:
    text = "Para korban dijanjikan pekerjaan sebagai pelayan dan buruh kebun sawit di Malaysia."
    assert shown(read(text), "JobOffer", "jobTitle") == ["pelayan", "buruh kebun sawit"]
    text = "Para korban dijanjikan pekerjaan sebagai pelayan dan keluarga diberi uang."
    assert shown(read(text), "JobOffer", "jobTitle") == ["pelayan"]


def test_foreign_money_is_seized_by_its_words() -> None:
    found = read("Polisi menyita satu unit mobil dan uang tunai 2.100 ringgit.")
    assert shown(found, "Seizure", "seized") == ["satu unit mobil", "uang tunai 2.100 ringgit"]
    assert shown(found, "Item", "amountIdr") == []


def test_whoever_was_arrested_outright_may_be_a_witness_too() -> None:
    found = read("MZ (30) ditangkap Polres Dumai di Rupat dan diperiksa sebagai saksi.")
    assert shown(found, "Arrest", "apprehended") == ["MZ"]
    secured = read("MZ (30) diamankan Polres Dumai di Rupat sebagai saksi.")
    assert shown(secured, "Arrest", "apprehended") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sebanyak 12 korban disekap di satu rumah kontrakan milik tersangka HB (45).", ["HB"]),
        ("Sebanyak 12 korban ditampung di rumah aman milik Dinas Sosial.", []),
    ],
)
def test_in_whose_house_they_were_kept(text: str, who: list[str]) -> None:
    assert shown(read(text), "Harbouring", "harbourer") == who
