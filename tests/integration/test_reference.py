"""The page about the API: complete, and without a single request to elsewhere."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app

pytestmark = pytest.mark.embedded


@pytest.fixture
def client(workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), raise_server_exceptions=False) as client:
        yield client


def test_every_route_is_there_and_nothing_comes_from_elsewhere(client):
    page = client.get("/docs", headers={"accept": "text/html"})
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page.text)
    document = client.get("/openapi.json").json()
    for path in document["paths"]:
        assert f"<code>{html.escape(path)}</code>" in page.text, path


def test_every_address_to_try_answers(client):
    page = client.get("/docs", headers={"accept": "text/html"}).text
    found = re.findall(r'<p><a href="(/[^"]+)">', page)
    assert len(found) >= 5
    answers = {a: client.get(html.unescape(a)).status_code for a in found}
    # Examples of a claim's and a link's id need not be in this record; all else is.
    wrong = {a: s for a, s in answers.items() if s != 200 and not re.search("/(claims|link)/", a)}
    assert not wrong


@pytest.mark.parametrize("path", ["/redoc", "/docs/oauth2-redirect"])
def test_no_page_that_would_fetch_scripts_is_left(client, path):
    assert client.get(path).status_code == 404
