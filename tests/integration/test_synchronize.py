"""The engine follows the snapshots: only what changed is written, and the digest is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.ledger.ledger import Ledger
from graph.projection.rebuild import forget_engine, is_current, rebuild, rebuild_snapshot, verify
from graph.store import Store
from tests.claims import claim, document, entity, fill, sqlite

pytestmark = pytest.mark.embedded


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = fill(
        sqlite(tmp_path),
        [document(), document("doc:b")],
        [
            *(c for n in range(30) for c in entity(f"person:{n:02}", "Person", name=f"N{n}")),
            *(claim(f"person:{n:02}", "residence", "region:21", "doc:b") for n in range(20)),
            *entity("rel:a", "Recruitment", recruiter="person:01", recruit="person:02"),
            *entity("region:21", "Province", name="Kepulauan Riau"),
        ],
    )
    yield opened
    opened.close()


def test_a_merge_touches_its_cluster_only_and_its_undo_restores_the_digest(
    ledger: Ledger, embedded_store: Store, tmp_path: Path
) -> None:
    root = tmp_path / "snapshots"
    first = rebuild(ledger, embedded_store, root)
    before = verify(embedded_store, first.snapshot)
    assert first.written == first.snapshot.manifest.nodes + first.snapshot.manifest.relationships
    taken = ledger.decide("same", "person:01", "person:03", "ani", "one number")
    merged = rebuild(ledger, embedded_store, root)
    assert verify(embedded_store, merged.snapshot) != before
    assert 0 < merged.written < first.written / 3
    ledger.decide("undo", taken.id, "", "ani", "two numbers")
    undone = rebuild(ledger, embedded_store, root)
    assert verify(embedded_store, undone.snapshot) == before
    assert undone.written < first.written / 3


def test_new_claims_and_rejected_ones_reach_the_engine(
    ledger: Ledger, embedded_store: Store, tmp_path: Path
) -> None:
    root = tmp_path / "snapshots"
    rebuild(ledger, embedded_store, root)
    assert is_current(ledger, embedded_store, root)
    ledger.add_claims(entity("person:new", "Person", "doc:b", name="Baru", residence="region:21"))
    assert not is_current(ledger, embedded_store, root)
    verify(embedded_store, rebuild(ledger, embedded_store, root).snapshot)
    of_class = claim("person:05", "type", "Person")
    ledger.decide("reject", of_class.id, "", "ani", "nobody")
    found = rebuild(ledger, embedded_store, root)
    verify(embedded_store, found.snapshot)
    assert found.deleted
    with embedded_store.reader() as reader:
        assert "person:05" not in {n.id for n in reader.nodes()}


def test_nothing_new_means_nothing_written(
    ledger: Ledger, embedded_store: Store, tmp_path: Path
) -> None:
    root = tmp_path / "snapshots"
    rebuild(ledger, embedded_store, root)
    again = rebuild(ledger, embedded_store, root)
    assert (again.written, again.deleted) == (0, 0)


@pytest.mark.parametrize("how", ["forgotten", "of another graph", "snapshot lost"])
def test_an_engine_whose_content_is_not_known_is_filled_anew(
    ledger: Ledger, embedded_store: Store, tmp_path: Path, how: str
) -> None:
    root = tmp_path / "snapshots"
    rebuild(ledger, embedded_store, root)
    if how == "forgotten":
        forget_engine(root)
    elif how == "of another graph":
        # A build that was killed between publishing and writing to the engine.
        ledger.add_claims(entity("person:x", "Person", name="X"))
        rebuild_snapshot(ledger, root)
    else:
        (root / "current.json").write_bytes(b"")
    found = rebuild(ledger, embedded_store, root)
    assert found.written == found.snapshot.manifest.nodes + found.snapshot.manifest.relationships
    verify(embedded_store, found.snapshot)


def test_an_engine_that_was_changed_behind_our_back_is_noticed(
    ledger: Ledger, embedded_store: Store, tmp_path: Path
) -> None:
    found = rebuild(ledger, embedded_store, tmp_path / "snapshots")
    with embedded_store.writer() as writer:
        writer.delete(["person:07"], [])
    with pytest.raises(StoreError, match="rebuild --full"):
        verify(embedded_store, found.snapshot)


def test_progress_tells_of_every_record_of_every_step(
    ledger: Ledger, embedded_store: Store, tmp_path: Path
) -> None:
    told: Counter[str] = Counter()
    manifest = rebuild(
        ledger, embedded_store, tmp_path / "snapshots", None, lambda step, n: told.update({step: n})
    ).snapshot.manifest
    assert told["claims"] == manifest.claims > 0
    assert told["nodes"] == manifest.nodes
    assert told["relationships"] == manifest.relationships
    assert told["project"] >= manifest.nodes
