"""A role's snapshot that followed a decision is the one that a whole rebuild gives, row by row.

``LACAK_DECISIONS`` says how many random decisions are taken in each world; 4 by default.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from graph.errors import DisclosureError
from graph.ledger.ledger import Ledger
from graph.ledger.rows import Stored
from graph.projection.incremental import revise
from graph.projection.rebuild import rebuild_snapshot, source_of
from graph.roles import publish, sight
from graph.roles.audience import Audience, parse
from graph.roles.folders import current_folder, current_for, role_folder
from graph.roles.gate import Gate
from graph.roles.needles import Needles
from graph.roles.pseudonyms import KEY_FILE
from graph.roles.publish import WHOLE
from graph.snapshots import Snapshot, current, named
from ontology.claim import Claim, Document
from tests.canaries import canaries, found_below, world
from tests.claims import claim, entity, fill, sqlite

STEPS = int(os.environ.get("LACAK_DECISIONS", "4"))
AUDIENCES = (*WHOLE, parse("analyst@21"))
PLANTED = canaries(8)
SUSPECTS = [f"per:{c.slug}" for c in PLANTED if c.is_entity]
COMPANIES = ["org:pt-terang", "org:pt-trang", "org:pt-maju"]
AGENCIES = ["org:polda-kepri", "org:polda-kepulauan-riau"]


def _here() -> tuple[list[Document], list[Claim]]:
    documents, claims = world(PLANTED)
    here = documents[0].id
    claims += entity("org:pt-trang", "PlacementCompany", here, name="PT Trang Laut")
    claims += entity("org:pt-maju", "PlacementCompany", here, name="PT Maju Laut")
    claims += entity(AGENCIES[1], "LawEnforcementAgency", here, name="Polda Kepri")
    claims.append(claim("agr:deklarasi", "party", AGENCIES[1], here, locator="par. 2"))
    said = claim("org:pt-maju", "alias", "PT Maju Samudra", here, attributed_to=(AGENCIES[1],))
    claims.append(said)
    return documents, claims


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = fill(sqlite(tmp_path), *_here())
    yield opened
    opened.close()


@pytest.fixture
def root(ledger: Ledger, tmp_path: Path) -> Path:
    rebuild_snapshot(ledger, tmp_path / "followed", audiences=AUDIENCES)
    (tmp_path / "whole").mkdir()
    # The same pseudonyms in both.
    shutil.copy(tmp_path / "followed" / KEY_FILE, tmp_path / "whole" / KEY_FILE)
    return tmp_path / "followed"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keys of audiences whose snapshots were built as a whole."""
    found: list[str] = []
    whole = publish._built

    def noted(eye, *rest):
        found.append(eye.audience.key)
        return whole(eye, *rest)

    monkeypatch.setattr(publish, "_built", noted)
    return found


def rows(folder: Path) -> dict[str, object]:
    """Return all that a snapshot holds but when and from what it was built."""
    found: dict[str, object] = {}
    with sqlite3.connect(folder / "graph.db") as database:
        for table in ("nodes", "relationships", "claims", "documents", "search"):
            found[table] = sorted(database.execute(f"SELECT * FROM {table}"))
    database.close()
    found["network"] = {p.name: p.read_bytes() for p in (folder / "network").iterdir()}
    found["names"] = {p.name: p.read_bytes() for p in (folder / "names").iterdir()}
    found["aggregates"] = (folder / "aggregates.json").read_bytes()
    manifest = Snapshot(folder).manifest
    found["counts"] = (manifest.digest, manifest.nodes, manifest.relationships, manifest.claims)
    return found


def follow(ledger: Ledger, root: Path) -> None:
    before = current(root)
    assert before is not None
    assert revise(ledger, root, before, source_of(ledger), AUDIENCES) is not None


def assert_as_a_whole_rebuild(ledger: Ledger, root: Path, whole: Path) -> None:
    rebuild_snapshot(ledger, whole, audiences=AUDIENCES)
    for audience in AUDIENCES:
        followed, rebuilt = (rows(current_folder(r, audience)) for r in (root, whole))
        assert followed == rebuilt, audience.key


def decide(ledger: Ledger, chance: random.Random) -> None:
    taken = [d.id for d in ledger.decisions()]
    kind = chance.choice(["same", "same", "different", "undo", "accept", "reject"])
    if kind == "undo" and taken:
        ledger.decide("undo", chance.choice(taken), "", "ani", "test")
    elif kind in ("accept", "reject"):
        of = [*SUSPECTS, *COMPANIES, *AGENCIES, "per:budi-menteri", "agr:deklarasi"]
        chosen = chance.choice(sorted(s.id for s in ledger.claims_of(of)))
        ledger.decide(kind, chosen, "", "ani", "test")  # type: ignore[arg-type]
    else:
        pool = chance.choice([SUSPECTS, COMPANIES, AGENCIES, [*SUSPECTS, "per:budi-menteri"]])
        left, right = chance.sample(pool, 2)
        ledger.decide("same" if kind == "undo" else kind, left, right, "ani", "test")  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(3))
