"""A real Chromium that sees no network, and pages made from small and hostile ledgers."""

from __future__ import annotations

import shutil
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import uvicorn

    from api.app import create_app

from api.security.guard import open_ring
from api.settings import ServerSettings
from api.workspace import Workspace
from graph.projection.rebuild import follow, rebuild_snapshot
from graph.settings import Settings
from graph.snapshots import Snapshot
from loaders.run import run
from loaders.sources.registry import shipped
from ontology.claim import Claim, Document
from tests import claims, engines
from tests.engines import free_port
from tests.small_record import publish, small_record

# Debian's name first; others are what distributions and vendors call it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass
class Seen:
    """A page with everything that happened on it.

    Attributes:
        page: Playwright's page.
        requests: Addresses asked for, beyond the file itself.
        errors: Console messages and exceptions; a refused script is one.
    """

    page: object
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """One browser for the session."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        engines.missing(
            "browser", f"none of {', '.join(NAMES)} is installed (apt install chromium)"
        )
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, tmp_path) -> Callable[..., object]:
    """Open a page from a file; it must have come up without a request or an error."""

    @contextmanager
    def opening(html: str, width: int = 1280, height: int = 800, **options) -> Iterator[Seen]:
        file = tmp_path / "page.html"
        file.write_text(html, "utf-8")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        seen = Seen(context.new_page())
        watch(seen, file)
        seen.page.goto(file.as_uri())
        seen.page.wait_for_selector("html[data-ready=yes]", timeout=20_000)
        yield seen
        assert seen.requests == []
        assert seen.errors == []
        assert seen.dialogs == []
        context.close()

    return opening


def watch(seen: Seen, file: Path) -> None:
    page = seen.page
    page.on("request", lambda r: r.url in (file.as_uri(), "data:,") or seen.requests.append(r.url))
    page.on("console", lambda m: seen.errors.append(m.text))
    page.on("pageerror", lambda e: seen.errors.append(str(e)))

    def close(dialog):
        seen.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)


@pytest.fixture
def snapshot_of(tmp_path) -> Iterator[Callable[..., Snapshot]]:
    """Build a snapshot from documents and claims."""
    opened = []

    def build(documents: list[Document], given: list[Claim]) -> Snapshot:
        ledger = claims.fill(claims.sqlite(tmp_path), documents, given)
        snapshot, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
        ledger.close()
        opened.append(snapshot)
        return snapshot

    yield build
    for snapshot in opened:
        snapshot.close()


@pytest.fixture
def declaration(snapshot_of) -> Snapshot:
    """A declaration, its parties, a disputed date, and an alleged recruitment."""
    release = claims.document(
        "doc:rilis",
        cls="OfficialRelease",
        title="Deklarasi bersama di Kupang",
        publisher="Humas NTT",
        published="2025-08-06",
        url="https://contoh.go.id/rilis/1",
        reliability="B",
    )
    article = claims.document("doc:berita", title="Berita lain", url="javascript:alert(1)")
    claim, entity = claims.claim, claims.entity
    given = [
        *entity("agr:a", "Declaration", "doc:rilis", name="Deklarasi Kupang"),
        claim("agr:a", "date", "2025-08-06", "doc:rilis"),
        claim("agr:a", "date", "2025-08-07", "doc:berita"),
        *entity("org:m", "Ministry", "doc:rilis", name="Kementerian P2MI"),
        *entity("org:p", "LawEnforcementAgency", "doc:rilis", name="Polda NTT"),
        claim(
            "agr:a",
            "party",
            "org:m",
            "doc:rilis",
            quote="KemenP2MI dan Polda NTT menyatakan",
            locator=None,
        ),
        claim("agr:a", "party", "org:p", "doc:rilis", attributed_to=("org:m",)),
        *entity("per:x", "Person", "doc:berita", name="Si X"),
        *entity("per:y", "Person", "doc:berita", name="Si Y"),
        claim("rel:r", "type", "Recruitment", "doc:berita", modality="alleged"),
        claim("rel:r", "recruiter", "per:x", "doc:berita", modality="alleged"),
        claim("rel:r", "recruit", "per:y", "doc:berita", modality="alleged"),
        claim("per:x", "locatedIn", "plc:k", "doc:berita"),
        *entity("plc:k", "Premises", "doc:berita", name="Rumah"),
        claim("agr:a", "locatedIn", "plc:k", "doc:rilis"),
    ]
    return snapshot_of([release, article], given)


@contextmanager
def serving(home) -> Iterator[str]:
    """Serve a home from a thread; only pages that need no graph engine."""
    workspace = Workspace(Settings(home=home))
    port = free_port()
    # A machine that runs other suites as well is slow, and nothing here is about that.
    app = create_app(workspace, ServerSettings(request_timeout_seconds=600, page_wait_seconds=300))
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    workspace.close()


@pytest.fixture(scope="session")
def record(tmp_path_factory) -> Iterator[str]:
    """The public record, served."""
    home = tmp_path_factory.mktemp("record")
    ledger = claims.sqlite(home)
    for source in shipped():
        run(source, ledger)
    snapshot, _ = rebuild_snapshot(ledger, home / "snapshots")
    snapshot.close()
    ledger.close()
    with serving(home) as address:
        yield address


@pytest.fixture(scope="session")
def asked(tmp_path_factory) -> Iterator[str]:
    """A small part of the public record, served with the graph engine that answers questions."""
    home = tmp_path_factory.mktemp("asked")
    workspace = small_record(home)
    follow(workspace.ledger, workspace.store, workspace.settings.snapshots)
    workspace.close()
    with serving(home) as address:
        yield address


@pytest.fixture(scope="session")
def keyed(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """A server that knows its visitors by key, and the key of somebody who makes policy."""
    home = tmp_path_factory.mktemp("keyed")
    workspace = small_record(home)
    publish(workspace)
    workspace.close()
    key = open_ring(home, ServerSettings()).add("Budi", "policy")
    with serving(home) as address:
        yield address, key


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Iterator[str]:
    """Two hundred strings that try to run, served."""
    home = tmp_path_factory.mktemp("hostile")
    from tests.browser.test_hostile_data import hostile_claims

    ledger = claims.fill(claims.sqlite(home), *hostile_claims())
    snapshot, _ = rebuild_snapshot(ledger, home / "snapshots")
    snapshot.close()
    ledger.close()
    with serving(home) as address:
        yield address


@pytest.fixture
def visit(chromium) -> Callable[..., object]:
    """Open a path of a site; afterwards nothing foreign was asked for, and nothing failed."""

    @contextmanager
    def visiting(site, path, language="id", width=1280, height=800, **options) -> Iterator[Seen]:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.add_cookies([{"name": "lacak_language", "value": language, "url": site}])
        seen = Seen(context.new_page())
        own = (site, f"blob:{site}", "data:")
        seen.page.on("request", lambda r: r.url.startswith(own) or seen.requests.append(r.url))
        seen.page.on("console", lambda m: seen.errors.append(m.text))
        seen.page.on("pageerror", lambda e: seen.errors.append(str(e)))
        seen.page.on("dialog", lambda d: (seen.dialogs.append(d.message), d.dismiss()))
        # A loaded machine compiles kernels at the first picture.
        seen.page.set_default_timeout(90_000)
        seen.page.goto(site + path)
        if path.startswith("/explore"):
            seen.page.wait_for_selector("html[data-ready=yes]")
        yield seen
        assert seen.requests == []
        assert seen.errors == []
        assert seen.dialogs == []
        context.close()

    return visiting
