"""Name matching beside nomenklatura and rapidfuzz: F1, false positives, cost, in one run.

Run from the repository root: python bench/names.py [pairs.csv ...]
A file needs the columns class, left, right, same; one with a column "part" is measured on its
held-back part. The peers live in an environment of their own, made on the first run.

Ours is read at the shipped threshold. Peers have no threshold for Indonesian names: each gets
the one that gives it the best F1 on the very file it is measured on, which favours them.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
import venv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.resolution.compare import compare
from graph.resolution.match import SAME_AT

OWN_PAIRS = Path("tests/data/names/pairs.csv")
DIAGNOSTIC = Path("../shared/data/names/diagnostic_pairs.csv")
ENVIRONMENT = Path(".cache/bench-env")
# The versions that were measured; newer ones may be better, which is worth knowing by choice.
PEERS = ("nomenklatura==4.17.4", "rapidfuzz==3.14.6")


@dataclass(frozen=True)
class Result:
    """What one matcher did on one file.

    Attributes:
        f1: Of "same", over all classes.
        false_positives: Share of the different persons that were called the same.
        careful_f1: Best F1 at any threshold that calls at most 5 % of them the same.
        cold: CPU microseconds per pair when every name is new.
        warm: CPU microseconds per pair when names come back, as they do within blocks.
    """

    name: str
    threshold: float
    f1: float
    false_positives: float
    careful_f1: float
    cold: float
    warm: float


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows to measure on."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if row.get("part", "held_back") == "held_back"]


def quality(rows: list[dict[str, str]], scores: list[float], at: float) -> tuple[float, float]:
    """Return F1 and the share of false positives among different persons."""
    outcome = [(r["same"] == "1", s >= at, r["class"] == "Person") for r, s in zip(rows, scores, strict=True)]  # fmt: skip  # noqa: E501
    right = sum(same and said for same, said, _ in outcome)
    wrong = sum(same != said for same, said, _ in outcome)
    strangers = [said for same, said, is_person in outcome if is_person and not same]
    f1 = 2 * right / (2 * right + wrong) if right else 0.0
    return f1, sum(strangers) / len(strangers) if strangers else 0.0


def careful(rows: list[dict[str, str]], scores: list[float]) -> float:
    """Return the best F1 with at most one false positive in twenty different persons."""
    found = (quality(rows, scores, at) for at in {*scores, 1.01})
    return max(f1 for f1, false_positives in found if false_positives <= 0.05)


def ours(rows: list[dict[str, str]]) -> Result:
    """Measure the shipped comparers, taking names apart included."""
    compare("Person", "Budi", "Budi")
    compare("Company", "PT Budi", "PT Budi")
    compare("Agency", "Polda Riau", "Polda Riau")
    seconds: list[float] = []
    scores: list[float] = []
    for _ in range(2):
        started = time.process_time()
        scores = [compare(r["class"], r["left"], r["right"]).score for r in rows]
        seconds.append(time.process_time() - started)
    f1, false_positives = quality(rows, scores, SAME_AT)
    cold, warm = (s / len(rows) * 1e6 for s in seconds)
    return Result("lacak", SAME_AT, f1, false_positives, careful(rows, scores), cold, warm)


def peers(rows: list[dict[str, str]]) -> Iterable[Result]:
    """Measure the peers in their environment."""
    python = prepare()
    answer = subprocess.run(
        [python, "bench/names_peers.py"], input=json.dumps(rows), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    for name, found in json.loads(answer.stdout)["found"].items():
        scores = found["scores"]
        best = max(sorted(set(scores)), key=lambda at: quality(rows, scores, at)[0])
        f1, false_positives = quality(rows, scores, best)
        cold, warm = (found[k] / len(rows) * 1e6 for k in ("cold", "warm"))
        yield Result(name, best, f1, false_positives, careful(rows, scores), cold, warm)


def prepare() -> str:
    """Make the peers' environment if it is not there; return its Python."""
    python = ENVIRONMENT / "bin" / "python"
    probe = [str(python), "-c", "import nomenklatura, rapidfuzz"]
    if not python.exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def report(path: Path) -> None:
    """Print one table."""
    rows = read(path)
    own = ours(rows)
    print(f"\n{path} ({len(rows)} pairs)")
    print(f"{'':34}{'at':>6}{'F1':>7}{'pers. FP':>10}{'F1 at FP ≤ .05':>16}{'µs cold':>9}{'µs warm':>9}{'cost ÷ ours (cold)':>20}{'warm':>8}")  # fmt: skip  # noqa: E501
    for result in (own, *peers(rows)):
        print(
            f"{result.name:34}{result.threshold:6.2f}{result.f1:7.3f}{result.false_positives:10.3f}{result.careful_f1:16.3f}"
            f"{result.cold:9.1f}{result.warm:9.1f}{result.cold / own.cold:20.1f}{result.warm / own.warm:8.1f}"  # noqa: E501
        )


def main() -> None:
    """Measure on the files named, or on the own pairs and the diagnostic ones where present."""
    named = [Path(argument) for argument in sys.argv[1:]]
    for path in named or [p for p in (DIAGNOSTIC, OWN_PAIRS) if p.exists()]:
        report(path)


if __name__ == "__main__":
    main()
