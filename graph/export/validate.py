"""Validation of RDF against our shapes: which node breaks which rule.

A whole snapshot is validated in passes that need little memory: entities together, because
their rules look at neighbours, and claims in batches, because a claim stands alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal, cast

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib import Literal as Text
from rdflib.term import Node as Term

from graph.errors import GraphError
from graph.export.rdf import Quad, claim_batches, quads
from graph.export.terms import CLAIM
from graph.snapshots import Snapshot
from ontology.model import Language, Ontology, load
from ontology.reading import NS
from ontology.shacl import SHAPES, generated, rules

Severity = Literal["violation", "warning"]


class ValidationError(GraphError):
    """RDF that cannot be read."""

    indonesian = "RDF ini tidak dapat dibaca."


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One node that breaks one rule.

    Attributes:
        node: IRI of the node.
        rule: Name of the shape: class and property (``Person.birthDate``), a domain
            (``domain.birthDate``), or a rule (``ConvictionByCourt``).
        message: What the rule asks for.
        severity: A ``violation`` makes the export wrong; a ``warning`` says what no source
            stated.
    """

    node: str
    rule: str
    message: str
    severity: Severity


def validate(
    text: str, ontology: Ontology | None = None, *, form: str = "turtle", language: Language = "id"
) -> list[Finding]:
    """Return what breaks the shapes, in order of node and rule; empty if all is well.

    Args:
        text: RDF.
        ontology: Defaults to the one shipped.
        form: A format that rdflib reads: ``turtle``, ``nt``, ``xml``.
        language: Language of the messages.

    Raises:
        ValidationError: The text is no RDF of that format.
    """
    graph = Graph()
    try:
        graph.parse(io.StringIO(text), format=form)
    except Exception as error:  # every parser of rdflib raises its own kind
        raise ValidationError(
            f"Expected RDF in the format {form}, got text that does not parse: {error}"
        ) from error
    model = ontology or load()
    found = _findings(graph, _entity_shapes(model), model, language)
    return sorted({*found, *_findings(graph, _claim_shapes(), model, language)})


def validate_snapshot(
    snapshot: Snapshot, ontology: Ontology, language: Language = "id", every: int = 1
) -> Iterator[Finding]:
    """Yield what breaks the shapes in the export of a snapshot.

    Args:
        snapshot: What is exported.
        ontology: The model the snapshot was projected with.
        language: Language of the messages.
        every: Validate each so-many-th batch of claims; a claim takes about 4 ms.
    """
    entities = _graph(quads(snapshot, ontology, has_claims=False))
    yield from _findings(entities, _entity_shapes(ontology), ontology, language)
    for batch in islice(claim_batches(snapshot, ontology), 0, None, every):
        # What a claim states is judged as part of the whole, not by the few facts beside it.
        claims = _graph(quad for quad in batch if quad.subject.startswith(f"<{CLAIM}"))
        yield from _findings(claims, _claim_shapes(), ontology, language)


def _graph(statements: Iterable[Quad]) -> Graph:
    graph = Graph()
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in statements)
    graph.parse(data=lines, format="nt")
    return graph


def _entity_shapes(ontology: Ontology) -> Graph:
    return _parsed(generated(ontology) + rules("rules"))


def _claim_shapes() -> Graph:
    return _parsed(rules("claims"))


@cache
def _parsed(turtle: str) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


def _findings(
    graph: Graph, shapes: Graph, ontology: Ontology, language: Language
) -> Iterator[Finding]:
    import pyshacl

    # Shapes are about classes with everything below them.
    for cls in ontology.classes.values():
        for parent in cls.parents:
            graph.add((URIRef(cls.iri), RDFS.subClassOf, URIRef(NS + parent)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    for result in cast("Graph", report).subjects(RDF.type, SH.ValidationResult):
        node = report.value(result, SH.focusNode)
        shape = _named(shapes, report.value(result, SH.sourceShape))
        yield Finding(
            node=str(node),
            rule=str(shape).removeprefix(SHAPES),
            message=_message(shapes, shape, language),
            severity=_severity(shapes, shape),
        )


def _named(shapes: Graph, shape: Term | None) -> URIRef:
    """Return the shape that a part of it stands in; only whole shapes have names."""
    while not isinstance(shape, URIRef):
        shape = next(iter(shapes.subjects(None, shape)))
    return shape


def _message(shapes: Graph, shape: URIRef, language: Language) -> str:
    texts = [t for t in shapes.objects(shape, SH.message) if isinstance(t, Text)]
    return next((str(t) for t in texts if t.language == language), "")


def _severity(shapes: Graph, shape: URIRef) -> Severity:
    return "warning" if (shape, SH.severity, SH.Warning) in shapes else "violation"
