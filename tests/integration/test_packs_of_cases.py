"""Evidence packs of saved investigations, and who is offered packs at all."""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterator

import docx
import pypdf
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.security.guard import open_ring
from api.settings import ServerSettings
from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.roles.publish import WHOLE
from graph.services.dossier import Case, gather_case
from graph.services.networks import NetworkView
from graph.settings import Settings
from ontology.model import load
from tests.claims import claim, document, entity, fill, sqlite
from viz.report.content import compose
from viz.report.pack import verify

HTML = {"accept": "text/html"}
NAME = claim("org:a", "name", "PT A", quote="PT A", locator=None)
PARTY = claim("org:b", "description", "di luar kanvas")
CLAIMS = [
    claim("org:a", "type", "Ministry"),
    NAME,
    *entity("org:b", "Court", name="PN Contoh"),
    PARTY,
    *entity("org:c", "Court", name="PN Lain"),
]
VIEW = f"n=org:a,org:gone&e={PARTY.id},{NAME.id},{'0' * 32}"
NOTES = "Baris satu.\n\n#eval(1) <script>alert(1)</script>\u202e"


@pytest.fixture
def home(tmp_path):
    given = document(title="Rilis", published="2025-08-06", url="https://contoh.go.id/1")
    ledger = fill(sqlite(tmp_path), [given], CLAIMS)
    rebuild_snapshot(ledger, tmp_path / "snapshots", audiences=WHOLE)[0].close()
    ledger.close()
    return tmp_path


@pytest.fixture
def client(home) -> Iterator[TestClient]:
    workspace = Workspace(Settings(home=home))
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as opened:
        yield opened
    workspace.close()


def saved(client, **body) -> str:
    given = {"name": "Kasus A", "notes": NOTES, "view": VIEW} | body
    return client.post("/investigations/import", json=given).json()["key"]


def test_the_page_leads_to_three_forms_of_the_pack(client):
    key = saved(client)
    page = client.get(f"/investigations/{key}", headers=HTML).text
    links = re.findall(rf'href="(/investigations/{key}/report[^"]+)"', page)
    assert len(links) == 3
    for link in links:
        answer = client.get(link.replace("&amp;", "&"), headers=HTML)
        assert answer.status_code == 200
        form = re.search(r"format=(\w+)", link)[1]
        told = answer.headers["content-disposition"]
        assert told == f'attachment; filename="lacak-Kasus-A.{form}"'


def test_the_paper_holds_name_notes_pinned_evidence_and_presumption(client):
    key = saved(client)
    answer = client.get(f"/investigations/{key}/report")
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    told = re.sub(r"[\u200b\s]+", " ", " ".join(page.extract_text() for page in pages))
    for part in ("Kasus A", "Praduga tak bersalah", "Baris satu.", "#eval(1)", "PT A", "Rilis"):
        assert part in told
    pinned = told.split("Bukti yang disematkan")[1].split("Fakta menurut sumber")[0]
    assert "di luar kanvas" in pinned
    assert "“PT A”" in pinned


def test_the_office_document_and_the_archive_hold_the_same(client, tmp_path):
    key = saved(client)
    client.cookies.set("lacak_language", "en")
    body = client.get(f"/investigations/{key}/report?format=docx").content
    told = "\n".join(p.text for p in docx.Document(io.BytesIO(body)).paragraphs)
    assert "Notes of whoever made this pack" in told
    assert "<script>alert(1)</script>⟦U+202E⟧" in told
    body = client.get(f"/investigations/{key}/report?format=zip").content
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        archive.extractall(tmp_path / "pack")
    assert verify(tmp_path / "pack") == []
    manifest = json.loads((tmp_path / "pack" / "manifest.json").read_text())
    # What is not on record any more is not made up.
    assert manifest["pinned"] == [PARTY.id, NAME.id]
    assert manifest["about"] == ["org:a", "org:b"]


def test_an_investigation_without_anything_is_still_a_paper(client):
    key = saved(client, notes="", view="")
    assert client.get(f"/investigations/{key}/report").content.startswith(b"%PDF-")


def test_nobody_elses_and_no_such_form(client):
    key = saved(client)
    assert client.get("/investigations/aaaaaaaaaaaa/report", headers=HTML).status_code == 404
    answer = client.get(f"/investigations/{key}/report?format=exe", headers=HTML)
    assert answer.status_code == 422


def test_every_entity_described_is_noted(client):
    key = saved(client)
    client.get(f"/investigations/{key}/report")
    told = " ".join(str(one) for one in client.app.state.audit.entries())
    assert f"investigation {key}" in told
    assert "org:b" in told


def test_what_a_case_leaves_out_is_counted_and_pinned_comes_first(home):
    workspace = Workspace(Settings(home=home))
    snapshot = workspace.snapshot()
    network = NetworkView(tuple(snapshot.nodes(["org:a", "org:c"])), (), ())
    case = Case("x", pinned=(PARTY.id,))
    found = gather_case(snapshot, load(), case, network, limit=2)
    assert [e.id for e in found.focus] == ["org:a", "org:b"]
    assert found.left_out == 1
    content = compose(found, load(), "en", "now")
    assert content.left_out.startswith("1 more entities of the canvas")
    assert [r.value for r in content.pinned] == ["di luar kanvas"]
    workspace.close()


def test_a_pinned_claim_about_what_is_not_described_stands_as_it_is(home):
    workspace = Workspace(Settings(home=home))
    snapshot = workspace.snapshot()
    case = Case("x", pinned=(PARTY.id,))
    found = gather_case(snapshot, load(), case, NetworkView((), (), ()), limit=0)
    (row,) = compose(found, load(), "id", "now").pinned
    assert row.property == "org:b: description"
    assert row.evidence[0].number == 1
    workspace.close()


@pytest.fixture
def keyed(home) -> Iterator[TestClient]:
    """A client whose server knows keys, by role."""
    ring = open_ring(home, ServerSettings())
    keys = {
        "investigator": ring.add("Ani", "investigator"),
        "policy": ring.add("Budi", "policy"),
        "reader": ring.add("Cici", "policy", scopes=["read"]),
    }
    workspace = Workspace(Settings(home=home))
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as opened:
        opened.keys = keys
        yield opened
    workspace.close()


OFFERED = {
    "investigator": {"/explore", "/questions", "/write", "/map", "/review"},
    "policy": {"/explore", "/questions", "/map"},
    "reader": {"/explore", "/map"},
}


@pytest.mark.parametrize("role", OFFERED)
def test_pages_offer_what_the_role_may_and_nothing_else(keyed, role):
    headers = HTML | {
        "authorization": f"Bearer {keyed.keys[role]}",
        "x-lacak-purpose": "perkara 1",
    }
    page = keyed.get("/e/org:a", headers=headers).text
    nav = page.split("<nav")[1].split("</nav>")[0]
    assert set(re.findall(r'href="([^"]+)"', nav)) == OFFERED[role]
    is_offered = role != "reader"
    assert ("/v1/reports/org:a?format=pdf" in page.replace("%3A", ":")) == is_offered
    explorer = keyed.get("/explore?entity=org:a", headers=headers).text
    assert (f'"reports":{str(is_offered).lower()}') in explorer
    answer = keyed.get("/v1/reports/org:a", headers=headers)
    assert answer.status_code == (200 if is_offered else 403)
    for path in ("/explore", "/questions", "/write", "/map", "/review"):
        status = keyed.get(path, headers=headers).status_code
        assert (status == 200) == (path in OFFERED[role]), path


def test_strangers_are_offered_no_page_at_all(keyed):
    page = keyed.get("/sign-in", headers=HTML).text
    assert "<nav" not in page
