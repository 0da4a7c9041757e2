"""Shapes of the API's answers: what OpenAPI describes and what is sent are the same classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.services.citations import Citation
from graph.services.search import Hit

# A projected value is text, a number, truth, or a list of those, as the ontology says.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong.

    Attributes:
        type: Name of the class of errors (docs/errors.md).
        message: What was expected, what came, and what to do.
        status: HTTP status.
        request: Id of the request, as in the header X-Request-Id.
    """

    type: str
    message: str
    status: int
    request: str


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """The one shape of errors."""

    error: Problem


@dataclass(frozen=True, slots=True)
class Health:
    """The process answers."""

    status: str


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether everything that answers need is there.

    Attributes:
        ready: It is.
        digest: Of the graph that is served.
        engine: Version of the graph engine.
        why: What is not there, by part.
    """

    ready: bool
    digest: str | None
    engine: str | None
    why: dict[str, str]


@dataclass(frozen=True, slots=True)
class Hits:
    """Entities found by name, best first."""

    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Item:
    """An entity in a list.

    Attributes:
        id: Its id.
        class_name: Its class.
        caption: Its name; none for people, whose identity is read one at a time.
    """

    id: str
    class_name: str
    caption: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list.

    Attributes:
        items: Entities in order of id.
        next: Cursor of the page that follows: send it as ``after``; none on the last.
        total: How many there are on all pages.
    """

    items: list[Item]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Relationships by type, most first."""

    types: dict[str, int]


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """One source's assertion of one property of one entity.

    Attributes:
        id: Hash of its content. ``recorded``: UTC time it entered the ledger.
        claim: What was asserted, where, by whom, how surely, and when.
        citation: Its document, as people cite it.
    """

    id: str
    recorded: str
    claim: Values
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class NodeModel:
    """An entity: class and ancestors, most specific first, and its picked values."""

    id: str
    labels: list[str]
    properties: Values


@dataclass(frozen=True, slots=True)
class RelationshipModel:
    """A link, with claim ids, support, confidence and interval among its properties."""

    id: str
    type: str
    source: str
    target: str
    properties: Values


@dataclass(frozen=True, slots=True)
class Network:
    """A network.

    Attributes:
        nodes: Nearest to the focus first.
        relationships: Among those nodes.
        focus: Ids that the question was about.
        paths: For a path question, node ids along each path.
        truncated: More belongs to it than the limit allows.
        as_of: UTC time of what it was answered from.
        rule: By what rule numbers of people were rounded down; none where they are exact.
    """

    nodes: list[NodeModel]
    relationships: list[RelationshipModel]
    focus: list[str]
    paths: list[list[str]]
    truncated: bool
    as_of: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A parameter of a query."""

    name: str
    type: str
    description: str
    required: bool
    default: Any
    example: Any


@dataclass(frozen=True, slots=True)
class QueryInfo:
    """A query of the catalogue."""

    name: str
    title: str
    description: str
    roles: list[str]
    parameters: list[QueryParameter]
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class QueryList:
    """The queries that the caller's role may run, by name."""

    queries: list[QueryInfo]


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """Rows of a query.

    Attributes:
        query: Its name. ``title``: in the language asked for.
        columns: Names in order.
        rows: One object per row.
        cells: For each row, ids of the claims behind each cell that states a fact.
        truncated: There are more rows than are answered.
        as_of: UTC time of what it was answered from.
        next: Cursor of the rows that follow: send it as ``_after``; none at the end.
        rule: By what rule numbers of people were rounded down; none where they are exact.
    """

    query: str
    title: str
    columns: list[str]
    rows: Sequence[Values]
    cells: list[dict[str, list[str]]]
    truncated: bool
    as_of: str
    next: str | None
    rule: str | None = None
