"""The catalogue of named queries."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.deps import LanguageParam, WorkspaceDep, answer
from graph.services.queries import catalogue_rows, query_of, run_query

router = APIRouter(prefix="/queries", tags=["queries"])


@router.get("", summary="List the queries")
def list_queries(workspace: WorkspaceDep, lang: LanguageParam = "id") -> Response:
    """Return name, title, description and parameters of every query."""
    return answer({"queries": catalogue_rows(workspace.catalogue, lang)})


@router.get("/{name}", summary="Run a query")
def run(
    request: Request,
    workspace: WorkspaceDep,
    name: Annotated[str, Path(pattern="^[a-z0-9_]+$", examples=["partnership_coverage"])],
    lang: LanguageParam = "id",
) -> Response:
    """Run a named query; its parameters are the query string, except `lang`.

    Lists are separated by commas or given several times; truth is `true` or `false`.
    """
    texts = ((k, v) for k, v in request.query_params.multi_items() if k != "lang")
    given = query_of(workspace.catalogue, name).read(texts)
    found = run_query(
        workspace.store,
        workspace.catalogue,
        name,
        given,
        timeout_seconds=workspace.settings.query_timeout_seconds,
    )
    manifest = workspace.snapshot().manifest
    return answer(
        {
            "query": name,
            "title": found.query.title.in_(lang),
            "columns": found.columns,
            "rows": found.rows,
            "truncated": found.is_truncated,
            "as_of": manifest.as_of or manifest.built,
        }
    )
