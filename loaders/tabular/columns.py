"""Columns to claims: what :class:`RowMapper` makes of each row, for thousands of rows at once.

Owns when that is safe. A row is told here only if it is beyond doubt that the row mapper
would take it, and that the entity it is about stands in no row before it; every other row is
left to the row mapper, which alone refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from graph.ledger.blocks import Block, Key, Shape, Template, Text
from loaders.tabular.claims import METHOD, Plan, RowMapper
from loaders.tabular.mapping import TableMapping
from loaders.tabular.stretch import Stretch, cells_of
from ontology.claim import TYPE, Claim
from ontology.keys import JOINT

_ENTITY_SHARE = 0.9
"""Share of rows that must each be about an entity of their own for a table to come in bulk."""

_NOTED = 50_000
"""Entities that are remembered by name before they are by hash."""


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells the entities of one kind in a stretch apart.

    Attributes:
        key: Keys as the table has them, null where there is none.
        hashes: Hashes of the keys.
        ordered: Those of keys that are there, in order.
    """

    key: pl.Series
    hashes: pl.Series
    ordered: np.ndarray


@dataclass(frozen=True, slots=True)
class Prepared:
    """A stretch as far as it can be read without knowing what stood before it."""

    stretch: Stretch
    templates: list[list[Template]]
    known: dict[int, _Known]


class ColumnMapper:
    """Makes the claims of stretches of plain rows of one table.

    Args:
        rows: A mapper of single rows that nothing else binds to columns.
    """

    def __init__(self, rows: RowMapper) -> None:
        self._rows = rows
        entities = rows.mapping.entities
        telling = {p: e.prefix for p, e in enumerate(entities) if e.values or not e.is_elsewhere}
        prefixes = list(telling.values())
        # Entities of one prefix may be one entity; those that nothing is told of do not matter.
        self._own = [p for p, prefix in telling.items() if prefixes.count(prefix) == 1]
        self._alone: tuple[int, ...] | None = None
        # By entity: hashes of keys as the table has them, and of ids as the row mapper makes them.
        self._seen: dict[int, list[np.ndarray]] = {}
        self._ids: dict[int, list[np.ndarray]] = {}
        self._noted: set[str] = set()

    def bind(self, columns: Sequence[str]) -> None:
        """Fit the mapping to the columns of what is prepared next; see :class:`RowMapper`."""
        self._rows.bind(columns)

    def prepared(self, text: bytes) -> Prepared:
        """Read the lines of a text, each with as many cells as there are columns.

        May run in another thread than :meth:`told`, which takes stretches in their order.
        """
        stretch = Stretch(self._rows, cells_of(text, self._rows.width))
        identified = [stretch.identified(plan) for plan in self._rows.plans]
        stretch.doubt_unsaid()
        templates = [
            self._templates(stretch, plan, identified, position)
            for position, plan in enumerate(self._rows.plans)
        ]
        known = {}
        for position in self._own:
            (_, number), _ = identified[position]
            key = stretch.joined(stretch.keys.get(number, (number,)), JOINT)
            hashes = key.hash()
            ordered = np.sort(hashes.filter(key.is_not_null()).to_numpy())
            known[position] = _Known(key, hashes, ordered)
        return Prepared(stretch, templates, known)

    def told(self, prepared: Prepared) -> Told:
        """Return what the rows of a stretch say."""
        self._remember_noted()
        stretch, templates = prepared.stretch, prepared.templates
        if self._alone is None:
            self._alone = self._told_alone(prepared)
        is_told = self._fresh(prepared) & ~stretch.doubtful
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
                _remember(self._ids.setdefault(position, []), np.sort(found.hash().to_numpy()))
        self._noted.clear()

    # -- which rows are told -------------------------------------------------------------

    def _told_alone(self, prepared: Prepared) -> tuple[int, ...]:
        """Return the entities of which each row of the table seems to have its own."""
        shares: dict[int, float] = {}
        for position, known in prepared.known.items():
            found = known.key.drop_nulls()
            share = found.n_unique() / max(found.len(), 1)
            # An entity of few rows does not tell the others apart.
            if share == 1 or found.len() >= _ENTITY_SHARE * prepared.stretch.height:
                shares[position] = share
        best = max(shares, key=lambda p: shares[p], default=None)
        if best is None or shares[best] < _ENTITY_SHARE:
            return ()
        return tuple(p for p, share in shares.items() if p == best or share == 1)

    def _fresh(self, prepared: Prepared) -> pl.Series:
        """Return which rows tell of entities that no row before them told of."""
        stretch = prepared.stretch
        is_named = pl.repeat(False, stretch.height, eager=True)
        is_fresh = pl.repeat(True, stretch.height, eager=True)
        for position in self._alone or ():
            known, templates = prepared.known[position], prepared.templates[position]
            is_here = known.key.is_not_null()
            is_told = pl.repeat(False, stretch.height, eager=True)
            for template in templates:
                is_told |= stretch.is_whole(template.value)
            is_named |= is_here & is_told
            # Two keys of one hash only send the second row to the row mapper.
            seen = _remember(self._seen.setdefault(position, []), known.ordered)
            if seen.len():
                is_fresh &= ~is_here | ~known.hashes.is_in(seen.implode())
            if (known.ordered[1:] == known.ordered[:-1]).any():
                is_fresh &= ~is_here | known.key.is_first_distinct()
            if position in self._ids:
                frame = pl.DataFrame(stretch.columns)
                ids = self._block(templates[:1], frame, stretch.keys).subjects().hash()
                for noted in self._ids[position]:
                    is_fresh &= ~ids.is_in(pl.Series(noted).implode())
        return is_named & is_fresh

    # -- what they say -------------------------------------------------------------------

    def _templates(
        self,
        stretch: Stretch,
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


def _remember(seen: list[np.ndarray], new: np.ndarray) -> pl.Series:
    """Remember hashes, which are in order; return those known before."""
    known = np.zeros(len(new), dtype=bool)
    for earlier in seen:
        # In order on both sides, so that memory is read forwards.
        at = np.searchsorted(earlier, new).clip(max=len(earlier) - 1)
        known |= earlier[at] == new
    if len(new):
        seen.append(new)
    return pl.Series(new[known])


def _texts_of(template: Template) -> list[Text]:
    original = template.original or ()
    return [template.subject, template.value, template.locator, original]
