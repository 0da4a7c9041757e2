"""The HTTP application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from api import errors
from api.routers import entities, explorer, health, networks, pages, queries, reference, schema
from api.workspace import Workspace

DESCRIPTION = """Who declared, intercepted, recruited, and licensed what, with the source of every
line. Every fact carries the ids of the claims behind it; `/entities/{id}` shows them with
document, place in it, and who said so.

Being named in a case is no finding of guilt: legal stages are what a source says, at a date."""


def create_app(workspace: Workspace) -> FastAPI:
    """Return the application over a workspace.

    Args:
        workspace: Opened by whoever serves; closed by them too.
    """
    app = FastAPI(
        title="Lacak",
        version="0.1.0",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        # FastAPI's pages of documentation fetch scripts from elsewhere; `reference` is ours.
        docs_url=None,
        redoc_url=None,
    )
    app.state.workspace = workspace
    errors.install(app)
    for module in (health, entities, queries, networks, schema):
        app.include_router(module.router)
    for router in (explorer.router, reference.router, pages.router, pages.fallback):
        app.include_router(router)
    app.middleware("http")(_secure)
    return app


async def _secure(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call_next(request)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("X-Frame-Options", "DENY")
    response.headers.setdefault("Cache-Control", "no-store")
    return response
