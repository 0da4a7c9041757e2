"""Rows to claims: a mapping compiled for the columns of one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.errors import CellError, LoadError
from loaders.tabular.cells import Convert, converter, finisher, is_verbatim
from loaders.tabular.frames import Cells
from loaders.tabular.mapping import Entity, TableMapping, Value
from loaders.tabular.protected import is_nik
from loaders.tabular.spoilt import check_cell, check_key
from ontology.claim import TYPE, Claim
from ontology.errors import ValueTypeError
from ontology.keys import JOINT, SAFE, hashed
from ontology.model import Ontology

METHOD = "table@1"
"""Name and version under which claims of tables are recorded."""


@dataclass(frozen=True, slots=True)
class Term:
    """One value of an entity, ready for rows: exactly one of the last three is set.

    ``is_verbatim`` tells that the converter leaves printable text as it is.
    """

    property: str
    indexes: tuple[int, ...] = ()
    is_verbatim: bool = False
    convert: Convert | None = None
    constant: str | None = None
    target: int | None = None


@dataclass(slots=True)
class Plan:
    """One entity, ready for rows."""

    entity: Entity
    key: tuple[int, ...]
    tidy: tuple[Callable[[str], str], ...]
    verbatim: tuple[bool, ...]
    is_sensitive: bool
    when: tuple[tuple[int, frozenset[str]], ...]
    terms: list[Term] = field(default_factory=list)


class RowMapper:
    """Makes the claims of rows.

    Args:
        mapping: What the columns say.
        ontology: Checks values.
        document: Id of the document that rows are cited from.
        secret: Key of the hash that hides sensitive keys in ids; the same secret gives the
            same ids.

    Attributes:
        unsaid: Of the last row, filled columns that no claim tells of because the key of their
            entity is not complete, each with that entity.
    """

    def __init__(
        self, mapping: TableMapping, ontology: Ontology, document: str, secret: bytes
    ) -> None:
        self.mapping = mapping
        self.ontology = ontology
        self.document = document
        self.secret = secret[:64]
        self.plans: list[Plan] = []
        self.width = 0
        self.unsaid: dict[str, Entity] = {}
        self._columns: Sequence[str] = ()
        self._positions = {e.name: i for i, e in enumerate(mapping.entities)}
        self._converters: dict[int, Convert] = {
            id(v): converter(v, ontology) for e in mapping.entities for v in e.values if v.columns
        }
        self.counted: Counter[tuple[int, str]] = Counter()
        self._where: dict[tuple[int, str], str] = {}

    def bind(self, columns: Sequence[str]) -> None:
        """Fit the mapping to the columns of a table; again whenever columns are added."""
        index = {name: i for i, name in enumerate(columns)}
        # A column that is not there (JSON leaves names out) reads as the empty one at the end.
        self.width = len(columns)
        self._columns = columns
        self.plans = [self._plan(entity, index) for entity in self.mapping.entities]

    def _plan(self, entity: Entity, index: dict[str, int]) -> Plan:
        absent = self.width
        when = entity.when or {}
        plan = Plan(
            entity,
            tuple(index.get(c, absent) for c in entity.key),
            tuple(self._tidy(c) for c in entity.key),
            tuple(all(map(is_verbatim, self.mapping.plain_values(c)[:1])) for c in entity.key),
            self.mapping.is_sensitive(entity),
            tuple((index.get(c, absent), frozenset(cells)) for c, cells in when.items()),
        )
        for value in entity.values:
            term = self._term(value, index)
            if term is not None:
                plan.terms.append(term)
        return plan

    def _tidy(self, column: str) -> Callable[[str], str]:
        """Return how a part of a key is spelled, so that 0812… and +62812… are one number."""
        for value in self.mapping.plain_values(column):
            return finisher(value.property, self.ontology)
        return lambda text: text

    def _term(self, value: Value, index: dict[str, int]) -> Term | None:
        name = value.property.name
        if value.counts_rows:
            return None
        if value.entity is not None:
            return Term(name, target=self._positions[value.entity])
        if value.constant is not None:
            constant = finisher(value.property, self.ontology)(value.constant)
            return Term(name, constant=constant)
        indexes = tuple(index.get(c, self.width) for c in value.columns)
        return Term(name, indexes, is_verbatim(value), self._converters[id(value)])

    # -- rows --------------------------------------------------------------------------

    def claims(self, cells: Cells) -> tuple[Claim, ...]:
        """Return the claims of one row; none if no key is filled.

        Raises:
            CellError: A cell does not fit; the message names its column.
        """
        texts = [cell.strip() if cell else "" for cell in cells]
        if self.mapping.empty:
            texts = ["" if text in self.mapping.empty else text for text in texts]
        texts.extend("" for _ in range(self.width + 1 - len(texts)))
        found = [self._identify(plan, texts) for plan in self.plans]
        made: list[Claim] = []
        for position, (plan, subject) in enumerate(zip(self.plans, found, strict=True)):
            if subject is not None:
                where = self._locator(plan, subject, texts)
                if plan.entity.counts_rows:
                    self.counted[(position, subject)] += 1
                    self._where[(position, subject)] = where
                made.extend(self._of(plan, subject, where, texts, found))
        self.unsaid = self._unsaid(texts, found) if None in found else {}
        return tuple(made)

    def _unsaid(self, texts: list[str], found: list[str | None]) -> dict[str, Entity]:
        there = [p for p, subject in zip(self.plans, found, strict=True) if subject is not None]
        said = {i for p in there for i in (*p.key, *(i for t in p.terms for i in t.indexes))}
        return {
            self._columns[index]: plan.entity
            for plan, subject in zip(self.plans, found, strict=True)
            if subject is None and _is_meant(plan, texts)
            for term in plan.terms
            for index in term.indexes
            if texts[index] and index not in said
        }

    def _identify(self, plan: Plan, texts: list[str]) -> str | None:
        if not _is_meant(plan, texts):
            return None
        parts = []
        for index, tidy, column in zip(plan.key, plan.tidy, plan.entity.key, strict=True):
            text = texts[index]
            if not text:
                if not plan.entity.is_partial:
                    return None
                parts.append("")
                continue
            if not plan.is_sensitive and is_nik(text):
                raise CellError(
                    [column],
                    "a NIK as key gives its owner away. Map the column as nik of a Person, which "
                    "makes ids secret; if these are victims, ignore it.",
                )
            try:
                check_key(text)
                parts.append(" ".join(tidy(text).split()))
            except ValueTypeError as error:
                raise CellError([column], error) from error
        if not any(parts):
            return None
        entity = plan.entity
        if len(parts) == 1 and not plan.is_sensitive and SAFE.fullmatch(parts[0]):
            return f"{entity.prefix}:{parts[0]}"
        [key] = hashed([JOINT.join(parts)], self.secret if plan.is_sensitive else b"")
        return f"{entity.prefix}:{key}"

    @staticmethod
    def _locator(plan: Plan, subject: str, texts: list[str]) -> str:
        # Keys, not line numbers: a row that is repeated is cited once.
        if plan.is_sensitive:
            return f"{', '.join(plan.entity.key)}: {subject.partition(':')[2][:8]}…"
        pairs = zip(plan.entity.key, plan.key, strict=True)
        return ", ".join(f"{column}={texts[index]}" for column, index in pairs)[:500]

    def _of(
        self, plan: Plan, subject: str, where: str, texts: list[str], found: list[str | None]
    ) -> Iterator[Claim]:
        entity = plan.entity
        if not entity.is_elsewhere:
            yield self._claim(entity, subject, TYPE, entity.cls.name, where)
        for term in plan.terms:
            if term.convert is not None:
                text = texts[term.indexes[0]]
                if len(term.indexes) > 1:
                    text = " ".join(self._parts(term.indexes, texts))
                if text:
                    for value, original in term.convert(text):
                        yield self._claim(entity, subject, term.property, value, where, original)
            elif term.constant is not None:
                yield self._claim(entity, subject, term.property, term.constant, where)
            elif term.target is not None:
                target = found[term.target]
                if target is not None:
                    yield self._claim(entity, subject, term.property, target, where)

    def _parts(self, indexes: Sequence[int], texts: list[str]) -> Iterator[str]:
        """Yield cells that are joined; none of them may be spoilt, alone as together."""
        for index in indexes:
            if texts[index]:
                try:
                    check_cell(texts[index])
                except ValueTypeError as error:
                    raise CellError([self._columns[index]], error) from error
                yield texts[index]

    def totals(self) -> Iterator[Claim]:
        """Yield the claims of how many rows each counted entity has; after the last row."""
        for (position, subject), count in self.counted.items():
            entity = self.plans[position].entity
            where = self._where[(position, subject)]
            for value in entity.values:
                if value.counts_rows:
                    yield self._claim(entity, subject, value.property.name, str(count), where)

    def _claim(
        self,
        entity: Entity,
        subject: str,
        name: str,
        value: str,
        where: str,
        original: str | None = None,
    ) -> Claim:
        return Claim(
            subject=subject,
            property=name,
            value=value,
            document=self.document,
            locator=where,
            modality=entity.modality,
            credibility=self.mapping.credibility,
            marking=self.mapping.marking,
            original=original,
            method=METHOD,
        )


def _is_meant(plan: Plan, texts: list[str]) -> bool:
    return all(texts[index] in cells for index, cells in plan.when)


def check_columns(mapping: TableMapping, columns: Sequence[str], shown: str) -> None:
    """Make sure that a table has every column that a mapping names.

    Raises:
        LoadError: One is missing; the nearest are suggested.
    """
    from rapidfuzz import process

    missing = sorted(mapping.used() - mapping.optional - set(columns))
    if not missing:
        return
    near = [name for name, score, _ in process.extract(missing[0], columns, limit=3) if score > 60]
    hint = f" Nearest: {', '.join(map(repr, near))}." if near else ""
    listed = ", ".join(columns)[:500]
    raise LoadError(
        f"{shown} has no column {missing[0]!r}, which the mapping {mapping.name} names.{hint} It "
        f"has: {listed}. Correct the mapping (`lacak map show` lists the columns of one that is "
        "shipped), or name the line of the header (--header 2) or the sheet (--sheet NAME)."
    )
