"""Snapshots: a projection published as files that never change while they are served.

One folder per projection: ``graph.db`` (nodes, relationships, claims and documents in
SQLite, opened read-only), ``network/`` (the network read model) and ``manifest.json``.
A snapshot is built beside the others, renamed into place, and only then named in
``current.json``; readers of the older one go on undisturbed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
import orjson

from graph.analysis.building import build
from graph.analysis.network import Network
from graph.batches import batches
from graph.errors import GraphError, UnknownEntityError
from graph.ledger.rows import Stored
from graph.projection.digest import Digest, record_hash
from graph.store import Node, Relationship
from ontology.claim import Document

_BATCH = 5_000
_CURRENT = "current.json"
_SCHEMA = """
CREATE TABLE nodes (id TEXT PRIMARY KEY, class TEXT, caption TEXT, hash BLOB, body BLOB)
  WITHOUT ROWID;
CREATE TABLE relationships (id TEXT PRIMARY KEY, source TEXT, target TEXT, hash BLOB, body BLOB)
  WITHOUT ROWID;
CREATE TABLE claims (id TEXT PRIMARY KEY, subject TEXT, body BLOB) WITHOUT ROWID;
CREATE TABLE documents (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, class UNINDEXED, text, tokenize='trigram');
"""
_INDEXES = """
CREATE INDEX nodes_class ON nodes (class, id);
CREATE INDEX claims_subject ON claims (subject);
CREATE INDEX relationships_source ON relationships (source);
CREATE INDEX relationships_target ON relationships (target);
"""


class SnapshotError(GraphError):
    """A snapshot cannot be built or opened."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds.

    Attributes:
        digest: Digest of the graph.
        as_of: UTC time up to which the ledger was read; ``None`` for all of it.
        source: State of the ledger and the ontology it was projected from.
        built: UTC time of building, ISO 8601.
        nodes, relationships, claims, documents: How many of each.
    """

    digest: str
    as_of: str | None
    source: str
    built: str
    nodes: int
    relationships: int
    claims: int
    documents: int


class Builder:
    """Writes one snapshot; nothing is visible to readers before :meth:`publish`.

    Args:
        root: Folder of all snapshots.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / f".building-{os.getpid()}"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._db = sqlite3.connect(self.folder / "graph.db", isolation_level=None)
        # A crash throws the whole folder away, so nothing needs to reach the disk early.
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        self._counts = dict.fromkeys(("nodes", "relationships", "claims", "documents"), 0)
        self._digest = Digest()

    def add(self, items: Iterable[Node | Relationship]) -> None:
        """Add nodes and relationships."""
        for batch in batches(items, _BATCH):
            nodes = [item for item in batch if isinstance(item, Node)]
            links = [item for item in batch if isinstance(item, Relationship)]
            self._db.execute("BEGIN")
            self._db.executemany("INSERT INTO nodes VALUES (?,?,?,?,?)", map(self._node, nodes))
            self._db.executemany(
                "INSERT INTO search VALUES (?,?,?)",
                ((n.id, n.labels[0], str(n.properties.get("search_text", ""))) for n in nodes),
            )
            self._db.executemany(
                "INSERT INTO relationships VALUES (?,?,?,?,?)", map(self._link, links)
            )
            self._db.execute("COMMIT")
            self._counts["nodes"] += len(nodes)
            self._counts["relationships"] += len(links)

    def _node(self, node: Node) -> tuple[str, str, str, bytes, bytes]:
        caption = str(node.properties.get("caption", node.id))
        return node.id, node.labels[0], caption, self._hash(node), orjson.dumps(asdict(node))

    def _link(self, link: Relationship) -> tuple[str, str, str, bytes, bytes]:
        return link.id, link.source, link.target, self._hash(link), orjson.dumps(asdict(link))

    def _hash(self, item: Node | Relationship) -> bytes:
        self._digest.add(item)
        return record_hash(item).to_bytes(32)

    def add_claims(self, claims: Iterable[Stored]) -> None:
        """Add the claims behind the graph."""
        for batch in batches(claims, _BATCH):
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT INTO claims VALUES (?,?,?)",
                ((s.id, s.claim.subject, msgspec.json.encode(s)) for s in batch),
            )
            self._db.execute("COMMIT")
            self._counts["claims"] += len(batch)

    def add_documents(self, documents: Iterable[Document]) -> None:
        """Add the documents that claims cite."""
        rows = [(d.id, msgspec.json.encode(d)) for d in documents]
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO documents VALUES (?,?)", rows)
        self._db.execute("COMMIT")
        self._counts["documents"] += len(rows)

    def publish(self, built: str, source: str, as_of: str | None = None) -> Snapshot:
        """Finish the files, move them into place and make them current.

        Args:
            built: UTC time of building.
            source: State of what it was projected from.
            as_of: UTC time up to which the ledger was read.
        """
        self._db.executescript(_INDEXES + "ANALYZE;")
        build(self.folder / "network", self._captions(), self._relationships())
        self._db.close()
        manifest = Manifest(self._digest.hex(), as_of, source, built, **self._counts)
        (self.folder / "manifest.json").write_bytes(orjson.dumps(asdict(manifest)))
        # Two snapshots of one graph may differ in claims, so the time is part of the name.
        stamp = "".join(c for c in built if c.isdigit())
        target = self.root / f"{manifest.digest[:16]}-{stamp}"
        self.folder.rename(target)
        temporary = self.root / f".{_CURRENT}-{os.getpid()}"
        temporary.write_bytes(orjson.dumps({"folder": target.name}))
        temporary.replace(self.root / _CURRENT)
        return Snapshot(target)

    def discard(self) -> None:
        """Throw away what was built."""
        self._db.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _captions(self) -> Iterator[tuple[str, str, str]]:
        yield from self._db.execute("SELECT id, class, caption FROM nodes")

    def _relationships(self) -> Iterator[Relationship]:
        for (body,) in self._db.execute("SELECT body FROM relationships"):
            yield Relationship(**orjson.loads(body))


