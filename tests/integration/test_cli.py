"""The command line over the whole public record, as its users call it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from ontology.errors import LacakError

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"


def test_status_counts_what_is_there(cli):
    found = json.loads(cli("status", "--format", "json").stdout)
    assert found["claims"] >= 1500
    assert found["agreements"] >= 40
    assert found["events"] >= 60
    assert found["p3mi"] >= 25
    assert found["counts"] >= 30
    assert found["provinces"] >= 20
    assert len(found["digest"]) == 64
    assert found["engine"] in ("embedded", "neo4j")


def test_loading_again_changes_nothing(cli):
    before = json.loads(cli("status", "--format", "json").stdout)
    reports = json.loads(cli("load", "--format", "json").stdout)
    assert all(r["accepted"] == r["quarantined"] == 0 for r in reports)
    assert all(r["rows"] == r["duplicates"] for r in reports)
    assert json.loads(cli("status", "--format", "json").stdout)["digest"] == before["digest"]


def test_show_prints_parties_date_statements_and_sources(cli):
    text = cli("show", DECLARATION).stdout
    for expected in (
        "Kementerian P2MI",
        "Polda Nusa Tenggara Timur",
        "Pemerintah Provinsi",
        "2025-08-06",
        "Dwiyono",
        "Pantau",
        "pantau.com",
    ):
        assert expected in text


def test_show_prints_who_reports_whom(cli):
    found = json.loads(cli("show", DECLARATION, "--format", "json").stdout)
    chains = {
        tuple(citation["said_by"])
        for link in found["links"]
        for fact in link["facts"]
        for inner in fact["told"]
        for citation in inner["citations"]
    }
    assert ("Dwiyono", "Prabowo Subianto") in chains


def test_every_fact_shown_has_a_citation(cli):
    found = json.loads(cli("show", DECLARATION, "--format", "json").stdout)
    for fact in found["facts"]:
        assert fact["citations"], fact["property"]
        for citation in fact["citations"]:
            assert citation["title"]
            assert citation["locator"] or citation["quote"]


def test_show_in_csv_has_one_row_per_citation(cli):
    rows = list(csv.DictReader(io.StringIO(cli("show", DECLARATION, "-f", "csv").stdout)))
    assert {"property", "value", "title", "url", "locator", "claim"} <= rows[0].keys()


def test_show_of_nothing_says_how_to_find_things(cli):
    with pytest.raises(LacakError, match="lacak search"):
        cli("show", "org:no-such-body")


def test_search_finds_an_agency_by_its_short_name(cli):
    hits = json.loads(cli("search", "polda kepri", "--format", "json").stdout)
    assert hits[0]["id"] == "org:polda-kepulauan-riau"


def test_search_forgives_a_misspelling(cli):
    hits = json.loads(cli("search", "putri samawwa mandri", "-f", "json").stdout)
    assert any(hit["id"] == "org:pt-putri-samawa-mandiri" for hit in hits)


def test_search_within_a_class(cli):
    hits = json.loads(cli("search", "riau", "-c", "Province", "-f", "json").stdout)
    assert {hit["id"] for hit in hits} <= {"region:14", "region:21"}


def test_search_in_english_labels_classes_in_english(cli):
    hits = json.loads(cli("-l", "en", "search", "polda ntt", "-f", "json").stdout)
    assert any(hit["class"] == "Law enforcement agency" for hit in hits)


def test_path_between_ministry_and_police_has_evidence(cli):
    steps = json.loads(cli("path", "org:kp2mi", "org:polda-riau", "-f", "json").stdout)
    assert steps[0]["from"]
    assert steps[-1]["to"]
    assert all(step["source"] for step in steps)


def test_schema_lists_classes_and_properties(cli):
    classes = json.loads(cli("schema", "--format", "json").stdout)
    assert "Declaration" in json.dumps(classes)
    assert "countLower" in cli("schema", "Count", "-f", "csv").stdout


def test_queries_are_listed(cli):
    names = {row["name"] for row in json.loads(cli("query", "-f", "json").stdout)}
    assert {
        "recruiter_chain", "shared_identifiers", "p3mi_history", "licence_at_event",
        "partnership_network", "partnership_coverage", "declarations_without_follow_up",
        "counts_reconciled", "interceptions_by_route", "actor_timeline", "corroboration",
        "contradictions",
    } <= names  # fmt: skip


def test_counts_are_bounds_and_never_added_up(cli):
    rows = json.loads(cli("query", "counts_reconciled", "-f", "json").stdout)
    values = {(row.get("lower"), row.get("upper")) for row in rows}
    assert (4822, 4822) in values
    assert (4922, 4922) not in values
    assert (4933, 4933) not in values


def test_a_licence_is_judged_at_the_time_of_the_event(cli):
    rows = json.loads(cli("query", "licence_at_event", "-f", "json").stdout)
    assert any("jaidi" in json.dumps(row).lower() for row in rows)


def test_coverage_shows_provinces_without_agreement_too(cli):
    rows = json.loads(cli("query", "partnership_coverage", "-f", "json").stdout)
    assert len({row["province"] for row in rows}) == 38


def test_numbers_and_truth_are_given_as_text(cli):
    few = json.loads(cli("query", "corroboration", "-p", "limit=3", "-f", "json").stdout)
    assert len(few) == 3
    name = "provinces_with_interceptions_without_agreement"
    answers = [
        json.loads(cli("query", name, "-p", f"provincial_only={said}", "-f", "json").stdout)
        for said in ("ya", "tidak")
    ]
    assert answers[0] != answers[1]
    with pytest.raises(LacakError, match="whole number"):
        cli("query", "corroboration", "-p", "limit=three")


def test_a_misspelled_query_is_answered_with_the_nearest(cli):
    with pytest.raises(LacakError, match="partnership_coverage"):
        cli("query", "partnership_coverag")


def test_rebuild_proves_that_the_engine_holds_the_graph(cli):
    digest = json.loads(cli("status", "-f", "json").stdout)["digest"]
    assert digest in cli("rebuild").stdout.replace("\n", "")


def test_help_of_every_command_has_an_example(cli):
    from api.cli.main import app

    for command in app.registered_commands:
        assert "Example" in (command.callback.__doc__ or ""), command.callback.__name__
