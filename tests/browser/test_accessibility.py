"""No page breaks WCAG 2.2 AA by axe's rules, in both languages and themes; all fit 360 px."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations

pytestmark = pytest.mark.browser

COMPANY = "org:pt-putri-samawa-mandiri"
PAGES = (
    "/",
    "/find?q=pt",
    "/explore",
    f"/explore?entity={COMPANY}",
    "/questions",
    "/questions/p3mi_history",
    "/map",
    "/coverage",
    "/coverage/region:53",
    "/declarations?province=region:53",
    "/trends",
    "/partnership?first_day=2025-01-01",
    f"/timeline?entity={COMPANY}",
    "/investigations",
    "/review",
    "/review/identity?class=PlacementCompany",
    "/review/decisions",
    "/help",
    f"/e/{COMPANY}",
    "/e/agr:ntt-deklarasi-tppo-2025-08-06",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule_in_either_language_and_theme(record, visit, path):
    for language, theme in (("id", "light"), ("en", "dark")):
        with visit(record, path, language, color_scheme=theme) as seen:
            if path.startswith("/explore?"):
                seen.page.locator("#panel-title").wait_for()
            assert violations(seen.page) == [], (language, theme)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_a_small_telephone_and_a_projector(record, visit, path):
    for width, height in ((360, 740), (1920, 1080)):
        with visit(record, path, width=width, height=height) as seen:
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
