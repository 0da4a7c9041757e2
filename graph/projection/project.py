"""Claims of one entity to its node and relationships; streamed over a whole ledger.

Everything that leaves here depends on the content of claims only, never on the order in
which they were loaded, so that rebuilding gives the same graph to the last digit.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, product

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision, Stored
from graph.projection.caption import caption
from graph.projection.evidence import Evidence, Source, interval, sources, weigh
from graph.projection.identity import Identity, effective, identity
from graph.projection.picking import Candidate, by_property, candidates, pick, typed
from graph.projection.standing import classes_of, confirmation, may_be_reported, told
from graph.store import Node, Relationship, Scalar, Value
from ontology import edtf
from ontology.claim import TYPE, Document
from ontology.model import Class, Ontology, Property

NAME_PROPERTIES = ("name", "alias", "abbreviation", "initials")
"""Properties whose values are names by which an entity is searched."""

_MENTIONED_IN = "mentionedIn"
_SAYING = "Statement"
_PROPOSAL = "PossiblySame"
REVIEWS = ("accept", "reject")
"""Kinds of decisions about one claim."""


@dataclass(slots=True)
class Report:
    """What the projection could not draw, by count; nothing is dropped silently.

    Attributes:
        dangling: Claims that point to an entity no claim says the class of, by its id.
        classless: Entities with claims but no class claim, by number of claims.
        conflicts: (entity id, property) pairs whose sources disagree.
        class_conflicts: Entities that claims put into classes of different branches.
    """

    dangling: Counter[str] = field(default_factory=Counter)
    classless: Counter[str] = field(default_factory=Counter)
    conflicts: list[tuple[str, str]] = field(default_factory=list)
    class_conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Projector:
    """Projects a ledger, as it was recorded at one time.

    Args:
        ledger: The truth.
        as_of: UTC time in ISO 8601; later claims and decisions are ignored.
        decisions: Those that stand, for a projection of a part; documents, sources and
            classes are then for the caller to fill in.
    """

    def __init__(
        self,
        ledger: Ledger,
        as_of: str | None = None,
        decisions: Sequence[Decision] | None = None,
    ) -> None:
        self.ledger = ledger
        self.as_of = as_of
        self.report = Report()
        self.ontology: Ontology = ledger.ontology
        standing = effective(ledger.decisions(as_of)) if decisions is None else decisions
        self.identity: Identity = identity(standing)
        self._reviewed = {d.left: d.kind for d in standing if d.kind in REVIEWS}
        self._apart = {
            frozenset((self.identity.of(d.left), self.identity.of(d.right)))
            for d in standing
            if d.kind == "different"
        }
        self.documents: dict[str, Document] = {}
        self.class_of: dict[str, str] = {}
        if decisions is None:
            self.documents = {d.id: d for d in ledger.documents(as_of)}
            self.class_of = self._classes()
        self.sources: dict[str, Source] = sources(self.documents.values())

    # -- what entities there are -------------------------------------------------------

    def _classes(self) -> dict[str, str]:
        claimed: dict[str, set[str]] = defaultdict(set)
        for document in self.documents.values():
            claimed[self.identity.of(document.id)].add(document.cls)
        for claim in self.ledger.classes(self.as_of):
            # Only what will be a node has a class here, or links would end in nothing.
            if self._stands(claim.id, claim.is_draft):
                claimed[self.identity.of(claim.subject)].add(claim.class_name)
        return {i: self.most_specific(i, names) for i, names in claimed.items()}

    def most_specific(self, entity_id: str, names: set[str]) -> str:
        """Return the class of an entity that claims put into several."""
        covered = {a for n in names for a in self.ontology.cls(n).ancestors[1:]}
        leaves = sorted(names - covered)
        if len(leaves) > 1:
            self.report.class_conflicts[entity_id] = tuple(leaves)
        return leaves[0]

    def is_standing(self, stored: Stored) -> bool:
        """Tell whether a claim is projected: not a draft, or accepted; and not rejected."""
        return self._stands(stored.id, stored.claim.is_draft)

    def _stands(self, claim_id: str, is_draft: bool) -> bool:
        verdict = self._reviewed.get(claim_id)
        return verdict == "accept" or (verdict is None and not is_draft)

    def entities(self) -> Iterator[tuple[str, list[Stored]]]:
        """Yield (canonical id, standing claims) of every entity, merged ones last."""
        merged: dict[str, list[Stored]] = defaultdict(list)
        seen: set[str] = set()
        stream = self.ledger.claims(self.as_of)
        for subject, group in groupby(stream, key=lambda s: s.claim.subject):
            claims = [s for s in group if self.is_standing(s)]
            canonical = self.identity.of(subject)
            seen.add(canonical)
            if canonical in self.identity.members:
                merged[canonical].extend(claims)
            elif claims or subject in self.documents:
                yield subject, claims
        yield from sorted(merged.items())
        unclaimed = {self.identity.of(document_id) for document_id in self.documents} - seen
        for document_id in sorted(unclaimed):
            yield document_id, []

    def items(self) -> Iterator[Node | Relationship]:
        """Yield every node and relationship of the graph; a node before its relationships."""
        for entity_id, claims in self.entities():
            yield from self.project(entity_id, claims)

    # -- one entity --------------------------------------------------------------------

    def project(self, entity_id: str, claims: list[Stored]) -> Iterator[Node | Relationship]:
        """Yield the node of one entity and the relationships that start from it."""
        class_name = self.class_of.get(entity_id)
        if class_name is None:
            self.report.classless[entity_id] += len(claims)
            return
        cls = self.ontology.cls(class_name)
        is_saying = _SAYING in cls.ancestors
        grouped = {
            name: self._candidates(name, group, is_saying)
            for name, group in by_property(claims).items()
            if name != TYPE
        }
        conflicts: list[str] = []
        literals = self._literals(entity_id, grouped, conflicts)
        if cls.stale_after_days:
            literals |= confirmation(
                self.ontology, cls, literals, self._stating(grouped, claims), self.sources
            )
        days = _days(literals)
        evidence = weigh(claims, self.sources) if claims else None
        document = self._document(entity_id)
        if (evidence is None and document is None) or self._is_settled(cls, grouped):
            return
        yield self._node(entity_id, cls, evidence, _values(document) | literals, conflicts, days)
        by_id = {s.id: s for s in claims}
        yield from self._links(entity_id, cls, grouped, by_id, days)
        if cls.is_relation:
            yield from self._relation(entity_id, cls, grouped, literals, days)
        if evidence is not None:
            yield from self._mentions(entity_id, claims, evidence)

    def _candidates(self, name: str, claims: Sequence[Stored], is_saying: bool) -> list[Candidate]:
        prop = self.ontology.property(name)
        if not may_be_reported(self.ontology, prop):
            return candidates(claims, self.sources, is_saying=is_saying)

        def shown_as(value: str, group: Sequence[Stored]) -> str:
            return told(self.ontology, prop, value, classes_of(group, self.sources))

        return candidates(claims, self.sources, is_saying=is_saying, told=shown_as)

    def _stating(
        self, grouped: Mapping[str, list[Candidate]], claims: Iterable[Stored]
    ) -> list[Stored]:
        """Return the claims behind the values of an entity that may expire."""
        properties = (self.ontology.property(name) for name in grouped)
        names = [p.name for p in properties if may_be_reported(self.ontology, p)]
        picked = {c for n in names for best in grouped[n][:1] for c in best.evidence.claims}
        return [s for s in claims if s.id in picked]

    def _is_settled(self, cls: Class, grouped: Mapping[str, list[Candidate]]) -> bool:
        """Tell whether an entity proposes that two are one, and somebody has decided it."""
        if cls.name != _PROPOSAL:
            return False
        ends = [grouped.get(str(end), []) for end in (cls.source, cls.target)]
        pair = frozenset(self.identity.of(found[0].value) for found in ends if found)
        return len(pair) < 2 or pair in self._apart

    def _document(self, entity_id: str) -> Document | None:
        """Return the document that an entity is, be it under the id of another record."""
        records = self.identity.records(entity_id)
        return next((self.documents[r] for r in records if r in self.documents), None)

    def _literals(
        self, entity_id: str, grouped: Mapping[str, list[Candidate]], conflicts: list[str]
    ) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, found in grouped.items():
            prop = self.ontology.property(name)
            if not found:
                continue
            if prop.is_single:
                chosen, is_conflict = pick(prop, found)
                if not prop.is_entity:
                    values[name] = typed(prop, chosen.value)
                if is_conflict:
                    conflicts.append(name)
                    self.report.conflicts.append((entity_id, name))
            elif not prop.is_entity:
                values[name] = [typed(prop, c.value) for c in found]
        return values

    def _node(
        self,
        entity_id: str,
        cls: Class,
        evidence: Evidence | None,
        literals: Mapping[str, Value],
        conflicts: list[str],
        days: tuple[str | None, str | None],
    ) -> Node:
        names = [n for p in NAME_PROPERTIES for n in texts(literals.get(p))]
        properties: dict[str, Value] = {
            **literals,
            "class": cls.name,
            "caption": caption(self.ontology, cls.name, literals, entity_id),
            "search_text": fold(" ".join((*names, entity_id.partition(":")[2]))),
            "first_day": days[0],
            "last_day": days[1],
            "conflicts": list[Value](conflicts) or None,
            "records": list[Value](self.identity.members.get(entity_id, ())) or None,
        }
        if evidence is not None:
            properties |= {
                "claims": list(evidence.claims),
                "support": evidence.support,
                "confidence": evidence.confidence,
            }
        kept = {k: v for k, v in sorted(properties.items()) if v is not None}
        return Node(id=entity_id, labels=cls.ancestors, properties=kept)

    # -- links -------------------------------------------------------------------------

    def _links(
        self,
        entity_id: str,
        cls: Class,
        grouped: Mapping[str, list[Candidate]],
        by_id: Mapping[str, Stored],
        days: tuple[str | None, str | None],
    ) -> Iterator[Relationship]:
        ends = (cls.source, cls.target)
        for name, found in grouped.items():
            prop = self.ontology.property(name)
            if not prop.is_entity or prop.relationship_type is None or name in ends:
                continue
            for target, evidence in self._targets(prop, found):
                stated = interval([by_id[c] for c in evidence.claims])
                yield _relationship(
                    prop.relationship_type,
                    entity_id,
                    target,
                    evidence,
                    stated if stated != (None, None) else days,
                    prop.layer,
                )

    def _targets(
        self, prop: Property, found: Iterable[Candidate]
    ) -> Iterator[tuple[str, Evidence]]:
        """Yield canonical targets; records that were merged into one target count once."""
        together: dict[str, list[Evidence]] = defaultdict(list)
        for candidate in found:
            target = self.identity.of(candidate.value)
            if target in self.class_of:
                together[target].append(candidate.evidence)
            else:
                self.report.dangling[f"{prop.name} → {target}"] += 1
        for target, evidences in sorted(together.items()):
            yield target, evidences[0] if len(evidences) == 1 else _union(evidences)

    def _relation(
        self,
        entity_id: str,
        cls: Class,
        grouped: Mapping[str, list[Candidate]],
        literals: Mapping[str, Value],
        days: tuple[str | None, str | None],
    ) -> Iterator[Relationship]:
        ends: list[list[tuple[str, Evidence]]] = []
        for end, derived in ((cls.source, "startsAt"), (cls.target, "endsAt")):
            prop = self.ontology.property(str(end))
            targets = list(self._targets(prop, grouped.get(prop.name, [])))
            ends.append(targets)
            link = self.ontology.property(derived)
            for target, evidence in targets:
                yield _relationship(
                    str(link.relationship_type), entity_id, target, evidence, days, link.layer
                )
        for (source, first), (target, second) in product(*ends):
            yield _relationship(
                str(cls.relationship_type),
                source,
                target,
                _joint(first, second),
                days,
                cls.layer or "reference",
                entity_id,
                literals,
            )

    def _mentions(
        self, entity_id: str, claims: list[Stored], whole: Evidence
    ) -> Iterator[Relationship]:
        by_document: dict[str, list[Stored]] = defaultdict(list)
        for stored in claims:
            by_document[self.identity.of(stored.claim.document)].append(stored)
        prop = self.ontology.property(_MENTIONED_IN)
        for document_id, group in sorted(by_document.items()):
            if document_id in self.class_of and document_id != entity_id:
                yield _relationship(
                    str(prop.relationship_type),
                    entity_id,
                    document_id,
                    whole if len(by_document) == 1 else weigh(group, self.sources),
                    (None, None),
                    prop.layer,
                )


def fold(text: str) -> str:
    """Return text for searching: lower case, without marks, single spaces.

    >>> fold("Désa  Migran EMAS")
    'desa migran emas'
    """
    folded = text.casefold()
    if folded.isascii():
        return " ".join(folded.split())
    plain = unicodedata.normalize("NFKD", folded)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def texts(value: Value) -> list[str]:
    """Return the texts of a value that is one, or a list."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _values(document: Document | None) -> dict[str, Value]:
    if document is None:
        return {}
    values: dict[str, Scalar] = {
        "url": document.url,
        "published": document.published,
        "language": document.language,
        "reliability": document.reliability,
        "origin_key": document.origin_key,
        "sha256": document.sha256,
    }
    known: dict[str, Value] = {k: v for k, v in values.items() if v is not None}
    return {"name": [document.title], **known}


