"""The HTTP API over the whole public record."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"


@pytest.fixture
def client(workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), raise_server_exceptions=False) as client:
        yield client


def test_health_and_ready(client):
    assert client.get("/health").json() == {"status": "ok"}
    found = client.get("/ready")
    assert found.status_code == 200
    assert found.json()["ready"] is True


def test_status_is_what_the_command_line_prints(client):
    assert client.get("/status").json()["agreements"] >= 40


def test_an_entity_with_evidence(client):
    found = client.get(f"/entities/{DECLARATION}").json()
    assert found["class_name"] == "Declaration"
    assert all(fact["citations"] for fact in found["facts"])


def test_a_claim_can_be_followed_to_its_document(client):
    found = client.get(f"/entities/{DECLARATION}").json()
    claim = found["facts"][0]["citations"][0]["claim"]
    told = client.get(f"/claims/{claim}").json()
    assert told["id"] == claim
    assert told["citation"]["title"]


def test_search(client):
    hits = client.get("/search", params={"q": "polda kepri"}).json()["hits"]
    assert hits[0]["id"] == "org:polda-kepulauan-riau"


def test_entities_of_a_class_in_pages(client):
    seen: list[str] = []
    after = ""
    while True:
        page = client.get("/entities", params={"class": "Agreement", "limit": 25, "after": after})
        body = page.json()
        seen += [item["id"] for item in body["items"]]
        after = body["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == body["total"]


def test_queries(client):
    names = {q["name"] for q in client.get("/queries").json()["queries"]}
    assert "partnership_coverage" in names
    answer = client.get("/queries/partnership_coverage").json()
    assert answer["rows"]
    assert set(answer["rows"][0]) == set(answer["columns"])
    assert answer["as_of"]


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/networks/ego", {"entity": DECLARATION}),
        ("/networks/path", {"start": "org:kp2mi", "goal": "org:polda-riau"}),
        ("/networks/partnership", {}),
    ],
)
def test_networks_as_data_and_picture(client, path, parameters):
    found = client.get(path, params=parameters).json()
    ids = {node["id"] for node in found["nodes"]}
    assert all(r["source"] in ids and r["target"] in ids for r in found["relationships"])
    page = client.get(path, params={**parameters, "as": "html"})
    assert page.headers["content-type"].startswith("text/html")


def test_a_time_filter_narrows_the_network(client):
    whole = client.get("/networks/partnership").json()
    later = client.get("/networks/partnership", params={"first_day": "2026-01-01"}).json()
    assert 0 < len(later["nodes"]) < len(whole["nodes"])


def test_schema(client):
    assert "Declaration" in client.get("/schema").text


def test_openapi_has_an_example_for_every_required_parameter(client):
    paths = client.get("/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for method in methods.values():
            assert method.get("summary"), path
            for parameter in method.get("parameters", []):
                if parameter["required"] and "pattern" not in parameter["schema"]:
                    told = parameter["schema"].get("examples") or parameter.get("examples")
                    assert told, (path, parameter["name"])


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/entities/org:no-such-body", 404, "UnknownEntityError"),
        ("/queries/no_such_query", 404, "UnknownQueryError"),
        ("/entities?class=Declartion", 404, "UnknownTermError"),
        ("/queries/p3mi_history?no_such=1", 422, "ParameterError"),
        ("/networks/ego?entity=org:kp2mi&hops=99", 422, "ParameterError"),
        ("/no/such/path", 404, "HTTPError"),
        ("/entities/..%2f..%2fetc", 404, "HTTPError"),
        ("/networks/ego?entity=nothing", 404, "UnknownEntityError"),
        ("/networks/ego?entity=org:kp2mi&type=HAS_PARTI", 404, "UnknownTermError"),
        ("/networks/ego?entity=org:kp2mi&typ=HAS_PARTY", 422, "ParameterError"),
        ("/networks/partnership?first_day=2026-01-02&last_day=2026-01-01", 422, "ParameterError"),
        ("/queries/suspects_by_stage?stage=suspct", 422, "ParameterError"),
        ("/queries/actor_timeline?actor=org:no-such-body", 404, "UnknownEntityError"),
        ("/search?q=polda&limti=3", 422, "ParameterError"),
    ],
)
def test_errors_have_one_shape(client, path, status, kind):
    found = client.get(path)
    assert found.status_code == status, found.text
    error = found.json()["error"]
    assert set(error) == {"type", "message", "status", "request"}
    assert error["type"] == kind
    assert error["status"] == status
    assert error["request"] == found.headers["x-request-id"]
    assert error["message"]


def test_answers_carry_security_headers(client):
    headers = client.get("/health").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
