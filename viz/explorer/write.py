"""The page for queries of one's own: examples, and answers as tables with links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graph.rooms.limits import FreeAnswer
from graph.services.citations import captions_of
from graph.snapshots import Snapshot
from ontology.claim import BASE, ID_PATTERN
from ontology.model import Text
from viz.explorer.answers import Part

MOST_ROWS: Final = 300
"""Rows on the page; ``POST /v1/cypher`` and ``/v1/sparql`` return all."""

_WORKING: Final = frozenset({"search_text", "claims", "records"})
_LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Example:
    """A query to start from."""

    title: Text
    language: str
    text: str


EXAMPLES: Final = (
    Example(
        Text("Deklarasi dan para pihaknya", "Declarations and their parties"),
        "cypher",
        "MATCH (d:Declaration)-[:HAS_PARTY]->(p)\n"
        "RETURN d.id AS declaration, d.date AS day, collect(p.caption) AS parties\n"
        "ORDER BY day DESC LIMIT 25",
    ),
    Example(
        Text("Lembaga yang paling sering menindak", "Agencies that intercept most"),
        "cypher",
        "MATCH (e:Event)-[:CONDUCTED_BY]->(o:Organization)\n"
        "RETURN o.id AS agency, e.class AS kind, count(*) AS events\n"
        "ORDER BY events DESC LIMIT 25",
    ),
    Example(
        Text("Angka yang diklaim, dengan pengklaim", "Claimed counts and who claims them"),
        "sparql",
        "SELECT ?count ?lower ?upper ?unit ?who {\n"
        "  ?count a lacak:Count ; lacak:countLower ?lower ; lacak:countUnit ?unit ;\n"
        "         lacak:claimant ?who .\n"
        "  OPTIONAL { ?count lacak:countUpper ?upper }\n"
        "} ORDER BY DESC(?lower) LIMIT 25",
    ),
    Example(
        Text("Klaim di balik sebuah deklarasi", "Claims behind a declaration"),
        "sparql",
        "SELECT ?document ?property ?value ?place {\n"
        "  GRAPH ?document {\n"
        "    ?claim rdf:subject id:agr:ntt-deklarasi-tppo-2025-08-06 ;\n"
        "           rdf:predicate ?property ; rdf:object ?value ;\n"
        "           oa:hasTarget / meta:locator ?place .\n"
        "  }\n"
        "} LIMIT 50",
    ),
)
"""What the page offers; the suite runs each."""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer, ready to be shown.

    Attributes:
        columns: Names in order.
        rows: One tuple of cells per row, each a tuple of parts.
        count: Rows of the answer; more than ``rows`` where there are too many to show.
        is_truncated: The answer itself was cut.
        seconds: How long it took.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]
    count: int
    is_truncated: bool
    seconds: float


def table(found: FreeAnswer, snapshot: Snapshot) -> Written:
    """Return an answer as a table; what names an entity of the snapshot leads to it."""
    rows = found.rows[:MOST_ROWS]
    cells = [[row.get(name) for name in found.columns] for row in rows]
    ids = sorted({i for row in cells for cell in row for v in _values(cell) if (i := _id(v))})
    captions = captions_of(snapshot, ids)
    return Written(
        found.columns,
        tuple(tuple(tuple(_parts(cell, captions)) for cell in row) for row in cells),
        len(found.rows),
        found.is_truncated,
        round(found.seconds, 2),
    )


def _values(cell: object) -> Iterator[object]:
    if isinstance(cell, list):
        yield from cell
    elif cell is not None:
        yield cell


def _id(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("id")
    if not isinstance(value, str):
        return None
    name = value.removeprefix(BASE)
    return name if ID_PATTERN.fullmatch(name) else None


def _parts(cell: object, captions: Mapping[str, str]) -> Iterator[Part]:
    for value in _values(cell):
        entity = _id(value)
        if entity is not None and entity in captions:
            yield Part(captions[entity], entity)
        else:
            yield Part(_told(value))


def _told(value: object) -> str:
    if isinstance(value, dict):
        kept = ((k, v) for k, v in value.items() if k not in _WORKING)
        value = ", ".join(f"{k} {_told(v)}" for k, v in kept)
    if isinstance(value, list):
        value = "; ".join(map(_told, value))
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
