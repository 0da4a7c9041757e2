"""Pages for people: home, search, explorer, questions, entities."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from api.asking import allowed, ask
from api.deps import (
    AuditDep,
    PrincipalDep,
    SnapshotDep,
    WorkspaceDep,
    require,
    workspace_of,
)
from api.routers import investigations, policy, review
from api.routers.investigations import KeptDep
from api.visit import LANGUAGE, THEME, Back, PageRoute, VisitDep, show
from graph.errors import ParameterError, UnknownEntityError, UnknownQueryError
from graph.services.entities import view
from graph.services.search import search
from graph.services.status import status
from ontology.claim import ID_PATTERN
from ontology.model import load
from viz.explorer import answers, entities, files, forms, home, views
from viz.explorer.site import Problem, local, problem_of, render
from viz.page import data_block

router = APIRouter(route_class=PageRoute, include_in_schema=False)
for _part in (policy.router, investigations.data, investigations.router, review.router):
    router.include_router(_part)

EntityId = Annotated[str, Path(pattern=f"^{ID_PATTERN.pattern}$", max_length=300)]
Name = Annotated[str, Path(pattern="^[a-z0-9_]+$")]
_ASKS = [Depends(require("query"))]
_YEAR_SECONDS = 31_536_000
_EXPLAINED = ("modalities", "legal-stages", "reliabilities")


@router.get("/")
def home_page(request: Request, visit: VisitDep, principal: PrincipalDep) -> Response:
    """Return the first page; that of a role which reads no data leads to what it may see."""
    if principal.role == "administrator":
        return show(render("keeper", visit, load()))
    workspace = workspace_of(request, principal)
    found = status(
        workspace.readable_ledger, workspace.snapshot(), workspace.ontology, workspace.engine
    )
    may_ask = "query" in visit.scopes
    offered = allowed(workspace.catalogue, principal) if may_ask else {}
    doors = home.doors(offered, visit.language)
    content = {"doors": doors, "numbers": home.numbers(found)}
    return show(render("home", visit, workspace.ontology, **content))


@router.get("/help")
def help_page(visit: VisitDep, principal: PrincipalDep) -> Response:  # noqa: ARG001  # asks who it is
    """Return the five steps, the keys, and what the words mean; to every role."""
    # It tells nothing of what is recorded, so no snapshot has to be there.
    ontology = load()
    schemes = {name: ontology.scheme(name).concepts for name in _EXPLAINED}
    words = {
        name: [(c.notation, c.label.in_(visit.language)) for c in concepts.values()]
        for name, concepts in schemes.items()
    }
    return show(render("help", visit, ontology, words=words))


@router.get("/language/{language}")
def choose_language(language: Literal["id", "en"], back: Back = "/") -> Response:
    """Remember the language and come back."""
    return _remember(LANGUAGE, language, back)


@router.get("/theme/{theme}")
def choose_theme(theme: Literal["light", "dark", "auto"], back: Back = "/") -> Response:
    """Remember light or dark and come back."""
    return _remember(THEME, theme, back)


def _remember(name: str, value: str, back: str) -> Response:
    response = RedirectResponse(local(back), 303)
    response.set_cookie(name, value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    return response


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """Return a script, style or icon; 304 where the browser has it already."""
    found = files.static_file(name)
    if found is None:
        raise HTTPException(404)
    headers = {"ETag": f'"{found.tag}"', "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media_type, headers=headers)


@router.get("/find")
def find(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Return the entities whose names match."""
    asked = q.strip()
    hits = search(snapshot, workspace.ontology, asked, limit=40) if asked else []
    return show(render("find", visit, workspace.ontology, q=asked, hits=hits))


@router.get("/e/{entity_id}")
def entity(
    visit: VisitDep, workspace: WorkspaceDep, snapshot: SnapshotDep, entity_id: EntityId
) -> Response:
    """Return everything about an entity, with every source."""
    ontology = workspace.ontology
    found = view(snapshot, ontology, entity_id, visit.language)
    page = entities.page_of(found, snapshot, ontology, visit.language)
    content = {name: getattr(page, name) for name in page.__dataclass_fields__}
    return show(render("entity", visit, ontology, broken=entities.BROKEN, **content))


@router.get("/explore")
def explore(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    kept: KeptDep,
    principal: PrincipalDep,
    entity: Annotated[str, Query(max_length=300)] = "",
    investigation: Annotated[str, Query(max_length=12)] = "",
) -> Response:
    """Return the canvas, opened on an entity or a saved investigation if one is named."""
    node = snapshot.node(entity) if entity else None
    caption = str(node.properties.get("caption", entity)) if node else ""
    saved = kept.get(investigation, principal.name) if investigation else None
    data = {
        **views.page_data(workspace.ontology, visit.language),
        "reports": "report" in visit.scopes,
        "saved": saved.key if saved else "",
    }
    content = {
        "saved": saved,
        "saved_name": saved.name if saved else caption,
        "entity": entity,
        "caption": caption,
        "tries": home.tries(snapshot),
        "data": data_block(data),
    }
    return show(render("explore", visit, workspace.ontology, **content))


@router.get("/questions", dependencies=_ASKS)
def questions(visit: VisitDep, workspace: WorkspaceDep) -> Response:
    """Return the catalogue."""
    listed = sorted(workspace.catalogue.values(), key=lambda q: q.title.in_(visit.language))
    return show(render("questions", visit, workspace.ontology, queries=listed))


@router.get("/questions/{name}", dependencies=_ASKS)
def question(
    request: Request,
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    name: Name,
) -> Response:
    """Return the form of a question, and its answer once everything needed is filled in."""
    query = workspace.catalogue.get(name)
    if query is None:
        raise UnknownQueryError(name, workspace.catalogue)
    given = dict(request.query_params)
    table, problem = None, Problem("")
    if forms.is_filled(query, given):
        try:
            found = ask(workspace, audit, name, forms.values(query, given))
            table = answers.table(found, snapshot, workspace.ontology, visit.language)
        except (ParameterError, UnknownEntityError) as error:
            problem = problem_of(error, visit.language)
    content = {
        "query": query,
        "fields": forms.fields(query, given, visit.language),
        "example": "" if table else urlencode(forms.examples(query)),
        "asked": urlencode({k: v for k, v in given.items() if v}),
        "table": table,
        "problem": problem,
        "most": views.MOST,
    }
    page = render("question", visit, workspace.ontology, **content)
    return show(page, 422 if problem else 200)
