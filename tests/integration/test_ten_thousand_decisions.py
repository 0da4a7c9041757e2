"""Ten thousand random merges, separations, and undos, beside a model too simple to be wrong.

Every step is a decision in a real ledger. Every 100 steps the clusters are those of the model;
every 500 steps the touched clusters are projected again; every 2,500 steps that snapshot has
the digest of a whole rebuild, and both engines are brought to it and read back. In the end
everything is undone, and the digest is the first one. ``LACAK_EVERY_STEP=1`` compares and
projects after every single step instead (about half an hour).
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.ledger.ledger import Ledger
from graph.projection.identity import effective, identity
from graph.projection.incremental import revise
from graph.projection.rebuild import rebuild_snapshot, source_of, synchronize, verify
from graph.snapshots import Snapshot
from graph.store import Store
from tests.claims import claim, document, entity, fill, sqlite

STEPS = 10_000
SEED = 20261122
EVERY_STEP = bool(os.environ.get("LACAK_EVERY_STEP"))
COMPARED_EVERY = 1 if EVERY_STEP else 100
PROJECTED_EVERY = 1 if EVERY_STEP else 500
CHECKPOINT_EVERY = 2_500
# Ten thousand projections take longer than any other test may.
pytestmark = pytest.mark.timeout(4 * 3600 if EVERY_STEP else 600)

PEOPLE = [f"person:{n:02}" for n in range(40)]
COMPANIES = [f"org:{n:02}" for n in range(15)]


@dataclass
class Model:
    """Decisions as a list, clusters as sets, everything worked out from the start."""

    taken: list[tuple[str, str, str, str]] = field(default_factory=list)

    def standing(self) -> list[tuple[str, str, str]]:
        """Return (kind, left, right) of what is neither undone nor overruled."""
        undone: set[str] = set()
        for key, kind, left, _ in reversed(self.taken):
            if kind == "undo" and key not in undone:
                undone.add(left)
        latest: dict[frozenset[str], int] = {}
        kept = [t for t in self.taken if t[0] not in undone and t[1] != "undo"]
        for number, (_, _, left, right) in enumerate(kept):
            latest[frozenset((left, right))] = number
        return [kept[number][1:] for number in sorted(latest.values())]

    def clusters(self) -> list[frozenset[str]]:
        """Return clusters of two or more."""
        standing = self.standing()
        apart = [{a, b} for kind, a, b in standing if kind == "different"]
        clusters: list[set[str]] = [{record} for record in PEOPLE + COMPANIES]
        for kind, a, b in standing:
            one, other = (next(c for c in clusters if r in c) for r in (a, b))
            if kind != "same" or one is other:
                continue
            if any(len(p & one) == 1 and len(p & other) == 1 for p in apart):
                continue
            clusters.remove(other)
            one |= other
        return sorted((frozenset(c) for c in clusters if len(c) > 1), key=min)


def world(folder: Path) -> Ledger:
    """Return a ledger of people and companies that refer to one another."""
    chance = random.Random(SEED)
    documents = [document(f"doc:{n}", origin="x" if n < 2 else None) for n in range(5)]
    sources = [d.id for d in documents]
    claims = [
        c
        for key in PEOPLE
        for c in entity(key, "Person", chance.choice(sources), name=chance.choice("ABCDE"))
    ]
    claims += [c for key in COMPANIES for c in entity(key, "Company", name=key)]
    claims += entity("region:21", "Province", name="Kepulauan Riau")
    claims += [claim(k, "residence", "region:21", chance.choice(sources)) for k in PEOPLE[::3]]
    claims += [claim(k, "age", str(chance.randint(20, 60)), "doc:1") for k in PEOPLE]
    for n in range(40):
        one, other = chance.sample(PEOPLE, 2)
        ends = {"recruiter": one, "recruit": other, "throughCompany": chance.choice(COMPANIES)}
        claims += entity(f"rel:{n}", "Recruitment", chance.choice(sources), **ends)
    return fill(sqlite(folder), documents, claims)


def step(ledger: Ledger, model: Model, chance: random.Random) -> None:
    """Take one random decision in both."""
    kind = chance.choices(("same", "different", "unsure", "undo"), (45, 10, 5, 40))[0]
    if kind == "undo" and model.taken:
        left, right = chance.choice(model.taken[-400:])[0], ""
    else:
        kind = "same" if kind == "undo" else kind
        left, right = chance.sample(chance.choice((PEOPLE, COMPANIES)), 2)
    made = ledger.decide(kind, left, right, "chance", "")  # type: ignore[arg-type]
    model.taken.append((made.id, kind, left, right))


def compare(ledger: Ledger, model: Model) -> None:
    found = identity(ledger.decisions())
    assert [frozenset(m) for m in found.members.values()] == model.clusters()
    for canonical, records in found.members.items():
        assert canonical == min(records)
        assert {found.of(r) for r in records} == {canonical}


class History:
    """A ledger, its revised snapshot, and copies of the snapshot at every checkpoint."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = world(folder)
        self.snapshot, _ = rebuild_snapshot(self.ledger, folder / "revised")
        self.checkpoints = [self._kept()]

    def project(self) -> None:
        """Revise the snapshot."""
        root = self.folder / "revised"
        revised = revise(self.ledger, root, self.snapshot, source_of(self.ledger))
        assert revised is not None
        self.snapshot.close()
        self.snapshot = revised

    def checkpoint(self) -> None:
        """Hold the revised snapshot against a whole rebuild, and keep it."""
        whole, _ = rebuild_snapshot(self.ledger, self.folder / "whole")
        assert self.snapshot.manifest.digest == whole.manifest.digest
        whole.close()
        self.checkpoints.append(self._kept())

    def undo_everything(self, chance: random.Random) -> None:
        """Undo what stands, in any order, until nothing does."""
        while standing := effective(self.ledger.decisions()):
            # Undoing a decision about a pair brings back the one that it had overruled.
            for decision in chance.sample(standing, len(standing)):
                self.ledger.decide("undo", decision.id, "", "chance", "")

    def _kept(self) -> Snapshot:
        target = self.folder / "kept" / str(len(list((self.folder / "kept").glob("*"))))
        shutil.copytree(self.snapshot.folder, target)
        return Snapshot(target)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    made, model = History(tmp_path_factory.mktemp("decisions")), Model()
    chance = random.Random(SEED)
    for number in range(1, STEPS + 1):
        step(made.ledger, model, chance)
        if number % COMPARED_EVERY == 0:
            compare(made.ledger, model)
        if number % PROJECTED_EVERY == 0:
            made.project()
        if number % CHECKPOINT_EVERY == 0:
            made.checkpoint()
    made.undo_everything(chance)
    made.project()
    made.checkpoint()
    yield made
    for snapshot in (*made.checkpoints, made.snapshot):
        snapshot.close()
    made.ledger.close()


def test_ten_thousand_steps_agree_with_the_model_and_undoing_all_restores_the_graph(
    history: History,
) -> None:
    digests = [s.manifest.digest for s in history.checkpoints]
    assert digests[-1] == digests[0]
    assert len(set(digests[:-1])) == STEPS // CHECKPOINT_EVERY + 1
    assert identity(history.ledger.decisions()).members == {}


def test_the_engine_follows_every_checkpoint_and_back(
    history: History, store: Store, tmp_path: Path
) -> None:
    before = None
    for snapshot in history.checkpoints:
        synchronize(store, tmp_path, before, snapshot)
        assert verify(store, snapshot) == snapshot.manifest.digest
        before = snapshot
    assert verify(store, history.checkpoints[0]) == history.checkpoints[0].manifest.digest
