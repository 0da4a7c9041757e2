"""Seccomp: which system calls a process can still make.

A list of what is refused, not of what is allowed: Java's and RocksDB's calls change with
their versions, while what reaches out of a process changes with the kernel only.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Iterator
from typing import NamedTuple

_PR_SET_SECCOMP = 22
_MODE_FILTER = 2
_ALLOW, _REFUSE, _ABSENT = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # EPERM, ENOSYS
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_X32 = 0x40000000
_CLONE_THREAD = 0x00010000
_FAST_OPEN = 0x20000000
_STREAM, _TYPE_MASK, _INET, _INET6 = 1, 0xF, 2, 10

Step = tuple[int, int, int, int]


class _Call(NamedTuple):
    """Number of a system call by architecture; -1 where it does not exist."""

    x86_64: int
    aarch64: int


def _same(number: int) -> _Call:
    return _Call(number, number)


_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_CONDITIONAL = {
    "socket": _Call(41, 198), "sendto": _Call(44, 206), "sendmsg": _Call(46, 211),
    "bind": _Call(49, 200), "listen": _Call(50, 201), "accept": _Call(43, 202),
    "accept4": _Call(288, 242), "clone": _Call(56, 220), "clone3": _same(435),
    "fork": _Call(57, -1), "vfork": _Call(58, -1), "execve": _Call(59, 221),
    "kill": _Call(62, 129), "tgkill": _Call(234, 131), "prlimit64": _Call(302, 261),
}  # fmt: skip

_FORBIDDEN = (
    # Reach other machines and other processes.
    _Call(42, 203), _Call(307, 269),  # connect, sendmmsg
    _Call(322, 281), _Call(200, 130),  # execveat, tkill
    _Call(129, 138), _Call(297, 240), _same(424),  # signals by other names
    _Call(101, 117), _Call(310, 270), _Call(311, 271), _same(440),  # ptrace and its kin
    _same(434), _same(438),  # pidfd_open, pidfd_getfd
    # Large or young parts of the kernel that nothing here needs.
    _Call(321, 280), _same(425), _same(426), _same(427),  # bpf, io_uring
    _Call(298, 241), _Call(323, 282),  # perf_event_open, userfaultfd
    _Call(248, 217), _Call(249, 218), _Call(250, 219),  # keys
    # The view of the file system.
    _Call(165, 40), _Call(166, 39), _Call(155, 41), _Call(161, 51), _Call(272, 97),
    _Call(308, 268), _same(428), _same(429), _same(430), _same(431), _same(432), _same(433),
    _same(442), _Call(303, 264), _Call(304, 265),
    # Who owns a file, when it changed: Landlock does not look after these.
    _Call(90, -1), _Call(91, 52), _Call(268, 53), _same(452),
    _Call(92, -1), _Call(93, 55), _Call(94, -1), _Call(260, 54),
    _Call(132, -1), _Call(235, -1), _Call(261, -1), _Call(280, 88),
    _Call(188, 5), _Call(189, 6), _Call(190, 7), _Call(197, 14), _Call(198, 15),
    _Call(199, 16), _same(463), _same(466),
    # The machine: clock, name, limits, modules, swap, restart, accounting.
    _Call(164, 170), _Call(227, 112), _Call(305, 266), _Call(159, 171),
    _Call(170, 161), _Call(171, 162), _Call(160, 164),
    _Call(175, 105), _Call(313, 273), _Call(176, 106), _Call(246, 104), _Call(320, 294),
    _Call(167, 224), _Call(168, 225), _Call(169, 142), _Call(163, 89), _Call(179, 60),
    _Call(103, 116),
)  # fmt: skip


def restrict(libc: ctypes.CDLL, *, listens: bool, forks: bool, execs: int) -> bool:
    """Refuse this process, and what it starts, the calls listed above; tell whether it is so.

    Args:
        libc: The C library.
        listens: It may open TCP sockets, listen and accept; otherwise it has no sockets.
        forks: It may start processes, not only threads.
        execs: Address of the one file name that it may execute; 0 for none.
    """
    machine = platform.machine()
    if machine not in _ARCHITECTURES or struct.pack("=H", 1) != struct.pack("<H", 1):
        return False
    steps = list(_program(machine, listens=listens, forks=forks, execs=execs))
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    # struct sock_fprog: a count, then a pointer aligned to its size.
    head = struct.pack("@HP", len(steps), ctypes.addressof(code))
    return bool(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, head, 0, 0) == 0)


def _program(machine: str, *, listens: bool, forks: bool, execs: int) -> Iterator[Step]:
    yield _LOAD, 0, 0, 4
    # Another architecture has other numbers: refuse whatever it asks.
    yield _EQUAL, 1, 0, _ARCHITECTURES[machine]
    yield _RETURN, 0, 0, _REFUSE
    yield _LOAD, 0, 0, 0
    # So has x32, which shares the architecture and marks its numbers with a high bit.
    yield _AT_LEAST, 0, 1, _X32
    yield _RETURN, 0, 0, _REFUSE
    for call in _FORBIDDEN:
        yield from _when(getattr(call, machine), [(_RETURN, 0, 0, _REFUSE)])
    for name, steps in _conditions(listens=listens, forks=forks, execs=execs).items():
        yield from _when(getattr(_CONDITIONAL[name], machine), steps)
    yield _RETURN, 0, 0, _ALLOW


def _conditions(*, listens: bool, forks: bool, execs: int) -> dict[str, list[Step]]:
    refuse: list[Step] = [(_RETURN, 0, 0, _REFUSE)]
    # Its arguments lie in memory, where a filter cannot look: "absent" makes the C library
    # fall back on clone, whose flags it can.
    conditions = {
        "clone3": [(_RETURN, 0, 0, _ABSENT)],
        "kill": _is(0, os.getpid()),
        "tgkill": _is(0, os.getpid()),
        "prlimit64": _is(2, 0),
        "execve": _is(0, execs) if execs else refuse,
    }
    if forks:
        # Its children have other numbers than this process, and may only end themselves.
        conditions.update(kill=refuse, tgkill=refuse)
    else:
        conditions.update(clone=_has_bit(0, _CLONE_THREAD), fork=refuse, vfork=refuse)
    if listens:
        conditions.update(socket=_is_tcp(), sendto=_to_nobody(), sendmsg=_without_bit(2))
    else:
        names = ("socket", "bind", "listen", "accept", "accept4", "sendto", "sendmsg")
        conditions.update(dict.fromkeys(names, refuse))
    return conditions


def _when(number: int, steps: list[Step]) -> Iterator[Step]:
    if number >= 0:
        yield _EQUAL, 0, len(steps), number
        yield from steps


def _low(argument: int) -> Step:
    return _LOAD, 0, 0, 16 + 8 * argument


def _high(argument: int) -> Step:
    return _LOAD, 0, 0, 20 + 8 * argument


def _is(argument: int, value: int) -> list[Step]:
    return [
        _low(argument), (_EQUAL, 0, 3, value & 0xFFFFFFFF),
        _high(argument), (_EQUAL, 0, 1, value >> 32),
        (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE),
    ]  # fmt: skip


def _has_bit(argument: int, bit: int) -> list[Step]:
    return [
        _low(argument), (_ANY_BIT, 0, 1, bit), (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE),
    ]  # fmt: skip


def _without_bit(argument: int) -> list[Step]:
    # Data sent along with the opening of a connection opens one without `connect`.
    return [
        _low(argument), (_ANY_BIT, 0, 1, _FAST_OPEN),
        (_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW),
    ]  # fmt: skip


def _to_nobody() -> list[Step]:
    return [_low(3), (_ANY_BIT, 0, 1, _FAST_OPEN), (_RETURN, 0, 0, _REFUSE), *_is(4, 0)]


def _is_tcp() -> list[Step]:
    return [
        _low(0), (_EQUAL, 1, 0, _INET), (_EQUAL, 0, 3, _INET6),
        _low(1), (_AND, 0, 0, _TYPE_MASK), (_EQUAL, 1, 0, _STREAM),
        (_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW),
    ]  # fmt: skip
