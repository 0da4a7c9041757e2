"""Steps that several stories take."""

from __future__ import annotations

import io
import re

import pypdf

READY = "html[data-ready=yes]"
COMPANY = "org:pt-putri-samawa-mandiri"
COMPANY_NAME = "PT Putri Samawa Mandiri"


def opened(page) -> None:
    """Wait until the canvas is drawn and the panel says what is chosen."""
    page.wait_for_selector(READY)
    page.locator("#panel-title").wait_for()


def tab_to(page, selector: str, most: int = 90) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(most):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with {most} tabs")


def enter(page, selector: str, most: int = 90) -> None:
    """Go to an element with Tab alone, and press Enter."""
    tab_to(page, selector, most)
    page.keyboard.press("Enter")


def downloaded(page, act) -> bytes:
    """Return the file that an act makes the browser keep."""
    with page.expect_download() as waiting:
        act()
    return waiting.value.path().read_bytes()


def words_of(pdf: bytes) -> str:
    """Return the text of a paper, its spaces and places to break made plain."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(p.extract_text() for p in pages).replace("\u200b", ""))
