"""Lists of names as files: separated values, or a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import GraphError
from graph.resolution.errors import ResolutionError
from graph.resolution.tables import NameTable, read_table, table_of
from loaders.errors import LoadError
from loaders.tabular.encoding import detect
from loaders.tabular.frames import Head, Lines, Refused
from loaders.tabular.limits import from_environment
from loaders.tabular.reading import read
from loaders.tabular.spoilt import is_spoilt
from loaders.tabular.workbooks import ENDINGS

SheetOption = Annotated[
    str | None, typer.Option(help="Sheet of a workbook; the first that is shown by default.")
]


def read_names(
    path: Path, sheet: str | None, wanted: Sequence[str], refusal: type[ResolutionError]
) -> NameTable:
    """Read a table of names: CSV, TSV, XLSX, XLS or ODS.

    Raises:
        GraphError: The file cannot be opened.
        LoadError: It is no workbook, or a cell of it is spoilt.
        ResolutionError: The ``refusal``: a column is missing, or a row cannot be read.
    """
    if path.suffix.lower() in ENDINGS:
        return _of_sheet(path, sheet, wanted, refusal)
    if sheet is not None:
        raise LoadError(f"{path} is no workbook, so it has no sheet {sheet!r}. Leave --sheet out.")
    try:
        with path.open(encoding=detect(path), newline="") as file:
            return read_table(file, wanted, refusal)
    except OSError as error:
        raise GraphError(f"{path} cannot be read: {error.strerror}.") from error


def _of_sheet(
    path: Path, sheet: str | None, wanted: Sequence[str], refusal: type[ResolutionError]
) -> NameTable:
    frames = read(path, from_environment(), sheet=sheet)
    head = next((frame for frame in frames if isinstance(frame, Head)), None)
    if head is None:
        raise LoadError(f"{path} holds no table. Write the names of columns into its first row.")
    place = f"{path}, sheet {head.facts.get('sheet', sheet)!r}"

    def lines() -> Iterator[tuple[str, list[str]]]:
        for frame in frames:
            if isinstance(frame, Refused):
                raise LoadError(f"{place}, row {frame.number}: {frame.reason}")
            if not isinstance(frame, Lines):
                continue
            for line in frame.rows:
                at = f"{place}, row {line.number}"
                cells = [cell or "" for cell in line.cells]
                _check(at, head.columns, cells)
                yield at, cells

    return table_of(head.columns, lines(), wanted, refusal, f"{place}, row 1")


def _check(place: str, columns: Sequence[str], cells: Sequence[str]) -> None:
    for column, cell in zip(columns, cells, strict=False):
        if is_spoilt(cell):
            raise LoadError(
                f"{place}, column {column!r}: {cell[:40]} is an error of the spreadsheet, or a "
                "long number whose last digits it dropped. Correct the cell; long numbers are "
                "kept whole in columns formatted as text."
            )
