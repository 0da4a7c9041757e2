"""Number, scope, witnesses and joined parties of an agreement."""

from __future__ import annotations

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from tests.extractions import shown

TEXT = """Judul berita

Kementerian Pelindungan Pekerja Migran Indonesia/Badan Pelindungan Pekerja Migran Indonesia \
(KP2MI/BP2MI) dan Pemerintah Provinsi Jawa Tengah menandatangani nota kesepahaman di Pendopo \
Gubernur, Kota Semarang, Rabu (16/7/2025).

Penandatanganan dilakukan oleh Menteri P2MI Rahmat Hidayat dan Gubernur Jawa Tengah Taufik \
Santoso, disaksikan Kapolda Jawa Tengah Irjen Pol Bambang Sutejo.

Nota kesepahaman bernomor 11/KP2MI/VII/2025 itu berlaku lima tahun. Ruang lingkupnya mencakup \
pertukaran data dan pelatihan calon pekerja.
"""


def test_terms() -> None:
    found = extract(TEXT, document=Metadata(published="2025-07-16"))
    names = {entity.id: entity.caption for entity in found.entities}
    told: dict[str, set[str]] = {}
    for claim in found.claims:
        if claim.subject.startswith("agr:"):
            told.setdefault(claim.property, set()).add(names.get(claim.value, claim.value))
    assert told["party"] == {
        "Kementerian Pelindungan Pekerja Migran Indonesia",
        "Badan Pelindungan Pekerja Migran Indonesia",
        "Pemerintah Provinsi Jawa Tengah",
    }
    assert told["number"] == {"11/KP2MI/VII/2025"}
    assert told["signatory"] == {"Rahmat Hidayat", "Taufik Santoso"}
    assert told["witness"] == {"Bambang Sutejo"}
    assert told["locatedIn"] == {"Kota Semarang"}
    assert {"data-exchange", "training"} <= told["objective"]


def _of(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2026-04-20"))


def test_heads_declare_for_their_offices() -> None:
    found = _of(
        "Gubernur NTB Lalu Rahmat Hidayat bersama Menteri P2MI Abdul Kadir, Kapolda NTB Irjen Pol "
        "Hadi Gunawan, dan sepuluh bupati mendeklarasikan gerakan itu, Sabtu (18/4/2026)."
    )
    assert shown(found, "Declaration", "party") == [
        "Pemerintah Provinsi Nusa Tenggara Barat",
        "Kementerian Pelindungan Pekerja Migran Indonesia",
        "Kepolisian Daerah Nusa Tenggara Barat",
    ]
    assert shown(found, "Declaration", "date") == ["2026-04-18"]


def test_a_paper_is_that_of_the_agreement_before() -> None:
    found = _of(
        "Polda NTB dan Pemprov NTB menandatangani nota kesepahaman, Sabtu (18/4). BP3MI NTB dan "
        "Universitas Mataram meneken perjanjian kerja sama. Naskah bernomor 560/12/PKS/2026 itu "
        "berlaku dua tahun."
    )
    assert shown(found, "CooperationAgreement", "number") == ["560/12/PKS/2026"]
    assert shown(found, "MemorandumOfUnderstanding", "number") == []


def test_a_diocese_is_a_party() -> None:
    found = _of(
        "BP3MI NTT dan Keuskupan Larantuka menandatangani komitmen bersama, Kamis (6/11/2025)."
    )
    assert shown(found, "Agreement", "party") == [
        "BP3MI Nusa Tenggara Timur",
        "Keuskupan Larantuka",
    ]


def test_a_signing_that_somebody_sees_is_an_agreement() -> None:
    found = _of(
        "Ia menyaksikan penandatanganan perjanjian kerja sama antara Pemerintah Kabupaten Kendal "
        "dan BP3MI Jawa Tengah."
    )
    parties = shown(found, "CooperationAgreement", "party")
    assert parties == ["Pemerintah Kabupaten Kendal", "BP3MI Jawa Tengah"]
    found = _of(
        "Ia akan menyaksikan penandatanganan perjanjian kerja sama antara Pemkab Kendal dan BP3MI "
        "Jawa Tengah."
    )
    assert shown(found, "CooperationAgreement", "party") == []
