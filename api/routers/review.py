"""The review desk as pages: drafts from text, identities side by side, decisions."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from api import drafts, reviewing
from api.deciding import Follower
from api.deps import AuditDep, FollowerDep, PrincipalDep, WorkspaceDep, require
from api.drafts import Correction
from api.visit import PageRoute, VisitDep, show
from graph.errors import ParameterError
from graph.ledger.rows import DecisionKind
from graph.services import identity
from viz.explorer.review import TABS, in_common, readable
from viz.explorer.site import Visit, render

router = APIRouter(
    prefix="/review",
    route_class=PageRoute,
    include_in_schema=False,
    dependencies=[Depends(require("review"))],
)

Text = Annotated[str, Query(max_length=300)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
_PAGE = 10
_MOST_DRAFTS = 100
_MOST_BYTES = 200_000
VERDICTS: Final[tuple[DecisionKind, ...]] = ("same", "different", "unsure")
_CLASSES = ("Person", "Company", "PublicBody", "Agent")


@router.get("")
def drafts_page(
    visit: VisitDep, workspace: WorkspaceDep, audit: AuditDep, document: Text = ""
) -> Response:
    """Return documents with drafts that wait, or the drafts of one."""
    with audit.noting("drafts", document or "documents"):
        waiting = drafts.documents(workspace)
        listed = drafts.listed(workspace, document, _MOST_DRAFTS) if document else []
    ontology = workspace.ontology
    content = {
        "tabs": TABS,
        "waiting": waiting,
        "document": next((w for w in waiting if w.document == document), None),
        "asked": document,
        "drafts": [(d, readable(d.property, d.value, ontology, visit.language)) for d in listed],
        "modalities": ontology.scheme("modalities").concepts,
    }
    return show(render("review", visit, ontology, **content))


@router.post("")
async def decide_drafts(
    request: Request, workspace: WorkspaceDep, principal: PrincipalDep, audit: AuditDep
) -> Response:
    """Accept, reject or correct drafts, as the form says, and come back."""
    form = await _form(request)
    action, ids, why = _one(form, "action"), form.get("ids", []), _one(form, "why") or "reviewed"
    with audit.noting("decide", action, {"ids": " ".join(i[:8] for i in ids[:50]), "why": why}):
        if action == "correct" and len(ids) == 1:
            what = Correction(None, _one(form, "value") or None, _one(form, "modality") or None)
            drafts.correct(workspace, ids[0], what, principal.name, why)
        elif action in ("accept", "reject"):
            drafts.decide(workspace, action, ids, principal.name, why)
        else:
            raise ParameterError("Choose accept or reject, or correct one draft.")
    return RedirectResponse(f"/review?document={quote(_one(form, 'document'))}", 303)


@router.get("/identity")
def identity_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    audit: AuditDep,
    follower: FollowerDep,
    cls: Annotated[str, Query(alias="class", max_length=60)] = "Company",
    first: Offset = 0,
) -> Response:
    """Return pairs of records that may be one, side by side."""
    with audit.noting("identities", cls):
        found, count = reviewing.pairs(workspace, cls, visit.language, first, _PAGE)
    content = {
        "tabs": TABS,
        "pairs": [(p, in_common(p.left.facts, p.right.facts)) for p in found],
        "count": count,
        "first": first,
        "step": _PAGE,
        "chosen": cls,
        "classes": _CLASSES,
        "verdicts": VERDICTS,
        "graph": _behind(follower, visit),
    }
    return show(render("identity", visit, workspace.ontology, **content))


@router.post("/identity")
async def decide_identity(
    request: Request,
    workspace: WorkspaceDep,
    follower: FollowerDep,
    principal: PrincipalDep,
    audit: AuditDep,
) -> Response:
    """Keep what was decided about two records, and go on with the rest."""
    form = await _form(request)
    left, right = _one(form, "left"), _one(form, "right")
    verdict = next((v for v in VERDICTS if v == _one(form, "verdict")), None)
    if verdict is None:
        raise ParameterError(f"Choose one of {', '.join(VERDICTS)}.")
    why = _one(form, "why") or "side by side"
    with audit.noting("decide", left, {"beside": right, "verdict": verdict, "why": why}):
        identity.decide(workspace.ledger, left, right, verdict, principal.name, why)
    follower.ask()
    return RedirectResponse(f"/review/identity?class={quote(_one(form, 'class'))}", 303)


@router.get("/decisions")
def decisions_page(visit: VisitDep, workspace: WorkspaceDep, follower: FollowerDep) -> Response:
    """Return every decision, the latest first, and whether the graph shows them."""
    content = {
        "tabs": TABS,
        "decisions": reviewing.decided(workspace),
        "graph": _behind(follower, visit),
    }
    return show(render("decisions", visit, workspace.ontology, **content))


@router.post("/decisions")
async def undo(
    request: Request,
    workspace: WorkspaceDep,
    follower: FollowerDep,
    principal: PrincipalDep,
    audit: AuditDep,
) -> Response:
    """Take a decision back."""
    form = await _form(request)
    decision, why = _one(form, "decision"), _one(form, "why") or "taken back"
    with audit.noting("decide", decision, {"verdict": "undo", "why": why}):
        identity.undo(workspace.ledger, decision, principal.name, why)
    follower.ask()
    return RedirectResponse("/review/decisions", 303)


def _behind(follower: Follower, visit: Visit) -> str:
    """Return what to say of a graph that does not show every decision; nothing of one that does."""
    found = follower.state()
    return "" if found.state == "current" else found.told.in_(visit.language)


async def _form(request: Request) -> dict[str, list[str]]:
    body = await request.body()
    if len(body) > _MOST_BYTES:
        raise ParameterError(f"Send at most {_MOST_BYTES:,} bytes.")
    return parse_qs(body.decode("utf-8", "replace"))


def _one(form: dict[str, list[str]], name: str) -> str:
    return form.get(name, [""])[0].strip()
