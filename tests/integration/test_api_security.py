"""Who may ask what: keys, roles, purposes, sessions, limits, and what the audit log keeps."""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.audit.check import check
from api.audit.recorder import audit_files, open_audit
from api.errors import AuditError
from api.security.guard import open_ring, ring_files
from api.settings import ServerSettings
from graph.errors import KeyFileError, SettingsError
from tests.small_record import publish, small_record

ROLES = ("policy", "analyst", "investigator", "administrator")
PURPOSE = {"X-Lacak-Purpose": "perkara 12"}
SAME_SITE = {"origin": "http://testserver"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    workspace = small_record(tmp_path_factory.mktemp("lacak-security"))
    publish(workspace)
    yield workspace
    workspace.close()


@pytest.fixture
def home(place) -> Path:
    """The home without keys and audit log of the test before."""
    settings = ServerSettings()
    for path in (
        *ring_files(place.settings.home, settings),
        *audit_files(place.settings.home, settings),
    ):
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
    return place.settings.home


@pytest.fixture
def keys(home) -> dict[str, str]:
    ring = open_ring(home, ServerSettings())
    made = {role: ring.add(role, role) for role in ROLES}
    ring.close()
    return made


def client_of(place, settings: ServerSettings | None = None, **options: object) -> TestClient:
    app = create_app(place, settings, **options)
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def client(place, keys) -> Iterator[TestClient]:
    with client_of(place) as made:
        yield made


def bearer(keys, role: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {keys[role]}"}


def entries(home) -> list:
    log = open_audit(home, ServerSettings())
    found = [sealed.entry for sealed in log.entries()]
    assert check(log) == []
    log.close()
    return found


def test_without_keys_the_owner_of_the_machine_asks(place, home):
    with client_of(place) as client:
        assert client.get("/v1/entities?class=Agreement").status_code == 200
        refused = client.get("/v1/schema", headers={"host": "evil.example"})
        assert refused.status_code == 421
        assert client.get("/metrics").status_code == 200


def test_others_are_not_served_without_keys(place, home):
    with pytest.raises(SettingsError, match="lacak key add"):
        create_app(place, is_loopback=False)


def test_the_first_key_closes_a_running_server(place, home):
    with client_of(place) as client:
        assert client.get("/v1/schema").status_code == 200
        ring = open_ring(home, ServerSettings())
        text = ring.add("Ani", "analyst")
        assert client.get("/v1/schema").status_code == 401
        headers = {"Authorization": f"Bearer {text}"}
        assert client.get("/v1/schema", headers=headers).status_code == 200
        ring.revoke("Ani")
        ring.close()
        assert client.get("/v1/schema", headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/health", (200, 200, 200, 200, 200)),
        ("/v1/schema", (401, 200, 200, 200, 200)),
        ("/v1/entities?class=Agreement", (401, 200, 200, 428, 403)),
        ("/v1/networks/partnership", (401, 200, 200, 428, 403)),
        ("/v1/queries", (401, 200, 200, 428, 403)),
        ("/v1/export", (401, 200, 200, 403, 403)),
        ("/v1/status", (401, 403, 403, 403, 200)),
        ("/metrics", (401, 403, 403, 403, 200)),
        ("/e/org:kp2mi", (401, 200, 200, 428, 403)),
        ("/explore/entity?entity=org:kp2mi", (401, 200, 200, 428, 403)),
    ],
)
def test_every_role_may_what_it_may(client, keys, path, statuses):
    found = [client.get(path).status_code]
    found += [client.get(path, headers=bearer(keys, role)).status_code for role in ROLES]
    assert tuple(found) == statuses


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer x", "Basic YTpi", "Bearer lacak_00000000_" + "a" * 43, "Bearer a.b.c", "é"],
)
def test_what_is_no_key_opens_nothing(client, header):
    found = client.get("/v1/schema", headers={"Authorization": header.encode()})
    assert found.status_code == 401
    assert found.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["cypher", "sparql", "identity/screen", "identity/decisions"])
def test_a_program_without_a_key_is_told_to_bring_one(client, path):
    found = client.post(f"/v1/{path}", json={"query": "RETURN 1"})
    assert (found.status_code, found.json()["error"]["type"]) == (401, "UnauthenticatedError")
    assert "Authorization: Bearer" in found.json()["error"]["message"]


def test_guessing_is_slowed_down(client):
    statuses = [
        client.get("/v1/schema", headers={"Authorization": f"Bearer x{n}"}).status_code
        for n in range(40)
    ]
    assert statuses[0] == 401
    assert statuses[-1] == 429


