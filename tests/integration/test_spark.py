"""The same resolution on Spark, in local mode: one session, a small registry.

A start and its some sixty jobs take two to ten minutes on a busy machine, so this runs where
``LACAK_SPARK=1`` says so, and needs the extra ``spark`` and Java 17.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bench.registries import make
from bench.resolution_ways import quality
from graph.resolution.registry.splinked import resolve_with_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("LACAK_SPARK"), reason="takes minutes; LACAK_SPARK=1 runs it"
    ),
    pytest.mark.timeout(1_800),
    # PySpark and Splink warn about themselves and one another.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    pyspark = pytest.importorskip("pyspark.sql", reason="the extra `spark` is not installed")
    pytest.importorskip("splink", reason="the extra `spark` is not installed")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "1",
        "spark.default.parallelism": "1",
        "spark.sql.adaptive.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = pyspark.SparkSession.builder.master("local[1]").appName("lacak")
    for name, value in settings.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = builder.getOrCreate()
    yield opened
    opened.stop()


def test_spark_finds_the_persons_and_joins_no_strangers(session: SparkSession) -> None:
    registry = make(1_500, seed=7)
    found = dict(resolve_with_spark(registry.drop("entity"), session).iter_rows())
    truth = dict(registry.select("id", "entity").iter_rows())
    precision, recall = quality(found, truth)
    assert precision >= 0.99
    assert recall >= 0.7
