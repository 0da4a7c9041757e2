"""The live pages over the whole public record, as a browser without JavaScript gets them."""

from __future__ import annotations

import html
import io
import re
import warnings
from collections.abc import Iterator

import networkx as nx
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.visit import LANGUAGE
from graph.errors import UnknownEntityError
from viz.explorer.files import HERE
from viz.explorer.texts import TEXTS

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"
COMPANY = "org:pt-putri-samawa-mandiri"
PAGES = (
    "/",
    "/find?q=samawa",
    "/find",
    "/explore",
    f"/explore?entity={COMPANY}",
    "/questions",
    "/questions/recruiter_chain",
    "/map",
    "/map?measure=agreements&first_day=2025-01-01",
    "/coverage",
    "/coverage/region:53",
    "/declarations",
    "/declarations?gaps=yes&kind=Declaration",
    "/counts?area=region:14",
    "/trends?by=year",
    "/partnership?first_day=2025-01-01&last_day=2025-12-31",
    "/timeline",
    f"/timeline?entity={COMPANY}",
    "/investigations",
    "/review",
    "/review/decisions",
    "/help",
    f"/e/{DECLARATION}",
    f"/e/{COMPANY}",
    "/no/such/page",
)
HTML = {"accept": "text/html"}
SCRIPTED = re.compile(
    r"<script(?![^>]*(?:src=|application/json))|<style|\son\w+=|\sstyle=", re.IGNORECASE
)
BUDGET_BYTES = 60_000


