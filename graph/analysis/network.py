"""Questions to the network read model: neighbourhoods and what touches a node.

Answers from compressed adjacency arrays (:mod:`graph.analysis.arrays`), never from the
engine. Paths are in :mod:`graph.analysis.paths`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graph.analysis.arrays import Int32, Mask, day_number, day_text, open_arrays
from graph.errors import UnknownEntityError


@dataclass(frozen=True, slots=True)
class Filter:
    """Which relationships a question may use.

    Attributes:
        types: Relationship types allowed; empty for all.
        without: Relationship types left out, also where ``types`` is empty.
        layers: Layers allowed; empty for all.
        first_day, last_day: ISO days; a relationship must be able to hold in between.
        confidence: The least confidence, 0-1.
    """

    types: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    first_day: str | None = None
    last_day: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Part of a network, by index.

    Attributes:
        nodes: Node indices, nearest first, then by index.
        edges: Edge indices among them, ascending.
        is_truncated: More would have belonged to it than the limit allowed.
    """

    nodes: tuple[int, ...]
    edges: tuple[int, ...]
    is_truncated: bool = False


class Network:
    """A read model, opened; safe to share between threads, since its arrays never change.

    Args:
        folder: What :func:`graph.analysis.building.build` wrote.
    """

    def __init__(self, folder: Path) -> None:
        self.arrays, self.names = open_arrays(folder)
        # People ask with few filters; working one out reads every edge.
        self._masks: dict[Filter, Mask] = {}

    # -- shape -------------------------------------------------------------------------

    @property
    def node_count(self) -> int:
        """Number of nodes."""
        return len(self.names.ids)

    @property
    def edge_count(self) -> int:
        """Number of relationships."""
        return len(self.arrays.source)

    def index(self, node_id: str) -> int:
        """Return the index of a node.

        Raises:
            UnknownEntityError: There is no node of that id.
        """
        found = self.names.ids.find(node_id)
        if found is None:
            raise UnknownEntityError(node_id)
        return found

    def class_of(self, node: int) -> str:
        """Return the class name of a node."""
        return self.names.classes[int(self.arrays.node_class[node])]

    def type_of(self, edge: int) -> str:
        """Return the relationship type of an edge."""
        return self.names.types[int(self.arrays.type[edge])]

    def ends(self, edge: int) -> tuple[int, int]:
        """Return source and target of an edge."""
        return int(self.arrays.source[edge]), int(self.arrays.target[edge])

    def days(self, edge: int) -> tuple[str | None, str | None]:
        """Return first and last day of an edge."""
        first, last = self.arrays.first_day[edge], self.arrays.last_day[edge]
        return day_text(int(first)), day_text(int(last))

    # -- questions ---------------------------------------------------------------------

    def mask(self, wanted: Filter) -> Mask | None:
        """Return which edges a filter lets through; ``None`` when it lets all through."""
        if wanted == Filter():
            return None
        found = self._masks.get(wanted)
        if found is None:
            found = self._mask(wanted)
            found.flags.writeable = False
            # Two threads may work out one mask; either is right. Oldest go first.
            while len(self._masks) >= _MASKS:
                self._masks.pop(next(iter(self._masks)), None)
            self._masks[wanted] = found
        return found

    def _mask(self, wanted: Filter) -> Mask:
        kept = np.ones(self.edge_count, dtype=np.bool_)
        if wanted.types:
            kept &= np.isin(self.arrays.type, _positions(self.names.types, wanted.types))
        if wanted.without:
            kept &= ~np.isin(self.arrays.type, _positions(self.names.types, wanted.without))
        if wanted.layers:
            kept &= np.isin(self.arrays.layer, _positions(self.names.layers, wanted.layers))
        if wanted.first_day is not None:
            kept &= self.arrays.last_day >= day_number(wanted.first_day, 0)
        if wanted.last_day is not None:
            kept &= self.arrays.first_day <= day_number(wanted.last_day, 0)
        if wanted.confidence > 0:
            kept &= self.arrays.confidence >= np.float32(wanted.confidence)
        return kept

    def incident(self, nodes: Int32, kept: Mask | None) -> tuple[Int32, Int32]:
        """Return (neighbours, edges) of a set of nodes, one entry per incident edge."""
        indptr = self.arrays.indptr
        starts, stops = indptr[nodes], indptr[nodes + 1]
        lengths = stops - starts
        total = int(lengths.sum())
        if total == 0:
            empty = np.empty(0, dtype=np.int32)
            return empty, empty
        # Positions start..stop of every node, without a Python loop.
        shift = np.repeat(stops - np.cumsum(lengths), lengths)
        positions = np.arange(total, dtype=np.int64) + shift
        neighbors = self.arrays.neighbor[positions]
        edges = self.arrays.edge[positions]
        if kept is not None:
            chosen = kept[edges]
            return neighbors[chosen], edges[chosen]
        return neighbors, edges

    def ego(self, node: int, hops: int, wanted: Filter, limit: int) -> Subgraph:
        """Return everything within some hops of a node, nearest first.

        Args:
            node: Where to start.
            hops: How far; 0 is the node alone.
            wanted: Which relationships count.
            limit: The most nodes to return; a level that does not fit is cut, lowest
                degree first kept, and ``is_truncated`` is set.
        """
        kept = self.mask(wanted)
        seen = np.zeros(self.node_count, dtype=np.bool_)
        seen[node] = True
        order = [np.array([node], dtype=np.int32)]
        total, is_truncated = 1, False
        for _ in range(hops):
            neighbors, _ = self.incident(order[-1], kept)
            fresh = np.unique(neighbors[~seen[neighbors]])
            room = max(limit - total, 0)
            if len(fresh) > room:
                is_truncated = True
                degrees = self.arrays.degree[fresh]
                fresh = np.sort(fresh[np.argsort(degrees, kind="stable")[:room]])
            if len(fresh) == 0:
                break
            seen[fresh] = True
            order.append(fresh)
            total += len(fresh)
        nodes = np.concatenate(order)
        return Subgraph(tuple(nodes.tolist()), self._edges_within(nodes, seen, kept), is_truncated)

    def _edges_within(self, nodes: Int32, seen: Mask, kept: Mask | None) -> tuple[int, ...]:
        neighbors, edges = self.incident(nodes, kept)
        return tuple(np.unique(edges[seen[neighbors]]).tolist())

    def type_counts(self, node: int, wanted: Filter) -> dict[str, int]:
        """Return how many relationships of each type touch a node, most first."""
        _, edges = self.incident(np.array([node], dtype=np.int32), self.mask(wanted))
        found, counts = np.unique(self.arrays.type[edges], return_counts=True)
        pairs = zip((self.names.types[int(t)] for t in found), counts.tolist(), strict=True)
        return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


_MASKS = 16
"""Masks kept, one byte per relationship each."""


def _positions(names: Sequence[str], wanted: frozenset[str]) -> list[int]:
    return [i for i, name in enumerate(names) if name in wanted]
