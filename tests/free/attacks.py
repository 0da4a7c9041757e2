"""Queries that want too much: time, memory, stack, or an answer without end."""

from __future__ import annotations

_DEEP = 3000

_CYPHER = (
    # Everything with everything.
    "MATCH (a), (b), (c) WHERE a.id + b.id + c.id = 'x' RETURN count(*)",
    "MATCH (a), (b), (c), (d) WITH a, b, c, d WHERE a.id < b.id RETURN count(DISTINCT a.id + d.id)",
    "MATCH (a), (b), (c) RETURN a.id, b.id, c.id ORDER BY a.id + b.id + c.id",
    "MATCH (a), (b) WITH collect(a.id + b.id) AS l UNWIND l AS x UNWIND l AS y RETURN max(x + y)",
    "UNWIND range(1, 3000000) AS x UNWIND range(1, 3000000) AS y RETURN sum(x * y)",
    "UNWIND range(1, 3000000) AS x WITH x ORDER BY toString(x) DESC RETURN collect(x)[0]",
    # Paths without end.
    "MATCH p = (a)-[*1..15]-(b) RETURN count(p)",
    "MATCH p = (a)-[*]-(b) RETURN p",
    "MATCH p = (a)-[*..30]->(b) WHERE a.id = 'x:n1' RETURN max(length(p))",
    "MATCH p = (a)-[*10..12]-(a) RETURN p LIMIT 1000000",
    "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) RETURN count(*)",
    "MATCH (a)-[r1]-(b)-[r2]-(c)-[r3]-(d)-[r4]-(e) RETURN collect([a.id, e.id])",
    "MATCH p = allShortestPaths((a)-[*..20]-(b)) RETURN count(p)",
    "MATCH (a), (b) MATCH p = shortestPath((a)-[*..15]-(b)) RETURN sum(length(p))",
    "MATCH (a) CALL algo.allsimplepaths(a, a, '', 20) YIELD path RETURN path",
    "MATCH (a) WHERE EXISTS { MATCH (a)-[*1..12]-(b) WHERE b.id = 'none' } RETURN a",
    "MATCH (a) RETURN a.id, COUNT { (a)-[*1..12]-() } AS n",
    # Long lists and texts.
    "RETURN range(1, 3000000)",
    "WITH range(1, 3000000) AS l RETURN [x IN l | [y IN l | x * y]]",
    "WITH range(1, 3000) AS l RETURN [x IN l | [y IN l | [z IN l | z]]]",
    "RETURN reduce(s = 'x', i IN range(1, 40) | s + s)",
    "RETURN reduce(s = [1], i IN range(1, 40) | s + s)",
    "WITH reduce(s = 'x', i IN range(1, 25) | s + s) AS t RETURN split(t, '')",
    "WITH reduce(s = 'x', i IN range(1, 24) | s + s) AS t RETURN replace(t, 'x', t)",
    "WITH reduce(s = 'x', i IN range(1, 24) | s + s) AS t UNWIND range(1, 999) AS i RETURN t + i",
    "UNWIND range(1, 3000000) AS x RETURN collect({a: x, b: toString(x), c: [x, x, x]})",
    "MATCH (n) UNWIND range(1, 100000) AS i RETURN n, i",
    "MATCH (n) WITH collect(n) AS l RETURN reduce(m = [], x IN l + l + l + l | m + l)",
    "UNWIND range(1, 3000000) AS x RETURN DISTINCT toString(x) + 'x'",
    "RETURN lpad('x', 2000000000, 'y')",
    # Words and numbers that do not come to an end.
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac' =~ '(a|aa)+b'",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac' =~ '((a+)+)+b'",
    "WITH reduce(s = 'a', i IN range(1, 16) | s + s) AS t RETURN t =~ '(.*)*(.*)*(.*)*b'",
    "MATCH (n) WHERE n.caption =~ '(.*a)*(.*b)*(.*c)*(.*d)*z' RETURN n",
    "RETURN 2 ^ 100000, 10 ^ 308 * 10, toFloat('9e999')",
    "UNWIND range(1, 3000000) AS x RETURN sum(sin(x) * cos(x) ^ 99)",
    # Whole graphs at a time.
    "CALL algo.betweenness() YIELD node, score RETURN node, score",
    "CALL algo.apsp() YIELD source, target, distance RETURN source, target, distance",
    "CALL algo.simRank() YIELD node1, node2, similarity RETURN count(*)",
    "CALL algo.clique() YIELD nodes RETURN nodes",
    "CALL algo.maxKCut() YIELD node RETURN node",
)  # fmt: skip

