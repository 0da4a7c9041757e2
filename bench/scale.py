"""How Lacak grows: a synthetic record through ledger, snapshot and engine, and questions to it.

Run from the repository root: ``python bench/scale.py [--claims 1000000] [--json FILE]
[--neo4j | --neo4j-url bolt://…]``. Ratios compare within one run; absolute times belong to
the machine, which is printed. ``bench/README.md`` holds figures and where we are slow.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
QUESTIONS = ("key", "within_1", "within_2", "within_3", "path", "name", "misspelt_name")

Phase = dict[str, Any]  # JSON of a child


def phase(name: str, folder: Path, claims: int, *rest: str) -> Phase:
    """Run one phase in a process of its own and return what it measured."""
    sys.stderr.write(f"{name} {' '.join(rest)} ...\n")
    command = [sys.executable, "-m", "bench.phases", name, str(folder), str(claims), *rest]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: Phase = json.loads(done.stdout)
    return found


def measure(folder: Path, claims: int, engines: dict[str, str]) -> dict[str, Phase]:
    """Run all phases in order; engines by name."""
    found = {
        name: phase(name, folder, claims)
        for name in ("ledger", "snapshot", "read_model", "networkx")
    }
    for name, url in engines.items():
        found[name] = phase("engine", folder, claims, url)
    _agree(found)
    return found


def _agree(found: dict[str, Phase]) -> None:
    """Make sure that all who were asked the same gave the same answers."""
    answers = {name: p.pop("reached_in_2") for name, p in found.items() if "reached_in_2" in p}
    if len({tuple(answer) for answer in answers.values()}) != 1:
        raise SystemExit(f"The answers differ: { {k: v[:10] for k, v in answers.items()} }")


def report(found: dict[str, Phase]) -> str:
    """Return the figures as tables for people."""
    ledger, snapshot = found["ledger"], found["snapshot"]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    lines = [
        f"{ledger['claims']:,} claims → {snapshot['nodes']:,} nodes, "
        f"{snapshot['relationships']:,} relationships",
        f"({machine}, Python {platform.python_version()})",
        "",
        f"{'phase':<34}{'per second':>12}{'per CPU s':>12}{'peak MB':>10}{'store MB':>10}",
        _row("load: check, append (claims)", ledger["load"], ledger, "store_mb"),
        _row("load again (claims)", ledger["reload"]),
        _row("append alone (claims)", ledger["append"]),
        _row("read the ledger (claims)", ledger["read"]),
        _row("snapshot, read model (claims)", snapshot["build"], snapshot, "store_mb"),
    ]
    asked = {k: p for k, p in found.items() if "key" in p}
    for name, p in asked.items():
        if "naive" in p:
            held = {**p, "peak_mb": p.get("server_peak_mb") or 0}
            lines.append(_row(f"fill {name} (records)", p["fill"], held, "store_mb"))
            lines.append(_row(f"  rows, batched, {name}", p["batched"]))
            lines.append(_row(f"  rows, one MERGE each, {name}", p["naive"]))
    lines.append(_row("fill networkx (records)", found["networkx"]["fill"], found["networkx"]))
    lines += ["", f"{'ms, p50 / p95':<20}" + "".join(f"{name:>22}" for name in asked)]
    for question in QUESTIONS:
        cells = (_latency(p.get(question)) for p in asked.values())
        lines.append(f"{question:<20}" + "".join(f"{cell:>22}" for cell in cells))
    lines += ["", "times the read model's p50:"]
    for question in QUESTIONS[:-1]:
        own = max(asked["read_model"][question]["p50"], 1e-3)
        ratios = (f"{p[question]['p50'] / own:.1f}" for p in asked.values())
        lines.append(f"{question:<20}" + "".join(f"{ratio:>22}" for ratio in ratios))
    return "\n".join(lines)


def _row(what: str, rate: Phase, held: Phase | None = None, store: str = "") -> str:
    peak = f"{held['peak_mb']:,}" if held and held["peak_mb"] else ""
    size = f"{held[store]:,.0f}" if held and store in held else ""
    return f"{what:<34}{rate['wall']:>12,}{rate['cpu']:>12,}{peak:>10}{size:>10}"


def _latency(found: dict[str, float] | None) -> str:
    return f"{found['p50']:,.2f} / {found['p95']:,.2f}" if found else "–"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--json", type=Path, help="also write all figures here")
    parser.add_argument("--neo4j", action="store_true", help="run a Neo4j from .cache/neo4j too")
    parser.add_argument("--neo4j-url", help="an empty Neo4j that may be filled")
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lacak-bench-")))
        engines = {"embedded": f"embedded://{folder / 'graph'}"}
        if given.neo4j:
            from tests.engines import neo4j

            engines["neo4j"] = stack.enter_context(neo4j()).url
        if given.neo4j_url:
            engines["neo4j"] = given.neo4j_url
        found = measure(folder, given.claims, engines)
    if given.json:
        given.json.write_text(json.dumps(found, indent=1))
    sys.stdout.write(report(found) + "\n")


if __name__ == "__main__":
    main()
