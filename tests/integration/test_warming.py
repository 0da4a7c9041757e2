"""What is published while a server runs is offered when it answers at once, and not before."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator

import pytest

from api.app import create_app
from api.security.guard import open_ring
from api.settings import ServerSettings
from api.workspace import Workspace
from graph.engines import arcadedb
from graph.rooms import filling
from graph.rooms.rooms import Rooms
from graph.settings import Settings
from tests.claims import claim, document, entity, fill, sqlite
from tests.engines import missing
from tests.small_record import publish

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

pytestmark = pytest.mark.embedded

QUERY = "/v1/queries/agencies_most_involved"


@pytest.fixture
def place(tmp_path) -> Iterator[Workspace]:
    problem = Rooms.problem()
    if problem is not None:
        missing("rooms", problem.en)
    claims = [*entity("org:a", "LawEnforcementAgency", name="Polda Riau")]
    fill(sqlite(tmp_path), [document()], claims).close()
    made = Workspace(Settings(home=tmp_path))
    publish(made)
    yield made
    made.close()
    for folder in (tmp_path / "rooms").glob("cypher*"):
        arcadedb.stop(folder)
    arcadedb.stop(tmp_path / "graph")


@pytest.fixture
def asking(place) -> dict[str, str]:
    ring = open_ring(place.settings.home, ServerSettings())
    made = {"Authorization": f"Bearer {ring.add('policy', 'policy')}"}
    # Whose key is in force no more is not expected.
    ring.add("analyst", "analyst")
    ring.revoke("analyst")
    ring.close()
    return made


def is_filled(place: Workspace) -> bool:
    part = place.for_role("policy")
    return filling.is_filled(part.snapshot(), place.settings, ("cypher",))


def when(condition) -> None:
    for _ in range(900):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come")


def test_a_role_is_answered_from_what_is_warm_before_and_after_a_publication(place, asking):
    with TestClient(create_app(place, keeps_warm=True)) as client:
        cold = client.get("/ready")
        assert (cold.status_code, list(cold.json()["why"])) == (503, ["policy"])
        refused = client.get(QUERY, headers=asking)
        # Nobody waits for a room until the time is over.
        assert refused.json()["error"]["type"] == "RoomFillingError"
        assert refused.headers["retry-after"]
        when(lambda: client.get("/ready").status_code == 200)
        first = client.get(QUERY, headers=asking)
        assert first.status_code == 200
        fill(place.ledger, [], [claim("org:a", "alias", "Polda Riau Daratan")])
        publish(place)
        shown = []
        for _ in range(900):
            answer = client.get(QUERY, headers=asking)
            assert answer.status_code == 200
            assert is_filled(place)
            shown.append(answer.headers["x-lacak-as-of"])
            if shown[-1] != shown[0]:
                break
            time.sleep(0.1)
        assert shown[0] == first.headers["x-lacak-as-of"]
        assert shown[-1] > shown[0]
    assert place.warm is None


def test_who_is_not_kept_waiting_for_keeps_nobody_waiting(place):
    """Without keys nobody narrower is expected, and the newest is offered at once."""
    with TestClient(create_app(place, keeps_warm=True)) as client:
        when(lambda: client.get("/ready").status_code == 200)
        before = client.get("/v1/status").json()["built"]
        fill(place.ledger, [], [claim("org:a", "alias", "Polda Riau Daratan")])
        publish(place)
        assert client.get("/v1/status").json()["built"] > before
    assert not list((place.settings.home / "rooms").glob("cypher*"))
