"""People whom sources count in groups, by province and role: one file in a role's snapshot.

Worked out from the true numbers when the snapshot is built, since a sum of rounded numbers
says too little; published through :func:`graph.roles.tables.protect`.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import msgspec

from graph.roles.eye import Eye
from graph.roles.tables import Cell, protect

FILE = "aggregates.json"
UNKNOWN = "–"
"""Row of groups that no source places in one province, and column of all other roles."""


class Aggregates(msgspec.Struct, frozen=True):
    """What the file holds.

    Attributes:
        multiple: Numbers are rounded down to a multiple of it; 1 where they are exact.
        cells: (province's code, role, number); an empty code or role stands for all, a
            number of 0 for fewer than ``multiple``, ``None`` for a withheld total.
    """

    multiple: int
    cells: list[tuple[str, str, int | None]]


def write_aggregates(folder: Path, eye: Eye) -> None:
    """Write the audience's aggregates into a snapshot that is being built."""
    multiple = eye.rules.floor.multiple if eye.audience.rule.is_floored else 1
    true = people(eye)
    cells = protect(true, multiple).cells if multiple > 1 else true
    found = Aggregates(multiple, [(row, column, n) for (row, column), n in sorted(cells.items())])
    (folder / FILE).write_bytes(msgspec.json.encode(found))


def read_aggregates(folder: Path) -> Aggregates | None:
    """Read the aggregates of a snapshot; ``None`` where it has none."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Aggregates)
    except FileNotFoundError:
        return None


def people(eye: Eye) -> dict[Cell, int]:
    """Return how many people groups count, by province and role, exactly.

    Every province and every role of those to whom something is done has a cell, so that no
    cell's being there says anything; other roles share one column. A group counts with the
    greatest number that some source says there are at least. Groups of several sources may
    overlap, so a sum is no count of different people.
    """
    survey, passive = eye.survey, sorted(eye.rules.signs.passive_roles)
    found = dict.fromkeys(product((*eye.provinces, UNKNOWN), (*passive, UNKNOWN)), 0)
    for entity_id, number in survey.numbers.items():
        roles = number.whom.get(eye.group_role, set())
        if number.least and eye.is_group(entity_id) and eye.is_near(entity_id):
            provinces = set().union(*eye.nearest(entity_id))
            row = provinces.pop() if len(provinces) == 1 else UNKNOWN
            column = next((r for r in passive if r in roles), UNKNOWN)
            cell = row if row in eye.provinces else UNKNOWN, column
            found[cell] += number.least
    return found
