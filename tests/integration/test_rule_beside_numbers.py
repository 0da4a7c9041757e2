"""What policy and analysts are told: the rule stands beside numbers, in every format.

And how a legal stage is worded wherever it is shown, from the command line to GraphML.
"""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import formats
from api.app import create_app
from api.cli import state
from api.cli.main import app
from api.workspace import Workspace
from graph.export.formats import FORMATS, write
from graph.projection.rebuild import rebuild_snapshot
from graph.roles.folders import current_for
from graph.roles.publish import WHOLE
from graph.services import networks
from graph.services.dossier import gather
from graph.services.entities import view
from graph.services.floor import floor_rule, ruled
from graph.services.timeline import timeline
from graph.settings import Settings
from ontology.access import access
from tests.claims import document, entity, fill, sqlite
from tests.graphs import loaded, new_ledger
from viz.explorer.downloads import MEDIA_TYPES
from viz.explorer.downloads import write as download

with warnings.catch_warnings():
    # starlette is moving its test client from httpx to a package of another name.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

RULE = access().floor.definition
STAGE = ("diberitakan sebagai tersangka", "usang: tidak disebut sumber lagi sejak 2023-06-08")
DOCUMENTS = [
    document("doc:news", published="2023-06-08", publisher="Antara"),
    document("doc:rilis", cls="OfficialRelease", published="2199-01-01", reliability="A"),
]
CLAIMS = [
    *entity("case:a", "Case", "doc:news", name="Perkara A"),
    *entity("per:x", "Person", "doc:news", name="Seseorang"),
    *entity("per:y", "Person", "doc:rilis", name="Orang lain"),
    *entity(
        "stage:x", "LegalStage", "doc:news", stageOf="per:x", stageIn="case:a", stage="suspect"
    ),
    *entity(
        "stage:y", "LegalStage", "doc:rilis", stageOf="per:y", stageIn="case:a", stage="suspect"
    ),
    *entity("org:kp2mi", "Ministry", "doc:rilis", name="Kementerian P2MI"),
    *entity("evt:a", "Interception", "doc:rilis", name="Penggagalan", conductedBy="org:kp2mi"),
    *entity("grp:a", "Group", "doc:rilis", groupRole="victim", groupSizeLower="34"),
    *entity("evt:a", "Interception", "doc:rilis", affected="grp:a"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ruled")
    ledger = fill(sqlite(folder), DOCUMENTS, dict.fromkeys(CLAIMS))
    rebuild_snapshot(ledger, folder / "snapshots", audiences=WHOLE)
    ledger.close()
    return folder


@pytest.fixture
def client(home, request) -> Iterator[TestClient]:
    workspace = Workspace(Settings(home=home)).for_role(request.param)
    made = TestClient(create_app(workspace), base_url="http://127.0.0.1:8000")
    made.headers["X-Lacak-Purpose"] = "uji"
    with made:
        yield made
    workspace.close()


def lacak(home: Path, monkeypatch, role: str, *arguments: str) -> str:
    monkeypatch.setenv("LACAK_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "400")
    state.forget()
    result = CliRunner().invoke(app, ["--role", role, *arguments], catch_exceptions=False)
    state.forget()
    assert result.exit_code == 0, result.output
    return result.stdout


# -- the rule beside numbers -------------------------------------------------------------


@pytest.mark.parametrize(("role", "is_told"), [("policy", 1), ("analyst", 1), ("investigator", 0)])
def test_a_snapshot_knows_its_rule(home, role, is_told):
    assert (floor_rule(current_for(home / "snapshots", role)) == RULE) == bool(is_told)
    assert (access().rule_for(role) == RULE) == bool(is_told)


def test_rows_carry_the_rule_where_there_is_one():
    assert ruled([{"a": 1}], "words") == [{"a": 1, "rule": "words"}]
    assert ruled([{"a": 1}], None) == [{"a": 1}]


@pytest.mark.parametrize("client", ["policy", "analyst"], indirect=True)
@pytest.mark.parametrize(
    "path",
    [
        "/v1/entities/org:kp2mi",
        "/v1/entities?class=Event",
        "/v1/search?q=kementerian",
        "/v1/networks/ego?entity=org:kp2mi",
        "/v1/export",
    ],
)
def test_answers_carry_the_rule(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["X-Lacak-Rule"] == RULE.en


@pytest.mark.parametrize("client", ["policy"], indirect=True)
def test_bodies_and_pages_state_the_rule(client):
    assert client.get("/v1/entities/org:kp2mi").json()["notes"] == [{"id": RULE.id, "en": RULE.en}]
    assert client.get("/v1/networks/ego?entity=org:kp2mi").json()["rule"] == RULE.id
    for path in ("/coverage", "/trends", "/map", "/e/org:kp2mi"):
        page = client.get(path)
        assert page.status_code == 200, path
        assert RULE.id in page.text, path
    picture = client.get("/v1/networks/ego?entity=org:kp2mi", headers={"Accept": "text/html"})
    assert RULE.id in picture.text


@pytest.mark.parametrize("client", ["investigator"], indirect=True)
def test_exact_numbers_have_no_rule(client):
    response = client.get("/v1/networks/ego?entity=org:kp2mi")
    assert "X-Lacak-Rule" not in response.headers
    assert response.json()["rule"] is None
    assert RULE.id not in client.get("/trends").text


@pytest.mark.parametrize("form", FORMATS)
def test_exports_state_the_rule_and_are_loaded_all_the_same(home, tmp_path, ontology, form):
    for role, is_told in (("policy", True), ("investigator", False)):
        path = tmp_path / f"{role}{FORMATS[form].ending}"
        write(current_for(home / "snapshots", role), ontology, path)
        assert (RULE.id in path.read_text()) == is_told
        found = loaded(path, new_ledger(tmp_path, role))
        assert found.report.accepted > 0
        assert found.report.quarantined == 0
        assert {"Floor", "definition", "rule"}.isdisjoint(found.missing)


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_files_of_the_canvas_state_the_rule(home, form):
    for role, is_told in (("policy", True), ("analyst", True), ("investigator", False)):
        snapshot = current_for(home / "snapshots", role)
        seen = networks.ego(snapshot, "org:kp2mi", hops=2, limit=50)
        assert seen.relationships
        assert (RULE.id in download(seen, snapshot, form).decode()) == is_told


def test_the_command_line_states_the_rule(home, monkeypatch):
    assert RULE.id in lacak(home, monkeypatch, "policy", "show", "org:kp2mi")
    assert RULE.id in lacak(home, monkeypatch, "policy", "people")
    assert RULE.id in lacak(home, monkeypatch, "analyst", "people", "--format", "csv")
    assert RULE.id not in lacak(home, monkeypatch, "investigator", "show", "org:kp2mi")


def test_groups_are_told_in_words_and_codes_stay_for_programs(home, monkeypatch):
    assert "korban" in lacak(home, monkeypatch, "policy", "people")
    assert "semua" in lacak(home, monkeypatch, "policy", "people")
    told = lacak(home, monkeypatch, "policy", "people", "--format", "json")
    assert {"province", "role", "province_name", "role_name"} <= json.loads(told)[0].keys()
    rows = {row["role"]: row["role_name"] for row in json.loads(told)}
    assert rows["child-victim"] == "korban anak"


# -- legal stages --------------------------------------------------------------------------


def test_news_alone_is_a_report_and_an_authority_establishes(home):
    snapshot = current_for(home / "snapshots", "investigator")
    stages = {n.id: n.properties for n in snapshot.nodes_of_class(["LegalStage"])}
    assert stages["stage:x"]["stage"] == "reported-as-suspect"
    assert stages["stage:y"]["stage"] == "suspect"
    links = [r for r in snapshot.all_relationships() if r.type == "HAS_LEGAL_STAGE"]
    assert {(r.source, r.properties["stage"]) for r in links} == {
        ("per:x", "reported-as-suspect"),
        ("per:y", "suspect"),
    }
    assert stages["stage:x"]["staleFrom"] == "2024-06-07"


def test_analysts_are_told_the_same(home):
    stages = current_for(home / "snapshots", "analyst").nodes_of_class(["LegalStage"])
    assert {n.properties["stage"] for n in stages} == {"reported-as-suspect", "suspect"}
    assert all("staleFrom" in n.properties for n in stages)


def test_facts_timelines_and_links_say_what_is_stale(home, ontology):
    snapshot = current_for(home / "snapshots", "investigator")
    for key, is_stale in (("stage:x", True), ("stage:y", False)):
        (fact,) = (f for f in view(snapshot, ontology, key).facts if f.property == "stage")
        assert fact.is_stale == is_stale
        assert all((part in fact.shown) == is_stale for part in STAGE)
    spans = timeline(snapshot, ontology, "case:a").spans
    noted = {s.entity: s.note is not None for s in spans if s.group == "stages"}
    assert noted == {"per:x": True, "per:y": False}


def test_screens_papers_and_pictures_word_it_so(home, ontology, monkeypatch):
    from viz.network import render
    from viz.report.content import compose
    from viz.timeline import render as draw

    snapshot = current_for(home / "snapshots", "investigator")
    seen = networks.ego(snapshot, "case:a", hops=1, limit=50)
    found = timeline(snapshot, ontology, "case:a")
    paper = compose(gather(snapshot, ontology, ["stage:x"]), ontology, "id", "-")
    told = [
        lacak(home, monkeypatch, "investigator", "show", "stage:x"),
        lacak(home, monkeypatch, "investigator", "show", "case:a"),
        " ".join(r.value for section in paper.focus for r in section.rows),
        render(seen, snapshot, ontology, title="A", language="id"),
        draw(found, ontology, language="id", today="2026-11-22"),
    ]
    for number, text in enumerate(told):
        assert all(part in text for part in STAGE), number


@pytest.mark.parametrize("client", ["investigator"], indirect=True)
def test_the_explorer_and_the_api_word_it_so(client):
    for path in (
        "/e/stage:x",
        "/e/case:a",
        "/explore/entity?entity=case:a",
        "/timeline?entity=case:a",
    ):
        page = client.get(path)
        assert page.status_code == 200, path
        assert all(part in page.text.casefold() for part in STAGE), path
    facts = client.get("/v1/entities/stage:x").json()["facts"]
    (fact,) = (f for f in facts if f["property"] == "stage")
    assert fact["is_stale"]
    assert fact["value"] == "reported-as-suspect"


@pytest.mark.parametrize("client", ["investigator"], indirect=True)
def test_an_answer_of_yesterday_is_asked_for_again(client, monkeypatch):
    tag = client.get("/v1/entities/stage:x").headers["ETag"]
    again = {"If-None-Match": tag}
    assert client.get("/v1/entities/stage:x", headers=again).status_code == 304
    monkeypatch.setattr(formats, "this_day", lambda: "2200-01-01")
    assert client.get("/v1/entities/stage:x", headers=again).status_code == 200


@pytest.mark.parametrize(
    ("ending", "parts"),
    [
        ("ttl", ("legal-stages/reported-as-suspect", "2024-06-07")),
        ("graphml", ("reported-as-suspect", "2024-06-07")),
        ("gexf", ("reported-as-suspect", "2024-06-07")),
    ],
)
def test_files_carry_the_stage_and_its_day(home, tmp_path, ontology, ending, parts):
    path = tmp_path / f"all.{ending}"
    write(current_for(home / "snapshots", "investigator"), ontology, path)
    assert all(part in path.read_text() for part in parts)


def test_a_file_of_the_canvas_carries_the_day(home, ontology):
    snapshot = current_for(home / "snapshots", "investigator")
    seen = networks.ego(snapshot, "case:a", hops=1, limit=50)
    for form in ("json", "csv", "graphml", "gexf"):
        text = io.BytesIO(download(seen, snapshot, form)).read().decode()
        assert "reported-as-suspect" in text
        assert "2024-06-07" in text, form
