"""Families of random queries: Cypher for the engines, and a Python meaning for the matcher."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

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
    truth,
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


def _label(rng: random.Random) -> str | None:
    return rng.choice(LABELS)


def _step(rng: random.Random, name: str, direction: str | None = None) -> Step:
    types = tuple(rng.sample(TYPES, rng.choice((0, 1, 1, 2))))
    return Step(name, types, direction or rng.choice(("out", "in", "any")))


def _chain(rng: random.Random, length: int, names: str = "abcde") -> Chain:
    spots = tuple(Spot(names[i], _label(rng)) for i in range(length + 1))
    return Chain(spots, tuple(_step(rng, f"r{i}") for i in range(length)))


def _where(row: Row, condition: Expression | None) -> bool:
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
    text = "MATCH " + ", ".join(chain.cypher() for chain in chains)
    if condition:
        text += f" WHERE {condition.text}"

    def rows(graph: Graph) -> Iterator[Row]:
        return (row for row in matches(graph, chains, {}) if _where(row, condition))

    return text, rows


def _ids(*names: str) -> list[tuple[str, Expression]]:
    return [(f"{name}_id", key_of(name)) for name in names]


# -- families --------------------------------------------------------------------------


def chains(rng: random.Random) -> Case:
    """Directed and undirected chains with a condition; loops and parallels included."""
    length = rng.randint(1, 3)
    names = list("abcde"[: length + 1])
    chain = _chain(rng, length)
    condition = predicate(rng, names) if rng.random() < 0.7 else None
    text, rows = _matched((chain,), condition)
    return _projected(rows, text, _ids(*names, *(f"r{i}" for i in range(length))))


def triangles(rng: random.Random) -> Case:
    """A chain that comes back to where it began, or two chains that meet."""
    if rng.random() < 0.5:
        spots = (Spot("a", _label(rng)), Spot("b", _label(rng)), Spot("c"), Spot("a"))
        found: tuple[Chain, ...] = (Chain(spots, tuple(_step(rng, f"r{i}") for i in range(3))),)
    else:
        first = Chain((Spot("a", _label(rng)), Spot("b")), (_step(rng, "r0"),))
        second = Chain((Spot("b"), Spot("c", _label(rng))), (_step(rng, "r1"),))
        third = Chain((Spot("a"), Spot("c")), (_step(rng, "r2"),))
        found = (first, second, third)
    condition = predicate(rng, ["a", "b", "c"], 1) if rng.random() < 0.4 else None
    text, rows = _matched(found, condition)
    return _projected(rows, text, _ids("a", "b", "c", "r0", "r1", "r2"))


def lengths(rng: random.Random) -> Case:
    """Variable length, alone or between fixed steps; paths are returned one by one."""
    least = rng.choice((0, 1, 1, 2))
    types = tuple(rng.sample(TYPES, rng.choice((0, 1, 2))))
    step = Step("way", types, rng.choice(("out", "in", "any")), (least, least + rng.randint(0, 2)))
    spots, steps = [Spot("a", _label(rng)), Spot("b", _label(rng))], [step]
    if rng.random() < 0.5:
        spots.append(Spot("c", _label(rng)))
        steps.append(_step(rng, "r"))
    names = [spot.name for spot in spots]
    condition = predicate(rng, names, 1) if rng.random() < 0.5 else None
    text, rows = _matched((Chain(tuple(spots), tuple(steps)),), condition)
    way = Expression(
        "[link IN way | link.id]", lambda row: [link.id for link in _links(row["way"])]
    )
    return _projected(rows, text, [*_ids(*names), ("way", way)])


def _links(value: object) -> list[Link]:
    assert isinstance(value, list)
    return value


def optionals(rng: random.Random) -> Case:
    """OPTIONAL MATCH, once or twice, with a condition that belongs to it."""
    first = Chain((Spot("a", _label(rng)),), ())
    text, rows = _matched((first,), predicate(rng, ["a"], 1) if rng.random() < 0.5 else None)
    names = ["a"]
    for name in ("b", "c")[: rng.randint(1, 2)]:
        start = rng.choice(names)
        chain = Chain((Spot(start), Spot(name, _label(rng))), (_step(rng, f"r{name}"),))
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
                if _where(wider, condition)
            ]
            yield from found or [{**row, name: None, chain.steps[0].name: None}]

    return widened


def subqueries(rng: random.Random) -> Case:
    """EXISTS and COUNT subqueries and bare patterns as conditions, also negated."""
    kind = rng.choice(("exists", "count", "pattern"))
    start = Chain((Spot("a", _label(rng)),), ())
    hidden = Spot("z", _label(rng)) if kind != "pattern" else Spot("", _label(rng))
    step = _step(rng, "")
    chain = Chain((Spot("a"), hidden), (step,))
    inner = predicate(rng, ["a", "z"], 1) if kind != "pattern" and rng.random() < 0.5 else None
    body = f"MATCH {chain.cypher()}" + (f" WHERE {inner.text}" if inner else "")
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
            found = sum(_where(r, inner) for r in _hidden(graph, chain, row))
            if ((found >= least) != is_negated) and _where(row, other):
                yield row

    return _projected(kept, f"{shown} WHERE {condition}", _ids("a"))


def _hidden(graph: Graph, chain: Chain, row: Row) -> Iterator[Row]:
    return matches(graph, (chain,), row)


def aggregates(rng: random.Random) -> Case:
    """Grouped aggregates over a match, nulls among the values."""
    length = rng.randint(1, 2)
    last = "abc"[length]
    condition = predicate(rng, ["a", last], 1) if rng.random() < 0.5 else None
    text, rows = _matched((_chain(rng, length),), condition)
    number = prop(last, "support")
    group = rng.choice((key_of("a"), prop("a", "support"), prop("a", "caption")))
    grouping = rng.random() < 0.7
    made: list[tuple[str, str, Callable[[list[object]], object]]] = [
        ("rows", "count(*)", len),
        ("filled", f"count({number.text})", lambda v: len(_filled(v))),
        ("different", f"count(DISTINCT {number.text})", lambda v: len(set(_filled(v)))),
        ("total", f"sum({number.text})", lambda v: sum(_filled(v))),
        ("least", f"min({number.text})", lambda v: min(_filled(v), default=None)),
        ("most", f"max({number.text})", lambda v: max(_filled(v), default=None)),
        ("mean", f"avg({number.text})", _mean),
        ("listed", f"size(collect({number.text}))", lambda v: len(_filled(v))),
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


def _filled(values: list[object]) -> list[int]:
    return [v for v in values if isinstance(v, int)]


def _mean(values: list[object]) -> object:
    filled = _filled(values)
    return sum(filled) / len(filled) if filled else None


def staged(rng: random.Random) -> Case:
    """WITH between two matches: grouping, then filtering on the group, then going on."""
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    text, rows = _matched((_chain(rng, 1),), condition)
    onward = Chain((Spot("a"), Spot("c", _label(rng))), (_step(rng, "r9"),))
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
    first, last = Spot("a", _label(rng)), Spot("b", _label(rng))
    pattern = Chain((Spot("a"), Spot("b")), (step,))
    function = "allShortestPaths" if is_all else "shortestPath"
    hops = f"*..{most}"
    path = pattern.cypher().replace(f"*1..{most}", hops)

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((first,), ()), Chain((last,), ())), {}):
            if row["a"] is row["b"]:
                continue
            sizes = [len(_links(r[""])) for r in matches(graph, (pattern,), row)]
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
    text, rows = _matched((_chain(rng, 1),), None)
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
    label = _label(rng)
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
    first, second = _chain(rng, 1), _chain(rng, 1)
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


def paths(rng: random.Random) -> Case:
    """A named path: its nodes, and a condition on all or any of its relationships."""
    way = Step("way", (), rng.choice(("out", "in", "any")), (1, rng.choice((2, 3))))
    chain = Chain((Spot("a", _label(rng)), Spot("b", _label(rng))), (way,))
    word, layer = rng.choice(("all", "any", "none")), rng.choice(("x", "y"))

    def passes(row: Row) -> object:
        layers = [link.properties.get("layer") for link in _links(row["way"])]
        return truth(word, [None if found is None else found == layer for found in layers])

    def answer(graph: Graph) -> Answer:
        return [
            (graph.key, _visited(row), len(_links(row["way"])))
            for row in matches(graph, (chain,), {})
            if passes(row) is True
        ]

    pattern = chain.cypher().replace("[way", "[")
    text = (
        f"MATCH way = {pattern} "
        f"WHERE {word}(link IN relationships(way) WHERE link.layer = '{layer}') "
        "RETURN a.origin_key AS graph, [spot IN nodes(way) | spot.id] AS spots, "
        "length(way) AS hops"
    )
    return Case(text, ("graph", "spots", "hops"), answer)


def _visited(row: Row) -> list[str]:
    here = row["a"]
    assert isinstance(here, Thing)
    ids = [here.id]
    for link in _links(row["way"]):
        here = link.target if link.source is here else link.source
        ids.append(here.id)
    return ids


def lists(rng: random.Random) -> Case:
    """Pattern comprehensions, COLLECT subqueries and UNWIND of stored and made lists."""
    step = _step(rng, "r")
    chain = Chain((Spot("a"), Spot("b", _label(rng))), (step,))
    start = Spot("a", _label(rng))
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    where = f" WHERE {condition.text}" if condition else ""
    made = rng.choice(
        (
            f"size([{chain.cypher()}{where} | b.id])",
            f"size(COLLECT {{ MATCH {chain.cypher()}{where} RETURN b.id }})",
        )
    )
    stored = rng.choice(("records", None))
    unwound = "coalesce(a.records, [])" if stored else "['x', null]"

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((start,), ()),), {}):
            number = sum(_where(r, condition) for r in matches(graph, (chain,), row))
            items = row["a"].properties.get("records", []) if stored else ["x", None]  # type: ignore[attr-defined]
            found += [(graph.key, row["a"].id, number, item) for item in items]  # type: ignore[attr-defined]
        return found

    text = (
        f"MATCH {start.cypher()} WITH a, {made} AS number UNWIND {unwound} AS item "
        "RETURN a.origin_key AS graph, a.id AS a_id, number AS number, item AS item"
    )
    return Case(text, ("graph", "a_id", "number", "item"), answer)


def calls(rng: random.Random) -> Case:
    """A correlated CALL subquery that aggregates, so that it always gives one row."""
    start = Spot("a", _label(rng))
    chain = Chain((Spot("a"), Spot("b", _label(rng))), (_step(rng, "r"),))
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    where = f" WHERE {condition.text}" if condition else ""

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((start,), ()),), {}):
            hits = [r for r in matches(graph, (chain,), row) if _where(r, condition)]
            total = sum(_filled([h["b"].properties.get("support") for h in hits]))  # type: ignore[attr-defined]
            found.append((graph.key, row["a"].id, len(hits), total))  # type: ignore[attr-defined]
        return found

    text = (
        f"MATCH {start.cypher()} CALL (a) {{ MATCH {chain.cypher()}{where} "
        "RETURN count(b) AS number, sum(b.support) AS total } "
        "RETURN a.origin_key AS graph, a.id AS a_id, number AS number, total AS total"
    )
    return Case(text, ("graph", "a_id", "number", "total"), answer)


def distinct(rng: random.Random) -> Case:
    """DISTINCT in WITH, then a second MATCH that may find the same links again."""
    first = _chain(rng, 1)
    second = Chain((Spot("b"), Spot("c", _label(rng))), (_step(rng, "r1"),))
    condition = predicate(rng, ["b", "c"], 1) if rng.random() < 0.5 else None
    where = f" WHERE {condition.text}" if condition else ""

    def answer(graph: Graph) -> Answer:
        middle = dict.fromkeys(row["b"] for row in matches(graph, (first,), {}))
        return [
            (graph.key, row["b"].id, row["c"].id, row["r1"].id)  # type: ignore[attr-defined]
            for thing in middle
            for row in matches(graph, (second,), {"b": thing})
            if _where(row, condition)
        ]

    text = (
        f"MATCH {first.cypher()} WITH DISTINCT b MATCH {second.cypher()}{where} "
        "RETURN b.origin_key AS graph, b.id AS b_id, c.id AS c_id, r1.id AS r_id"
    )
    return Case(text, ("graph", "b_id", "c_id", "r_id"), answer)


FAMILIES: dict[str, Callable[[random.Random], Case]] = {
    family.__name__: family
    for family in (
        *(chains, triangles, lengths, optionals, subqueries, aggregates),
        *(staged, shortest, values, ordered, unions, paths, lists, calls, distinct),
    )
}
