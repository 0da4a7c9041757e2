"""Evidence packs over HTTP: the archive verifies, papers are what they say, reads are noted."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from viz.report.pack import verify

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"


@pytest.fixture
def client(workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), raise_server_exceptions=False) as client:
        yield client


def test_the_archive_verifies_when_it_is_unpacked(client, tmp_path):
    answer = client.get(f"/v1/reports/{DECLARATION}", params={"format": "zip", "lang": "en"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
    assert verify(tmp_path) == []
    assert DECLARATION in (tmp_path / "claims.ndjson").read_text("utf-8")


@pytest.mark.parametrize(("form", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_one_paper_alone(client, form, magic):
    answer = client.get(f"/v1/reports/{DECLARATION}", params={"format": form, "limit": 3})
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(magic)
    assert answer.headers["content-disposition"].endswith(f'.{form}"')


def test_an_unknown_entity_is_404(client):
    assert client.get("/v1/reports/evt:nothing-of-that-name").status_code == 404
