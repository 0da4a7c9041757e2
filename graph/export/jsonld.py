"""JSON-LD of small sets: an entity and its claims, with a context read from the ontology."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph

from graph.export.rdf import Quad
from graph.export.terms import DATATYPES, PREFIXES
from ontology.model import Ontology, Property

ContextTerm = str | dict[str, str]


def context(ontology: Ontology) -> dict[str, ContextTerm]:
    """Return the JSON-LD context: prefixes, classes, and properties with their types.

    A document that uses it says ``"jurisdiction": "id:region:53"`` where Turtle says
    ``lacak:jurisdiction id:region:53``.
    """
    prefixes: dict[str, ContextTerm] = dict(PREFIXES)
    classes: dict[str, ContextTerm] = {c.name: c.iri for c in ontology.classes.values()}
    properties = {p.name: _term(p) for p in ontology.properties.values()}
    return {**prefixes, **classes, **properties}


def _term(prop: Property) -> ContextTerm:
    if prop.is_entity or prop.scheme is not None:
        return {"@id": prop.iri, "@type": "@id"}
    datatype = DATATYPES.get(prop.value_type)
    return {"@id": prop.iri, "@type": datatype} if datatype else {"@id": prop.iri}


def to_jsonld(statements: Iterable[Quad], ontology: Ontology) -> str:
    """Return statements as JSON-LD, graphs left out; meant for some thousand statements."""
    graph = Graph()
    graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o, _ in statements), format="nt")
    text = graph.serialize(format="json-ld", context=context(ontology), sort_keys=True, indent=1)
    return str(text)
