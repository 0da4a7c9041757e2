"""Landlock: which files and ports a process can still open."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# The same numbers on every architecture that Linux has added system calls to since 2019.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH, _NET_PORT = 1, 2

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
TRUNCATE = 1 << 14
_REMOVE = (1 << 4) | (1 << 5)
_MAKE_FOLDER_OR_FILE = (1 << 7) | (1 << 8)
READ = READ_FILE | READ_DIR
WRITE = READ | WRITE_FILE | _REMOVE | _MAKE_FOLDER_OR_FILE | TRUNCATE
_ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

# Rights that each version of Landlock knows: without listing a right, it is not taken away.
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_BIND, _NETWORK_RIGHTS = 1 << 0, (1 << 2) - 1
_ALL_SCOPES = (1 << 2) - 1  # abstract sockets and signals of processes outside

Rule = tuple[Path, int]


def restrict(libc: ctypes.CDLL, rules: Sequence[Rule], ports: Sequence[int]) -> int:
    """Leave this process the files and ports named; return Landlock's version, 0 for none.

    Args:
        libc: The C library, with ``errno``.
        rules: Paths and what stays possible there and beneath; absent ones are passed over.
        ports: TCP ports that it can still listen on; it connects to none (from version 4).
    """
    version = int(libc.syscall(_CREATE_RULESET, None, 0, 1))
    if version < 1:
        return 0
    rights = _FILE_RIGHTS[max(v for v in _FILE_RIGHTS if v <= version)]
    with _ruleset(libc, version, rights) as ruleset:
        if ruleset < 0:
            return 0
        for path, allowed in rules:
            if path.exists() and not _allow(libc, ruleset, path, allowed & rights):
                return 0
        for port in ports if version >= 4 else ():
            rule = struct.pack("=QQ", _BIND, port)
            libc.syscall(_ADD_RULE, ruleset, _NET_PORT, rule, 0)
        return version if libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0 else 0


@contextmanager
def _ruleset(libc: ctypes.CDLL, version: int, rights: int) -> Iterator[int]:
    network = _NETWORK_RIGHTS if version >= 4 else 0
    attributes = struct.pack("=QQQ", rights, network, _ALL_SCOPES if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = int(libc.syscall(_CREATE_RULESET, attributes, size, 0))
    try:
        yield ruleset
    finally:
        if ruleset >= 0:
            os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, allowed: int) -> bool:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        on_this = allowed if path.is_dir() else allowed & _ON_FILES
        rule = struct.pack("=Qi", on_this, descriptor)
        return bool(libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) == 0)
    finally:
        os.close(descriptor)
