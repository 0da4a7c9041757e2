"""GraphML as a stream of nodes and edges; runs inside the locked process.

Nested graphs are read as if they were flat; edges of more than two ends are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.graphs import networks, xml_events
from loaders.graphs.frames import Event, Facts, Refused
from loaders.graphs.networks import Said
from loaders.graphs.xml_events import End, Start
from loaders.tabular.limits import Limits


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield what the file says of itself, and a record per node and edge.

    Raises:
        LoadError: The file is no GraphML, or passes a limit.
    """
    return xml_events.records(path, limits, _Reader(), "graphml")


class _Reader:
    """Remembers the keys that are declared, and what is open."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._key = ("", "")
        self._data = ""
        self._labels: list[str] = []
        self._open: list[Said] = []

    def start(self, event: Start) -> Iterator[Event]:
        given = event.attributes
        if event.name == "key":
            key = given.get("id", "")
            self._names[key] = given.get("attr.name") or given.get("yfiles.type") or key
            self._key = (key, given.get("for", "all"))
        elif event.name in ("node", "edge"):
            self._open.append(_opened(event))
        elif event.name == "data":
            self._data = self._names.get(given.get("key", ""), given.get("key", ""))
            self._labels = []
        elif event.name == "hyperedge":
            reason = "an edge of more than two ends. Draw it as a node with edges to its ends."
            yield Refused(event.line, reason, str(given)[:200])

    def end(self, event: End) -> Iterator[Event]:
        if event.name == "default":
            for kind in ("node", "edge"):
                if self._key[1] in (kind, "all"):
                    self._defaults[kind][self._names[self._key[0]]] = event.text
        elif event.name in ("NodeLabel", "EdgeLabel") and event.text.strip():
            # yEd writes what it shows into an element of its own.
            self._labels.append(event.text.strip())
        elif event.name == "data":
            self._said(event)
        elif event.name == "desc" and not self._open and event.text.strip():
            yield Facts({"title": event.text.strip()[:300]})
        elif event.name in ("node", "edge") and self._open:
            yield from self._closed(self._open.pop(), event.name)

    def _said(self, event: End) -> None:
        if not self._open:
            return
        if self._labels:
            self._open[-1].values.append(("label", " ".join(self._labels), None))
        elif event.text.strip():
            self._open[-1].values.append((self._data, event.text, None))

    def _closed(self, said: Said, kind: str) -> Iterator[Event]:
        present = {name for name, _, _ in said.values}
        said.values += [
            (name, text, None)
            for name, text in self._defaults[kind].items()
            if name not in present and text.strip()
        ]
        if kind == "node" and said.id:
            yield networks.node(said)
        elif kind == "edge" and said.ends is not None and all(said.ends):
            yield from networks.edges(said)
        else:
            missing = "an id" if kind == "node" else "a source and a target"
            yield Refused(said.line, f"a {kind} without {missing}. Give it one.", str(said.values))


def _opened(event: Start) -> Said:
    given = event.attributes
    ends = None
    if event.name == "edge":
        ends = (given.get("source", ""), given.get("target", ""))
    said = Said(given.get("id", ""), event.line, ends)
    # Neo4j writes what a node is, and what an edge is, as attributes.
    for name in ("labels", "label"):
        if name in given:
            said.values.append((name, given[name].lstrip(":").partition(":")[0], None))
    return said
