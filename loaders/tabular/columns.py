"""Columns to claims: what :class:`RowMapper` makes of each row, for thousands of rows at once.

Owns when that is safe. A row is told here only if it is beyond doubt that the row mapper
would take it, and that the entity it is about stands in no row before it; every other row is
left to the row mapper, which alone refuses. Values that are not simply copied go through the
same converters, once per distinct text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from graph.ledger.blocks import Block, Key, Shape, Template, Text
from loaders.tabular.cells import Convert
from loaders.tabular.claims import METHOD, Plan, RowMapper, Term
from loaders.tabular.mapping import TableMapping
from ontology.claim import TYPE, Claim
from ontology.errors import LacakError
from ontology.keys import JOINT, SAFE, hashed

_ENTITY_SHARE = 0.9
"""Share of rows that must each be about an entity of their own for a table to come in bulk."""

_NOTED = 50_000
"""Entities that are remembered by name before they are by hash."""

# Asked for generously: what only may be one is left to the row mapper.
_SUM = "(?i)^(?:sub|grand|total|jumlah|rata|sum|average)"
_SHORTENED = r"(?i)^[+-]?\d(?:[.,]\d+)?E\+?\d+$"
_NIK = r"^\d{16}$"
_LONGEST_PLACE = 500


def comes_in_bulk(mapping: TableMapping) -> bool:
    """Tell whether rows of a mapping can be told apart from each other one by one."""
    return not any(entity.counts_rows or entity.is_partial for entity in mapping.entities)


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of rows says.

    Attributes:
        rows: Of each row, whether it is told; the others are left to the row mapper.
        block: Claims of entities that each row tells of alone; none if no row is told.
        claims: Claims of the other entities, each once.
    """

    rows: pl.Series
    block: Block | None
    claims: tuple[Claim, ...]


