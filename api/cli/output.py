"""How answers are printed: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import orjson
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.segment import Segment
from rich.table import Table

from api.errors import OutputError

# What a terminal obeys instead of showing: controls, also those of Latin-1, halves of
# characters, and what turns the direction of the rest of a line.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    r"""Return a text in which what a terminal would obey is spelled out.

    Line feeds and tabs stay.

    >>> shown(chr(27) + "[31m" + "merah")
    '\\x1b[31mmerah'
    """
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)


class _Console(Console):
    """A console on which data cannot give orders to the terminal."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        for part in super().render(renderable, options):
            is_data = part.control is None and _OBEYED.search(part.text)
            yield part._replace(text=shown(part.text)) if is_data else part


# What data says between colons is no picture: a path "a:x:0" would be shown with a cross.
console = _Console(emoji=False)
errors = _Console(stderr=True, emoji=False)

# A spreadsheet runs a cell that starts like this; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


_LEAST_WIDTH = 16
_PIPE_WIDTH = 200
_WHOLE = ("id", "property", "class")


class Format(StrEnum):
    """Formats of answers."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write(text: str) -> None:
    """Print text without styling: as it is into files and pipes, safely on a terminal."""
    whole = text if text.endswith("\n") else text + "\n"
    sys.stdout.write(shown(whole) if sys.stdout.isatty() else whole)


def save(path: Path, content: str | bytes) -> None:
    """Write a file of an option ``--out``, and the folders that lead to it.

    Raises:
        OutputError: It cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder of yours."
        ) from error


def as_json(value: object) -> str:
    """Return indented JSON of plain data and dataclasses."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return CSV with a header; cells that a spreadsheet would run are made text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return buffer.getvalue()


def _cell(value: object) -> str:
    text = plain(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def plain(value: object) -> str:
    """Return a cell value as text; lists are joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{k}={plain(v)}" for k, v in value.items())
    return str(value)


def emit(
    form: Format,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, object]],
    *,
    title: str | None = None,
    headers: Mapping[str, str] | None = None,
    note: str | None = None,
) -> None:
    """Print rows in the format asked for.

    Args:
        form: The format.
        columns: Column names, in order.
        rows: One mapping per row.
        title: Shown above a table.
        headers: Readable column headers for a table, by column name.
        note: Shown below a table.
    """
    if form is Format.JSON:
        write(as_json([dict(row) for row in rows]))
    elif form is Format.CSV:
        write(as_csv(columns, rows))
    else:
        print_rows(columns, rows, title=title, headers=headers)
        if note:
            console.print(f"[dim]{escape(note)}[/dim]")


def print_rows(
    columns: Sequence[str],
    rows: Sequence[Mapping[str, object]],
    *,
    title: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Print rows for people, and all of every cell.

    A table, or, where a line is too narrow for its columns, one card per row. A line is as wide
    as the terminal; elsewhere as ``COLUMNS`` says, or :data:`_PIPE_WIDTH`. Programs ask for CSV
    or JSON, which are never broken.

    Args:
        columns: Column names, in order.
        rows: One mapping per row.
        title: Shown above.
        headers: Readable column headers, by column name.
    """
    is_piped = not console.is_terminal and "COLUMNS" not in os.environ
    width = _PIPE_WIDTH if is_piped else console.width
    if _least_width(_Cells(columns, rows, headers)) <= width:
        made = table(columns, rows, title=title, headers=headers, width=width)
        console.print(_Wide(made, width), crop=False)
    else:
        if title:
            console.print(f"[italic]{escape(title)}[/italic]")
        for row in rows:
            console.print(_Wide(_card(columns, row, headers or {}), width), crop=False)


@dataclass(frozen=True, slots=True)
class _Wide:
    """A table or card that has a width to fill, wherever it is printed."""

    inner: Table | Panel
    width: int

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterable[RenderableType | Segment]:
        yield from console.render(self.inner, options.update_width(self.width))


class _Cells:
    """The texts of a table, and how wide its columns are."""

    def __init__(
        self,
        columns: Sequence[str],
        rows: Iterable[Mapping[str, object]],
        headers: Mapping[str, str] | None,
    ) -> None:
        listed = list(rows)
        values = {c: [row.get(c) for row in listed] for c in columns}
        self.headers = {c: (headers or {}).get(c, c) for c in columns}
        # Spelled out first, or a cell would be too narrow for what it then shows.
        self.texts = {c: [shown(plain(v)) for v in values[c]] for c in columns}
        self.numbers = {c for c in columns if _is_numeric(values[c])}
        self.longest = {
            c: max(map(cell_len, (self.headers[c], *self.texts[c])), default=0) for c in columns
        }
        # In a narrow terminal a column shrinks to words, not to single letters.
        self.least = {
            c: self.longest[c] if c in self.numbers else min(_LEAST_WIDTH, self.longest[c])
            for c in columns
        }


def _is_numeric(values: Sequence[object]) -> bool:
    return all(isinstance(v, int | float) for v in values if v is not None)


def _least_width(cells: _Cells) -> int:
    """Return the width below which a table would lose a part of a column."""
    return sum(cells.least.values()) + 3 * len(cells.least) + 1


def table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    *,
    title: str | None = None,
    headers: Mapping[str, str] | None = None,
    width: int | None = None,
) -> Table:
    """Return a table for people, of the console's width; data is never read as markup."""
    made = Table(title=escape(title) if title else None, title_justify="left", show_lines=False)
    cells = _Cells(columns, rows, headers)
    # An id is there to be copied, so it is not broken where there is room.
    room = (width or console.width) - _least_width(cells)
    has_room = sum(cells.longest[c] - cells.least[c] for c in columns if c in _WHOLE) <= room
    for column in columns:
        is_number = column in cells.numbers
        made.add_column(
            escape(cells.headers[column]),
            overflow="fold",
            no_wrap=is_number or (has_room and column in _WHOLE),
            justify="right" if is_number else "left",
            min_width=cells.least[column],
        )
    for row in zip(*cells.texts.values(), strict=True):
        made.add_row(*map(escape, row))
    return made


def _card(columns: Sequence[str], row: Mapping[str, object], headers: Mapping[str, str]) -> Panel:
    """Return one row as lines of name and value; what is empty is left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", overflow="fold")
    grid.add_column(overflow="fold")
    for column in columns:
        if text := shown(plain(row.get(column))):
            grid.add_row(escape(headers.get(column, column)), escape(text))
    return Panel(grid, expand=False)
