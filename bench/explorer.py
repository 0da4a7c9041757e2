"""The explorer under load: a large view, a hub, twenty people at once, a large export.

    python bench/explorer.py            # about three minutes
    python bench/explorer.py --whole    # twenty explorers for ten minutes

Builds a ledger of its own (5,000 entities around hubs, one with 500 neighbours), serves it
from a process of its own, and prints what the browser and the server needed. CPU seconds
are the browser's renderer and the server's own, since the machine may be busy with others.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from graph.ledger.ledger import open_ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.services.networks import NetworkView
from graph.snapshots import current
from graph.store import Node, Relationship
from ontology.claim import Claim, Document
from ontology.model import load
from viz.network import render

HUBS, LEAVES, HUB = 20, 5_000, 500
PEOPLE = 20


def claims() -> list[Claim]:
    """Return companies that sit in twenty cities, the first of which has 500."""
    made = []

    def say(subject: str, prop: str, value: str) -> None:
        made.append(
            Claim(subject=subject, property=prop, value=value, document="doc:a", locator="x")
        )

    for hub in range(HUBS):
        say(f"plc:h{hub}", "type", "Place")
        say(f"plc:h{hub}", "name", f"Kota {hub}")
    for number in range(LEAVES):
        hub = 0 if number < HUB else 1 + number % (HUBS - 1)
        key = f"org:c{number}"
        say(key, "type", "Company")
        say(key, "name", f"PT Contoh {number}")
        say(key, "locatedIn", f"plc:h{hub}")
    return made


def build(home: Path) -> None:
    """Write ledger and snapshot."""
    ledger = open_ledger(f"sqlite:///{home / 'ledger.db'}")
    ledger.add_document(Document(id="doc:a", cls="Report", dataset="bench", title="Bench"))
    ledger.add_claims(claims())
    rebuild_snapshot(ledger, home / "snapshots")[0].close()
    ledger.close()


def serve(home: str, port: int) -> None:
    """Serve a home until the process is ended."""
    import uvicorn

    from api.app import create_app
    from api.workspace import Workspace
    from graph.settings import Settings

    app = create_app(Workspace(Settings(home=Path(home))))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def ask(address: str, body: object = None) -> float:
    """Ask the server and return the seconds that its answer took."""
    data = None if body is None else json.dumps(body).encode()
    # As a browser marks what the canvas asks: a person waits for their turn.
    headers = {"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
    request = urllib.request.Request(address, data, headers)
    started = time.perf_counter()
    with urllib.request.urlopen(request, timeout=120) as response:
        response.read()
    return time.perf_counter() - started


def patient(address: str, refused: list[int]) -> float:
    """Ask as the canvas does, again when the server is busy; return the seconds in all."""
    started = time.perf_counter()
    while True:
        try:
            ask(address)
        except urllib.error.HTTPError as error:
            refused.append(error.code)
            time.sleep(0.3)
        else:
            return time.perf_counter() - started


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    """Return the resident memory of a process."""
    told = Path(f"/proc/{pid}/status").read_text()
    return int(told.split("VmRSS:")[1].split()[0]) / 1024


def hub(site: str, pid: int) -> None:
    """Expand the hub, thirty times after a first."""
    address = f"{site}/explore/around?entity=plc:h0&type=LOCATED_IN"
    ids = [f"org:c{i}" for i in range(40)]
    for name, call in (
        ("ids of 500 neighbours", lambda: ask(address)),
        ("40 of them drawn", lambda: ask(f"{site}/explore/view", {"ids": ["plc:h0", *ids]})),
    ):
        call()
        before = cpu_seconds(pid)
        took = sorted(call() for _ in range(30))
        cpu = (cpu_seconds(pid) - before) / 30
        print(f"expand, {name}: median {took[15] * 1e3:.0f} ms, CPU {cpu * 1e3:.0f} ms")


def people(site: str, pid: int, seconds: float) -> None:
    """Let twenty people search, open and expand at once; each thinks for a while between."""
    waits: list[float] = []
    refused: list[int] = []
    until = time.monotonic() + seconds

    def person(number: int) -> None:
        chance = np.random.default_rng(number)
        while time.monotonic() < until:
            place = f"plc:h{chance.integers(HUBS)}"
            patient(f"{site}/search?q=Kota&limit=12", refused)
            patient(f"{site}/explore/entity?entity={place}&lang=id", refused)
            address = f"{site}/explore/around?entity={place}&type=LOCATED_IN"
            waits.append(patient(address, refused))
            time.sleep(float(chance.uniform(0.5, 1.5)))

    memory = [megabytes(pid)]
    threads = [threading.Thread(target=person, args=(n,)) for n in range(PEOPLE)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(min(5, seconds / 10))
        memory.append(megabytes(pid))
    half = memory[len(memory) // 2]
    p95 = statistics.quantiles(waits, n=20)[18]
    print(
        f"{PEOPLE} at once for {seconds:.0f} s: {len(waits)} expansions, "
        f"{len(refused)} asked again (busy), p95 {p95 * 1e3:.0f} ms; "
        f"memory {memory[0]:.0f} MB at first, {half:.0f} at half, {memory[-1]:.0f} at the end"
    )


def large(browser: Browser, site: str) -> None:
    """Open all 5,000 on the live canvas; print the renderer's CPU until it is ready."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    ids = [f"plc:h{i}" for i in range(HUBS)] + [f"org:c{i}" for i in range(LEAVES - HUBS)]
    started = time.perf_counter()
    page.goto(f"{site}/explore#n={','.join(ids)}")
    page.wait_for_selector("html[data-ready=yes]", timeout=180_000)
    page.wait_for_timeout(500)
    took = time.perf_counter() - started
    busy, shown = _metric(session, "TaskDuration"), page.locator("#counts").inner_text()
    print(f"live canvas, {shown}: {busy:.2f} s of browser CPU, {took:.1f} s in all")
    page.close()


