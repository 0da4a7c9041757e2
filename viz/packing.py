"""Putting parts together: leaves into round groups, components beside each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from numba import njit

from viz.forces import Float64

Mask = npt.NDArray[np.bool_]
_GOLDEN = math.pi * (3 - math.sqrt(5))


def honeycomb(count: int, width: float, height: float) -> Float64:
    """Return ``count`` places on a hexagonal grid, the nearest to the origin first.

    Args:
        count: How many places.
        width: Distance between neighbours along a row.
        height: Distance between rows.

    Returns:
        count × 2 array centred on the origin.
    """
    reach = math.ceil(math.sqrt(count)) + 2
    places = [
        ((column + (row % 2) / 2) * width, row * height)
        for row in range(-reach, reach + 1)
        for column in range(-reach, reach + 1)
    ]
    # Ties are broken by angle, so that an unfinished ring fills from the top, clockwise.
    places.sort(key=lambda p: (round(math.hypot(*p), 6), -p[1], p[0]))
    chosen = np.array(places[:count], np.float64).reshape(-1, 2)
    centred: Float64 = chosen - (chosen.max(axis=0) + chosen.min(axis=0)) / 2
    return centred


def pack(boxes: Sequence[Float64], aspect: float, cell: float) -> list[tuple[float, float]]:
    """Return a shift for every component so that none touch and all fit one frame.

    Components are taken as the set of grid cells that their boxes cover (K. Freivalds,
    U. Dogrusoz, P. Kikusts (2002), "Disconnected Graph Layout and the Polyomino Packing
    Approach", GD 2001), largest first, each at the free place nearest to the middle.

    Args:
        boxes: Per component, n × 4: left, top, right, bottom of everything in it.
        aspect: Wanted width divided by height.
        cell: Side of a grid cell.

    Returns:
        Shifts (dx, dy) in the order of ``boxes``.
    """
    shapes = [_cells(b, cell) for b in boxes]
    area = sum(int(s.sum()) for s, _ in shapes)
    widest = max(max(s.shape) for s, _ in shapes)
    side = 2 * (2 * math.ceil(math.sqrt(area)) + widest) + 4
    taken = np.zeros((side, side), np.bool_)
    order = sorted(range(len(boxes)), key=lambda k: (-int(shapes[k][0].sum()), k))
    shifts = [(0.0, 0.0)] * len(boxes)
    step, before = 0, (0, 0)
    for k in order:
        shape, origin = shapes[k]
        # A smaller part may still fit nearer to the middle; an equal one may not.
        start = step if shape.shape == before else step // 2
        row, column, step = _place(taken, shape, aspect, start)
        before = shape.shape
        taken[row : row + shape.shape[0], column : column + shape.shape[1]] |= shape
        shifts[k] = (
            (column - side // 2) * cell - origin[0],
            (row - side // 2) * cell - origin[1],
        )
    return shifts


def _cells(boxes: Float64, cell: float) -> tuple[Mask, tuple[float, float]]:
    left, top = float(boxes[:, 0].min()), float(boxes[:, 1].min())
    first = np.floor((boxes[:, :2] - (left, top)) / cell).astype(int)
    last = np.floor((boxes[:, 2:] - (left, top)) / cell).astype(int)
    shape = np.zeros((int(last[:, 1].max()) + 1, int(last[:, 0].max()) + 1), np.bool_)
    for (c0, r0), (c1, r1) in zip(first, last, strict=True):
        shape[r0 : r1 + 1, c0 : c1 + 1] = True
    return _filled(shape), (left, top)


def _filled(shape: Mask) -> Mask:
    """Fill what lies between cells of a row and of a column: nothing goes inside a part."""
    across = (
        np.logical_or.accumulate(shape, 1) & np.logical_or.accumulate(shape[:, ::-1], 1)[:, ::-1]
    )
    down = np.logical_or.accumulate(shape, 0) & np.logical_or.accumulate(shape[::-1], 0)[::-1]
    return across | down


@njit(cache=True)
def _place(taken: Mask, shape: Mask, aspect: float, start: int) -> tuple[int, int, int]:
    """Return row, column and step of the first free place on a spiral from the middle."""
    side = len(taken)
    rows, columns = shape.shape
    step = start
    while True:
        radius = 0.5 * math.sqrt(step)
        angle = step * _GOLDEN
        step += 1
        row = int(side / 2 + radius * math.sin(angle) / math.sqrt(aspect) - rows / 2)
        column = int(side / 2 + radius * math.cos(angle) * math.sqrt(aspect) - columns / 2)
        row, column = max(0, min(row, side - rows)), max(0, min(column, side - columns))
        if not (taken[row : row + rows, column : column + columns] & shape).any():
            return row, column, step
