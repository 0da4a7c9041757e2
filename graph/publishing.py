"""Builds snapshots: written beside the others, moved into place, and only then named.

Owns the files' layout together with :mod:`graph.snapshots`, which reads them. A crash at
any moment leaves the published snapshots as they were.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import orjson

from graph import spelling
from graph.analysis.building import Collector
from graph.batches import batches
from graph.ledger.rows import Stored
from graph.projection.digest import Digest, record_hash
from graph.projection.project import NAME_PROPERTIES, fold, texts
from graph.snapshots import CURRENT, Manifest, Snapshot, SnapshotError, named
from graph.store import Node, Relationship
from ontology.claim import Document

_BATCH = 5_000
_BUILDING = ".building-"
# A build writes all the time; one whose files have rested this long was killed.
_ABANDONED_SECONDS = 3600.0
# Plain tables, indexed when full: ids of relationships and claims are hashes, and inserting
# hashes into a sorted table takes three times as long.
_UNGUARDED = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
_SCHEMA = f"""
{_UNGUARDED}
CREATE TABLE nodes (id TEXT, class TEXT, caption TEXT, hash BLOB, body BLOB);
CREATE TABLE relationships (id TEXT, source TEXT, target TEXT, owner TEXT, hash BLOB, body BLOB);
CREATE TABLE claims (id TEXT, subject TEXT, body BLOB);
CREATE TABLE documents (id TEXT, body BLOB);
CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, class UNINDEXED, text, tokenize='trigram');
"""
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS nodes_id ON nodes (id);
CREATE UNIQUE INDEX IF NOT EXISTS relationships_id ON relationships (id);
CREATE UNIQUE INDEX IF NOT EXISTS claims_id ON claims (id);
CREATE UNIQUE INDEX IF NOT EXISTS documents_id ON documents (id);
CREATE INDEX IF NOT EXISTS nodes_class ON nodes (class, id);
CREATE INDEX IF NOT EXISTS claims_subject ON claims (subject, id);
CREATE INDEX IF NOT EXISTS relationships_source ON relationships (source, id);
CREATE INDEX IF NOT EXISTS relationships_target ON relationships (target, id);
CREATE INDEX IF NOT EXISTS relationships_owner ON relationships (owner);
ANALYZE;
"""
_INSERTS = {
    "nodes": "INSERT INTO nodes VALUES (?,?,?,?,?)",
    "search": "INSERT INTO search VALUES (?,?,?)",
    "relationships": "INSERT INTO relationships VALUES (?,?,?,?,?,?)",
    "claims": "INSERT INTO claims VALUES (?,?,?)",
    "documents": "INSERT INTO documents VALUES (?,?)",
}
_COUNTED = ("nodes", "relationships", "claims", "documents")

Row = tuple[str | bytes, ...]


