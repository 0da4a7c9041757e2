"""A snapshot revised by touched clusters is the one that a whole rebuild gives, file by file."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ledger.ledger import Ledger
from graph.projection.incremental import revise
from graph.projection.rebuild import rebuild_snapshot, source_of
from graph.snapshots import Snapshot
from ontology.claim import Claim
from tests.claims import claim, entity, sqlite
from tests.worlds import PEOPLE, documents, pairs, worlds

# Every example builds some ten snapshots; a shared machine may take long over them.
LAWS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))

_PROPOSAL = entity(
    "psame:a", "PossiblySame", "doc:3", possiblySameA=PEOPLE[0], possiblySameB=PEOPLE[1]
)


def take(ledger: Ledger, chance: random.Random, pair: tuple[str, str]) -> None:
    """Take one decision of any kind."""
    taken = [d.id for d in ledger.decisions()]
    kind = chance.choice(["same", "same", "different", "unsure", "undo", "accept", "reject"])
    if kind == "undo" and taken:
        ledger.decide("undo", chance.choice(taken), "", "ani", "test")
    elif kind in ("accept", "reject"):
        found = sorted(stored.id for stored in ledger.claims())
        ledger.decide(kind, chance.choice(found), "", "ani", "test")  # type: ignore[arg-type]
    else:
        ledger.decide("same" if kind == "undo" else kind, *pair, "ani", "test")  # type: ignore[arg-type]


def content(snapshot: Snapshot) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    found = {}
    with sqlite3.connect(snapshot.folder / "graph.db") as database:
        for table in ("nodes", "relationships", "claims", "documents", "search"):
            found[table] = sorted(database.execute(f"SELECT * FROM {table}"))
    database.close()
    return found


def arrays(snapshot: Snapshot) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (snapshot.folder / "network").iterdir()}


@LAWS
@given(worlds, st.lists(pairs, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_touched_clusters_alone_give_the_whole_graph(
    world: list[Claim], chosen: list[tuple[str, str]], chance: random.Random
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="lacak-revise-"))
    ledger = sqlite(folder)
    try:
        for item in documents():
            ledger.add_document(item)
        ledger.add_claims([*world, *_PROPOSAL])
        snapshot, _ = rebuild_snapshot(ledger, folder / "revised")
        for pair in chosen:
            for _ in range(chance.randint(1, 3)):
                take(ledger, chance, pair)
            revised = revise(ledger, folder / "revised", snapshot, source_of(ledger))
            assert revised is not None
            whole, _ = rebuild_snapshot(ledger, folder / "whole")
            assert revised.manifest.digest == whole.manifest.digest
            assert content(revised) == content(whole)
            assert arrays(revised) == arrays(whole)
            assert revised.manifest.nodes == whole.manifest.nodes
            assert revised.manifest.relationships == whole.manifest.relationships
            assert revised.manifest.claims == whole.manifest.claims
            whole.close()
            snapshot.close()
            snapshot = revised
        snapshot.close()
    finally:
        ledger.close()
        shutil.rmtree(folder)


def test_new_claims_and_merged_documents_need_a_whole_rebuild(tmp_path: Path) -> None:
    ledger = sqlite(tmp_path)
    for item in documents():
        ledger.add_document(item)
    ledger.add_claims(entity("person:0", "Person", "doc:3", name="Ani"))
    snapshot, _ = rebuild_snapshot(ledger, tmp_path)
    ledger.decide("same", "doc:0", "doc:1", "ani", "one page twice")
    assert revise(ledger, tmp_path, snapshot, source_of(ledger)) is None
    ledger.add_claims([claim("person:0", "age", "41", "doc:3")])
    assert revise(ledger, tmp_path, snapshot, source_of(ledger)) is None
    snapshot.close()
    ledger.close()


def test_a_decision_taken_while_a_snapshot_was_built_needs_a_whole_rebuild(tmp_path: Path) -> None:
    ledger = sqlite(tmp_path)
    for item in documents():
        ledger.add_document(item)
    ledger.add_claims([c for k in PEOPLE for c in entity(k, "Person", "doc:3", name="Ani")])
    before = source_of(ledger)
    ledger.decide("same", PEOPLE[0], PEOPLE[1], "ani", "test")
    snapshot, _ = rebuild_snapshot(ledger, tmp_path)
    # As if the source had been read just before the decision came in.
    text = (snapshot.folder / "manifest.json").read_text()
    (snapshot.folder / "manifest.json").write_text(text.replace(source_of(ledger), before))
    torn = Snapshot(snapshot.folder)
    assert revise(ledger, tmp_path, torn, source_of(ledger)) is None
    torn.close()
    snapshot.close()
    ledger.close()
