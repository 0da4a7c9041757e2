"""Load on the API, on loopback: unloaded, sustainable, twice that, and while snapshots change.

    python bench/api_load.py --home ~/.local/share/lacak            # 5 and 10 minutes
    python bench/api_load.py --home ~/.local/share/lacak --seconds 60 --publishing-seconds 60

The server is a process of its own; the requests come from this one, over keep-alive
connections, in an open loop: a request is sent when it is due, not when the last one was
answered. Sustainable is the most that the server answers in closed loops of one, two and four
callers. Times are wall clock from the moment a request was due; "late" is what of them passed
before this process had sent it, which is the machine's and not the server's.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote

CALLERS = 256
UNLOADED_SECONDS = 15.0
SUSTAINED_SECONDS = 10.0


@dataclass
class Answers:
    """What came back: status, seconds by status, what failed on the wire, what was sent late."""

    seconds: dict[int, list[float]] = field(default_factory=dict)
    broken: Counter[str] = field(default_factory=Counter)
    late: list[float] = field(default_factory=list)

    def add(self, status: int, seconds: float) -> None:
        """Count one answer."""
        self.seconds.setdefault(status, []).append(seconds)

    @property
    def accepted(self) -> list[float]:
        """Seconds of good answers, ascending."""
        return sorted(self.seconds.get(200, []))

    def line(self, name: str, over: float) -> str:
        """Return the figures of a phase that lasted so many seconds."""
        good = self.accepted
        counts = {status: len(found) for status, found in sorted(self.seconds.items())}
        late = 1000 * at(sorted(self.late), 0.99)
        return (
            f"{name:<12} {len(good) / over:7.1f}/s accepted  p50 {1000 * at(good, 0.5):7.1f} ms  "
            f"p99 {1000 * at(good, 0.99):7.1f} ms  late p99 {late:.1f} ms  "
            f"by status {counts}  broken {dict(self.broken)}"
        )


def at(ordered: list[float], share: float) -> float:
    """Return a quantile of an ordered list; NaN for an empty one."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


