"""The locked process: what it can no longer do, and how its end is told."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from loaders import locked
from loaders.errors import LoadError
from loaders.locked import Bounds, LockedError

linux = pytest.mark.skipif(sys.platform != "linux", reason="LOUD: the lock is Linux's")


def probe(order: str, readable: list[Path] | None = None, **bounds: float) -> str:
    answers = locked.stream(
        "tests.locked_probe", order.encode(), readable or [], Bounds(**bounds)  # type: ignore[arg-type]
    )  # fmt: skip
    return b"".join(answers).decode()


@pytest.fixture
def given(tmp_path) -> Path:
    path = tmp_path / "given.csv"
    path.write_text("a,b\n")
    return path


def test_reads_what_it_was_given(given):
    assert probe(f"read {given}", [given]) == "4"


@linux
@pytest.mark.parametrize(
    "path", ["/etc/passwd", "/proc/self/environ", "/etc/hostname", sys.executable]
)
def test_reads_nothing_else(given, path):
    assert probe(f"read {path}", [given]).startswith("refused")


@linux
def test_lists_no_folder(given):
    assert probe(f"list {given.parent}", [given]).startswith("refused")


@linux
def test_writes_nothing_not_even_what_it_may_read(given):
    assert probe(f"write {given}", [given]).startswith("refused")
    assert probe(f"write {given.parent / 'new'}", [given]).startswith("refused")
    assert given.read_text() == "a,b\n"
    assert not (given.parent / "new").exists()


@linux
def test_opens_no_connection(given):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert probe(f"connect {port}", [given]).startswith("refused")
        assert probe(f"datagram {port}", [given]).startswith("refused")


@linux
def test_starts_no_program_and_signals_nobody(given):
    import os

    assert probe("run /bin/true", [given]).startswith("refused")
    assert probe(f"kill {os.getpid()}", [given]).startswith("refused")


def test_too_much_memory_is_told_with_the_remedy(given):
    with pytest.raises(LockedError, match=r"given\.csv needs more than 300 MiB .* Raise it\."):
        probe("memory 2000", [given], memory_mb=300, hint="Raise it.")


def test_silence_is_ended(given):
    with pytest.raises(LockedError, match="gave nothing for 1 seconds"):
        probe("sleep 60", [given], idle_seconds=1)


@linux
def test_endless_work_is_ended(given):
    with pytest.raises(LockedError, match="more than 1 seconds of processor time"):
        probe("spin", [given], cpu_seconds=1, idle_seconds=30)


def test_a_sudden_end_is_told_with_its_last_words(given):
    with pytest.raises(LockedError, match=r"made its reader fail \(capacity overflow\)"):
        probe("say capacity overflow", [given])


def test_much_complaint_does_not_block(given):
    with pytest.raises(LockedError, match="made its reader fail"):
        probe("say " + "x" * 60_000, [given])


def test_a_refusal_keeps_its_own_words(given):
    with pytest.raises(LoadError, match=r"^given\.csv has no header\.$") as caught:
        probe("refuse given.csv has no header.", [given])
    assert not isinstance(caught.value, LockedError)


def test_an_answer_that_nobody_reads_on_leaves_no_process(given):
    import os

    answers = locked.stream("tests.locked_probe", b"pid", [given], Bounds())
    child = int(next(answers))
    answers.close()
    # Closing waits for the child, so a second wait finds none of this number.
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_both_locks_take_hold_here(given):
    """On the machines that build Lacak both exist; a kernel without them must be noticed."""
    if sys.platform != "linux":
        pytest.skip("LOUD: no Landlock and no seccomp on this system")
    assert probe("read /etc/passwd", [given]) == "refused: Permission denied"
    assert probe("run /bin/true", [given]) == "refused: Operation not permitted"
