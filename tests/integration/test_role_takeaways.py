"""Whatever policy and analysts can take away of what they see names no planted identity.

Networks of everything they have, drawn and as files; papers and packs, unpacked before they are
searched; whole exports in every format; the command line's tables, pictures and errors; named
and free queries in their rooms, and the files of these rooms; what the server logged meanwhile.
``LACAK_MATRIX=full`` makes a pack of one entity of every class; ``LACAK_CANARIES`` says how many
identities are planted (500 is the full form).
"""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.app import create_app
from api.cli import state
from api.cli.main import app
from api.formats import CSV, GEXF, GRAPHML, HTML, JSON, NDJSON, TURTLE
from api.packing import MEDIA_TYPES
from api.workspace import Workspace
from graph.engines import arcadedb
from graph.export.formats import FORMATS
from graph.roles.audience import parse
from graph.roles.folders import role_folder
from graph.rooms.rooms import Rooms
from graph.settings import Settings
from ontology.errors import LacakError
from tests.canaries import canaries, found_below, found_in
from tests.engines import missing
from tests.planted import one_of_each, publish, written
from viz.explorer.downloads import MEDIA_TYPES as DRAWN

with warnings.catch_warnings():
    # starlette is moving its test client from httpx to a package of another name.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

IS_FULL = os.environ.get("LACAK_MATRIX") == "full"
PLANTED = canaries(int(os.environ.get("LACAK_CANARIES", "6")))
HIDING = ("policy", "analyst")
HIDDEN = f"per:{PLANTED[0].slug}"
NETWORKS = (JSON, HTML, CSV, NDJSON, TURTLE, GRAPHML, GEXF)


@dataclass(frozen=True, slots=True)
class Reader:
    """The application as one role has it, and an entity of every class in it."""

    client: TestClient
    home: Path
    role: str
    known: dict[str, str]
    everything: list[str]
    log: io.StringIO

    def get(self, path: str, accept: str = JSON, **parameters: object) -> bytes:
        """Return an answer that must be good."""
        answer = self.client.get(path, params=parameters, headers={"Accept": accept})
        assert answer.status_code == 200, (path, accept, answer.text[:300])
        return answer.content

    def post(self, path: str, content: dict[str, Any]) -> bytes:
        """Return what is answered to content that must be taken."""
        answer = self.client.post(path, json=content)
        assert answer.status_code == 200, (path, answer.text[:300])
        return answer.content


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return publish(tmp_path_factory.mktemp("takeaways"), PLANTED)


@pytest.fixture(scope="module", params=HIDING)
def reader(request, home) -> Iterator[Reader]:
    workspace = Workspace(Settings(home=home)).for_role(request.param)
    everything = sorted(n.id for n in workspace.snapshot().all_nodes())
    with (
        written() as log,
        TestClient(create_app(workspace), base_url="http://127.0.0.1:8000") as client,
    ):
        known = one_of_each(home, request.param)
        yield Reader(client, home, request.param, known, everything, log)
    workspace.close()


def test_the_search_would_find_them(home):
    workspace = Workspace(Settings(home=home)).for_role("investigator")
    with TestClient(create_app(workspace), base_url="http://127.0.0.1:8000") as client:
        for form in MEDIA_TYPES:
            body = client.get(f"/v1/reports/{HIDDEN}", params={"format": form}).content
            assert len(found_in(body)) > 5, form
        body = client.get("/timeline.svg", params={"entity": HIDDEN}).content
        assert found_in(body)
    workspace.close()


