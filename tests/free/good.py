"""A hundred queries of ordinary work, half in each language; none of them may be refused.

Words that the gate listens for stand in harmless places on purpose.
"""

from __future__ import annotations

_CLASSES = (
    "Declaration", "MemorandumOfUnderstanding", "CooperationAgreement", "Commitment", "Raid",
    "Interception", "Arrest", "Repatriation", "LicenceAction", "PlacementCompany", "TaskForce",
    "LawEnforcementAgency",
)  # fmt: skip

_CYPHER = (
    "MATCH (n) RETURN count(n) AS nodes",
    "MATCH ()-[r]->() RETURN type(r) AS kind, count(*) AS n ORDER BY n DESC",
    "MATCH (n) RETURN DISTINCT labels(n) AS labels LIMIT 20",
    "MATCH (o:Organization {id: 'org:kp2mi'}) RETURN o",
    "MATCH (o {id: 'org:kp2mi'})-[r]-(x) RETURN type(r), x.class, count(*) ORDER BY count(*) DESC",
    "MATCH (d:Agreement)-[:HAS_PARTY]->(p) RETURN d.caption, collect(p.caption) AS parties LIMIT 9",
    "MATCH (d:Agreement)-[:HAS_PARTY]->(p) WITH p, count(d) AS n WHERE n > 2 RETURN p.caption, n",
    "MATCH (a)-[:HAS_PARTY]->(p)<-[:HAS_PARTY]-(b) WHERE a.id < b.id RETURN p.id, count(*) LIMIT 9",
    "MATCH (p:Person)-[s:HAS_LEGAL_STAGE]->(c:Case) RETURN c.id, count(DISTINCT p) AS people",
    "MATCH (e:Event)-[:CONDUCTED_BY]->(o) RETURN o.caption AS agency, count(*) AS n ORDER BY "
    "n DESC",
    "MATCH (e:Event) WHERE e.date >= '2025-01-01' RETURN e.id, e.date ORDER BY e.date LIMIT 25",
    "MATCH (e:Event) RETURN substring(e.date, 0, 4) AS year, count(*) AS n ORDER BY year",
    "MATCH (e:Event) WHERE e.caption CONTAINS 'PMI' RETURN e.caption AS set LIMIT 5",
    "MATCH (n) WHERE toLower(n.caption) STARTS WITH 'deklarasi' RETURN n.caption LIMIT 5",
    "MATCH (n) WHERE n.caption =~ '(?i).*batam.*' RETURN n.id, n.class LIMIT 10",
    "MATCH (n) WHERE n.id IN ['org:kp2mi', 'org:bp2mi'] RETURN n.caption",
    "MATCH (c:Count) RETURN c.countUnit AS unit, sum(c.countLower) AS total",
    "MATCH (c:Count)-[:CLAIMED_BY]->(w) RETURN w.caption, max(c.countUpper) AS most LIMIT 20",
    "MATCH (c:Count) WHERE c.countLower IS NOT NULL RETURN avg(c.countLower), "
    "percentileCont(c.countLower, 0.5)",
    "MATCH (r:Regency)-[:PART_OF]->(p:Province) RETURN p.caption, count(r) AS n ORDER BY n DESC",
    "MATCH (n:Province) OPTIONAL MATCH (n)<-[:COVERS_AREA]-(c:Count) RETURN n.caption, "
    "count(c) AS n",
    "MATCH p = shortestPath((a {id: 'org:kp2mi'})-[*..4]-(b {id: 'org:polda-riau'})) RETURN "
    "length(p)",
    "MATCH (a {id: 'org:kp2mi'})-[:HAS_PARTY*1..2]-(b) RETURN DISTINCT b.caption LIMIT 20",
    "MATCH (a:Organization)-[:UNIT_OF*1..3]->(top) RETURN a.id, top.id LIMIT 20",
    "MATCH (n:Person) RETURN n.caption AS name ORDER BY name SKIP 10 LIMIT 5",
    "UNWIND ['Raid', 'Arrest'] AS kind MATCH (n) WHERE n.class = kind RETURN kind, count(n)",
    "MATCH (n:Raid) RETURN n.id AS create, n.date AS delete LIMIT 2",
    "MATCH (n:Raid) RETURN {set: n.id, load: n.date, merge: 1} AS row LIMIT 2",
    "// who may CREATE what\nMATCH (n:Position) RETURN n.caption LIMIT 3",
    "MATCH (n) WHERE n.caption = 'DROP DATABASE; CREATE (x)' RETURN count(n)",
    "MATCH (n:Statement)-[:SPOKEN_BY]->(p) RETURN p.caption, count(*) AS said ORDER BY said "
    "DESC LIMIT 9",
    "MATCH (n) WHERE size(n.claims) > 20 RETURN n.id, size(n.claims) AS claims ORDER BY "
    "claims DESC",
    "MATCH (n) WHERE n.conflicts IS NOT NULL UNWIND n.conflicts AS c RETURN c, count(*) AS n",
    "MATCH (a)-[r]->(b) WHERE r.support >= 3 RETURN a.caption, type(r), b.caption LIMIT 20",
    "MATCH (a)-[r]->(b) RETURN CASE WHEN r.confidence > 0.9 THEN 'high' ELSE 'low' END AS c, "
    "count(*)",
    "MATCH (n:NewsArticle)-[:PUBLISHED_BY]->(m) RETURN m.caption, count(*) AS n ORDER BY n "
    "DESC LIMIT 9",
    "MATCH (n:PlacementCompany) WHERE EXISTS { (n)--(:LicenceAction) } RETURN n.caption",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "MATCH (n:Commitment) RETURN n.caption ORDER BY n.first_day DESC LIMIT 10",
)  # fmt: skip

