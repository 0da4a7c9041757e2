"""The public record shipped with the package: every file under ``records``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loaders.records import RecordSource

ROOT = Path(__file__).parent / "records"


def public_record(known: Mapping[str, str] | None = None) -> RecordSource:
    """Return the curated public record as a source.

    Args:
        known: Classes of entities that other datasets define, by id; records refer to the
            territories and countries of the reference dataset.
    """
    return RecordSource("public-record", ROOT, known)