def current(root: Path) -> Snapshot | None:
    """Open the snapshot that was published last; ``None`` before the first."""
    try:
        named = orjson.loads((root / _CURRENT).read_bytes())
    except FileNotFoundError:
        return None
    return Snapshot(root / str(named["folder"]))


def prune(root: Path, keep: int = 2) -> None:
    """Delete all but the newest snapshots; the current one always stays."""
    snapshot = current(root)
    folders = sorted(
        (f for f in root.iterdir() if (f / "manifest.json").exists()),
        key=lambda f: f.stat().st_mtime,
        reverse=True,
    )
    for folder in folders[keep:]:
        if snapshot is None or folder != snapshot.folder:
            shutil.rmtree(folder, ignore_errors=True)


class Snapshot:
    """An open snapshot, read-only. Use one per thread, or pass the GIL-bound one around.

    Raises:
        SnapshotError: The folder is no snapshot.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.manifest = Manifest(**orjson.loads((folder / "manifest.json").read_bytes()))
            # `immutable`: SQLite takes no locks and writes no files beside it.
            self._db = sqlite3.connect(
                f"file:{folder / 'graph.db'}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
        except (OSError, sqlite3.Error) as error:
            raise SnapshotError(
                f"The snapshot {folder.name} cannot be opened: {error}. Run `lacak rebuild`."
            ) from error
        self.network = Network(folder / "network")

    def close(self) -> None:
        """Close the files."""
        self._db.close()

    def node(self, entity_id: str) -> Node:
        """Return a node.

        Raises:
            UnknownEntityError: There is none.
        """
        found = self.nodes([entity_id])
        if not found:
            raise UnknownEntityError(entity_id)
        return found[0]

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """Return nodes by id, in order of id; unknown ids are left out."""
        return [_node(body) for body in self._bodies("nodes", "id", ids)]

    def nodes_of_class(self, class_names: Sequence[str]) -> list[Node]:
        """Return all nodes whose own class is one of these, in order of class and id."""
        return [_node(body) for body in self._bodies("nodes", "class", class_names)]

    def all_nodes(self) -> Iterator[Node]:
        """Yield every node in order of id."""
        for (body,) in self._db.execute("SELECT body FROM nodes ORDER BY id"):
            yield _node(body)

    def all_relationships(self) -> Iterator[Relationship]:
        """Yield every relationship in order of id."""
        for (body,) in self._db.execute("SELECT body FROM relationships ORDER BY id"):
            yield Relationship(**orjson.loads(body))

    def relationships(self, ids: Sequence[str]) -> list[Relationship]:
        """Return relationships by id, in order of id; unknown ids are left out."""
        return [Relationship(**orjson.loads(b)) for b in self._bodies("relationships", "id", ids)]

    def relationships_of(self, entity_id: str) -> list[Relationship]:
        """Return the relationships that touch a node, in order of id."""
        found = {
            link.id: link
            for column in ("source", "target")
            for link in (
                Relationship(**orjson.loads(b))
                for b in self._bodies("relationships", column, [entity_id])
            )
        }
        return [found[key] for key in sorted(found)]

    def claims(self, ids: Sequence[str]) -> list[Stored]:
        """Return claims by id, in order of id; unknown ids are left out."""
        bodies = self._bodies("claims", "id", ids)
        return [msgspec.json.decode(body, type=Stored) for body in bodies]

    def claims_of(self, entity_ids: Sequence[str]) -> list[Stored]:
        """Return the claims whose subject is one of the records, in order of id."""
        bodies = self._bodies("claims", "subject", entity_ids)
        return [msgspec.json.decode(body, type=Stored) for body in bodies]

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """Return documents by id, in order of id; unknown ids are left out."""
        bodies = self._bodies("documents", "id", ids)
        return [msgspec.json.decode(body, type=Document) for body in bodies]

    def find(self, text: str, class_names: Sequence[str], limit: int) -> list[str]:
        """Return ids of nodes whose folded names contain every word, best match first.

        Args:
            text: Folded text (:func:`graph.projection.project.fold`).
            class_names: Own classes to look in; empty for all.
            limit: The most ids to return.
        """
        words = [w for w in text.split() if len(w) >= 3]
        if not words:
            return []
        phrase = " ".join('"' + word.replace('"', '""') + '"' for word in words)
        marks = ",".join("?" * len(class_names))
        among = f"AND class IN ({marks}) " if class_names else ""
        query = (
            f"SELECT id FROM search WHERE search MATCH ? {among}"  # noqa: S608  # only question marks
            "ORDER BY bm25(search), length(text), id LIMIT ?"
        )
        return [i for (i,) in self._db.execute(query, (phrase, *class_names, limit))]

    def count_classes(self) -> dict[str, int]:
        """Return how many nodes are of each class, by class name."""
        rows = self._db.execute("SELECT class, count(*) FROM nodes GROUP BY class ORDER BY class")
        return dict(rows.fetchall())

    def hashes(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Yield (id, hash) of every record of ``nodes`` or ``relationships``, by id."""
        if table not in ("nodes", "relationships"):
            raise SnapshotError(f"{table!r} has no hashes.")
        yield from self._db.execute(f"SELECT id, hash FROM {table} ORDER BY id")  # noqa: S608  # checked above

    def _bodies(self, table: str, column: str, keys: Sequence[str]) -> Iterator[bytes]:
        # Table and column are ours, only keys come from outside, and they are bound.
        for batch in batches(sorted(set(keys)), 500):
            marks = ",".join("?" * len(batch))
            query = f"SELECT body FROM {table} WHERE {column} IN ({marks}) ORDER BY {column}, id"  # noqa: S608
            for (body,) in self._db.execute(query, batch):
                yield body


def _node(body: bytes) -> Node:
    values = orjson.loads(body)
    return Node(id=values["id"], labels=tuple(values["labels"]), properties=values["properties"])
