"""Entities with every value that a source asserts, for formats that know no claims.

Contradicting values stand side by side, as those formats have it; what is only alleged,
hoped for or denied is not among them, because nothing there could say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.batches import batches
from graph.export.claims import is_asserted
from graph.ledger.rows import Stored
from graph.projection.evidence import Source, sources
from graph.projection.standing import told_by_claim
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.claim import TYPE
from ontology.model import Class, Ontology, Property

_BATCH = 500
_FIELD = " · "


class Fact(NamedTuple):
    """One value.

    Attributes:
        prop: The property.
        value: Canonical value; for entities, the id of the node that shows them.
        method: Name of what read it from its source.
        source_field: Field of the source that it stood in, if its locator names one.
        original: The value as its source has it, if that differs.
    """

    prop: Property
    value: str
    method: str
    source_field: str
    original: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity, ready for another format.

    Attributes:
        id: Its id.
        cls: Its class.
        caption: What pictures call it.
        facts: Its values, without repetition.
        markings: Notations of the markings of its claims.
        first, last: UTC times of the first and the last record of it; empty if unknown.
    """

    id: str
    cls: Class
    caption: str
    facts: tuple[Fact, ...]
    markings: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""

    def values(self, name: str) -> list[str]:
        """Return the values of a property."""
        return [fact.value for fact in self.facts if fact.prop.name == name]


@dataclass(slots=True)
class Collector:
    """Collects entities of a snapshot.

    Args:
        snapshot: Where they are.
        ontology: The model it was projected with.
        ids: Which; ``None`` for all.
    """

    snapshot: Snapshot
    ontology: Ontology
    ids: Sequence[str] | None
    _canonical: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entity]:
        for node in self.snapshot.all_nodes():
            for record in _texts(node.properties.get("records")):
                self._canonical[record] = node.id
        for batch in batches(self._nodes(), _BATCH):
            yield from self._entities(batch)

    def _nodes(self) -> Iterable[Node]:
        if self.ids is None:
            return self.snapshot.all_nodes()
        return iter(self.snapshot.nodes(self.ids))

    def _entities(self, nodes: Sequence[Node]) -> Iterator[Entity]:
        records = {
            record: node.id
            for node in nodes
            for record in (*_texts(node.properties.get("records")), node.id)
        }
        grouped: dict[str, list[Stored]] = defaultdict(list)
        for stored in self.snapshot.claims_of(list(records)):
            if is_asserted(stored.claim) and stored.claim.property != TYPE:
                grouped[records[stored.claim.subject]].append(stored)
        cited = sorted({s.claim.document for claims in grouped.values() for s in claims})
        known = sources(self.snapshot.documents(cited))
        for node in nodes:
            yield self._entity(node, grouped[node.id], known)

    def _entity(self, node: Node, claims: Sequence[Stored], known: Mapping[str, Source]) -> Entity:
        facts: dict[tuple[str, str, str], Fact] = {}
        values = told_by_claim(self.ontology, claims, known)
        said = (self._fact(stored, values[stored.id]) for stored in claims)
        for fact in (*said, *self._shown(node)):
            facts.setdefault((fact.prop.name, fact.value, fact.source_field), fact)
        recorded = sorted(stored.recorded for stored in claims)
        return Entity(
            id=node.id,
            cls=self.ontology.cls(node.labels[0]),
            caption=str(node.properties.get("caption", node.id)),
            facts=tuple(facts.values()),
            markings=frozenset(stored.claim.marking for stored in claims),
            first=recorded[0] if recorded else "",
            last=recorded[-1] if recorded else "",
        )

    def _fact(self, stored: Stored, told: str) -> Fact:
        claim = stored.claim
        prop = self.ontology.property(claim.property)
        value = self._canonical.get(told, told) if prop.is_entity else told
        place = claim.locator or ""
        source_field = place.rpartition(_FIELD)[2] if _FIELD in place else ""
        return Fact(prop, value, claim.method.partition("@")[0], source_field, claim.original)

    def _shown(self, node: Node) -> Iterator[Fact]:
        """Yield what a document is known by, whatever is claimed about it."""
        if not self.ontology.is_a(node.labels[0], "Document"):
            return
        for name in ("name", "url", "published"):
            for value in _texts(node.properties.get(name)):
                yield Fact(self.ontology.property(name), value, "", "", None)


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
