"""Answers of the named queries over a small invented record, reviewed as diffs.

Every answer is written out in ``answers/NAME.json`` with each claim spelt as
``subject property value``. After a wanted change, delete the file, run the test twice and
read the difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalogue.query import load_catalogue
from graph.snapshots import Snapshot
from graph.store import Row, Store
from loaders.records import RecordSource
from tests.catalogue import ask, filled, required, snapshot
from tests.conftest import ENGINES

HERE = Path(__file__).parent
CATALOGUE = load_catalogue()
ASKED = {
    "actor_timeline": {"actor": "org:polda-utara"},
    "contradictions": {},
    "corroboration": {"minimum": 2},
    "counts_reconciled": {"measure": ["departures-prevented"]},
    "declarations_without_follow_up": {},
    "interceptions_by_route": {},
    "licence_at_event": {},
    "p3mi_history": {"company": "org:pt-contoh-jaya"},
    "partnership_coverage": {},
    "partnership_network": {},
    "provinces_with_interceptions_without_agreement": {},
    "recruiter_chain": {},
    "shared_identifiers": {},
    "suspects_by_stage": {},
}


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    source = RecordSource("golden", HERE / "records")
    return snapshot(tmp_path_factory.mktemp("golden"), [source])


@pytest.fixture(scope="module", params=ENGINES)
def store(
    request: pytest.FixtureRequest, invented: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    target = request.getfixturevalue(f"{request.param}_target")
    opened = filled(target, tmp_path_factory.mktemp("engine"), invented)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ASKED)
def test_the_answer_is_the_one_on_file(name: str, store: Store, invented: Snapshot) -> None:
    query = CATALOGUE[name]
    rows = ask(store, query, {**required(query), **ASKED[name]})
    path = HERE / "answers" / f"{name}.json"
    written = json.dumps([_spelt(row, invented) for row in rows], indent=1, ensure_ascii=False)
    if not path.exists():
        path.write_text(written + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was missing and is written now: read it, then run again")
    assert json.loads(written) == json.loads(path.read_text(encoding="utf-8"))


def _spelt(row: Row, record: Snapshot) -> Row:
    """Return a row whose claims can be read."""
    claims = record.claims([str(claim) for claim in row.get("claims") or []])  # type: ignore[union-attr]
    said = sorted(f"{s.claim.subject} {s.claim.property} {s.claim.value}" for s in claims)
    return {**row, "claims": list(said)}
