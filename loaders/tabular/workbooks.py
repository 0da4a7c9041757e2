"""XLSX, XLS, ODS: one sheet as rows of text.

Refuses numbers that the workbook has already rounded: a NIK typed into a numeric cell has
lost its last digit, and nothing can bring it back.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from loaders.errors import LoadError
from loaders.tabular.frames import Cells, Event, Head, Line, Refused
from loaders.tabular.limits import Limits

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of workbooks."""

# Excel keeps 15 significant digits; from here on the last ones of a whole number are lost.
_INEXACT = 10**15


def read(path: Path, limits: Limits, sheet: str | None, header: int) -> Iterator[Event]:
    """Yield the head, the rows and the refusals of one sheet.

    Args:
        path: The workbook.
        limits: What it may cost.
        sheet: Name of the sheet; the first by default.
        header: Row of the header, counting from 1; 0 if there is none.

    Raises:
        LoadError: It is no workbook, has no such sheet, or unpacks to too much.
    """
    # Imported here: only workbooks need it.
    import python_calamine as calamine

    _check_archive(path, limits)
    try:
        with calamine.load_workbook(str(path)) as book:
            name = _sheet(path, book.sheet_names, sheet)
            found = book.get_sheet_by_name(name)
            _check_area(path, found.total_height, found.total_width, limits)
            rows = found.to_python(skip_empty_area=False)
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
    titles = [_text(value) or "" for value in rows[header - 1]]
    if header == 0:
        titles = [str(n) for n in range(1, len(rows[0]) + 1)]
    yield Head(titles, {"sheet": name})
    for number, values in enumerate(rows[header:], header + 1):
        yield _row(number, values)


def _sheet(path: Path, names: Sequence[str], wanted: str | None) -> str:
    if not names:
        raise LoadError(f"{path} has no sheet.")
    if wanted is not None and wanted not in names:
        raise LoadError(f"{path} has no sheet {wanted!r}. It has: {', '.join(names[:20])}.")
    return wanted or names[0]


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


def _row(number: int, values: Sequence[object]) -> Line | Refused:
    cells: Cells = [_text(value) for value in values]
    if None not in cells:
        return Line(number, cells)
    return Refused(
        number,
        cells.index(None) + 1,
        "the numeric cell holds more than the 15 digits that a workbook keeps, so the last ones "
        "are lost. Format the column as text and enter the numbers again from their source.",
        [str(value) if cell is None else cell for value, cell in zip(values, cells, strict=True)],
    )


def _text(value: object) -> str | None:
    """Return the text of a cell; ``None`` if it is a number that has lost digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value.total_seconds()) if isinstance(value, timedelta) else str(value)


def _number(value: float) -> str | None:
    if not math.isfinite(value):
        return ""
    if abs(value) >= _INEXACT:
        return None
    # 15 digits are what the sheet shows; more are noise of binary fractions.
    return f"{Decimal(f'{value:.15g}'):f}"
