"""Claims and documents as RDF: PROV for who says so, Web Annotation for where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from graph.export.mapping import Triple
from graph.export.terms import CLAIM, DCTERMS, EDTF, OA, PROV, RDF, TYPE, XSD, iri, literal
from graph.ledger.rows import Stored
from ontology.claim import Claim, Document, iri_of
from ontology.model import Ontology
from ontology.reading import META

ASSERTED = frozenset({"stated", "quoted", "reported"})
"""Modalities by which a document asserts something itself."""

_CLAIM = iri(META + "Claim")
_GRADES = (("modality", "modalities"), ("credibility", "credibilities"), ("marking", "markings"))


def is_asserted(claim: Claim) -> bool:
    """Tell whether a document asserts the claim's statement itself.

    What is only hoped for, demanded, alleged or denied is never put down as a statement; it
    stands in the claim alone.
    """
    return claim.modality in ASSERTED


def claim_statements(stored: Stored, stated: Triple, ontology: Ontology) -> Iterator[Triple]:
    """Yield a claim with what it states, its grading, its place, and who says so.

    Args:
        stored: The claim.
        stated: The statement it makes.
        ontology: Where the concepts of its grading are looked up.
    """
    claim = stored.claim
    subject = iri(CLAIM + stored.id)
    yield subject, TYPE, _CLAIM
    for name, term in zip(("subject", "predicate", "object"), stated, strict=True):
        yield subject, iri(RDF + name), term
    yield subject, iri(PROV + "hadPrimarySource"), iri(iri_of(claim.document))
    for name, scheme in _GRADES:
        concept = ontology.scheme(scheme).concept(str(getattr(claim, name)))
        yield subject, iri(META + name), iri(concept.iri)
    yield subject, iri(META + "confidence"), literal(float(claim.confidence), XSD + "decimal")
    yield subject, iri(META + "method"), literal(claim.method)
    yield subject, iri(PROV + "generatedAtTime"), literal(stored.recorded, XSD + "dateTime")
    for name, value, datatype in (
        ("heldAt", claim.valid, EDTF),
        ("assertedAt", claim.asserted, EDTF),
        ("original", claim.original, ""),
    ):
        if value is not None:
            yield subject, iri(META + name), literal(value, datatype)
    yield from _speakers(stored, subject)
    yield from _place(stored, subject)


def _speakers(stored: Stored, subject: str) -> Iterator[Triple]:
    for depth, speaker in enumerate(stored.claim.attributed_to, 1):
        node = iri(f"{CLAIM}{stored.id}#said-{depth}")
        agent = iri(iri_of(speaker))
        yield subject, iri(PROV + "wasAttributedTo"), agent
        yield subject, iri(PROV + "qualifiedAttribution"), node
        yield node, TYPE, iri(PROV + "Attribution")
        yield node, iri(PROV + "agent"), agent
        yield node, iri(META + "depth"), literal(depth, XSD + "integer")


def _place(stored: Stored, subject: str) -> Iterator[Triple]:
    claim = stored.claim
    target = iri(f"{CLAIM}{stored.id}#place")
    yield subject, iri(OA + "hasTarget"), target
    yield target, TYPE, iri(OA + "SpecificResource")
    yield target, iri(OA + "hasSource"), iri(iri_of(claim.document))
    if claim.locator is not None:
        yield target, iri(META + "locator"), literal(claim.locator)
    if claim.quote is not None:
        quote = iri(f"{CLAIM}{stored.id}#quote")
        yield target, iri(OA + "hasSelector"), quote
        yield quote, TYPE, iri(OA + "TextQuoteSelector")
        yield quote, iri(OA + "exact"), literal(claim.quote)
    if claim.start is not None and claim.end is not None:
        position = iri(f"{CLAIM}{stored.id}#position")
        yield target, iri(OA + "hasSelector"), position
        yield position, TYPE, iri(OA + "TextPositionSelector")
        yield position, iri(OA + "start"), literal(claim.start, XSD + "nonNegativeInteger")
        yield position, iri(OA + "end"), literal(claim.end, XSD + "nonNegativeInteger")


def document_statements(document: Document, ontology: Ontology) -> Iterator[Triple]:
    """Yield what is known of a document: enough to cite it, and to load it again.

    Its text stays where it is; the excerpts of its claims are exported.
    """
    subject = iri(iri_of(document.id))
    yield subject, iri(DCTERMS + "type"), iri(ontology.cls(document.cls).iri)
    yield subject, iri(META + "dataset"), literal(document.dataset)
    for name, value, datatype in (
        ("title", document.title, ""),
        ("publisher", document.publisher, ""),
        ("issued", document.published, EDTF),
        ("identifier", document.url, ""),
    ):
        if value is not None:
            yield subject, iri(DCTERMS + name), literal(value, datatype)
    yield subject, iri(DCTERMS + "bibliographicCitation"), literal(citation(document))
    yield subject, iri(DCTERMS + "language"), literal(document.language)
    grade = ontology.scheme("reliabilities").concept(document.reliability)
    yield subject, iri(META + "reliability"), iri(grade.iri)
    yield subject, iri(META + "originKey"), literal(document.origin_key)
    if document.sha256 is not None:
        yield subject, iri(META + "sha256"), literal(document.sha256)


def citation(document: Document) -> str:
    """Return publisher, title, date and address of a document, as far as known.

    >>> citation(Document(id="doc:a", cls="NewsArticle", dataset="x", title="Judul",
    ...     publisher="Antara", published="2025-08-06"))
    'Antara. Judul. 2025-08-06.'
    """
    parts = (document.publisher, document.title, document.published, document.url)
    return " ".join(
        f"{part.rstrip('.')}." if part != document.url else part for part in parts if part
    )
