"""Real servers for the tests: the embedded engine, Neo4j, PostgreSQL.

Each starts at most once per test session, on loopback, in a temporary folder. Where one
cannot be had, the tests that need it are skipped with the reason, or fail if
``LACAK_REQUIRE_ENGINES`` (``embedded,neo4j,postgresql``) names it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from graph.engines import arcadedb
from graph.engines.supervisor import _die_with_parent
from graph.settings import Settings

ROOT = Path(__file__).parent.parent
NEO4J_JARS = ROOT / ".cache" / "neo4j" / "lib"
COPY_DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"


@dataclass(frozen=True)
class Target:
    """Where a store can be opened; its database may be emptied at will."""

    engine: str
    url: str
    settings: Settings


def missing(engine: str, reason: str) -> None:
    """Skip with a reason, or fail where the environment says that the engine must be there."""
    message = f"{engine}: {reason}"
    if engine in os.environ.get("LACAK_REQUIRE_ENGINES", "").split(","):
        pytest.fail(f"LACAK_REQUIRE_ENGINES demands it. {message}", pytrace=False)
    pytest.skip(message)


@contextmanager
def embedded() -> Iterator[Target]:
    """Run the embedded engine on a temporary folder."""
    with _folder("lacak-embedded-") as folder:
        server = arcadedb.attach(folder / "db", heap_mb=512)
        try:
            yield Target("embedded", f"embedded://{folder / 'db'}", Settings(heap_mb=512))
        finally:
            server.detach()
            arcadedb.stop(folder / "db")


@contextmanager
def neo4j() -> Iterator[Target]:
    """Use the Neo4j at ``NEO4J_URI``, which must be empty, or run one from Maven's jars."""
    given = os.environ.get("NEO4J_URI")
    if given:
        settings = Settings(
            store_user=os.environ.get("NEO4J_USER", "neo4j"),
            store_password=os.environ.get("NEO4J_PASSWORD", ""),
        )
        _check_empty(given, settings)
        yield Target("neo4j", given, settings)
        return
    with _folder("lacak-neo4j-") as folder, _neo4j_server(folder) as port:
        yield Target("neo4j", f"bolt://127.0.0.1:{port}", Settings())


def _check_empty(url: str, settings: Settings) -> None:
    from neo4j import GraphDatabase

    auth = (settings.store_user, settings.store_password)
    with GraphDatabase.driver(url, auth=auth) as driver:
        found = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
    if found:
        pytest.fail(f"NEO4J_URI holds {found} nodes; tests delete everything.", pytrace=False)


def _neo4j_jars() -> Path:
    if not NEO4J_JARS.exists():
        if shutil.which("mvn") is None:
            missing("neo4j", "no mvn to fetch it with; set NEO4J_URI to use a running server")
        pom = ROOT / "tests" / "neo4j" / "pom.xml"
        partial = NEO4J_JARS.with_suffix(".partial")
        done = subprocess.run(
            [
                *("mvn", "-q", "-B", "-f", pom, COPY_DEPENDENCIES),
                *("-DincludeScope=runtime", "-Dmdep.prependGroupId=true"),
                f"-DoutputDirectory={partial}",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            missing("neo4j", f"mvn could not fetch it: {done.stdout[-800:]}")
        partial.rename(NEO4J_JARS)
    return NEO4J_JARS


@contextmanager
def _neo4j_server(folder: Path, port: int | None = None) -> Iterator[int]:
    jars = _neo4j_jars()
    java = shutil.which("java")
    if java is None:
        missing("neo4j", "no java (17 or 21) to run it with")
    port = port or free_port()
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "64m",
    }
    (folder / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in settings.items()))
    opens = ("java.base/java.nio", "java.base/sun.nio.ch", "java.base/java.lang")
    with (folder / "out.log").open("w") as log:
        server = subprocess.Popen(
            [
                *(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m"),
                *(f"--add-opens={name}=ALL-UNNAMED" for name in opens),
                *("-cp", f"{jars}/*", "org.neo4j.server.CommunityEntryPoint"),
                *(f"--home-dir={folder}", f"--config-dir={folder}"),
            ],
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - a plain system call
        )
    try:
        await_(lambda: _answers(port), server, folder / "out.log", 180)
        yield port
    finally:
        # A throwaway: a clean stop takes ten seconds and saves nothing.
        server.kill()
        server.wait()


def _answers(port: int) -> bool:
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    if not _is_listening(port):
        return False
    try:
        with GraphDatabase.driver(f"bolt://127.0.0.1:{port}") as driver:
            driver.execute_query("RETURN 1")
    except (DriverError, Neo4jError):
        return False
    return True


@contextmanager
def postgresql() -> Iterator[str]:
    """Yield the URL of a PostgreSQL server whose user may create databases."""
    given = os.environ.get("LACAK_POSTGRESQL_URL")
    if given:
        yield given
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    programs = found[-1].parent if found else None
    if programs is None:
        missing("postgresql", "no server under /usr/lib/postgresql; set LACAK_POSTGRESQL_URL")
    with _folder("lacak-postgresql-") as folder:
        # PostgreSQL refuses to run as root.
        user = "nobody" if os.getuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        initdb = [programs / "initdb", "-D", data, "-U", "lacak", "-E", "UTF8", "--no-sync"]
        subprocess.run([*initdb, "--locale=C.UTF-8"], check=True, capture_output=True, user=user)
        port = free_port()
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-k", folder]
        with (folder / "out.log").open("w") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(port), *options],
                stdout=log,
                stderr=log,
                user=user,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - as above
            )
        try:
            await_(lambda: _takes_sql(port), server, folder / "out.log", 60)
            yield f"postgresql+psycopg://lacak@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            server.wait()


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """Yield the URL of a new, empty database on a PostgreSQL server; drop it afterwards."""
    import psycopg

    name = f"lacak_{os.getpid()}_{time.monotonic_ns()}"
    parts = urlsplit(server_url)
    plain = urlunsplit(parts._replace(scheme="postgresql"))
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _takes_sql(port: int) -> bool:
    import psycopg

    try:
        psycopg.connect(f"postgresql://lacak@127.0.0.1:{port}/postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def await_(
    is_ready: Callable[[], bool], server: subprocess.Popen[bytes], log: Path, seconds: float
) -> None:
    """Wait until a server is ready; fail with its log if it dies or takes too long."""
    deadline = time.monotonic() + seconds
    while not is_ready():
        if server.poll() is not None or time.monotonic() > deadline:
            tail = log.read_text(errors="replace")[-2000:]
            pytest.fail(f"The server did not start:\n{tail}", pytrace=False)
        time.sleep(0.2)


@contextmanager
def _folder(prefix: str) -> Iterator[Path]:
    # Not pytest's tmp_path: its parents are closed to the user that PostgreSQL runs as.
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
