"""What policy staff are told cannot be turned back into people.

``LACAK_AGGREGATES`` says how many aggregates are compared (10,000 is the full form); the
attacker solves linear programmes over everything that is published.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from graph.projection.rebuild import rebuild_snapshot
from graph.roles.aggregates import read_aggregates
from graph.roles.audience import Audience
from graph.roles.folders import current_for
from graph.roles.pseudonyms import KEY_FILE
from graph.roles.tables import Cell, protect, totals_of
from tests.claims import claim, document, entity, fill, sqlite

MULTIPLE = 10
AGGREGATES = int(os.environ.get("LACAK_AGGREGATES", "2000"))
_tables = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")),
    # Nines and tens are where rounding gives most away.
    st.one_of(st.integers(0, 120), st.sampled_from([0, 1, 9, 10, 11, 19, 20])),
    min_size=1,
    max_size=16,
)


def crossings(true: dict[Cell, int], cell: Cell) -> set[Cell]:
    """Return the numbers that one person more in a cell takes over a multiple."""
    sums: dict[Cell, int] = dict(true)
    for part, number in true.items():
        for total in totals_of(part):
            sums[total] = sums.get(total, 0) + number
    touched = (cell, *totals_of(cell))
    return {p for p in touched if (sums.get(p, 0) + 1) // MULTIPLE != sums.get(p, 0) // MULTIPLE}


@settings(max_examples=AGGREGATES // 25, deadline=None)
@given(_tables, st.data())
def test_one_victim_more_changes_nothing_but_numbers_that_cross_a_multiple(true, data):
    cell = data.draw(st.sampled_from(sorted(true)))
    before = protect(true, MULTIPLE).cells
    after = protect({**true, cell: true[cell] + 1}, MULTIPLE).cells
    crossed = crossings(true, cell)
    different = {place for place in before if before[place] != after[place]}
    if not crossed:
        assert different == set()
    # What is withheld may change where some number crossed; no other number does.
    shown = {p for p in different if before[p] is not None and after[p] is not None}
    assert shown <= crossed


@settings(max_examples=AGGREGATES // 50, deadline=None)
@given(_tables)
def test_numbers_are_rounded_down_and_totals_from_their_true_sum(true):
    published = protect(true, MULTIPLE)
    sums: dict[Cell, int] = {}
    for part, number in true.items():
        assert published.cells[part] == number // MULTIPLE * MULTIPLE
        for total in totals_of(part):
            sums[total] = sums.get(total, 0) + number
    for total, number in sums.items():
        assert published.cells[total] in (None, number // MULTIPLE * MULTIPLE)


def recovered(cells: dict[Cell, int | None]) -> list[Cell]:
    """Return the cells that linear programming leaves one whole number for."""
    order = [cell for cell in cells if "" not in cell]
    rows, bounds = [], []
    for total, number in cells.items():
        if "" in total and number is not None:
            parts = np.array([float(total in totals_of(cell)) for cell in order])
            rows += [parts, -parts]
            bounds += [number + MULTIPLE - 1, -number]
    limits = [(cells[c], cells[c] + MULTIPLE - 1) for c in order]
    found = []
    for position, cell in enumerate(order):
        goal = np.zeros(len(order))
        goal[position] = 1
        matrix = np.array(rows) if rows else None
        ends = [linprog(sign * goal, matrix, bounds or None, bounds=limits) for sign in (1, -1)]
        if np.ceil(ends[0].fun - 1e-7) == np.floor(-ends[1].fun + 1e-7):
            found.append(cell)
    return found


@settings(max_examples=AGGREGATES // 75, deadline=None)
@given(_tables)
def test_a_linear_programming_attacker_recovers_no_cell(true):
    assert recovered(dict(protect(true, MULTIPLE).cells)) == []


def test_the_attacker_recovers_cells_where_nothing_is_withheld():
    # Ten nines: every cell says "fewer than ten" and their total gives all of them away.
    true = {(row, column): 9 for row in "abcde" for column in "xy"}
    naive: dict[Cell, int | None] = dict.fromkeys(true, 0)
    naive["", ""] = 90
    assert len(recovered(naive)) == 10
    published = protect(true, MULTIPLE)
    assert published.cells["", ""] is None
    assert recovered(dict(published.cells)) == []


def test_ordinary_tables_keep_their_totals():
    true = {(row, column): 34 + 7 * n for n, (row, column) in enumerate(["ax", "ay", "bx", "by"])}
    assert None not in protect(true, MULTIPLE).cells.values()


def _policy_graph(folder: Path, people: int) -> list[tuple[str, object]]:
    """Return what policy sees of a ledger in which a group and a count are of some people."""
    claims = [
        *entity("region:21", "Province", name="Kepulauan Riau"),
        *entity("ev:a", "Interception", locatedIn="region:21", date="2026-02-01"),
        *entity("cnt:a", "Count", measure="victims-identified", area="region:21"),
    ]
    if people:
        claims += entity("grp:a", "Group", groupRole="victim", groupSizeLower=str(people))
        claims += [claim("ev:a", "affected", "grp:a"), claim("cnt:a", "countLower", str(people))]
    folder.mkdir()
    ledger = fill(sqlite(folder), [document(cls="OfficialRelease")], claims)
    (folder / "snapshots").mkdir()
    (folder / "snapshots" / KEY_FILE).touch(0o600)
    (folder / "snapshots" / KEY_FILE).write_bytes(b"k" * 32)
    rebuild_snapshot(ledger, folder / "snapshots", audiences=[Audience("policy")])
    ledger.close()
    snapshot = current_for(folder / "snapshots", "policy")
    cells = read_aggregates(snapshot.folder)
    items = [*snapshot.all_nodes(), *snapshot.all_relationships()]
    return [*sorted((item.id, str(item)) for item in items), ("cells", cells)]


def test_a_victim_more_in_the_ledger_changes_the_snapshot_at_multiples_only(tmp_path):
    graphs = [_policy_graph(tmp_path / str(n), n) for n in (1, 2, 8, 9, 10, 11, 19, 20)]
    changed = [a != b for a, b in pairwise(graphs)]
    assert changed == [False, False, False, True, False, False, True]
