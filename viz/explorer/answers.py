"""Answers of catalogue questions as tables: labels for codes, links for ids, sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.services.citations import Citation, captions_of, cite
from graph.services.queries import Answer
from graph.services.words import Words
from graph.snapshots import Snapshot
from ontology.claim import ID_PATTERN
from ontology.model import Language, Ontology
from viz.explorer.site import label, number
from viz.explorer.texts import TEXTS

MOST_ROWS = 300
"""Rows on one page; the whole answer is at ``/queries/{name}``."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell; ``entity`` is where it leads, if anywhere."""

    text: str
    entity: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is a day, which is never broken over two lines."""
        return re.fullmatch(r"\d{4}-\d{2}-\d{2}", self.text) is not None


@dataclass(frozen=True, slots=True)
class Table:
    """An answer, ready to be shown.

    Attributes:
        heads: Header and full description of each column.
        rows: One tuple of cells per row, each a tuple of parts.
        sources: Citations behind each row, one per document.
        entities: Ids that occur, in order; what "see as network" opens.
        count: Rows in all; more than ``rows`` where there are too many to show.
    """

    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]
    sources: tuple[tuple[Citation, ...], ...]
    entities: tuple[str, ...]
    count: int

    @property
    def has_sources(self) -> bool:
        """Whether any row has a citation."""
        return any(self.sources)


def table(answer: Answer, snapshot: Snapshot, ontology: Ontology, language: Language) -> Table:
    """Return an answer as a table.

    A column of ids that stands beside its captions becomes their links; a column of ids
    alone shows the captions of what it names. Columns that say nothing are left out.
    """
    rows = answer.rows[:MOST_ROWS]
    names = [c.name for c in answer.query.columns if c.name != "claims"]
    partners = {n: p for n in names if (p := _ids_beside(n, names))}
    shown = [n for n in names if n not in partners.values() and any(_said(r.get(n)) for r in rows)]
    ids = [i for row in rows for n in names for i in _ids(row.get(n))]
    reader = _Reader(captions_of(snapshot, ids), Words(ontology, language), language)
    descriptions = {c.name: label(c.description, language) for c in answer.query.columns}
    return Table(
        heads=tuple((head(n, descriptions[n]), descriptions[n]) for n in shown),
        rows=tuple(
            tuple(reader.cell(n, row.get(n), row.get(partners.get(n, ""))) for n in shown)
            for row in rows
        ),
        sources=_sources([row.get("claims") for row in rows], snapshot),
        entities=tuple(dict.fromkeys(i for i in ids if i in reader.captions)),
        count=len(answer.rows),
    )


def head(name: str, description: str) -> str:
    """Return the header of a column: its description if that is short, else its name.

    >>> head("day", "Hari tindakan atau mulai berlaku."), head("province", "Province.")
    ('Hari tindakan atau mulai berlaku', 'Province')
    """
    told = re.split(r"[;:(,.]", description, maxsplit=1)[0].strip()
    return told if 0 < len(told) <= 48 else name.replace("_", " ").capitalize()


def _ids_beside(name: str, names: Sequence[str]) -> str | None:
    singular = name.removesuffix("s")
    tries = (f"{name}_id", f"{name}_ids", f"{singular}_id", f"{singular}_ids")
    return next((t for t in tries if t in names), None)


def _said(value: object) -> bool:
    return value not in (None, "", [])


def _ids(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str) and ID_PATTERN.fullmatch(v)]


@dataclass(frozen=True, slots=True)
class _Reader:
    captions: Mapping[str, str]
    words: Words
    language: Language

    def cell(self, column: str, value: object, ids: object) -> tuple[Part, ...]:
        values = value if isinstance(value, list) else [value]
        partners = ids if isinstance(ids, list) else [ids]
        if len(partners) != len(values):
            partners = [None] * len(values)
        pairs = zip(values, partners, strict=True)
        return tuple(self.part(column, v, i) for v, i in pairs if _said(v))

    def part(self, column: str, value: object, partner: object) -> Part:
        if isinstance(partner, str) and partner in self.captions:
            return Part(self.text(column, value), partner)
        if isinstance(value, str) and value in self.captions:
            return Part(self.captions[value], value)
        return Part(self.text(column, value))

    def text(self, column: str, value: object) -> str:
        if isinstance(value, bool):
            return TEXTS["yes" if value else "no"].in_(self.language)
        if isinstance(value, int | float):
            # Years stay as they are.
            return number(value, self.language) if abs(value) >= 10_000 else str(value)
        if isinstance(value, dict):
            return ", ".join(f"{k} {self.text(k, v)}" for k, v in value.items() if _said(v))
        return self.words.of(str(value), column)


def _sources(given: Sequence[object], snapshot: Snapshot) -> tuple[tuple[Citation, ...], ...]:
    claims = [[str(c) for c in row] if isinstance(row, list) else [] for row in given]
    found = cite(snapshot, snapshot.claims([c for row in claims for c in row]))
    rows = []
    for row in claims:
        by_document = {found[c].document: found[c] for c in row if c in found}
        rows.append(tuple(sorted(by_document.values(), key=lambda c: c.published or "9999")))
    return tuple(rows)
