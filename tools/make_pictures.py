"""Take the pictures of the README from a served record: one of the whole, one per user group.

    lacak serve &
    python tools/make_pictures.py http://127.0.0.1:8000

Needs Chromium and Playwright (``make dev``); writes ``docs/images/*.png``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

OUT = Path(__file__).parents[1] / "docs" / "images"
SIZE = (1280, 800)
READY = "html[data-ready=yes]"


def whole(page: Page) -> None:
    """The map: provinces, and routes out of them."""
    page.goto("/map")
    page.locator(".drawing").first.screenshot(path=OUT / "whole.png")


def investigator(page: Page) -> None:
    """A company on the canvas, with the evidence of its suspension."""
    page.goto("/explore?entity=org:pt-putri-samawa-mandiri")
    page.wait_for_selector(READY)
    page.locator(".panel .cites summary").first.click()
    page.locator(".panel .cite").first.wait_for()
    page.screenshot(path=OUT / "investigator.png")


def analyst(page: Page) -> None:
    """What a hub is linked to, by a measure of the network."""
    page.goto("/explore?entity=org:kp2mi")
    page.wait_for_selector(READY)
    page.locator("#looks summary").click()
    page.locator("#by-size").select_option("between")
    page.locator("#by-color").select_option("degree")
    page.keyboard.press("Escape")
    page.screenshot(path=OUT / "analyst.png")


def policy(page: Page) -> None:
    """The ledger of declarations: promises, deadlines, evidence, gaps."""
    page.goto("/declarations?kind=Declaration")
    page.screenshot(path=OUT / "policy.png")


def main() -> int:
    """Write the pictures; exit status 2 without an address or a browser."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if len(sys.argv) != 2 or program is None:
        sys.stderr.write("Name the address of a served record; Chromium must be installed.\n")
        return 2
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        context = browser.new_context(
            base_url=sys.argv[1],
            viewport={"width": SIZE[0], "height": SIZE[1]},
            color_scheme="light",
        )
        cookie = {"name": "lacak_language", "value": "en", "url": sys.argv[1]}
        context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie by its address
        page = context.new_page()
        page.set_default_timeout(90_000)
        for take in (whole, investigator, analyst, policy):
            take(page)
            sys.stdout.write(f"{take.__name__}.png\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
