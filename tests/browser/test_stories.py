"""The three users' main stories, end to end, in both languages, on the public record.

Every step is compared with a small picture; nothing is asked of any other server (the
fixture ``visit`` sees to it), and the second form of each story uses the keyboard alone.
"""

from __future__ import annotations

import json

import networkx as nx
import pytest

from tests.browser.golden import look

pytestmark = pytest.mark.browser

COMPANY = "org:pt-putri-samawa-mandiri"
READY = "html[data-ready=yes]"
LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])


@pytest.fixture
def blank(chromium):
    """A page without a policy, to shrink pictures in."""
    page = chromium.new_page()
    yield page
    page.close()


def opened(page) -> None:
    page.wait_for_selector(READY)
    page.locator("#panel-title").wait_for()


@LANGUAGES
def test_investigator_from_a_name_to_a_saved_sentence(record, visit, blank, language, tmp_path):
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
        page.locator(".way-choice").first.wait_for()
        steps = [
            int(b.inner_text().split(":")[1].split()[0]) for b in page.locator(".way-choice").all()
        ]
        assert steps == sorted(steps)
        look(page, blank, f"investigator-2-path-{language}")
        page.locator("#as-table").click()
        page.locator("#tables table").first.locator("button.go").first.click()
        page.locator(".panel .cite").first.wait_for()
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
        with page.expect_download() as waiting:
            page.locator("a[download]").click()
        kept = tmp_path / "kasus.json"
        waiting.value.save_as(kept)
        assert json.loads(kept.read_text())["name"] == "Kasus Samawa"
        page.locator("a.primary").first.click()
        page.wait_for_selector(READY)
        assert page.locator("#save-name").input_value() == "Kasus Samawa"


@LANGUAGES
def test_analyst_from_a_view_to_networkx(record, visit, blank, language, tmp_path):
    with visit(record, f"/explore?entity={COMPANY}", language) as seen:
        page = seen.page
        opened(page)
        page.locator("#looks summary").click()
        page.locator("#by-size").select_option("between")
        page.locator("#by-color").select_option("degree")
        page.locator("input[value=parallel]").check()
        page.keyboard.press("Escape")
        look(page, blank, f"analyst-1-measures-{language}")
        files = {}
        for form in ("graphml", "csv", "json"):
            # The menu closes behind every choice.
            page.locator("#downloads summary").click()
            with page.expect_download() as waiting:
                page.locator(f"[data-form={form}]").click()
            files[form] = tmp_path / f"view.{form}"
            waiting.value.save_as(files[form])
        page.locator("#downloads summary").click()
        with page.expect_download() as waiting:
            page.locator("#png").click()
        waiting.value.save_as(tmp_path / "view.png")
        assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG")
        graph = nx.read_graphml(files["graphml"])
        assert COMPANY in graph
        assert graph.number_of_edges() == len(json.loads(files["json"].read_text())["links"])


@LANGUAGES
def test_policy_from_the_map_to_the_evidence_of_a_declaration(record, visit, blank, language):
    with visit(record, "/map", language) as seen:
        page = seen.page
        assert page.locator(".map .land").count() == 38
        look(page, blank, f"policy-1-map-{language}")
        page.locator(".tabs a[href='/coverage']").click()
        cell = page.locator(".matrix td a").first
        cell.wait_for()
        look(page, blank, f"policy-2-coverage-{language}")
        page.goto(record + "/map")
        page.locator(".tiles a[href='/coverage/region:53']").click()
        page.locator(".timeline").wait_for()
        look(page, blank, f"policy-3-province-{language}")
        page.locator(".agreements a", has_text="Deklarasi").first.click()
        page.locator(".entity-head").wait_for()
        page.locator(".cites summary").first.click()
        assert page.locator(".cite a").first.get_attribute("href").startswith("http")
        look(page, blank, f"policy-4-declaration-{language}")
        page.goto(record + "/declarations?province=region:53")
        assert page.locator(".entry").count() >= 5
        assert page.locator(".entry .badge").count() >= 1


def tab_to(page, selector: str, most: int = 90) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(most):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with {most} tabs")


