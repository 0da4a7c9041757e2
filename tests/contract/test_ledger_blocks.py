"""Claims kept as columns are the same claims, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from graph.ledger.backup import backup, restore, verify
from graph.ledger.blocks import Block, Shape, Template
from graph.ledger.ledger import Ledger, open_ledger
from ontology.claim import TYPE, Claim
from tests.claims import claim, digest_of, document, entity, sqlite

KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))
FRAME = pl.DataFrame(
    {
        "0": ["3", "1", "2", None],
        "1": ["PT Tiga", "PT Satu", None, "PT Tanpa Nomor"],
        "2": ["region:21", "region:53", "region:21", "region:21"],
        "3": ["Kepri", None, "KEPRI", None],
    }
)


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    is_served = request.param == "postgresql"
    url = str(request.getfixturevalue("postgresql")) if is_served else None
    opened = open_ledger(url or f"sqlite:///{tmp_path / 'ledger.db'}")
    yield opened
    opened.close()


def template(prop: str, value: tuple[str | int, ...], *, is_entity: bool = False) -> Template:
    original = (3,) if is_entity else None
    return Template(("nib:", 0), prop, value, ("NIB=", 0), original, "stated", is_entity)


def block(frame: pl.DataFrame = FRAME) -> Block:
    templates = (
        template(TYPE, ("PlacementCompany",)),
        template("name", (1,)),
        template("locatedIn", (2,), is_entity=True),
    )
    return Block(Shape("doc:a", "table@1", "clear", 2, templates), frame)


def claims() -> list[Claim]:
    """Return what the block stands for."""
    found = []
    for key, name, region, original in FRAME.rows():
        subject, shared = f"nib:{key}", {"locator": f"NIB={key}", "method": "table@1"}
        if key is not None:
            found.append(claim(subject, TYPE, "PlacementCompany", **shared))
            found += [claim(subject, "name", name, **shared)] * (name is not None)
            found.append(claim(subject, "locatedIn", region, original=original, **shared))
    return found


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    """The same claims in rows."""
    made = around(sqlite(tmp_path, "rows.db"))
    made.add_claims(claims())
    yield made
    made.close()


def around(ledger: Ledger) -> Ledger:
    """Add what is around the block: its document, a region, a company between its companies."""
    ledger.add_document(document())
    ledger.add_claims(entity("region:21", "Province", name="Kepulauan Riau"))
    ledger.add_claims(entity("region:53", "Province", name="Nusa Tenggara Timur"))
    ledger.add_claims(entity("nib:15", "PlacementCompany", name="PT Lima Belas"))
    return ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    around(ledger).add_block(block())
    return ledger


def bare(stored) -> list[tuple[str, Claim]]:
    return [(s.id, s.claim) for s in stored]


def test_claims_come_in_order_of_subject_and_id(filled, other):
    assert bare(filled.claims()) == bare(other.claims())
    assert filled.counts() == other.counts()
    assert digest_of(filled) == digest_of(other)


def test_each_way_of_asking_finds_them(filled, other):
    def ordered(stored):
        return sorted(bare(stored), key=lambda pair: (pair[1].subject, pair[0]))

    ids = [s.id for s in other.claims()]
    for asked in (["nib:1", "nib:2", "nib:15"], ["region:21"], ["nib:3"], ["nobody:1"], []):
        assert ordered(filled.claims_of(asked)) == ordered(other.claims_of(asked))
        assert ordered(filled.claims_about(asked)) == ordered(other.claims_about(asked))
    assert ordered(filled.claims_by_id(ids[::2])) == ordered(other.claims_by_id(ids[::2]))
    assert filled.known_ids([*ids, "unknown"]) == set(ids)
    assert sorted(filled.classes()) == sorted(other.classes())


def test_what_a_block_holds_is_not_taken_again(filled):
    before = filled.counts()
    assert filled.add_claims(claims()).added == 0
    assert not any(filled.add_each(claims()))
    new = claim("nib:1", "name", "PT Satu Lagi", locator="NIB=1", method="table@1")
    assert filled.add_each([*claims()[:2], new]) == [False, False, True]
    assert filled.counts()["claims"] == before["claims"] + 1


def test_a_block_is_known_by_its_content(filled):
    state = filled.state()
    assert filled.has_block(block().id)
    assert not filled.has_block(block(FRAME.reverse()).id)
    assert filled.add_block(block(FRAME.head(1))) == 3
    assert filled.state() != state


def test_a_block_is_of_its_time(filled):
    first = [s.recorded for s in filled.claims_of(["nib:1"])]
    assert len(set(first)) == 1
    day_before = "2000-01-01"
    assert list(filled.claims(day_before)) == []
    assert list(filled.classes(day_before)) == []
    assert bare(filled.claims(first[0])) == bare(filled.claims())


@pytest.mark.parametrize("statement", ["UPDATE blocks SET claims = 0", "DELETE FROM blocks"])
def test_the_database_itself_refuses_to_change_a_block(filled, statement):
    with pytest.raises(DBAPIError, match="append-only"), filled.engine.begin() as connection:
        connection.execute(text(statement))


def test_a_ledger_made_before_blocks_gets_their_table(tmp_path):
    opened = around(sqlite(tmp_path, "old.db"))
    with opened.engine.begin() as connection:
        connection.execute(text("DROP TABLE blocks"))
        connection.execute(text("UPDATE meta SET value = '1'"))
    opened.close()
    again = sqlite(tmp_path, "old.db")
    assert again.add_block(block()) == 8
    with pytest.raises(DBAPIError, match="append-only"), again.engine.begin() as connection:
        connection.execute(text("DELETE FROM blocks"))
    again.close()


def test_a_backup_holds_blocks(filled, other, tmp_path):
    counts = backup(filled, tmp_path / "a.gz")
    assert counts == filled.counts() == verify(tmp_path / "a.gz")
    restored = sqlite(tmp_path, "restored.db")
    assert restore(restored, tmp_path / "a.gz") == counts
    assert list(restored.claims()) == list(filled.claims())
    backup(restored, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    restored.close()


def test_examples_are_one_claim_of_each_kind(filled):
    assert [c.property for c in block().examples()] == [TYPE, "name", "locatedIn"]
    assert [c.property for c in block(FRAME.slice(2)).examples()] == [TYPE, "locatedIn"]
    assert block().size == len(claims()) == 8
