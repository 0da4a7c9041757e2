from __future__ import annotations

import pytest

from graph.catalogue import lint
from graph.catalogue.conditions import early_conditions
from graph.catalogue.shapes import shape_problems
from graph.catalogue.terms import uses
from graph.catalogue.tokens import tokens
from ontology.model import load

# -- tokens ----------------------------------------------------------------------------


def texts(cypher: str) -> list[str]:
    return [token.text for token in tokens(cypher)]


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (n:Person)", ["MATCH", "(", "n", ":", "Person", ")"]),
        ("a // note $x\nb", ["a", "b"]),
        ("a /* $x */ b", ["a", "b"]),
        ("'it''s' \"x\"", ["'it'", "'s'", '"x"']),
        (r"'a\'b' c", [r"'a\'b'", "c"]),
        ("'// no comment'", ["'// no comment'"]),
        ("$name + $`odd name`", ["name", "+", "odd name"]),
        ("`a``b`", ["a`b"]),
        ("1..4 1.5 2e3 7", ["1", "..", "4", "1.5", "2e3", "7"]),
        ("a<>b<=c=~d", ["a", "<>", "b", "<=", "c", "=~", "d"]),
        ("", []),
    ],
)
def test_tokens(cypher: str, expected: list[str]) -> None:
    assert texts(cypher) == expected


def test_tokens_know_their_depth() -> None:
    found = {t.text: t.depth for t in tokens("a (b [c {d}] e) f")}
    assert found["a"] == found["f"] == found["("] == found[")"] == 0
    assert found["b"] == found["e"] == found["["] == 1
    assert found["c"] == 2
    assert found["d"] == 3


@pytest.mark.parametrize("cypher", ["'open", "MATCH (n) ? 1", "a \\ b", "`open"])
def test_text_that_is_no_cypher_names_the_line(cypher: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        tokens(f"RETURN 1\n{cypher}")


def test_quoted_name_is_no_keyword() -> None:
    [quoted, plain] = tokens("`RETURN` return")
    assert not quoted.is_("RETURN")
    assert plain.is_("RETURN")


# -- terms -----------------------------------------------------------------------------


def found_uses(cypher: str) -> set[tuple[str, str]]:
    return {(use.kind, use.name) for use in uses(tokens(cypher))}


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (n:Person)", {("label", "Person")}),
        ("MATCH (n:Person:Agent)", {("label", "Person"), ("label", "Agent")}),
        ("MATCH (n:Person|Company)", {("label", "Person"), ("label", "Company")}),
        ("MATCH (n:Person&!Company)", {("label", "Person"), ("label", "Company")}),
        ("MATCH (:Person {id: $id})", {("label", "Person"), ("stored", "id")}),
        ("MATCH ({id: 1})", {("stored", "id")}),
        ("MATCH (a)-[r:PAID|OWNS*1..3]->(b)", {("type", "PAID"), ("type", "OWNS")}),
        ("MATCH (a)<-[:PAID {support: 1}]-(b)", {("type", "PAID"), ("stored", "support")}),
        ("MATCH (a)-[:PAID|:OWNS]-(b)", {("type", "PAID"), ("type", "OWNS")}),
        ("RETURN n.name", {("property", "name")}),
        ("RETURN date(n.first_day).year", {("property", "first_day"), ("property", "year")}),
        ("RETURN duration.inDays(a, b).days", {("property", "days")}),
        ("CALL db.index.fulltext.queryNodes('x', $t)", set()),
        ("WHERE n:Person AND n.name = 1", {("label", "Person"), ("property", "name")}),
        (
            "RETURN {total: count(n), kind: n.class}",
            {("key", "total"), ("key", "kind"), ("property", "class")},
        ),
        ("RETURN collect({id: n.id})", {("key", "id"), ("property", "id")}),
        ("RETURN n {.name, size: 1}", {("property", "name"), ("key", "size")}),
        ("WHERE EXISTS { (a)-[:PAID]->(:Company) }", {("type", "PAID"), ("label", "Company")}),
        ("CALL (a) { MATCH (a:Person) RETURN 1 AS x }", {("label", "Person")}),
        (
            "WHERE (a)-[:PAID]->(:Company {id: 1})",
            {("type", "PAID"), ("label", "Company"), ("stored", "id")},
        ),
        ("RETURN [x IN list WHERE x.id = 1 | x.name]", {("property", "id"), ("property", "name")}),
        ("RETURN CASE WHEN n:Person THEN 1 END", {("label", "Person")}),
        ("RETURN list[1..2]", set()),
    ],
)
def test_uses(cypher: str, expected: set[tuple[str, str]]) -> None:
    assert found_uses(cypher) == expected


