"""Snapshots: a projection published as files that never change while they are served.

One folder per projection: ``graph.db`` (nodes, relationships, claims and documents in
SQLite, opened read-only), ``network/`` (the network read model), ``names/`` (for search by
misspelt names) and ``manifest.json``.
A snapshot is built beside the others, renamed into place, and only then named in
``current.json``; readers of the older one go on undisturbed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import orjson

from graph.analysis.network import Network
from graph.batches import batches
from graph.errors import GraphError, UnknownEntityError
from graph.ledger.rows import Stored
from graph.spelling import Spelling
from graph.store import Node, Relationship, Value
from ontology.claim import Document

CURRENT = "current.json"
"""Name of the file that names the published snapshot."""


class SnapshotError(GraphError):
    """A snapshot cannot be built or opened."""

    indonesian = "Potret data tidak dapat dibuat atau dibuka."


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


class Named(msgspec.Struct, frozen=True):
    """What ``current.json`` says: the folders that are current.

    Attributes:
        folder: Name of the full snapshot's folder; empty before the first.
        roles: Name of the folder by key of audience (:mod:`graph.roles.audience`).
    """

    folder: str = ""
    roles: dict[str, str] = {}


def named(root: Path) -> Named:
    """Return which snapshots are current.

    Raises:
        SnapshotError: The file that says so is damaged.
    """
    try:
        found = msgspec.json.decode((root / CURRENT).read_bytes(), type=Named)
    except FileNotFoundError:
        return Named()
    except msgspec.DecodeError as error:
        raise SnapshotError(f"{root / CURRENT} names no snapshot. Run `lacak rebuild`.") from error
    if not found.folder:
        raise SnapshotError(f"{root / CURRENT} names no snapshot. Run `lacak rebuild`.")
    return found


def current(root: Path) -> Snapshot | None:
    """Open the full snapshot that was published last; ``None`` before the first.

    For rebuilding and for those who keep the ledger; readers have a role, and read
    :func:`graph.roles.folders.current_for`.
    """
    folder = named(root).folder
    return Snapshot(root / folder) if folder else None


class Snapshot:
    """An open snapshot, read-only. Use one per thread, or pass the GIL-bound one around.

    Raises:
        SnapshotError: The folder is no snapshot.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            content = (folder / "manifest.json").read_bytes()
            self.manifest = msgspec.json.decode(content, type=Manifest)
            # `immutable`: SQLite takes no locks and writes no files beside it.
            address = (folder / "graph.db").absolute().as_uri()
            self._db = sqlite3.connect(
                f"{address}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self.network = Network(folder / "network")
            self.spelling = Spelling(folder / "names")
        except (OSError, sqlite3.Error, msgspec.DecodeError) as error:
            raise SnapshotError(
                f"The snapshot {folder.name} cannot be opened: {error}. Run `lacak rebuild`."
            ) from error

    def close(self) -> None:
        """Close the files."""
        self._db.close()

    def node(self, entity_id: str) -> Node:
        """Return a node; of a record that was decided to be another entity, that entity's.

        Raises:
            UnknownEntityError: There is none.
        """
        found = self.nodes([entity_id]) or self._joined(entity_id)
        if not found:
            raise UnknownEntityError(entity_id)
        return found[0]

    def _joined(self, record: str) -> list[Node]:
        """Return the node that a record's claims went to."""
        # Only records have claims: ids that never were do not cost a look at every node.
        if not self.claims_of([record]):
            return []
        query = "SELECT body FROM nodes WHERE instr(CAST(body AS TEXT), ?) ORDER BY id"
        rows = self._db.execute(query, (f'"{record}"',))
        nodes = (_node(body) for (body,) in rows)
        return [n for n in nodes if record in _records(n)][:1]

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

    def classes(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the class of nodes by id; unknown ids are left out."""
        found: dict[str, str] = {}
        for batch in batches(sorted(set(ids)), 500):
            marks = ",".join("?" * len(batch))
            query = f"SELECT id, class FROM nodes WHERE id IN ({marks})"  # noqa: S608  # only question marks
            found.update(self._db.execute(query, batch).fetchall())
        return found

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


def _records(node: Node) -> Sequence[Value]:
    found = node.properties.get("records")
    return found if isinstance(found, list) else ()


def _node(body: bytes) -> Node:
    values = orjson.loads(body)
    return Node(id=values["id"], labels=tuple(values["labels"]), properties=values["properties"])
