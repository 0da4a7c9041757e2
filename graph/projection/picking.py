"""Which value of a property the graph shows, and whether sources contradict each other.

Contradicting claims live side by side in the ledger. The projection picks, by one stated
rule, and says that it picked: the value with the highest confidence, then the most
independent origins, then the first in the alphabet. A date that another one only makes
more precise is no contradiction, and the more precise one is picked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.ledger.rows import Stored
from graph.projection.evidence import Evidence, Source, weigh
from graph.store import Scalar
from ontology import edtf
from ontology.model import Property

_DATES = ("date", "interval")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that claims give a property, with what speaks for it."""

    value: str
    evidence: Evidence


def by_property(claims: Iterable[Stored]) -> dict[str, list[Stored]]:
    """Group claims by property, properties in alphabetical order."""
    grouped: dict[str, list[Stored]] = defaultdict(list)
    for stored in claims:
        grouped[stored.claim.property].append(stored)
    return dict(sorted(grouped.items()))


def by_value(claims: Iterable[Stored]) -> dict[str, list[Stored]]:
    """Group claims of one property by what they state."""
    grouped: dict[str, list[Stored]] = defaultdict(list)
    for stored in claims:
        grouped[stored.claim.value].append(stored)
    return grouped


def candidates(
    claims: Sequence[Stored],
    sources: Mapping[str, Source],
    *,
    is_saying: bool = False,
    told: Callable[[str, Sequence[Stored]], str] | None = None,
) -> list[Candidate]:
    """Return the distinct values that claims give one property, best first.

    Values that every source denies are left out.

    Args:
        claims: Of one property of one entity.
        sources: What is needed of every document, by id.
        is_saying: The entity is itself something said. Whoever denies has spoken: where
            nothing else stands, what is denied is kept, with no support.
        told: What a value is shown as, given the claims that state it; itself without it.
    """
    grouped = by_value(claims)
    if told is not None:
        stated, grouped = grouped, defaultdict(list)
        for value, group in stated.items():
            grouped[told(value, group)] += group
    found = [Candidate(value, weigh(group, sources)) for value, group in grouped.items()]
    standing = [c for c in found if c.evidence.support > 0] or (found if is_saying else [])
    return sorted(standing, key=lambda c: (-c.evidence.confidence, -c.evidence.support, c.value))


def pick(prop: Property, found: Sequence[Candidate]) -> tuple[Candidate, bool]:
    """Return the candidate to show for a single-valued property, and whether it conflicts.

    Args:
        prop: The property.
        found: Its candidates, best first; at least one.
    """
    if prop.value_type in _DATES and len(found) > 1:
        precise = [c for c in found if not any(_refines(o.value, c.value) for o in found)]
        return precise[0], len(precise) > 1
    return found[0], len(found) > 1


def _refines(finer: str, coarser: str) -> bool:
    (f0, f1), (c0, c1) = edtf.bounds(finer), edtf.bounds(coarser)
    if (f0, f1) == (c0, c1):
        return False
    starts_inside = c0 is None or (f0 is not None and f0 >= c0)
    return starts_inside and (c1 is None or (f1 is not None and f1 <= c1))


def typed(prop: Property, value: str) -> Scalar:
    """Return a canonical value as the type that graph engines store."""
    match prop.value_type:
        case "integer":
            return int(value)
        case "decimal" | "money":
            # Beyond 64 bits no engine keeps a whole number.
            is_whole = "." not in value and abs(int(value)) < 2**63
            return int(value) if is_whole else float(value)
        case "boolean":
            return value == "true"
        case _:
            return value