def test_the_search_unpacks_and_does_not_take_pixels_for_names():
    one, packed = PLANTED[0], io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("pixels.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"ZuRZuR QXZV "))
    assert found_in(packed.getvalue()) == []
    for name, body in (
        ("told.png", b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", one.first[:6].encode())),
        ("text.xml", one.last[:6].encode()),
        (f"{one.first}.xml", b""),
    ):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, body)
        assert found_in(packed.getvalue()), name
    assert found_in(b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", one.first.encode()))


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a part of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + bytes(4)


def test_networks_of_whoever_is_known(reader):
    for entity in [*reader.known.values()][:: 1 if IS_FULL else 4]:
        for form in NETWORKS:
            body = reader.get("/v1/networks/ego", form, entity=entity, hops=2, limit=2000)
            assert found_in(body) == [], (entity, form)


def test_what_is_on_the_canvas_as_a_file(reader):
    ids = reader.everything[:5000]
    assert found_in(reader.post("/explore/view", {"ids": ids})) == []
    for form in DRAWN:
        body = reader.post(f"/explore/download/{form}", {"ids": ids})
        assert len(body) > 500
        assert found_in(body) == [], form


def test_drawings(reader):
    drawings = ("/map.svg", "/partnership.svg", "/map", "/partnership", "/coverage", "/trends")
    found = [(path, found_in(reader.get(path))) for path in drawings]
    found += [
        (entity, found_in(reader.get("/timeline.svg", entity=entity)))
        for entity in reader.known.values()
    ]
    assert [what for what in found if what[1]] == []


def test_papers_and_packs(reader):
    classes = reader.known if IS_FULL else [*reader.known][:3]
    for name in classes:
        for form in MEDIA_TYPES:
            body = reader.get(f"/v1/reports/{reader.known[name]}", format=form, limit=100)
            assert len(body) > 2_000
            assert found_in(body) == [], (name, form)


def test_a_saved_investigation_and_its_pack(reader):
    import orjson

    view = "n=" + ",".join(reader.everything[: 200 if IS_FULL else 30])
    kept = orjson.loads(reader.post("/investigations/data", {"name": "Perkara", "view": view}))
    place = f"/investigations/{kept['key']}"
    for path in ("/investigations", "/investigations/data", place, f"{place}/file"):
        assert found_in(reader.get(path)) == [], path
    for form in MEDIA_TYPES:
        body = reader.get(f"{place}/report", format=form)
        assert len(body) > 2_000
        assert found_in(body) == [], form


def lacak(reader: Reader, *arguments: str) -> tuple[int, str]:
    """Return the exit status of the command line as the role, and all that it says."""
    state.forget()
    environ = {"LACAK_HOME": str(reader.home), "COLUMNS": "400"}
    given = ["--role", reader.role, *arguments]
    result = CliRunner(env=environ).invoke(app, given)
    state.forget()
    assert isinstance(result.exception, LacakError | SystemExit | None), (arguments, result.output)
    # Whoever runs the command prints the error, and nothing else of it.
    return result.exit_code, f"{result.output}{result.exception or ''}"


@pytest.mark.parametrize("form", FORMATS)
def test_whole_exports(reader, tmp_path, form):
    path = tmp_path / "graph"
    code, told = lacak(reader, "export", "--as", form, "--out", str(path))
    assert code == 0, told
    assert path.stat().st_size > 5_000
    assert found_in(path.read_bytes() + told.encode()) == []


def test_files_that_the_command_line_writes(reader, tmp_path):
    about, out = "org:polda-kepri", ("--out", str(tmp_path / "file"))
    for command in (
        ("view", "ego", about, "--hops", "2", *out),
        ("view", "path", "org:kp2mi", about, *out),
        ("view", "partnership", *out),
        ("view", "map", *out),
        ("view", "timeline", about, *out),
        ("report", about, "--out", str(tmp_path / "pack")),
    ):
        code, told = lacak(reader, *command)
        assert code == 0, (command, told)
        assert found_in(told.encode()) == [], command
        assert found_below(tmp_path) == [], command
    assert len(list((tmp_path / "pack").iterdir())) == 6


def test_what_the_command_line_prints(reader):
    for command in (
        ("status",),
        ("search", "pencegatan"),
        ("people",),
        ("rank", "betweenness"),
        ("disrupt",),
        ("path", "org:kp2mi", "org:polda-kepri"),
        *(("show", entity) for entity in reader.known.values()),
    ):
        code, told = lacak(reader, *command)
        assert code == 0, (command, told)
        assert found_in(told.encode()) == [], command


def test_refusals_say_no_more_than_was_asked(reader):
    for command in (("show", HIDDEN), ("path", "org:kp2mi", HIDDEN), ("report", HIDDEN)):
        code, told = lacak(reader, *command)
        assert code != 0, command
        asked = told.replace(HIDDEN, "").replace(PLANTED[0].slug, "")
        assert found_in(asked.encode()) == [], command
    for name in (PLANTED[0].name, PLANTED[1].name, PLANTED[0].alias, PLANTED[0].nik):
        body = reader.get("/v1/search", q=name).decode()
        assert found_in(body.replace(name, "").encode()) == []


def test_files_beside_the_investigators_name_nobody(reader):
    roles = [role_folder(reader.home / "snapshots", parse(role)) for role in HIDING]
    assert [found_below(folder) for folder in roles] == [[], []]
    kept = [p for p in reader.home.glob("investigations/**/*") if p.is_file()]
    assert [found_in(p.read_bytes()) for p in kept if found_in(p.read_bytes())] == []


FREE = (
    ("/v1/cypher", "MATCH (n) RETURN n LIMIT 1000"),
    ("/v1/cypher", "MATCH (a)-[r]->(b) RETURN a.id, properties(r), b.caption LIMIT 1000"),
    ("/v1/cypher", "MATCH (n) WHERE toInteger(n.caption) RETURN n.id"),
    ("/v1/sparql", "SELECT * WHERE { ?s ?p ?o } LIMIT 1000"),
    ("/v1/sparql", "SELECT ?o WHERE { ?s rdfs:label ?o } ORDER BY DESC(?o) LIMIT 1000"),
    ("/v1/sparql", "SELECT * WHERE { ?s ?p }"),
)


@pytest.mark.embedded
def test_queries_in_their_rooms(reader):
    problem = Rooms.problem()
    if problem is not None:
        missing("rooms", problem.en)
    rooms = reader.client.app.state.workspace.rooms
    rooms.prepare(reader.client.app.state.workspace.snapshot())
    try:
        answered = sum(_ask_named(reader, query) for query in _named(reader))
        assert answered > 30
        for path, text in FREE:
            answer = reader.client.post(path, json={"query": text})
            assert found_in(answer.content) == [], text
        assert found_below(reader.home / "rooms") == []
    finally:
        rooms.close()
        for folder in (reader.home / "rooms").glob("cypher*"):
            arcadedb.stop(folder)


def _named(reader: Reader) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = reader.client.get("/v1/queries").json()["queries"]
    return found


def _ask_named(reader: Reader, query: dict[str, Any]) -> int:
    """Ask a query of the catalogue about several; return how many answers were good."""
    needs = [p for p in query["parameters"] if p["required"]]
    good, about = 0, [*reader.known.values()][:: 1 if IS_FULL else 8]
    for entity in ["org:kp2mi", "org:polda-kepri", "region:21", *about]:
        values = {p["name"]: entity if p["type"] == "id" else p["example"] for p in needs}
        for form in (JSON, CSV, NDJSON) if entity == "org:kp2mi" else (JSON,):
            answer = reader.client.get(
                f"/v1/queries/{query['name']}", params=values, headers={"Accept": form}
            )
            assert answer.status_code in (200, 404, 422), (query["name"], answer.text[:300])
            assert found_in(answer.content) == [], (query["name"], entity, form)
            good += answer.status_code == 200
        if not any(p["type"] == "id" for p in needs):
            break
    return good


def test_what_the_server_logged_of_all_that(reader):
    reader.get("/v1/networks/partnership")
    assert reader.log.getvalue().count("\n") > 0
    assert found_in(reader.log.getvalue().encode()) == []
