"""Linux only: take the file system, the network, and new programs away from this process.

Plain system calls through ctypes, because they are few and a dependency would be one more
thing to trust. Where the kernel lacks one, the others still hold.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
from collections.abc import Sequence
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2

# The same numbers on every architecture that Linux has added system calls to since 2019.
_LANDLOCK_CREATE_RULESET = 444
_LANDLOCK_ADD_RULE = 445
_LANDLOCK_RESTRICT_SELF = 446
_LANDLOCK_RULE_PATH_BENEATH = 1
_READ_FILE = 1 << 2

# Rights that each version of Landlock knows: without listing a right, it is not taken away.
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_NETWORK_RIGHTS = (1 << 2) - 1

# Numbers of the calls that are refused: they start programs, open sockets, or touch others.
_FORBIDDEN = {
    "x86_64": (
        0xC000003E,
        # socket connect accept sendto bind listen execve kill ptrace execveat tgkill
        # process_vm_readv process_vm_writev bpf io_uring_setup
        (41, 42, 43, 44, 49, 50, 59, 62, 101, 322, 200, 310, 311, 321, 425),
    ),
    "aarch64": (
        0xC00000B7,
        (198, 203, 202, 206, 200, 201, 221, 129, 117, 281, 130, 270, 271, 280, 425),
    ),
}
_RETURN_ALLOW = 0x7FFF0000
_RETURN_REFUSE = 0x00050000 | 1  # EPERM
_LOAD_ABSOLUTE, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_X32 = 0x40000000
_SYSCALL_OFFSET, _ARCHITECTURE_OFFSET = 0, 4


def confine(readable: Sequence[Path]) -> frozenset[str]:
    """Lock this process; return which of ``landlock`` and ``seccomp`` took hold.

    Args:
        readable: The only files that can still be opened, for reading.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() == 1:
        # The parent ended before the line above; nobody waits for an answer.
        os._exit(1)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    taken = {"landlock"} if _landlock(libc, readable) else set()
    if _seccomp(libc):
        taken.add("seccomp")
    return frozenset(taken)


def _landlock(libc: ctypes.CDLL, readable: Sequence[Path]) -> bool:
    version = libc.syscall(_LANDLOCK_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    rights = _FILE_RIGHTS[max(v for v in _FILE_RIGHTS if v <= version)]
    attributes = struct.pack("=QQ", rights, _NETWORK_RIGHTS if version >= 4 else 0)
    size = 16 if version >= 4 else 8
    ruleset = libc.syscall(_LANDLOCK_CREATE_RULESET, attributes, size, 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            if path.exists():
                _allow(libc, ruleset, path)
        return bool(libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", _READ_FILE, descriptor)
        libc.syscall(_LANDLOCK_ADD_RULE, ruleset, _LANDLOCK_RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def _seccomp(libc: ctypes.CDLL) -> bool:
    known = _FORBIDDEN.get(platform.machine())
    if known is None:
        return False
    architecture, forbidden = known
    count = len(forbidden)
    program = [
        (_LOAD_ABSOLUTE, 0, 0, _ARCHITECTURE_OFFSET),
        # Another architecture has other numbers: refuse whatever it asks.
        (_JUMP_EQUAL, 0, count + 3, architecture),
        (_LOAD_ABSOLUTE, 0, 0, _SYSCALL_OFFSET),
        # So has x32, which shares the architecture and marks its numbers with a high bit.
        (_JUMP_AT_LEAST, count + 1, 0, _X32),
        *((_JUMP_EQUAL, count - i, 0, number) for i, number in enumerate(forbidden)),
        (_RETURN, 0, 0, _RETURN_ALLOW),
        (_RETURN, 0, 0, _RETURN_REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in program))
    # struct sock_fprog: a count, then a pointer aligned to its size.
    head = struct.pack("@HP", len(program), ctypes.addressof(code))
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, head, 0, 0) == 0)
