"""Who is waited for longer, and who is turned away at the door."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest
from starlette.datastructures import Headers

from api import logs
from api.gate import Gate, _is_person
from api.metrics import Metrics
from api.security.turns import Turns
from api.settings import ServerSettings


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/explore/around", {}, True),
        ("/e/org:a", {}, True),
        ("/v1/search", {"sec-fetch-site": "same-origin"}, True),
        ("/v1/search", {"sec-fetch-site": "cross-site"}, False),
        ("/v1/search", {}, False),
    ],
)
def test_who_looks_waits_and_a_program_is_told_to_come_back(path, headers, expected):
    assert _is_person({"path": path}, Headers(headers)) is expected


async def _crowded(turns: Turns) -> list[asyncio.Task[object]]:
    """Let one work, one be refused and one wait."""
    await turns.take()
    turns.turn_away()
    waiting = [asyncio.create_task(turns.take())]
    await asyncio.sleep(0)
    assert turns.is_crowded
    return waiting


async def _asked(gate: Gate, path: str) -> list[dict]:
    sent: list[dict] = []

    async def send(message) -> None:
        sent.append(message)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    await gate(scope, receive, send)
    return sent


def _told_at_the_door(path: str, times: int) -> tuple[list[dict], Metrics]:
    async def app(scope, receive, send) -> None:
        raise AssertionError("nobody gets past the door")

    async def story() -> list[dict]:
        turns = Turns(1, 5, 60)
        turns._usual = 60.0
        gate = Gate(app, guard=None, settings=ServerSettings(), metrics=metrics, turns=turns)
        (waiting,) = await _crowded(turns)
        for _ in range(times):
            sent = await _asked(gate, path)
        waiting.cancel()
        assert turns.refused == times + 1
        return sent

    metrics = Metrics()
    # A browser under test leaves its loop in the main thread; a thread of its own has none.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(story(), 60)).result(), metrics


def test_a_program_that_would_wait_in_vain_is_turned_away_at_the_door():
    (start, end), metrics = _told_at_the_door("/v1/search", 2)
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    assert start["status"] == 503
    assert headers["retry-after"] == "1"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    error = orjson.loads(end["body"])["error"]
    assert error["type"] == "BusyError"
    assert error["request"] == headers["x-request-id"]
    assert 'status="503"} 2' in metrics.text({})


def test_the_log_says_it_once_a_second_and_names_no_path(caplog, monkeypatch):
    monkeypatch.setattr(logs.log, "propagate", True)
    with caplog.at_level(logging.INFO, logger=logs.log.name):
        _told_at_the_door("/v1/entities/person:siti", 50)
    told = [record.fields for record in caplog.records if record.getMessage() == "overload"]
    assert 1 <= len(told) < 50
    assert "siti" not in caplog.text
