"""Blocks: the claims of many rows of one table, kept as columns.

A registry of a million rows makes nine million claims that differ in a few cells. A block
keeps the cells once, as Parquet, and beside them what every row claims of them; claims and
their ids are worked out when they are read. Owns what a block is and the way from it to
claims; refuses nothing, for whoever makes one has checked what it says.
"""

from __future__ import annotations

import hashlib
import heapq
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, repeat
from operator import itemgetter

import msgspec
import polars as pl
from sqlalchemy import RowMapping

from graph.ledger.rows import Stored, Values
from ontology.claim import TYPE, Claim
from ontology.keys import JOINT, SAFE, hashed

Text = tuple[str | int, ...]
"""A text put together from words and, by number, columns; none where a column is empty."""

_SLICE = 500
_SUBJECT = "subject"


class Template(msgspec.Struct, frozen=True, array_like=True):
    """What every row claims once.

    Attributes:
        subject, value, locator, original: Fields of :class:`ontology.claim.Claim`. A row in
            which the subject or the value is empty claims nothing.
        is_entity: Whether the value is the id of an entity.
    """

    subject: Text
    property: str
    value: Text
    locator: Text
    original: Text | None
    modality: str
    is_entity: bool


class Key(msgspec.Struct, frozen=True, array_like=True):
    """A column that is not kept, but worked out of the parts of a source's key."""

    column: int
    parts: tuple[int, ...]