@pytest.fixture
def client(workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), raise_server_exceptions=False) as client:
        client.headers.update(HTML)
        yield client


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_in_both_languages_under_a_strict_policy(client, path, language):
    client.cookies.set("lacak_language", language)
    page = client.get(path)
    assert f'<html lang="{language}"' in page.text
    assert TEXTS["presumption"].in_(language) in html.unescape(page.text)
    assert not SCRIPTED.search(page.text)
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//[^"']+\.(?:js|css|woff2?)""", page.text)
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_the_first_page_shows_the_record_and_every_link_answers(client):
    page = client.get("/").text
    agreements = client.get("/status").json()["agreements"]
    assert f"<dd>{agreements}</dd>" in page
    links = re.findall(r'<li><a href="(/[^"]+)"', page)
    assert len(links) == 9
    for link in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_language_and_theme_are_remembered_and_come_back(client):
    found = client.get("/language/en?back=/coverage", follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (303, "/coverage")
    assert "Coverage of partnerships" in client.get("/coverage").text
    client.get("/theme/dark?back=/")
    assert 'data-theme="dark"' in client.get("/").text


@pytest.mark.parametrize("back", ["//example.org", "https://example.org", "/\\example.org", "x"])
def test_a_switch_never_leads_elsewhere(client, back):
    found = client.get("/language/en", params={"back": back}, follow_redirects=False)
    assert found.headers["location"] == "/"


def test_an_entity_page_has_every_fact_and_source(client):
    page = client.get(f"/e/{DECLARATION}").text
    told = client.get(f"/entities/{DECLARATION}", headers={"accept": "*/*"}).json()
    for fact in told["facts"]:
        for citation in fact["citations"]:
            assert f"{citation['reliability']}{citation['credibility']}" in page
            assert (citation["url"] or citation["document"]).replace("&", "&amp;") in page


def test_an_unknown_address_is_a_page_for_people_and_json_for_programs(client):
    for path in ("/e/org:no-such-body", "/nope", "/questions/nope", "/e/..%2f..%2fetc"):
        page = client.get(path)
        assert page.status_code == 404
        assert TEXTS["error_404"].id in page.text
    assert client.get("/nope", headers={"accept": "application/json"}).json()["error"]


def test_particulars_in_english_stand_apart_on_indonesian_pages(client):
    english = "There is no entity &#39;org:no-such-body&#39;"
    page = client.get("/e/org:no-such-body").text
    told = UnknownEntityError.indonesian
    assert page.index(told) < page.index(TEXTS["error_detail"].id) < page.index(english)
    assert re.search(rf'<p lang="en"[^>]*>{english}', page)
    client.cookies.set(LANGUAGE, "en")
    page = client.get("/e/org:no-such-body").text
    client.cookies.clear()
    assert told not in page
    assert "<details" not in page
    assert f">{english}" in page
    page = client.get("/map?first_day=2026").text
    assert "Isian yang tidak sah: first_day." in page


def test_a_question_is_a_form_and_an_answer_with_links_and_sources(client):
    page = client.get(f"/questions/p3mi_history?company={COMPANY}").text
    assert f'value="{COMPANY}"' in page
    assert 'href="/e/' in page
    assert 'class="cites"' in page
    assert "/explore#n=" in page


def test_every_question_has_a_page(client, workspace):
    for name, query in workspace.catalogue.items():
        page = client.get(f"/questions/{name}", params={"lang": "id"})
        assert page.status_code == 200, name
        assert query.title.id.replace("&", "&amp;") in page.text


def test_what_a_question_refuses_is_said_on_the_page(client):
    page = client.get("/questions/p3mi_history?company=no-id")
    assert page.status_code == 422
    assert TEXTS["error_422_text"].id in page.text
    assert 'value="no-id"' in page.text


def test_coverage_leads_from_a_cell_to_the_agreements(client):
    matrix = client.get("/coverage").text
    href, kind, count = re.search(
        r'href="(/coverage/[^"#]+)#k-([^"]+)"[^>]*>(\d+)<', matrix
    ).groups()
    detail = client.get(href).text
    group = detail.split(f'id="k-{kind}"')[1].split("</section>")[0]
    assert group.count("<li>") == int(count)
    assert 'class="cites"' in group


def test_search_without_javascript(client):
    assert f'href="/e/{COMPANY}"' in client.get("/find?q=putri samawa").text
    none = client.get("/find", params={"q": "qqqqzzzzxxxx"}).text
    assert "qqqqzzzzxxxx" in none
    assert 'class="empty"' in none


def test_own_scripts_stay_within_the_budget_and_the_library_is_not_ours(client):
    names = [path.name for path in (HERE / "static").glob("*.js")]
    served = [client.get(f"/static/{name}").content for name in [*names, "picture.js"]]
    assert all(served)
    assert sum(map(len, served)) <= BUDGET_BYTES
    assert not list(HERE.rglob("vis-network*"))
    found = client.get("/static/vis-network.js")
    assert found.headers["content-type"].startswith("text/javascript")
    tag = {"if-none-match": found.headers["etag"]}
    assert client.get("/static/vis-network.js", headers=tag).status_code == 304


@pytest.mark.parametrize("name", ["..%2ffiles.py", "nothing.js", "site.py", "%2e%2e"])
def test_static_files_are_only_those(client, name):
    assert client.get(f"/static/{name}").status_code == 404


def view(client, **asked):
    return client.post("/explore/view", json=asked).json()


def test_a_view_opens_with_marks_and_places(client):
    found = view(client, entity=COMPANY)
    assert found["nodes"][0]["entity"] == COMPANY
    assert found["nodes"][0]["focus"]
    ids = {node["entity"] for node in found["nodes"]}
    assert found["links"]
    assert all({tie["from"], tie["to"]} <= ids for tie in found["links"])


def test_a_hub_opens_with_some_neighbours_of_every_kind(client):
    found = view(client, entity="org:kp2mi")
    assert found["truncated"]
    assert len(found["nodes"]) <= 60
    assert len({tie["type"] for tie in found["links"]}) >= 10


def test_the_same_ids_give_the_same_view_and_unknown_ones_are_counted(client):
    ids = [node["entity"] for node in view(client, entity=COMPANY)["nodes"]]
    again = view(client, ids=[*ids, "org:no-such-body"], entity=COMPANY)
    assert again["missing"] == 1
    assert {node["entity"] for node in again["nodes"]} == set(ids)


def test_too_many_ids_are_refused(client):
    found = client.post("/explore/view", json={"ids": [f"org:x{i}" for i in range(10_001)]})
    assert found.status_code == 422


def test_counts_before_expanding_are_what_expanding_gives(client):
    told = client.get("/explore/entity", params={"entity": COMPANY}).json()
    assert told["facts"]
    for kind, label, count in told["types"]:
        around = client.get("/explore/around", params={"entity": COMPANY, "type": kind}).json()
        # Two relationships may lead to the same neighbour.
        assert 1 <= len(around["ids"]) <= count, label


def test_a_link_shows_its_sources(client):
    tie = view(client, entity=COMPANY)["links"][0]
    told = client.get(f"/explore/link/{tie['relationship']}").json()
    assert told["citations"][0]["title"]
    assert client.get("/explore/link/nothing").status_code == 404


def test_what_is_seen_can_be_downloaded(client):
    found = view(client, entity=COMPANY)
    ids = {node["entity"] for node in found["nodes"]}
    asked = {"ids": sorted(ids)}
    graph = nx.read_graphml(
        io.BytesIO(client.post("/explore/download/graphml", json=asked).content)
    )
    assert set(graph.nodes) == ids
    assert graph.number_of_edges() >= len(found["links"])
    links = client.post("/explore/download/json", json=asked).json()["links"]
    assert all(link["claims"] and link["sources"] for link in links)
    rows = client.post("/explore/download/csv", json=asked).text.splitlines()
    assert len(rows) > len(links)
    assert client.post("/explore/download/exe", json=asked).status_code == 422