def test_an_identity_needs_a_purpose_and_is_noted(client, keys, home):
    found = client.get(
        "/v1/entities?class=Person&limit=1", headers=bearer(keys, "investigator") | PURPOSE
    ).json()
    person = found["items"][0]
    assert person["caption"] is None
    path = f"/v1/entities/{person['id']}"
    refused = client.get(path, headers=bearer(keys, "investigator"))
    assert refused.json()["error"]["type"] == "PurposeMissingError"
    assert client.get(path, headers=bearer(keys, "investigator") | PURPOSE).status_code == 200
    told = [e for e in entries(home) if e.action == "identity"]
    assert [(e.who, e.subject, e.purpose) for e in told] == [
        ("investigator", person["id"], "perkara 12")
    ]


def test_a_purpose_may_be_written_in_any_script(client, keys, home):
    headers = bearer(keys, "investigator") | {"X-Lacak-Purpose": "perkara%20%C3%A9%0A%20x"}
    client.get("/v1/search?q=polda", headers=headers)
    assert entries(home)[-1].purpose == "perkara é x"


def test_answers_of_other_roles_do_not_share_tags(client, keys):
    path = "/v1/entities/org:kp2mi"
    tags = {
        role: client.get(path, headers=bearer(keys, role) | PURPOSE).headers["etag"]
        for role in ROLES[:3]
    }
    assert tags["policy"] != tags["investigator"]
    again = client.get(
        path, headers=bearer(keys, "policy") | {"If-None-Match": f'"x", W/{tags["policy"]}'}
    )
    assert (again.status_code, again.content) == (304, b"")
    stale = client.get(path, headers=bearer(keys, "policy") | {"If-None-Match": '"x"'})
    assert stale.status_code == 200


def test_formats_follow_the_header(client, keys):
    headers = bearer(keys, "policy")
    wanted = {
        "/v1/entities?class=Agreement": ("text/csv", "application/x-ndjson"),
        "/v1/entities/org:kp2mi": ("text/turtle",),
        "/v1/networks/ego?entity=org:kp2mi": (
            "text/csv",
            "application/x-ndjson",
            "application/graphml+xml",
            "application/gexf+xml",
            "text/turtle",
            "text/html",
        ),
        "/v1/export": ("text/turtle", "application/n-quads", "application/ld+json"),
    }
    for path, forms in wanted.items():
        for form in forms:
            found = client.get(path, headers=headers | {"accept": form})
            assert found.status_code == 200, (path, form, found.text[:200])
            assert found.headers["content-type"].startswith(form) or form == "text/html"
            assert found.content
        refused = client.get(path, headers=headers | {"accept": "image/png"})
        assert refused.status_code == 406


def test_graph_files_are_read_by_others(client, keys):
    import io

    import networkx as nx

    path, headers = "/v1/networks/ego?entity=org:kp2mi", bearer(keys, "policy")
    data = client.get(path, headers=headers).json()
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        found = client.get(path, headers=headers | {"accept": f"application/{form}+xml"})
        text = found.content.replace(b"gexf.net/1.3", b"www.gexf.net/1.2draft")
        text = text.replace(b'version="1.3"', b'version="1.2"')
        graph = read(io.BytesIO(text))
        assert {n["id"] for n in data["nodes"]} == set(graph.nodes)
        assert len(data["relationships"]) == graph.number_of_edges()


def test_pages_of_a_list_link_to_the_next(client, keys):
    headers = bearer(keys, "policy")
    seen, path = [], "/v1/entities?class=Organization&limit=7"
    while path:
        found = client.get(path, headers=headers)
        seen += [item["id"] for item in found.json()["items"]]
        link = found.headers.get("link", "")
        path = link[1 : link.index(">")] if link else ""
    assert len(seen) == len(set(seen)) == found.json()["total"]
    assert seen == sorted(seen)


def test_a_caller_may_ask_so_often(place, keys):
    settings = ServerSettings(requests_per_minute=12)
    with client_of(place, settings) as client:
        found = [client.get("/v1/schema", headers=bearer(keys, "policy")) for _ in range(4)]
        assert [f.status_code for f in found] == [200, 200, 429, 429]
        assert int(found[-1].headers["retry-after"]) >= 1
        assert client.get("/v1/schema", headers=bearer(keys, "analyst")).status_code == 200