def test_every_role_is_as_after_a_whole_rebuild(ledger, root, tmp_path, seed):
    chance = random.Random(seed)
    for _ in range(STEPS):
        decide(ledger, chance)
        follow(ledger, root)
        assert_as_a_whole_rebuild(ledger, root, tmp_path / "whole")
    for role in ("policy", "analyst"):
        assert found_below(role_folder(root, role)) == []


def test_a_decision_about_companies_builds_no_role_as_a_whole(ledger, root, tmp_path, built):
    ledger.decide("same", *COMPANIES[:2], "ani", "one letter")
    follow(ledger, root)
    assert built == []
    assert_as_a_whole_rebuild(ledger, root, tmp_path / "whole")
    policy = current_for(root, "policy")
    assert {n.id for n in policy.nodes_of_class(["PlacementCompany"])} == {
        "org:pt-terang", "org:pt-maju"
    }  # fmt: skip


def test_undoing_gives_the_bytes_of_the_graph_back(ledger, root):
    before = {a.key: rows(current_folder(root, a)) for a in AUDIENCES}
    for pair in (COMPANIES[:2], AGENCIES, SUSPECTS[:2]):
        taken = ledger.decide("same", *pair, "ani", "test")
        follow(ledger, root)
        ledger.decide("undo", taken.id, "", "ani", "test")
        follow(ledger, root)
        assert {a.key: rows(current_folder(root, a)) for a in AUDIENCES} == before


def test_what_a_role_cannot_see_leaves_its_snapshot_where_it_is(ledger, root):
    """Not even the time of a folder tells that somebody decided about one who is hidden."""
    before = named(root)
    ledger.decide("different", *SUSPECTS[:2], "ani", "two ages")
    follow(ledger, root)
    after = named(root)
    assert after.folder != before.folder
    assert after.roles["policy"] == before.roles["policy"]
    assert after.roles["analyst"] == before.roles["analyst"]


def test_a_speaker_who_is_another_is_named_by_the_new_id(ledger, root):
    ledger.decide("same", *AGENCIES, "ani", "one body")
    follow(ledger, root)
    noted = [
        s.claim for s in current_for(root, "analyst").claims_of(["org:pt-maju"])
        if s.claim.property == "alias"
    ]  # fmt: skip
    assert [c.attributed_to for c in noted] == [(AGENCIES[0],)]


def test_one_who_becomes_hidden_has_the_role_built_as_a_whole(ledger, root, built):
    # Joined to a suspect, the office-holder is one: titles everywhere may name him now.
    ledger.decide("same", SUSPECTS[0], "per:budi-menteri", "ani", "test")
    follow(ledger, root)
    assert {"policy", "analyst"} <= set(built)


@pytest.mark.parametrize("harm", ["sights", "snapshot", "key"])
def test_without_what_it_starts_from_a_role_is_built_as_a_whole(ledger, root, built, harm):
    full = current(root)
    assert full is not None
    if harm == "sights":
        (full.folder / sight.FILE).write_bytes(b"\xff\xff")
    elif harm == "snapshot":
        for audience in AUDIENCES:
            shutil.rmtree(current_folder(root, audience))
    else:
        (root / KEY_FILE).unlink()
    ledger.decide("same", *COMPANIES[:2], "ani", "one letter")
    follow(ledger, root)
    assert set(built) == {a.key for a in AUDIENCES}


def test_the_last_gate_stands_before_what_followed_too(ledger, root, monkeypatch):
    before = named(root)
    ledger.decide("same", *COMPANIES[:2], "ani", "one letter")
    # A defect made on purpose: what a company is called names one who is hidden.
    monkeypatch.setattr(Needles, "find", lambda *_, **__: None)
    hidden = PLANTED[0].name
    ledger_claims = type(ledger).claims_of

    def spoilt(self, ids):
        found = ledger_claims(self, ids)
        return [
            s if s.claim.property != "name" else _renamed(s, hidden)
            for s in found
        ]  # fmt: skip

    monkeypatch.setattr(type(ledger), "claims_of", spoilt)
    monkeypatch.setattr(publish.Sight, "may_follow", lambda *_: True)
    with pytest.raises(DisclosureError, match="hidden name"):
        follow(ledger, root)
    assert named(root) == before


def _renamed(stored: Stored, name: str) -> Stored:
    return msgspec.structs.replace(stored, claim=msgspec.structs.replace(stored.claim, value=name))


def test_sights_are_below_no_role(root):
    full = current(root)
    assert full is not None
    assert (full.folder / sight.FILE).is_file()
    assert list((root / "roles").rglob(sight.FILE)) == []


def test_a_gate_searches_all_of_a_file_that_was_not_there(tmp_path):
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "new" / "more.json").write_text("budi santoso")
    with pytest.raises(DisclosureError):
        Gate(["budi santoso"]).check(tmp_path / "new", tmp_path / "old")


def test_an_audience_that_is_new_is_built(ledger, root, built):
    ledger.decide("same", *COMPANIES[:2], "ani", "one letter")
    before = current(root)
    assert before is not None
    more = (*AUDIENCES, Audience("policy", ("21",)))
    assert revise(ledger, root, before, source_of(ledger), more) is not None
    assert built == ["policy@21"]
