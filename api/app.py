"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI

from api import failures
from api.audit.pages import note_page
from api.audit.recorder import open_audit
from api.deciding import Follower
from api.gate import VERSION, Gate
from api.metrics import Metrics
from api.openapi import DESCRIPTION, document, errors
from api.routers import (
    drafts,
    entities,
    explorer,
    exports,
    free,
    health,
    identity,
    networks,
    pages,
    queries,
    reference,
    reports,
    schema,
    sign_in,
)
from api.security.guard import Guard
from api.security.principal import LOCAL, local_owner
from api.security.turns import Turns
from api.settings import ServerSettings
from api.warming import Warmer
from api.workspace import Workspace

_VERSIONED = (entities, queries, networks, schema, exports, reports, drafts, identity, free)


def create_app(
    workspace: Workspace,
    settings: ServerSettings | None = None,
    *,
    is_loopback: bool = True,
    keeps_warm: bool = False,
) -> FastAPI:
    """Return the application over a workspace.

    Args:
        workspace: Opened by whoever serves; closed by them too. If it is a role's, whoever
            asks is shown no more than that role is.
        settings: Limits and trust; defaults where absent.
        is_loopback: It will listen on this machine's own address only. Then, until the first
            key is made, whoever asks is the owner of the machine.
        keeps_warm: What is published is offered to narrower roles when it is warm.

    Raises:
        SettingsError: Others can reach it and there is no key to tell them apart by.
        AuditError: The audit log cannot be kept.
        KeyFileError: A secret is missing or readable by others.
    """
    settings = settings or ServerSettings()
    home = workspace.settings.home
    provinces = workspace.audience.provinces if workspace.audience else ()
    owner = local_owner(LOCAL, workspace.role, provinces)
    guard = Guard(home, settings, is_loopback=is_loopback, owner=owner)
    audit = open_audit(home, settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if keeps_warm:
            app.state.warmer.start()
        yield
        app.state.follower.close()
        if keeps_warm:
            app.state.warmer.close()
        guard.close()
        audit.close()

    # FastAPI's pages of documentation fetch scripts from elsewhere; `reference` is ours.
    app = FastAPI(
        title="Lacak",
        version="1",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        responses=errors(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.workspace = workspace
    app.state.audit = audit
    app.state.guard = guard
    app.state.follower = Follower(workspace.whole)
    served = workspace.audience
    expected = [a for a in guard.audiences() if served is None or served.covers(a)]
    app.state.warmer = Warmer(workspace.whole, expected if keeps_warm else ())
    app.state.metrics = Metrics()
    app.state.turns = Turns(
        settings.running, settings.waiting, settings.wait_seconds, settings.abreast
    )
    app.openapi = lambda: document(app)  # type: ignore[method-assign]  # FastAPI's own way
    failures.install(app)
    _include(app)
    app.add_middleware(
        Gate, guard=guard, settings=settings, metrics=app.state.metrics, turns=app.state.turns
    )
    return app


def _include(app: FastAPI) -> None:
    app.include_router(health.router)
    for module in _VERSIONED:
        app.include_router(module.router, prefix=f"/{VERSION}")
    app.include_router(sign_in.router)
    noted = [Depends(note_page)]
    for router in (explorer.router, reference.router, free.page, pages.router):
        app.include_router(router, dependencies=noted)
