"""Drafts over HTTP and at the terminal: listed with their sentence, and decided."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import state
from api.cli.main import app
from api.workspace import Workspace
from graph.settings import Settings
from loaders.formats.articles import ArticleSource
from loaders.run import run
from loaders.text.draft import Metadata
from tests.small_record import publish

_TEXT = (
    "Polda NTT Tangkap Perekrut\n\n"
    "KUPANG - Polda NTT menangkap 3 tersangka TPPO di Kota Kupang, Senin (4/8/2025).\n"
)
_PURPOSE = {"X-Lacak-Purpose": "case 12/2026"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose ledger holds the drafts of one article, and nothing else."""
    article = tmp_path / "article.txt"
    article.write_text(_TEXT, encoding="utf-8")
    place = Workspace(Settings(home=tmp_path / "home"))
    run(ArticleSource(article, Metadata(published="2025-08-06"), "local"), place.ledger)
    place.close()
    return tmp_path / "home"


@pytest.fixture
def client(home: Path) -> Iterator[TestClient]:
    place = Workspace(Settings(home=home))
    with TestClient(create_app(place), raise_server_exceptions=False, headers=_PURPOSE) as made:
        yield made
    place.close()


def _listed(client: TestClient) -> list[dict]:
    waiting = client.get("/v1/drafts/documents").json()
    found = client.get("/v1/drafts", params={"document": waiting[0]["document"], "limit": 500})
    assert found.status_code == 200
    return found.json()


_NAMED = (
    "Maria Bete Seran Dipulangkan ke Malaka\n\n"
    "KUPANG - Polda NTT menangkap dua tersangka berinisial YL (45) dan MB (37) di Kota Kupang.\n"
    "Korban, Maria Bete Seran (19), dihubungi melalui nomor WhatsApp 0821-4455-6677 milik YL. "
    "PT Cahaya Timor Sejahtera diduga menampung para korban.\n"
    "Saksi Yohanes melapor; BP3MI NTT mendampingi Maria.\n"
)


@pytest.mark.parametrize("is_wrapped", [False, True])
def test_no_card_shows_a_name_that_was_refused(tmp_path, monkeypatch, is_wrapped):
    text = _NAMED.replace("milik YL. PT", "milik\nYL. PT") if is_wrapped else _NAMED
    article = tmp_path / "rilis.txt"
    article.write_text(text, encoding="utf-8")
    folder = tmp_path / "home"
    place = Workspace(Settings(home=folder))
    report = run(ArticleSource(article, Metadata(published="2025-08-06"), "local"), place.ledger)
    assert report.accepted > 5
    publish(place)
    [known] = place.ledger.documents()
    kept = place.ledger.document(known.id).text
    assert len(kept) == len(text)
    assert "Korban, █████ ████ █████ (19), dihubungi" in kept
    with TestClient(create_app(place), headers=_PURPOSE) as client:
        shown = client.get("/v1/drafts", params={"document": known.id, "limit": 500}).text
        shown += client.get("/v1/drafts/documents").text
        page = client.get(f"/review?document={known.id}", headers={"accept": "text/html"}).text
    place.close()
    monkeypatch.setenv("LACAK_HOME", str(folder))
    state.forget()
    typed = CliRunner().invoke(app, ["review"], env={"COLUMNS": "200"}).output
    state.forget()
    held = b"".join(path.read_bytes() for path in folder.glob("ledger.db*")).decode(
        "utf-8", "ignore"
    )
    for told in (shown, page, typed, held):
        assert "Polda NTT" in told
        assert [name for name in ("Maria", "Bete", "Seran", "Yohanes") if name in told] == []


def test_documents_wait_with_their_title(client):
    (waiting,) = client.get("/v1/drafts/documents").json()
    assert waiting["title"] == "Polda NTT Tangkap Perekrut"
    assert waiting["published"] == "2025-08-06"
    assert waiting["count"] == len(_listed(client)) > 10


def test_drafts_stand_in_their_sentence(client):
    for draft in _listed(client):
        if draft["start"] is None:
            continue
        assert draft["before"] + draft["quote"] + draft["after"] in _TEXT
        assert _TEXT[draft["start"] : draft["end"]] == draft["quote"]


