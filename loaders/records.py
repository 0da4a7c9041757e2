"""The record format: facts curated by hand, one YAML file per public document.

A file names its document (with citation) and lists entities; every property value becomes
one claim. ``at`` (where in the document), ``says`` (who said it, nearest the document
first), ``modality``, ``credibility`` and ``valid`` may stand on the entity and be overridden
on a single value. ``docs/records.md`` is the reference with an example.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.errors import RecordFormatError
from loaders.model import Item, Refusal, Row
from loaders.record_victims import RecordVictims
from loaders.yaml_nodes import File, Node, Scalar
from ontology.claim import TYPE, Claim, Document, check
from ontology.errors import LacakError
from ontology.model import Ontology, load

METHOD = "records@1"
ENDINGS = (".yaml", ".yml")
"""Endings of records."""

_DOCUMENT_KEYS = frozenset(
    {"id", "class", "name", "publisher", "published", "url", "language", "reliability", "origin"}
)
_CONTEXT_KEYS = frozenset({"at", "says", "modality", "credibility", "valid", "asserted"})
# `note` is a remark from one curator to the next; it claims nothing.
_VALUE_KEYS = _CONTEXT_KEYS | {"value", "original", "note"}


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a claim unless it says otherwise."""

    document: str
    at: str | None = None
    says: tuple[str, ...] = ()
    modality: str = "stated"
    credibility: int = 2
    valid: str | None = None
    asserted: str | None = None

    def within(self, file: File, given: Mapping[str, Node]) -> Context:
        """Return this context with what a mapping overrides."""
        found = {k: v for k, v in given.items() if k in _CONTEXT_KEYS}
        changes: dict[str, object] = {
            key: file.text(node)
            for key, node in found.items()
            if key not in ("says", "credibility")
        }
        if "says" in found:
            changes["says"] = tuple(file.text(n) for n in file.items(found["says"]))
        if "credibility" in found:
            changes["credibility"] = _grade(file, found["credibility"])
        return replace(self, **changes)  # type: ignore[arg-type]  # keys are Context's own


def _grade(file: File, node: Node) -> int:
    text = file.text(node)
    if text not in ("1", "2", "3", "4", "5", "6"):
        raise RecordFormatError(f"{file.place(node)}: credibility is 1-6, got {text!r}.")
    return int(text)


def _below(folder: Path) -> list[Path]:
    return sorted(path for ending in ENDINGS for path in folder.rglob(f"*{ending}"))


class RecordSource:
    """Record files below a folder, as one dataset.

    Args:
        name: Name of the dataset.
        root: Folder with ``*.yaml`` at any depth, or one such file.
        known: Classes of entities that other datasets define, by id; a record may refer
            to them.
        ontology: Defaults to the one shipped.
    """

    def __init__(
        self,
        name: str,
        root: Path,
        known: Mapping[str, str] | None = None,
        ontology: Ontology | None = None,
    ) -> None:
        self._name = name
        self.root = root.parent if root.is_file() else root
        self.ontology = ontology or load()
        self.paths = [root] if root.is_file() else _below(root)
        self.known = dict(known or {})
        self._files: dict[Path, File] = {}

    @property
    def name(self) -> str:
        """Name of the dataset."""
        return self._name

    def size(self) -> int | None:
        """Return about how many rows there are: the values below each entity's keys."""
        return sum(
            len(file.items(value))
            for file in map(self._open, self.paths)
            for entity in file.items(file.mapping(file.root).get("entities", file.root))
            for key, value in file.pairs(entity)
            if key not in _CONTEXT_KEYS and key != "id"
        )

    def defined(self) -> dict[str, str]:
        """Return the class of every entity that the files define, by id.

        Raises:
            RecordFormatError: A file is not in the record format.
        """
        publishers: dict[str, str] = {}
        entities: dict[str, str] = {}
        for path in self.paths:
            file = self._open(path)
            publishers.update(_publishers(file))
            entities.update(_entities(file))
        # A ministry that publishes a page stays a ministry.
        return publishers | entities

    def _open(self, path: Path) -> File:
        # Files are read twice (which entities there are, then their values), parsed once.
        if path not in self._files:
            self._files[path] = File(path, str(path.relative_to(self.root)))
        return self._files[path]

    def items(self) -> Iterator[Item]:
        """Yield the document and the rows of every file, files in alphabetical order.

        Raises:
            RecordFormatError: A file is not in the record format.
        """
        classes = {**self.known, **self.defined()}
        for path in self.paths:
            yield from _Reader(self._open(path), self._name, self.ontology, classes).items()


