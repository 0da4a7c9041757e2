"""Schemathesis, all checks, against a real server over a small part of the public record.

Every operation of the OpenAPI document is asked what the document allows and what it
forbids, as each role. In CI some 300 cases; ``LACAK_SCHEMATHESIS=whole`` asks more than
9,000, which takes some six minutes on two cores.
"""

from __future__ import annotations

import os
import re
import shutil
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
from graph.snapshots import Snapshot
from tests.servers import served
from tests.small_record import AUDIENCES, small_record

pytestmark = pytest.mark.embedded

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
IS_WHOLE = os.environ.get("LACAK_SCHEMATHESIS") == "whole"
# Policy alone may take the whole graph away; administrators see numbers about the server.
EXAMPLES = (
    {"investigator": 60, "policy": 5, "administrator": 3}
    if IS_WHOLE
    else {"investigator": 2, "administrator": 1}
)
PHASES = "examples,coverage,fuzzing" if IS_WHOLE else "examples,fuzzing"
LEAST = {"investigator": 5000 if IS_WHOLE else 200, "policy": 1000, "administrator": 60}
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
    there: dict[str, str]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    workspace = small_record(tmp_path_factory.mktemp("lacak-schemathesis"), heap_mb=512)
    settings = workspace.settings
    rebuild(workspace.ledger, workspace.store, settings.snapshots, audiences=AUDIENCES)
    ring = open_ring(settings.home, SETTINGS)
    keys = {role: ring.add(role, role) for role in EXAMPLES}
    ring.close()
    for role in EXAMPLES.keys() - {"administrator"}:
        # A room that is not filled yet answers 503, which is right, and not what is tested here.
        reader = workspace.for_role(role)
        reader.rooms.prepare(reader.snapshot())
    with served(create_app(workspace, SETTINGS)) as address:
        yield Served(address, keys, ids(workspace.for_role("investigator").snapshot()))
    workspace.close()


def ids(snapshot: Snapshot) -> dict[str, str]:
    """Return by route the parameters of something that is there, as a configuration has them."""
    link = next(r for r in snapshot.all_relationships() if r.properties.get("claims"))
    claim = link.properties["claims"][0]
    left, right = snapshot.nodes_of_class(["LawEnforcementAgency", "Ministry"])[:2]
    return {
        "/v1/claims/{claim_id}": f'"path.claim_id" = "{claim}"',
        "/explore/link/{link_id}": f'"path.link_id" = "{link.id}"',
        "/v1/reports/{entity_id}": f'"path.entity_id" = "{link.source}"',
        "/v1/identity/pair": f'"query.left" = "{left.id}", "query.right" = "{right.id}"',
    }


def run(server: Served, role: str, folder: Path, *options: str) -> tuple[int, str]:
    """Run Schemathesis in a folder as a role; return how many cases it made, and what it told.

    Raises:
        AssertionError: Something failed.
    """
    command = Path(sys.executable).with_name("st")
    if not command.exists():
        pytest.skip("LOUD: Schemathesis is not installed")
    done = subprocess.run(
        [
            *(command, "--config-file", folder / CONFIGURATION.name, "run"),
            *(f"{server.address}/openapi.json", "--checks", "all"),
            *("-H", f"Authorization: Bearer {server.keys[role]}"),
            *("-H", "X-Lacak-Purpose: perkara%2012", "--seed", "20"),
            *("--continue-on-failure", "--suppress-health-check", "all"),
            *("--request-timeout", "120", "--max-response-time", "120", "--no-color"),
            *options,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "COLUMNS": "200"},
    )
    told = re.sub(r"lacak_[0-9a-f]{8}_\S+", "lacak_…", done.stdout[-8000:] + done.stderr[-2000:])
    assert done.returncode == 0, told
    found = re.search(r"(\d+) generated", done.stdout)
    assert found is not None, told
    return int(found[1]), told


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("role", EXAMPLES)
def test_every_operation_does_what_the_document_says(server, role, tmp_path):
    shutil.copy(CONFIGURATION, tmp_path)
    options = "--phases", PHASES, "--max-examples", str(EXAMPLES[role])
    count, told = run(server, role, tmp_path, *options)
    assert count >= LEAST[role], told


def test_what_is_there_answers_as_the_document_says(server, tmp_path):
    # Made-up ids are not there, so that the run above sees these answer 404 and nothing else.
    parts = (
        f'[[operations]]\ninclude-path = "{path}"\nparameters = {{ {values} }}\n'
        for path, values in server.there.items()
    )
    (tmp_path / CONFIGURATION.name).write_text("\n".join(parts))
    chosen = [option for path in server.there for option in ("--include-path", path)]
    options = "--phases", "fuzzing", "--mode", "positive", "--max-examples", "10"
    count, told = run(server, "investigator", tmp_path, *options, *chosen)
    assert count >= len(server.there), told
    assert "404" not in told, told
