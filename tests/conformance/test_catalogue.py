"""Guards over every query of the catalogue: words, promises, and a total order of rows."""

from __future__ import annotations

import re

import pytest

from graph.catalogue.document import PAGE, page
from graph.catalogue.query import Query, load_catalogue

CATALOGUE = load_catalogue()

each_query = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))

NAMED = (
    *("recruiter_chain", "shared_identifiers", "p3mi_history", "licence_at_event"),
    *("partnership_network", "partnership_coverage", "declarations_without_follow_up"),
    *("counts_reconciled", "interceptions_by_route", "actor_timeline", "corroboration"),
    "contradictions",
)
"""Queries that the interface and the README link to by name."""

ONE_ROW = {
    # An id names one entity, so there is nothing to order.
    "entity_by_id",
}


def test_the_named_queries_are_there() -> None:
    assert set(NAMED) <= set(CATALOGUE)


def test_each_role_has_questions_of_its_own() -> None:
    access = {query.access for query in CATALOGUE.values()}
    everyone = ("policy", "analyst", "investigator")
    assert access == {everyone, everyone[1:], everyone[2:]}


def test_the_page_of_queries_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(CATALOGUE), "run `python -m graph.catalogue.document`"


@each_query
def test_both_languages_say_something_of_their_own(query: Query) -> None:
    for text in (query.title, query.description):
        assert text.id != text.en
        assert len(text.id.split()) >= 1
    for text in (query.description, *(c.description for c in query.columns)):
        assert text.id.endswith(".")
        assert text.en.endswith(".")


@each_query
def test_required_parameters_have_examples(query: Query) -> None:
    for parameter in query.parameters:
        assert not parameter.is_required or parameter.example is not None


IDENTIFYING = re.compile(r"(?:^|[._(\s])(?:id|ids|kind|property|link|agreement_kind)\b|_ids?\b")
"""What the last key of an order must name: an id, or the last column rows are grouped by."""

NEVER_NULL = {
    # The WHERE before it keeps dated rows only.
    "actor_timeline": {"day"},
    # Found by its measure.
    "counts_reconciled": {"measure"},
    # Folded from '' on, so that an unknown day is '' and comes last.
    "stale_suspects": {"day"},
}

MAY_BE_NULL = {"day", "deadline", "published", "stage", "measure", "since"}


def orders(query: Query) -> list[list[str]]:
    """Return the keys of every ORDER BY, without ASC and DESC, the final one last."""
    ends = r"(?=\n(?:LIMIT|RETURN|WITH|OPTIONAL|MATCH|UNWIND|WHERE)\b|\Z)"
    found = re.findall(rf"\bORDER BY (.+?){ends}", query.text, re.DOTALL)
    split = [re.split(r",\s*(?![^()]*\))", order) for order in found]
    return [[key.strip().removesuffix(" DESC") for key in keys] for keys in split]


@each_query
def test_rows_have_a_total_order(query: Query) -> None:
    """Ties would come back in another order on another engine."""
    if query.name not in ONE_ROW:
        assert IDENTIFYING.search(orders(query)[-1][-1]), orders(query)[-1]


@each_query
def test_nulls_do_not_decide_an_order(query: Query) -> None:
    """Where the unknown stands is said by the query, not left to an engine or a DESC."""
    keys = {key for order in orders(query) for key in order}
    assert keys & MAY_BE_NULL <= NEVER_NULL.get(query.name, set())


@each_query
def test_days_are_compared_as_text(query: Query) -> None:
    for word in ("duration(", "date(", "datetime(", "timestamp("):
        assert word not in query.text
