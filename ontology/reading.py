"""Turtle to model: the only code that knows how classes are written down.

Parsed with pyoxigraph because every start of the command line pays for it (rdflib needs
about a second for these files, pyoxigraph a hundredth of that).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import cast

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.model import (
    Access,
    Alignment,
    Class,
    Concept,
    Layer,
    Ontology,
    Property,
    Scheme,
    Text,
)

NS = "https://w3id.org/lacak/ns#"
META = "https://w3id.org/lacak/meta#"
VOCAB = "https://w3id.org/lacak/vocab/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_ALIGNING = (
    RDFS + "subClassOf",
    RDFS + "subPropertyOf",
    OWL + "equivalentClass",
    SKOS + "exactMatch",
    SKOS + "closeMatch",
    SKOS + "broadMatch",
)


class _Node:
    """The triples of one subject, with the accessors that the declarations need."""

    def __init__(self, iri: str, where: str) -> None:
        self.iri = iri
        self.where = where
        self._values: dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]] = defaultdict(list)

    def add(self, predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal) -> None:
        self._values[predicate].append(value)

    @property
    def name(self) -> str:
        return self.iri.removeprefix(NS)

    def iris(self, predicate: str) -> list[str]:
        return [v.value for v in self._values[predicate] if isinstance(v, ox.NamedNode)]

    def literal(self, predicate: str) -> str | None:
        return next((v.value for v in self._values[predicate] if isinstance(v, ox.Literal)), None)

    def flag(self, predicate: str) -> bool:
        return self.literal(predicate) == "true"

    def required(self, predicate: str) -> str:
        value = self.literal(predicate) or next(iter(self.iris(predicate)), None)
        if value is None:
            local = predicate.rsplit("#", 1)[-1]
            raise OntologyError(
                f"{self.where}: <{self.iri}> has no {local}. Add it to the Turtle file."
            )
        return value

    def text(self, predicate: str) -> Text | None:
        found = {v.language: v.value for v in self._values[predicate] if isinstance(v, ox.Literal)}
        if not found:
            return None
        if "id" not in found or "en" not in found:
            raise OntologyError(
                f"{self.where}: <{self.iri}> needs {predicate} in Indonesian (@id) and "
                f"English (@en); it has {sorted(str(k) for k in found)}."
            )
        return Text(id=found["id"], en=found["en"])

    def required_text(self, predicate: str) -> Text:
        text = self.text(predicate)
        if text is None:
            raise OntologyError(f"{self.where}: <{self.iri}> has no {predicate}.")
        return text


def read(root: Path) -> Ontology:
    """Read every class, property, and vocabulary below a folder."""
    nodes = _parse(root)
    by_type: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes.values():
        for rdf_type in node.iris(RDF_TYPE):
            by_type[rdf_type].append(node)
    classes = _classes([n for n in by_type[OWL + "Class"] if n.iri.startswith(NS)])
    properties = {
        n.name: _property(n)
        for kind in ("ObjectProperty", "DatatypeProperty")
        for n in by_type[OWL + kind]
        if n.iri.startswith(NS)
    }
    schemes = _schemes(by_type[SKOS + "ConceptScheme"], by_type[SKOS + "Concept"])
    _check(classes, properties, schemes)
    by_class = {
        name: tuple(p for a in cls.ancestors for p in properties.values() if p.domain == a)
        for name, cls in classes.items()
    }
    return Ontology(
        iri=NS,
        fingerprint=_fingerprint(root),
        classes=MappingProxyType(classes),
        properties=MappingProxyType(properties),
        schemes=MappingProxyType(schemes),
        alignments=MappingProxyType(
            {name: _alignments(nodes[NS + name]) for name in (*classes, *properties)}
        ),
        neighbours=MappingProxyType(
            {
                iri: tuple(above)
                for iri, node in nodes.items()
                if not iri.startswith(NS) and (above := node.iris(RDFS + "subClassOf"))
            }
        ),
        _by_class=MappingProxyType(by_class),
    )


def _files(root: Path) -> list[Path]:
    return sorted(root.glob("*.ttl")) + sorted((root / "vocabularies").glob("*.ttl"))


def _fingerprint(root: Path) -> str:
    content = b"".join(file.read_bytes() for file in _files(root))
    return hashlib.sha256(content).hexdigest()[:16]


def _parse(root: Path) -> dict[str, _Node]:
    files = _files(root)
    if not files:
        raise OntologyError(f"No Turtle files under {root}. Reinstall the package.")
    nodes: dict[str, _Node] = {}
    for file in files:
        try:
            for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode):
                    iri = quad.subject.value
                    node = nodes.setdefault(iri, _Node(iri, file.name))
                    if quad.predicate.value == RDF_TYPE:
                        # Order and place are those of the declaration, not of a first mention.
                        nodes[iri] = nodes.pop(iri)
                        node.where = file.name
                    if not isinstance(quad.object, ox.Triple):
                        node.add(quad.predicate.value, quad.object)
        except SyntaxError as error:
            raise OntologyError(f"{file.name}: {error}") from error
    return nodes


def _classes(nodes: Iterable[_Node]) -> dict[str, Class]:
    found = {n.name: n for n in nodes}
    parents = {
        name: tuple(
            iri.removeprefix(NS) for iri in n.iris(RDFS + "subClassOf") if iri.startswith(NS)
        )
        for name, n in found.items()
    }
    return {name: _class(node, parents) for name, node in found.items()}


def _ancestors(name: str, parents: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    line = [name]
    for current in line:
        for parent in parents.get(current, ()):
            if parent == name:
                raise OntologyError(f"Class {name} is its own ancestor. Break the cycle.")
            if parent not in line:
                line.append(parent)
    return tuple(line)


def _class(node: _Node, parents: dict[str, tuple[str, ...]]) -> Class:
    source = next(iter(node.iris(META + "source")), None)
    target = next(iter(node.iris(META + "target")), None)
    return Class(
        name=node.name,
        iri=node.iri,
        label=node.required_text(RDFS + "label"),
        definition=node.required_text(SKOS + "definition"),
        parents=parents[node.name],
        ancestors=_ancestors(node.name, parents),
        is_abstract=node.flag(META + "abstract"),
        access=cast("Access", node.required(META + "access")),
        color=node.required(META + "color"),
        icon=node.required(META + "icon"),
        source=source.removeprefix(NS) if source else None,
        target=target.removeprefix(NS) if target else None,
        relationship_type=node.literal(META + "relationshipType"),
        layer=cast("Layer | None", node.literal(META + "layer")),
        establishes=node.flag(META + "establishes"),
        stale_after_days=int(node.literal(META + "staleAfterDays") or 0),
    )


def _property(node: _Node) -> Property:
    value_type = node.required(META + "valueType")
    scheme = next(iter(node.iris(META + "scheme")), None)
    return Property(
        name=node.name,
        iri=node.iri,
        label=node.required_text(RDFS + "label"),
        definition=node.required_text(SKOS + "definition"),
        domain=node.required(RDFS + "domain").removeprefix(NS),
        value_type=value_type,
        range=node.required(RDFS + "range").removeprefix(NS) if value_type == "entity" else None,
        scheme=scheme.removeprefix(VOCAB) if scheme else None,
        is_single=node.flag(META + "single"),
        relationship_type=node.literal(META + "relationshipType"),
        access=cast("Access", node.required(META + "access")),
        is_derived=node.flag(META + "derived"),
        layer=cast("Layer", node.literal(META + "layer") or "reference"),
    )


def _alignments(node: _Node) -> tuple[Alignment, ...]:
    return tuple(
        Alignment(predicate.rpartition("#")[2], iri)
        for predicate in _ALIGNING
        for iri in node.iris(predicate)
        if not iri.startswith(NS)
    )


def _schemes(schemes: Iterable[_Node], concepts: Iterable[_Node]) -> dict[str, Scheme]:
    members: dict[str, dict[str, Concept]] = defaultdict(dict)
    nodes = list(concepts)
    notations = {node.iri: node.required(SKOS + "notation") for node in nodes}
    for node in nodes:
        notation = notations[node.iri]
        members[node.required(SKOS + "inScheme")][notation] = Concept(
            iri=node.iri,
            notation=notation,
            label=node.required_text(SKOS + "prefLabel"),
            definition=node.text(SKOS + "definition"),
            reports=next((notations[i] for i in node.iris(META + "reports")), None),
            expires=node.flag(META + "expires"),
        )
    return {
        name: Scheme(
            iri=node.iri,
            name=name,
            label=node.required_text(RDFS + "label"),
            concepts=MappingProxyType(members[node.iri]),
            by_report=MappingProxyType(
                {c.reports: c.notation for c in members[node.iri].values() if c.reports}
            ),
        )
        for node in schemes
        for name in (node.iri.removeprefix(VOCAB),)
    }


def _check(
    classes: dict[str, Class], properties: dict[str, Property], schemes: dict[str, Scheme]
) -> None:
    for cls in classes.values():
        for end in (cls.source, cls.target):
            if end is not None and end not in properties:
                raise OntologyError(f"Class {cls.name}: its end {end} is not a property.")
    for prop in properties.values():
        for name in filter(None, (prop.domain, prop.range)):
            if name not in classes:
                raise OntologyError(f"Property {prop.name}: {name} is not a class.")
        if prop.value_type == "concept" and prop.scheme not in schemes:
            raise OntologyError(f"Property {prop.name}: {prop.scheme} is not a vocabulary.")
