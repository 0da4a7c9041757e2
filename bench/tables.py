"""Rows per second from a table into the ledger, beside two peers in the same run.

    .venv/bin/python bench/tables.py --rows 1000000

Polars reads the same file (the limit of reading); FollowTheMoney makes entities of the same
rows (in an environment of its own, ``.cache/bench-env``, and over 20,000 rows: its rate does
not change with their number). Neither keeps claims or finds duplicates.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEER = ROOT / ".cache" / "bench-env" / "bin" / "python"
PEER_ROWS = 20_000
PROVINCES = ("DKI Jakarta", "Jawa Barat", "Jawa Timur", "Nusa Tenggara Timur", "Riau")

MAPPING = """\
dataset: bench
document: {title: Bench}
entities:
  company:
    class: PlacementCompany
    id: nib
    key: NIB
    properties:
      name: Nama
      registrationNumber: NIB
      legalForm: {column: Bentuk, lookup: {PT: pt, CV: cv}}
      locatedIn: {column: Provinsi, territory: province}
  licence:
    class: Licence
    id: sip3mi
    key: SIP3MI
    properties:
      number: SIP3MI
      licenceHolder: {entity: company}
      startDate: {column: Terbit, date: "%d/%m/%Y"}
"""


def generate(path: Path, rows: int) -> None:
    """Write a registry: unique numbers and names, repeating provinces, forms, and dates."""
    with path.open("w", encoding="utf-8") as file:
        file.write("NIB,Nama,Bentuk,Provinsi,SIP3MI,Terbit\n")
        for n in range(rows):
            form = "CV" if n % 9 == 0 else "PT"
            day = f"{n % 28 + 1:02d}/{n % 12 + 1:02d}/{2015 + n % 10}"
            province = PROVINCES[n % 5]
            file.write(f"{10**12 + n},{form} Contoh Jaya {n},{form},{province},{n}/2020,{day}\n")


def load(folder: Path, ending: str = "csv") -> dict[str, float]:
    """Load the table into the ledger; return counts, seconds, and peak memory in MB."""
    from graph.ledger.ledger import open_ledger
    from loaders.run import run
    from loaders.tabular.opening import open_tables
    from ontology.model import load as load_ontology

    ontology = load_ontology()
    path = folder / f"ledger-{ending}.db"
    ledger = open_ledger(f"sqlite:///{path}", ontology)
    [source] = open_tables(
        [folder / f"bench.{ending}"], str(folder / "bench.yaml"), ontology, folder, in_bulk=True
    ).tables
    began, busy = time.perf_counter(), processor_seconds()
    report = run(source, ledger)
    seconds, busy = time.perf_counter() - began, processor_seconds() - busy
    ledger.close()
    return {
        "rows": report.rows, "accepted": report.accepted, "claims": report.claims,
        "duplicates": report.duplicates, "seconds": seconds, "processor": busy,
        "peak_mb": peak_mb(), "ledger_mb": path.stat().st_size / 1e6,
    }  # fmt: skip


def check(folder: Path) -> dict[str, float]:
    """Read, map, and check the table without keeping anything."""
    from loaders.model import Row
    from loaders.tabular.opening import open_tables
    from ontology.claim import Checker
    from ontology.model import load as load_ontology

    ontology = load_ontology()
    [source] = open_tables(
        [folder / "bench.csv"], str(folder / "bench.yaml"), ontology, folder
    ).tables
    checker, rows = Checker(ontology), 0
    began = processor_seconds()
    for item in source.items():
        if isinstance(item, Row):
            rows += 1
            for claim in item.claims:
                checker.check(claim)
    return {"rows": rows, "processor": processor_seconds() - began}


def processor_seconds() -> float:
    """Return what this process and the readers it waited for have used."""
    used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def peak_mb() -> float:
    """Return the largest memory of this process or of a reader."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in both) / 1000


def rewrite(folder: Path) -> dict[str, float]:
    """Write the table down as Parquet and NDJSON, too."""
    import polars as pl

    frame = pl.read_csv(folder / "bench.csv", infer_schema=False)
    frame.write_parquet(folder / "bench.parquet")
    frame.write_ndjson(folder / "bench.ndjson")
    return {"rows": frame.height}


