"""A lock as the system enforces it: on this kernel, on real processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.confine import launch
from graph.confine.lock import Lock
from graph.rooms import selftest
from tests.engines import free_port

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="LOUD: the lock is Linux's")

_TRY = """
import os, socket
from graph.confine.lock import Lock, confine
taken = confine(Lock({lock}))
assert taken == {{"landlock", "seccomp"}}, taken
try:
    print("did", {what})
except (OSError, ValueError) as error:
    print("refused", error)
"""


def attempt(what: str, **lock: object) -> str:
    described = ", ".join(f"{name}={value!r}" for name, value in lock.items())
    done = subprocess.run(
        [sys.executable, "-c", _TRY.format(lock=described, what=what)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[0]


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file").write_text("x")
    return tmp_path


def test_a_readable_folder_is_read_and_not_written(folder):
    inside = str(folder / "in")
    assert attempt(f"os.listdir({inside!r})", readable=(inside,)) == "did"
    assert attempt(f"open({inside + '/file'!r}).read()", readable=(inside,)) == "did"
    assert attempt(f"open({inside + '/file'!r}, 'a')", readable=(inside,)) == "refused"
    assert attempt(f"open({inside + '/new'!r}, 'w')", readable=(inside,)) == "refused"
    assert attempt(f"os.listdir({str(folder)!r})", readable=(inside,)) == "refused"


def test_a_writable_folder_is_written(folder):
    inside = str(folder / "in")
    assert attempt(f"open({inside + '/new'!r}, 'w')", writable=(inside,)) == "did"
    assert attempt(f"os.remove({inside + '/new'!r})", writable=(inside,)) == "did"
    assert attempt(f"os.symlink('/etc', {inside + '/link'!r})", writable=(inside,)) == "refused"


@pytest.mark.parametrize(
    "what",
    [
        "os.chmod({file!r}, 0o777)", "os.utime({file!r})", "os.rename({file!r}, {file!r} + '2')",
        "os.truncate({file!r}, 0)", "os.remove({file!r})", "os.mkdir({file!r} + 'd')",
        "os.link({file!r}, {file!r} + 'l')", "os.setxattr({file!r}, 'user.a', b'x')",
        "os.chown({file!r}, 0, 0)", "os.mkfifo({file!r} + 'p')",
    ],
)  # fmt: skip
def test_files_outside_are_not_changed_in_any_way(folder, what):
    file = folder / "in" / "file"
    before = file.stat()
    assert attempt(what.format(file=str(file))) == "refused"
    assert file.stat() == before
    assert [f.name for f in (folder / "in").iterdir()] == ["file"]


def test_it_listens_where_it_may_and_nowhere_else():
    port, other = free_port(), free_port()
    listen = "socket.create_server(('127.0.0.1', {}))"
    assert attempt(listen.format(port), ports=(port,)) == "did"
    assert attempt(listen.format(other), ports=(port,)) == "refused"
    assert attempt(listen.format(port)) == "refused"


@pytest.mark.parametrize(
    "what",
    [
        "socket.create_connection(('127.0.0.1', {port}), 2)",
        "socket.socket().sendto(b'x', 0x20000000, ('127.0.0.1', {port}))",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_UNIX)",
        "os.fork()", "os.kill(1, 0)", "os.execv('/bin/true', ['true'])", "os.kill(os.getppid(), 0)",
    ],
)  # fmt: skip
def test_it_reaches_nobody(what):
    port = free_port()
    assert attempt(what.format(port=port), ports=(port,)) == "refused"


def test_threads_still_start():
    what = "__import__('_thread').start_new_thread(abs, (1,))"
    assert attempt(what) == "did"


def test_limits_hold_and_cannot_be_raised():
    raised = "__import__('resource').setrlimit(7, (999, 999))"
    assert attempt(raised, limits={"RLIMIT_NOFILE": 64}) == "refused"


def test_a_launched_program_was_locked_before_it_began(folder):
    secret = folder / "in" / "file"
    lock = Lock(
        readable=("/usr", "/lib", "/lib64", "/etc/ld.so.cache"),
        executable=("/bin/cat", "/usr", "/lib", "/lib64"),
    )
    program = str(Path("/bin/cat").resolve())
    done = subprocess.run(
        launch.command(lock, [program, str(secret)]), capture_output=True, text=True, check=False
    )
    assert "Permission denied" in done.stderr
    assert not done.stdout


def test_a_launched_program_sees_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("LACAK_STORE_PASSWORD", "hush")
    lock = Lock(executable=("/usr", "/lib", "/lib64", "/bin"))
    program = str(Path("/usr/bin/env").resolve())
    done = subprocess.run(launch.command(lock, [program]), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"LANG" in done.stdout
    assert b"hush" not in done.stdout


def test_what_cannot_be_run_is_told():
    done = subprocess.run(
        launch.command(Lock(), ["/nowhere/program"]), capture_output=True, text=True, check=False
    )
    assert done.returncode == launch.REFUSED_EXIT
    assert "/nowhere/program" in done.stderr


def test_the_self_test_holds_here():
    assert selftest.problem() is None


def test_the_self_test_finds_what_gets_out(tmp_path, monkeypatch):
    """A lock that takes nothing must be noticed."""
    secret = tmp_path / "folder" / "secret"
    secret.parent.mkdir()
    secret.write_text("x")
    code = (
        "import sys; from graph.rooms import selftest; "
        "selftest.confine = lambda *_, **__: frozenset(); "
        f"sys.argv = ['x', {str(secret)!r}, '1']; "
        "selftest._attempts = lambda s, p: {'read a file': s.read_text}; selftest.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == '["no landlock", "no seccomp", "read a file"]'
