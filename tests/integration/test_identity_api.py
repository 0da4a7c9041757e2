"""Who is who over HTTP: proposed, compared, decided, taken back exactly, and refused."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.audit.check import check
from api.audit.recorder import open_audit
from api.deciding import bring_up
from api.security.guard import open_ring
from api.settings import ServerSettings
from graph.projection.rebuild import rebuild_snapshot, usable
from graph.turns import turn
from tests.small_record import publish, small_record

LEFT, RIGHT = "org:pt-alwihda-jaya-sentosa", "org:pt-alwihdah-jaya-sentosa"
WHY = "one decree number, one letter apart"
PURPOSE = {"X-Lacak-Purpose": "perkara 12"}
JUDGEMENT = {"left": LEFT, "right": RIGHT, "verdict": "same", "why": WHY}
LISTED = [{"name": "PT Alwihda Jaya Sentosa", "reason": "list of revoked P3MI"}]
NAMES = [{"class": "Person", "left": "Moch. Arifin", "right": "Mochammad Arifin"}]

GRAPH = "/v1/identity/graph"
READS = (
    "/v1/identity/candidates?class=PlacementCompany",
    f"/v1/identity/pair?left={LEFT}&right={RIGHT}",
    "/v1/identity/decisions",
    "/v1/identity/contradictions",
    GRAPH,
)
WRITES = (
    ("/v1/identity/decisions", JUDGEMENT),
    ("/v1/identity/decisions/0000000000000000/undo", {"why": "two companies"}),
    ("/v1/identity/screen", LISTED),
)


@pytest.fixture
def client(workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), raise_server_exceptions=False) as made:
        yield made


def snapshot_digest(workspace) -> str:
    """Return the graph's digest; that the engine holds it too is tested with the projection."""
    # The graph follows after the answer; whoever comes first projects for both.
    bring_up(workspace)
    snapshot = usable(workspace.settings.snapshots)
    assert snapshot is not None
    snapshot.close()
    return snapshot.manifest.digest


def followed(client) -> dict[str, object]:
    """Wait until the graph shows every decision, as the API tells it."""
    for _ in range(600):
        state = client.get(GRAPH).json()
        if state["state"] == "current":
            return state
        time.sleep(0.1)
    raise AssertionError(state)


# -- on both pairs of ledger and engine ----------------------------------------------------


def test_candidates_are_pairs_that_nobody_has_decided(client):
    found = client.get(f"{READS[0]}&limit=200&lang=en").json()
    pairs = {frozenset((c["left"], c["right"])): c for c in found}
    assert len(pairs) == len(found) > 0
    chosen = pairs[frozenset((LEFT, RIGHT))]
    assert chosen["verdict"] == "same"
    assert "agreed" in chosen["explanation"]
    scores = [c["score"] for c in found]
    assert scores == sorted(scores, reverse=True)
    assert len(client.get(f"{READS[0]}&limit=1").json()) == 1


def test_two_records_side_by_side(client):
    found = client.get(f"{READS[1]}&lang=en").json()
    assert (found["left"]["id"], found["right"]["id"]) == (LEFT, RIGHT)
    assert found["verdict"] == "same"
    assert found["agreed"]
    for side in (found["left"], found["right"]):
        assert side["facts"]
        assert all(fact["citations"] for fact in side["facts"])
    other = client.get(f"{READS[1]}&lang=id").json()
    assert other["agreed"] != found["agreed"]


def test_a_decision_joins_and_its_undo_restores_the_graph_exactly(client, workspace):
    before = snapshot_digest(workspace)
    made = client.post("/v1/identity/decisions", json=JUDGEMENT)
    assert made.status_code == 200
    taken = made.json()
    assert (taken["kind"], taken["why"], taken["contradictions"]) == ("same", WHY, [])
    assert snapshot_digest(workspace) != before
    assert client.get(f"/v1/entities/{LEFT}").json()["records"] == [LEFT, RIGHT]
    again = client.get(READS[1])
    assert (again.status_code, again.json()["error"]["type"]) == (422, "SamePairError")
    assert client.get("/v1/identity/decisions").json()[0]["id"] == taken["id"]
    path = f"/v1/identity/decisions/{taken['id']}/undo"
    undone = client.post(path, json={"why": "two companies"}).json()
    assert (undone["kind"], undone["left"]) == ("undo", taken["id"])
    twice = client.post(path, json={"why": "two companies"})
    assert (twice.status_code, twice.json()["error"]["type"]) == (422, "UndoneError")
    assert snapshot_digest(workspace) == before
    assert client.get(f"/v1/entities/{RIGHT}").json()["id"] == RIGHT


