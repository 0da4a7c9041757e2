"""A claim: one source's assertion of one property of one entity.

Owns what a claim and a document are, and how a claim gets its id. Refuses claims without
a document and a place in it: nothing enters the graph without provenance.
"""

from __future__ import annotations

import builtins
import hashlib
import re
from collections.abc import Callable
from functools import partial

import msgspec

from ontology import edtf, types
from ontology.errors import ClaimError, ExcerptError
from ontology.model import Ontology

TYPE = "type"
"""The property by which a claim says what class an entity belongs to (``rdf:type``)."""

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*:[A-Za-z0-9][A-Za-z0-9._-]*")
"""Shape of every entity and document id: a short prefix, a colon, a key. Safe in an IRI."""

BASE = "https://w3id.org/lacak/id/"


def iri_of(entity_id: str) -> str:
    """Return the IRI under which an id is published.

    >>> iri_of("org:kp2mi")
    'https://w3id.org/lacak/id/org:kp2mi'
    """
    return BASE + entity_id


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A source that makes claims.

    Attributes:
        id: Entity id of the document; documents are nodes too.
        cls: Name of a class below ``Document``.
        dataset: Name of the dataset (or case) that it was loaded into.
        title: Title as published.
        publisher: Name of the publisher, if known.
        published: EDTF date of publication, if known.
        url: Address, if any.
        language: ISO 639-1 code.
        reliability: Source reliability ``A``-``F`` (notation of ``reliabilities``).
        origin: Key shared by reposts of one release; the id where nothing is known. Support
            counts origins, not documents.
        sha256: Hash of the bytes as read, when the text was at hand.
        text: The text as read, when it may be kept; excerpts are offsets into it.
    """

    id: str
    cls: str
    dataset: str
    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "id"
    reliability: str = "F"
    origin: str | None = None
    sha256: str | None = None
    text: str | None = None

    @property
    def origin_key(self) -> str:
        """Key by which independent origins are counted."""
        return self.origin or self.id


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One source's assertion of one property of one entity.

    Attributes:
        subject: Entity id.
        property: Property name, or :data:`TYPE`.
        value: Canonical literal, concept notation, entity id, or class name.
        document: Id of the document that makes the claim.
        start, end: Excerpt in Unicode code points of the document's text, end exclusive.
        quote: The excerpt itself.
        locator: Where in the document, when its text is not at hand (``"par. 3"``).
        attributed_to: Entity ids of who says so, nearest the document first.
        modality: Notation of ``modalities``.
        credibility: Information credibility 1-6 (notation of ``credibilities``).
        confidence: How sure the method is that the source says this, 0-1.
        valid: EDTF date or interval in which it held, if stated.
        asserted: EDTF date on which the source said so; the publication date by default.
        original: The value as printed, when the canonical value differs.
        method: ``name@version`` of what produced the claim.
        marking: Notation of ``markings``.
        is_draft: Waits for review; never projected until accepted.
    """

    subject: str
    property: str
    value: str
    document: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    locator: str | None = None
    attributed_to: tuple[str, ...] = ()
    modality: str = "stated"
    credibility: int = 2
    confidence: float = 1.0
    valid: str | None = None
    asserted: str | None = None
    original: str | None = None
    method: str = "manual@1"
    marking: str = "clear"
    is_draft: bool = False

    # The field of that name hides the builtin in this class.
    @builtins.property
    def id(self) -> str:
        """Hash of what is claimed, where, and by whom; 32 hexadecimal digits.

        Version of the method, confidence and grading are left out: a better loader that
        finds the same assertion at the same place makes the same claim.
        """
        content = "\x1f".join(
            (
                self.subject,
                self.property,
                self.value,
                self.document,
                "" if self.start is None else str(self.start),
                "" if self.end is None else str(self.end),
                self.locator or "",
                "\x1e".join(self.attributed_to),
                self.modality,
                self.valid or "",
                self.method.partition("@")[0],
            )
        )
        return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


def check(claim: Claim, ontology: Ontology, subject_class: str | None = None) -> Claim:
    """Return the claim with its value in canonical form.

    Args:
        claim: What a loader wants to say.
        ontology: Where its terms are looked up.
        subject_class: Class of the subject if known; the property must belong to it.

    Raises:
        ClaimError: The claim has no place in a document, a malformed id, or a property
            that entities of the class do not have.
        UnknownTermError: A class, property, concept or modality does not exist.
        ValueTypeError: The value does not fit the property.
    """
    return Checker(ontology).check(claim, subject_class)


