"""How answers are printed: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import orjson
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.segment import Segment
from rich.table import Table

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
        console.print(table(columns, rows, title=title, headers=headers))
        if note:
            console.print(f"[dim]{escape(note)}[/dim]")


def table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    *,
    title: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Table:
    """Return a table for the terminal; data is never read as markup."""
    made = Table(title=escape(title) if title else None, title_justify="left", show_lines=False)
    listed = list(rows)
    values = {column: [row.get(column) for row in listed] for column in columns}
    # Spelled out first, or a cell would be too narrow for what it then shows.
    texts = {column: [shown(plain(v)) for v in values[column]] for column in columns}
    longest = {c: max(map(len, texts[c]), default=0) for c in columns}
    # In a narrow terminal a column shrinks to words, not to single letters.
    least = {c: min(_LEAST_WIDTH, longest[c]) for c in columns}
    # An id is there to be copied, so it is not broken where there is room.
    wanted = sum(longest[c] if c in _WHOLE else least[c] for c in columns)
    has_room = wanted + 3 * len(columns) < console.width
    for column in columns:
        is_number = all(isinstance(v, int | float) for v in values[column] if v is not None)
        made.add_column(
            escape((headers or {}).get(column, column)),
            overflow="fold",
            no_wrap=is_number or (has_room and column in _WHOLE),
            justify="right" if is_number else "left",
            min_width=least[column],
        )
    for cells in zip(*texts.values(), strict=True):
        made.add_row(*map(escape, cells))
    return made
