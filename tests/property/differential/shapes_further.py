"""More families: named paths, lists, subqueries with CALL, DISTINCT between matches."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.property.differential.expressions import predicate, truth
from tests.property.differential.model import Chain, Graph, Row, Spot, Step, Thing, matches
from tests.property.differential.shapes import (
    Answer,
    Case,
    any_chain,
    any_label,
    any_step,
    filled,
    links_of,
    passes,
    where,
)


def paths(rng: random.Random) -> Case:
    """A named path: its nodes, and a condition on all or any of its relationships."""
    way = Step("way", (), rng.choice(("out", "in", "any")), (1, rng.choice((2, 3))))
    chain = Chain((Spot("a", any_label(rng)), Spot("b", any_label(rng))), (way,))
    word, layer = rng.choice(("all", "any", "none")), rng.choice(("x", "y"))

    def holds(row: Row) -> object:
        layers = [link.properties.get("layer") for link in links_of(row["way"])]
        return truth(word, [None if found is None else found == layer for found in layers])

    def answer(graph: Graph) -> Answer:
        return [
            (graph.key, _visited(row), len(links_of(row["way"])))
            for row in matches(graph, (chain,), {})
            if holds(row) is True
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
    for link in links_of(row["way"]):
        here = link.target if link.source is here else link.source
        ids.append(here.id)
    return ids


def lists(rng: random.Random) -> Case:
    """Pattern comprehensions, COLLECT subqueries and UNWIND of stored and made lists."""
    step = any_step(rng, "r")
    chain = Chain((Spot("a"), Spot("b", any_label(rng))), (step,))
    start = Spot("a", any_label(rng))
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    condition = None if "WITH" in where(chain.cypher(), condition) else condition
    filtered = where(chain.cypher(), condition)
    made = rng.choice(
        (
            f"size([{chain.cypher()}{filtered} | b.id])",
            f"size(COLLECT {{ MATCH {chain.cypher()}{filtered} RETURN b.id }})",
        )
    )
    stored = rng.choice(("records", None))
    unwound = "coalesce(a.records, [])" if stored else "['x', null]"

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((start,), ()),), {}):
            number = sum(passes(r, condition) for r in matches(graph, (chain,), row))
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
    start = Spot("a", any_label(rng))
    chain = Chain((Spot("a"), Spot("b", any_label(rng))), (any_step(rng, "r"),))
    condition = predicate(rng, ["a", "b"], 1) if rng.random() < 0.5 else None
    filtered = where(chain.cypher(), condition)

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (Chain((start,), ()),), {}):
            hits = [r for r in matches(graph, (chain,), row) if passes(r, condition)]
            total = sum(filled([h["b"].properties.get("support") for h in hits]))  # type: ignore[attr-defined]
            found.append((graph.key, row["a"].id, len(hits), total))  # type: ignore[attr-defined]
        return found

    text = (
        f"MATCH {start.cypher()} CALL (a) {{ MATCH {chain.cypher()}{filtered} "
        "RETURN count(b) AS number, sum(b.support) AS total } "
        "RETURN a.origin_key AS graph, a.id AS a_id, number AS number, total AS total"
    )
    return Case(text, ("graph", "a_id", "number", "total"), answer)


def distinct(rng: random.Random) -> Case:
    """DISTINCT in WITH, then a second MATCH that may find the same links again."""
    first = any_chain(rng, 1)
    second = Chain((Spot("b"), Spot("c", any_label(rng))), (any_step(rng, "r1"),))
    condition = predicate(rng, ["b", "c"], 1) if rng.random() < 0.5 else None
    filtered = where(second.cypher(), condition)

    def answer(graph: Graph) -> Answer:
        middle = dict.fromkeys(row["b"] for row in matches(graph, (first,), {}))
        return [
            (graph.key, row["b"].id, row["c"].id, row["r1"].id)  # type: ignore[attr-defined]
            for thing in middle
            for row in matches(graph, (second,), {"b": thing})
            if passes(row, condition)
        ]

    text = (
        f"MATCH {first.cypher()} WITH DISTINCT b MATCH {second.cypher()}{filtered} "
        "RETURN b.origin_key AS graph, b.id AS b_id, c.id AS c_id, r1.id AS r_id"
    )
    return Case(text, ("graph", "b_id", "c_id", "r_id"), answer)


def trailing(rng: random.Random) -> Case:
    """One or two chains with a condition over all of them, then another match behind it.

    A clause behind makes the embedded engine plan the first one differently.
    """
    first = any_chain(rng, rng.randint(1, 2))
    last = first.spots[-1].name
    names = [spot.name for spot in first.spots]
    condition = predicate(rng, names)
    second = Chain((Spot(last), Spot("z", any_label(rng))), (any_step(rng, "rz"),))
    is_optional = rng.random() < 0.5

    def answer(graph: Graph) -> Answer:
        found: Answer = []
        for row in matches(graph, (first,), {}):
            if not passes(row, condition):
                continue
            ends = [r["z"].id for r in matches(graph, (second,), row_of(row, last))]  # type: ignore[attr-defined]
            if is_optional and not ends:
                ends = [None]
            found += [(graph.key, *(row[n].id for n in names), end) for end in ends]  # type: ignore[attr-defined]
        return found

    clause = "OPTIONAL MATCH" if is_optional else "MATCH"
    shown = ", ".join(f"{name}.id AS {name}_id" for name in names)
    text = (
        f"MATCH {first.cypher()}{where(first.cypher(), condition)} {clause} {second.cypher()} "
        f"RETURN a.origin_key AS graph, {shown}, z.id AS z_id"
    )
    return Case(text, ("graph", *(f"{name}_id" for name in names), "z_id"), answer)


def row_of(row: Row, name: str) -> Row:
    """Return what a later MATCH sees: links of the earlier one may be used again."""
    return {name: row[name]}


FAMILIES: tuple[Callable[[random.Random], Case], ...] = (
    *(paths, lists, calls, distinct, trailing),
)
