"""Entities: find them, list them, read everything about one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.deps import LanguageParam, LimitParam, SnapshotDep, WorkspaceDep, answer
from graph.services.entities import view
from graph.services.networks import expand_counts
from graph.services.search import search
from ontology.claim import ID_PATTERN

router = APIRouter(tags=["entities"])

EntityId = Annotated[
    str, Path(pattern=f"^{ID_PATTERN.pattern}$", examples=["org:kp2mi"], max_length=300)
]
ClassName = Annotated[
    str | None, Query(alias="class", description="A class; descendants too.", examples=["Event"])
]


@router.get("/search", summary="Find entities by name")
def search_names(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    q: Annotated[str, Query(min_length=1, max_length=200, examples=["polda kepri"])],
    cls: ClassName = None,
    limit: LimitParam = 20,
) -> Response:
    """Return entities whose names match, best first; spelling may be off."""
    return answer({"hits": search(snapshot, workspace.ontology, q, cls, limit)})


@router.get("/entities", summary="List entities of a class")
def list_entities(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    cls: Annotated[str, Query(alias="class", examples=["Declaration"])],
    after: Annotated[str, Query(description="Cursor: the `next` of the page before.")] = "",
    limit: LimitParam = 100,
) -> Response:
    """Return entities of a class and its descendants, in order of id, a page at a time."""
    names = workspace.ontology.descendants(cls)
    nodes = sorted(snapshot.nodes_of_class(names), key=lambda n: n.id)
    page = [n for n in nodes if n.id > after][: limit + 1]
    items = [
        {"id": n.id, "class": n.labels[0], "caption": n.properties.get("caption")}
        for n in page[:limit]
    ]
    following = page[limit - 1].id if len(page) > limit else None
    return answer({"items": items, "next": following, "total": len(nodes)})


@router.get("/entities/{entity_id}", summary="Everything about an entity, with evidence")
def get_entity(
    workspace: WorkspaceDep, snapshot: SnapshotDep, entity_id: EntityId, lang: LanguageParam = "id"
) -> Response:
    """Return facts, links, conflicts, and for each the claims with their documents."""
    return answer(view(snapshot, workspace.ontology, entity_id, lang))


@router.get("/entities/{entity_id}/expand", summary="How many relationships of each type")
def expand(snapshot: SnapshotDep, entity_id: EntityId) -> Response:
    """Return the number of relationships of each type that touch an entity."""
    return answer({"types": expand_counts(snapshot, entity_id)})


@router.get("/claims/{claim_id}", summary="One claim")
def get_claim(
    snapshot: SnapshotDep,
    claim_id: Annotated[str, Path(pattern="^[0-9a-f]{32}$")],
) -> Response:
    """Return a claim with its document; 404 when there is none."""
    from graph.errors import UnknownEntityError
    from graph.services.citations import cite

    found = snapshot.claims([claim_id])
    if not found:
        raise UnknownEntityError(claim_id)
    stored = found[0]
    claim = {name: getattr(stored.claim, name) for name in stored.claim.__struct_fields__}
    citation = cite(snapshot, found).get(claim_id)
    return answer({"id": stored.id, "recorded": stored.recorded, **claim, "citation": citation})
