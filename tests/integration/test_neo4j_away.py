"""Neo4j stops in the middle of a request: the answer comes soon and says why; back, it works."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from graph.projection.rebuild import rebuild
from tests import engines
from tests.small_record import AUDIENCES, small_record

pytestmark = pytest.mark.neo4j

QUESTION = "/v1/queries/agencies_most_involved"
SOON_SECONDS = 3.0
"""Within this an answer is due; printed, not asserted, since machines are busy at times."""


def _listener(port: int) -> int:
    """Return the id of the process of ours that listens on a port."""
    wanted = f"{port:04X}"
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    inodes = {f"socket:[{f[9]}]" for f in lines if f[1].endswith(f":{wanted}") and f[3] == "0A"}
    for found in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(found.readlink()) in inodes:
                return int(found.parts[2])
        except OSError:
            continue
    raise AssertionError(f"nobody listens on {port}")


def test_neo4j_goes_away_and_comes_back(tmp_path):
    with engines._folder("lacak-neo4j-away-") as folder:
        with engines._neo4j_server(folder) as port:
            place = small_record(tmp_path, store_url=f"bolt://127.0.0.1:{port}")
            rebuild(place.ledger, place.store, place.settings.snapshots, audiences=AUDIENCES)
            app = create_app(place)
            with TestClient(app, raise_server_exceptions=False) as client:
                _stops(client, _listener(port))
        with (
            engines._neo4j_server(folder, port),
            TestClient(create_app(place), raise_server_exceptions=False) as client,
        ):
            assert client.get(QUESTION).status_code == 200
        place.close()


def _stops(client: TestClient, process: int) -> None:
    before = client.get(QUESTION)
    assert before.status_code == 200
    assert before.json()["rows"]
    answers: list[tuple[int, float, str]] = []
    asking = threading.Thread(target=_ask_until_refused, args=(client, answers))
    asking.start()
    time.sleep(0.5)
    os.kill(process, signal.SIGKILL)
    asking.join(120)
    status, seconds, kind = answers[-1]
    sys.stderr.write(f"first refusal: {status} {kind} after {seconds:.2f} s (due {SOON_SECONDS})\n")
    assert (status, kind) == (503, "StoreUnavailableError")
    began = time.monotonic()
    again = client.get(QUESTION)
    sys.stderr.write(f"next refusal after {time.monotonic() - began:.2f} s\n")
    assert again.headers["retry-after"]
    assert again.json()["error"]["type"] == "StoreUnavailableError"
    assert "does not answer" in again.json()["error"]["message"]
    # What needs no engine goes on.
    assert client.get("/v1/entities/org:kp2mi").status_code == 200
    assert client.get("/ready").status_code in (200, 503)


def _ask_until_refused(client: TestClient, answers: list[tuple[int, float, str]]) -> None:
    while True:
        began = time.monotonic()
        found = client.get(QUESTION)
        kind = "" if found.status_code == 200 else found.json()["error"]["type"]
        answers.append((found.status_code, time.monotonic() - began, kind))
        if found.status_code != 200:
            return