_SPARQL = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY DESC(?n)",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 100)",
    "SELECT ?p ?o { id:org:kp2mi ?p ?o }", "DESCRIBE id:org:kp2mi",
    "ASK { id:org:kp2mi a lacak:Ministry }",
    "CONSTRUCT { ?a lacak:party ?p } WHERE { ?a lacak:party ?p } LIMIT 50",
    "SELECT ?a ?n { ?a a/rdfs:subClassOf* lacak:Agreement ; lacak:name ?n }",
    "SELECT ?p (GROUP_CONCAT(?n; separator=' | ') AS ?all) { ?a lacak:party ?p . ?a "
    "lacak:name ?n } GROUP BY ?p",
    "SELECT ?c ?lower { ?c lacak:countLower ?lower FILTER(?lower >= 100) } ORDER BY DESC(?lower)",
    "SELECT ?unit (SUM(?n) AS ?all) (AVG(?n) AS ?mean) { ?c lacak:countUnit ?unit ; "
    "lacak:countLower ?n } GROUP BY ?unit",
    "SELECT ?label { ?s rdfs:label ?label FILTER CONTAINS(LCASE(?label), 'batam') } LIMIT 10",
    "SELECT ?label { ?s rdfs:label ?label FILTER REGEX(?label, '^Deklarasi', 'i') } LIMIT 10",
    "SELECT ?e ?date { ?e lacak:date ?date FILTER(STR(?date) >= '2025') } ORDER BY ?date LIMIT 20",
    "SELECT ?year (COUNT(*) AS ?n) { ?e lacak:date ?d BIND(SUBSTR(STR(?d), 1, 4) AS ?year) } "
    "GROUP BY ?year",
    "SELECT ?a { ?a a lacak:Declaration MINUS { ?a lacak:party id:org:kp2mi } }",
    "SELECT ?a { ?a a lacak:Declaration FILTER NOT EXISTS { ?a lacak:date ?d } }",
    "SELECT ?a ?d { ?a a lacak:Declaration OPTIONAL { ?a lacak:date ?d } } LIMIT 20",
    "SELECT ?x { { ?x a lacak:Raid } UNION { ?x a lacak:Arrest } } LIMIT 20",
    "SELECT ?a ?b { VALUES ?a { id:org:kp2mi id:org:bp2mi } ?b lacak:party ?a } LIMIT 20",
    "SELECT ?r ?p { ?r lacak:isPartOf+ ?p } LIMIT 20",
    "SELECT ?x { ?x ^lacak:party/lacak:date ?d } LIMIT 5",
    "SELECT ?doc (COUNT(*) AS ?n) { GRAPH ?doc { ?claim rdf:subject id:org:kp2mi } } GROUP BY ?doc",
    "SELECT ?claim ?where { GRAPH ?g { ?claim rdf:subject id:org:kp2mi ; "
    "oa:hasTarget/meta:locator ?where } } LIMIT 9",
    "SELECT ?m ?l { ?m skos:prefLabel ?l FILTER(LANG(?l) = 'id') } LIMIT 20",
    "PREFIX ns: <https://w3id.org/lacak/ns#> SELECT * { ?s ns:initials ?i } LIMIT 5",
    "# FROM here on: SERVICE and LOAD in a comment\nSELECT * { ?s a lacak:Raid } LIMIT 1",
    "SELECT ?s { ?s rdfs:label 'INSERT DATA; DROP ALL; SERVICE <http://x/>' }",
    "SELECT ?from ?service ?load { ?from lacak:party ?service ; rdfs:label ?load } LIMIT 3",
    "SELECT ?p { ?s ?p <http://example.org/SERVICE/FROM/LOAD> }",
    "SELECT (COUNT(DISTINCT ?p) AS ?people) { ?stage lacak:stageOf ?p }",
    "SELECT ?c (COUNT(DISTINCT ?p) AS ?n) { ?s lacak:stageOf ?p ; lacak:stageIn ?c } GROUP BY ?c",
    "SELECT ?kind (COUNT(*) AS ?n) { ?o lacak:agencyKind ?kind } GROUP BY ?kind ORDER BY DESC(?n)",
    "SELECT ?who ?text { ?st lacak:speaker ?who ; lacak:statementText ?text } LIMIT 5",
    "SELECT ?x (IF(?n > 100, 'many', 'few') AS ?size) { ?x lacak:countLower ?n } LIMIT 10",
    "SELECT ?x (COALESCE(?u, ?l) AS ?most) { ?x lacak:countLower ?l OPTIONAL { ?x "
    "lacak:countUpper ?u } } LIMIT 9",
    "SELECT * { { SELECT ?p (COUNT(*) AS ?n) { ?a lacak:party ?p } GROUP BY ?p } FILTER(?n > 3) }",
    "SELECT DISTINCT ?pub { ?doc lacak:publisher ?pub } ORDER BY ?pub LIMIT 20",
    "SELECT ?s { ?s meta:support ?n FILTER(?n >= 5) } LIMIT 20",
)  # fmt: skip


def cypher() -> list[str]:
    """Return the Cypher queries."""
    return [
        *(f"MATCH (n:{name}) RETURN n.id AS id, n.caption AS name LIMIT 10" for name in _CLASSES),
        *_CYPHER,
    ]


def sparql() -> list[str]:
    """Return the SPARQL queries."""
    return [
        *(f"SELECT ?s ?l {{ ?s a lacak:{name} ; rdfs:label ?l }} LIMIT 10" for name in _CLASSES),
        *_SPARQL,
    ]
