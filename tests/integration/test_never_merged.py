"""Two persons of one name and nothing else stay two, whatever is run and however it is set.

Every command and every setting is enumerated from the program itself, so that a new one
cannot be forgotten: each is either run here, or stands below with the reason why it cannot
join anybody.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
import typer

from api.cli.main import app
from graph.ledger.ledger import Ledger
from graph.projection.identity import identity
from graph.projection.rebuild import rebuild_snapshot
from graph.resolution.candidates import by_rule, candidates, join
from graph.resolution.compare import compare
from graph.resolution.evidence import compare_particulars, particulars, weigh_evidence
from graph.resolution.proposals import propose, worth_keeping
from graph.resolution.registry.resolve import floor, resolve
from graph.resolution.registry.splinked import resolve_with_duckdb
from graph.resolution.screening import Screen
from graph.snapshots import Snapshot
from ontology.model import Ontology
from tests.claims import document, entity, fill, sqlite

NAMES = ("Krisostomus Seran Nahak", "Muhammad Rizky", "Suparti", "YL")

DECIDES = {"decide"}
"""The one command by which a person says that two are one."""

# Commands that join by rule or propose; each is run below through what it calls.
JOINS = {"resolve", "candidates", "registry", "screen", "match"}

# Functions that resolve registries and take settings; each is run with all of them.
SETTINGS = {"join_at": (0.7, 0.5, 0.01, 1e-6), "seed": (1, 2)}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    documents = [document("doc:a"), document("doc:b")]
    claims = [
        claim
        for number, name in enumerate(NAMES)
        for side, source in (("a", "doc:a"), ("b", "doc:b"))
        for claim in entity(f"per:{side}{number}", "Person", source, name=name)
    ]
    opened = fill(sqlite(tmp_path), documents, claims)
    yield opened
    opened.close()


@pytest.fixture
def snapshot(ledger: Ledger, tmp_path: Path) -> Iterator[Snapshot]:
    made, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
    yield made
    made.close()


def test_the_commands_that_could_join_are_those_that_are_tried_here() -> None:
    names = {
        command.name or str(getattr(command.callback, "__name__", ""))
        for command in app.registered_commands
    }
    touching = {
        name
        for name in names
        if any(word in _source(name) for word in ("graph.resolution", ".decide(", " join(place"))
    }
    # `undo` takes decisions back, `decisions` lists them; neither can make one.
    assert touching - {"undo", "decisions", "review"} <= DECIDES | JOINS
    assert names >= DECIDES | JOINS


def _source(name: str) -> str:
    callbacks = {
        c.name or c.callback.__name__: c.callback for c in app.registered_commands if c.callback
    }
    return inspect.getsource(callbacks[name])


def test_rules_and_proposals_join_nobody(
    ledger: Ledger, snapshot: Snapshot, ontology: Ontology, tmp_path: Path
) -> None:
    for class_name in ("Person", "Agent", "Entity"):
        found = candidates(snapshot, ontology, class_name=class_name)
        assert by_rule(found, ontology) == []
        assert {c.verdict for c in found} <= {"review"}
        join(ledger, by_rule(found, ontology))
        propose(ledger, worth_keeping(found))
    assert identity(ledger.decisions()).members == {}
    after, _ = rebuild_snapshot(ledger, tmp_path / "after")
    assert len(after.nodes_of_class(["Person"])) == 2 * len(NAMES)
    # What is possible is shown, and joins nothing.
    assert {r.type for r in after.all_relationships()} >= {"POSSIBLY_SAME"}
    after.close()


def test_a_score_of_one_is_not_enough(snapshot: Snapshot, ontology: Ontology) -> None:
    for number, name in enumerate(NAMES):
        left, right = snapshot.nodes([f"per:a{number}", f"per:b{number}"])
        beside = compare_particulars(particulars(snapshot, left), particulars(snapshot, right))
        match = compare("Person", name, name)
        assert weigh_evidence(match, beside, is_person=True) != "same"
    screen = Screen(snapshot, ontology)
    hits = list(screen.check({"name": name} for name in NAMES))
    assert hits
    assert {hit.verdict for hit in hits} == {"review"}


@pytest.mark.parametrize("name", NAMES)
def test_no_setting_of_registry_resolution_joins_them(name: str) -> None:
    assert set(inspect.signature(resolve).parameters) == {"records", *SETTINGS}
    others = [f"{given} Orang Lain {n}" for n, given in enumerate(["Ani", "Budi", "Cici"] * 20)]
    records = pl.DataFrame({"id": [f"r{n:02}" for n in range(62)], "name": [name, name, *others]})
    for join_at, seed in itertools.product(*SETTINGS.values()):
        found = resolve(records, join_at=float(join_at), seed=int(seed))
        assert found.clusters["cluster"].n_unique() == len(records)


def test_no_weight_lifts_a_name_above_the_floor() -> None:
    from graph.resolution.registry.comparing import LEVELS, SHAPE

    allowed = floor().reshape(SHAPE)
    alone = allowed[(slice(None), *([0] * (len(SHAPE) - 1)))]
    assert len(alone) == len(LEVELS["name"])
    assert not alone.any()
    # A sex is no evidence either.
    assert not allowed[:, 0, 0, 0, 0, 0, :].any()


def test_splink_passes_the_same_floor(tmp_path: Path) -> None:
    pytest.importorskip("splink", reason="the extra `resolution` is not installed")
    from bench.registries import make

    registry = make(600, seed=5).drop("entity")
    bare = pl.DataFrame({"id": ["x1", "x2"], "name": ["Krisostomus Seran Nahak"] * 2})
    found = resolve_with_duckdb(pl.concat([registry, bare], how="diagonal"), join_at=0.01)
    clusters = dict(found.iter_rows())
    assert (clusters["x1"], clusters["x2"]) == ("x1", "x2")


def test_a_human_decision_does_join_them(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decide("same", "per:a0", "per:b0", "ani", "she told me herself")
    merged, _ = rebuild_snapshot(ledger, tmp_path / "merged")
    assert len(merged.nodes_of_class(["Person"])) == 2 * len(NAMES) - 1
    merged.close()
    assert isinstance(app, typer.Typer)
