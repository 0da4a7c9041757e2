"""DOCX as text: paragraphs of the main part, one a line; runs inside the locked process.

Owns which elements of WordprocessingML carry text that a reader sees. Refuses entities,
archives that unpack beyond the limit, and nesting beyond it; links, macros and embedded
objects are not looked at.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from loaders.errors import LoadError
from loaders.formats.paged import Part
from loaders.tabular.limits import Limits

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr", f"{_W}tab"})
_CHUNK = 1 << 16
# A level of the document model may take several elements; the limit is for data.
_LEVELS = 4


def parts(path: Path, limits: Limits) -> Iterator[Part]:
    """Yield the text of a document.

    Raises:
        LoadError: It is no DOCX, damaged, or passes a limit.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if _MAIN not in names:
                raise LoadError(f"{path} is no DOCX: it holds no {_MAIN}. Save it anew.")
            title = _read(archive, _CORE, path, limits).title if _CORE in names else ""
            yield Part(_read(archive, _MAIN, path, limits).text(), title.strip() or None)
    except (zipfile.BadZipFile, expat.ExpatError, OSError, RuntimeError, ValueError) as error:
        raise LoadError(f"{path} is damaged or encrypted: {error}. Save it anew.") from error


def _read(archive: zipfile.ZipFile, name: str, path: Path, limits: Limits) -> _Reader:
    reader = _Reader(path, limits)
    size = 0
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > limits.unpacked:
                raise LoadError(f"{path} {limits.exceeded('unpacked', f'over {size:,} bytes')}")
            reader.parser.Parse(chunk, False)
        reader.parser.Parse(b"", True)
    return reader


class _Reader:
    """Collects text of paragraphs as expat reports it."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.title = ""
        self._lines: list[str] = []
        self._line: list[str] = []
        self._open: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def text(self) -> str:
        """Return the paragraphs, one a line, blank lines between."""
        return "\n\n".join(line for line in self._lines if line)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if len(self._open) >= self.limits.depth * _LEVELS:
            raise LoadError(f"{self.path} {self.limits.exceeded('depth', 'more levels')}")
        self._open.append(name)
        if name in _BREAKS:
            self._line.append(" ")

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == f"{_W}p":
            self._lines.append(" ".join("".join(self._line).split()))
            self._line = []

    def _characters(self, text: str) -> None:
        here = self._open[-1] if self._open else ""
        if here == f"{_W}t":
            self._line.append(text)
        elif here.endswith(" title"):
            self.title += text[:300]

    def _entity(self, name: str, *_rest: object) -> None:
        raise LoadError(
            f"{self.path} declares the XML entity {name[:40]!r}. No word processor writes "
            "entities; they can read files and fill memory. Save it anew."
        )
