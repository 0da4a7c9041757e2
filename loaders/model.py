"""What a source hands to the runner: documents, rows with their claims, and refusals.

A row is the unit that a person recognises in the input: a table row, an article, one value
of a record. Every row ends in exactly one of three ways: accepted, duplicate, refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from graph.ledger.blocks import Block
from ontology.claim import Claim, Document


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something stands; lines and columns count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of input and the claims it makes; none if it repeats an earlier row."""

    place: Place
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row of input that was refused: where, why and what to do, and the row itself."""

    place: Place
    reason: str
    raw: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass(frozen=True, slots=True, eq=False)
class Bulk:
    """Many rows at once, each of which claims what no row before it does.

    Attributes:
        document: Id of the document that they cite.
        count: Number of rows.
        block: Claims that only one row makes.
        claims: Claims that several rows make, each once.
        rows: The same rows one by one, for a ledger that may know some of them.
    """

    document: str
    count: int
    block: Block
    claims: tuple[Claim, ...]
    rows: Callable[[], Iterator[Item]]


Item = Document | Row | Refusal | Bulk
"""What a source yields; a document comes before the rows that cite it."""


class Source(Protocol):
    """One dataset that can be read into items."""

    @property
    def name(self) -> str:
        """Name of the dataset."""

    def items(self) -> Iterator[Item]:
        """Yield documents, rows, and refusals, in the order of the input."""

    def size(self) -> int | None:
        """Return the number of rows if it is known beforehand, for progress bars."""


@dataclass(slots=True)
class LoadReport:
    """What became of every row: ``rows == accepted + duplicates + quarantined``.

    Attributes:
        dataset: Name of the dataset.
        documents: Documents that are new in the ledger.
        rows: Rows read.
        accepted: Rows with at least one claim that is new.
        duplicates: Rows whose every claim was in the ledger already.
        quarantined: Rows refused, each with its reason in ``refusals``.
        claims: Claims that are new in the ledger.
        refusals: The refusals, in order of the input.
        markings: How far the claims read may be shared; notations of ``markings``.
    """

    dataset: str
    documents: int = 0
    rows: int = 0
    accepted: int = 0
    duplicates: int = 0
    quarantined: int = 0
    claims: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    markings: set[str] = field(default_factory=set)

    def reasons(self) -> Counter[str]:
        """Return how many rows were refused for each reason."""
        return Counter(refusal.reason for refusal in self.refusals)
