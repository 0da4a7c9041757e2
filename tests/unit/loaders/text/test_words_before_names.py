"""What a headline writer puts before a name is no part of it: ``Aksi Marwan Hutagaol``."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


@pytest.mark.parametrize(
    "word", ["Niat", "Aksi", "Ulah", "Bantahan", "Unggahan", "Gaji", "Rupanya"]
)
def test_a_name_begins_behind_a_common_noun(word: str) -> None:
    text = f"Kasus TPPO di Batam\n\n{word} Marwan Hutagaol (39) diungkap polisi.\n"
    found = extract(text, document=Metadata(published="2025-11-28"))
    assert [one.caption for one in found.entities if one.cls == "Person"] == ["Marwan Hutagaol"]
