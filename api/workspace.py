"""What the front doors work with: settings, ledger, engine, snapshot, opened when needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.catalogue.query import Query, load_catalogue
from graph.errors import GraphError
from graph.ledger.ledger import Ledger, open_ledger
from graph.opening import open_store
from graph.settings import Settings
from graph.snapshots import Snapshot, current
from graph.store import Store
from ontology.model import Ontology, load

if TYPE_CHECKING:
    from graph.rooms.rooms import Rooms


class NothingLoadedError(GraphError):
    """There is no snapshot yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Nothing has been loaded into {folder} yet. Load the public record: `lacak load`."
        )


class Workspace:
    """One Lacak on this machine or at a server.

    Args:
        settings: Where ledger, engine and snapshots are.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._snapshot: Snapshot | None = None

    @cached_property
    def ontology(self) -> Ontology:
        """The ontology, read once."""
        return load()

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, opened on first use.

        Raises:
            LedgerError: It does not open.
        """
        return open_ledger(self.settings.ledger, self.ontology)

    @cached_property
    def store(self) -> Store:
        """The graph engine, opened (and started, if embedded) on first use.

        Raises:
            StoreError: It does not open.
        """
        return open_store(self.settings.store, self.settings, ontology=self.ontology)

    @cached_property
    def catalogue(self) -> Mapping[str, Query]:
        """The catalogue of named queries."""
        return load_catalogue()

    @cached_property
    def rooms(self) -> Rooms:
        """Where queries that callers wrote run; nothing starts before one does."""
        from graph.rooms.rooms import Rooms

        return Rooms(self.settings, self.ontology)

    @property
    def engine(self) -> str:
        """Name of the graph engine, without starting it."""
        return "embedded" if self.settings.store.startswith("embedded") else "neo4j"

    def snapshot(self) -> Snapshot:
        """Return the current snapshot; a newer one replaces it without a restart.

        Raises:
            NothingLoadedError: None has been published.
        """
        named = self.settings.snapshots / "current.json"
        stamp = named.stat().st_mtime_ns if named.exists() else 0
        if self._snapshot is None or stamp != self._stamp:
            self._snapshot = current(self.settings.snapshots)
            self._stamp = stamp
        if self._snapshot is None:
            raise NothingLoadedError(self.settings.home)
        return self._snapshot

    _stamp: int = 0

    def close(self) -> None:
        """Close what was opened."""
        opened = self.__dict__
        if "rooms" in opened:
            self.rooms.close()
        if "store" in opened:
            self.store.close()
        if "ledger" in opened:
            self.ledger.close()
