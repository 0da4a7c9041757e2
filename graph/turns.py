"""Turns at a folder of snapshots: one at a time publishes there and fills the engine.

Holds between processes and between threads of one. The kernel drops what a killed process held.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import TurnError
from graph.snapshots import SnapshotError

WAIT_SECONDS = 1800.0
"""How long others are waited for: the largest graphs are filled in less."""

_FILE = ".turn.lock"
_RETRY_SECONDS = 0.1


class _Mine(threading.local):
    """The files that this thread has locked."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()


_mine = _Mine()


@contextmanager
def turn(
    root: Path, on_wait: Callable[[], None] | None = None, seconds: float = WAIT_SECONDS
) -> Iterator[None]:
    """Wait until nobody else writes below a folder of snapshots, and keep others waiting.

    Whoever has the turn may ask for it again.

    Args:
        root: Folder of snapshots.
        on_wait: Called once where somebody else has the turn.
        seconds: How long to wait.

    Raises:
        TurnError: Others took longer.
        SnapshotError: The folder cannot be written.
    """
    path = root.absolute() / _FILE
    if path in _mine.paths:
        yield
        return
    try:
        root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise SnapshotError(f"The folder {root} cannot be written: {error}.") from error
    try:
        _take(descriptor, root, on_wait, seconds)
        _mine.paths.add(path)
        yield
    finally:
        _mine.paths.discard(path)
        # Not by closing alone: a process forked meanwhile has the file open, too.
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _take(descriptor: int, root: Path, on_wait: Callable[[], None] | None, seconds: float) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise TurnError(root, seconds) from error
        else:
            return
        if on_wait is not None:
            on_wait()
            on_wait = None
        time.sleep(_RETRY_SECONDS)
