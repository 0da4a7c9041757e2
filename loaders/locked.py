"""Parse what strangers wrote in a process that can do nothing else.

The child reads the files it was given and answers on one pipe. Before it looks at the first
byte it gives up everything else: memory, time and file size are bounded, it dies with its
parent, and where Linux offers it, Landlock takes the file system and the network away and
seccomp the system calls that start programs or open sockets. On other systems the bounds
that exist there still hold.

The parent never waits for ever: a child that says nothing for too long is killed, and
whatever ends a child early becomes one readable error.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from graph.confine.lock import Lock, confine
from loaders.errors import LoadError

_DATA, _ERROR, _DONE = b"D", b"E", b"Z"
_MEMORY_EXIT = 77
_MAXIMUM_FRAME = 64 << 20


class LockedError(LoadError):
    """The locked process was stopped, or stopped itself, before it was done."""

    indonesian = "Proses terkunci yang membaca berkas berhenti sebelum selesai."


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a locked process may use.

    Attributes:
        memory_mb: Address space beyond that of the libraries and threads it starts with.
        idle_seconds: Time between two answers.
        cpu_seconds: Processor time in all.
        hint: What to say about raising these bounds.
    """

    memory_mb: int = 900
    idle_seconds: float = 20
    cpu_seconds: int = 600
    hint: str = ""


class _Order(msgspec.Struct, frozen=True):
    """What the parent sends first."""

    memory_mb: int
    cpu_seconds: int
    readable: list[str]
    payload: bytes
    parent: int


def stream(
    module: str, payload: bytes, readable: Sequence[Path], bounds: Bounds
) -> Iterator[bytes]:
    """Run a module locked and yield its answers.

    Args:
        module: Module whose ``__main__`` calls :func:`serve`.
        payload: Handed to it.
        readable: The only files it can open.
        bounds: What it may use.

    Raises:
        LoadError: The module refused the input; the message is its own.
        LockedError: It took too long or too much, or died.
    """
    shown = str(readable[0]) if readable else module
    files = [str(p.absolute()) for p in readable]
    order = _Order(bounds.memory_mb, bounds.cpu_seconds, files, payload, os.getpid())
    # -I: neither the working folder nor the environment decides what is imported.
    # The program is this Python, the module a constant of ours.
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"},
    )
    try:
        yield from _answers(child, msgspec.msgpack.encode(order), shown, bounds)
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout, child.stderr):
            if pipe is not None:
                pipe.close()


def _answers(
    child: subprocess.Popen[bytes], order: bytes, shown: str, bounds: Bounds
) -> Iterator[bytes]:
    if child.stdin is None or child.stdout is None or child.stderr is None:
        raise LockedError(f"{shown}: the process that reads it could not be started.")
    _send(child.stdin, order)
    output, errors = child.stdout.fileno(), child.stderr.fileno()
    receive = _Receiver(output, errors, shown, bounds)
    while True:
        kind = receive.exactly(1)
        if kind not in (_DATA, _ERROR, _DONE):
            raise LockedError(_why(child, shown, bounds, receive.tail()))
        if kind == _DONE:
            return
        size = int.from_bytes(receive.exactly(4) or b"\xff\xff\xff\xff")
        if size > _MAXIMUM_FRAME:
            raise LockedError(f"{shown}: the process that reads it answered nonsense.")
        body = receive.exactly(size)
        if len(body) != size:
            raise LockedError(_why(child, shown, bounds, receive.tail()))
        if kind == _ERROR:
            raise LoadError(body.decode(errors="replace"))
        yield body


def _send(pipe: IO[bytes], order: bytes) -> None:
    # If it died at once, reading its answer tells why.
    with contextlib.suppress(BrokenPipeError):
        pipe.write(order)
        pipe.close()


