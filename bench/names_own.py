"""Scores pairs of names with Lacak; run by names.py, a process of its own for every figure.

Reads rows as JSON from standard input, writes one JSON object: by name the scores in order, and
the CPU seconds of the first pass over the pairs and of the second. With the argument
"explained" every line of explanation is written too.
"""

from __future__ import annotations

import json
import sys
import time

from graph.resolution.compare import compare


def main() -> None:
    """Score the rows on standard input."""
    rows = json.load(sys.stdin)
    is_explained = "explained" in sys.argv
    # The word lists load with the first comparison; that is not the cost of a pair.
    for class_name, name in (("Person", "Budi"), ("Company", "PT Budi"), ("Agency", "Polda Riau")):
        compare(class_name, name, name)
    seconds: list[float] = []
    scores: list[float] = []
    for _ in range(2):
        scores.clear()
        started = time.process_time()
        for row in rows:
            match = compare(row["class"], row["left"], row["right"])
            scores.append(match.score)
            if is_explained:
                _ = match.explanation
        seconds.append(time.process_time() - started)
    name = "lacak, explained" if is_explained else "lacak"
    json.dump({name: {"scores": scores, "cold": seconds[0], "warm": seconds[1]}}, sys.stdout)


if __name__ == "__main__":
    main()
