"""Life of the embedded engine's server: shared, private, and gone when nobody needs it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.dialect import EMBEDDED
from graph.engines import arcadedb
from graph.engines.arcadedb import Server
from graph.engines.bolt import BoltStore
from graph.errors import StoreUnavailableError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Node
from ontology.model import load

pytestmark = [
    pytest.mark.embedded,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, which Linux has"),
]

USE = """
import sys, time
from pathlib import Path
from graph.engines import arcadedb
server = arcadedb.attach(Path(sys.argv[1]), heap_mb=256, linger_seconds=0.3)
print(server.process_id, server.supervisor_id, flush=True)
if sys.argv[2] == "stay":
    time.sleep(600)
if sys.argv[2] == "leave":
    server.detach()
"""


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "db"
    arcadedb.stop(tmp_path / "db")


def start(directory: Path) -> Server:
    return arcadedb.attach(directory, heap_mb=256, linger_seconds=0.3)


def user(directory: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USE, directory, how],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def pids(process: subprocess.Popen[str]) -> tuple[int, int]:
    assert process.stdout is not None
    java, supervisor = process.stdout.readline().split()
    return int(java), int(supervisor)


def is_running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def await_(is_done: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def listening(process_id: int) -> set[str]:
    """Return the local addresses, in hexadecimal, of a process's listening TCP sockets."""
    inodes = set()
    for descriptor in Path(f"/proc/{process_id}/fd").iterdir():
        try:
            inodes.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
        except FileNotFoundError:
            continue
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{process_id}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                found.add(fields[1])
    return found


LOOPBACK = ("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000")


def test_everything_about_one_server(directory: Path) -> None:
    server = start(directory)
    found = listening(server.process_id)
    assert {int(address.rpartition(":")[2], 16) for address in found} == {
        server.bolt_port,
        server.http_port,
    }
    assert {address.rpartition(":")[0] for address in found} <= set(LOOPBACK)

    for process_id in (server.process_id, server.supervisor_id):
        for part in ("cmdline", "environ"):
            assert server.password.encode() not in Path(f"/proc/{process_id}/{part}").read_bytes()
    for name in ("password", "server.json", "server.log", "users.lock", "start.lock"):
        assert stat.S_IMODE((directory / name).stat().st_mode) == 0o600, name
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert server.password not in (directory / "server.log").read_text()

    again = start(directory)
    assert again.process_id == server.process_id
    server.detach()
    server.detach()
    time.sleep(1.5)
    assert is_running(server.process_id), "the second user is still there"
    again.detach()
    await_(lambda: not is_running(server.process_id))
    await_(lambda: not is_running(server.supervisor_id))
    assert not (directory / "server.json").exists()


def test_wrong_password_is_refused(directory: Path) -> None:
    server = start(directory)
    with pytest.raises(StoreUnavailableError, match="refused user or password"):
        BoltStore(
            server.bolt_url,
            ("root", "guessed"),
            database="lacak",
            dialect=EMBEDDED,
            ontology=load(),
        )
    server.detach()


def test_second_process_attaches_and_the_last_one_out_stops_it(directory: Path) -> None:
    with user(directory, "stay") as first, user(directory, "stay") as second:
        java, supervisor = pids(first)
        assert pids(second) == (java, supervisor), "two starters, one server"
        first.kill()
        time.sleep(1.5)
        assert is_running(java), "the second process still uses it"
        second.kill()
    await_(lambda: not is_running(java) and not is_running(supervisor))


@pytest.mark.parametrize("how", ["leave", "exit"])
def test_server_stops_after_its_user_left(directory: Path, how: str) -> None:
    with user(directory, how) as process:
        java, _ = pids(process)
    await_(lambda: not is_running(java))


def test_killed_supervisor_takes_the_engine_along_and_the_next_user_starts_anew(
    directory: Path,
) -> None:
    server = start(directory)
    os.kill(server.supervisor_id, signal.SIGKILL)
    await_(lambda: not is_running(server.supervisor_id))
    again = start(directory)
    assert again.process_id != server.process_id
    assert not is_running(server.process_id)
    server.detach()
    again.detach()


def test_killed_engine_is_reported_and_replaced_without_loss(directory: Path) -> None:
    url = f"embedded://{directory}"
    settings = Settings(heap_mb=256)
    store = open_store(url, settings)
    with store.writer() as writer:
        writer.create_schema()
        writer.write_nodes([Node("x:a", load().cls("Company").ancestors, {"support": 1})])
    os.kill(start_state(directory)["engine"], signal.SIGKILL)
    with store.reader() as reader, pytest.raises(StoreUnavailableError):
        list(reader.nodes())
    store.close()
    store = open_store(url, settings)
    with store.reader() as reader:
        assert [n.id for n in reader.nodes()] == ["x:a"]
    store.close()


def start_state(directory: Path) -> dict[str, int]:
    import json

    state: dict[str, int] = json.loads((directory / "server.json").read_text())
    return state


def test_engine_that_cannot_start_is_reported_with_its_log(directory: Path) -> None:
    directory.mkdir()
    (directory / "databases").write_text("in the way")
    with pytest.raises(StoreUnavailableError, match="did not start"):
        start(directory)
    (directory / "databases").unlink()
    server = start(directory)
    server.detach()


def test_stop_tells_whether_a_server_ran(directory: Path) -> None:
    assert not arcadedb.stop(directory)
    server = start(directory)
    assert arcadedb.stop(directory)
    assert not is_running(server.process_id)
    assert not arcadedb.stop(directory)
    server.detach()


def test_data_survives_a_clean_stop_and_a_lost_password_file(directory: Path) -> None:
    url = f"embedded://{directory}"
    store = open_store(url, Settings(heap_mb=256))
    with store.writer() as writer:
        writer.write_nodes([Node("x:a", load().cls("Company").ancestors, {"support": 1})])
    store.close()
    assert arcadedb.stop(directory)
    (directory / "password").unlink()
    store = open_store(url, Settings(heap_mb=256))
    with store.reader() as reader:
        assert [n.id for n in reader.nodes()] == ["x:a"]
    store.close()
