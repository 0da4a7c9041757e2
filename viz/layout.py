"""Where things stand in a network picture.

Nodes that have the same few neighbours and the same kind (forty commitments of one ministry)
form one round group; what remains is laid out by forces, part by part, and the parts are
packed into a landscape frame. Nothing overlaps at the end where labels were given room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from viz.forces import Bodies, Float64, Int32, Springs, relax, separate
from viz.packing import honeycomb, pack

# Five alike read better as a group; four are still seen one by one.
GROUP_LEAST = 5
# Nodes with more common neighbours than this belong between them, not beside them.
_GROUP_NEIGHBOURS = 3
_GROUP_LABELLED = 9
_GROUP_MARGIN = 16.0
# Share of the frame that nodes and labels may cover before it reads as clutter.
_DENSITY = 0.3
_PIVOTS = 40
_SEED = 20251


@dataclass(frozen=True, slots=True)
class Graph:
    """What a layout needs to know.

    Attributes:
        source, target: Ends of each link, node indices.
        box: n × 4, how far each node with its label reaches left, up, right, down; pixels.
        kind: Per node, what it must share to be grouped.
        fixed: Nodes that are never put into a group.
    """

    source: Int32
    target: Int32
    box: Float64
    kind: Sequence[str]
    fixed: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.kind)


@dataclass(frozen=True, slots=True)
class Group:
    """Alike nodes that stand together in a circle; pixels."""

    members: tuple[int, ...]
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Positions of all nodes (n × 2, pixels, y downwards) and the groups among them."""

    position: Float64
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """A node or a group while forces act; ``offsets`` are of its members."""

    members: tuple[int, ...]
    offsets: Float64
    box: Float64


def place(graph: Graph, aspect: float = 1.5) -> Placement:
    """Return a placement; the same graph always gets the same one.

    Args:
        graph: What to place.
        aspect: Wanted width divided by height.
    """
    if graph.size == 0:
        return Placement(np.zeros((0, 2)), ())
    bodies = _bodies(graph)
    owner = np.empty(graph.size, np.int32)
    for index, body in enumerate(bodies):
        owner[list(body.members)] = index
    source, target, weight = _reduced(owner[graph.source], owner[graph.target], len(bodies))
    adjacency = csr_matrix((weight, (source, target)), (len(bodies), len(bodies)))
    count, part = connected_components(adjacency, directed=False)
    box = np.array([b.box for b in bodies])
    center = np.zeros((len(bodies), 2))
    for k in range(count):
        among = np.flatnonzero(part == k)
        inside = part[source] == k
        renumber = np.searchsorted(among, np.stack((source[inside], target[inside])))
        center[among] = _part(renumber[0], renumber[1], weight[inside], box[among])
    _pack_parts(center, box, part, count, aspect)
    return _placement(graph, bodies, center)


def _bodies(graph: Graph) -> list[_Body]:
    neighbours: list[set[int]] = [set() for _ in range(graph.size)]
    for i, j in zip(graph.source.tolist(), graph.target.tolist(), strict=True):
        if i != j:
            neighbours[i].add(j)
            neighbours[j].add(i)
    alike: dict[tuple[frozenset[int], str], list[int]] = defaultdict(list)
    for i, near in enumerate(neighbours):
        if len(near) <= _GROUP_NEIGHBOURS and i not in graph.fixed:
            alike[frozenset(near), graph.kind[i]].append(i)
    grouped = {k: m for k, m in alike.items() if len(m) >= GROUP_LEAST}
    inside = {i for members in grouped.values() for i in members}
    bodies = [
        _Body((i,), np.zeros((1, 2)), graph.box[i]) for i in range(graph.size) if i not in inside
    ]
    return [*bodies, *(_group(graph, tuple(m)) for m in grouped.values())]


def _group(graph: Graph, members: tuple[int, ...]) -> _Body:
    boxes = graph.box[list(members)]
    # A large group would push everything else apart; its labels wait until one comes near.
    share = 1.0 if len(members) <= _GROUP_LABELLED else 0.6
    width = (float((boxes[:, 0] + boxes[:, 2]).max()) + 6) * share
    height = (float((boxes[:, 1] + boxes[:, 3]).max()) + 4) * share
    offsets = honeycomb(len(members), width, height)
    # A node stands in the upper half of its box, since its label is below it.
    offsets[:, 1] -= float((boxes[:, 3] - boxes[:, 1]).mean()) / 2
    reach = np.hypot(
        np.abs(offsets[:, 0]) + width / 2, np.abs(offsets[:, 1]) + boxes.mean(axis=0)[1]
    )
    radius = float(reach.max()) + _GROUP_MARGIN
    return _Body(members, offsets, np.full(4, radius))


