"""A layout in columns, for pictures whose parts have a natural order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from viz.forces import Float64, Int32
from viz.layout import Graph, Placement

_SWEEPS = 24
_GAP = 190.0


def place_in_layers(graph: Graph, column: Sequence[int]) -> Placement:
    """Return a placement in columns, ordered so that few links cross.

    Order within a column is by the mean place of the neighbours (barycentre heuristic:
    K. Sugiyama, S. Tagawa, M. Toda (1981), IEEE Trans. SMC 11(2): 109-125).

    Args:
        graph: What to place; links inside a column are allowed.
        column: Per node, the number of its column, from the left.
    """
    position = np.zeros((graph.size, 2))
    if graph.size == 0:
        return Placement(position, ())
    columns = [np.flatnonzero(np.array(column) == c).astype(np.int32) for c in sorted(set(column))]
    rank = np.arange(graph.size, dtype=np.float64)
    for _ in range(_SWEEPS):
        for among in columns:
            _settle(rank, among, graph.source, graph.target)
    x = 0.0
    for among in columns:
        ordered = among[np.argsort(rank[among], kind="stable")]
        x += float(graph.box[among, 0].max())
        _stack(position, ordered, graph.box, x)
        x += float(graph.box[among, 2].max()) + _GAP
    middle = (position.max(axis=0) + position.min(axis=0)) / 2
    return Placement(np.round(position - middle, 1), ())


def _settle(rank: Float64, among: Int32, source: Int32, target: Int32) -> None:
    """Give the nodes of a column new ranks in 0-1, by the mean rank of their neighbours."""
    total, count = np.zeros(len(rank)), np.zeros(len(rank))
    for here, there in ((source, target), (target, source)):
        np.add.at(total, here, rank[there])
        np.add.at(count, here, 1)
    wanted = np.where(count > 0, total / np.maximum(count, 1), rank)[among]
    order = np.argsort(wanted, kind="stable")
    rank[among[order]] = (np.arange(len(among)) + 0.5) / len(among)


def _stack(position: Float64, ordered: Int32, box: Float64, x: float) -> None:
    heights = box[ordered, 1] + box[ordered, 3] + 6
    bottoms = np.cumsum(heights)
    position[ordered, 0] = x
    position[ordered, 1] = bottoms - heights + box[ordered, 1] - bottoms[-1] / 2
