"""Networks as data and as pictures."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.deps import DayParam, LanguageParam, SnapshotDep, WorkspaceDep, answer
from api.workspace import Workspace
from graph.services import networks
from graph.services.networks import NetworkView
from graph.snapshots import Snapshot
from ontology.model import Language

router = APIRouter(prefix="/networks", tags=["networks"])

As = Annotated[
    Literal["json", "html"], Query(alias="as", description="Data, or a picture in one file.")
]
Types = Annotated[
    list[str] | None, Query(alias="type", description="Only these relationship types.")
]
Layers = Annotated[
    list[Literal["reference", "enforcement", "suspect"]] | None,
    Query(alias="layer", description="Only these layers."),
]
Entity = Annotated[str, Query(examples=["org:kp2mi"], max_length=300)]
Limit = Annotated[int, Query(ge=2, le=networks.MAXIMUM)]


def _give(
    view: NetworkView,
    snapshot: Snapshot,
    workspace: Workspace,
    form: str,
    title: str,
    language: Language,
) -> Response:
    if form == "html":
        from viz.network import render

        page = render(view, snapshot, workspace.ontology, title=title, language=language)
        return Response(page, media_type="text/html")
    return answer(
        {
            "nodes": view.nodes,
            "relationships": view.relationships,
            "focus": view.focus,
            "paths": view.paths,
            "truncated": view.is_truncated,
        }
    )


@router.get("/ego", summary="What surrounds an entity")
def ego(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    entity: Entity,
    hops: Annotated[int, Query(ge=1, le=4)] = 1,
    limit: Limit = networks.DEFAULT_LIMIT,
    types: Types = None,
    layers: Layers = None,
    first_day: DayParam = None,
    last_day: DayParam = None,
    form: As = "json",
    lang: LanguageParam = "id",
) -> Response:
    """Return an entity's neighbourhood, nearest first."""
    wanted = networks.default_filter(
        types=types or (), layers=layers or (), first_day=first_day, last_day=last_day
    )
    view = networks.ego(snapshot, entity, hops=hops, wanted=wanted, limit=limit)
    caption = str(view.nodes[0].properties.get("caption", entity))
    return _give(view, snapshot, workspace, form, caption, lang)


@router.get("/path", summary="Shortest paths between two entities")
def path(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    start: Entity,
    goal: Entity,
    hops: Annotated[int, Query(ge=1, le=10)] = 6,
    limit: Annotated[int, Query(ge=1, le=100)] = 5,
    types: Types = None,
    layers: Layers = None,
    first_day: DayParam = None,
    last_day: DayParam = None,
    form: As = "json",
    lang: LanguageParam = "id",
) -> Response:
    """Return the shortest paths, ignoring direction; none is an empty list."""
    wanted = networks.default_filter(
        types=types or (), layers=layers or (), first_day=first_day, last_day=last_day
    )
    view = networks.path(snapshot, start, goal, wanted=wanted, max_hops=hops, limit=limit)
    return _give(view, snapshot, workspace, form, f"{start} – {goal}", lang)


@router.get("/partnership", summary="Who agreed what with whom")
def partnership(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    first_day: DayParam = None,
    last_day: DayParam = None,
    form: As = "json",
    lang: LanguageParam = "id",
) -> Response:
    """Return agreements and partnerships with their parties and territories."""
    view = networks.partnership(
        snapshot, workspace.ontology, first_day=first_day, last_day=last_day
    )
    title = "Jejaring kemitraan" if lang == "id" else "Partnership network"
    return _give(view, snapshot, workspace, form, title, lang)
