"""No page breaks WCAG 2.2 AA by axe's rules: every page that the application has, light and
dark, in both languages, signed in and out; and all fit 360 px and a projector.

The pages are the application's own routes, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.browser.axe import violations
from tests.browser.steps import COMPANY

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from api.app import create_app

from api.workspace import Workspace
from graph.settings import Settings

pytestmark = pytest.mark.browser

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"
# What stands in the place of a parameter; routes with others are no pages of their own.
FILLED = {
    "/e/{entity_id}": (f"/e/{COMPANY}", f"/e/{DECLARATION}"),
    "/questions/{name}": ("/questions/p3mi_history",),
    "/coverage/{province}": ("/coverage/region:53",),
    "/investigations/{key}": ("/investigations/{key}",),
}
# Further states of pages.
MORE = (
    "/find?q=pt",
    "/find?q=qqqqzzzzxxxx",
    f"/explore?entity={COMPANY}",
    "/declarations?province=region:53",
    "/partnership?first_day=2025-01-01",
    f"/timeline?entity={COMPANY}",
    "/review/identity?class=PlacementCompany",
    "/no/such/page",
)
# Not pages: data for scripts, files, and switches that lead back to a page.
NO_PAGE = re.compile(
    r"^/(v1|static|language|theme|health|ready|metrics|openapi)|\.svg$|/data$|/file$|/report$"
    r"|^/explore/|\.json$"
)


def pages() -> list[str]:
    """Return an address of every page."""
    with TemporaryDirectory() as home:
        app = create_app(Workspace(Settings(home=Path(home))))
        app.state.audit.close()
    found = {path for path in _paths(app.routes) if not NO_PAGE.search(path)}
    filled = [a for path in sorted(found) for a in FILLED.get(path, (path,))]
    return [*filled, *MORE]


def _paths(routes, prefix=""):
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _paths(inner.routes, prefix + (route.include_context.prefix or ""))
        elif "GET" in (getattr(route, "methods", None) or ()):
            yield prefix + route.path


@pytest.fixture(scope="module")
def saved(record, chromium) -> str:
    """Key of an investigation with an entity and notes."""
    context = chromium.new_context()
    body = {"name": "Kasus", "notes": "Catatan", "view": f"n={COMPANY}"}
    key = context.request.post(f"{record}/investigations/import", data=body).json()["key"]
    context.close()
    return key


PAGES = pages()


def test_the_list_of_pages_is_the_applications():
    assert len(PAGES) > 25
    assert {"/", "/map", "/review", "/write", "/sign-in"} <= set(PAGES)
    assert not [path for path in PAGES if "{" in path and "{key}" not in path]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule_and_each_fits(record, saved, visit, path):
    """In light on a telephone, and in dark on a projector; it fits every width between."""
    path = path.replace("{key}", saved)
    for language, theme, widths in (("id", "light", (1280, 360)), ("en", "dark", (360, 1920))):
        with visit(record, path, language, color_scheme=theme) as seen:
            page = seen.page
            if path.startswith("/explore?"):
                page.locator("#panel-title").wait_for()
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page) == [], (language, theme)
            if path.startswith("/no/"):
                seen.errors.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_of_strangers_and_of_other_roles(keyed, visit, theme):
    address, key = keyed
    with visit(address, "/map", color_scheme=theme, width=360) as seen:
        page = seen.page
        assert "/sign-in" in page.url
        assert page.locator("nav").count() == 0
        assert violations(page) == []
        page.locator("#key").fill(key)
        page.locator("button.primary").click()
        page.wait_for_url("**/map")
        assert page.locator(".top-bar nav a").count() == 3
        assert page.locator("nav a[href='/review']").count() == 0
        assert violations(page) == []
        page.goto(f"{address}/review")
        assert page.locator(".oops").count() == 1
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.goto(f"{address}/sign-in")
        assert violations(page) == []
        # Chromium itself reports the page that this role may not see.
        seen.errors[:] = [e for e in seen.errors if "403" not in e]
