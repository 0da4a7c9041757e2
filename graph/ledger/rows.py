"""Between ledger rows and the structs of ``ontology.claim``; no SQL is issued here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy import RowMapping

from graph.errors import DocumentConflictError
from ontology.claim import TYPE, Claim, Document
from ontology.model import Ontology

DecisionKind = Literal["same", "different", "unsure", "accept", "reject", "undo"]

_SEPARATOR = "\n"
_DOCUMENT_FIELDS = Document.__struct_fields__

CLAIM_COLUMNS = (
    "id",
    "subject",
    "property",
    "value",
    "is_entity",
    "document",
    "start",
    "end",
    "quote",
    "locator",
    "attributed_to",
    "modality",
    "credibility",
    "confidence",
    "valid",
    "asserted",
    "original",
    "method",
    "marking",
    "is_draft",
    "recorded",
)
"""Columns of a claim, in the order in which :func:`claim_row` gives their values."""

Values = tuple[str | int | float | bool | bytes | None, ...]
"""Values of one row, in order of its table's columns without ``seq``."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One human or rule-based decision; later ones win, none is ever removed.

    Attributes:
        id: Hash of the content and the time; the handle for undoing it.
        kind: ``same``/``different``/``unsure`` about two entities (``left``, ``right``),
            ``accept``/``reject`` about a draft claim (``left``), ``undo`` of a decision (``left``).
        who: Who decided.
        why: The reason given.
        recorded: UTC time in ISO 8601.
    """

    id: str
    kind: DecisionKind
    left: str
    right: str
    who: str
    why: str
    recorded: str


class Stored(msgspec.Struct, frozen=True):
    """A claim as the ledger holds it, with its id and the time it was recorded."""

    id: str
    claim: Claim
    recorded: str


def claim_row(claim: Claim, claim_id: str, ontology: Ontology, recorded: str) -> Values:
    """Return the row that holds a claim, in order of :data:`CLAIM_COLUMNS`."""
    is_entity = claim.property != TYPE and ontology.property(claim.property).is_entity
    # Spelled out: a load makes millions of these, and looking fields up by name is slow.
    return (
        claim_id,
        claim.subject,
        claim.property,
        claim.value,
        is_entity,
        claim.document,
        claim.start,
        claim.end,
        claim.quote,
        claim.locator,
        _SEPARATOR.join(claim.attributed_to),
        claim.modality,
        claim.credibility,
        claim.confidence,
        claim.valid,
        claim.asserted,
        claim.original,
        claim.method,
        claim.marking,
        claim.is_draft,
        recorded,
    )


def stored_of(row: Sequence[Any]) -> Stored:  # a driver's row has no types
    """Return the claim that a row in order of :data:`CLAIM_COLUMNS` holds."""
    chain = row[10]
    claim = Claim(
        subject=row[1],
        property=row[2],
        value=row[3],
        document=row[5],
        start=row[6],
        end=row[7],
        quote=row[8],
        locator=row[9],
        attributed_to=tuple(chain.split(_SEPARATOR)) if chain else (),
        modality=row[11],
        credibility=row[12],
        confidence=row[13],
        valid=row[14],
        asserted=row[15],
        original=row[16],
        method=row[17],
        marking=row[18],
        # SQLite keeps truth as 0 and 1.
        is_draft=bool(row[19]),
    )
    return Stored(row[0], claim, row[20])


def document_row(document: Document, recorded: str) -> Values:
    """Return the row that holds a document, in order of its table's columns."""
    return (*(getattr(document, name) for name in _DOCUMENT_FIELDS), recorded)


def document_of(row: Mapping[str, object] | RowMapping) -> Document:
    """Return the document that a row holds."""
    return msgspec.convert({name: row[name] for name in _DOCUMENT_FIELDS}, Document)


def same_document(rows: Sequence[Document]) -> None:
    """Make sure that documents of one id agree.

    Raises:
        DocumentConflictError: Two documents share an id and differ in a field; it is named.
    """
    first, *others = rows
    for other in others:
        for name in _DOCUMENT_FIELDS:
            if getattr(first, name) != getattr(other, name):
                raise DocumentConflictError(
                    f"The document {first.id} is in the ledger with {name} = "
                    f"{_short(getattr(first, name))}, and now comes with "
                    f"{_short(getattr(other, name))}. Load it with the "
                    "same particulars, or, in a record or mapping, under an id of its own."
                )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
