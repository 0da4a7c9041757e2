"""SIGKILL at random moments: nothing is lost, doubled, or half there.

``LACAK_CRASH_ALL=1`` takes the whole public record instead of a part of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.publishing import prune
from graph.snapshots import current
from tests.claims import document, entity, fill, sqlite

ROOT = Path(__file__).parents[2]


def drive(scenario: str, folder: Path, seed: int) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash_driver", scenario, str(folder), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are killed on POSIX only")
def test_a_load_that_is_killed_fifty_times_is_completed(tmp_path: Path) -> None:
    found = drive("loads", tmp_path, seed=1)
    assert found["kills"] >= 50
    assert found["wrong"] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are killed on POSIX only")
def test_readers_find_a_whole_snapshot_while_builders_are_killed(tmp_path: Path) -> None:
    found = drive("builds", tmp_path, seed=2)
    assert found["kills"] == 50
    assert found["wrong"] == 0
    assert found["published"] > 1, "some build must have come through"


def test_what_a_killed_build_left_is_cleared_when_it_has_rested(tmp_path: Path) -> None:
    from graph.projection.rebuild import rebuild_snapshot

    ledger = fill(sqlite(tmp_path), [document()], entity("person:a", "Person"))
    root = tmp_path / "snapshots"
    rested, busy = root / ".building-rested", root / ".building-busy"
    for folder in (rested, busy):
        (folder / "network").mkdir(parents=True)
        (folder / "graph.db").write_bytes(b"")
    long_ago = time.time() - 86_400
    for path in (rested / "graph.db", rested / "network", rested):
        os.utime(path, (long_ago, long_ago))
    rebuild_snapshot(ledger, root)
    assert not rested.exists()
    assert busy.exists()
    prune(root)
    assert busy.exists()
    ledger.close()


def test_old_snapshots_go_and_the_current_one_stays(tmp_path: Path) -> None:
    from graph.projection.rebuild import rebuild_snapshot

    ledger = fill(sqlite(tmp_path), [document()], entity("person:a", "Person"))
    root = tmp_path / "snapshots"
    for _ in range(4):
        rebuild_snapshot(ledger, root)
    kept = [f for f in root.iterdir() if f.is_dir()]
    snapshot = current(root)
    assert len(kept) == 2
    assert snapshot is not None
    assert snapshot.folder in kept
    ledger.close()