# -- declaration -----------------------------------------------------------------------


def problems(cypher: str, *columns: str, parameters: tuple[str, ...] = ()) -> list[str]:
    return lint.problems(cypher, parameters=parameters, columns=columns, ontology=load())


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (n:Person) RETURN n.id AS id", ["id"]),
        (
            "MATCH (n:Person) RETURN DISTINCT n.id AS id, n.name AS name ORDER BY id LIMIT 3",
            ["id", "name"],
        ),
        ("MATCH (n:Person) WITH n.id AS id RETURN id", ["id"]),
        ("MATCH (n:Person) RETURN [n.id, n.name] AS pair, {a: 1, b: 2} AS map", ["pair", "map"]),
        ("MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:Port) RETURN n.id AS id", ["id"]),
        ("CALL { MATCH (n:Person) RETURN n.id AS inner } RETURN inner AS id", ["id"]),
        ("MATCH (n:Person) RETURN n.id AS `odd name`", ["odd name"]),
    ],
)
def test_columns_that_fit(cypher: str, columns: list[str]) -> None:
    assert problems(cypher, *columns) == []


@pytest.mark.parametrize(
    ("cypher", "columns", "complaint"),
    [
        ("MATCH (n:Person) RETURN n.id AS id", ["key"], "RETURN gives columns"),
        ("MATCH (n:Person) RETURN n.id AS a, n.id AS b", ["b", "a"], "RETURN gives columns"),
        ("MATCH (n:Person) RETURN n.id", ["id"], "needs a name"),
        ("MATCH (n:Person) RETURN *", ["id"], "needs a name"),
        ("MATCH (n:Person)", ["id"], "no RETURN"),
        (
            "MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:Port) RETURN n.id AS x",
            ["id"],
            "RETURN gives",
        ),
        ("RETURN 'open AS id", ["id"], "no Cypher"),
    ],
)
def test_columns_that_do_not_fit(cypher: str, columns: list[str], complaint: str) -> None:
    assert complaint in " ".join(problems(cypher, *columns))


def test_parameters_must_be_declared_and_used() -> None:
    cypher = "MATCH (n:Person {id: $id}) RETURN n.id AS id // $comment"
    assert problems(cypher, "id", parameters=("id",)) == []
    assert "$id is used but not declared" in problems(cypher, "id")[0]
    assert "$other is not used" in problems(cypher, "id", parameters=("id", "other"))[0]


@pytest.mark.parametrize(
    ("cypher", "complaint"),
    [
        ("MATCH (n:Persn) RETURN n.id AS id", "no class 'Persn'. Nearest: Person"),
        (
            "MATCH (n)-[:RECRUITS]->() RETURN n.id AS id",
            "no relationship type 'RECRUITS'. Nearest: RECRUITED",
        ),
        ("MATCH (n {nama: 1}) RETURN n.id AS id", "no property 'nama'"),
        ("MATCH (n) RETURN n.captoin AS id", "no property 'captoin'. Nearest: caption"),
        ("MATCH (n {days: 1}) RETURN n.id AS id", "no property 'days'"),
    ],
)
def test_terms_that_the_ontology_lacks(cypher: str, complaint: str) -> None:
    assert complaint in " ".join(problems(cypher, "id"))


