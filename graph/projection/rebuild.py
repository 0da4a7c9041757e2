"""Ledger to snapshot to engine: the one way a graph comes into being.

The snapshot is built first, from the ledger. The engine then receives what differs from
the snapshot it holds: only touched clusters are deleted and written again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

import orjson

from graph.errors import StoreError
from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision
from graph.projection.digest import digest
from graph.projection.incremental import decisions_in, revise
from graph.projection.project import Projector, Report
from graph.publishing import Builder, prune, write_whole
from graph.roles.audience import Audience
from graph.roles.publish import WHOLE, publish
from graph.snapshots import Snapshot, SnapshotError, current, named
from graph.store import Node, Reader, Relationship, Store, Writer
from graph.turns import turn

Progress = Callable[[str, int], None]
"""Called with the name of a step and how many records it has done since the last call."""

_HELD = "engine.json"
T = TypeVar("T")
Hashed = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild gave.

    Attributes:
        snapshot: The new snapshot, current.
        report: What could not be drawn, and which sources contradict each other.
        written, deleted: Records the engine received and lost.
    """

    snapshot: Snapshot
    report: Report
    written: int
    deleted: int


def rebuild_snapshot(
    ledger: Ledger,
    root: Path,
    as_of: str | None = None,
    progress: Progress | None = None,
    audiences: Sequence[Audience] = (),
) -> tuple[Snapshot, Report]:
    """Project the ledger into a new snapshot, and make it and every audience's current.

    Raises:
        TurnError: Another process has been publishing for too long.
    """
    with _undisturbed(ledger, root):
        return _rebuild_snapshot(ledger, root, as_of, progress, audiences)


@contextmanager
def _undisturbed(ledger: Ledger, root: Path) -> Iterator[None]:
    """Wait for whoever else publishes, and read what the ledger says then, and nothing later."""
    # What is appended midway would be linked to from a graph that does not have it.
    with turn(root), ledger.standing_still():
        yield


def _rebuild_snapshot(
    ledger: Ledger,
    root: Path,
    as_of: str | None,
    progress: Progress | None,
    audiences: Sequence[Audience],
) -> tuple[Snapshot, Report]:
    source = source_of(ledger)
    projector = Projector(ledger, as_of)
    builder = Builder(root)
    try:
        entities = _counted(projector.entities(), "project", progress)
        for entity_id, claims in _counted(entities, "claims", progress, lambda e: len(e[1])):
            builder.add_claims(claims)
            builder.add(projector.project(entity_id, claims))
        builder.add_documents(projector.documents.values())
        snapshot = publish(builder, ledger, audiences, source, as_of, progress)
    except BaseException:
        builder.discard()
        raise
    prune(root)
    return snapshot, projector.report


def source_of(ledger: Ledger) -> str:
    """Return what a snapshot depends on: the ledger, the ontology, and the projection's code."""
    return f"{ledger.state()} ontology={ledger.ontology.fingerprint} projection={_code()}"


