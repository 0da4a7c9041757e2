"""Random graphs and queries: a naive matcher, the embedded engine and Neo4j must agree.

A wrong answer is worse than a refusal. Shapes that an engine is known to answer wrongly are
refused by the query linter; the second half proves that they are.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph.catalogue.query import Column, Query
from graph.engines.bolt import BoltStore
from graph.errors import QueryError
from graph.opening import open_store
from graph.store import Store
from ontology.model import Text
from tests.conftest import ENGINES
from tests.engines import Target
from tests.property.differential import shapes, shapes_further
from tests.property.differential.model import Graph, graphs, stored
from tests.property.differential.shapes import Case

SEED = int(os.environ.get("LACAK_DIFFERENTIAL_SEED", "20250730"))
GRAPHS = 60
QUERIES = int(os.environ.get("LACAK_DIFFERENTIAL_QUERIES", "15"))
"""Per family; 16 families × 15 queries × 60 graphs are 14,400 cases on each engine."""

FAMILIES = {family.__name__: family for family in shapes.FAMILIES + shapes_further.FAMILIES}

WORDS = Text(id="Uji", en="Test")


@dataclass(frozen=True)
class World:
    store: Store
    graphs: list[Graph]


@pytest.fixture(scope="module", params=ENGINES)
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    target: Target = request.getfixturevalue(f"{request.param}_target")
    store = open_store(target.url, target.settings)
    given = graphs(SEED, GRAPHS)
    nodes, links = stored(given)
    with store.writer() as writer:
        writer.clear()
        writer.write_nodes(nodes)
        writer.write_relationships(links)
    try:
        yield World(store, given)
    finally:
        with store.writer() as writer:
            writer.clear()
        store.close()


def as_query(case: Case) -> Query:
    return Query(
        name="random_query",
        title=WORDS,
        description=WORDS,
        access=("analyst",),
        parameters=(),
        columns=tuple(Column(name, WORDS) for name in case.columns),
        text=case.text,
    )


def normal(value: object) -> object:
    """Return a value that compares and hashes; means are equal to twelve digits."""
    if isinstance(value, list | tuple):
        return tuple(normal(item) for item in value)
    if isinstance(value, float):
        return float(f"{value:.12g}")
    return (type(value).__name__ if isinstance(value, bool) else "", value)


def cases(family: str) -> Iterator[Case]:
    for i in range(QUERIES):
        yield FAMILIES[family](random.Random(f"{SEED}-{family}-{i}"))


@pytest.mark.parametrize("family", FAMILIES)
def test_engines_agree_with_the_naive_matcher(world: World, family: str) -> None:
    differences = []
    with world.store.reader(timeout_seconds=60) as reader:
        for case in cases(family):
            expected = Counter(normal(row) for g in world.graphs for row in case.answer(g))
            rows = reader.read(as_query(case), {})
            found = Counter(normal(list(row.values())) for row in rows)
            if found != expected:
                extra, lacking = list(found - expected)[:2], list(expected - found)[:2]
                differences.append(f"{case.text}\n  only here: {extra}\n  lacking: {lacking}")
    assert not differences, f"{len(differences)} of {QUERIES}:\n" + "\n".join(differences)


REFUSED = {
    "boolean-aggregate": "MATCH (a:Person) RETURN count(a) > 0 AND true AS found",
    "unbounded-path": (
        "MATCH (a:Person), (b:Company) MATCH way = shortestPath((a)-[*]-(b)) "
        "RETURN length(way) AS found"
    ),
    "unbounded-length": "MATCH (a:Person)-[:PAID*2..]->(b) RETURN count(b) AS found",
    "shortest-selector": "MATCH way = ALL SHORTEST (a)-[:PAID]-+(b) RETURN count(*) AS found",
    "quantified-path": "MATCH (a:Person)-[:PAID]->{1,3}(b) RETURN count(b) AS found",
    "engine-id": "MATCH (a:Person) RETURN elementId(a) AS found",
    "extension-function": "MATCH (a:Person) RETURN apoc.text.join(a.name, '') AS found",
    "procedure": "CALL apoc.meta.stats() YIELD labels RETURN labels AS found",
    "write-clause": "MATCH (a:Person) SET a.support = 1 RETURN a.id AS found",
    "hidden-variable": (
        "MATCH (a:Person)-[:PAID]-(b:Company) WHERE a.support = 1 OR b.records[0] = 'x' "
        "WITH a, count(*) AS number MATCH (a)-[:OWNS]->(c) RETURN number AS found"
    ),
}
"""Shapes that one engine answers wrongly, differently, or not at all, by the rule's name."""


@pytest.mark.parametrize("rule", REFUSED)
def test_shape_that_engines_answer_differently_is_refused_by_name(rule: str) -> None:
    with pytest.raises(QueryError, match=f"{rule}: "):
        as_query(Case(REFUSED[rule], ("found",), lambda _graph: []))


def test_hidden_variable_is_refused_because_the_embedded_engine_loses_rows(
    embedded_target: Target,
) -> None:
    """Should this fail after an upgrade, the engine was mended and the rule can go."""
    store = open_store(embedded_target.url, embedded_target.settings)
    given = graphs(2, 40)
    nodes, links = stored(given)
    condition = "a.support = 1 OR date(b.first_day).year = 2020"
    tail = "WITH a, count(*) AS number MATCH (a)<-[:OWNS]-(c) RETURN a.id AS id, c.id AS other"
    head = "MATCH (a:Agent)-[:PAID]-(b:Organization)"
    try:
        with store.writer() as writer:
            writer.clear()
            writer.write_nodes(nodes)
            writer.write_relationships(links)
        hidden = ask_unchecked(store, f"{head} WHERE {condition} {tail}")
        shown = ask_unchecked(store, f"{head} WITH * WHERE {condition} {tail}")
    finally:
        with store.writer() as writer:
            writer.clear()
        store.close()
    assert hidden < shown


def ask_unchecked(store: Store, text: str) -> Counter[str]:
    """Run a text past the linter."""
    assert isinstance(store, BoltStore)
    with store._driver.session(database="lacak") as session:
        return Counter(str(record.values()) for record in session.run(text))
