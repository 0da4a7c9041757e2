"""The ontology as data."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.deps import PrincipalDep, WholeDep, answer
from ontology.describe import describe

router = APIRouter(tags=["schema"])


@router.get("/schema", summary="Classes, properties, and vocabularies")
def schema(workspace: WholeDep, _principal: PrincipalDep) -> Response:
    """Return the whole ontology with labels and definitions in Indonesian and English."""
    return answer(describe(workspace.ontology))
