"""Every route of the application × who asks × class of object × format: status and content.

What is expected of a cell follows from one small table (:data:`NEEDS`, :data:`MAY` and
:data:`FORMS`), never from the answer. The routes are the application's own, so that a new one
cannot be forgotten. What needs the engine is asked in locked rooms by the suites of rooms; the
snapshot they hold is searched in ``test_role_snapshots``; what a role takes away of what it sees,
in files, papers and logs, in ``test_role_takeaways``. ``LACAK_MATRIX=full`` asks about every class
in every format, else about every third class in one; ``LACAK_CANARIES`` says how many identities
are planted (500 is the full form). ``--log-cli-level WARNING`` shows how many cells each asks.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import BaseRoute

from api.app import create_app
from api.formats import CSV, GEXF, GRAPHML, HTML, JSON, JSONLD, NDJSON, NQUADS, TURTLE
from api.security import guard
from api.security.guard import open_ring
from api.settings import ServerSettings
from api.workspace import Workspace
from graph.settings import Settings
from tests.canaries import canaries, found_in
from tests.planted import one_of_each, publish, written

with warnings.catch_warnings():
    # starlette is moving its test client from httpx to a package of another name.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

ROLES = ("policy", "analyst", "investigator")
IS_FULL = os.environ.get("LACAK_MATRIX") == "full"
STEP = 1 if IS_FULL else 3
TOLD = logging.getLogger(__name__)
# Asked of an engine, which the suites of rooms start; and what keeps or ends a visit.
ELSEWHERE = re.compile(r"/queries|/cypher|/sparql|/ready|/sign-|/query|/free|/ask|/counts")
PLANTED = canaries(int(os.environ.get("LACAK_CANARIES", "6")))
OPEN, PROVINCE = "org:kp2mi", "region:21"

# -- the table -----------------------------------------------------------------------------

NEEDS = (
    (r"/openapi.json|/health|/language/|/theme/|/static/", ""),
    (r"/v1/schema", "a key"),
    (r"/v1/status|/metrics", "operate"),
    (r"/v1/export", "export"),
    (r"/v1/reports/", "report"),
    (r"/v1/identity/match", "read"),
    (r"/v1/drafts|/v1/identity/|/review", "review"),
    (r"/write", "free"),
    (r"/$|/help", "a front page"),
    (r"/", "read"),
)
"""What a route needs, the first that its path begins with; nothing for the public ones."""

MAY = {
    "policy": {"a key", "a front page", "read", "export", "report"},
    "analyst": {"a key", "a front page", "read", "export", "report", "free"},
    "investigator": {"a key", "a front page", "read", "report", "free", "review"},
    "administrator": {"a key", "a front page", "operate"},
}
STRANGERS = ("wrong key", "no key")
WITHOUT_PURPOSE = "investigator without purpose"
WHO = (*MAY, WITHOUT_PURPOSE, *STRANGERS)

FORMATS = (JSON, HTML, CSV, NDJSON, TURTLE, NQUADS, JSONLD, GRAPHML, GEXF)
_NETWORK = {JSON, HTML, CSV, NDJSON, TURTLE, GRAPHML, GEXF}
FORMS = {
    "/v1/search": {JSON, CSV, NDJSON},
    "/v1/entities": {JSON, CSV, NDJSON},
    "/v1/entities/{entity_id}": {JSON, TURTLE},
    "/v1/entities/{entity_id}/expand": {JSON},
    "/v1/claims/{claim_id}": {JSON},
    "/v1/export": {TURTLE, NQUADS, JSONLD},
    "/v1/networks/ego": _NETWORK,
    "/v1/networks/path": _NETWORK,
    "/v1/networks/partnership": _NETWORK,
}
"""Formats of the routes that refuse others; all others answer in the one that they have."""

# Their last part is no entity, so that whatever is asked of them is not there.
NOT_THERE = re.compile(r"{(claim_id|link_id|key|language|theme|name)}")


def expected(who: str, method: str, path: str, *, form: str, is_known: bool) -> int:
    """Return the status of a cell.

    Args:
        who: One of :data:`WHO`.
        method: Of the request; one that posts, posts nothing.
        path: Of the route, with its gaps.
        form: What the caller accepts.
        is_known: The entity that the request names is in the role's snapshot.
    """
    need = next(need for beginning, need in NEEDS if re.match(beginning, path))
    role, posts, is_there = who.split(maxsplit=1)[0], method == "POST", not NOT_THERE.search(path)
    rules = (
        (not need, 200 if is_there else 404),
        (who in STRANGERS, 303 if form == HTML and not posts else 401),
        (need not in MAY.get(role, ()), 403),
        # What nobody's identity is told for asks no purpose before it is understood.
        (path == "/v1/identity/match", 422),
        (who == WITHOUT_PURPOSE and need != "a key", 428),
        (posts and path in ("/investigations/{key}", "/review/decisions"), 404),
        # An entity is asked to be compared with itself.
        (posts or path == "/v1/identity/pair", 422),
        (not is_there or not is_known, 404),
        (form not in FORMS.get(path, {form}), 406),
    )
    return next((status for holds, status in rules if holds), 200)


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return publish(tmp_path_factory.mktemp("matrix"), PLANTED)


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
    return one_of_each(home, "investigator", STEP)


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


@pytest.fixture(scope="module")
def keyed(home, tmp_path_factory) -> Iterator[TestClient]:
    """The application with a key of every role."""
    place = tmp_path_factory.mktemp("keyed")
    shutil.copytree(home, place, dirs_exist_ok=True)
    settings = ServerSettings(requests_per_minute=10_000_000)
    ring = open_ring(place, settings)
    keys = {role: ring.add(role, role) for role in MAY}
    ring.close()
    workspace = Workspace(Settings(home=place))
    with pytest.MonkeyPatch.context() as patch:
        # Whoever fails a dozen times a minute is kept waiting, which another test is about.
        patch.setattr(guard, "_FAILURES_PER_MINUTE", 10_000_000)
        with TestClient(create_app(workspace, settings)) as made:
            made.keys = keys
            yield made
    workspace.close()


def headers_of(client: TestClient, who: str) -> dict[str, str]:
    if who == "no key":
        return {}
    key = client.keys.get(who.split(maxsplit=1)[0], "lacak_00000000_" + "x" * 40)
    purpose = {"X-Lacak-Purpose": "perkara"} if who == "investigator" else {}
    return {"Authorization": f"Bearer {key}", **purpose}


def is_asking(path: str, route: BaseRoute) -> bool:
    """Tell whether a route asks about something that the request names."""
    wanted = getattr(getattr(route, "dependant", None), "query_params", ())
    return "{" in path or any(p.field_info.is_required() for p in wanted)


def cells(asks: list[tuple[str, str, BaseRoute]], objects: list[str], who: str) -> Iterator:
    """Yield (method, path, route, entity, format): all formats of one, all classes in one."""
    about = [OPEN] if who in STRANGERS else dict.fromkeys([OPEN, *objects])
    for method, path, route in asks:
        # A paper takes seconds; that of one entity says what that of any other does.
        is_quick = method == "GET" and "report" not in path and who != WITHOUT_PURPOSE
        for entity in about if is_asking(path, route) and is_quick else [OPEN]:
            for form in FORMATS if entity == OPEN or IS_FULL else [JSON]:
                yield method, path, route, entity, form


def named_in(path: str, entity: str, seen: set[str]) -> bool:
    """Tell whether the role has what a request names; searches find less, and are no error."""
    if "{province}" in path:
        return entity in seen and entity == PROVINCE
    is_search = path.endswith(("/search", "/v1/entities", "/find"))
    return is_search or entity in seen


@pytest.mark.parametrize("who", WHO)
def test_every_cell_answers_as_the_table_says_and_gives_nothing_away(keyed, home, objects, who):
    role = who.split()[0]
    seen = (
        {n.id for n in Workspace(Settings(home=home)).for_role(role).snapshot().all_nodes()}
        if role in ROLES
        else set()
    )
    asks = [r for r in routes(keyed.app.routes) if not ELSEWHERE.search(r[1])]
    # What the role sees, it may be told about; what only an investigator sees, it may not.
    about = [*objects.values(), *(one_of_each(home, role, STEP).values() if role in ROLES else ())]
    wrong, count, size = [], 0, 0
    with written() as log:
        for method, path, route, entity, form in cells(asks, about, who):
            address, parameters = asked(path, route, entity)
            response = keyed.request(
                method,
                address,
                params=parameters,
                headers={"Accept": form, **headers_of(keyed, who)},
                follow_redirects=False,
            )
            count, size = count + 1, size + len(response.content)
            is_known = not is_asking(path, route) or named_in(path, entity, seen)
            status = expected(who, method, path, form=form, is_known=is_known)
            if response.status_code != status:
                wrong.append((method, path, entity, form, response.status_code, status))
            if role != "investigator":
                told = entity, entity.partition(":")[2]
                assert leaks(response, *told) == [], (method, address, form)
    TOLD.warning("%s: %d cells, %d bytes, %d planted", who, count, size, len(PLANTED))
    assert log.getvalue().count("\n") >= count
    # Not even what was asked for stands there, whoever asks.
    assert found_in(log.getvalue().encode()) == []
    assert wrong == []
    assert count > 200


def test_logs_and_the_audit_log_name_nobody(home, tmp_path, caplog):
    """What nobody wrote into a request stands in no log either."""
    # Other tests ask about hidden people by their ids, and the log of that home says so.
    kept_out = shutil.ignore_patterns("audit.*", "secrets")
    shutil.copytree(home, tmp_path, dirs_exist_ok=True, ignore=kept_out)
    workspace = Workspace(Settings(home=tmp_path))
    caplog.set_level(logging.DEBUG)
    for role in ("policy", "analyst"):
        place = workspace.for_role(role)
        with TestClient(create_app(place), base_url="http://127.0.0.1:8000") as made:
            for method, path, route in routes(made.app.routes):
                if not ELSEWHERE.search(path):
                    address, parameters = asked(path, route, OPEN)
                    made.request(method, address, params=parameters)
    workspace.close()
    files = [*tmp_path.glob("audit.db*")]
    assert sum(len(file.read_bytes()) for file in files) > 4_000
    assert [found_in(file.read_bytes()) for file in files if found_in(file.read_bytes())] == []
    assert caplog.text
    assert found_in(caplog.text.encode()) == []


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
