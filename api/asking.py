"""Asking a query of the catalogue on behalf of somebody: allowed, run, noted, and grounded."""

from __future__ import annotations

from collections.abc import Mapping

from api.audit.recorder import Recorder
from api.reading import identities
from api.security.principal import Principal
from api.workspace import Workspace
from graph.catalogue.query import Query
from graph.services.queries import Answer, check_entities, check_role, query_of, run_query
from graph.store import Row, Value
from ontology.claim import ID_PATTERN
from ontology.errors import LacakError


def allowed(catalogue: Mapping[str, Query], principal: Principal) -> dict[str, Query]:
    """Return the queries that somebody's role may run, by name."""
    return {name: query for name, query in catalogue.items() if principal.role in query.access}


def ask(
    workspace: Workspace, audit: Recorder, name: str, parameters: Mapping[str, Value]
) -> Answer:
    """Run a query of the catalogue and note it.

    Raises:
        UnknownQueryError: The catalogue has no such query.
        AudienceError: It is not for this role.
        ParameterError: A parameter is missing, unknown, or of the wrong type.
        UnknownEntityError: A parameter is an id that no entity has in what the role sees.
        StoreError: The engine refused, failed, or took too long.
        AuditError: It cannot be noted.
    """
    told = {key: value for key, value in parameters.items() if value is not None}
    try:
        query = query_of(workspace.catalogue, name)
        # Before anything else: to open the store of a role may start its engine.
        check_role(query, audit.principal.role)
        check_entities(workspace.snapshot(), query, parameters)
        found = run_query(
            workspace.store,
            workspace.catalogue,
            name,
            parameters,
            timeout_seconds=workspace.settings.query_timeout_seconds,
            role=audit.principal.role,
        )
    except LacakError as error:
        audit.note("query", name, told, type(error).__name__)
        raise
    audit.note("query", name, {**told, "rows": len(found.rows), **_told(workspace, audit, found)})
    return found


def _told(workspace: Workspace, audit: Recorder, found: Answer) -> dict[str, object]:
    """Return whose identities the rows tell, where the role is told any."""
    if audit.principal.role != "investigator":
        return {}
    nodes = workspace.snapshot().nodes(sorted(_ids(found.rows)))
    return identities(workspace.ontology, nodes)


def _ids(rows: list[Row]) -> set[str]:
    cells = (cell for row in rows for cell in row.values())
    texts = (str(t) for cell in cells for t in (cell if isinstance(cell, list) else (cell,)))
    return {text for text in texts if ID_PATTERN.fullmatch(text)}
