"""Drafts: claims that a text gave and a person decides on; nothing else of them is shown."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from api import drafts
from api.audit.recorder import Recorder
from api.deps import AuditDep, Json, LimitParam, PrincipalDep, WorkspaceDep, answer, require
from api.drafts import Correction, Decided, Draft, Waiting
from api.security.principal import Principal
from api.workspace import Workspace

router = APIRouter(prefix="/drafts", tags=["drafts"], dependencies=[Depends(require("review"))])

_Why = Annotated[str, Field(min_length=3, max_length=500)]
ClaimParam = Annotated[str, Path(min_length=6, max_length=64, pattern=r"^[0-9a-f]+$")]


class Decision(BaseModel):
    """Which drafts, and why they are decided so."""

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[list[str], Field(min_length=1, max_length=1000)]
    why: _Why


class Amendment(BaseModel):
    """What a draft should have said; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    why: _Why
    property: str | None = None
    value: Annotated[str | None, Field(max_length=10_000)] = None
    modality: str | None = None


@router.get("/documents", summary="Documents with drafts that wait", response_model=list[Waiting])
def documents(workspace: WorkspaceDep, audit: AuditDep) -> Json:
    """Return the documents that have drafts nobody has decided, with how many."""
    with audit.noting("drafts", "documents"):
        found = drafts.documents(workspace)
    return answer(found)


@router.get("", summary="Drafts of one document", response_model=list[Draft])
def listed(
    document: Annotated[
        str, Query(max_length=200, description="Id of the document.", examples=["doc:rilis"])
    ],
    workspace: WorkspaceDep,
    audit: AuditDep,
    limit: LimitParam = 200,
) -> Json:
    """Return the drafts of a document, in its order, each with the words that say so."""
    with audit.noting("drafts", document):
        found = drafts.listed(workspace, document, limit)
    return answer(found)


@router.post("/accept", summary="Accept drafts", response_model=Decided)
def accept(
    decision: Decision, workspace: WorkspaceDep, principal: PrincipalDep, audit: AuditDep
) -> Json:
    """Accept drafts; they enter the graph when it is next brought up to date.

    What the entities of an accepted claim are is accepted with it.
    """
    return _decided("accept", decision, workspace, principal, audit)


# Two addresses and no gap in one: what is neither has no route that takes POST.
@router.post("/reject", summary="Reject drafts", response_model=Decided)
def reject(
    decision: Decision, workspace: WorkspaceDep, principal: PrincipalDep, audit: AuditDep
) -> Json:
    """Reject drafts; they are kept, with why, and never enter the graph."""
    return _decided("reject", decision, workspace, principal, audit)


def _decided(
    action: Literal["accept", "reject"],
    decision: Decision,
    workspace: Workspace,
    principal: Principal,
    audit: Recorder,
) -> Json:
    detail = {"ids": " ".join(i[:8] for i in decision.ids[:50]), "why": decision.why}
    with audit.noting("decide", action, detail):
        done = drafts.decide(workspace, action, decision.ids, principal.name, decision.why)
    return answer(done)


@router.post("/{claim}/correct", summary="Correct a draft", response_model=Decided)
def correct(
    claim: ClaimParam,
    amendment: Amendment,
    workspace: WorkspaceDep,
    principal: PrincipalDep,
    audit: AuditDep,
) -> Json:
    """Reject a draft and accept in its stead what it should have said, at the same place."""
    what = Correction(amendment.property, amendment.value, amendment.modality)
    with audit.noting("decide", "correct", {"ids": claim[:8], "why": amendment.why}):
        done = drafts.correct(workspace, claim, what, principal.name, amendment.why)
    return answer(done)
