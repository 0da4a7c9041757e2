"""Deadlines told in words, on the promise or the duty to which they belong."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2026-09-10")
PLEDGE = "BP3MI Jawa Barat berkomitmen membuka posko {}."


@pytest.mark.parametrize(
    ("words", "deadlines"),
    [
        ("hingga akhir tahun ini", ["2026-12"]),
        ("paling lambat akhir tahun depan", ["2027-12"]),
        ("sebelum akhir 2027", ["2027-12"]),
        ("paling lambat bulan depan", ["2026-10"]),
        ("dalam tiga bulan", ["2026-12"]),
        ("dalam waktu enam bulan ke depan", ["2027-03"]),
        # What is over, about so long, or counted from what has no day.
        ("bagi korban dalam tiga bulan terakhir", []),
        ("dalam sekitar tiga bulan", []),
        ("dalam waktu dua bulan sejak izin terbit", []),
        ("dalam 14 hari", []),
    ],
)
def test_deadlines_of_a_promise(words: str, deadlines: list[str]) -> None:
    assert shown(read(PLEDGE.format(words)), "Commitment", "deadline") == deadlines


def test_days_count_from_the_one_day_of_the_news() -> None:
    found = read(
        "Dinas Tenaga Kerja Jawa Timur menyegel kantor PT Arta Jaya, Rabu (9/9/2026). Dinas "
        "Tenaga Kerja Jawa Timur memberi waktu 14 hari kepada PT Arta Jaya untuk membayar."
    )
    assert shown(found, "Directive", "deadline") == ["2026-09-23"]
    assert shown(found, "Directive", "addressedTo") == ["PT Arta Jaya"]


def test_a_duty_behind_what_is_done() -> None:
    found = read(
        "KemenP2MI menskors PT Mitra Bahana. Perusahaan telah memulangkan tiga "
        "pekerja dan wajib memulangkan enam lainnya paling lambat akhir tahun ini."
    )
    assert shown(found, "Directive", "deadline") == ["2026-12"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kepala BP3MI Jawa Barat Sutris Hadi yang turut hadir berjanji membuka posko.", 1),
        ("Kepala BP3MI Jawa Barat Sutris Hadi mengakui kekurangan dan berjanji membuka posko.", 1),
        ("Korban bernama Sutris Hadi mengakui kekurangan dan berjanji membuka posko.", 0),
    ],
)
def test_a_promise_apart_from_its_subject(text: str, party: int) -> None:
    assert len(shown(read(text), "Commitment", "committedParty")) == party


def test_a_month_of_a_plan() -> None:
    found = read("Kementerian P2MI berencana membuka kanal aduan pada November mendatang.")
    assert shown(found, "Commitment", "deadline") == ["2026-11"]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("berlaku tiga tahun sejak ditandatangani", ["2029-09-09"]),
        ("akan berlaku tiga tahun sejak ditandatangani", []),
    ],
)
def test_how_long_an_agreement_holds(words: str, ends: list[str]) -> None:
    found = read(
        "Kementerian P2MI dan Kemendes PDT menandatangani nota kesepahaman di Jakarta, Rabu "
        f"(9/9/2026). Naskah itu {words}."
    )
    assert shown(found, "MemorandumOfUnderstanding", "endDate") == ends


def test_what_a_firm_may_not_do_is_told_with_the_verb() -> None:
    found = read("Selama masa skorsing, PT Gemilang Tiga dilarang merekrut calon pekerja migran.")
    assert shown(found, "Directive", "description") == ["dilarang merekrut calon pekerja migran"]
    kept = read("Para korban dilarang keluar mes oleh RT (40).")
    assert not shown(kept, "Directive", "description")
