from __future__ import annotations

import csv
import stat

import pytest

from loaders.quarantine import Quarantine, is_quarantine, shield, unshield


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_no_file_without_a_refused_row(tmp_path):
    kept = Quarantine(tmp_path / "q", "a")
    kept.close()
    assert not kept.path.exists()
    assert kept.count == 0


def test_a_refused_row_keeps_its_cells_line_and_reason(tmp_path):
    kept = Quarantine(tmp_path / "q", "a")
    kept.add(["x", "y"], ["1", None], 7, "too late")
    kept.add(["x", "y"], ["only"], 8, "too short")
    kept.close()
    assert rows_of(kept.path) == [
        {"x": "1", "y": "", "_line": "7", "_reason": "too late", "_raw": ""},
        {"x": "", "y": "", "_line": "8", "_reason": "too short", "_raw": "only"},
    ]
    assert is_quarantine(kept.path)
    assert kept.count == 2


def test_only_the_owner_reads_it(tmp_path):
    kept = Quarantine(tmp_path / "q", "a")
    kept.add(["x"], ["1"], 1, "r")
    kept.close()
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_refusing_a_correction_adds_no_second_reason(tmp_path):
    columns = ["x", "_line", "_reason", "_raw"]
    kept = Quarantine(tmp_path / "q", "a")
    kept.add(columns, ["1", "7", "old", ""], 2, "new")
    kept.close()
    [row] = rows_of(kept.path)
    assert (row["_reason"], row["_line"]) == ("new", "2")


def test_names_that_come_later_keep_the_row_raw(tmp_path):
    kept = Quarantine(tmp_path / "q", "a")
    kept.add(["x"], ["1"], 1, "r")
    kept.add(["x", "y"], ["1", "2"], 2, "r")
    kept.close()
    assert rows_of(kept.path)[1]["_raw"] == "1 | 2"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(1)", "+cmd|x", "-2+3!A1", "plain", "+62 812", "-"])
def test_shielding_comes_off_again(cell):
    assert unshield(shield(cell)) == cell


def test_other_tables_are_no_quarantine(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,_reason\n1,2\n")
    assert not is_quarantine(path)


def test_a_row_after_closing_is_added_below(tmp_path):
    kept = Quarantine(tmp_path / "q", "a")
    for line in (1, 2):
        kept.add(["x"], ["1"], line, "r")
        kept.close()
    assert [row["_line"] for row in rows_of(kept.path)] == ["1", "2"]
