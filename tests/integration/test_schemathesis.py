"""Schemathesis, all checks, against a real server over a small part of the public record.

Every operation of the OpenAPI document is asked what the document allows and what it
forbids, as each role. In CI some 300 cases; ``LACAK_SCHEMATHESIS=whole`` asks more than
5,000, which takes some ten minutes on two cores.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.app import create_app
from api.security.guard import open_ring
from api.settings import ServerSettings
from graph.projection.rebuild import rebuild
from tests.servers import served
from tests.small_record import AUDIENCES, small_record

pytestmark = pytest.mark.embedded

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
IS_WHOLE = os.environ.get("LACAK_SCHEMATHESIS") == "whole"
EXAMPLES = {"investigator": 60 if IS_WHOLE else 2, "administrator": 3 if IS_WHOLE else 1}
PHASES = "examples,coverage,fuzzing" if IS_WHOLE else "examples,fuzzing"
LEAST = {"investigator": 5000 if IS_WHOLE else 200, "administrator": 60}
# Nobody is to be refused because the machine is busy, nor because the test asks so often.
SETTINGS = ServerSettings(
    requests_per_minute=10_000_000,
    running=4,
    waiting=64,
    wait_seconds=60,
    request_timeout_seconds=120,
)


@dataclass(frozen=True)
class Served:
    address: str
    keys: dict[str, str]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    workspace = small_record(tmp_path_factory.mktemp("lacak-schemathesis"), heap_mb=512)
    settings = workspace.settings
    rebuild(workspace.ledger, workspace.store, settings.snapshots, audiences=AUDIENCES)
    ring = open_ring(settings.home, SETTINGS)
    keys = {role: ring.add(role, role) for role in EXAMPLES}
    ring.close()
    # A room that is not filled yet answers 503, which is right, and not what is tested here.
    reader = workspace.for_role("investigator")
    reader.rooms.prepare(reader.snapshot())
    with served(create_app(workspace, SETTINGS)) as address:
        yield Served(address, keys)
    workspace.close()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("role", EXAMPLES)
def test_every_operation_does_what_the_document_says(server, role, tmp_path):
    command = Path(sys.executable).with_name("st")
    if not command.exists():
        pytest.skip("LOUD: Schemathesis is not installed")
    done = subprocess.run(
        [
            *(
                command,
                "--config-file",
                CONFIGURATION,
                "run",
                f"{server.address}/openapi.json",
                "--checks",
                "all",
            ),
            *("-H", f"Authorization: Bearer {server.keys[role]}"),
            *("-H", "X-Lacak-Purpose: perkara%2012"),
            *("--phases", PHASES, "--max-examples", str(EXAMPLES[role]), "--seed", "20"),
            *("--continue-on-failure", "--suppress-health-check", "all"),
            *("--request-timeout", "120", "--max-response-time", "120", "--no-color"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "200"},
    )
    told = re.sub(r"lacak_[0-9a-f]{8}_\S+", "lacak_…", done.stdout[-8000:] + done.stderr[-2000:])
    assert done.returncode == 0, told
    found = re.search(r"(\d+) generated", done.stdout)
    assert found is not None, told
    assert int(found[1]) >= LEAST[role], told
