"""The coverage matrix: provinces down, kinds of agency across, agreements counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.services.citations import Citation, cite
from graph.services.coverage import UNSTATED, Cover, kind_of
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Language, Ontology, Text
from viz.explorer.texts import TEXTS

# Enough kinds to fill a screen; the rest is in the drill-down.
MOST_KINDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One province.

    Attributes:
        counts: Agreements per kind, in the matrix's order.
        total: Different agreements of all kinds.
        interceptions: On record there.
    """

    province: str
    province_id: str
    counts: tuple[int, ...]
    total: int
    interceptions: int

    @property
    def is_gap(self) -> bool:
        """Whether there were interceptions and no agreement covers the province."""
        return self.interceptions > 0 and self.total == 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Province × kind of agency.

    Attributes:
        kinds: Notation and label, those with most agreements first.
        lines: In order of region code.
        left_out: Kinds that found no room.
    """

    kinds: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    left_out: int


def matrix(rows: Iterable[Cover], ontology: Ontology, language: Language) -> Matrix:
    """Return the matrix of what covers the provinces."""
    cells: dict[tuple[str, str], set[str]] = {}
    provinces: dict[str, tuple[str, int]] = {}
    totals: dict[str, set[str]] = {}
    for row in rows:
        provinces[row.province_id] = (row.province, row.interceptions)
        if row.agency_kind:
            cells.setdefault((row.province_id, row.agency_kind), set()).update(row.agreement_ids)
            totals.setdefault(row.agency_kind, set()).update(row.agreement_ids)
    kinds = sorted(totals, key=lambda k: (-len(totals[k]), k))
    shown = kinds[:MOST_KINDS]
    lines = tuple(_line(p, *provinces[p], cells, kinds, shown) for p in sorted(provinces))
    labels = tuple((k, kind_label(k, ontology, language)) for k in shown)
    return Matrix(labels, lines, len(kinds) - len(shown))


def _line(
    province: str,
    caption: str,
    interceptions: int,
    cells: dict[tuple[str, str], set[str]],
    kinds: list[str],
    shown: list[str],
) -> Line:
    total: set[str] = set().union(*(cells.get((province, k), set()) for k in kinds))
    counts = tuple(len(cells.get((province, k), ())) for k in shown)
    return Line(caption, province, counts, len(total), interceptions)


def kind_label(kind: str, ontology: Ontology, language: Language) -> str:
    """Return the label of a kind of agency: a concept, or a class."""
    if kind == UNSTATED:
        return TEXTS["unstated"].in_(language)
    concept = ontology.scheme("agency-kinds").concepts.get(kind)
    if concept is not None:
        return concept.label.in_(language)
    found = ontology.classes.get(kind)
    return found.label.in_(language) if found else kind


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as listed; ``parties`` are those of the group's kind."""

    id: str
    class_name: str
    caption: str
    day: str | None
    parties: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Agreements with parties of one kind, the latest first."""

    kind: str
    title: Text
    agreements: tuple[Agreement, ...]


def groups(
    rows: Iterable[Cover], snapshot: Snapshot, ontology: Ontology, language: Language
) -> tuple[Group, ...]:
    """Return the agreements that cover one province, the kinds with most of them first."""
    found = [
        Group(
            row.agency_kind,
            _title(row.agency_kind, ontology),
            _agreements(list(row.agreement_ids), row.agency_kind, snapshot),
        )
        for row in rows
        if row.agency_kind
    ]
    return tuple(sorted(found, key=lambda g: (-len(g.agreements), g.title.in_(language))))


def _title(kind: str, ontology: Ontology) -> Text:
    return Text(kind_label(kind, ontology, "id"), kind_label(kind, ontology, "en"))


def _agreements(ids: list[str], kind: str, snapshot: Snapshot) -> tuple[Agreement, ...]:
    found = [_agreement(node, kind, snapshot) for node in snapshot.nodes(ids)]
    return tuple(sorted(found, key=lambda a: (a.day or "", a.caption), reverse=True))


def _agreement(node: Node, kind: str, snapshot: Snapshot) -> Agreement:
    links = [r for r in snapshot.relationships_of(node.id) if r.source == node.id]
    ties = [r for r in links if r.type == "HAS_PARTY"]
    parties = [p for p in snapshot.nodes([r.target for r in ties]) if kind_of(p) == kind]
    cited = {r.id: r.properties.get("claims") for r in ties or links}
    claims = [str(c) for listed in cited.values() if isinstance(listed, list) for c in listed]
    by_document = {c.document: c for c in cite(snapshot, snapshot.claims(claims)).values()}
    day = node.properties.get("first_day")
    return Agreement(
        id=node.id,
        class_name=node.labels[0],
        caption=str(node.properties.get("caption", node.id)),
        day=str(day) if day else None,
        parties=tuple(str(p.properties.get("caption", p.id)) for p in parties),
        citations=tuple(by_document.values()),
    )
