"""Reads a mapping from YAML and checks it against the ontology, before the first row is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from loaders.errors import LoadError
from loaders.tabular import protected
from loaders.tabular.mapping import Entity, TableMapping, TerritoryKind, Value
from loaders.yaml_nodes import File, Node, Scalar
from ontology.claim import ID_PATTERN, Document
from ontology.errors import LacakError
from ontology.model import Class, Ontology, Property

T = TypeVar("T", bound=str)

_TOP = (
    "dataset", "file", "document", "sheet", "delimiter", "header", "ignore", "optional", "empty",
    "credibility", "marking", "entities",
)  # fmt: skip
_DOCUMENT = (
    "id", "class", "title", "publisher", "published", "url", "language", "reliability", "origin",
)  # fmt: skip
_ENTITY = ("class", "key", "id", "properties", "modality", "partial", "elsewhere", "when")
_SOURCES = ("column", "columns", "value", "entity", "count")
_VALUE = (*_SOURCES, "lookup", "date", "number", "territory", "prefix", "split")
_VICTIMS = (
    "column {!r} says who a victim, witness or migrant is. Lacak keeps them as counted groups "
    "only: put the column under ignore:, and count rows with class: Group and {{count: rows}}."
)
_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_PREFIX = re.compile(r"[a-z][a-z0-9]*")


def read_mapping(path: Path, ontology: Ontology) -> TableMapping:
    """Read and check a mapping.

    Raises:
        LoadError: It is malformed, or names a class, property or concept that the ontology
            does not have; the message names line and column, and the nearest valid names.
    """
    return _Reader(File(path), ontology).read()


class _Reader:
    def __init__(self, file: File, ontology: Ontology) -> None:
        self.file = file
        self.ontology = ontology
        self.classes: dict[str, Class] = {}

    def read(self) -> TableMapping:
        top = self._known(self.file.root, _TOP)
        for name in ("dataset", "document", "entities"):
            if name not in top:
                raise LoadError(f"{self.file.shown}: the mapping lacks {name!r}.")
        dataset = self.file.text(top["dataset"])
        if not _SLUG.fullmatch(dataset):
            raise self._error(top["dataset"], "a dataset is named in a-z, 0-9 and '-'.")
        nodes = self.file.mapping(top["entities"])
        self.classes = {name: self._class(node) for name, node in nodes.items()}
        document = self._known(top["document"], _DOCUMENT)
        return TableMapping(
            name=self.file.path.stem,
            dataset=dataset,
            document=self._document(top["document"], dataset),
            has_own_document="id" in document,
            file=self._optional(top, "file"),
            sheet=self._optional(top, "sheet"),
            delimiter=self._delimiter(top),
            header=self._whole(top, "header", 1, 0, 100),
            ignore=self._columns(top, "ignore"),
            optional=self._columns(top, "optional"),
            empty=self._columns(top, "empty"),
            entities=tuple(self._entity(n, node, dataset) for n, node in nodes.items()),
            credibility=self._whole(top, "credibility", 2, 1, 6),
            marking=self._concept(top, "marking", "markings", "clear"),
        )

    # -- parts -------------------------------------------------------------------------

    def _document(self, node: Node, dataset: str) -> Document:
        keys = self._known(node, _DOCUMENT)
        text = {k: self.file.text(v) for k, v in keys.items()}
        with self._located(node):
            cls = self.ontology.cls(text.get("class", "DataTable"))
            if "Document" not in cls.ancestors:
                raise LoadError(f"{cls.name} is no class of documents.")
        id_ = text.get("id", f"doc:{dataset}")
        if not ID_PATTERN.fullmatch(id_):
            raise self._error(keys["id"], f"{id_!r} is not an id. Write doc:some-words.")
        return Document(
            id=id_,
            cls=cls.name,
            dataset=dataset,
            title=text.get("title", dataset),
            publisher=text.get("publisher"),
            published=text.get("published"),
            url=text.get("url"),
            language=text.get("language", "id"),
            reliability=self._concept(keys, "reliability", "reliabilities", "F"),
            # Two exports of one register are one voice, not two.
            origin=text.get("origin", dataset),
        )

    def _class(self, node: Node) -> Class:
        keys = self._known(node, _ENTITY)
        if "class" not in keys:
            raise self._error(node, "an entity needs a class.")
        with self._located(keys["class"]):
            cls = self.ontology.cls(self.file.text(keys["class"]))
        if cls.is_abstract and "elsewhere" not in keys:
            below = ", ".join(self.ontology.descendants(cls.name)[1:5])
            raise self._error(keys["class"], f"{cls.name} is abstract; use one of {below}.")
        return cls

    def _entity(self, name: str, node: Node, dataset: str) -> Entity:
        keys = self.file.mapping(node)
        if "key" not in keys:
            raise self._error(node, f"{name} needs a key: columns that identify it, never a name.")
        properties = self.file.mapping(keys["properties"]) if "properties" in keys else {}
        prefix = self._optional(keys, "id") or re.sub("[^a-z0-9]", "", f"{dataset}{name.lower()}")
        if not _PREFIX.fullmatch(prefix):
            raise self._error(keys.get("id", node), "an id prefix is a-z and 0-9 only.")
        key = self._texts(keys["key"])
        for column in filter(protected.is_key_of_victims, key):
            raise self._error(keys["key"], _VICTIMS.format(column))
        return Entity(
            name=name,
            cls=self.classes[name],
            key=tuple(key),
            prefix=prefix,
            values=tuple(
                value
                for prop, given in properties.items()
                for value in self._values(prop, given, self.classes[name])
            ),
            modality=self._concept(keys, "modality", "modalities", "stated"),
            is_partial=self._one_of(keys, "partial", ("true", "false")) == "true",
            is_elsewhere=self._one_of(keys, "elsewhere", ("true", "false")) == "true",
            when=self._when(keys["when"]) if "when" in keys else None,
        )

    def _when(self, node: Node) -> dict[str, tuple[str, ...]]:
        return {column: tuple(self._texts(cells)) for column, cells in self.file.pairs(node)}

    def _values(self, name: str, node: Node, cls: Class) -> Iterator[Value]:
        with self._located(node):
            prop = self.ontology.property(name)
        if prop.domain not in cls.ancestors:
            own = ", ".join(p.name for p in self.ontology.properties_of(cls.name)[:12])
            raise self._error(
                node, f"{name} belongs to {prop.domain}, not to {cls.name}. It has: {own} …"
            )
        if prop.is_derived:
            raise self._error(node, f"{name} is computed; no table can say it.")
        for item in self.file.items(node):
            yield self._value(prop, item)

    def _value(self, prop: Property, node: Node) -> Value:
        if isinstance(node, Scalar):
            return self._fitting(Value(prop, columns=(self.file.text(node),)), node)
        given = self._known(node, _VALUE)
        sources = [name for name in _SOURCES if name in given]
        if len(sources) != 1:
            raise self._error(node, f"give exactly one of {', '.join(_SOURCES)}.")
        source = sources[0]
        value = Value(
            property=prop,
            columns=tuple(self._texts(given[source])) if source.startswith("column") else (),
            constant=self._optional(given, "value"),
            entity=self._optional(given, "entity"),
            date=self._optional(given, "date"),
            number=self._one_of(given, "number", ("id", "en")),
            territory=cast(
                "TerritoryKind | None",
                self._one_of(given, "territory", ("province", "regency", "country", "any")),
            ),
            prefix=self._optional(given, "prefix") or "",
            split=self._optional(given, "split"),
            counts_rows=self._one_of(given, "count", ("rows",)) is not None,
        )
        if "lookup" in given:
            pairs = self.file.pairs(given["lookup"])
            value = replace(value, lookup={k: self.file.text(v) for k, v in pairs})
        return self._fitting(value, node)

    def _fitting(self, value: Value, node: Node) -> Value:
        """Refuse what can never fit the property, whatever the rows hold."""
        prop = value.property
        for column in filter(protected.tells_of_victims, value.columns):
            if protected.singles_out(prop):
                raise self._error(node, _VICTIMS.format(column))
        if value.entity is not None:
            self._check_reference(prop, node, value.entity)
        elif prop.is_entity and not (value.prefix or value.territory or value.constant):
            raise self._error(
                node,
                f"{prop.name} points to a {prop.range}, so a column alone cannot say it. Write "
                "{entity: NAME} for an entity of this mapping, {column: C, territory: province} "
                'or {column: C, prefix: "region:"}.',
            )
        if prop.scheme is not None:
            scheme = self.ontology.scheme(prop.scheme)
            texts = [*(value.lookup or {}).values(), *filter(None, [value.constant])]
            with self._located(node):
                for text in filter(None, texts):
                    scheme.concept(text)
        if prop.is_entity and value.constant and not ID_PATTERN.fullmatch(value.constant):
            raise self._error(node, f"{value.constant!r} is not an id. Write prefix:key.")
        return value

    def _check_reference(self, prop: Property, node: Node, entity: str) -> None:
        if entity not in self.classes:
            known = ", ".join(self.classes)
            raise self._error(node, f"no entity {entity!r} in this mapping. It has: {known}.")
        cls = self.classes[entity]
        if prop.range is None:
            raise self._error(node, f"{prop.name} is no reference, it holds {prop.value_type}.")
        if (
            prop.range not in cls.ancestors
            and cls.name not in self.ontology.cls(prop.range).ancestors
        ):
            raise self._error(node, f"{prop.name} points to {prop.range}, {entity} is {cls.name}.")

    # -- helpers -----------------------------------------------------------------------

    def _known(self, node: Node, allowed: tuple[str, ...]) -> dict[str, Node]:
        keys = self.file.mapping(node)
        unknown = [key for key in keys if key not in allowed]
        if unknown:
            listed = ", ".join(allowed)
            raise self._error(keys[unknown[0]], f"unknown key {unknown[0]!r}; known: {listed}.")
        return keys

    def _optional(self, keys: Mapping[str, Node], name: str) -> str | None:
        return self.file.text(keys[name]) if name in keys else None

    def _texts(self, node: Node) -> list[str]:
        return [self.file.text(item) for item in self.file.items(node)]

    def _columns(self, keys: Mapping[str, Node], name: str) -> frozenset[str]:
        return frozenset(self._texts(keys[name])) if name in keys else frozenset()

    def _one_of(self, keys: Mapping[str, Node], name: str, allowed: tuple[T, ...]) -> T | None:
        text = self._optional(keys, name)
        if text is None:
            return None
        for known in allowed:
            if text == known:
                return known
        raise self._error(keys[name], f"{name} is one of {', '.join(allowed)}, got {text!r}.")

    def _whole(self, keys: Mapping[str, Node], name: str, default: int, low: int, high: int) -> int:
        text = self._optional(keys, name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 6 and low <= int(text) <= high):
            raise self._error(keys[name], f"{name} is a whole number {low}-{high}, got {text!r}.")
        return int(text)

    def _concept(self, keys: Mapping[str, Node], name: str, scheme: str, default: str) -> str:
        if name not in keys:
            return default
        with self._located(keys[name]):
            return self.ontology.scheme(scheme).concept(self.file.text(keys[name])).notation

    def _delimiter(self, keys: Mapping[str, Node]) -> str | None:
        text = self._optional(keys, "delimiter")
        if text is not None and len(text) != 1:
            raise self._error(keys["delimiter"], f"a delimiter is one character, got {text!r}.")
        return text

    @contextmanager
    def _located(self, node: Node) -> Iterator[None]:
        """Put file, line and column before the message of an error of the ontology."""
        try:
            yield
        except LacakError as error:
            raise LoadError(f"{self.file.place(node)}: {error}") from error

    def _error(self, node: Node, problem: str) -> LoadError:
        return LoadError(f"{self.file.place(node)}: {problem}")
