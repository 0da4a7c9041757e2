"""Lists and pairs of names as people keep them: workbooks, TSV, Indonesian names of columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.identity import match
from api.cli.lists import read_names
from api.cli.main import app
from graph.resolution.errors import ListRowError, PairRowError
from graph.resolution.pairs import COLUMNS
from graph.resolution.screening import rows_of
from loaders.errors import LoadError
from tests.hostile import row, workbook

PAIRS = [
    ("Kelas", "kiri", "kanan", "catatan"),
    ("Person", "Budi", "Boedi", "a"),
    ("Company", "PT A Jaya", "PT B Jaya", "b"),
    ("Agency", "Polda Riau", "Polda Kepri", "c"),
]


def sheet(path: Path, lines: list[tuple[str, ...]]) -> Path:
    path.write_bytes(workbook("".join(row(n, *line) for n, line in enumerate(lines, 1))))
    return path


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_pairs_come_back_in_order_whatever_they_are_kept_in(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"p.{ending}"
    if ending == "xlsx":
        sheet(path, PAIRS)
    else:
        path.write_text("".join(",\t"[ending == "tsv"].join(line) + "\n" for line in PAIRS))
    done = CliRunner().invoke(app, ["match", str(path)], catch_exceptions=False)
    mark = "\t" if ending == "tsv" else ","
    found = list(csv.DictReader(io.StringIO(done.stdout), delimiter=mark))
    assert [one["catatan"] for one in found] == ["a", "b", "c"]
    assert [one["decision"] for one in found] == ["same", "different", "different"]
    assert list(found[0])[:4] == list(PAIRS[0])


def test_a_list_in_a_workbook_is_read_by_its_indonesian_names(tmp_path: Path) -> None:
    path = sheet(tmp_path / "l.xlsx", [("Nama", "alasan"), ("Ani", "dicabut"), ("", ""), ("Adi",)])
    rows = rows_of(read_names(path, None, ("name",), ListRowError))
    assert rows == [{"name": "Ani", "reason": "dicabut"}, {"name": "Adi", "reason": ""}]


def test_what_a_workbook_lacks_is_said_by_sheet_row_and_column(tmp_path: Path) -> None:
    path = sheet(tmp_path / "p.xlsx", [("kelas", "kiri"), ("Person", "Budi")])
    with pytest.raises(PairRowError, match=r"p\.xlsx, sheet '.*', row 1: .*right \(kanan\).*Add r"):
        read_names(path, None, COLUMNS, PairRowError)
    path = sheet(tmp_path / "n.xlsx", [("nama", "nik"), ("Ani", "#N/A")])
    with pytest.raises(
        LoadError, match=r"n\.xlsx, sheet '.*', row 2, column 'nik': #N/A .*Correct"
    ):
        read_names(path, None, ("name",), ListRowError)
    with pytest.raises(LoadError, match="no sheet 'Lain'"):
        read_names(path, "Lain", ("name",), ListRowError)
    (tmp_path / "l.csv").write_text("nama\nAni\n")
    with pytest.raises(LoadError, match="Leave --sheet out"):
        read_names(tmp_path / "l.csv", "Lain", ("name",), ListRowError)


def test_the_help_names_columns_in_both_languages() -> None:
    assert "kelas, kiri, kanan" in str(match.__annotations__["path"])
