"""GEXF 1.1 to 1.3 as a stream of nodes and edges, with their times; runs inside the lock.

Times that are days become intervals in which a claim held; times that are bare numbers say
nothing without a calendar and are counted as left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from loaders.graphs import networks, xml_events
from loaders.graphs.frames import Event, Facts, Refused
from loaders.graphs.networks import Said
from loaders.graphs.xml_events import End, Start
from loaders.tabular.limits import Limits

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?", re.ASCII | re.DOTALL)
# The weight and the type of plain edges say nothing of what they are.
_PLAIN = frozenset(
    {("weight", "1"), ("weight", "1.0")}
    | {("type", kind) for kind in ("directed", "undirected", "mutual")}
)
_STARTS, _ENDS = ("start", "startopen"), ("end", "endopen")
_FACTS = {"creator": "publisher", "description": "title"}


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield what the file says of itself, and a record per node and edge.

    Raises:
        LoadError: The file is no GEXF, or passes a limit.
    """
    return xml_events.records(path, limits, _Reader(), "gexf")


class _Reader:
    """Remembers the attributes that are declared, and what is open."""

    def __init__(self) -> None:
        self._titles: dict[tuple[str, str], str] = {}
        self._defaults: dict[tuple[str, str], str] = {}
        self._class = "node"
        self._attribute = ""
        self._open: list[tuple[str, Said]] = []

    def start(self, event: Start) -> Iterator[Event]:
        given = event.attributes
        if event.name == "meta":
            if "lastmodifieddate" in given:
                yield Facts({"published": given["lastmodifieddate"]})
        elif event.name == "attributes":
            self._class = given.get("class", "node")
        elif event.name == "attribute":
            self._attribute = given.get("id", "")
            self._titles[self._class, self._attribute] = given.get("title", self._attribute)
        elif event.name in ("node", "edge"):
            self._open.append((event.name, _opened(event)))
        elif self._open:
            self._part(event)

    def _part(self, event: Start) -> None:
        kind, said = self._open[-1]
        given = event.attributes
        if event.name == "attvalue":
            key = given.get("for", given.get("id", ""))
            name = self._titles.get((kind, key), key)
            said.values.append((name, given.get("value", ""), _interval(given, said)))
        elif event.name == "spell":
            when = _interval(given, said)
            if when is not None:
                said.spells.append(when)

    def end(self, event: End) -> Iterator[Event]:
        if event.name == "default":
            self._defaults[self._class, self._attribute] = event.text
        elif event.name in _FACTS and not self._open and event.text.strip():
            yield Facts({_FACTS[event.name]: event.text.strip()[:300]})
        elif event.name in ("node", "edge") and self._open:
            yield from self._closed(*self._open.pop())

    def _closed(self, kind: str, said: Said) -> Iterator[Event]:
        present = {name for name, _, _ in said.values}
        for (cls, key), text in self._defaults.items():
            name = self._titles[cls, key]
            if cls == kind and name not in present and text.strip():
                said.values.append((name, text, None))
        if kind == "node" and said.id:
            yield networks.node(said)
        elif kind == "edge" and said.ends is not None and all(said.ends):
            yield from networks.edges(said)
        else:
            missing = "an id" if kind == "node" else "a source and a target"
            yield Refused(said.line, f"a {kind} without {missing}. Give it one.", str(said.values))


def _opened(event: Start) -> Said:
    given = event.attributes
    is_edge = event.name == "edge"
    ends = (given.get("source", ""), given.get("target", "")) if is_edge else None
    said = Said(given.get("id", ""), event.line, ends)
    for name in ("type", "label", "kind", "weight") if is_edge else ("label",):
        if given.get(name) and (name, given[name]) not in _PLAIN:
            said.values.append((name, given[name], None))
    when = _interval(given, said)
    if when is not None:
        said.spells.append(when)
    return said


def _interval(given: dict[str, str], said: Said) -> str | None:
    """Return when something held; a time that is no day is left to be counted."""
    ends: list[str] = []
    for names in (_STARTS, _ENDS):
        name = next((n for n in names if n in given), "")
        text = given.get(name, "")
        found = _DAY.fullmatch(text)
        if text and found is None and text.lower() not in ("-infinity", "infinity", "-inf", "inf"):
            said.values.append((f"time {name}", text, None))
        ends.append(found[1] if found else "..")
    return None if ends == ["..", ".."] else "/".join(ends)
