"""Number, scope, witnesses and joined parties of an agreement."""

from __future__ import annotations

from loaders.text.draft import Metadata
from loaders.text.extract import extract

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
