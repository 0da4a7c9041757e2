"""Builds a network read model from a projection."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import numpy as np

from graph.analysis.arrays import (
    OPEN_END,
    OPEN_START,
    Arrays,
    Float32,
    Int32,
    Int64,
    Names,
    UInt16,
    day_number,
    pack,
    save,
)
from graph.analysis.network import Network
from graph.store import Relationship


def build(
    folder: Path, nodes: Iterable[tuple[str, str, str]], relationships: Iterable[Relationship]
) -> None:
    """Write the read model of a projection into a folder.

    Args:
        folder: Created if absent.
        nodes: (id, class name, caption) of every node.
        relationships: Every relationship; one whose end is not among the nodes is left out.
    """
    collector = Collector()
    for node in nodes:
        collector.add_node(*node)
    for link in relationships:
        collector.add_edge(link)
    collector.write(folder)


class Collector:
    """Takes nodes and relationships in any order, about 200 bytes each, and writes arrays."""

    def __init__(self) -> None:
        # Every id gets a number when it is first seen, be it as a node or as an end.
        self._numbers: dict[str, int] = {}
        self._nodes: list[tuple[bytes, int, int, bytes]] = []
        self._classes: dict[str, int] = {}
        self._types: dict[str, int] = {}
        self._layers: dict[str, int] = {}
        self._edge_ids: list[bytes] = []
        self._edges = {name: array("i") for name in _EDGE_COLUMNS}
        self._confidence = array("f")

    def carry(
        self, network: Network, without_nodes: Collection[str], without_edges: Collection[str]
    ) -> None:
        """Take everything that another read model holds but some ids; first, once.

        What is left out keeps its number, in case it comes back as an end.
        """
        names, arrays = network.names, network.arrays
        ids = [names.ids[i] for i in range(len(names.ids))]
        self._numbers = {node_id: number for number, node_id in enumerate(ids)}
        lists = (names.classes, names.types, names.layers)
        self._classes, self._types, self._layers = (
            {name: number for number, name in enumerate(found)} for found in lists
        )
        left_out = set(without_nodes)
        for number, (node_id, cls) in enumerate(zip(ids, arrays.node_class.tolist(), strict=True)):
            if node_id not in left_out:
                caption = names.captions[number].encode()
                self._nodes.append((node_id.encode(), number, cls, caption))
        edge_ids = [names.edge_ids[i] for i in range(len(names.edge_ids))]
        unwanted = set(without_edges)
        kept = [i for i, edge_id in enumerate(edge_ids) if edge_id not in unwanted]
        self._edge_ids = [edge_ids[i].encode() for i in kept]
        for name in _EDGE_COLUMNS:
            column = getattr(arrays, name)[kept].astype(np.int32)
            self._edges[name].frombytes(column.tobytes())
        self._confidence.frombytes(arrays.confidence[kept].astype(np.float32).tobytes())

    def add_node(self, node_id: str, class_name: str, caption: str) -> None:
        """Take a node."""
        number = self._numbers.setdefault(node_id, len(self._numbers))
        cls = self._classes.setdefault(class_name, len(self._classes))
        self._nodes.append((node_id.encode(), number, cls, caption.encode()))

    def add_edge(self, link: Relationship) -> None:
        """Take a relationship; it is left out if its ends never come as nodes."""
        properties = link.properties
        layer = str(properties.get("layer", "reference"))
        values = (
            self._numbers.setdefault(link.source, len(self._numbers)),
            self._numbers.setdefault(link.target, len(self._numbers)),
            self._types.setdefault(link.type, len(self._types)),
            self._layers.setdefault(layer, len(self._layers)),
            day_number(_text(properties.get("first_day")), OPEN_START),
            day_number(_text(properties.get("last_day")), OPEN_END),
            int(_number(properties.get("support"), 1)),
        )
        self._edge_ids.append(link.id.encode())
        self._confidence.append(_number(properties.get("confidence"), 1.0))
        for column, value in zip(self._edges.values(), values, strict=True):
            column.append(value)

    def write(self, folder: Path) -> None:
        """Write what was taken into a folder, created if absent."""
        folder.mkdir(parents=True, exist_ok=True)
        self._nodes.sort()
        classes, class_codes = _alphabetical(self._classes, {c for _, _, c, _ in self._nodes})
        types, type_codes = _alphabetical(self._types, set(self._edges["type"]))
        layers, layer_codes = _alphabetical(self._layers, set(self._edges["layer"]))
        position = np.full(len(self._numbers), -1, dtype=np.int32)
        position[[n for _, n, _, _ in self._nodes]] = np.arange(len(self._nodes), dtype=np.int32)
        node_class = class_codes[[c for _, _, c, _ in self._nodes]].astype(np.uint16)
        columns = {name: np.array(column, dtype=np.int32) for name, column in self._edges.items()}
        columns["source"] = position[columns["source"]]
        columns["target"] = position[columns["target"]]
        columns["type"] = type_codes[columns["type"]]
        columns["layer"] = layer_codes[columns["layer"]]
        order = self._order(columns["source"], columns["target"])
        names = Names(
            ids=pack([i for i, _, _, _ in self._nodes]),
            captions=pack([c for _, _, _, c in self._nodes]),
            edge_ids=pack([self._edge_ids[i] for i in order.tolist()]),
            classes=classes,
            types=types,
            layers=layers,
        )
        chosen = {name: column[order] for name, column in columns.items()}
        confidence = np.array(self._confidence, dtype=np.float32)[order]
        save(folder, _arrays(chosen, confidence, node_class), names)

    def _order(self, source: Int32, target: Int32) -> Int64:
        """Return which edges have both ends, in order of their ids."""
        whole = np.flatnonzero((source >= 0) & (target >= 0))
        ids = np.array(self._edge_ids, dtype=np.bytes_)[whole]
        return whole[np.argsort(ids, kind="stable")]


_EDGE_COLUMNS = ("source", "target", "type", "layer", "first_day", "last_day", "support")


def _alphabetical(numbers: dict[str, int], used: set[int]) -> tuple[tuple[str, ...], Int32]:
    """Return names that are used in alphabetical order, and the place there of every number."""
    names = sorted(name for name, number in numbers.items() if number in used)
    codes = np.zeros(len(numbers), dtype=np.int32)
    codes[[numbers[name] for name in names]] = np.arange(len(names), dtype=np.int32)
    return tuple(names), codes


def _number(value: object, otherwise: float) -> float:
    return value if isinstance(value, int | float) else otherwise


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _arrays(columns: Mapping[str, Int32], confidence: Float32, node_class: UInt16) -> Arrays:
    source, target = columns["source"], columns["target"]
    ends = np.concatenate([source, target]).astype(np.int64)
    order = np.argsort(ends, kind="stable")
    degree = np.bincount(ends, minlength=len(node_class))
    indptr = np.zeros(len(node_class) + 1, dtype=np.int64)
    np.cumsum(degree, out=indptr[1:])
    return Arrays(
        source=source,
        target=target,
        type=columns["type"].astype(np.uint16),
        layer=columns["layer"].astype(np.uint8),
        first_day=columns["first_day"],
        last_day=columns["last_day"],
        confidence=confidence,
        support=columns["support"],
        indptr=indptr,
        neighbor=np.concatenate([target, source])[order],
        edge=np.tile(np.arange(len(source), dtype=np.int32), 2)[order],
        node_class=node_class,
        degree=degree.astype(np.int32),
    )
