"""Does the lock hold on this system? A locked process tries to get out.

Run before the first query of a process: another kernel, another system, or a container that
refuses the lock's calls leave free queries off, with the reason.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from graph.confine.lock import Lock, confine
from ontology.model import Text

_SECONDS = 30


@cache
def problem() -> Text | None:
    """Return why rooms cannot be locked here; nothing where they can."""
    if sys.platform != "linux":
        return Text(
            id=f"Kueri bebas butuh Linux dengan Landlock dan seccomp; sistem ini {sys.platform}.",
            en=f"Free queries need Linux with Landlock and seccomp; this system is {sys.platform}.",
        )
    with (
        tempfile.TemporaryDirectory(prefix="lacak-lock-") as folder,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        secret = Path(folder) / "secret"
        secret.write_text("secret")
        found = _probe(secret, server.getsockname()[1])
    if found == "held":
        return None
    return Text(
        id=f"Kunci ruang kueri tidak bekerja pada sistem ini ({found}); kueri bebas dimatikan.",
        en=f"The lock of the query room does not hold on this system ({found}); "
        "free queries are off.",
    )


def _probe(secret: Path, port: int) -> str:
    try:
        # The program is this Python, the module a constant of ours.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", "-m", "graph.rooms.selftest", str(secret), str(port)],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stdout.decode().strip() or f"exit {done.returncode}"


def _attempts(secret: Path, port: int) -> dict[str, Callable[[], object]]:
    return {
        "read a file": secret.read_text,
        "listed a folder": lambda: list(secret.parent.iterdir()),
        "made a file": lambda: secret.with_name("new").write_text("x"),
        "cut a file": lambda: os.truncate(secret, 0),
        "changed a file's mode": lambda: secret.chmod(0o777),
        "connected": lambda: socket.create_connection(("127.0.0.1", port), 2),
        "sent a datagram": lambda: _send(port),
        "forked": _fork,
        "started a program": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606 - must fail
        "signalled": lambda: os.kill(os.getppid(), 0),
    }


def _send(port: int) -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port))


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def main() -> None:
    """Lock this process, try everything, print what worked or ``held``."""
    secret, port = Path(sys.argv[1]), int(sys.argv[2])
    taken = confine(Lock(), parent=os.getppid())
    missing = sorted({"landlock", "seccomp"} - taken)
    worked = [f"no {name}" for name in missing]
    for name, attempt in _attempts(secret, port).items():
        try:
            attempt()
        except OSError:
            continue
        worked.append(name)
    sys.stdout.write(json.dumps(worked) if worked else "held")


if __name__ == "__main__":
    main()
