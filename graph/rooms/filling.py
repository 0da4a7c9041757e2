"""Fills rooms from snapshots, once each: a database for Cypher, an RDF store for SPARQL.

A room's folder is named after what was put in, is made under another name, and gets its own
when it is whole. Nothing in it changes afterwards, so every process of this user shares it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.engines import arcadedb
from graph.engines.locked import secure
from graph.export.rdf import quads, write_nquads
from graph.opening import open_store
from graph.rooms.errors import RoomOffError
from graph.settings import Settings
from graph.snapshots import Snapshot
from ontology.model import ROOT, Ontology, Text

KEEP_SECONDS = 7 * 86_400.0
"""How long a room that nobody uses stays; it is filled again where somebody does."""

ORPHAN_SECONDS = 3600.0
"""How long a room stays whose snapshot is gone: queries that run in it end long before."""

_SNAPSHOT = "snapshot"
"""Name of the file in a room that names the snapshot it was filled from."""

_FORMAT = "2"
"""Part of every room's name; another one where filling changes."""

_BUILDING = ".building-"


def cypher_room(snapshot: Snapshot, settings: Settings, ontology: Ontology) -> Path:
    """Return the folder of the snapshot's database, filled before if it was not.

    Raises:
        StoreError: The database cannot be filled.
    """
    filler = _Filler(snapshot, ontology)
    return _made(snapshot, settings, "cypher", filler.cypher)


def sparql_room(snapshot: Snapshot, settings: Settings, ontology: Ontology) -> Path:
    """Return the folder of the snapshot's RDF store, filled before if it was not."""
    filler = _Filler(snapshot, ontology)
    return _made(snapshot, settings, "sparql", filler.sparql)


def is_filled(
    snapshot: Snapshot, settings: Settings, kinds: Sequence[str] = ("cypher", "sparql")
) -> bool:
    """Tell whether a snapshot's rooms, both by default, can be used at once."""
    return all(_folder(snapshot, settings, kind).exists() for kind in kinds)


def _folder(snapshot: Snapshot, settings: Settings, kind: str) -> Path:
    return settings.home / "rooms" / f"{kind}{_FORMAT}-{_name(snapshot, settings)}"


def _name(snapshot: Snapshot, settings: Settings) -> str:
    # The folder's name has the time of building: snapshots of one graph may differ in claims.
    # The folders above it say for whom it was made.
    folder, root = snapshot.folder.absolute(), settings.snapshots.absolute()
    parts = folder.relative_to(root).parts if folder.is_relative_to(root) else (folder.name,)
    return "-".join(parts)


class _Filler:
    def __init__(self, snapshot: Snapshot, ontology: Ontology) -> None:
        self.snapshot = snapshot
        self.ontology = ontology

    def cypher(self, folder: Path) -> None:
        store = open_store(f"embedded://{folder}", Settings(), ontology=self.ontology)
        try:
            with store.writer() as writer:
                writer.create_schema()
                writer.write_nodes(self.snapshot.all_nodes())
                writer.write_relationships(self.snapshot.all_relationships())
        finally:
            store.close()
            arcadedb.stop(folder)
        secure(folder)

    def sparql(self, folder: Path) -> None:
        import pyoxigraph as ox

        published = self.snapshot.folder / "dump.nq"
        dump = published if published.exists() else self._dump(folder / "dump.nq")
        store = ox.Store(str(folder / "rdf"))
        store.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
        # So that a query can ask for a class with its subclasses, and for labels.
        for turtle in (*ROOT.glob("*.ttl"), *ROOT.glob("vocabularies/*.ttl")):
            store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
        store.optimize()
        store.flush()
        (folder / "dump.nq").unlink(missing_ok=True)

    def _dump(self, path: Path) -> Path:
        with path.open("w", encoding="utf-8") as file:
            write_nquads(quads(self.snapshot, self.ontology, has_graphs=True), file)
        return path


def _made(snapshot: Snapshot, settings: Settings, kind: str, fill: Callable[[Path], None]) -> Path:
    folder = _folder(snapshot, settings, kind)
    root = folder.parent
    if not folder.exists():
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _alone(root / "filling.lock"):
                if not folder.exists():
                    prune(root)
                    _fill(folder, snapshot, fill)
        except OSError as error:
            raise RoomOffError(
                Text(
                    id=f"Ruang kueri di {root} tidak dapat diisi: {error}.",
                    en=f"A room under {root} cannot be filled: {error}.",
                )
            ) from error
    os.utime(folder)
    return folder


def _fill(folder: Path, snapshot: Snapshot, fill: Callable[[Path], None]) -> None:
    building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder.parent))
    try:
        fill(building)
        (building / _SNAPSHOT).write_text(str(snapshot.folder.absolute()), "utf-8")
        building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def prune(root: Path) -> None:
    """Delete rooms that nobody uses any more, and what killed fillings left behind.

    Called by whoever holds the lock on filling.
    """
    for folder in root.iterdir():
        if folder.is_dir() and (folder.name.startswith(_BUILDING) or _is_useless(folder)):
            arcadedb.stop(folder)
            shutil.rmtree(folder, ignore_errors=True)


def _is_useless(folder: Path) -> bool:
    # Every use of a room touches it.
    idle = time.time() - folder.stat().st_mtime
    named = folder / _SNAPSHOT
    is_orphan = not named.exists() or not Path(named.read_text("utf-8")).exists()
    return idle > (ORPHAN_SECONDS if is_orphan else KEEP_SECONDS)
