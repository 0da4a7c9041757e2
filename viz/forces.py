"""The numeric core of layouts: attraction, Barnes-Hut repulsion, and separation of boxes.

Compiled kernels over plain arrays; they know nothing of entities. Every kernel is
deterministic: same arrays in, same arrays out.

The model is ForceAtlas2: M. Jacomy, T. Venturini, S. Heymann, M. Bastian (2014),
"ForceAtlas2, a Continuous Graph Layout Algorithm", PLoS ONE 9(6): e98679. The far field is
summed by quadtree: J. Barnes, P. Hut (1986), Nature 324: 446-449.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

Float64 = npt.NDArray[np.float64]
Int32 = npt.NDArray[np.int32]

# A cell seen under a smaller ratio of size to distance acts as one body.
_OPENING = 1.2
# Below this size two bodies count as being at one place.
_DEEPEST = 40
_EMPTY, _INNER = -1, -2


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def _quadtree(position, mass, child, body, total, middle, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Fill a quadtree and return its number of cells; ``middle`` holds centres of mass."""
    low_x, low_y = position[:, 0].min(), position[:, 1].min()
    side = max(position[:, 0].max() - low_x, position[:, 1].max() - low_y) + 1e-9
    child[0, :], body[0], total[0], size[0] = -1, _EMPTY, 0.0, side
    middle[0, 0] = middle[0, 1] = 0.0
    used = 1
    for i in range(len(position)):
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


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def _repel(position, mass, radius, force, strength, child, body, total, middle, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Add to ``force`` the push of all bodies on each, ``strength * m1 * m2 / gap``."""
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


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def _attract(position, source, target, weight, radius, force):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Add to ``force`` the pull along edges, proportional to the gap between the bodies."""
    for e in range(len(source)):
        i, j = source[e], target[e]
        dx, dy = position[j, 0] - position[i, 0], position[j, 1] - position[i, 1]
        distance = np.sqrt(dx * dx + dy * dy) + 1e-9
        pull = weight[e] * max(distance - radius[i] - radius[j], 0.0) / distance
        force[i, 0] += dx * pull
        force[i, 1] += dy * pull
        force[j, 0] -= dx * pull
        force[j, 1] -= dy * pull


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def _move(position, mass, force, before, speed):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
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


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def relax(position, mass, radius, source, target, weight, iterations, strength, gravity):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, PLR0913
    """Move bodies in place until forces balance, or for a number of iterations.

    Args:
        position: n × 2 float64, changed in place; no two bodies at one place.
        mass: n, repulsion grows with it.
        radius: n, in the units of ``position``; edges pull only on the gap between bodies.
        source, target: Ends of each edge, indices into ``position``.
        weight: Pull of each edge.
        iterations: At most so many.
        strength: Of repulsion.
        gravity: Pull to the origin, which keeps the parts together.
    """
    count = len(position)
    cells = 6 * count + 64 * _DEEPEST
    child, body = np.empty((cells, 4), np.int32), np.empty(cells, np.int32)
    total, size = np.empty(cells), np.empty(cells)
    middle, before = np.empty((cells, 2)), np.zeros((count, 2))
    speed = 1.0
    for _ in range(iterations):
        force = np.zeros((count, 2))
        used = _quadtree(position, mass, child, body, total, middle, size)
        # Leave the tree early rather than write beyond it; it never got near in tests.
        if used + _DEEPEST + 2 > cells:
            break
        _repel(position, mass, radius, force, strength, child, body, total, middle, size)
        _attract(position, source, target, weight, radius, force)
        for i in range(count):
            distance = np.sqrt(position[i, 0] ** 2 + position[i, 1] ** 2) + 1e-9
            force[i, 0] -= gravity * mass[i] * position[i, 0] / distance
            force[i, 1] -= gravity * mass[i] * position[i, 1] / distance
        speed = _move(position, mass, force, before, speed)
        before = force


@njit(cache=True)  # type: ignore[untyped-decorator]  # numba ships no types
def separate(center, half, weight, rounds):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
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
