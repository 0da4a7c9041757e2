"""The only writer: takes what a source yields, checks it, and appends it to the ledger.

Owns the row equation (rows = accepted + duplicates + quarantined). A crash loses nothing:
running the same source again completes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import groupby, islice

import polars as pl

from graph.batches import batches
from graph.ledger.blocks import Shape
from graph.ledger.ledger import Ledger
from loaders.model import Bulk, Item, LoadReport, Refusal, Row, Source
from loaders.reposts import with_origin
from ontology.claim import Checker, Claim, Document
from ontology.errors import LacakError

Progress = Callable[[int], None]
"""Called with the number of rows done since the last call."""

BATCH = 2_000
"""Rows handed to the ledger at once; its own transactions bound what a crash repeats."""


def run(source: Source, ledger: Ledger, progress: Progress | None = None) -> LoadReport:
    """Load a source into a ledger.

    Args:
        source: Where documents, rows, and refusals come from.
        ledger: Where they go.
        progress: Told how many rows are done.

    Raises:
        LedgerError: The ledger cannot be written, or a document contradicts one of its id.
        LoadError: The input cannot be read at all.
    """
    with ThreadPoolExecutor(1) as appender:
        loading = _Loading(ledger, LoadReport(source.name), progress or (lambda _: None), appender)
        # Items are drawn as they come: a stretch of rows ends a batch.
        for bulk, items in groupby(source.items(), key=_bulk):
            if bulk is None:
                loading.each(items)
            else:
                loading.bulk(bulk)
        return loading.finished()


def _bulk(item: Item) -> Bulk | None:
    return item if isinstance(item, Bulk) else None


class _Loading:
    """Appends the items of one source and counts what became of them.

    Stretches are appended by a thread of their own while the next one is read; nothing else
    is appended meanwhile.
    """

    def __init__(
        self, ledger: Ledger, report: LoadReport, progress: Progress, appender: Executor
    ) -> None:
        self._report = report
        self._ledger = ledger
        self._progress = progress
        self._appender = appender
        self._waiting: Future[int] | None = None
        self._check = Checker(ledger.ontology).check
        self._fresh: set[str] = set()
        self._shapes: list[Shape] = []
        # Of documents that the ledger knew: whom they had told of, as hashes.
        self._told: dict[str, pl.Series] = {}

    def finished(self) -> LoadReport:
        """Return the report once everything is in the ledger."""
        if self._waiting is not None:
            self._report.claims += self._waiting.result()
            self._waiting = None
        return self._report

    def bulk(self, bulk: Bulk) -> None:
        """Append many rows at once; one by one where the ledger may know some of them."""
        self.finished()
        if bulk.document in self._fresh:
            self._append(bulk, list(map(self._check, bulk.claims)))
        elif self._ledger.has_block(bulk.block.id):
            self._report.duplicates += bulk.count
        elif self._is_new(bulk):
            # A load that was cut short may have told of what rows share.
            self._report.claims += sum(self._ledger.add_each(list(map(self._check, bulk.claims))))
            self._append(bulk, [])
        else:
            self.each(bulk.rows())
            return
        self._done(bulk.count)

    def _append(self, bulk: Bulk, claims: Sequence[Claim]) -> None:
        if bulk.block.shape not in self._shapes:
            # What its rows do not share was checked cell by cell.
            self._shapes.append(bulk.block.shape)
            for claim in bulk.block.examples():
                self._report.markings.add(self._check(claim).marking)
        self._waiting = self._appender.submit(self._ledger.add_block, bulk.block, claims)
        self._report.accepted += bulk.count

    def _is_new(self, bulk: Bulk) -> bool:
        """Tell whether the document told of none of a stretch before it was loaded this time.

        What this load tells of row by row, its stretches leave out anyway.
        """
        if bulk.document not in self._told:
            self._told[bulk.document] = self._ledger.told_of(bulk.document)
        known = self._told[bulk.document].implode()
        return not bulk.block.subjects().drop_nulls().hash().is_in(known).any()

    def each(self, items: Iterable[Item]) -> None:
        """Append items in batches."""
        for batch in batches(self._checked(items), BATCH):
            self.finished()
            self._documents([item for item in batch if isinstance(item, Document)])
            refusals = [item for item in batch if isinstance(item, Refusal)]
            self._report.quarantined += len(refusals)
            self._report.refusals += refusals
            self._rows([item for item in batch if isinstance(item, Row)])
            self._done(sum(not isinstance(item, Document) for item in batch))

    def _done(self, rows: int) -> None:
        self._report.rows += rows
        self._progress(rows)

    def _documents(self, documents: list[Document]) -> None:
        added = self._ledger.add_documents([with_origin(self._ledger, d) for d in documents])
        self._report.documents += added
        if added == len(documents):
            self._fresh.update(document.id for document in documents)

    def _checked(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if not isinstance(item, Row):
                yield item
                continue
            try:
                claims = tuple(map(self._check, item.claims))
            except LacakError as error:
                yield Refusal(item.place, str(error), _raw(item.claims))
            else:
                yield Row(item.place, claims)

    def _rows(self, rows: list[Row]) -> None:
        is_new = iter(self._ledger.add_each([claim for row in rows for claim in row.claims]))
        for row in rows:
            self._report.markings.update(claim.marking for claim in row.claims)
            new = sum(islice(is_new, len(row.claims)))
            self._report.claims += new
            if new:
                self._report.accepted += 1
            else:
                self._report.duplicates += 1


def _raw(claims: tuple[Claim, ...]) -> str:
    return "; ".join(f"{c.subject} {c.property} {c.value}" for c in claims)