def test_limit_and_unknown_documents(client):
    document = client.get("/v1/drafts/documents").json()[0]["document"]
    assert len(client.get("/v1/drafts", params={"document": document, "limit": 2}).json()) == 2
    assert client.get("/v1/drafts", params={"document": "doc:none"}).json() == []
    assert client.get("/v1/drafts").status_code == 422


def test_accepting_takes_what_the_entities_are_with_it(client):
    drafts = _listed(client)
    date = next(d for d in drafts if d["property"] == "date")
    done = client.post("/v1/drafts/accept", json={"ids": [date["id"]], "why": "dibaca"}).json()
    assert done["decided"] >= 2
    left = {d["id"] for d in _listed(client)}
    assert date["id"] not in left
    assert not [d for d in drafts if d["subject"] == date["subject"]
                and d["property"] == "type" and d["id"] in left]  # fmt: skip
    again = client.post("/v1/drafts/accept", json={"ids": [date["id"]], "why": "dibaca"}).json()
    assert again["decided"] == 0


def test_rejecting(client):
    one = _listed(client)[0]["id"]
    done = client.post("/v1/drafts/reject", json={"ids": [one[:8]], "why": "bukan dia"}).json()
    assert done == {"decided": 1, "unchanged": 0, "claim": None}
    assert one not in {d["id"] for d in _listed(client)}


def test_correcting_keeps_the_place_and_accepts_the_new(client, home):
    date = next(d for d in _listed(client) if d["property"] == "date")
    body = {"value": "2025-08-03", "why": "hari sebelumnya"}
    done = client.post(f"/v1/drafts/{date['id']}/correct", json=body).json()
    assert date["id"] not in {d["id"] for d in _listed(client)}
    place = Workspace(Settings(home=home))
    (made,) = place.ledger.claims_by_id([done["claim"]])
    assert made.claim.value == "2025-08-03"
    assert (made.claim.start, made.claim.end) == (date["start"], date["end"])
    assert made.claim.method == "review@1"
    verdicts = {d.left: d.kind for d in place.ledger.decisions()}
    assert verdicts[date["id"]] == "reject"
    assert verdicts[made.id] == "accept"
    place.close()


def test_corrections_are_checked(client):
    date = next(d for d in _listed(client) if d["property"] == "date")
    for body, status, name in (
        ({"value": "kemarin"}, 422, "ValueTypeError"),
        ({"property": "tanggal"}, 404, "UnknownTermError"),
        ({"modality": "mungkin"}, 404, "UnknownTermError"),
        ({}, 422, "LoadError"),
    ):
        found = client.post(f"/v1/drafts/{date['id']}/correct", json={**body, "why": "salah"})
        assert (found.status_code, found.json()["error"]["type"]) == (status, name)
    assert date["id"] in {d["id"] for d in _listed(client)}


def test_a_corrected_object_must_be_known(client):
    link = next(d for d in _listed(client) if d["property"] == "conductedBy")
    body = {"value": "org:nowhere", "why": "salah"}
    found = client.post(f"/v1/drafts/{link['id']}/correct", json=body)
    assert found.status_code == 422
    assert "org:nowhere" in found.json()["error"]["message"]


def test_unknown_drafts_are_not_found(client):
    body = {"ids": ["ffffffffff"], "why": "salah"}
    assert client.post("/v1/drafts/accept", json=body).status_code == 404
    assert client.post("/v1/drafts/accept", json={"ids": [], "why": "salah"}).status_code == 422
    assert client.post("/v1/drafts/forget", json=body).status_code == 404
    assert client.post("/v1/drafts/documents", json=body).status_code == 405
    extra = {**body, "who": "someone else"}
    assert client.post("/v1/drafts/accept", json=extra).status_code == 422


def test_correcting_at_the_terminal(home, monkeypatch):
    monkeypatch.setenv("LACAK_HOME", str(home))
    state.forget()

    def lacak(*words: str):
        return CliRunner().invoke(app, ["-l", "en", *words])

    try:
        drafts = json.loads(lacak("review", "-f", "json").stdout)
        date = next(d for d in drafts if d["property"] == "date")
        done = lacak("review", "correct", date["id"][:8], "--value", "2025-08-03", "--no-rebuild")
        assert done.exit_code == 0, done.output
        rest = {d["id"] for d in json.loads(lacak("review", "-f", "json").stdout)}
        assert date["id"] not in rest
        assert lacak("review", "correct", "--value", "x").exit_code != 0
    finally:
        state.forget()
