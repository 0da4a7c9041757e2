"""What one audience is shown of each entity: by class, standing, size, place, and name.

Every answer is worked out once from the survey. Names of what is hidden are looked for in
the names and ids of what is shown; an entity whose id holds one goes under a pseudonym.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from graph.projection.project import fold
from graph.roles.audience import Audience
from graph.roles.coarse import province_of
from graph.roles.needles import Needles, words
from graph.roles.pseudonyms import Pseudonyms
from graph.roles.survey import Survey
from ontology.access import Access, Treatment, closer
from ontology.model import Class, Ontology, Property

_GROUP = "Group"
_FAR = 3
"""Steps after which something that lies nowhere is no longer near a located thing."""


class Eye:
    """What an audience is shown.

    Args:
        audience: For whom.
        survey: What the ledger says.
        pseudonyms: Of the audience's role.
    """

    def __init__(self, audience: Audience, survey: Survey, pseudonyms: Pseudonyms) -> None:
        self.audience = audience
        self.survey = survey
        self.rules: Access = survey.rules
        self.ontology: Ontology = survey.projector.ontology
        self.pseudonyms = pseudonyms
        self._known: dict[str, Treatment] = {}
        self._properties = {
            name: self.rules.of_property(audience.role, name) for name in self.ontology.properties
        }

    @cached_property
    def needles(self) -> Needles:
        """Names and identifiers of everything that is hidden, to look for in what is shown."""
        return Needles(self._hidden_names(), self._public_names())

    # -- one entity --------------------------------------------------------------------

    def treatment(self, entity_id: str) -> Treatment:
        """Return what is shown of an entity; ``withheld`` where no claim says its class."""
        found = self._known.get(entity_id)
        if found is None:
            # Relations may end at each other; whoever asks in between learns nothing.
            self._known[entity_id] = "withheld"
            found = self._treatment(entity_id)
            self._known[entity_id] = found
        return found

    def property_treatment(self, name: str) -> Treatment:
        """Return what the role is shown of values of a property."""
        return self._properties[name]

    def is_visible(self, entity_id: str) -> bool:
        """Tell whether an entity is a node in the audience's snapshot."""
        return self.treatment(entity_id) in ("shown", "pseudonymised")

    def id_of(self, entity_id: str) -> str:
        """Return the id that a visible entity has in the audience's snapshot."""
        if self.treatment(entity_id) == "shown":
            return entity_id
        return self.pseudonyms.entity(entity_id, self.survey.projector.class_of[entity_id])

    def is_someone(self, entity_id: str) -> bool:
        """Tell whether an entity is a person or organisation."""
        cls = self.survey.class_of(entity_id)
        return cls is not None and self._is_any(cls, self.rules.signs.someone)

    def _treatment(self, entity_id: str) -> Treatment:
        cls = self.survey.class_of(entity_id)
        if cls is None or not self.is_near(entity_id):
            return "withheld"
        plain = self._plain(entity_id, cls)
        ends = self.survey.ends.get(entity_id)
        if plain != "withheld" and ends is not None:
            is_whole = all(any(map(self.is_visible, end)) for end in ends)
            return plain if is_whole else "withheld"
        if plain == "shown" and self.audience.rule.is_floored:
            # The name of one who is hidden may be the key of what is shown.
            if self.names_hidden(entity_id, entity_id.partition(":")[2]):
                stated = self.rules.of_class(self.audience.role, cls)
                return closer("pseudonymised", stated)
            return "shown" if self._is_open(entity_id) else "pseudonymised"
        return plain

    def names_hidden(self, entity_id: str, text: str) -> bool:
        """Tell whether a text about an entity holds the name of something hidden.

        A word or initials alone are evidence in a title, not in the name of another person
        or place; initials are none in the name of an organisation, which has its own.
        """
        cls = self.survey.class_of(entity_id)
        if cls is None or self._is_any(cls, self._own_names):
            return self.needles.find(text, has_words=False, has_initials=False) is not None
        is_agency = self._is_any(cls, self.rules.signs.someone)
        return self.needles.find(text, has_initials=not is_agency) is not None

    def _plain(self, entity_id: str, cls: str) -> Treatment:
        """Return what class, standing and size say, before names are looked at."""
        role = self.audience.role
        stated = self.rules.of_class(role, cls)
        if self._is_any(cls, self.rules.signs.someone):
            standing = self.survey.standing(entity_id)
            is_person = not self.ontology.is_a(cls, "Organization")
            if standing == "accused" and self._is_any(cls, self.rules.signs.unaccused):
                return stated
            if standing == "accused" or is_person:
                return self.rules.of_standing(role, standing) or stated
        if entity_id in self.survey.of_victims:
            return self.rules.of_standing(role, "victim") or stated
        return "withheld" if self._is_small(entity_id, cls) else stated

    def _is_small(self, entity_id: str, cls: str) -> bool:
        """Tell whether a number of possible victims is below the least the role may know of."""
        least = self.audience.rule.least_group
        if not least or not self._is_any(cls, self._counted):
            return False
        number = self.survey.numbers.get(entity_id)
        return number is None or (number.least < least and self.survey.touches_victims(entity_id))

    def _is_open(self, entity_id: str) -> bool:
        """Tell whether a document says nothing that the audience may not see.

        A headline may name anyone, so it is shown only where all that its document says is:
        agents, and events that may have victims. Whether it tells of victims makes no
        difference, or the first one whom it tells of would show.
        """
        cls = self.survey.projector.class_of[entity_id]
        if not self.ontology.is_a(cls, "Document"):
            return True
        survey = self.survey
        told = survey.told_in.get(entity_id, set())
        closed = survey.closed.get(entity_id, set())
        is_public = all(map(survey.is_of_victims, closed))
        return is_public and all(
            survey.is_of_victims(a) or self.treatment(a) == "shown" for a in told
        )

    _own_names = ("Person", "Territory")

    # -- territory ---------------------------------------------------------------------

    def is_near(self, entity_id: str) -> bool:
        """Tell whether the audience's territory does not take an entity away."""
        wanted, cls = set(self.audience.provinces), self.survey.class_of(entity_id)
        if not wanted or (cls is not None and self._is_any(cls, self.rules.signs.everywhere)):
            return True
        return any(not wanted.isdisjoint(near) for near in self.nearest(entity_id))

    def nearest(self, entity_id: str) -> Iterator[set[str]]:
        """Yield the provinces of the entity, or of the nearest things that lie somewhere.

        Not through organisations: a ministry is near everything.
        """
        level, seen = [entity_id], {entity_id}
        for _ in range(_FAR):
            located = [p for e in level if (p := self.survey.provinces.get(e))]
            if located:
                yield from located
                return
            around = {n for e in level for n in self.survey.neighbours.get(e, ())} - seen
            seen |= around
            level = [e for e in around if not self._is_everywhere(e)]

    def _is_everywhere(self, entity_id: str) -> bool:
        cls = self.survey.class_of(entity_id)
        return cls is None or self._is_any(cls, self.rules.signs.everywhere)

    # -- names -------------------------------------------------------------------------

    def _hidden_names(self) -> Iterator[tuple[str, str]]:
        for entity_id, names in self.survey.names.items():
            cls = self.survey.class_of(entity_id)
            if cls is None or self._plain(entity_id, cls) == "shown":
                continue
            is_someone = self._is_any(cls, self.rules.signs.someone)
            for value_type, value in names:
                if is_someone or value_type != "name":
                    yield value_type, value

    def _public_names(self) -> Iterator[str]:
        """Yield names of places and the words of the ontology: no evidence of anyone."""
        for entity_id, names in self.survey.names.items():
            cls = self.survey.class_of(entity_id)
            if cls is not None and self.ontology.is_a(cls, "Territory"):
                yield from (value for _, value in names)
        terms: list[Class | Property] = [*self.ontology.classes.values()]
        terms += self.ontology.properties.values()
        for term in terms:
            yield from (term.name, term.label.id, term.label.en)
        for scheme in self.ontology.schemes.values():
            for concept in scheme.concepts.values():
                yield from (concept.notation, concept.label.id, concept.label.en)

    # -- numbers -----------------------------------------------------------------------

    @cached_property
    def group_role(self) -> str:
        """Property that tells whom a group counts."""
        told = self.rules.signs.harmless
        return next(n for n in told if self.ontology.property(n).domain == _GROUP)

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that are nodes of the audience's snapshot."""
        known = self.survey.projector.class_of
        found = (province_of(self.ontology, c, e) for e, c in known.items() if c == "Province")
        near = set(self.audience.provinces)
        return tuple(sorted(code for code in found if code and (not near or code in near)))

    def is_group(self, entity_id: str) -> bool:
        """Tell whether an entity is a counted group."""
        return self.survey.class_of(entity_id) == _GROUP

    @cached_property
    def organization_names(self) -> frozenset[str]:
        """Folded names of organisations that the audience is shown by name."""
        return frozenset(
            fold(value)
            for entity_id, names in self.survey.names.items()
            if self.is_someone(entity_id) and self.treatment(entity_id) == "shown"
            for _, value in names
            if not self.names_hidden(entity_id, value)
        )

    @cached_property
    def gated(self) -> tuple[str, ...]:
        """What no file of the audience's snapshot may hold: names whole, and identifiers.

        A single name that a visible person or place shares is left out: it is theirs too.
        """
        shared = {
            word
            for entity_id, names in self.survey.names.items()
            if self.treatment(entity_id) == "shown"
            for _, value in names
            for word in words(value)
        }
        return (*self.needles.phrases, *self.needles.numbers, *(self.needles.words - shared))

    @cached_property
    def _counted(self) -> frozenset[str]:
        """Classes that have bounds of a number of people."""
        bounds = self.rules.signs.bounds
        return frozenset(self.ontology.property(name).domain for name in bounds)

    def _is_any(self, cls: str, ancestors: Iterable[str]) -> bool:
        line = self.ontology.cls(cls).ancestors
        return any(ancestor in line for ancestor in ancestors)
