"""Evidence packs over HTTP: one archive, or its PDF or DOCX alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from api.deps import AuditDep, LanguageParam, SnapshotDep, WorkspaceDep, require
from api.openapi import Responses
from api.packing import MEDIA_TYPES, PackForm, packed
from graph.services.dossier import DEFAULT_LIMIT, gather
from ontology.claim import ID_PATTERN

router = APIRouter(tags=["export"], dependencies=[Depends(require("report"))])

_OFFERED: Responses = {
    200: {
        "description": "The pack",
        "content": {
            form: {"schema": {"type": "string", "format": "binary"}}
            for form in MEDIA_TYPES.values()
        },
    }
}
FormParam = Annotated[
    PackForm, Query(alias="format", description="The whole pack, or one paper of it.")
]


@router.get(
    "/reports/{entity_id}",
    summary="Evidence pack of a case or any entity",
    responses=_OFFERED,
    response_class=Response,
)
def report(
    entity_id: Annotated[
        str,
        Path(pattern=f"^{ID_PATTERN.pattern}$", examples=["agr:ntt-deklarasi-tppo-2025-08-06"]),
    ],
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    form: FormParam = "pdf",
    language: LanguageParam = "id",
    limit: Annotated[
        int, Query(ge=0, le=200, description="The most related entities described.")
    ] = DEFAULT_LIMIT,
) -> Response:
    """Return every claim about an entity and its neighbours, with sources and conflicts.

    The archive holds a manifest; `lacak report --verify FOLDER` checks an unpacked one.
    """
    with audit.noting("export", entity_id, {"report": form}):
        found = gather(snapshot, workspace.ontology, [entity_id], language=language, limit=limit)
        return packed(workspace, audit, found, form, language, entity_id)
