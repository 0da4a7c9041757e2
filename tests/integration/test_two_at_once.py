"""Two processes that load and project at once: both come through, and the graph is right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.projection.digest import digest
from graph.projection.project import Projector
from graph.projection.rebuild import follow, is_current, rebuild_snapshot, verify
from graph.snapshots import Snapshot, SnapshotError, current
from graph.store import Store
from tests.claims import document, entity, fill, sqlite
from tests.engines import Target

pytestmark = pytest.mark.embedded

WRITER = """
import sys
from pathlib import Path
from graph.opening import open_store
from graph.projection.rebuild import follow
from graph.settings import Settings
from tests.claims import claim, document, entity, fill, sqlite
folder, url, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
ledger, store = sqlite(folder), open_store(url, Settings(heap_mb=512))
for n in range(6):
    key = f"{name}-{n}"
    fill(
        ledger,
        [document(f"doc:{key}")],
        [
            *entity(f"person:{key}", "Person", f"doc:{key}", name=key, residence="region:21"),
            claim("region:21", "alias", key, f"doc:{key}"),
        ],
    )
    follow(ledger, store, folder / "snapshots")
store.close()
"""


def test_both_come_through_and_the_engine_holds_the_whole_ledger(
    embedded_store: Store, embedded_target: Target, tmp_path: Path
) -> None:
    province = entity("region:21", "Province", name="Kepulauan Riau")
    ledger = fill(sqlite(tmp_path), [document()], province)
    command = [sys.executable, "-c", WRITER, str(tmp_path), embedded_target.url]
    writers = [
        subprocess.Popen([*command, name], stderr=subprocess.PIPE, text=True)
        for name in ("ani", "budi")
    ]
    for writer in writers:
        _, told = writer.communicate(timeout=300)
        assert writer.returncode == 0, told
    root = tmp_path / "snapshots"
    assert is_current(ledger, embedded_store, root)
    snapshot = current(root)
    assert snapshot is not None
    assert verify(embedded_store, snapshot) == digest(Projector(ledger).items())
    assert len(snapshot.nodes_of_class(["Person"])) == 12
    assert follow(ledger, embedded_store, root) is None


def test_a_snapshot_that_is_replaced_while_it_is_opened_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from api.workspace import Workspace
    from graph.settings import Settings

    settings = Settings(home=tmp_path)
    ledger = fill(sqlite(tmp_path), [document()], entity("person:a", "Person", name="Ani"))
    first, _ = rebuild_snapshot(ledger, settings.snapshots)
    opening = Snapshot.__init__

    def replaced(snapshot: Snapshot, folder: Path) -> None:
        if folder == first.folder:
            rebuild_snapshot(ledger, settings.snapshots)
            raise SnapshotError("gone")
        opening(snapshot, folder)

    monkeypatch.setattr(Snapshot, "__init__", replaced)
    assert Workspace(settings).snapshot().folder != first.folder
