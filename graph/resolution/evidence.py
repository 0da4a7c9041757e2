"""What two records say beside their names, and whether that may join them.

A name is a claim about nobody in particular. What stands beside it - an identifier, a birth
date, a father, a home, a telephone, a shared case or document - is compared here, value by
value, and read against a floor that no score can buy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from graph.resolution.match import Match, Reason
from graph.resolution.names.identifiers import compare_identifiers
from graph.resolution.names.person import compare_persons
from graph.resolution.names.territory import squeeze
from graph.snapshots import Snapshot
from graph.store import Node
from ontology import edtf
from ontology.errors import ValueTypeError

Verdict = Literal["same", "review", "different"]

IDENTIFIERS: Final = ("nik", "passport", "phone", "account", "plate", "handle", "email")
"""Kinds of identifiers, as lists and tables name their columns."""

# A telephone or account is handed on and shared; these two are one person's.
_PERSONAL: Final = ("nik", "passport")
# Where the graph keeps an identifier: by property of the entity, or of a channel it uses.
_PROPERTIES: Final[Mapping[str, str]] = {
    "nik": "nik", "passportNumber": "passport", "documentNumber": "passport", "e164": "phone",
    "accountNumber": "account", "plate": "plate", "handle": "handle", "email": "email",
}  # fmt: skip
_CHANNEL_TYPES: Final = ("USES", "OCCUPIES", "OWNS")
# More people than a household beside one telephone: it is an agency's.
LARGEST_HOUSEHOLD: Final = 6


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a record says beside its name.

    Attributes:
        identifiers: Values by kind (:data:`IDENTIFIERS`).
        born: Birth date (EDTF), or ``None``.
        father: Father's name, or ``None``.
        regions: Names of home or seat, as written or as the graph's captions have them.
        linked: Ids of entities that the record is linked to, documents included.
    """

    identifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    born: str | None = None
    father: str | None = None
    regions: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()


def particulars(snapshot: Snapshot, node: Node) -> Particulars:
    """Return what the graph says of an entity beside its name."""
    links = snapshot.relationships_of(node.id)
    around = {i for r in links for i in (r.source, r.target)} - {node.id}
    # That two are proposed to be one is no evidence that they are.
    classes = snapshot.classes(sorted(around))
    around = {i for i in around if classes.get(i) != "PossiblySame"}
    ids = {r.target for r in links if r.type in _CHANNEL_TYPES}
    homes = {r.target for r in links if r.type in ("RESIDES_IN", "LOCATED_IN")}
    found: dict[str, list[str]] = {}
    for item in (node, *_exclusive(snapshot, sorted(ids))):
        for prop, kind in _PROPERTIES.items():
            found.setdefault(kind, []).extend(_texts(item.properties.get(prop)))
    return Particulars(
        identifiers={kind: tuple(values) for kind, values in found.items() if values},
        born=next(iter(_texts(node.properties.get("birthDate"))), None),
        father=next(iter(_texts(node.properties.get("fatherName"))), None),
        regions=tuple(str(n.properties.get("caption", "")) for n in snapshot.nodes(sorted(homes))),
        linked=frozenset(around),
    )


def _exclusive(snapshot: Snapshot, ids: Collection[str]) -> Iterator[Node]:
    """Yield the channels that no more entities use than a household has people."""
    for node in snapshot.nodes(list(ids)):
        users = [r for r in snapshot.relationships_of(node.id) if r.type in _CHANNEL_TYPES]
        if len(users) <= LARGEST_HOUSEHOLD:
            yield node


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def compare_particulars(one: Particulars, other: Particulars) -> list[Reason]:
    """Return what agrees, contradicts, and is missing beside the names; no penalties."""
    return [
        *_identifier_reasons(one, other),
        *_birth_reasons(one.born, other.born),
        *_father_reasons(one.father, other.father),
        *_region_reasons(one.regions, other.regions),
        *_shared_reasons(one.linked & other.linked),
    ]


def _identifier_reasons(one: Particulars, other: Particulars) -> Iterator[Reason]:
    for kind in IDENTIFIERS:
        left, right = one.identifiers.get(kind, ()), other.identifiers.get(kind, ())
        if not left or not right:
            continue
        matches = [compare_identifiers(kind, a, b) for a in left for b in right]
        best = max(matches, key=lambda m: m.score)
        if best.decision == "same":
            yield from (r for r in best.reasons if r.effect == "agreed")
        elif kind in _PERSONAL:
            yield from (r for r in best.reasons if r.effect == "disagreed")


def _birth_reasons(left: str | None, right: str | None) -> Iterator[Reason]:
    if not left or not right:
        return
    try:
        first, second = edtf.bounds(left), edtf.bounds(right)
    except ValueTypeError:
        return
    if first == second and first[0] is not None and first[0] == first[1]:
        yield Reason("agreed", "born", (left,))
    elif None in (*first, *second) or _overlap(first, second):
        return
    else:
        yield Reason("disagreed", "borns", (left, right))


def _overlap(first: tuple[object, object], second: tuple[object, object]) -> bool:
    return str(first[0]) <= str(second[1]) and str(second[0]) <= str(first[1])


def _father_reasons(left: str | None, right: str | None) -> Iterator[Reason]:
    if not left or not right:
        return
    decision = compare_persons(left, right).decision
    if decision == "same":
        yield Reason("agreed", "father", (left,))
    elif decision == "different":
        yield Reason("disagreed", "fathers", (left, right))


def _region_reasons(left: Collection[str], right: Collection[str]) -> Iterator[Reason]:
    known = {squeeze(text): text for text in left}
    shared = next((known[s] for s in map(squeeze, right) if s and s in known), None)
    if shared is not None:
        yield Reason("agreed", "home", (shared,))


def _shared_reasons(shared: frozenset[str]) -> Iterator[Reason]:
    documents = sorted(i for i in shared if i.startswith("doc:"))
    others = sorted(shared - set(documents))
    # Regions and agencies surround half the graph; what is left is a case, a company, a number.
    telling = [i for i in others if not i.startswith(("region:", "country:", "org:"))]
    if telling:
        yield Reason("agreed", "shared", (", ".join(telling[:4]),))
    if documents:
        yield Reason("agreed", "document", (", ".join(documents[:3]),))


def weigh_evidence(match: Match, beside: Collection[Reason], *, is_person: bool) -> Verdict:
    """Decide on two records by their names and what stands beside them.

    The floor: names alone never make two persons one, initials never do, and an identifier
    that contradicts the rest (one NIK under two names, or beside two birth dates) is for a
    person to look at. One name with two birth dates and no identifier in common are two.

    Args:
        match: Of the names.
        beside: From :func:`compare_particulars`.
        is_person: Whether the records are of persons.
    """
    agreed = {r.code for r in beside if r.effect == "agreed"}
    is_identified = bool(agreed.intersection(_PERSONAL))
    is_contradicted = any(r.effect == "disagreed" for r in beside)
    if match.decision == "different":
        return "review" if is_identified else "different"
    if is_contradicted:
        return "review" if is_identified else "different"
    if match.decision != "same" or _is_by_initials(match):
        return "review"
    if not is_person:
        return "same"
    return "same" if is_identified or "born" in agreed else "review"


def _is_by_initials(match: Match) -> bool:
    return any(reason.code in ("full name", "initial") for reason in match.reasons)
