"""Formats by Accept header, cursors, metrics, and log lines."""

from __future__ import annotations

import logging

import orjson
import pytest

from api import logs
from api.cursor import Cursor
from api.errors import CursorError, NotAcceptableError
from api.formats import CSV, JSON, NDJSON, TURTLE, as_lines, as_table, chosen
from api.metrics import Metrics
from graph.store import Node

OFFERED = (JSON, NDJSON, CSV, TURTLE)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/*", CSV),
        ("text/html, */*;q=0.1", JSON),
        ("text/turtle, application/json;q=0.5", TURTLE),
        ("application/json;q=0.5, text/turtle;q=0.6", TURTLE),
        ("application/json;q=0, */*", NDJSON),
        ("text/csv;header=present;q=0.9, application/x-ndjson;q=0.8", CSV),
        ("text/csv;q=nonsense, application/json", JSON),
        (",,application/json", JSON),
    ],
)
def test_the_format_liked_best_is_chosen(accept, form):
    assert chosen(accept, OFFERED) == form


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "x", ";", "text/html"])
def test_formats_that_are_not_offered_are_refused(accept):
    with pytest.raises(NotAcceptableError, match="application/json"):
        chosen(accept, OFFERED)


def test_lines_and_tables():
    nodes = [Node("a:1", ("Person",), {"name": "Ani"}), {"x": (1, 2)}]
    lines = as_lines(nodes).splitlines()
    assert [orjson.loads(line)["id"] for line in lines[:1]] == ["a:1"]
    assert orjson.loads(lines[1]) == {"x": [1, 2]}
    assert as_table(("a", "b"), [{"a": "=1+1", "b": -1}]) == b"a,b\n'=1+1,-1\n"


def test_cursors_come_back():
    cursor = Cursor.read("", "snapshot-a")
    assert cursor.offset == 0
    text = cursor.after(10, 25)
    assert Cursor.read(text, "snapshot-a").offset == 10
    assert Cursor.read(text, "snapshot-a").after(15, 25) is None
    with pytest.raises(CursorError, match="data has changed"):
        Cursor.read(text, "snapshot-b")


@pytest.mark.parametrize("text", ["x", "é", "YQ==", "OjE=", "AAAA", "MTI6LTE=", "9" * 50])
def test_what_is_no_cursor_is_refused(text):
    with pytest.raises(CursorError):
        Cursor.read(text, "snapshot-a")


def test_metrics_are_prometheus_text():
    metrics = Metrics()
    metrics.observe("/v1/entities/{entity_id}", "GET", 200, 0.004)
    metrics.observe("/v1/entities/{entity_id}", "GET", 200, 7.0)
    metrics.observe('a"b\\c', "GET", 500, 99.0)
    text = metrics.text({"lacak_running": ("At work.", 2.0), "lacak_x_total": ("X.", 1.0)})
    route = 'route="/v1/entities/{entity_id}"'
    assert f'lacak_requests_total{{{route},method="GET",status="200"}} 2' in text
    assert f'lacak_request_seconds_bucket{{{route},le="0.005"}} 1' in text
    assert f'lacak_request_seconds_bucket{{{route},le="+Inf"}} 2' in text
    assert f"lacak_request_seconds_sum{{{route}}} 7.004000" in text
    assert 'route="a\\"b\\\\c"' in text
    assert "# TYPE lacak_running gauge\nlacak_running 2\n" in text
    assert "# TYPE lacak_x_total counter\nlacak_x_total 1\n" in text
    assert text.endswith("\n")


def test_log_lines_are_json_without_the_text_of_errors(capsys):
    logs.configure()
    try:
        logs.told("request", {"status": 200})
        try:
            int("Ani Wijaya lives here")
        except ValueError as error:
            logs.crash(error, {"request": "abc"})
    finally:
        logs.log.handlers[:] = []
        logs.log.setLevel(logging.NOTSET)
        logs.log.propagate = True
    first, second = map(orjson.loads, capsys.readouterr().err.splitlines())
    assert (first["event"], first["status"]) == ("request", 200)
    assert (second["error"], second["request"]) == ("ValueError", "abc")
    assert "Ani" not in str(second)
    assert second["in"][-1].startswith("test_log_lines")
