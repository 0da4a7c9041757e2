"""An embedded engine that is locked before its first instruction, for callers' own queries.

It serves one folder that was filled beforehand, which neither it nor anybody who talks to it
can change: the database is opened read-only, its only user may read records, and the system
takes from it every other file but its runtime's, every connection that it would open, new
processes, and more memory than was granted.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.confine import launch
from graph.confine.lock import Lock
from graph.engines import runtime

USER = "reader"
_GROUP = "readers"
_ITERATIONS = 65536
"""What the engine demands at least."""

_CODE_MB = 400
"""Memory of the Java runtime beside its heap: code, classes, stacks, buffers."""

_LIBRARIES = (
    "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libz.so.1",
    "libgcc_s.so.1", "libstdc++.so.6",
)  # fmt: skip
_LIBRARY_FOLDERS = ("/lib64", "/usr/lib64", "/lib", "/usr/lib", "/lib/*-linux-gnu")
_DEVICES = ("/dev/urandom", "/dev/random")


@dataclass(frozen=True, slots=True)
class Locked:
    """How a locked server is started.

    Attributes:
        heap_mb: Memory for queries, in MiB.
        query_seconds: When the engine itself gives up a statement.
    """

    heap_mb: int
    query_seconds: float
    user: str = USER

    @property
    def memory_mb(self) -> int:
        """Resident memory above which it is killed."""
        return self.heap_mb + _CODE_MB

    def commands(
        self, directory: Path, bolt_port: int, http_port: int
    ) -> tuple[list[str], list[str]]:
        """Return the command line that locks itself and becomes the server."""
        scratch = directory / "scratch"
        shutil.rmtree(scratch, ignore_errors=True)
        (scratch / "log").mkdir(parents=True, mode=0o700)
        found = runtime.find()
        archive = runtime.class_archive(found).file
        java, *arguments = found.command(
            scratch,
            bolt_port,
            http_port,
            self.heap_mb,
            flags=_flags(scratch),
            settings=self._settings(directory),
        )
        cached = [f"-XX:AOTCache={archive}"] if archive.exists() else []
        lock = Lock(
            readable=(
                str(found.java.parent.parent),
                str(found.jars),
                str(archive),
                str(directory / "config"),
                str(directory / "databases"),
                *_DEVICES,
            ),
            executable=(str(found.java), *_libraries()),
            writable=(str(scratch), "/dev/null"),
            ports=(bolt_port, http_port),
            limits={"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 16 << 20, "RLIMIT_NOFILE": 4096},
        )
        return launch.command(lock, [java, *cached, *arguments]), []

    def _settings(self, directory: Path) -> dict[str, str]:
        return {
            "server.configDirectory": str(directory / "config"),
            "server.databaseDirectory": str(directory / "databases"),
            "server.logsDirectory": str(directory / "scratch" / "log"),
            "server.backupDirectory": str(directory / "scratch"),
            "server.defaultDatabases": "",
            "server.defaultDatabaseMode": "READ_ONLY",
            "server.rootPasswordPath": "",
            # Asked for at the console otherwise; no user of that name exists.
            "server.rootPassword": secrets.token_urlsafe(32),
            "command.timeout": str(round(self.query_seconds * 1000)),
            "command.regexTimeout": str(round(self.query_seconds * 1000)),
            "polyglotEngineEnabled": "false",
            "studio.enabled": "false",
            "support.autoRegister": "false",
        }


def _flags(scratch: Path) -> tuple[str, ...]:
    return (
        f"-Djava.io.tmpdir={scratch}",
        "-Duser.timezone=UTC",
        # Looks into folders of the system that it no longer sees.
        "-XX:-UseContainerSupport",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:MaxMetaspaceSize=128m",
        "-XX:ReservedCodeCacheSize=64m",
        # No tool can attach, which would be done through a file and a socket.
        "-XX:+DisableAttachMechanism",
    )


def _libraries() -> Iterator[str]:
    """Yield the system's libraries that the Java runtime loads, and their loader."""
    for pattern in _LIBRARY_FOLDERS:
        for folder in sorted(Path("/").glob(pattern.lstrip("/"))):
            yield from (str((folder / n).resolve()) for n in _LIBRARIES if (folder / n).exists())
            yield from (str(p.resolve()) for p in folder.glob("ld-linux*.so.*"))
            yield from (str(p.resolve()) for p in folder.glob("ld-musl*.so.*"))


def secure(directory: Path) -> None:
    """Leave a filled folder one user, who may read records and nothing else.

    Writes the new password beside the configuration, where the locked server cannot see it.
    """
    password = secrets.token_urlsafe(32)
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    derived = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    hashed = base64.b64encode(derived).decode()
    user = {
        "name": USER,
        "databases": {runtime.DATABASE: [_GROUP]},
        "password": f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${hashed}",
    }
    groups = {_GROUP: _group(["readRecord"]), "*": _group([])}
    config = directory / "config"
    (config / "server-users.jsonl").write_text(json.dumps(user) + "\n")
    (config / "server-groups.json").write_text(
        json.dumps({"databases": {"*": {"groups": groups}}, "version": 2})
    )
    (directory / "password").touch(mode=0o600)
    (directory / "password").write_text(password)


def _group(access: list[str]) -> dict[str, object]:
    types = {"*": {"access": access}}
    return {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": types}
