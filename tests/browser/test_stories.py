"""The three users' main stories, end to end, in both languages, on the public record.

Every step is compared with a small picture; nothing is asked of any other server (the
fixture ``visit`` sees to it), and the second form of each story uses the keyboard alone.
"""

from __future__ import annotations

import io

import networkx as nx
import pytest

from tests.browser.golden import look
from tests.browser.steps import (
    COMPANY_NAME,
    READY,
    downloaded,
    enter,
    opened,
    tab_to,
    words_of,
)
from viz.texts import TEXTS

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])
QUESTION = "co_conducted_events"
PROVINCE = "region:53"


@pytest.fixture(scope="module")
def blank(chromium):
    """A page without a policy, to shrink pictures in."""
    page = chromium.new_page()
    yield page
    page.close()


def assert_is_the_paper(pdf: bytes, language: str, name: str) -> None:
    told = words_of(pdf)
    for part in (name, COMPANY_NAME, TEXTS["presumption"].in_(language), "https://"):
        assert part in told


@LANGUAGES
def test_investigator_from_a_name_to_a_paper(record, visit, blank, language):
    with visit(record, "/", language) as seen:
        page = seen.page
        page.locator("#find").fill("putri samawa mandiri")
        page.locator(".combo-list [role=option]").first.click()
        opened(page)
        look(page, blank, f"investigator-1-open-{language}")
        page.locator(".grow button").first.click()
        page.locator("#notice:not([hidden])").wait_for()
        # A path to an interception, with the next longer ones beside it.
        page.locator("#path-from").click()
        page.locator("#seek").fill("penggagalan keberangkatan 100 calon pekerja")
        page.locator(".combo-list [role=option]").first.click()
        ways = page.locator(".way-choice")
        ways.first.wait_for()
        steps = [int(text.split(":")[1].split()[0]) for text in ways.all_inner_texts()]
        assert steps == sorted(steps)
        look(page, blank, f"investigator-2-path-{language}")
        page.locator("#as-table").click()
        page.locator("#tables table").first.locator("button.go").first.click()
        page.locator(".panel .cite").first.wait_for()
        source = page.locator(".panel .cite a[href^=http]").first.inner_text()
        page.locator(".panel .keep").first.click()
        assert "e=" in page.url
        look(page, blank, f"investigator-3-source-{language}")
        page.locator("#saving summary").click()
        page.locator("#save-name").fill("Kasus Samawa")
        page.locator("#save").click()
        page.locator("#notice a").click()
        page.locator("textarea").fill("Periksa izin pada hari itu.")
        page.locator("form.notes button").click()
        assert page.locator("textarea").input_value() == "Periksa izin pada hari itu."
        assert page.locator(".side-claim .cite").count() == 1
        look(page, blank, f"investigator-4-saved-{language}")
        pdf = downloaded(page, page.locator(".pack a[href*='format=pdf']").click)
        assert_is_the_paper(pdf, language, "Kasus Samawa")
        assert source in words_of(pdf)
        assert "Periksa izin pada hari itu." in words_of(pdf)
        kept = downloaded(page, page.locator("a[href$='/file']").click)
        assert b'"Kasus Samawa"' in kept
        page.locator("a.primary").first.click()
        page.wait_for_selector(READY)
        assert page.locator("#save-name").input_value() == "Kasus Samawa"


@LANGUAGES
def test_analyst_from_a_question_to_networkx(asked, visit, blank, language):
    with visit(asked, "/", language) as seen:
        page = seen.page
        page.locator(f".door a[href^='/questions/{QUESTION}']").click()
        page.locator("table.answer").wait_for()
        look(page, blank, f"analyst-1-answer-{language}")
        named = page.locator("table.answer td a").first.inner_text()
        page.locator("a[href^='/explore#n=']").click()
        page.wait_for_selector(READY)
        page.locator("#looks summary").click()
        page.locator("#by-size").select_option("between")
        page.locator("#by-color").select_option("degree")
        page.keyboard.press("Escape")
        look(page, blank, f"analyst-2-network-{language}")
        files = {}
        for form in ("graphml", "gexf", "csv", "json", "png"):
            # The menu closes behind every choice.
            page.locator("#downloads summary").click()
            files[form] = downloaded(page, page.locator(f"[data-form={form}], #{form}").first.click)
        graph = nx.read_graphml(io.BytesIO(files["graphml"]))
        assert named in nx.get_node_attributes(graph, "caption").values()
        assert graph.number_of_nodes() == int(page.locator("#counts").inner_text().split()[0])
        assert graph.number_of_edges() > 0
        assert nx.read_gexf(io.BytesIO(files["gexf"])).number_of_edges() == graph.number_of_edges()
        assert files["csv"].count(b"\r\n") == graph.number_of_edges() + 1
        assert files["png"].startswith(b"\x89PNG")


