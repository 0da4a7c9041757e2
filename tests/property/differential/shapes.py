"""Families of random queries: Cypher for the engines, and a Python meaning for the matcher."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.catalogue.shapes import shape_problems
from tests.property.differential.expressions import (
    Expression,
    case,
    coalesce,
    day,
    days_between,
    key_of,
    predicate,
    prop,
    shift,
)
from tests.property.differential.model import (
    LABELS,
    TYPES,
    Chain,
    Graph,
    Link,
    Row,
    Spot,
    Step,
    Thing,
    matches,
)

Answer = list[tuple[object, ...]]


@dataclass(frozen=True)
class Case:
    """One query; the first column names the graph that a row belongs to."""

    text: str
    columns: tuple[str, ...]
    answer: Callable[[Graph], Answer]


def any_label(rng: random.Random) -> str | None:
    return rng.choice(LABELS)


def any_step(rng: random.Random, name: str, direction: str | None = None) -> Step:
    types = tuple(rng.sample(TYPES, rng.choice((0, 1, 1, 2))))
    return Step(name, types, direction or rng.choice(("out", "in", "any")))


def any_chain(rng: random.Random, length: int, names: str = "abcde") -> Chain:
    spots = tuple(Spot(names[i], any_label(rng)) for i in range(length + 1))
    return Chain(spots, tuple(any_step(rng, f"r{i}") for i in range(length)))


def where(pattern: str, condition: Expression | None) -> str:
    """Return the WHERE of a MATCH; after WITH where the linter would refuse it otherwise."""
    if condition is None:
        return ""
    plain = f" WHERE {condition.text}"
    refused = shape_problems(f"MATCH {pattern}{plain} RETURN 1 AS one")
    return f" WITH *{plain}" if refused else plain


def passes(row: Row, condition: Expression | None) -> bool:
    return condition is None or condition.value(row) is True


def _projected(
    rows: Callable[[Graph], Iterable[Row]], text: str, columns: list[tuple[str, Expression]]
) -> Case:
    """Return a query that returns one row a match."""

    def answer(graph: Graph) -> Answer:
        return [(graph.key, *(e.value(row) for _, e in columns)) for row in rows(graph)]

    shown = ", ".join(f"{e.text} AS {name}" for name, e in columns)
    names = ("graph", *(name for name, _ in columns))
    return Case(f"{text} RETURN a.origin_key AS graph, {shown}", names, answer)


def _matched(
    chains: tuple[Chain, ...], condition: Expression | None
) -> tuple[str, Callable[[Graph], Iterator[Row]]]:
    pattern = ", ".join(chain.cypher() for chain in chains)
    text = f"MATCH {pattern}{where(pattern, condition)}"

    def rows(graph: Graph) -> Iterator[Row]:
        return (row for row in matches(graph, chains, {}) if passes(row, condition))

    return text, rows


def _ids(*names: str) -> list[tuple[str, Expression]]:
    return [(f"{name}_id", key_of(name)) for name in names]


# -- families --------------------------------------------------------------------------


def chains(rng: random.Random) -> Case:
    """Directed and undirected chains with a condition; loops and parallels included."""
    length = rng.randint(1, 3)
    names = list("abcde"[: length + 1])
    chain = any_chain(rng, length)
    condition = predicate(rng, names) if rng.random() < 0.7 else None
    text, rows = _matched((chain,), condition)
    return _projected(rows, text, _ids(*names, *(f"r{i}" for i in range(length))))


def triangles(rng: random.Random) -> Case:
    """A chain that comes back to where it began, or two chains that meet."""
    if rng.random() < 0.5:
        spots = (Spot("a", any_label(rng)), Spot("b", any_label(rng)), Spot("c"), Spot("a"))
        found: tuple[Chain, ...] = (Chain(spots, tuple(any_step(rng, f"r{i}") for i in range(3))),)
    else:
        first = Chain((Spot("a", any_label(rng)), Spot("b")), (any_step(rng, "r0"),))
        second = Chain((Spot("b"), Spot("c", any_label(rng))), (any_step(rng, "r1"),))
        third = Chain((Spot("a"), Spot("c")), (any_step(rng, "r2"),))
        found = (first, second, third)
    condition = predicate(rng, ["a", "b", "c"], 1) if rng.random() < 0.4 else None
    text, rows = _matched(found, condition)
    return _projected(rows, text, _ids("a", "b", "c", "r0", "r1", "r2"))


def lengths(rng: random.Random) -> Case:
    """Variable length, alone or between fixed steps; paths are returned one by one."""
    least = rng.choice((0, 1, 1, 2))
    types = tuple(rng.sample(TYPES, rng.choice((0, 1, 2))))
    step = Step("way", types, rng.choice(("out", "in", "any")), (least, least + rng.randint(0, 2)))
    spots, steps = [Spot("a", any_label(rng)), Spot("b", any_label(rng))], [step]
    if rng.random() < 0.5:
        spots.append(Spot("c", any_label(rng)))
        steps.append(any_step(rng, "r"))
    names = [spot.name for spot in spots]
    condition = predicate(rng, names, 1) if rng.random() < 0.5 else None
    text, rows = _matched((Chain(tuple(spots), tuple(steps)),), condition)
    way = Expression(
        "[link IN way | link.id]", lambda row: [link.id for link in links_of(row["way"])]
    )
    return _projected(rows, text, [*_ids(*names), ("way", way)])


def links_of(value: object) -> list[Link]:
    assert isinstance(value, list)
    return value


def optionals(rng: random.Random) -> Case:
    """OPTIONAL MATCH, once or twice, with a condition that belongs to it."""
    first = Chain((Spot("a", any_label(rng)),), ())
    text, rows = _matched((first,), predicate(rng, ["a"], 1) if rng.random() < 0.5 else None)
    names = ["a"]
    for name in ("b", "c")[: rng.randint(1, 2)]:
        start = rng.choice(names)
        chain = Chain((Spot(start), Spot(name, any_label(rng))), (any_step(rng, f"r{name}"),))
        condition = predicate(rng, [start, name], 1) if rng.random() < 0.5 else None
        text += f" OPTIONAL MATCH {chain.cypher()}"
        text += f" WHERE {condition.text}" if condition else ""
        rows = _optionally(rows, chain, condition, name)
        names.append(name)
    return _projected(rows, text, _ids(*names, *(f"r{n}" for n in names[1:])))


def _optionally(
    rows: Callable[[Graph], Iterator[Row]], chain: Chain, condition: Expression | None, name: str
) -> Callable[[Graph], Iterator[Row]]:
    def widened(graph: Graph) -> Iterator[Row]:
        for row in rows(graph):
            found = [
                wider
                for wider in (matches(graph, (chain,), row) if row[chain.spots[0].name] else ())
                if passes(wider, condition)
            ]
            yield from found or [{**row, name: None, chain.steps[0].name: None}]

    return widened


def subqueries(rng: random.Random) -> Case:
    """EXISTS and COUNT subqueries and bare patterns as conditions, also negated."""
    kind = rng.choice(("exists", "count", "pattern"))
    start = Chain((Spot("a", any_label(rng)),), ())
    hidden = Spot("z", any_label(rng)) if kind != "pattern" else Spot("", any_label(rng))
    step = any_step(rng, "")
    chain = Chain((Spot("a"), hidden), (step,))
    inner = predicate(rng, ["a", "z"], 1) if kind != "pattern" and rng.random() < 0.5 else None
    if "WITH" in where(chain.cypher(), inner):
        # Refused, and a subquery does not end in WITH.
        inner = None
    body = f"MATCH {chain.cypher()}{where(chain.cypher(), inner)}"
    threshold = rng.choice((0, 1, 2))
    text = {
        "exists": f"EXISTS {{ {body} }}",
        "count": f"COUNT {{ {body} }} > {threshold}",
        "pattern": chain.cypher(),
    }[kind]
    least = threshold + 1 if kind == "count" else 1
    is_negated = rng.random() < 0.5
    shown, rows = _matched((start,), None)
    other = predicate(rng, ["a"], 0) if rng.random() < 0.5 else None
    condition = f"NOT {text}" if is_negated else text
    if other:
        condition = f"{condition} AND ({other.text})"

    def kept(graph: Graph) -> Iterator[Row]:
        for row in rows(graph):
            found = sum(passes(r, inner) for r in _hidden(graph, chain, row))
            if ((found >= least) != is_negated) and passes(row, other):
                yield row

    return _projected(kept, f"{shown} WHERE {condition}", _ids("a"))


def _hidden(graph: Graph, chain: Chain, row: Row) -> Iterator[Row]:
    return matches(graph, (chain,), row)


def aggregates(rng: random.Random) -> Case:
    """Grouped aggregates over a match, nulls among the values."""
    length = rng.randint(1, 2)
    last = "abc"[length]
    condition = predicate(rng, ["a", last], 1) if rng.random() < 0.5 else None
    text, rows = _matched((any_chain(rng, length),), condition)
    number = prop(last, "support")
    group = rng.choice((key_of("a"), prop("a", "support"), prop("a", "caption")))
    grouping = rng.random() < 0.7
    made: list[tuple[str, str, Callable[[list[object]], object]]] = [
        ("rows", "count(*)", len),
        ("filled", f"count({number.text})", lambda v: len(filled(v))),
        ("different", f"count(DISTINCT {number.text})", lambda v: len(set(filled(v)))),
        ("total", f"sum({number.text})", lambda v: sum(filled(v))),
        ("least", f"min({number.text})", lambda v: min(filled(v), default=None)),
        ("most", f"max({number.text})", lambda v: max(filled(v), default=None)),
        ("mean", f"avg({number.text})", _mean),
        ("listed", f"size(collect({number.text}))", lambda v: len(filled(v))),
    ]
    chosen = rng.sample(made, rng.randint(1, 4))

    def answer(graph: Graph) -> Answer:
        groups: dict[object, list[object]] = defaultdict(list)
        for row in rows(graph):
            groups[group.value(row) if grouping else None].append(number.value(row))
        return [
            (graph.key, *((key,) if grouping else ()), *(f(values) for _, _, f in chosen))
            for key, values in groups.items()
        ]

    columns = (("graph", "a.origin_key"), *((("key", group.text),) if grouping else ()))
    shown = [f"{expression} AS {name}" for name, expression in columns]
    shown += [f"{expression} AS {name}" for name, expression, _ in chosen]
    names = (*(name for name, _ in columns), *(name for name, _, _ in chosen))
    return Case(f"{text} RETURN {', '.join(shown)}", names, answer)


def filled(values: list[object]) -> list[int]:
    return [v for v in values if isinstance(v, int)]


def _mean(values: list[object]) -> object:
    known = filled(values)
    return sum(known) / len(known) if known else None


def staged(rng: random.Random) -> Case:
    """WITH between two matches: grouping, then filtering on the group, then going on."""
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    text, rows = _matched((any_chain(rng, 1),), condition)
    onward = Chain((Spot("a"), Spot("c", any_label(rng))), (any_step(rng, "r9"),))
    least = rng.choice((1, 2, 3))

    def answer(graph: Graph) -> Answer:
        degree: Counter[Thing] = Counter(row["a"] for row in rows(graph))  # type: ignore[misc]
        return [
            (graph.key, thing.id, number, found["c"].id)  # type: ignore[attr-defined]
            for thing, number in degree.items()
            if number >= least
            for found in matches(graph, (onward,), {"a": thing})
        ]

    shown = (
        f"{text} WITH a, count(*) AS number WHERE number >= {least} "
        f"MATCH {onward.cypher()} "
        "RETURN a.origin_key AS graph, a.id AS a_id, number AS number, c.id AS c_id"
    )
    return Case(shown, ("graph", "a_id", "number", "c_id"), answer)


def shortest(rng: random.Random) -> Case:
    """shortestPath and allShortestPaths with an upper bound; how long, and how many."""
    is_all = rng.random() < 0.5
    most = rng.randint(1, 4)
    types = tuple(rng.sample(TYPES, rng.choice((0, 1, 2))))
    step = Step("", types, rng.choice(("out", "in", "any")), (1, most))
    first, last = Spot("a", any_label(rng)), Spot("b", any_label(rng))
    pattern = Chain((Spot("a"), Spot("b")), (step,))
    function = "allShortestPaths" if is_all else "shortestPath"
    hops = f"*..{most}"
    path = pattern.cypher().replace(f"*1..{most}", hops)

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((first,), ()), Chain((last,), ())), {}):
            if row["a"] is row["b"]:
                continue
            sizes = [len(links_of(r[""])) for r in matches(graph, (pattern,), row)]
            if not sizes:
                continue
            number = sizes.count(min(sizes)) if is_all else 1
            ids = (row["a"].id, row["b"].id)  # type: ignore[attr-defined]
            found += [(graph.key, *ids, min(sizes))] * number
        return found

    text = (
        f"MATCH {first.cypher()}, {last.cypher()} "
        "WHERE a.origin_key = b.origin_key AND a.id <> b.id "
        f"MATCH way = {function}({path}) "
        "RETURN a.origin_key AS graph, a.id AS a_id, b.id AS b_id, length(way) AS hops"
    )
    return Case(text, ("graph", "a_id", "b_id", "hops"), answer)


def values(rng: random.Random) -> Case:
    """Expressions in the RETURN: dates, durations, CASE, coalesce, truth values with nulls."""
    text, rows = _matched((any_chain(rng, 1),), None)
    test = predicate(rng, ["a", "b"])
    a, b = day(prop("a", "first_day")), day(prop("b", "first_day"))
    moved = shift(a, rng.choice((1, 60, -366)))
    columns = [
        *_ids("a", "b", "r0"),
        ("truth", test),
        ("chosen", case(predicate(rng, ["a", "b"], 1), 1, 0)),
        ("filled", coalesce(prop("a", "caption"), "none")),
        ("moved", Expression(f"toString({moved.text})", lambda row: _iso(moved.value(row)))),
        ("between", days_between(a, b)),
    ]
    return _projected(rows, text, columns)


def _iso(value: object) -> object:
    return None if value is None else str(value)


def ordered(rng: random.Random) -> Case:
    """ORDER BY with nulls, then SKIP and LIMIT inside each graph."""
    key = rng.choice(("support", "confidence", "first_day"))
    is_descending = rng.random() < 0.5
    skip, limit = rng.choice((0, 1)), rng.choice((1, 2, 4))
    label = any_label(rng)
    spot = Spot("a", label)

    def answer(graph: Graph) -> Answer:
        things = [t for t in graph.things if label is None or label in t.labels]
        things.sort(key=lambda t: t.id)
        things.sort(key=lambda t: _rank(t.properties.get(key)), reverse=is_descending)
        kept = things[skip : skip + limit]
        return [(graph.key, [t.id for t in kept])] if things else []

    text = (
        f"MATCH {spot.cypher()} WITH a ORDER BY a.{key} {'DESC' if is_descending else 'ASC'}, a.id "
        f"WITH a.origin_key AS graph, collect(a.id)[{skip}..{skip + limit}] AS ids "
        "RETURN graph, ids"
    )
    return Case(text, ("graph", "ids"), answer)


def _rank(value: object) -> tuple[bool, object]:
    # openCypher: nulls are the largest.
    return (value is None, "" if value is None else value)


def unions(rng: random.Random) -> Case:
    """UNION with and without ALL; DISTINCT over values with nulls."""
    is_all = rng.random() < 0.5
    first, second = any_chain(rng, 1), any_chain(rng, 1)
    key = rng.choice(("support", "caption", "first_day"))

    def answer(graph: Graph) -> Answer:
        found = [
            (graph.key, row["a"].properties.get(key))  # type: ignore[attr-defined]
            for chain in (first, second)
            for row in matches(graph, (chain,), {})
        ]
        return list(found) if is_all else list(dict.fromkeys(found))

    word = "UNION ALL" if is_all else "UNION"
    part = f"RETURN a.origin_key AS graph, a.{key} AS value"
    text = f"MATCH {first.cypher()} {part} {word} MATCH {second.cypher()} {part}"
    return Case(text, ("graph", "value"), answer)


FAMILIES: tuple[Callable[[random.Random], Case], ...] = (
    *(chains, triangles, lengths, optionals, subqueries, aggregates),
    *(staged, shortest, values, ordered, unions),
)
