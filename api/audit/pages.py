"""Notes what is seen on pages and on the canvas: one rule for all of them, in one place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from fastapi import Request

from api.deps import get_principal, get_recorder, get_workspace, require
from api.reading import identities
from api.security.origin import OPEN

ACTIONS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "/find": ("search", "q"),
        "/questions/{name}": ("query", "name"),
        "/e/{entity_id}": ("read", "entity_id"),
        "/explore": ("network", "entity"),
        "/explore/view": ("network", "entity"),
        "/explore/around": ("network", "entity"),
        "/explore/path": ("network", "start"),
        "/explore/entity": ("read", "entity"),
        "/explore/link/{link_id}": ("read", "link_id"),
        "/explore/download/{form}": ("export", "form"),
    }
)
"""Action and the parameter that names its subject, by route; others are noted as ``page``."""


async def note_page(request: Request) -> None:
    """Note one page or one request of the canvas before it is answered.

    Raises:
        ForbiddenError: The key does not allow to read.
        PurposeMissingError: An investigator has not said what for.
        AuditError: It cannot be noted; it is not answered.
    """
    if request.url.path.startswith(OPEN):
        return
    principal = await get_principal(request)
    path = request.url.path
    if path in ("/", "/help") and principal.role == "administrator":
        # The front page of who reads no data has none, and the help tells of none.
        (await get_recorder(request, principal)).note("page", path, {})
        return
    await require("read")(principal)
    workspace = await get_workspace(request, principal)
    route = str(getattr(request.scope.get("route"), "path", request.url.path))
    given = {**request.query_params, **request.path_params}
    ids = await _listed(request, given)
    action, name = ACTIONS.get(route, ("page", ""))
    subject = str(given.get(name) or route)
    nodes = workspace.snapshot().nodes([*ids, *map(str, given.values())])
    told = identities(workspace.ontology, nodes)
    if action == "read" and subject in str(told.get("identities", "")).split():
        action = "identity"
    audit = await get_recorder(request, principal)
    audit.note(action, subject, {**given, **told})


async def _listed(request: Request, given: dict[str, str]) -> list[str]:
    """Return the ids in the body of a request of the canvas; its entity joins ``given``."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return []
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        return []
    if not isinstance(body, dict):
        return []
    if isinstance(body.get("entity"), str):
        given["entity"] = body["entity"]
    ids = body.get("ids")
    return [str(i) for i in ids] if isinstance(ids, list) else []
