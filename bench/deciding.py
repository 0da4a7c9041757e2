"""What one decision costs: CPU seconds beside building every role's snapshot as a whole.

Run from the repository root: python bench/deciding.py HOME [LEFT RIGHT]
HOME is a folder that holds a loaded ledger; it is copied, and nothing in it changes. LEFT and
RIGHT are two records to be joined; by default two spellings of a company of the public record.
The engine is left out: it receives what differs, whatever the roles do.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graph.ledger.ledger import open_ledger
from graph.projection.incremental import revise
from graph.projection.rebuild import rebuild_snapshot, source_of
from graph.roles.publish import WHOLE
from graph.snapshots import Snapshot, current

PAIR = ("org:pt-alwihda-jaya-sentosa", "org:pt-alwihdah-jaya-sentosa")


def timed(what: str, work: Callable[[], Snapshot | None]) -> Snapshot:
    """Do something, print its CPU seconds and the digest it gave."""
    started = time.process_time()
    snapshot = work()
    if snapshot is None:
        raise SystemExit(f"{what}: only a whole rebuild is right here. Choose another pair.")
    seconds = time.process_time() - started
    print(f"{what:24} {seconds:6.1f} CPU s  {snapshot.manifest.digest[:12]}", flush=True)
    return snapshot


def main() -> None:
    """Rebuild, join, undo, and join again."""
    home = Path(sys.argv[1])
    left, right = sys.argv[2:4] if len(sys.argv) > 3 else PAIR
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(home / "ledger.db", folder)
        root = Path(folder) / "snapshots"
        ledger = open_ledger(f"sqlite:///{Path(folder) / 'ledger.db'}")

        def whole() -> Snapshot:
            return rebuild_snapshot(ledger, root, audiences=WHOLE)[0]

        def follow() -> Snapshot | None:
            before = current(root)
            return before and revise(ledger, root, before, source_of(ledger), WHOLE)

        timed("whole", whole)
        taken = ledger.decide("same", left, right, "bench", "measured")
        timed("joined", follow)
        timed("joined, as a whole", whole)
        ledger.decide("undo", taken.id, "", "bench", "measured")
        timed("undone", follow)
        ledger.close()


if __name__ == "__main__":
    main()
