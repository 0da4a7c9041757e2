"""What the front doors work with: settings, ledger, engine, snapshot, opened when needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph import snapshots
from graph.catalogue.query import Query, load_catalogue
from graph.errors import AudienceError, GraphError
from graph.ledger.ledger import Ledger, open_ledger
from graph.opening import open_store
from graph.roles.audience import Audience, parse
from graph.roles.folders import current_for
from graph.settings import Settings
from graph.snapshots import CURRENT, Snapshot, SnapshotError
from graph.store import Store
from ontology.access import DEFAULT_ROLE
from ontology.model import Ontology, load

if TYPE_CHECKING:
    from graph.rooms.rooms import Rooms


class NothingLoadedError(GraphError):
    """There is no snapshot yet."""

    indonesian = "Belum ada data; muat dahulu."

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Nothing has been loaded into {folder} yet. Load the public record: `lacak load`."
        )


class Workspace:
    """One Lacak on this machine or at a server, as one audience reads it, or as a whole.

    Args:
        settings: Where ledger, engine and snapshots are.
        audience: Who reads; ``None`` for whoever keeps the ledger.
        whole: The workspace that an audience's is part of.

    Attributes:
        warm: Snapshots whose catalogue answers at once, by key of audience, each with the time
            of its publication; ``None`` where nobody warms them (:mod:`api.warming`).
    """

    def __init__(
        self, settings: Settings, audience: Audience | None = None, whole: Workspace | None = None
    ) -> None:
        self.settings = settings
        self.audience = audience
        self.whole = whole or self
        self._snapshot: Snapshot | None = None
        self._parts: dict[str, Workspace] = {}
        self.warm: dict[str, tuple[int, Snapshot]] | None = None

    def for_role(self, role: str | Audience) -> Workspace:
        """Return the workspace as an audience reads it: its snapshot, and no other.

        Raises:
            AudienceError: The role reads no data.
            UnknownTermError: There is no such role.
        """
        audience = parse(role) if isinstance(role, str) else role
        parts = self.whole._parts  # noqa: SLF001  # the same class
        if audience.key not in parts:
            parts[audience.key] = Workspace(self.settings, audience, self.whole)
        return parts[audience.key]

    @property
    def parts(self) -> tuple[Workspace, ...]:
        """The workspaces of audiences that were asked for so far."""
        return tuple(self.whole._parts.values())  # noqa: SLF001  # the same class

    @property
    def key(self) -> str:
        """Key of the audience; empty for whoever keeps the ledger."""
        return self.audience.key if self.audience else ""

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        """Who gets a snapshot when one is published, as settings say."""
        return tuple(parse(key) for key in self.settings.audiences.split(","))

    @property
    def role(self) -> str:
        """Name of the role that reads; that of the ledger's keeper where nobody else does."""
        return self.audience.role if self.audience else DEFAULT_ROLE

    @cached_property
    def ontology(self) -> Ontology:
        """The ontology, read once."""
        return load()

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened on first use.

        Raises:
            AudienceError: The audience may not see what is in it.
            LedgerError: It does not open.
        """
        if self.readable_ledger is None:
            raise AudienceError(
                f"The role {self.role} reads its own snapshot, never the ledger. Ask as "
                f"{DEFAULT_ROLE}, on the machine that keeps it."
            )
        return self.readable_ledger

    @property
    def readable_ledger(self) -> Ledger | None:
        """The ledger; ``None`` for an audience that may not see all that is in it."""
        is_narrow = self.audience is not None and (
            self.audience.rule.is_floored or bool(self.audience.provinces)
        )
        return None if is_narrow else self.whole._kept_ledger  # noqa: SLF001  # the same class

    @cached_property
    def _kept_ledger(self) -> Ledger:
        return open_ledger(self.settings.ledger, self.ontology)

    @property
    def store(self) -> Store:
        """The engine that answers catalogue queries, opened and started on first use.

        Whoever may not see all of it never reaches the engine that holds the whole graph:
        a locked one holds their own snapshot.

        Raises:
            StoreError: It does not open.
            RoomOffError: An audience's engine cannot be locked here.
        """
        if self.audience is None or self._sees_all():
            return self.whole._primary  # noqa: SLF001  # the same class
        # Where somebody keeps rooms warm, nobody else waits until one is filled.
        return self.rooms.store(self.snapshot(), can_wait=self.whole.warm is None)

    @cached_property
    def _primary(self) -> Store:
        return open_store(self.settings.store, self.settings, ontology=self.ontology)

    def _sees_all(self) -> bool:
        """Tell whether the audience's snapshot is the full one under another name."""
        named = snapshots.named(self.settings.snapshots)
        return self.readable_ledger is not None and self.snapshot().folder.name == named.folder

    @cached_property
    def catalogue(self) -> Mapping[str, Query]:
        """The catalogue of named queries."""
        return load_catalogue()

    @property
    def rooms(self) -> Rooms:
        """Where queries that callers wrote run; nothing starts before one does."""
        return self.whole._shared_rooms  # noqa: SLF001  # the same class

    @cached_property
    def _shared_rooms(self) -> Rooms:
        from graph.rooms.rooms import Rooms

        return Rooms(self.settings, self.ontology)

    @property
    def engine(self) -> str:
        """Name of the graph engine, without starting it."""
        return "embedded" if self.settings.store.startswith("embedded") else "neo4j"

    def snapshot(self) -> Snapshot:
        """Return the audience's current snapshot; a newer one replaces it without a restart.

        Raises:
            NothingLoadedError: None has been published at all.
            NotPublishedError: None has been published for the audience.
        """
        stamp = self.published
        if self._snapshot is None or stamp != self._stamp:
            self._renew(stamp)
        if self._snapshot is None:
            raise NothingLoadedError(self.settings.home)
        return self._snapshot

    _stamp: int = 0

    @property
    def published(self) -> int:
        """When snapshots were published last, as a number that is another one each time."""
        file = self.settings.snapshots / CURRENT
        return file.stat().st_mtime_ns if file.exists() else 0

    def newest(self) -> Snapshot | None:
        """Open the audience's snapshot that was published last; ``None`` before the first."""
        return self._opened()

    def needs_room(self) -> bool:
        """Tell whether the newest snapshot's catalogue is answered from a room of its own."""
        named = snapshots.named(self.settings.snapshots)
        return self.audience is not None and (
            self.readable_ledger is None or named.roles.get(self.key) != named.folder
        )

    def _renew(self, stamp: int) -> None:
        """Take the newest snapshot; where rooms are kept warm, the newest that is."""
        warm = self.whole.warm
        if warm is not None and self.key in warm and self.needs_room():
            self._stamp, self._snapshot = warm[self.key]
        elif warm is None or self._snapshot is None or not self.needs_room():
            self._snapshot, self._stamp = self._opened(), stamp

    def _opened(self) -> Snapshot | None:
        root = self.settings.snapshots
        known = snapshots.named(root)
        try:
            return self._current()
        except SnapshotError:
            # What was named may have been replaced, and deleted, before it was open.
            if snapshots.named(root) == known:
                raise
            return self._current()

    def _current(self) -> Snapshot | None:
        root = self.settings.snapshots
        if self.audience is None or not snapshots.named(root).folder:
            return snapshots.current(root)
        return current_for(root, self.audience)

    def close(self) -> None:
        """Close what was opened."""
        opened = self.whole.__dict__
        if "_shared_rooms" in opened:
            self.rooms.close()
        if "_primary" in opened:
            self.whole._primary.close()  # noqa: SLF001  # the same class
        if "_kept_ledger" in opened:
            self.whole._kept_ledger.close()  # noqa: SLF001  # the same class
