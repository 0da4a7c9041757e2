"""Checking a list of names against the graph: revoked companies, earlier suspects, applicants.

Every hit says how sure it is, why, what the graph holds against (or just about) the entity,
and where that comes from. A hit is a reason to look, never a finding: persons are ``same``
only where an identifier or the birth date agrees too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TextIO

from graph.resolution.compare import compare
from graph.resolution.errors import ListRowError, UnmatchableClassError
from graph.resolution.evidence import (
    IDENTIFIERS,
    Particulars,
    Verdict,
    compare_particulars,
    particulars,
    weigh_evidence,
)
from graph.resolution.match import Match, Reason
from graph.resolution.names.identifiers import read_identifier
from graph.resolution.names.orthography import ascii_fold, key
from graph.resolution.tables import NameTable, read_table
from graph.services.citations import cite
from graph.services.entities import label_of
from graph.services.stages import stale, worded
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology import edtf
from ontology.errors import ValueTypeError
from ontology.model import Language, Ontology

COLUMNS: Final = ("name", "class", "birth_date", "father", "region", *IDENTIFIERS, "reason")
"""Columns that a list may have; only ``name`` must be there. Others are kept as they are."""

# A word that more entities share than this names nobody in particular.
_LARGEST_BLOCK: Final = 300
_NAMES: Final = ("name", "alias", "abbreviation", "initials")
# What is said of somebody's part in trafficking, and what was done to a licence.
_FLAGGING_LAYER: Final = "suspect"
_FLAGGING_TYPES: Final = (
    *("CONCERNS_COMPANY", "CONCERNS_LICENCE", "APPREHENDED", "HAS_DEFENDANT", "SEEKS"),
)
_MOST_FLAGS: Final = 8
_NAMELESS: Final = "expected a name, got an empty cell. Fill it in or drop the row."
_MOST_PROBLEMS: Final = 10


@dataclass(frozen=True, slots=True)
class Flag:
    """Why the graph has something to say about an entity.

    Attributes:
        text: The relationship and what it leads to, with the day where known.
        relationship: Its id. ``other``: id of what it leads to.
        sources: Titles and addresses of documents.
    """

    text: str
    relationship: str
    other: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that a row of a list may speak of.

    Attributes:
        row: Number of the row, from 1. ``name``: as the list has it.
        entity, caption, class_name: Of the graph.
        verdict: ``same`` or ``review``.
        score: Of the names, 0-1.
        explanation: What agrees, what contradicts, what is missing.
        reason: Why the list has the name, in the list's own words.
        flags: Why the graph flags the entity; empty where it only knows it.
        sources: Documents that name the entity.
    """

    row: int
    name: str
    entity: str
    caption: str
    class_name: str
    verdict: Verdict
    score: float
    explanation: str
    reason: str
    flags: tuple[Flag, ...]
    sources: tuple[str, ...]


