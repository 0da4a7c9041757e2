"""FollowTheMoney: one entity per line, by the alignments; the rest under ``lacak``.

An entity whose class has no schema there is left out and counted. The exact class, and
values that the schema has no property for, stand under the key ``lacak``, which other tools
pass on or ignore and a load of Lacak reads; beside numbers of people, the rule that they are
rounded by.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TextIO

import orjson

from graph.export.entities import Collector, Entity, Fact
from graph.services.floor import floor_rule
from graph.snapshots import Snapshot
from ontology.access import access
from ontology.aligned import Aligned
from ontology.claim import iri_of
from ontology.foreign import FTM, to_ftm
from ontology.model import Ontology, Property


def write(
    snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Sequence[str] | None
) -> Counter[str]:
    """Write entities as JSON lines; return how many of each class were left out."""
    writer = _Writer(snapshot, ontology)
    left_out: Counter[str] = Counter()
    for entity in Collector(snapshot, ontology, ids):
        if writer.is_folded(entity):
            continue
        made = writer.line(entity)
        if made is None:
            left_out[entity.cls.name] += 1
        else:
            file.write(made)
    return left_out


class _Writer:
    def __init__(self, snapshot: Snapshot, ontology: Ontology) -> None:
        self.snapshot = snapshot
        self.ontology = ontology
        self.aligned = Aligned(ontology)
        # Numbers and addresses that FollowTheMoney writes beside their users.
        self._channels: dict[str, Property] = {}
        for term in ("phone", "email"):
            prop = self.aligned.channel(FTM + term)
            if prop is not None:
                self._channels[prop.domain] = prop
        self._use = next(c for c in ontology.classes.values() if self._end(c.target) == "Channel")
        self._folded = self._fold()
        self._rule = floor_rule(snapshot)

    def _end(self, name: str | None) -> str | None:
        return None if name is None else self.ontology.property(name).range

    def _fold(self) -> dict[str, list[tuple[str, str]]]:
        """Return (property, value) of the channels of each user."""
        keys: dict[str, tuple[str, str]] = {}
        for node in self.snapshot.nodes_of_class(list(self._channels)):
            prop = self._channels[node.labels[0]]
            value = node.properties.get(prop.name)
            if isinstance(value, str):
                keys[node.id] = (prop.name, value)
        used: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for link in self.snapshot.all_relationships() if keys else ():
            if link.type == self._use.relationship_type and link.target in keys:
                used[link.source].append(keys[link.target])
        return used

    def is_folded(self, entity: Entity) -> bool:
        """Tell whether an entity is written beside its user."""
        if entity.cls.name in self._channels:
            return True
        if entity.cls.name != self._use.name:
            return False
        targets = self.snapshot.nodes(entity.values(str(self._use.target)))
        return any(node.labels[0] in self._channels for node in targets)

    def line(self, entity: Entity) -> str | None:
        """Return an entity as a line; ``None`` if no schema fits, or a link lacks an end."""
        schema = self.aligned.their_class(entity.cls.name, FTM)
        ends = (entity.cls.source, entity.cls.target)
        if schema is None or not all(entity.values(end) for end in ends if end is not None):
            return None
        said: dict[str, list[str]] = defaultdict(list)
        extra: dict[str, list[str]] = defaultdict(list)
        for fact in entity.facts:
            name = self._their_name(entity, fact, schema)
            if name is None:
                extra[fact.prop.name].append(_extra(fact))
            elif (text := self._text(fact)) not in said[name]:
                said[name].append(text)
        for prop_name, value in self._folded.get(entity.id, ()):
            for name in self.aligned.their_properties(prop_name, schema):
                said[name.removeprefix(FTM)].append(value)
        own = self._own(entity, schema, extra)
        body = {
            "id": to_ftm(entity.id),
            "caption": entity.caption,
            "schema": schema.removeprefix(FTM),
            "properties": {name: sorted(set(texts)) for name, texts in sorted(said.items())},
            **({"lacak": own} if own else {}),
        }
        return orjson.dumps(body).decode() + "\n"

    def _own(
        self, entity: Entity, schema: str, extra: dict[str, list[str]]
    ) -> dict[str, str | dict[str, list[str]] | dict[str, str]]:
        own: dict[str, str | dict[str, list[str]] | dict[str, str]] = {}
        if self.aligned.cls(schema) != entity.cls.name:
            own["class"] = entity.cls.name
        if extra:
            own["properties"] = {k: sorted(set(v)) for k, v in sorted(extra.items())}
        bounds = access().signs.bounds
        if self._rule and any(fact.prop.name in bounds for fact in entity.facts):
            own["rule"] = {"id": self._rule.id, "en": self._rule.en}
        return own

    def _their_name(self, entity: Entity, fact: Fact, schema: str) -> str | None:
        name = fact.prop.name
        names = [t.removeprefix(FTM) for t in self.aligned.their_properties(name, schema)]
        if not names and name in (entity.cls.source, entity.cls.target):
            end = "startsAt" if name == entity.cls.source else "endsAt"
            names = [t.removeprefix(FTM) for t in self.aligned.their_properties(end, schema)]
        if fact.method == "ftm" and fact.source_field in names:
            return fact.source_field
        return names[0] if names else None

    def _text(self, fact: Fact) -> str:
        if not fact.prop.is_entity:
            return fact.original if fact.method == "ftm" and fact.original else fact.value
        if self.ontology.is_a(str(fact.prop.range), "Country"):
            codes = (n.properties.get("isoCode") for n in self.snapshot.nodes([fact.value]))
            return next((c.lower() for c in codes if isinstance(c, str)), to_ftm(fact.value))
        return to_ftm(fact.value)


def _extra(fact: Fact) -> str:
    return iri_of(fact.value) if fact.prop.is_entity else fact.value
