"""Sources load twice, in parts, in any order, and with a file removed; one graph comes out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ledger.ledger import Ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.snapshots import Snapshot
from loaders.model import Item, LoadReport
from loaders.run import run
from loaders.sources.registry import shipped
from ontology.claim import Document
from tests.claims import digest_of, sqlite

# Enough for every kind of claim; all of it takes a minute on a slow machine.
SHARE = 4


class Listed:
    """Items that were read before, as a source."""

    def __init__(self, name: str, items: list[Item]) -> None:
        self.name = name
        self._items = items

    def items(self) -> Iterator[Item]:
        return iter(self._items)

    def size(self) -> int | None:
        return len(self._items)


@pytest.fixture(scope="module")
def read() -> list[Listed]:
    """Every shipped dataset, each document with its rows kept or left out as a whole."""
    return [Listed(source.name, _some(list(source.items()))) for source in shipped()]


def _some(items: list[Item]) -> list[Item]:
    groups: list[list[Item]] = []
    for item in items:
        if isinstance(item, Document) or not groups:
            groups.append([])
        groups[-1].append(item)
    chosen = groups if len(groups) < 20 else groups[::SHARE]
    return [item for group in chosen for item in group]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = sqlite(tmp_path)
    yield opened
    opened.close()


def load(ledger: Ledger, sources: list[Listed]) -> list[LoadReport]:
    return [run(source, ledger) for source in sources]


@pytest.fixture(scope="module")
def whole(read: list[Listed], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    """Digest and number of claims of an undisturbed load."""
    opened = sqlite(tmp_path_factory.mktemp("whole"))
    load(opened, read)
    found = digest_of(opened), opened.counts()["claims"]
    opened.close()
    return found


def test_every_row_has_one_fate(ledger: Ledger, read: list[Listed]) -> None:
    for report in load(ledger, read):
        assert report.rows == report.accepted + report.duplicates + report.quarantined
        assert report.accepted
        assert report.quarantined == len(report.refusals) == sum(report.reasons().values())


def test_loading_twice_adds_nothing(
    ledger: Ledger, read: list[Listed], whole: tuple[str, int]
) -> None:
    load(ledger, read)
    again = load(ledger, read)
    assert [(r.documents, r.claims, r.accepted) for r in again] == [(0, 0, 0)] * len(read)
    assert (digest_of(ledger), ledger.counts()["claims"]) == whole


def test_the_order_of_loading_does_not_matter(
    ledger: Ledger, read: list[Listed], whole: tuple[str, int]
) -> None:
    chance = random.Random(7)
    everything = [item for source in read for item in source.items()]
    documents = [item for item in everything if isinstance(item, Document)]
    rows = [item for item in everything if not isinstance(item, Document)]
    chance.shuffle(documents)
    chance.shuffle(rows)
    load(ledger, [Listed("shuffled", [*documents, *rows])])
    assert (digest_of(ledger), ledger.counts()["claims"]) == whole


def test_an_interrupted_load_is_completed(
    ledger: Ledger, read: list[Listed], whole: tuple[str, int]
) -> None:
    everything = [item for source in read for item in source.items()]
    for share in (0.1, 0.35, 0.8):
        load(ledger, [Listed("part", everything[: int(len(everything) * share)])])
    load(ledger, read)
    assert (digest_of(ledger), ledger.counts()["claims"]) == whole


def test_a_document_that_is_left_out_takes_only_its_own_claims_along(
    ledger: Ledger, read: list[Listed], whole: tuple[str, int]
) -> None:
    last = read[-1]
    items = list(last.items())
    cut = max(i for i, item in enumerate(items) if isinstance(item, Document))
    dropped = items[cut]
    assert isinstance(dropped, Document)
    load(ledger, [*read[:-1], Listed("cut", items[:cut])])
    digest = digest_of(ledger)
    assert digest != whole[0]
    assert all(s.claim.document != dropped.id for s in ledger.claims())
    load(ledger, [Listed("rest", items[cut:])])
    assert digest_of(ledger) == whole[0]


def test_rebuilding_gives_the_same_files_to_the_byte(
    ledger: Ledger, read: list[Listed], whole: tuple[str, int], tmp_path: Path
) -> None:
    load(ledger, read)
    first, _ = rebuild_snapshot(ledger, tmp_path / "one")
    second, _ = rebuild_snapshot(ledger, tmp_path / "two")
    assert first.manifest.digest == second.manifest.digest == whole[0]
    assert _files(first) == _files(second)


def _files(snapshot: Snapshot) -> dict[str, bytes]:
    return {
        str(path.relative_to(snapshot.folder)): path.read_bytes()
        for path in snapshot.folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
