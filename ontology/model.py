"""The frozen Python model of the ontology, read from the Turtle files beside this module.

Owns classes, properties, and vocabularies as data. Refuses to hold a second list of any
of them: whoever needs a label, colour, key, or relationship type asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from ontology.errors import UnknownTermError

Access = Literal["public", "restricted", "identity", "victim"]
Language = Literal["id", "en"]
Layer = Literal["reference", "enforcement", "suspect"]

ROOT = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Indonesian (``id``) and English (``en``)."""

    id: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of a vocabulary.

    Attributes:
        notation: What claims hold as value.
        reports: Notation of the term that this one says is known by report only, if any.
        expires: Whether it must not be taken to hold once no source has stated it for long.
    """

    iri: str
    notation: str
    label: Text
    definition: Text | None = None
    reports: str | None = None
    expires: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """A SKOS vocabulary.

    Attributes:
        concepts: By notation, in file order.
        by_report: By notation: what to call a term that is known by report only.
    """

    iri: str
    name: str
    label: Text
    concepts: Mapping[str, Concept]
    by_report: Mapping[str, str]

    def concept(self, notation: str) -> Concept:
        """Return a concept.

        Raises:
            UnknownTermError: The vocabulary has no such notation.
        """
        found = self.concepts.get(notation)
        if found is None:
            raise UnknownTermError(f"concept of {self.name}", notation, self.concepts)
        return found


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its RDF local name is the property name everywhere.

    Attributes:
        domain: Name of the class whose entities may have it (descendants too).
        value_type: A literal type of :mod:`ontology.types`, ``"concept"``, or ``"entity"``.
        range: Name of the class that values must belong to, for ``"entity"``.
        scheme: Name of the vocabulary that values come from, for ``"concept"``.
        is_single: At most one value is meant to hold at a time; several are a contradiction.
        relationship_type: Type under which a value is projected as a relationship, if any.
        access: The least sensitive level at which a role may see values.
        is_derived: Computed by the projection; no source may claim it.
        layer: Network that its relationships belong to.
    """

    name: str
    iri: str
    label: Text
    definition: Text
    domain: str
    value_type: str
    range: str | None
    scheme: str | None
    is_single: bool
    relationship_type: str | None
    access: Access
    is_derived: bool = False
    layer: Layer = "reference"

    @property
    def is_entity(self) -> bool:
        """Whether values are ids of entities."""
        return self.value_type == "entity"


@dataclass(frozen=True, slots=True)
class Class:
    """One class of entities.

    Attributes:
        parents: Names of direct superclasses.
        ancestors: Names from the class itself up to ``Entity``, nearest first.
        is_abstract: No entity is of this class directly.
        source: Property that names where the relationship starts, for relation classes.
        target: Property that names where it ends, for relation classes.
        relationship_type: Type of the relationship a relation class is projected as.
        layer: Network that the relationship belongs to.
        color: CSS colour for pictures.
        icon: One character for pictures and tables.
        establishes: For documents: they come from an authority, not from news.
        stale_after_days: For what expires: days since its last source; 0 for never.
    """

    name: str
    iri: str
    label: Text
    definition: Text
    parents: tuple[str, ...]
    ancestors: tuple[str, ...]
    is_abstract: bool
    access: Access
    color: str
    icon: str
    source: str | None = None
    target: str | None = None
    relationship_type: str | None = None
    layer: Layer | None = None
    establishes: bool = False
    stale_after_days: int = 0

    @property
    def is_relation(self) -> bool:
        """Whether entities of the class link two others and carry properties of the link."""
        return "Relation" in self.ancestors


@dataclass(frozen=True, slots=True)
class Alignment:
    """How one of our terms relates to a term of another vocabulary.

    Attributes:
        relation: Local name of the predicate: ``subClassOf``, ``subPropertyOf``,
            ``equivalentClass``, ``exactMatch``, ``closeMatch`` or ``broadMatch``.
        target: IRI of the other term.
    """

    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """All classes, properties, and vocabularies; immutable, read once per process.

    ``fingerprint`` is a hash of the Turtle files: another one means another model.
    ``alignments`` holds, by name of a class or property, its terms in other vocabularies;
    ``neighbours``, by IRI of a class of another vocabulary, the classes directly above it.
    """

    iri: str
    fingerprint: str
    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    schemes: Mapping[str, Scheme]
    alignments: Mapping[str, tuple[Alignment, ...]]
    neighbours: Mapping[str, tuple[str, ...]]
    _by_class: Mapping[str, tuple[Property, ...]] = field(repr=False)

    def cls(self, name: str) -> Class:
        """Return a class by name.

        Raises:
            UnknownTermError: There is none; the nearest names are suggested.
        """
        found = self.classes.get(name)
        if found is None:
            raise UnknownTermError("class", name, self.classes)
        return found

    def property(self, name: str) -> Property:
        """Return a property by name.

        Raises:
            UnknownTermError: There is none; the nearest names are suggested.
        """
        found = self.properties.get(name)
        if found is None:
            raise UnknownTermError("property", name, self.properties)
        return found

    def scheme(self, name: str) -> Scheme:
        """Return a vocabulary by name.

        Raises:
            UnknownTermError: There is none; the nearest names are suggested.
        """
        found = self.schemes.get(name)
        if found is None:
            raise UnknownTermError("scheme", name, self.schemes)
        return found

    def properties_of(self, class_name: str) -> tuple[Property, ...]:
        """Return the properties that entities of a class may have, own ones first."""
        self.cls(class_name)
        return self._by_class[class_name]

    def is_a(self, class_name: str, ancestor: str) -> bool:
        """Tell whether a class is another class or descends from it."""
        return ancestor in self.cls(class_name).ancestors

    def descendants(self, class_name: str) -> tuple[str, ...]:
        """Return the class and everything below it, in file order."""
        self.cls(class_name)
        return tuple(c.name for c in self.classes.values() if class_name in c.ancestors)

    def relation_of(self, property_name: str) -> Class | None:
        """Return the relation class whose source or target the property is, if it is one."""
        domain = self.cls(self.property(property_name).domain)
        return domain if property_name in (domain.source, domain.target) else None

    def relationship_types(self) -> Iterator[tuple[str, Class | Property]]:
        """Yield every relationship type with the class or property that declares it."""
        for cls in self.classes.values():
            if cls.relationship_type and not cls.is_abstract:
                yield cls.relationship_type, cls
        for prop in self.properties.values():
            if prop.relationship_type:
                yield prop.relationship_type, prop


@cache
def load(root: Path = ROOT) -> Ontology:
    """Read the ontology from ``*.ttl`` and ``vocabularies/*.ttl`` under a folder.

    Raises:
        OntologyError: A file does not parse, or a declaration is incomplete; the message
            names file and term.
    """
    from ontology.reading import read

    return read(root)