class Checker:
    """Checks many claims as :func:`check` does; what they share is looked up once.

    Args:
        ontology: Where terms are looked up.
    """

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._grades: set[tuple[str, str, int]] = set()
        self._documents: set[str] = set()
        self._readers: dict[tuple[str, str | None], Callable[[str], str]] = {}

    def check(self, claim: Claim, subject_class: str | None = None) -> Claim:
        """Return the claim with its value in canonical form; see :func:`check`."""
        _check_place(claim)
        self._check_ids(claim)
        grades = (claim.modality, claim.marking, claim.credibility)
        if grades not in self._grades:
            self._check_grades(*grades)
        if not 0 <= claim.confidence <= 1:
            raise ClaimError(f"confidence must lie in 0-1, got {claim.confidence}.")
        for when in (claim.valid, claim.asserted):
            if when is not None:
                edtf.check(when)
        read = self._readers.get((claim.property, subject_class))
        if read is None:
            read = self._reader(claim, subject_class)
        value = read(claim.value)
        return claim if value == claim.value else msgspec.structs.replace(claim, value=value)

    def _check_ids(self, claim: Claim) -> None:
        if claim.document not in self._documents:
            _check_id(claim.document)
            self._documents.add(claim.document)
        _check_id(claim.subject)
        for entity_id in claim.attributed_to:
            _check_id(entity_id)

    def _check_grades(self, modality: str, marking: str, credibility: int) -> None:
        self.ontology.scheme("modalities").concept(modality)
        self.ontology.scheme("markings").concept(marking)
        self.ontology.scheme("credibilities").concept(str(credibility))
        self._grades.add((modality, marking, credibility))

    def _reader(self, claim: Claim, subject_class: str | None) -> Callable[[str], str]:
        """Return what makes values of the claim's property canonical, and remember it."""
        read = self._class if claim.property == TYPE else self._of_property(claim, subject_class)
        self._readers[claim.property, subject_class] = read
        return read

    def _class(self, name: str) -> str:
        cls = self.ontology.cls(name)
        if cls.is_abstract:
            raise ClaimError(
                f"Class {cls.name} is abstract; use one of "
                f"{', '.join(n for n in self.ontology.descendants(cls.name)[1:6])}."
            )
        return cls.name

    def _of_property(self, claim: Claim, subject_class: str | None) -> Callable[[str], str]:
        prop = self.ontology.property(claim.property)
        if prop.is_derived:
            raise ClaimError(f"{claim.subject}: {prop.name} is computed, no source can claim it.")
        if subject_class is not None and not self.ontology.is_a(subject_class, prop.domain):
            raise ClaimError(
                f"{claim.subject}: property {prop.name} belongs to {prop.domain}, "
                f"not to {subject_class}. See `lacak schema {subject_class}`."
            )
        if prop.is_entity:
            return partial(_reference, prop.name)
        if prop.scheme is not None:
            scheme = self.ontology.scheme(prop.scheme)
            return lambda text: scheme.concept(text).notation
        return types.TYPES[prop.value_type]


def _reference(name: str, value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise ClaimError(f"{name}: {value!r} is not an entity id.")
    return value


def _check_id(entity_id: str) -> None:
    if not ID_PATTERN.fullmatch(entity_id):
        raise ClaimError(
            f"{entity_id!r} is not an id. Write prefix:key with letters, digits, '.', '_', '-'."
        )


def _check_place(claim: Claim) -> None:
    if claim.quote is None and claim.locator is None:
        raise ExcerptError(
            f"The claim {claim.subject} {claim.property} names neither a quote nor a locator. "
            "Say where in the document it stands."
        )
    if (claim.start is None) != (claim.end is None):
        raise ExcerptError(f"{claim.subject} {claim.property}: give both start and end, or none.")
    if claim.start is None or claim.end is None or claim.quote is None:
        return
    if claim.start < 0 or claim.end - claim.start != len(claim.quote):
        raise ExcerptError(
            f"{claim.subject} {claim.property}: the quote has {len(claim.quote)} code points, "
            f"its offsets {claim.start}-{claim.end} say {claim.end - claim.start}."
        )


def check_excerpt(claim: Claim, document: Document) -> None:
    """Make sure that the quote stands in the document's text at its offsets.

    Raises:
        ExcerptError: It does not.
    """
    if document.text is None or claim.start is None or claim.end is None:
        return
    found = document.text[claim.start : claim.end]
    if found != claim.quote:
        raise ExcerptError(
            f"{claim.subject} {claim.property}: at {claim.start}-{claim.end} of {document.id} "
            f"stands {found!r}, not {claim.quote!r}. Offsets count Unicode code points."
        )
