"""Tools of the canvas, and the tour: each by what a person does and sees."""

from __future__ import annotations

import pytest

from tests.browser.steps import COMPANY, opened

pytestmark = pytest.mark.browser


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