def test_keys_of_a_map_may_be_asked_for() -> None:
    cypher = "MATCH (n) WITH {total: count(n)} AS row RETURN row.total AS total"
    assert problems(cypher, "total") == []


# -- shapes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) CREATE (m) RETURN 1 AS x",
        "MERGE (n:Person) RETURN 1 AS x",
        "MATCH (n) SET n.x = 1 RETURN 1 AS x",
        "MATCH (n) REMOVE n.x RETURN 1 AS x",
        "MATCH (n) DETACH DELETE n RETURN 1 AS x",
        "MATCH (n) FOREACH (x IN [1] | SET n.x = 1) RETURN 1 AS x",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row AS x",
        "CALL { MATCH (n) DELETE n } RETURN 1 AS x",
        "DROP CONSTRAINT entity_id",
        "USE other MATCH (n) RETURN 1 AS x",
        "match (n) delete n return 1 as x",
        "MATCH (n)/**/DELETE/**/n RETURN 1 AS x",
        "SHOW TRANSACTIONS YIELD transactionId RETURN transactionId AS x",
        "TERMINATE TRANSACTIONS 'x'",
    ],
)
def test_writes_are_refused(cypher: str) -> None:
    assert any(problem.startswith("write-clause: ") for problem in shape_problems(cypher))


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) RETURN n.set AS delete",
        "MATCH (n:Create) RETURN {merge: 1} AS x",
        "MATCH (n) WHERE n.caption = 'DELETE ME' RETURN 1 AS x // CREATE",
        "MATCH (n) RETURN `SET` AS x",
        "MATCH (n) WHERE n.caption STARTS WITH 'x' RETURN count(n) AS x",
        "MATCH way = shortestPath((a)-[*..6]-(b)) RETURN length(way) AS x",
        "MATCH way = allShortestPaths((a)-[:PAID*1..6]-(b)) RETURN length(way) AS x",
        "MATCH (a)-[:PAID*2]->(b) RETURN 2 * 3 AS x",
        "MATCH (n) WITH count(n) AS number RETURN number > 1 AND true AS x",
        "MATCH (n) RETURN count(CASE WHEN n.a THEN 1 END) AS x, n.a AND n.b AS y",
        "MATCH (n) WHERE NOT EXISTS { MATCH (n)--(m) WHERE m.a AND m.b } RETURN count(n) AS x",
        "MATCH (n) RETURN date(n.first_day) + duration({days: 3}) AS x",
        "CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node.id AS x",
        "MATCH (n)-->(m) WHERE (n)-[:PAID]->({id: 1}) RETURN 1 AS x",
        "MATCH (n) RETURN n.a + (n.b) AS x",
    ],
)
def test_reads_are_not(cypher: str) -> None:
    assert shape_problems(cypher) == []


@pytest.mark.parametrize(
    ("rule", "cypher"),
    [
        ("procedure", "CALL apoc.load.json('x') YIELD value RETURN value AS x"),
        ("procedure", "CALL dbms.components() YIELD name RETURN name AS x"),
        ("extension-function", "RETURN apoc.text.join([], '') AS x"),
        ("extension-function", "RETURN gds.version() AS x"),
        ("engine-id", "MATCH (n) RETURN id(n) AS x"),
        ("engine-id", "MATCH (n) RETURN elementId(n) AS x"),
        ("boolean-aggregate", "MATCH (n) RETURN count(n) > 1 AND true AS x"),
        ("boolean-aggregate", "MATCH (n) RETURN NOT max(n.a) AS x"),
        ("boolean-aggregate", "MATCH (n) WITH n.a AS a, sum(n.b) = 1 OR n.c AS x RETURN x"),
        ("unbounded-path", "MATCH way = shortestPath((a)-[*]-(b)) RETURN 1 AS x"),
        ("unbounded-path", "MATCH way = allShortestPaths((a)-[:PAID*1..]-(b)) RETURN 1 AS x"),
        ("unbounded-length", "MATCH (a)-[:PAID*]->(b) RETURN 1 AS x"),
        ("unbounded-length", "MATCH (a)-[r:PAID*3..]->(b) RETURN 1 AS x"),
        ("shortest-selector", "MATCH way = ANY SHORTEST (a)-[:PAID]-(b) RETURN 1 AS x"),
        ("quantified-path", "MATCH (a)-[:PAID]->{1,3}(b) RETURN 1 AS x"),
        ("quantified-path", "MATCH ((a)-[:PAID]->(b)){2} RETURN 1 AS x"),
        ("quantified-path", "MATCH ((a)-[:PAID]->(b))+ (c) RETURN 1 AS x"),
    ],
)
def test_shapes_are_refused_by_name(rule: str, cypher: str) -> None:
    assert [p.partition(":")[0] for p in shape_problems(cypher) if p.startswith(rule)] == [rule]


