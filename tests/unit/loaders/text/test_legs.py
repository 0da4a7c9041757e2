"""A way told leg by leg ends where its last leg ends."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-12")


@pytest.mark.parametrize(
    ("text", "transit", "destination"),
    [
        ("Mereka diterbangkan dari Bandara Juanda menuju Kuala Lumpur, lalu diteruskan lewat jalur "
         "darat sampai Poipet.", ["Kuala Lumpur"], ["Poipet"]),
        ("Korban diberangkatkan dari Parepare menuju Nunukan, lalu masuk ke Tawau.",
         ["Kabupaten Nunukan"], ["Tawau"]),
        ("Mereka dibawa dari Medan ke Batam, kemudian diseberangkan ke Johor.",
         ["Kota Batam"], ["Johor"]),
        ("Korban diberangkatkan dari Medan ke Malaysia, kemudian polisi menuju Batam.",
         [], ["Malaysia"]),
        ("Korban dikirim dari Medan ke Malaysia dan uangnya dikirim ke Batam.", [], ["Malaysia"]),
    ],
)  # fmt: skip
def test_a_way_ends_where_its_last_leg_does(
    text: str, transit: list[str], destination: list[str]
) -> None:
    found = read(text)
    assert shown(found, "Route", "transit") == transit
    assert shown(found, "Route", "destination") == destination
