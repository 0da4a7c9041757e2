"""Filling engines from sources, and asking them the queries of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.catalogue.query import Query
from graph.ledger.ledger import open_ledger
from graph.opening import open_store
from graph.projection.rebuild import rebuild_snapshot, synchronize
from graph.snapshots import Snapshot
from graph.store import Row, Store, Value
from loaders.model import Source
from loaders.run import run
from tests.engines import Target


def snapshot(folder: Path, sources: Iterable[Source]) -> Snapshot:
    """Load sources into a new ledger and project it; nothing may be refused."""
    ledger = open_ledger(f"sqlite:///{folder / 'ledger.db'}")
    try:
        for source in sources:
            report = run(source, ledger)
            assert not report.refusals, report.refusals[:3]
        return rebuild_snapshot(ledger, folder / "snapshots")[0]
    finally:
        ledger.close()


def filled(target: Target, folder: Path, graph: Snapshot) -> Store:
    """Open an engine and fill it; what it held before is gone. The caller closes it."""
    store = open_store(target.url, target.settings)
    synchronize(store, folder, None, graph)
    return store


def examples(query: Query) -> dict[str, Value]:
    """Return the example of every parameter that has one."""
    return {p.name: p.example for p in query.parameters if p.example is not None}


def required(query: Query) -> dict[str, Value]:
    """Return the examples of required parameters only."""
    return {p.name: p.example for p in query.parameters if p.is_required}


def ask(store: Store, query: Query, parameters: Mapping[str, Value]) -> list[Row]:
    """Run a query with time to spare: the machines of tests are slow."""
    with store.reader(timeout_seconds=120) as reader:
        return reader.read(query, parameters)
