"""Cells of a workbook that have no value: errors, and formulas that nobody has worked out.

The reader of workbooks gives both as empty cells, or as 0, and an empty cell says that there
was nothing. Here the sheet's own XML is looked through for them. XLS is another format, whose
errors stay empty.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import IO, Protocol
from xml.parsers import expat

Found = dict[tuple[int, int], str]
"""What stands in place of a value, by row and column, counting from 0."""

_CHUNK = 1 << 16
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
# What is repeated more often is the empty rest of a sheet.
_MOST_REPEATED = 1_000
_MOST_FOUND = 1_000_000
_ERROR = "#N/A"
_COMPUTED_TEXTS = ("str", "inlineStr")


def find(path: Path, sheet: str) -> Found:
    """Return the errors and the formulas without a value of one sheet.

    What is damaged is left to whoever reads the values.

    Args:
        path: A workbook.
        sheet: Name of the sheet.
    """
    if not zipfile.is_zipfile(path):
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if _BOOK in names:
                return _read(archive, _part(archive, sheet), _Excel())
            return _read(archive, "content.xml", _OpenDocument(sheet))
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, ValueError, OSError,
            EOFError, RuntimeError):  # fmt: skip
        return {}


class _Handler(Protocol):
    """Looks at the elements of a sheet."""

    found: Found

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening element: its name without prefix, its attributes as written."""

    def text(self, data: str) -> None:
        """Take text."""

    def end(self, name: str) -> None:
        """Take a closing element."""


def _read(archive: zipfile.ZipFile, part: str, handler: _Handler) -> Found:
    with archive.open(part) as file:
        _parse(file, handler)
    return handler.found


def _parse(file: IO[bytes], handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(handler.found) > _MOST_FOUND:
            raise ValueError("too many")
        handler.start(_local(name), attributes)

    def refuse(*_: object) -> None:
        # Workbooks have no use for entities; bombs are made of them.
        raise ValueError("an entity is declared")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(_local(name))
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = refuse
    while chunk := file.read(_CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


# -- XLSX ----------------------------------------------------------------------------------


class _Excel:
    """Cells of type error, and formulas whose value was never kept."""

    def __init__(self) -> None:
        self.found: Found = {}
        self._row = self._column = -1
        self._kind = ""
        self._has_formula = False
        self._texts: dict[str, str] = {}
        self._inside = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where a cell stands, and of what type it is."""
        if name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif name == "c":
            self._row, self._column = self._place(attributes.get("r", ""))
            self._kind, self._has_formula, self._texts = attributes.get("t", "n"), False, {}
        elif name in ("f", "v"):
            self._inside, self._has_formula = name, self._has_formula or name == "f"

    def text(self, data: str) -> None:
        """Take the text of a formula or a value."""
        if self._inside:
            self._texts[self._inside] = self._texts.get(self._inside, "") + data

    def end(self, name: str) -> None:
        """Keep a cell that has no value."""
        if name in ("f", "v"):
            self._inside = ""
        elif name == "c":
            value = self._texts.get("v", "")
            if self._kind == "e":
                self.found[self._row, self._column] = value or _ERROR
            elif self._has_formula and not value and self._kind not in _COMPUTED_TEXTS:
                self.found[self._row, self._column] = f"={self._texts.get('f') or '?'}"

    def _place(self, reference: str) -> tuple[int, int]:
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            return self._row, self._column + 1
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        return int(match[2]) - 1, column - 1


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the part that holds a sheet.

    Raises:
        KeyError: There is none.
    """
    ids = {a.get("name"): _linked(a) for name, a in _elements(archive, _BOOK) if name == "sheet"}
    targets = {a.get("Id"): a.get("Target", "") for _, a in _elements(archive, _LINKS)}
    target = targets[ids[sheet]]
    return normpath(target[1:] if target.startswith("/") else f"xl/{target}")


def _linked(attributes: Mapping[str, str]) -> str:
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    listed = _Listed()
    with archive.open(part) as file:
        _parse(file, listed)
    yield from listed.elements


class _Listed:
    """Every element with its attributes."""

    def __init__(self) -> None:
        self.found: Found = {}
        self.elements: list[tuple[str, Mapping[str, str]]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep an element."""
        self.elements.append((name, attributes))

    def text(self, data: str) -> None:
        """Pass over text."""

    def end(self, name: str) -> None:
        """Pass over the end."""


# -- ODS -----------------------------------------------------------------------------------


class _OpenDocument:
    """Cells that LibreOffice says are errors."""

    def __init__(self, sheet: str) -> None:
        self.found: Found = {}
        self._sheet = sheet
        self._is_here = False
        self._row, self._rows = -1, 1
        self._column, self._columns = -1, 1
        self._shown: str | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count rows and cells, and see whether a cell is an error."""
        if name == "table":
            self._is_here, self._row, self._rows = _valued(attributes, "name") == self._sheet, -1, 1
        elif name == "table-row":
            self._row += self._rows
            self._rows = int(_valued(attributes, "number-rows-repeated") or 1)
            self._column, self._columns = -1, 1
        elif name in ("table-cell", "covered-table-cell"):
            self._column += self._columns
            self._columns = int(_valued(attributes, "number-columns-repeated") or 1)
            # LibreOffice's own name for the type stands beside the standard's, which is a lie.
            kinds = [v for key, v in attributes.items() if key.endswith(":value-type")]
            self._shown = "" if "error" in kinds and self._is_here else None

    def text(self, data: str) -> None:
        """Take what an error shows."""
        if self._shown is not None:
            self._shown += data

    def end(self, name: str) -> None:
        """Keep an error, in every cell that it stands for."""
        if name in ("table-cell", "covered-table-cell") and self._shown is not None:
            # Err:502 is marked like all others, by which they are known.
            shown = f"#{self._shown.strip().lstrip('#') or _ERROR[1:]}"
            for row in range(self._row, self._row + min(self._rows, _MOST_REPEATED)):
                for column in range(
                    self._column, self._column + min(self._columns, _MOST_REPEATED)
                ):
                    self.found[row, column] = shown
            self._shown = None


def _valued(attributes: Mapping[str, str], name: str) -> str:
    return attributes.get(f"table:{name}", "")
