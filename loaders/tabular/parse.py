"""A table file as a stream of head, rows, and refusals; runs inside the locked process.

Every cell arrives as the text that stands in the file; nothing is converted. What cannot
be a row (too few cells, a NUL byte, a number that a workbook has already rounded) is a
refusal with its line, and the next row goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from loaders.errors import LoadError
from loaders.tabular import objects, parquet, plain, separated, workbooks
from loaders.tabular.frames import Cells, Event, Head, Line, Plain, Refused, Request
from loaders.tabular.gathering import gathered
from loaders.tabular.limits import Limits, check_size
from loaders.tabular.suspicion import bare

SEPARATED = (".csv", ".tsv", ".txt")
"""Endings of tables of separated values."""

ENDINGS = (
    *SEPARATED, ".json", ".ndjson", ".jsonl", ".parquet", *workbooks.ENDINGS,
)  # fmt: skip
"""Endings that say how a table is written."""

NAMELESS = "has no name in the header"
"""Part of the message about a line that is no header."""

OWN_COLUMNS = ("_line", "_reason", "_raw")
"""Columns that Lacak itself adds to a file of refused rows; never read as data."""


def parse(request: Request) -> Iterator[Event]:
    """Yield what stands in a table.

    Raises:
        LoadError: The file cannot be read as a table at all.
    """
    path, limits = Path(request.path), Limits(**request.limits)
    if check_size(path, limits) == 0:
        raise LoadError(f"{path} is empty. Export it again.")
    events = _checked(path, _events(path, limits, request), limits)
    return gathered(events, limits) if request.in_bulk else events


def _events(path: Path, limits: Limits, request: Request) -> Iterator[Event]:
    ending = path.suffix.lower()
    if ending in workbooks.ENDINGS:
        return workbooks.read(path, limits, request.sheet, request.header)
    if ending == ".json":
        return objects.read_array(path, limits)
    if ending in (".ndjson", ".jsonl"):
        return objects.read_lines(path, limits)
    if ending == ".parquet":
        return parquet.read(path, limits)
    if ending in SEPARATED:
        found = "\t" if ending == ".tsv" else request.delimiter
        if request.in_bulk:
            return plain.read(path, limits, found, request.header)
        return separated.read(path, limits, found, request.header)
    raise LoadError(
        f"{path}: no table has the ending {ending!r}. Save it as one of: {', '.join(ENDINGS)}."
    )


def _checked(path: Path, events: Iterator[Event], limits: Limits) -> Iterator[Event]:
    """Check names, counts, and cells; rows that do not fit the head are refused."""
    width, count, names = 0, 0, list[str]()
    is_sparse = False
    for event in events:
        if isinstance(event, Head):
            event = _named(event)  # noqa: PLW2901  # the same head with its names tidied
            _check_head(path, event, limits)
            width, names, is_sparse = len(event.columns), event.columns, event.is_sparse
            yield event
            continue
        count += event.text.count(b"\n") if isinstance(event, Plain) else 1
        if count > limits.rows:
            raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
        if isinstance(event, Refused | Plain):
            yield event
        # A blank line is no row; an object without a value is one.
        elif is_sparse or any(event.cells):
            if len(event.cells) > width and not any(event.cells[width:]):
                event = Line(event.number, event.cells[:width])  # noqa: PLW2901  # nothing is lost
            problem = None if is_sparse else _width_problem(width, event.cells)
            problem = problem or _cell_problem(names, event.cells, limits)
            yield event if problem is None else Refused(event.number, None, problem, event.cells)


def _named(head: Head) -> Head:
    names = [bare(name) for name in head.columns]
    # Sheets that were once wider export empty columns at their end; a title is no such head.
    while len(names) > 2 and not names[-1] and sum(map(bool, names)) > 1:
        names.pop()
    return msgspec.structs.replace(head, columns=names)


def _check_head(path: Path, head: Head, limits: Limits) -> None:
    if len(head.columns) > limits.columns:
        raise LoadError(f"{path} {limits.exceeded('columns', len(head.columns))}")
    seen: set[str] = set()
    for number, name in enumerate(head.columns, 1):
        if not name:
            raise LoadError(
                f"{path}: column {number} {NAMELESS}. Write all names of columns into one line; "
                "in a header of two lines or merged cells the lower line has gaps, so copy the "
                "names from above into them. If another line is the header, say which: "
                "--header N for `lacak map init` and `lacak load --map`, header: N in a mapping."
            )
        if name in seen:
            raise LoadError(f"{path}: two columns are named {name[:60]!r}. Rename one.")
        if "\x00" in name or len(name) > 200:
            raise LoadError(f"{path}: the name of column {number} is no name. Is it a table?")
        seen.add(name)


def _width_problem(width: int, cells: Cells) -> str | None:
    if len(cells) == width:
        return None
    return (
        f"expected {width} cells as in the header, got {len(cells)}. A separator inside a cell "
        "needs quotes around the cell."
    )


def _cell_problem(names: list[str], cells: Cells, limits: Limits) -> str | None:
    for name, cell in zip(names, cells, strict=False):
        if not cell:
            continue
        if len(cell) > limits.cell:
            return f"column {name!r} {limits.exceeded('cell', f'{len(cell):,}')}"
        if "\x00" in cell:
            return f"column {name!r} holds a NUL character. Remove it."
        # The second form is how Lacak itself writes a formula into a file of refused rows.
        if cell.startswith(("=", "'=")) and len(cell) > 1:
            return f"column {name!r} holds a formula, not its value. Paste it as values."
    return None


__all__ = ["ENDINGS", "OWN_COLUMNS", "Line", "parse"]
