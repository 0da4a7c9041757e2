"""Process that keeps one embedded engine running as long as somebody uses it.

Started as a script with nothing but the standard library, because every second of its
start is waited for. It owns the Java child and nothing else: it reads no data and knows
no password. Its life, in order:

1. detach from whoever started it, take ``server.lock`` and hand a copy to the child, so
   that the lock is free only when both are gone; take ``supervisor.lock`` for itself;
2. start the child, wait until it answers, write ``server.json``, report on ``report_fd``;
3. watch. Users hold a shared lock on ``users.lock``, which the kernel drops when a user
   dies, by ``kill -9`` too. When nobody has held it for ``linger_seconds``, or on
   SIGTERM, stop the child cleanly and leave.

Should this process be killed, Linux sends the child SIGTERM, and it closes its files.
"""

from __future__ import annotations

import ctypes
import fcntl
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TypedDict

POLL_SECONDS = 0.1
START_SECONDS = 120.0
STOP_SECONDS = 60.0
_PR_SET_PDEATHSIG = 1


class Plan(TypedDict):
    """What the starter wants, as JSON on standard input.

    Attributes:
        directory: Folder of the locks and of ``server.json``.
        command: Command line of the engine.
        after: Command line to run once the engine has stopped; empty for none.
        bolt_port, http_port: Where the engine was told to listen.
        linger_seconds: How long to wait for another user after the last one left.
        report_fd: Where to write ``ready`` or the reason why not.
        memory_mb: Resident memory above which the engine is killed; 0 for any.
    """

    directory: str
    command: list[str]
    after: list[str]
    bolt_port: int
    http_port: int
    linger_seconds: float
    report_fd: int
    memory_mb: int


class _Supervisor:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.directory = Path(plan["directory"])
        self.is_asked_to_stop = False
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.is_asked_to_stop = True

    def run(self) -> None:
        server_lock = _open_lock(self.directory / "server.lock")
        fcntl.flock(server_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        own_lock = _open_lock(self.directory / "supervisor.lock")
        fcntl.flock(own_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        child = subprocess.Popen(  # noqa: S603 - the command line is built by graph.engines.runtime
            self.plan["command"],
            stdin=subprocess.DEVNULL,
            cwd=self.directory,
            pass_fds=(server_lock,),
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - this process has one thread
        )
        failure = self._await_ready(child)
        if failure is None:
            self._publish(child.pid)
        self._report(failure or "ready")
        try:
            if failure is None:
                self._watch(child)
        finally:
            self._stop(child)
        os.close(own_lock)
        os.close(server_lock)
        self._finish()

    def _await_ready(self, child: subprocess.Popen[bytes]) -> str | None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and not self.is_asked_to_stop:
            if child.poll() is not None:
                return f"the engine ended with status {child.returncode} while starting"
            if _is_answering(self.plan["http_port"]):
                return None
            time.sleep(0.02)
        return f"the engine did not answer within {START_SECONDS:.0f} s"

    def _publish(self, java_pid: int) -> None:
        state = {
            "supervisor": os.getpid(),
            "engine": java_pid,
            "bolt_port": self.plan["bolt_port"],
            "http_port": self.plan["http_port"],
        }
        temporary = self.directory / "server.json.new"
        temporary.touch(mode=0o600)
        temporary.write_text(json.dumps(state))
        temporary.replace(self.directory / "server.json")

    def _report(self, message: str) -> None:
        try:
            os.write(self.plan["report_fd"], message.encode())
        except BrokenPipeError:
            # The starter is gone; nobody holds users.lock, so the watch ends soon.
            pass
        finally:
            os.close(self.plan["report_fd"])

    def _watch(self, child: subprocess.Popen[bytes]) -> None:
        users = _open_lock(self.directory / "users.lock")
        last_used = time.monotonic()
        while child.poll() is None and not self.is_asked_to_stop:
            if not _try_lock(users):
                last_used = time.monotonic()
            else:
                fcntl.flock(users, fcntl.LOCK_UN)
                if time.monotonic() - last_used >= self.plan["linger_seconds"]:
                    if self._may_leave(users):
                        return
                    last_used = time.monotonic()
            if _resident_mb(child.pid) > self.plan["memory_mb"] > 0:
                child.kill()
                return
            time.sleep(POLL_SECONDS)

    def _may_leave(self, users: int) -> bool:
        """Take both locks for good, so that nobody attaches to a server that is leaving."""
        start = _open_lock(self.directory / "start.lock")
        if _try_lock(start) and _try_lock(users):
            return True
        os.close(start)
        return False

    def _stop(self, child: subprocess.Popen[bytes]) -> None:
        (self.directory / "server.json").unlink(missing_ok=True)
        child.terminate()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _finish(self) -> None:
        # The locks are free from here on: nobody waits for what follows.
        if self.plan["after"] and Path(self.plan["directory"]).exists():
            os.closerange(3, 64)
            os.nice(10)
            subprocess.run(self.plan["after"], check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - as above


def _open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _resident_mb(process_id: int) -> float:
    try:
        pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _is_answering(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/api/v1/ready")
        return connection.getresponse().status == 204
    except OSError:
        return False
    finally:
        connection.close()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def main() -> None:
    """Read a :class:`Plan` from standard input and supervise until nobody uses the engine."""
    plan: Plan = json.load(sys.stdin)
    if os.fork() != 0:
        # The starter waits for this process only; the one that stays belongs to init.
        os._exit(0)
    os.setsid()
    os.chdir("/")
    _Supervisor(plan).run()


if __name__ == "__main__":
    main()
