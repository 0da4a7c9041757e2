"""The rule that numbers of people stand under: what every face says beside them.

A snapshot knows itself whether its numbers are rounded down; the words are the ontology's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from graph.roles.aggregates import read_aggregates
from graph.snapshots import Snapshot
from ontology.access import access
from ontology.model import Text

RULE: Final = "rule"
"""Column that carries the rule in formats that know nothing but rows."""


def ruled(rows: Iterable[Mapping[str, object]], rule: str | None) -> list[dict[str, object]]:
    """Return rows with the rule in each of them, where there is one."""
    return [{**row, RULE: rule} if rule else dict(row) for row in rows]


def floor_rule(snapshot: Snapshot) -> Text | None:
    """Return the rule that the numbers of a snapshot were rounded by; ``None`` for exact ones."""
    return _rule(snapshot.folder)


# A folder is published once and never changes.
@lru_cache(maxsize=64)
def _rule(folder: Path) -> Text | None:
    found = read_aggregates(folder)
    return access().floor.definition if found is not None and found.multiple > 1 else None