def test_an_answer_says_whether_the_graph_has_followed_and_where_to_ask(client, workspace):
    followed(client)
    with turn(workspace.settings.snapshots):
        # As long as somebody else writes the graph, it cannot follow.
        made = client.post("/v1/identity/decisions?lang=en", json=JUDGEMENT)
        taken = made.json()
        assert (made.status_code, taken["in_graph"], taken["see"]) == (200, False, GRAPH)
        assert "decisions that do not show yet: 1." in taken["graph"]
        state = client.get(GRAPH).json()
        assert (state["state"], state["decisions"] - state["shown"]) == ("following", 1)
        assert "Graf sedang menyusul" in state["told"]
        assert client.get("/v1/identity/decisions").json()[0]["in_graph"] is False
        assert client.get(f"/v1/entities/{RIGHT}").json()["id"] == RIGHT
    assert followed(client)["problem"] is None
    assert client.get("/v1/identity/decisions").json()[0]["in_graph"] is True
    assert client.get(f"/v1/entities/{LEFT}").json()["records"] == [LEFT, RIGHT]
    # The record is that of other suites, too.
    undone = client.post(f"/v1/identity/decisions/{taken['id']}/undo", json={"why": WHY})
    assert undone.status_code == 200
    assert followed(client)["problem"] is None


def test_names_are_compared_in_order(client):
    pairs = [
        *NAMES,
        {"class": "Agency", "left": "Polda Riau", "right": "Polda Kepri"},
        {"class": "Company", "left": "PT Maju Jaya", "right": "CV Maju Jaya"},
    ]
    found = client.post("/v1/identity/match?lang=en", json=pairs).json()
    assert [f["decision"] for f in found] == ["same", "different", "different"]
    assert [f["left"] for f in found] == [p["left"] for p in pairs]
    assert found[2]["explanation"].startswith("Different")