class Shape(msgspec.Struct, frozen=True, array_like=True):
    """What the rows of a block share."""

    document: str
    method: str
    marking: str
    credibility: int
    templates: tuple[Template, ...]
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Block:
    """Claims of many rows.

    Attributes:
        shape: What the rows share.
        frame: Their cells as text, columns named ``"0"``, ``"1"``, …; null where empty.
        recorded: When the ledger took it; empty before.
    """

    shape: Shape
    frame: pl.DataFrame
    recorded: str = ""

    @cached_property
    def payload(self) -> bytes:
        """The cells as a Parquet file."""
        buffer = io.BytesIO()
        self.frame.write_parquet(buffer, compression="zstd", compression_level=1, statistics=False)
        return buffer.getvalue()

    @cached_property
    def id(self) -> str:
        """Hash of shape and cells; the same table read again gives the same block."""
        digest = hashlib.blake2b(msgspec.json.encode(self.shape), digest_size=16)
        digest.update(self.payload)
        return digest.hexdigest()

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """Prefixes of the ids that are subjects or values."""
        named = {t.subject for t in self.shape.templates}
        named |= {t.value for t in self.shape.templates if t.is_entity}
        return frozenset(prefix for text in named for prefix in self._prefixes(text))

    def _prefixes(self, text: Text) -> list[str]:
        if isinstance(text[0], str) and ":" in text[0]:
            return [text[0].partition(":")[0]]
        found = self.frame.select(_text(text).str.split(":").list.first()).to_series()
        return found.drop_nulls().unique().to_list()

    @cached_property
    def size(self) -> int:
        """Number of claims."""
        return sum(self._said_in(self.frame, t).height for t in self.shape.templates)

    def _said_in(self, frame: pl.DataFrame, template: Template) -> pl.DataFrame:
        """Return the rows that claim something."""
        keys = {key.column: key.parts for key in self.shape.keys}
        columns = (p for p in (*template.subject, *template.value) if isinstance(p, int))
        needed = {str(n) for c in columns for n in keys.get(c, (c,))}
        missing = [name for name in needed if frame[name].null_count()]
        return frame.drop_nulls(missing) if missing else frame

    def examples(self) -> Iterator[Claim]:
        """Yield a claim of each kind, by which what the rows share can be checked."""
        for template in self.shape.templates:
            said = (self._said_in(part, template) for part in self.frame.iter_slices(_SLICE))
            found = next((part for part in said if part.height), self.frame.clear())
            for _, claims in self._run(template.subject, self._whole(found.head(1)), [template]):
                yield from (stored.claim for stored in claims)

    def _whole(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return rows with the columns that are worked out."""
        return frame.with_columns(
            _key(frame, key).alias(str(key.column)) for key in self.shape.keys
        )

    @cached_property
    def _rows(self) -> pl.DataFrame:
        return self._whole(self.frame)

    def sorted(self) -> list[Iterator[tuple[str, list[Stored]]]]:
        """Return runs of (subject, its claims), each in order of subject; subjects may recur."""
        return [self._run(subject, self._rows) for subject in self._subjects()]

    def of(self, entity_ids: Collection[str]) -> Iterator[Stored]:
        """Yield the claims whose subject is one of the entities."""
        for subject in self._subjects():
            kept = self._rows.filter(_text(subject).is_in(list(entity_ids)))
            for _, found in self._run(subject, kept):
                yield from found

    def about(self, entity_ids: Collection[str]) -> Iterator[Stored]:
        """Yield the claims whose value is one of the entities."""
        for template in self.shape.templates:
            if template.is_entity:
                kept = self._rows.filter(_text(template.value).is_in(list(entity_ids)))
                for _, found in self._run(template.subject, kept, [template]):
                    yield from found

    def classes(self) -> Iterator[Stored]:
        """Yield the claims that say what class an entity belongs to."""
        for template in self.shape.templates:
            if template.property == TYPE:
                for _, found in self._run(template.subject, self._rows, [template]):
                    yield from found

    def subjects(self) -> pl.Series:
        """Return the subjects, row by row and kind by kind; null where a row has none."""
        return pl.concat(
            self._rows.select(_text(subject).alias(_SUBJECT)).to_series()
            for subject in self._subjects()
        )

    def _subjects(self) -> Sequence[Text]:
        return list(dict.fromkeys(t.subject for t in self.shape.templates))

    def _run(
        self, subject: Text, frame: pl.DataFrame, templates: Sequence[Template] | None = None
    ) -> Iterator[tuple[str, list[Stored]]]:
        chosen = templates or [t for t in self.shape.templates if t.subject == subject]
        named = frame.select(_text(subject).alias(_SUBJECT)).to_series()
        # Many runs wait at once, so each holds an order and not a copy.
        order = named.arg_sort(nulls_last=True).head(named.len() - named.null_count())
        for start in range(0, order.len(), _SLICE):
            rows = order.slice(start, _SLICE)
            part, subjects = frame[rows], named.gather(rows).to_list()
            made: list[list[Stored]] = [[] for _ in subjects]
            for template in chosen:
                for found, stored in zip(made, self._claims(template, part, subjects), strict=True):
                    if stored is not None:
                        found.append(stored)
            yield from zip(subjects, made, strict=True)

    def _claims(
        self, template: Template, part: pl.DataFrame, subjects: Sequence[str]
    ) -> Iterator[Stored | None]:
        """Yield what each row claims, or ``None``."""
        shape, recorded = self.shape, self.recorded
        originals = repeat(None) if template.original is None else _texts(part, template.original)
        values, places = _texts(part, template.value), _texts(part, template.locator)
        for subject, value, place, original in zip(
            subjects, values, places, originals, strict=False
        ):
            if value is None:
                yield None
                continue
            claim = Claim(
                subject=subject,
                property=template.property,
                value=value,
                document=shape.document,
                locator=place,
                modality=template.modality,
                credibility=shape.credibility,
                original=original,
                method=shape.method,
                marking=shape.marking,
            )
            yield Stored(claim.id, claim, recorded)


def block_row(block: Block, recorded: str) -> Values:
    """Return the row that holds a block, in order of its table's columns."""
    prefixes = " ".join(sorted(block.prefixes))
    shape = msgspec.json.encode(block.shape)
    head = (block.id, block.shape.document, prefixes, block.size)
    return (*head, shape, block.payload, recorded)


def block_of(row: RowMapping) -> Block:
    """Return the block that a row holds."""
    shape = msgspec.json.decode(row["shape"], type=Shape)
    return Block(shape, pl.read_parquet(io.BytesIO(row["payload"])), row["recorded"])


def merged(claims: Iterable[Stored], blocks: Sequence[Block]) -> Iterator[Stored]:
    """Yield claims and those of blocks in order of subject and id, each once.

    Args:
        claims: In order of subject.
        blocks: Held in memory while claims are drawn: some 200 MB for a million rows.
    """
    alone = ((subject, list(group)) for subject, group in groupby(claims, key=_subject_of))
    runs = [alone, *(run for block in blocks for run in block.sorted())]
    first = itemgetter(0)
    for _, groups in groupby(heapq.merge(*runs, key=first), key=first):
        found = {stored.id: stored for _, group in groups for stored in group}
        for claim_id in sorted(found):
            yield found[claim_id]


def _subject_of(stored: Stored) -> str:
    return stored.claim.subject


def _text(text: Text) -> pl.Expr:
    """Return the expression of a text; null where one of its columns is."""
    parts = [pl.lit(part) if isinstance(part, str) else pl.col(str(part)) for part in text]
    return parts[0] if len(parts) == 1 else pl.concat_str(parts)


def _key(frame: pl.DataFrame, key: Key) -> pl.Series:
    """Return the keys of ids that stand for the parts of a source's key."""
    joined = frame.select(pl.concat_str(map(str, key.parts), separator=JOINT)).to_series()
    is_safe = joined.str.contains(f"^{SAFE.pattern}$") | joined.is_null()
    is_hashed = ~is_safe if len(key.parts) == 1 else joined.is_not_null()
    made = pl.Series(hashed(joined.filter(is_hashed).to_list()), dtype=pl.String)
    return made if is_hashed.all() else joined.scatter(is_hashed.arg_true(), made)


def _texts(part: pl.DataFrame, text: Text) -> Sequence[str | None]:
    if len(text) == 1 and isinstance(text[0], str):
        return [text[0]] * part.height
    found: list[str | None] = part.select(_text(text).alias(_SUBJECT))[_SUBJECT].to_list()
    return found
