"""A table and its mapping as a source of documents, rows and refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
import polars as pl

from graph.batches import ahead
from loaders.errors import CellError, LoadError
from loaders.model import Bulk, Item, Place, Refusal, Row
from loaders.quarantine import Quarantine, is_quarantine, unshield
from loaders.tabular.claims import RowMapper, check_columns
from loaders.tabular.columns import ColumnMapper, Prepared, comes_in_bulk
from loaders.tabular.days import HAPPENED, lies_ahead
from loaders.tabular.frames import UNIT, Cells, Head, Line, Lines, Plain, Refused
from loaders.tabular.limits import Limits, check_size
from loaders.tabular.mapping import TableMapping
from loaders.tabular.parse import OWN_COLUMNS
from loaders.tabular.reading import read
from loaders.tabular.suspicion import suspicion
from ontology.claim import Claim
from ontology.errors import LacakError
from ontology.model import Ontology

_CHUNK = 1 << 20
_SHOWN = 200
_MOST_FLAGS = 1_000
_UNSAID = "what is not recorded, because the key of {entity!r} ({keys}) is not complete"
_TEXT = (".csv", ".tsv", ".txt", ".ndjson", ".jsonl")


@dataclass(frozen=True, slots=True)
class Flag:
    """A cell to look at: it looks like something it is not, or no claim tells of it."""

    place: Place
    column: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: column {self.column!r} holds {self.reason}."


class TableSource:
    """One table file, read through a mapping.

    Args:
        path: The table.
        mapping: What its columns say.
        ontology: Checks values.
        limits: What the file may cost.
        secret: Hides sensitive keys in ids; see :class:`RowMapper`.
        quarantine: Where refused rows are kept.
        in_bulk: Whether plain rows may come in stretches.

    Attributes:
        document: The document that rows are cited from; its id holds the hash of the file.
        facts: What was found out about the file (encoding, delimiter, sheet).
        unmapped: Columns that the mapping neither uses nor ignores.
        absent: Columns that the mapping uses and no row had (JSON only).
        flags: Cells that look like something they are not, days to come, and cells of entities
            without a key; at most 1,000.

    Raises:
        LoadError: The file cannot be read.
    """

    def __init__(
        self,
        path: Path,
        mapping: TableMapping,
        ontology: Ontology,
        limits: Limits,
        *,
        secret: bytes,
        quarantine: Quarantine | None = None,
        in_bulk: bool = False,
    ) -> None:
        self.path = path
        self.mapping = mapping
        self.limits = limits
        self.quarantine = quarantine
        check_size(path, limits)
        digest, self._lines = _scan(path)
        document = msgspec.structs.replace(mapping.document, sha256=digest)
        if not mapping.has_own_document:
            # Another file under the same mapping is another document.
            document = msgspec.structs.replace(document, id=f"{document.id}-{digest[:12]}")
        self.document = document
        self.facts: dict[str, str] = {}
        self.unmapped: tuple[str, ...] = ()
        self.absent: tuple[str, ...] = ()
        self.flags: list[Flag] = []
        self._mapper = RowMapper(mapping, ontology, document.id, secret)
        self._columns: list[str] = []
        # Refused rows come back as Lacak wrote them, whatever their first file looked like.
        self._is_correction = is_quarantine(path)
        self._in_bulk = in_bulk and not self._is_correction and comes_in_bulk(mapping)
        self._in_columns = ColumnMapper(RowMapper(mapping, ontology, document.id, secret))

    @property
    def name(self) -> str:
        """Name of the dataset."""
        return self.mapping.dataset

    def size(self) -> int | None:
        """Return about how many rows there are, for text files."""
        return max(self._lines - self.mapping.header, 0) if self.path.suffix in _TEXT else None

    def items(self) -> Iterator[Item]:
        """Yield the document, then every row with its claims, or its refusal.

        Raises:
            LoadError: The file cannot be read, or the mapping names a column it lacks.
        """
        yield self.document
        try:
            yield from self._items()
        finally:
            if self.quarantine is not None:
                self.quarantine.close()

    def _items(self) -> Iterator[Item]:
        # Held back by one row: what counts rows is known only after the last.
        held: Row | None = None
        for line in self._events():
            if isinstance(line, Head):
                self._bind(line)
                continue
            if isinstance(line, tuple):
                yield from self._stretch(*line)
                continue
            item = self._refusal(line) if isinstance(line, Refused) else self._row(line)
            if isinstance(item, Refusal):
                yield item
                continue
            if self._in_bulk:
                self._in_columns.note(item.claims)
            if held is not None:
                yield held
            held = item
        if held is not None:
            yield Row(held.place, (*held.claims, *self._mapper.totals()))

    def _stretch(self, plain: Plain, prepared: Prepared) -> Iterator[Item]:
        told = self._in_columns.told(prepared)

        def rows(chosen: pl.Series) -> Iterator[Item]:
            lines = plain.text.decode().split("\n")
            for at in chosen.arg_true():
                cells: Cells = list(lines[at].split(UNIT))
                # Like a blank line: no row.
                if any(cells):
                    number = plain.numbers[at] if plain.numbers else plain.first + at
                    yield self._row(Line(number, cells))

        if told.block is not None:
            again = partial(rows, told.rows)
            yield Bulk(self.document.id, told.rows.arg_true().len(), told.block, told.claims, again)
        if not told.rows.all():
            yield from rows(~told.rows)

    def _events(self) -> Iterator[Head | Line | tuple[Plain, Prepared] | Refused]:
        # A stretch is prepared while the one before is told.
        for frame in ahead(self._frames()) if self._in_bulk else self._frames():
            if isinstance(frame, Lines):
                yield from frame.rows
            else:
                yield frame

    def _frames(self) -> Iterator[Head | Lines | tuple[Plain, Prepared] | Refused]:
        mapping = self.mapping
        for frame in read(
            self.path,
            self.limits,
            sheet=mapping.sheet,
            delimiter="," if self._is_correction else mapping.delimiter,
            header=1 if self._is_correction else mapping.header,
            in_bulk=self._in_bulk,
        ):
            if isinstance(frame, Head):
                # Rows before it may still be told while those behind it are prepared.
                self._in_columns.bind(frame.columns)
                yield frame
            elif isinstance(frame, Plain):
                yield frame, self._in_columns.prepared(frame.text)
            else:
                yield frame

    def _bind(self, head: Head) -> None:
        self.facts = head.facts
        self._columns = head.columns
        known = self.mapping.columns().union(OWN_COLUMNS)
        self.unmapped = tuple(c for c in head.columns if c not in known)
        if head.is_sparse:
            self.absent = tuple(sorted(self.mapping.used() - set(head.columns)))
        else:
            check_columns(self.mapping, head.columns, str(self.path))
        self._mapper.bind(head.columns)

    def _row(self, line: Line) -> Row | Refusal:
        cells = line.cells
        if self._is_correction:
            cells = [None if c is None else unshield(c) for c in cells]
        try:
            claims = self._mapper.claims(cells)
        except CellError as error:
            found = (n for n, name in enumerate(self._columns, 1) if name in error.columns)
            return self._refused(line.number, next(found, None), str(error), line.cells)
        except LacakError as error:
            return self._refused(line.number, None, str(error), line.cells)
        if not claims:
            keys = ", ".join(dict.fromkeys(c for e in self.mapping.entities for c in e.key))
            reason = f"no key is complete ({keys}). Fill its columns, or remove the row."
            return self._refused(line.number, None, reason, line.cells)
        place = Place(str(self.path), line.number)
        for column, cell in zip(self._columns, cells, strict=False):
            if cell and not cell.isascii():
                self._flag(place, column, suspicion(cell))
        self._flag_ahead(place, claims, cells)
        for column, entity in self._mapper.unsaid.items():
            keys = ", ".join(entity.key)
            self._flag(place, column, _UNSAID.format(entity=entity.name, keys=keys))
        return Row(place, claims)

    def _refusal(self, line: Refused) -> Refusal:
        return self._refused(line.number, line.column, line.reason, line.cells)

    def _refused(self, number: int, column: int | None, reason: str, cells: Cells) -> Refusal:
        if self.quarantine is not None:
            self.quarantine.add(self._columns, cells, number, reason)
        raw = " | ".join(cell or "" for cell in cells)[:_SHOWN]
        return Refusal(Place(str(self.path), number, column), reason, raw)

    def _flag_ahead(self, place: Place, claims: Sequence[Claim], cells: Cells) -> None:
        """Point out what is said to have happened on a day to come: mostly a mistyped year."""
        for claim in claims:
            if claim.property == HAPPENED and lies_ahead(claim.value):
                told = claim.original or claim.value
                found = (c for c, cell in zip(self._columns, cells, strict=False) if cell == told)
                self._flag(place, next(found, HAPPENED), f"a day in the future ({claim.value})")

    def _flag(self, place: Place, column: str, reason: str | None) -> None:
        if reason is not None and len(self.flags) < _MOST_FLAGS:
            self.flags.append(Flag(place, column, reason))

    @property
    def columns(self) -> Sequence[str]:
        """The columns of the table, once its head was read."""
        return self._columns


def _scan(path: Path) -> tuple[str, int]:
    """Return the hash of a file and the number of its line feeds."""
    digest = hashlib.sha256()
    lines = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                lines += chunk.count(b"\n")
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    return digest.hexdigest(), lines
