"""What the canvas asks for: views, panels, what lies around, downloads."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Response
from pydantic import BaseModel, Field

from api.deps import LanguageParam, SnapshotDep, WorkspaceDep, answer
from graph.errors import UnknownEntityError
from viz.explorer import downloads, views
from viz.explorer.downloads import MEDIA_TYPES, Form

router = APIRouter(prefix="/explore", tags=["explorer"])

EntityId = Annotated[str, Query(alias="entity", max_length=300, examples=["org:kp2mi"])]
_Id = Annotated[str, Field(max_length=300)]


class Asked(BaseModel):
    """Which entities a view holds; ``entity`` alone opens one with its neighbours."""

    ids: list[_Id] = Field(default_factory=list, max_length=2 * views.MOST)
    entity: _Id = ""


@router.post("/view", summary="Entities and what links them, with marks and places")
def get_view(
    workspace: WorkspaceDep, snapshot: SnapshotDep, asked: Annotated[Asked, Body()]
) -> Response:
    """Return what the canvas draws; ids that do not exist are left out and counted."""
    if asked.entity and not asked.ids:
        found = views.opened(snapshot, asked.entity)
    else:
        focus = [asked.entity] if asked.entity else []
        found = views.among(snapshot, asked.ids, focus)
    known = {n.id for n in found.nodes}
    missing = 0 if found.is_truncated else len(set(asked.ids) - known)
    return answer({**views.drawn(found, workspace.ontology), "missing": missing})


@router.get("/around", summary="Neighbours by one type of relationship")
def get_around(
    snapshot: SnapshotDep,
    entity_id: EntityId,
    kind: Annotated[str, Query(alias="type", pattern="^[A-Z_]+$")],
) -> Response:
    """Return ids of the neighbours that a type of relationship leads to."""
    return answer({"ids": views.around(snapshot, entity_id, kind)})


@router.get("/path", summary="Paths between two entities, the shortest first")
def get_path(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    start: Annotated[str, Query(max_length=300, examples=["org:kp2mi"])],
    goal: Annotated[str, Query(max_length=300, examples=["org:polda-riau"])],
    limit: Annotated[int, Query(ge=1, le=20)] = 5,
) -> Response:
    """Return up to so many paths in order of length, with everything on them."""
    return answer(views.alternatives(snapshot, workspace.ontology, start, goal, limit))


@router.get("/entity", summary="The panel of an entity")
def get_entity(
    workspace: WorkspaceDep, snapshot: SnapshotDep, entity_id: EntityId, lang: LanguageParam = "id"
) -> Response:
    """Return its facts with evidence, and how many relationships of each type it has."""
    return answer(views.entity(snapshot, workspace.ontology, entity_id, lang))


@router.get("/link/{link_id}", summary="The panel of a link")
def get_link(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    link_id: Annotated[str, Path(max_length=100, examples=["0f3a…"])],
    lang: LanguageParam = "id",
) -> Response:
    """Return the facts of a relationship, and every citation behind it."""
    found = views.link(snapshot, workspace.ontology, link_id, lang)
    if found is None:
        raise UnknownEntityError(link_id)
    return answer(found)


@router.post(
    "/download/{form}",
    summary="A view as a file",
    responses={200: {"content": {form: {} for form in MEDIA_TYPES.values()}}},
)
def download(
    snapshot: SnapshotDep,
    form: Annotated[Form, Path(examples=["graphml"])],
    asked: Annotated[Asked, Body()],
) -> Response:
    """Return what is seen as GraphML, CSV or JSON, each link with claims and sources."""
    content = downloads.write(views.among(snapshot, asked.ids), snapshot, form)
    headers = {"Content-Disposition": f'attachment; filename="lacak.{form}"'}
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)
