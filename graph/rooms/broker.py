"""The process that forks one worker for each query; started by :mod:`graph.rooms.workers`.

It has one thread, so that a fork copies a process at rest, and imports what workers need
once. Each worker serves one query and ends; whatever the query did to it ends with it. The
broker reads no query and no data: it passes a socket on, and kills whoever is late.
"""

from __future__ import annotations

import importlib
import os
import select
import signal
import socket
import struct
import sys
import time
from types import ModuleType

from graph.confine.lock import limit
from graph.rooms.frames import ERROR, Order, Receiver, put
from graph.rooms.limits import GRACE_SECONDS, MEMORY_MB

REQUEST = struct.Struct("=cd")
"""What comes with each socket: the language's first letter, and seconds."""

_WORK = {b"c": "graph.engines.free", b"s": "graph.rooms.rdf"}
_BASE_MB = 512
"""Address space that a worker has mapped before it starts."""


def serve(control: socket.socket) -> None:
    """Fork a worker for every socket that comes in, until the other side closes."""
    deadlines: dict[int, float] = {}
    while True:
        ready, _, _ = select.select([control], [], [], 0.1 if deadlines else None)
        _tend(deadlines)
        if not ready:
            continue
        message, descriptors, _, _ = socket.recv_fds(control, REQUEST.size, 1)
        if not message:
            return
        letter, seconds = REQUEST.unpack(message)
        work = importlib.import_module(_WORK[letter])
        process_id = os.fork()
        if process_id == 0:
            control.close()
            _work(descriptors[0], seconds, work)
        os.close(descriptors[0])
        deadlines[process_id] = time.monotonic() + seconds + 2 * GRACE_SECONDS


def _tend(deadlines: dict[int, float]) -> None:
    now = time.monotonic()
    for process_id, deadline in list(deadlines.items()):
        if now > deadline:
            os.kill(process_id, signal.SIGKILL)
        if os.waitpid(process_id, os.WNOHANG)[0]:
            del deadlines[process_id]


def _work(descriptor: int, seconds: float, module: ModuleType) -> None:
    """Serve one query; the whole life of a worker."""
    channel = socket.socket(fileno=descriptor)
    try:
        # Whatever it is doing, in whatever language, it ends then.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)
        limits = {
            "RLIMIT_AS": (MEMORY_MB + _BASE_MB) << 20,
            "RLIMIT_CPU": int(seconds) + 2,
            "RLIMIT_FSIZE": 0,
            "RLIMIT_CORE": 0,
            "RLIMIT_NOFILE": 512,
        }
        limit(limits)
        order = _order(channel, seconds)
        module.answer(channel, order)
        os._exit(0)
    except MemoryError:
        put(channel, ERROR, b"memory:")
    finally:
        # Nothing of the broker's runs in a worker, not even its way out.
        os._exit(1)


def _order(channel: socket.socket, seconds: float) -> Order:
    import msgspec

    receiver = Receiver(channel, time.monotonic() + seconds)
    # One frame with the kind of an end, so that reading stops there.
    [(_, body)] = receiver.frames()
    channel.settimeout(None)
    return msgspec.msgpack.decode(body, type=Order)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(socket.socket(fileno=int(sys.argv[1])))
