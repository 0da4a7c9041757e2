from __future__ import annotations

import pytest

from loaders.tabular.suggest import nearest
from loaders.tabular.territories import territory
from ontology.errors import ValueTypeError


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jawa Brat", " Nearest: 'Jawa Barat'."),
        ("JAWA TIMR", " Nearest: 'Jawa Timur'."),
        ("Wonderland", ""),
        ("", ""),
        ("x" * 10_000, ""),
    ],
)
def test_the_nearest_is_told_where_one_is_near(text: str, told: str) -> None:
    assert nearest(text, ["Jawa Barat", "Jawa Timur"]) == told


def test_a_misspelt_territory_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueTypeError, match="Nearest: 'jawa barat'"):
        territory("Jawa Brat", "province")
