"""Snapshots as readers meet them: published whole, damaged, of another version, searched."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from graph.errors import UnknownEntityError
from graph.ledger.ledger import Ledger
from graph.projection.rebuild import rebuild_snapshot, usable
from graph.publishing import Builder
from graph.snapshots import CURRENT, Snapshot, SnapshotError, current
from graph.store import Node
from tests.claims import document, entity, fill, sqlite


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = fill(
        sqlite(tmp_path),
        [document()],
        [
            *entity("person:a", "Person", name="Ani Wijaya", residence="region:21"),
            *entity("person:b", "Person", name='Budi "Ani" OR *', residence="region:21"),
            *entity("org:a", "PlacementCompany", name="PT Wijaya Bahari"),
            *entity("region:21", "Province", name="Kepulauan Riau"),
        ],
    )
    yield opened
    opened.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    # Letters that mean something in an address of a file.
    return tmp_path / "snap shots #1 100%? é"


@pytest.fixture
def snapshot(ledger: Ledger, root: Path) -> Snapshot:
    return rebuild_snapshot(ledger, root)[0]


def test_before_the_first_there_is_none(root: Path) -> None:
    assert current(root) is None


def test_records_are_found_by_id_class_and_end(snapshot: Snapshot) -> None:
    assert snapshot.node("person:a").properties["caption"] == "Ani Wijaya"
    assert [n.id for n in snapshot.nodes(["region:21", "no:one", "person:a", "person:a"])] == [
        "person:a",
        "region:21",
    ]
    assert [n.id for n in snapshot.nodes_of_class(["Province", "Person"])] == [
        "person:a",
        "person:b",
        "region:21",
    ]
    links = snapshot.relationships_of("region:21")
    assert {k.source for k in links if k.type != "MENTIONED_IN"} == {"person:a", "person:b"}
    assert snapshot.relationships([links[0].id, "none"]) == [links[0]]
    assert {s.claim.property for s in snapshot.claims_of(["person:a"])} == {
        "type",
        "name",
        "residence",
    }
    assert snapshot.count_classes()["Person"] == 2
    with pytest.raises(UnknownEntityError, match="lacak search"):
        snapshot.node("no:one")


def test_hashes_are_of_nodes_and_relationships_only(snapshot: Snapshot) -> None:
    assert len(dict(snapshot.hashes("nodes"))) == snapshot.manifest.nodes
    assert all(len(h) == 32 for _, h in snapshot.hashes("relationships"))
    with pytest.raises(SnapshotError):
        list(snapshot.hashes("claims; DROP TABLE nodes"))


@pytest.mark.parametrize(
    ("text", "classes", "expected"),
    [
        ("wijaya", [], {"person:a", "org:a"}),
        ("wijaya", ["Person"], {"person:a"}),
        ("ijay", [], {"person:a", "org:a"}),
        ("wijaya bahari", [], {"org:a"}),
        ('"ani" or *', [], {"person:b"}),
        ("riau", ["Person"], set()),
        ("ab", [], set()),
        ("", [], set()),
    ],
)
def test_names_are_found_by_any_part_of_three_letters(
    snapshot: Snapshot, text: str, classes: list[str], expected: set[str]
) -> None:
    assert set(snapshot.find(text, classes, 10)) == expected
    assert len(snapshot.find("wijaya", [], 1)) == 1


def test_a_reader_goes_on_while_newer_ones_are_published(
    ledger: Ledger, root: Path, snapshot: Snapshot
) -> None:
    digest = snapshot.manifest.digest
    for number in range(4):
        ledger.add_claims(entity(f"person:x{number}", "Person", name="New"))
        rebuild_snapshot(ledger, root)
    assert snapshot.node("person:a").id == "person:a"
    assert snapshot.manifest.digest == digest
    newest = current(root)
    assert newest is not None
    assert newest.count_classes()["Person"] == 6


def test_several_threads_may_read_one_snapshot(snapshot: Snapshot) -> None:
    failures: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(50):
                assert snapshot.node("person:a").id == "person:a"
                assert snapshot.find("wijaya", [], 5)
        # Whatever it is must reach the assertion below.
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert failures == []


def test_a_snapshot_cannot_be_written(snapshot: Snapshot) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        snapshot._db.execute("DELETE FROM nodes")


@pytest.mark.parametrize("damage", ["manifest", "another version", "database", "network", "folder"])
def test_a_damaged_snapshot_is_named_and_the_next_rebuild_replaces_it(
    ledger: Ledger, root: Path, snapshot: Snapshot, damage: str
) -> None:
    folder = snapshot.folder
    snapshot.close()
    if damage == "manifest":
        (folder / "manifest.json").write_bytes(b"{")
    elif damage == "another version":
        (folder / "manifest.json").write_bytes(orjson.dumps({"digest": "x"}))
    elif damage == "database":
        (folder / "graph.db").unlink()
    elif damage == "network":
        (folder / "network" / "source.npy").unlink()
    else:
        shutil.rmtree(folder)
    with pytest.raises(SnapshotError, match="lacak rebuild"):
        current(root)
    from graph.projection.rebuild import usable

    assert usable(root) is None


@pytest.mark.parametrize("content", [b"", b"[]", b'{"file": "x"}', b"\xff"])
def test_a_pointer_that_points_nowhere_is_named(root: Path, content: bytes) -> None:
    root.mkdir()
    (root / CURRENT).write_bytes(content)
    with pytest.raises(SnapshotError, match="lacak rebuild"):
        current(root)


def test_a_build_that_fails_leaves_nothing_and_changes_nothing(
    ledger: Ledger, root: Path, snapshot: Snapshot
) -> None:
    builder = Builder(root)
    builder.add([Node("a:1", ("Person",)), Node("a:1", ("Person",))])
    with pytest.raises(SnapshotError, match="cannot be built"):
        builder.publish("now", "test")
    builder.discard()
    assert not list(root.glob(".building-*"))
    found = current(root)
    assert found is not None
    assert found.manifest == snapshot.manifest


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SnapshotError, match="cannot be built"):
        Builder(tmp_path / "file" / "snapshots")


def test_a_snapshot_of_another_version_is_rebuilt_not_mourned(tmp_path: Path) -> None:
    ledger = fill(sqlite(tmp_path), [document()], entity("person:a", "Person"))
    root = tmp_path / "snapshots"
    snapshot, _ = rebuild_snapshot(ledger, root)
    shutil.rmtree(snapshot.folder / "names")
    snapshot.close()
    assert usable(root) is None
    again, _ = rebuild_snapshot(ledger, root)
    assert usable(root) is not None
    again.close()
    ledger.close()
