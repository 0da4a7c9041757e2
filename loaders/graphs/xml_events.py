"""XML as a stream of starts and ends; runs inside the locked process.

Refuses entity declarations: GraphML and GEXF have no use for them, and bombs and disclosed
files are made of them. RDF/XML by common editors declares its prefixes so; such plain ones
pass, and those that name others or files do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, Protocol
from xml.parsers import expat

from loaders.errors import LoadError
from loaders.graphs.frames import Event
from loaders.graphs.opening import open_bytes
from loaders.tabular.limits import Limits

_CHUNK = 1 << 16
_LONGEST_ENTITY = 2_000
_MOST_ENTITIES = 500


class Start(NamedTuple):
    """An element opens: local name, attributes by local name, line."""

    name: str
    attributes: dict[str, str]
    line: int


class End(NamedTuple):
    """An element closes: local name, and the text directly inside it."""

    name: str
    text: str
    line: int


class Reader(Protocol):
    """Makes nodes and edges of elements."""

    def start(self, event: Start) -> Iterator[Event]:
        """Yield what an opening element completes."""

    def end(self, event: End) -> Iterator[Event]:
        """Yield what a closing element completes."""


class _Collector:
    """Turns expat's callbacks into events."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.events: list[Start | End] = []
        self._texts: list[list[str]] = []
        self._length = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._texts) >= self.limits.depth:
            came = f"more than {self.limits.depth} levels"
            raise LoadError(f"{self.path}:{self._line} {self.limits.exceeded('depth', came)}")
        for value in attributes.values():
            self._weigh(len(value))
        self._texts.append([])
        self._length = 0
        named = {_local(key): value for key, value in attributes.items()}
        self.events.append(Start(_local(name), named, self._line))

    def _end(self, name: str) -> None:
        self.events.append(End(_local(name), "".join(self._texts.pop()), self._line))
        self._length = 0

    def _characters(self, text: str) -> None:
        self._length += len(text)
        self._weigh(self._length)
        if self._texts:
            self._texts[-1].append(text)

    def _weigh(self, length: int) -> None:
        if length > self.limits.cell:
            came = f"more than {self.limits.cell:,}"
            raise LoadError(f"{self.path}:{self._line} {self.limits.exceeded('cell', came)}")

    def _entity(self, name: str, *_rest: object) -> None:
        raise LoadError(
            f"{self.path}:{self._line} declares the XML entity {name[:40]!r}. Entities can read "
            "files and fill memory, so none is accepted. Export the file without a DOCTYPE."
        )

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber


def read(path: Path, limits: Limits) -> Iterator[Start | End]:
    """Yield the starts and ends of elements, in order.

    Raises:
        LoadError: The file is no XML, or passes a limit; the message names the line.
    """
    collector = _Collector(path, limits)
    with open_bytes(path, limits) as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                collector.parser.Parse(chunk, not chunk)
            except expat.ExpatError as error:
                raise _broken(path, error) from error
            except ValueError as error:
                raise LoadError(f"{path} is in an unknown encoding: {error}.") from error
            yield from collector.events
            collector.events.clear()
            if not chunk:
                return


def records(path: Path, limits: Limits, reader: Reader, root: str) -> Iterator[Event]:
    """Yield what a reader of nodes and edges makes of a file whose graph is in ``<root>``.

    Raises:
        LoadError: The file is no XML, has no such element, or passes a limit.
    """
    has_root = False
    count = 0
    for event in read(path, limits):
        has_root = has_root or event.name == root
        found = reader.start(event) if isinstance(event, Start) else reader.end(event)
        for item in found:
            count += 1
            if count > limits.rows:
                raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
            yield item
    if not has_root:
        raise LoadError(f"{path} holds no <{root}>. Is it another format? Say --format-in.")


def _broken(path: Path, error: expat.ExpatError) -> LoadError:
    reason = expat.errors.messages.get(error.code, str(error))
    return LoadError(
        f"{path}:{error.lineno}:{error.offset + 1} is not well-formed XML: {reason}. "
        "Export the file again."
    )


def screen(file: IO[bytes], path: Path) -> None:
    """Read the prolog of RDF/XML and refuse what its entities could do.

    Raises:
        LoadError: An entity is external, names another one, is very long, or one of many.
    """
    parser = expat.ParserCreate()
    seen: list[str] = []
    # What looks like a prolog and goes on for ever is none.
    rest = 1 << 20

    def declared(name: str, is_parameter: object, value: str | None, *_rest: object) -> None:
        seen.append(name)
        harmless = not is_parameter and value is not None and "&" not in value
        if harmless and len(value or "") <= _LONGEST_ENTITY and len(seen) <= _MOST_ENTITIES:
            return
        raise LoadError(
            f"{path}:{parser.CurrentLineNumber} declares the XML entity {name[:40]!r} in a way "
            "that can read files or fill memory. Save the file as Turtle and load that."
        )

    def started(*_rest: object) -> None:
        nonlocal rest
        rest = 0

    parser.EntityDeclHandler = declared
    parser.StartElementHandler = started
    while rest > 0:
        chunk = file.read(min(rest, 4_096))
        rest -= len(chunk)
        try:
            parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            raise _broken(path, error) from error
        if not chunk:
            return


def _local(name: str) -> str:
    return name.rpartition(":")[2]
