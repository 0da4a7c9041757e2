"""Saved investigations: kept by owner, reopened, handed over as a file, hostile content."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.investigations import (
    Draft,
    InvestigationError,
    Investigations,
    UnknownInvestigationError,
    exported,
    imported,
)
from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.settings import Settings
from tests.claims import claim, document, entity, fill, sqlite

HOSTILE = '"><script>alert(1)</script>{{7*7}}\u202e'
NAME = claim("org:a", "name", "PT A", quote="PT A", locator=None)
CLAIMS = [claim("org:a", "type", "PlacementCompany"), NAME, *entity("org:b", "Court", name="PN")]
VIEW = f"n=org:a,org:b,org:gone&e={NAME.id},{'0' * 32}&p=org:a"


@pytest.fixture
def client(tmp_path) -> Iterator[TestClient]:
    ledger = fill(sqlite(tmp_path), [document(title="Rilis", published="2025-08-06")], CLAIMS)
    rebuild_snapshot(ledger, tmp_path / "snapshots")[0].close()
    ledger.close()
    workspace = Workspace(Settings(home=tmp_path))
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as opened:
        yield opened
    workspace.close()


@pytest.fixture
def kept(tmp_path) -> Investigations:
    return Investigations(tmp_path / "investigations")


def test_what_was_saved_is_there_again_the_latest_first(kept):
    first = kept.save(Draft("Satu", "catatan", VIEW), "ani")
    second = kept.save(Draft("Dua"), "ani")
    assert [one.key for one in kept.of("ani")] == [second.key, first.key]
    assert kept.get(first.key, "ani") == first
    assert first.entities == ("org:a", "org:b", "org:gone")
    assert first.evidence == (NAME.id, "0" * 32)
    again = kept.save(Draft("Satu lagi"), "ani", first.key)
    assert again.key == first.key
    assert len(kept.of("ani")) == 2
    kept.delete(first.key, "ani")
    assert [one.name for one in kept.of("ani")] == ["Dua"]


def test_nobody_reads_changes_or_deletes_what_is_somebody_elses(kept):
    mine = kept.save(Draft("Rahasia"), "ani")
    assert kept.of("budi") == []
    with pytest.raises(UnknownInvestigationError):
        kept.get(mine.key, "budi")
    with pytest.raises(UnknownInvestigationError):
        kept.save(Draft("x"), "budi", mine.key)
    with pytest.raises(UnknownInvestigationError):
        kept.delete(mine.key, "budi")
    assert kept.get(mine.key, "ani").name == "Rahasia"


@pytest.mark.parametrize("key", ["", "..", "../../x", "a" * 12, "A/../../b123"])
def test_keys_lead_nowhere_else(kept, key):
    with pytest.raises(UnknownInvestigationError):
        kept.get(key, "ani")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"name": ""}',
        b'{"name": "x", "owner": "budi"}',
        b'{"name": 3}',
        json.dumps({"name": "x" * 201}).encode(),
        json.dumps({"name": "x", "notes": "n" * 20_001}).encode(),
    ],
)
def test_files_that_are_none_are_refused(content):
    with pytest.raises(InvestigationError):
        imported(content)


def test_an_exported_file_comes_back_without_key_and_owner(kept):
    one = kept.save(Draft("Satu", HOSTILE, VIEW), "ani")
    content = exported(one)
    assert b"ani" not in content
    assert one.key.encode() not in content
    assert imported(content) == Draft("Satu", HOSTILE, VIEW)


def test_a_damaged_file_says_which(kept, tmp_path):
    one = kept.save(Draft("Satu"), "ani")
    (tmp_path / "investigations" / f"{one.key}.json").write_text("{")
    with pytest.raises(InvestigationError, match=one.key):
        kept.of("ani")


def test_the_canvas_saves_and_the_page_shows_evidence_and_notes(client):
    saved = client.post("/investigations/data", json={"name": "Kasus", "view": VIEW}).json()
    page = client.get(f"/investigations/{saved['key']}").text
    assert "Rilis" in page
    assert "PT A" in page
    # The claim and the entity that are gone are said to be, not made up.
    assert "1 klaim tidak lagi ada" in page
    assert "org:gone" not in page.split("<section>")[2]
    assert f"/explore?investigation={saved['key']}#n=org:a,org:b" in page
    changed = client.post(
        f"/investigations/{saved['key']}",
        content="name=Kasus+dua&notes=baris%0D%0Adua",
        headers={"content-type": "application/x-www-form-urlencoded"},
        follow_redirects=False,
    )
    assert changed.status_code == 303
    page = client.get(f"/investigations/{saved['key']}").text
    assert "baris\ndua" in page
    # Saving the view again keeps the notes.
    client.post(f"/investigations/data?key={saved['key']}", json={"name": "Tiga", "view": ""})
    page = client.get(f"/investigations/{saved['key']}").text
    assert "baris\ndua" in page
    assert "Tiga" in page
    opened = client.get("/explore", params={"investigation": saved["key"]}).text
    assert f'"saved":"{saved["key"]}"' in opened


def test_hostile_names_notes_and_views_are_text(client):
    body = {"name": HOSTILE, "notes": HOSTILE, "view": f"n={HOSTILE}&e={HOSTILE}"}
    key = client.post("/investigations/import", json=body).json()["key"]
    for path in ("/investigations", f"/investigations/{key}", f"/explore?investigation={key}"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "\u202e" not in page
    assert client.get(f"/investigations/{key}/file").json()["notes"] == HOSTILE


def test_what_is_not_there_or_too_much_is_said(client):
    html = {"accept": "text/html"}
    assert client.get("/investigations/aaaaaaaaaaaa", headers=html).status_code == 404
    assert client.get("/explore?investigation=aaaaaaaaaaaa", headers=html).status_code == 404
    assert client.post("/investigations/import", content=b"x" * 300_000).status_code in (413, 422)
    assert client.post("/investigations/data", json={"name": " "}).status_code == 422
    gone = client.post("/investigations/data", json={"name": "x", "view": "n=org:a"}).json()["key"]
    client.post(f"/investigations/{gone}", content="delete=yes")
    assert client.get(f"/investigations/{gone}", headers=html).status_code == 404


def test_alternatives_come_shortest_first_with_everything_on_them(client):
    found = client.get("/explore/path", params={"start": "org:a", "goal": "org:b"}).json()
    lengths = [len(path) for path in found["paths"]]
    assert lengths == sorted(lengths)
    assert {i for path in found["paths"] for i in path} <= {n["entity"] for n in found["nodes"]}
    same = client.get("/explore/path", params={"start": "org:a", "goal": "org:a"}).json()
    assert same["paths"] == [["org:a"]]
