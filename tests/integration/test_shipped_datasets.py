"""Everything that ships loads without a refusal, in any state of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ledger.ledger import Ledger, open_ledger
from graph.projection.project import Projector
from graph.store import Node, Relationship
from loaders.model import LoadReport
from loaders.run import run
from loaders.sources.public_record.source import public_record
from loaders.sources.registry import shipped


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, list[LoadReport]]]:
    path = tmp_path_factory.mktemp("ledger") / "ledger.db"
    ledger = open_ledger(f"sqlite:///{path}")
    yield ledger, [run(source, ledger) for source in shipped()]
    ledger.close()


@pytest.fixture(scope="module")
def projected(loaded: tuple[Ledger, list[LoadReport]]) -> tuple[Projector, list[object]]:
    projector = Projector(loaded[0])
    return projector, list(projector.items())


def test_nothing_that_ships_is_refused(loaded: tuple[Ledger, list[LoadReport]]) -> None:
    for report in loaded[1]:
        assert [str(r) for r in report.refusals] == []
        assert report.rows == report.accepted + report.duplicates
        assert report.claims > 0


def test_loading_again_changes_nothing(loaded: tuple[Ledger, list[LoadReport]]) -> None:
    for source in shipped():
        again = run(source, loaded[0])
        assert (again.documents, again.accepted, again.claims) == (0, 0, 0)


def test_no_claim_points_nowhere_and_no_body_has_two_natures(
    projected: tuple[Projector, list[object]],
) -> None:
    report = projected[0].report
    assert dict(report.dangling) == {}
    assert dict(report.classless) == {}
    assert report.class_conflicts == {}


def test_every_person_holds_one_post_once(projected: tuple[Projector, list[object]]) -> None:
    holdings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in projected[1]:
        if isinstance(item, Relationship) and item.type == "HOLDS_POSITION":
            holdings[item.source, item.target].add(item.id)
    assert [pair for pair, ids in holdings.items() if len(ids) > 1] == []


def test_every_agency_with_a_province_has_it_as_jurisdiction(
    projected: tuple[Projector, list[object]],
) -> None:
    targets: dict[str, set[str]] = defaultdict(set)
    for item in projected[1]:
        if isinstance(item, Relationship) and item.type == "HAS_JURISDICTION":
            targets[item.source].add(item.target)
    ids = [i.id for i in projected[1] if isinstance(i, Node)]
    governments = [i for i in ids if i.startswith("org:pemprov-")]
    police = [i for i in ids if i.startswith("org:polda-")]
    offices = [i for i in ids if i.startswith("org:bp3mi-")]
    assert (len(governments), len(police)) == (38, 36)
    for agency in governments + police + offices:
        assert len({t for t in targets[agency] if t.count(".") == 0}) == 1, agency


def test_the_ministry_stands_beside_the_agency(
    projected: tuple[Projector, list[object]],
) -> None:
    nodes = {i.id: i for i in projected[1] if isinstance(i, Node)}
    assert {"org:kp2mi", "org:bp2mi", "evt:kp2mi-dibentuk-di-samping-bp2mi-2024"} <= nodes.keys()
    assert nodes["org:kp2mi"].labels[0] == "Ministry"
    assert "KemenP2MI" in str(nodes["org:kp2mi"].properties["abbreviation"])
    assert "kemenp2mi" in str(nodes["org:kp2mi"].properties["search_text"])


def test_records_alone_need_the_reference_dataset() -> None:
    record = public_record()
    assert record.known == {}
    assert record.root.name == "records"
    assert isinstance(record.root, Path)
