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
from graph.errors import QueryError
from graph.opening import open_store
from graph.store import Store
from ontology.model import Text
from tests.conftest import ENGINES
from tests.engines import Target
from tests.property.differential.model import Graph, graphs, stored
from tests.property.differential.shapes import FAMILIES, Case

SEED = int(os.environ.get("LACAK_DIFFERENTIAL_SEED", "20250730"))
GRAPHS = 60
QUERIES = int(os.environ.get("LACAK_DIFFERENTIAL_QUERIES", "20"))
"""Per family; 15 families × 20 queries × 60 graphs are 18,000 cases on each engine."""

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
