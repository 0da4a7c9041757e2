"""Coarse values, pseudonyms, and tables as they may be published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.roles.coarse import decade, lifted, province_of
from graph.roles.pseudonyms import Pseudonyms
from graph.roles.tables import protect, totals_of
from ontology.model import Ontology

KEY = bytes(range(32))


@given(st.integers(0, 130))
def test_a_decade_is_true_and_coarse(age):
    assert decade(age) % 10 == 0
    assert decade(age) <= age < decade(age) + 10


@pytest.mark.parametrize(
    ("cls", "entity", "code"),
    [
        ("Village", "region:53.01.02.2001", "53"),
        ("Province", "region:21", "21"),
        ("Country", "country:MY", None),
        ("Territory", "region:x1", None),
        ("Company", "org:53", None),
        (None, "region:53", None),
    ],
)
def test_the_province_of_a_territory(ontology: Ontology, cls, entity, code):
    assert province_of(ontology, cls, entity) == code


@pytest.mark.parametrize(("pieces", "found"), [(1, "region:53"), (2, "region:53.01")])
def test_territories_are_lifted(pieces, found):
    assert lifted("region:53.01.02.2001", pieces) == found
    assert lifted("region:53", pieces) == "region:53"


@given(st.text(min_size=1, max_size=40))
def test_pseudonyms_are_stable_and_tell_nothing(entity):
    mine, others = Pseudonyms(KEY, "analyst"), Pseudonyms(KEY, "policy")
    told = mine.entity(f"per:{entity}", "Person")
    assert told == Pseudonyms(KEY, "analyst").entity(f"per:{entity}", "Person")
    assert told != others.entity(f"per:{entity}", "Person")
    assert told != Pseudonyms(KEY[::-1], "analyst").entity(f"per:{entity}", "Person")
    assert told.startswith("person:p")
    assert len(told) == len("person:p") + 20


def test_claims_states_and_entities_have_marks_of_their_own():
    one = Pseudonyms(KEY, "analyst")
    marks = {one.claim("a")[:20], one.state("a")[:20], one.entity("a", "X")[3:]}
    assert len(marks) == 3
    assert len(one.claim("0" * 32)) == 32


# -- tables --------------------------------------------------------------------------------


def test_a_cell_counts_in_three_totals():
    assert totals_of(("a", "x")) == (("a", ""), ("", "x"), ("", ""))


def test_numbers_are_rounded_down_and_totals_from_true_sums():
    found = protect({("a", "x"): 19, ("a", "y"): 19, ("b", "x"): 55}, 10)
    assert (found.rows, found.columns) == (("a", "b"), ("x", "y"))
    assert found.cells["a", "x"] == 10
    assert found.cells["b", "y"] == 0
    assert found.cells["a", ""] in (30, None)


def test_a_total_that_would_give_a_cell_away_is_withheld():
    # Two cells below ten that sum to eighteen are nine each.
    found = protect({("a", "x"): 9, ("a", "y"): 9}, 9)
    assert found.cells["a", "x"] == 9
    given_away = protect({(row, "x"): 9 for row in "abcdefghij"}, 10)
    assert given_away.cells["", ""] is None


def test_an_empty_table_is_published_as_it_is():
    assert protect({}, 10).cells == {}
