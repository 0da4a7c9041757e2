"""Evidence packs over HTTP: one archive, or its PDF or DOCX alone."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath
from fastapi.responses import Response

from api.deps import AuditDep, LanguageParam, SnapshotDep, WorkspaceDep, require
from api.openapi import Responses
from api.reading import note_read
from graph.services.dossier import DEFAULT_LIMIT, gather
from ontology.claim import ID_PATTERN

router = APIRouter(tags=["export"], dependencies=[Depends(require("export"))])

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMS = {"zip": "application/zip", "pdf": "application/pdf", "docx": _DOCX}
_OFFERED: Responses = {
    200: {
        "description": "The pack",
        "content": {
            form: {"schema": {"type": "string", "format": "binary"}} for form in _FORMS.values()
        },
    }
}


@router.get(
    "/reports/{entity_id}",
    summary="Evidence pack of a case or any entity",
    responses=_OFFERED,
    response_class=Response,
)
def report(
    entity_id: Annotated[
        str,
        InPath(pattern=f"^{ID_PATTERN.pattern}$", examples=["agr:ntt-deklarasi-tppo-2025-08-06"]),
    ],
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    form: Annotated[
        Literal["zip", "pdf", "docx"],
        Query(alias="format", description="The whole pack, or one paper of it."),
    ] = "pdf",
    language: LanguageParam = "id",
    limit: Annotated[
        int, Query(ge=0, le=200, description="The most related entities described.")
    ] = DEFAULT_LIMIT,
) -> Response:
    """Return every claim about an entity and its neighbours, with sources and conflicts.

    The archive holds a manifest; `lacak report --verify FOLDER` checks an unpacked one.
    """
    # Imported here: drawing and typesetting would cost every start of the server.
    from viz.report.pack import write

    with audit.noting("export", entity_id, {"report": form}):
        found = gather(snapshot, workspace.ontology, [entity_id], language=language, limit=limit)
        for node in snapshot.nodes([entity.id for entity in found.entities]):
            note_read(audit, workspace.ontology, node, {"report": entity_id})
        with tempfile.TemporaryDirectory(prefix="lacak-report-") as name:
            files = write(found, workspace.ontology, Path(name), language)
            body = _archive(files) if form == "zip" else _one(files, f"report.{form}")
    title = entity_id.replace(":", "-")
    headers = {"Content-Disposition": f'attachment; filename="{title}.{form}"'}
    return Response(body, media_type=_FORMS[form], headers=headers)


def _one(files: list[Path], name: str) -> bytes:
    return next(path for path in files if path.name == name).read_bytes()


def _archive(files: list[Path]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.name)
    return buffer.getvalue()
