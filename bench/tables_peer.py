"""FollowTheMoney's mapping of the bench table; runs in an environment of its own.

    .cache/bench-env/bin/python bench/tables_peer.py TABLE.csv ROWS

Prints JSON: rows per second of its processor's time and of the clock, for mapping, for mapping to
entities written as JSON lines, for making the same entities of values declared clean, and for
mapping to statements written as CSV.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from followthemoney import model
from followthemoney.cli.util import write_entity
from followthemoney.proxy import EntityProxy
from followthemoney.statement import Statement

QUERY = {
    "csv_url": "file:///dev/null",
    "entities": {
        "company": {
            "schema": "Company",
            "keys": ["NIB"],
            "properties": {
                "name": {"column": "Nama"},
                "registrationNumber": {"column": "NIB"},
                "legalForm": {"column": "Bentuk"},
                "address": {"column": "Provinsi"},
            },
        },
        "licence": {
            "schema": "License",
            "keys": ["SIP3MI"],
            "properties": {
                "name": {"column": "SIP3MI"},
                "contractDate": {"column": "Terbit", "format": "%d/%m/%Y"},
            },
        },
        "holding": {
            "schema": "Ownership",
            "keys": ["NIB", "SIP3MI"],
            "properties": {"owner": {"entity": "company"}, "asset": {"entity": "licence"}},
        },
    },
}
"""The same seven facts per row as ``bench/tables.py`` maps."""


def rows_of(path: Path, count: int) -> Iterator[dict[str, str]]:
    """Yield the first rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from islice(csv.DictReader(file), count)


def mapped(path: Path, count: int) -> int:
    """Map as the peer's users do: every value is cleaned by its type."""
    mapping = model.make_mapping(QUERY, key_prefix="bench")
    return sum(len(mapping.map(row)) for row in rows_of(path, count))


def written(path: Path, count: int) -> int:
    """Map, and write entities as JSON lines: what the peer's own command ``map-csv`` does."""
    mapping = model.make_mapping(QUERY, key_prefix="bench")
    made = 0
    with TemporaryFile("wb") as out:
        for row in rows_of(path, count):
            for found in mapping.map(row).values():
                write_entity(out, found)
                made += 1
    return made


def cleaned(path: Path, count: int) -> int:
    """Make the same entities of values declared clean: nothing is checked."""
    made = 0
    for row in rows_of(path, count):
        company, licence = entity("Company", row["NIB"]), entity("License", row["SIP3MI"])
        company.add("name", row["Nama"], cleaned=True)
        company.add("registrationNumber", row["NIB"], cleaned=True)
        company.add("legalForm", row["Bentuk"], cleaned=True)
        company.add("address", row["Provinsi"], cleaned=True)
        licence.add("name", row["SIP3MI"], cleaned=True)
        day, month, year = row["Terbit"].split("/")
        licence.add("contractDate", f"{year}-{month}-{day}", cleaned=True)
        holding = entity("Ownership", row["NIB"] + row["SIP3MI"])
        holding.add("owner", company.id, cleaned=True)
        holding.add("asset", licence.id, cleaned=True)
        made += 3
    return made


def entity(schema: str, key: str) -> EntityProxy:
    """Return an entity with an id made from a key."""
    found = model.make_entity(schema, key_prefix="bench")
    found.make_id(key)
    return found


def stated(path: Path, count: int) -> int:
    """Map, and write statements as CSV: the peer's own form of claims, without an index."""
    mapping = model.make_mapping(QUERY, key_prefix="bench")
    made, writer = 0, None
    with TemporaryFile("w", newline="") as out:
        for row in rows_of(path, count):
            for found in mapping.map(row).values():
                for statement in Statement.from_entity(found, dataset="bench"):
                    values = statement.to_csv_row()
                    if writer is None:
                        writer = csv.DictWriter(out, values.keys())
                    writer.writerow(values)
                    made += 1
    return made


def main() -> None:
    """Measure and print."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    found: dict[str, float] = {}
    for step in (mapped, written, cleaned, stated):
        began, clock = time.process_time(), time.perf_counter()
        made = step(path, count)
        found[step.__name__] = count / (time.process_time() - began)
        found[f"{step.__name__}_clock"] = count / (time.perf_counter() - clock)
        found[f"{step.__name__}_made"] = made
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