def test_the_investigators_story_by_keyboard_alone(record, visit):
    with visit(record, "/") as seen:
        page = seen.page
        page.keyboard.press("/")
        page.keyboard.type("putri samawa")
        page.locator(".combo-list [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        opened(page)
        tab_to(page, ".grow button")
        page.keyboard.press("Enter")
        page.locator("#notice:not([hidden])").wait_for()
        tab_to(page, ".cites summary")
        page.keyboard.press("Enter")
        tab_to(page, ".keep")
        page.keyboard.press("Enter")
        page.locator(".keep", has_text="★").wait_for()
        page.keyboard.press("Escape")
        page.locator("#saving summary").focus()
        page.keyboard.press("Enter")
        tab_to(page, "#save-name")
        page.keyboard.type("Papan ketik")
        tab_to(page, "#save")
        page.keyboard.press("Enter")
        page.locator("#notice a").wait_for()
        tab_to(page, "#notice a", 140)
        page.keyboard.press("Enter")
        page.wait_for_url("**/investigations/*")


def test_the_analysts_story_by_keyboard_alone(record, visit, tmp_path):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        opened(page)
        page.locator("#network").focus()
        for key in ("ArrowRight", "s", "ArrowLeft", "s"):
            page.keyboard.press(key)
        assert page.locator("#selection").is_visible()
        page.locator("#downloads summary").focus()
        page.keyboard.press("Enter")
        tab_to(page, "[data-form=graphml]")
        with page.expect_download() as waiting:
            page.keyboard.press("Enter")
        waiting.value.save_as(tmp_path / "v.graphml")
        assert nx.read_graphml(tmp_path / "v.graphml").number_of_nodes() > 5


def test_the_policy_story_by_keyboard_alone(record, visit):
    with visit(record, "/map") as seen:
        page = seen.page
        tab_to(page, ".tiles a[href='/coverage/region:53']", 140)
        page.keyboard.press("Enter")
        page.wait_for_url("**/coverage/region:53")
        tab_to(page, ".agreements a[href^='/e/agr:']", 60)
        page.keyboard.press("Enter")
        page.wait_for_url("**/e/agr:*")
        tab_to(page, ".cites summary")
        page.keyboard.press("Enter")
        page.locator(".cite a").first.wait_for()


def test_the_tour_has_five_steps_and_is_seen_once(record, visit):
    with visit(record, "/") as seen:
        page = seen.page
        told = []
        for _ in range(5):
            told.append(page.locator("#tour li:not([hidden]) h3").inner_text())
            page.locator("#tour-next").click()
        assert len(set(told)) == 5
        assert page.locator("#tour").is_hidden()
        page.reload()
        assert page.locator("#tour").is_hidden()


def test_a_lasso_selects_and_keeps_alone(record, visit):
    with visit(record, f"/explore?entity={COMPANY}", width=1440, height=900) as seen:
        page = seen.page
        opened(page)
        page.locator("#lasso").click()
        box = page.locator("#stage").bounding_box()
        corners = ((0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98), (0.02, 0.05))
        places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in corners]
        page.mouse.move(*places[0])
        page.mouse.down()
        for place in places[1:]:
            page.mouse.move(*place, steps=4)
        page.mouse.up()
        assert page.locator("#selection").is_visible()
        assert int(page.locator("#selected").inner_text().split()[0]) > 3
        page.locator("#select-pin").click()
        assert "p=" in page.url
        page.locator("#undo").click()
        assert "p=" not in page.url


def test_leaves_bundle_and_unfold_and_collapse_hides_them(record, visit):
    with visit(record, "/explore?entity=case:polresta-sidoarjo-2025-01") as seen:
        page = seen.page
        opened(page)
        whole = page.locator("#counts").inner_text()
        page.locator("#looks summary").click()
        page.locator("input[value=leaves]").check()
        page.keyboard.press("Escape")
        bundled = page.locator("#counts").inner_text()
        assert int(bundled.split()[0]) < int(whole.split()[0])
        assert "g=leaves" in page.url
        page.locator("#looks summary").click()
        page.locator("input[value=leaves]").uncheck()
        page.keyboard.press("Escape")
        assert page.locator("#counts").inner_text() == whole
        page.locator("#collapse").click()
        page.locator("#notice:not([hidden])").wait_for()
        assert int(page.locator("#counts").inner_text().split()[0]) < int(whole.split()[0])


def test_the_slider_moves_the_end_of_the_period(record, visit):
    with visit(record, f"/explore?entity={COMPANY}") as seen:
        page = seen.page
        opened(page)
        page.locator("#filters summary").click()
        page.locator("#slider").focus()
        page.keyboard.press("Home")
        assert "u=" in page.url
        page.keyboard.press("End")
        assert "u=" not in page.url
