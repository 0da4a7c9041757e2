"""Entities: find them, list them, read everything about one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.deps import (
    AuditDep,
    LanguageParam,
    LimitParam,
    SnapshotDep,
    WorkspaceDep,
    refuse_undeclared,
    require,
)
from api.formats import (
    CSV,
    JSON,
    NDJSON,
    TURTLE,
    Makers,
    Reply,
    as_json,
    as_lines,
    as_table,
    as_turtle,
)
from api.models import ClaimAnswer, Counts, Hits, Item, Page
from api.openapi import offers
from api.reading import is_identity, note_read
from graph.errors import UnknownEntityError
from graph.services.citations import cite
from graph.services.entities import EntityView, view
from graph.services.networks import expand_counts
from graph.services.search import search
from ontology.claim import ID_PATTERN

router = APIRouter(
    tags=["entities"], dependencies=[Depends(require("read")), Depends(refuse_undeclared)]
)

EntityId = Annotated[
    str, Path(pattern=f"^{ID_PATTERN.pattern}$", examples=["org:kp2mi"], max_length=300)
]
ClaimId = Annotated[
    str, Path(pattern="^[0-9a-f]{32}$", examples=["0f8fad5bd9cb469fa16570867728950e"])
]
ClassName = Annotated[
    str | None, Query(alias="class", description="A class; descendants too.", examples=["Event"])
]
ITEM_COLUMNS = ("id", "class_name", "caption")
HIT_COLUMNS = (*ITEM_COLUMNS, "label", "score", "support")


def _rows(columns: tuple[str, ...], found: list[object]) -> Makers:
    """Return the makers of a list of dataclasses as lines and as a table."""
    return {
        NDJSON: lambda: as_lines(found),
        CSV: lambda: as_table(columns, ({c: getattr(i, c) for c in columns} for i in found)),
    }


@router.get("/search", summary="Find entities by name", responses=offers(Hits, NDJSON, CSV))
def search_names(
    request: Request,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    q: Annotated[str, Query(min_length=1, max_length=200, examples=["polda kepri"])],
    cls: ClassName = None,
    limit: LimitParam = 20,
    lang: LanguageParam = "id",
) -> Response:
    """Return entities whose names match, best first; spelling may be off."""
    with audit.noting("search", q, {"class": cls}):
        hits = search(snapshot, workspace.ontology, q, cls, limit, lang)
    makers = {JSON: lambda: as_json(Hits(hits)), **_rows(HIT_COLUMNS, [*hits])}
    return Reply(request, snapshot).give(makers)


@router.get("/entities", summary="List entities of a class", responses=offers(Page, NDJSON, CSV))
def list_entities(
    request: Request,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    cls: Annotated[str, Query(alias="class", examples=["Declaration"])],
    after: Annotated[
        str, Query(description="Cursor: the `next` of the page before.", max_length=300)
    ] = "",
    limit: LimitParam = 100,
) -> Response:
    """Return entities of a class and its descendants, in order of id, a page at a time.

    The header `Link` with `rel="next"` leads to the page that follows.
    """
    ontology = workspace.ontology
    nodes = sorted(snapshot.nodes_of_class(ontology.descendants(cls)), key=lambda n: n.id)
    found = [n for n in nodes if n.id > after][: limit + 1]
    items = [
        Item(
            node.id,
            node.labels[0],
            None if is_identity(ontology, node) else str(node.properties.get("caption")),
        )
        for node in found[:limit]
    ]
    following = found[limit - 1].id if len(found) > limit else None
    headers = {}
    if following is not None:
        url = request.url.include_query_params(after=following)
        headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
    page = Page(items, following, len(nodes))
    makers = {JSON: lambda: as_json(page), **_rows(ITEM_COLUMNS, [*items])}
    return Reply(request, snapshot).give(makers, headers)


@router.get(
    "/entities/{entity_id}",
    summary="Everything about an entity, with evidence",
    responses=offers(EntityView, TURTLE),
)
def get_entity(
    request: Request,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    entity_id: EntityId,
    lang: LanguageParam = "id",
) -> Response:
    """Return facts, links, conflicts, and for each the claims with their documents."""
    node = snapshot.node(entity_id)
    note_read(audit, workspace.ontology, node)
    makers = {
        JSON: lambda: as_json(view(snapshot, workspace.ontology, entity_id, lang)),
        TURTLE: lambda: as_turtle(snapshot, workspace.ontology, [node.id]),
    }
    return Reply(request, snapshot).give(makers)


@router.get(
    "/entities/{entity_id}/expand",
    summary="How many relationships of each type",
    responses=offers(Counts),
)
def expand(request: Request, snapshot: SnapshotDep, entity_id: EntityId) -> Response:
    """Return the number of relationships of each type that touch an entity."""
    counts = Counts(expand_counts(snapshot, entity_id))
    return Reply(request, snapshot).give({JSON: lambda: as_json(counts)})


@router.get("/claims/{claim_id}", summary="One claim", responses=offers(ClaimAnswer))
def get_claim(
    request: Request,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    claim_id: ClaimId,
) -> Response:
    """Return a claim with its document; 404 when there is none."""
    found = snapshot.claims([claim_id])
    if not found:
        raise UnknownEntityError(claim_id)
    stored = found[0]
    for node in snapshot.nodes([stored.claim.subject]):
        note_read(audit, workspace.ontology, node, {"claim": claim_id})
    claim = {name: getattr(stored.claim, name) for name in stored.claim.__struct_fields__}
    told = ClaimAnswer(stored.id, stored.recorded, claim, cite(snapshot, found).get(claim_id))
    return Reply(request, snapshot).give({JSON: lambda: as_json(told)})
