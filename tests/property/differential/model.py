"""Small random graphs, and a matcher that is too simple to be wrong.

Many graphs live side by side in one database: ``origin_key`` of a node names its graph, so
that one query answers for all of them, and the matcher for each.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.store import Node, Relationship, Value
from ontology.model import load

CLASSES = ("Person", "Company", "PlacementCompany")
LABELS = (None, "Entity", "Agent", "Organization", "Person", "Company", "PlacementCompany")
TYPES = ("PAID", "OWNS", "RECRUITED")
DAYS = ("1899-12-31", "2020-02-28", "2020-02-29", "2023-12-31", "2024-01-01", "2024-02-29")
TEXTS = ("Ani", "ani", "Budi", "", "PT Ani Jaya", "Óscar")


@dataclass(frozen=True)
class Link:
    """A relationship of a small graph."""

    id: str
    type: str
    source: Thing
    target: Thing
    properties: Mapping[str, Value]


@dataclass(frozen=True, eq=False)
class Thing:
    """A node of a small graph."""

    id: str
    class_name: str
    properties: Mapping[str, Value]

    @property
    def labels(self) -> tuple[str, ...]:
        return load().cls(self.class_name).ancestors


@dataclass(frozen=True)
class Graph:
    """One small graph."""

    key: str
    things: tuple[Thing, ...]
    links: tuple[Link, ...]


def graphs(seed: int, number: int) -> list[Graph]:
    """Return random graphs of 1-6 nodes and 0-10 links; loops and parallels happen."""
    rng = random.Random(seed)
    return [_graph(rng, f"g{i}") for i in range(number)]


def _graph(rng: random.Random, key: str) -> Graph:
    things = tuple(_thing(rng, key, i) for i in range(rng.randint(1, 6)))
    links = tuple(_link(rng, key, i, things) for i in range(rng.randint(0, 10)))
    return Graph(key, things, links)


def _thing(rng: random.Random, key: str, i: int) -> Thing:
    properties: dict[str, Value] = {"origin_key": key}
    choices: dict[str, tuple[Value, ...]] = {
        "support": (0, 1, 2, 3, None, None),
        "confidence": (0.25, 0.5, 1.0, None),
        "first_day": (*DAYS, None, None),
        "caption": (*TEXTS, None),
        "records": (["a"], ["a", "b"], ["b", "a", "b"], [], None),
    }
    properties |= {name: rng.choice(values) for name, values in choices.items()}
    kept = {name: value for name, value in properties.items() if value is not None}
    return Thing(f"{key}:n{i}", rng.choice(CLASSES), kept)


def _link(rng: random.Random, key: str, i: int, things: tuple[Thing, ...]) -> Link:
    properties = {"support": rng.choice((0, 1, 2, None)), "layer": rng.choice(("x", "y", None))}
    return Link(
        f"{key}:r{i}",
        rng.choice(TYPES),
        rng.choice(things),
        rng.choice(things),
        {name: value for name, value in properties.items() if value is not None},
    )


def stored(given: list[Graph]) -> tuple[list[Node], list[Relationship]]:
    """Return the graphs as what a store's writer takes."""
    nodes = [
        Node(t.id, t.labels, {**t.properties, "class": t.class_name})
        for graph in given
        for t in graph.things
    ]
    links = [
        Relationship(r.id, r.type, r.source.id, r.target.id, r.properties)
        for graph in given
        for r in graph.links
    ]
    return nodes, links


# -- patterns --------------------------------------------------------------------------

Row = dict[str, object]
"""What a pattern's variables are bound to: things, links, lists of links, or nothing."""


@dataclass(frozen=True)
class Spot:
    """A node of a pattern; the same name twice means the same node."""

    name: str
    label: str | None = None

    def cypher(self) -> str:
        return f"({self.name}{':' + self.label if self.label else ''})"


@dataclass(frozen=True)
class Step:
    """A relationship of a pattern; ``hops`` makes it a variable length, bounds inclusive."""

    name: str
    types: tuple[str, ...] = ()
    direction: str = "any"
    hops: tuple[int, int] | None = None

    def cypher(self) -> str:
        types = ":" + "|".join(self.types) if self.types else ""
        hops = f"*{self.hops[0]}..{self.hops[1]}" if self.hops else ""
        left = "<-" if self.direction == "in" else "-"
        right = "->" if self.direction == "out" else "-"
        return f"{left}[{self.name}{types}{hops}]{right}"


@dataclass(frozen=True)
class Chain:
    """Spots joined by steps."""

    spots: tuple[Spot, ...]
    steps: tuple[Step, ...]

    def cypher(self) -> str:
        text = self.spots[0].cypher()
        for step, spot in zip(self.steps, self.spots[1:], strict=True):
            text += step.cypher() + spot.cypher()
        return text


def matches(graph: Graph, chains: tuple[Chain, ...], row: Row) -> Iterator[Row]:
    """Yield every way to bind the chains of one MATCH; no link is used twice in one."""
    yield from _chains(graph, chains, row, frozenset())


def _chains(
    graph: Graph, chains: tuple[Chain, ...], row: Row, used: frozenset[str]
) -> Iterator[Row]:
    if not chains:
        yield row
        return
    first, *rest = chains
    for bound in _bind(graph, first.spots[0], row):
        for ended, taken in _walk(graph, first, 0, bound, used):
            yield from _chains(graph, tuple(rest), ended, taken)


def _bind(graph: Graph, spot: Spot, row: Row) -> Iterator[Row]:
    for thing in graph.things:
        yield from _bind_to(spot, thing, row)


def _bind_to(spot: Spot, thing: Thing, row: Row) -> Iterator[Row]:
    fits = spot.label is None or spot.label in thing.labels
    if not spot.name:
        # Anonymous spots end a chain here, so nothing asks where they were bound.
        if fits:
            yield row
    elif spot.name in row:
        if row[spot.name] is thing and fits:
            yield row
    elif fits:
        yield {**row, spot.name: thing}


def _walk(
    graph: Graph, chain: Chain, i: int, row: Row, used: frozenset[str]
) -> Iterator[tuple[Row, frozenset[str]]]:
    if i == len(chain.steps):
        yield row, used
        return
    step = chain.steps[i]
    here = row[chain.spots[i].name]
    assert isinstance(here, Thing)
    for links, there in _hops(graph, step, here, used):
        bound: object = list(links) if step.hops else links[0]
        taken = used | {link.id for link in links}
        for onward in _bind_to(chain.spots[i + 1], there, {**row, step.name: bound}):
            yield from _walk(graph, chain, i + 1, onward, taken)


def _hops(
    graph: Graph, step: Step, here: Thing, used: frozenset[str]
) -> Iterator[tuple[tuple[Link, ...], Thing]]:
    least, most = step.hops or (1, 1)
    trails: list[tuple[tuple[Link, ...], Thing]] = [((), here)]
    for length in range(most + 1):
        if length >= least:
            yield from trails
        trails = [
            ((*links, link), there)
            for links, at in trails
            for link, there in _leaving(graph, step, at)
            if link.id not in used and link not in links
        ]


def _leaving(graph: Graph, step: Step, here: Thing) -> Iterator[tuple[Link, Thing]]:
    for link in graph.links:
        if step.types and link.type not in step.types:
            continue
        if step.direction != "in" and link.source is here:
            yield link, link.target
        elif step.direction != "out" and link.target is here:
            yield link, link.source
