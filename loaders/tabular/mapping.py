"""A mapping: which columns of a table say what.

Owns the shape of a mapping once it is read and checked; ``docs/tables.md`` is the reference
with examples, and :mod:`loaders.tabular.mapping_file` reads it from YAML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ontology.claim import Document
from ontology.model import Class, Property

TerritoryKind = Literal["province", "regency", "country", "any"]


@dataclass(frozen=True, slots=True)
class Value:
    """Where the values of one property come from.

    Attributes:
        property: The property.
        columns: Columns joined by a space; empty for a constant or a reference.
        constant: The same value in every row.
        entity: Name of another entity of the mapping that is referred to.
        lookup: Cell to value; a cell that is not listed is refused, one that gives an empty
            text says nothing.
        date: ``strptime`` format of dates.
        number: How numbers are written: ``id`` (Rp1.250.000,50) or ``en`` (1,250,000.50).
        territory: Names or codes of territories become their ids.
        prefix: Put before the cell (``region:`` before a territory code).
        split: Separator of several values in one cell.
        counts_rows: The value is the number of rows that share the entity's key.
    """

    property: Property
    columns: tuple[str, ...] = ()
    constant: str | None = None
    entity: str | None = None
    lookup: Mapping[str, str] | None = None
    date: str | None = None
    number: Literal["id", "en"] | None = None
    territory: TerritoryKind | None = None
    prefix: str = ""
    split: str | None = None
    counts_rows: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity per row.

    Attributes:
        name: How the mapping refers to it.
        cls: Its class.
        key: Columns that identify it; rows with the same key speak of one entity.
        prefix: Prefix of its ids, before the colon; tables that share it share entities.
        values: Its properties.
        modality: Notation of ``modalities``.
        is_partial: Some columns of the key may be empty, as long as one is filled.
        is_elsewhere: Another table says what it is; this one only refers to it.
        when: Columns and the cells that they must hold for the entity to be there.
    """

    name: str
    cls: Class
    key: tuple[str, ...]
    prefix: str
    values: tuple[Value, ...]
    modality: str
    is_partial: bool = False
    is_elsewhere: bool = False
    when: Mapping[str, tuple[str, ...]] | None = None

    @property
    def counts_rows(self) -> bool:
        """Whether one of its values is the number of its rows."""
        return any(v.counts_rows for v in self.values)


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A whole mapping.

    Attributes:
        name: Name of the mapping, from its file.
        dataset: Name of the dataset.
        document: The document that rows are cited from.
        has_own_document: Whether the mapping names the document's id itself.
        file: Pattern of the names of files that it is for, if it is one of several.
        header: Line of the header, counting from 1; 0 if there is none, and columns are
            named ``1``, ``2``, ``3``.
        ignore: Columns that are knowingly not used.
        optional: Columns that are used where a table has them.
        empty: Cells that mean "nothing here", beside empty ones.
        entities: In the order of the file.
    """

    name: str
    dataset: str
    document: Document
    has_own_document: bool
    file: str | None
    sheet: str | None
    delimiter: str | None
    header: int
    ignore: frozenset[str]
    optional: frozenset[str]
    empty: frozenset[str]
    entities: tuple[Entity, ...]
    credibility: int
    marking: str

    def plain_values(self, column: str) -> list[Value]:
        """Return the values that a column gives just as it stands, of all entities."""
        return [
            v
            for e in self.entities
            for v in e.values
            if v.columns == (column,)
            and not (v.lookup or v.date or v.number or v.territory or v.split or v.prefix)
            and not v.property.is_entity
        ]

    def is_sensitive(self, entity: Entity) -> bool:
        """Tell whether a key holds what only an investigator may see (a NIK, a number).

        It does if any entity of the mapping makes such a property of one of its columns.
        """
        key = set(entity.key)
        return any(
            v.property.access in ("identity", "victim") and not key.isdisjoint(v.columns)
            for e in self.entities
            for v in e.values
        )

    def columns(self) -> set[str]:
        """Return every column that the mapping uses or ignores."""
        return self.used() | self.ignore

    def used(self) -> set[str]:
        """Return every column that the mapping reads."""
        found = {c for e in self.entities for c in e.key}
        found |= {c for e in self.entities for c in (e.when or ())}
        return found | {c for e in self.entities for v in e.values for c in v.columns}
