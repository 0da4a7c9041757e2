"""How much one query may use, and what it gave."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Row
from ontology.model import Text

MEMORY_MB = 512
"""Memory that one query has for its work, beside what its engine needs to run."""

GRACE_SECONDS = 0.5
"""How much longer than its limit a query may take to end by itself before it is killed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one query may use.

    Attributes:
        seconds: Time from sending the query to the end of its answer.
        rows: The most rows in an answer.
        size: The most bytes of an answer, written as JSON.
    """

    seconds: float = 10.0
    rows: int = 1000
    size: int = 4_000_000


@dataclass(frozen=True, slots=True)
class FreeAnswer:
    """What a query gave.

    Attributes:
        columns: Names in order.
        rows: One mapping per row; values are plain.
        is_truncated: There is more than the limits let through.
        seconds: How long it took.
        notices: What the query names that is not in the ontology, so that it finds nothing.
    """

    columns: tuple[str, ...]
    rows: list[Row]
    is_truncated: bool
    seconds: float
    notices: tuple[Text, ...] = ()
