"""Who sees what: the frozen model of ``access.ttl``, and nothing that is not in it.

Owns roles, treatments, standings, and the floor. Refuses to know about graphs: what a rule
means for a claim is worked out in ``graph.roles``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ontology.errors import UnknownTermError
from ontology.model import Ontology, Text, load

Treatment = Literal["shown", "coarse", "pseudonymised", "withheld"]
StandingName = Literal["accused", "victim", "office-holder", "private-person"]

OPENNESS: tuple[Treatment, ...] = ("withheld", "pseudonymised", "coarse", "shown")
"""Treatments, the closest first; where two rules meet, the closer one holds."""

DEFAULT_ROLE = "investigator"
"""Role of whoever works on their own machine: they hold the ledger file anyway."""


@dataclass(frozen=True, slots=True)
class Role:
    """One role.

    Attributes:
        name: ``policy``, ``analyst``, ``investigator`` or ``administrator``.
        label, definition: For people.
        rank: The higher sees more; 0 reads no data.
        marking: The greatest marking (notation of ``markings``) of claims that it sees.
        is_floored: Numbers that touch victims are rounded down for it.
        least_group: The least number of people of which a counted group, or a count that
            touches victims, exists for it at all.
    """

    name: str
    label: Text
    definition: Text
    rank: int
    marking: str
    is_floored: bool
    least_group: int

    @property
    def reads_data(self) -> bool:
        """Whether the role has a snapshot at all."""
        return self.rank > 0


@dataclass(frozen=True, slots=True)
class Named:
    """A treatment or standing with its texts."""

    name: str
    label: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Floor:
    """How numbers that touch victims are published.

    Attributes:
        multiple: Numbers are rounded down to a multiple of it.
        definition: The rule in words; stands next to every such number.
    """

    multiple: int
    label: Text
    definition: Text

    def down(self, number: int) -> int:
        """Return a number rounded down."""
        return number - number % self.multiple


@dataclass(frozen=True, slots=True)
class Signs:
    """What in claims the rules read; names of properties, classes, types, and notations.

    Attributes:
        passive_ends: Properties by which something was done to someone.
        shared_ends: Properties that lead to victims as to the accused, and accuse no victim.
        passive_roles: Notations of ``roles`` of people to whom it was done.
        neutral_roles: Notations of ``roles`` that accuse no one.
        role_property: Property that tells the role within a relation.
        unaccused: Classes that no allegation hides.
        holder, held_post, post_at: Properties from a post held to its holder and post, and
            from the post to its organisation.
        offices: Classes of organisations whose posts are public offices.
        bounds: ``lower``, ``upper`` or ``exactness`` by property, for numbers of people.
        harmless: Notations that touch no victim, by the property that tells whom a number
            counts.
        locating: Properties by which something lies somewhere.
        everywhere: Classes that no territory scope takes away.
        identifying: Types of value that single someone out.
        someone: Classes whose names are somebody's.
        called: Words by which headers of tables call people, by standing.
    """

    passive_ends: frozenset[str]
    shared_ends: frozenset[str]
    passive_roles: frozenset[str]
    neutral_roles: frozenset[str]
    role_property: str
    unaccused: frozenset[str]
    holder: str
    held_post: str
    post_at: str
    offices: frozenset[str]
    bounds: Mapping[str, str]
    harmless: Mapping[str, frozenset[str]]
    locating: frozenset[str]
    everywhere: frozenset[str]
    identifying: frozenset[str]
    someone: frozenset[str]
    called: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Access:
    """Every rule of ``access.ttl``; immutable, read once per process.

    Attributes:
        roles: By name, the least privileged reader first, administrator last.
        treatments, standings: By name, in file order.
        floor: How numbers that touch victims are published.
        markings: Notations, the freest first (Traffic Light Protocol 2.0).
        signs: What in claims the rules read.
    """

    roles: Mapping[str, Role]
    treatments: Mapping[str, Named]
    standings: Mapping[str, Named]
    floor: Floor
    markings: tuple[str, ...]
    signs: Signs
    _rules: Mapping[tuple[str, str], Treatment]
    _ontology: Ontology

    def role(self, name: str) -> Role:
        """Return a role by name.

        Raises:
            UnknownTermError: There is none; the nearest names are suggested.
        """
        found = self.roles.get(name)
        if found is None:
            raise UnknownTermError("role", name, self.roles)
        return found

    def rule_for(self, role: str) -> Text | None:
        """Return the rule that a role's numbers stand under; ``None`` where they are exact.

        Raises:
            UnknownTermError: There is no such role.
        """
        return self.floor.definition if self.role(role).is_floored else None

    def of_class(self, role: str, class_name: str) -> Treatment:
        """Return what a role is shown of entities of a class.

        The rule of the nearest ancestor, narrowed by the class's level.
        """
        cls = self._ontology.cls(class_name)
        if not self.role(role).reads_data:
            return "withheld"
        rules = (self._rules.get((f"class {a}", role)) for a in cls.ancestors)
        stated: Treatment = next((r for r in rules if r is not None), "withheld")
        return closer(stated, self._rules.get((f"level {cls.access}", role), "withheld"))

    def of_property(self, role: str, property_name: str) -> Treatment:
        """Return what a role is shown of values of a property.

        Its own rule; else that of its type of value, narrowed by its level.
        """
        prop = self._ontology.property(property_name)
        if not self.role(role).reads_data:
            return "withheld"
        own = self._rules.get((f"property {prop.name}", role))
        if own is not None:
            return own
        by_type = self._rules.get((f"type {prop.value_type}", role), "shown")
        level = self._rules.get((f"level {prop.access}", role), "withheld")
        # A value has no pseudonym: it is shown, made coarse, or left out.
        return "withheld" if level == "pseudonymised" else closer(by_type, level)

    def of_standing(self, role: str, standing: StandingName) -> Treatment | None:
        """Return the rule that a standing has for a role; ``None`` where the class decides."""
        return self._rules.get((f"standing {standing}", role))

    def may_see(self, role: str, class_name: str) -> bool:
        """Tell whether any entity of a class can be in a role's snapshot.

        Persons are the one class whose standing decides: policy sees office-holders.
        """
        if self.of_class(role, class_name) != "withheld":
            return True
        is_person = self._ontology.is_a(class_name, "Person")
        return is_person and self.of_standing(role, "office-holder") == "shown"

    def is_within(self, marking: str, greatest: str) -> bool:
        """Tell whether a claim's marking is at most another.

        Raises:
            UnknownTermError: One of them is no marking.
        """
        return self._order(marking) <= self._order(greatest)

    def _order(self, marking: str) -> int:
        if marking not in self.markings:
            raise UnknownTermError("marking", marking, self.markings)
        return self.markings.index(marking)


def closer(one: Treatment, other: Treatment) -> Treatment:
    """Return the treatment that shows less."""
    return min(one, other, key=OPENNESS.index)


@cache
def access() -> Access:
    """Read ``access.ttl``.

    Raises:
        OntologyError: The file does not parse, or a rule is incomplete or names no term.
    """
    from ontology.access_reading import read

    return read(load())