_SPARQL = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f FILTER(STR(?c) < STR(?f)) } ORDER BY ?d",
    "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
    "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
    "SELECT * { ?a (!<x:none>)* ?b . ?c (!<x:none>)* ?d }",
    "SELECT * { ?a (!<x:none>)+ ?b }",
    "SELECT * { ?a ((!<x:none>|^(!<x:none>))*)* ?b }",
    "SELECT (COUNT(*) AS ?n) { ?a ((!<x:a>)/(!<x:b>)/(!<x:c>)/(!<x:d>))* ?b }",
    "SELECT (COUNT(*) AS ?n) { ?a !<x:a> ?b . ?b !<x:a> ?c . ?c ^!<x:a> ?d . ?d ?e ?f . ?g ?h ?f }",
    "SELECT * { ?a ?b ?c MINUS { ?d ?e ?f . ?g ?h ?i FILTER(?f = ?i) } }",
    "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?d = ?g) } }",
    "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
    "SELECT ?x { ?a ?b ?c . BIND(REPLACE(STR(?c), '', STR(?c)) AS ?x) . ?d ?e ?f . ?g ?h ?x }",
    "SELECT (REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac', '^(a|aa)+$') AS ?x) {}",
    "SELECT ?a { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(?c, '(.*a){20}') && REGEX(?f, '(x?){999}')) }",
    "SELECT (REGEX('x', '((((((((((x{1,99}){1,99}){1,99}){1,99}))))))))') AS ?x) {}",
    "SELECT ?x { VALUES ?a { 1 2 3 4 5 } VALUES ?b { 1 2 3 4 5 } ?s ?p ?o . ?t ?q ?r "
    "BIND(CONCAT(STR(?s), STR(?t), STR(?o), STR(?r)) AS ?x) } ORDER BY ?x",
    "CONSTRUCT { ?a ?e ?f . ?d ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f }",
    "DESCRIBE ?a ?d { ?a ?b ?c . ?d ?e ?f }",
    "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) = CONCAT(STR(?d), STR(?g))) }",
    "SELECT (SHA512(GROUP_CONCAT(STR(?o))) AS ?x) { ?s ?p ?o . ?t ?q ?r }",
)  # fmt: skip


def _generated_cypher() -> list[str]:
    return [
        "RETURN " + "(" * _DEEP + "1" + ")" * _DEEP,
        "RETURN " + "[" * _DEEP + "]" * _DEEP,
        "RETURN " + "NOT " * _DEEP + "true",
        "RETURN " + "1 + " * 5000 + "1",
        "RETURN " + " AND ".join(["true"] * 5000),
        "MATCH " + ", ".join(f"(n{i})" for i in range(60)) + " RETURN count(*)",
        "MATCH (a0)" + "".join(f"--(a{i})" for i in range(1, 60)) + " RETURN count(*)",
        " UNION ".join(["MATCH (a), (b) RETURN a.id + b.id AS x"] * 60),
        "RETURN " + "CASE WHEN true THEN " * 1500 + "1" + " END" * 1500,
        "CALL { " * 200 + "RETURN 1 AS x" + " } RETURN x" * 200,
    ]


def _generated_sparql() -> list[str]:
    return [
        "SELECT * " + "{" * _DEEP + "}" * _DEEP,
        "SELECT (" + "(" * _DEEP + "1" + ")" * _DEEP + " AS ?x) {}",
        "SELECT (" + "!" * _DEEP + "true AS ?x) {}",
        "SELECT (" + "1 + " * 5000 + "1 AS ?x) {}",
        "SELECT * { " + " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(60)) + " }",
        "SELECT * { " + " UNION ".join(["{ ?a ?b ?c . ?d ?e ?f }"] * 60) + " } ORDER BY ?a",
        "SELECT * { ?a " + "(" * 2000 + "<x:p>" + ")*" * 2000 + " ?b }",
        "SELECT * { " + "OPTIONAL { ?a ?b ?c " * 500 + "}" * 500 + " }",
    ]


def attacks() -> list[tuple[str, str]]:
    """Return language and text of each, those of one language together."""
    cypher = [*_CYPHER, *_generated_cypher()]
    sparql = [*_SPARQL, *_generated_sparql()]
    return [("cypher", text) for text in cypher] + [("sparql", text) for text in sparql]
