"""Addresses as they are written."""

from __future__ import annotations

import pytest

from graph.resolution.names.address import compare_addresses, parse_address


def test_parts_are_read_in_any_order() -> None:
    found = dict(parse_address("Kel. Pejanggik, Jl. Transmigrasi No. 12 RT 03/04, Mataram").fields)
    assert found == {
        "village": "pejanggik", "street": "transmigrasi", "number": "12", "rt": "3", "rw": "4",
        "place": "mataram",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "decision"),
    [
        ("Jl. Merdeka No. 5, Batam", "Jalan Merdeka 5, Batam", "same"),
        ("Jl Merdeka no.5 RT.01 RW.02", "Jln. Merdeka Nomor 5, RT 001/RW 002", "same"),
        ("Jl. Soedirman No. 5", "Jalan Sudirman no 5", "same"),
        ("Jl. Merdeka No. 5", "Jl. Merdeka No. 7", "different"),
        ("Jl. Merdeka No. 5, Batam", "Jl. Merdeka No. 5, Bintan", "different"),
        ("Jl. Merdeka No. 5, Kec. Sekupang, Kota Batam", "Jl. Merdeka No. 5", "same"),
        ("Kec. Sekupang, Kota Batam", "Jl. Merdeka No. 5, Kota Batam", "different"),
        ("Gg. Mawar 3", "Gang Mawar No. 3", "same"),
        ("Jl. 17 Agustus 5", "Jl. 17 Agustus No 5", "same"),
    ],
)
def test_addresses(left: str, right: str, decision: str) -> None:
    match = compare_addresses(left, right)
    assert match.decision == decision, match.explanation
    assert compare_addresses(right, left).decision == decision
