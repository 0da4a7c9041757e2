from __future__ import annotations

from datetime import date

import pytest

from ontology import edtf
from ontology.errors import ValueTypeError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-08-06", date(2025, 8, 6), date(2025, 8, 6)),
        ("2025-08-06?", date(2025, 8, 6), date(2025, 8, 6)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-08%", date(2025, 8, 1), date(2025, 8, 31)),
        ("2025/2026", date(2025, 1, 1), date(2026, 12, 31)),
        ("2024-10-21/..", date(2024, 10, 21), None),
        ("../2024-10-20", None, date(2024, 10, 20)),
        ("2024-10-21/", date(2024, 10, 21), None),
        ("1678", date(1678, 1, 1), date(1678, 12, 31)),
        ("2261-12-31", date(2261, 12, 31), date(2261, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_a_date_can_mean(
    text: str, first: date | None, last: date | None
) -> None:
    assert edtf.bounds(text) == (first, last)
    assert edtf.check(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "../..", "19x", "31/12/2025", "2025-13", "2025-00", "2025-02-30", "2025-2"),
        *("2025-00-01", "1677", "2262", "2025/2024", "2025-08-06T10:00", " 2025"),
        *("2025/2026/2027", "2025-08-06??", "0000"),
        "2025-01-00",
        "２０２５",
    ],
)
def test_what_is_no_date_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(ValueTypeError):
        edtf.check(text)


def test_an_interval_is_refused_where_one_date_is_meant() -> None:
    with pytest.raises(ValueTypeError, match="one date"):
        edtf.check("2025/2026", is_interval_allowed=False)


@pytest.mark.parametrize(
    ("one", "other", "is_overlap"),
    [
        ("2025", "2025-08-06", True),
        ("2025-08-06", "2025-08-07", False),
        ("2024-10-21/..", "2030", True),
        ("2024-10-21/..", "2024-10-20", False),
        ("../2024-10-20", "1990", True),
        ("../2024-10-20", "2024-10-21/..", False),
        (None, "2025", True),
        ("2025", None, True),
        ("2025-01/2025-03", "2025-03-31/2025-06", True),
    ],
)
def test_overlap_is_symmetric(one: str | None, other: str | None, is_overlap: bool) -> None:
    assert edtf.overlaps(one, other) is is_overlap
    assert edtf.overlaps(other, one) is is_overlap
