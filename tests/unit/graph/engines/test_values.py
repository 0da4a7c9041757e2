from __future__ import annotations

import pytest
from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration, Time

from graph.engines.values import plain, storable
from graph.errors import StoreError
from graph.store import Value


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -(2**63), 0.5, "", "𝄞", [], ["a"], [1, 2], [True], [0.5]],
)
def test_storable_keeps_what_both_engines_keep(value: Value) -> None:
    assert storable("x", value) == value


@pytest.mark.parametrize(
    "value",
    [{}, [None], [[]], [{}], [1, 1.5], [True, 1], float("nan"), -float("inf"), 2**63, "\udfff"],
)
def test_storable_refuses_the_rest_by_name(value: Value) -> None:
    with pytest.raises(StoreError, match=r"org:x\.name"):
        storable("org:x.name", value)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Date(2025, 7, 30), "2025-07-30"),
        (Time(10, 30, 0), "10:30:00.000000000"),
        (DateTime(2025, 7, 30, 10, 30, 0), "2025-07-30T10:30:00.000000000"),
        (Duration(days=3), "P3D"),
        ([Date(2025, 7, 30), None], ["2025-07-30", None]),
        ({"a": {"b": (1, 2)}}, {"a": {"b": [1, 2]}}),
        (True, True),
    ],
)
def test_plain(given: object, expected: Value) -> None:
    found = plain(given)
    assert found == expected
    assert type(found) is type(expected)


def test_plain_refuses_what_no_query_returns() -> None:
    with pytest.raises(StoreError, match="CartesianPoint"):
        plain(CartesianPoint((1, 2)))