def _metric(session: object, name: str) -> float:
    told = session.send("Performance.getMetrics")["metrics"]  # type: ignore[attr-defined]
    return float(next(m["value"] for m in told if m["name"] == name))


def drawn(browser: Browser, html: str, folder: Path, name: str) -> None:
    """Open an exported picture; print the renderer's CPU until still, and frames of a pan."""
    file = folder / f"{name}.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=yes]", timeout=120_000)
    page.wait_for_timeout(500)
    busy = _metric(session, "TaskDuration")
    page.evaluate(
        """() => { window.frames_ = 0; window.on_ = true;
        const tick = () => { window.frames_++; if (window.on_) requestAnimationFrame(tick); };
        requestAnimationFrame(tick); }"""
    )
    page.mouse.move(640, 400)
    page.mouse.down()
    before, started = _metric(session, "TaskDuration"), time.perf_counter()
    step = 0
    while time.perf_counter() - started < 3:
        step += 1
        page.mouse.move(640 + 200 * np.sin(step / 6), 400 + 120 * np.cos(step / 5))
    frames, took = page.evaluate("window.frames_"), time.perf_counter() - started
    cpu = 1000 * (_metric(session, "TaskDuration") - before) / frames
    page.mouse.up()
    print(
        f"{name}: {busy:.2f} s of browser CPU to open, pan at {frames / took:.0f} frames a second, "
        f"{cpu:.0f} ms of browser CPU a frame"
    )
    page.close()


def view(nodes: int) -> NetworkView:
    """Return a network of so many companies, half as many links again."""
    chance = np.random.default_rng(7)
    links = nodes + nodes // 2
    ends = [(int(a), int(b)) for a, b in chance.integers(0, nodes, (links, 2))]
    return NetworkView(
        tuple(Node(f"org:{i}", ("Company",), {"caption": f"PT {i}"}) for i in range(nodes)),
        tuple(
            Relationship(f"r{i}", "LOCATED_IN", f"org:{a}", f"org:{b}", {"layer": "reference"})
            for i, (a, b) in enumerate(ends)
        ),
        (),
    )


def main() -> int:
    """Run everything and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--whole", action="store_true", help="twenty people for ten minutes")
    whole = parser.parse_args().whole
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("No Chromium found; install it (Debian: apt install chromium).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        build(home)
        port = free_port()
        server = multiprocessing.get_context("spawn").Process(target=serve, args=(name, port))
        server.start()
        site, pid = f"http://127.0.0.1:{port}", int(server.pid or 0)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                ask(f"{site}/health")
                break
            except OSError:
                time.sleep(0.3)
        try:
            hub(site, pid)
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
                large(browser, site)
                browser.close()
            people(site, pid, 600 if whole else 40)
        finally:
            server.terminate()
            server.join(20)
        snapshot = current(home / "snapshots")
        assert snapshot is not None
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
            for nodes in (5_000, 10_000):
                html = render(view(nodes), snapshot, load(), title=f"{nodes}", limit=nodes)
                drawn(browser, html, home, f"{nodes:,} nodes")
            browser.close()
        snapshot.close()
    print(f"load of the machine meanwhile: {os.getloadavg()[1]:.0f} on {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    sys.exit(main())
