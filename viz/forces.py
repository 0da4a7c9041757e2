"""The numeric core of layouts: attraction, Barnes-Hut repulsion, and separation of boxes.

Compiled kernels over plain arrays; they know nothing of entities. Every kernel is
deterministic: same arrays in, same arrays out.

The model is ForceAtlas2: M. Jacomy, T. Venturini, S. Heymann, M. Bastian (2014),
"ForceAtlas2, a Continuous Graph Layout Algorithm", PLoS ONE 9(6): e98679. The far field is
summed by quadtree: J. Barnes, P. Hut (1986), Nature 324: 446-449.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

Float64 = npt.NDArray[np.float64]
Int32 = npt.NDArray[np.int32]


class Tree(NamedTuple):
    """Arrays of a quadtree, one row per cell.

    Attributes:
        child: n × 4 indices of cells, -1 for none.
        body: Index of the one body inside, -1 for none yet, -2 for several.
        total: Mass inside.
        middle: n × 2, centre of mass.
        size: Side of the cell.
    """

    child: Int32
    body: Int32
    total: Float64
    middle: Float64
    size: Float64


class Bodies(NamedTuple):
    """What forces move.

    Attributes:
        position: n × 2, changed in place; no two bodies at one place.
        mass: n, repulsion grows with it.
        radius: n, in the units of ``position``; forces act on the gap between bodies.
    """

    position: Float64
    mass: Float64
    radius: Float64


class Springs(NamedTuple):
    """What pulls: ends (indices of bodies) and strength of each link."""

    source: Int32
    target: Int32
    weight: Float64


# A cell seen under a smaller ratio of size to distance acts as one body.
_OPENING = 1.2
# Below this size two bodies count as being at one place.
_DEEPEST = 40
_EMPTY, _INNER = -1, -2


@njit(cache=True)
def _quadtree(position: Float64, mass: Float64, tree: Tree) -> int:
    """Fill a quadtree; return its number of cells, -1 if they do not fit its arrays."""
    child, body, total, middle, size = tree
    low_x, low_y = position[:, 0].min(), position[:, 1].min()
    side = max(position[:, 0].max() - low_x, position[:, 1].max() - low_y) + 1e-9
    child[0, :], body[0], total[0], size[0] = -1, _EMPTY, 0.0, side
    middle[0, 0] = middle[0, 1] = 0.0
    used = 1
    for i in range(len(position)):
        # One body opens at most two cells per level.
        if used + 2 * _DEEPEST + 2 > len(body):
            return -1
        x, y, m = position[i, 0], position[i, 1], mass[i]
        cell, cx, cy, half, depth = 0, low_x + side / 2, low_y + side / 2, side / 2, 0
        while True:
            total[cell] += m
            middle[cell, 0] += m * x
            middle[cell, 1] += m * y
            if body[cell] == _EMPTY:
                body[cell] = i
                break
            if depth >= _DEEPEST:
                break
            if body[cell] >= 0:
                j = body[cell]
                quarter = (position[j, 0] > cx) + 2 * (position[j, 1] > cy)
                child[used, :], body[used], size[used] = -1, j, half
                total[used] = mass[j]
                middle[used, 0] = mass[j] * position[j, 0]
                middle[used, 1] = mass[j] * position[j, 1]
                child[cell, quarter] = used
                body[cell] = _INNER
                used += 1
            quarter = (x > cx) + 2 * (y > cy)
            if child[cell, quarter] < 0:
                child[used, :], body[used], size[used], total[used] = -1, _EMPTY, half, 0.0
                middle[used, 0] = middle[used, 1] = 0.0
                child[cell, quarter] = used
                used += 1
            cell = child[cell, quarter]
            half /= 2
            cx += half if x > cx else -half
            cy += half if y > cy else -half
            depth += 1
    for cell in range(used):
        middle[cell, 0] /= total[cell]
        middle[cell, 1] /= total[cell]
    return used


@njit(cache=True)
def _repel(bodies: Bodies, tree: Tree, force: Float64, strength: float) -> None:
    """Add to ``force`` the push of all bodies on each, ``strength * m1 * m2 / gap``."""
    position, mass, radius = bodies
    child, body, total, middle, size = tree
    stack = np.empty(4 * _DEEPEST + 8, np.int32)
    for i in range(len(position)):
        x, y, push = position[i, 0], position[i, 1], strength * mass[i]
        stack[0], top = 0, 1
        while top > 0:
            top -= 1
            cell = stack[top]
            if body[cell] == i:
                continue
            dx, dy = x - middle[cell, 0], y - middle[cell, 1]
            squared = dx * dx + dy * dy + 1e-6
            if body[cell] >= 0 or size[cell] * size[cell] < _OPENING * _OPENING * squared:
                distance = np.sqrt(squared)
                gap = distance
                if body[cell] >= 0:
                    gap = max(distance - radius[i] - radius[body[cell]], 0.05 * distance)
                factor = push * total[cell] / (distance * gap)
                force[i, 0] += dx * factor
                force[i, 1] += dy * factor
                continue
            for quarter in range(4):
                if child[cell, quarter] >= 0:
                    stack[top] = child[cell, quarter]
                    top += 1


@njit(cache=True)
def _attract(bodies: Bodies, springs: Springs, force: Float64) -> None:
    """Add to ``force`` the pull along links, proportional to the gap between the bodies."""
    position, radius = bodies.position, bodies.radius
    source, target, weight = springs
    for e in range(len(source)):
        i, j = source[e], target[e]
        dx, dy = position[j, 0] - position[i, 0], position[j, 1] - position[i, 1]
        distance = np.sqrt(dx * dx + dy * dy) + 1e-9
        pull = weight[e] * max(distance - radius[i] - radius[j], 0.0) / distance
        force[i, 0] += dx * pull
        force[i, 1] += dy * pull
        force[j, 0] -= dx * pull
        force[j, 1] -= dy * pull


@njit(cache=True)
def _move(position: Float64, mass: Float64, force: Float64, before: Float64, speed: float) -> float:
    """Move every body along its force, less where it swings; return the next speed."""
    swinging, traction = 0.0, 0.0
    for i in range(len(position)):
        sx, sy = force[i, 0] - before[i, 0], force[i, 1] - before[i, 1]
        tx, ty = force[i, 0] + before[i, 0], force[i, 1] + before[i, 1]
        swinging += mass[i] * np.sqrt(sx * sx + sy * sy)
        traction += mass[i] * np.sqrt(tx * tx + ty * ty) / 2
    wanted = traction / (swinging + 1e-9)
    speed = min(wanted, 1.5 * speed)
    for i in range(len(position)):
        sx, sy = force[i, 0] - before[i, 0], force[i, 1] - before[i, 1]
        swing = mass[i] * np.sqrt(sx * sx + sy * sy)
        factor = speed / (1.0 + np.sqrt(speed * swing))
        position[i, 0] += force[i, 0] * factor
        position[i, 1] += force[i, 1] * factor
    return speed


@njit(cache=True)
def relax(
    bodies: Bodies, springs: Springs, iterations: int, strength: float, gravity: float
) -> None:
    """Move bodies in place, a number of times, towards where forces balance.

    Args:
        bodies: What moves.
        springs: What pulls.
        iterations: How many times.
        strength: Of repulsion.
        gravity: Pull to the origin, which keeps the parts together.
    """
    position, mass, _ = bodies
    count = len(position)
    cells = 6 * count + 64 * _DEEPEST
    tree = Tree(
        np.empty((cells, 4), np.int32),
        np.empty(cells, np.int32),
        np.empty(cells),
        np.empty((cells, 2)),
        np.empty(cells),
    )
    before, speed = np.zeros((count, 2)), 1.0
    for _ in range(iterations):
        force = np.zeros((count, 2))
        if _quadtree(position, mass, tree) < 0:
            break
        _repel(bodies, tree, force, strength)
        _attract(bodies, springs, force)
        for i in range(count):
            distance = np.sqrt(position[i, 0] ** 2 + position[i, 1] ** 2) + 1e-9
            force[i, 0] -= gravity * mass[i] * position[i, 0] / distance
            force[i, 1] -= gravity * mass[i] * position[i, 1] / distance
        speed = _move(position, mass, force, before, speed)
        before = force


@njit(cache=True)
def separate(center: Float64, half: Float64, weight: Float64, rounds: int) -> int:
    """Push overlapping boxes apart in place, along the shorter way, heavy ones less.

    Args:
        center: n × 2 float64, changed in place.
        half: n × 2, half of width and height.
        weight: n, resistance to being moved.
        rounds: At most so many sweeps.

    Returns:
        Number of overlapping pairs left in the last sweep.
    """
    count = len(center)
    widest = half[:, 0].max()
    left = 0
    for _ in range(rounds):
        order = np.argsort(center[:, 0], kind="mergesort")
        left = 0
        for a in range(count):
            i = order[a]
            for b in range(a + 1, count):
                j = order[b]
                if center[j, 0] - center[i, 0] > half[i, 0] + widest + 1.0:
                    break
                dx, dy = center[j, 0] - center[i, 0], center[j, 1] - center[i, 1]
                over_x = half[i, 0] + half[j, 0] - abs(dx)
                over_y = half[i, 1] + half[j, 1] - abs(dy)
                if over_x <= 1e-3 or over_y <= 1e-3:
                    continue
                left += 1
                share = weight[j] / (weight[i] + weight[j])
                axis = 0 if over_x < over_y else 1
                over = (over_x if axis == 0 else over_y) * 0.55
                sign = 1.0 if (dx if axis == 0 else dy) >= 0 else -1.0
                center[i, axis] -= sign * over * share
                center[j, axis] += sign * over * (1.0 - share)
        if left == 0:
            break
    return left
