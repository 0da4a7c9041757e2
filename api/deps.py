"""What routes ask for: who asks, what they may see, and the audit log as they write it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from pydantic import AfterValidator

from api.audit.recorder import Recorder
from api.deciding import Follower
from api.errors import ForbiddenError, PurposeMissingError, UnauthenticatedError
from api.formats import Json, answer
from api.security.principal import SCOPES, Principal
from api.workspace import Workspace
from graph.errors import ParameterError
from graph.roles.audience import for_regions
from graph.snapshots import Snapshot

__all__ = [
    "AuditDep",
    "DayParam",
    "FollowerDep",
    "Json",
    "LanguageParam",
    "LimitParam",
    "PrincipalDep",
    "SnapshotDep",
    "WholeDep",
    "WorkspaceDep",
    "answer",
    "check_purpose",
    "refuse_undeclared",
    "require",
    "workspace_of",
]


# Dependencies are coroutines although they wait for nothing: a plain function would cost each
# request a thread.
async def get_principal(request: Request) -> Principal:
    """Return who asks.

    Raises:
        UnauthenticatedError: Nobody known; the path is one that strangers may open.
    """
    principal: Principal | None = getattr(request.state, "principal", None)
    if principal is None:
        raise UnauthenticatedError("Sign in to see this.")
    return principal


PrincipalDep = Annotated[Principal, Depends(get_principal)]


async def get_whole(request: Request) -> Workspace:
    """Return the workspace behind every role's: for what is about it, never for what it holds."""
    workspace: Workspace = request.app.state.workspace
    return workspace.whole


async def get_follower(request: Request) -> Follower:
    """Return what brings the graph up to decisions."""
    follower: Follower = request.app.state.follower
    return follower


async def get_workspace(request: Request, principal: PrincipalDep) -> Workspace:
    """Return the workspace of the role in which somebody asks.

    Raises:
        ForbiddenError: The role reads no data.
        PurposeMissingError: An investigator has not said what for.
    """
    return workspace_of(request, principal)


def workspace_of(request: Request, principal: Principal) -> Workspace:
    """Return the workspace of the role in which somebody asks; see :func:`get_workspace`."""
    check_purpose(principal)
    workspace: Workspace = request.app.state.workspace
    return for_principal(workspace, principal)


def for_principal(workspace: Workspace, principal: Principal) -> Workspace:
    """Return the workspace as a principal may read it.

    Raises:
        ForbiddenError: The role reads no data, or more than what is served here.
    """
    if principal.role == "administrator":
        raise ForbiddenError("An administrator keeps the server running and reads no data.")
    if principal.is_local:
        return workspace
    asked, served = for_regions(principal.role, principal.territory), workspace.audience
    if served is not None and not served.covers(asked):
        raise ForbiddenError(
            f"This server shows what {served.key} may see; your key is for {asked.key}."
        )
    return workspace.for_role(asked)


def check_purpose(principal: Principal) -> None:
    """Refuse investigators who have not said what they look for.

    Raises:
        PurposeMissingError: There is no purpose.
    """
    if principal.role == "investigator" and not principal.purpose:
        raise PurposeMissingError(
            "Say what for: a header `X-Lacak-Purpose: case 12/2026`, or a purpose at sign-in. "
            "It stands beside every identity you read in the audit log."
        )


async def get_snapshot(workspace: Annotated[Workspace, Depends(get_workspace)]) -> Snapshot:
    """Return the role's snapshot that is current when the request starts."""
    return workspace.snapshot()


async def get_recorder(request: Request, principal: PrincipalDep) -> Recorder:
    """Return the audit log as the caller writes it."""
    is_page = "text/html" in request.headers.get("accept", "")
    channel = "page" if is_page else "api"
    return Recorder(request.app.state.audit, principal, channel, request.state.request_id)


def require(scope: str) -> Callable[[Principal], Awaitable[None]]:
    """Return a dependency that refuses callers without a scope.

    Args:
        scope: One of :data:`api.security.principal.SCOPES`.
    """
    what = SCOPES[scope]

    async def check(principal: PrincipalDep) -> None:
        if scope not in principal.scopes:
            raise ForbiddenError(
                f"This needs the scope {scope!r} ({what}); the key of {principal.name} with the "
                f"role {principal.role} has: {', '.join(sorted(principal.scopes)) or 'none'}."
            )

    return check


async def refuse_undeclared(request: Request) -> None:
    """Refuse parameters that the route does not have: one misspelt would silently not count.

    Raises:
        ParameterError: One is not declared.
    """
    declared = set(_declared(request.scope["route"].dependant))
    for name in request.query_params:
        if name not in declared:
            near = get_close_matches(name, declared, n=3)
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise ParameterError(
                f"There is no parameter {name!r} here.{hint} It takes: "
                f"{', '.join(sorted(declared))}."
            )


def _declared(dependant: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in dependant.query_params)
    for below in dependant.dependencies:
        yield from _declared(below)


def _day(text: str | None) -> str | None:
    """Refuse what has the shape of a day and is none."""
    if text is not None:
        date.fromisoformat(text)
    return text


WholeDep = Annotated[Workspace, Depends(get_whole)]
FollowerDep = Annotated[Follower, Depends(get_follower)]
WorkspaceDep = Annotated[Workspace, Depends(get_workspace)]
SnapshotDep = Annotated[Snapshot, Depends(get_snapshot)]
AuditDep = Annotated[Recorder, Depends(get_recorder)]
LanguageParam = Annotated[
    Literal["id", "en"], Query(alias="lang", description="Language of labels and captions.")
]
LimitParam = Annotated[int, Query(ge=1, le=1000, description="The most items to return.")]
DayParam = Annotated[
    str | None,
    AfterValidator(_day),
    Query(
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        examples=["2025-08-06"],
        json_schema_extra={"format": "date"},
    ),
]
