"""Several cases of one text, the first and the second: what befell whom stays in its own."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader

read = reader("2025-06-10")
TWO = (
    "Polres Belu mengungkap dua kasus. Pengungkapan pertama dilakukan di Atambua. Polres Belu "
    "menyelamatkan 4 calon PMI dan menangkap RD (41). {second} dilakukan di Weluli. Polres Belu "
    "menyelamatkan empat calon PMI dan menangkap SK (37)."
)


def events(found: Extraction, cls: str) -> int:
    return sum(entity.cls == cls for entity in found.entities)


@pytest.mark.parametrize("second", ["Sedangkan pengungkapan kedua", "Kasus kedua"])
def test_the_second_case_has_events_of_its_own(second: str) -> None:
    found = read(TWO.format(second=second))
    assert events(found, "Rescue") == 2
    assert events(found, "Arrest") == 2


def test_the_case_of_two_suspects_opens_no_part() -> None:
    found = read(
        "Polres Belu menangkap dua orang di Atambua, Senin (2/6). Kasus kedua tersangka itu ramai "
        "dibicarakan. Keduanya, RD (41) dan SK (37), ditangkap di Atambua."
    )
    assert events(found, "Arrest") == 1
