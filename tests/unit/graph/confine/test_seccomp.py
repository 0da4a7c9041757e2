"""The filter, run by an interpreter of its own: what each call gets, without making it."""

from __future__ import annotations

import os
import struct

import pytest

from graph.confine import seccomp

ALLOWED, REFUSED, ABSENT = 0x7FFF0000, 0x00050001, 0x00050026
X86, ARM = 0xC000003E, 0xC00000B7


def decide(machine: str, number: int, *arguments: int, architecture: int | None = None, **how):
    """Run the filter on one call as the kernel does; return what it says."""
    rules = {"listens": False, "forks": False, "execs": 0, **how}
    steps = list(seccomp._program(machine, **rules))
    arch = architecture if architecture is not None else {"x86_64": X86, "aarch64": ARM}[machine]
    given = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<iIQ6Q", number, arch, 0, *given)
    position = accumulator = 0
    while True:
        code, yes, no, value = steps[position]
        position += 1
        match code:
            case 0x20:
                accumulator = struct.unpack_from("<I", data, value)[0]
            case 0x54:
                accumulator &= value
            case 0x15:
                position += yes if accumulator == value else no
            case 0x35:
                position += yes if accumulator >= value else no
            case 0x45:
                position += yes if accumulator & value else no
            case 0x06:
                return value
            case _:
                pytest.fail(f"no such instruction: {code:x}")


@pytest.mark.parametrize("number", [0, 1, 3, 9, 39, 202, 257])
def test_ordinary_calls_are_allowed(number):
    assert decide("x86_64", number) == ALLOWED


@pytest.mark.parametrize(
    "number",
    [42, 101, 165, 175, 200, 272, 298, 307, 308, 310, 321, 322, 323, 425, 434, 438, 90, 260, 280],
)
@pytest.mark.parametrize("listens", [False, True])
def test_what_reaches_out_is_refused(number, listens):
    assert decide("x86_64", number, listens=listens) == REFUSED


def test_other_architectures_and_x32_are_refused():
    assert decide("x86_64", 0, architecture=0x40000003) == REFUSED
    assert decide("x86_64", 0x40000000) == REFUSED


@pytest.mark.parametrize("number", [41, 43, 44, 46, 49, 50, 288])
def test_without_ports_there_are_no_sockets(number):
    assert decide("x86_64", number) == REFUSED


def test_with_ports_there_are_tcp_sockets_only():
    def made(*arguments: int) -> int:
        return decide("x86_64", 41, *arguments, listens=True)

    assert made(2, 1) == ALLOWED
    assert made(10, 1 | 0o2000000 | 0o4000) == ALLOWED
    assert made(2, 2) == REFUSED  # datagrams
    assert made(2, 3) == REFUSED  # raw
    assert made(1, 1) == REFUSED  # sockets in the file system
    assert made(16, 3) == REFUSED  # the kernel's own
    assert decide("x86_64", 50, listens=True) == ALLOWED


def test_data_goes_to_who_is_connected_only():
    def sent(flags: int, to: int) -> int:
        return decide("x86_64", 44, 3, 0, 0, flags, to, listens=True)

    assert sent(0, 0) == ALLOWED
    assert sent(0, 0x7FFF00001234) == REFUSED
    assert sent(0, 1 << 32) == REFUSED
    assert sent(0x20000000, 0) == REFUSED  # opens a connection along with the data
    assert decide("x86_64", 46, 3, 0, 0x20000000, listens=True) == REFUSED
    assert decide("x86_64", 46, 3, 0, 0, listens=True) == ALLOWED


def test_threads_yes_processes_no():
    assert decide("x86_64", 56, 0x3D0F00) == ALLOWED
    assert decide("x86_64", 56, 17) == REFUSED
    assert decide("x86_64", 57) == REFUSED
    assert decide("x86_64", 58) == REFUSED
    assert decide("x86_64", 435) == ABSENT
    assert decide("x86_64", 56, 17, forks=True) == ALLOWED


def test_one_program_by_the_address_of_its_name():
    name = 0x7F1234567890
    assert decide("x86_64", 59, name, execs=name) == ALLOWED
    assert decide("x86_64", 59, name + 1, execs=name) == REFUSED
    assert decide("x86_64", 59, name & 0xFFFFFFFF, execs=name) == REFUSED
    assert decide("x86_64", 59, name) == REFUSED


def test_signals_to_itself_only():
    assert decide("x86_64", 62, os.getpid()) == ALLOWED
    assert decide("x86_64", 62, 1) == REFUSED
    assert decide("x86_64", 234, os.getpid(), 5, 6) == ALLOWED
    assert decide("x86_64", 234, 1, 5, 6) == REFUSED


def test_limits_are_read_and_not_raised():
    assert decide("x86_64", 302, 0, 7, 0) == ALLOWED
    assert decide("x86_64", 302, 0, 7, 0x7F0000000000) == REFUSED


def test_the_other_architecture_has_its_own_numbers():
    assert decide("aarch64", 203) == REFUSED
    assert decide("aarch64", 198, 2, 1) == REFUSED
    assert decide("aarch64", 198, 2, 1, listens=True) == ALLOWED
    assert decide("aarch64", 42) == ALLOWED
    assert decide("aarch64", 221, 5, execs=5) == ALLOWED


def test_jumps_stay_within_the_filter():
    for machine in ("x86_64", "aarch64"):
        steps = list(seccomp._program(machine, listens=True, forks=False, execs=1))
        assert len(steps) < 4096
        assert all(
            i + 1 + max(yes, no) < len(steps) for i, (_, yes, no, _) in enumerate(steps[:-1])
        )
