import re

import pytest

from graph.services.networks import ego, partnership
from viz.network import render

pytestmark = pytest.mark.browser

CHOSEN = "#panel-title"
COLORS = """() => {
  const canvas = document.querySelector('#network canvas');
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  return new Set(new Uint32Array(pixels.buffer)).size;
}"""
NAMELESS = """[...document.querySelectorAll('button,input')]
  .filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label'))).length"""


@pytest.fixture
def html(declaration, ontology):
    return render(ego(declaration, "agr:a", hops=3), declaration, ontology, title="Kupang")


def test_the_page_is_one_file_that_asks_for_nothing(html, open_page):
    assert not re.search(r"<(?:script|img|iframe|link)[^>]+(?:src|href)=[\"']?http", html)
    with open_page(html) as seen:
        assert seen.page.locator("h1").inner_text() == "Kupang"
        assert "6 entitas" in seen.page.locator("#counts").inner_text()


def test_the_same_network_gives_the_same_page(declaration, ontology):
    view = ego(declaration, "agr:a", hops=3)
    first, second = (render(view, declaration, ontology, title="x") for _ in range(2))
    assert first == second


def test_something_is_drawn(html, open_page):
    with open_page(html) as seen:
        assert seen.page.evaluate(COLORS) > 50


def test_an_entity_opens_with_its_facts_and_sources(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        page.locator("#finder-box summary").click()
        page.locator("#finder li", has_text="Deklarasi Kupang").click()
        assert page.locator(CHOSEN).inner_text() == "Deklarasi Kupang"
        page.locator(".panel .fact .cites summary").first.click()
        page.locator(".panel .cite a").first.wait_for()
        text = page.locator(".panel").inner_text()
        for part in ("Deklarasi bersama di Kupang", "Humas NTT, 2025-08-06", "B2", "par. 1"):
            assert part in text
        link = page.locator(".panel .cite a").first
        assert link.get_attribute("href") == "https://contoh.go.id/rilis/1"
        assert "noreferrer" in link.get_attribute("rel")


def test_disagreeing_sources_are_marked(html, open_page):
    with open_page(html) as seen:
        choose(seen.page, "Deklarasi Kupang")
        text = seen.page.locator(".panel").inner_text()
        assert "2025-08-06" in text
        assert "2025-08-07" in text
        assert "Sumber berbeda: dipilih" in text
        assert "Sumber berbeda: tidak dipilih" in text


def test_a_link_shows_the_sentence_that_says_so_and_who_said_it(html, open_page):
    with open_page(html) as seen:
        choose(seen.page, "Deklarasi Kupang")
        seen.page.locator(".ties li", has_text="Kementerian").locator("button").click()
        assert "KemenP2MI dan Polda NTT menyatakan" in seen.page.locator(".panel q").inner_text()
        choose(seen.page, "Polda NTT")
        seen.page.locator(".ties li", has_text="Deklarasi").locator("button").click()
        assert "kata Kementerian P2MI" in seen.page.locator(".panel").inner_text()


def test_an_allegation_is_worded_and_innocence_presumed(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        assert "Praduga tak bersalah" in page.locator("footer").inner_text()
        choose(page, "Si X")
        assert "Praduga tak bersalah" in page.locator(".panel .note").first.inner_text()
        page.locator(".ties button", has_text="diduga").click()
        assert "diduga" in page.locator(".panel .kind").inner_text().lower()
        assert "bukan putusan bersalah" in page.locator(".panel .note").inner_text()


def test_an_address_that_could_run_is_text(html, open_page):
    with open_page(html) as seen:
        choose(seen.page, "Si X")
        seen.page.locator(".ties button").first.click()
        assert "javascript:alert(1)" in seen.page.locator(".panel").inner_text()
        assert seen.page.locator("a[href^=javascript]").count() == 0


def test_searching_filters_and_says_how_many(html, open_page):
    with open_page(html) as seen:
        seen.page.fill("#search", "POLDA")
        assert seen.page.locator("#finder li span").all_inner_texts() == ["Polda NTT"]
        assert seen.page.locator("#found").inner_text() == "1 cocok"
        seen.page.fill("#search", "zzz")
        assert seen.page.locator("#found").inner_text() == "Tidak ada yang cocok"


def test_everything_can_be_done_from_the_keyboard(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        page.focus("#search")
        page.keyboard.type("polda")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator(CHOSEN).inner_text() == "Polda NTT"
        assert page.evaluate("document.activeElement.id") == "panel"
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert page.locator("#panel").is_hidden()
        page.fill("#search", "")
        page.focus("#network")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        first = page.locator(CHOSEN).inner_text()
        page.focus("#network")
        for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
            page.keyboard.press(key)
        assert page.locator(CHOSEN).inner_text() != "" != first
        page.keyboard.press("+")
        page.keyboard.press("0")


def test_every_control_can_be_reached_by_tab_and_has_a_name(html, open_page):
    with open_page(html) as seen:
        reached = set()
        for _ in range(40):
            seen.page.keyboard.press("Tab")
            reached.add(
                seen.page.evaluate("document.activeElement.id || document.activeElement.className")
            )
        assert {"search", "as-table", "switch-language", "network", "zoom-in", "key"} <= reached
        assert seen.page.evaluate(NAMELESS) == 0


def test_a_click_on_the_canvas_opens_the_node_under_it(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        choose(page, "Polda NTT")
        page.keyboard.press("Escape")
        page.locator("#fit").click()
        data = page.evaluate(
            "JSON.parse(document.getElementById('network-data').textContent).nodes"
        )
        frame = page.evaluate("JSON.parse(document.getElementById('page-data').textContent).frame")
        box = page.locator("#network").bounding_box()
        scale = min(
            1.25,
            0.95 * min(box["width"] / (frame[2] - frame[0]), box["height"] / (frame[3] - frame[1])),
        )
        node = next(n for n in data if n["caption"] == "Polda NTT")
        x = box["x"] + box["width"] / 2 + (node["x"] - (frame[0] + frame[2]) / 2) * scale
        y = box["y"] + box["height"] / 2 + (node["y"] - (frame[1] + frame[3]) / 2) * scale
        page.mouse.click(x, y)
        page.wait_for_selector("#panel:not([hidden])")
        assert page.locator(CHOSEN).inner_text() == "Polda NTT"


def test_the_table_holds_the_same_links_with_their_sources(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        page.locator("#as-table").click()
        rows = page.locator("#tables table").first.locator("tbody tr")
        assert f"{rows.count()} hubungan" in page.locator("#counts").inner_text()
        assert "Humas NTT" in page.locator("#tables").inner_text()
        rows.locator("button").first.click()
        assert page.locator("#panel").is_visible()


def test_the_language_can_be_switched(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        choose(page, "Si X")
        page.locator("#switch-language").click()
        assert page.evaluate("document.documentElement.lang") == "en"
        text = page.locator("body").inner_text()
        for english in ("6 entities", "Joint declaration", "Presumption of innocence", "alleged"):
            assert english in text
        assert "hubungan" not in text


def test_a_page_can_open_in_english(declaration, ontology, open_page):
    view = ego(declaration, "agr:a")
    with open_page(render(view, declaration, ontology, title="K", language="en")) as seen:
        assert "entities" in seen.page.locator("#counts").inner_text()


def test_classes_can_be_hidden(html, open_page):
    with open_page(html) as seen:
        page = seen.page
        page.locator("#legend button", has_text="Orang").click()
        page.locator("#finder-box summary").click()
        assert page.locator("#finder li", has_text="Si X").count() == 0
        assert (
            page.locator("#legend button", has_text="Orang").get_attribute("aria-pressed")
            == "false"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(html, open_page, scheme):
    with open_page(html, color_scheme=scheme) as seen:
        paper = "getComputedStyle(document.body).backgroundColor"
        before = seen.page.evaluate(paper)
        seen.page.locator("#switch-theme").click()
        assert seen.page.evaluate(paper) != before


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_nothing_runs_out_of_the_window(html, open_page, width):
    with open_page(html, width=width, height=740) as seen:
        choose(seen.page, "Deklarasi Kupang")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_print_holds_legend_and_table(html, open_page, width):
    with open_page(html, width=width) as seen:
        page = seen.page
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#legend").is_visible()
        assert page.locator("#tables table").first.is_visible()
        assert page.locator(".tools").is_hidden()
        assert len(page.pdf()) > 10_000


def test_partnerships(declaration, ontology, open_page):
    view = partnership(declaration, ontology)
    for arrangement in ("force", "layers"):
        html = render(
            view, declaration, ontology, title="K", variant="partnership", arrangement=arrangement
        )
        with open_page(html) as seen:
            assert "Deklarasi bersama" in seen.page.locator("#legend").inner_text()


def test_a_network_that_is_cut_short_says_so(declaration, ontology, open_page):
    view = ego(declaration, "agr:a", hops=3)
    with open_page(render(view, declaration, ontology, title="K", limit=2)) as seen:
        assert "Ditampilkan 2 dari 6 entitas" in seen.page.locator("#notice").inner_text()


def choose(page, caption: str) -> None:
    page.fill("#search", "")
    if not page.locator("#finder-box").evaluate("e => e.open"):
        page.locator("#finder-box summary").click()
    page.locator("#finder li", has_text=caption).first.click()
    page.wait_for_selector(CHOSEN)
