"""Become a program that was locked before its first instruction.

Run as ``python -I -m graph.confine.launch LOCK PROGRAM ARGUMENT…`` with the lock as JSON.
"""

from __future__ import annotations

import ctypes
import dataclasses
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from graph.confine.lock import Lock, confine

REFUSED_EXIT = 78
"""Exit code where a part of the lock did not take hold; the program was not started."""

# Nothing of our own environment goes along: it may hold passwords.
_ENVIRONMENT = (b"LANG=C.UTF-8", b"MALLOC_ARENA_MAX=2")


def command(lock: Lock, program: Sequence[str]) -> list[str]:
    """Return the command line that starts a program under a lock."""
    described = json.dumps(dataclasses.asdict(lock))
    return [sys.executable, "-I", "-m", "graph.confine.launch", described, *program]


def main() -> None:
    """Lock this process and become the program, or exit with :data:`REFUSED_EXIT`."""
    lock = _lock(json.loads(sys.argv[1]))
    argv = [os.fsencode(part) for part in sys.argv[2:]]
    name = ctypes.create_string_buffer(argv[0])
    arguments = (ctypes.c_char_p * (len(argv) + 1))(*argv, None)
    environment = (ctypes.c_char_p * (len(_ENVIRONMENT) + 1))(*_ENVIRONMENT, None)
    libc = ctypes.CDLL(None, use_errno=True)
    taken = confine(lock, execs=ctypes.addressof(name))
    if taken != {"landlock", "seccomp"}:
        missing = ", ".join(sorted({"landlock", "seccomp"} - taken))
        sys.stderr.write(f"This system has no {missing}; the program was not started.\n")
        os._exit(REFUSED_EXIT)
    libc.execve(name, arguments, environment)
    sys.stderr.write(f"{sys.argv[2]}: {os.strerror(ctypes.get_errno())}\n")
    os._exit(REFUSED_EXIT)


def _lock(given: dict[str, Any]) -> Lock:
    # JSON has lists where a lock has tuples.
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    return Lock(**values)


if __name__ == "__main__":
    main()
