"""Everything that a role may see, as one file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse

from api.deps import AuditDep, SnapshotDep, WorkspaceDep, require
from api.formats import JSONLD, NQUADS, TURTLE, chosen
from api.openapi import Responses
from graph.export.formats import write
from graph.services.floor import floor_rule

router = APIRouter(tags=["export"], dependencies=[Depends(require("export"))])

_FORMS = {TURTLE: ("turtle", ".ttl"), NQUADS: ("n-quads", ".nq"), JSONLD: ("json-ld", ".jsonld")}
_CHUNK_BYTES = 1 << 18
_OFFERED: Responses = {
    200: {
        "description": "The file",
        "content": {form: {"schema": {"type": "string"}} for form in _FORMS},
    }
}


@router.get(
    "/export",
    summary="The whole graph of the role as RDF",
    responses=_OFFERED,
    response_class=StreamingResponse,
)
def export(
    request: Request, workspace: WorkspaceDep, snapshot: SnapshotDep, audit: AuditDep
) -> Response:
    """Return the graph with its claims as Turtle, N-Quads or JSON-LD, by the Accept header."""
    form = chosen(request.headers.get("accept", ""), list(_FORMS))
    name, ending = _FORMS[form]
    with audit.noting("export", name, {"digest": snapshot.manifest.digest}):
        folder = tempfile.TemporaryDirectory(prefix="lacak-export-")
        path = Path(folder.name) / f"lacak{ending}"
        write(snapshot, workspace.ontology, path, name)
    headers = {
        "Content-Disposition": f'attachment; filename="lacak{ending}"',
        "Content-Length": str(path.stat().st_size),
    }
    if rule := floor_rule(snapshot):
        headers["X-Lacak-Rule"] = rule.en
    return StreamingResponse(_chunks(folder, path), headers=headers, media_type=form)


def _chunks(folder: tempfile.TemporaryDirectory[str], path: Path) -> Iterator[bytes]:
    with folder, path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk
