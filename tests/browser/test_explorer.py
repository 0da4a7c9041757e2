"""The explorer in a real Chromium: stories in two languages, keyboard, hostile names.

Nothing is asked of any other server, and no error is written to the console.
"""

from __future__ import annotations

import networkx as nx
import pytest

from tests.browser.test_hostile_data import STRINGS

pytestmark = pytest.mark.browser

COMPANY = "org:pt-putri-samawa-mandiri"
READY = "html[data-ready=yes]"
TITLE = "#panel-title"


def entities(page) -> int:
    """Return how many entities the canvas says that it shows."""
    return int(page.locator("#counts").inner_text().split()[0].replace(".", "").replace(",", ""))


@pytest.mark.parametrize(
    ("language", "kind", "hide"),
    [("id", "P3MI", "Sembunyikan"), ("en", "Placement company (P3MI)", "Hide")],
)
def test_search_open_expand_and_see_the_source(record, visit, language, kind, hide):
    with visit(record, "/", language) as seen:
        page = seen.page
        page.locator("#find").fill("putri samawa mandri")
        page.locator(".combo-list [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_selector(READY)
        page.locator(TITLE, has_text="Putri Samawa").wait_for()
        assert page.locator(".panel .kind").inner_text() == kind
        before = entities(page)
        counted = page.locator(".grow button b").all_inner_texts()
        assert all(int(n) > 0 for n in counted)
        for button in page.locator(".grow button").all():
            button.click()
            page.locator("#notice:not([hidden])").wait_for()
        assert entities(page) >= before
        page.locator(".panel .cites summary").first.click()
        cite = page.locator(".panel .cite").first
        cite.wait_for()
        assert cite.locator("a").get_attribute("href").startswith("http")
        assert page.locator(".panel button", has_text=hide).is_visible()


def open_company(page):
    page.locator(TITLE, has_text="PT Putri Samawa Mandiri").wait_for()


def test_hide_undo_redo_and_the_address_holds_the_view(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        open_company(page)
        whole = entities(page)
        page.locator("#hide").click()
        assert entities(page) == whole - 1
        page.locator("#undo").click()
        assert entities(page) == whole
        page.locator("#redo").click()
        shared = page.url
        assert COMPANY not in shared.split("#")[1].split("&")[0].split(",")
        page.goto("about:blank")
        page.goto(shared)
        page.wait_for_selector(READY)
        assert entities(page) == whole - 1


def test_a_path_between_two_chosen_nodes(record, visit):
    with visit(record, "/explore?entity=org:kp2mi") as seen:
        page = seen.page
        page.locator("#path-from").click()
        page.locator("#seek").fill("polda kepri")
        page.locator(".combo-list [role=option]").first.click()
        page.locator("#notice", has_text="jalur terpendek").wait_for()
        assert "org:polda-kepulauan-riau" in page.url


def test_filters_layers_and_days(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        whole = entities(page)
        page.locator("#filters summary").click()
        page.locator("input[value=suspect]").uncheck()
        assert entities(page) < whole
        page.locator("#reset").click()
        assert entities(page) == whole
        page.locator("#until").fill("1990-01-01")
        page.locator("#until").dispatch_event("change")
        assert entities(page) < whole
        assert "u=1990-01-01" in page.url


def test_table_and_download_are_what_is_seen(record, visit, tmp_path):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        page.locator("#as-table").click()
        assert page.locator("#tables table").nth(1).locator("tbody tr").count() == entities(page)
        page.locator("#downloads summary").click()
        with page.expect_download() as waiting:
            page.locator("[data-form=graphml]").click()
        file = tmp_path / "view.graphml"
        waiting.value.save_as(file)
        assert nx.read_graphml(file).number_of_nodes() == entities(page)


def test_a_link_opens_with_the_sentence_or_place_behind_it(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        page.locator("#as-table").click()
        page.locator("#tables table").first.locator("button.go").first.click()
        page.locator(".panel .way").wait_for()
        assert page.locator(".panel .cite").count() >= 1


def test_the_keyboard_alone_is_enough(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        open_company(page)
        page.locator("#network").focus()
        for key in ("ArrowRight", "ArrowRight", "Enter"):
            page.keyboard.press(key)
        page.locator(TITLE).filter(has_not_text="PT Putri Samawa Mandiri").wait_for()
        page.keyboard.press("Escape")
        assert page.locator("#panel").is_hidden()
        before = entities(page)
        page.keyboard.press("h")
        assert entities(page) == before - 1
        page.keyboard.press("Control+z")
        assert entities(page) == before


def test_the_language_switch_keeps_the_view(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        open_company(page)
        page.locator("#hide").click()
        count = entities(page)
        page.locator("a[data-switch][hreflang=en]").click()
        page.wait_for_selector(READY)
        assert page.locator("html").get_attribute("lang") == "en"
        assert entities(page) == count


@pytest.mark.parametrize(
    "path",
    ["/", "/explore", f"/explore?entity={COMPANY}", "/questions", f"/e/{COMPANY}", "/find?q=pt"],
)
def test_pages_fit_a_small_telephone(record, visit, path):
    with visit(record, path, width=360, height=740, color_scheme="dark") as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_lost_server_is_said(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        open_company(page)
        page.route("**/explore/around*", lambda route: route.abort())
        page.locator(".grow button").first.click()
        page.locator("#notice", has_text="lacak serve").wait_for()
        # Chromium itself reports the request that was cut off.
        seen.errors[:] = [e for e in seen.errors if "ERR_FAILED" not in e]


HOSTILE_PATHS = (
    "/explore?entity=agr:hub",
    "/e/agr:hub",
    "/e/org:h0",
    "/e/doc:h1",
    "/find?q=script",
)


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_hostile_names_are_text(hostile_site, visit, path):
    with visit(hostile_site, path) as seen:
        page = seen.page
        page.wait_for_timeout(300)
        assert page.evaluate("window.__ran") is None
        assert page.locator("body").inner_text()


def test_hostile_names_in_suggestions_table_and_panel(hostile_site, visit):
    with visit(hostile_site, "/explore?entity=agr:hub") as seen:
        page = seen.page
        page.locator(".grow button").first.click()
        page.locator("#notice:not([hidden])").wait_for()
        page.locator("#seek").fill("script")
        page.locator(".combo-list [role=option]").first.wait_for()
        page.keyboard.press("Escape")
        page.locator("#as-table").click()
        for index in range(0, 24, 6):
            page.locator("#tables table").nth(1).locator("button.go").nth(index).click()
            page.locator("#panel[aria-busy=false]").wait_for()
            for summary in page.locator(".panel .cites summary").all()[:3]:
                summary.click()
        assert page.evaluate("window.__ran") is None
        assert len(STRINGS) == 200
