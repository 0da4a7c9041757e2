"""Networks as data and as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.deps import (
    AuditDep,
    DayParam,
    LanguageParam,
    SnapshotDep,
    WorkspaceDep,
    refuse_undeclared,
    require,
)
from api.formats import (
    CSV,
    GEXF,
    GRAPHML,
    HTML,
    JSON,
    NDJSON,
    TURTLE,
    Reply,
    as_json,
    as_lines,
    as_turtle,
)
from api.models import Network
from api.openapi import offers
from api.reading import identities
from graph.analysis.network import Filter
from graph.ddl import relationship_types
from graph.errors import ParameterError
from graph.services import networks
from graph.services.floor import floor_rule
from graph.services.networks import NetworkView
from ontology.errors import UnknownTermError
from viz.explorer.downloads import write

router = APIRouter(
    prefix="/networks",
    tags=["networks"],
    dependencies=[Depends(require("read")), Depends(refuse_undeclared)],
)

_FORMS: Final = offers(Network, NDJSON, CSV, GRAPHML, GEXF, TURTLE, HTML)
# The picture carries its scripts and their hashes in a policy of its own.
_PICTURE_POLICY: Final = {"Content-Security-Policy": "frame-ancestors 'none'"}

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


def check_period(first_day: str | None, last_day: str | None) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        ParameterError: It does.
    """
    if first_day and last_day and first_day > last_day:
        raise ParameterError(f"first_day ({first_day}) is later than last_day ({last_day}).")


@dataclass(frozen=True, slots=True)
class Asker:
    """What every network is asked with.

    Attributes:
        request: For the format.
        workspace, snapshot: Of the caller's role.
        audit: Where it is noted.
        form: ``html`` for a picture.
        language: Of labels in pictures.
    """

    request: Request
    workspace: WorkspaceDep
    snapshot: SnapshotDep
    audit: AuditDep
    form: As = "json"
    language: LanguageParam = "id"

    def wanted(
        self, types: Types, layers: Layers, first_day: DayParam, last_day: DayParam
    ) -> Filter:
        """Return which relationships are asked for.

        Raises:
            UnknownTermError: There is no such type of relationship.
            ParameterError: The period ends before it begins.
        """
        known = relationship_types(self.workspace.ontology)
        for name in types or ():
            if name not in known:
                raise UnknownTermError("relationship type", name, known)
        check_period(first_day, last_day)
        return networks.default_filter(
            types=types or (), layers=layers or (), first_day=first_day, last_day=last_day
        )

    def give(self, view: NetworkView, kind: str, title: str) -> Response:
        """Note a network and return it in the format asked for."""
        self.audit.note("network", f"{kind} {' '.join(view.focus)}".strip(), self._told(view))
        reply = Reply(self.request, self.snapshot)
        picture = {HTML: lambda: self._picture(view, title)}
        if self.form == "html":
            return reply.give(picture, _PICTURE_POLICY, form=HTML)
        return reply.give(
            {
                JSON: lambda: as_json(self._data(view)),
                NDJSON: lambda: as_lines([*view.nodes, *view.relationships]),
                CSV: lambda: write(view, self.snapshot, "csv"),
                GRAPHML: lambda: write(view, self.snapshot, "graphml"),
                GEXF: lambda: write(view, self.snapshot, "gexf"),
                TURTLE: lambda: as_turtle(
                    self.snapshot, self.workspace.ontology, [n.id for n in view.nodes]
                ),
                **picture,
            },
            _PICTURE_POLICY,
        )

    def _told(self, view: NetworkView) -> dict[str, object]:
        count = {"nodes": len(view.nodes)}
        return {**count, **identities(self.workspace.ontology, view.nodes)}

    def _picture(self, view: NetworkView, title: str) -> bytes:
        from viz.network import render

        ontology = self.workspace.ontology
        return render(view, self.snapshot, ontology, title=title, language=self.language).encode()

    def _data(self, view: NetworkView) -> dict[str, object]:
        return {
            "nodes": view.nodes,
            "relationships": view.relationships,
            "focus": view.focus,
            "paths": view.paths,
            "truncated": view.is_truncated,
            "as_of": self.snapshot.manifest.as_of or self.snapshot.manifest.built,
            "rule": rule.in_(self.language) if (rule := floor_rule(self.snapshot)) else None,
        }


AskerDep = Annotated[Asker, Depends()]


@router.get("/ego", summary="What surrounds an entity", responses=_FORMS)
def ego(
    asker: AskerDep,
    entity: Entity,
    hops: Annotated[int, Query(ge=1, le=4)] = 1,
    limit: Limit = networks.DEFAULT_LIMIT,
    types: Types = None,
    layers: Layers = None,
    first_day: DayParam = None,
    last_day: DayParam = None,
) -> Response:
    """Return an entity's neighbourhood, nearest first."""
    wanted = asker.wanted(types, layers, first_day, last_day)
    view = networks.ego(asker.snapshot, entity, hops=hops, wanted=wanted, limit=limit)
    caption = str(view.nodes[0].properties.get("caption", entity))
    return asker.give(view, "ego", caption)


@router.get("/path", summary="Shortest paths between two entities", responses=_FORMS)
def path(
    asker: AskerDep,
    start: Entity,
    goal: Entity,
    hops: Annotated[int, Query(ge=1, le=10)] = 6,
    limit: Annotated[int, Query(ge=1, le=100)] = 5,
    types: Types = None,
    layers: Layers = None,
    first_day: DayParam = None,
    last_day: DayParam = None,
) -> Response:
    """Return the shortest paths, ignoring direction; none is an empty list."""
    wanted = asker.wanted(types, layers, first_day, last_day)
    view = networks.path(asker.snapshot, start, goal, wanted=wanted, max_hops=hops, limit=limit)
    return asker.give(view, "path", f"{start} – {goal}")


@router.get("/partnership", summary="Who agreed what with whom", responses=_FORMS)
def partnership(
    asker: AskerDep,
    first_day: DayParam = None,
    last_day: DayParam = None,
) -> Response:
    """Return agreements and partnerships with their parties and territories."""
    check_period(first_day, last_day)
    view = networks.partnership(
        asker.snapshot, asker.workspace.ontology, first_day=first_day, last_day=last_day
    )
    title = "Jejaring kemitraan" if asker.language == "id" else "Partnership network"
    return asker.give(view, "partnership", title)
