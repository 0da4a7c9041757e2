"""Is it alive, and can it answer?"""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Response

from api.deps import WorkspaceDep, answer
from graph.services.status import status
from ontology.errors import LacakError

router = APIRouter(tags=["health"])


@router.get("/health", summary="The process answers")
def health() -> Response:
    """Return 200 as long as the process runs."""
    return answer({"status": "ok"})


@router.get("/ready", summary="Every part that answers need is there")
def ready(workspace: WorkspaceDep) -> Response:
    """Return 200 when snapshot and engine answer; 503 with the reason of each that does not."""
    reasons: dict[str, str] = {}
    digest = None
    try:
        digest = workspace.snapshot().manifest.digest
    except LacakError as error:
        reasons["snapshot"] = str(error)
    try:
        version = workspace.store.capabilities.version
    except LacakError as error:
        version = None
        reasons["engine"] = str(error)
    made = answer({"ready": not reasons, "digest": digest, "engine": version, "why": reasons})
    made.status_code = 503 if reasons else 200
    return made


@router.get("/status", summary="What is in the graph")
def get_status(workspace: WorkspaceDep) -> Response:
    """Return the numbers that `lacak status` prints."""
    found = status(workspace.ledger, workspace.snapshot(), workspace.ontology, workspace.engine)
    return answer(asdict(found))