def test_a_list_is_screened_with_reasons_and_sources(client):
    rows = [*LISTED, {"name": "PT Yang Tidak Ada Sama Sekali"}]
    found = client.post("/v1/identity/screen", json=rows, params={"class": "Organization"}).json()
    assert LEFT in {hit["entity"] for hit in found}
    assert {hit["row"] for hit in found} == {1}
    assert all(hit["explanation"] and hit["sources"] for hit in found)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "kind"),
    [
        (
            "get",
            f"/v1/identity/pair?left={LEFT}&right=org:no-such",
            None,
            404,
            "UnknownEntityError",
        ),
        ("get", f"/v1/identity/pair?left={LEFT}&right={LEFT}", None, 422, "SamePairError"),
        ("get", "/v1/identity/candidates?class=Companny", None, 404, "UnknownTermError"),
        ("get", f"/v1/identity/pair?left={LEFT}&right=%27%20OR%201", None, 422, None),
        ("post", "/v1/identity/decisions", JUDGEMENT | {"right": LEFT}, 422, "SamePairError"),
        ("post", "/v1/identity/decisions", JUDGEMENT | {"right": "org:x"}, 404, None),
        (
            "post",
            "/v1/identity/decisions",
            JUDGEMENT | {"right": "region:53"},
            422,
            "OtherKindError",
        ),
        ("post", "/v1/identity/decisions", JUDGEMENT | {"verdict": "merge"}, 422, None),
        ("post", "/v1/identity/decisions", JUDGEMENT | {"why": ""}, 422, None),
        ("post", "/v1/identity/decisions", JUDGEMENT | {"force": True}, 422, None),
        (*("post", *WRITES[1]), 404, "UnknownDecisionError"),
        ("post", "/v1/identity/decisions/x/undo", {"why": "wrong"}, 422, None),
        ("post", "/v1/identity/match", [], 422, None),
        ("post", "/v1/identity/match", NAMES * 1_001, 422, None),
        (
            "post",
            "/v1/identity/match",
            [NAMES[0] | {"class": "Persn"}],
            422,
            "UnmatchableClassError",
        ),
        ("post", "/v1/identity/screen", [{"name": ""}], 422, None),
        ("post", "/v1/identity/screen", [LISTED[0] | {"nik": "abc"}], 422, "ListRowError"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(client, method, path, body, status, kind):
    made = client.get(path) if method == "get" else client.post(path, json=body)
    error = made.json()["error"]
    assert made.status_code == status, error
    assert kind in (None, error["type"])
    assert len(error["message"]) > 10


# -- who may --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    workspace = small_record(tmp_path_factory.mktemp("lacak-identity"))
    publish(workspace)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def keys(place) -> dict[str, str]:
    ring = open_ring(place.settings.home, ServerSettings())
    roles = ("policy", "analyst", "investigator", "administrator")
    made = {role: ring.add(role, role) for role in roles}
    made["reader"] = ring.add("reader", "investigator", scopes=frozenset({"read"}))
    ring.close()
    return made


@pytest.fixture(scope="module")
def guarded(place, keys) -> Iterator[TestClient]:
    with TestClient(create_app(place), raise_server_exceptions=False) as made:
        yield made


def bearer(keys: dict[str, str], who: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {keys[who]}"} | PURPOSE


@pytest.mark.parametrize("who", ["policy", "analyst", "administrator", "reader"])
def test_deciding_and_what_shows_identities_need_the_scope_review(guarded, keys, place, who):
    before = len(place.ledger.decisions())
    answers = [guarded.get(path, headers=bearer(keys, who)) for path in READS]
    answers += [guarded.post(path, json=body, headers=bearer(keys, who)) for path, body in WRITES]
    assert {a.status_code for a in answers} == {403}
    assert all("review" in a.json()["error"]["message"] for a in answers)
    assert not any(b"alwihda" in a.content.lower() for a in answers)
    assert len(place.ledger.decisions()) == before


def test_without_a_key_nothing_is_said(guarded):
    assert {guarded.get(path).status_code for path in READS} == {401}
    posts = (*WRITES, ("/v1/identity/match", NAMES))
    assert {guarded.post(path, json=body).status_code for path, body in posts} == {401}


def test_comparing_two_names_needs_no_more_than_reading(guarded, keys):
    for who in ("policy", "analyst", "investigator", "reader"):
        made = guarded.post("/v1/identity/match", json=NAMES, headers=bearer(keys, who))
        assert (made.status_code, made.json()[0]["decision"]) == (200, "same")
    refused = guarded.post("/v1/identity/match", json=NAMES, headers=bearer(keys, "administrator"))
    assert refused.status_code == 403


def test_identities_are_asked_for_with_a_purpose_and_noted(guarded, keys, place):
    companies = guarded.get(
        "/v1/entities?class=Company&limit=2", headers=bearer(keys, "investigator")
    ).json()["items"]
    left, right = (c["id"] for c in companies)
    path = f"/v1/identity/pair?left={left}&right={right}"
    without = {"Authorization": f"Bearer {keys['investigator']}"}
    assert guarded.get(path, headers=without).json()["error"]["type"] == "PurposeMissingError"
    assert guarded.get(path, headers=bearer(keys, "investigator")).status_code == 200
    log = open_audit(place.settings.home, ServerSettings())
    found = [sealed.entry for sealed in log.entries()]
    assert check(log) == []
    log.close()
    told = [(e.who, e.subject, e.purpose) for e in found if e.action == "identity"]
    assert told == [("investigator", left, "perkara 12")]


def test_the_graph_follows_a_decision_as_a_whole_rebuild_would_have_it(
    guarded, keys, place, tmp_path
):
    companies = guarded.get(
        "/v1/entities?class=Company&limit=2", headers=bearer(keys, "investigator")
    ).json()["items"]
    left, right = sorted(c["id"] for c in companies)
    judged = {"left": left, "right": right, "verdict": "same", "why": "asked for by a test"}
    made = guarded.post("/v1/identity/decisions", json=judged, headers=bearer(keys, "investigator"))
    assert made.json()["who"] == "investigator"
    bring_up(place)
    whole, _ = rebuild_snapshot(place.ledger, tmp_path)
    followed = usable(place.settings.snapshots)
    assert followed is not None
    assert followed.manifest.digest == whole.manifest.digest
    whole.close()
    followed.close()


def test_a_contradiction_is_shown_and_joins_nothing(guarded, keys, place):
    asking = bearer(keys, "investigator")
    found = guarded.get("/v1/entities?class=Organization&limit=3", headers=asking).json()["items"]
    first, second, third = (item["id"] for item in found)
    before = snapshot_digest(place)
    taken = []
    for left, right, verdict in (
        (first, second, "same"),
        (second, third, "different"),
        (first, third, "same"),
    ):
        judged = JUDGEMENT | {"left": left, "right": right, "verdict": verdict}
        made = guarded.post("/v1/identity/decisions", json=judged, headers=asking)
        taken.append(made.json())
    (told,) = taken[-1]["contradictions"]
    assert (told["refused"]["id"], told["because"]["id"]) == (taken[2]["id"], taken[1]["id"])
    assert guarded.get("/v1/identity/contradictions", headers=asking).json() == [told]
    assert snapshot_digest(place) != before
    for decision in reversed(taken):
        path = f"/v1/identity/decisions/{decision['id']}/undo"
        made = guarded.post(path, json={"why": "only a test"}, headers=asking)
        assert made.status_code == 200
    assert guarded.get("/v1/identity/contradictions", headers=asking).json() == []
    assert snapshot_digest(place) == before
