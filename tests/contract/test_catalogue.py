"""Every query of the catalogue over the whole public record, on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.catalogue.query import Query, load_catalogue
from graph.snapshots import Snapshot
from graph.store import Row, Value
from loaders.sources.registry import shipped
from tests.catalogue import ask, examples, filled, required, snapshot
from tests.conftest import ENGINES
from tests.engines import Target

pytestmark = pytest.mark.timeout(1800)  # filling two engines with the whole record is slow

CATALOGUE = load_catalogue()

STATES_NO_FACT = {
    # Finds ids by name; what is known of them is for other queries to say.
    "search_by_name",
}
ORDER_IS_THE_ENGINES = {
    # Full-text scores come from each engine's own statistics, rounding included.
    "search_by_name",
}


@dataclass(frozen=True)
class Answers:
    """Rows of every query: with its examples, and with nothing optional given."""

    with_examples: dict[str, list[Row]]
    with_defaults: dict[str, list[Row]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The public record that ships with the package."""
    return snapshot(tmp_path_factory.mktemp("record"), shipped())


def _answers(target: Target, folder: Path, record: Snapshot) -> Answers:
    store = filled(target, folder, record)
    try:
        return Answers(
            {name: ask(store, query, examples(query)) for name, query in CATALOGUE.items()},
            {name: ask(store, query, required(query)) for name, query in CATALOGUE.items()},
        )
    finally:
        store.close()


@pytest.fixture(scope="module")
def embedded_answers(
    embedded_target: Target, record: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Answers:
    return _answers(embedded_target, tmp_path_factory.mktemp("embedded"), record)


@pytest.fixture(scope="module")
def neo4j_answers(
    neo4j_target: Target, record: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Answers:
    return _answers(neo4j_target, tmp_path_factory.mktemp("neo4j"), record)


@pytest.fixture(params=ENGINES)
def answers(request: pytest.FixtureRequest) -> Answers:
    found: Answers = request.getfixturevalue(f"{request.param}_answers")
    return found


each_query = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))


@pytest.mark.embedded
@pytest.mark.neo4j
@each_query
def test_both_engines_give_the_same_rows(
    query: Query, embedded_answers: Answers, neo4j_answers: Answers
) -> None:
    for ours, theirs in (
        (embedded_answers.with_examples, neo4j_answers.with_examples),
        (embedded_answers.with_defaults, neo4j_answers.with_defaults),
    ):
        left, right = ours[query.name], theirs[query.name]
        if query.name in ORDER_IS_THE_ENGINES:
            assert _types(left[:1]) == _types(right[:1])
        else:
            assert left == right
            assert _types(left) == _types(right)


def _types(rows: list[Row]) -> list[list[str]]:
    """Return the type of every cell; ``==`` takes 1, 1.0 and True for one value."""
    return [[type(cell).__name__ for cell in row.values()] for row in rows]


@each_query
def test_the_examples_find_something(query: Query, answers: Answers) -> None:
    assert answers.with_examples[query.name]


@each_query
def test_columns_come_in_declared_order(query: Query, answers: Answers) -> None:
    for row in answers.with_examples[query.name] + answers.with_defaults[query.name]:
        assert tuple(row) == query.column_names


@each_query
def test_no_row_comes_twice(query: Query, answers: Answers) -> None:
    for rows in (answers.with_examples[query.name], answers.with_defaults[query.name]):
        assert len({repr(row) for row in rows}) == len(rows)


@each_query
def test_claims_are_in_the_snapshot(query: Query, answers: Answers, record: Snapshot) -> None:
    cited = [_claims(row) for row in answers.with_defaults[query.name]]
    for claims in cited:
        assert len(claims) == len(set(claims)), "a claim is cited twice in one cell"
    every = sorted({claim for claims in cited for claim in claims})
    assert len(record.claims(every)) == len(every)


def _claims(row: Row) -> list[str]:
    claims = row.get("claims") or []
    assert isinstance(claims, list)
    return [str(claim) for claim in claims]


@each_query
def test_whoever_states_a_fact_cites_claims(query: Query) -> None:
    assert ("claims" in query.column_names) != (query.name in STATES_NO_FACT)


@each_query
def test_ids_in_answers_are_entities(query: Query, answers: Answers, record: Snapshot) -> None:
    ids = sorted(set(_ids(answers.with_defaults[query.name])))
    found = {node.id for node in record.nodes(ids)}
    assert [i for i in ids if i not in found] == []


