"""XLSX, XLS, ODS: one sheet as rows of text.

A number that the workbook has already rounded is given as the sheet shows it (3.27E+15): a NIK
typed into a numeric cell has lost its last digit, and nothing can bring it back. An error of the
spreadsheet is given as its name. Whoever uses such a cell refuses it
(:mod:`loaders.tabular.spoilt`); beside the columns that are used it does no harm.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from loaders.errors import LoadError
from loaders.tabular import valueless
from loaders.tabular.frames import Event, Head, Line
from loaders.tabular.limits import Limits

if TYPE_CHECKING:
    import python_calamine as calamine

_Value = TypeVar("_Value")

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of workbooks."""

# Excel keeps 15 significant digits; from here on the last ones of a whole number are lost.
_INEXACT = 10**15


def read(path: Path, limits: Limits, sheet: str | None, header: int) -> Iterator[Event]:
    """Yield the head and the rows of one sheet.

    Args:
        path: The workbook.
        limits: What it may cost.
        sheet: Name of the sheet; the first that is shown by default.
        header: Row of the header, counting from 1; 0 if there is none.

    Raises:
        LoadError: It is no workbook, has no such sheet, or unpacks to too much.
    """
    # Imported here: only workbooks need it.
    import python_calamine as calamine

    _check_archive(path, limits)
    try:
        with calamine.load_workbook(str(path)) as book:
            name, others = _sheet(path, book.sheets_metadata, sheet)
            found = book.get_sheet_by_name(name)
            _check_area(path, found.total_height, found.total_width, limits)
            rows = found.to_python(skip_empty_area=False)
            _put(rows, valueless.find(path, name))
            _fill_merged(rows, found.merged_cell_ranges or [], max(header, 1))
    except (calamine.CalamineError, OSError) as error:
        raise LoadError(
            f"{path} cannot be read as a workbook: {error}. Open it and save it anew, without "
            "a password."
        ) from error
    if len(rows) < max(header, 1):
        raise LoadError(
            f"{path}: the sheet {name!r} has no row {max(header, 1)} for its header. "
            "Fill the sheet, or name another one in the mapping (sheet: NAME)."
        )
    titles = [_text(value) for value in rows[header - 1]]
    if header == 0:
        titles = [str(n) for n in range(1, len(rows[0]) + 1)]
    yield Head(titles, {"sheet": name, **({"sheets not read": others} if others else {})})
    for number, values in enumerate(rows[header:], header + 1):
        yield Line(number, list[str | None](map(_text, values)))


def _put(rows: Sequence[list[Any]], found: valueless.Found) -> None:
    """Put errors where the reader has empty cells, or zeros; cells are of any type."""
    for (row, column), text in found.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text


def _fill_merged(
    rows: list[list[_Value]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], head: int
) -> None:
    """Give rows that share one merged cell its value; a workbook keeps it in the first alone.

    Cells merged across columns are titles, and stay where they are.
    """
    # Merged cells do not overlap; where they do, nobody meant them.
    left_over = sum(map(len, rows))
    for (top, left), (bottom, right) in ranges:
        if left != right or top < head or top >= len(rows) or left_over < 0:
            continue
        below = rows[top + 1 : bottom + 1]
        left_over -= len(below)
        for row in below:
            if left < len(row) and row[left] == "":
                row[left] = rows[top][left]


def _sheet(
    path: Path, sheets: Sequence[calamine.SheetMetadata], wanted: str | None
) -> tuple[str, str]:
    """Return the sheet to read, and the others for the reader to know of."""
    names = [sheet.name for sheet in sheets]
    if not names:
        raise LoadError(f"{path} has no sheet. Save the workbook anew, with the table in a sheet.")
    if wanted is not None and wanted not in names:
        raise LoadError(f"{path} has no sheet {wanted!r}. It has: {', '.join(names[:20])}.")
    from python_calamine import SheetVisibleEnum

    # A sheet that nobody sees is rarely the table that is meant.
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    chosen = wanted or next(iter(shown), names[0])
    others = [name if name in shown else f"{name} (hidden)" for name in names if name != chosen]
    return chosen, ", ".join(others[:10]) + (" …" if len(others) > 10 else "")


def _check_archive(path: Path, limits: Limits) -> None:
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise LoadError(f"{path} is a damaged archive: {error}. Save it anew.") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked:
        raise LoadError(f"{path} {limits.exceeded('unpacked', f'{unpacked:,} bytes')}")


def _check_area(path: Path, height: int, width: int, limits: Limits) -> None:
    if width > limits.columns:
        raise LoadError(f"{path} {limits.exceeded('columns', width)}")
    if height > limits.rows:
        raise LoadError(f"{path} {limits.exceeded('rows', f'{height:,}')}")


def _text(value: object) -> str:
    """Return the text of a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value.total_seconds()) if isinstance(value, timedelta) else str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if abs(value) >= _INEXACT:
        # As the sheet shows it: nobody takes the digits that are left for the whole number.
        return f"{value:.14E}"
    # 15 digits are what the sheet shows; more are noise of binary fractions.
    return f"{Decimal(f'{value:.15g}'):f}"
