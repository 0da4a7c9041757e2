"""What every ledger promises, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from graph.errors import LedgerError, SchemaVersionError
from graph.ledger import migrations, schema
from graph.ledger.backup import backup, restore, verify
from graph.ledger.ledger import BATCH, Appended, Ledger, open_ledger
from ontology.claim import Claim
from tests.claims import claim, decision, digest_of, document, entity, sqlite

KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql"))
    return f"sqlite:///{tmp_path / 'ledger.db'}"


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    opened = open_ledger(url)
    yield opened
    opened.close()


def many(count: int, prefix: str = "p") -> list[Claim]:
    return [claim(f"person:{prefix}{i:06}", "name", f"Name {i}") for i in range(count)]


def fill(ledger: Ledger) -> Ledger:
    ledger.add_document(document(text="Teks 🛶", publisher="Antara"))
    ledger.add_document(document("doc:b"))
    ledger.add_claims(entity("person:a", "Person", name=["Ani", "Anie"], residence="region:21"))
    ledger.add_claims(entity("person:b", "Person", "doc:b", name="Ani W."))
    ledger.add_claims(entity("region:21", "Province", name="Kepulauan Riau"))
    return ledger


# -- append-only -----------------------------------------------------------------------


@pytest.mark.parametrize("table", ["documents", "claims", "decisions"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET recorded = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_remove(
    ledger: Ledger, table: str, statement: str
) -> None:
    fill(ledger).decide("same", "person:a", "person:b", "ani", "one number")
    before = ledger.counts()
    with pytest.raises(DBAPIError, match="append-only"), ledger.engine.begin() as connection:
        connection.execute(text(statement.format(table)))
    assert ledger.counts() == before


# -- idempotence -----------------------------------------------------------------------


def test_loading_twice_changes_nothing(ledger: Ledger) -> None:
    fill(ledger)
    counts, digest, state = ledger.counts(), digest_of(ledger), ledger.state()
    fill(ledger)
    assert (ledger.counts(), digest_of(ledger), ledger.state()) == (counts, digest, state)


def test_an_append_says_what_was_new(ledger: Ledger) -> None:
    claims = many(BATCH + 10)
    assert ledger.add_claims(claims[:20]) == Appended(20, 0)
    assert ledger.add_claims(iter(claims)) == Appended(BATCH - 10, 20)
    assert ledger.add_claims(claims) == Appended(0, BATCH + 10)
    assert ledger.add_claims([]) == Appended(0, 0)


def test_each_claim_is_told_whether_it_is_new(ledger: Ledger) -> None:
    one, two, three = many(3)
    assert ledger.add_each([one, two, one]) == [True, True, False]
    assert ledger.add_each([three, two]) == [True, False]
    assert ledger.add_each([]) == []
    assert ledger.counts()["claims"] == 3


def test_the_state_changes_with_every_kind_of_row(ledger: Ledger) -> None:
    seen = {ledger.state()}
    ledger.add_document(document())
    seen.add(ledger.state())
    ledger.add_claims(many(1))
    seen.add(ledger.state())
    ledger.decide("unsure", "person:a", "person:b", "ani", "?")
    seen.add(ledger.state())
    assert len(seen) == 4


def test_another_ledger_with_as_many_rows_has_another_state(ledger: Ledger, tmp_path: Path) -> None:
    other = sqlite(tmp_path, "other.db")
    for one, name in ((ledger, "Ani"), (other, "Budi")):
        one.add_document(document())
        one.add_claims([claim("person:a", "name", name)])
    assert ledger.counts() == other.counts()
    assert ledger.state() != other.state()
    other.close()


def test_a_document_comes_once_and_may_not_contradict_itself(ledger: Ledger) -> None:
    assert ledger.add_document(document())
    assert not ledger.add_document(document())
    with pytest.raises(LedgerError, match="title"):
        ledger.add_document(document(title="Another"))
    assert ledger.counts()["documents"] == 1


def test_of_many_documents_all_or_none_are_appended(ledger: Ledger) -> None:
    many_documents = [document(f"doc:{n}") for n in range(1100)]
    assert ledger.add_documents(many_documents[:600]) == 600
    assert ledger.add_documents([*many_documents, many_documents[3]]) == 500
    with pytest.raises(LedgerError, match="doc:7"):
        ledger.add_documents([document("doc:new"), document("doc:7", title="Another")])
    assert ledger.document("doc:new") is None
    assert ledger.add_documents([]) == 0


# -- reading ---------------------------------------------------------------------------


def test_claims_come_back_as_they_went_in_ordered_by_subject_and_id(ledger: Ledger) -> None:
    given = claim(
        "person:z",
        "residence",
        "region:21",
        attributed_to=("org:a", "person:b"),
        quote="Batam 🛶",
        start=2,
        end=9,
        valid="2025-08/..",
        confidence=0.1,
        is_draft=True,
    )
    ledger.add_claims([given, *reversed(many(BATCH + 1))])
    found = list(ledger.claims())
    assert found[-1].claim == given
    assert [(s.claim.subject, s.id) for s in found] == sorted(
        (s.claim.subject, s.id) for s in found
    )
    assert len(found) == BATCH + 2
    assert all(s.id == s.claim.id for s in found)


def test_claims_are_found_by_subject_by_reference_and_by_id(ledger: Ledger) -> None:
    fill(ledger)
    assert {s.claim.property for s in ledger.claims_of(["person:a"])} == {
        "type",
        "name",
        "residence",
    }
    (about,) = ledger.claims_about(["region:21"])
    assert about.claim.subject == "person:a"
    # A name that happens to look like an id is no reference.
    ledger.add_claims([claim("person:c", "name", "region:21")])
    assert len(ledger.claims_about(["region:21"])) == 1
    assert [s.id for s in ledger.claims_by_id([about.id, "0" * 32])] == [about.id]
    assert ledger.known_ids([about.id, "0" * 32]) == {about.id}
    assert ledger.claims_of([]) == []


def test_more_keys_than_a_statement_takes_are_asked_in_parts(ledger: Ledger) -> None:
    claims = many(1203)
    ledger.add_claims(claims)
    assert ledger.known_ids([c.id for c in claims]) == {c.id for c in claims}
    assert len(ledger.claims_of([c.subject for c in claims])) == 1203


def test_documents_stream_without_their_text(ledger: Ledger) -> None:
    fill(ledger)
    assert [(d.id, d.text) for d in ledger.documents()] == [("doc:a", None), ("doc:b", None)]
    whole = ledger.document("doc:a")
    assert whole is not None
    assert whole.text == "Teks 🛶"
    assert ledger.document("doc:none") is None


def test_one_reading_is_of_one_moment(ledger: Ledger) -> None:
    fill(ledger)
    query = text("SELECT count(*) FROM claims")
    with ledger.reading() as connection:
        before = connection.execute(query).scalar()
        ledger.add_claims(many(5))
        assert connection.execute(query).scalar() == before
    assert ledger.counts()["claims"] == int(before or 0) + 5


def test_a_thread_reads_one_moment_as_long_as_it_asks_for(ledger: Ledger) -> None:
    fill(ledger)
    before, claims = ledger.state(), list(ledger.claims())
    with ledger.standing_still(), ledger.standing_still():
        assert ledger.state() == before
        streamed = ledger.claims()
        first = next(streamed)
        ledger.add_claims(many(5))
        ledger.add_document(document("doc:c"))
        assert [first, *streamed] == list(ledger.claims()) == claims
        assert "doc:c" not in {d.id for d in ledger.documents()}
        elsewhere: list[str] = []
        thread = threading.Thread(target=lambda: elsewhere.append(ledger.state()))
        thread.start()
        thread.join()
        assert ledger.state() == before not in elsewhere
    assert [ledger.state()] == elsewhere


def test_a_failed_append_leaves_nothing(ledger: Ledger) -> None:
    broken = claim("person:a", "name", "x", credibility=None)
    with pytest.raises(LedgerError, match="could not be written"):
        ledger.add_claims([*many(3), broken])
    assert ledger.counts()["claims"] == 0


# -- as of -----------------------------------------------------------------------------


def test_a_view_as_of_a_time_shows_what_was_recorded_until_then(ledger: Ledger) -> None:
    fill(ledger)
    before, digest = list(ledger.claims())[-1].recorded, digest_of(ledger)
    ledger.add_document(document("doc:late"))
    ledger.add_claims(entity("person:late", "Person", "doc:late", name="Late"))
    taken = ledger.decide("same", "person:a", "person:b", "ani", "one number")
    assert digest_of(ledger) != digest
    assert digest_of(ledger, before) == digest
    assert [d.id for d in ledger.decisions()] == [taken.id]
    assert ledger.decisions(before) == []
    assert digest_of(ledger, taken.recorded) == digest_of(ledger)
    assert list(ledger.claims("2001-01-01")) == []


def test_a_time_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="Expected a time"):
        list(ledger.claims("last week"))


# -- several at once -------------------------------------------------------------------


def test_two_writers_at_once_lose_and_double_nothing(url: str, ledger: Ledger) -> None:
    shared, failures = many(600, "shared"), []

    def write(own: str) -> None:
        other = open_ledger(url)
        try:
            other.add_document(document())
            for start in range(0, 600, 60):
                part = shared[start : start + 60]
                other.add_each([*part, *many(20, f"{own}{start}x")])
        except LedgerError as error:
            failures.append(error)
        finally:
            other.close()

    writers = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failures
    assert ledger.counts() == {"documents": 1, "claims": 600 + 3 * 200, "decisions": 0}


def test_several_may_open_a_new_ledger_at_once(url: str) -> None:
    failures: list[Exception] = []
    together = threading.Barrier(8)

    def begin() -> None:
        together.wait()
        try:
            open_ledger(url).close()
        # Whatever it is must reach the assertion below.
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    openers = [threading.Thread(target=begin) for _ in range(together.parties)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert failures == []
    opened = open_ledger(url)
    assert opened.counts()["claims"] == 0
    opened.close()


# -- versions --------------------------------------------------------------------------


def set_version(ledger: Ledger, version: int) -> None:
    with ledger.engine.begin() as connection:
        connection.execute(schema.meta.update().values(value=str(version)))


def test_an_older_ledger_is_migrated_step_by_step(ledger: Ledger) -> None:
    fill(ledger)
    set_version(ledger, schema.VERSION - 2)
    done: list[int] = []

    def step(connection: Connection) -> None:
        done.append(migrations.version_of(connection))
        connection.execute(text(f"ALTER TABLE decisions ADD COLUMN extra{len(done)} TEXT"))

    with ledger.appending() as connection:
        migrations.migrate(connection, dict.fromkeys(range(-5, schema.VERSION), step))
        assert migrations.version_of(connection) == schema.VERSION
    assert done == [schema.VERSION - 2, schema.VERSION - 1]
    assert ledger.counts()["claims"] > 0


def test_a_step_that_fails_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    set_version(ledger, schema.VERSION - 1)

    def step(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (a TEXT)"))
        connection.execute(text("SELECT * FROM nowhere"))

    with pytest.raises(LedgerError), ledger.appending() as connection:
        migrations.migrate(connection, {schema.VERSION - 1: step})
    with ledger.reading() as connection:
        assert migrations.version_of(connection) == schema.VERSION - 1
        assert not ledger.engine.dialect.has_table(connection, "half")


def test_a_missing_step_is_named(ledger: Ledger) -> None:
    set_version(ledger, 0)
    with pytest.raises(SchemaVersionError, match="version 0"):
        open_ledger(ledger.engine.url.render_as_string(hide_password=False))


def test_a_ledger_from_the_future_is_refused(ledger: Ledger) -> None:
    set_version(ledger, schema.VERSION + 1)
    with pytest.raises(SchemaVersionError, match="newer Lacak"):
        open_ledger(ledger.engine.url.render_as_string(hide_password=False))


def test_a_database_that_is_no_ledger_is_refused(ledger: Ledger) -> None:
    with ledger.engine.begin() as connection:
        connection.execute(text("DROP TABLE meta"))
    with pytest.raises(SchemaVersionError, match="not a ledger"):
        open_ledger(ledger.engine.url.render_as_string(hide_password=False))


# -- backup ----------------------------------------------------------------------------


def test_a_backup_restores_into_the_other_database(ledger: Ledger, tmp_path: Path) -> None:
    taken = fill(ledger).decide("same", "person:a", "person:b", "ani", "one number")
    ledger.decide("undo", taken.id, "", "ani", "two numbers")
    counts = backup(ledger, tmp_path / "a.gz")
    assert counts == ledger.counts() == verify(tmp_path / "a.gz")
    other = sqlite(tmp_path, "other.db")
    assert restore(other, tmp_path / "a.gz") == counts
    assert list(other.claims()) == list(ledger.claims())
    assert other.decisions() == ledger.decisions()
    assert other.document("doc:a") == ledger.document("doc:a")
    assert digest_of(other) == digest_of(ledger)
    backup(other, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    other.close()


def test_a_backup_of_sqlite_restores_here(ledger: Ledger, tmp_path: Path) -> None:
    other = fill(sqlite(tmp_path, "other.db"))
    backup(other, tmp_path / "a.gz")
    restore(ledger, tmp_path / "a.gz")
    assert digest_of(ledger) == digest_of(other)
    ledger.add_claims(many(3))
    assert ledger.counts()["claims"] == other.counts()["claims"] + 3
    other.close()


def test_a_ledger_with_anything_in_it_is_not_restored_over(ledger: Ledger, tmp_path: Path) -> None:
    backup(fill(ledger), tmp_path / "a.gz")
    with pytest.raises(LedgerError, match="empty ledger"):
        restore(ledger, tmp_path / "a.gz")


def test_decisions_come_back_in_the_order_they_were_taken(ledger: Ledger) -> None:
    taken = [ledger.decide("same", f"person:{i}", "person:z", "ani", "because") for i in range(20)]
    assert ledger.decisions() == taken
    assert decision("same", "a:a").kind == taken[0].kind
