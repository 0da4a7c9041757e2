"""A snapshot as RDF: what the graph shows, who claims it, and where it stands.

Entities carry the picked values; relations with properties of their own are nodes (n-ary);
every claim is a node with its document, place, speakers and grading, so that any tool can
follow a fact to its sentence. N-Quads put what each document says into a graph of its own,
beside the default graph that holds what we show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO

from graph.batches import batches
from graph.export.claims import claim_statements, document_statements, is_asserted
from graph.export.mapping import Mapper, Triple
from graph.export.terms import PREFIXES, TYPE, iri, shorten
from graph.snapshots import Snapshot
from ontology.claim import iri_of
from ontology.model import Ontology

_BATCH = 500


class Quad(NamedTuple):
    """One statement; ``graph`` is the term of the document's graph, empty for the default."""

    subject: str
    predicate: str
    object: str
    graph: str


def quads(
    snapshot: Snapshot,
    ontology: Ontology,
    *,
    has_claims: bool = True,
    has_graphs: bool = False,
) -> Iterator[Quad]:
    """Yield every statement of a snapshot.

    Args:
        snapshot: What to export; a role's snapshot holds only what the role may see.
        ontology: The model the snapshot was projected with.
        has_claims: Whether claims and their provenance are exported too.
        has_graphs: Whether each document's own statements are put into its graph. Only for
            forms that keep graphs: elsewhere, values that documents contradict each other in
            would stand beside the value that was picked.
    """
    mapper = Mapper(ontology)
    relations: dict[str, str] = {}
    for node in snapshot.all_nodes():
        if mapper.is_relation(node.labels[0]):
            relations[node.id] = node.labels[0]
        yield from _default(mapper.node(node))
    for link in snapshot.all_relationships():
        yield from _default(mapper.relationship(link, relations))
    if has_claims:
        for batch in claim_batches(snapshot, ontology, has_graphs=has_graphs):
            yield from batch


def claim_batches(
    snapshot: Snapshot, ontology: Ontology, *, has_graphs: bool = False
) -> Iterator[list[Quad]]:
    """Yield the claims of a snapshot with their documents, some entities at a time.

    All statements about one claim stand in one batch; a batch holds some ten thousand.
    """
    mapper = Mapper(ontology)
    for ids in batches((node.id for node in snapshot.all_nodes()), _BATCH):
        yield list(_claims(snapshot, mapper, ids, has_graphs))


def quads_of(
    snapshot: Snapshot, ontology: Ontology, ids: Sequence[str], *, has_graphs: bool = False
) -> Iterator[Quad]:
    """Yield every statement about some entities, with their claims; unknown ids are left out.

    Args:
        snapshot: What to export.
        ontology: The model the snapshot was projected with.
        ids: Ids of entities; of documents too.
        has_graphs: As for :func:`quads`.
    """
    mapper = Mapper(ontology)
    for node in snapshot.nodes(ids):
        yield from _default(mapper.node(node))
        relations = {node.id: node.labels[0]} if mapper.is_relation(node.labels[0]) else {}
        for link in snapshot.relationships_of(node.id):
            if link.source == node.id:
                yield from _default(mapper.relationship(link, relations))
    yield from _claims(snapshot, mapper, ids, has_graphs)


def _default(triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(*triple, "") for triple in triples)


def _claims(
    snapshot: Snapshot, mapper: Mapper, ids: Sequence[str], has_graphs: bool
) -> Iterator[Quad]:
    for document in snapshot.documents(ids):
        graph = iri(iri_of(document.id))
        for triple in document_statements(document, mapper.ontology):
            yield Quad(*triple, graph)
    records = [r for node in snapshot.nodes(ids) for r in mapper.records(node)]
    for stored in snapshot.claims_of(records):
        graph = iri(iri_of(stored.claim.document))
        stated = mapper.stated(stored.claim)
        if has_graphs and is_asserted(stored.claim):
            yield Quad(*stated, graph)
        for triple in claim_statements(stored, stated, mapper.ontology):
            yield Quad(*triple, graph)


def write_nquads(statements: Iterable[Quad], file: TextIO) -> int:
    """Write statements as N-Quads; return how many."""
    count = 0
    for subject, predicate, value, graph in statements:
        file.write(f"{subject} {predicate} {value} {graph + ' ' if graph else ''}.\n")
        count += 1
    return count


def write_turtle(statements: Iterable[Quad], file: TextIO) -> int:
    """Write statements as Turtle, graphs left out; return how many.

    Consecutive statements of one subject share a block.
    """
    file.writelines(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    count = 0
    before = ("", "")
    for subject, predicate, value, _ in statements:
        file.write(_separated(before, subject, predicate) + shorten(value))
        before = (subject, predicate)
        count += 1
    file.write(" .\n" if count else "")
    return count


def _separated(before: tuple[str, str], subject: str, predicate: str) -> str:
    """Return what stands between two statements: as little as Turtle allows."""
    verb = "a" if predicate == TYPE else shorten(predicate)
    if (subject, predicate) == before:
        return " , "
    if subject == before[0]:
        return f" ;\n    {verb} "
    return f"{' .' if before[0] else ''}\n\n{shorten(subject)} {verb} "
