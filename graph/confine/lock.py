"""What a locked process may still do, and putting the lock on."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.confine import landlock, seccomp

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(frozen=True, slots=True)
class Lock:
    """What stays possible; everything else is taken.

    Attributes:
        readable: Files, and folders with all beneath, that can be opened for reading.
        executable: Files that can be run or loaded as code, and read.
        writable: Folders in which files can be made, changed and deleted.
        ports: TCP ports that can be listened on; without any there are no sockets at all.
        can_fork: May start processes (locked like itself), not only threads.
        limits: Resource limits by name in :mod:`resource`, as ``RLIMIT_AS``.
    """

    readable: tuple[str, ...] = ()
    executable: tuple[str, ...] = ()
    writable: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    can_fork: bool = False
    limits: Mapping[str, int] | None = None


def confine(lock: Lock, parent: int | None = None, execs: int = 0) -> frozenset[str]:
    """Lock this process for good; return which of ``landlock`` and ``seccomp`` took hold.

    Args:
        lock: What stays.
        parent: The process to die with; the present parent where absent.
        execs: Address of the file name that may still be executed; see :mod:`launch`.
    """
    limit(lock.limits or {})
    if sys.platform != "linux":
        return frozenset()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        # The parent ended before the line above; nobody waits for an answer.
        os._exit(1)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    rules = [(Path(path), landlock.READ) for path in lock.readable]
    rules += [(Path(path), landlock.READ | landlock.EXECUTE) for path in lock.executable]
    rules += [(Path(path), landlock.WRITE) for path in lock.writable]
    taken = {"landlock"} if landlock.restrict(libc, rules, lock.ports) else set()
    if seccomp.restrict(libc, listens=bool(lock.ports), forks=lock.can_fork, execs=execs):
        taken.add("seccomp")
    return frozenset(taken)


def limit(limits: Mapping[str, int]) -> None:
    """Bound what this process and those it starts may use, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for name, value in limits.items():
        number: int = getattr(resource, name)
        hard = resource.getrlimit(number)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # One second apart for time, so that a signal says what happened before the kill.
        is_time = name == "RLIMIT_CPU"
        resource.setrlimit(number, (bound, bound + 1 if is_time and bound == value else bound))