class Screen:
    """The entities of a snapshot, ready to be looked up by name or identifier.

    Args:
        snapshot: Where entities are.
        ontology: Resolves classes.
        class_name: Only this class and its descendants.
        language: Of explanations and flags.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        ontology: Ontology,
        *,
        class_name: str = "Agent",
        language: Language = "id",
    ) -> None:
        self._snapshot, self._ontology, self._language = snapshot, ontology, language
        wanted = set(ontology.descendants(class_name)) - set(ontology.descendants("Group"))
        self._nodes = {n.id: n for n in snapshot.nodes_of_class(sorted(wanted))}
        self._blocks: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, Particulars] = {}
        for node in self._nodes.values():
            for word in _words(_names(node)):
                self._blocks[word].add(node.id)

    def check(self, rows: Iterable[Mapping[str, str]]) -> Iterator[Hit]:
        """Yield the hits of every row, rows in order, surest first.

        Args:
            rows: Mappings with a ``name`` and any other of :data:`COLUMNS`.

        Raises:
            ListRowError: A row has no name, or a value that cannot be read and would not count.
            UnmatchableClassError: A row's class cannot be compared by name.
        """
        listed = list(rows)
        _check(listed)
        for number, row in enumerate(listed, start=1):
            yield from sorted(
                self._hits(number, row["name"].strip(), row),
                key=lambda h: (h.verdict != "same", -h.score, h.entity),
            )

    def _hits(self, number: int, name: str, row: Mapping[str, str]) -> Iterator[Hit]:
        asked = (row.get("class") or "").strip()
        told = _particulars_of(row)
        for entity_id in self._candidates(name, told):
            node = self._nodes[entity_id]
            match = self._compare(asked, name, node)
            if match is None:
                continue
            beside = compare_particulars(told, self._particulars(node))
            is_person = self._ontology.is_a(node.labels[0], "Person")
            verdict = weigh_evidence(match, beside, is_person=is_person)
            if verdict == "different":
                continue
            yield Hit(
                row=number,
                name=name,
                entity=node.id,
                caption=str(node.properties.get("caption", node.id)),
                class_name=node.labels[0],
                verdict=verdict,
                score=match.score,
                explanation=_explain(match, beside, verdict, is_person=is_person),
                reason=(row.get("reason") or "").strip(),
                flags=tuple(self._flags(node)),
                sources=self._sources(node.properties.get("claims")),
            )

    def _candidates(self, name: str, told: Particulars) -> list[str]:
        found: set[str] = set()
        for word in _words([name]):
            block = self._blocks.get(word, set())
            if len(block) <= _LARGEST_BLOCK:
                found |= block
        wanted = {(kind, v) for kind, values in told.identifiers.items() for v in values}
        if wanted:
            found.update(n.id for n in self._nodes.values() if self._shares_identifier(n, told))
        return sorted(found)

    def _shares_identifier(self, node: Node, told: Particulars) -> bool:
        beside = compare_particulars(told, self._particulars(node))
        return any(r.effect == "agreed" and r.code in IDENTIFIERS for r in beside)

    def _particulars(self, node: Node) -> Particulars:
        if node.id not in self._known:
            self._known[node.id] = particulars(self._snapshot, node)
        return self._known[node.id]

    def _compare(self, asked: str, name: str, node: Node) -> Match | None:
        """Compare as the class that the list names, else as the entity's own."""
        cls = asked or node.labels[0]
        if asked and not self._may_be(asked, node.labels[0]):
            return None
        best: Match | None = None
        for known in _names(node)[:8]:
            try:
                match = compare(cls, name, known, language=self._language)
            except UnmatchableClassError:
                if asked:
                    raise
                return None
            best = match if best is None or match.score > best.score else best
        return best

    def _may_be(self, asked: str, own: str) -> bool:
        """Tell whether a class that a list names and an entity's may be one thing's."""
        folded = {name.lower(): name for name in self._ontology.classes}
        cls = folded.get(asked.lower())
        if cls is None:
            # A plain word, such as Agency.
            return not self._ontology.is_a(own, "Person")
        return self._ontology.is_a(own, cls) or self._ontology.is_a(cls, own)

    # -- what the graph has on it --------------------------------------------------------

    def _flags(self, node: Node) -> Iterator[Flag]:
        links = [r for r in self._snapshot.relationships_of(node.id) if _is_flag(r)]
        told = {r.target if r.source == node.id else r.source: r for r in links}
        others = {n.id: n for n in self._snapshot.nodes(sorted(told))}
        shown = sorted(links, key=lambda r: (str(r.properties.get("first_day", "9")), r.id))
        for link in shown[:_MOST_FLAGS]:
            other = others[link.target if link.source == node.id else link.source]
            yield Flag(
                text=self._tell(link, other),
                relationship=link.id,
                other=other.id,
                sources=self._sources(link.properties.get("claims")),
            )

    def _tell(self, link: Relationship, other: Node) -> str:
        """Return a flag as people read it: what it is, about what, and when."""
        label = label_of(self._ontology, link.type).in_(self._language)
        parts = [label, str(other.properties.get("caption", other.id))]
        relation = self._snapshot.nodes([str(link.properties.get("relation", ""))])
        for holder in (*relation, other):
            for prop in ("stage", "licenceActionKind"):
                if (value := holder.properties.get(prop)) is not None:
                    note = stale(self._ontology, holder.properties)
                    told = self._concept(prop, str(value))
                    parts.insert(1, worded(told, note, self._language))
        day = link.properties.get("first_day") or other.properties.get("first_day")
        return f"{parts[0]}: {' · '.join(parts[1:])}" + (f" ({day})" if day else "")

    def _concept(self, prop: str, notation: str) -> str:
        scheme = self._ontology.property(prop).scheme
        concept = self._ontology.scheme(scheme).concepts.get(notation) if scheme else None
        return concept.label.in_(self._language) if concept else notation

    def _sources(self, claims: object) -> tuple[str, ...]:
        ids = [str(c) for c in claims] if isinstance(claims, list) else []
        cited = cite(self._snapshot, self._snapshot.claims(ids)).values()
        lines = (f"{c.title} {c.url or ''}".strip() for c in cited)
        return tuple(dict.fromkeys(lines))[:5]


