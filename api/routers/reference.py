"""The page about the API, under the same policy as every page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.deps import WorkspaceDep
from api.visit import PageRoute, VisitDep, show
from viz.explorer.reference import routes
from viz.explorer.site import render

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/docs")
def reference(request: Request, visit: VisitDep, workspace: WorkspaceDep) -> Response:
    """Return every route with what it takes."""
    groups = routes(request.app.openapi())
    return show(render("reference", visit, workspace.ontology, groups=groups))