def polars_read(folder: Path) -> dict[str, float]:
    """Read the file as text with polars."""
    import polars as pl

    began = processor_seconds()
    frame = pl.read_csv(folder / "bench.csv", infer_schema=False)
    return {"rows": frame.height, "processor": processor_seconds() - began}


def in_child(step: str, folder: Path) -> dict[str, float]:
    """Run a step in a process of its own, so that its peak memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--step", step, "--keep", str(folder)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def peer(path: Path, rows: int) -> dict[str, float] | None:
    """Return the peer's rates, or nothing where it is not installed."""
    if not PEER.exists():
        return None
    count = str(min(rows, PEER_ROWS))
    done = subprocess.run(
        [PEER, ROOT / "bench" / "tables_peer.py", path, count],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def report(folder: Path, rows: int) -> None:
    """Measure all and print a table of rates and ratios."""
    table = folder / "bench.csv"
    generate(table, rows)
    (folder / "bench.yaml").write_text(MAPPING)
    print(f"{rows:,} rows, {table.stat().st_size / 1e6:.0f} MB; rows per second of processor time")
    ours = in_child("load", folder)
    rate = line("lacak, into the ledger", ours["rows"] / ours["processor"], None)
    print(
        f"    {ours['rows'] / ours['seconds']:,.0f} rows/s by the clock, "
        f"{ours['claims']:,.0f} claims at {ours['claims'] / ours['processor']:,.0f} a second, "
        f"peak {ours['peak_mb']:.0f} MB, ledger {ours['ledger_mb']:,.0f} MB"
    )
    again = in_child("load", folder)
    if again["duplicates"] != rows or again["claims"]:
        raise SystemExit(f"Loading again was not all duplicates: {again}")
    line("lacak, the same again: all duplicates", again["rows"] / again["processor"], rate)
    in_child("rewrite", folder)
    for ending, name in (("parquet", "Parquet"), ("ndjson", "NDJSON")):
        same = in_child(ending, folder)
        line(f"lacak, the same rows from {name}", same["rows"] / same["processor"], rate)
    checked = in_child("check", folder)
    line("lacak, mapped and checked, not kept", checked["rows"] / checked["processor"], rate)
    read = in_child("polars", folder)
    line("polars, reading the file as text", read["rows"] / read["processor"], rate)
    found = peer(table, rows)
    if found is None:
        print("FollowTheMoney is not installed in .cache/bench-env: not compared")
        return
    for name, what in (
        ("mapped", "mapping, kept nowhere"),
        ("written", "mapping to JSON lines, as `ftm map-csv`"),
        ("cleaned", "entities of values declared clean"),
        ("stated", "mapping to statements in a CSV"),
    ):
        line(f"FollowTheMoney, {what}", found[name], rate)
    clock = ours["rows"] / ours["seconds"]
    print("by the clock, of which we use two cores and FollowTheMoney can use one:")
    line("lacak, into the ledger", clock, None)
    line("FollowTheMoney, mapping, kept nowhere", found["mapped_clock"], clock)
    line("FollowTheMoney, mapping to JSON lines, as `ftm map-csv`", found["written_clock"], clock)


def line(what: str, rate: float, ours: float | None) -> float:
    """Print one rate, and ours as a multiple of it; return the rate."""
    ratio = "" if ours is None else f"   lacak's load is {ours / rate:.3g} x"
    print(f"{what:56}{rate:>12,.0f}{ratio}", flush=True)
    return rate


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "load": load,
    "rewrite": rewrite,
    "parquet": partial(load, ending="parquet"),
    "ndjson": partial(load, ending="ndjson"),
    "check": check,
    "polars": polars_read,
}


def main() -> None:
    """Generate the table, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--keep", type=Path, help="folder for table and ledger")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        json.dump(STEPS[given.step](given.keep), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("ledger-*.db"):
            left.unlink()
        report(folder, given.rows)


if __name__ == "__main__":
    main()
