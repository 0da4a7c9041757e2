"""Resolving a registry beside Splink and nomenklatura: precision, recall, CPU, memory, one run.

Run from the repository root: python bench/resolution.py [100000] [1000000] ...

Every way runs in a process of its own, whose CPU seconds and peak memory are its own. Splink
is measured as its tutorial sets it up for persons (its own name and date comparisons, on the
raw columns), and again under our columns and floor. nomenklatura's cross-reference takes
hours at these sizes: it is run on a sample, its pairs scored one by one, and its time for the
whole is worked out from the pairs that our blocks leave; both are said in the output.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ENVIRONMENT = Path(".cache/bench-env")
SAMPLE = 3_000
"""Records that nomenklatura sees; its pairs are those that our blocks leave among them."""


def run(way: str, registry: Path, python: str = sys.executable) -> dict[str, float]:
    """Run one way in its own process and return what it measured."""
    command = [python, "-W", "ignore", "bench/resolution_ways.py", way, str(registry)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"failed": 1.0, "why": done.stderr.strip().splitlines()[-1:]}  # type: ignore[dict-item]
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def show(way: str, found: dict[str, float]) -> None:
    """Print one line."""
    if "failed" in found:
        print(f"{way:34} failed: {found.get('why')}", flush=True)
        return
    print(
        f"{way:34} P {found['precision']:.4f}  R {found['recall']:.4f}  F1 {found['f1']:.4f}  "
        f"{found['cpu']:8.1f} CPU s  {found['megabytes']:6.0f} MB",
        flush=True,
    )


def main() -> None:
    """Measure every size given."""
    for size in [int(text) for text in sys.argv[1:]] or [100_000]:
        with tempfile.TemporaryDirectory() as folder:
            registry = Path(folder) / "registry.parquet"
            # A process starts with the peak memory of whoever started it: this one stays small.
            make = [sys.executable, "bench/registries.py", str(size), str(registry), "2"]
            subprocess.run(make, check=True)
            ours = run("ours", registry)
            show("ours", ours)
            show("Splink, its own name settings", run("splink", registry))
            if size <= 100_000:
                show("Splink, our columns and floor", run("splinked", registry))
            _nomenklatura(registry, folder, ours)


def _nomenklatura(registry: Path, folder: str, ours: dict[str, float]) -> None:
    # Neighbours in the alphabet of persons: that keeps repetitions together.
    small = Path(folder) / "sample.parquet"
    take = f"sort('entity').head({SAMPLE}).write_parquet({str(small)!r})"
    code = f"import polars as pl; pl.read_parquet({str(registry)!r}).{take}"
    subprocess.run([sys.executable, "-c", code], check=True)
    pairs = run("pairs", small)
    found = run("nomenklatura", small, str(ENVIRONMENT / "bin" / "python"))
    show(f"nomenklatura, {SAMPLE:,} records", found)
    show(f"ours, the same {SAMPLE:,} records", run("ours", small))
    if "cpu" in found and "compared" in ours:
        per_pair = found["cpu"] / max(found["compared"], 1)
        whole = per_pair * ours["compared"]
        print(
            f"{'':34} nomenklatura: {per_pair * 1e6:,.0f} µs per pair; our {ours['compared']:,.0f} "
            f"pairs would take it {whole:,.0f} CPU s = {whole / ours['cpu']:,.0f}x ours "
            f"(extrapolated; {pairs['compared']:,.0f} pairs in the sample)"
        )


if __name__ == "__main__":
    main()
