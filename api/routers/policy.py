"""Pages for policy staff: map, coverage, ledger, counts, trends, partnerships, timelines.

They read the snapshot of whoever looks and nothing else; only claimed counts are asked of
the engine, by a named question.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from api.asking import ask
from api.deps import AuditDep, SnapshotDep, WorkspaceDep
from api.visit import PageRoute, VisitDep, show
from api.workspace import Workspace
from graph.errors import ParameterError, UnknownEntityError
from graph.services import networks
from graph.services.coverage import coverage
from graph.services.declarations import entries
from graph.services.territories import Period, Territory, atlas, caption_of
from graph.services.timeline import Timeline, timeline
from graph.snapshots import Snapshot
from ontology.claim import ID_PATTERN
from ontology.model import Language
from viz import map as maps
from viz import svg
from viz import timeline as timelines
from viz.explorer import coverage as covers
from viz.explorer import policy
from viz.explorer.site import Visit, address_of, render
from viz.explorer.texts import TEXTS
from viz.map import Measure

router = APIRouter(route_class=PageRoute, include_in_schema=False)

ProvinceId = Annotated[str, Path(pattern=f"^{ID_PATTERN.pattern}$", max_length=300)]
# An empty field of a form comes as an empty text.
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
Text = Annotated[str, Query(max_length=300)]
SVG = "image/svg+xml"


def _page(name: str, visit: Visit, workspace: Workspace, **content: object) -> Response:
    return show(render(name, visit, workspace.ontology, tabs=policy.TABS, **content))


def _drawing(drawing: str, name: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.svg"',
        # Opened by itself it could run nothing anyway; this says so.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(drawing, media_type=SVG, headers=headers)


def _period(first_day: str, last_day: str) -> Period:
    return Period(first_day or None, last_day or None)


@router.get("/map")
def map_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    measure: Measure = "interceptions",
    first_day: Day = "",
    last_day: Day = "",
) -> Response:
    """Return the map of provinces and routes."""
    period = _period(first_day, last_day)
    found = atlas(snapshot, workspace.ontology, period)
    page = policy.map_page(found, snapshot, measure, period, visit.language)
    content = {name: getattr(page, name) for name in page.__dataclass_fields__}
    content |= {"measure": measure, "measures": maps.MEASURES, "figure": maps.figure}
    content |= {"first_day": first_day, "last_day": last_day}
    return _page("map", visit, workspace, **content)


@router.get("/map.svg")
def map_file(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    measure: Measure = "interceptions",
    first_day: Day = "",
    last_day: Day = "",
) -> Response:
    """Return the map as a file."""
    period = _period(first_day, last_day)
    found = atlas(snapshot, workspace.ontology, period)
    countries = {n.id: caption_of(n) for n in snapshot.nodes_of_class(["Country"])}
    drawing = maps.render(found, countries, measure=measure, period=period, language=visit.language)
    return _drawing(drawing, "lacak-map")


@router.get("/coverage")
def coverage_page(visit: VisitDep, workspace: WorkspaceDep, snapshot: SnapshotDep) -> Response:
    """Return the matrix province × kind of agency."""
    rows = coverage(snapshot, workspace.ontology)
    matrix = covers.matrix(rows, workspace.ontology, visit.language)
    gaps = [line for line in matrix.lines if line.is_gap]
    return _page("coverage", visit, workspace, matrix=matrix, gaps=gaps)


@router.get("/coverage/{province}")
def province_page(
    visit: VisitDep, workspace: WorkspaceDep, snapshot: SnapshotDep, province: ProvinceId
) -> Response:
    """Return what covers a province, what happened in it, and what is claimed about it."""
    ontology = workspace.ontology
    known = atlas(snapshot, ontology)
    one = _territory(known.provinces, province)
    rows = coverage(snapshot, ontology, province=one.id)
    page = policy.province_page(known, snapshot, one)
    content = {
        "province": one,
        "groups": covers.groups(rows, snapshot, ontology, visit.language),
        "events": page.events,
        "posts": page.posts,
        "routes": page.routes,
        "drawing": _timeline(timeline(snapshot, ontology, one.id), workspace, visit.language),
    }
    return _page("province", visit, workspace, **content)


def _territory(provinces: tuple[Territory, ...], wanted: str) -> Territory:
    found = next((p for p in provinces if p.id == wanted), None)
    if found is None:
        raise UnknownEntityError(wanted)
    return found


@router.get("/declarations")
def ledger_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    kind: Text = "",
    province: Text = "",
    gaps: Literal["", "yes"] = "",
) -> Response:
    """Return the ledger of agreements: parties, commitments, deadlines, evidence, gaps."""
    ontology = workspace.ontology
    listed = entries(snapshot, ontology)
    chosen = policy.chosen(listed, kind, province, gaps=gaps == "yes")
    provinces = {n.id: caption_of(n) for n in snapshot.nodes_of_class(["Province"])}
    content = {
        "entries": chosen,
        "promises": sum(len(e.promises) for e in chosen),
        "gap_count": sum(e.is_gap for e in chosen),
        "kinds": sorted({e.class_name for e in listed}),
        "provinces": provinces,
        "kind": kind,
        "province": province,
        "gaps": gaps,
        "state": lambda promise: policy.state_of(promise, visit.language),
    }
    return _page("ledger", visit, workspace, **content)


@router.get("/counts")
def counts_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    measure: Text = "departures-prevented",
    area: Text = "",
) -> Response:
    """Return claimed counts with bounds, and the rule behind each."""
    ontology = workspace.ontology
    measures = ontology.scheme("measures").concepts
    provinces = {n.id: caption_of(n) for n in snapshot.nodes_of_class(["Province"])}
    if measure not in measures or (area and area not in provinces):
        raise ParameterError(TEXTS["rows_none"].in_(visit.language))
    found = ask(workspace, audit, "counts_reconciled", {"measure": [measure], "area": area or None})
    rows = policy.count_rows([dict(r) for r in found.rows], ontology, visit.language)
    rules = found.query.columns
    content = {
        "rows": rows,
        "largest": policy.largest(rows),
        "measures": measures,
        "measure": measure,
        "provinces": provinces,
        "area": area,
        "rules": next(c.description for c in rules if c.name == "lower_bound_rule"),
    }
    return _page("counts", visit, workspace, **content)


@router.get("/trends")
def trends_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    by: Literal["month", "quarter", "year"] = "quarter",
) -> Response:
    """Return how much is on record per period, and what that does not say."""
    charts, undated = policy.charts(snapshot, workspace.ontology, by, visit.language)
    return _page("trends", visit, workspace, charts=charts, undated=undated, by=by)


@router.get("/partnership")
def partnership_page(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    first_day: Day = "",
    last_day: Day = "",
) -> Response:
    """Return the partnership network of a period, and years to choose from."""
    period = _period(first_day, last_day)
    found = networks.partnership(snapshot, workspace.ontology, **asdict(period))
    wanted = {*workspace.ontology.descendants("Agreement"), "Partnership"}
    agreements = [n for n in found.nodes if n.labels[0] in wanted]
    days = {str(n.properties.get("first_day", ""))[:4] for n in agreements}
    content = {
        "count": len(agreements),
        "years": sorted(days - {""}, reverse=True),
        "first_day": first_day,
        "last_day": last_day,
    }
    return _page("partnership", visit, workspace, **content)


@router.get("/partnership.svg")
def partnership_file(
    visit: VisitDep,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    first_day: Day = "",
    last_day: Day = "",
) -> Response:
    """Return the partnership network of a period as a drawing."""
    period = _period(first_day, last_day)
    found = networks.partnership(snapshot, workspace.ontology, **asdict(period))
    title = TEXTS["partnership_title"].in_(visit.language)
    drawing = svg.render(
        found,
        workspace.ontology,
        title=f"{title} · {maps.told(period, visit.language)}",
        language=visit.language,
        variant="partnership",
    )
    return _drawing(drawing, "lacak-partnership")


@router.get("/timeline")
def timeline_page(
    visit: VisitDep, workspace: WorkspaceDep, snapshot: SnapshotDep, entity: Text = ""
) -> Response:
    """Return the timeline of an actor, a case or a province."""
    if entity.strip() == "":
        return _page("timeline", visit, workspace, found=None, drawing=None)
    found = timeline(snapshot, workspace.ontology, entity.strip())
    drawing = _timeline(found, workspace, visit.language)
    return _page("timeline", visit, workspace, found=found, drawing=drawing)


@router.get("/timeline.svg")
def timeline_file(
    visit: VisitDep, workspace: WorkspaceDep, snapshot: SnapshotDep, entity: Text
) -> Response:
    """Return a timeline as a file."""
    found = timeline(snapshot, workspace.ontology, entity)
    drawing = timelines.render(
        found, workspace.ontology, language=visit.language, today=_today(snapshot)
    )
    return _drawing(drawing, "lacak-timeline")


def _timeline(found: Timeline, workspace: Workspace, language: Language) -> str:
    return timelines.render(
        found,
        workspace.ontology,
        language=language,
        today=_today(workspace.snapshot()),
        address=address_of,
    )


def _today(snapshot: Snapshot) -> str:
    return (snapshot.manifest.as_of or snapshot.manifest.built)[:10]