def _publishers(file: File) -> Iterator[tuple[str, str]]:
    top = file.mapping(file.root)
    if "document" in top:
        document = file.mapping(top["document"])
        if "publisher" in document:
            yield _publisher_id(file, document["publisher"]), "MediaOrganization"


def _publisher_id(file: File, node: Node) -> str:
    keys = file.mapping(node)
    if "id" not in keys:
        raise RecordFormatError(f"{file.place(node)}: the publisher lacks 'id'.")
    return file.text(keys["id"])


def _entities(file: File) -> Iterator[tuple[str, str]]:
    top = file.mapping(file.root)
    listed = file.items(top["entities"]) if "entities" in top else []
    for node in (*filter(None, [top.get("document")]), *listed):
        keys = file.mapping(node)
        if {"id", "class"} <= keys.keys():
            yield file.text(keys["id"]), file.text(keys["class"])


class _Reader:
    """Reads one file."""

    def __init__(
        self, file: File, dataset: str, ontology: Ontology, classes: Mapping[str, str]
    ) -> None:
        self.file = file
        self.dataset = dataset
        self.ontology = ontology
        self.classes = classes
        self.victims = RecordVictims(file, ontology, classes)

    def items(self) -> Iterator[Item]:
        top = self.file.mapping(self.file.root)
        if "document" not in top:
            raise RecordFormatError(f"{self.file.shown}: no 'document'. See docs/records.md.")
        node = top["document"]
        keys = self.file.mapping(node)
        document = self._document(node, keys)
        if self.victims.names(document):
            raise RecordFormatError(
                f"{self.file.place(node)}: the document's citation names a victim of this file, "
                "whose names Lacak does not keep. Shorten title and address so that they do not, "
                "or leave the person out of the file and write '…' for the name."
            )
        yield document
        context = Context(document.id, at="document")
        yield from self._publisher(keys, context)
        yield from self._entity(document.id, document.cls, keys, _DOCUMENT_KEYS, context)
        for entity in self.file.items(top["entities"]) if "entities" in top else ():
            yield from self._defined_entity(entity, replace(context, at=None))

    def _document(self, node: Node, keys: Mapping[str, Node]) -> Document:
        missing = [k for k in ("id", "class", "name", "url", "reliability") if k not in keys]
        if missing:
            raise RecordFormatError(
                f"{self.file.place(node)}: the document lacks {', '.join(missing)}."
            )
        text = {
            k: self.file.text(v) for k, v in keys.items() if k in _DOCUMENT_KEYS - {"publisher"}
        }
        publisher = self.file.mapping(keys["publisher"]) if "publisher" in keys else {}
        return Document(
            id=text["id"],
            cls=self.ontology.cls(text["class"]).name,
            dataset=self.dataset,
            title=text["name"],
            publisher=self.file.text(publisher["name"]) if "name" in publisher else None,
            published=text.get("published"),
            url=text["url"],
            language=text.get("language", "id"),
            reliability=self.ontology.scheme("reliabilities").concept(text["reliability"]).notation,
            origin=text.get("origin"),
        )

    def _publisher(self, keys: Mapping[str, Node], context: Context) -> Iterator[Item]:
        if "publisher" not in keys:
            return
        publisher_id = _publisher_id(self.file, keys["publisher"])
        publisher = self.file.mapping(keys["publisher"])
        node = publisher["id"]
        document = context.document
        yield self._row(node, context, publisher_id, TYPE, self.classes[publisher_id])
        if "name" in publisher:
            name = publisher["name"]
            yield self._row(name, context, publisher_id, "name", self.file.text(name))
        yield self._row(node, context, document, "publisher", publisher_id)

    def _defined_entity(self, node: Node, context: Context) -> Iterator[Item]:
        keys = self.file.mapping(node)
        if not {"id", "class"} <= keys.keys():
            yield self._refuse(node, "An entity needs 'id' and 'class'; add them.", "entity")
            return
        entity_id = self.file.text(keys["id"])
        skip = _CONTEXT_KEYS | {"id", "class"}
        try:
            within = context.within(self.file, keys)
        except RecordFormatError as error:
            yield self._refuse(node, str(error), entity_id)
            return
        yield self._row(keys["class"], within, entity_id, TYPE, self.file.text(keys["class"]))
        yield from self._entity(entity_id, self.file.text(keys["class"]), keys, skip, within)

    def _entity(
        self,
        entity_id: str,
        cls: str,
        keys: Mapping[str, Node],
        skip: frozenset[str],
        context: Context,
    ) -> Iterator[Item]:
        if cls not in self.ontology.classes:
            return
        for name, value in keys.items():
            if name in skip:
                continue
            for item in self.file.items(value):
                yield self._value(entity_id, cls, name, item, context)

    def _value(self, entity_id: str, cls: str, name: str, node: Node, context: Context) -> Item:
        try:
            given = self._overrides(node)
            context = context.within(self.file, given)
            value_node = given["value"]
            value = self.file.text(value_node)
            original = self.file.text(given["original"]) if "original" in given else None
        except RecordFormatError as error:
            return self._refuse(node, str(error), f"{entity_id}.{name}")
        return self._row(value_node, context, entity_id, name, value, cls, original)

    def _overrides(self, node: Node) -> Mapping[str, Node]:
        """Return a value with what it overrides; a bare value overrides nothing."""
        if isinstance(node, Scalar):
            return {"value": node}
        given = self.file.mapping(node)
        unknown = sorted(given.keys() - _VALUE_KEYS)
        if unknown or "value" not in given:
            raise RecordFormatError(
                f"{self.file.place(node)}: a value may be a mapping of value and "
                f"{', '.join(sorted(_VALUE_KEYS - {'value'}))}; "
                + (f"got {', '.join(unknown)}." if unknown else "it lacks 'value'.")
            )
        return given

    def _row(
        self,
        node: Node,
        context: Context,
        subject: str,
        name: str,
        value: str,
        cls: str | None = None,
        original: str | None = None,
    ) -> Item:
        claim = Claim(
            subject=subject,
            property=name,
            value=value,
            document=context.document,
            locator=context.at,
            attributed_to=context.says,
            modality=context.modality,
            credibility=context.credibility,
            valid=context.valid,
            asserted=context.asserted,
            original=original,
            method=METHOD,
        )
        problem = self.victims.problem(claim)
        if problem is not None:
            # What is refused here is repeated nowhere.
            return self._refuse(node, problem, name)
        try:
            checked = check(claim, self.ontology, cls)
            self._check_reference(checked)
        except LacakError as error:
            return self._refuse(node, str(error), f"{subject}.{name}: {value}")
        return Row(self.file.place(node), (checked,))

    def _check_reference(self, claim: Claim) -> None:
        references = [(speaker, "Agent") for speaker in claim.attributed_to]
        prop = self.ontology.properties.get(claim.property)
        if prop is not None and prop.range is not None:
            references.append((claim.value, prop.range))
        for entity_id, expected in references:
            cls = self.classes.get(entity_id)
            if cls is None:
                raise RecordFormatError(
                    f"{claim.subject}.{claim.property} refers to {entity_id}, which no record "
                    "defines. Define it, or correct the id."
                )
            if not self.ontology.is_a(cls, expected):
                raise RecordFormatError(
                    f"{claim.subject}.{claim.property}: {entity_id} is a {cls}, "
                    f"expected {expected}."
                )

    def _refuse(self, node: Node, reason: str, raw: str) -> Refusal:
        return Refusal(self.file.place(node), reason, raw)
