"""Check every Cypher text of the project with Neo4j's own parser.

The catalogue, the texts of the Bolt engine, and the schema go through the package
``@neo4j-cypher/language-support`` (a development check; it needs Node 18 and is installed
into ``tools/cypher-lint/node_modules`` when first run). Exit status 1 means findings, 2
that the check could not run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from graph.catalogue.query import load_catalogue
from graph.catalogue.terms import uses
from graph.catalogue.tokens import tokens
from graph.ddl import relationship_types, schema_statements
from graph.dialect import NEO4J
from graph.engines import reading, writing
from ontology.model import Ontology, load

FOLDER = Path(__file__).parent / "cypher-lint"


class Text(TypedDict):
    """One Cypher text, and the parameters that it is given."""

    name: str
    text: str
    parameters: list[str]


class Finding(TypedDict):
    """What the parser objects to."""

    name: str
    line: int
    message: str


def texts(ontology: Ontology) -> Iterator[Text]:
    """Yield every Cypher text that the project sends to a server."""
    for query in load_catalogue().values():
        yield _text(f"graph/catalogue/{query.name}.cypher", query.text)
    for name, text in (*reading.TEXTS.items(), *writing.texts(ontology).items()):
        yield _text(name, text)
    # One of each form; the rest differ in a name.
    forms = {text.split("(")[0].split()[1]: text for text in schema_statements(ontology, NEO4J)}
    for form, text in forms.items():
        yield _text(f"schema: {form.lower()}", text)


def _text(name: str, text: str) -> Text:
    parameters = {token.text for token in tokens(text) if token.kind == "parameter"}
    return Text(name=name, text=text, parameters=sorted(parameters))


def lint(given: list[Text], ontology: Ontology) -> list[Finding]:
    """Return what Neo4j's parser objects to.

    Raises:
        CalledProcessError: Node or npm failed; its standard error is the terminal's.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise FileNotFoundError("node and npm")
    if not (FOLDER / "node_modules").exists():
        subprocess.run(  # noqa: S603 - npm as found, on our own folder
            [npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER, check=True
        )
    request = {
        "labels": list(ontology.classes),
        "relationshipTypes": list(relationship_types(ontology)),
        # The catalogue's own linter knows which of these are properties.
        "propertyKeys": sorted({use.name for t in given for use in uses(tokens(t["text"]))}),
        "texts": given,
    }
    done = subprocess.run(  # noqa: S603 - node as found, on our own script
        [node, "lint.mjs"],
        input=json.dumps(request),
        stdout=subprocess.PIPE,
        cwd=FOLDER,
        check=True,
        text=True,
    )
    findings: list[Finding] = json.loads(done.stdout)
    return findings


def main() -> int:
    """Print findings, one a line, and return the exit status."""
    ontology = load()
    given = list(texts(ontology))
    try:
        findings = lint(given, ontology)
    except FileNotFoundError as missing:
        sys.stderr.write(f"lint-cypher cannot run: {missing} not found. Install Node 18.\n")
        return 2
    for finding in findings:
        sys.stdout.write(f"{finding['name']}:{finding['line']}: {finding['message']}\n")
    sys.stdout.write(f"{len(given)} Cypher texts, {len(findings)} findings.\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
