"""A Lacak with planted identities in it, published for every role, and what a role has of it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api import logs
from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.roles.publish import WHOLE
from graph.settings import Settings
from tests.canaries import Canary, world
from tests.claims import fill, sqlite


def publish(folder: Path, planted: list[Canary]) -> Path:
    """Fill a folder with identities and publish every role's snapshot; return it."""
    ledger = fill(sqlite(folder), *world(planted))
    rebuild_snapshot(ledger, folder / "snapshots", audiences=WHOLE)[0].close()
    ledger.close()
    return folder


def one_of_each(home: Path, role: str, step: int = 1) -> dict[str, str]:
    """Return an entity of every class, by class, as a role knows it: under the id it has there.

    Args:
        home: What :func:`publish` made.
        role: Who knows it.
        step: Of the classes in their order, every how many.
    """
    snapshot = Workspace(Settings(home=home)).for_role(role).snapshot()
    found = {n.labels[0]: n.id for n in snapshot.all_nodes()}
    return dict(list(found.items())[::step])


@contextmanager
def written() -> Iterator[io.StringIO]:
    """Yield what the server logs meanwhile, as it stands in a file: with every field."""
    text = io.StringIO()
    handler, level = logging.StreamHandler(text), logs.log.level
    handler.setFormatter(logs.JsonLines())
    logs.log.addHandler(handler)
    logs.log.setLevel(logging.INFO)
    try:
        yield text
    finally:
        logs.log.removeHandler(handler)
        logs.log.setLevel(level)
