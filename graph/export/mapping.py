"""Nodes, relationships and claimed values as triples, read from the ontology.

Where a class or property has a broader term in another vocabulary, the alignment is
followed: the statement is made in both vocabularies, so that a tool that knows only ORG,
FOAF or PROV finds its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from graph.export.terms import DATATYPES, OWL, TYPE, XSD, iri, literal
from graph.store import Node, Relationship, Value
from ontology.claim import TYPE as CLAIMED_TYPE
from ontology.claim import Claim, iri_of
from ontology.model import Ontology, Property
from ontology.reading import META, RDFS

Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Triples terms."""

_LABEL = iri(RDFS + "label")
_SAME = iri(OWL + "sameAs")
_CONFLICT = iri(META + "conflictsIn")
_COMPUTED = {
    "first_day": (iri(META + "firstDay"), XSD + "date"),
    "last_day": (iri(META + "lastDay"), XSD + "date"),
    "support": (iri(META + "support"), XSD + "integer"),
    "confidence": (iri(META + "confidence"), XSD + "decimal"),
}
_BROADER = ("subClassOf", "subPropertyOf")


class Mapper:
    """Maps what a projection holds to triples.

    Args:
        ontology: The model it was projected with.
    """

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def is_relation(self, class_name: str) -> bool:
        """Tell whether entities of the class are n-ary links."""
        return self.ontology.cls(class_name).is_relation

    def records(self, node: Node) -> list[str]:
        """Return the ids of the records that were merged into a node, or its own id."""
        return [str(r) for r in _items(node.properties.get("records"))] or [node.id]

    # -- entities ----------------------------------------------------------------------

    def node(self, node: Node) -> Iterator[Triple]:
        """Yield class, label, picked values, and what was computed about an entity."""
        subject = iri(iri_of(node.id))
        for target in self._types[node.labels[0]]:
            yield subject, TYPE, target
        yield subject, _LABEL, literal(str(node.properties.get("caption", node.id)))
        for name, value in node.properties.items():
            prop = self.ontology.properties.get(name)
            if prop is not None:
                yield from self._values(subject, prop, value)
            elif name in _COMPUTED:
                predicate, datatype = _COMPUTED[name]
                yield from ((subject, predicate, literal(v, datatype)) for v in _items(value))
        for contested in _items(node.properties.get("conflicts")):
            yield subject, _CONFLICT, iri(self.ontology.property(str(contested)).iri)
        for record in self.records(node):
            if record != node.id:
                yield subject, _SAME, iri(iri_of(record))

    def _values(self, subject: str, prop: Property, value: Value) -> Iterator[Triple]:
        terms = [self._term(prop, item) for item in _items(value)]
        for predicate in self._predicates[prop.name]:
            yield from ((subject, predicate, term) for term in terms)

    def _term(self, prop: Property, value: str | float) -> str:
        if prop.is_entity:
            return iri(iri_of(str(value)))
        if prop.scheme is not None:
            return iri(self.ontology.scheme(prop.scheme).concept(str(value)).iri)
        return literal(value, DATATYPES.get(prop.value_type, ""))

    # -- links -------------------------------------------------------------------------

    def relationship(self, link: Relationship, relations: Mapping[str, str]) -> Iterator[Triple]:
        """Yield the statement that a relationship was projected from.

        The shortcut that a relation with properties of its own is projected as says nothing
        that its ends do not say, and yields nothing.

        Args:
            link: The relationship.
            relations: Class name of every n-ary relation, by id.
        """
        name = self._linking.get(link.type)
        cls = self.ontology.classes.get(relations.get(link.source, ""))
        if cls is not None and name in self._ends:
            name = cls.source if self._ends.index(str(name)) == 0 else cls.target
        if name is None:
            return
        subject, target = iri(iri_of(link.source)), iri(iri_of(link.target))
        for predicate in self._predicates[name]:
            yield subject, predicate, target

    def stated(self, claim: Claim) -> Triple:
        """Return the statement that a claim makes."""
        subject = iri(iri_of(claim.subject))
        if claim.property == CLAIMED_TYPE:
            return subject, TYPE, iri(self.ontology.cls(claim.value).iri)
        prop = self.ontology.property(claim.property)
        return subject, iri(prop.iri), self._term(prop, claim.value)

    # -- what the ontology says ----------------------------------------------------------

    @property
    def _ends(self) -> Sequence[str]:
        return ("startsAt", "endsAt")

    @cached_property
    def _linking(self) -> dict[str, str]:
        return {
            prop.relationship_type: prop.name
            for prop in self.ontology.properties.values()
            if prop.relationship_type is not None
        }

    @cached_property
    def _types(self) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(dict.fromkeys((iri(cls.iri), *self._broader(cls.ancestors))))
            for name, cls in self.ontology.classes.items()
        }

    @cached_property
    def _predicates(self) -> dict[str, tuple[str, ...]]:
        return {
            name: (iri(prop.iri), *self._broader((name,)))
            for name, prop in self.ontology.properties.items()
        }

    def _broader(self, names: Sequence[str]) -> list[str]:
        return [
            iri(alignment.target)
            for name in names
            for alignment in self.ontology.alignments[name]
            if alignment.relation in _BROADER
        ]


def _items(value: Value) -> list[str | float]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str | int | float)]