class Builder:
    """Writes one snapshot; nothing is visible to readers before :meth:`publish`.

    Args:
        root: Folder of all snapshots.
        base: A snapshot to start from; what differs is dropped and added again.

    Raises:
        SnapshotError: The folder cannot be written.
    """

    def __init__(self, root: Path, base: Snapshot | None = None) -> None:
        self.root = root
        self._base = base
        manifest = base.manifest if base is not None else None
        self._counts = {name: getattr(manifest, name, 0) for name in _COUNTED}
        self._waiting: dict[str, list[Row]] = {name: [] for name in _INSERTS}
        self._digest = Digest(int(manifest.digest, 16) if manifest is not None else 0)
        self._network = Collector()
        with _translated(root):
            root.mkdir(parents=True, exist_ok=True)
            self.folder = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=root))
            if base is not None:
                shutil.copyfile(base.folder / "graph.db", self.folder / "graph.db")
            self._db = sqlite3.connect(self.folder / "graph.db", isolation_level=None)
            # A crash throws the whole folder away, so nothing needs to reach the disk early.
            self._db.executescript(_SCHEMA if base is None else _UNGUARDED)

    def drop(self, entity_ids: Collection[str], subjects: Collection[str] = ()) -> None:
        """Take out of the base what came from some entities; once, before anything is added.

        Args:
            entity_ids: Canonical ids; their nodes and the relationships that they state go.
            subjects: Records whose claims go.
        """
        gone: dict[str, list[str]] = {"nodes": [], "relationships": []}
        with _translated(self.root):
            for table, column in (("nodes", "id"), ("relationships", "owner")):
                for key, hashed in self._taken(table, column, entity_ids, "id, hash"):
                    gone[table].append(str(key))
                    self._digest.remove_hash(int.from_bytes(hashed))
            found = [(i,) for (i,) in self._taken("search", "id", entity_ids, "rowid")]
            self._db.executemany("DELETE FROM search WHERE rowid = ?", found)
            self._delete("nodes", "id", entity_ids)
            self._delete("relationships", "owner", entity_ids)
            self._delete("claims", "subject", subjects)
        if self._base is not None:
            self._network.carry(self._base.network, gone["nodes"], gone["relationships"])

    def _taken(
        self, table: str, column: str, keys: Collection[str], columns: str
    ) -> Iterator[tuple[Any, ...]]:
        for batch in batches(sorted(keys), 500):
            marks = ",".join("?" * len(batch))
            query = f"SELECT {columns} FROM {table} WHERE {column} IN ({marks})"  # noqa: S608  # our own names
            yield from self._db.execute(query, batch)

    def _delete(self, table: str, column: str, keys: Collection[str]) -> None:
        for batch in batches(sorted(keys), 500):
            marks = ",".join("?" * len(batch))
            query = f"DELETE FROM {table} WHERE {column} IN ({marks})"  # noqa: S608  # our own names
            done = self._db.execute(query, batch)
            self._counts[table] -= done.rowcount

    def add(self, items: Iterable[Node | Relationship]) -> None:
        """Add nodes and relationships, in any order."""
        for item in items:
            hashed = record_hash(item)
            self._digest.add_hash(hashed)
            stored = hashed.to_bytes(32), orjson.dumps(item)
            if isinstance(item, Node):
                caption = str(item.properties.get("caption", item.id))
                self._network.add_node(item.id, item.labels[0], caption)
                self._put("nodes", (item.id, item.labels[0], caption, *stored))
                text = str(item.properties.get("search_text", ""))
                self._put("search", (item.id, item.labels[0], text))
            else:
                self._network.add_edge(item)
                # A relation's own link is stated by the relation, all others by their start.
                owner = str(item.properties.get("relation") or item.source)
                self._put("relationships", (item.id, item.source, item.target, owner, *stored))

    def add_claims(self, claims: Iterable[Stored]) -> None:
        """Add claims behind the graph."""
        for stored in claims:
            self._put("claims", (stored.id, stored.claim.subject, msgspec.json.encode(stored)))

    def add_documents(self, documents: Iterable[Document]) -> None:
        """Add documents that claims cite."""
        for document in documents:
            self._put("documents", (document.id, msgspec.json.encode(document)))

    def _put(self, table: str, row: Row) -> None:
        rows = self._waiting[table]
        rows.append(row)
        if len(rows) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows = self._waiting[table]
        with _translated(self.root):
            self._db.execute("BEGIN")
            self._db.executemany(_INSERTS[table], rows)
            self._db.execute("COMMIT")
        if table in self._counts:
            self._counts[table] += len(rows)
        rows.clear()

    def publish(self, built: str, source: str, as_of: str | None = None) -> Snapshot:
        """Finish the files, move them into place and make them current.

        Raises:
            SnapshotError: The files cannot be written, or two records share an id.
        """
        target = self.finish(built, source, as_of)
        with _translated(self.root):
            write_whole(self.root / CURRENT, orjson.dumps({"folder": target.name}))
        return Snapshot(target)

    def finish(
        self,
        built: str,
        source: str,
        as_of: str | None = None,
        last: Callable[[Path], None] | None = None,
    ) -> Path:
        """Finish the files and move them into place; whoever calls makes them current.

        Args:
            built: UTC time of building.
            source: State of what it was projected from.
            as_of: UTC time up to which the ledger was read.
            last: Called with the folder when it can be opened as a snapshot, before it is
                moved; may add files, and may raise to have it thrown away.

        Raises:
            SnapshotError: The files cannot be written, or two records share an id.
        """
        for table in _INSERTS:
            self._flush(table)
        with _translated(self.root):
            self._db.executescript(_INDEXES)
            spelling.write(self.folder / "names", _names(self._db))
            self._db.close()
            self._network.write(self.folder / "network")
            manifest = Manifest(self._digest.hex(), as_of, source, built, **self._counts)
            (self.folder / "manifest.json").write_bytes(orjson.dumps(manifest))
            if last is not None:
                last(self.folder)
            _settle(self.folder)
            # Two snapshots of one graph may differ in claims, so the time is in the name.
            stamp = "".join(c for c in built if c.isdigit())
            target = self.root / f"{manifest.digest[:16]}-{stamp}"
            self.folder.rename(target)
        return target

    def discard(self) -> None:
        """Throw away what was built."""
        self._db.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _names(db: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Yield (position, folded name) of every name; nodes in order of id, as in the network."""
    rows = db.execute("SELECT caption, body FROM nodes ORDER BY id")
    for position, (caption, body) in enumerate(rows):
        properties = orjson.loads(body)["properties"]
        for name in (caption, *(n for p in NAME_PROPERTIES for n in texts(properties.get(p)))):
            yield position, fold(name)


@contextmanager
def _translated(root: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise SnapshotError(f"A snapshot under {root} cannot be built: {error}.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file so that readers and crashes see all of it or the one before."""
    temporary = path.with_name(f".{path.name}-{os.getpid()}")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _settle(folder: Path) -> None:
    """Have the files reach the disk, so that a power cut cannot tear what is published."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def prune(root: Path, keep: int = 2, current_name: str | None = None) -> None:
    """Delete all but the newest snapshots, and what killed builds left behind.

    Args:
        root: Folder of snapshots.
        keep: How many of the newest stay.
        current_name: Name of the current one, which always stays; by default what the
            folder itself names.
    """
    if current_name is None:
        current_name = named(root).folder
    folders = sorted(
        (f for f in root.iterdir() if (f / "manifest.json").exists() and f.name[0] != "."),
        key=lambda f: f.stat().st_mtime,
        reverse=True,
    )
    for folder in folders[keep:]:
        if folder.name != current_name:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in root.glob(f"{_BUILDING}*"):
        if time.time() - _last_change(folder) > _ABANDONED_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _last_change(folder: Path) -> float:
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
    except FileNotFoundError:
        # Published or thrown away this very moment by another process.
        return time.time()
