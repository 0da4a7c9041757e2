"""What prosecutors demand, as events of their own that nobody takes for verdicts."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-09-15")


def told(text: str, cls: str = "SentenceDemand") -> dict[str, dict[str, str]]:
    """Return what the events of a class say of each defendant; the last of several values."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    events = {entity.id for entity in found.entities if entity.cls == cls}
    claims = [c for c in found.claims if c.subject in events]
    who = {c.subject: captions[c.value] for c in claims if c.property == "defendant"}
    made: dict[str, dict[str, str]] = {name: {} for name in who.values()}
    for c in claims:
        if c.property != "defendant":
            made[who[c.subject]][c.property] = captions.get(c.value, c.value)
    return made


def test_a_demand_has_term_fine_court_day_office_and_no_verdict() -> None:
    text = (
        "JPU Kejari Kota Kupang menuntut terdakwa Anton Wangge 7 tahun penjara dan denda Rp200 "
        "juta subsider empat bulan kurungan di PN Kupang, Kamis (4/9/2025)."
    )
    assert told(text) == {
        "Anton Wangge": {
            "sentenceMonths": "84",
            "fineIdr": "200000000",
            "fineSubstituteMonths": "4",
            "court": "PN Kupang",
            "date": "2025-09-04",
            "conductedBy": "Kejari Kota Kupang",
        }
    }
    assert told(text, "Verdict") == {}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Anton Wangge dituntut 7 tahun penjara, sedangkan Yosefina Bria 5 tahun penjara.",
            {"Anton Wangge": "84", "Yosefina Bria": "60"},
        ),
        (
            "Jaksa membacakan surat tuntutan untuk tiga orang: Edi Susanto 10 tahun, Rina Marlina "
            "8 tahun, dan Ujang Wijaya 4 tahun.",
            {"Edi Susanto": "120", "Rina Marlina": "96", "Ujang Wijaya": "48"},
        ),
        (
            "Terdakwa Edi Susanto, Rina Marlina, dan Ujang Wijaya masing-masing dituntut 4 tahun "
            "penjara.",
            {"Edi Susanto": "48", "Rina Marlina": "48", "Ujang Wijaya": "48"},
        ),
        (
            "Hakim PN Kupang memvonis Anton Wangge 3 tahun penjara. Vonis itu lebih ringan dari "
            "tuntutan jaksa yang menuntut Anton 5 tahun penjara.",
            {"Anton Wangge": "60"},
        ),
        (
            "Dituntut tiga tahun, Anton Wangge malah dijatuhi empat tahun penjara oleh hakim.",
            {"Anton Wangge": "36"},
        ),
        (
            "Hakim PN Kupang memvonis Anton Wangge lepas. Jaksa sebelumnya menuntutnya lima tahun.",
            {"Anton Wangge": "60"},
        ),
        ("Jaksa meminta hakim menghukum Anton Wangge lima tahun penjara.", {"Anton Wangge": "60"}),
    ],
)
def test_who_is_to_serve_what(text: str, terms: dict[str, str]) -> None:
    assert {who: its["sentenceMonths"] for who, its in told(text).items()} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Keluarga korban menuntut Anton Wangge dihukum 20 tahun penjara.",
        "Warga meminta hakim menghukum Anton Wangge 20 tahun penjara.",
        "Jaksa akan menuntut Anton Wangge pekan depan.",
        "Terdakwa Anton Wangge terancam dituntut 15 tahun penjara.",
        "Jaksa menuntut Anton Wangge bebas.",
        "Anton Wangge menuntut ganti rugi Rp200 juta kepada perusahaan.",
    ],
)
def test_what_is_no_demand_of_prosecutors(text: str) -> None:
    assert told(text) == {}


def test_one_demand_beside_the_verdicts_on_three_may_not_be_that_of_each() -> None:
    text = (
        "Hakim PN Kupang memvonis Anton Wangge, Yosefina Bria, dan Edi Susanto masing-masing 2 "
        "tahun penjara. Vonis ini lebih ringan dari tuntutan jaksa yang menuntut 6 tahun penjara."
    )
    assert told(text) == {}


def test_a_demand_has_not_the_day_of_the_verdict() -> None:
    text = (
        "Pada 24 April 2025, PN Kupang menghukum Anton Wangge 4 tahun penjara. Jaksa yang "
        "menuntut 7 tahun mengajukan banding."
    )
    assert told(text) == {"Anton Wangge": {"sentenceMonths": "84", "court": "PN Kupang"}}
    assert told(text, "Verdict")["Anton Wangge"]["date"] == "2025-04-24"


def test_a_demand_told_of_before_has_not_the_day_of_this_session() -> None:
    text = (
        "Anton Wangge membacakan pembelaan di PN Kupang, Rabu (10/9/2025). Ia sebelumnya dituntut "
        "lima tahun penjara."
    )
    assert told(text) == {"Anton Wangge": {"sentenceMonths": "60", "court": "PN Kupang"}}


def test_money_asked_for_in_the_next_sentence_is_of_the_same_demand() -> None:
    text = (
        "Anton Wangge dituntut 8 tahun penjara. Jaksa juga meminta terdakwa membayar denda Rp500 "
        "juta subsider enam bulan kurungan. Jaksa juga membebankan restitusi Rp75 juta kepada "
        "Anton Wangge, subsider satu tahun penjara."
    )
    found = told(text)["Anton Wangge"]
    assert (found["fineIdr"], found["fineSubstituteMonths"]) == ("500000000", "6")
    assert (found["restitutionIdr"], found["restitutionSubstituteMonths"]) == ("75000000", "12")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("dan denda Rp100 juta subsider 2 bulan kurungan.", "2"),
        (
            "dan denda Rp100 juta dengan ketentuan apabila tidak dibayar dalam waktu satu bulan "
            "diganti pidana kurungan selama 3 bulan.",
            "3",
        ),
        ("dan denda Rp100 juta. Bila denda tidak dibayar, diganti dengan kurungan 4 bulan.", "4"),
        ("dan denda Rp100 juta. Ia sudah ditahan 4 bulan.", None),
    ],
)
def test_what_stands_in_for_a_fine(text: str, months: str | None) -> None:
    verdict = told(f"Hakim PN Kupang memvonis Anton Wangge 3 tahun penjara {text}", "Verdict")
    assert verdict["Anton Wangge"].get("fineSubstituteMonths") == months
    assert verdict["Anton Wangge"]["sentenceMonths"] == "36"


def test_a_fine_that_was_asked_for_is_not_imposed() -> None:
    text = (
        "Hakim PN Kupang memvonis Anton Wangge 3 tahun penjara dan denda Rp100 juta. Vonis itu "
        "lebih ringan dari tuntutan jaksa, yakni lima tahun penjara dan denda Rp200 juta."
    )
    assert told(text, "Verdict")["Anton Wangge"]["fineIdr"] == "100000000"
    assert told(text)["Anton Wangge"]["fineIdr"] == "200000000"


def test_what_a_bench_is_asked_for_is_of_each() -> None:
    found = told(
        "Jaksa dari Kejari Parepare itu meminta majelis menghukum Muh. Arsan (57) tujuh tahun "
        "penjara, Syamsur Bahar (44) lima tahun, dan Nurhaya alias Mama Eda (39) tiga tahun."
    )
    months = {who: one["sentenceMonths"] for who, one in found.items()}
    assert months == {"Muh. Arsan": "84", "Syamsur Bahar": "60", "Nurhaya": "36"}
