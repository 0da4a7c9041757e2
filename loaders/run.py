"""The only writer: takes what a source yields, checks it, and appends it to the ledger.

Owns the row equation (rows = accepted + duplicates + quarantined). A crash loses nothing:
running the same source again completes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from graph.batches import batches
from graph.ledger.ledger import Ledger
from loaders.model import Item, LoadReport, Refusal, Row, Source
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
    report = LoadReport(source.name)
    for batch in batches(_checked(source.items(), ledger), BATCH):
        documents = [with_origin(ledger, item) for item in batch if isinstance(item, Document)]
        refusals = [item for item in batch if isinstance(item, Refusal)]
        report.documents += ledger.add_documents(documents)
        report.quarantined += len(refusals)
        report.refusals += refusals
        _append([item for item in batch if isinstance(item, Row)], ledger, report)
        done = sum(not isinstance(item, Document) for item in batch)
        report.rows += done
        if progress is not None:
            progress(done)
    return report


def _checked(items: Iterator[Item], ledger: Ledger) -> Iterator[Item]:
    check = Checker(ledger.ontology).check
    for item in items:
        if not isinstance(item, Row):
            yield item
            continue
        try:
            claims = tuple(map(check, item.claims))
        except LacakError as error:
            yield Refusal(item.place, str(error), _raw(item.claims))
        else:
            yield Row(item.place, claims)


def _raw(claims: tuple[Claim, ...]) -> str:
    return "; ".join(f"{c.subject} {c.property} {c.value}" for c in claims)


def _append(rows: list[Row], ledger: Ledger, report: LoadReport) -> None:
    is_new = iter(ledger.add_each([claim for row in rows for claim in row.claims]))
    for row in rows:
        new = sum(islice(is_new, len(row.claims)))
        report.claims += new
        if new:
            report.accepted += 1
        else:
            report.duplicates += 1
