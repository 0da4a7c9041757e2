"""Builds a network read model from a projection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from graph.analysis.arrays import (
    OPEN_END,
    OPEN_START,
    Arrays,
    Names,
    day_number,
    pack,
    save,
)
from graph.store import Relationship

_Edge = tuple[bytes, int, int, int, int, int, int, float, int]


def build(
    folder: Path, nodes: Iterable[tuple[str, str, str]], relationships: Iterable[Relationship]
) -> None:
    """Write the read model of a projection into a folder.

    Args:
        folder: Created if absent.
        nodes: (id, class name, caption) of every node.
        relationships: Every relationship; one whose end is not among the nodes is left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = sorted(nodes, key=lambda n: n[0].encode())
    classes = {name: i for i, name in enumerate(sorted({cls for _, cls, _ in listed}))}
    types: dict[str, int] = {}
    layers: dict[str, int] = {}
    index = {node_id: i for i, (node_id, _, _) in enumerate(listed)}
    edges = sorted(_edges(relationships, index, types, layers))
    node_class = np.array([classes[c] for _, c, _ in listed], dtype=np.uint16)
    names = Names(
        ids=pack([i.encode() for i, _, _ in listed]),
        captions=pack([c.encode() for _, _, c in listed]),
        edge_ids=pack([e[0] for e in edges]),
        classes=tuple(classes),
        types=tuple(types),
        layers=tuple(layers),
    )
    save(folder, _arrays(edges, node_class), names)


def _edges(
    relationships: Iterable[Relationship],
    index: Mapping[str, int],
    types: dict[str, int],
    layers: dict[str, int],
) -> Iterable[_Edge]:
    for link in relationships:
        source, target = index.get(link.source), index.get(link.target)
        if source is None or target is None:
            continue
        properties = link.properties
        layer = str(properties.get("layer", "reference"))
        yield (
            link.id.encode(),
            source,
            target,
            types.setdefault(link.type, len(types)),
            layers.setdefault(layer, len(layers)),
            day_number(_text(properties.get("first_day")), OPEN_START),
            day_number(_text(properties.get("last_day")), OPEN_END),
            float(str(properties.get("confidence", 1.0))),
            int(str(properties.get("support", 1))),
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _arrays(edges: list[_Edge], node_class: np.ndarray[tuple[int], np.dtype[np.uint16]]) -> Arrays:
    columns = list(zip(*edges, strict=True)) if edges else [()] * 9
    source = np.array(columns[1], dtype=np.int32)
    target = np.array(columns[2], dtype=np.int32)
    ends = np.concatenate([source, target]).astype(np.int64)
    order = np.argsort(ends, kind="stable")
    degree = np.bincount(ends, minlength=len(node_class))
    indptr = np.zeros(len(node_class) + 1, dtype=np.int64)
    np.cumsum(degree, out=indptr[1:])
    return Arrays(
        source=source,
        target=target,
        type=np.array(columns[3], dtype=np.uint16),
        layer=np.array(columns[4], dtype=np.uint8),
        first_day=np.array(columns[5], dtype=np.int32),
        last_day=np.array(columns[6], dtype=np.int32),
        confidence=np.array(columns[7], dtype=np.float32),
        support=np.array(columns[8], dtype=np.int32),
        indptr=indptr,
        neighbor=np.concatenate([target, source]).astype(np.int32)[order],
        edge=np.tile(np.arange(len(source), dtype=np.int32), 2)[order],
        node_class=node_class,
        degree=degree.astype(np.int32),
    )
