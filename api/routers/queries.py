"""The catalogue of named queries; each has a route of its own, made from its header."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.asking import allowed, ask
from api.cursor import Cursor
from api.deps import (
    AuditDep,
    LanguageParam,
    PrincipalDep,
    SnapshotDep,
    WorkspaceDep,
    answer,
    require,
)
from api.formats import CSV, JSON, NDJSON, Reply, as_json, as_lines, as_table
from api.models import QueryAnswer, QueryInfo, QueryList, QueryParameter
from api.openapi import offers
from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Query as NamedQuery
from graph.catalogue.query import load_catalogue
from graph.services.floor import RULE, floor_rule, ruled
from graph.services.grounding import ground
from graph.services.queries import MAXIMUM_ROWS, query_of
from ontology.model import Language

router = APIRouter(prefix="/queries", tags=["queries"], dependencies=[Depends(require("query"))])

_OURS: Final = frozenset({"lang", "_after", "_limit"})
"""Parameters of the route; all others are the query's."""

_SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    # As the full-text index has words: something to look for must be left.
    "words": {"type": "string", "pattern": "[A-Za-z0-9]"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "id": {"type": "string", "pattern": "^[a-z][a-z0-9]*:[A-Za-z0-9][A-Za-z0-9._-]*$"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}

After = Annotated[str, Query(alias="_after", description="Cursor: `next` of the rows before.")]
RowLimit = Annotated[
    int, Query(alias="_limit", ge=1, le=MAXIMUM_ROWS, description="The most rows to return.")
]


@router.get("", summary="List the queries", responses=offers(QueryList))
def list_queries(
    workspace: WorkspaceDep, principal: PrincipalDep, lang: LanguageParam = "id"
) -> Response:
    """Return the queries that the caller's role may run, with parameters and columns."""
    found = allowed(workspace.catalogue, principal)
    return answer(QueryList([_info(query, lang) for _, query in sorted(found.items())]))


def _info(query: NamedQuery, lang: Language) -> QueryInfo:
    return QueryInfo(
        name=query.name,
        title=query.title.in_(lang),
        description=query.description.in_(lang),
        roles=list(query.access),
        parameters=[
            QueryParameter(
                name=p.name,
                type=p.type,
                description=p.description.in_(lang),
                required=p.is_required,
                default=p.default,
                example=p.example,
            )
            for p in query.parameters
        ],
        columns={column.name: column.description.in_(lang) for column in query.columns},
    )


def _run(
    request: Request,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    name: Annotated[str, Path(pattern="^[a-z0-9_]+$", examples=["partnership_coverage"])],
    after: After = "",
    limit: RowLimit = MAXIMUM_ROWS,
    lang: LanguageParam = "id",
) -> Response:
    """Run a named query; its parameters are the query string.

    Lists are separated by commas or given several times; truth is `true` or `false`.
    """
    cursor = Cursor.read(after, snapshot.folder.name)
    texts = [(k, v) for k, v in request.query_params.multi_items() if k not in _OURS]
    found = ask(workspace, audit, name, query_of(workspace.catalogue, name).read(texts))
    rows = found.rows[cursor.offset : cursor.offset + limit]
    following = cursor.after(len(rows), len(found.rows))
    as_of = snapshot.manifest.as_of or snapshot.manifest.built
    rule = floor_rule(snapshot)
    told = rule.in_(lang) if rule else None

    def whole() -> bytes:
        cells = ground(rows, snapshot)
        title = found.query.title.in_(lang)
        columns = list(found.columns)
        is_cut = found.is_truncated
        answered = QueryAnswer(name, title, columns, rows, cells, is_cut, as_of, following, told)
        return as_json(answered)

    headers = {"X-Lacak-As-Of": as_of, "X-Lacak-Truncated": str(found.is_truncated).lower()}
    if following:
        url = request.url.include_query_params(_after=following)
        headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
    makers = {
        JSON: whole,
        NDJSON: lambda: as_lines(ruled(rows, told)),
        CSV: lambda: as_table((*found.columns, *([RULE] if told else ())), ruled(rows, told)),
    }
    return Reply(request, snapshot).give(makers, headers)


def _route_of(name: str) -> Callable[..., Response]:
    def run(
        request: Request,
        workspace: WorkspaceDep,
        snapshot: SnapshotDep,
        audit: AuditDep,
        after: After = "",
        limit: RowLimit = MAXIMUM_ROWS,
        lang: LanguageParam = "id",
    ) -> Response:
        return _run(request, workspace, snapshot, audit, name, after, limit, lang)

    return run


def _described(parameter: Parameter) -> dict[str, Any]:
    """Return a query's parameter as OpenAPI has it."""
    schema = dict(_SCHEMAS[parameter.type])
    bounds = {"minimum": parameter.minimum, "maximum": parameter.maximum}
    schema |= {key: bound for key, bound in bounds.items() if bound is not None}
    if parameter.is_required and parameter.type == "text":
        schema["minLength"] = 1
    if not parameter.is_required:
        # A form sends fields that were left empty; they are as if not given.
        schema = {"anyOf": [schema, {"type": "string", "maxLength": 0}]}
    if parameter.default is not None:
        schema["default"] = parameter.default
    made: dict[str, Any] = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.is_required,
        "description": f"{parameter.description.en}\n\n{parameter.description.id}",
        "schema": schema,
    }
    if parameter.example is not None:
        made["schema"]["examples"] = [parameter.example]
    return made


for _query in load_catalogue().values():
    router.add_api_route(
        f"/{_query.name}",
        _route_of(_query.name),
        operation_id=f"query_{_query.name}",
        summary=_query.title.en,
        description=f"{_query.description.en}\n\n{_query.title.id}: {_query.description.id}",
        responses=offers(QueryAnswer, NDJSON, CSV),
        openapi_extra={
            "parameters": [_described(p) for p in _query.parameters],
            "x-roles": list(_query.access),
        },
    )
# Names that the catalogue does not have are answered with those that come near.
router.add_api_route("/{name}", _run, include_in_schema=False)
