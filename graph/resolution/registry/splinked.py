"""The same resolution through Splink: on DuckDB, or on Spark for what one machine cannot hold.

Splink blocks, compares, learns weights by expectation maximisation, and scores, in SQL on
either engine; our columns go in, and what comes out passes our floor and our clustering.
Optional: ``pip install 'lacak[resolution]'``, and ``'lacak[spark]'`` for Spark (Java 17).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from graph.resolution.errors import ExtraMissingError
from graph.resolution.registry.columns import prepare
from graph.resolution.registry.comparing import Comparison
from graph.resolution.registry.resolve import JOIN_AT, admitted, cluster

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# Splink ships types that mypy cannot follow through its lazy modules.
Linker = Any

_USED = (
    "words",
    "squeezed",
    "full",
    "rare",
    "born",
    "year",
    "nik",
    "father",
    "region",
    "phone",
    "sex",
)
_BLOCKS: tuple[tuple[str, ...], ...] = (
    ("nik",), ("phone",), ("words",), ("born", "region"), ("born", "rare"), ("rare", "region"),
    ("rare", "year"), ("squeezed",), ("father", "year"),
)  # fmt: skip
_ROUNDS = (("born",), ("words",), ("rare", "region"))
"""Blocks within which weights are learnt; each teaches the fields that it does not fix."""


def resolve_with_duckdb(records: pl.DataFrame, *, join_at: float = JOIN_AT) -> pl.DataFrame:
    """Find which records are one person's with Splink on DuckDB.

    Returns:
        id, cluster: the smallest id of the person's records.

    Raises:
        ExtraMissingError: Splink is not installed.
        RegistryError: The table lacks a column, or has an id twice.
    """
    try:
        from splink.backends.duckdb import DuckDBAPI
    except ImportError as error:
        raise ExtraMissingError("resolution") from error
    return _resolve(records, DuckDBAPI(), join_at, lambda table: table.to_arrow())


def resolve_with_spark(
    records: pl.DataFrame, session: SparkSession, *, join_at: float = JOIN_AT
) -> pl.DataFrame:
    """Find which records are one person's with Splink on a Spark session.

    Args:
        records: As for :func:`graph.resolution.registry.resolve.resolve`.
        session: Whose cluster blocks, compares, and scores.
        join_at: Probability from which records are joined.

    Returns:
        id, cluster: the smallest id of the person's records.

    Raises:
        ExtraMissingError: Splink or PySpark is not installed.
        RegistryError: The table lacks a column, or has an id twice.
    """
    try:
        from splink.backends.spark import SparkAPI
    except ImportError as error:
        raise ExtraMissingError("spark") from error
    # Not persisted between steps: what we resolve here is small beside what Spark holds.
    api = SparkAPI(spark_session=session, break_lineage_method="persist")  # type: ignore[no-untyped-call]
    return _resolve(records, api, join_at, lambda table: session.createDataFrame(table.to_arrow()))


def _resolve(records: pl.DataFrame, api: Any, join_at: float, convert: Any) -> pl.DataFrame:  # noqa: ANN401  # Splink's own
    from splink import Linker, block_on

    columns = prepare(records)
    numbered = columns.select(pl.int_range(pl.len()).alias("unique_id"), *_USED)
    linker = Linker(api.register(convert(numbered)), _settings(), log_level=40)
    # Nobody knows the share of matches beforehand; one pair per record is the right order.
    linker.training.estimate_probability_two_random_records_match(
        [block_on("words", "born"), block_on("nik")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for fields in _ROUNDS:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*fields))
    scored = linker.inference.predict(threshold_match_probability=join_at)
    found = _pairs(scored)
    patterns = Comparison(columns, found["left"], found["right"]).pattern
    is_joined = admitted(columns, found, patterns)
    order = np.argsort(-found["weight"].to_numpy()[is_joined], kind="stable")
    return cluster(columns, found.filter(is_joined)[order])[0]


def _settings() -> Any:  # noqa: ANN401  # Splink's own
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.LevenshteinAtThresholds("words", [2, 5]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("born", [1, 2]),
            cl.LevenshteinAtThresholds("nik", [2]),
            cl.LevenshteinAtThresholds("father", [3]),
            cl.LevenshteinAtThresholds("phone", [1]),
            cl.ExactMatch("region"),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*fields) for fields in _BLOCKS],
        retain_matching_columns=False,
    )


def _pairs(scored: Any) -> pl.DataFrame:  # noqa: ANN401  # Splink's own
    rows = scored.as_record_list()
    return pl.DataFrame(
        {
            "left": [row["unique_id_l"] for row in rows],
            "right": [row["unique_id_r"] for row in rows],
            "weight": [row["match_weight"] for row in rows],
        },
        schema={"left": pl.UInt32, "right": pl.UInt32, "weight": pl.Float64},
    )
