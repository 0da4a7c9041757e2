"""One process at a time writes below a folder of snapshots; the others wait, and say so."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import TurnError
from graph.turns import turn

HOLDER = """
import sys
from pathlib import Path
from graph.turns import turn
with turn(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_elsewhere(root: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            other.kill()


def test_who_waits_says_so_once_and_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    told: list[str] = []
    with held_elsewhere(tmp_path) as other:

        def wait() -> None:
            told.append("waiting")
            assert other.stdin is not None
            threading.Timer(0.5, other.communicate, ["\n"]).start()

        with turn(tmp_path, wait):
            assert other.wait(10) == 0
    assert told == ["waiting"]


def test_what_a_killed_process_held_is_free(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path) as other:
        other.kill()
        other.wait()
        with turn(tmp_path, seconds=0):
            pass


def test_who_waits_too_long_is_told_what_to_do(tmp_path: Path) -> None:
    with (
        held_elsewhere(tmp_path),
        pytest.raises(TurnError, match=r"kept in the ledger: run `lacak rebuild`"),
        turn(tmp_path, seconds=0),
    ):
        pass


def test_threads_take_turns_and_whoever_has_it_may_ask_again(tmp_path: Path) -> None:
    def other() -> None:
        try:
            with turn(tmp_path, seconds=0):
                pass
        except TurnError:
            refused.append(True)

    refused: list[bool] = []
    with turn(tmp_path), turn(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert refused == [True]
    with turn(tmp_path, seconds=0):
        pass


def test_folders_are_held_apart(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path / "a"), turn(tmp_path / "b", seconds=0):
        pass
