"""Saved investigations as pages, and as the canvas saves them."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import AuditDep, PrincipalDep, SnapshotDep, WorkspaceDep, answer, require
from api.investigations import (
    Draft,
    Investigation,
    InvestigationError,
    Investigations,
    exported,
    imported,
)
from api.packing import packed
from api.routers.reports import FormParam
from api.visit import PageRoute, VisitDep, show
from graph.services.citations import cite
from graph.services.dossier import Case, gather_case
from viz.explorer.site import render
from viz.explorer.views import among

router = APIRouter(prefix="/investigations", route_class=PageRoute, include_in_schema=False)
data = APIRouter(prefix="/investigations", include_in_schema=False)

Key = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{12}$")]
_MOST_BYTES = 200_000


def _kept(workspace: WorkspaceDep) -> Investigations:
    return Investigations(workspace.settings.home / "investigations")


KeptDep = Annotated[Investigations, Depends(_kept)]


@router.get("")
def list_page(
    visit: VisitDep, workspace: WorkspaceDep, kept: KeptDep, principal: PrincipalDep
) -> Response:
    """Return what the visitor saved."""
    return show(render("investigations", visit, workspace.ontology, saved=kept.of(principal.name)))


@data.get("/data")
def list_data(kept: KeptDep, principal: PrincipalDep) -> Response:
    """Return key and name of what the visitor saved, for the canvas."""
    return answer({"saved": [[one.key, one.name] for one in kept.of(principal.name)]})


@data.post("/data")
async def save(
    request: Request,
    kept: KeptDep,
    principal: PrincipalDep,
    key: Annotated[str, Query(max_length=12)] = "",
) -> Response:
    """Save what the canvas shows; what is known of the notes stays."""
    draft = imported(await _body(request))
    if key:
        draft = Draft(draft.name, kept.get(key, principal.name).notes, draft.view)
    saved = kept.save(draft, principal.name, key)
    return answer({"key": saved.key, "name": saved.name})


@data.post("/import")
async def bring_in(request: Request, kept: KeptDep, principal: PrincipalDep) -> Response:
    """Save a file that somebody exported as the visitor's own."""
    return answer({"key": kept.save(imported(await _body(request)), principal.name).key})


@router.get("/{key}")
def page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    kept: KeptDep,
    principal: PrincipalDep,
    key: Key,
) -> Response:
    """Return one investigation with its notes and pinned evidence."""
    one = kept.get(key, principal.name)
    citations = cite(snapshot, snapshot.claims(list(one.evidence)))
    subjects = {s.id: s.claim.subject for s in snapshot.claims(list(one.evidence))}
    nodes = snapshot.nodes([*one.entities, *subjects.values()])
    names = {n.id: str(n.properties.get("caption", n.id)) for n in nodes}
    content = {
        "one": one,
        "evidence": [(c, subjects[i], names.get(subjects[i])) for i, c in citations.items()],
        "missing": len(one.evidence) - len(citations),
        "entities": [(i, names[i]) for i in one.entities if i in names],
    }
    return show(render("investigation", visit, workspace.ontology, **content))


@router.get("/{key}/file")
def file(kept: KeptDep, principal: PrincipalDep, key: Key) -> Response:
    """Return one as a file that a colleague can import."""
    one = kept.get(key, principal.name)
    headers = {"Content-Disposition": 'attachment; filename="lacak-investigation.json"'}
    return Response(exported(one), media_type="application/json", headers=headers)


@router.get("/{key}/report", dependencies=[Depends(require("report"))])
def report(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    kept: KeptDep,
    principal: PrincipalDep,
    audit: AuditDep,
    key: Key,
    form: FormParam = "pdf",
) -> Response:
    """Return the evidence pack of what is on the canvas, with notes and pinned evidence."""
    one = kept.get(key, principal.name)
    case = Case(one.name, one.notes, one.evidence)
    with audit.noting("export", f"investigation {key}", {"report": form}):
        network = among(snapshot, one.entities)
        found = gather_case(snapshot, workspace.ontology, case, network, language=visit.language)
        return packed(workspace, audit, found, form, visit.language, f"lacak {one.name}")


@router.post("/{key}")
async def change(request: Request, kept: KeptDep, principal: PrincipalDep, key: Key) -> Response:
    """Change name and notes, or delete, as the form on the page asks."""
    one = kept.get(key, principal.name)
    form = parse_qs((await _body(request)).decode("utf-8", "replace"), keep_blank_values=True)
    if "delete" in form:
        kept.delete(key, principal.name)
        return RedirectResponse("/investigations", 303)
    kept.save(_edited(one, form), principal.name, key)
    return RedirectResponse(f"/investigations/{key}", 303)


def _edited(one: Investigation, form: dict[str, list[str]]) -> Draft:
    given = {name: form.get(name, [""])[0] for name in ("name", "notes")}
    return Draft(given["name"], given["notes"].replace("\r\n", "\n"), one.view)


async def _body(request: Request) -> bytes:
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > _MOST_BYTES:
            raise InvestigationError(f"Send at most {_MOST_BYTES:,} bytes.")
    return content
