"""What newsrooms put before the first sentence is no part of it, and nothing else is cut."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


@pytest.mark.parametrize(
    "lead", ["", "KUPANG - ", "Kupang, Kabarpulau.com – ", "KUPANG, Kabarpulau (6/11) -- "]
)
def test_a_gathering_is_read_behind_any_dateline(lead: str) -> None:
    told = "Rapat koordinasi dipimpin Gubernur NTT Emanuel Laka di Atambua, Rabu (5/11/2025)."
    found = extract(f"Rakor\n\n{lead}{told}\n", document=Metadata(published="2025-11-28"))
    assert [c.value for c in found.claims if c.property == "date" and "meeting" in c.subject] == [
        "2025-11-05"
    ]


def test_who_is_named_before_a_dash_stays() -> None:
    text = "Rakor\n\nPolda NTT - Emanuel Laka menandatangani nota kesepahaman.\n"
    found = extract(text, document=Metadata(published="2025-11-28"))
    assert "Polda NTT" in [m.text for m in found.mentions]
