"""A number is part of another where words or a sum say so, not where it stands beside it."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.output import to_data


def parts(text: str) -> set[tuple[str, str]]:
    found = to_data(extract(f"{text}\n", document=Metadata(published="2025-11-28")))
    called = {one["id"]: one["caption"] for one in found["entities"]}
    return {
        (called[claim["subject"]], called[claim["object"]])
        for claim in found["claims"]
        if claim["property"] == "includedIn"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Petugas membawa sembilan orang, yakni lima calon PMI dan empat tekong.",
        "Sebanyak sembilan orang dibawa, lima calon PMI dan empat tekong.",
        "Dari sembilan orang yang dibawa, lima calon PMI sudah pulang.",
        "Sebanyak sembilan orang dibawa (lima calon PMI dan empat tekong).",
    ],
)
def test_a_list_or_a_sum_makes_parts(text: str) -> None:
    assert ("lima calon PMI", "sembilan orang") in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "KBRI menangani 90 kasus, meningkat dibandingkan tahun lalu, yakni 40 kasus.",
        "Modus pekerja seks (PSK) ada 90 kasus, modus awak kapal (ABK) ada 40 kasus.",
        "Polisi menangkap sembilan orang dan menyelamatkan lima korban serta empat anak.",
        "Polisi menangkap sembilan tersangka: lima korban dan empat PMI dipulangkan.",
    ],
)
def test_what_only_stands_beside_a_number_is_no_part(text: str) -> None:
    assert parts(text) == set()
