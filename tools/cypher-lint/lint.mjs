// Reads {labels, relationshipTypes, propertyKeys, texts: [{name, text, parameters}]} as JSON
// from standard input, checks each text as Cypher 5 with Neo4j's own parser and semantic
// analysis, and prints a JSON list of {name, line, message}.
import { readFileSync } from "node:fs";
import { lintCypherQuery, testData } from "@neo4j-cypher/language-support";

const request = JSON.parse(readFileSync(0, "utf8"));
const schema = {
  // The built-in functions and procedures of a Neo4j server, as the package lists them.
  ...testData.mockSchema,
  defaultLanguage: "CYPHER 5",
  labels: request.labels,
  relationshipTypes: request.relationshipTypes,
  propertyKeys: request.propertyKeys,
};

const found = request.texts.flatMap(({ name, text, parameters }) => {
  const declared = Object.fromEntries(parameters.map((parameter) => [parameter, null]));
  const { diagnostics } = lintCypherQuery(text, { ...schema, parameters: declared });
  return diagnostics.map(({ range, message }) => ({ name, line: range.start.line + 1, message }));
});
process.stdout.write(JSON.stringify(found));
