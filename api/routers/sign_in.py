"""Signing in and out with a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from api.audit.recorder import Recorder
from api.deps import WholeDep, check_purpose
from api.errors import (
    ApiError,
    PurposeMissingError,
    TooManyRequestsError,
    UnauthenticatedError,
    status_of,
)
from api.security.guard import Guard
from api.security.principal import Principal
from api.security.sessions import COOKIE
from api.visit import PageRoute, VisitDep, show
from viz.explorer.site import Visit, local, render
from viz.explorer.texts import TEXTS

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PROBLEMS: Final[Mapping[type[ApiError], str]] = {
    UnauthenticatedError: "sign_in_unknown",
    PurposeMissingError: "sign_in_purposeless",
    TooManyRequestsError: "sign_in_often",
}

Back = Annotated[str, Query(max_length=2000)]


@router.get("/sign-in")
async def form(
    request: Request, visit: VisitDep, workspace: WholeDep, back: Back = "/"
) -> Response:
    """Return the form; with who is signed in already, if somebody is."""
    who: Principal | None = getattr(request.state, "principal", None)
    content = {"who": who, "to": local(back), "purpose": "", "problem": ""}
    return show(render("sign-in", visit, workspace.ontology, **content))


@router.post("/sign-in")
async def sign_in(request: Request, visit: VisitDep, workspace: WholeDep) -> Response:
    """Begin a session and go where the visitor wanted to go."""
    sent = {k: v[0] for k, v in parse_qs((await request.body()).decode("utf-8", "replace")).items()}
    back, purpose = local(sent.get("back", "/")), sent.get("purpose", "")
    guard: Guard = request.app.state.guard
    client = request.client.host if request.client else ""
    try:
        who, cookie = await run_in_threadpool(guard.sign_in, sent.get("key", ""), purpose, client)
        check_purpose(who)
    except ApiError as error:
        problem = _problem(error, visit)
        content = {"who": None, "to": back, "purpose": purpose, "problem": problem}
        page = render("sign-in", _at_form(visit), workspace.ontology, **content)
        return show(page, status_of(error))
    Recorder(request.app.state.audit, who, "page", request.state.request_id).note(
        "sign-in", who.role
    )
    response = RedirectResponse(back, 303)
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=guard.session_seconds,
        httponly=True,
        samesite="strict",
        secure=guard.has_secure_cookies,
    )
    return response


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session; its cookie opens nothing any more."""
    guard: Guard = request.app.state.guard
    guard.sign_out(request.headers)
    who: Principal | None = getattr(request.state, "principal", None)
    if who is not None:
        Recorder(request.app.state.audit, who, "page", request.state.request_id).note(
            "sign-out", who.role
        )
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def _problem(error: ApiError, visit: Visit) -> str:
    """Return what went wrong as somebody before the form reads it."""
    key = next((key for cls, key in _PROBLEMS.items() if isinstance(error, cls)), None)
    return TEXTS[key].in_(visit.language) if key else str(error)


def _at_form(visit: Visit) -> Visit:
    # The switches of language and theme come back with GET.
    return replace(visit, path="/sign-in")
