"""A Lacak with the whole public record in it: SQLite and the embedded engine, and
PostgreSQL and a real Neo4j."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import state
from api.cli.main import app
from api.workspace import Workspace
from graph.projection.rebuild import follow, forget_engine, usable
from graph.settings import Settings
from loaders.run import run
from loaders.sources.registry import shipped
from tests import engines
from tests.free.places import Place, place
from tests.free.worlds import small_world

Cli = Callable[..., Result]


@pytest.fixture(scope="session")
def sqlite_home(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("lacak-sqlite")
    _load(Workspace(Settings(home=home)))
    return home


@pytest.fixture(scope="session")
def postgresql_home(tmp_path_factory, postgresql_server) -> Iterator[tuple[Path, str]]:
    home = tmp_path_factory.mktemp("lacak-postgresql")
    with engines.database(postgresql_server) as url:
        _load(Workspace(Settings(home=home, ledger_url=url)))
        yield home, url


@pytest.fixture(scope="session")
def room(tmp_path_factory) -> Iterator[Place]:
    """Locked rooms over a small world; over the home that ``LACAK_FREE_HOME`` names instead."""
    given = os.environ.get("LACAK_FREE_HOME")
    home = Path(given) if given else small_world(tmp_path_factory.mktemp("lacak-room"))
    with place(home) as made:
        made.rooms.prepare(made.snapshot)
        yield made


def _load(workspace: Workspace) -> None:
    for source in shipped():
        report = run(source, workspace.ledger)
        assert report.quarantined == 0, report.refusals[:5]
    workspace.close()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=[pytest.mark.neo4j, pytest.mark.postgresql]),
    ],
)
def workspace(request) -> Iterator[Workspace]:
    """A workspace with the public record, on each pair of ledger and engine."""
    target = request.getfixturevalue(f"{request.param}_target")
    if request.param == "embedded":
        home, ledger_url = request.getfixturevalue("sqlite_home"), ""
        store_url = ""
    else:
        home, ledger_url = request.getfixturevalue("postgresql_home")
        store_url = target.url
    settings = Settings(
        home=home,
        ledger_url=ledger_url,
        store_url=store_url,
        store_user=target.settings.store_user,
        store_password=target.settings.store_password,
    )
    made = Workspace(settings)
    if request.param == "neo4j" and not _is_filled(made):
        # Other suites share this server and empty it.
        forget_engine(settings.snapshots)
    follow(made.ledger, made.store, settings.snapshots)
    yield made
    made.close()


def _is_filled(made: Workspace) -> bool:
    snapshot = usable(made.settings.snapshots)
    if snapshot is None:
        return False
    with made.store.reader() as reader:
        return sum(1 for _ in reader.nodes()) == snapshot.manifest.nodes


@pytest.fixture
def environment(workspace, monkeypatch) -> Workspace:
    """The workspace as the command line finds it: through environment variables."""
    for name in os.environ:
        if name.startswith("LACAK_") and name != "LACAK_REQUIRE_ENGINES":
            monkeypatch.delenv(name)
    settings = workspace.settings
    monkeypatch.setenv("LACAK_HOME", str(settings.home))
    if settings.ledger_url:
        monkeypatch.setenv("LACAK_LEDGER_URL", settings.ledger_url)
        monkeypatch.setenv("LACAK_STORE_URL", settings.store_url)
        monkeypatch.setenv("LACAK_STORE_USER", settings.store_user)
        monkeypatch.setenv("LACAK_STORE_PASSWORD", settings.store_password)
    return workspace


@pytest.fixture
def cli(environment) -> Iterator[Cli]:
    """Run ``lacak`` in this process; the result has ``output`` and ``exit_code``."""
    runner = CliRunner()
    state.forget()

    def call(*arguments: str) -> Result:
        return runner.invoke(app, list(arguments), catch_exceptions=False)

    yield call
    state.forget()
