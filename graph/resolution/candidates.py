"""Which records of a graph may speak of one entity, by name, with the evidence beside it.

Names alone never merge persons: pairs of persons are only ever proposed. Organisations
whose names are spellings of one name may be joined by rule (:func:`by_rule`); every join
is a decision in the ledger, with its reason, and can be undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision
from graph.projection.identity import effective
from graph.resolution.compare import compare
from graph.resolution.errors import UnmatchableClassError
from graph.resolution.evidence import (
    Particulars,
    Verdict,
    compare_particulars,
    particulars,
    weigh_evidence,
)
from graph.resolution.match import REVIEW_AT, Match, Reason
from graph.resolution.names.orthography import key
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Language, Ontology

RULE = "rule:organization-name@1"
"""Who decides when :func:`by_rule` joins two organisations."""

# A word that more records share than this names nobody in particular (PT, Polda, Siti).
_LARGEST_BLOCK = 150
_NAMES = ("name", "alias", "abbreviation")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be one entity.

    Attributes:
        left, right: Canonical ids, in order.
        class_name: Class that both were compared as.
        match: Score, decision on names alone, and its reasons.
        left_caption, right_caption: The names that came nearest.
        is_one_name: Two names in full, not acronyms, are spellings of one name, and neither
            has a word that the other lacks.
        beside: What agrees and contradicts beside the names: identifiers, birth date, father,
            home, what both are linked to.
        verdict: Names and evidence together; ``same`` is never reached by persons on names.
        shared: Ids of entities that both are linked to: evidence beyond the name.
    """

    left: str
    right: str
    class_name: str
    match: Match
    left_caption: str
    right_caption: str
    is_one_name: bool
    beside: tuple[Reason, ...] = ()
    verdict: Verdict = "review"
    shared: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Everything that agrees, contradicts, and is missing: names first."""
        return (*self.match.reasons, *self.beside)

    @property
    def explanation(self) -> str:
        """The verdict with its reasons, in one line."""
        match = self.match
        whole = Match(match.score, self.verdict, self.reasons, match.rarity_bits, match.language)
        return whole.explanation


def candidates(
    snapshot: Snapshot,
    ontology: Ontology,
    decisions: Iterable[Decision] = (),
    *,
    class_name: str = "Agent",
    language: Language = "id",
) -> list[Candidate]:
    """Return undecided pairs whose names may be one name, most alike first.

    Args:
        snapshot: Where records are.
        ontology: Resolves classes.
        decisions: Pairs that these decide are left out.
        class_name: Only this class and its descendants.
        language: Of the explanations.

    Raises:
        UnknownTermError: There is no such class.
    """
    decided = {frozenset((d.left, d.right)) for d in effective(decisions) if d.right}
    wanted = set(ontology.descendants(class_name)) - set(ontology.descendants("Group"))
    nodes = {n.id: n for n in snapshot.nodes_of_class(sorted(wanted))}
    found = []
    for left, right in _pairs(nodes):
        if frozenset((left.id, right.id)) in decided:
            continue
        candidate = _compare(left, right, ontology, language)
        if candidate is not None:
            found.append(candidate)
    found.sort(key=lambda c: (-c.match.score, c.left, c.right))
    known = {
        i: particulars(snapshot, nodes[i]) for i in {e for c in found for e in (c.left, c.right)}
    }
    judged = (_with_evidence(candidate, known, ontology) for candidate in found)
    return [c for c in judged if c.verdict != "different"]


def compare_nodes(
    snapshot: Snapshot, ontology: Ontology, left: Node, right: Node, *, language: Language = "id"
) -> Candidate:
    """Compare two nodes by names and evidence, however little alike they are.

    Raises:
        UnmatchableClassError: Nothing of these classes can be compared.
    """
    candidate = _compare(left, right, ontology, language, least=0.0)
    if candidate is None:
        raise UnmatchableClassError(f"{left.labels[0]} / {right.labels[0]}")
    known = {node.id: particulars(snapshot, node) for node in (left, right)}
    return _with_evidence(candidate, known, ontology)


def _pairs(nodes: Mapping[str, Node]) -> Iterator[tuple[Node, Node]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in nodes.values():
        for word in {key(w) for name in _names(node) for w in name.split() if len(w) > 2}:
            blocks[word].append(node.id)
    seen: set[tuple[str, str]] = set()
    for ids in blocks.values():
        if len(ids) <= _LARGEST_BLOCK:
            seen.update(combinations(sorted(ids), 2))
    for left, right in sorted(seen):
        yield nodes[left], nodes[right]


def _names(node: Node) -> list[str]:
    found: list[str] = []
    for prop in _NAMES:
        found += [str(v) for v in _list(node.properties.get(prop))]
    return found


def _compare(
    left: Node, right: Node, ontology: Ontology, language: Language, least: float = REVIEW_AT
) -> Candidate | None:
    cls = _common(left.labels[0], right.labels[0], ontology)
    if cls is None:
        return None
    best: tuple[float, Match, str, str] | None = None
    is_one_name = False
    for a in _names(left)[:6]:
        for b in _names(right)[:6]:
            try:
                match = compare(cls, a, b, language=language)
            except UnmatchableClassError:
                return None
            is_one_name |= _is_one_name(left, right, match, a, b)
            if best is None or match.score > best[0]:
                best = (match.score, match, a, b)
    if best is None or best[0] < least:
        return None
    _, match, a, b = best
    return Candidate(left.id, right.id, cls, match, a, b, is_one_name)


def _is_one_name(left: Node, right: Node, match: Match, a: str, b: str) -> bool:
    own = [{str(v) for v in _list(node.properties.get("name"))} for node in (left, right)]
    # A name all in capitals is an acronym, which many companies can share.
    has_words = all(any(not word.isupper() for word in name.split()) for name in (a, b))
    is_in_full = a in own[0] and b in own[1] and has_words
    return is_in_full and match.decision == "same" and not match.missing


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _common(left: str, right: str, ontology: Ontology) -> str | None:
    """Return the class to compare two records as, if they can be one thing at all."""
    if ontology.is_a(left, "Person") != ontology.is_a(right, "Person"):
        return None
    if ontology.is_a(left, right):
        return left
    if ontology.is_a(right, left):
        return right
    # A ministry and a newspaper are never one; a company and a training centre may be.
    is_public = [ontology.is_a(c, "PublicBody") for c in (left, right)]
    return "Organization" if is_public == [False, False] else None


def _with_evidence(
    candidate: Candidate, known: Mapping[str, Particulars], ontology: Ontology
) -> Candidate:
    one, other = known[candidate.left], known[candidate.right]
    beside = compare_particulars(one, other)
    is_person = ontology.is_a(candidate.class_name, "Person")
    if is_person and not any(reason.effect == "agreed" for reason in beside):
        beside.append(Reason("missing", "alone"))
    verdict = weigh_evidence(candidate.match, beside, is_person=is_person)
    # One acronym, or a branch beside its house, is no proof that two bodies are one.
    is_proof = is_person or candidate.is_one_name
    return replace(
        candidate,
        beside=tuple(beside),
        verdict="review" if verdict == "same" and not is_proof else verdict,
        shared=tuple(sorted(one.linked & other.linked)),
    )


def by_rule(found: Sequence[Candidate], ontology: Ontology) -> list[Candidate]:
    """Return the pairs that may be joined without a person deciding.

    Companies whose names in full are spellings of one name, legal form included. Never
    persons, whatever their names; never public bodies, whose ids are curated; never
    acronyms or names of which one has a word more.
    """
    return [
        c
        for c in found
        if c.is_one_name and c.verdict == "same" and ontology.is_a(c.class_name, "Company")
    ]


def join(ledger: Ledger, chosen: Iterable[Candidate]) -> list[Decision]:
    """Record a ``same`` decision for each pair, with its explanation as the reason."""
    return [ledger.decide("same", c.left, c.right, RULE, c.explanation) for c in chosen]
