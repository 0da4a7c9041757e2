"""The ontology as plain data, for the API's schema page, documentation, and other programs."""

from __future__ import annotations

from ontology.model import Class, Ontology, Property, Scheme, Text


def describe(ontology: Ontology) -> dict[str, object]:
    """Return classes, properties and vocabularies as JSON-able data, in file order."""
    return {
        "iri": ontology.iri,
        "classes": [_class(cls) for cls in ontology.classes.values()],
        "properties": [_property(prop) for prop in ontology.properties.values()],
        "vocabularies": [_scheme(scheme) for scheme in ontology.schemes.values()],
    }


def _text(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def _class(cls: Class) -> dict[str, object]:
    return {
        "name": cls.name,
        "iri": cls.iri,
        "label": _text(cls.label),
        "definition": _text(cls.definition),
        "parents": list(cls.parents),
        "abstract": cls.is_abstract,
        "access": cls.access,
        "color": cls.color,
        "icon": cls.icon,
        "source": cls.source,
        "target": cls.target,
        "relationship": cls.relationship_type,
    }


def _property(prop: Property) -> dict[str, object]:
    return {
        "name": prop.name,
        "iri": prop.iri,
        "label": _text(prop.label),
        "definition": _text(prop.definition),
        "domain": prop.domain,
        "type": prop.value_type,
        "range": prop.range,
        "vocabulary": prop.scheme,
        "single": prop.is_single,
        "relationship": prop.relationship_type,
        "access": prop.access,
    }


def _scheme(scheme: Scheme) -> dict[str, object]:
    return {
        "name": scheme.name,
        "iri": scheme.iri,
        "label": _text(scheme.label),
        "concepts": [
            {"notation": concept.notation, "iri": concept.iri, "label": _text(concept.label)}
            for concept in scheme.concepts.values()
        ],
    }
