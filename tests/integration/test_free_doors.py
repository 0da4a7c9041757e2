"""The doors to rooms: command line, API, page. The primary store is at an address that nobody
answers, so whatever is answered here came from a room."""

from __future__ import annotations

import json
import os
import threading
import warnings
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from api.app import create_app
from api.cli import state
from api.cli.main import app
from api.workspace import Workspace
from graph.engines import arcadedb
from graph.projection.rebuild import rebuild_snapshot
from graph.rooms import filling, selftest
from graph.rooms.rooms import Rooms
from graph.settings import Settings
from ontology.model import Text
from tests.claims import document, entity, fill, sqlite
from tests.engines import missing
from viz.explorer.write import EXAMPLES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

pytestmark = pytest.mark.embedded

COUNT = "MATCH (n:Declaration) RETURN n.id AS id, n.caption AS name"
NAMES = "SELECT ?s ?n { ?s a lacak:Declaration ; lacak:name ?n }"
ORIGIN = {"origin": "http://testserver"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lacak-doors")
    claims = [
        *entity("agr:a", "Declaration", name="Deklarasi <b>A</b>", party="org:a"),
        *entity("org:a", "PlacementCompany", name="PT Contoh"),
        *entity("per:a", "Person", name="Ani Wijaya"),
    ]
    ledger = fill(sqlite(folder), [document()], claims)
    place = Workspace(Settings(home=folder))
    rebuild_snapshot(ledger, place.settings.snapshots, audiences=place.audiences)
    ledger.close()
    return folder


@pytest.fixture(scope="module")
def place(home) -> Iterator[Workspace]:
    problem = Rooms.problem()
    if problem is not None:
        missing("rooms", problem.en)
    made = Workspace(Settings(home=home, store_url="bolt://127.0.0.1:9", free_rows=5))
    for reader in (made, made.for_role("investigator")):
        made.rooms.prepare(reader.snapshot())
    yield made
    made.close()
    for folder in (home / "rooms").glob("cypher*"):
        arcadedb.stop(folder)


@pytest.fixture
def client(place) -> Iterator[TestClient]:
    with TestClient(create_app(place), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def cli(place, monkeypatch):
    for name in os.environ:
        if name.startswith("LACAK_") and name != "LACAK_REQUIRE_ENGINES":
            monkeypatch.delenv(name)
    monkeypatch.setenv("LACAK_HOME", str(place.settings.home))
    monkeypatch.setenv("LACAK_STORE_URL", place.settings.store_url)
    state.forget()
    yield lambda *given, **more: CliRunner().invoke(app, list(given), **more)
    state.forget()


@pytest.mark.parametrize(
    ("path", "query", "told"),
    [("/v1/cypher", COUNT, "agr:a"), ("/v1/sparql", NAMES, "https://w3id.org/lacak/id/agr:a")],
)
def test_the_api_answers(client, path, query, told):
    found = client.post(path, json={"query": query})
    assert found.status_code == 200, found.text
    body = found.json()
    assert [*body["rows"][0].values()] == [told, "Deklarasi <b>A</b>"]
    assert body["truncated"] is False
    assert body["as_of"]


def test_the_api_takes_parameters_apart_from_the_query(client):
    query = "MATCH (n:Entity {id: $id}) RETURN n.caption AS name"
    found = client.post("/v1/cypher", json={"query": query, "parameters": {"id": "org:a"}})
    assert found.json()["rows"] == [{"name": "PT Contoh"}]


@pytest.mark.parametrize(
    ("form", "told"),
    [("text/csv", "id,name\nagr:a,"), ("application/x-ndjson", '{"id":"agr:a",')],
)
def test_the_api_answers_in_the_format_asked_for(client, form, told):
    found = client.post("/v1/cypher", json={"query": COUNT}, headers={"accept": form})
    assert found.headers["content-type"].startswith(form)
    assert found.text.startswith(told)


def test_the_api_tells_when_an_answer_is_cut(client):
    found = client.post("/v1/cypher", json={"query": "UNWIND range(1, 9) AS i RETURN i"})
    assert found.json()["truncated"] is True
    assert len(found.json()["rows"]) == 5
    assert found.headers["x-lacak-truncated"] == "true"


@pytest.mark.parametrize(
    ("tongue", "query", "name", "near"),
    [
        ("cypher", "MATCH (n:Declaraton) RETURN n.id AS id", "Declaraton", "Declaration"),
        ("sparql", "SELECT ?s { ?s a lacak:Deklarasi }", "Deklarasi", "Declaration"),
    ],
)
def test_no_rows_for_a_term_that_there_is_not_is_said_at_every_door(
    client, cli, tongue, query, name, near
):
    found = client.post(f"/v1/{tongue}", json={"query": query})
    assert (found.status_code, found.json()["rows"]) == (200, [])
    (told,) = found.json()["notices"]
    assert f"{name!r}, jadi bagian kueri itu tidak menemukan apa pun. Terdekat: {near}" in told
    (english,) = client.post(f"/v1/{tongue}?lang=en", json={"query": query}).json()["notices"]
    csv = client.post(f"/v1/{tongue}", json={"query": query}, headers={"accept": "text/csv"})
    assert csv.headers["x-lacak-notice"] == english
    page = client.post("/write", data={"language": tongue, "query": query}, headers=ORIGIN)
    assert f"Terdekat: {near}" in page.text
    typed = cli("-l", "en", tongue, query)
    assert typed.exit_code == 0
    assert f"Nearest: {near}" in " ".join(typed.stderr.split())


def test_what_there_is_gets_no_notice(client):
    found = client.post("/v1/cypher", json={"query": COUNT})
    assert found.json()["notices"] == []
    assert "x-lacak-notice" not in found.headers


@pytest.mark.parametrize(
    "body",
    [
        {"query": "CREATE (n)"}, {"query": ""}, {}, {"query": 1}, [], {"query": "MATCH (n RETURN"},
        {"query": "RETURN $x", "parameters": {"x": {"y": [[1]]}}}, {"query": "x", "parameters": 3},
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/v1/cypher", "/v1/sparql"])
def test_what_cannot_be_run_is_told_in_the_one_shape(client, path, body):
    found = client.post(path, json=body)
    assert found.status_code == 422
    assert set(found.json()["error"]) == {"type", "message", "status", "request"}


def test_the_page_shows_answers_with_links_and_runs_nothing_of_the_data(client):
    found = client.post("/write", data={"language": "cypher", "query": COUNT}, headers=ORIGIN)
    assert found.status_code == 200
    assert 'href="/e/agr:a"' in found.text
    assert "<b>A</b>" not in found.text
    assert COUNT in found.text


def test_the_page_says_what_is_wrong_in_the_visitors_language(client):
    sent = {"language": "sparql", "query": "LOAD <http://x/>"}
    found = client.post("/write", data=sent, headers=ORIGIN)
    assert found.status_code == 422
    assert "LOAD tidak tersedia" in found.text
    client.cookies.set("lacak_language", "en")
    assert "LOAD is not available" in client.post("/write", data=sent, headers=ORIGIN).text


def test_another_sites_page_cannot_ask(client):
    sent = {"language": "cypher", "query": COUNT}
    found = client.post("/write", data=sent, headers={"origin": "http://evil.example"})
    assert found.status_code == 403


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.title.en)
def test_every_example_of_the_page_runs(client, example):
    sent = {"language": example.language, "query": example.text}
    assert example.text.splitlines()[0] in client.get("/write").text.replace("&gt;", ">")
    found = client.post("/write", data=sent, headers=ORIGIN)
    assert found.status_code == 200
    assert 'role="alert"' not in found.text


@pytest.mark.parametrize(("command", "query"), [("cypher", COUNT), ("sparql", NAMES)])
def test_the_command_line_answers(cli, command, query):
    found = cli(command, query, "-f", "json")
    assert found.exit_code == 0, found.output
    assert [*json.loads(found.stdout)[0].values()][1] == "Deklarasi <b>A</b>"
    assert "PT" not in cli(command, "-", input=query).stdout


def test_the_command_line_takes_parameters(cli):
    query = "MATCH (n {id: $id}) RETURN n.caption AS name, $n + 1 AS n"
    found = cli("cypher", query, "-p", "id=org:a", "-p", "n=2", "-f", "csv")
    assert found.stdout == "name,n\nPT Contoh,3\n"
    assert cli("cypher", query, "-p", "id").exit_code == 2


@pytest.mark.parametrize(("language", "told"), [("en", "is not available"), ("id", "tersedia")])
def test_the_command_line_refuses_in_the_language_asked_for(cli, language, told):
    found = cli("-l", language, "cypher", "DROP INDEX x")
    assert found.exit_code == 1
    assert f"DROP {told}" in found.output.replace("tidak ", "")


def test_a_narrower_role_asks_its_own_snapshot(place):
    """Policy staff may not see persons, so no query of theirs finds one."""
    policy = place.for_role("policy")
    everybody = "MATCH (n:Person) RETURN n.caption AS name"
    found = place.rooms.cypher(place.for_role("investigator").snapshot(), everybody)
    assert [row["name"] for row in found.rows] == ["Ani Wijaya"]
    assert place.rooms.cypher(policy.snapshot(), everybody).rows == []
    text = 'SELECT * { ?s ?p ?o FILTER CONTAINS(STR(?o), "Wijaya") }'
    assert place.rooms.sparql(policy.snapshot(), text).rows == []


def test_a_request_does_not_wait_for_a_room_to_be_filled(client, place, monkeypatch):
    filled = threading.Event()
    monkeypatch.setattr(filling, "is_filled", lambda *_: False)
    monkeypatch.setattr(Rooms, "prepare", lambda *_: filled.set())
    found = client.post("/v1/cypher", json={"query": COUNT})
    assert found.status_code == 503
    assert found.json()["error"]["type"] == "RoomFillingError"
    assert "retry-after" in found.headers
    assert filled.wait(30)
    sent = {"language": "cypher", "query": COUNT}
    assert "sedang diisi" in client.post("/write", data=sent, headers=ORIGIN).text


def test_without_a_lock_the_doors_are_shut_and_say_why(client, cli, monkeypatch):
    why = Text(id="Kernel ini tanpa Landlock.", en="This kernel has no Landlock.")
    monkeypatch.setattr(selftest, "problem", lambda: why)
    for path, query in (("/v1/cypher", COUNT), ("/v1/sparql", NAMES)):
        found = client.post(path, json={"query": query})
        assert found.status_code == 503
        assert found.json()["error"]["message"] == why.en
    assert client.get("/ready").json()["why"]["free queries"] == why.en
    assert why.id in client.get("/write").text
    assert why.en in cli("-l", "en", "cypher", COUNT).output


def test_every_query_is_noted_with_whose_identity_it_told(cli, place):
    from api.audit.report import select
    from api.cli.state import audit_log

    query = "MATCH (n:Person) RETURN n.id AS id"
    assert cli("cypher", query).exit_code == 0
    assert cli("sparql", "LOAD <http://x/>").exit_code == 1
    asked, refused = list(select(audit_log()))[-2:]
    assert (asked.action, asked.outcome, asked.detail["query"]) == ("cypher", "ok", query)
    assert asked.detail["identities"] == "per:a"
    assert (refused.action, refused.outcome) == ("sparql", "QueryRefusedError")
