"""Tables of people, rounded down so that no cell can be worked out from totals.

Every number is rounded down, totals from their true sum, so totals say more than the cells
that they are of. A number is therefore published only beside a *witness*: another table,
one person apart, that would be published as the very same numbers. Where there is none, a
total is withheld (complementary suppression; Willenborg and de Waal, Elements of Statistical
Disclosure Control, 2001, ch. 1), and the search starts again. No reasoning from what is
published, by linear programming or otherwise, can then tell the cell from its witness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Cell = tuple[str, str]
"""Names of a cell's row and column."""

_EVERYTHING = ""
"""Name that stands for all rows, or all columns, in the place of one."""


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
        true: Numbers by row and column; missing cells are zero.
        multiple: What to round down to; above 1.

    O(cells²) in the worst case, each cell being compared with those of its row and column.
    """
    rows = tuple(sorted({row for row, _ in true}))
    columns = tuple(sorted({column for _, column in true}))
    exact = {(r, c): true.get((r, c), 0) for r in rows for c in columns}
    sums = _sums(exact)
    withheld: set[Cell] = set()
    while (risky := _without_witness(exact, sums, withheld, multiple)) is not None:
        withheld.add(next(t for t in totals_of(risky) if t not in withheld))
    cells = {cell: number - number % multiple for cell, number in {**exact, **sums}.items()}
    told = {cell: None if cell in withheld else number for cell, number in cells.items()}
    return Published(multiple, rows, columns, told)


def totals_of(cell: Cell) -> tuple[Cell, Cell, Cell]:
    """Return the totals that a cell counts in: of its row, of its column, of everything."""
    return (cell[0], _EVERYTHING), (_EVERYTHING, cell[1]), (_EVERYTHING, _EVERYTHING)


def _sums(exact: Mapping[Cell, int]) -> dict[Cell, int]:
    sums: dict[Cell, int] = {}
    for cell, number in exact.items():
        for total in totals_of(cell):
            sums[total] = sums.get(total, 0) + number
    return sums


def _without_witness(
    exact: Mapping[Cell, int], sums: Mapping[Cell, int], withheld: set[Cell], multiple: int
) -> Cell | None:
    """Return a cell for which no table one person apart is published alike, if any."""
    known = {**exact, **{t: n for t, n in sums.items() if t not in withheld}}
    return next((c for c in exact if not any(_witnesses(c, exact, known, multiple))), None)


def _witnesses(
    cell: Cell, exact: Mapping[Cell, int], known: Mapping[Cell, int], multiple: int
) -> Iterator[bool]:
    for step in (1, -1):
        yield _is_alike({cell: step}, known, multiple)
        for other in exact:
            if other != cell:
                yield _is_alike({cell: step, other: -step}, known, multiple)


def _is_alike(moved: Mapping[Cell, int], known: Mapping[Cell, int], multiple: int) -> bool:
    """Tell whether a table with some cells moved is one, and is published as the same."""
    change: dict[Cell, int] = dict(moved)
    for cell, step in moved.items():
        for total in totals_of(cell):
            change[total] = change.get(total, 0) + step
    return all(
        known[place] + step >= 0 and (known[place] + step) // multiple == known[place] // multiple
        for place, step in change.items()
        if place in known
    )
