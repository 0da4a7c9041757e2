"""One pass over the claims: who is accused, who holds office, what is counted, what is named.

Says what the rules of ``access.ttl`` need to know of every entity, for all audiences at
once; decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.ledger.rows import Stored
from graph.projection.project import Projector
from graph.roles.coarse import province_of
from ontology.access import Access, StandingName
from ontology.claim import TYPE, Claim
from ontology.model import Property

_AGENT = "Agent"
_EVENT = "Event"
_CHANNEL = "Channel"


@dataclass(slots=True)
class Number:
    """What sources say about a number of people.

    Attributes:
        lower, upper: Bounds stated, in the order of claims.
        whom: Notations that tell whom it counts, by property.
    """

    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    whom: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def least(self) -> int:
        """The greatest number that some source says there are at least; 0 where none does."""
        return max(self.lower, default=0)


class Survey:
    """What a ledger says that the access rules ask for, by canonical id.

    Args:
        projector: The whole ledger's projection.
        rules: What to look for.

    Attributes:
        of_victims: Channels (telephones, accounts) that only victims are said to use.
        names: (type of value, value) of what singles an entity out.
        numbers: Numbers of people.
        ends: Canonical ids of both ends of every relation.
        told_in: Agents and events that a document says something of, by document.
        closed: Subjects of claims that are not public, by document; claims that only say to
            whom something was done, or to how many, are left out.
        provinces: Codes of the provinces that an entity lies in, as claimed.
        speaking: Subjects of claims that an entity is said to have made, by the speaker.
        neighbours: Entities that claims link, both ways.
        markings: All markings that claims bear.
    """

    def __init__(self, projector: Projector, rules: Access) -> None:
        self.projector = projector
        self.rules = rules
        self.markings: set[str] = set()
        self.active: set[str] = set()
        self.passive: set[str] = set()
        self.of_victims: set[str] = set()
        self.names: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.numbers: dict[str, Number] = defaultdict(Number)
        self.ends: dict[str, tuple[set[str], set[str]]] = {}
        self.told_in: dict[str, set[str]] = defaultdict(set)
        self.closed: dict[str, set[str]] = defaultdict(set)
        self.provinces: dict[str, set[str]] = defaultdict(set)
        self.speaking: dict[str, set[str]] = defaultdict(set)
        self.neighbours: dict[str, set[str]] = defaultdict(set)
        self._holds: dict[str, set[str]] = defaultdict(set)
        self._posts: dict[str, set[str]] = defaultdict(set)
        self._employers: dict[str, set[str]] = defaultdict(set)
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._involved: list[tuple[str, str, str]] = []
        for entity_id, claims in projector.entities():
            cls = projector.class_of.get(entity_id)
            if cls is not None:
                for stored in claims:
                    self._note(entity_id, stored)
        self._settle()

    # -- one claim ---------------------------------------------------------------------

    def _note(self, subject: str, stored: Stored) -> None:
        claim = stored.claim
        self.markings.add(claim.marking)
        for speaker in claim.attributed_to:
            self.speaking[self.projector.identity.of(speaker)].add(subject)
        if claim.property == TYPE:
            return
        prop = self.projector.ontology.property(claim.property)
        if prop.access != "public" and not self._tells_of_victims(claim):
            self.closed[self.projector.identity.of(claim.document)].add(subject)
        if prop.is_entity:
            self._note_link(subject, claim, prop)
        elif prop.value_type in self.rules.signs.identifying:
            self.names[subject].add((prop.value_type, claim.value))
        self._note_number(subject, claim)
        self._note_document(subject, claim)

    def _tells_of_victims(self, claim: Claim) -> bool:
        signs = self.rules.signs
        return (
            claim.property in signs.passive_ends
            or claim.property in signs.bounds
            or claim.property in signs.harmless
            or (claim.property == signs.role_property and claim.value in signs.passive_roles)
        )

    def _note_number(self, subject: str, claim: Claim) -> None:
        signs = self.rules.signs
        bound = signs.bounds.get(claim.property)
        if bound in ("lower", "upper") and claim.value.lstrip("-").isdigit():
            number = self.numbers[subject]
            (number.lower if bound == "lower" else number.upper).append(int(claim.value))
        elif claim.property in signs.harmless:
            self.numbers[subject].whom[claim.property].add(claim.value)
        elif claim.property == signs.role_property:
            self._roles[subject].add(claim.value)

    def _note_document(self, subject: str, claim: Claim) -> None:
        mentioned = [subject, *map(self.projector.identity.of, claim.attributed_to)]
        if self.projector.ontology.property(claim.property).is_entity:
            mentioned.append(self.projector.identity.of(claim.value))
        document = self.projector.identity.of(claim.document)
        self.told_in[document].update(e for e in mentioned if self.is_agent(e) or self._is_event(e))

    def _note_link(self, subject: str, claim: Claim, prop: Property) -> None:
        signs, target = self.rules.signs, self.projector.identity.of(claim.value)
        if prop.name in signs.locating:
            self._note_place(subject, target)
        self.neighbours[subject].add(target)
        self.neighbours[target].add(subject)
        relation = self.projector.ontology.relation_of(prop.name)
        if relation is not None:
            ends = self.ends.setdefault(subject, (set(), set()))
            ends[prop.name == relation.target].add(target)
        if prop.name == signs.holder:
            self._holds[target].add(subject)
        elif prop.name == signs.held_post:
            self._posts[subject].add(target)
        elif prop.name == signs.post_at:
            self._employers[subject].add(target)
        is_allegation = prop.access != "public" if relation is None else relation.layer == "suspect"
        if is_allegation and self.is_agent(target):
            self._involved.append((subject, prop.name, target))

    def _note_place(self, subject: str, target: str) -> None:
        code = province_of(self.projector.ontology, self.class_of(target), target)
        if code is not None:
            self.provinces[subject].add(code)

    # -- all of them -------------------------------------------------------------------

    def _settle(self) -> None:
        """Tell those who did something from those to whom it was done."""
        signs = self.rules.signs
        at_shared_ends: set[str] = set()
        for subject, prop, target in self._involved:
            roles = self._roles.get(subject, set())
            if prop in signs.shared_ends:
                at_shared_ends.add(target)
            elif prop in signs.passive_ends:
                is_passive = subject not in self.numbers or self.touches_victims(subject)
                (self.passive if is_passive else self.active).add(target)
            elif roles and roles <= signs.passive_roles:
                self.passive.add(target)
            elif not (roles and roles <= signs.neutral_roles):
                self.active.add(target)
        self.active |= at_shared_ends - self.passive
        users: dict[str, set[str]] = defaultdict(set)
        for sources, targets in self.ends.values():
            for target in filter(self._is_channel, targets):
                users[target] |= sources
        victims = self.passive - self.active
        self.of_victims = {channel for channel, who in users.items() if who and who <= victims}

    def _is_channel(self, entity_id: str) -> bool:
        cls = self.class_of(entity_id)
        return cls is not None and self.projector.ontology.is_a(cls, _CHANNEL)

    def class_of(self, entity_id: str) -> str | None:
        """Return the class of an entity; ``None`` where no claim says it."""
        return self.projector.class_of.get(entity_id)

    def is_agent(self, entity_id: str) -> bool:
        """Tell whether an entity is a person, group, or organisation."""
        cls = self.class_of(entity_id)
        return cls is not None and self.projector.ontology.is_a(cls, _AGENT)

    def _is_event(self, entity_id: str) -> bool:
        cls = self.class_of(entity_id)
        return cls is not None and self.projector.ontology.is_a(cls, _EVENT)

    def is_of_victims(self, entity_id: str) -> bool:
        """Tell whether an entity is a victim, people who may be victims, or the part they had."""
        roles = self._roles.get(entity_id)
        if roles:
            return roles <= self.rules.signs.passive_roles
        if entity_id in self.numbers:
            return self.touches_victims(entity_id)
        return entity_id in self.passive and entity_id not in self.active

    def touches_victims(self, entity_id: str) -> bool:
        """Tell whether a number counts people who may be victims: unless sources say not."""
        found: Mapping[str, set[str]] = self.numbers[entity_id].whom
        said = [
            notation in self.rules.signs.harmless[name]
            for name, notations in found.items()
            for notation in notations
        ]
        return not said or not all(said)

    def standing(self, entity_id: str) -> StandingName:
        """Return what a person or organisation is, by what is claimed of them."""
        if entity_id in self.active:
            return "accused"
        if entity_id in self.passive:
            return "victim"
        return "office-holder" if self._has_office(entity_id) else "private-person"

    def _has_office(self, entity_id: str) -> bool:
        ontology, offices = self.projector.ontology, self.rules.signs.offices
        return any(
            ontology.is_a(cls, office)
            for holding in self._holds.get(entity_id, ())
            for post in self._posts.get(holding, ())
            for employer in self._employers.get(post, ())
            for cls in (self.class_of(employer),)
            if cls is not None
            for office in offices
        )