def _ids(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        for name, cell in row.items():
            if name.endswith(("_id", "_ids")) and cell:
                yield from (str(i) for i in (cell if isinstance(cell, list) else [cell]))


# -- what the record is known to say ---------------------------------------------------


def _rows(rows: list[Row], **wanted: Value) -> list[Row]:
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def test_a_revoked_company_was_raided(answers: Answers) -> None:
    (row,) = _rows(
        answers.with_defaults["licence_at_event"],
        company_id="org:pt-al-jaidi-ikhwan",
        event_id="evt:cibubur-2020-07-13-gerebek-penampungan",
    )
    assert row["event_day"] == "2020-07-13"
    assert (row["licence_state"], row["action_day"]) == ("revoked", "2020-02-14")
    assert (row["licensed_as"], row["identity"]) == ("PT Jaidi Ikhwan", "possibly-same")


def test_a_suspended_company_was_sealed(answers: Answers) -> None:
    (row,) = _rows(
        answers.with_examples["licence_at_event"],
        event_id="evt:jakarta-timur-2025-10-22-segel-alfa-nusantara",
    )
    assert (row["licence_state"], row["action_day"]) == ("suspended", "2025-09-30")
    assert row["event_day"] in ("2025-10-21", "2025-10-22")
    assert row["is_day_disputed"] is True


def test_the_national_total_holds_the_hundred_of_riau(answers: Answers) -> None:
    rows = answers.with_examples["counts_reconciled"]
    (total,) = _rows(rows, count_id="cnt:kp2mi-9-bulan")
    (riau,) = _rows(rows, count_id="cnt:riau-100")
    assert (total["lower"], total["upper"], total["unit"]) == (4822, 4822, "persons")
    assert (riau["lower"], riau["upper"], riau["area"]) == (100, 100, ["Riau"])
    assert riau["contained_in"] == ["cnt:kp2mi-9-bulan"]
    assert "cnt:riau-100" in total["contains"]  # type: ignore[operator]  # a list
    assert (total["at_least"], riau["lower_bound_rule"]) == (4822, "inside-a-total")


def test_every_province_is_covered_or_said_not_to_be(answers: Answers) -> None:
    rows = answers.with_defaults["partnership_coverage"]
    assert len({row["province_id"] for row in rows}) == 38
    assert _rows(rows, province_id="region:53", agreement_kind="Declaration")
    for row in _rows(rows, agreements=0):
        assert (row["agency_kind"], row["agreement_kind"]) == ("", "")
        assert len(_rows(rows, province_id=row["province_id"])) == 1


def test_a_suspect_of_two_years_ago_is_stale(answers: Answers) -> None:
    for row in answers.with_examples["stale_suspects"]:
        assert str(row["last_known_day"]) < "2024-11-22"
        assert row["stage"] not in ("convicted", "acquitted", "case-closed")


def test_stages_that_only_news_tells_are_reported_and_have_a_day_from_which_they_are_stale(
    answers: Answers,
) -> None:
    rows = answers.with_examples["suspects_by_stage"]
    assert rows
    # The record has no document of an authority that names a suspect.
    assert {row["stage"] for row in rows} == {"reported-as-suspect"}
    assert all(row["stale_since"] for row in rows if row["day"])
    every = answers.with_defaults["suspects_by_stage"]
    # Verdicts do not expire.
    assert not any(row["stale_since"] for row in every if "acquitted" in str(row["stage"]))
    for row in every:
        # Where no source gives a day, a stage is stale from the day of its event on.
        assert not row["stale_since"] or str(row["stale_since"]) >= str(row["day"] or ""), row


def test_a_demand_is_no_verdict_and_stands_beside_the_verdicts_on_whom_it_concerns(
    answers: Answers,
) -> None:
    verdicts = {row["verdict_id"] for row in answers.with_defaults["verdicts"]}
    demands = answers.with_defaults["sentence_demands"]
    assert demands
    assert verdicts.isdisjoint(row["demand_id"] for row in demands)
    malang = _rows(demands, demand_id="evt:pn-malang-2025-tuntutan")[0]
    assert len(malang["defendants"]) == 3
    assert verdicts.issuperset(malang["verdict_ids"])
    assert malang["imposed_months"] == [20, 24]
