"""The graph follows decisions behind the requests; what fails is told, and tried again."""

from __future__ import annotations

from api.deciding import Follower
from api.workspace import Workspace
from graph.projection.rebuild import decisions_shown, rebuild_snapshot
from graph.publishing import write_whole
from graph.settings import Settings
from tests.claims import document, entity, fill, sqlite

NOBODY_LISTENS = "bolt://127.0.0.1:9"


def workspace(tmp_path) -> Workspace:
    given = [*entity("org:pt-1", "Company"), *entity("org:pt-2", "Company")]
    fill(sqlite(tmp_path), [document()], given).close()
    return Workspace(Settings(home=tmp_path, store_url=NOBODY_LISTENS))


def test_a_graph_that_cannot_follow_is_behind_and_says_why(tmp_path):
    place = workspace(tmp_path)
    follower = Follower(place)
    assert follower.state().state == "current"
    place.ledger.decide("same", "org:pt-1", "org:pt-2", "me", "why")
    assert follower.state().state == "behind"
    follower.ask()
    follower.close()
    found = follower.state()
    assert (found.state, found.decisions, found.shown) == ("behind", 1, 0)
    assert found.problem is not None
    assert found.problem.startswith("StoreUnavailableError")
    assert "lacak rebuild" in found.told.en
    assert ": 1." in found.told.id
    place.close()


def test_a_decision_shows_when_snapshot_and_engine_have_it(tmp_path):
    place = workspace(tmp_path)
    root = place.settings.snapshots
    first = place.ledger.decide("same", "org:pt-1", "org:pt-2", "me", "why")
    snapshot, _ = rebuild_snapshot(place.ledger, root)
    snapshot.close()
    assert decisions_shown([first], root) == 0
    held = f'{{"engine":"neo4j","digest":"{snapshot.manifest.digest}"}}'
    write_whole(root / "engine.json", held.encode())
    later = place.ledger.decide("undo", first.id, "", "me", "why")
    assert decisions_shown([first, later], root) == 1
    earlier, _ = rebuild_snapshot(place.ledger, root, as_of="2001-01-01T00:00:00")
    earlier.close()
    held = f'{{"engine":"neo4j","digest":"{earlier.manifest.digest}"}}'
    write_whole(root / "engine.json", held.encode())
    assert decisions_shown([first, later], root) == 0
    place.close()