def _is_flag(link: Relationship) -> bool:
    return link.properties.get("layer") == _FLAGGING_LAYER or link.type in _FLAGGING_TYPES


def _names(node: Node) -> list[str]:
    found: list[str] = []
    for prop in _NAMES:
        value = node.properties.get(prop)
        found += [str(v) for v in value] if isinstance(value, list) else []
    return found


def _words(names: Iterable[str]) -> set[str]:
    return {key(ascii_fold(w)) for name in names for w in name.replace(".", " ").split()} - {""}


def _check(rows: Sequence[Mapping[str, str]]) -> None:
    """Refuse a list in which something is said that nothing could be compared with.

    Raises:
        ListRowError: With row, column and reason of what cannot be read.
    """
    problems = [
        f"Row {number}, {problem}"
        for number, row in enumerate(rows, start=1)
        for problem in _problems(row)
    ]
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        told = [*problems[:_MOST_PROBLEMS], *([f"And {more} more."] if more > 0 else [])]
        raise ListRowError(f"{' '.join(told)} Correct the cells or leave them empty.")


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "birth_date": edtf.bounds,
    **{kind: partial(read_identifier, kind) for kind in IDENTIFIERS},
}


def _problems(row: Mapping[str, str]) -> Iterator[str]:
    if not (row.get("name") or "").strip():
        yield f"name: {_NAMELESS}"
    for column, read in _READERS.items():
        value = (row.get(column) or "").strip()
        try:
            if value:
                read(value)
        except ValueTypeError as error:
            yield f"{column}: {error}"


def _particulars_of(row: Mapping[str, str]) -> Particulars:
    given = {k: v.strip() for k, v in row.items() if isinstance(v, str) and v.strip()}
    return Particulars(
        identifiers={k: (given[k],) for k in IDENTIFIERS if k in given},
        born=given.get("birth_date"),
        father=given.get("father"),
        regions=(given["region"],) if "region" in given else (),
    )


def _explain(match: Match, beside: list[Reason], verdict: Verdict, *, is_person: bool) -> str:
    reasons = [*match.reasons, *beside]
    if is_person and not any(r.effect == "agreed" for r in beside):
        reasons.append(Reason("missing", "alone"))
    whole = Match(match.score, verdict, tuple(reasons), match.rarity_bits, match.language)
    return whole.explanation


def read_list(source: TextIO) -> list[dict[str, str]]:
    """Read a list from CSV: a header with ``name``, and a row per name; empty rows are none.

    Raises:
        ListRowError: There is no column ``name``, a line cannot be read, or a row lacks a name.
    """
    return rows_of(read_table(source, ("name",), ListRowError))


def rows_of(table: NameTable) -> list[dict[str, str]]:
    """Return the rows of a list that are not empty.

    Raises:
        ListRowError: A row lacks a name.
    """
    rows = []
    for place, row in zip(table.places, table.rows, strict=True):
        if not any(cell.strip() for cell in row.values()):
            continue
        if not row["name"].strip():
            raise ListRowError(f"{place}: {_NAMELESS}")
        rows.append(row)
    return rows