@pytest.fixture
def slow(place, keys):
    """An application with a route that waits until it is told."""
    settings = ServerSettings(running=1, waiting=0, request_timeout_seconds=0.3)
    app = create_app(place, settings)
    release, began = threading.Event(), threading.Event()

    @app.get("/v1/schema/slow")
    def wait() -> dict[str, str]:
        began.set()
        release.wait(60)
        return {"done": "yes"}

    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client, release, began
        release.set()


def test_what_takes_too_long_is_answered_all_the_same(slow, keys):
    client, release, _ = slow
    found = client.get("/v1/schema/slow", headers=bearer(keys, "policy"))
    assert found.status_code == 504
    assert found.json()["error"]["type"] == "RequestTimeoutError"
    # Its thread is still at work, so its turn is not free.
    busy = client.get("/v1/schema", headers=bearer(keys, "policy"))
    assert busy.status_code == 503
    assert busy.headers["retry-after"] == "1"
    assert client.get("/health").status_code == 200
    assert "lacak_running 1" in client.get("/metrics", headers=bearer(keys, "administrator")).text
    release.set()
    deadline = time.monotonic() + 60
    while client.get("/v1/schema", headers=bearer(keys, "policy")).status_code == 503:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_an_error_nobody_foresaw_tells_nothing(place, keys, caplog):
    app = create_app(place)

    @app.get("/v1/schema/broken")
    def broken() -> None:
        raise RuntimeError("Ani Wijaya, Jalan Merdeka 1")

    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, raise_server_exceptions=False) as client:
        found = client.get("/v1/schema/broken?name=Ani", headers=bearer(keys, "policy"))
    assert found.status_code == 500
    assert found.json()["error"]["type"] == "InternalError"
    assert "Ani" not in found.text + caplog.text


def test_a_body_that_is_too_long_is_refused(client, keys):
    found = client.post(
        "/explore/view",
        content=b'{"ids": ["' + b"a" * (5 << 20) + b'"]}',
        headers=bearer(keys, "policy") | {"content-type": "application/json"},
    )
    assert found.status_code == 413


def test_request_ids_are_taken_over_and_given(client, keys):
    assert client.get("/health", headers={"X-Request-Id": "abc-12345"}).headers["x-request-id"] == (
        "abc-12345"
    )
    for bad in ("x", 'a"b' * 9, "a" * 99):
        given = client.get("/health", headers={"X-Request-Id": bad}).headers["x-request-id"]
        assert given != bad
        assert len(given) == 16


