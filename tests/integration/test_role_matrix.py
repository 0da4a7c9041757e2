"""Every route of the application × role × class of object × format: nothing hidden comes out.

The routes are the application's own, so that a new one cannot be forgotten. What needs the
engine is asked in locked rooms by the suites of rooms; the snapshot they hold is searched in
``test_role_snapshots``. ``LACAK_MATRIX=full`` asks about every class, else about every third.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import BaseRoute

from api.app import create_app
from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.roles.publish import WHOLE
from graph.settings import Settings
from tests.canaries import canaries, found_in, world
from tests.claims import fill, sqlite

with warnings.catch_warnings():
    # starlette is moving its test client from httpx to a package of another name.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

ROLES = ("policy", "analyst", "investigator")
FORMATS = ("application/json", "text/html", "text/csv", "application/x-ndjson", "text/turtle")
# Asked of an engine, which the suites of rooms start; and what keeps or ends a visit.
ELSEWHERE = re.compile(r"/queries|/cypher|/sparql|/ready|/sign-|/query|/free|/ask")
OPEN = "org:kp2mi"


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("matrix")
    ledger = fill(sqlite(folder), *world(canaries(6)))
    rebuild_snapshot(ledger, folder / "snapshots", audiences=WHOLE)
    ledger.close()
    return folder


@pytest.fixture(scope="module", params=ROLES)
def client(request, home) -> Iterator[TestClient]:
    workspace = Workspace(Settings(home=home)).for_role(request.param)
    with TestClient(create_app(workspace), base_url="http://127.0.0.1:8000") as made:
        made.role = request.param
        yield made
    workspace.close()


@pytest.fixture(scope="module")
def objects(home) -> dict[str, str]:
    """One entity of every class that there is, by class, as the investigator knows it."""
    snapshot = Workspace(Settings(home=home)).for_role("investigator").snapshot()
    found = {n.labels[0]: n.id for n in snapshot.all_nodes()}
    step = 1 if os.environ.get("LACAK_MATRIX") == "full" else 3
    return dict(list(found.items())[::step])


def routes(found: list[BaseRoute], prefix: str = "") -> Iterator[tuple[str, str, BaseRoute]]:
    """Yield (method, path, route) of everything that the application answers."""
    for route in found:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes(inner.routes, prefix + (route.include_context.prefix or ""))
        elif hasattr(route, "path"):
            for method in sorted(getattr(route, "methods", None) or ()):
                yield method, prefix + route.path, route


def asked(path: str, route: BaseRoute, entity: str) -> tuple[str, dict[str, str]]:
    """Return address and parameters that ask a route about an entity."""
    dependant = getattr(route, "dependant", None)
    values = {"entity_id": entity, "link_id": "0" * 32, "claim_id": "0" * 32}
    filled = re.sub(r"{(\w+)[^}]*}", lambda m: values.get(m[1], entity), path)
    wanted = [p for p in getattr(dependant, "query_params", ()) if p.field_info.is_required()]
    return filled, {p.alias: _value(p.alias, entity) for p in wanted}


def _value(name: str, entity: str) -> str:
    fixed = {"q": "pencegatan", "class": "Event", "type": "MENTIONED_IN"}
    return fixed.get(name, entity)


def leaks(response, *told: str) -> list[str]:
    """Return what an answer gives away beyond what the caller wrote."""
    content = response.content + repr(dict(response.headers)).encode()
    for text in told:
        content = content.replace(text.encode(), b"").replace(
            text.replace(":", "%3A").encode(), b""
        )
    return found_in(content)


def test_the_walk_sees_the_routes(client):
    paths = {path for _, path, _ in routes(client.app.routes)}
    assert len(paths) > 60
    assert {"/v1/search", "/v1/entities/{entity_id}", "/explore/view"} <= paths


def test_every_route_in_every_format_about_every_class(client, objects):
    asks = [r for r in routes(client.app.routes) if not ELSEWHERE.search(r[1])]
    cells = 0
    for method, path, route in asks:
        takes = (
            "{" in path
            or any(p.field_info.is_required() for p in getattr(route.dependant, "query_params", ()))
            if hasattr(route, "dependant")
            else False
        )
        for entity in (
            objects.values() if takes and method == "GET" and "report" not in path else (OPEN,)
        ):
            address, parameters = asked(path, route, entity)
            for form in FORMATS if entity == OPEN else FORMATS[:1]:
                response = client.request(
                    method, address, params=parameters, headers={"Accept": form}
                )
                cells += 1
                assert response.status_code < 500 or response.status_code == 503, (method, address)
                if client.role != "investigator":
                    told = entity, entity.partition(":")[2]
                    assert leaks(response, *told) == [], (client.role, method, address, form)
    assert cells > 150


def test_hidden_entities_are_as_unknown_as_any(client, objects):
    hidden = [e for e in objects.values() if found_in(e.encode())]
    assert len(hidden) > 3
    for entity in hidden:
        status = client.get(f"/v1/entities/{entity}").status_code
        assert status == (200 if client.role == "investigator" else 404), entity


@pytest.mark.parametrize(
    "path", ["/v1/search?q=perkara", "/v1/entities?class=Person", "/v1/export"]
)
def test_the_investigator_sees_what_the_others_do_not(client, path):
    if client.role == "investigator" and "export" not in path:
        assert found_in(client.get(path).content)
    elif client.role != "investigator":
        assert leaks(client.get(path)) == []


def test_what_a_view_holds_is_what_the_role_sees(client, objects):
    response = client.post("/explore/view", json={"ids": sorted(objects.values())})
    assert response.status_code == 200
    if client.role != "investigator":
        assert leaks(response) == []
