"""Errors of loaders; the tree continues ``graph.errors``.

LoadError                  input that cannot be read at all
├── RecordFormatError      a record file that is not in the record format
└── UnknownDraftError      no draft, or several, with the id that was given
"""

from __future__ import annotations

from ontology.errors import LacakError


class LoadError(LacakError):
    """Input that cannot be read; the message names file, line, column, and remedy."""

    indonesian = "Masukan ini tidak dapat dibaca."


class UnknownDraftError(LoadError):
    """An id under which no draft waits, or of which several begin so."""

    indonesian = "Tidak ada draf dengan id itu, atau id itu cocok dengan beberapa draf."


class RecordFormatError(LoadError):
    """A file that is not in the format its loader expects."""

    indonesian = "Isi berkas tidak sesuai dengan format yang ditunggu pemuatnya."