def test_every_answer_carries_the_headers_that_guard_browsers(client, keys):
    for path in ("/health", "/v1/nope", "/v1/schema", "/sign-in"):
        headers = client.get(path, headers={"accept": "*/*"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"


def test_signing_in_and_out(client, keys, home):
    page = {"accept": "text/html"}
    sent = client.get("/e/org:kp2mi", headers=page, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/sign-in?back=/e/org%3Akp2mi")
    form = {"key": keys["investigator"], "purpose": "perkara 7", "back": "/e/org:kp2mi"}
    come = client.post("/sign-in", data=form, headers=SAME_SITE, follow_redirects=False)
    assert (come.status_code, come.headers["location"]) == (303, "/e/org:kp2mi")
    cookie = come.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert keys["investigator"] not in cookie
    assert client.get("/e/org:kp2mi", headers=page).status_code == 200
    assert entries(home)[-1].purpose == "perkara 7"
    kept = client.cookies.get("lacak_session")
    assert client.post("/sign-out", headers={"origin": "https://evil.example"}).status_code == 403
    out = client.post("/sign-out", headers=SAME_SITE, follow_redirects=False)
    assert out.status_code == 303
    again = client.get("/v1/schema", headers={"cookie": f"lacak_session={kept}"})
    assert again.status_code == 401
    assert {"sign-in", "sign-out"} <= {e.action for e in entries(home)}


@pytest.mark.parametrize(
    ("role", "form", "status"),
    [
        ("investigator", {"purpose": ""}, 428),
        ("policy", {"key": "lacak_00000000_" + "a" * 43}, 401),
        ("policy", {"key": ""}, 401),
        ("policy", {"back": "https://evil.example/"}, 303),
    ],
)
def test_signing_in_with_what_does_not_do(client, keys, role, form, status):
    sent = {"key": keys[role], "purpose": "x", "back": "/"} | form
    found = client.post("/sign-in", data=sent, headers=SAME_SITE, follow_redirects=False)
    assert found.status_code == status
    if status == 303:
        assert found.headers["location"] == "/"
    else:
        assert "set-cookie" not in found.headers
        # People read it, in the language of the page.
        assert "Authorization" not in found.text
        assert "lacak key" not in found.text
        assert ("Isi keperluannya" if status == 428 else "Kunci ini tidak berlaku") in found.text


def test_the_page_of_a_key_without_a_snapshot_says_who_makes_it(place, home):
    ring = open_ring(home, ServerSettings())
    key = ring.add("Satu provinsi", "analyst", territory=("94",))
    ring.close()
    with client_of(place) as client:
        told = {"Authorization": f"Bearer {key}", "accept": "text/html"}
        found = client.get("/", headers=told)
        assert found.status_code == 503
        assert "LACAK_AUDIENCES" in found.text
        assert "lacak load" not in found.text


def test_pages_offer_what_the_role_may_open(client, keys):
    page = {"accept": "text/html"}
    policy = client.get("/", headers=bearer(keys, "policy") | page).text
    assert "/questions/declarations_without_follow_up" in policy
    assert "/questions/recruiter_chain" not in policy
    analyst = client.get("/", headers=bearer(keys, "analyst") | page).text
    assert "/questions/recruiter_chain" in analyst
    keeper = client.get("/", headers=bearer(keys, "administrator") | page)
    # Where somebody comes to after signing in is no error.
    assert keeper.status_code == 200
    assert "tidak membaca data" in keeper.text
    refused = client.get("/explore", headers=bearer(keys, "administrator") | page)
    assert refused.status_code == 403
    for shown in (keeper.text, refused.text):
        assert 'href="/v1/status"' in shown
        for closed in ('"/questions', '"/explore', 'action="/find"'):
            assert closed not in shown
    # Its bar leads to the help, which tells of no record.
    assert client.get("/help", headers=bearer(keys, "administrator") | page).status_code == 200
    without = {"Authorization": f"Bearer {keys['investigator']}"} | page
    assert client.get("/", headers=without).status_code == 428


def test_another_sites_form_signs_nobody_in(client, keys):
    form = {"key": keys["policy"], "back": "/"}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        found = client.post("/sign-in", data=form, headers=headers, follow_redirects=False)
        assert found.status_code == 403


def test_a_revoked_key_ends_its_sessions(client, keys, home):
    form = {"key": keys["policy"], "back": "/"}
    client.post("/sign-in", data=form, headers=SAME_SITE, follow_redirects=False)
    assert client.get("/v1/schema").status_code == 200
    ring = open_ring(home, ServerSettings())
    ring.revoke("policy")
    ring.close()
    assert client.get("/v1/schema").status_code == 401


def test_it_does_not_start_when_what_guards_it_is_gone(place, keys, home):
    file, pepper = ring_files(home, ServerSettings())
    kept = file.read_bytes()
    file.unlink()
    with pytest.raises(KeyFileError, match="somebody removed them"):
        create_app(place)
    file.write_bytes(kept)
    pepper.unlink()
    with pytest.raises(KeyFileError, match="cannot be read"):
        create_app(place)


def test_it_does_not_start_without_its_audit_log(place, home):
    with client_of(place) as client:
        client.get("/v1/search?q=polda")
    log, _ = audit_files(home, ServerSettings())
    for path in log.parent.glob("audit.db*"):
        path.unlink()
    with pytest.raises(AuditError, match="somebody removed it"):
        create_app(place)


def test_what_cannot_be_noted_is_not_answered(client, keys, monkeypatch):
    def full(_entry: object) -> int:
        raise AuditError("The audit log cannot be kept (disk full).")

    monkeypatch.setattr(client.app.state.audit, "append", full)
    for path in ("/v1/search?q=polda", "/v1/entities/org:kp2mi", "/e/org:kp2mi"):
        found = client.get(path, headers=bearer(keys, "policy"))
        assert found.status_code == 503, path


def test_logs_name_routes_and_never_what_was_asked_for(client, keys, caplog):
    with caplog.at_level("INFO", logger="lacak.server"):
        client.get("/v1/search?q=Ani%20Wijaya", headers=bearer(keys, "policy"))
        client.get("/v1/entities/person:ani-wijaya", headers=bearer(keys, "policy"))
    told = [record.fields for record in caplog.records if record.name == "lacak.server"]
    assert {t["status"] for t in told} == {200, 404}
    assert all(t["role"] == "policy" and t["request"] for t in told)
    assert "wijaya" not in str(told).lower()
