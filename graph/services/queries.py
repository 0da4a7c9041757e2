"""Running catalogue queries, and listing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue.query import Query
from graph.errors import AudienceError, UnknownQueryError
from graph.services.stages import this_day
from graph.snapshots import Snapshot
from graph.store import Row, Store, Value
from ontology.claim import ID_PATTERN
from ontology.model import Language

STALE_COLUMN = "stale_since"
"""Column of a query that tells which legal stages are stale, by the day since when."""

MAXIMUM_ROWS = 5_000
"""An answer beyond this is cut and says so; nobody reads it, and it would fill memory."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a query.

    Attributes:
        query: What was asked.
        columns: Column names in order.
        rows: One mapping per row.
        is_truncated: There were more rows than :data:`MAXIMUM_ROWS`.
    """

    query: Query
    columns: tuple[str, ...]
    rows: list[Row]
    is_truncated: bool


def query_of(catalogue: Mapping[str, Query], name: str) -> Query:
    """Return a query by name.

    Raises:
        UnknownQueryError: The catalogue has no such query.
    """
    query = catalogue.get(name)
    if query is None:
        raise UnknownQueryError(name, catalogue)
    return query


def run_query(
    store: Store,
    catalogue: Mapping[str, Query],
    name: str,
    parameters: Mapping[str, Value] | None = None,
    *,
    timeout_seconds: float = 30.0,
    role: str | None = None,
) -> Answer:
    """Run a named query.

    Args:
        store: Where to run it; the engine of the role's own snapshot.
        catalogue: The queries there are.
        name: Which one.
        parameters: By name.
        timeout_seconds: Limit.
        role: Who asks; ``None`` for whoever keeps the ledger.

    Raises:
        AudienceError: The query is not for this role.
        UnknownQueryError: The catalogue has no such query.
        ParameterError: A parameter is missing, unknown, or of the wrong type.
        StoreError: The engine refused, failed, or took too long.
    """
    query = query_of(catalogue, name)
    if role is not None:
        check_role(query, role)
    with store.reader(timeout_seconds=timeout_seconds) as reader:
        rows = [dict(row) for row in reader.read(query, parameters)]
    today = this_day()
    for row in rows:
        # From when on a stage counts as stale says something only once that day has come.
        if str(row.get(STALE_COLUMN) or "") > today:
            row[STALE_COLUMN] = None
    columns = tuple(column.name for column in query.columns)
    return Answer(query, columns, rows[:MAXIMUM_ROWS], len(rows) > MAXIMUM_ROWS)


def check_role(query: Query, role: str) -> None:
    """Refuse a query that is not for a role.

    Raises:
        AudienceError: It is not.
    """
    if role not in query.access:
        readers = ", ".join(query.access)
        raise AudienceError(f"The query {query.name} is for {readers}, not for {role}.")


def check_entities(snapshot: Snapshot, query: Query, parameters: Mapping[str, Value]) -> None:
    """Refuse ids that no entity has: "nothing is known of it" would be another answer.

    An id that the snapshot's audience may not know is refused in the same words.

    Args:
        snapshot: Of whoever asks.
        query: Says which parameters are ids.
        parameters: By name.

    Raises:
        UnknownEntityError: An id is nobody's.
    """
    for parameter in query.parameters:
        value = parameters.get(parameter.name)
        # What has not the form of an id is refused as such, when it is bound.
        if parameter.type == "id" and isinstance(value, str) and ID_PATTERN.fullmatch(value):
            snapshot.node(value)


def catalogue_rows(catalogue: Mapping[str, Query], language: Language) -> list[dict[str, object]]:
    """Return name, title, description and parameters of every query, by name."""
    return [
        {
            "name": name,
            "title": query.title.in_(language),
            "description": query.description.in_(language),
            "parameters": ", ".join(
                p.name if p.is_required else f"[{p.name}]" for p in query.parameters
            ),
        }
        for name, query in sorted(catalogue.items())
    ]
