"""The review desk as pages: drafts with their sentence, identities side by side, undo."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.settings import Settings
from tests.claims import claim, document, entity, fill, sqlite

TEXT = "Polda Riau menggagalkan keberangkatan di Dumai. <script>alert(1)</script> Selesai."
DRAFTED = {"is_draft": True, "locator": None}
FORM = {"content-type": "application/x-www-form-urlencoded"}


def drafts() -> list:
    """A type and a name, each with its words."""
    said = {"source": "doc:t", "quote": "Polda Riau", "start": 0, "end": 10, **DRAFTED}
    more = {"source": "doc:t", "quote": "<script>alert(1)</script>", "start": 48, "end": 73}
    return [
        claim("org:x", "type", "LawEnforcementAgency", **said),
        claim("org:x", "name", "Polda Riau", **said),
        claim("org:x", "alias", "<script>alert(1)</script>", **more, **DRAFTED),
    ]


@pytest.fixture
def client(tmp_path, monkeypatch) -> Iterator[TestClient]:
    documents = [document(), document("doc:b"), document("doc:t", title="Naskah", text=TEXT)]
    given = [
        *entity("org:pt-1", "PlacementCompany", name="PT Alwihda Jaya Sentosa"),
        *entity("org:pt-2", "PlacementCompany", "doc:b", name="PT Alwihdah Jaya Sentosa"),
        claim("org:pt-1", "address", "Jalan Satu"),
        claim("org:pt-2", "address", "Jalan Satu", "doc:b"),
        *drafts(),
    ]
    ledger = fill(sqlite(tmp_path), documents, given)
    rebuild_snapshot(ledger, tmp_path / "snapshots")[0].close()
    ledger.close()
    workspace = Workspace(Settings(home=tmp_path))
    # The engine is not what is tested here; snapshots follow decisions without it.
    monkeypatch.setattr("api.deciding.bring_up", lambda _whole: None)
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as opened:
        opened.headers.update({"accept": "text/html"})
        yield opened
    workspace.close()


def ids(page: str) -> list[str]:
    return re.findall(r'form="all" name="ids" value="([0-9a-f]{32})"', page)


def post(client, path: str, **form: str):
    return client.post(path, data=form, headers=FORM, follow_redirects=False)


def test_a_draft_stands_beside_its_sentence_with_the_words_highlighted(client):
    assert "Naskah" in client.get("/review").text
    page = client.get("/review?document=doc:t").text
    assert len(ids(page)) == 3
    assert "<mark>Polda Riau</mark> menggagalkan keberangkatan di Dumai." in page
    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in page
    assert "<script>alert" not in page


def test_accepting_rejecting_and_correcting_empty_the_desk(client):
    page = client.get("/review?document=doc:t").text
    chosen = dict(zip(("type", "name", "alias"), (
        next(i for i in ids(page) if f'{i}"' in page and _told(page, i, word))
        for word in ("type", "Nama", "Nama lain")
    ), strict=True))  # fmt: skip
    corrected = post(
        client, "/review", action="correct", ids=chosen["name"], value="Polda Riau (lengkap)",
        document="doc:t", why="nama lengkap",
    )  # fmt: skip
    assert corrected.status_code == 303
    assert post(client, "/review", action="reject", ids=chosen["alias"], document="doc:t")
    left = ids(client.get("/review?document=doc:t").text)
    assert chosen["alias"] not in left
    assert chosen["name"] not in left
    decided = client.get("/review/decisions").text
    assert "nama lengkap" in decided
    assert "Ditolak" in decided


def _told(page: str, key: str, word: str) -> bool:
    entry = page.split(f'value="{key}"')[1]
    return entry.lower().startswith(f'" aria-label="pilih: {word.lower()} ='.removeprefix('"'))


def test_nothing_unclear_is_decided(client):
    assert post(client, "/review", action="burn", ids="0" * 32).status_code == 422
    assert post(client, "/review", action="accept", ids="0" * 32).status_code in (404, 422)
    pair = {"left": "org:pt-1", "right": "org:pt-2"}
    assert post(client, "/review/identity", **pair, verdict="maybe").status_code == 422
    assert post(client, "/review/identity", left="org:pt-1", right="org:no", verdict="same")
    assert post(client, "/review/decisions", decision="0" * 16).status_code in (404, 422)
    assert "Belum ada keputusan" in client.get("/review/decisions").text


def test_two_records_stand_side_by_side_and_a_decision_is_undone(client):
    page = client.get("/review/identity?class=Company").text
    assert "PT Alwihda Jaya Sentosa" in page
    assert "PT Alwihdah Jaya Sentosa" in page
    # What both share is highlighted, names are not.
    assert "<mark>Jalan Satu</mark>" in page
    assert "<mark>PT" not in page
    done = post(
        client, "/review/identity", left="org:pt-1", right="org:pt-2", verdict="different",
        why="dua perusahaan",
    )  # fmt: skip
    assert done.status_code == 303
    # Nothing brings the graph up here, and the desk says so.
    told = client.get("/review/identity?class=Company").text
    assert "Keputusan yang tersimpan tetapi belum tampak dalam graf: 1." in told
    assert "Tidak ada pasangan" in client.get("/review/identity?class=Company").text
    decided = client.get("/review/decisions").text
    assert "dua perusahaan" in decided
    key = re.search(r'name="decision" value="([0-9a-f]{16})"', decided)[1]
    assert post(client, "/review/decisions", decision=key).status_code == 303
    assert "diurungkan" in client.get("/review/decisions").text
    assert "PT Alwihda" in client.get("/review/identity?class=Company").text
