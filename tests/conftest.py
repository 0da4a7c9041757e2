"""Fixtures shared by all suites; the servers behind them are in ``tests/engines.py``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.opening import open_store
from graph.store import Store
from ontology.model import Ontology, load
from tests import engines
from tests.engines import Target

ENGINES = (
    pytest.param("embedded", marks=pytest.mark.embedded),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what is quick first, and the browser last: its driver keeps a loop in this thread."""
    items.sort(key=lambda item: ("browser" in item.keywords) - ("unit" in item.path.parts))


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="session")
def embedded_target() -> Iterator[Target]:
    """The embedded engine, one server for the whole session."""
    with engines.embedded() as target:
        _create_schema(target)
        yield target


@pytest.fixture(scope="session")
def neo4j_target() -> Iterator[Target]:
    """A real Neo4j 5, one server for the whole session."""
    with engines.neo4j() as target:
        _create_schema(target)
        yield target


@pytest.fixture(params=ENGINES)
def target(request: pytest.FixtureRequest) -> Target:
    """Each engine in turn; the schema exists, what data there is belongs to earlier tests."""
    found: Target = request.getfixturevalue(f"{request.param}_target")
    return found


@pytest.fixture
def store(target: Target) -> Iterator[Store]:
    """An open, empty store on each engine in turn."""
    yield from _open_empty(target)


@pytest.fixture
def embedded_store(embedded_target: Target) -> Iterator[Store]:
    """An open, empty store on the embedded engine only: for suites above the engines."""
    yield from _open_empty(embedded_target)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a real PostgreSQL server, one for the whole session."""
    with engines.postgresql() as url:
        yield url


@pytest.fixture
def postgresql(postgresql_server: str) -> Iterator[str]:
    """SQLAlchemy URL of an empty PostgreSQL database of this test's own."""
    with engines.database(postgresql_server) as url:
        yield url


def _create_schema(target: Target) -> None:
    store = open_store(target.url, target.settings)
    try:
        with store.writer() as writer:
            writer.create_schema()
    finally:
        store.close()


def _open_empty(target: Target) -> Iterator[Store]:
    store = open_store(target.url, target.settings)
    try:
        with store.writer() as writer:
            writer.clear()
        yield store
    finally:
        store.close()
