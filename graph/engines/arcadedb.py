"""The embedded engine: one ArcadeDB server per directory, shared by whoever opens it.

The first user starts the server as a detached child; later users, in any process, attach
to it. Four locks in the directory hold this together, and the kernel drops each of them
when its holder dies:

- ``start.lock`` is held while a user attaches, so that two do not start two servers;
- ``users.lock`` is held shared by every user for as long as its store is open;
- ``server.lock`` is held by the server and its supervisor, so that a free lock proves that
  nothing has the database open; ``supervisor.lock`` by the supervisor alone.

The server stops :data:`LINGER_SECONDS` after the last user left, however it left; see
:mod:`graph.engines.supervisor`. ``flock`` is needed: Linux or macOS, a local disk.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph.engines import runtime, supervisor
from graph.errors import StoreUnavailableError

LINGER_SECONDS = 5.0
"""How long an unused server waits: enough for the next command of a shell script."""

ATTACH_SECONDS = 150.0
"""How long to wait for another process that is starting or stopping the server."""

USER = "root"


class Starter(Protocol):
    """How the server of a directory is started."""

    @property
    def user(self) -> str:
        """Who its users log in as."""

    @property
    def memory_mb(self) -> int:
        """Resident memory above which it is killed; 0 for any."""

    def commands(
        self, directory: Path, bolt_port: int, http_port: int
    ) -> tuple[list[str], list[str]]:
        """Return its command line, and one to run once it has stopped (empty for none)."""


@dataclass(frozen=True, slots=True)
class Open:
    """A server that reads and writes, for this user alone.

    Attributes:
        heap_mb: Its memory in MiB.
    """

    heap_mb: int = 1024
    user: str = USER
    memory_mb: int = 0

    def commands(
        self, directory: Path, bolt_port: int, http_port: int
    ) -> tuple[list[str], list[str]]:
        """Return its command line, and the one that makes a class archive afterwards."""
        found = runtime.find()
        archive = runtime.class_archive(found)
        java, *arguments = found.command(directory, bolt_port, http_port, self.heap_mb)
        return [java, *archive.start_flags, *arguments], archive.build_command([java, *arguments])


@dataclass(frozen=True, slots=True)
class Server:
    """A running embedded engine that this process uses.

    Attributes:
        directory: Where its data lives.
        bolt_port, http_port: Ports on 127.0.0.1.
        user, password: Who uses it.
        process_id: The Java process.
        supervisor_id: The process that watches it.
        users_lock: Descriptor whose shared lock keeps the server running.
    """

    directory: Path
    bolt_port: int
    http_port: int
    user: str
    password: str = field(repr=False)
    process_id: int
    supervisor_id: int
    users_lock: int

    @property
    def bolt_url(self) -> str:
        """Address for the driver."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    def detach(self) -> None:
        """Stop using the server; it leaves once nobody uses it."""
        # Closed twice, the number might belong to another file by then.
        with suppress(OSError):
            os.close(self.users_lock)


