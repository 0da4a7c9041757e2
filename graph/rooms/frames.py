"""What a worker is told and what it answers, as frames on a socket.

An order is one frame; an answer is columns, then rows in batches, then the end, or an error
at any place. Whatever ends without an end or an error was killed.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec
import orjson

from graph.rooms.limits import Limits

COLUMNS, ROWS, END, ERROR = b"C", b"R", b"Z", b"E"
MAXIMUM_FRAME = 64 << 20
_BATCH_BYTES = 1 << 16


class Order(msgspec.Struct, frozen=True):
    """One query.

    Attributes:
        language: ``"cypher"`` or ``"sparql"``.
        text: The query.
        parameters: Values of its parameters, as JSON.
        limits: What it may use.
        target: Cypher: address, HTTP port, user and password of the room. SPARQL: the store's
            folder.
    """

    language: str
    text: str
    parameters: bytes
    limits: Limits
    target: list[str]


@dataclass(frozen=True, slots=True)
class Failure:
    """An error that the engine told.

    Attributes:
        kind: ``"refused"``, ``"unavailable"``, ``"time"`` or ``"memory"``.
        message: The engine's words.
    """

    kind: str
    message: str


class EndedError(Exception):
    """The worker is gone without having finished its answer."""


def put(channel: socket.socket, kind: bytes, body: bytes) -> None:
    """Send one frame on a socket that blocks."""
    left = memoryview(kind + len(body).to_bytes(4) + body)
    while left:
        # Not `send`: a locked process has no system call for it.
        left = left[os.write(channel.fileno(), left) :]


def put_answer(
    channel: socket.socket, columns: Iterable[str], rows: Iterable[list[object]], limits: Limits
) -> None:
    """Send an answer, as much of it as the limits let through."""
    put(channel, COLUMNS, orjson.dumps(list(columns)))
    batch: list[bytes] = []
    waiting = sent = 0
    is_truncated = False
    for count, row in enumerate(rows, 1):
        encoded = orjson.dumps(row, default=str)
        sent += len(encoded)
        if count > limits.rows or sent > limits.size:
            is_truncated = True
            break
        batch.append(encoded)
        waiting += len(encoded)
        if waiting > _BATCH_BYTES:
            put(channel, ROWS, b"[" + b",".join(batch) + b"]")
            batch, waiting = [], 0
    put(channel, ROWS, b"[" + b",".join(batch) + b"]")
    put(channel, END, b"\x01" if is_truncated else b"\x00")


class Receiver:
    """Reads frames until a moment.

    Args:
        channel: Where they come from.
        deadline: The moment, on the monotonic clock.
    """

    def __init__(self, channel: socket.socket, deadline: float) -> None:
        self._channel = channel
        self._deadline = deadline

    def frames(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield kind and body of each frame, up to and with the last.

        Raises:
            EndedError: The sender is gone, or the moment is over.
        """
        kind = b""
        while kind not in (END, ERROR):
            head = self._exactly(5)
            kind, size = head[:1], int.from_bytes(head[1:])
            if size > MAXIMUM_FRAME:
                raise EndedError
            yield kind, self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise EndedError
            self._channel.settimeout(left)
            try:
                chunk = self._channel.recv(min(size - len(found), 1 << 20))
            except OSError as error:
                raise EndedError from error
            if not chunk:
                raise EndedError
            found += chunk
        return bytes(found)
