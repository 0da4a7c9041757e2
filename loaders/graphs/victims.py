"""Who in a foreign file is a victim: individual victims do not enter.

Reads the signs from the ontology's rules of access (``access.ttl``): properties by which
something was done to someone, and roles of people to whom it was done.
"""

from __future__ import annotations

from collections.abc import Mapping

from loaders.graphs.options import KnownClasses
from ontology.access import access
from ontology.model import Ontology
from ontology.reading import VOCAB


class Victims:
    """The individual victims of one file.

    Args:
        ontology: Says what a person is, and what roles are called.
    """

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._signs = access().signs
        roles = ontology.property(self._signs.role_property).scheme
        concepts = ontology.scheme(str(roles)).concepts
        self._words = {
            text.casefold()
            for notation in self._signs.passive_roles
            for text in (notation, concepts[notation].label.id, concepts[notation].label.en)
        } | {f"{VOCAB}{roles}/{notation}" for notation in self._signs.passive_roles}
        # Groups include persons of every kind; only the role of the group tells which.
        self._tellers = {
            name: prop.name
            for name in self._signs.passive_ends
            for prop in ontology.properties_of(ontology.property(name).domain)
            if prop.scheme == roles and prop.name != self._signs.role_property
        }
        self._suspected: set[str] = set()
        self._waiting: list[tuple[str, str, str]] = []
        self._told: set[tuple[str, str]] = set()
        self._found: frozenset[str] = frozenset()

    def is_passive(self, property_name: str) -> bool:
        """Tell whether what the property leads to may be someone to whom something was done."""
        return property_name in self._signs.passive_ends

    def is_role(self, property_name: str, text: str) -> bool:
        """Tell whether a value gives someone the role of a victim."""
        return property_name == self._signs.role_property and self.is_word(text)

    def is_word(self, text: str) -> bool:
        """Tell whether a word, in Indonesian or English, means a victim."""
        return text in self._words or text.strip().casefold() in self._words

    def suspect(self, entity_id: str, subject: str = "", property_name: str = "") -> None:
        """Remember that something makes out an entity to be a victim.

        Args:
            entity_id: The entity.
            subject: What leads to it.
            property_name: By which property.
        """
        teller = self._tellers.get(property_name)
        if teller is None:
            self._suspected.add(entity_id)
        else:
            self._waiting.append((subject, teller, entity_id))

    def tell(self, subject: str, property_name: str) -> None:
        """Remember that a value of a property means victims."""
        self._told.add((subject, property_name))

    def settle(self, classes: Mapping[str, str], known: KnownClasses) -> None:
        """Keep those that are persons; groups of victims are welcome.

        Args:
            classes: Class by id of everything that the file describes.
            known: Looks the class of others up in the ledger.
        """
        self._suspected.update(i for s, teller, i in self._waiting if (s, teller) in self._told)
        elsewhere = known([i for i in sorted(self._suspected) if i not in classes])
        self._found = frozenset(
            i for i in self._suspected if self._is_person(classes.get(i) or elsewhere.get(i))
        )

    def _is_person(self, cls: str | None) -> bool:
        # Of what nobody describes, only an id is known; nothing of it can be shown.
        return cls is not None and self.ontology.is_a(cls, "Person")

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._found

    def __len__(self) -> int:
        return len(self._found)