class Caller:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> tuple[int, bytes]:
        """Return status and body of one request."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 24)
        reader, writer = self._streams
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            )
            return int(head.split(b" ", 2)[1]), await reader.readexactly(length)
        except BaseException:
            writer.close()
            self._streams = None
            raise


async def send(caller: Caller, path: str, due: float, answers: Answers) -> None:
    """Ask once and count what comes."""
    answers.late.append(time.perf_counter() - due)
    try:
        status, _ = await asyncio.wait_for(caller.get(path), 60)
    except (OSError, EOFError, TimeoutError, StopIteration) as error:
        answers.broken[type(error).__name__] += 1
        return
    answers.add(status, time.perf_counter() - due)


async def closed(port: int, paths: list[str], callers: int, seconds: float) -> Answers:
    """Ask with so many callers, each as soon as it was answered."""
    answers, end = Answers(), time.perf_counter() + seconds

    async def ask(number: int) -> None:
        caller, chance = Caller(port), random.Random(number)
        while time.perf_counter() < end:
            await send(caller, chance.choice(paths), time.perf_counter(), answers)

    await asyncio.gather(*(ask(number) for number in range(callers)))
    return answers


async def opened(port: int, paths: list[str], rate: float, seconds: float) -> Answers:
    """Send so many requests a second, whether or not the last ones were answered."""
    answers, chance = Answers(), random.Random(1)
    free: asyncio.Queue[Caller] = asyncio.Queue()
    for _ in range(CALLERS):
        free.put_nowait(Caller(port))
    tasks: set[asyncio.Task[None]] = set()

    async def one(caller: Caller, due: float) -> None:
        await send(caller, chance.choice(paths), due, answers)
        free.put_nowait(caller)

    start = time.perf_counter()
    for number in range(int(rate * seconds)):
        due = start + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        # All connections at work: the request waits in the client and its time runs.
        task = asyncio.create_task(one(await free.get(), due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    return answers


def megabytes(process: subprocess.Popen[bytes]) -> float:
    """Return the resident memory of a process."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """Return the processor time that a process has used."""
    user, system = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def paths_of(port: int) -> list[str]:
    """Return a mix of requests, found by asking the server."""
    import json

    caller = Caller(port)
    found: list[str] = []
    for cls in ("Agreement", "Event", "Organization", "Licence"):
        status, body = await caller.get(f"/v1/entities?class={cls}&limit=60")
        assert status == 200, body
        ids = [item["id"] for item in json.loads(body)["items"]]
        found += [f"/v1/entities/{quote(i)}" for i in ids]
        found += [f"/v1/networks/ego?entity={quote(i)}&limit=60" for i in ids[:20]]
        found.append(f"/v1/entities?class={cls}&limit=50")
    words = ("polda kepri", "deklarasi", "batam", "bp3mi riau", "pt putri", "kupang")
    return found + [f"/v1/search?q={quote(word)}" for word in words] * 10


async def run(port: int, server: subprocess.Popen[bytes], given: argparse.Namespace) -> int:
    """Run every phase; return the exit status."""
    paths = await paths_of(port)
    await closed(port, paths, 2, 8)  # warm
    quiet = await closed(port, paths, 1, UNLOADED_SECONDS)
    print(quiet.line("unloaded", UNLOADED_SECONDS), flush=True)
    rate = 0.0
    for callers in (1, 2, 4):
        steady = await closed(port, paths, callers, SUSTAINED_SECONDS)
        print(steady.line(f"callers: {callers}", SUSTAINED_SECONDS), flush=True)
        rate = max(rate, len(steady.accepted) / SUSTAINED_SECONDS)
    print(f"sustainable: {rate:.1f}/s", flush=True)
    before, work = megabytes(server), cpu_seconds(server)
    first = await opened(port, paths, 2 * rate, given.seconds / 5)
    middle = megabytes(server)
    rest = await opened(port, paths, 2 * rate, given.seconds * 4 / 5)
    after, work = megabytes(server), cpu_seconds(server) - work
    print(first.line("twice: 1/5", given.seconds / 5), flush=True)
    print(rest.line("twice: 4/5", given.seconds * 4 / 5), flush=True)
    # A machine that does other work is not as busy at all times: before and after both count.
    again = await closed(port, paths, 1, UNLOADED_SECONDS)
    print(again.line("unloaded", UNLOADED_SECONDS), flush=True)
    both = sorted(quiet.accepted + again.accepted)
    ratio = at(rest.accepted, 0.99) / at(both, 0.99)
    print(f"p99 of accepted, twice the sustainable load / unloaded: {ratio:.2f}")
    print(f"processor time of the server, meanwhile: {work:.0f} s of {given.seconds:.0f}")
    print(f"memory of the server: {before:.0f} MB, {middle:.0f} after 1/5, {after:.0f} at the end")
    return await publishing(port, paths, rate, given)


async def publishing(port: int, paths: list[str], rate: float, given: argparse.Namespace) -> int:
    """Read at half the sustainable rate while snapshots are loaded and published."""
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from api.workspace import Workspace\n"
        "from graph.projection.rebuild import rebuild_snapshot\n"
        "from graph.roles.audience import Audience\n"
        "from graph.settings import Settings\n"
        "from loaders.run import run\n"
        "from loaders.sources.registry import shipped\n"
        "place = Workspace(Settings(home=Path(sys.argv[1])))\n"
        "ALL = [Audience(role) for role in ('policy', 'analyst', 'investigator')]\n"
        "end, count = time.time() + float(sys.argv[2]), 0\n"
        "while time.time() < end:\n"
        "    [run(source, place.ledger) for source in shipped()]\n"
        "    rebuild_snapshot(place.ledger, place.settings.snapshots, audiences=ALL)[0].close()\n"
        "    count += 1\n"
        "print(count)\n"
    )
    command = [sys.executable, "-c", script, given.home, str(given.publishing_seconds)]
    writer = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    found = await opened(port, paths, rate / 2, given.publishing_seconds)
    print(found.line("publishing", given.publishing_seconds))
    told, _ = await writer.communicate()
    errors = sum(len(s) for status, s in found.seconds.items() if status not in (200, 429, 503))
    errors += sum(found.broken.values())
    print(f"snapshots published meanwhile: {told.decode().strip()}; reader errors: {errors}")
    return 1 if errors else 0


def main() -> int:
    """Start a server with the settings it comes with, load it, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--home", required=True, help="A Lacak with something loaded.")
    parser.add_argument("--seconds", type=float, default=300, help="Of twice the load.")
    parser.add_argument("--publishing-seconds", type=float, default=600)
    parser.add_argument("--port", type=int, default=8765)
    given = parser.parse_args()
    environ = {**os.environ, "LACAK_HOME": given.home}
    lacak = str(Path(sys.executable).with_name("lacak"))
    command = [sys.executable, "-X", "faulthandler", lacak, "serve", "--port", str(given.port)]
    with tempfile.TemporaryFile() as told:
        server = subprocess.Popen(command, env=environ, stderr=told)
        try:
            asyncio.run(await_start(given.port, server))
            return asyncio.run(run(given.port, server, given))
        finally:
            print(farewell(server, told))


def farewell(server: subprocess.Popen[bytes], told: IO[bytes]) -> str:
    """End the server; return how it ended, and its last words where it was gone already."""
    gone = server.poll()
    server.terminate()
    server.wait()
    if gone is None:
        return "the server was there to the end"
    told.seek(max(0, told.seek(0, os.SEEK_END) - 4_000))
    return f"THE SERVER WAS GONE, status {gone}:\n{told.read().decode(errors='replace')}"


async def await_start(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        try:
            await Caller(port).get("/health")
        except OSError:
            if server.poll() is not None:
                raise SystemExit("the server did not start") from None
            await asyncio.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
