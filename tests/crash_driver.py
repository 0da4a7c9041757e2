"""Kills our own children at random moments and looks at what they leave behind.

Run as a program by ``tests/integration/test_crash.py``: it forks after importing
everything, which a test session with its threads must not do. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import loaders.run
from graph.ledger.ledger import open_ledger
from graph.projection.digest import digest
from graph.projection.project import Projector
from graph.projection.rebuild import rebuild_snapshot
from graph.snapshots import current
from loaders.model import Item
from loaders.sources.registry import shipped
from ontology.claim import Document

KILLS = 50
# Small transactions, so that many moments fall inside one.
loaders.run.BATCH = 40


class Listed:
    """Items that were read before, as a source."""

    name = "listed"

    def __init__(self, items: list[Item]) -> None:
        self._items = items

    def items(self) -> Iterator[Item]:
        return iter(self._items)

    def size(self) -> int | None:
        return len(self._items)


def items(is_all: bool) -> list[Item]:
    """Return the shipped datasets, or every 24th document of the large one."""
    reference, record = shipped()
    groups: list[list[Item]] = []
    for item in record.items():
        if isinstance(item, Document):
            groups.append([])
        groups[-1].append(item)
    chosen = groups if is_all else groups[::24]
    return [*reference.items(), *(item for group in chosen for item in group)]


def load(path: Path, given: list[Item]) -> None:
    """Load items into a ledger, created if absent."""
    ledger = open_ledger(f"sqlite:///{path}")
    loaders.run.run(Listed(given), ledger)
    ledger.close()


def is_killed(work: Callable[[], None], after_seconds: float) -> bool:
    """Run work in a child and kill it; return False if it was done before."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    until = time.monotonic() + after_seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _is_failed(status)
        time.sleep(min(0.01, max(0.0, until - time.monotonic())))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) or _is_failed(status)


def _is_failed(status: int) -> bool:
    if os.WEXITSTATUS(status):
        raise SystemExit("the child failed by itself; its traceback is above")
    return False


def kill_loads(folder: Path, given: list[Item], chance: random.Random) -> dict[str, object]:
    """Kill loads until they are done in spite of it, on new ledgers, KILLS times in all."""
    begun = time.monotonic()
    load(folder / "undisturbed.db", given)
    usual = time.monotonic() - begun
    expected, claims = _content(folder / "undisturbed.db")
    kills = rounds = wrong = 0
    while kills < KILLS:
        path = folder / f"killed-{rounds}.db"
        # The first moments hit the creation of tables, later ones any transaction. A restart
        # repeats what is there, so it must be given about as long as a whole load.
        for share in (0.01, 0.02, *(1.2 * chance.random() for _ in range(KILLS)), 1000.0):
            if not is_killed(lambda p=path: load(p, given), share * usual):  # type: ignore[misc]
                break
            kills += 1
            wrong += not _is_sound(path, claims)
        rounds += 1
        wrong += _content(path) != (expected, claims)
    return {"kills": kills, "rounds": rounds, "wrong": wrong, "claims": len(claims)}


def _content(path: Path) -> tuple[str, list[str]]:
    ledger = open_ledger(f"sqlite:///{path}")
    found = digest(Projector(ledger).items()), [s.id for s in ledger.claims()]
    ledger.close()
    return found


def _is_sound(path: Path, claims: list[str]) -> bool:
    """Tell whether a ledger is intact and holds a part of the claims, each once."""
    database = sqlite3.connect(path)
    try:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return False
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'claims'").fetchone():
            return True
        found = [i for (i,) in database.execute("SELECT id FROM claims")]
    finally:
        database.close()
    return len(found) == len(set(found)) and set(found) <= set(claims)


def kill_builds(folder: Path, given: list[Item], chance: random.Random) -> dict[str, object]:
    """Kill builders of snapshots; a reader must find a whole one at every moment."""
    path, root = folder / "built.db", folder / "snapshots"
    given = given[len(given) // 2 :]
    load(path, given[: len(given) // 2])
    ledger = open_ledger(f"sqlite:///{path}")
    half = list(ledger.claims())[-1].recorded
    loaders.run.run(Listed(given), ledger)
    expected = {at: digest(Projector(ledger, at).items()) for at in (half, None)}
    begun = time.monotonic()
    rebuild_snapshot(ledger, root, half)
    usual = time.monotonic() - begun
    ledger.close()

    def build() -> None:
        opened = open_ledger(f"sqlite:///{path}")
        while True:
            rebuild_snapshot(opened, root, chance.choice((half, None)))

    wrong, seen = 0, set()
    for _ in range(KILLS):
        share = 1.3 * chance.random()
        is_killed(build, share * usual)
        snapshot = current(root)
        if snapshot is None:
            wrong += 1
            continue
        held = digest([*snapshot.all_nodes(), *snapshot.all_relationships()])
        wrong += not (held == snapshot.manifest.digest == expected[snapshot.manifest.as_of])
        if share > 1 and snapshot.folder.name in seen:
            # A machine that became busier than at first must not kill every build.
            usual *= 1.5
        seen.add(snapshot.folder.name)
        snapshot.close()
        # Each child draws anew, else all would build the same.
        chance.random()
    return {"kills": KILLS, "wrong": wrong, "published": len(seen)}


def main() -> None:
    """Run one scenario in a folder."""
    scenario, folder, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    given = items(os.environ.get("LACAK_CRASH_ALL") == "1")
    run = {"loads": kill_loads, "builds": kill_builds}[scenario]
    sys.stdout.write(json.dumps(run(folder, given, random.Random(seed))))


if __name__ == "__main__":
    main()
