"""Two hundred hostile names on maps, ledgers, timelines, saved notes, and in their files."""

from __future__ import annotations

import pytest

from tests.browser.test_hostile_data import STRINGS

pytestmark = pytest.mark.browser

PATHS = (
    "/map",
    "/coverage",
    "/coverage/region:53",
    "/declarations",
    "/trends",
    "/partnership",
    "/timeline?entity=case:h",
    "/timeline?entity=region:53",
    "/timeline?entity=org:h5",
    "/explore?entity=case:h",
    "/e/case:h",
    "/review/identity?class=Company",
)
FILES = (
    "/map.svg",
    "/timeline.svg?entity=case:h",
    "/timeline.svg?entity=region:53",
    "/partnership.svg",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_view_runs_a_name(hostile_site, visit, path):
    with visit(hostile_site, path) as seen:
        page = seen.page
        for details in page.locator("main details").all()[:30]:
            details.evaluate("e => { e.open = true }")
        page.mouse.move(300, 300)
        page.wait_for_timeout(200)
        assert page.evaluate("window.__ran") is None
        assert (
            page.locator("main img[src^='http'], main script, main iframe, main object").count()
            <= 1
        )
        assert "\u202e" not in page.content()


@pytest.mark.parametrize("path", FILES)
def test_no_drawing_runs_a_name_when_opened_by_itself(hostile_site, chromium, tmp_path, path):
    context = chromium.new_context()
    body = context.request.get(hostile_site + path).text()
    file = tmp_path / "drawing.svg"
    file.write_text(body, "utf-8")
    page, asked = context.new_page(), []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert asked == [file.as_uri()]
    assert page.evaluate("window.__ran") is None
    assert page.evaluate("document.documentElement.localName") == "svg"
    assert page.evaluate("document.querySelectorAll('script, foreignObject, image').length") == 0
    context.close()


def test_saved_notes_and_names_are_text_on_every_page(hostile_site, visit):
    with visit(hostile_site, "/investigations") as seen:
        page = seen.page
        keys = page.evaluate(
            """async (texts) => {
              const keys = [];
              for (const text of texts) {
                const name = text.trim().slice(0, 200) || 'x', view = `n=org:h1&e=${text}`;
                const body = JSON.stringify({name, notes: text, view});
                const answer = await fetch('/investigations/import', {method: 'POST', body});
                keys.push((await answer.json()).key);
              }
              return keys;
            }""",
            STRINGS[::10],
        )
        assert all(keys)
        page.reload()
        assert page.locator(".hits li").count() >= len(keys)
        for key, text in zip(keys[::5], STRINGS[::50], strict=True):
            page.goto(f"{hostile_site}/investigations/{key}")
            assert page.evaluate("window.__ran") is None
            assert page.locator("textarea").count() == 1
            assert (
                text.split("(")[0].strip()[:6] in page.content() or page.locator("h1").inner_text()
            )
            page.goto(f"{hostile_site}/explore?investigation={key}")
            page.wait_for_selector("html[data-ready=yes]")
            assert page.evaluate("window.__ran") is None
