"""Is it alive, can it answer, and how is it doing?"""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import PlainTextResponse

from api.deps import AuditDep, WholeDep, answer, require
from api.models import Health, Ready
from api.openapi import offers
from graph.services.status import Status, status
from ontology.errors import LacakError

router = APIRouter(tags=["health"])


@router.get("/health", summary="The process answers", responses=offers(Health))
async def health() -> Response:
    """Return 200 as long as the process runs."""
    return answer(Health("ok"))


@router.get(
    "/ready",
    summary="Every part that answers need is there",
    responses=offers(Ready) | {503: {"model": Ready, "description": "What is not there, and why"}},
)
def ready(request: Request, workspace: WholeDep) -> Response:
    """Return 200 when snapshot and engine answer; 503 with the reason of each that does not."""
    reasons: dict[str, str] = {}
    digest = version = None
    try:
        digest = workspace.snapshot().manifest.digest
    except LacakError as error:
        reasons["snapshot"] = str(error)
    try:
        version = workspace.store.capabilities.version
    except LacakError as error:
        reasons["engine"] = str(error)
    if workspace.warm is not None:
        cold = request.app.state.warmer.cold()
        reasons |= dict.fromkeys(cold, "Its snapshot is being warmed up.")
    is_ready = not reasons
    locked = workspace.rooms.problem()
    if locked is not None:
        # The rest answers without them.
        reasons["free queries"] = locked.en
    made = answer(Ready(is_ready, digest, version, reasons))
    made.status_code = 200 if is_ready else 503
    return made


@router.get(
    "/v1/status",
    summary="What is in the graph",
    responses=offers(Status),
    dependencies=[Depends(require("operate"))],
)
def get_status(workspace: WholeDep) -> Response:
    """Return the numbers that `lacak status` prints."""
    found = status(workspace.ledger, workspace.snapshot(), workspace.ontology, workspace.engine)
    return answer(asdict(found))


@router.get(
    "/metrics",
    summary="Numbers for Prometheus",
    response_class=PlainTextResponse,
    dependencies=[Depends(require("operate"))],
)
def metrics(request: Request, audit: AuditDep) -> Response:
    """Return requests, durations, and how busy it is, in Prometheus' text format."""
    state = request.app.state
    gauges = {
        "lacak_running": ("Requests at work.", float(state.turns.running)),
        "lacak_waiting": ("Requests that wait for their turn.", float(state.turns.waiting)),
        "lacak_refused_total": (
            "Requests refused because of too many.",
            float(state.turns.refused),
        ),
        "lacak_audit_entries_total": ("Entries of the audit log.", float(audit.log.end()[0])),
    }
    text = state.metrics.text(gauges)
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4; charset=utf-8")