def _reduced(source: Int32, target: Int32, count: int) -> tuple[Int32, Int32, Float64]:
    """Merge links between the same two bodies; many links pull more, but not in proportion."""
    low, high = np.minimum(source, target), np.maximum(source, target)
    kept = low != high
    key, times = np.unique(
        low[kept].astype(np.int64) * count + high[kept].astype(np.int64), return_counts=True
    )
    weight: Float64 = 1.0 + 0.25 * np.log2(times)
    return (key // count).astype(np.int32), (key % count).astype(np.int32), weight


def _part(source: Int32, target: Int32, weight: Float64, box: Float64) -> Float64:
    """Lay out one connected part around the origin."""
    count = len(box)
    if count == 1:
        return np.zeros((1, 2))
    extent = np.stack((box[:, 0] + box[:, 2], box[:, 1] + box[:, 3]), axis=1)
    radius = (extent.min(axis=1) / 2).astype(np.float64)
    spacing = float(np.median(np.sqrt(extent[:, 0] * extent[:, 1]))) * 1.25
    degree = np.bincount(np.concatenate((source, target)), minlength=count)
    mass = (degree + 1.0).astype(np.float64)
    center: Float64 = _start(source, target, count) * spacing * np.sqrt(count)
    iterations = 600 if count <= 600 else 320 if count <= 3000 else 140
    strength, gravity = (spacing / 2) ** 2, 0.3 * spacing * np.sqrt(count)
    bodies = Bodies(center, mass, radius)
    springs = Springs(source.astype(np.int32), target.astype(np.int32), weight)
    relax(bodies, springs, iterations, strength, gravity)
    center = _level(center)
    # A little wider than forces make it, since labels run across.
    center *= min(1.0, _crowding(center, extent)) * np.array((1.1, 0.92))
    shift = np.stack((box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]), axis=1) / 2
    middle = center + shift
    _spread(middle, extent / 2, mass * extent.prod(axis=1))
    result: Float64 = middle - shift
    return result


def _start(source: Int32, target: Int32, count: int) -> Float64:
    """Return first positions by pivot multidimensional scaling, about one unit across.

    U. Brandes, C. Pich (2007), "Eigensolver Methods for Progressive Multidimensional
    Scaling of Large Data", GD 2006.
    """
    noise = np.random.default_rng(_SEED).normal(scale=0.02, size=(count, 2))
    links = csr_matrix((np.ones(len(source)), (source, target)), (count, count))
    nearest = np.full(count, np.inf)
    distances, pivot = [], 0
    for _ in range(min(_PIVOTS, count)):
        found = dijkstra(links, directed=False, indices=pivot, unweighted=True)
        distances.append(found)
        nearest = np.minimum(nearest, found)
        pivot = int(nearest.argmax())
    squared = np.array(distances).T ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    plane = centred @ axes[:, -2:][:, ::-1] if axes.shape[1] >= 2 else np.zeros((count, 2))
    # An eigenvector's sign is arbitrary; ours points to where the largest value is positive.
    plane *= np.sign(plane[np.abs(plane).argmax(axis=0), range(2)] + 1e-12)
    widest = np.abs(plane).max(axis=0)
    start: Float64 = plane / np.where(widest > 1e-9, widest, 1.0) + noise
    return start


def _level(center: Float64) -> Float64:
    """Turn a part so that it is widest across, since screens are."""
    around = center - center.mean(axis=0)
    _, axes = np.linalg.eigh(around.T @ around)
    turned: Float64 = around @ axes[:, ::-1]
    turned *= np.sign(turned[np.abs(turned).argmax(axis=0), range(2)] + 1e-12)
    return turned


def _spread(middle: Float64, half: Float64, resistance: Float64) -> None:
    """Move boxes in place until none overlap; where they are locked, make more room."""
    rounds = 120 if len(middle) <= 3000 else 20
    for _ in range(12):
        if separate(middle, half, resistance, rounds) == 0:
            return
        middle *= 1.06


def _crowding(center: Float64, extent: Float64) -> float:
    """Return the factor that brings a part to the wanted density."""
    low, high = np.percentile(center, (3, 97), axis=0)
    covered = float(np.prod(np.maximum(high - low, extent.mean(axis=0))))
    return float(np.sqrt(extent.prod(axis=1).sum() / _DENSITY / covered))


def _pack_parts(center: Float64, box: Float64, part: Int32, count: int, aspect: float) -> None:
    """Move whole parts in place so that they stand beside each other."""
    if count == 1:
        return
    reach = np.concatenate((center - box[:, :2], center + box[:, 2:]), axis=1)
    members = [np.flatnonzero(part == k) for k in range(count)]
    area = float(((reach[:, 2] - reach[:, 0]) * (reach[:, 3] - reach[:, 1])).sum())
    cell = max(24.0, float(np.sqrt(area)) / 60)
    shifts = pack(
        [reach[m] + (-cell / 2, -cell / 2, cell / 2, cell / 2) for m in members], aspect, cell
    )
    for among, shift in zip(members, shifts, strict=True):
        center[among] += shift


def _placement(graph: Graph, bodies: list[_Body], center: Float64) -> Placement:
    position = np.empty((graph.size, 2))
    groups = []
    for body, (x, y) in zip(bodies, center, strict=True):
        position[list(body.members)] = body.offsets + np.array((x, y))
        if len(body.members) > 1:
            groups.append(Group(body.members, float(x), float(y), float(body.box[0])))
    middle = (position.max(axis=0) + position.min(axis=0)) / 2
    dx, dy = map(float, middle)
    return Placement(
        np.round(position - middle, 1),
        tuple(
            Group(g.members, round(g.x - dx, 1), round(g.y - dy, 1), round(g.radius, 1))
            for g in groups
        ),
    )
