"""SHACL shapes: what the model says, written as shapes, and the rules it cannot say.

Domain, range, vocabulary, value type, cardinality and the ends of relations are read from the
model; rules about
several properties at once stand in ``shapes/rules.ttl``. One shape per class, one per
property, all with names, so that a finding names what was broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ontology.model import ROOT, Class, Ontology, Property

SHAPES = "https://w3id.org/lacak/shapes#"
"""Namespace of all shapes."""

_PREFIXES = """\
@prefix shape: <https://w3id.org/lacak/shapes#> .
@prefix lacak: <https://w3id.org/lacak/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
"""
_DATATYPES = {
    "date": "edtf:EDTF",
    "interval": "edtf:EDTF",
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "money": "xsd:decimal",
    "boolean": "xsd:boolean",
    "url": "xsd:anyURI",
}
_DAY = r"\\d{4}(-\\d{2}(-\\d{2})?)?[?~%]?"
# Only types whose canonical spelling a short pattern can tell; ontology.types decides.
_PATTERNS = {
    "date": f"^{_DAY}$",
    "interval": rf"^({_DAY}|({_DAY}|\\.\\.|)/({_DAY}|\\.\\.|))$",
    "url": r"^https?://",
    "phone": r"^\\+[0-9]{5,15}$",
    "nik": r"^[0-9]{16}$",
    "account": r"^[0-9]{5,24}$",
    "passport": r"^[A-Z0-9]{5,12}$",
    "email": r"^[^@ ]+@[^@ ]+$",
}


def generated(ontology: Ontology) -> str:
    """Return, as Turtle, the shapes that follow from the model: classes, then domains."""
    parts = [_PREFIXES, _types(ontology)]
    for cls in ontology.classes.values():
        parts.append(_class_shape(cls, ontology))
        if cls.is_relation and not cls.is_abstract:
            parts.append(_ends_shape(cls))
    for prop in ontology.properties.values():
        parts += [_property_shape(prop, ontology), _domain_shape(prop)]
    return "\n".join(parts)


@cache
def rules(name: str, root: Path = ROOT) -> str:
    """Return, as Turtle, rules written by hand.

    Args:
        name: ``rules`` for entities, ``claims`` for claims and their places.
        root: Folder of the ontology.
    """
    return (root / "shapes" / f"{name}.ttl").read_text(encoding="utf-8")


def _name(prop: Property) -> str:
    return f"shape:{prop.domain}.{prop.name}"


def _types(ontology: Ontology) -> str:
    names = " ".join(f"lacak:{c.name}" for c in ontology.classes.values() if c.is_abstract)
    return (
        "shape:ConcreteClass a sh:NodeShape ;\n"
        "    sh:targetClass lacak:Entity ;\n"
        f"    sh:property [ sh:path rdf:type ; sh:not [ sh:in ( {names} ) ] ] ;\n"
        '    sh:message "Kelas abstrak tidak boleh dipakai langsung."@id ,\n'
        '        "An abstract class cannot be used directly."@en .\n'
    )


def _class_shape(cls: Class, ontology: Ontology) -> str:
    """Return the shape that lists what a class has.

    It has no target: the properties have targets of their own, where they occur, because
    looking for every property on every entity takes ten times as long and finds the same.
    """
    own = [p for p in ontology.properties.values() if p.domain == cls.name]
    lines = [f"shape:{cls.name} a sh:NodeShape"]
    if own:
        lines.append(f"    sh:property {' , '.join(_name(p) for p in own)}")
    return " ;\n".join(lines) + " .\n"


def _ends_shape(cls: Class) -> str:
    return (
        f"shape:ends.{cls.name} a sh:NodeShape ;\n"
        f"    sh:targetClass lacak:{cls.name} ;\n"
        "    sh:or (\n"
        "        [ sh:path lacak:description ; sh:minCount 1 ]\n"
        f"        [ sh:and ( [ sh:path lacak:{cls.source} ; sh:minCount 1 ]\n"
        f"                   [ sh:path lacak:{cls.target} ; sh:minCount 1 ] ) ]\n"
        "    ) ;\n"
        '    sh:message "Hubungan memiliki kedua ujungnya, atau uraian yang menyebut alasannya."'
        "@id ,\n"
        '        "A relation has both its ends, or a description that says why not."@en .\n'
    )


def _property_shape(prop: Property, ontology: Ontology) -> str:
    lines = [
        f"{_name(prop)} a sh:PropertyShape",
        f"    sh:targetSubjectsOf lacak:{prop.name}",
        f"    sh:path lacak:{prop.name}",
    ]
    lines += [f"    {line}" for line in _constraints(prop, ontology)]
    lines.append(
        f'    sh:message "Nilai {prop.name} tidak sesuai dengan jenisnya."@id ,\n'
        f'        "The value of {prop.name} does not fit its type."@en'
    )
    return " ;\n".join(lines) + " .\n"


def _constraints(prop: Property, ontology: Ontology) -> Iterator[str]:
    if prop.is_entity:
        yield f"sh:class lacak:{prop.range}"
        yield "sh:nodeKind sh:IRI"
    elif prop.scheme is not None:
        concepts = ontology.scheme(prop.scheme).concepts.values()
        yield f"sh:in ( {' '.join(f'<{c.iri}>' for c in concepts)} )"
    else:
        yield f"sh:datatype {_DATATYPES.get(prop.value_type, 'xsd:string')}"
        if prop.value_type in _PATTERNS:
            yield f'sh:pattern "{_PATTERNS[prop.value_type]}"'
    # Of several ends that sources name, all are shown; of several literals one is picked.
    if prop.is_single and not prop.is_entity:
        yield "sh:maxCount 1"


def _domain_shape(prop: Property) -> str:
    return (
        f"shape:domain.{prop.name} a sh:NodeShape ;\n"
        f"    sh:targetSubjectsOf lacak:{prop.name} ;\n"
        f"    sh:class lacak:{prop.domain} ;\n"
        f'    sh:message "Hanya {prop.domain} yang memiliki {prop.name}."@id ,\n'
        f'        "Only a {prop.domain} has {prop.name}."@en .\n'
    )