@LANGUAGES
def test_policy_from_the_matrix_to_the_evidence_of_a_declaration(record, visit, blank, language):
    with visit(record, "/", language) as seen:
        page = seen.page
        page.locator(".door a[href='/coverage']").click()
        cell = page.locator(f".matrix td a[href^='/coverage/{PROVINCE}#']").first
        cell.wait_for()
        look(page, blank, f"policy-1-coverage-{language}")
        count = int(cell.inner_text())
        kind = cell.get_attribute("href").split("#")[1]
        cell.click()
        page.locator(".timeline").wait_for()
        assert page.locator(f"[id='{kind}'] .agreements > li").count() == count
        page.evaluate("scrollTo(0, 0)")
        look(page, blank, f"policy-2-province-{language}")
        page.locator(".agreements a", has_text="Deklarasi").first.click()
        page.locator(".entity-head").wait_for()
        page.locator(".cites summary").first.click()
        assert page.locator(".cite a").first.get_attribute("href").startswith("http")
        look(page, blank, f"policy-3-declaration-{language}")
        page.goto(f"{record}/declarations?province={PROVINCE}")
        assert page.locator(".entry").count() >= 5
        assert page.locator(".entry .badge").count() >= 1
        page.goto(f"{record}/map")
        assert page.locator(".map .land").count() == 38
        look(page, blank, f"policy-4-map-{language}")


def test_the_investigators_story_by_keyboard_alone(record, visit):
    with visit(record, "/") as seen:
        page = seen.page
        keys = page.keyboard
        keys.press("/")
        keys.type("putri samawa mandiri")
        page.locator(".combo-list [role=option]").first.wait_for()
        keys.press("ArrowDown")
        keys.press("Enter")
        opened(page)
        enter(page, ".grow button")
        page.locator("#notice:not([hidden])").wait_for()
        enter(page, "#path-from")
        keys.press("/")
        keys.type("penggagalan keberangkatan 100 calon pekerja")
        page.locator(".combo-list [role=option]").first.wait_for()
        keys.press("ArrowDown")
        keys.press("Enter")
        enter(page, ".way-choice", 140)
        enter(page, "#as-table")
        enter(page, "#tables button.go")
        page.locator(".panel .cite").first.wait_for()
        enter(page, ".panel .keep", 140)
        page.locator(".keep", has_text="★").wait_for()
        page.keyboard.press("Escape")
        enter(page, "#saving summary", 160)
        tab_to(page, "#save-name")
        keys.press("Control+A")
        keys.type("Papan ketik")
        enter(page, "#save")
        page.locator("#notice a").wait_for()
        enter(page, "#notice a", 160)
        page.wait_for_url("**/investigations/*")
        tab_to(page, ".pack a[href*='format=pdf']")
        pdf = downloaded(page, lambda: keys.press("Enter"))
        assert_is_the_paper(pdf, "id", "Papan ketik")


def test_the_analysts_story_by_keyboard_alone(asked, visit):
    with visit(asked, "/questions") as seen:
        page = seen.page
        enter(page, f"a[href='/questions/{QUESTION}']", 140)
        page.locator("table.answer").wait_for()
        enter(page, "a[href^='/explore#n=']")
        page.wait_for_selector(READY)
        tab_to(page, "#network", 140)
        for key in ("ArrowRight", "s", "ArrowLeft", "s"):
            page.keyboard.press(key)
        assert page.locator("#selection").is_visible()
        # Back through the tools above the canvas.
        for _ in range(20):
            if page.evaluate("document.activeElement.matches('#downloads summary')"):
                break
            page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        tab_to(page, "[data-form=graphml]", 3)
        body = downloaded(page, lambda: page.keyboard.press("Enter"))
        assert nx.read_graphml(io.BytesIO(body)).number_of_edges() > 0


def test_the_policy_story_by_keyboard_alone(record, visit):
    with visit(record, "/") as seen:
        page = seen.page
        enter(page, ".door a[href='/coverage']")
        page.wait_for_url("**/coverage")
        enter(page, f".matrix td a[href^='/coverage/{PROVINCE}#']", 200)
        page.wait_for_url(f"**/coverage/{PROVINCE}#*")
        enter(page, ".agreements a[href^='/e/agr:']", 60)
        page.wait_for_url("**/e/agr:*")
        enter(page, ".cites summary")
        tab_to(page, ".cite a[href^=http]", 3)
