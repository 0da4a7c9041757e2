"""What the process that reads a table says to the process that maps it.

Messages are small structs in MessagePack: a head with the columns (again whenever a JSON
file brings a new name), batches of rows, refusals. Every cell is text.
"""

from __future__ import annotations

import msgspec

Cells = list[str | None]
"""Cells in order of the columns; ``None`` or missing at the end where a row has none."""


UNIT = "\x1f"
"""Between cells of plain lines; no such line has one in a cell."""


class Head(msgspec.Struct, frozen=True, array_like=True, tag="head"):
    """The columns from here on.

    Attributes:
        columns: Names, in order; a later head only adds to them.
        facts: What was found out about the file: ``encoding``, ``delimiter``, ``sheet``.
        is_sparse: Rows may leave columns out (JSON), so a missing one is no mistake.
    """

    columns: list[str]
    facts: dict[str, str]
    is_sparse: bool = False


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One row: the line (or item) it starts at, counting from 1, and its cells."""

    number: int
    cells: Cells


class Lines(msgspec.Struct, frozen=True, array_like=True, tag="lines"):
    """A batch of rows."""

    rows: list[Line]


class Plain(msgspec.Struct, frozen=True, array_like=True, tag="plain"):
    """Lines that are plainly one row each; see :mod:`loaders.tabular.gathering`.

    Attributes:
        first: Line of the first, counting from 1.
        numbers: Lines of all of them, if others stood between.
        text: Rows, a line feed behind each; cells stand between :data:`UNIT` as they are.
    """

    first: int
    numbers: list[int]
    text: bytes


class Refused(msgspec.Struct, frozen=True, array_like=True, tag="refused"):
    """A row that cannot be read, with what can be shown of it.

    Attributes:
        number: Line, counting from 1.
        column: Column, counting from 1, if one is to blame.
        reason: What was expected, what came, what to do.
        cells: Cells as far as they could be told apart.
    """

    number: int
    column: int | None
    reason: str
    cells: Cells


class Request(msgspec.Struct, frozen=True, array_like=True):
    """What is to be read, and how; ``in_bulk`` lets plain rows come in stretches."""

    path: str
    limits: dict[str, int]
    sheet: str | None = None
    delimiter: str | None = None
    header: int = 1
    in_bulk: bool = False


Frame = Head | Lines | Plain | Refused
Event = Head | Line | Plain | Refused
"""What a reader yields; lines are batched on their way out."""

encode = msgspec.msgpack.Encoder().encode
decode_frame = msgspec.msgpack.Decoder(Frame).decode
decode_request = msgspec.msgpack.Decoder(Request).decode
