"""The ledger of agreements: who promised what by when, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from graph.services.territories import (
    Gazetteer,
    Links,
    caption_of,
    covering,
    day_of,
    links,
    reverse,
)
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Ontology

State = Literal["done", "overdue", "due", "undated"]
"""Evidence is on record; the deadline has passed without; it has not passed; none was set."""

_ACTED: Final = ("CONDUCTED_BY", "ASSISTED_BY", "LED_BY", "HAS_PARTY")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a list shows it."""

    id: str
    caption: str
    class_name: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment of an agreement.

    Attributes:
        text: What is promised, in the record's words.
        parties: Who promised; empty where the source says only that it was agreed.
        deadline: ISO day or EDTF as sources give it, ``None`` where none was set.
        proof: What shows that it was carried out.
    """

    id: str
    text: str
    parties: tuple[Named, ...]
    deadline: str | None
    proof: tuple[Named, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Entry:
    """One agreement in the ledger.

    Attributes:
        provinces: Ids of the provinces that it covers.
        promises: Its commitments, those with a deadline first.
        evidence: What implements it, what it led to, and what shows a promise kept.
        joint: Later events in which two or more of its parties acted.
        is_gap: None of these is on record. That is no finding that nothing was done.
    """

    id: str
    caption: str
    class_name: str
    day: str | None
    parties: tuple[Named, ...]
    provinces: tuple[str, ...]
    promises: tuple[Promise, ...]
    evidence: tuple[Named, ...]
    joint: tuple[Named, ...]
    support: int

    @property
    def is_gap(self) -> bool:
        """Whether nothing on record shows that it was carried out."""
        return not self.evidence and not self.joint


def entries(snapshot: Snapshot, ontology: Ontology) -> tuple[Entry, ...]:
    """Return every agreement, the latest first and the undated last.

    Deadlines are compared with the day on which the snapshot was built, or as of which.
    """
    agreements = snapshot.nodes_of_class(ontology.descendants("Agreement"))
    book = _Book(snapshot, ontology, agreements)
    found = [book.entry(n) for n in agreements]
    found.sort(key=lambda e: e.id)
    return tuple(sorted(found, key=lambda e: e.day or "", reverse=True))


class _Book:
    """Everything that entries are put together from, read once."""

    def __init__(self, snapshot: Snapshot, ontology: Ontology, agreements: list[Node]) -> None:
        self.today = (snapshot.manifest.as_of or snapshot.manifest.built)[:10]
        self.parties = links(snapshot, "HAS_PARTY")
        self.promises = reverse(links(snapshot, "COMMITTED_IN"))
        self.promisers = links(snapshot, "COMMITS")
        self.proofs = links(snapshot, "FULFILLED_BY")
        self.followed = _joined(
            reverse(links(snapshot, "IMPLEMENTS")), links(snapshot, "RESULTED_IN")
        )
        self.acted = _acted(snapshot, ontology)
        covered = covering(snapshot, Gazetteer(snapshot, ontology), agreements)
        self.covered = {agreement: tuple(sorted(where)) for agreement, where in covered.items()}
        wanted = {i for way in self._named() for ids in way.values() for i in ids}
        wanted |= {i for ids in self.promises.values() for i in ids}
        self.nodes = {n.id: n for n in snapshot.nodes(sorted(wanted))}
        self.events = {n.id: n for n in snapshot.nodes_of_class(ontology.descendants("Event"))}

    def _named(self) -> tuple[Links, ...]:
        return self.parties, self.promisers, self.proofs, self.followed

    def entry(self, node: Node) -> Entry:
        promises = [self.promise(self.nodes[i]) for i in self.promises.get(node.id, ())]
        promises.sort(key=lambda p: (p.deadline or "9999", p.id))
        kept = {p.id: p for promise in promises for p in promise.proof}
        followed = [i for i in self.followed.get(node.id, ()) if i not in kept]
        return Entry(
            id=node.id,
            caption=caption_of(node),
            class_name=node.labels[0],
            day=day_of(node),
            parties=self.named(self.parties.get(node.id, ())),
            provinces=self.covered[node.id],
            promises=tuple(promises),
            evidence=(*kept.values(), *self.named(followed)),
            joint=self.joint(node),
            support=_whole(node.properties.get("support")),
        )

    def promise(self, node: Node) -> Promise:
        deadline = node.properties.get("deadline")
        told = str(deadline[0] if isinstance(deadline, list) else deadline) if deadline else None
        proof = self.named(self.proofs.get(node.id, ()))
        description = node.properties.get("description")
        text = str(description[0]) if isinstance(description, list) else caption_of(node)
        return Promise(
            id=node.id,
            text=text,
            parties=self.named(self.promisers.get(node.id, ())),
            deadline=told,
            proof=proof,
            state=_state(told, self.today, is_done=bool(proof)),
        )

    def joint(self, node: Node) -> tuple[Named, ...]:
        last = node.properties.get("last_day")
        if not isinstance(last, str):
            return ()
        partners: dict[str, int] = {}
        for party in self.parties.get(node.id, ()):
            for event in self.acted.get(party, ()):
                partners[event] = partners.get(event, 0) + 1
        found = [self.events[e] for e, n in partners.items() if n > 1]
        later = [e for e in found if (day_of(e) or "") > last]
        return tuple(_named(e) for e in sorted(later, key=lambda e: (day_of(e) or "", e.id)))

    def named(self, ids: Iterable[str]) -> tuple[Named, ...]:
        return tuple(_named(self.nodes[i]) for i in ids if i in self.nodes)


def _named(node: Node) -> Named:
    return Named(node.id, caption_of(node), node.labels[0])


def _joined(*ways: Links) -> Links:
    found: dict[str, set[str]] = {}
    for way in ways:
        for source, targets in way.items():
            found.setdefault(source, set()).update(targets)
    return {source: tuple(sorted(targets)) for source, targets in found.items()}


def _acted(snapshot: Snapshot, ontology: Ontology) -> Mapping[str, set[str]]:
    """Return the events in which each actor acted."""
    events = {n.id for n in snapshot.nodes_of_class(ontology.descendants("Event"))}
    found: dict[str, set[str]] = {}
    for event, actors in links(snapshot, *_ACTED).items():
        for actor in actors if event in events else ():
            found.setdefault(actor, set()).add(event)
    for actor, taken in links(snapshot, "PARTICIPATED_IN").items():
        found.setdefault(actor, set()).update(e for e in taken if e in events)
    return found


def _state(deadline: str | None, today: str, *, is_done: bool) -> State:
    if is_done:
        return "done"
    if deadline is None:
        return "undated"
    # A deadline of a month or a year has passed when all of it has.
    return "overdue" if deadline < today[: len(deadline)] else "due"


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
