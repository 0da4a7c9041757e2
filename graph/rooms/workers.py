"""Asks the broker for workers; one per process, threads share it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time

import msgspec
import orjson

from graph.rooms.broker import REQUEST
from graph.rooms.errors import RoomBusyError
from graph.rooms.frames import COLUMNS, END, ERROR, EndedError, Failure, Order, Receiver, put
from graph.rooms.limits import GRACE_SECONDS, FreeAnswer

PLACES = 4
"""Queries that run at once; more would only slow each other down."""

WAIT_SECONDS = 2.0
"""How long a query waits for a place before it is turned away."""


# Without a bound, every thread of a store may reserve an arena of 128 MB, and now and then one
# thread more than the address space of a worker holds, which ends it before it has asked.
_ENVIRONMENT = {"LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}


class Workers:
    """Runs each order in a process of its own."""

    def __init__(self) -> None:
        self._places = threading.BoundedSemaphore(PLACES)
        self._starting = threading.Lock()
        self._broker: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def run(self, order: Order) -> FreeAnswer | Failure:
        """Return what an order gave.

        Raises:
            RoomBusyError: No place became free.
            EndedError: The worker was killed, by its limits or by what it met.
        """
        if not self._places.acquire(timeout=WAIT_SECONDS):
            raise RoomBusyError(WAIT_SECONDS)
        try:
            return self._run(order)
        finally:
            self._places.release()

    def _run(self, order: Order) -> FreeAnswer | Failure:
        started = time.monotonic()
        deadline = started + order.limits.seconds + 2 * GRACE_SECONDS
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._send(order, theirs)
            with contextlib.suppress(BrokenPipeError):
                put(ours, END, msgspec.msgpack.encode(order))
            return _answer(Receiver(ours, deadline), started)

    def _send(self, order: Order, channel: socket.socket) -> None:
        message = REQUEST.pack(order.language[0].encode(), order.limits.seconds)
        for attempt in range(2):
            control = self._running()
            try:
                socket.send_fds(control, [message], [channel.fileno()])
            except OSError:
                # The broker is gone: the next round starts another.
                if attempt:
                    raise
            else:
                return

    def _running(self) -> socket.socket:
        with self._starting:
            if self._control is None or self._broker is None or self._broker.poll() is not None:
                self._stop()
                ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                with theirs:
                    # -I: neither the working folder nor the environment decides on imports.
                    # The program is this Python, the module a constant of ours.
                    self._broker = subprocess.Popen(  # noqa: S603
                        [sys.executable, "-I", "-m", "graph.rooms.broker", str(theirs.fileno())],
                        pass_fds=(theirs.fileno(),),
                        stdin=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL,
                        env=_ENVIRONMENT,
                    )
                self._control = ours
            return self._control

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._broker is not None:
            # It leaves by itself when its socket closes; its workers' time is limited.
            self._broker.wait()
        self._broker = self._control = None

    def close(self) -> None:
        """Let the broker leave."""
        with self._starting:
            self._stop()


def _answer(receiver: Receiver, started: float) -> FreeAnswer | Failure:
    columns: tuple[str, ...] = ()
    rows: list[list[object]] = []
    is_truncated = False
    for kind, body in receiver.frames():
        if kind == ERROR:
            name, _, message = body.decode(errors="replace").partition(":")
            return Failure(name, message)
        if kind == END:
            is_truncated = body != b"\x00"
        elif kind == COLUMNS:
            columns = tuple(orjson.loads(body))
        else:
            rows.extend(orjson.loads(body))
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    return FreeAnswer(columns, made, is_truncated, time.monotonic() - started)  # type: ignore[arg-type]  # decoded JSON


__all__ = ["PLACES", "EndedError", "Workers"]
