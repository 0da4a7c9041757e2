"""Simple undirected graphs as compressed arrays: what network science computes on.

No parallel edges, no loops. Made from a network read model through a filter and a
projection (who is tied to whom), or from a list of edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from graph.analysis import adjacency
from graph.analysis.arrays import Float64, Int32, Int64
from graph.analysis.network import Filter, Network


@dataclass(frozen=True, slots=True)
class SimpleGraph:
    """An undirected graph without parallel edges or loops.

    Attributes:
        indptr, indices: Compressed adjacency, both directions, neighbours ascending.
        weights: Weight of each adjacency entry: the largest confidence, or the number of
            shared groups in a projection.
        labels: Name of each node, in order of index.
    """

    indptr: Int64
    indices: Int32
    weights: Float64
    labels: tuple[str, ...]

    @property
    def node_count(self) -> int:
        """Number of nodes."""
        return len(self.labels)

    @property
    def edge_count(self) -> int:
        """Number of undirected edges."""
        return len(self.indices) // 2

    @property
    def degree(self) -> Int64:
        """Number of neighbours of each node."""
        return np.diff(self.indptr)


def from_edges(edges: Iterable[tuple[str, str]], labels: Sequence[str] = ()) -> SimpleGraph:
    """Return the graph of named edges; nodes in order of first appearance.

    Args:
        edges: Pairs of names; loops are left out, repeats count once.
        labels: Nodes that come first, also if no edge touches them.

    >>> from_edges([("a", "b"), ("b", "a"), ("b", "c")]).edge_count
    2
    """
    index = {label: i for i, label in enumerate(labels)}
    pairs = [(index.setdefault(a, len(index)), index.setdefault(b, len(index))) for a, b in edges]
    source = np.array([a for a, _ in pairs], dtype=np.int32)
    target = np.array([b for _, b in pairs], dtype=np.int32)
    return from_arrays(source, target, None, tuple(index))


def from_arrays(
    source: Int32, target: Int32, weights: Float64 | None, labels: tuple[str, ...]
) -> SimpleGraph:
    """Return the graph of edges by index; a repeated edge keeps its largest weight.

    Args:
        source: Indices into ``labels``.
        target: Likewise, the other ends.
        weights: Above 0; ``None`` gives every tie 1.
        labels: Name of each node.
    """
    # Of one layout, or the loops would be compiled once more.
    source, target = (np.require(ends, np.int32, ("C", "W")) for ends in (source, target))
    indptr, indices = adjacency.compress(source, target, len(labels))
    if weights is None:
        kept = np.ones(len(indices))
    else:
        heavy = weights.astype(np.float64, copy=False)
        kept = adjacency.largest_weights(indptr, indices, source, target, heavy)
    return SimpleGraph(indptr=indptr, indices=indices, weights=kept, labels=labels)


def from_network(network: Network, wanted: Filter) -> SimpleGraph:
    """Return the ties that a filter lets through, over the nodes that they touch."""
    arrays, kept = network.arrays, network.mask(wanted)
    chosen = np.arange(network.edge_count) if kept is None else np.flatnonzero(kept)
    source, target = arrays.source[chosen], arrays.target[chosen]
    touched = np.unique(np.concatenate([source, target]))
    labels = tuple(network.names.ids[int(node)] for node in touched)
    return from_arrays(
        np.searchsorted(touched, source).astype(np.int32),
        np.searchsorted(touched, target).astype(np.int32),
        arrays.confidence[chosen].astype(np.float64),
        labels,
    )


def co_involvement(
    network: Network, wanted: Filter, actors: frozenset[str], largest_group: int = 200
) -> SimpleGraph:
    """Return who shares an event, agreement or case with whom.

    Two actors are tied when both are linked to the same other node; the weight is the
    number of nodes they share (the off-diagonal of ``B @ B.T``).

    Args:
        network: The read model.
        wanted: Which links count.
        actors: Names of classes that are actors; all other nodes are what they share.
        largest_group: A shared node with more actors than this is left out: it ties
            everyone to everyone and says nothing about any two.
    """
    arrays, kept = network.arrays, network.mask(wanted)
    chosen = np.arange(network.edge_count) if kept is None else np.flatnonzero(kept)
    classes = [i for i, name in enumerate(network.names.classes) if name in actors]
    is_actor = np.isin(arrays.node_class, classes)
    source, target = arrays.source[chosen], arrays.target[chosen]
    crossing = is_actor[source] != is_actor[target]
    source, target = source[crossing], target[crossing]
    actor = np.where(is_actor[source], source, target)
    shared = np.where(is_actor[source], target, source)
    touched = np.unique(actor)
    rows = np.searchsorted(touched, actor)
    incidence = sparse.csr_matrix(
        (np.ones(len(rows)), (rows, shared)), shape=(len(touched), network.node_count)
    )
    incidence.data[:] = 1.0
    sizes = np.asarray(incidence.sum(axis=0)).ravel()
    incidence = incidence[:, np.flatnonzero((sizes >= 2) & (sizes <= largest_group))]
    product = sparse.triu(incidence @ incidence.T, k=1).tocoo()
    labels = tuple(network.names.ids[int(node)] for node in touched)
    return from_arrays(
        product.row.astype(np.int32), product.col.astype(np.int32), product.data, labels
    )