@cache
def _code() -> str:
    packages = Path(__file__).parent, Path(__file__).parents[1] / "roles"
    files = [file for package in packages for file in sorted(package.glob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def is_current(
    ledger: Ledger, store: Store, root: Path, audiences: Sequence[Audience] = WHOLE
) -> bool:
    """Tell whether engine, snapshot and audiences' already show the ledger as it is now."""
    snapshot = usable(root)
    return (
        snapshot is not None
        and snapshot.manifest.as_of is None
        and snapshot.manifest.source == source_of(ledger)
        and _has_all(root, audiences)
        and _held(root / _HELD) == _held_as(store, snapshot)
    )


def decisions_shown(decisions: Sequence[Decision], root: Path) -> int:
    """Return how many decisions, the oldest first, snapshots and engine both show.

    None, while the engine is brought from one snapshot to another: it holds neither then.

    Args:
        decisions: All that were taken, the oldest first.
        root: Folder of snapshots.
    """
    snapshot = usable(root)
    if snapshot is None:
        return 0
    snapshot.close()
    manifest, held = snapshot.manifest, _held(root / _HELD)
    if not isinstance(held, dict) or held.get("digest") != manifest.digest:
        return 0
    known = decisions[: decisions_in(manifest.source)]
    return sum(manifest.as_of is None or d.recorded <= manifest.as_of for d in known)


def _has_all(root: Path, audiences: Sequence[Audience]) -> bool:
    return {a.key for a in audiences} <= set(named(root).roles)


def usable(root: Path) -> Snapshot | None:
    """Return the current snapshot; one that is damaged or of another version is as none."""
    try:
        return current(root)
    except SnapshotError:
        return None


def forget_engine(root: Path) -> None:
    """Forget what the engine holds, so that the next rebuild clears and fills it."""
    (root / _HELD).unlink(missing_ok=True)


def rebuild(
    ledger: Ledger,
    store: Store,
    root: Path,
    as_of: str | None = None,
    progress: Progress | None = None,
    audiences: Sequence[Audience] = WHOLE,
) -> Rebuilt:
    """Project the ledger into a new snapshot and bring the engine up to it.

    Args:
        ledger: The truth.
        store: The engine that follows the full snapshot.
        root: Folder of snapshots.
        as_of: UTC time up to which the ledger is read.
        progress: Called as work goes on.
        audiences: Who gets a snapshot; by default every role that reads data.

    Raises:
        TurnError: Another process has been publishing for too long.
        DisclosureError: An audience's snapshot would have held a hidden name; nothing new
            is current then.
    """
    with _undisturbed(ledger, root):
        before = usable(root)
        snapshot, report = _rebuild_snapshot(ledger, root, as_of, progress, audiences)
        written, deleted = synchronize(store, root, before, snapshot, progress)
    return Rebuilt(snapshot, report, written, deleted)


def follow(
    ledger: Ledger,
    store: Store,
    root: Path,
    progress: Progress | None = None,
    audiences: Sequence[Audience] = WHOLE,
) -> Rebuilt | None:
    """Bring snapshot and engine up to the ledger; ``None`` where they show it already.

    Where nothing but decisions is new, only the clusters that they touch are projected
    again; the digest is that of a whole rebuild.

    Raises:
        TurnError: Another process has been publishing for too long.
    """
    with _undisturbed(ledger, root):
        return _follow(ledger, store, root, progress, audiences)


def _follow(
    ledger: Ledger,
    store: Store,
    root: Path,
    progress: Progress | None,
    audiences: Sequence[Audience],
) -> Rebuilt | None:
    if is_current(ledger, store, root, audiences):
        return None
    before = usable(root)
    source = source_of(ledger)
    if before is None or before.manifest.as_of is not None:
        return rebuild(ledger, store, root, progress=progress, audiences=audiences)
    if before.manifest.source == source and _has_all(root, audiences):
        # Only the engine is behind: it is another one, or was emptied.
        written, deleted = synchronize(store, root, before, before, progress)
        return Rebuilt(before, Report(), written, deleted)
    is_new = before.manifest.source != source
    snapshot = revise(ledger, root, before, source, audiences) if is_new else None
    if snapshot is None:
        return rebuild(ledger, store, root, progress=progress, audiences=audiences)
    written, deleted = synchronize(store, root, before, snapshot, progress)
    return Rebuilt(snapshot, Report(), written, deleted)


def synchronize(
    store: Store,
    root: Path,
    before: Snapshot | None,
    after: Snapshot,
    progress: Progress | None = None,
) -> tuple[int, int]:
    """Bring the engine from one snapshot to another; return records written and deleted.

    Where the engine is not known to hold ``before``, it is cleared and filled.
    """
    held = root / _HELD
    is_known = before is not None and _held(held) == _held_as(store, before)
    # From here until the end the engine holds neither; a crash leads to a full refill.
    held.unlink(missing_ok=True)
    with store.writer() as writer:
        writer.create_schema()
        if is_known and before is not None:
            counts = _difference(writer, before, after)
        else:
            writer.clear()
            counts = _fill(writer, after, progress), 0
    write_whole(held, orjson.dumps(_held_as(store, after)))
    return counts


def _held(path: Path) -> object:
    return orjson.loads(path.read_bytes()) if path.exists() else None


def _held_as(store: Store, snapshot: Snapshot) -> object:
    return {"engine": store.capabilities.engine, "digest": snapshot.manifest.digest}


def _fill(writer: Writer, snapshot: Snapshot, progress: Progress | None) -> int:
    nodes = writer.write_nodes(_counted(snapshot.all_nodes(), "nodes", progress))
    links = _counted(snapshot.all_relationships(), "relationships", progress)
    return nodes + writer.write_relationships(links)


def _difference(writer: Writer, before: Snapshot, after: Snapshot) -> tuple[int, int]:
    gone: dict[str, list[str]] = {}
    new: dict[str, list[str]] = {}
    for table in ("nodes", "relationships"):
        gone[table], new[table] = changes(before.hashes(table), after.hashes(table))
    # Deleting a node takes its relationships along, so those of changed nodes return too.
    changed = set(gone["nodes"])
    rewritten = set(new["relationships"])
    for entity_id in changed:
        rewritten.update(link.id for link in after.relationships_of(entity_id))
    writer.delete(gone["nodes"], gone["relationships"])
    written = writer.write_nodes(after.nodes(new["nodes"]))
    written += writer.write_relationships(after.relationships(sorted(rewritten)))
    return written, sum(len(ids) for ids in gone.values())


def changes(old: Iterator[Hashed], fresh: Iterator[Hashed]) -> tuple[list[str], list[str]]:
    """Return ids to delete and ids to write, to get from one state to another.

    What differs is in both. Read side by side, so that memory holds only what changed.

    Args:
        old: (id, hash), ascending by id.
        fresh: The same of the new state.
    """
    gone: list[str] = []
    new: list[str] = []
    sides = ((i, h, True) for i, h in old), ((i, h, False) for i, h in fresh)
    for key, group in groupby(merge(*sides, key=itemgetter(0)), key=itemgetter(0)):
        found = [(hashed, is_old) for _, hashed, is_old in group]
        if len(found) == 2 and found[0][0] == found[1][0]:
            continue
        for _, is_old in found:
            (gone if is_old else new).append(key)
    return gone, new


def verify(store: Store, snapshot: Snapshot) -> str:
    """Read everything back from the engine and return its digest.

    Raises:
        StoreError: The engine holds another graph than the snapshot.
    """
    with store.reader(timeout_seconds=3600) as reader:
        found = digest(_everything(reader))
    if found != snapshot.manifest.digest:
        raise StoreError(
            f"The engine holds a graph with digest {found[:16]}…, the ledger projects to "
            f"{snapshot.manifest.digest[:16]}…. Run `lacak rebuild --full`."
        )
    return found


def _everything(reader: Reader) -> Iterator[Node | Relationship]:
    yield from reader.nodes()
    yield from reader.relationships()


def _counted(
    items: Iterator[T],
    step: str,
    progress: Progress | None,
    size: Callable[[T], int] = lambda _: 1,
) -> Iterator[T]:
    """Yield the items and tell, about every thousand, how many records were done."""
    if progress is None:
        yield from items
        return
    done = 0
    for item in items:
        yield item
        done += size(item)
        if done >= 1000:
            progress(step, done)
            done = 0
    progress(step, done)
