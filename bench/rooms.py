"""Free queries in a locked room beside the same engines without a lock, and attacks on the room.

``python bench/rooms.py HOME [--attacks]``: a home that holds a published snapshot. Prints the
median time of each query on the locked path as a ratio to the unlocked one (the driver or the
library called directly, in this process, warm), and, with ``--attacks``, by how much each
attack overran its limit, and whether good queries were answered after it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.rooms.limits import Limits  # noqa: E402 - after the path to it
from tests.free.attacks import attacks  # noqa: E402 - as above
from tests.free.places import Place, place, unlocked  # noqa: E402 - as above

ROUNDS = 25
GOOD = {
    "cypher": (
        "MATCH (n:Organization {id: 'org:kp2mi'}) RETURN n.caption",
        "MATCH (d:Agreement)-[:HAS_PARTY]->(p) RETURN p.id, count(*) AS n ORDER BY n DESC LIMIT 20",
        "MATCH (e:Event)-[:CONDUCTED_BY]->(o) RETURN o.id, e.class, count(*) AS n",
        "MATCH (n) RETURN n.class, count(*) AS n",
    ),
    "sparql": (
        "SELECT ?n { id:org:kp2mi lacak:alias ?n }",
        "SELECT ?p (COUNT(*) AS ?n) { ?a lacak:party ?p } GROUP BY ?p ORDER BY DESC(?n) LIMIT 20",
        "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    ),
}


def median_ms(work: Callable[[], object]) -> float:
    """Return the median duration of some rounds, in milliseconds, after two to warm up."""
    took = []
    for _ in range(ROUNDS + 2):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return 1000 * statistics.median(took[2:])


def overhead(room: Place) -> None:
    """Print every good query locked and unlocked, and the ratio."""
    import neo4j
    import pyoxigraph as ox

    from graph.engines import runtime
    from graph.export.terms import PREFIXES

    store = ox.Store.read_only(str(room.sparql_folder / "rdf"))
    print(f"{'':8} {'locked ms':>10} {'unlocked ms':>12} {'ratio':>7}")
    with tempfile.TemporaryDirectory(prefix="lacak-bench-") as scratch:
        databases = room.cypher_folder / "databases"
        with (
            unlocked(databases, Path(scratch) / "open") as server,
            neo4j.GraphDatabase.driver(server.bolt_url, auth=(server.user, server.password)) as d,
            d.session(database=runtime.DATABASE) as session,
        ):
            bare = {
                "cypher": lambda text: list(session.run(text)),
                "sparql": lambda text: list(store.query(text, prefixes=dict(PREFIXES))),
            }
            for language, texts in GOOD.items():
                ask = partial(getattr(room.rooms, language), room.snapshot)
                locked = [median_ms(partial(ask, text)) for text in texts]
                free = [median_ms(partial(bare[language], text)) for text in texts]
                for text, a, b in zip(texts, locked, free, strict=True):
                    print(f"{language:8} {a:10.1f} {b:12.1f} {a / b:7.1f}  {text[:60]}")
                a, b = statistics.median(locked), statistics.median(free)
                print(f"{language:8} {a:10.1f} {b:12.1f} {a / b:7.1f}  p50 of all")


def hold(room: Place, seconds: float) -> None:
    """Print what attacks used beyond their limit, and whether good queries go on."""
    overrun, silent = [], 0
    for language, text in attacks():
        started = time.monotonic()
        room.ask(language, text, limits=Limits(seconds=seconds))
        overrun.append((time.monotonic() - started - seconds, language, text[:70]))
        silent += "FreeAnswer" not in room.ask("cypher", "MATCH (n) RETURN count(n) AS n")
    print(f"{len(overrun)} attacks, limit {seconds:g} s; good queries unanswered after: {silent}")
    for late, language, text in sorted(overrun, reverse=True)[:5]:
        print(f"  {late:+6.2f} s  {language}  {text}")


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--attacks", action="store_true", help="Run every attack too.")
    parser.add_argument("--seconds", type=float, default=2.0, help="Limit of an attack.")
    given = parser.parse_args()
    with place(given.home) as room:
        overhead(room)
        if given.attacks:
            hold(room, given.seconds)


if __name__ == "__main__":
    main()
