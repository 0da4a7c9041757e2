"""Countries that a sentence lists as where people were bound."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-10-09")
STOPPED = "Polres Tegal menggagalkan keberangkatan 12 calon PMI. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Negara tujuannya adalah Kamboja, Laos dan Oman.",
        "Beberapa negara yang menjadi tujuan para korban antara lain Kamboja, Laos, dan Oman.",
        "Adapun negara tujuan mereka yakni Kamboja, Laos, serta Oman.",
    ],
)
def test_a_list_is_of_what_was_told_last(sentence: str) -> None:
    found = shown(read(STOPPED + sentence), "Interception", "destination")
    assert found == ["Kamboja", "Laos", "Oman"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Negara tujuan penempatan terbesar adalah Malaysia.",
        "Negara tujuannya bukan Kamboja.",
        "Daerah tujuan wisata itu antara lain Bali dan Lombok.",
    ],
)
def test_what_nobody_was_bound_for(sentence: str) -> None:
    assert shown(read(STOPPED + sentence), "Interception", "destination") == []


def test_a_list_without_a_matter_is_of_nothing() -> None:
    found = read("Negara tujuannya antara lain Kamboja dan Laos.")
    assert not [claim for claim in found.claims if claim.property == "destination"]


def test_a_range_is_no_town() -> None:
    found = read("Kisaran antara Rp7 juta hingga Rp15 juta, kata pelaku. Kisaran gajinya tinggi.")
    assert not [entity for entity in found.entities if entity.caption == "Kisaran"]


def test_out_of_a_province_is_no_way_into_it() -> None:
    found = read(
        "Pelaku hendak mengirim lima PMI ke luar Nusa Tenggara Timur lewat Bandara El Tari."
    )
    assert "Nusa Tenggara Timur" not in shown(found, "Route", "destination")


def test_who_serves_at_a_point_and_when() -> None:
    found = read("Satgas TPPO Bandara Juanda, Selasa (7/10) berhasil mencegah 18 calon PMI.")
    assert shown(found, "Interception", "conductedBy") == ["Satgas TPPO"]
