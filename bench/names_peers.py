"""Scores pairs of names with nomenklatura and rapidfuzz; run by names.py in its own environment.

Reads rows as JSON from standard input, writes one JSON object: by algorithm its scores in order,
and the CPU seconds of the first pass over the pairs and of the second.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

# Entities of a library that only this script's environment has.
Entity = Any

SCHEMATA = {"Person": "Person", "Company": "Company", "PlacementCompany": "Company",
            "ForeignAgency": "Company"}  # fmt: skip
PUBLIC = {"Agency", "Ministry", "PublicBody", "ProtectionOffice", "ServicePost", "Court",
          "LawEnforcementAgency", "LocalGovernment", "ForeignMission"}  # fmt: skip


def measure(pairs: list[Any], score: Callable[[Any, Any], float]) -> dict[str, Any]:
    """Score all pairs twice; the first pass pays for every cache that starts empty."""
    seconds: list[float] = []
    scores: list[float] = []
    for _ in range(2):
        started = time.process_time()
        scores = [score(left, right) for left, right in pairs]
        seconds.append(time.process_time() - started)
    return {"scores": scores, "cold": seconds[0], "warm": seconds[1]}


def entities(rows: list[dict[str, str]]) -> list[tuple[Entity, Entity]]:
    """Build the entities that nomenklatura compares; their making is not timed."""
    from followthemoney import EntityProxy

    def make(class_name: str, name: str) -> Entity:
        schema = SCHEMATA.get(class_name, "PublicBody" if class_name in PUBLIC else "Organization")
        data = {"id": name, "schema": schema, "properties": {"name": [name]}}
        return EntityProxy.from_dict(data)

    return [(make(r["class"], r["left"]), make(r["class"], r["right"])) for r in rows]


def main() -> None:
    """Score the rows on standard input."""
    from nomenklatura.matching import LogicV2, NameMatcher, RegressionV1, ScoringConfig
    from rapidfuzz import fuzz, utils

    rows = json.load(sys.stdin)
    proxies = entities(rows)
    texts = [(utils.default_process(r["left"]), utils.default_process(r["right"])) for r in rows]
    config = ScoringConfig.defaults()
    found: dict[str, Any] = {}
    for algorithm in (LogicV2, RegressionV1, NameMatcher):

        def score(left: Entity, right: Entity, algorithm: Entity = algorithm) -> float:
            return float(algorithm.compare(left, right, config).score)

        # Its word lists load with the first comparison; that is not the cost of a pair.
        score(*proxies[0])
        found[f"nomenklatura {algorithm.NAME}"] = measure(proxies, score)
    for scorer in (fuzz.token_sort_ratio, fuzz.WRatio):
        found[f"rapidfuzz {scorer.__name__}"] = measure(texts, lambda a, b, s=scorer: s(a, b) / 100)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
