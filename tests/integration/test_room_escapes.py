"""Nothing that a query says reads, changes, makes or reaches anything outside its room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.free import escapes
from tests.free.canaries import SECRET, Canaries, canaries
from tests.free.places import bolt, sql, unlocked

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def birds(tmp_path_factory) -> Iterator[Canaries]:
    with canaries(tmp_path_factory.mktemp("canaries")) as made:
        yield made


def _tree(*folders: Path) -> dict[str, tuple[int, int]]:
    files = (f for folder in folders for f in folder.rglob("*") if f.is_file())
    return {str(f): (f.stat().st_mtime_ns, f.stat().st_size) for f in files}


def _run(birds: Canaries, statements: list[str], ask, enough: int = 999) -> dict[str, list[str]]:
    """Ask one by one until enough did something; return what each did to the canaries."""
    birds.tripped()
    found = {}
    for statement in statements:
        told = ask(birds.filled(statement))
        did = birds.tripped() + (["told the secret"] if SECRET in told else [])
        if did:
            found[statement] = did
        if len(found) == enough:
            break
    return found


def test_there_are_enough_of_them_and_no_two_are_alike():
    asked = escapes.cypher() + escapes.sparql()
    assert len(asked) >= 150
    assert len(set(asked)) == len(asked)


def test_cypher_in_the_room_touches_nothing(room, birds):
    kept = (room.cypher_folder / "config", room.cypher_folder / "databases", room.snapshot.folder)
    before = _tree(*kept)
    parameters = {"url": birds.filled("{url}")}
    assert not _run(birds, escapes.cypher(), lambda q: room.ask("cypher", q, parameters))
    assert _tree(*kept) == before


def test_sparql_in_the_room_touches_nothing(room, birds):
    kept = (room.sparql_folder, room.snapshot.folder)
    before = _tree(*kept)
    assert not _run(birds, escapes.sparql(), lambda q: room.ask("sparql", q))
    assert _tree(*kept) == before


def test_sql_that_reached_the_room_would_touch_nothing(room, birds):
    """No door leads there, but a hole in the engine's Cypher might."""
    kept = (room.cypher_folder / "config", room.cypher_folder / "databases", room.snapshot.folder)
    before = _tree(*kept)
    assert '"ok":1' in sql(room.server, "SELECT 1 AS ok"), "the door must be open to be tested"
    assert not _run(birds, escapes.sql(), lambda q: sql(room.server, q))
    assert _tree(*kept) == before


def test_the_room_still_answers(room):
    assert "FreeAnswer" in room.ask("cypher", "MATCH (n) RETURN count(n) AS n")
    assert "FreeAnswer" in room.ask("sparql", "SELECT (count(*) AS ?n) { ?s ?p ?o }")


def test_the_same_statements_without_a_lock_get_out(room, birds, tmp_path):
    """Otherwise the canaries would prove nothing. Some of each language are enough."""
    parameters = {"url": birds.filled("{url}")}
    databases = room.cypher_folder / "databases"
    with unlocked(databases, tmp_path / "unlocked") as server:
        found = _run(birds, escapes.cypher(), lambda q: bolt(server, q, parameters), 6)
        found |= _run(birds, escapes.sql(), lambda q: sql(server, q), 2)
    found |= _run(birds, escapes.sparql()[::3], _sparql_unlocked, 6)
    assert len(found) >= 8, found
    kinds = {what for did in found.values() for what in did}
    assert "connection" in kinds
    assert "told the secret" in kinds


def _sparql_unlocked(text: str) -> str:
    """Ask pyoxigraph and rdflib as one would without thinking: query, then update."""
    import pyoxigraph as ox
    import rdflib

    store = ox.Store()
    told = []
    for how in (store.query, store.update):
        try:
            told.append(str(list(how(text) or [])))
        except (SyntaxError, ValueError, RuntimeError, OSError, TypeError) as error:
            told.append(str(error))
    try:
        told.append(str(list(rdflib.Dataset(default_union=True).query(text))))
    except Exception as error:  # noqa: BLE001 - rdflib raises whatever its parsers and sockets do
        told.append(str(error))
    return " ".join(told)


def test_a_callers_word_is_refused_before_a_room_is_opened(room):
    """The gate's messages; the lock is tested above."""
    from graph.rooms.errors import QueryRefusedError

    with pytest.raises(QueryRefusedError, match="LOAD is not available"):
        room.rooms.cypher(room.snapshot, "LOAD CSV FROM 'file:///x' AS r RETURN r")
    with pytest.raises(QueryRefusedError, match="SERVICE is not available") as caught:
        room.rooms.sparql(room.snapshot, "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")
    assert "tidak tersedia" in caught.value.text.id


def test_the_room_does_not_know_its_own_password(room):
    """What an engine cannot read, no query can tell."""
    for name in ("password", "server.json", "server.log"):
        told = room.ask(
            "cypher", f"LOAD CSV FROM 'file://{room.cypher_folder / name}' AS r RETURN r"
        )
        assert "FreeAnswer" not in told
