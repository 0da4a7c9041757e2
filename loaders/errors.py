"""Errors of loaders; the tree continues ``graph.errors``.

LoadError                  input that cannot be read at all
├── RecordFormatError      a record file that is not in the record format
└── UnknownDraftError      no draft, or several, with the id that was given
ValueTypeError
└── CellError              a cell of a table that does not fit, with its column
"""

from __future__ import annotations

from collections.abc import Sequence

from ontology.errors import LacakError, ValueTypeError


class LoadError(LacakError):
    """Input that cannot be read; the message names file, line, column, and remedy."""

    indonesian = "Masukan ini tidak dapat dibaca."


class CellError(ValueTypeError):
    """A cell of a table does not fit; the message begins with its column."""

    indonesian = "Isi sel tabel tidak sesuai; lihat kolom yang disebut."

    def __init__(self, columns: Sequence[str], reason: object) -> None:
        self.columns = tuple(columns)
        super().__init__(f"column {' + '.join(columns)!r}: {reason}")


class UnknownDraftError(LoadError):
    """An id under which no draft waits, or of which several begin so."""

    indonesian = "Tidak ada draf dengan id itu, atau id itu cocok dengan beberapa draf."


class RecordFormatError(LoadError):
    """A file that is not in the format its loader expects."""

    indonesian = "Isi berkas tidak sesuai dengan format yang ditunggu pemuatnya."