# -- conditions ------------------------------------------------------------------------


def is_hiding(condition: str, clause: str = "MATCH (a)-[r:PAID]-(b) WHERE") -> bool:
    return bool(list(early_conditions(tokens(f"{clause} {condition} RETURN 1 AS x"))))


@pytest.mark.parametrize(
    "condition",
    [
        "a.x = 1 OR b.list[0] = 2",
        "a.x = 1 XOR b.list[0..1] = []",
        "a.x = 1 OR b['y'] = 2",
        "a.x = 1 OR date(b.day).year = 2020",
        "a.x = 1 OR duration.inDays(date(a.day), date(b.day)).days > 1",
        "a.x = CASE WHEN b.y = 1 THEN 1 ELSE 0 END",
        "a.x = properties(b).y",
        "a.x = 1 OR any(entry IN b.list WHERE entry = 1)",
        "a.x = 1 OR EXISTS { (b)-[:PAID]->() }",
        "a.x = 1 OR COUNT { (b)-[:PAID]->() } > 1",
        "a.x = 1 OR isEmpty(b.list)",
        "a.x = 1 OR b {.y}.y = 1",
        "a.x = 1 OR coalesce(b.flag, false)",
        "a.x = 1 OR (coalesce(b.flag, false))",
        "a.x = 1 OR r.list[0] = 1",
        "NOT (a.x = 1 AND isEmpty(b.list))",
        "b.y = 1 AND (a.x = 1 OR b.list[0] = 2)",
    ],
)
def test_condition_that_hides_a_variable_is_refused(condition: str) -> None:
    assert is_hiding(condition)


@pytest.mark.parametrize(
    "condition",
    [
        "a.x = 1 OR b.y = 2",
        "a.x = 1 AND b.list[0] = 2",
        "a.x = 1 OR a.list[0] = 2",
        "b.list[0] = 1 OR date(b.day).year = 2020",
        "a.x = 1 OR toLower(b.name) STARTS WITH 'x'",
        "a.x = 1 OR coalesce(b.y, 0) > 1",
        "a.x = 1 OR 0 < coalesce(b.y, 0)",
        "a.x = 1 OR toLower(coalesce(b.name, '')) = 'x'",
        "a.x = 1 OR size(b.list) > 1",
        "a.x = b.y",
        "NOT EXISTS { (a)-[:OWNS]->(b) }",
        "a.x = 1 OR (b)-[:PAID]->()",
        "a.x = 1 AND any(entry IN b.list WHERE entry = 1)",
        "a.x = 1 OR $list[0] = 2",
    ],
)
def test_condition_that_hides_nothing_is_not(condition: str) -> None:
    assert not is_hiding(condition)


@pytest.mark.parametrize(
    "clause",
    [
        "MATCH (a)-[r:PAID]-(b) WITH * WHERE",
        "MATCH (a) OPTIONAL MATCH (a)--(b) WHERE",
        "UNWIND $rows AS a WITH a, 1 AS b WHERE",
    ],
)
def test_condition_after_with_or_of_an_optional_match_may_hide(clause: str) -> None:
    assert not is_hiding("a.x = 1 OR b.list[0] = 2", clause)
