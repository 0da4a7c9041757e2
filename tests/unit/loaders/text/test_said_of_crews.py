"""Crews and others of whom several sentences tell: besides whom, in what status, for what pay."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2025-11-14")


def stages(found: Extraction) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls == "LegalStage"}


def test_besides_whom_others_were_caught() -> None:
    found = read("Selain Hamzah Laode (52), polisi membekuk dua anak buahnya, MR (24) dan SB (31).")
    assert set(shown(found, "Arrest", "apprehended")) >= {"Hamzah Laode", "MR", "SB"}


@pytest.mark.parametrize(
    "text",
    [
        "Selain memeriksa Hamzah Laode (52), polisi membekuk MR (24).",
        "Selain Kapolres Hamzah Laode, polisi membekuk MR (24).",
    ],
)
def test_besides_whom_nobody_says_was_caught(text: str) -> None:
    assert shown(read(text), "Arrest", "apprehended") == ["MR"]


CREW = "Polisi menangkap nakhoda HL (52) serta dua anak buahnya, MR (24) dan SB (31), di Rote. "


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ketiga awak kapal telah ditetapkan sebagai tersangka dan ditahan.", 6),
        ("Ketiga awak kapal belum ditetapkan sebagai tersangka.", 0),
        ("Kelima awak kapal telah ditetapkan sebagai tersangka.", 0),
    ],
)
def test_the_crew_by_number(text: str, count: int) -> None:
    told = {one for one in stages(read(CREW + text)) if "suspect" in one or "detained" in one}
    assert len(told) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peran Chen Wei masih didalami. Statusnya sudah DPO.", {"Chen Wei: wanted"}),
        ("Peran Chen Wei masih didalami. Statusnya masih saksi.", set()),
        ("Chen Wei dan Rudi Harto diperiksa. Statusnya sudah DPO.", set()),
        ("Kapolres Kupang Chen Wei hadir. Statusnya tersangka.", set()),
    ],
)
def test_whose_status_it_is(text: str, expected: set[str]) -> None:
    assert stages(read(text)) & {"Chen Wei: wanted", "Chen Wei: suspect"} == expected


def test_what_one_of_the_accused_was_promised_is_no_offer_to_workers() -> None:
    found = read(
        "Polisi menangkap nakhoda bernama Hamzah Laode (52). Hamzah dijanjikan bayaran Rp 100 juta "
        "oleh seorang pria bernama Chen Wei."
    )
    assert shown(found, "JobOffer", "promisedPay") == []


def test_money_that_flowed_to_an_agent_who_is_sought() -> None:
    found = read(
        "Rp 15 juta per orang mengalir ke Dicky Prasetya, agen di Jakarta yang kini berstatus "
        "buron."
    )
    assert stages(found) == {"Dicky Prasetya: wanted"}
    assert shown(found, "Payment", "payee") == ["Dicky Prasetya"]


def test_whom_prosecutors_charge_and_where_he_is_tried() -> None:
    found = read(
        "Wahyu Setiadi mulai diadili di Pengadilan Negeri Cilacap. Jaksa menjerat Wahyu dengan "
        "Pasal 4 UU Nomor 21 Tahun 2007."
    )
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 4"]
    assert shown(found, "Case", "court") == ["Pengadilan Negeri Cilacap"]


def test_the_first_word_of_a_name_may_be_common() -> None:
    found = read("La Ode Hamzah (52) ditahan.")
    assert shown(found, "LegalStage", "stageOf") == ["La Ode Hamzah"]
