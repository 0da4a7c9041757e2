"""The model as plain data, for the schema page, the API, and generated documentation."""

from __future__ import annotations

from ontology.model import Class, Concept, Language, Ontology, Property, Scheme

Data = str | int | bool | None | list["Data"] | dict[str, "Data"]
"""What JSON can hold."""


def describe(ontology: Ontology, language: Language = "id") -> dict[str, Data]:
    """Return classes, properties and vocabularies by name, texts in one language."""
    return {
        "iri": ontology.iri,
        "fingerprint": ontology.fingerprint,
        "classes": {n: describe_class(ontology, n, language) for n in ontology.classes},
        "properties": {n: describe_property(ontology, n, language) for n in ontology.properties},
        "vocabularies": {n: describe_scheme(ontology, n, language) for n in ontology.schemes},
    }


def describe_class(ontology: Ontology, name: str, language: Language = "id") -> dict[str, Data]:
    """Return one class: texts, place in the tree, properties, looks, and alignments.

    Raises:
        UnknownTermError: There is no such class.
    """
    cls = ontology.cls(name)
    return {
        "name": cls.name,
        "iri": cls.iri,
        "label": cls.label.in_(language),
        "definition": cls.definition.in_(language),
        "parents": [*cls.parents],
        "ancestors": [*cls.ancestors[1:]],
        "children": [c.name for c in ontology.classes.values() if name in c.parents],
        "isAbstract": cls.is_abstract,
        "access": cls.access,
        "color": cls.color,
        "icon": cls.icon,
        "properties": [p.name for p in ontology.properties_of(name)],
        "alignments": _alignments(ontology, name),
        "relation": _relation(cls),
    }


def _relation(cls: Class) -> Data:
    if cls.relationship_type is None:
        return None
    return {
        "source": cls.source,
        "target": cls.target,
        "relationshipType": cls.relationship_type,
        "layer": cls.layer,
    }


def describe_property(ontology: Ontology, name: str, language: Language = "id") -> dict[str, Data]:
    """Return one property: texts, domain, what its values are, access, and alignments.

    Raises:
        UnknownTermError: There is no such property.
    """
    prop = ontology.property(name)
    return {
        "name": prop.name,
        "iri": prop.iri,
        "label": prop.label.in_(language),
        "definition": prop.definition.in_(language),
        "domain": prop.domain,
        "valueType": prop.value_type,
        "range": prop.range,
        "vocabulary": prop.scheme,
        "isSingle": prop.is_single,
        "isDerived": prop.is_derived,
        "access": prop.access,
        "relationshipType": prop.relationship_type,
        "layer": _layer(prop),
        "alignments": _alignments(ontology, name),
    }


def _layer(prop: Property) -> Data:
    return prop.layer if prop.relationship_type is not None else None


def describe_scheme(ontology: Ontology, name: str, language: Language = "id") -> dict[str, Data]:
    """Return one vocabulary with its concepts in file order, and who uses it.

    Raises:
        UnknownTermError: There is no such vocabulary.
    """
    scheme: Scheme = ontology.scheme(name)
    return {
        "name": scheme.name,
        "iri": scheme.iri,
        "label": scheme.label.in_(language),
        "usedBy": [p.name for p in ontology.properties.values() if p.scheme == name],
        "concepts": [_concept(c, language) for c in scheme.concepts.values()],
    }


def _concept(concept: Concept, language: Language) -> Data:
    return {
        "notation": concept.notation,
        "iri": concept.iri,
        "label": concept.label.in_(language),
        "definition": None if concept.definition is None else concept.definition.in_(language),
    }


def _alignments(ontology: Ontology, name: str) -> Data:
    return [{"relation": a.relation, "target": a.target} for a in ontology.alignments[name]]