class _Receiver:
    """Reads a child's pipes without waiting longer than allowed."""

    def __init__(self, output: int, errors: int, shown: str, bounds: Bounds) -> None:
        self._output = output
        self._errors = errors
        self._shown = shown
        self._bounds = bounds
        self._buffer = bytearray()
        self._tail = b""

    def exactly(self, size: int) -> bytes:
        """Return so many bytes, fewer if the child has ended."""
        while len(self._buffer) < size and self._more():
            pass
        found = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return found

    def _more(self) -> bool:
        watched = [self._output, self._errors]
        ready, _, _ = select.select(watched, [], [], self._bounds.idle_seconds)
        if not ready:
            raise LockedError(
                f"{self._shown} gave nothing for {self._bounds.idle_seconds:g} seconds, so "
                f"reading it was stopped. {self._bounds.hint}".strip()
            )
        if self._output in ready:
            chunk = os.read(self._output, 1 << 20)
            self._buffer += chunk
            return bool(chunk)
        chunk = os.read(self._errors, 1 << 16)
        self._tail = (self._tail + chunk)[-4_000:]
        # A closed error pipe is always ready; the output decides when the child is done.
        if not chunk:
            rest = os.read(self._output, 1 << 20)
            self._buffer += rest
            return bool(rest)
        return True

    def tail(self) -> str:
        """Return the end of what the child complained about."""
        os.set_blocking(self._errors, False)
        with contextlib.suppress(BlockingIOError):
            while chunk := os.read(self._errors, 1 << 16):
                self._tail = (self._tail + chunk)[-4_000:]
        return self._tail.decode(errors="replace")


def _why(child: subprocess.Popen[bytes], shown: str, bounds: Bounds, tail: str) -> str:
    try:
        code = child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        code = 0
    is_memory = code == _MEMORY_EXIT or any(
        sign in tail for sign in ("MemoryError", "memory allocation", "out of memory")
    )
    if is_memory:
        reason = f"needs more than {bounds.memory_mb} MiB of memory to be read"
    elif code == -24:  # SIGXCPU
        reason = f"needs more than {bounds.cpu_seconds} seconds of processor time to be read"
    else:
        last = next((line for line in reversed(tail.splitlines()) if line.strip()), "")
        reason = f"made its reader fail ({last[:200] or f'exit {code}'}); the file is damaged"
    return f"{shown} {reason}, so reading it was stopped. {bounds.hint}".strip()


# -- inside the child ------------------------------------------------------------------


def serve(prepare: Callable[[bytes], None], work: Callable[[bytes], Iterable[bytes]]) -> None:
    """Answer one order, locked; the whole life of the child.

    Args:
        prepare: Imports what the work needs; runs before the lock closes.
        work: Yields the answers; may raise ``LoadError``.
    """
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Order)
    output = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    try:
        prepare(order.payload)
        lock(order.memory_mb, order.cpu_seconds, [Path(p) for p in order.readable], order.parent)
        for body in work(order.payload):
            _put(output, _DATA, body)
        output.write(_DONE)
        output.flush()
    except MemoryError:
        os._exit(_MEMORY_EXIT)
    except LoadError as error:
        _put(output, _ERROR, str(error).encode(errors="replace"))


def _put(output: IO[bytes], kind: bytes, body: bytes) -> None:
    output.write(kind + len(body).to_bytes(4))
    output.write(body)
    output.flush()


def lock(
    memory_mb: int, cpu_seconds: int, readable: Sequence[Path], parent: int | None = None
) -> None:
    """Give up everything that reading the given files does not need; there is no way back."""
    limits = {
        "RLIMIT_AS": _reserved_bytes() + (memory_mb << 20),
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": cpu_seconds,
    }
    confine(Lock(readable=tuple(map(str, readable)), limits=limits), parent)


def _reserved_bytes() -> int:
    """Return the address space that this process has already, most of it never touched."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        # Only Linux tells; elsewhere the bound is that of everything.
        return 0


__all__ = ["Bounds", "LockedError", "lock", "serve", "stream"]
