"""Sentences that accuse nobody, or somebody else: no claim may say otherwise."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract

_ACCUSING = frozenset(
    {
        "LegalStage", "CaseRole", "BrokerRole", "Recruitment", "Harbouring", "Transporting",
        "Arrest", "Verdict", "LicenceAction",
    }
)  # fmt: skip


def accused(sentence: str) -> set[str]:
    """Captions of whom the claims of a sentence accuse of anything."""
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    classes = {entity.id: entity.cls for entity in found.entities}
    captions = {entity.id: entity.caption for entity in found.entities}
    whom = ("Person", "Company", "PlacementCompany")
    return {
        captions[claim.value]
        for claim in found.claims
        if classes.get(claim.subject) in _ACCUSING and classes.get(claim.value) in whom
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Keluarga mendesak polisi menetapkan Hendra Wijaya sebagai tersangka.",
        "Pengacara Hendra Wijaya mengatakan kliennya bukan perekrut.",
        "Polisi belum menangkap Hendra Wijaya.",
        "Hendra Wijaya disebut sebagai calo, namun polisi menyatakan itu tidak terbukti.",
        "Hakim menyatakan Hendra Wijaya tidak terbukti bersalah.",
        "Jaksa meminta hakim menghukum Hendra Wijaya lima tahun penjara.",
        "Hendra Wijaya, tetangga tersangka, mengaku tidak tahu.",
        "Istri tersangka, Rina Lestari, menolak berkomentar.",
        "Aktivis Hendra Wijaya menemui terdakwa di rutan.",
        "Tim SAR mencari Hendra Wijaya, penumpang kapal yang tenggelam.",
        "KP2MI tidak mencabut izin PT Maju Jaya.",
        "KP2MI mengancam mencabut izin PT Maju Jaya.",
        "Izin PT Maju Jaya terancam dicabut.",
        "Izin PT Maju Jaya batal dicabut setelah kewajiban dipenuhi.",
        "PT Maju Jaya membantah izinnya dicabut.",
        "PTUN membatalkan pencabutan izin PT Maju Jaya.",
        "Mahkamah Agung membatalkan vonis 5 tahun penjara terhadap Hendra Wijaya.",
        "Hendra Wijaya terancam hukuman 15 tahun penjara.",
        "Andai bersalah, Hendra Wijaya dihukum 15 tahun penjara.",
        "Jika terbukti, HS (45) akan ditetapkan sebagai tersangka.",
        "Polda NTT membantah telah menangkap Hendra Wijaya.",
        "Kabar Hendra Wijaya ditangkap polisi adalah hoaks.",
        "Benarkah Hendra Wijaya merekrut 10 orang?",
        "Tidak benar Hendra Wijaya merekrut 10 orang.",
        "Tersangka diduga bekerja sama dengan oknum berinisial HS (45).",
        "Gubernur meminta polisi menangkap perekrut bernama Hendra Wijaya.",
        "Kuasa hukum terdakwa Budi Salim, Rudi Hartono, menyatakan banding.",
    ],
)
def test_nobody_is_accused(sentence: str) -> None:
    assert accused(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("Hendra Wijaya menjadi saksi kunci terhadap terdakwa Budi Salim.", "Budi Salim"),
        ("Menurut Hendra Wijaya, tersangka Budi Salim menampung 5 korban.", "Budi Salim"),
        ("Hendra Wijaya melaporkan Budi Salim yang merekrut 12 orang.", "Budi Salim"),
        ("Selain Hendra Wijaya, polisi menetapkan Budi Salim sebagai tersangka.", "Budi Salim"),
        ("HS (45) menjadi saksi, sementara RD (30) ditetapkan sebagai tersangka.", "RD"),
        ("HS (45) dan RD (30) adalah korban yang direkrut tersangka MK (50).", "MK"),
        ("PT Maju Jaya menggugat pencabutan izin PT Sinar Abadi.", "PT Sinar Abadi"),
    ],
)
def test_only_whom_the_sentence_accuses(sentence: str, only: str) -> None:
    assert accused(sentence) == {only}
