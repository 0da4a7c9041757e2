"""One way of resolving a registry, measured; run by resolution.py, prints one JSON object."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Clusters = dict[str, str]


def ours(path: Path) -> tuple[Clusters, int]:
    """Resolve with polars and rapidfuzz, weights learnt here."""
    import polars as pl

    from graph.resolution.registry.resolve import resolve

    found = resolve(pl.read_parquet(path).drop("entity"))
    return dict(found.clusters.iter_rows()), found.compared


def splinked(path: Path) -> tuple[Clusters, int]:
    """Resolve with Splink on our columns."""
    import polars as pl

    from graph.resolution.registry.splinked import resolve_with_duckdb

    return dict(resolve_with_duckdb(pl.read_parquet(path).drop("entity")).iter_rows()), 0


def splink(path: Path) -> tuple[Clusters, int]:
    """Resolve with Splink's own comparisons for names, dates and identifiers."""
    import duckdb
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    connection = duckdb.connect()
    table = connection.sql(
        "SELECT id AS unique_id, lower(name) AS name, split_part(lower(name), ' ', 1) AS first, "
        f"birth_date, nik, father, region, phone, sex FROM '{path}'"
    ).to_arrow_table()
    rules = (["name"], ["birth_date", "first"], ["nik"], ["phone", "first"], ["region", "first"])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("name").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("birth_date", [1]),
            cl.ExactMatch("nik"),
            cl.NameComparison("father"),
            cl.ExactMatch("region"),
            cl.ExactMatch("phone"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        retain_matching_columns=False,
    )
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(table), settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name", "birth_date"), block_on("nik")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (["name"], ["birth_date"]):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    scored = linker.inference.predict(threshold_match_probability=0.95)
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, 0.95)
    return {str(r["unique_id"]): str(r["cluster_id"]) for r in clustered.as_record_list()}, 0


def nomenklatura(path: Path) -> tuple[Clusters, int]:
    """Score the pairs that our blocks leave with nomenklatura's logic-v2."""
    from followthemoney import EntityProxy
    from nomenklatura.matching import LogicV2, ScoringConfig

    given = json.loads(path.with_suffix(".json").read_text())
    proxies = {}
    for row in given["rows"]:
        properties = {
            "name": row["name"],
            "birthDate": row["birth_date"],
            "idNumber": row["nik"],
            "fatherName": row["father"],
            "phone": row["phone"],
        }
        values = {k: [v] for k, v in properties.items() if v}
        proxies[row["id"]] = EntityProxy.from_dict(
            {"id": row["id"], "schema": "Person", "properties": values}
        )
    config = ScoringConfig.defaults()
    joined = [
        (left, right)
        for left, right in given["pairs"]
        if LogicV2.compare(proxies[left], proxies[right], config).score >= 0.7
    ]
    return _connected(proxies, joined), len(given["pairs"])


def pairs(path: Path) -> tuple[Clusters, int]:
    """Write the pairs that our blocks leave, for a peer that reads no Parquet."""
    import polars as pl

    from graph.resolution.registry.blocking import pairs as find
    from graph.resolution.registry.columns import prepare

    records = pl.read_parquet(path)
    found = find(prepare(records.drop("entity")))
    ids = records["id"].to_list()
    listed = [(ids[left], ids[right]) for left, right in found.iter_rows()]
    rows = records.to_dicts()
    path.with_suffix(".json").write_text(json.dumps({"rows": rows, "pairs": listed}))
    return {row["id"]: row["id"] for row in rows}, len(listed)


def _connected(ids: Iterable[str], joined: Iterable[tuple[str, str]]) -> Clusters:
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for left, right in joined:
        parent[root(left)] = root(right)
    return {i: root(i) for i in parent}


def truth(path: Path) -> dict[str, Any]:
    """Return the person behind every record."""
    beside = path.with_suffix(".json")
    if beside.exists():
        return {row["id"]: row["entity"] for row in json.loads(beside.read_text())["rows"]}
    import polars as pl

    return dict(pl.read_parquet(path).select("id", "entity").iter_rows())


def quality(found: Clusters, entity: dict[str, Any]) -> tuple[float, float]:
    """Return pairwise precision and recall."""

    def count(keys: Iterable[object]) -> int:
        sizes: dict[object, int] = {}
        for key in keys:
            sizes[key] = sizes.get(key, 0) + 1
        return sum(n * (n - 1) // 2 for n in sizes.values())

    said = count(found.values())
    true = count(entity.values())
    both = count((cluster, entity[i]) for i, cluster in found.items())
    return both / max(said, 1), both / max(true, 1)


WAYS: dict[str, Callable[[Path], tuple[Clusters, int]]] = {
    "ours": ours, "splink": splink, "splinked": splinked, "nomenklatura": nomenklatura,
    "pairs": pairs,
}  # fmt: skip

if __name__ == "__main__":
    sys.path.insert(0, ".")
    registry = Path(sys.argv[2])
    started = time.process_time()
    clusters, compared = WAYS[sys.argv[1]](registry)
    cpu = time.process_time() - started
    precision, recall = quality(clusters, truth(registry))
    print(
        json.dumps(
            {
                "precision": precision,
                "recall": recall,
                "f1": 2 * precision * recall / max(precision + recall, 1e-9),
                "cpu": cpu,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "compared": compared,
            }
        )
    )
