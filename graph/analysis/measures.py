"""Measures of position and structure, in networkx's vocabulary, over compressed arrays.

Each returns one number per node, in the graph's order of labels, and agrees with networkx
where both are exact; networkx is the oracle in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import networkx as nx
import numpy as np
from scipy import sparse

from graph.analysis import kernels
from graph.analysis.arrays import Float64, Int32
from graph.analysis.louvain import communities
from graph.analysis.simple import SimpleGraph
from graph.errors import GraphError

_EXACT_BETWEENNESS = 20_000


def degree_centrality(graph: SimpleGraph) -> Float64:
    """Return degree divided by the most it could be (n - 1)."""
    return graph.degree / max(graph.node_count - 1, 1)


def betweenness_centrality(
    graph: SimpleGraph, *, sample: int | None = None, seed: int = 0
) -> Float64:
    """Return the share of shortest paths that pass through each node (Freeman 1977).

    Args:
        graph: The graph.
        sample: Number of source nodes drawn without repetition; ``None`` for all of them
            up to 20,000 nodes, else 1,024. A sample gives an unbiased estimate.
        seed: Of the draw.
    """
    size = graph.node_count
    if sample is None and size > _EXACT_BETWEENNESS:
        sample = 1_024
    if sample is None or sample >= size:
        sources = np.arange(size, dtype=np.int32)
    else:
        drawn = np.random.default_rng(seed).choice(size, sample, replace=False)
        sources = np.sort(drawn).astype(np.int32)
    total = kernels.betweenness(graph.indptr, graph.indices, sources)
    pairs = (size - 1) * (size - 2)
    return total * (size / max(len(sources), 1)) / pairs if pairs > 0 else total


def closeness_centrality(graph: SimpleGraph) -> Float64:
    """Return closeness, scaled by the share of nodes reached; O(nm)."""
    return kernels.closeness(graph.indptr, graph.indices)


def pagerank(graph: SimpleGraph, *, damping: float = 0.85) -> Float64:
    """Return PageRank (Brin and Page 1998), its error below 1e-6 in total.

    networkx stops at a change of ``n * 1e-6``, which on a million nodes is after one round.

    Raises:
        GraphError: It did not converge; ``damping`` is too close to 1.
    """
    if graph.node_count == 0:
        return np.zeros(0)
    rank, rounds = kernels.pagerank(graph.indptr, graph.indices, damping, 1e-6, 1_000)
    if rounds < 0:
        raise GraphError(f"PageRank did not converge with damping {damping}; take 0.99 or less.")
    return rank


def eigenvector_centrality(graph: SimpleGraph) -> Float64:
    """Return the leading eigenvector of the adjacency matrix, of length 1 (Bonacich 1987).

    Power iteration on ``A + I``, which converges on bipartite graphs too; in a graph of
    several components all weight goes to the one with the largest eigenvalue.
    """
    size = graph.node_count
    if size == 0:
        return np.zeros(0)
    ones = np.ones(len(graph.indices))
    matrix = sparse.csr_matrix((ones, graph.indices, graph.indptr), shape=(size, size))
    vector = np.full(size, 1.0 / np.sqrt(size))
    for _ in range(10_000):
        fresh: Float64 = matrix @ vector + vector
        fresh /= np.linalg.norm(fresh)
        if np.abs(fresh - vector).sum() < 1e-9 * size:
            return fresh
        vector = fresh
    return vector


def core_number(graph: SimpleGraph) -> Int32:
    """Return the largest k such that a node belongs to the k-core (Seidman 1983)."""
    return kernels.core_numbers(graph.indptr, graph.indices)


def constraint(graph: SimpleGraph) -> Float64:
    """Return Burt's constraint; low means many structural holes. Isolated nodes are NaN."""
    return kernels.constraint(graph.indptr, graph.indices, graph.weights)


def connected_components(graph: SimpleGraph) -> Int32:
    """Return the number of each node's component; components by their smallest node."""
    return kernels.components(graph.indptr, graph.indices)


def articulation_points(graph: SimpleGraph) -> list[int]:
    """Return indices of nodes whose removal parts their component, ascending."""
    return np.flatnonzero(kernels.articulation_points(graph.indptr, graph.indices)).tolist()


def to_networkx(graph: SimpleGraph) -> nx.Graph[int]:
    """Return the graph for networkx, nodes by index with ``label``; for everything else."""
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from((i, {"label": label}) for i, label in enumerate(graph.labels))
    rows = np.repeat(np.arange(graph.node_count), graph.degree)
    upper = rows < graph.indices
    made.add_weighted_edges_from(
        zip(
            rows[upper].tolist(),
            graph.indices[upper].tolist(),
            graph.weights[upper].tolist(),
            strict=True,
        )
    )
    return made


MEASURES: Mapping[str, Callable[[SimpleGraph], Float64 | Int32]] = MappingProxyType(
    {
        "degree": degree_centrality,
        "betweenness": betweenness_centrality,
        "closeness": closeness_centrality,
        "eigenvector": eigenvector_centrality,
        "pagerank": pagerank,
        "core": core_number,
        "constraint": constraint,
        "component": connected_components,
        "community": communities,
    }
)
"""Measures by the name that users give them."""
