"""A picture that policy staff take away says by what rule its numbers were rounded down."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from ontology.access import access
from tests.browser.steps import READY, downloaded

pytestmark = pytest.mark.browser


def size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG, in pixels."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_picture_of_the_canvas_ends_with_the_rule(keyed, visit, language):
    address, key = keyed
    with visit(address, "/map", language) as seen:
        page = seen.page
        page.locator("#key").fill(key)
        page.locator("button.primary").click()
        page.wait_for_url("**/map")
        page.goto(f"{address}/explore?entity=org:kp2mi")
        page.wait_for_selector(READY)
        assert access().floor.definition.in_(language) in page.locator(".foot").inner_text()
        page.evaluate(
            """() => {
              const write = CanvasRenderingContext2D.prototype.fillText;
              window.told = [];
              CanvasRenderingContext2D.prototype.fillText = function (...given) {
                window.told.push(given[0]);
                write.apply(this, given);
              };
            }"""
        )
        page.locator("#downloads summary").click()
        png = downloaded(page, page.locator("#png").click)
        if folder := os.environ.get("LACAK_PICTURES"):
            (Path(folder) / f"rule-{language}.png").write_bytes(png)
        assert access().floor.definition.in_(language) in " ".join(page.evaluate("window.told"))
        stage = page.evaluate(
            "(() => { const c = document.querySelector('canvas'); return [c.width, c.height]; })()"
        )
        width, height = size(png)
        assert width == stage[0]
        assert stage[1] < height < 1.5 * stage[1]
