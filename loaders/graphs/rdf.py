"""RDF in six syntaxes as a stream of statements; runs inside the locked process.

Nothing that a file names is fetched: no remote context, no import, no entity. Blank nodes
are numbered in order of appearance, so that reading a file twice gives the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from loaders.errors import LoadError
from loaders.graphs import xml_events
from loaders.graphs.frames import Event, Quad, Refused
from loaders.graphs.opening import lines, open_bytes, read_text
from loaders.tabular.limits import Limits

_SYNTAX = MappingProxyType(
    {
        "turtle": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG,
        "json-ld": ox.RdfFormat.JSON_LD,
        "rdf-xml": ox.RdfFormat.RDF_XML,
        "n-triples": ox.RdfFormat.N_TRIPLES,
        "n-quads": ox.RdfFormat.N_QUADS,
    }
)
_BY_LINE = ("n-triples", "n-quads")
_BATCH = 500
_SHOWN = 2_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_STRING = "http://www.w3.org/2001/XMLSchema#string"

FORMATS = tuple(_SYNTAX)
"""Names of the syntaxes."""


def read(path: Path, form: str, base: str, limits: Limits) -> Iterator[Event]:
    """Yield every statement, and what cannot be one.

    Raises:
        LoadError: The file does not parse (line-based syntaxes go on after a bad line), asks
            for something remote, or passes a limit.
    """
    reader = _Reader(path, limits)
    found = reader.by_line(form) if form in _BY_LINE else reader.whole(form, base)
    for count, event in enumerate(found, 1):
        if count > limits.rows:
            raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
        yield event


class _Reader:
    """Reads one file; remembers the names that blank nodes were given."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._blank: dict[str, str] = {}

    def whole(self, form: str, base: str) -> Iterator[Event]:
        try:
            if form == "json-ld":
                statements = ox.parse(self._json(), format=_SYNTAX[form], base_iri=base)
                yield from map(self._event, statements)
                return
            if form == "rdf-xml":
                with open_bytes(self._path, self._limits) as file:
                    xml_events.screen(file, self._path)
            with open_bytes(self._path, self._limits) as file:
                statements = ox.parse(file, format=_SYNTAX[form], base_iri=base)
                yield from map(self._event, statements)
        except SyntaxError as error:
            raise LoadError(self._why(error)) from error
        except ValueError as error:
            raise LoadError(f"{self._path} is not RDF: {error}.") from error

    def _json(self) -> bytes:
        text = read_text(self._path, self._limits)
        depth = deepest = 0
        for found in _TOKEN.finditer(text):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
            deepest = max(deepest, depth)
        if deepest > self._limits.depth:
            came = f"{deepest} levels"
            raise LoadError(f"{self._path} {self._limits.exceeded('depth', came)}")
        return text.encode()

    def _why(self, error: SyntaxError) -> str:
        if "LoadDocumentCallback" in str(error):
            return (
                f"{self._path} asks for a JSON-LD context from the network, and nothing is "
                "fetched. Write the context into the file: replace the address by the object "
                'that is found there, or for schema.org by {"@vocab": "https://schema.org/"}.'
            )
        place = f":{error.lineno}:{error.offset}" if error.lineno else ""
        hint = "Correct the line" if place else "Export the file again"
        return f"{self._path}{place} does not parse: {error.msg}. {hint}; nothing was loaded."

    def by_line(self, form: str) -> Iterator[Event]:
        batch: list[tuple[int, str]] = []
        for line in lines(self._path, self._limits):
            batch.append(line)
            if len(batch) == _BATCH:
                yield from self._lines(batch, form)
                batch = []
        yield from self._lines(batch, form)

    def _lines(self, batch: list[tuple[int, str]], form: str) -> Iterator[Event]:
        try:
            text = "\n".join(line for _, line in batch)
            events = list(map(self._event, ox.parse(text, format=_SYNTAX[form])))
        except (SyntaxError, ValueError):
            for number, line in batch:
                yield from self.line(number, line, form)
        else:
            yield from events

    def line(self, number: int, text: str, form: str) -> Iterator[Event]:
        try:
            events = list(map(self._event, ox.parse(text, format=_SYNTAX[form])))
        except (SyntaxError, ValueError) as error:
            reason = error.msg if isinstance(error, SyntaxError) else str(error)
            yield Refused(number, f"no statement: {reason}. Correct the line.", text[:_SHOWN])
        else:
            yield from events

    def _event(self, quad: ox.Quad | ox.Triple) -> Event:
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
            reason = "statements about statements (RDF 1.2) are not read. Write them as claims."
            return Refused(0, reason, str(quad)[:_SHOWN])
        graph = quad.graph_name if isinstance(quad, ox.Quad) else ox.DefaultGraph()
        is_literal = isinstance(value, ox.Literal)
        return Quad(
            self._name(subject),
            quad.predicate.value,
            value.value if isinstance(value, ox.Literal) else self._name(value),
            is_literal,
            _datatype(value) if isinstance(value, ox.Literal) else "",
            "" if isinstance(graph, ox.DefaultGraph) else self._name(graph),
        )

    def _name(self, term: ox.NamedNode | ox.BlankNode) -> str:
        if isinstance(term, ox.NamedNode):
            return term.value
        return self._blank.setdefault(term.value, f"_:{len(self._blank) + 1}")


def _datatype(literal: ox.Literal) -> str:
    if literal.language:
        return f"@{literal.language}"
    datatype = literal.datatype.value
    return "" if datatype == _STRING else datatype


def read_line(text: str, number: int, form: str) -> Iterator[Event]:
    """Yield what one line of N-Triples or N-Quads says; for lines that were corrected."""
    yield from _Reader(Path("-"), Limits()).line(number, text, form)
