"""Between ledger rows and the structs of ``ontology.claim``; no SQL is issued here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
from sqlalchemy import RowMapping

from graph.errors import LedgerError
from ontology.claim import TYPE, Claim, Document
from ontology.model import Ontology

DecisionKind = Literal["same", "different", "unsure", "accept", "reject", "undo"]

_SEPARATOR = "\n"
_CLAIM_FIELDS = tuple(f for f in Claim.__struct_fields__ if f != "attributed_to")
_DOCUMENT_FIELDS = Document.__struct_fields__


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


@dataclass(frozen=True, slots=True)
class Stored:
    """A claim as the ledger holds it, with its id and the time it was recorded."""

    id: str
    claim: Claim
    recorded: str


def claim_row(claim: Claim, ontology: Ontology, recorded: str) -> dict[str, object]:
    """Return the row that holds a claim."""
    row: dict[str, object] = {name: getattr(claim, name) for name in _CLAIM_FIELDS}
    row["id"] = claim.id
    row["attributed_to"] = _SEPARATOR.join(claim.attributed_to)
    row["is_entity"] = claim.property != TYPE and ontology.property(claim.property).is_entity
    row["recorded"] = recorded
    return row


def claim_of(row: RowMapping) -> Claim:
    """Return the claim that a row holds."""
    chain = row["attributed_to"]
    values = {name: row[name] for name in _CLAIM_FIELDS}
    return Claim(attributed_to=tuple(chain.split(_SEPARATOR)) if chain else (), **values)


def document_row(document: Document, recorded: str) -> dict[str, object]:
    """Return the row that holds a document."""
    return {**msgspec.structs.asdict(document), "recorded": recorded}


def document_of(row: Mapping[str, object] | RowMapping) -> Document:
    """Return the document that a row holds."""
    return msgspec.convert({name: row[name] for name in _DOCUMENT_FIELDS}, Document)


def same_document(rows: Sequence[Document]) -> None:
    """Make sure that documents of one id agree.

    Raises:
        LedgerError: Two documents share an id and differ in a field; it is named.
    """
    first, *others = rows
    for other in others:
        for name in _DOCUMENT_FIELDS:
            if getattr(first, name) != getattr(other, name):
                raise LedgerError(
                    f"The document {first.id} is in the ledger with {name} = "
                    f"{_short(getattr(first, name))}, and now comes with "
                    f"{_short(getattr(other, name))}. Give the new one an id of its own."
                )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
