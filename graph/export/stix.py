"""STIX 2.1: one bundle; what STIX has no room for stands in an extension that Lacak reads.

Persons and organisations are identities, places with a country code locations, relations
relationships; a class that STIX does not know is an object type of our own.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

import orjson

from graph.export.entities import Collector, Entity
from graph.services.floor import floor_rule
from graph.snapshots import Snapshot
from ontology.aligned import Aligned
from ontology.claim import iri_of
from ontology.foreign import STIX, STIX_EXTENSION, STIX_MAKER, STIX_MARKINGS, unescape
from ontology.model import Class, Ontology

_SPACE = uuid.UUID("3f1c9f8e-6d0c-5f43-9a55-6f1f0a2f7a3b")
_KEBAB = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_VERSION = "2.1"
# Objects that only say what was seen; they carry no times of their own.
_OBSERVABLES = ("email-addr", "user-account")
_NO_TIME = "1970-01-01T00:00:00.000Z"

_Body = dict[str, "str | list[str] | Mapping[str, object] | list[dict[str, str]]"]


def write(
    snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Sequence[str] | None
) -> Counter[str]:
    """Write a bundle; return how many relations of each class had fewer than two ends."""
    writer = _Writer(snapshot, ontology, ids)
    file.write(
        f'{{"type": "bundle", "id": "bundle--{_uuid("bundle", snapshot.manifest.digest)}",\n'
    )
    file.write('"objects": [\n')
    separator = ""
    for body in writer.objects():
        file.write(separator + orjson.dumps(body).decode())
        separator = ",\n"
    file.write("\n]}\n")
    return writer.left_out


class _Writer:
    def __init__(self, snapshot: Snapshot, ontology: Ontology, ids: Sequence[str] | None) -> None:
        self.snapshot = snapshot
        self.ontology = ontology
        self.ids = ids
        self.aligned = Aligned(ontology)
        self.left_out: Counter[str] = Counter()
        self._types: dict[str, str] = {}
        self._markings = {notation: key for key, notation in STIX_MARKINGS.items()}

    def objects(self) -> Iterator[_Body]:
        """Yield who wrote this and how, every entity, then every link."""
        rule = floor_rule(self.snapshot)
        told = {"description": f"{rule.id} {rule.en}"} if rule else {}
        maker = {"name": "Lacak", "identity_class": "system", **told}
        yield {**_head("identity", STIX_MAKER), **maker}
        yield {
            **_head("extension-definition", STIX_EXTENSION),
            "created_by_ref": STIX_MAKER,
            "name": "Lacak",
            "schema": "https://w3id.org/lacak/ns#",
            "version": "1",
            "extension_types": ["property-extension", "new-sdo"],
        }
        nodes = self.snapshot.all_nodes() if self.ids is None else self.snapshot.nodes(self.ids)
        for node in nodes:
            cls = self.ontology.cls(node.labels[0])
            if not cls.is_relation:
                has_code = isinstance(node.properties.get("isoCode"), str)
                self._types[node.id] = self._type(node.id, cls, has_code)
        for entity in Collector(self.snapshot, self.ontology, self.ids):
            if entity.cls.is_relation:
                yield from self._relation(entity)
            else:
                yield self._entity(entity)
                yield from self._links(entity)

    def _type(self, entity_id: str, cls: Class, has_code: bool) -> str:
        """Return the type of object, and after a slash the class of identity."""
        given = _given(entity_id)
        theirs = (self.aligned.their_class(cls.name, STIX) or "").removeprefix(STIX)
        kind, mark, told = (
            theirs.partition("-") if theirs.startswith("identity") else (theirs, "", "")
        )
        if given is not None:
            return f"{given.partition('--')[0]}/{told}"
        # A report lists its objects, and a location has a country: without, it is neither.
        if not kind or kind == "report" or (kind == "location" and not has_code):
            return f"x-lacak-{_KEBAB.sub('-', cls.name).lower()}/"
        return f"{kind}/{told if mark else ''}"

    def _ref(self, entity_id: str) -> str | None:
        kind = self._types.get(entity_id)
        if kind is None:
            return None
        given = _given(entity_id)
        return given or f"{kind.partition('/')[0]}--{_uuid('entity', entity_id)}"

    # -- entities ----------------------------------------------------------------------

    def _entity(self, entity: Entity) -> _Body:
        kind, _, told = self._types[entity.id].partition("/")
        ref = str(self._ref(entity.id))
        body: _Body = dict(_head(kind, ref, entity))
        if kind == "identity" and told:
            body["identity_class"] = told
        extra = self._said(entity, body, kind)
        own: dict[str, object] = {"class": entity.cls.name}
        if "name" not in body and kind not in _OBSERVABLES:
            # A name that is required and no source gives: a load leaves it out again.
            body["name"] = entity.caption
            own["unnamed"] = True
        if extra:
            own["properties"] = extra
        return self._finish(body, entity, own, is_new=kind.startswith("x-"))

    def _said(self, entity: Entity, body: _Body, kind: str) -> dict[str, list[str]]:
        """Put values under their names in STIX; return those without one."""
        extra: dict[str, list[str]] = defaultdict(list)
        for fact in entity.facts:
            if fact.prop.is_entity:
                continue
            term = self._term(fact.prop.name, kind)
            value = fact.value
            if term == "aliases":
                listed = body.setdefault(term, [])
                if isinstance(listed, list) and value not in listed:
                    listed.append(value)  # type: ignore[arg-type]  # a list of texts here
            elif term is None or body.get(term, value) != value:
                extra[fact.prop.name].append(value)
            else:
                body[term] = value
        if kind == "location":
            body["country"] = next(iter(entity.values("isoCode")), "")
            if not body["country"]:
                del body["country"]
        return {name: sorted(set(values)) for name, values in sorted(extra.items())}

    def _term(self, name: str, kind: str) -> str | None:
        found = self.aligned.their_properties(name, STIX + kind)
        names = [t.removeprefix(STIX) for t in found]
        # Addresses and times have names that other types of object do not have.
        allowed = {"name", "aliases", "description"} if kind not in _OBSERVABLES else set()
        allowed |= {"email-addr": {"value"}, "user-account": {"account_login"}}.get(kind, set())
        return next((n for n in names if n in allowed), None)

    def _finish(
        self, body: _Body, entity: Entity, own: dict[str, object], *, is_new: bool
    ) -> _Body:
        if _given(entity.id) is None:
            body["external_references"] = [{"source_name": "lacak", "external_id": entity.id}]
        marks = sorted({self._markings[m] for m in entity.markings if m in self._markings})
        if marks:
            body["object_marking_refs"] = marks
        kind = "new-sdo" if is_new else "property-extension"
        body["extensions"] = {STIX_EXTENSION: {"extension_type": kind, **own}}
        return body

    # -- links -------------------------------------------------------------------------

    def _links(self, entity: Entity) -> Iterator[_Body]:
        source = str(self._ref(entity.id))
        for fact in entity.facts:
            target = self._ref(fact.value) if fact.prop.is_entity else None
            if target is None:
                continue
            name = f"{entity.id} {fact.prop.name} {fact.value}"
            theirs = [t.removeprefix(STIX) for t in self._theirs(fact.prop.name)]
            kind = theirs[0] if theirs else _dashed(str(fact.prop.relationship_type))
            body: _Body = dict(
                _head("relationship", f"relationship--{_uuid('link', name)}", entity)
            )
            body |= {"relationship_type": kind, "source_ref": source, "target_ref": target}
            own: Mapping[str, object] = {
                "extension_type": "property-extension", "link": fact.prop.name,
            }  # fmt: skip
            yield {**body, "extensions": {STIX_EXTENSION: own}}

    def _theirs(self, name: str) -> Iterator[str]:
        return self.aligned.their_properties(name, STIX + "relationship")

    def _relation(self, entity: Entity) -> Iterator[_Body]:
        ends: list[str] = []
        used: list[str] = []
        for name in (entity.cls.source, entity.cls.target):
            refs = [(v, r) for v in entity.values(str(name)) if (r := self._ref(v)) is not None]
            if not refs:
                self.left_out[entity.cls.name] += 1
                return
            used.append(refs[0][0])
            ends.append(refs[0][1])
        given = _given(entity.id)
        ref = given or f"relationship--{_uuid('entity', entity.id)}"
        body: _Body = dict(_head("relationship", ref, entity))
        kind = _dashed(str(entity.cls.relationship_type))
        body |= {"relationship_type": kind, "source_ref": ends[0], "target_ref": ends[1]}
        extra: dict[str, list[str]] = defaultdict(list)
        for fact in entity.facts:
            is_end = fact.prop.name in (entity.cls.source, entity.cls.target)
            if not (is_end and fact.value in used):
                value = iri_of(fact.value) if fact.prop.is_entity else fact.value
                extra[fact.prop.name].append(value)
        own: dict[str, object] = {"link": entity.cls.name}
        if extra:
            own["properties"] = {k: sorted(set(v)) for k, v in sorted(extra.items())}
        yield self._finish(body, entity, own, is_new=False)


def _head(kind: str, ref: str, entity: Entity | None = None) -> _Body:
    head: _Body = {"type": kind, "spec_version": _VERSION, "id": ref}
    if kind not in _OBSERVABLES:
        head["created"] = _moment(entity.first if entity else "")
        head["modified"] = _moment(entity.last if entity else "")
    return head


def _moment(recorded: str) -> str:
    return f"{recorded[:23]}Z" if len(recorded) > 23 else _NO_TIME


def _given(entity_id: str) -> str | None:
    """Return the id that an entity had in the bundle it came from."""
    prefix, _, key = entity_id.partition(":")
    return unescape(key) if prefix == "stix" else None


def _dashed(relationship_type: str) -> str:
    return relationship_type.lower().replace("_", "-")


def _uuid(kind: str, name: str) -> uuid.UUID:
    return uuid.uuid5(_SPACE, f"{kind} {name}")
