"""Tables of people, rounded down so that no cell can be worked out from totals.

Every number is rounded down, totals from their true sum, so totals say more than the cells
that they are of. What remains possible is a polytope: every cell and total up to its multiple.
A table is published once that polytope is at least one person wide in every cell; until then
the total that leaves such a cell least room is withheld (complementary suppression;
Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, ch. 1).

What is withheld depends on published numbers only, so one person more or less changes nothing
but numbers that cross a multiple, and what follows from those.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

Cell = tuple[str, str]
"""Names of a cell's row and column."""

_EVERYTHING = ""
"""Name that stands for all rows, or all columns, in the place of one."""
_LEAST_WIDTH = 1.0
"""How far apart the least and the greatest that a cell can be must lie."""


_ROUNDING = 1e-6
"""What the solver may be off by."""


@dataclass(frozen=True, slots=True)
class Published:
    """A table as published.

    Attributes:
        multiple: What every number is rounded down to a multiple of.
        rows, columns: Names, in order.
        cells: By row and column, totals too: the name of all rows, or all columns, is empty.
            0 means fewer than ``multiple``; ``None`` is withheld, lest it give a cell away.
    """

    multiple: int
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Cell, int | None]


def protect(true: Mapping[Cell, int], multiple: int) -> Published:
    """Return a table as it may be published, with row, column and grand totals.

    Args:
        true: Numbers by row and column, none negative; missing cells are zero.
        multiple: What to round down to; above 1.

    Two linear programmes for every cell, rows that are alike being looked at once.
    """
    rows = tuple(sorted({row for row, _ in true}))
    columns = tuple(sorted({column for _, column in true}))
    exact = {(r, c): true.get((r, c), 0) for r in rows for c in columns}
    sums: dict[Cell, int] = {}
    for cell, number in exact.items():
        for total in totals_of(cell):
            sums[total] = sums.get(total, 0) + number
    cells = {cell: _down(number, multiple) for cell, number in exact.items()}
    totals = {total: _down(number, multiple) for total, number in sums.items()}
    told = dict(totals)
    while (narrow := _narrow_cell(cells, told, multiple)) is not None:
        its = [t for t in totals_of(narrow) if t in told]
        del told[min(its, key=lambda t: (_slack(t, cells, told[t], multiple), t))]
    hidden = dict.fromkeys(totals.keys() - told.keys())
    return Published(multiple, rows, columns, {**cells, **told, **hidden})


def totals_of(cell: Cell) -> tuple[Cell, Cell, Cell]:
    """Return the totals that a cell counts in: of its row, of its column, of everything."""
    return (cell[0], _EVERYTHING), (_EVERYTHING, cell[1]), (_EVERYTHING, _EVERYTHING)


def _down(number: int, multiple: int) -> int:
    return number - number % multiple


def _narrow_cell(
    cells: Mapping[Cell, int], totals: Mapping[Cell, int], multiple: int
) -> Cell | None:
    """Return a cell that what is published leaves less than one person of room, if any."""
    order = list(cells)
    rows: list[list[float]] = []
    bounds: list[int] = []
    for total, number in totals.items():
        parts = [float(total in totals_of(cell)) for cell in order]
        rows += [parts, [-part for part in parts]]
        bounds += [number + multiple - 1, -number]
    if not rows:
        return None
    limits = [(number, number + multiple - 1) for number in cells.values()]
    seen: set[object] = set()
    for position, cell in enumerate(order):
        alike = (*(n for c, n in cells.items() if c[0] == cell[0]), totals.get((cell[0], "")))
        if (alike, cell[1]) not in seen:
            seen.add((alike, cell[1]))
            goal = np.zeros(len(order))
            goal[position] = 1
            low, high = (linprog(s * goal, np.array(rows), bounds, bounds=limits) for s in (1, -1))
            if -high.fun - low.fun < _LEAST_WIDTH - _ROUNDING:
                return cell
    return None


def _slack(total: Cell, cells: Mapping[Cell, int], number: int, multiple: int) -> int:
    """Return how far a total is from forcing all its cells to one end of what they can be."""
    parts = [n for cell, n in cells.items() if total in totals_of(cell)]
    low, most = number - sum(parts), multiple - 1
    return min(low + most, len(parts) * most - low)