class ColumnMapper:
    """Makes the claims of stretches of plain rows of one table.

    Args:
        rows: The mapper of single rows.
    """

    def __init__(self, rows: RowMapper) -> None:
        self._rows = rows
        prefixes = [entity.prefix for entity in rows.mapping.entities]
        # Entities of one prefix may be one entity.
        self._own = [p for p, prefix in enumerate(prefixes) if prefixes.count(prefix) == 1]
        self._alone: tuple[int, ...] | None = None
        # By entity: hashes of keys as the table has them, and of ids as the row mapper makes them.
        self._seen: dict[int, list[np.ndarray]] = {}
        self._ids: dict[int, list[np.ndarray]] = {}
        self._noted: set[str] = set()

    def told(self, text: bytes, separator: str) -> Told:
        """Return what the lines of a text say; each has as many cells as there are columns."""
        self._remember_noted()
        stretch = _Stretch(self._rows, _cells(text, self._rows.width, separator))
        identified = [stretch.identified(plan) for plan in self._rows.plans]
        keys = [stretch.keys.get(subject[1], (subject[1],)) for subject, _ in identified]
        if self._alone is None:
            self._alone = self._told_alone(stretch, keys)
        templates = [
            self._templates(stretch, plan, identified, position)
            for position, plan in enumerate(self._rows.plans)
        ]
        is_told = self._fresh(stretch, keys, templates) & ~stretch.doubtful
        if not is_told.any():
            return Told(is_told, None, ())
        frame = pl.DataFrame(stretch.columns)
        if not is_told.all():
            frame = frame.filter(is_told)
        alone = [t for p in self._alone for t in templates[p]]
        others = [t for p, made in enumerate(templates) if p not in self._alone for t in made]
        block = self._block(alone, frame, stretch.keys)
        return Told(is_told, block, tuple(self._once(others, frame, stretch.keys)))

    def note(self, claims: Iterable[Claim]) -> None:
        """Remember entities of rows that are in no stretch."""
        self._noted.update(claim.subject for claim in claims)
        if len(self._noted) >= _NOTED:
            self._remember_noted()

    def _remember_noted(self) -> None:
        for position in self._own if self._alone is None else self._alone:
            prefix = f"{self._rows.plans[position].entity.prefix}:"
            found = pl.Series([s for s in self._noted if s.startswith(prefix)], dtype=pl.String)
            if found.len():
                _remember(self._ids.setdefault(position, []), found.hash())
        self._noted.clear()

    # -- which rows are told -------------------------------------------------------------

    def _told_alone(self, stretch: _Stretch, keys: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """Return the entities of which each row of the table seems to have its own."""
        shares: dict[int, float] = {}
        for position in self._own:
            found = stretch.joined(keys[position], JOINT).drop_nulls()
            if found.len():
                shares[position] = found.n_unique() / found.len()
                if found.len() < _ENTITY_SHARE * stretch.height:
                    # An entity of few rows does not tell the others apart.
                    shares[position] = 1 if shares[position] == 1 else 0
        best = max(shares, key=lambda p: shares[p], default=None)
        if best is None or shares[best] < _ENTITY_SHARE:
            return ()
        return tuple(p for p, share in shares.items() if p == best or share == 1)

    def _fresh(
        self,
        stretch: _Stretch,
        keys: Sequence[tuple[int, ...]],
        templates: Sequence[Sequence[Template]],
    ) -> pl.Series:
        """Return which rows tell of entities that no row before them told of."""
        is_named = pl.repeat(False, stretch.height, eager=True)
        is_fresh = pl.repeat(True, stretch.height, eager=True)
        for position in self._alone or ():
            key = stretch.joined(keys[position], JOINT)
            is_here = key.is_not_null()
            is_named |= is_here
            # Two keys of one hash only send the second row to the row mapper.
            hashes = key.hash()
            known, has_twins = _remember(
                self._seen.setdefault(position, []), hashes.filter(is_here)
            )
            if known.len():
                is_fresh &= ~is_here | ~hashes.is_in(known.implode())
            if has_twins:
                is_fresh &= ~is_here | key.is_first_distinct()
            for noted in self._ids.get(position, ()):
                block = self._block(
                    templates[position][:1], pl.DataFrame(stretch.columns), stretch.keys
                )
                is_fresh &= ~block.subjects().hash().is_in(pl.Series(noted).implode())
        return is_named & is_fresh

    # -- what they say -------------------------------------------------------------------

    def _templates(
        self,
        stretch: _Stretch,
        plan: Plan,
        identified: Sequence[tuple[tuple[str, int], Text]],
        position: int,
    ) -> list[Template]:
        subject, locator = identified[position]
        entity, ontology = plan.entity, self._rows.ontology
        made: list[tuple[str, Text, Text | None]] = []
        if not entity.is_elsewhere:
            made.append((TYPE, (entity.cls.name,), None))
        for term in plan.terms:
            value, original = stretch.said(term, [found for found, _ in identified])
            made.append((term.property, value, original))
        return [
            Template(
                subject,
                name,
                value,
                locator,
                original,
                entity.modality,
                name != TYPE and ontology.property(name).is_entity,
            )
            for name, value, original in made
        ]

    def _block(
        self,
        templates: Sequence[Template],
        frame: pl.DataFrame,
        keys: Mapping[int, tuple[int, ...]],
    ) -> Block:
        mapping = self._rows.mapping
        used = {p for t in templates for x in _texts_of(t) for p in x if isinstance(p, int)}
        made = tuple(Key(number, keys[number]) for number in sorted(used & keys.keys()))
        kept = sorted(used.difference(keys).union(*(key.parts for key in made)))
        shape = Shape(
            self._rows.document,
            METHOD,
            mapping.marking,
            mapping.credibility,
            tuple(templates),
            made,
        )
        return Block(shape, frame.select(map(str, kept)))

    def _once(
        self,
        templates: Sequence[Template],
        frame: pl.DataFrame,
        keys: Mapping[int, tuple[int, ...]],
    ) -> Iterable[Claim]:
        for template in templates:
            block = self._block([template], frame, keys)
            block = Block(block.shape, block.frame.unique(maintain_order=True))
            for run in block.sorted():
                for _, found in run:
                    yield from (stored.claim for stored in found)


def _remember(seen: list[np.ndarray], hashes: pl.Series) -> tuple[pl.Series, bool]:
    """Remember hashes; return those known before, and whether one stands twice."""
    # In order on both sides, so that memory is read forwards.
    new = np.sort(hashes.to_numpy())
    known = np.zeros(len(new), dtype=bool)
    for earlier in seen:
        at = np.searchsorted(earlier, new).clip(max=len(earlier) - 1)
        known |= earlier[at] == new
    if len(new):
        seen.append(new)
    return pl.Series(new[known]), bool((new[1:] == new[:-1]).any())


def _texts_of(template: Template) -> list[Text]:
    original = template.original or ()
    return [template.subject, template.value, template.locator, original]


def _cells(text: bytes, width: int, separator: str) -> pl.DataFrame:
    return pl.read_csv(
        io.BytesIO(text),
        has_header=False,
        separator=separator,
        quote_char=None,
        schema={str(number): pl.String for number in range(width)},
    )


@dataclass
class _Stretch:
    """Columns of some rows, and those that are made of them.

    Attributes:
        rows: The mapper of single rows.
        cells: Cells as they stand in the file, null where empty.
        columns: Columns in use, by number; made ones behind those of the table.
        keys: Columns that are worked out when they are read, by number: their parts.
        doubtful: Which rows must be left to the row mapper.
    """

    rows: RowMapper
    cells: pl.DataFrame
    columns: dict[str, pl.Series] = field(default_factory=dict)
    keys: dict[int, tuple[int, ...]] = field(default_factory=dict)
    doubtful: pl.Series = field(init=False)
    _copied: set[int] = field(default_factory=set)
    _next: int = field(init=False)

    def __post_init__(self) -> None:
        self.doubtful = pl.repeat(False, self.height, eager=True)
        self._next = self.rows.width + 1

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.cells.height

    def column(self, number: int) -> pl.Series:
        """Return a column as the row mapper sees it: bare, null where it is empty."""
        name = str(number)
        if name not in self.columns:
            if number == self.rows.width:
                return pl.repeat(None, self.height, dtype=pl.String, eager=True)
            found = self.cells[name].str.strip_chars(" ")
            nothing = found.is_in(["", *self.rows.mapping.empty])
            self.columns[name] = found.set(nothing, None) if nothing.any() else found
        return self.columns[name]

    def identified(self, plan: Plan) -> tuple[tuple[str, int], Text]:
        """Return the id of an entity and where it stands, each as a text."""
        parts = [self._part(plan, at) for at in range(len(plan.key))]
        names = plan.entity.key
        if plan.when:
            parts[0] = self._add(self.column(parts[0]).set(~self._is_meant(plan), None))
        if plan.is_sensitive:
            key = self._hidden(parts)
            start = self._add(self.column(key).str.slice(0, 8))
            return (f"{plan.entity.prefix}:", key), (f"{', '.join(names)}: ", start, "…")
        key = parts[0] if self._is_safe(parts) else self._worked_out(parts)
        where: list[str | int] = []
        for name, number in zip(names, plan.key, strict=True):
            where += [f"{', ' if where else ''}{name}=", number]
            too_long = _LONGEST_PLACE // len(names) - len(name) - 3
            self._doubt(self.column(number).str.len_bytes() > too_long)
        return (f"{plan.entity.prefix}:", key), tuple(where)

    def _part(self, plan: Plan, at: int) -> int:
        """Return the number of a column with one part of keys, spelled canonically."""
        number = plan.key[at]
        column = self._copy(number)
        self._doubt(column.str.contains(_SUM))
        if not plan.is_sensitive:
            self._doubt(column.str.contains(_NIK))
        if plan.verbatim[at]:
            return number
        return self._add(self._spelled(column, plan.tidy[at]))

    def _copy(self, number: int) -> pl.Series:
        """Return a column whose cells stand for themselves; others make their rows doubtful."""
        column = self.column(number)
        if number not in self._copied:
            self._copied.add(number)
            is_odd = column.str.contains("  ", literal=True) | column.str.contains(_SHORTENED)
            self._doubt(is_odd)
        return column

    def _spelled(self, column: pl.Series, tidy: Callable[[str], str]) -> pl.Series:
        def spelled(text: str) -> str | None:
            try:
                return " ".join(tidy(text).split()) or None
            except LacakError:
                return None

        made = _each(column, spelled)
        self._doubt(made.is_null() & column.is_not_null())
        return made

    def _is_safe(self, parts: Sequence[int]) -> bool:
        """Tell whether keys stand in ids as they are."""
        column = self.column(parts[0])
        return len(parts) == 1 and column.str.contains(f"^{SAFE.pattern}$").all()

    def _worked_out(self, parts: Sequence[int]) -> int:
        self._next += 1
        self.keys[self._next] = tuple(parts)
        return self._next

    def _hidden(self, parts: Sequence[int]) -> int:
        """Return the number of a column with keys that only the secret tells."""
        joined = self.joined(parts, JOINT)
        texts = joined.drop_nulls().to_list()
        made = pl.Series(hashed(texts, self.rows.secret), dtype=pl.String)
        return self._add(joined.scatter(joined.is_not_null().arg_true(), made))

    def _is_meant(self, plan: Plan) -> pl.Series:
        found = pl.repeat(True, self.height, eager=True)
        for number, cells in plan.when:
            found &= self.column(number).fill_null("").is_in(list(cells))
        return found

    def said(self, term: Term, subjects: Sequence[tuple[str, int]]) -> tuple[Text, Text | None]:
        """Return the value of a term and how it was written, each as a text."""
        if term.target is not None:
            return subjects[term.target], None
        if term.convert is None:
            return (str(term.constant),), None
        number = term.indexes[0]
        if len(term.indexes) > 1:
            number = self._add(self.joined(term.indexes, " ", is_partial=True))
        if term.is_verbatim:
            self._copy(number)
            return (number,), None
        column = self.column(number)
        found = self._converted(column, term.convert)
        value = self._add(_each(column, lambda text: found[text][0]))
        if not any(original for _, original in found.values()):
            return (value,), None
        if all(original == text for text, (_, original) in found.items()):
            return (value,), (number,)
        return (value,), (self._add(_each(column, lambda text: found[text][1])),)

    def _converted(
        self, column: pl.Series, convert: Convert
    ) -> dict[str, tuple[str | None, str | None]]:
        """Return the value and the spelling of each distinct cell that has one value."""
        found: dict[str, tuple[str | None, str | None]] = {}
        doubtful = []
        for text in column.drop_nulls().unique().to_list():
            try:
                values = convert(text)
            except LacakError:
                values = ()
                doubtful.append(text)
            if len(values) > 1:
                doubtful.append(text)
            found[text] = values[0] if len(values) == 1 else (None, None)
        if doubtful:
            self._doubt(column.is_in(doubtful))
        return found

    def joined(self, numbers: Sequence[int], mark: str, *, is_partial: bool = False) -> pl.Series:
        """Return columns joined; null where one is, or only where all are."""
        if len(numbers) == 1:
            return self.column(numbers[0])
        frame = pl.DataFrame({str(at): self.column(n) for at, n in enumerate(numbers)})
        joined = pl.concat_str(pl.all(), separator=mark, ignore_nulls=is_partial)
        made = frame.select(joined).to_series()
        return made.set(made == "", None)

    def _add(self, column: pl.Series) -> int:
        self._next += 1
        self.columns[str(self._next)] = column
        return self._next

    def _doubt(self, rows: pl.Series) -> None:
        self.doubtful |= rows.fill_null(value=False)


def _each(column: pl.Series, function: Callable[[str], str | None]) -> pl.Series:
    """Apply a function to every distinct text of a column."""
    texts = column.drop_nulls().unique()
    made = pl.Series([function(text) for text in texts.to_list()], dtype=pl.String)
    return column.replace_strict(texts, made, default=None, return_dtype=pl.String)