def attach(
    directory: Path,
    *,
    heap_mb: int = 1024,
    linger_seconds: float = LINGER_SECONDS,
    starter: Starter | None = None,
) -> Server:
    """Use the server of a directory, starting it if none runs.

    Args:
        directory: Absolute folder of the database; made, for this user only, if missing.
        heap_mb: Memory of a server that has to be started, in MiB.
        linger_seconds: How long a server that has to be started waits for another user.
        starter: How it is started; reading and writing where absent.

    Raises:
        StoreUnavailableError: The server cannot be started; the message quotes its log.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    how = starter or Open(heap_mb)
    deadline = time.monotonic() + ATTACH_SECONDS
    start_lock = _lock(directory / "start.lock", fcntl.LOCK_EX, deadline)
    users_lock = -1
    try:
        users_lock = _lock(directory / "users.lock", fcntl.LOCK_SH, deadline)
        state = _running(directory, deadline)
        if state is None:
            _start(directory, how, linger_seconds)
            state = json.loads((directory / "server.json").read_text())
        return Server(
            directory=directory,
            bolt_port=state["bolt_port"],
            http_port=state["http_port"],
            user=how.user,
            password=(directory / "password").read_text(),
            process_id=state["engine"],
            supervisor_id=state["supervisor"],
            users_lock=users_lock,
        )
    except BaseException:
        if users_lock >= 0:
            os.close(users_lock)
        raise
    finally:
        os.close(start_lock)


def stop(directory: Path) -> bool:
    """Stop the server of a directory at once, whoever uses it; tell whether one ran.

    Raises:
        StoreUnavailableError: It did not stop.
    """
    if not (directory / "server.lock").exists():
        return False
    deadline = time.monotonic() + ATTACH_SECONDS
    start_lock = _lock(directory / "start.lock", fcntl.LOCK_EX, deadline)
    try:
        if _is_free(directory / "server.lock"):
            return False
        state = _state(directory)
        if state is not None:
            with suppress(ProcessLookupError):
                os.kill(state["supervisor"], signal.SIGTERM)
        _await_free(directory, deadline)
    finally:
        os.close(start_lock)
    return True


def _running(directory: Path, deadline: float) -> dict[str, int] | None:
    """Return the state of the running server, or nothing once it is certain that none runs."""
    if _is_free(directory / "server.lock"):
        return None
    state = _state(directory)
    is_watched = not _is_free(directory / "supervisor.lock")
    if state is not None and is_watched and _is_listening(state["bolt_port"]):
        return state
    # Either is dead and the other about to leave. Linux tells an engine whose supervisor
    # was killed to stop, elsewhere we do; the lock that it still holds proves that the
    # number is its own.
    if state is not None and not is_watched and sys.platform != "linux":
        with suppress(ProcessLookupError):
            os.kill(state["engine"], signal.SIGTERM)
    _await_free(directory, deadline)
    return None


def _start(directory: Path, starter: Starter, linger_seconds: float) -> None:
    _prepare_password(directory)
    bolt_port, http_port = _free_ports()
    command, after = starter.commands(directory, bolt_port, http_port)
    report, report_fd = os.pipe()
    plan = supervisor.Plan(
        directory=str(directory),
        command=command,
        after=after,
        bolt_port=bolt_port,
        http_port=http_port,
        linger_seconds=linger_seconds,
        report_fd=report_fd,
        memory_mb=starter.memory_mb,
    )
    log = os.open(directory / "server.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-I", supervisor.__file__],
            input=json.dumps(plan).encode(),
            stdout=log,
            stderr=log,
            pass_fds=(report_fd,),
            check=True,
        )
    finally:
        os.close(log)
        os.close(report_fd)
    _await_report(directory, report)


def _await_report(directory: Path, report: int) -> None:
    try:
        ready, _, _ = select.select([report], [], [], supervisor.START_SECONDS + 10)
        message = os.read(report, 1000).decode() if ready else ""
    finally:
        os.close(report)
    if message != "ready":
        log = (directory / "server.log").read_text(errors="replace")[-2000:]
        raise StoreUnavailableError(
            f"The embedded engine in {directory} did not start: "
            f"{message or 'its supervisor ended'}. End of server.log:\n{log}"
        )


def _prepare_password(directory: Path) -> None:
    file = directory / "password"
    if file.exists():
        return
    # Without its password file the stored user is of no use to anybody.
    (directory / "config" / "server-users.jsonl").unlink(missing_ok=True)
    temporary = directory / "password.new"
    temporary.unlink(missing_ok=True)
    temporary.touch(mode=0o600)
    temporary.write_text(secrets.token_urlsafe(32))
    temporary.replace(file)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _lock(path: Path, kind: int, deadline: float) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                os.close(descriptor)
                raise StoreUnavailableError(
                    f"{path} stayed locked for {ATTACH_SECONDS:.0f} s: another process is "
                    "starting or stopping the embedded engine and does not finish."
                ) from error
            time.sleep(0.02)
        else:
            return descriptor


def _is_free(path: Path) -> bool:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(descriptor)


def _await_free(directory: Path, deadline: float) -> None:
    os.close(_lock(directory / "server.lock", fcntl.LOCK_EX, deadline))


def _state(directory: Path) -> dict[str, int] | None:
    try:
        state: dict[str, int] = json.loads((directory / "server.json").read_text())
    except FileNotFoundError:
        return None
    return state


def _is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
