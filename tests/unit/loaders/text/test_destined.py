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


@pytest.mark.parametrize(
    "text",
    [
        "Polisi menangkap GR karena hendak membawa 23 korban ke Oman secara ilegal.",
        "Pengadilan mengadili perkara pengiriman 23 pekerja migran secara ilegal ke Oman.",
        "Sebanyak 23 warga asal Brebes hendak bekerja ke Negara Oman tanpa dokumen.",
        "Perekrutan 23 orang untuk dipekerjakan secara ilegal di Oman itu diungkap polisi.",
        "Ada 23 calon PMI ilegal yang hendak dikirim dari Bintan menuju Oman.",
    ],
)
def test_those_counted_were_bound_for_somewhere(text: str) -> None:
    assert shown(read(text), "Group", "destination") == ["Oman"]


@pytest.mark.parametrize(
    "text",
    [
        "Polisi menangkap lima orang yang memberangkatkan korban ke Oman.",
        "Sebanyak 23 warga akan berangkat ke Arab Saudi untuk umrah.",
        "Sebanyak 23 korban dipulangkan dari Oman ke Brebes.",
        "Sepanjang 2024, sebanyak 23 korban diberangkatkan ke Oman.",
    ],
)
def test_those_counted_were_not_bound(text: str) -> None:
    assert shown(read(text), "Group", "destination") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Keduanya bertugas memberangkatkan korban ke Oman.", ["Oman"]),
        ("Pelaku menyalurkan warga desa untuk bekerja di Dubai secara ilegal.", ["Dubai"]),
        ("Sindikat itu mengirim korban ke timur tengah tanpa izin.", ["timur tengah"]),
        ("Para calon PMI ilegal itu hendak ke malaysia.", ["Malaysia"]),
        (
            "Mereka berencana secara ilegal menuju negara-negara di Asia seperti Laos dan Vietnam, "
            "serta negara Eropa seperti Polandia dan Serbia.",
            ["Laos", "Vietnam", "Eropa", "Polandia", "Serbia"],
        ),
    ],
)
def test_the_end_of_a_way_is_told_alone(text: str, places: list[str]) -> None:
    assert shown(read(text), "Route", "destination") == places


@pytest.mark.parametrize(
    "text",
    [
        "Pemerintah memberangkatkan para perawat ke Jepang melalui program G to G.",
        "Korban diimbau agar tidak berangkat secara ilegal ke Oman.",
        "Korban gagal diberangkatkan dengan kapal ke Batam secara ilegal.",
        "Warga negara Malaysia itu menampung korban.",
    ],
)
def test_no_end_of_an_unlawful_way(text: str) -> None:
    assert shown(read(text), "Route", "destination") == []
