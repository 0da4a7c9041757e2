"""GML (Graph Modelling Language) as a stream of nodes and edges; runs inside the locked process.

Reads what networkx, igraph, Gephi, yEd and Tulip write: keys with numbers, texts in double
quotes, and lists in brackets. How a node is drawn (``graphics``) says nothing of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from loaders.errors import LoadError
from loaders.graphs import networks
from loaders.graphs.frames import Event, Facts, Refused
from loaders.graphs.networks import Said
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits

_TOKEN = re.compile(r'\s*(?:"(?P<text>[^"]*)"|(?P<mark>[\[\]])|(?P<word>[^\s\[\]"]+))')
_KEY = re.compile(r"[A-Za-z_]\w*")
_DRAWN = frozenset({"graphics", "labelgraphics", "edgeanchor", "viz"})
_LIST_START = "_networkx_list_start"
"""What networkx writes before the only member of a list."""
_SHOWN = 2_000


class _Token(NamedTuple):
    line: int
    kind: str
    text: str


@dataclass(slots=True)
class _Item:
    """A node or an edge while it is being read: key and text of what stands in it, in order."""

    line: int
    kind: str
    values: list[tuple[str, str]] = field(default_factory=list)

    def taken(self, name: str) -> str:
        """Return the first text under a key, and leave it out of the values."""
        found = next((n for n, (key, _) in enumerate(self.values) if key == name), None)
        return "" if found is None else self.values.pop(found)[1]


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield the title, and a record per node and edge.

    Raises:
        LoadError: Brackets or quotes do not close, or the file passes a limit.
    """
    reader = _Reader(path, limits)
    for token in _tokens(path, limits):
        yield from reader.token(token)
    yield from reader.finish()


def _tokens(path: Path, limits: Limits) -> Iterator[_Token]:
    started, said = 0, ""
    for number, text in lines(path, limits):
        if started:
            said += "\n" + text
            if len(said) > limits.cell:
                came = f"a text of more than {limits.cell:,}"
                raise LoadError(f"{path}:{started} {limits.exceeded('cell', came)}")
        elif text.lstrip().startswith("#"):
            continue
        else:
            started, said = number, text
        # A text in quotes may go on in the next line.
        if said.count('"') % 2:
            continue
        for found in _TOKEN.finditer(said):
            kind = found.lastgroup or ""
            yield _Token(started, kind, found[kind])
        started, said = 0, ""
    if started:
        raise LoadError(f"{path}:{started}: a quote that is never closed. Close it.")


class _Reader:
    """Remembers which lists are open, which nodes there were, and edges that came before them."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._open: list[_Token] = []
        self._key: _Token | None = None
        self._item: _Item | None = None
        self._known: set[str] = set()
        self._waiting: list[Said] = []
        self._count = 0

    def token(self, token: _Token) -> Iterator[Event]:
        if token.text == "]" and token.kind == "mark":
            yield from self._close(token)
        elif self._key is None:
            if token.kind != "word" or not _KEY.fullmatch(token.text):
                raise self._error(token, f"expected a key, got {token.text[:40]!a}")
            self._key = token
        else:
            key, self._key = self._key, None
            if token.kind == "mark":
                self._begin(key)
            else:
                yield from self._said(key.text, token)

    def finish(self) -> Iterator[Event]:
        """Yield edges that came before their nodes.

        Raises:
            LoadError: A list is still open, or there was no graph.
        """
        if self._open:
            raise self._error(self._open[-1], "this list is never closed")
        if self._key is not None:
            raise self._error(self._key, f"the key {self._key.text[:40]!a} has no value")
        for said in self._waiting:
            yield from self._edge(said)

    def _begin(self, key: _Token) -> None:
        self._open.append(key)
        if len(self._open) > self._limits.depth:
            raise LoadError(
                f"{self._path}:{key.line} {self._limits.exceeded('depth', str(len(self._open)))}"
            )
        if [token.text.lower() for token in self._open] in (["graph", "node"], ["graph", "edge"]):
            self._item = _Item(key.line, key.text.lower())

    def _said(self, key: str, token: _Token) -> Iterator[Event]:
        inner = [opened.text for opened in self._open[2:]]
        text = html.unescape(token.text)
        if self._item is None:
            is_title = len(self._open) == 1 and key.lower() in ("label", "name", "comment")
            if is_title and text.strip():
                yield Facts({"title": text.strip()[:300]})
        elif not any(name.lower() in _DRAWN for name in inner) and text != _LIST_START:
            self._item.values.append((".".join([*inner, key]), text))

    def _close(self, token: _Token) -> Iterator[Event]:
        if self._key is not None or not self._open:
            raise self._error(token, "a bracket closes where none is open")
        self._open.pop()
        if len(self._open) == 1 and self._item is not None:
            item, self._item = self._item, None
            yield from self._closed(item)

    def _closed(self, item: _Item) -> Iterator[Event]:
        self._count += 1
        if self._count > self._limits.rows:
            came = f"more than {self._limits.rows:,}"
            raise LoadError(f"{self._path} {self._limits.exceeded('rows', came)}")
        raw = str(item.values)[:_SHOWN]
        own = item.taken("id")
        if item.kind == "node":
            if not own or own in self._known:
                fault = f"a second node with the id {own[:40]!a}" if own else "a node without an id"
                yield Refused(item.line, f"{fault}. Give each an id of its own.", raw)
                return
            self._known.add(own)
            yield networks.node(Said(own, item.line, None, _valued(item)))
            return
        ends = (item.taken("source"), item.taken("target"))
        if not all(ends):
            yield Refused(item.line, "an edge without a source and a target. Give it both.", raw)
            return
        said = Said(own, item.line, ends, _valued(item))
        if self._known.issuperset(ends):
            yield from networks.edges(said)
        else:
            self._waiting.append(said)

    def _edge(self, said: Said) -> Iterator[Event]:
        missing = next((end for end in said.ends or () if end not in self._known), None)
        if missing is None:
            yield from networks.edges(said)
            return
        reason = f"an edge to {missing[:60]!a}, which is no node of the file. Add the node."
        yield Refused(said.line, reason, str((said.ends, said.values))[:_SHOWN])

    def _error(self, token: _Token, what: str) -> LoadError:
        return LoadError(
            f"{self._path}:{token.line}: {what}. GML is keys and values, with lists in brackets: "
            'graph [ node [ id 1 label "A" ] ]. Correct it, or export it again.'
        )


def _valued(item: _Item) -> list[tuple[str, str, str | None]]:
    return [(key, text, None) for key, text in item.values]
