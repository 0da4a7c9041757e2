"""Bars over periods: names of years are readable."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from graph.services.trends import Trend
from viz.bars import render


@pytest.mark.parametrize("per_year", [1, 4, 12])
@pytest.mark.parametrize("years", [1, 3, 9, 20, 27])
def test_names_of_years_neither_meet_nor_leave_the_picture(years: int, per_year: int) -> None:
    # The first year has begun late, as records do.
    every = [f"{2000 + y}-{p + 1:02}" for y in range(years) for p in range(per_year)]
    periods = tuple(every[per_year - 1 :])
    drawn = render(Trend("arrests", periods, (1,) * len(periods), 0), "x")
    named = re.findall(r'x="([\d.]+)" y="137"[^>]*>(\d{4})<', drawn)
    places = [float(x) for x, _ in named]
    assert places
    assert all(right - left >= 38 for left, right in pairwise(places))
    assert places[-1] + 34 <= 540
