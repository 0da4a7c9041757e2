"""Who in records is a victim: nothing of them enters, by whatever way it is said.

Reads the same signs as the loader of graphs (:mod:`loaders.graphs.victims`), and goes on to
what only victims use, and to titles, names and statements that name them in passing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.roles.needles import Needles
from loaders.graphs.victims import Victims
from loaders.yaml_nodes import File
from ontology.access import access
from ontology.claim import Claim, Document
from ontology.model import Ontology

INSTEAD: Final = (
    "Lacak keeps victims, witnesses and migrants only as counted groups. Leave the person out, "
    "and tell how many there are in a Group (groupRole: victim) with groupSizeLower and "
    "groupSizeUpper."
)
"""What to do about a victim in a record."""

_CHANNEL: Final = "Channel"


@dataclass(slots=True)
class _Told:
    """What a file tells: values by property, by entity, and its classes."""

    classes: dict[str, str] = field(default_factory=dict)
    values: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


class RecordVictims:
    """The victims in one file of records.

    Args:
        file: The file.
        ontology: Says what a person is, and what leads to one.
        classes: Class of every entity that any file or dataset describes, by id.
    """

    def __init__(self, file: File, ontology: Ontology, classes: Mapping[str, str]) -> None:
        self._ontology = ontology
        self._classes = classes
        told = _told(file)
        self._victims = self._found(told)
        self._channels = self._used(told)
        self._needles = Needles(self._names(told), ())

    def problem(self, claim: Claim) -> str | None:
        """Return why a claim may not enter; nothing for all others."""
        mentioned = (claim.subject, claim.value, *claim.attributed_to)
        if any(entity in self._victims for entity in mentioned):
            return f"an individual victim, or something said of one. {INSTEAD}"
        if any(entity in self._channels for entity in mentioned):
            return f"a telephone or account that only victims are said to use. {INSTEAD}"
        texts = (*mentioned, claim.original or "", claim.locator or "")
        if any(map(self._needles.find, texts)):
            return (
                "a text or an id that names a victim of this file. Write what they are instead "
                "of who (korban asal Belu)."
            )
        return None

    def names(self, document: Document) -> bool:
        """Tell whether a document's citation names a victim of the file."""
        cited = (document.id, document.title, document.url, document.publisher, document.origin)
        return any(self._needles.find(text) for text in cited if text)

    def _found(self, told: _Told) -> Victims:
        victims = Victims(self._ontology)
        for subject, values in told.values.items():
            cls = self._ontology.classes.get(told.classes.get(subject, ""))
            for name, value in values:
                if victims.is_passive(name):
                    victims.suspect(value, subject, name)
                elif cls is None or not cls.is_relation:
                    if victims.is_word(value):
                        victims.tell(subject, name)
                elif victims.is_role(name, value):
                    for other, end in values:
                        if other == cls.source:
                            victims.suspect(end)
        victims.settle(self._classes, lambda _: {})
        return victims

    def _used(self, told: _Told) -> frozenset[str]:
        """Return the channels that victims and nobody else are said to use."""
        users: dict[str, set[bool]] = defaultdict(set)
        for subject, values in told.values.items():
            cls = self._ontology.classes.get(told.classes.get(subject, ""))
            if cls is None or not cls.is_relation:
                continue
            sources = [value for name, value in values if name == cls.source]
            for name, value in values:
                if name == cls.target and self._is_channel(value):
                    users[value].update(source in self._victims for source in sources)
        return frozenset(channel for channel, are in users.items() if are == {True})

    def _is_channel(self, entity_id: str) -> bool:
        cls = self._classes.get(entity_id)
        return cls in self._ontology.classes and self._ontology.is_a(str(cls), _CHANNEL)

    def _names(self, told: _Told) -> Iterator[tuple[str, str]]:
        identifying = access().signs.identifying | {"name"}
        for subject, values in told.values.items():
            if subject not in self._victims and subject not in self._channels:
                continue
            for name, value in values:
                prop = self._ontology.properties.get(name)
                if prop is not None and prop.value_type in identifying:
                    yield prop.value_type, value


def _told(file: File) -> _Told:
    """Read what a file says, as far as it is well formed; the rest is refused elsewhere."""
    told = _Told()
    top = file.mapping(file.root)
    for node in file.items(top["entities"]) if "entities" in top else ():
        keys = file.mapping(node)
        if not {"id", "class"} <= keys.keys():
            continue
        subject = file.text(keys["id"])
        told.classes[subject] = file.text(keys["class"])
        told.values[subject] = [
            (name, text)
            for name, value in keys.items()
            for item in file.items(value)
            if (text := file.plain(item)) is not None
        ]
    return told
