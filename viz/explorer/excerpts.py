"""The text of a document with the excerpts highlighted that claims rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from graph.ledger.rows import Stored
from graph.snapshots import Snapshot
from ontology.claim import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``claims`` are the ids of those that rest on it, empty for none."""

    text: str
    claims: tuple[str, ...] = ()


def pieces(document: Document, snapshot: Snapshot) -> tuple[Piece, ...]:
    """Return the text of a document cut where excerpts begin and end; empty without text."""
    if document.text is None:
        return ()
    links = snapshot.relationships_of(document.id)
    found = [r.properties.get("claims") for r in links if r.target == document.id]
    ids = {str(c) for listed in found if isinstance(listed, list) for c in listed}
    claims = [s for s in snapshot.claims(sorted(ids)) if s.claim.document == document.id]
    return cut(document.text, claims)


def cut(text: str, claims: Iterable[Stored]) -> tuple[Piece, ...]:
    """Return text cut at the ends of excerpts; offsets are Unicode code points.

    Excerpts that lie over each other make pieces with the claims of both; one that does not
    fit the text is left out.
    """
    spans = []
    for stored in claims:
        start, end = stored.claim.start, stored.claim.end
        if start is not None and end is not None and 0 <= start < end <= len(text):
            spans.append((start, end, stored.id))
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    found = []
    for start, end in pairwise(edges):
        over = sorted(i for s, e, i in spans if s <= start and end <= e)
        found.append(Piece(text[start:end], tuple(over)))
    return tuple(found)
