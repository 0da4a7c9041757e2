"""Network pictures beside stock pyvis: drawn and still, requests, size, data that runs.

Run from the repository root: python bench/pictures.py [nodes links]
One Chromium opens both files, ours first, then stock pyvis with its defaults. "Drawn and
still" is from opening the file until two frames half a second apart are the same.

Stock pyvis asks other hosts for files. Here every such request is refused at once, which
favours it: behind a firewall that drops packets it would wait.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from graph.ledger.ledger import open_ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.services.networks import NetworkView
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology.model import load
from viz.network import render

# A name as a source might print it; stock pyvis shows titles as HTML.
HOSTILE = "<img src=x onerror='window.ran=(window.ran||0)+1'> href"
PATIENCE_SECONDS = 300.0
FRAME = """() => {
  const canvas = document.querySelector('canvas');
  if (!canvas || !canvas.width) return '';
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 4) sum = (sum * 31 + pixels[i] + pixels[i + 3]) >>> 0;
  return pixels.some((v) => v) ? String(sum) : '';
}"""


@dataclass(frozen=True)
class Result:
    """What opening one file cost.

    Attributes:
        build: Seconds to make the file.
        still: Seconds until drawn and still; ``PATIENCE_SECONDS`` if it never was.
        requests: Addresses asked for beyond the file.
        links: Links that the page holds.
        ran: Times that script in data ran.
        megabytes: Size of the file.
    """

    build: float
    still: float
    requests: int
    links: int
    ran: int
    megabytes: float


def network(nodes: int, links: int) -> NetworkView:
    """Return a network in communities, with some parallel links and one hostile name."""
    draw = random.Random(7)
    labels = load().cls("Company").ancestors
    made = [
        Node(f"org:{i}", labels, {"caption": f"PT Contoh {i}" if i else HOSTILE})
        for i in range(nodes)
    ]
    drawn = []
    for i in range(links):
        a = draw.randrange(nodes)
        b = (
            (a // 50 * 50 + draw.randrange(50)) % nodes
            if draw.random() < 0.95
            else draw.randrange(nodes)
        )
        drawn.append((a, b))
        if i % 100 == 0 and drawn:
            drawn.append(drawn[-1])
    kept = [(a, b) for a, b in drawn if a != b][:links]
    return NetworkView(
        tuple(made),
        tuple(
            Relationship(
                f"r{i}", "DOES_BUSINESS_WITH", f"org:{a}", f"org:{b}", {"layer": "suspect"}
            )
            for i, (a, b) in enumerate(kept)
        ),
        (),
    )


def ours(view: NetworkView, snapshot: Snapshot) -> str:
    """Return our page."""
    return render(view, snapshot, load(), title="Bench")


def stock(view: NetworkView, _: Snapshot) -> str:
    """Return stock pyvis's page, made as its documentation shows."""
    from pyvis.network import Network

    made = Network(cdn_resources="in_line")
    for node in view.nodes:
        made.add_node(
            node.id, label=str(node.properties["caption"]), title=str(node.properties["caption"])
        )
    for link in view.relationships:
        made.add_edge(link.source, link.target)
    return str(made.generate_html())


def measure(browser: Browser, html: str, build: float, folder: Path) -> Result:
    """Open a page and wait until it is drawn and still."""
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(PATIENCE_SECONDS * 1000)
    asked: list[str] = []
    page.on("request", lambda r: r.url.startswith("http") and asked.append(r.url))
    page.route("http*://**", lambda route: route.abort())
    started = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    still = until_still(page, started)
    result = Result(build, still, len(asked), held(page), hovered(page), len(html) / 1e6)
    page.close()
    return result


def until_still(page: Page, started: float) -> float:
    """Return seconds until two frames half a second apart are the same."""
    before, since = "", time.perf_counter()
    while time.perf_counter() - started < PATIENCE_SECONDS:
        now = str(page.evaluate(FRAME))
        if now != before:
            before, since = now, time.perf_counter()
        elif now and time.perf_counter() - since > 0.5:
            return since - started
        page.wait_for_timeout(50)
    return PATIENCE_SECONDS


def held(page: Page) -> int:
    """Return how many links the page holds."""
    return int(
        page.evaluate(
            """() => typeof edges !== 'undefined' && edges.length !== undefined ? edges.length
            : JSON.parse(document.getElementById('network-data').textContent).edges.length"""
        )
    )


def hovered(page: Page) -> int:
    """Return how often script in data ran after the hostile node was pointed at."""
    page.evaluate(
        """() => { if (typeof network === 'undefined' || !network.getPosition) return;
        const at = network.canvasToDOM(network.getPosition('org:0'));
        const c = document.querySelector('canvas').getBoundingClientRect();
        window.at = [c.left + at.x, c.top + at.y]; }"""
    )
    at = page.evaluate("window.at || [640, 400]")
    page.mouse.move(at[0] - 3, at[1])
    page.mouse.move(at[0], at[1])
    page.wait_for_timeout(900)
    return int(page.evaluate("window.ran || 0"))


def main() -> int:
    """Print a table and the ratios."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("No Chromium found; install it (Debian: apt install chromium).", file=sys.stderr)
        return 1
    nodes, links = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (1000, 1500)
    view = network(nodes, links)
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        ledger = open_ledger(f"sqlite:///{folder / 'ledger.db'}")
        snapshot, _ = rebuild_snapshot(ledger, folder / "snapshots")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for label, make in (("ours", ours), ("stock pyvis", stock)):
            make(network(60, 80), snapshot)  # imports and compiled kernels, for both
            started = time.perf_counter()
            html = make(view, snapshot)
            results[label] = measure(browser, html, time.perf_counter() - started, folder)
        browser.close()
        snapshot.close()
        ledger.close()
    report(results, len(view.relationships))
    return 0


def report(results: dict[str, Result], links: int) -> None:
    """Print the table."""
    heads = ("build s", "still s", "requests", "links kept", "data ran", "MB")
    print(f"{'':12}" + "".join(f"{head:>12}" for head in heads))
    for label, r in results.items():
        kept = f"{r.links}/{links}"
        row = (
            f"{r.build:12.2f}{r.still:12.2f}{r.requests:12}{kept:>12}{r.ran:12}{r.megabytes:12.2f}"
        )
        print(f"{label:12}{row}")
    a, b = results["ours"], results["stock pyvis"]
    # Who never came to rest took at least that long.
    least = "at least " if b.still >= PATIENCE_SECONDS else ""
    total = (b.build + b.still) / (a.build + a.still)
    print(f"stock / ours: still {least}{b.still / a.still:.0f}x, with build {least}{total:.0f}x")


if __name__ == "__main__":
    sys.exit(main())
