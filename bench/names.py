"""Name matching beside nomenklatura and rapidfuzz: F1, false positives, cost, in one run.

Run from the repository root: python bench/names.py [pairs.csv ...]
A file needs the columns class, left, right, same; one with a column "part" is measured on its
held-back part. The peers live in an environment of their own, made on the first run.

Without a file: the diagnostic pairs, the own ones, and pairs of an invented registry, where
hardly a name comes twice but words do, as in any large table.

Ours is read at the shipped threshold. Peers have no threshold for Indonesian names: each gets
the one that gives it the best F1 on the very file it is measured on, which favours them.

What a figure holds: ours begins with two strings and takes them apart; nomenklatura's begins
with entities made before (some 6 µs a pair more), rapidfuzz's with strings made plain.
nomenklatura notes a detail with each score; ours writes its line of
explanation when it is read, and is measured a second time with the line. Word lists load
before, for all. Every figure is the least of ROUNDS fresh processes, which take turns: other
work on a machine only ever adds.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import venv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from registries import Maker

from graph.resolution.match import SAME_AT

OWN_PAIRS = Path("tests/data/names/pairs.csv")
DIAGNOSTIC = Path("../shared/data/names/diagnostic_pairs.csv")
ENVIRONMENT = Path(".cache/bench-env")
ROUNDS = 3
REGISTRY_PAIRS = 4_000
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


class Scored(TypedDict):
    """What a measuring script says of one matcher.

    Attributes:
        scores: By pair, in order.
        cold: CPU seconds of the first pass.
        warm: CPU seconds of the second.
    """

    scores: list[float]
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


def registry() -> list[dict[str, str]]:
    """Return invented persons beside a noisy record of them, and beside a brother or sister."""
    maker = Maker(seed=5)
    rows: list[dict[str, str]] = []
    for _ in range(REGISTRY_PAIRS // 2):
        person = maker.person()
        others = (maker.record(person, is_noisy=True), maker.sibling(person))
        for other, same in zip(others, "10", strict=True):
            rows.append({"class": "Person", "left": person.name, "right": other.name, "same": same})
    return rows


def least(commands: list[list[str]], rows: list[dict[str, str]]) -> dict[str, Scored]:
    """Run the measuring scripts by turns; return by name the scores and the least seconds."""
    best: dict[str, Scored] = {}
    for command in commands * ROUNDS:
        answer = subprocess.run(
            command, input=json.dumps(rows), capture_output=True, text=True, check=True
        )
        for name, found in json.loads(answer.stdout).items():
            before = best.get(name, found)
            best[name] = found | {k: min(found[k], before[k]) for k in ("cold", "warm")}
    return best


def results(rows: list[dict[str, str]]) -> Iterable[Result]:
    """Measure all; ours comes first."""
    own = [sys.executable, "bench/names_own.py"]
    found = least([own, [*own, "explained"], [prepare(), "bench/names_peers.py"]], rows)
    for name, scored in found.items():
        scores, at = scored["scores"], SAME_AT
        if not name.startswith("lacak"):
            at = max(sorted(set(scores)), key=lambda at: quality(rows, scores, at)[0])
        f1, false_positives = quality(rows, scores, at)
        cold, warm = (scored[k] / len(rows) * 1e6 for k in ("cold", "warm"))
        yield Result(name, at, f1, false_positives, careful(rows, scores), cold, warm)


def prepare() -> str:
    """Make the peers' environment if it is not there; return its Python."""
    python = ENVIRONMENT / "bin" / "python"
    probe = [str(python), "-c", "import nomenklatura, rapidfuzz"]
    if not python.exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def report(title: str, rows: list[dict[str, str]]) -> None:
    """Print one table."""
    print(f"\n{title} ({len(rows)} pairs)")
    print(f"{'':34}{'at':>6}{'F1':>7}{'pers. FP':>10}{'F1 at FP ≤ .05':>16}{'µs cold':>9}{'µs warm':>9}{'cost ÷ ours (cold)':>20}{'warm':>8}")  # fmt: skip  # noqa: E501
    own: Result | None = None
    for result in results(rows):
        own = own or result
        print(
            f"{result.name:34}{result.threshold:6.2f}{result.f1:7.3f}{result.false_positives:10.3f}{result.careful_f1:16.3f}"
            f"{result.cold:9.1f}{result.warm:9.1f}{result.cold / own.cold:20.1f}{result.warm / own.warm:8.1f}"  # noqa: E501
        )


def main() -> None:
    """Measure on the files named, or on those that are here and on an invented registry."""
    named = [Path(argument) for argument in sys.argv[1:]]
    for path in named or [p for p in (DIAGNOSTIC, OWN_PAIRS) if p.exists()]:
        report(str(path), read(path))
    if not named:
        report("invented registry", registry())


if __name__ == "__main__":
    main()
