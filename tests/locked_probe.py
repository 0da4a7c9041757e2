"""A locked process that tries what the test asks for; started as ``tests.locked_probe``."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from loaders import locked
from loaders.errors import LoadError


def _read(path: str) -> str:
    return str(len(Path(path).read_bytes()))


def _write(path: str) -> str:
    return str(Path(path).write_text("x"))


def _connect(port: str) -> str:
    socket.create_connection(("127.0.0.1", int(port)), 2)
    return "connected"


def _datagram(port: str) -> str:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", int(port)))
    return "sent"


def _run(program: str) -> str:
    os.execv(program, [program])
    return "ran"


def _memory(megabytes: str) -> str:
    return str(len(bytearray(int(megabytes) << 20)))


def _sleep(seconds: str) -> str:
    time.sleep(float(seconds))
    return "slept"


def _spin(_: str) -> str:
    while True:
        pass


def _say(text: str) -> str:
    sys.stderr.write(text)
    sys.stderr.flush()
    os._exit(3)


def _refuse(text: str) -> str:
    raise LoadError(text)


def _kill(pid: str) -> str:
    os.kill(int(pid), 0)
    return "signalled"


TRICKS: dict[str, Callable[[str], str]] = {
    "read": _read, "write": _write, "connect": _connect, "datagram": _datagram, "run": _run,
    "memory": _memory, "sleep": _sleep, "spin": _spin, "say": _say, "refuse": _refuse,
    "kill": _kill, "pid": lambda _: str(os.getpid()),
    "list": lambda path: str(len(list(Path(path).iterdir()))),
}  # fmt: skip


def work(payload: bytes) -> Iterator[bytes]:
    """Try one trick; what stops it is the answer."""
    name, _, argument = payload.decode().partition(" ")
    try:
        yield TRICKS[name](argument).encode()
    except OSError as error:
        yield f"refused: {error.strerror}".encode()


if __name__ == "__main__":
    locked.serve(lambda _: None, work)
