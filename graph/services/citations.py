"""Where a fact comes from: the claim, its document, who said it, and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.ledger.rows import Stored
from graph.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Citation:
    """One claim, ready to be read by a person.

    Attributes:
        claim: Claim id.
        document: Document id.
        title, publisher, published, url: Of the document, as far as known.
        locator: Where in the document, if its text is not at hand.
        quote, start, end: The excerpt, if it is; code points.
        said_by: Captions of who says so, nearest the document first; a name after another
            means that the first one reports the second.
        modality: Notation of ``modalities``.
        reliability: Grade of the source, A-F.
        credibility: Grade of the information, 1-6.
        origin: Key of the independent origin that the document belongs to.
        original: The value as printed, if it was normalised.
    """

    claim: str
    document: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    locator: str | None
    quote: str | None
    start: int | None
    end: int | None
    said_by: tuple[str, ...]
    modality: str
    reliability: str
    credibility: int
    origin: str
    original: str | None


def cite(snapshot: Snapshot, claims: Iterable[Stored]) -> dict[str, Citation]:
    """Return the citation of every claim, by claim id, in order of publication and id."""
    listed = list(claims)
    documents = {d.id: d for d in snapshot.documents([s.claim.document for s in listed])}
    speakers = {p for s in listed for p in s.claim.attributed_to}
    captions = captions_of(snapshot, speakers)
    found = []
    for stored in listed:
        claim = stored.claim
        document = documents.get(claim.document)
        if document is None:
            continue
        found.append(
            Citation(
                claim=stored.id,
                document=document.id,
                title=document.title,
                publisher=document.publisher,
                published=document.published,
                url=document.url,
                locator=claim.locator,
                quote=claim.quote,
                start=claim.start,
                end=claim.end,
                said_by=tuple(captions.get(p, p) for p in claim.attributed_to),
                modality=claim.modality,
                reliability=document.reliability,
                credibility=claim.credibility,
                origin=document.origin_key,
                original=claim.original,
            )
        )
    found.sort(key=lambda c: (c.published or "9999", c.document, c.claim))
    return {c.claim: c for c in found}


def captions_of(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """Return captions by entity id, for those that exist.

    A record that was merged into another is found under the other's id by the projection;
    here its own id is looked up among the ``records`` of nodes only where it is canonical.
    """
    return {n.id: str(n.properties.get("caption", n.id)) for n in snapshot.nodes(list(ids))}
