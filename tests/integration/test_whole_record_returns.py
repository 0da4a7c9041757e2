"""The whole public record, taken away and brought back: RDF and FollowTheMoney, on both engines.

Minutes of work on 950,000 statements: ``LACAK_WHOLE_RECORD=1`` runs it.
``test_graph_round_trips.py`` does the same with one record of every kind, always.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from api.workspace import Workspace
from graph.export.formats import write
from loaders.graphs.options import Options
from tests.graphs import exported, loaded, new_ledger

pytestmark = pytest.mark.skipif(
    os.environ.get("LACAK_WHOLE_RECORD") != "1",
    reason="LOUD: takes minutes; LACAK_WHOLE_RECORD=1 runs it",
)
PROV_TIME = "http://www.w3.org/ns/prov#generatedAtTime"


def statements(path: Path) -> Counter[int]:
    """Count statements by their hash; the time of recording is of each ledger its own."""
    return Counter(hash(q) for q in ox.parse(path=path) if q.predicate.value != PROV_TIME)


def test_rdf_returns_isomorphic(workspace: Workspace, tmp_path: Path) -> None:
    first, again = tmp_path / "one.nq", new_ledger(tmp_path, "again")
    write(workspace.snapshot(), workspace.ontology, first)
    found = loaded(first, again)
    assert found.reasons == ""
    assert found.source.missing == []
    assert again.counts()["claims"] == workspace.ledger.counts()["claims"]
    second = exported(again, tmp_path, "two.nq")
    again.close()
    # No node of ours is blank, so graphs are isomorphic if they are equal.
    said = statements(first)
    assert said.total() > 500_000
    assert said == statements(second)


def test_followthemoney_returns(workspace: Workspace, tmp_path: Path) -> None:
    first, again = tmp_path / "one.ftm.jsonl", new_ledger(tmp_path, "again")
    write(workspace.snapshot(), workspace.ontology, first)
    found = loaded(first, again, Options(dataset="public"))
    second = exported(again, tmp_path, "two.ftm.jsonl")
    again.close()
    before, after = entities(first), entities(second)
    assert len(before) > 4_000
    assert found.reasons == ""
    lost = {
        (schema, name): sorted(values - after.get(key, (schema, {}))[1].get(name, set()))
        for key, (schema, properties) in before.items()
        for name, values in properties.items()
        if values - after.get(key, (schema, {}))[1].get(name, set())
    }
    assert lost == {}


def entities(path: Path) -> dict[str, tuple[str, dict[str, set[str]]]]:
    """Return schema and values of each entity, by id."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {
        e["id"]: (e["schema"], {name: set(values) for name, values in e["properties"].items()})
        for e in lines
    }
