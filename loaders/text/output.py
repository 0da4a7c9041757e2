"""Extractions as plain data for JSON, and as claims for the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.text.draft import DraftClaim, Entity, Extraction
from ontology.claim import TYPE, Claim


def to_data(found: Extraction) -> dict[str, object]:
    """Return the output contract of ``lacak extract --format json``.

    Keys: ``document``, ``mentions``, ``entities``, ``claims``, ``refused``; offsets in Unicode
    code points, end exclusive.
    """
    meta = found.document
    return {
        "document": {
            "id": found.document_id, "class": meta.cls, "title": meta.title, "url": meta.url,
            "publisher": meta.publisher, "published": meta.published,
        },
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "class": m.cls, "entity": m.entity}
            for m in found.mentions
        ],
        "entities": [
            {"id": e.id, "class": e.cls, "caption": e.caption, "names": list(e.names)}
            for e in found.entities
        ],
        "claims": [_claim_data(claim) for claim in found.claims],
        "refused": [
            {"start": r.start, "end": r.end, "quote": r.quote, "reason": r.reason}
            for r in found.refused
        ],
    }  # fmt: skip


def _claim_data(claim: DraftClaim) -> dict[str, object]:
    return {
        "subject": claim.subject, "property": claim.property,
        ("object" if claim.is_object else "value"): claim.value,
        "modality": claim.modality, "attributedTo": list(claim.attributed_to),
        "confidence": claim.confidence, "start": claim.start, "end": claim.end,
        "quote": claim.quote,
    }  # fmt: skip


def to_claims(found: Extraction, method: str = "text@1", text: str = "") -> Iterator[Claim]:
    """Yield draft claims for the ledger: what class each entity is, then what is said of it.

    Args:
        found: A checked extraction.
        method: Name and version of what made it.
        text: The document; quotes of class claims are taken from it.
    """
    for entity in found.entities:
        yield _type_claim(found, entity, method, text)
    for claim in found.claims:
        yield Claim(
            subject=claim.subject, property=claim.property, value=claim.value,
            document=found.document_id, start=claim.start, end=claim.end, quote=claim.quote,
            attributed_to=claim.attributed_to, modality=claim.modality,
            confidence=claim.confidence, asserted=found.document.published,
            original=claim.original, method=method, is_draft=True,
        )  # fmt: skip


def _type_claim(found: Extraction, entity: Entity, method: str, text: str) -> Claim:
    quote = text[entity.start : entity.end]
    place = (entity.start, entity.end, quote) if quote else (None, None, None)
    return Claim(
        subject=entity.id, property=TYPE, value=entity.cls, document=found.document_id,
        start=place[0], end=place[1], quote=place[2],
        locator=None if quote else "dokumen", asserted=found.document.published,
        confidence=0.9, method=method, is_draft=True,
    )  # fmt: skip
