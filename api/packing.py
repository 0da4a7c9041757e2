"""Evidence packs as answers: the archive or one paper, every identity in them noted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final, Literal

from fastapi import Response

from api.audit.recorder import Recorder
from api.reading import note_read
from api.workspace import Workspace
from graph.services.dossier import Dossier
from ontology.model import Language

PackForm = Literal["zip", "pdf", "docx"]
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: Final[Mapping[PackForm, str]] = {
    "zip": "application/zip",
    "pdf": "application/pdf",
    "docx": DOCX,
}
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9]+")


def packed(
    workspace: Workspace,
    audit: Recorder,
    dossier: Dossier,
    form: PackForm,
    language: Language,
    name: str,
) -> Response:
    """Return a pack as a download.

    Args:
        workspace: Whose snapshot the matter was gathered from.
        audit: Where every entity described is noted as read, for the matter of that name.
        dossier: The matter.
        form: The archive, or one paper alone.
        language: Of the papers.
        name: What the file is called, as far as letters and figures of ASCII go.

    Raises:
        AuditError: It cannot be noted.
        ReportError: Optional packages are missing.
    """
    # Imported here: drawing and typesetting would cost every start of the server.
    from viz.report.pack import files_of, paper

    for node in workspace.snapshot().nodes([entity.id for entity in dossier.entities]):
        note_read(audit, workspace.ontology, node, {"report": name})
    if form == "zip":
        body = _archive(files_of(dossier, workspace.ontology, language))
    else:
        body = paper(dossier, workspace.ontology, form, language)
    title = _UNSAFE.sub("-", name)[:80].strip("-") or "lacak"
    headers = {"Content-Disposition": f'attachment; filename="{title}.{form}"'}
    return Response(body, media_type=MEDIA_TYPES[form], headers=headers)


def _archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return buffer.getvalue()