def _days(literals: Mapping[str, Value]) -> tuple[str | None, str | None]:
    """Return first and last day of an entity: its date, window, or start and end."""
    for name in ("date", "window", "published"):
        value = literals.get(name)
        if isinstance(value, str):
            first, last = edtf.bounds(value)
            return first.isoformat() if first else None, last.isoformat() if last else None
    start, end = literals.get("startDate"), literals.get("endDate")
    first = edtf.bounds(start)[0] if isinstance(start, str) else None
    last = edtf.bounds(end)[1] if isinstance(end, str) else None
    return first.isoformat() if first else None, last.isoformat() if last else None


def _union(evidences: list[Evidence]) -> Evidence:
    """Join evidence for records that were merged: the stronger support stands."""
    best = max(evidences, key=lambda e: (e.confidence, e.support, e.claims))
    return Evidence(
        claims=tuple(sorted({c for e in evidences for c in e.claims})),
        support=best.support,
        confidence=best.confidence,
        modality=best.modality,
        documents=tuple(sorted({d for e in evidences for d in e.documents})),
    )


def _joint(first: Evidence, second: Evidence) -> Evidence:
    """Join evidence for two ends: a link is no better than its weaker end."""
    weaker = min(first, second, key=lambda e: (e.confidence, e.support, e.claims))
    return Evidence(
        claims=tuple(sorted({*first.claims, *second.claims})),
        support=weaker.support,
        confidence=weaker.confidence,
        modality=weaker.modality,
        documents=tuple(sorted({*first.documents, *second.documents})),
    )


def _relationship(  # one argument per stored fact, called by position above
    relationship_type: str,
    source: str,
    target: str,
    evidence: Evidence,
    days: tuple[str | None, str | None],
    layer: str,
    relation: str | None = None,
    literals: Mapping[str, Value] | None = None,
) -> Relationship:
    key = "\x1f".join((relationship_type, source, target, relation or ""))
    # In alphabetical order, so that only relations with values of their own need sorting.
    properties: dict[str, Value] = {
        "claims": list(evidence.claims),
        "confidence": evidence.confidence,
        "first_day": days[0],
        "last_day": days[1],
        "layer": layer,
        "modality": evidence.modality,
        "relation": relation,
        "support": evidence.support,
    }
    if literals:
        properties = dict(sorted((dict(literals) | properties).items()))
    return Relationship(
        id=hashlib.blake2b(key.encode(), digest_size=16).hexdigest(),
        type=relationship_type,
        source=source,
        target=target,
        properties={k: v for k, v in properties.items() if v is not None},
    )
