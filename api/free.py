"""Asking a query that a caller wrote: run in a room, noted, and with whose identities it told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from api.audit.recorder import Recorder
from api.reading import identities
from api.workspace import Workspace
from graph.rooms.limits import FreeAnswer
from graph.store import Value
from ontology.claim import BASE, ID_PATTERN
from ontology.errors import LacakError

Tongue = Literal["cypher", "sparql"]

_NOTED: Final = 4000
"""Characters of a query that the audit log keeps."""


def ask(
    workspace: Workspace,
    audit: Recorder,
    tongue: Tongue,
    text: str,
    parameters: Mapping[str, Value],
    *,
    can_wait: bool = True,
) -> FreeAnswer:
    """Run a query over the workspace's snapshot and note it.

    Args:
        workspace: As the caller's role reads it.
        audit: Where it is noted.
        tongue: The query's language.
        text: The query.
        parameters: Values of its parameters.
        can_wait: Fill the room first where it is not, which takes a minute.

    Raises:
        QueryRefusedError: It asks for what a room does not do, or is not understood.
        StoreError: The room is off, busy, or out of time or memory.
        AuditError: It cannot be noted; the answer must not be shown.
    """
    rooms, snapshot = workspace.rooms, workspace.snapshot()
    run = rooms.cypher if tongue == "cypher" else rooms.sparql
    told: dict[str, object] = {"query": text[:_NOTED]}
    told |= {f"${name}": value for name, value in parameters.items()}
    try:
        found = run(snapshot, text, parameters, can_wait=can_wait)
    except LacakError as error:
        audit.note(tongue, tongue, told, type(error).__name__)
        raise
    nodes = snapshot.nodes(sorted({i for row in found.rows for i in _ids(row)}))
    told |= {"rows": len(found.rows), **identities(workspace.ontology, nodes)}
    audit.note(tongue, tongue, told)
    return found


def _ids(value: object) -> Iterator[str]:
    """Yield the ids of entities in an answer, as ids or as IRIs."""
    if isinstance(value, str):
        name = value.removeprefix(BASE)
        if ID_PATTERN.fullmatch(name):
            yield name
    elif isinstance(value, dict):
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
