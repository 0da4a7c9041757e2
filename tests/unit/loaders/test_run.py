from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders.run
from graph.errors import LedgerError
from graph.ledger.ledger import Ledger
from loaders.model import Item, LoadReport, Place, Refusal, Row
from loaders.run import run
from ontology.claim import Claim
from tests.claims import claim, document, sqlite


class Given:
    name = "given"

    def __init__(self, *items: Item) -> None:
        self._items = items

    def items(self) -> Iterator[Item]:
        yield from self._items

    def size(self) -> int | None:
        return None


def row(*claims: Claim, line: int = 1) -> Row:
    return Row(Place("a.csv", line), claims)


ANI = claim("person:a", "name", "Ani")
AGE = claim("person:a", "age", "41")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = sqlite(tmp_path)
    yield opened
    opened.close()


def fates(report: LoadReport) -> tuple[int, int, int, int]:
    assert report.rows == report.accepted + report.duplicates + report.quarantined
    return report.rows, report.accepted, report.duplicates, report.quarantined


def test_every_row_ends_in_one_of_three_ways(ledger: Ledger) -> None:
    refused = Refusal(Place("a.csv", 3), "no name", "x;y")
    bad = row(claim("person:a", "age", "old"), ANI, line=4)
    items = (document(), row(ANI), row(ANI, line=2), refused, bad, row(AGE, line=5), row(line=6))
    report = run(Given(*items), ledger)
    assert fates(report) == (6, 2, 2, 2)
    assert (report.documents, report.claims) == (1, 2)
    assert [r.place.line for r in report.refusals] == [3, 4]
    assert "whole number" in report.refusals[1].reason
    assert report.refusals[1].raw == "person:a age old; person:a name Ani"


def test_a_row_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    run(Given(document(), row(ANI, claim("person:a", "shoeSize", "41"))), ledger)
    assert ledger.counts()["claims"] == 0


def test_a_row_with_anything_new_is_accepted(ledger: Ledger) -> None:
    run(Given(document(), row(ANI)), ledger)
    report = run(Given(document(), row(ANI, AGE)), ledger)
    assert fates(report) == (1, 1, 0, 0)
    assert (report.documents, report.claims) == (0, 1)


def test_spellings_of_one_value_are_one_claim(ledger: Ledger) -> None:
    spelt = claim("person:a", "name", "  Ani ")
    report = run(Given(document(), row(ANI), row(spelt)), ledger)
    assert fates(report) == (2, 1, 1, 0)


def test_reasons_are_counted(ledger: Ledger) -> None:
    refused = [Refusal(Place("a.csv", n), "no name" if n % 3 else "no id", "") for n in range(6)]
    report = run(Given(*refused), ledger)
    assert report.reasons() == {"no name": 4, "no id": 2}
    assert str(refused[0]) == "a.csv:0: no id"


def test_progress_adds_up_to_the_rows(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders.run, "BATCH", 3)
    done: list[int] = []
    rows = [row(claim(f"person:{n}", "name", "Ani"), line=n) for n in range(8)]
    report = run(Given(document(), *rows), ledger, done.append)
    assert sum(done) == report.rows == 8
    assert len(done) == 3


def test_a_document_that_contradicts_itself_stops_the_load(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="title"):
        run(Given(document(), row(ANI), document(title="Other")), ledger)


def test_a_source_that_fails_midway_leaves_what_was_whole(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaders.run, "BATCH", 2)

    class Broken(Given):
        def items(self) -> Iterator[Item]:
            yield from super().items()
            raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        run(Broken(document(), row(ANI), row(AGE)), ledger)
    assert ledger.counts()["claims"] == 1
    again = run(Given(document(), row(ANI), row(AGE)), ledger)
    assert fates(again) == (2, 1, 1, 0)


@pytest.mark.parametrize(
    ("place", "shown"),
    [(Place("a"), "a"), (Place("a", 2), "a:2"), (Place("a", 2, 3), "a:2:3")],
)
def test_a_place_is_written_as_editors_read_it(place: Place, shown: str) -> None:
    assert str(place) == shown
