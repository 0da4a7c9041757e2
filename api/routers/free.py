"""Queries that callers wrote: two doors for programs, one page for people.

None of them reaches the ledger or the store that answers the catalogue; see
:mod:`graph.rooms`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Body, Depends, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from api.audit.recorder import Recorder
from api.deps import AuditDep, LanguageParam, SnapshotDep, WorkspaceDep, require
from api.errors import status_of
from api.formats import CSV, JSON, NDJSON, as_json, as_lines, as_table, chosen
from api.free import Tongue, ask
from api.openapi import offers
from api.visit import PageRoute, VisitDep, show
from api.workspace import Workspace
from graph.rooms.errors import TOLD
from graph.rooms.limits import FreeAnswer
from graph.snapshots import Snapshot
from graph.store import Scalar, Value
from ontology.model import Language
from viz.explorer import write
from viz.explorer.site import Visit, render

_SCOPE = [Depends(require("free"))]
router = APIRouter(tags=["free queries"], dependencies=_SCOPE)
page = APIRouter(route_class=PageRoute, include_in_schema=False, dependencies=_SCOPE)


class Asked(BaseModel):
    """A query and the values of its parameters, never in one text."""

    query: Annotated[str, Field(max_length=100_000, examples=["MATCH (n:Event) RETURN n.id"])]
    parameters: dict[str, Scalar | list[Scalar]] = Field(default_factory=dict, examples=[{}])


@dataclass(frozen=True, slots=True)
class FreeRows:
    """What a query gave.

    Attributes:
        columns: Names in order.
        rows: One object per row.
        truncated: There are more rows than a query may return.
        as_of: Up to when the ledger was read.
        seconds: How long it took.
        notices: What the query names that is not in the ontology, so that it finds nothing,
            with the nearest terms; in the header X-Lacak-Notice, in English, too.
    """

    columns: list[str]
    rows: list[Any]
    truncated: bool
    as_of: str
    seconds: float
    notices: list[str]


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the workspace and snapshot of the caller's role, and where it is noted."""

    workspace: Workspace
    snapshot: Snapshot
    audit: Recorder

    def ask(self, tongue: Tongue, text: str, parameters: Mapping[str, Value]) -> FreeAnswer:
        """Run a query and note it; see :func:`api.free.ask`. A request does not wait long."""
        return ask(self.workspace, self.audit, tongue, text, parameters, can_wait=False)


def _asker(workspace: WorkspaceDep, snapshot: SnapshotDep, audit: AuditDep) -> Asker:
    return Asker(workspace, snapshot, audit)


AskerDep = Annotated[Asker, Depends(_asker)]


@router.post("/cypher", summary="Run a Cypher query", responses=offers(FreeRows, NDJSON, CSV))
def run_cypher(
    request: Request,
    asker: AskerDep,
    asked: Annotated[Asked, Body()],
    lang: LanguageParam = "id",
) -> Response:
    """Run a read-only Cypher query over the caller's snapshot, in a locked room."""
    return _answer(request, asker, "cypher", asked, lang)


@router.post("/sparql", summary="Run a SPARQL query", responses=offers(FreeRows, NDJSON, CSV))
def run_sparql(
    request: Request,
    asker: AskerDep,
    asked: Annotated[Asked, Body()],
    lang: LanguageParam = "id",
) -> Response:
    """Run a SPARQL 1.1 query over the caller's snapshot, in a locked worker."""
    return _answer(request, asker, "sparql", asked, lang)


def _answer(
    request: Request, asker: Asker, tongue: Tongue, asked: Asked, lang: Language
) -> Response:
    form = chosen(request.headers.get("accept", ""), [JSON, NDJSON, CSV])
    found = asker.ask(tongue, asked.query, _values(asked.parameters))
    manifest = asker.snapshot.manifest
    as_of = manifest.as_of or manifest.built
    told = [notice.in_(lang) for notice in found.notices]
    seconds = round(found.seconds, 3)
    rows = FreeRows(list(found.columns), found.rows, found.is_truncated, as_of, seconds, told)
    makers: dict[str, Callable[[], bytes]] = {
        JSON: lambda: as_json(rows),
        NDJSON: lambda: as_lines(found.rows),
        CSV: lambda: as_table(found.columns, found.rows),
    }
    headers = {"X-Lacak-As-Of": as_of, "X-Lacak-Truncated": str(found.is_truncated).lower()}
    if found.notices:
        # A header holds no other letters.
        plain = " ".join(notice.en for notice in found.notices)
        headers["X-Lacak-Notice"] = plain.encode("ascii", "replace").decode()
    media_type = f"{form}; charset=utf-8" if form.startswith("text/") else form
    return Response(makers[form](), headers=headers, media_type=media_type)


@page.get("/write")
def form(visit: VisitDep, asker: AskerDep) -> Response:
    """Return the page on which a query is written."""
    return _page(visit, asker, "cypher", "", None, "")


@page.post("/write")
async def written(request: Request, visit: VisitDep, asker: AskerDep) -> Response:
    """Return the page with the answer, or with what is wrong."""
    sent = {k: v[0] for k, v in parse_qs((await request.body()).decode("utf-8", "replace")).items()}
    tongue: Tongue = "sparql" if sent.get("language") == "sparql" else "cypher"
    text = sent.get("query", "")
    return await run_in_threadpool(_written, visit, asker, tongue, text)


def _written(visit: Visit, asker: Asker, tongue: Tongue, text: str) -> Response:
    try:
        found = asker.ask(tongue, text, {})
    except TOLD as error:
        problem = error.text.in_(visit.language)
        return _page(visit, asker, tongue, text, None, problem, status_of(error))
    return _page(visit, asker, tongue, text, found, "")


def _page(
    visit: Visit,
    asker: Asker,
    tongue: Tongue,
    text: str,
    found: FreeAnswer | None,
    problem: str,
    status: int = 200,
) -> Response:
    off = asker.workspace.rooms.problem()
    content = {
        "tongue": tongue,
        "text": text,
        "problem": problem or (off.in_(visit.language) if off else ""),
        "table": write.table(found, asker.snapshot) if found else None,
        "notices": [n.in_(visit.language) for n in found.notices] if found else [],
        "examples": write.EXAMPLES,
    }
    return show(render("write", visit, asker.workspace.ontology, **content), status)


def _values(sent: Mapping[str, Scalar | list[Scalar]]) -> dict[str, Value]:
    return {k: list[Value](v) if isinstance(v, list) else v for k, v in sent.items()}
